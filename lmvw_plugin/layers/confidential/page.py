# SPDX-License-Identifier: GPL-2.0-or-later
"""The public page with its map. What is drawn is a layer in memory that is made of public plans: nothing else can come onto it."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from ...core.basisset import fields as b
from ...core.confidential.page import page, without_map
from ...core.confidential.public import FIELDS, Version
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from ...core.reporting.plan_map import PlanMap
from ..delivering.report_map import draw_made

_TYPES = {b.Kind.COUNT: "integer", b.Kind.YESNO: "bool"}


def write_page(path: Path, version: Version, feedback: Feedback) -> None:
    """Draw the map and write the page; the map is as it was drawn when this returns.

    :raises LmvwError: when what is on disk differs.
    """
    text = page(version, _picture(version, feedback))
    path.write_text(text, encoding="utf-8", newline="\n")
    _require(path.read_bytes() == text.encode())


def verify_page(path: Path, version: Version, feedback: Feedback) -> None:  # as every writer
    """All but the map is as it was meant, and there is a map where there is something to draw.

    :raises LmvwError: when something differs.
    """
    text = path.read_text(encoding="utf-8")
    rest = without_map(text)
    _require(rest == page(version, None) and (rest != text) is any(plan.wkb for plan in version.plans))


def _require(right: bool) -> None:
    """It is as it was meant.

    :raises LmvwError: when it is not.
    """
    if not right:
        raise LmvwError(tr("De openbare pagina is niet goed geschreven; is de schijf vol?"))


def _picture(version: Version, feedback: Feedback) -> PlanMap | None:
    """The public plans on a map; None when none has a polygon."""
    columns = "".join(f"&field={field.name}:{_TYPES.get(field.kind, 'string')}" for field in FIELDS)
    layer = QgsVectorLayer(f"MultiPolygon?crs={b.CRS}&field=fid:integer{columns}&field=vertrouwelijk:bool", "openbaar", "memory")
    drawn: list[QgsFeature] = []
    for plan in version.plans:
        if plan.wkb:
            feature, shape = QgsFeature(layer.fields()), QgsGeometry()
            shape.fromWkb(plan.wkb)
            feature.setGeometry(shape)
            feature.setAttributes([len(drawn) + 1, *plan.values, False])
            drawn.append(feature)
    if not drawn:
        return None
    layer.dataProvider().addFeatures(drawn)
    layer.updateExtents()
    return draw_made(layer, feedback)
