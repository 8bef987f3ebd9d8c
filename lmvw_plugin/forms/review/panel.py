# SPDX-License-Identifier: GPL-2.0-or-later
"""The entry that opens the panel Controle; the panel itself is made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ...core import paths
from ...core.i18n import tr
from ...core.reporting import html

if TYPE_CHECKING:
    from .dock import ReviewDock
    from .offers import OpenAt

ACTION = "lmvw_review_panel"
_BESIDE = "lmvw_start"  # the panel with which it shares a place: on a small screen two above each other are too low


class ReviewPanel:
    """The action and its panel.

    :param open_at: opens the form of a plan at a field.
    :param check: checks the plan file in hand.
    :param ask: opens the question table at a field.
    """

    def __init__(self, iface: QgisInterface, open_at: OpenAt, check: Callable[[], None], ask: Callable[[str], None]) -> None:
        self._iface, self._open_at, self._check, self._ask = iface, open_at, check, ask
        self.dock: ReviewDock | None = None
        self.action = QAction(QIcon(str(paths.ICONS / "takenlijst.svg")), tr("Controle: wat er nog te doen is"), iface.mainWindow())
        self.action.setObjectName(ACTION)
        tip = tr("Paneel met alles wat nog in te vullen of te verbeteren is")
        self.action.setStatusTip(tip)
        self.action.setToolTip(html.tip(tr("Controle"), tip))
        self.action.triggered.connect(self.show)

    def show(self, *_: Any) -> None:
        """Bring the panel in sight."""
        if self.dock is None:
            from .dock import ReviewDock

            self.dock = ReviewDock(self._iface, self._open_at, self._check, self._ask)
            self._iface.addTabifiedDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock, [_BESIDE], True)
        if self.dock.isVisible():
            self.dock.follow()
        self.dock.setUserVisible(True)
        self.dock.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Take the panel out."""
        if self.dock is not None:
            self.dock.stop()
            self._iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        self.action.deleteLater()
