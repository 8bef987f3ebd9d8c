# SPDX-License-Identifier: GPL-2.0-or-later
"""What came in, before it is opened: each file with its digest, what a package says of itself, and whose review all of it is for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...core.basisset.codelists import Gemeente
from ...core.basisset.peildatum import Peildatum
from ...core.errors import LmvwError
from ...core.feedback import Feedback, checkpoint
from ...core.i18n import tr
from ...core.receiving.receipts import State
from ...core.receiving.without import WITHOUT
from ..moment import digest
from . import tables
from .found import Found, shown
from .received import Head, head_of, why_not
from .tables import About
from .without import Bundle


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file, with its digest, and what its manifest says or why it is no delivery that can be opened.

    ``bundle``: it is of who does not have the plugin; what its head says is what its name and its review say.
    """

    path: Path
    sha256: str
    head: Head | None = None
    state: State = State.REFUSED
    reason: str = ""
    bundle: Bundle | None = None

    def refused(self, reason: str, state: State = State.REFUSED) -> Arrived:
        """The same, that cannot be opened."""
        return replace(self, head=None, bundle=None, state=state, reason=reason)

    def candidates(self, provincie: str) -> list[Gemeente]:
        """Whose it may be by the name of its files, of this province."""
        return [one for one in (self.bundle.meant if self.bundle else ()) if one.provincie == provincie]


def arrived(given: Found, feedback: Feedback) -> list[Arrived]:
    """Each package with what its manifest says, once it is verified; then the files without the plugin, then what is no delivery."""
    found = []
    for number, path in enumerate(given.packages):
        checkpoint(feedback, 100 * number / len(given.packages))
        sha256 = _digest(path)
        try:
            found.append(Arrived(path, sha256, head_of(path, feedback)))
        except Exception as error:
            found.append(Arrived(path, sha256, reason=why_not(error)))
    found += [Arrived(bundle.path, bundle.sha256, bundle=bundle) for bundle in given.without]
    return found + [Arrived(path, _digest(path), None, State.FOREIGN, said) for path, said in given.foreign]


def _digest(path: Path) -> str:
    """The SHA-256 of a file; of a folder, or a file that may not be read, where it is."""
    try:
        return digest(path)
    except OSError:
        return str(path.absolute())


def review_of(came: Sequence[Arrived], output: Path, provincie: str, peildatum: Peildatum | None) -> About:
    """Whose review it is: as was asked, or as the review file says that is there, or as most packages say.

    :raises LmvwError: when nothing tells it.
    """
    there = tables.about(output) if output.is_file() else None
    heads = [one.head for one in came if one.head is not None]
    many = Counter(head.gemeente.provincie for head in heads)
    many.update(one.bundle.meant[0].provincie for one in came if one.bundle is not None and len(one.bundle.meant) == 1)
    days = Counter(day for _, day in {(head.gemeente.code, head.peildatum) for head in heads})
    provincie = provincie or (there.provincie if there else max(many, key=lambda one: (many[one], one), default=""))
    peildatum = peildatum or (there.peildatum if there else max(days, key=lambda one: (days[one], one), default=None))
    if not provincie or peildatum is None:
        first = next((f" {shown(one.path)}: {one.reason}" for one in came if one.reason), "")
        raise LmvwError(tr("Geen enkel pakket zegt van welke provincie en peildatum dit is; vul die in.{first}").format(first=first))
    return About(provincie, peildatum)


def of_review(one: Arrived, what: About) -> Arrived:
    """What came in as it is for this review: a delivery of another province or peildatum is not of it."""
    if one.bundle is not None:
        candidates = one.candidates(what.provincie)
        if one.bundle.meant and not candidates:
            return one.refused(elsewhere(one.bundle.meant[0], what))
        head = Head(one.path, candidates[0], what.peildatum, one.bundle.made, 0, False, WITHOUT, {}) if len(candidates) == 1 else None
        return replace(one, head=head)
    if one.head is None:
        return one
    if one.head.gemeente.provincie != what.provincie:
        return one.refused(elsewhere(one.head.gemeente, what))
    if one.head.peildatum != what.peildatum:
        said = tr("de peildatum is {own} en dit is de beoordeling van {meant}; geef een oudere levering op bij ‘Vorige leveringen’.")
        return one.refused(said.format(own=one.head.peildatum.words, meant=what.peildatum.words))
    return one


def elsewhere(gemeente: Gemeente, what: About) -> str:
    """What to say of a delivery of another province."""
    said = tr("gemeente {name} ligt in {own} en dit is de beoordeling van {provincie}.")
    return said.format(name=gemeente.name, own=gemeente.provincie, provincie=what.provincie)
