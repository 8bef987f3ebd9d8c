# SPDX-License-Identifier: GPL-2.0-or-later
"""The entry that opens the panel Vragenlijst; the panel itself is made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ...core import paths
from ...core.i18n import tr
from ...core.reporting import html

if TYPE_CHECKING:
    from .dock import QuestionDock

ACTION = "lmvw_questions"
_BESIDE = ("lmvw_review", "lmvw_start")  # the panels with which it shares a place: on a small screen two above each other are too low


class QuestionPanel:
    """The action and its panel."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self.dock: QuestionDock | None = None
        self.action = QAction(QIcon(str(paths.ICONS / "vragen.svg")), tr("Vragenlijst…"), iface.mainWindow())
        self.action.setObjectName(ACTION)
        tip = tr("Stelt één vraag tegelijk voor alle plannen waar het antwoord nog ontbreekt")
        self.action.setStatusTip(tip)
        self.action.setToolTip(html.tip(tr("Vragenlijst"), tip))
        self.action.triggered.connect(lambda *_: self.show())

    def show(self, veld: str = "") -> None:
        """Bring the panel in sight, at this question or at the first that is open."""
        if self.dock is None:
            from .dock import QuestionDock

            self.dock = QuestionDock(self._iface)
            self._iface.addTabifiedDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock, list(_BESIDE), True)
        self.dock.setUserVisible(True)
        self.dock.turn_to(veld)

    def stop(self, *_: Any) -> None:
        """Take the panel out."""
        if self.dock is not None:
            self.dock.stop()
            self._iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        self.action.deleteLater()
