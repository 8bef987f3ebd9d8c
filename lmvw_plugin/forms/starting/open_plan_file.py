# SPDX-License-Identifier: GPL-2.0-or-later
"""Opening a plan file: its project when it has one, and else a project set up as for a new plan file. Also when it is dropped on the map."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsCustomDropHandler
from qgis.PyQt.QtWidgets import QFileDialog

from ...core.errors import LmvwError
from ...core.i18n import tr
from ...layers.kinds import PLAN_FILES
from ...layers.map.project import add_styles, set_up_project
from ...layers.moment import Locked
from ...layers.planfile import store as planfile
from ...layers.planfile.recognising import is_plan_file
from ...layers.sources import file_of
from .. import messages, user_settings
from ..backgrounds import add_chosen
from .upgrade import offer_upgrade


def choose_plan_file(iface: QgisInterface) -> None:
    """Ask for a plan file and open it.

    :raises LmvwError: when it is not a plan file.
    """
    folder = user_settings.FOLDER.get() or str(Path.home())
    chosen, _ = QFileDialog.getOpenFileName(iface.mainWindow(), tr("Planbestand openen"), folder, PLAN_FILES)
    if chosen:
        open_plan_file(iface, Path(chosen))


def open_plan_file(iface: QgisInterface, path: Path) -> bool:
    """Open a plan file in a project of its own, after the question whether to save the present one; False when the user cancels that.

    :raises LmvwError: when it is not a plan file, or of a newer version.
    """
    offer_upgrade(iface, path)
    user_settings.FOLDER.set(str(path.parent))
    project = QgsProject.instance()
    if not plans_of(project, path):
        if not iface.newProject(True):
            return False
        made = path.with_suffix(".qgz")
        if not (made.is_file() and iface.addProject(str(made)) and plans_of(project, path)):
            project.clear()
            set_up_project(project, path)
            add_chosen(project)
            project.setDirty(False)  # there is nothing of the user's in it yet
            iface.mapCanvas().setReferencedExtent(project.viewSettings().defaultViewExtent())
    iface.setActiveLayer(plans_of(project, path)[0])
    return True


def bring_in(iface: QgisInterface, path: Path) -> None:
    """Show a plan file: in a project without layers as it opens by itself, else its plans only. What is wrong with it is told."""
    try:
        if QgsProject.instance().mapLayers():
            _add(iface, path)
        else:
            open_plan_file(iface, path)
    except LmvwError as error:
        messages.warn(iface, str(error))


def _add(iface: QgisInterface, path: Path) -> None:
    offer_upgrade(iface, path)
    info = planfile.read_info(path)
    plans = planfile.open_layer(path)
    plans.setName(tr("Plannen {gemeente} {peildatum}").format(gemeente=info.gemeente.name, peildatum=info.peildatum.words))
    QgsProject.instance().addMapLayer(plans)
    add_styles(plans)
    iface.setActiveLayer(plans)


def plans_of(project: QgsProject, path: Path) -> list[QgsMapLayer]:
    """The layers of plans of a file, of whatever version that is."""
    return [
        layer for layer in project.mapLayers().values()
        if file_of(layer) == path and isinstance(layer, QgsVectorLayer) and layer.fields().lookupField("plannaam") >= 0
    ]  # fmt: skip


class PlanFileDrop(QgsCustomDropHandler):
    """A plan file that is dropped on QGIS: without the tables beside the plans, and without questions about coordinates."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__()
        self._iface = iface

    def customUriProviderKey(self) -> str:  # noqa: N802  # QGIS's name
        """Only files are meant."""
        return "lmvw"

    def handleFileDrop(self, file: str) -> bool:  # noqa: N802  # QGIS's name
        """True when it was a plan file, or nobody can tell yet. Into a project with layers only the plans come, as the user had in mind."""
        path = Path(file)
        try:
            if not is_plan_file(path):
                return False
        except Locked as error:  # QGIS itself would stand still while it waits
            messages.warn(self._iface, str(error))
            return True
        bring_in(self._iface, path)
        return True
