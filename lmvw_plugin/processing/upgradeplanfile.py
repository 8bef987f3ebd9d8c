# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:upgradeplanfile``: a plan file of an earlier version brought up to this one, the old file kept beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
)

from ..core.errors import LmvwError
from ..core.i18n import tr
from ..core.manual import Page
from ..layers.kinds import PLAN_FILES
from ..layers.planfile import upgrade
from .base import LmvwAlgorithm, Parameters


class UpgradePlanFile(LmvwAlgorithm):
    """Adds what this version of the plugin has more."""

    ID = "upgradeplanfile"
    PAGE = Page.NEW
    TITLE = "Planbestand bijwerken"
    GROUP = "Plannen"
    ICON = "bijwerken"
    CHANGES = frozenset(("INPUT",))
    HELP = (
        "Brengt een planbestand van een oudere versie van de plugin op de versie die u nu gebruikt: nieuwe velden komen erbij, "
        "formulier en kaartstijlen worden die van deze versie. Aan de plannen zelf verandert niets.\n"
        "Het oude bestand blijft ernaast bewaard. Wilt u terug, open dan dat bestand. "
        "Een planbestand dat al van deze versie is, blijft zoals het is."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add(
            QgsProcessingParameterFile("INPUT", tr("Planbestand"), fileFilter=PLAN_FILES),
            "Het planbestand dat bijgewerkt wordt. Sluit het eerst in andere programma's.",
        )
        self.addOutput(QgsProcessingOutputFile("OUTPUT", tr("Planbestand")))
        self.addOutput(QgsProcessingOutputFile("KEPT", tr("Het oude bestand, bewaard")))
        self.addOutput(QgsProcessingOutputNumber("ADDED", tr("Aantal nieuwe velden")))

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """A plan file of this version or an earlier one."""
        upgrade.needed(self._path(parameters, context))

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Bring it up, when it is not yet."""
        path = self._path(parameters, context)
        needed = upgrade.needed(path)
        if needed is None:
            feedback.pushInfo(tr("Planbestand ‘{path}’ is al van deze versie; er is niets veranderd.").format(path=path))
            return {"OUTPUT": str(path), "KEPT": "", "ADDED": 0}
        feedback.pushInfo(needed.what_changes)
        return {"OUTPUT": str(path), "KEPT": str(upgrade.carry_out(needed, feedback)), "ADDED": len(needed.columns)}

    def _path(self, parameters: Parameters, context: QgsProcessingContext) -> Path:
        """The plan file that was chosen.

        :raises LmvwError: when none was, or it does not exist.
        """
        path = self.existing_file(parameters, context, "INPUT")
        if path is None:
            raise LmvwError(tr("‘{label}’ is niet ingevuld; geef een waarde op.").format(label=tr("Planbestand")))
        return path.absolute()
