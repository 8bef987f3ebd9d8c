# SPDX-License-Identifier: GPL-2.0-or-later
"""The check in one click: in the background, with progress and cancel, and then on the map."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QProgressDialog

from ..core.errors import LmvwError
from ..core.i18n import tr
from ..layers import planfile
from ..layers.preflight import plan_file_of
from ..layers.project import boundary_of
from . import messages
from .drawing import plan_layer
from .run_task import AlgorithmRun

_PATIENCE = 500  # ms before progress is shown
_under_way: set[AlgorithmRun] = set()  # QGIS's task does not own them


def check_on_map(iface: QgisInterface) -> None:
    """Check the plan file in hand, unsaved edits included, and colour the plans by the outcome.

    :raises LmvwError: when there is no plan file in hand.
    """
    plans = plan_layer(iface)
    path = plan_file_of(plans)
    if path is None:
        raise LmvwError(tr("Laag ‘{name}’ komt niet uit een planbestand; kies die laag eerst.").format(name=plans.name()))
    boundary = boundary_of(QgsProject.instance())
    parameters: dict[str, Any] = {
        "INPUT": plans.id(),
        "PEILDATUM": str(planfile.read_info(path).peildatum),
        "KEEP": True,
        "OUTPUT": "memory:",
        **({"BOUNDARY": boundary.id()} if boundary is not None else {}),
    }
    progress = QProgressDialog(tr("De plannen worden gecontroleerd …"), tr("Annuleren"), 0, 100, iface.mainWindow())
    progress.setObjectName("lmvw_check_progress")
    progress.setWindowTitle(tr("Plannen controleren"))
    progress.setMinimumDuration(_PATIENCE)
    progress.setAutoReset(False)

    def done(results: dict[str, Any], sentence: str) -> None:
        _under_way.discard(run)
        progress.close()
        progress.deleteLater()
        if sentence:
            messages.warn(iface, sentence)
            return
        words = tr(
            "{plans} plannen gecontroleerd. Fouten: {errors}, waarschuwingen: {warnings}. Kaart en attributentabel tonen ze per plan."
        )
        messages.tell(iface, words.format(plans=results["PLANS"], errors=results["ERRORS"], warnings=results["WARNINGS"]))

    run = AlgorithmRun("lmvw:checkplans", parameters, done, lambda percentage: progress.setValue(int(percentage)))
    progress.canceled.connect(run.cancel)
    _under_way.add(run)
    run.start()
