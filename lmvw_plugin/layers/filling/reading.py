# SPDX-License-Identifier: GPL-2.0-or-later
"""Several invulbladen read at once: what is wrong with one is told, and the rest goes on."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ...core.errors import LmvwError, sentence_of
from ...core.feedback import Feedback, watched
from ...core.filling.answers import Came, Returned
from ...core.filling.progress import Sent
from ...core.i18n import day_of, several, tr
from ..planfile.store import PlanFileInfo
from . import books

_SHEETS = frozenset((".xlsx", ".xlsm", ".ods", ".xls", ".xlsb"))  # the last two are refused, with what to do


@dataclass(slots=True)
class Pile:
    """What was read. ``told``: a sentence for each workbook and for each cell that is no answer, in the order of the workbooks."""

    returned: list[Returned] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    refused: int = 0
    sheets: int = 0
    unread: int = 0


def workbooks(chosen: Iterable[Path]) -> list[Path]:
    """The workbooks that are meant: of a folder all that it holds, each once.

    :raises LmvwError: when a file is not there, or a folder holds none.
    """
    found: dict[Path, Path] = {}
    for path in chosen:
        inside = [path]
        if path.is_dir():
            inside = sorted(one for one in path.iterdir() if one.suffix.casefold() in _SHEETS and not one.name.startswith(("~$", ".")))
            if not inside:
                raise LmvwError(tr("Map ‘{path}’ bevat geen Excel-bestanden; kies de map waarin de invulbladen staan.").format(path=path))
        elif not path.exists():
            raise LmvwError(tr("Invulblad ‘{path}’ bestaat niet; kies een bestand of map die er is.").format(path=path))
        found |= {one.resolve(): one for one in inside if one.resolve() not in found}
    return list(found.values())


def read_all(paths: Sequence[Path], info: PlanFileInfo, sent: Sequence[Sent], feedback: Feedback) -> Pile:
    """Read the workbooks that belong to a plan file.

    :param sent: what the plan file remembers of what went out.
    """
    pile, known = Pile(), {one.mark: one for one in sent}
    for path in watched(paths, len(paths), feedback, 0, 60):
        try:
            came = _ours(path, info, known, feedback)
        except (LmvwError, OSError) as error:
            pile.told.append(sentence_of(error) if isinstance(error, OSError) else str(error))
            pile.refused += 1
            continue
        one = Returned(came, known[came.mark])
        twin = next((other for other in pile.returned if other.came.says_as(came)), None)
        if twin is not None:
            said = tr("‘{name}’ is hetzelfde invulblad als ‘{twin}’ en telt één keer.")
            pile.told.append(said.format(name=came.file, twin=twin.came.file))
            continue
        pile.returned.append(one)
        pile.sheets += 1
        pile.unread += len(came.unread)
        pile.told += [_words(one), *came.unread]
        for other in came.others:
            pile.returned.append(Returned(other, one.sent))
            said = tr("‘{name}’, rij {row}: plan ‘{plan}’ staat meer dan één keer in dit blad; elk antwoord wacht op uw keuze.")
            (plan,) = other.plans.values()
            pile.told.append(said.format(name=came.file, row=other.row, plan=plan["plannaam"]))
    return pile


def _ours(path: Path, info: PlanFileInfo, known: Container[str], feedback: Feedback) -> Came:
    """Read a workbook that went out of this plan file.

    :param known: the marks of what went out.
    :raises LmvwError: when it did not, or cannot be read.
    """
    came = books.read(path, info, feedback)
    if came.mark not in known:
        raise LmvwError(
            tr("Invulblad ‘{name}’ is niet uit dit planbestand verstuurd; kies het planbestand waar het uit kwam.").format(name=path.name)
        )
    return came


def _words(one: Returned) -> str:
    """One sentence on a workbook that was read."""
    count = sum(map(len, one.answers.values()))
    answers = several(count, "antwoord", "antwoorden") if count else tr("geen antwoord gewijzigd")
    said = tr("{leader}, ‘{name}’: {answers}.").format(leader=one.sent.leader_text, name=one.came.file, answers=answers)
    if one.sent.back:
        said += " " + tr("Dit invulblad is op {day} al eens ingelezen.").format(day=day_of(one.sent.back))
    return said
