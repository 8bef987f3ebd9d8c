# SPDX-License-Identifier: GPL-2.0-or-later
"""Deliveries that came in, opened into a review file: each is verified, judged and placed by itself, so that a broken one is a row and no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from ...core.basisset import fields as b
from ...core.basisset.codelists import every_gemeente
from ...core.basisset.codelists import gemeente as gemeente_of
from ...core.basisset.peildatum import Peildatum
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Part, checkpoint
from ...core.i18n import in_dutch, tr
from ...core.receiving import expectations as e
from ...core.receiving.overview import Row, overview
from ...core.receiving.receipts import Receipt, State, current_of, placed, received_before
from ...core.rules.catalogue import SINCE
from ...core.rules.findings import Finding
from ..files import require_short
from ..moment import digest
from ..requirements import lack, require
from . import tables
from .comparing import Plans, before, print_of_all, since, since_figures
from .found import Found, claimed, shown
from .judging import Judged, judge
from .received import Head, head_of, why_not
from .review_file import PREVIOUS, ReviewFile, changed
from .tables import About


@dataclass
class Opened:
    """What became of everything that was given. ``again``: files that were received before, each with a sentence. ``unread``: previous
    deliveries that cannot be compared with.
    """

    path: Path
    about: About
    receipts: list[Receipt]
    rows: list[Row]
    new: list[Receipt] = field(default_factory=list)
    again: list[tuple[str, str]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    unread: list[Receipt] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Arrived:
    """A file, with its digest, and what its manifest says or why it is no delivery that can be opened."""

    path: Path
    sha256: str
    head: Head | None = None
    state: State = State.REFUSED
    reason: str = ""


@in_dutch()
def open_deliveries(
    given: Found, previous: Found, output: Path, provincie: str, peildatum: Peildatum | None, feedback: Feedback
) -> Opened:  # fmt: skip
    """Open deliveries into the review file of a province and a peildatum, which is made or added to.

    :param previous: those of an earlier peildatum, to compare with.
    :param output: the review file, or the folder in which it is or comes under its own name.
    :param provincie: whose review it is; empty for that of the most packages.
    :param peildatum: of what is reviewed; None for that of the most municipalities.
    :raises LmvwError: when no package tells whose review it is, or the review file cannot be written.
    :raises Cancelled: when the user cancels; nothing is changed.
    """
    arrived, earlier = _arrived(given, Part(feedback, 0, 20)), _arrived(previous, Part(feedback, 20, 25))
    what = _about(arrived, output, provincie, peildatum)
    path = output / what.name if output.is_dir() else output
    require_short(path.parent, len(f"/{path.name}"))
    with changed(path, what) as book:
        desk = _Desk(book, what)
        desk.take_previous(earlier, Part(feedback, 25, 30))
        desk.take(arrived, Part(feedback, 30, 80))
        desk.compare(Part(feedback, 80, 98))
        checkpoint(feedback, 98)
        rows, complaints = desk.finish()
        checkpoint(feedback)
    return Opened(path, tables.about(path), desk.receipts, rows, desk.new, desk.again, complaints, desk.unread)


def _arrived(given: Found, feedback: Feedback) -> list[_Arrived]:
    """Each package with what its manifest says, once it is verified; then what is no package."""
    found = []
    for number, path in enumerate(given.packages):
        checkpoint(feedback, 100 * number / len(given.packages))
        sha256 = _digest(path)
        try:
            found.append(_Arrived(path, sha256, head_of(path, feedback)))
        except Exception as error:
            found.append(_Arrived(path, sha256, reason=why_not(error)))
    return found + [_Arrived(path, _digest(path), None, State.FOREIGN, said) for path, said in given.foreign]


def _digest(path: Path) -> str:
    """The SHA-256 of a file; of a folder, or a file that may not be read, where it is."""
    try:
        return digest(path)
    except OSError:
        return str(path.absolute())


def _about(arrived: Sequence[_Arrived], output: Path, provincie: str, peildatum: Peildatum | None) -> About:
    """Whose review it is: as was asked, or as the review file says that is there, or as most packages say.

    :raises LmvwError: when nothing tells it.
    """
    there = tables.about(output) if output.is_file() else None
    heads = [one.head for one in arrived if one.head is not None]
    many = Counter(head.gemeente.provincie for head in heads)
    days = Counter(day for _, day in {(head.gemeente.code, head.peildatum) for head in heads})
    provincie = provincie or (there.provincie if there else max(many, key=lambda one: (many[one], one), default=""))
    peildatum = peildatum or (there.peildatum if there else max(days, key=lambda one: (days[one], one), default=None))
    if not provincie or peildatum is None:
        first = next((f" {shown(one.path)}: {one.reason}" for one in arrived if one.reason), "")
        raise LmvwError(tr("Geen enkel pakket zegt van welke provincie en peildatum dit is; vul die in.{first}").format(first=first))
    return About(provincie, peildatum)


class _Desk:
    """The receipts of a review file, and what is done with what comes in."""

    def __init__(self, book: ReviewFile, what: About) -> None:
        self._book, self._what = book, what
        self.receipts = tables.receipts(book.path)
        self._asked = tables.expectations(book.path)
        self._now = datetime.now().replace(microsecond=0).isoformat()
        self.new: list[Receipt] = []
        self.again: list[tuple[str, str]] = []
        self.unread: list[Receipt] = []

    def take(self, arrived: Sequence[_Arrived], feedback: Feedback) -> None:
        """Place every file, the delivery that was made first before the others of its municipality.

        :raises LmvwError: when the review file cannot be written.
        """
        order = sorted(arrived, key=lambda one: (min(one.head.made, self._now) if one.head else "", one.path.name))
        for number, one in enumerate(order):
            part = Part(feedback, 100 * number / len(order), 100 * (number + 1) / len(order))
            checkpoint(part, 0)
            if known := self._known(one):
                self.again.append((shown(one.path), tr("al ontvangen op {when} als ‘{name}’.").format(when=known.when, name=known.bestand)))
            else:
                self._place(one, part)

    def take_previous(self, arrived: Sequence[_Arrived], feedback: Feedback) -> None:
        """Keep the plans of earlier deliveries, to compare with.

        :raises LmvwError: when the review file cannot be written.
        """
        for number, one in enumerate(arrived):
            part = Part(feedback, 100 * number / len(arrived), 100 * (number + 1) / len(arrived))
            if self._known(one):
                continue
            head = one.head
            if head is not None and not head.peildatum < self._what.peildatum:
                said = tr("als vorige levering telt een levering van vóór {day}; deze is van {own}.")
                one = replace(one, head=None, reason=said.format(day=self._what.peildatum.words, own=head.peildatum.words))
            receipt, judged = self._read(one, part)
            if judged is not None:
                receipt = replace(receipt, stand=State.PREVIOUS.value)
                self._book.add_previous(receipt.levering, judged.content.plans, judged.content.shapes)
            else:
                receipt = replace(receipt, stand=State.NO_PREVIOUS.value)
                self.unread.append(receipt.writable())
            self._keep(receipt)

    def compare(self, feedback: Feedback) -> None:
        """Lay each delivery that is reviewed beside the one before, where that was not done yet.

        :raises LmvwError: when the review file cannot be written.
        """
        previous = [one for one in self.receipts if one.stand == State.PREVIOUS.value]
        pairs = [(one, thens) for one in self.receipts if one.is_current and (thens := before(one, previous))]
        waiting = [(now, thens) for now, thens in pairs if now.vergeleken_inhoud != print_of_all(thens)]
        for number, (now, thens) in enumerate(waiting):
            part = Part(feedback, 100 * number / len(waiting), 100 * (number + 1) / len(waiting))
            self._book.remove_findings(now.levering, SINCE.__contains__)
            try:
                require("shapely")  # what became of plans is not known without their polygons, which is not the same as nothing
                olds = [self._plans(then, PREVIOUS) for then in thens]
                found = since(olds, Peildatum.parse(thens[0].peildatum), self._plans(now, b.LAYER), part)
            except Exception as error:
                self._keep(now.not_compared(why_not(error)))
                continue
            self._book.add_findings(now.levering, now.gemeente_code, found)
            self._keep(replace(now, **since_figures(found, thens)))  # type: ignore[arg-type]  # names are those of a receipt

    def finish(self) -> tuple[list[Row], list[str]]:
        """Judge by the expectations, and write receipts and overview; returns the overview, and what is wrong with the expectations.

        :raises LmvwError: when the review file cannot be written.
        """
        asked, complaints = e.understood(self._asked)
        found: dict[int, list[Finding]] = {}
        for receipt in self.receipts:
            if receipt.is_current:
                self._book.remove_findings(receipt.levering, lambda rule: rule.startswith("V"))
                found[receipt.levering] = e.judged(asked, receipt, self._what.peildatum)
                self._book.add_findings(receipt.levering, receipt.gemeente_code, found[receipt.levering])
        rows = overview(self._what.provincie, self._what.peildatum, self.receipts, found)
        self._book.close()
        tables.keep(self._book.path, self.receipts, rows)
        return rows, complaints

    def _known(self, one: _Arrived) -> Receipt | None:
        """It came in before, to the byte, and was judged as well as can be now."""
        known = received_before(self.receipts, one.sha256) or next((new for new in self.new if new.sha256 == one.sha256), None)
        return None if known is not None and known.is_current and known.polygonen is False and not lack("shapely") else known

    def _place(self, one: _Arrived, feedback: Feedback) -> None:
        receipt, judged = self._read(self._of_this_review(one), feedback)
        if judged is not None:
            current = current_of(self.receipts, receipt.gemeente_code)
            if current is not None and current.levering == receipt.levering:
                self._judge_again(receipt, judged)
                return
            receipt, replaced = placed(receipt, current)
            if replaced is not None:
                self._book.make_previous(replaced.levering, (old.levering for old in self._of(receipt, State.REPLACED)))
                self._keep(replaced)
            if receipt.is_current:
                self._book.add_plans(receipt.levering, judged.content.plans, judged.content.shapes, judged.content.aggregates)
                self._book.add_findings(receipt.levering, receipt.gemeente_code, judged.findings)
        self._keep(receipt)
        self.new.append(receipt.writable())

    def _judge_again(self, receipt: Receipt, judged: Judged) -> None:
        """What is reviewed already, and could be judged in part only."""
        self._book.remove_findings(receipt.levering)
        self._book.add_findings(receipt.levering, receipt.gemeente_code, judged.findings)
        receipt = replace(receipt, stand=State.CURRENT.value)
        self._keep(receipt)
        self.new.append(receipt.writable())

    def _of_this_review(self, one: _Arrived) -> _Arrived:
        """A package of another province or peildatum is not of this review."""
        if one.head is None:
            return one
        if one.head.gemeente.provincie != self._what.provincie:
            said = tr("gemeente {name} ligt in {own} en dit is de beoordeling van {provincie}.")
            words = said.format(name=one.head.gemeente.name, own=one.head.gemeente.provincie, provincie=self._what.provincie)
            return replace(one, head=None, reason=words)
        if one.head.peildatum != self._what.peildatum:
            said = tr("de peildatum is {own} en dit is de beoordeling van {meant}; geef een oudere levering op bij ‘Vorige leveringen’.")
            return replace(one, head=None, reason=said.format(own=one.head.peildatum.words, meant=self._what.peildatum.words))
        return one

    def _read(self, one: _Arrived, feedback: Feedback) -> tuple[Receipt, Judged | None]:
        """The receipt of a file, and what is in it where it can be read."""
        number, when = next(
            ((old.levering, old.ontvangen_op) for old in self.receipts if old.sha256 == one.sha256), (len(self.receipts) + 1, self._now)
        )
        receipt = Receipt(number, one.path.name, str(one.path.parent), one.sha256, when, one.state.value, one.reason)
        if one.head is None:
            place = every_gemeente().get(claimed(one.path.name))
            return (replace(receipt, gemeente_code=place.code, gemeente_naam=place.name) if place else receipt), None
        head = one.head
        receipt = replace(
            receipt, gemeente_code=head.gemeente.code, gemeente_naam=head.gemeente.name, peildatum=str(head.peildatum), gemaakt=head.made,
            plugin_versie=head.version,
        )  # fmt: skip
        try:
            judged = judge(head, feedback)
        except Exception as error:
            return replace(receipt, reden=why_not(error)), None
        return replace(receipt, inhoud=judged.inhoud, **judged.figures), judged  # type: ignore[arg-type]  # names are those of a receipt

    def _keep(self, receipt: Receipt) -> None:
        """In the place of what was known of this file."""
        receipt = receipt.writable()
        self.receipts = [one for one in self.receipts if one.levering != receipt.levering] + [receipt]
        self.receipts.sort(key=lambda one: one.levering)
        self.new = [receipt if one.levering == receipt.levering else one for one in self.new]

    def _of(self, receipt: Receipt, state: State) -> list[Receipt]:
        """The other deliveries of the same municipality in a state."""
        return [one for one in self.receipts if one.gemeente_code == receipt.gemeente_code and one.stand == state.value]

    def _plans(self, receipt: Receipt, layer: str) -> Plans:
        return Plans(receipt.bestand, gemeente_of(receipt.gemeente_code), *self._book.plans_of(receipt.levering, layer))
