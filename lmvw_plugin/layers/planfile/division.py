# SPDX-License-Identifier: GPL-2.0-or-later
"""Dividing counts over plans, after a polygon was cut or between plans that exist; their sum stays what it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qgis.core import NULL, QgsFeature, QgsVectorLayer

from ...core.basisset import fields as b
from ...core.basisset.values import amount, whole_number
from ...core.divide import Counts
from ...core.errors import LmvwError
from ...core.i18n import tr
from ..sources import value
from .edits import label_follows, one_step

_OF_ITS_OWN = ("plan_id", "plannummer", "plannaam")
_MOST = 12  # plans side by side


@dataclass(frozen=True, slots=True)
class Division:
    """Plans and the sum of their counts. The first plan holds what the others do not get."""

    plans: tuple[QgsFeature, ...]
    totals: dict[str, int | None]  # None: answered by none of them

    @property
    def now(self) -> list[dict[str, int | None]]:
        """The counts as they are, with 0 for a plan that has no answer to what another has."""
        return [
            {name: amount(value(plan[name])) if total is not None else None for name, total in self.totals.items()} for plan in self.plans
        ]

    @property
    def names(self) -> list[str]:
        """The name of each plan, empty for a new part."""
        return [str(value(plan["plannaam"]) or "") for plan in self.plans]

    @property
    def areas(self) -> list[float]:
        """Square metres."""
        return [plan.geometry().area() for plan in self.plans]


def division(plans: Iterable[QgsFeature]) -> Division:
    """Put the plan with the most dwellings first and add up what there is.

    :raises LmvwError: when there are fewer than two, or more than fit on a screen.
    """
    ordered = tuple(sorted(plans, key=lambda plan: (is_fresh(plan), -amount(value(plan["bruto_totaal"])))))
    if len(ordered) < 2:
        raise LmvwError(tr("Selecteer eerst de twee of meer plannen waarover u de aantallen wilt verdelen."))
    if len(ordered) > _MOST:
        raise LmvwError(tr("U kunt over ten hoogste {most} plannen tegelijk verdelen; selecteer er minder.").format(most=_MOST))
    totals: dict[str, int | None] = {}
    for field in b.COUNTS:
        known = [count for plan in ordered if (count := whole_number(value(plan[field.name]))) is not None]
        totals[field.name] = sum(known) if known else None
    return Division(ordered, totals)


def is_fresh(plan: QgsFeature) -> bool:
    """A part that was just cut off: no name and no count yet."""
    return not value(plan["plannaam"]) and all(value(plan[field.name]) is None for field in b.COUNTS)


def apply_division(layer: QgsVectorLayer, divided: Division, counts: Sequence[Counts], names: Sequence[str]) -> None:
    """Give each plan its counts and name, as one step that can be undone; a new part also gets the answers of the first plan.

    What an existing plan had not answered stays so, unless dwellings come to it.

    :raises LmvwError: when dwellings would be lost or counted twice, a name is missing, or the layer or its file refuses.
    """
    for name, total in divided.totals.items():
        if total is not None and (sum(part[name] or 0 for part in counts) != total or any((part[name] or 0) < 0 for part in counts)):
            raise LmvwError(tr("‘{field}’ is nog niet goed verdeeld: samen {total}.").format(field=b.BY_NAME[name].label, total=total))
    if not all(name.strip() for name in names):
        raise LmvwError(tr("Geef elk deel een naam."))
    label_follows(layer, divided.plans, [plan for plan in divided.plans if is_fresh(plan)])
    with one_step(layer, tr("Aantallen verdelen")):
        for plan, part, name in zip(divided.plans, counts, names, strict=True):
            fresh = is_fresh(plan)
            values: dict[str, object] = {
                veld: count
                for veld, count in part.items()
                if divided.totals[veld] is not None and (fresh or count != amount(value(plan[veld])))
            }
            values["plannaam"] = name.strip()
            if fresh:
                values |= _answers(divided.plans[0], part)
            new = {layer.fields().lookupField(veld): NULL if answer is None else answer for veld, answer in values.items()}
            if not layer.changeAttributeValues(plan.id(), new):
                raise LmvwError(tr("De aantallen kunnen niet verdeeld worden; kan deze laag bewerkt worden?"))


def _answers(whole: QgsFeature, part: Counts) -> dict[str, object]:
    """What goes for the whole plan goes for its parts; a question about a count that a part has none of is not answered."""
    return {
        field.name: value(whole[field.name])
        for field in b.COLUMNS
        if field.kind is not b.Kind.COUNT and field.name not in _OF_ITS_OWN and (not field.explains or part[field.explains])
    }
