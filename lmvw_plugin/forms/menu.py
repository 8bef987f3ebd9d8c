# SPDX-License-Identifier: GPL-2.0-or-later
"""The order of menu and toolbar, which is that of the work: begin, draw and fill in, check, deliver."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from qgis.PyQt.QtWidgets import QAction, QWidget

# Names of actions without their ``lmvw_``; a line stands between two groups.
_GROUPS = (
    ("planner_mode", "start_panel", "open_plan_file", "sample", "createplanfile", "upgradeplanfile", "importplans"),
    ("new_plan_from_selection", "start_split", "divide_selected", "merge_selected", "questions", "makefillsheets", "readfillsheets"),
    ("check_on_map", "review_panel", "checkplans", "checkpolygons", "repairpolygons", "checkplannames", "adoptnames"),
    ("compared_panel", "comparedeliveries", "exportdelivery", "exportpublic", "rollforward"),
)
_LAST = ("choose_copy", "put_back", "manual")
# The last three are for twice a year.
_NOT_ON_TOOLBAR = ("start_panel", "sample", "compared_panel", "comparedeliveries", "rollforward")


def add_to_menu(menu: QWidget, actions: Iterable[QAction]) -> None:
    """Every action; one that has no place in the order, such as a background map, comes after the delivery."""
    known = {action.objectName().removeprefix("lmvw_"): action for action in actions}
    placed = {name for group in (*_GROUPS, _LAST) for name in group}
    rest = tuple(name for name in known if name not in placed)
    menu.addActions(list(_with_lines(menu, known, (*_GROUPS, rest, _LAST))))


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
