# SPDX-License-Identifier: GPL-2.0-or-later
"""A delivery that could be read: what its receipt says of it, what is found in it, and what became of the plans of the one before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from qgis.core import QgsGeometry

from ...core.basisset import fields as b
from ...core.basisset.codelists import Gemeente
from ...core.confidential.steward import require_deliverable
from ...core.delivering import delivery as d
from ...core.delivering.sheets import PLANNEN
from ...core.delivering.small_plans import sum_id
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Part
from ...core.history.sides import Side, Values
from ...core.history.since import findings_since
from ...core.i18n import tr
from ...core.receiving.totals import figures, print_of
from ...core.rules.findings import Ernst, Finding
from ...core.rules.plans import Plan
from ..checks import check_delivered
from ..delivering.archive import UNREADABLE, judged, pieces
from ..files import OwnFolder
from ..history.comparing import compare
from ..history.reading import Drawn
from ..planfile.rows import shape_of
from ..workbook.reader import read_table
from .received import Content, Head, content_of

_NAMES = [field.name for field in b.COLUMNS]
_COMPARED = frozenset(field.name for field in b.COLUMNS if field.phase is None and field.name not in ("gemeente_code", "gemeente_naam"))


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
    found = check_delivered(
        content.plans, content.shapes, head.peildatum, head.gemeente.code, sum_id(head.gemeente.code), Part(feedback, 60, 100)
    )
    rows = ((tuple(map(plan.get, _NAMES)), wkb) for plan, wkb in zip(content.plans, content.shapes, strict=True))
    return Judged(content, found, figures(content.plans, content.aggregates, found), print_of(rows))


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
    if other := sorted(map(str, (there - meant) + (meant - there))):
        raise LmvwError(tr("kaartbestand en Excel-bestand noemen niet dezelfde plannen ({names}); vraag een nieuwe levering.").format(
            names=", ".join(f"‘{name[:_SHOWN]}’" for name in other[:3])
        ))  # fmt: skip


_SHOWN = 40  # characters of a name


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans of one delivery as the review file keeps them, with their polygons as WKB."""

    title: str
    gemeente: Gemeente
    plans: Sequence[Values]
    shapes: Sequence[bytes | None]

    def drawn(self) -> Drawn:
        """As a side of a comparison. Years are left out: two deliveries do not have the same."""
        shapes = []
        for wkb in self.shapes:
            geometry = QgsGeometry()
            if wkb:
                geometry.fromWkb(wkb)
            shapes.append(shape_of(geometry, wkb))
        return Drawn(Side(self.title, self.plans, _COMPARED), shapes, [], self.gemeente)


def since(then: Plans, now: Plans, feedback: Feedback) -> list[Finding]:
    """What is found of the plans of now beside those of then (rules S4 to S6).

    :raises Cancelled: when the user cancels.
    :raises LmvwError: when shapely 2 is missing.
    """
    compared = compare(then.drawn(), now.drawn(), (), feedback)
    return findings_since(compared.comparison, compared.ground)


def since_figures(found: Sequence[Finding], then: Plans, bruto: int) -> dict[str, object]:
    """By column of the receipt."""
    gone = sum(finding.regel == "S4" and finding.ernst is Ernst.FOUT for finding in found)
    return {
        "vergeleken_met": then.title,
        "plannen_vorig": len(then.plans),
        "bruto_vorig": bruto,
        "verdwenen": gone,
        "sprongen": len(found) - gone,
    }
