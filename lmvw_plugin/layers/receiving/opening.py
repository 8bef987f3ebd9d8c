# SPDX-License-Identifier: GPL-2.0-or-later
"""Deliveries that came in, opened into a review file: each is verified, judged and placed by itself, so that a broken one is a row and no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from ...core.basisset import fields as b
from ...core.basisset.codelists import Gemeente, every_gemeente
from ...core.basisset.codelists import gemeente as gemeente_of
from ...core.basisset.peildatum import Peildatum
from ...core.delivering.small_plans import sum_id
from ...core.feedback import Feedback, Part, checkpoint
from ...core.i18n import in_dutch, tr
from ...core.receiving import expectations as e
from ...core.receiving.overview import Row, overview
from ...core.receiving.receipts import Receipt, State, current_of, placed, received_before
from ...core.receiving.report import Meeting
from ...core.receiving.without import WITHOUT
from ...core.reviewing.renewed import Renewed
from ...core.rules.catalogue import SINCE
from ...core.rules.findings import Finding
from ...core.rules.plans import is_finished
from ..files import require_short
from ..requirements import lack, require
from . import tables
from .arriving import Arrived, arrived, day_meant, elsewhere, of_review, review_of
from .comparing import Plans, before, print_of_all, renewals, since, since_figures
from .judging import Judged, judge
from .neighbours import OF_GROUND, Ground, between
from .neighbours import RULES as BETWEEN
from .received import why_not
from .review_file import PREVIOUS, ReviewFile, changed
from .sifting import Sifted, claimed, shown
from .tables import About
from .translating import Mappings, translated
from .without import Bundle


@dataclass
class Opened:
    """What became of everything that was given. ``again``: files that were received before, each with a sentence. ``unread``: previous
    deliveries that cannot be compared with; ``without_day``: those that were read though they do not say of when they are. ``mappings``:
    by municipality without the plugin the document that its files were read with. ``meetings``: plans of two municipalities that share ground.
    """

    path: Path
    about: About
    receipts: list[Receipt]
    rows: list[Row]
    new: list[Receipt] = field(default_factory=list)
    again: list[tuple[str, str]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    unread: list[Receipt] = field(default_factory=list)
    without_day: list[Receipt] = field(default_factory=list)
    mappings: dict[str, str] = field(default_factory=dict)
    meetings: Sequence[Meeting] = ()


@in_dutch()
def open_deliveries(
    given: Sifted, previous: Sifted, output: Path, provincie: str, peildatum: Peildatum | None, feedback: Feedback, mappings: Path | None = None
) -> Opened:  # fmt: skip
    """Open deliveries into the review file of a province and a peildatum, which is made or added to.

    :param previous: those of an earlier peildatum, to compare with.
    :param output: the review file, or the folder in which it is or comes under its own name.
    :param provincie: whose review it is; empty for that of the most packages.
    :param peildatum: of what is reviewed; None for that of the most municipalities.
    :param mappings: the folder with the mappings of municipalities without the plugin, if the province chose one.
    :raises LmvwError: when no package tells whose review it is, or the review file cannot be written.
    :raises Cancelled: when the user cancels; nothing is changed.
    """
    came, earlier = arrived(given, Part(feedback, 0, 20)), arrived(previous, Part(feedback, 20, 25))
    what = review_of(came, output, provincie, peildatum)
    path = output / what.name if output.is_dir() else output
    require_short(path.parent, len(f"/{path.name}"))
    with changed(path, what) as book:
        desk = _Desk(book, what, mappings)
        desk.take_previous(earlier, Part(feedback, 25, 30))
        desk.take(came, Part(feedback, 30, 80))
        desk.compare(Part(feedback, 80, 93))
        meetings = desk.between(Part(feedback, 93, 98))
        checkpoint(feedback, 98)
        rows, complaints = desk.finish()
        checkpoint(feedback)
    return Opened(
        path,
        tables.about(path),
        desk.receipts,
        rows,
        desk.new,
        desk.again,
        complaints,
        desk.unread,
        desk.without_day,
        desk.mappings,
        meetings,
    )


class _Desk:
    """The receipts of a review file, and what is done with what comes in."""

    def __init__(self, book: ReviewFile, what: About, folder: Path | None) -> None:
        self._book, self._what = book, what
        self._mappings = Mappings(tables.mappings(book.path), folder)
        self.mappings: dict[str, str] = {}  # those that files were read with now
        self.receipts = tables.receipts(book.path)
        self._asked = tables.expectations(book.path)
        self._now = datetime.now().replace(microsecond=0).isoformat()
        self.new: list[Receipt] = []
        self.again: list[tuple[str, str]] = []
        self.unread: list[Receipt] = []
        self.without_day: list[Receipt] = []
        self._renewed: list[Renewed] = []

    def take(self, came: Sequence[Arrived], feedback: Feedback) -> None:
        """Place every file, the delivery that was made first before the others of its municipality.

        :raises LmvwError: when the review file cannot be written.
        """
        mine = [of_review(file, self._what) for file in came]
        order = sorted(mine, key=lambda file: (min(file.head.made, self._now) if file.head else "", file.path.name))
        for number, file in enumerate(order):
            part = Part(feedback, 100 * number / len(order), 100 * (number + 1) / len(order))
            checkpoint(part, 0)
            if known := self._known(file):
                self.again.append(
                    (shown(file.path), tr("al ontvangen op {when} als ‘{name}’.").format(when=known.when, name=known.bestand))
                )
            else:
                self._place(file, part)

    def take_previous(self, came: Sequence[Arrived], feedback: Feedback) -> None:
        """Keep the plans of earlier deliveries, to compare with.

        :raises LmvwError: when the review file cannot be written.
        """
        for number, file in enumerate(came):
            part = Part(feedback, 100 * number / len(came), 100 * (number + 1) / len(came))
            if self._known(file):
                continue
            day = file.head.peildatum if file.head is not None else day_meant(file, came, self._what.peildatum) if file.bundle else None
            if day is not None and not day < self._what.peildatum:
                said = tr("als vorige levering telt een levering van vóór {day}; deze is van {own}.")
                file = file.refused(said.format(day=self._what.peildatum.words, own=day.words))
            elif file.bundle is not None and file.bundle.meant and not file.candidates(self._what.provincie):
                file = file.refused(elsewhere(file.bundle.meant[0], self._what))
            receipt, judged = self._read(file, part, day)
            if judged is not None:
                receipt = replace(receipt, stand=State.PREVIOUS.value)
                if file.bundle is not None and day is not None:
                    said = tr("Gelezen als levering van {day}: zo’n bestand zegt niet van welke peildatum het is.").format(day=day.words)
                    receipt = replace(receipt, reden=f"{receipt.reden} {said}")
                    self.without_day.append(receipt.writable())
                self._book.add_previous(receipt.levering, judged.content.plans, judged.content.shapes)
            else:
                receipt = replace(receipt, stand=State.NO_PREVIOUS.value)
                self.unread.append(receipt.writable())
            self._keep(receipt)

    def compare(self, feedback: Feedback) -> None:
        """Lay each delivery that is reviewed beside the one before, where that was not done yet.

        :raises LmvwError: when the review file cannot be written.
        """
        previous = [receipt for receipt in self.receipts if receipt.stand == State.PREVIOUS.value]
        pairs = [(receipt, thens) for receipt in self.receipts if receipt.is_current and (thens := before(receipt, previous))]
        waiting = [(now, thens) for now, thens in pairs if now.vergeleken_inhoud != print_of_all(thens)]
        for number, (now, thens) in enumerate(waiting):
            part = Part(feedback, 100 * number / len(waiting), 100 * (number + 1) / len(waiting))
            self._book.remove_findings(now.levering, SINCE.__contains__)
            try:
                require("shapely")  # what became of plans is not known without their polygons, which is not the same as nothing
                olds = [self._plans(then, PREVIOUS) for then in thens]
                findings = since(olds, Peildatum.parse(thens[0].peildatum), self._plans(now, b.LAYER), part)
            except Exception as error:
                self._keep(now.not_compared(why_not(error)))
                continue
            self._book.add_findings(now.levering, now.gemeente_code, findings)
            self._keep(replace(now, **since_figures(findings, thens)))  # type: ignore[arg-type]  # names are those of a receipt

    def between(self, feedback: Feedback) -> Sequence[Meeting]:
        """Lay the deliveries that are reviewed beside each other: what came in may lie on what was there.

        :raises LmvwError: when the review file cannot be written.
        """
        if lack("shapely"):
            return ()
        current = {receipt.levering: receipt for receipt in self.receipts if receipt.is_current}
        grounds = []
        for number, receipt in current.items():
            for plan, wkb in zip(*self._book.plans_of(number, b.LAYER, OF_GROUND), strict=True):
                if not is_finished(plan) and plan["plan_id"] != sum_id(receipt.gemeente_code):
                    grounds.append(Ground(number, plan, wkb))
        shared = between(grounds, current, feedback)
        for number, receipt in current.items():
            self._book.remove_findings(number, BETWEEN.__contains__)
            self._book.add_findings(number, receipt.gemeente_code, shared.findings[number])
            self._keep(replace(receipt, over_grens=len(shared.findings[number])))
        return shared.meetings

    def finish(self) -> tuple[list[Row], list[str]]:
        """Judge by the expectations, and write receipts and overview; returns the overview, and what is wrong with the expectations.

        :raises LmvwError: when the review file cannot be written.
        """
        asked, complaints = e.understood(self._asked)
        findings: dict[int, list[Finding]] = {}
        for receipt in self.receipts:
            if receipt.is_current:
                self._book.remove_findings(receipt.levering, lambda rule: rule.startswith("V"))
                findings[receipt.levering] = e.judged(asked, receipt, self._what.peildatum)
                self._book.add_findings(receipt.levering, receipt.gemeente_code, findings[receipt.levering])
        rows = overview(self._what.provincie, self._what.peildatum, self.receipts, findings)
        self._book.close()
        tables.keep(self._book.path, self.receipts, rows, {**self._mappings.kept, **self.mappings}, self._renewed)
        return rows, complaints

    def _known(self, file: Arrived) -> Receipt | None:
        """It came in before, to the byte, and was judged as well as can be now."""
        known = received_before(self.receipts, file.sha256) or next((new for new in self.new if new.sha256 == file.sha256), None)
        if known is None or not known.is_current:
            return known
        better = (known.polygonen is False and not lack("shapely")) or (
            file.bundle is not None and self._mappings.is_new(known.gemeente_code)
        )
        return None if better else known

    def _place(self, file: Arrived, feedback: Feedback) -> None:
        receipt, judged = self._read(file, feedback)
        if judged is not None:
            current = current_of(self.receipts, receipt.gemeente_code)
            if current is not None and current.levering == receipt.levering:
                self._judge_again(receipt, judged)
                return
            receipt, replaced = placed(receipt, current)
            if replaced is not None:
                self._compare_renewed(receipt, replaced, judged)
                self._book.make_previous(replaced.levering, (old.levering for old in self._others(receipt, State.REPLACED)))
                self._keep(replaced)
            if receipt.is_current:
                self._book.add_plans(receipt.levering, judged.content.plans, judged.content.shapes, judged.content.aggregates)
                self._book.add_findings(receipt.levering, receipt.gemeente_code, judged.findings)
        self._keep(receipt)
        self.new.append(receipt.writable())

    def _compare_renewed(self, receipt: Receipt, replaced: Receipt, judged: Judged) -> None:
        gemeente = gemeente_of(receipt.gemeente_code)
        then = Plans(replaced.bestand, gemeente, *self._book.delivered(replaced.levering, self._what.peildatum))
        now = Plans(receipt.bestand, gemeente, judged.content.plans, judged.content.shapes)
        self._renewed += renewals(receipt.levering, replaced.levering, then, now, self._what.peildatum)

    def _judge_again(self, receipt: Receipt, judged: Judged) -> None:
        """What is reviewed already, and could be judged in part only, or was read with another mapping."""
        self._book.remove_findings(receipt.levering)
        self._book.replace_plans(receipt.levering, judged.content.plans, judged.content.shapes, judged.content.aggregates)
        self._book.add_findings(receipt.levering, receipt.gemeente_code, judged.findings)
        receipt = replace(receipt, stand=State.CURRENT.value)
        self._keep(receipt)
        self.new.append(receipt.writable())

    def _read(self, file: Arrived, feedback: Feedback, earlier: Peildatum | None = None) -> tuple[Receipt, Judged | None]:
        """The receipt of a file, and what is in it where it can be read.

        :param earlier: the peildatum of a previous delivery.
        """
        number, when = next(
            ((old.levering, old.ontvangen_op) for old in self.receipts if old.sha256 == file.sha256), (len(self.receipts) + 1, self._now)
        )
        receipt = Receipt(number, file.path.name, str(file.path.parent), file.sha256, when, file.state.value, file.reason)
        if file.bundle is not None:
            return self._read_without(receipt, file, file.bundle, feedback, earlier)
        if file.head is None:
            gemeente = every_gemeente().get(claimed(file.path.name))
            return (replace(receipt, gemeente_code=gemeente.code, gemeente_naam=gemeente.name) if gemeente else receipt), None
        receipt = _of(receipt, file.head.gemeente, file.head.peildatum, file.head.made, file.head.version)
        try:
            judged = judge(file.head, feedback)
        except Exception as error:
            return replace(receipt, reden=why_not(error)), None
        return replace(receipt, inhoud=judged.inhoud, **judged.figures), judged  # type: ignore[arg-type]  # names are those of a receipt

    def _read_without(
        self, receipt: Receipt, file: Arrived, bundle: Bundle, feedback: Feedback, earlier: Peildatum | None
    ) -> tuple[Receipt, Judged | None]:
        """As ``_read``, by the importer; the mapping that is kept is that of what is reviewed."""
        day, mappings = earlier or self._what.peildatum, replace(self._mappings, of_before=earlier is not None)
        candidates = file.candidates(self._what.provincie)
        if len(candidates) == 1:
            receipt = _of(receipt, candidates[0], day, bundle.made, WITHOUT)
        try:
            done = translated(bundle, candidates, day, mappings, feedback)
        except Exception as error:
            state = State.REFUSED if receipt.gemeente_code else State.FOREIGN
            return replace(receipt, stand=state.value, reden=why_not(error)), None
        receipt = _of(receipt, done.gemeente, day, bundle.made, WITHOUT)
        if done.gemeente.provincie != self._what.provincie:
            return replace(receipt, stand=State.REFUSED.value, reden=elsewhere(done.gemeente, self._what)), None
        if earlier is None:
            self.mappings[done.gemeente.code] = done.mapping
        receipt = replace(receipt, inhoud=done.judged.inhoud, reden=done.told, **done.judged.figures)  # type: ignore[arg-type]  # as above
        return receipt, done.judged

    def _keep(self, receipt: Receipt) -> None:
        """In the place of what was known of this file."""
        receipt = receipt.writable()
        self.receipts = [known for known in self.receipts if known.levering != receipt.levering] + [receipt]
        self.receipts.sort(key=lambda known: known.levering)
        self.new = [receipt if known.levering == receipt.levering else known for known in self.new]

    def _others(self, receipt: Receipt, state: State) -> list[Receipt]:
        """The other deliveries of the same municipality in a state."""
        return [other for other in self.receipts if other.gemeente_code == receipt.gemeente_code and other.stand == state.value]

    def _plans(self, receipt: Receipt, layer: str) -> Plans:
        return Plans(receipt.bestand, gemeente_of(receipt.gemeente_code), *self._book.plans_of(receipt.levering, layer))


def _of(receipt: Receipt, gemeente: Gemeente, peildatum: Peildatum, made: str, version: str) -> Receipt:
    return replace(
        receipt, gemeente_code=gemeente.code, gemeente_naam=gemeente.name, peildatum=str(peildatum), gemaakt=made, plugin_versie=version
    )  # fmt: skip
