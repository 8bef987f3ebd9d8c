# SPDX-License-Identifier: GPL-2.0-or-later
"""The check in one click: in the background, with progress and cancel, and then on the map."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from shutil import copyfile
from typing import Any

from qgis.core import Qgis, QgsProcessingUtils, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QLabel, QProgressDialog, QStackedWidget, QWidget

from ..core.i18n import later, tr
from ..core.rules.findings import GOOD, Counts
from ..layers.map import check_join
from ..layers.map.project import boundary_of
from ..layers.plan_layer.expressions import CHECKED
from ..layers.planfile.edits import is_plan_layer
from ..layers.planfile.session import waits
from ..layers.reports import named
from . import messages
from .files import show_file
from .lasting import stop_at_end
from .plan_in_hand import plan_file
from .review.panel import ReviewPanel
from .run_task import AlgorithmRun

_PATIENCE = 500  # ms before progress is shown
_BUSY = later("De plannen worden gecontroleerd …")
_MESSAGE = "lmvw_check_outcome"
_FOUND = f"\"{CHECKED}uitslag\" <> '{GOOD}'"


class _Progress(QProgressDialog):
    """How far the check is; and for whom it waits."""

    heard = pyqtSignal(str)  # from the thread that works

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(tr(_BUSY), tr("Annuleren"), 0, 100, parent)
        self.setObjectName("lmvw_check_progress")
        self.setWindowTitle(tr("Plannen controleren"))
        words = QLabel(tr(_BUSY))
        words.setWordWrap(True)
        self.setLabel(words)
        self.setMinimumDuration(_PATIENCE)
        self.setAutoReset(False)
        self.heard.connect(self.setLabelText)

    def goes_on(self, percentage: float) -> None:
        """Nobody is waited for any more."""
        self.setLabelText(tr(_BUSY))
        self.setValue(int(percentage))


_under_way: dict[AlgorithmRun, _Progress] = {}  # QGIS's task does not own them


def check_on_map(iface: QgisInterface) -> None:
    """Check the plan file in hand, unsaved edits included, and colour the plans by the outcome.

    :raises LmvwError: when there is no plan file in hand.
    """
    plans, path = plan_file(iface)
    if _under_way:
        messages.hint(iface, tr("Er loopt al een controle; wacht tot die klaar is."))
        return
    boundary = boundary_of(QgsProject.instance())
    parameters: dict[str, Any] = {
        "INPUT": plans.id(),
        "KEEP": True,
        "OUTPUT": "memory:",
        "REPORT": QgsProcessingUtils.generateTempFilename("controle.html"),
        **({"BOUNDARY": boundary.id()} if boundary is not None else {}),
    }
    messages.withdraw(iface, _MESSAGE)
    progress = _Progress(iface.mainWindow())

    def done(results: dict[str, Any], sentence: str) -> None:
        _under_way.pop(run)
        progress.close()
        progress.deleteLater()
        if sentence:
            messages.warn(iface, sentence)
        else:
            _tell(iface, layer_id, path, results, unsaved)

    layer_id, unsaved = plans.id(), waits(plans)
    run = AlgorithmRun("lmvw:checkplans", parameters, done, progress.goes_on, progress.heard.emit)
    progress.canceled.connect(run.cancel)
    _under_way[run] = progress
    stop_at_end(stop_checks)
    run.start()


def stop_checks() -> None:
    """Stop what is under way and tell nobody, because the plugin goes."""
    for run, progress in _under_way.items():
        run.abandon()
        progress.close()
        progress.deleteLater()
    _under_way.clear()


def _tell(iface: QgisInterface, layer_id: str, path: Path, results: dict[str, Any], unsaved: bool) -> None:
    plans = QgsProject.instance().mapLayer(layer_id)
    if plans is None:  # the plan file was closed meanwhile
        return
    names = ("PLANS", "ERRORS", "WARNINGS", "INFOS", "UNANSWERED", "TO_FILL", "DELIVERED", "ACCEPTED", "PROPOSALS")
    counts = Counts(*(results[name] for name in names))
    checked = counts.checked if counts.plans else tr("Er zijn nog geen plannen")
    skipped = results["SKIPPED"]
    waits = counts.words or skipped
    level = Qgis.MessageLevel.Critical if counts.wrong else Qgis.MessageLevel.Warning if waits else Qgis.MessageLevel.Success
    report = _named(Path(results["REPORT"]), results["CONFIDENTIAL"])
    buttons: messages.Buttons = {tr("Rapport"): partial(show_file, str(report))} if report is not None else {}
    counted = tr("Ook wat nog niet was opgeslagen telde mee; controleren slaat niets op.") if unsaved else ""
    held = "" if report is not None else tr("Een ander programma houdt het rapport vast; controleer opnieuw om het te zien.")
    if counts.words:
        buttons = {tr("Toon bevindingen"): partial(show_findings, iface, layer_id), **buttons}
        panel = iface.mainWindow().findChild(QAction, ReviewPanel.NAME)
        buttons = {tr("Wat nu te doen"): panel.trigger, **buttons} if panel is not None else buttons
    to_do = check_join.what_to_do(plans) if is_plan_layer(plans) else ""
    words = f"{checked}: {counts.words or tr('geen fouten of waarschuwingen')}. {skipped} {counted} {to_do} {held}"
    messages.report(iface, _MESSAGE, " ".join(words.split()), level, buttons, path)


def show_findings(iface: QgisInterface, layer_id: str) -> None:
    """Lead to what was found: the attribute table with the plans that have findings."""
    plans = QgsProject.instance().mapLayer(layer_id)
    if is_plan_layer(plans):
        window = iface.showAttributeTable(plans, _FOUND)
        for table in window.findChildren(QStackedWidget):  # else a layer that is edited has its first name in hand: a letter renames a plan
            if table.inherits("QgsDualView"):
                table.setFocus()
    else:
        messages.warn(iface, tr("De planlaag is niet meer in het project; het rapport laat zien wat er gevonden is."))


def _named(report: Path, confidential: bool) -> Path | None:
    """The report under the name that fits it: which one is known when the plans were read. A copy where another program, as a virus scanner,
    has it open; None where it cannot be copied either.
    """
    target = named(report, confidential)
    with suppress(OSError):
        return report if target == report else report.rename(target)
    with suppress(OSError):
        return Path(copyfile(report, target))
    return None
