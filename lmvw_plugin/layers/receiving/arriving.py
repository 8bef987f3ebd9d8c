# SPDX-License-Identifier: GPL-2.0-or-later
"""What came in, before it is opened: each file with its digest, what a package says of itself, and whose review all of it is for."""

from __future__ import annotations

import re
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
from .received import Head, head_of, why_not
from .sifting import Sifted, shown
from .tables import About
from .without import Bundle

_DAY = re.compile(r"(?<!\d)(20\d\d)-?(0[17])-?(01)(?!\d)")


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
        return [gemeente for gemeente in (self.bundle.meant if self.bundle else ()) if gemeente.provincie == provincie]


def arrived(given: Sifted, feedback: Feedback) -> list[Arrived]:
    """Each package with what its manifest says, once it is verified; then the files without the plugin, then what is no delivery."""
    came = []
    for number, path in enumerate(given.packages):
        checkpoint(feedback, 100 * number / len(given.packages))
        sha256 = _digest(path)
        try:
            came.append(Arrived(path, sha256, head_of(path, feedback)))
        except Exception as error:
            came.append(Arrived(path, sha256, reason=why_not(error)))
    came += [Arrived(bundle.path, bundle.sha256, bundle=bundle) for bundle in given.without]
    return came + [Arrived(path, _digest(path), None, State.FOREIGN, said) for path, said in given.foreign]


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
    heads = [file.head for file in came if file.head is not None]
    many = Counter(head.gemeente.provincie for head in heads)
    many.update(file.bundle.meant[0].provincie for file in came if file.bundle is not None and len(file.bundle.meant) == 1)
    days = Counter(day for _, day in {(head.gemeente.code, head.peildatum) for head in heads})
    provincie = provincie or (there.provincie if there else max(many, key=lambda name: (many[name], name), default=""))
    peildatum = peildatum or (there.peildatum if there else max(days, key=lambda day: (days[day], day), default=None))
    if not provincie or peildatum is None:
        first = next((f" {shown(file.path)}: {file.reason}" for file in came if file.reason), "")
        raise LmvwError(tr("Geen enkel pakket zegt van welke provincie en peildatum dit is; vul die in.{first}").format(first=first))
    return About(provincie, peildatum)


def of_review(file: Arrived, what: About) -> Arrived:
    """What came in as it is for this review: a delivery of another province or peildatum is not of it."""
    if file.bundle is not None:
        candidates = file.candidates(what.provincie)
        if file.bundle.meant and not candidates:
            return file.refused(elsewhere(file.bundle.meant[0], what))
        head = Head(file.path, candidates[0], what.peildatum, file.bundle.made, 0, False, WITHOUT, {}) if len(candidates) == 1 else None
        return replace(file, head=head)
    if file.head is None:
        return file
    if file.head.gemeente.provincie != what.provincie:
        return file.refused(elsewhere(file.head.gemeente, what))
    if file.head.peildatum != what.peildatum:
        said = tr("de peildatum is {own} en dit is de beoordeling van {meant}; geef een oudere levering op bij ‘Vorige leveringen’.")
        return file.refused(said.format(own=file.head.peildatum.words, meant=what.peildatum.words))
    return file


def elsewhere(gemeente: Gemeente, what: About) -> str:
    """What to say of a delivery of another province."""
    said = tr("gemeente {name} ligt in {own} en dit is de beoordeling van {provincie}.")
    return said.format(name=gemeente.name, own=gemeente.provincie, provincie=what.provincie)


def day_meant(file: Arrived, beside: Sequence[Arrived], peildatum: Peildatum) -> Peildatum:
    """Of which peildatum a previous delivery without the plugin is: as its name or that of its folder says, else as most packages beside it,
    else the one before that of the review.
    """
    for name in (file.path.name, file.path.parent.name):
        if match := _DAY.search(name):
            return Peildatum.parse("-".join(match.groups()))
    days = Counter(other.head.peildatum for other in beside if other.head is not None and other.head.peildatum < peildatum)
    return max(days, key=lambda day: (days[day], day), default=peildatum.previous)
