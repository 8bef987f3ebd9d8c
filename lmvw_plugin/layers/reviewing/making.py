# SPDX-License-Identifier: GPL-2.0-or-later
"""The answers of a province, made of its review file as it was at one moment: one for each municipality that is to act on something."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from qgis.core import QgsGeometry

from ...core.basisset import fields as b
from ...core.basisset.codelists import gemeente
from ...core.errors import LmvwError
from ...core.feedback import Feedback, checkpoint
from ...core.i18n import tr
from ...core.receiving.receipts import Receipt
from ...core.reviewing.answer import Answer, Line, lines
from ...core.reviewing.entries import Entry, Review
from ..files import OwnFolder
from ..moment import PATIENCE, copy_of
from ..receiving import tables
from ..receiving.review_file import ReviewFile
from . import entries_table
from .answer_file import write_answer


@dataclass(frozen=True, slots=True)
class Made:
    """An answer that was written. ``moved_to``: where the earlier one of its name is now. ``closed``: somebody closed the review."""

    answer: Answer
    path: Path
    moved_to: Path | None
    closed: bool


def make_answers(path: Path, folder: Path, wanted: str, feedback: Feedback) -> tuple[list[Made], list[tuple[str, LmvwError]]]:
    """Write the answers, and say of which municipalities that failed and why; nothing for one that has nothing to act on.

    :param wanted: the code of the only municipality that gets one; empty for all.
    :raises LmvwError: when it is no review file, there is nothing to answer, or no answer at all can be written.
    :raises Cancelled: when the user cancels; answers that were made stay.
    """
    made: list[Made] = []
    failed: list[tuple[str, LmvwError]] = []
    with closing(OwnFolder()) as own:
        tables.about(path)
        copy = copy_of(path, own.path, feedback, PATIENCE)
        book, receipts, said = ReviewFile(copy), tables.receipts(copy), entries_table.read(copy)
        current = [receipt for receipt in receipts if receipt.is_current and wanted in ("", receipt.gemeente_code)]
        for number, receipt in enumerate(current):
            checkpoint(feedback, 100 * number / len(current))
            try:
                answer, review = _answer(copy, book, receipt, receipts, said)
                if answer.lines:
                    made.append(Made(answer, *write_answer(folder, answer), review.closed is not None))
            except LmvwError as error:  # of one municipality, and no reason to leave the others without theirs
                failed.append((receipt.gemeente_naam, error))
        book.close()
    if failed and not made:
        raise failed[0][1]
    if not made:
        raise LmvwError(tr("Er is niets te antwoorden; geef eerst plannen een label, of schrijf een opmerking of vraag."))
    return made, failed


def _answer(copy: Path, book: ReviewFile, receipt: Receipt, receipts: Sequence[Receipt], said: Sequence[Entry]) -> tuple[Answer, Review]:
    review, what = Review(receipt.gemeente_code, receipts, said), tables.about(copy)
    plans, shapes = book.plans_of(receipt.levering, b.LAYER)
    where = {str(plan.get("plan_id")): wkb for plan, wkb in zip(plans, shapes, strict=True)}
    told = tuple(_placed(line, where.get(line.plan_id)) for line in lines(review, where))
    now = datetime.now().replace(microsecond=0).isoformat()
    answer = Answer(what.provincie, gemeente(receipt.gemeente_code), what.peildatum, now, receipt.bestand, receipt.sha256, told)
    return answer, review


def _placed(line: Line, wkb: bytes | None) -> Line:
    """A line with a place on the map: what is about a plan stands in it."""
    if line.place is not None or not wkb:
        return line
    shape = QgsGeometry()
    shape.fromWkb(wkb)
    inside = shape.pointOnSurface()
    if inside.isEmpty():
        return line
    return replace(line, place=(inside.asPoint().x(), inside.asPoint().y()))
