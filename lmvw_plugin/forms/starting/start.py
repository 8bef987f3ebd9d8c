# SPDX-License-Identifier: GPL-2.0-or-later
"""Everything to begin with: opening a plan file, the sample, the manual, the start panel, and plan files dropped on QGIS."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ...core import paths
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.reporting.next_step import Todo
from ...layers.planfile.standing import Known
from .. import messages
from ..help import open_manual
from ..jobs import choose_copy, choose_sample, put_back
from ..messages import guarded
from ..plan_form.planner_mode import PlannerMode
from ..plan_in_hand import plan_file
from .open_plan_file import PlanFileDrop, choose_plan_file
from .start_panel import StartPanel


class Start:
    """``others``: the actions that are there already, for the panel's buttons. ``ask``: opens the question table.

    ``actions``: its own, for menu and toolbar.
    """

    def __init__(self, iface: QgisInterface, planner: PlannerMode, others: Sequence[QAction], ask: QAction | None = None) -> None:
        self._iface, self._planner = iface, planner
        self._others = {action.objectName(): action for action in others}
        self.open = self._action("open_plan_file", tr("Planbestand openen…"), _icon("openen"), guarded(iface, choose_plan_file))
        self.sample = self._action("sample", tr("Voorbeeld bekijken…"), _icon("voorbeeld"), guarded(iface, choose_sample))
        self.manual = self._action(
            "manual", tr("Handleiding"), QgsApplication.getThemeIcon("/mActionHelpContents.svg"), lambda: open_manual(iface.mainWindow())
        )
        self.copies = [
            self._action("choose_copy", tr("Werkkopie maken…"), _icon("werkkopie"), guarded(iface, choose_copy)),
            self._action("put_back", tr("Werkkopie terugzetten"), _icon("terugzetten"), guarded(iface, put_back)),
        ]
        jobs = {
            Todo.IMPORT: lambda _: self._trigger("importplans"),
            Todo.FILL: self._open_first,
            Todo.CHECK: lambda _: self._trigger("check_on_map"),
            Todo.MEND: self._open_first,
            Todo.DELIVER: lambda _: self._trigger("exportdelivery"),
        }
        beginnings = [self._others.get("lmvw_createplanfile"), self.open, self.sample, self.manual]
        self.panel = StartPanel(iface, [action for action in beginnings if action is not None], jobs, guarded(iface, _draw), ask)
        self.show = self.panel.toggleViewAction()
        self.show.setText(tr("Startpaneel"))
        self.show.setObjectName("lmvw_start_panel")
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.panel)
        self.panel.setVisible(self.panel.wanted())
        self.panel.opened.connect(self._opened)
        self.panel.closed.connect(self._closed)
        self._drop = PlanFileDrop(iface)
        iface.registerCustomDropHandler(self._drop)
        self.actions = [self.show, self.open, self.sample, *self.copies, self.manual]

    def stop(self) -> None:
        """Take everything out."""
        self._iface.unregisterCustomDropHandler(self._drop)
        self.panel.opened.disconnect(self._opened)
        self.panel.closed.disconnect(self._closed)
        self.panel.stop()
        self._iface.removeDockWidget(self.panel)
        self.panel.deleteLater()
        for action in (self.open, self.sample, *self.copies, self.manual):
            action.deleteLater()

    def _action(self, name: str, title: str, icon: QIcon, job: Callable[[], object]) -> QAction:
        action = QAction(icon, title, self._iface.mainWindow())
        action.setObjectName(f"lmvw_{name}")
        action.setStatusTip(title.rstrip("…"))
        action.triggered.connect(lambda *_: job())
        return action

    def _trigger(self, name: str) -> None:
        self._others[f"lmvw_{name}"].trigger()

    def _open_first(self, known: Known) -> None:
        def open_form(iface: QgisInterface) -> None:
            layer, _ = plan_file(iface)
            if known.first:
                self._planner.open_by_key(layer, known.first)

        guarded(self._iface, open_form)()

    def _opened(self) -> None:
        self.panel.keep(True)

    def _closed(self) -> None:
        self.panel.keep(False)


def _icon(name: str) -> QIcon:
    return QIcon(str(paths.ICONS / f"{name}.svg"))


def _draw(iface: QgisInterface) -> None:
    """Drawing the polygon of a new plan begins.

    :raises LmvwError: when there is no plan file, or more than one, or it cannot be edited.
    """
    layer, _ = plan_file(iface)
    iface.setActiveLayer(layer)
    if not layer.isEditable() and not layer.startEditing():
        raise LmvwError(tr("Dit planbestand kan niet bewerkt worden; open een kopie in een map waarin u mag schrijven."))
    iface.actionAddFeature().trigger()
    messages.hint(iface, tr("Klik de hoekpunten van het plan aan; eindig met de rechter muisknop."))
