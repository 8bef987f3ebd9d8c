# SPDX-License-Identifier: GPL-2.0-or-later
"""A delivery that could be read: what its receipt says of it, and what is found in it, judged by every rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from ...core.basisset import fields as b
from ...core.confidential.steward import require_deliverable
from ...core.delivering import delivery as d
from ...core.delivering.sheets import PLANNEN
from ...core.delivering.small_plans import sum_id
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Part
from ...core.i18n import several, tr
from ...core.receiving.totals import figures, print_of
from ...core.rules.findings import Finding
from ...core.rules.plans import Plan
from .. import checks
from ..delivering.archive import UNREADABLE, judged, pieces
from ..files import OwnFolder
from ..workbook.reader import read_table
from .received import Content, Head, content_of

_NAMES = [field.name for field in b.COLUMNS]


@dataclass(frozen=True, slots=True)
class Judged:
    """``figures`` by column of the receipt; ``inhoud`` is the print of the content."""

    content: Content
    findings: list[Finding]
    figures: dict[str, object]
    inhoud: str


def judge(head: Head, feedback: Feedback) -> Judged:
    """Read and judge a verified package.

    :raises LmvwError: when its plans are not those of a delivery, or its workbook names other plans.
    :raises Cancelled: when the user cancels.
    """
    content = content_of(head, Part(feedback, 0, 40))
    require_deliverable(content.plans, head.gemeente)
    _require_same_names(head, content.plans, Part(feedback, 40, 60))
    findings = checks.check_delivered(
        content.plans, content.shapes, head.peildatum, head.gemeente.code, sum_id(head.gemeente.code), Part(feedback, 60, 100)
    )
    rows = ((tuple(map(plan.get, _NAMES)), wkb) for plan, wkb in zip(content.plans, content.shapes, strict=True))
    return Judged(
        content,
        findings,
        {**figures(content.plans, content.aggregates, findings), "polygonen": not checks.skipped_rules()},
        print_of(rows, content.aggregates),
    )


def _require_same_names(head: Head, plans: Sequence[Plan], feedback: Feedback) -> None:
    """The workbook names the plans that the map has, letter by letter.

    :raises LmvwError: when it does not, or cannot be read.
    """
    with closing(OwnFolder()) as own:
        copy = own.path / d.XLSX
        try:
            with judged(head.path) as archive, copy.open("wb") as target:
                target.writelines(pieces(archive, d.XLSX, feedback))
        except UNREADABLE as error:
            raise LmvwError(tr("‘{name}’ in het pakket ontbreekt of is beschadigd; vraag het opnieuw op.").format(name=d.XLSX)) from error
        table = read_table(copy, PLANNEN, "plannaam", feedback)
    there = Counter[object](name for _, name in table.names)
    meant = Counter[object](plan.get("plannaam") for plan in plans)
    if other := sum(((there - meant) + (meant - there)).values()):  # never which: a reason is read outside the review file too
        words = tr("kaartbestand en Excel-bestand noemen niet dezelfde plannen ({names} anders); vraag een nieuwe levering.")
        raise LmvwError(words.format(names=several(other, "naam", "namen")))
