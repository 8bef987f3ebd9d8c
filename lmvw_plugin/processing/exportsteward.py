# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:exportsteward``: what the province passes on to the national steward of the packages that it received."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..core.confidential.steward_report import steward_report
from ..core.errors import LmvwError, done_already
from ..core.feedback import Part, carried_through
from ..core.i18n import tr
from ..layers.files import only_run, require_folder, require_short, staging, take_place
from ..layers.publishing.steward import make_set
from ..layers.reports import set_aside, write_report
from .base import Parameters
from .faces.exportsteward import ExportStewardFace
from .received_packages import AsksOfPackages

_NAME = "LMVW_landelijk_VERTROUWELIJK"


class ExportSteward(AsksOfPackages, ExportStewardFace):
    """Makes the set and its report."""

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """There are packages, a layer of town halls says of whom each is, each label is of a municipality, and the names fit."""
        self._packages(parameters, context)
        self.halls_given(parameters, context)
        self.peildatum_given(parameters, context)
        self.labels_given(parameters, context)
        require_short(Path(self.parameterAsString(parameters, "FOLDER", context)), len(f"/{_NAME}.gpkg"))

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Verify, divide, write, report."""
        folder = Path(self.parameterAsString(parameters, "FOLDER", context)).absolute()
        require_folder(folder)
        target, report = folder / f"{_NAME}.gpkg", folder / f"{_NAME}.html"
        with only_run(target), staging(folder) as room:
            growing = room / target.name
            told, peildatum, gone = make_set(
                self._packages(parameters, context), growing, self.halls_given(parameters, context), Part(feedback, 0, 95),
                self.peildatum_given(parameters, context), self.labels_given(parameters, context),
            )  # fmt: skip
            kept = take_place(growing, target, spare=True)
        carried_through()
        if kept:
            feedback.pushWarning(tr("De vorige set staat nu in ‘{path}’.").format(path=kept))
        with done_already(tr("De set staat al wel in ‘{path}’.").format(path=target)):
            moved_to = write_report(report, steward_report(told, peildatum.words))
        if moved_to:
            feedback.pushWarning(set_aside(report, moved_to))
        refused = [package for package in told if package.reason]
        for received in refused:
            feedback.pushWarning(f"{received.name}: {received.reason}")
        self.tell_gone(gone, feedback)
        feedback.pushInfo(tr("De set staat in {path}, het rapport in {report}").format(path=target, report=report))
        return {
            "OUTPUT": str(target),
            "REPORT": str(report),
            "PLANS": sum(package.plans for package in told),
            "MERGED": len(told) - len(refused),
            "REFUSED": len(refused),
        }

    def _packages(self, parameters: Parameters, context: QgsProcessingContext) -> list[Path]:
        """Every zip in the folder, by name.

        :raises LmvwError: when there is none.
        """
        folder = Path(self.parameterAsString(parameters, "INPUT", context))
        packages = (
            sorted(path for path in folder.glob("*") if path.suffix.casefold() == ".zip" and path.is_file()) if folder.is_dir() else []
        )
        if not packages:
            raise LmvwError(
                tr("In map ‘{folder}’ staat geen zip; kies de map met de pakketten die gemeenten stuurden.").format(folder=folder)
            )
        return packages
