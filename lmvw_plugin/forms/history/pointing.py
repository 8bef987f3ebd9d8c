# SPDX-License-Identifier: GPL-2.0-or-later
"""Pointing at another plan: with a click on the map, or by its name for who works without a mouse."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import Qt

from ...core.history.facts import Fact
from ...core.i18n import tr
from ...layers.history.comparing import Compared
from ...layers.history.reading import Drawn
from . import telling
from .on_map import Outlines, PointTool, at
from .widgets import ComparisonWidgets


class Pointing:
    """From the moment that a plan is looked for until it is found, or no longer wanted.

    :param found: is told the place of the plan on its side.
    :param given_up: is called when the map no longer asks.
    """

    def __init__(
        self,
        canvas: QgsMapCanvas,
        panel: ComparisonWidgets,
        outlines: Outlines,
        pointed_at: Callable[[int], None],
        given_up: Callable[[], None],
    ) -> None:
        self._canvas, self._panel, self._outlines, self._pointed_at, self._given_up = canvas, panel, outlines, pointed_at, given_up
        self._sought: Drawn | None = None
        self._tool: PointTool | None = None
        self._before: QgsMapTool | None = None
        panel.other.activated.connect(self._named)

    def begin(self, compared: Compared, fact: Fact) -> None:
        """Of a plan of then its plan of now is looked for, of one that is new the one that it was."""
        self._sought = compared.now if fact.then else compared.then
        other = self._panel.other
        other.clear()
        for index in _nearest(compared, fact):
            other.addItem(telling.named(self._sought.side.name(index)), index)
        other.setCurrentIndex(-1)
        other.show()
        if not fact.then:
            self._outlines.show_every(compared.then.shapes)
        self._before, self._tool = self._canvas.mapTool(), PointTool(self._canvas, self._over, self._clicked, self._given_up)
        self._canvas.setMapTool(self._tool)
        self._panel.words.setText(tr("Klik op de kaart het plan aan waar dit bij hoort, of typ zijn naam. Esc stopt."))
        other.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> bool:
        """The tool that was there before comes back; False when nothing was looked for."""
        tool, before, self._tool, self._before = self._tool, self._before, None, None
        if tool is None:
            return False
        if self._canvas.mapTool() is tool:
            self._canvas.setMapTool(before) if before is not None else self._canvas.unsetMapTool(tool)
        self._sought = None
        self._panel.other.hide()
        self._outlines.show_every(())
        return True

    def _named(self, row: int) -> None:
        index = self._panel.other.itemData(row)
        if index is not None:
            self._pointed_at(index)

    def _over(self, point: QgsPointXY) -> None:
        index = at(self._sought.shapes, point) if self._sought else None
        if self._sought is not None and index is not None:
            self._panel.words.setText(
                tr("Klik om {name} aan te wijzen. Esc stopt.").format(name=telling.named(self._sought.side.name(index)))
            )

    def _clicked(self, point: QgsPointXY) -> None:
        index = at(self._sought.shapes, point) if self._sought else None
        if index is None:
            self._panel.words.setText(tr("Daar ligt geen plan; klik een ander plan aan, of typ zijn naam. Esc stopt."))
        else:
            self._pointed_at(index)


def _nearest(compared: Compared, fact: Fact) -> list[int]:
    """The plans of the other side, those that lie nearest first."""
    ground = compared.ground
    here, spots = (ground.then[fact.then[0]], ground.now) if fact.then else (ground.now[fact.now[0]], ground.then)

    def far(index: int) -> tuple[float, int]:
        there = spots[index]
        return (hypot(there[1][0] - here[1][0], there[1][1] - here[1][1]) if there and here else float("inf"), index)

    return sorted(range(len(spots)), key=far)
