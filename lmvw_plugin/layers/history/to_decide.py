# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person decides still in a plan file that was made of an earlier one: the rows of ``lmvw_te_beslissen`` of which nobody has changed the plan."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ..planfile.tables.decisions_table import Row, read
from ..sources import value


def to_decide(path: Path, layer: QgsVectorLayer) -> list[Row]:
    """Those rows, with the plans as the layer has them now, edits included; also what somebody ticked off and is as it was.

    A field that was emptied is decided once it is filled in, one that kept its value once that is another, and a plan that is gone is too.

    :raises LmvwError: when another program keeps the file to itself.
    """
    rows = read(path)
    if not rows:
        return []
    names = sorted({"plan_id", *(row.veld for row in rows)} & set(layer.fields().names()))
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(names, layer.fields())
    plans = {str(value(plan["plan_id"])): {name: value(plan[name]) for name in names} for plan in layer.getFeatures(request)}
    return [row for row in rows if row.plan_id in plans and _untouched(row, plans[row.plan_id].get(row.veld))]


def _untouched(row: Row, now: object) -> bool:
    if row.gevraagd:
        return now is None
    return now is True or str(now) == row.was  # a plan of which nobody knows whether it was delivered, or a count that stays
