# SPDX-License-Identifier: GPL-2.0-or-later
"""The place of the page "LMVW" in QGIS's Options."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.gui import QgisInterface, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QWidget

from ...core import paths
from ...core.i18n import tr
from ..plan_form.planner_mode import PlannerMode

PAGE = "lmvw_options"


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page each time QGIS opens its Options. Its search looks through the words on the page."""

    def __init__(self, iface: QgisInterface, planner: PlannerMode, actions: Sequence[QAction] = ()) -> None:
        super().__init__(tr("LMVW"), QIcon(str(paths.ICONS / "lmvw.svg")), PAGE)
        self._iface, self._planner = iface, planner
        self._asks, self._actions = False, actions
        self.setTitle(tr("LMVW"))

    def ask(self) -> None:
        """Open the Options where a price limit is waited for, until the user closes them."""
        self._asks = True
        try:
            self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)
        finally:
            self._asks = False

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:  # noqa: N802  # QGIS's name
        """A page with how things are now."""
        from .page import OptionsPage  # when it is asked for: QGIS starts without it

        return OptionsPage(self._iface, self._planner, parent, self._asks, self._actions)
