# SPDX-License-Identifier: GPL-2.0-or-later
"""The packages of a province or of all municipalities in one file: one package in memory at a time, each verified and judged by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...core.basisset import fields as b
from ...core.basisset.peildatum import Peildatum
from ...core.confidential.steward import AT_TOWN_HALL, require_deliverable
from ...core.delivering.small_plans import sum_id
from ...core.errors import LmvwError
from ...core.feedback import Cancelled, Feedback, Part, checkpoint
from ...core.i18n import in_dutch, tr
from ...core.receiving.merged import Origin, Refused
from ...core.receiving.totals import figures
from ...core.rules.plans import Plan
from ...core.version import plugin_version
from .. import checks
from ..files import require_short
from ..moment import digest
from ..receiving.received import Content, Head, content_of, head_of, why_not
from ..receiving.sifting import Sifted, shown
from .merged import Merged
from .steward import Label, Labels, Taken, chosen, labelled, passed, usual, without_plan

_NAMES = [field.name for field in b.COLUMNS]
_FIGURES = ("plannen", "bruto", "sloop", "netto", "bruto_hard", "bruto_zacht", "vertrouwelijk", "fouten", "in_te_vullen", "waarschuwingen",
            "toegelicht", "ter_info")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Steward:
    """That the file is for the national steward: by art. 7 and 8.

    ``halls``: by municipality the polygon of its town hall, as WKB. ``strijdig``: what the province labelled so (art. 5.d).
    """

    halls: Mapping[str, bytes]
    strijdig: Labels


@dataclass
class Outcome:
    """The file as it is before it gets its name. ``again``: how many packages an earlier run, that was stopped, had put in it. ``gone``: reviewed
    labels of which the plan is not in what goes.
    """

    merged: Merged
    peildatum: Peildatum
    origins: list[Origin] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    again: int = 0
    gone: list[Label] = field(default_factory=list)


class Stopped(Cancelled):
    """The user cancelled; so many packages are in the file, and the next run goes on there."""

    def __init__(self, done: int, every: int) -> None:
        super().__init__()
        self.done, self.every = done, every


def beside(target: Path) -> Path:
    """The file while it grows."""
    return target.with_name(f"{target.stem}_VERTROUWELIJK.onvolledig")


@in_dutch()
def merge(given: Sifted, target: Path, peildatum: Peildatum | None, steward: Steward | None, feedback: Feedback) -> Outcome:
    """Merge packages in a file beside the target.

    :param peildatum: of the packages that go in; None for that of the most municipalities.
    :param steward: what the steward's product needs; None for a file of the province itself, with every plan as it was delivered.
    :raises LmvwError: when no package can go in, a label is of no plan that goes, or the file cannot be written.
    :raises Stopped: when the user cancels.
    :raises Cancelled: when he does before any package is in it.
    """
    require_short(target.parent, len(f"/{beside(target).name}"))
    heads, sums, refused = _heads(given, Part(feedback, 0, 20))
    if not heads:
        first = f" {refused[0].pakket}: {refused[0].reason}" if refused else ""
        raise LmvwError(tr("In deze map is geen pakket dat mee kan.{first}").format(first=first))
    day = peildatum or usual(heads)
    going, told = chosen(heads, day)
    refused += [Refused(package.name, package.gemeente, package.reason) for package in told]
    gone = without_plan(steward.strijdig, going, Part(feedback, 20, 25)) if steward else []
    outcome = Outcome(Merged(beside(target), day), day, refused=refused, gone=gone)
    there = outcome.merged.begin(_task(day, steward))
    meant = {sums[head.path] for head in going}
    for number in [number for sha256, number in there.items() if sha256 not in meant]:
        outcome.merged.remove(number)
    new = [head for head in going if sums[head.path] not in there]
    outcome.again = len(going) - len(new)
    free = max(there.values(), default=0) + 1
    try:
        for number, head in enumerate(new):
            part = Part(feedback, 25 + 65 * number / len(new), 25 + 65 * (number + 1) / len(new))
            checkpoint(part, 0)
            _add(outcome, head, sums[head.path], free + number, steward, part)
        checkpoint(feedback, 90)
    except Cancelled as cancelled:
        raise Stopped(len(outcome.merged.origins()), len(going)) from cancelled
    outcome.origins = outcome.merged.origins()
    if not outcome.origins:
        raise LmvwError(tr("Geen enkel pakket kan mee. {name}: {reason}").format(name=refused[0].pakket, reason=refused[0].reason))
    return outcome


def _heads(given: Sifted, feedback: Feedback) -> tuple[list[Head], dict[Path, str], list[Refused]]:
    """The packages that are whole, the digest of each, and what of the other files is to be said."""
    heads: list[Head] = []
    sums: dict[Path, str] = {}
    without = tr("dit is geen pakket van de plugin; importeer eerst, maak een pakket en voeg dat samen.")
    refused = [Refused(shown(path), "", said) for path, said in (*given.foreign, *((bundle.path, without) for bundle in given.without))]
    for number, path in enumerate(given.packages):
        checkpoint(feedback, 100 * number / len(given.packages))
        try:
            heads.append(head_of(path, feedback))
            sums[path] = digest(path)
        except Exception as error:
            refused.append(Refused(shown(path), "", why_not(error)))
    return heads, sums, refused


def _task(peildatum: Peildatum, steward: Steward | None) -> str:
    """What makes a file that was not finished useless for another run."""
    asked = (sorted(steward.halls.items()), steward.strijdig.sorted()) if steward else ()
    return hashlib.sha256(repr((plugin_version(), b.SCHEMA_VERSION, str(peildatum), checks.skipped_rules(), asked)).encode()).hexdigest()


def _add(outcome: Outcome, head: Head, sha256: str, number: int, steward: Steward | None, feedback: Feedback) -> None:
    """Put one package in; whatever is wrong with it is of that package.

    :raises LmvwError: when the file cannot be written.
    :raises Cancelled: when the user cancels.
    """
    try:
        content = content_of(head, Part(feedback, 0, 50))
        taken = _taken(head, content, steward)
        origin = _origin(head, content, taken, number, "" if steward else sha256, Part(feedback, 50, 90))
    except Exception as error:
        outcome.refused.append(Refused(shown(head.path), f"{head.gemeente.name} ({head.gemeente.code})", why_not(error)))
        return
    outcome.merged.add(origin, sha256, taken.passed.rows, taken.shapes)


def _taken(head: Head, content: Content, steward: Steward | None) -> Taken:
    if steward is not None:
        return passed(head, content, steward.halls, labelled(content, steward.strijdig.of(head.gemeente.code)))
    require_deliverable(content.plans, head.gemeente)
    return Taken.whole(content)


def _origin(head: Head, content: Content, taken: Taken, number: int, sha256: str, feedback: Feedback) -> Origin:
    """What is told of a package: of the plans that go only, so that no figure or finding knows of what was summed."""
    there = [index for index in taken.passed.indexes if index != AT_TOWN_HALL]
    own: list[Plan] = [content.plans[index] for index in there]
    gemeente = head.gemeente
    findings = checks.check_delivered(
        own, [content.shapes[index] for index in there], head.peildatum, gemeente.code, sum_id(gemeente.code), feedback
    )
    told = figures([dict(zip(_NAMES, row, strict=True)) for row in taken.passed.rows], False, findings)
    return Origin(
        number, shown(head.path), gemeente.code, gemeente.name, gemeente.provincie, str(head.peildatum), head.made, head.version, sha256,
        bool(taken.passed.summed), **{name: told[name] for name in _FIGURES}, polygonen=not checks.skipped_rules(),
    )  # fmt: skip
