# SPDX-License-Identifier: GPL-2.0-or-later
"""The entry that opens a panel; the panel itself, with all that it brings in, is made when it is first asked for."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ...core import paths
from ...core.i18n import tr
from ...core.reporting import html

# The panels that share a place: on a small screen two above each other are too low.
_TOGETHER = ["lmvw_review", "lmvw_question_panel", "lmvw_compared", "lmvw_desk", "lmvw_overview", "lmvw_start"]
_Dock = TypeVar("_Dock", bound=Any)


class PanelEntry(Generic[_Dock]):
    """The action and its panel. Of a kind of panel are said: the name of its action, its icon, its words in a menu, the title of the panel
    and the tip below it.
    """

    NAME: ClassVar[str]
    ICON: ClassVar[str]
    WORDS: ClassVar[str]
    TITLE: ClassVar[str]
    TIP: ClassVar[str]

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self.dock: _Dock | None = None
        self.action = QAction(QIcon(str(paths.ICONS / self.ICON)), tr(self.WORDS), iface.mainWindow())
        self.action.setObjectName(self.NAME)
        self.action.setStatusTip(tr(self.TIP))
        self.action.setToolTip(html.tip(tr(self.TITLE), tr(self.TIP)))
        self.action.triggered.connect(lambda *_: self.show())

    def _make(self) -> _Dock:
        """The panel."""
        raise NotImplementedError  # a panel that makes nothing is a mistake of ours

    def show(self) -> None:
        """Bring the panel in sight, with the plan file that is meant."""
        seen = self.dock is not None and self.dock.isVisible()
        dock = self.in_sight()
        if seen:
            dock.hand.follow()
        dock.to_list()

    def in_sight(self) -> _Dock:
        """The panel, which follows when it comes in sight."""
        if self.dock is None:
            self.dock = self._make()
            self._iface.addTabifiedDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock, _TOGETHER, True)
        self.dock.setUserVisible(True)
        return self.dock

    def stop(self) -> None:
        """Take the panel out."""
        if self.dock is not None:
            self.dock.stop()
            self._iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        self.action.deleteLater()
