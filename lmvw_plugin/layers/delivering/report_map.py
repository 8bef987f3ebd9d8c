# SPDX-License-Identifier: GPL-2.0-or-later
"""The map of the plans in the report: drawn by QGIS as a picture, without any background from the network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from ...core import colours
from ...core.basisset import fields as b
from ...core.feedback import Feedback, Silent, checkpoint
from ..planfile import store as planfile
from ..polygons.shapely2 import shapely
from ..sources import rd_new

_SIZE = QSize(1400, 1000)
_DPI = 120
_MARGIN = 1.06
_MOST_LABELS = 1500  # more names are unreadable at this size, and placing them takes memory
_AT_ONCE, _MOST_TURNS = 2000, 10  # QGIS keeps every feature of a rule in memory until all are drawn


def draw_map(path: Path, boundary: Any | None = None, feedback: Feedback | None = None) -> bytes:
    """The plans of a GeoPackage as a PNG; nothing when there is nothing to draw.

    :param boundary: the municipality as a shapely geometry, drawn as a line behind the plans.
    """
    plans = planfile.open_layer(path)
    count = plans.featureCount()
    plans.setLabelsEnabled(count <= _MOST_LABELS)
    extent = QgsRectangle(plans.extent())
    outline = [_outline(boundary)] if boundary is not None else []
    for layer in outline:
        extent.combineExtentWith(layer.extent())
    if extent.isNull() or extent.isEmpty():
        return b""
    settings = QgsMapSettings()
    settings.setDestinationCrs(rd_new())
    extent.scale(_MARGIN)
    settings.setExtent(extent)
    settings.setOutputSize(_SIZE)
    settings.setOutputDpi(_DPI)
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    image = QImage(_SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(colours.PAPER))
    painter = QPainter(image)
    try:
        _draw(settings, outline, painter)
        step = max(_AT_ONCE, count // _MOST_TURNS + 1)
        for start in range(0, count, step):
            checkpoint(feedback or Silent())
            if count > step:
                plans.renderer().rootRule().setFilterExpression(f'"fid" > {start} AND "fid" <= {start + step}')
            _draw(settings, [plans], painter)
    finally:
        painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(content)


def _draw(settings: QgsMapSettings, layers: Sequence[QgsVectorLayer], painter: QPainter) -> None:
    """On top of what is there."""
    settings.setLayers(layers)
    QgsMapRendererCustomPainterJob(settings, painter).renderSynchronously()


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
