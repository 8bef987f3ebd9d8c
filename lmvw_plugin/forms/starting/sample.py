# SPDX-License-Identifier: GPL-2.0-or-later
"""The sample municipality, to look around and to practise: a copy in a folder of its own, where the user wants it."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path
from typing import Any

from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QFileDialog

from ...core import paths
from ...core.basisset.codelists import gemeente
from ...core.errors import LmvwError, reason_of
from ...core.i18n import tr
from ...layers.map.project import save, set_up_project
from .. import messages, user_settings
from ..run_task import AlgorithmRun
from .boundary_choice import own_boundary
from .open_plan_file import open_plan_file

_GEMEENTE, _PEILDATUM = "GM9999", "2026-01-01"
_NAME, _BOUNDARY = "markerwaard", "gemeentegrens.gpkg"
_under_way: set[AlgorithmRun] = set()  # QGIS's task does not own them


def choose_sample(iface: QgisInterface) -> None:
    """Ask where the copy may come, make it and open it.

    :raises LmvwError: when it cannot be written there.
    """
    proposal = user_settings.FOLDER.get() or str(Path.home())
    title = tr("Kies de map waarin de kopie van het voorbeeld komt")
    chosen = QFileDialog.getExistingDirectory(iface.mainWindow(), title, proposal)
    if chosen:
        make_sample(iface, Path(chosen))


def make_sample(iface: QgisInterface, where: Path) -> None:
    """Make the copy in a new folder, in the background, through the import as any municipality does it; then open its project.

    :raises LmvwError: when it cannot be written there, or the plugin was not made with the sample.
    """
    source = paths.SAMPLE / "schoon"
    if not source.is_dir():
        raise LmvwError(tr("Het voorbeeld zit niet in deze kopie van de plugin; installeer de plugin uit de zip."))
    folder = _free(where)
    try:
        folder.mkdir()
        shutil.copy(paths.SAMPLE / _BOUNDARY, folder / _BOUNDARY)
    except OSError as error:
        raise LmvwError(
            tr("In map ‘{path}’ kan niets gemaakt worden ({reason}); kies een andere map.").format(path=where, reason=reason_of(error))
        ) from error
    plans = folder / f"{_NAME}.gpkg"
    parameters: dict[str, Any] = {
        "INPUT": str(source / "plannen.gpkg"),
        "WORKBOOK": str(source / "werkblad.xlsx"),
        "GEMEENTE": _GEMEENTE,
        "PEILDATUM": _PEILDATUM,
        "OUTPUT": str(plans),
    }

    def done(_: dict[str, Any], sentence: str) -> None:
        _under_way.discard(run)
        if sentence:
            messages.warn(iface, sentence)
            return
        try:
            _make_project(iface, folder, plans)
            open_plan_file(iface, plans)
        except LmvwError as error:
            messages.warn(iface, str(error))
            return
        messages.tell(iface, tr("Dit is een kopie van het voorbeeld, om mee te proberen: {folder}").format(folder=folder))

    run = AlgorithmRun("lmvw:importplans", parameters, done, lambda _: None)
    _under_way.add(run)
    run.start()


def _free(where: Path) -> Path:
    """A folder that is not there yet: nothing is overwritten."""
    names = (f"voorbeeld-{_NAME}" + (f"-{number}" if number > 1 else "") for number in count(1))
    return next(where / name for name in names if not (where / name).exists())


def _make_project(iface: QgisInterface, folder: Path, plans: Path) -> None:
    project = QgsProject()
    set_up_project(project, plans, own_boundary(iface.mainWindow(), str(folder / _BOUNDARY), gemeente(_GEMEENTE)), grid=True)
    save(project, plans.with_suffix(".qgz"))
