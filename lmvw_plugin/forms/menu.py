# SPDX-License-Identifier: GPL-2.0-or-later
"""The order of menu and toolbar, which is that of the work: begin, draw and fill in, check, deliver."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from ..core.i18n import tr

_PROVINCE = ("opendeliveries", "overview_panel", "desk_panel", "makeanswers", "mergedeliveries", "exportsteward")
# Names of actions without their ``lmvw_``; a line stands between two groups.
_GROUPS = (
    ("planner_mode", "start_panel", "open_plan_file", "sample", "createplanfile", "upgradeplanfile", "importplans"),
    (
        "new_plan_from_selection",
        "start_split",
        "divide_selected",
        "merge_selected",
        "looking_along",
        "questions",
        "makefillsheets",
        "readfillsheets",
    ),
    ("check_on_map", "review_panel", "checkplans", "checkpolygons", "repairpolygons", "checkplannames", "adoptnames"),
    ("compared_panel", "comparedeliveries", "checkrealised", "exportdelivery", "exportpublic", "openanswer", "rollforward", "province"),
)
_LAST = ("choose_copy", "put_back", "manual")
# From the panel of a comparison on they are for twice a year; the last are for the province.
_NOT_ON_TOOLBAR = ("start_panel", "sample", "compared_panel", "comparedeliveries", "checkrealised", "openanswer", "rollforward", *_PROVINCE)


def add_to_menu(menu: QMenu, actions: Iterable[QAction]) -> None:
    """Every action; those of the province and the background maps each in a menu of their own: the whole must fit a screen of 768 pixels."""
    known = {action.objectName().removeprefix("lmvw_"): action for action in actions}
    placed = {name for group in (*_GROUPS, _PROVINCE, _LAST) for name in group}
    desk = QMenu(tr("Voor de provincie"), menu)
    desk.menuAction().setObjectName("lmvw_province")
    desk.addActions([known[name] for name in _PROVINCE if name in known])
    known["province"] = desk.menuAction()
    maps = QMenu(tr("Achtergrondkaart toevoegen"), menu)
    maps.menuAction().setObjectName("lmvw_backgrounds")
    maps.addActions([action for name, action in known.items() if name not in placed])
    known["backgrounds"] = maps.menuAction()
    menu.addActions(list(_with_lines(menu, known, (*_GROUPS, ("backgrounds",), _LAST))))


def add_to_toolbar(toolbar: QWidget, actions: Iterable[QAction]) -> None:
    """The actions of the work itself."""
    known = {action.objectName().removeprefix("lmvw_"): action for action in actions}
    toolbar.addActions(list(_with_lines(toolbar, known, _GROUPS, lambda name: name not in _NOT_ON_TOOLBAR)))


def _with_lines(
    parent: QWidget, known: dict[str, QAction], groups: Iterable[Iterable[str]], wanted: Callable[[str], bool] = bool
) -> Iterator[QAction]:
    begun = False
    for group in groups:
        actions = [known[name] for name in group if name in known and wanted(name)]
        if actions and begun:
            line = QAction(parent)
            line.setSeparator(True)
            yield line
        begun = begun or bool(actions)
        yield from actions
