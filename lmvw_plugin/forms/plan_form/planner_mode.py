# SPDX-License-Identifier: GPL-2.0-or-later
"""Planner mode: one click on a plan on the map opens its form. A map tool like any other, that QGIS's user can switch off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsExpression, QgsFeature, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsMapToolPan
from qgis.PyQt.QtCore import QEvent, QObject, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QWidget

from ...core import paths
from ...core.i18n import tr
from ...core.reporting import html
from ...layers.planfile.edits import is_plan_layer
from .. import messages, user_settings
from ..lasting import keep, show_lasting
from .fields import focused_field, go_to_field
from .tool import PlanTool

if TYPE_CHECKING:
    from .window import PlanWindow


class _Themes(QObject):
    """Tells that another theme was chosen while a window is open."""

    def __init__(self, window: QWidget, changed: Callable[[], None]) -> None:
        super().__init__(window)
        keep(self)
        self._had, self._changed = self._now(), changed
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._look)
        window.installEventFilter(self)

    @staticmethod
    def _now() -> tuple[str, int]:
        return QgsApplication.instance().styleSheet(), QgsApplication.palette().cacheKey()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._timer.start()
        return False

    def _look(self) -> None:
        if self._now() != self._had:
            self._changed()


class PlannerMode:
    """The action, its map tool and the one window. While it is on, the tool is in hand as soon as a plan file opens."""

    def __init__(self, iface: QgisInterface) -> None:
        self.iface = iface
        self.window: PlanWindow | None = None
        self._stopped = False
        self.action = QAction(QIcon(str(paths.ICONS / "invullen.svg")), tr("Plan aanklikken en invullen"), iface.mainWindow())
        self.action.setObjectName("lmvw_planner_mode")
        self.action.setCheckable(True)
        tip = tr("Klik op een plan op de kaart om het in te vullen; slepen verschuift de kaart")
        self.action.setStatusTip(tip)
        self.action.setToolTip(html.tip(self.action.text(), tip))
        self.tool = PlanTool(iface.mapCanvas(), self.open_plan, self._missed)
        self.tool.setAction(self.action)
        self.action.triggered.connect(self._switch)
        QgsProject.instance().layersAdded.connect(self._look)
        self._look(QgsProject.instance().mapLayers().values())

    @staticmethod
    def on() -> bool:
        """What the user chose last; on for who never chose."""
        return user_settings.PLANNER_MODE.get()

    def choose(self, on: bool) -> None:
        """The user's choice for every plan file; for one that is open it holds at once."""
        user_settings.PLANNER_MODE.set(on)
        if on:
            self._look(QgsProject.instance().mapLayers().values())
        else:
            self._put_away()

    def _switch(self, on: bool) -> None:
        user_settings.PLANNER_MODE.set(on)
        if on:
            self.iface.mapCanvas().setMapTool(self.tool)
        else:
            self._put_away()

    def _put_away(self) -> None:
        if self.iface.mapCanvas().mapTool() is self.tool:
            self.iface.actionPan().trigger()
        if self.iface.mapCanvas().mapTool() is self.tool:
            self.iface.mapCanvas().unsetMapTool(self.tool)

    def _look(self, layers: object) -> None:
        """A plan file was opened; QGIS first finishes what it is doing."""
        if any(map(is_plan_layer, layers)):
            QTimer.singleShot(0, self._offer)

    def _offer(self) -> None:
        """Take the place of QGIS's hand, which this tool is too; of no tool that the user works with."""
        if self._stopped:
            return
        tool = self.iface.mapCanvas().mapTool()
        if self.on() and (tool is None or isinstance(tool, QgsMapToolPan)):
            self.iface.mapCanvas().setMapTool(self.tool)

    def open_plan(self, layer: QgsVectorLayer, plan: QgsFeature) -> None:
        """Show a plan, in the window that is open when that holds the same layer."""
        from .window import PlanWindow

        window = self.window
        if window is not None and window.layer is not None and window.layer.id() == layer.id():
            window.open_plan(layer.getFeature(plan.id()))
            window.raise_()
            window.activateWindow()
            return
        if window is not None and not window.close():
            return
        self.iface.setActiveLayer(layer)
        self.window = PlanWindow(self.iface, layer, layer.getFeature(plan.id()))
        self.window.finished.connect(self._closed)
        _Themes(self.window, self._dress)
        show_lasting(self.window)

    def open_by_key(self, layer: QgsVectorLayer, plan_id: str, field: str = "") -> None:
        """Show the plan with this key, on the map too; with a field in hand when one is named."""
        wanted = f"{QgsExpression.quotedColumnRef('plan_id')} = {QgsExpression.quotedString(plan_id)}"
        plan = next(layer.getFeatures(wanted), None)
        if plan is not None:
            self.open_plan(layer, plan)
            if field and self.window is not None:
                go_to_field(self.window.form, field)

    @contextmanager
    def put_by(self) -> Iterator[None]:
        """Without the window, for what makes its form anew; it comes back with the same plan and field. What was typed is kept, and can
        be undone as before.
        """
        window, layer = self.window, self.window.layer if self.window is not None else None
        key, field = (
            (str(window.plan["plan_id"]), focused_field(window.form, window.focusWidget()))
            if window is not None and layer is not None
            else ("", "")
        )
        before = QgsFeature(window.before) if window is not None else QgsFeature()
        gone = bool(key) and window is not None and window.close()
        try:
            yield
        finally:
            if gone and layer is not None:
                self.open_by_key(layer, key, field)
                if self.window is not None:
                    self.window.before = before
                    self.window.flush(going=False)  # tells that there is something to put back

    def _dress(self) -> None:
        """In another theme QGIS writes in the colours of the one in which a form was made: dark on dark."""
        with self.put_by():
            pass

    def _closed(self, _: int) -> None:
        self.window = None

    def _missed(self) -> None:
        messages.hint(self.iface, tr("Daar ligt geen plan. Klik in de polygoon van een plan."))

    def stop(self) -> None:
        """Keep what was typed, and take everything out."""
        self._stopped = True
        QgsProject.instance().layersAdded.disconnect(self._look)
        if self.window is not None:
            self.window.give_up()
        self._put_away()
        self.tool.setAction(None)
        self.tool.deleteLater()
        self.action.deleteLater()
