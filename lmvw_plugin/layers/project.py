# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS project set up for drawing plans: the plan layer, the boundary, RD, snapping and topological editing."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateTransformContext,
    QgsFillSymbol,
    QgsProject,
    QgsReferencedRectangle,
    QgsSingleSymbolRenderer,
    QgsSnappingConfig,
    QgsTolerance,
    QgsVectorLayer,
)

from ..core.errors import LmvwError
from ..core.i18n import tr
from . import planfile
from .sources import rd_new

_SNAP_PIXELS = 12
_MARGIN = 1.05  # of the extent, around the map


def set_up_project(project: QgsProject, plan_file: Path, boundary: QgsVectorLayer | None = None) -> QgsVectorLayer:
    """Fill a project for one plan file and return its plan layer.

    :raises LmvwError: when the file is not a plan file.
    """
    info = planfile.read_info(plan_file)
    plans = planfile.open_layer(plan_file)
    plans.setName(tr("Plannen {gemeente} {peildatum}").format(gemeente=info.gemeente.name, peildatum=info.peildatum))
    project.setCrs(rd_new())
    project.setTransformContext(QgsCoordinateTransformContext())
    project.setTitle(
        tr("Woningbouwplannen {gemeente}, peildatum {peildatum}").format(gemeente=info.gemeente.name, peildatum=info.peildatum)
    )
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    if boundary is not None:
        _add_boundary(project, boundary)
    project.addMapLayer(plans)
    project.setTopologicalEditing(True)
    project.setAvoidIntersectionsMode(Qgis.AvoidIntersectionsMode.AllowIntersections)
    project.setSnappingConfig(_snapping(project, plans, boundary))
    extent = boundary.extent() if boundary is not None else plans.extent()
    extent.scale(_MARGIN)
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(extent, rd_new()))
    return plans


def save(project: QgsProject, path: Path) -> None:
    """Write the project file.

    :raises LmvwError: when it cannot be written.
    """
    if not project.write(str(path)):
        raise LmvwError(tr("Project ‘{path}’ kan niet geschreven worden ({reason}).").format(path=path, reason=project.error()))


def _add_boundary(project: QgsProject, boundary: QgsVectorLayer) -> None:
    outline = QgsFillSymbol.createSimple({"style": "no", "outline_color": "#5b2a86", "outline_width": "0.8", "outline_style": "dash dot"})
    boundary.setRenderer(QgsSingleSymbolRenderer(outline))
    boundary.setReadOnly(True)
    project.addMapLayer(boundary)


def _snapping(project: QgsProject, plans: QgsVectorLayer, boundary: QgsVectorLayer | None) -> QgsSnappingConfig:
    snapping = QgsSnappingConfig(project)
    snapping.setEnabled(True)
    snapping.setMode(Qgis.SnappingMode.AdvancedConfiguration)
    kinds = Qgis.SnappingType.Vertex | Qgis.SnappingType.Segment
    for layer in filter(None, (plans, boundary)):
        snapping.setIndividualLayerSettings(
            layer, QgsSnappingConfig.IndividualLayerSettings(True, kinds, _SNAP_PIXELS, QgsTolerance.UnitType.Pixels)
        )
    return snapping
