# SPDX-License-Identifier: GPL-2.0-or-later
"""Wiring of the plugin into QGIS: provider, menu, toolbar; and out again, leaving nothing behind."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolBar

from . import language
from .processing.provider import LmvwProvider


class LmvwPlugin:
    """The object QGIS keeps while the plugin is enabled. ``iface`` is None in ``qgis_process``."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self.iface = iface
        self.provider: LmvwProvider | None = None
        self.menu: QMenu | None = None
        self.toolbar: QToolBar | None = None
        self.actions: list[QAction] = []
        self.watches: list[Any] = []
        self.planner: Any | None = None
        self.review: Any | None = None
        self.questions: Any | None = None
        self.compared: Any | None = None
        self.desk: Any | None = None
        self.overview: Any | None = None
        self.options: Any | None = None
        self.start: Any | None = None
        language.install(language.of_qgis())  # before any text is made

    def initProcessing(self) -> None:  # noqa: N802  # the name QGIS calls
        """Register the algorithms; all that ``qgis_process`` needs."""
        self.provider = LmvwProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:  # noqa: N802  # the name QGIS calls
        """Add provider, menu and toolbar."""
        from .forms.actions import make_actions, make_background_actions, make_job_actions, menu_title
        from .forms.asking.panel import QuestionPanel
        from .forms.desk.overview_panel import OverviewPanel
        from .forms.desk.panel import DeskPanel
        from .forms.drawing.looking_along import LookingAlong
        from .forms.drawing.split_watch import SplitWatch
        from .forms.history.panel import ComparisonPanel
        from .forms.jobs import check_on_map
        from .forms.join_watch import JoinWatch
        from .forms.menu import add_to_menu, add_to_toolbar
        from .forms.messages import MessageWatch, guarded
        from .forms.options.asking import LimitQuestion
        from .forms.options.factory import OptionsFactory
        from .forms.options.keys import Shortcuts
        from .forms.other_hands import OtherHands
        from .forms.plan_form.forms import PlanForms
        from .forms.plan_form.planner_mode import PlannerMode
        from .forms.proposing.in_table import TableProposals
        from .forms.review.panel import ReviewPanel
        from .forms.save_watch import SaveWatch
        from .forms.starting.empty_map import EmptyMapWatch
        from .forms.starting.requirements import tell_unmet
        from .forms.starting.start import Start
        from .forms.starting.upgrade import UpgradeWatch
        from .forms.starting.working_copy import WorkingCopyWatch
        from .layers.sources import hold_crs

        hold_crs()
        self.initProcessing()
        self.actions = make_actions(self.iface)
        self.menu = QMenu(menu_title(), self.iface.mainWindow())
        self.menu.setObjectName("lmvw_menu")
        self.menu.setIcon(self.provider.icon())
        self.actions += [*make_job_actions(self.iface), *make_background_actions(self.iface)]
        self.iface.vectorMenu().addMenu(self.menu)
        self.toolbar = self.iface.addToolBar(menu_title())
        self.toolbar.setObjectName("lmvw_toolbar")
        self.watches = [PlanForms(), JoinWatch()]
        watches = (TableProposals, MessageWatch, SplitWatch, SaveWatch, OtherHands, UpgradeWatch, EmptyMapWatch)
        self.watches += [watch(self.iface) for watch in watches]
        self.planner = PlannerMode(self.iface)
        self.questions = QuestionPanel(self.iface)
        self.review = ReviewPanel(self.iface, self.planner.open_by_key, guarded(self.iface, check_on_map), self.questions.show)
        self.compared = ComparisonPanel(self.iface)
        self.desk = DeskPanel(self.iface)
        self.overview = OverviewPanel(self.iface)
        self.start = Start(self.iface, self.planner, self.actions, self.questions.action)
        looking = LookingAlong(self.iface)
        self.watches.append(looking)
        panels = [
            self.planner.action, looking.action, self.questions.action, self.review.action, self.compared.action, self.desk.action,
            self.overview.action,
        ]  # fmt: skip
        everything = [*panels, *self.start.actions, *self.actions]
        self.options = OptionsFactory(self.iface, self.planner, everything)
        self.iface.registerOptionsWidgetFactory(self.options)
        self.watches += [Shortcuts(everything), LimitQuestion(self.iface, self.options.ask)]
        self.watches.append(WorkingCopyWatch(self.iface))  # last: what may be lost stands above what is not known
        add_to_menu(self.menu, everything)
        add_to_toolbar(self.toolbar, everything)
        tell_unmet(self.iface)

    def unload(self) -> None:
        """Take everything out again; windows first, because they use the rest."""
        if self.iface is not None:
            from .forms.lasting import close_all
            from .forms.messages import withdraw_all

            close_all()
            withdraw_all(self.iface)
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.start is not None:
            self.start.stop()
            self.start = None
        if self.options is not None:
            self.iface.unregisterOptionsWidgetFactory(self.options)
            self.options = None
        for panel in (self.overview, self.desk, self.compared, self.review, self.questions):
            if panel is not None:
                panel.stop()
        self.desk = self.compared = self.review = self.questions = None
        if self.planner is not None:
            self.planner.stop()
            self.planner = None
        if self.menu is not None:
            self.iface.vectorMenu().removeAction(self.menu.menuAction())
            self.menu.deleteLater()
            self.menu = None
        if self.toolbar is not None:
            self.iface.mainWindow().removeToolBar(self.toolbar)
            self.toolbar.deleteLater()
            self.toolbar = None
        for watch in self.watches:
            watch.stop()
        self.watches = []
        for action in self.actions:
            action.deleteLater()
        self.actions = []
        language.remove()
