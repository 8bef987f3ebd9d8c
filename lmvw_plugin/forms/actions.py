# SPDX-License-Identifier: GPL-2.0-or-later
"""The entries of menu and toolbar: each opens the dialog of an algorithm, filled in for the plan file in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from qgis import processing
from qgis.core import QgsApplication, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import QAction

from ..core import basisset as b
from ..core.errors import LmvwError
from ..core.i18n import tr
from ..layers import planfile
from .backgrounds import BACKGROUNDS, add_background
from .delivery_dialog import open_delivery
from .drawing import guarded, merge_selected, new_plan_from_selection
from .import_wizard import open_import_wizard
from .new_plan_file import open_new_plan_file


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the algorithm it opens, and whether a line stands above it."""

    algorithm: str
    separated: bool = False


ENTRIES = (
    Entry("createplanfile"),
    Entry("importplans"),
    Entry("checkplans", separated=True),
    Entry("checkpolygons"),
    Entry("repairpolygons"),
    Entry("checkplannames"),
    Entry("adoptnames"),
    Entry("exportdelivery", separated=True),
)


def make_actions(iface: QgisInterface) -> list[QAction]:
    """Actions for every entry, in order; a separator is an action too."""
    actions: list[QAction] = []
    parent = iface.mainWindow()
    registry = QgsApplication.processingRegistry()
    for entry in ENTRIES:
        algorithm = registry.algorithmById(f"lmvw:{entry.algorithm}")
        if algorithm is None:
            continue
        if entry.separated:
            separator = QAction(parent)
            separator.setSeparator(True)
            actions.append(separator)
        action = QAction(algorithm.icon(), f"{algorithm.displayName()}…", parent)
        action.setObjectName(f"lmvw_{entry.algorithm}")
        action.setStatusTip(algorithm.displayName())
        own_window = _WINDOWS.get(entry.algorithm)
        action.triggered.connect(partial(own_window, iface) if own_window else _opener(iface, algorithm.id()))
        actions.append(action)
    return actions


def make_drawing_actions(iface: QgisInterface) -> list[QAction]:
    """Menu entries beside the algorithms: drawing help, and background maps that are fetched only when asked for."""
    jobs = [
        ("new_plan_from_selection", tr("Nieuw plan uit selectie"), guarded(iface, new_plan_from_selection)),
        ("merge_selected", tr("Geselecteerde plannen samenvoegen…"), guarded(iface, merge_selected)),
        ("", "", None),
        *(
            (f"background_{number}", tr("{title} toevoegen").format(title=tr(background.title)), partial(add_background, iface, background))
            for number, background in enumerate(BACKGROUNDS)
        ),
    ]
    actions: list[QAction] = []
    for name, title, job in [("", "", None), *jobs]:
        action = QAction(title, iface.mainWindow())
        if job is None:
            action.setSeparator(True)
        else:
            action.setObjectName(f"lmvw_{name}")
            action.triggered.connect(_without_arguments(job))
        actions.append(action)
    return actions


def _without_arguments(job: Callable[[], None]) -> Callable[..., None]:
    """QAction tells whether it is checked; the jobs do not want to know."""
    return lambda *_: job()


def _open_new_plan_file(iface: QgisInterface, *_: bool) -> None:
    open_new_plan_file(iface)


def _open_import_wizard(iface: QgisInterface, *_: bool) -> None:
    open_import_wizard(iface)


def _open_delivery(iface: QgisInterface, *_: bool) -> None:
    open_delivery(iface)


_WINDOWS: dict[str, Callable[..., None]] = {
    "createplanfile": _open_new_plan_file,
    "importplans": _open_import_wizard,
    "exportdelivery": _open_delivery,
}


def _opener(iface: QgisInterface, algorithm_id: str) -> Any:
    def open_dialog() -> None:
        dialog = processing.createAlgorithmDialog(algorithm_id, proposed_parameters(algorithm_id, iface.activeLayer()))
        if dialog is not None:
            dialog.show()

    return open_dialog


def proposed_parameters(algorithm_id: str, layer: Any) -> dict[str, Any]:
    """What the active layer tells: a plan file knows its municipality and peildatum."""
    if not isinstance(layer, QgsVectorLayer) or algorithm_id.endswith(":createplanfile"):
        return {}
    algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id)
    proposed: dict[str, Any] = {"INPUT": layer.id()}
    path = Path(layer.source().split("|")[0])
    if layer.fields().lookupField(b.COLUMNS[0].name) >= 0 and path.is_file():
        try:
            info = planfile.read_info(path)
        except LmvwError:
            return proposed
        date = info.peildatum.date
        proposed |= {"GEMEENTE": info.gemeente.code, "PEILDATUM": QDate(date.year, date.month, date.day)}
    names: Sequence[str] = [definition.name() for definition in algorithm.parameterDefinitions()]
    return {name: value for name, value in proposed.items() if name in names}


def menu_title() -> str:
    """The name of menu and toolbar."""
    return tr("LMVW")
