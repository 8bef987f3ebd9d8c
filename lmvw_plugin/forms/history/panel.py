# SPDX-License-Identifier: GPL-2.0-or-later
"""The entry that opens the panel of a comparison; the panel itself is made when it is first asked for."""

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
    from .dock import ComparisonDock

ACTION = "lmvw_compared_panel"
_BESIDE = (
    "lmvw_review",
    "lmvw_questions",
    "lmvw_start",
)  # the panels with which it shares a place: on a small screen two above each other are too low


class ComparisonPanel:
    """The action and its panel."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self.dock: ComparisonDock | None = None
        self.action = QAction(QIcon(str(paths.ICONS / "toen_en_nu.svg")), tr("Plannen van toen en nu"), iface.mainWindow())
        self.action.setObjectName(ACTION)
        tip = tr("Paneel dat zegt wat er van elk plan geworden is sinds de vorige levering; u beslist over wat niet zeker is")
        self.action.setStatusTip(tip)
        self.action.setToolTip(html.tip(tr("Plannen van toen en nu"), tip))
        self.action.triggered.connect(self.show)

    def show(self, *_: Any) -> None:
        """Bring the panel in sight."""
        if self.dock is None:
            from .dock import ComparisonDock

            self.dock = ComparisonDock(self._iface)
            self._iface.addTabifiedDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock, list(_BESIDE), True)
        elif self.dock.isVisible():
            self.dock.follow()
        self.dock.setUserVisible(True)
        self.dock.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Take the panel out."""
        if self.dock is not None:
            self.dock.stop()
            self._iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        self.action.deleteLater()
