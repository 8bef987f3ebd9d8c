# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS project set up for drawing plans: the plan layer, the boundary, RD, snapping and topological editing."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateTransformContext,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsSingleSymbolRenderer,
    QgsSnappingConfig,
    QgsSymbolLayerUtils,
    QgsTolerance,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ...core import colours
from ...core.errors import LmvwError
from ...core.i18n import tr
from ..plan_layer.style import PLAN_FILE_STYLES, set_up_style
from ..planfile import store as planfile
from ..sources import NETHERLANDS, rd_new
from . import check_join

_SNAP_PIXELS = 12
_MARGIN = 1.05  # of the extent, around the map
_GRID_METRES = 1000
_IS_BOUNDARY = "lmvw/gemeentegrens"  # property of the layer with the municipality's boundary


def set_up_project(project: QgsProject, plan_file: Path, boundary: QgsVectorLayer | None = None, grid: bool = False) -> QgsVectorLayer:
    """Fill a project for one plan file and return its plan layer.

    :param grid: draw the kilometre grid of RD over the map; nothing is fetched for it.
    :raises LmvwError: when the file is not a plan file.
    """
    info = planfile.read_info(plan_file)
    plans = planfile.open_layer(plan_file)
    plans.setName(tr("Plannen {gemeente} {peildatum}").format(gemeente=info.gemeente.name, peildatum=info.peildatum.words))
    project.setCrs(rd_new())
    project.setTransformContext(QgsCoordinateTransformContext())
    project.setTitle(
        tr("Woningbouwplannen {gemeente}, peildatum {peildatum}").format(gemeente=info.gemeente.name, peildatum=info.peildatum.words)
    )
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    project.addMapLayer(plans)
    add_styles(plans)
    check_join.join(project, plans)
    if grid:
        _add_grid(project)
    project.setTopologicalEditing(True)
    project.setAvoidIntersectionsMode(Qgis.AvoidIntersectionsMode.AllowIntersections)
    project.setSnappingConfig(_snapping(project, plans))
    if boundary is not None:
        add_boundary(project, boundary)
    extent = boundary.extent() if boundary is not None else plans.extent()
    if extent.isEmpty():
        extent = QgsRectangle(NETHERLANDS)  # where a file without plans or boundary begins
    extent.scale(_MARGIN)
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(extent, rd_new()))
    return plans


def boundary_of(project: QgsProject) -> QgsVectorLayer | None:
    """The municipality's boundary in a project that was set up here."""
    return next((layer for layer in project.mapLayers().values() if layer.customProperty(_IS_BOUNDARY)), None)


def add_styles(plans: QgsVectorLayer) -> None:
    """All map styles in the layer's own list (right-click, Styles); the planstatus is shown."""
    manager = plans.styleManager()
    for style in PLAN_FILE_STYLES[1:]:
        if tr(style.title) not in manager.styles():
            set_up_style(plans, style)
            manager.addStyleFromLayer(tr(style.title))
    set_up_style(plans)
    manager.renameStyle(manager.currentStyle(), tr(PLAN_FILE_STYLES[0].title))


def _add_grid(project: QgsProject) -> None:
    """QGIS's own grid decoration, at whole kilometres."""
    line = QgsLineSymbol.createSimple({"line_color": "160,160,160,140", "line_width": "0.1"})
    document = QDomDocument()
    document.appendChild(QgsSymbolLayerUtils.saveSymbol("line symbol", line, document, QgsReadWriteContext()))
    project.writeEntryBool("Grid", "/Enabled", True)
    project.writeEntry("Grid", "/Style", 0)
    project.writeEntry(
        "Grid", "/MapUnits", int(project.crs().mapUnits().value if hasattr(project.crs().mapUnits(), "value") else project.crs().mapUnits())
    )
    project.writeEntryDouble("Grid", "/IntervalX", _GRID_METRES)
    project.writeEntryDouble("Grid", "/IntervalY", _GRID_METRES)
    project.writeEntryBool("Grid", "/ShowAnnotation", False)
    project.writeEntry("Grid", "/LineSymbol", document.toString())


def save(project: QgsProject, path: Path) -> None:
    """Write the project file.

    :raises LmvwError: when it cannot be written.
    """
    if not project.write(str(path)):
        raise LmvwError(tr("Project ‘{path}’ kan niet geschreven worden ({reason}).").format(path=path, reason=project.error()))


def add_boundary(project: QgsProject, boundary: QgsVectorLayer) -> None:
    """The boundary as a line below the plans, to snap to; nobody changes it here."""
    outline = QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": colours.BOUNDARY, "outline_width": "0.8", "outline_style": "dash dot"}
    )
    boundary.setRenderer(QgsSingleSymbolRenderer(outline))
    boundary.setReadOnly(True)
    boundary.setCustomProperty(_IS_BOUNDARY, True)
    project.addMapLayer(boundary, False)
    project.layerTreeRoot().addLayer(boundary)
    snapping = project.snappingConfig()
    snapping.setIndividualLayerSettings(boundary, _to_corners_and_edges())
    project.setSnappingConfig(snapping)


def _snapping(project: QgsProject, plans: QgsVectorLayer) -> QgsSnappingConfig:
    snapping = QgsSnappingConfig(project)
    snapping.setEnabled(True)
    snapping.setMode(Qgis.SnappingMode.AdvancedConfiguration)
    snapping.setIndividualLayerSettings(plans, _to_corners_and_edges())
    return snapping


def _to_corners_and_edges() -> QgsSnappingConfig.IndividualLayerSettings:
    kinds = Qgis.SnappingType.Vertex | Qgis.SnappingType.Segment
    settings: QgsSnappingConfig.IndividualLayerSettings = QgsSnappingConfig.IndividualLayerSettings(
        True, kinds, _SNAP_PIXELS, QgsTolerance.UnitType.Pixels
    )
    return settings
