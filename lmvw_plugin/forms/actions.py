# SPDX-License-Identifier: GPL-2.0-or-later
"""The entries of menu and toolbar: each opens the dialog of an algorithm, filled in for the plan file in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ..core import paths
from ..core.errors import LmvwError
from ..core.i18n import later, tr
from ..core.reporting import html
from ..layers.map.project import boundary_of
from ..layers.planfile import store as planfile
from . import jobs
from .backgrounds import BACKGROUNDS, add_background
from .lasting import show_lasting
from .messages import guarded
from .plan_in_hand import plan_file, plan_file_of_any
from .spoken import name_controls


def make_actions(iface: QgisInterface) -> list[QAction]:
    """Actions for every algorithm of the provider, in its order."""
    actions: list[QAction] = []
    parent = iface.mainWindow()
    registry = QgsApplication.processingRegistry()
    for algorithm_id in registry.providerById("lmvw").listed:
        algorithm = registry.algorithmById(algorithm_id)
        action = QAction(algorithm.icon(), f"{algorithm.displayName()}…", parent)
        action.setObjectName(f"lmvw_{algorithm.name()}")
        action.setStatusTip(algorithm.displayName())
        own_window = _WINDOWS.get(algorithm.name())
        action.triggered.connect(partial(own_window, iface) if own_window else _opener(iface, algorithm.id()))
        actions.append(action)
    return actions


@dataclass(frozen=True, slots=True)
class Job:
    """An entry that is no algorithm; ``icon`` is a file of ours."""

    name: str
    title: str
    tip: str
    icon: str
    run: Callable[[QgisInterface], None]


JOBS = (
    Job("check_on_map", later("Controleren en op de kaart tonen"), later("Controleert alle plannen en kleurt ze naar de uitkomst"),
        "kaartcontrole", jobs.check_on_map),
    Job("new_plan_from_selection", later("Nieuw plan uit selectie"), later("Maakt één plan van de geselecteerde percelen of vlakken"), "selectie",
        jobs.new_plan_from_selection),
    Job("start_split", later("Plan splitsen…"), later("Knip een plan in delen; daarna verdeelt u de aantallen"), "splitsen",
        jobs.start_split),
    Job("divide_selected", later("Aantallen verdelen over geselecteerde plannen…"), later("Verdeelt de aantallen opnieuw; hun som blijft gelijk"), "verdelen",
        jobs.divide_selected),
    Job("merge_selected", later("Geselecteerde plannen samenvoegen…"), later("Maakt één plan van de geselecteerde plannen en telt hun aantallen op"),
        "samenvoegen", jobs.merge_selected),
)  # fmt: skip


def make_job_actions(iface: QgisInterface) -> list[QAction]:
    """The check on the map and the drawing help, with icons: for menu and toolbar."""
    actions = []
    for job in JOBS:
        action = QAction(QIcon(str(paths.ICONS / f"{job.icon}.svg")), tr(job.title), iface.mainWindow())
        action.setObjectName(f"lmvw_{job.name}")
        action.setStatusTip(tr(job.tip))
        action.setToolTip(html.tip(tr(job.title).rstrip("…"), tr(job.tip)))
        action.triggered.connect(_without_arguments(guarded(iface, job.run)))
        actions.append(action)
    return actions


def make_background_actions(iface: QgisInterface) -> list[QAction]:
    """Background maps, which are fetched only when asked for: for the menu."""
    actions = []
    for number, background in enumerate(BACKGROUNDS):
        action = QAction(tr(background.title), iface.mainWindow())
        action.setObjectName(f"lmvw_background_{number}")
        action.setStatusTip(tr("Toevoegen aan de kaart: {title}").format(title=action.text()))
        action.triggered.connect(_without_arguments(partial(add_background, iface, background)))
        actions.append(action)
    return actions


def _without_arguments(job: Callable[[], None]) -> Callable[..., None]:
    """QAction tells whether it is checked; the jobs do not want to know."""
    return lambda *_: job()


_WINDOWS: dict[str, Callable[..., None]] = {
    "createplanfile": jobs.open_new_plan_file,
    "importplans": jobs.open_import_wizard,
    "exportdelivery": jobs.open_delivery,
    "exportpublic": jobs.open_publication,
    "readfillsheets": jobs.open_fill_wizard,
    "rollforward": jobs.open_rollforward,
}


def _opener(iface: QgisInterface, algorithm_id: str) -> Callable[..., None]:
    def open_dialog(*_: bool) -> None:
        from qgis import processing

        dialog = processing.createAlgorithmDialog(algorithm_id, proposed_parameters(algorithm_id, iface))
        if dialog is not None:
            name_controls(dialog)
            show_lasting(dialog)

    return open_dialog


def proposed_parameters(algorithm_id: str, iface: QgisInterface) -> dict[str, Any]:
    """What the project tells: a plan file knows its municipality and peildatum. What it does not tell is chosen in the window."""
    algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id)
    if algorithm.REVIEW_FILE:
        return _review(algorithm.REVIEW_FILE, iface)
    proposed: dict[str, Any] = {}
    wanted = algorithm.parameterDefinition("INPUT")
    if wanted is not None and _comes_from_others(wanted):
        return {}
    if wanted is not None and wanted.type() == "file":  # not a layer; it may be one that is no plan layer yet
        path = plan_file_of_any(iface)
        return {"INPUT": str(path)} if path else {}
    boundary = boundary_of(QgsProject.instance())
    if boundary is not None:
        proposed["BOUNDARY"] = boundary.id()
    layer = iface.activeLayer()
    try:
        plans, path = plan_file(iface)
        info = planfile.read_info(path)
    except LmvwError:
        if _has_polygons(layer):
            proposed["INPUT"] = proposed["CURRENT"] = layer.id()
    else:
        date = info.peildatum.date
        any_layer = algorithm.OF_ANY_LAYER and _has_polygons(layer) and layer != boundary
        proposed["INPUT"] = layer.id() if any_layer else plans.id()
        proposed["CURRENT"] = plans.id()
        proposed |= {"GEMEENTE": info.gemeente.code, "PEILDATUM": QDate(date.year, date.month, date.day), "KEEP": True}
    names: Sequence[str] = [definition.name() for definition in algorithm.parameterDefinitions()]
    return {name: value for name, value in proposed.items() if name in names}


def _review(parameter: str, iface: QgisInterface) -> dict[str, Any]:
    """What the province goes on with is its review file that is open, whatever plan file is open beside it."""
    from .desk.in_hand import review_file  # needs all of the room of the receipts

    path = review_file(iface, None)
    return {parameter: str(path)} if path else {}


def _comes_from_others(wanted: QgsProcessingParameterDefinition) -> bool:
    """A folder with what others sent: what is open here is none of it."""
    return isinstance(wanted, QgsProcessingParameterFile) and wanted.behavior() == QgsProcessingParameterFile.Behavior.Folder


def _has_polygons(layer: object) -> bool:
    return isinstance(layer, QgsVectorLayer) and layer.isValid() and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry


def menu_title() -> str:
    """The name of menu and toolbar."""
    return tr("LMVW")
