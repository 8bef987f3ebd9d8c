# SPDX-License-Identifier: GPL-2.0-or-later
"""A light layer over the map with what is not right of the plan in hand, and beside it in words."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QLabel

from ...core import colours
from ...core.i18n import tr
from ...layers.polygons.in_hand import About, Mark
from ...layers.polygons.rules import texts
from ...layers.sources import rd_new

_MOST = 3  # sentences beside the map
_GROUND = 90  # of 255: the plan stays in sight below it
_EDGE = 8  # pixels


class MarksOnMap:
    """The shapes, and a line of words in a corner of the map that lets every click through."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._bands: list[QgsRubberBand] = []
        self.words = QLabel(canvas)
        self.words.setObjectName("lmvw_marks")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words.setStyleSheet(colours.marked(colours.WRONG) + ";padding:4px")
        self.words.hide()

    def show(self, marks: Sequence[Mark]) -> None:
        """These, in the place of what was there."""
        for band in self._bands:
            self._canvas.scene().removeItem(band)
        self._bands = [self._band(mark) for mark in marks]
        lines = [_line(mark) for mark in marks[:_MOST]]
        if len(marks) > _MOST:
            lines.append(tr("en nog {count}").format(count=texts.count(len(marks) - _MOST)))
        self.words.setText("\n".join(lines))
        self.words.setVisible(bool(lines))
        self.words.adjustSize()
        self.words.move(_EDGE, _EDGE)

    def remove(self) -> None:
        """Nothing is left on the map."""
        self.show([])
        self.words.deleteLater()

    def _band(self, mark: Mark) -> QgsRubberBand:
        point = mark.about is About.CROSSING
        band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PointGeometry if point else QgsWkbTypes.GeometryType.PolygonGeometry)
        ground = QColor(colours.WRONG)
        band.setStrokeColor(ground)
        band.setWidth(2)
        ground.setAlpha(_GROUND)
        band.setFillColor(ground)
        if point:
            band.setIcon(QgsRubberBand.IconType.ICON_X)
            band.setIconSize(14)
        band.setToGeometry(mark.shape, rd_new())
        return band


def _line(mark: Mark) -> str:
    other = texts.name_of(mark.plan) if mark.plan is not None else ""
    if mark.about is About.CROSSING:
        return tr("De grens kruist of raakt zichzelf")
    sentence = {
        About.OVERLAP: tr("Overlapt met {other}: {area}"),
        About.GAP: tr("Kier naast {other}: {area}"),
        About.OUTSIDE: tr("Buiten de gemeente: {area}"),
    }[mark.about]
    return sentence.format(other=other, area=texts.m2(mark.area))
