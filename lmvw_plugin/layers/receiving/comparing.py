# SPDX-License-Identifier: GPL-2.0-or-later
"""A delivery beside that of the earlier peildatum: what became of its plans, also where municipalities merged or one side sums its small plans."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from qgis.core import QgsGeometry

from ...core.basisset import fields as b
from ...core.basisset.codelists import Gemeente, every_gemeente
from ...core.basisset.peildatum import Peildatum
from ...core.delivering.small_plans import is_small, sum_id
from ...core.feedback import Feedback
from ...core.history.facts import Comparison, Fact, Kind
from ...core.history.sides import Side, Values
from ...core.history.since import findings_since
from ...core.i18n import joined
from ...core.receiving.receipts import Receipt
from ...core.receiving.without import WITHOUT
from ...core.reviewing.renewed import Renewed
from ...core.reviewing.renewing import renewed
from ...core.rules.findings import Ernst, Finding
from ..history.comparing import compare
from ..history.lying import SAME
from ..history.reading import Drawn
from ..history.since import without_sum
from ..planfile.rows import shape_of

_DELIVERED = frozenset(field.name for field in b.COLUMNS)
_COMPARED = frozenset(field.name for field in b.COLUMNS if field.phase is None and field.name not in ("gemeente_code", "gemeente_naam"))


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans of one delivery as the review file keeps them, with their polygons as WKB."""

    title: str
    gemeente: Gemeente
    plans: Sequence[Values]
    shapes: Sequence[bytes | None]

    @property
    def is_summed(self) -> bool:
        """One of its plans stands for the small ones (art. 9)."""
        return any(plan.get("plan_id") == sum_id(self.gemeente.code) for plan in self.plans)


def before(now: Receipt, previous: Sequence[Receipt]) -> list[Receipt]:
    """What to lay a delivery beside: of the latest peildatum that was given the last of the municipality, or of each that it came of."""
    gemeente = every_gemeente()[now.gemeente_code]
    own = [receipt for receipt in previous if gemeente.came_of(every_gemeente()[receipt.gemeente_code])]
    day = max((receipt.peildatum for receipt in own), default="")
    order = sorted(own, key=lambda receipt: (receipt.plugin_versie != WITHOUT, receipt.made))  # a package says itself of when it is
    last = {receipt.gemeente_code: receipt for receipt in order if receipt.peildatum == day}
    return [last[code] for code in sorted(last)]


def print_of_all(thens: Sequence[Receipt]) -> str:
    """By which what a delivery was laid beside is known again."""
    return " ".join(then.inhoud for then in thens)


def since(thens: Sequence[Plans], peildatum: Peildatum, now: Plans, feedback: Feedback) -> list[Finding]:
    """What is found of the plans of now beside those of then (rules S4 to S6).

    :param thens: the delivery before, or those of the municipalities that this one came of.
    :param peildatum: theirs.
    :raises Cancelled: when the user cancels.
    :raises LmvwError: when shapely 2 is missing.
    """
    old, new = _together(thens), _together([now])
    whole = not _lacking(thens, peildatum, now.gemeente)
    alike = [(side.gemeente, side.is_summed) for side in thens] == [(now.gemeente, now.is_summed)]
    if not alike:  # a sum is no plan that can be found again, nor is what is in it
        codes = [side.gemeente.code for side in (*thens, now)]
        old, new = without_sum(old, codes), without_sum(new, codes)
        whole = whole and not any(side.is_summed for side in thens)
    compared = compare(old, new, (), feedback)
    excused = frozenset(_excused(old.side.plans, now.is_summed and not alike))
    facts = [fact for fact in compared.comparison.facts if not _is_gone(fact, excused)]
    return findings_since(Comparison(old.side, new.side, facts), compared.ground, whole=whole)


def renewals(levering: int, vervangt: int, then: Plans, now: Plans, peildatum: Peildatum) -> list[Renewed]:
    """What a newer delivery of the same peildatum made of plans.

    :param levering: its number.
    :param vervangt: that of the one that it replaced.
    """
    before, after = (Side(plans.title, plans.plans, _DELIVERED, peildatum) for plans in (then, now))
    old, new = (dict(zip((str(plan.get("plan_id")) for plan in side.plans), side.shapes, strict=True)) for side in (then, now))
    redrawn = {plan_id for plan_id in old.keys() & new.keys() if not _is_one(old[plan_id], new[plan_id])}
    return list(renewed(levering, vervangt, before, after, redrawn))


def _is_one(then: bytes | None, now: bytes | None) -> bool:
    """The same polygon to some millimetres, wherever its rings begin."""
    shapes = QgsGeometry(), QgsGeometry()
    for shape, wkb in zip(shapes, (then, now), strict=True):
        if wkb:
            shape.fromWkb(wkb)
            shape.convertToMultiType()
    one, other = shapes
    return bool(one.equals(other) or (not one.isNull() and not other.isNull() and 0 <= one.hausdorffDistance(other) <= SAME))


def _together(several: Sequence[Plans]) -> Drawn:
    """As one side of a comparison. Years are left out: two deliveries do not have the same."""
    shapes = []
    for wkb in (wkb for then in several for wkb in then.shapes):
        geometry = QgsGeometry()
        if wkb:
            geometry.fromWkb(wkb)
        shapes.append(shape_of(geometry, wkb))
    side = Side(joined(then.title for then in several), [plan for then in several for plan in then.plans], _COMPARED)
    return Drawn(side, shapes, [], several[0].gemeente if len(several) == 1 else None)


def _lacking(thens: Sequence[Plans], peildatum: Peildatum, now: Gemeente) -> bool:
    """Of a municipality that this one came of nothing was given: nobody can say that a plan is new."""
    came_of = {
        gemeente.code
        for gemeente in every_gemeente().values()
        if gemeente.code != now.code and gemeente.is_there(peildatum.date) and now.came_of(gemeente)
    }
    return not came_of <= {then.gemeente.code for then in thens}


def _excused(plans: Sequence[Values], summed: bool) -> Iterator[int]:
    """The places of plans that may be in a sum, or in another municipality that came of the same one."""
    for index, plan in enumerate(plans):
        source = every_gemeente().get(str(plan.get("gemeente_code")))
        if (summed and is_small(plan)) or (source is not None and len(source.successors) > 1):
            yield index


def _is_gone(fact: Fact, places: Collection[int]) -> bool:
    return fact.kind is Kind.GONE and fact.then[0] in places


def since_figures(findings: Sequence[Finding], thens: Sequence[Receipt]) -> dict[str, object]:
    """By column of the receipt."""
    gone = sum(finding.regel == "S4" and finding.ernst is Ernst.FOUT for finding in findings)
    return {
        "vergeleken_met": ", ".join(then.bestand for then in thens),
        "vergeleken_inhoud": print_of_all(thens),
        "niet_vergeleken": "",
        "plannen_vorig": sum(then.plannen or 0 for then in thens),
        "bruto_vorig": sum(then.bruto or 0 for then in thens),
        "verdwenen": gone,
        "sprongen": len(findings) - gone,
    }
