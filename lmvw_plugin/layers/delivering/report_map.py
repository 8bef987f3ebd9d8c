# SPDX-License-Identifier: GPL-2.0-or-later
"""The map of the plans in the report: drawn by QGIS as a picture, without any background from the network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLabelingEngineSettings,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsProperty,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from ...core import colours
from ...core.basisset import fields as b
from ...core.feedback import Feedback, Silent, checkpoint
from ...core.i18n import in_dutch
from ...core.reporting.plan_map import MOST_NUMBERS, PlanMap
from ..plan_layer.style import set_up_style
from ..planfile import store as planfile
from ..polygons.shapely2 import shapely
from ..sources import rd_new

_SIZE = QSize(1400, 1000)
_PAPER = 180  # millimetres between the margins of A4: with a point on the map as large as one on paper, its names can be read there
_DPI = _SIZE.width() / _PAPER * 25.4
_MARGIN = 1.06
_MOST_LABELS = 1500  # more names are unreadable at this size, and placing them takes memory
_PLACES = 400  # that are tried for a name, per square centimetre of its plan: most plans are small on this map
_MOST_PLACES = 4000  # for the largest of them: with one plan that fills the map it would take minutes
_ROUNDS = 4  # of putting numbers for names
_AT_ONCE, _MOST_TURNS = 2000, 10  # QGIS keeps every feature of a rule in memory until all are drawn


def draw_map(path: Path, boundary: Any | None = None, feedback: Feedback | None = None) -> PlanMap | None:
    """The plans of a GeoPackage; None when there is nothing to draw.

    :param boundary: the municipality as a shapely geometry, drawn as a line behind the plans.
    """
    return _drawn(planfile.open_layer(path), boundary, feedback)


def draw_made(plans: QgsVectorLayer, feedback: Feedback | None = None) -> PlanMap | None:
    """A layer that was made for its map alone, with the columns of plans and their number as ``fid``; None when there is nothing to draw."""
    with in_dutch():
        set_up_style(plans)
    return _drawn(plans, None, feedback)


def _drawn(plans: QgsVectorLayer, boundary: Any | None, feedback: Feedback | None) -> PlanMap | None:
    count = plans.featureCount()
    extent = QgsRectangle(plans.extent())
    outline = [_outline(boundary)] if boundary is not None else []
    for layer in outline:
        extent.combineExtentWith(layer.extent())
    if extent.isNull() or extent.isEmpty():
        return None
    settings = QgsMapSettings()
    settings.setDestinationCrs(rd_new())
    extent.scale(_MARGIN)
    settings.setExtent(extent)
    settings.setOutputSize(_SIZE)
    settings.setOutputDpi(_DPI)
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    engine = QgsLabelingEngineSettings()
    engine.setFlag(Qgis.LabelingFlag.UsePartialCandidates, False)  # no name is cut by the edge
    engine.setMaximumPolygonCandidatesPerCmSquared(min(_PLACES, _MOST_PLACES / max(1.0, _largest(plans, extent))))
    settings.setLabelingEngineSettings(engine)
    names = _Names(plans, settings) if count <= _MOST_LABELS else None
    plans.setLabelsEnabled(names is not None)
    image = _sheet()
    placed: set[int] = set()
    painter = QPainter(image)
    try:
        _draw(settings, outline, painter)
        step = max(_AT_ONCE, count // _MOST_TURNS + 1)
        for start in range(0, count, step):
            checkpoint(feedback or Silent())
            if count > step:
                plans.renderer().rootRule().setFilterExpression(f'"fid" > {start} AND "fid" <= {start + step}')
            placed |= _draw(settings, [plans], painter)
    finally:
        painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return PlanMap(bytes(content), *(names.told(placed) if names else ((), count)))


def _largest(plans: QgsVectorLayer, extent: QgsRectangle) -> float:
    """The largest plan on paper, in square centimetres."""
    metres = max(extent.width() * 10 / _PAPER, extent.height() * 10 / (_PAPER * _SIZE.height() / _SIZE.width()))  # in a centimetre
    return float(max((plan.geometry().area() for plan in plans.getFeatures()), default=0.0) / metres**2)


class _Names:
    """The names on the map; a plan whose name has no room gets a number instead, and where that has none, so does the name beside it.

    What then still has no room is a number over what is there: every plan can be found.
    """

    def __init__(self, plans: QgsVectorLayer, settings: QgsMapSettings) -> None:
        self._plans, self._settings = plans, settings
        self._names: dict[int, str] = {}
        self._sizes: dict[int, int] = {}
        self._middles: dict[int, QgsPointXY] = {}
        for plan in plans.getFeatures():
            if (name := str(plan["plannaam"] or "").strip()) and not plan.geometry().isEmpty():
                self._names[plan.id()], self._sizes[plan.id()] = name, plan["bruto_totaal"] or 0
                self._middles[plan.id()] = plan.geometry().boundingBox().center()
        self._numbers: dict[int, int] = {}
        self._choose()

    def _choose(self) -> None:
        chosen: set[int] = set()
        best, fewest = chosen, set(self._names)
        for _ in range(_ROUNDS):
            self._show(chosen)
            lost = self._names.keys() - self._placed()
            if len(lost) < len(fewest):
                best, fewest = chosen, lost
            more = lost - chosen or {near for key in lost if (near := self._beside(key, chosen)) is not None}
            if not more or len(chosen) >= MOST_NUMBERS:
                break
            chosen = self._with(chosen, more)
        while fewest and len(best) < MOST_NUMBERS:  # a number that is added may take the place of a name
            best = self._with(best, fewest)
            self._show(best, over=True)
            fewest = self._names.keys() - self._placed() - best
        self._show(best, over=True)

    def _with(self, chosen: set[int], more: set[int]) -> set[int]:
        """With more plans that get a number, the largest first, as far as the list under the map goes."""
        return chosen | set(sorted(more - chosen, key=lambda key: (-self._sizes[key], key))[: MOST_NUMBERS - len(chosen)])

    def _beside(self, key: int, chosen: set[int]) -> int | None:
        """The nearest plan that still has its name."""
        others = self._names.keys() - chosen - {key}
        return min(others, key=lambda other: (self._middles[key].sqrDist(self._middles[other]), other), default=None)

    def told(self, placed: set[int]) -> tuple[tuple[tuple[int, str], ...], int]:
        """The numbers that stand on the map with their names, and how many plans have neither."""
        numbered = tuple((number, self._names[key]) for key, number in self._numbers.items() if key in placed)
        return numbered, sum(key not in placed for key, name in self._names.items() if name)

    def _show(self, chosen: set[int], over: bool = False) -> None:
        """Names at every scale, for the map is as it is, and numbers by alphabet in their place.

        :param over: a number may stand over what is there, rather than nowhere.
        """
        self._numbers = {key: number for number, key in enumerate(sorted(chosen, key=lambda key: (self._names[key].casefold(), key)), 1)}
        labels = QgsPalLayerSettings(self._plans.labeling().settings())
        labels.scaleVisibility = False
        properties = labels.dataDefinedProperties()
        properties.setProperty(QgsPalLayerSettings.Property.MinimumScale, QgsProperty())
        if over and chosen:
            some = ", ".join(map(str, sorted(chosen)))
            overlap = QgsProperty.fromExpression(f"if($id IN ({some}), 'AllowIfNeeded', 'Prevent')")
            properties.setProperty(QgsPalLayerSettings.Property.OverlapHandling, overlap)
        labels.setDataDefinedProperties(properties)
        numbers = ", ".join(f"'{key}', '{number}'" for key, number in self._numbers.items())
        labels.isExpression = bool(numbers)
        labels.fieldName = f'coalesce(map_get(map({numbers}), to_string($id)), "plannaam")' if numbers else "plannaam"
        self._plans.setLabeling(QgsVectorLayerSimpleLabeling(labels))
        self._plans.setLabelsEnabled(True)

    def _placed(self) -> set[int]:
        sheet = _sheet()
        painter = QPainter(sheet)
        try:
            return _draw(self._settings, [self._plans], painter)
        finally:
            painter.end()


def _sheet() -> QImage:
    image = QImage(_SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(colours.PAPER))
    return image


def _draw(settings: QgsMapSettings, layers: Sequence[QgsVectorLayer], painter: QPainter) -> set[int]:
    """On top of what is there; the ids of what got a label."""
    settings.setLayers(layers)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.renderSynchronously()
    results = job.takeLabelingResults()
    return {label.featureId for label in results.allLabels() if not label.isUnplaced} if results is not None else set()


def _outline(boundary: Any) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"MultiPolygon?crs={b.CRS}", "gemeentegrens", "memory")
    geometry = QgsGeometry()
    geometry.fromWkb(shapely.to_wkb(boundary, output_dimension=2))
    geometry.convertToMultiType()
    feature = QgsFeature()
    feature.setGeometry(geometry)
    layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    symbol = QgsFillSymbol.createSimple(
        {"color": colours.LAND, "outline_color": colours.LAND_EDGE, "outline_width": "0.5", "outline_style": "dash"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer
