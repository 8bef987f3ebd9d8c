# SPDX-License-Identifier: GPL-2.0-or-later
"""Deliveries that came in, opened into a review file: each is verified, judged and placed by itself, so that a broken one is a row and no more."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from qgis.core import Qgis, QgsMessageLog

from ...core.basisset import fields as b
from ...core.basisset.codelists import every_gemeente
from ...core.basisset.codelists import gemeente as gemeente_of
from ...core.basisset.peildatum import Peildatum
from ...core.errors import LmvwError
from ...core.feedback import Cancelled, Feedback, Part, checkpoint
from ...core.i18n import in_dutch, tr
from ...core.receiving import expectations as e
from ...core.receiving.overview import Row, overview
from ...core.receiving.receipts import Receipt, State, current_of, placed, received_before
from ...core.rules.catalogue import SINCE
from ...core.rules.findings import Finding
from ..files import require_short
from ..moment import digest
from ..requirements import lack
from . import tables
from .found import Found, claimed, shown
from .judging import Judged, Plans, judge, since, since_figures
from .received import Head, head_of
from .review_file import PREVIOUS, ReviewFile, changed
from .tables import About


@dataclass
class Opened:
    """What became of everything that was given. ``again``: files that were received before, each with a sentence."""

    path: Path
    about: About
    receipts: list[Receipt]
    rows: list[Row]
    new: list[Receipt] = field(default_factory=list)
    again: list[tuple[str, str]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


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
    given: Found, previous: Sequence[Path], output: Path, provincie: str, peildatum: Peildatum | None, feedback: Feedback
) -> Opened:  # fmt: skip
    """Open deliveries into the review file of a province and a peildatum, which is made or added to.

    :param previous: packages of an earlier peildatum, to compare with.
    :param output: the review file, or the folder in which it is or comes under its own name.
    :param provincie: whose review it is; empty for that of the most packages.
    :param peildatum: of what is reviewed; None for that of the most municipalities.
    :raises LmvwError: when no package tells whose review it is, or the review file cannot be written.
    :raises Cancelled: when the user cancels; nothing is changed.
    """
    arrived = [
        *_arrived(given.packages, Part(feedback, 0, 20)),
        *(_Arrived(path, _digest(path), None, State.FOREIGN, said) for path, said in given.foreign),
    ]
    earlier = _arrived(previous, Part(feedback, 20, 25))
    what = _about(arrived, output, provincie, peildatum)
    path = output / what.name if output.is_dir() else output
    require_short(path.parent, len(f"/{path.name}"))
    with changed(path, what) as book:
        desk = _Desk(book, what)
        desk.take_previous(earlier, Part(feedback, 25, 30))
        desk.take(arrived, Part(feedback, 30, 80))
        desk.compare(Part(feedback, 80, 98))
        rows, complaints = desk.finish()
    return Opened(path, tables.about(path), desk.receipts, rows, desk.new, desk.again, complaints)


def _arrived(paths: Sequence[Path], feedback: Feedback) -> list[_Arrived]:
    """Each file with what its manifest says, once it is verified."""
    found = []
    for number, path in enumerate(paths):
        checkpoint(feedback, 100 * number / len(paths))
        sha256 = _digest(path)
        try:
            found.append(_Arrived(path, sha256, head_of(path, feedback)))
        except Exception as error:
            found.append(_Arrived(path, sha256, reason=_reason(error)))
    return found


def _reason(error: Exception) -> str:
    """Why a file cannot be opened: whatever goes wrong in one file is of that file, and a mistake of ours goes into the log too.

    :raises Cancelled: when the user cancelled.
    """
    if isinstance(error, Cancelled):
        raise error
    if isinstance(error, LmvwError):
        return str(error)
    QgsMessageLog.logMessage("".join(traceback.format_exception(error)), "LMVW", Qgis.MessageLevel.Critical)
    return tr("dit bestand kan niet gelezen worden; vraag het opnieuw op. De technische details staan in het logboek, tabblad LMVW.")


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

    def take(self, arrived: Sequence[_Arrived], feedback: Feedback) -> None:
        """Place every file, the delivery that was made first before the others of its municipality.

        :raises LmvwError: when the review file cannot be written.
        """
        order = sorted(arrived, key=lambda one: (one.head.made if one.head else "", one.path.name))
        for number, one in enumerate(order):
            part = Part(feedback, 100 * number / len(order), 100 * (number + 1) / len(order))
            checkpoint(part, 0)
            if not self._known(one):
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
            self._keep(receipt)

    def compare(self, feedback: Feedback) -> None:
        """Lay each delivery that is reviewed beside the one before, where that was not done yet.

        :raises LmvwError: when the review file cannot be written.
        """
        if lack("shapely"):
            return  # what became of plans is not known without their polygons, which is not the same as nothing
        pairs = [(receipt, then) for receipt in self.receipts if receipt.is_current and (then := self._before(receipt)) is not None]
        waiting = [(now, then) for now, then in pairs if now.vergeleken_met != then.bestand]
        for number, (now, then) in enumerate(waiting):
            part = Part(feedback, 100 * number / len(waiting), 100 * (number + 1) / len(waiting))
            old, new = self._plans(then, PREVIOUS), self._plans(now, b.LAYER)
            found = since(old, new, part)
            self._book.remove_findings(now.levering, SINCE.__contains__)
            self._book.add_findings(now.levering, now.gemeente_code, found)
            self._keep(replace(now, **since_figures(found, old, then.bruto or 0)))  # type: ignore[arg-type]  # names are those of a receipt

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

    def _known(self, one: _Arrived) -> bool:
        """It came in before, to the byte."""
        known = received_before(self.receipts, one.sha256) or next((new for new in self.new if new.sha256 == one.sha256), None)
        if known is None:
            return False
        self.again.append((shown(one.path), tr("al ontvangen op {when} als ‘{name}’.").format(when=known.when, name=known.bestand)))
        return True

    def _place(self, one: _Arrived, feedback: Feedback) -> None:
        receipt, judged = self._read(self._of_this_review(one), feedback)
        if judged is not None:
            current = current_of(self.receipts, receipt.gemeente_code)
            receipt, replaced = placed(receipt, current)
            if replaced is not None:
                self._book.make_previous(replaced.levering, (old.levering for old in self._of(receipt, State.REPLACED)))
                self._keep(replaced)
            if receipt.is_current:
                self._book.add_plans(receipt.levering, judged.content.plans, judged.content.shapes, judged.content.aggregates)
                self._book.add_findings(receipt.levering, receipt.gemeente_code, judged.findings)
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
        number = next((old.levering for old in self.receipts if old.sha256 == one.sha256), len(self.receipts) + 1)
        receipt = Receipt(number, one.path.name, str(one.path.parent), one.sha256, self._now, one.state.value, one.reason)
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
            return replace(receipt, reden=_reason(error)), None
        return replace(receipt, inhoud=judged.inhoud, **judged.figures), judged  # type: ignore[arg-type]  # names are those of a receipt

    def _keep(self, receipt: Receipt) -> None:
        """In the place of what was known of this file."""
        receipt = receipt.writable()
        self.receipts = [one for one in self.receipts if one.levering != receipt.levering] + [receipt]
        self.receipts.sort(key=lambda one: one.levering)
        self.new = [receipt if one.levering == receipt.levering else one for one in self.new]

    def _before(self, now: Receipt) -> Receipt | None:
        """The delivery of the latest earlier peildatum that was given; else the one that this one replaced."""
        earlier = max(self._of(now, State.PREVIOUS), key=lambda one: (one.peildatum, one.gemaakt), default=None)
        return earlier or max(self._of(now, State.REPLACED), key=lambda one: one.gemaakt, default=None)

    def _of(self, receipt: Receipt, state: State) -> list[Receipt]:
        """The other deliveries of the same municipality in a state."""
        return [one for one in self.receipts if one.gemeente_code == receipt.gemeente_code and one.stand == state.value]

    def _plans(self, receipt: Receipt, layer: str) -> Plans:
        return Plans(receipt.bestand, gemeente_of(receipt.gemeente_code), *self._book.plans_of(receipt.levering, layer))
