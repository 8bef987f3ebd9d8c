# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:createplanfile``: an empty plan file for a municipality and peildatum."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..core.i18n import tr
from ..core.manual import Page
from ..layers.planfile import store as planfile
from .base import LmvwAlgorithm, Parameters


class CreatePlanFile(LmvwAlgorithm):
    """Makes the GeoPackage in which a municipality keeps its plans."""

    ID = "createplanfile"
    PAGE = Page.NEW
    TITLE = "Nieuw planbestand"
    GROUP = "Plannen"
    ICON = "nieuw"
    PLAN_FILES = frozenset(("OUTPUT",))
    HELP = (
        "Maakt een leeg planbestand (GeoPackage, EPSG:28992) met de velden van de Basisset 2.0, een formulier met tabbladen, "
        "keuzelijsten en een kaartstijl. Formulier en stijl zitten in het bestand: ze werken ook in een QGIS zonder deze plugin.\n"
        "Een bestand waarin al plannen staan wordt nooit overschreven."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_gemeente()
        self.add_peildatum()
        self.add_plan_file("Waar het planbestand komt te staan.")

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Known municipality, valid peildatum, a target that may be written."""
        planfile.require_free(self.plan_file_of(parameters, context), self.info_of(parameters, context))

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Write the file."""
        target = self.plan_file_of(parameters, context)
        info = self.info_of(parameters, context)
        planfile.create(target, info)
        feedback.pushInfo(
            tr("Planbestand gemaakt voor {gemeente}, peildatum {peildatum}: {path}").format(
                gemeente=info.gemeente.name, peildatum=info.peildatum.words, path=target
            )
        )
        self.load_when_done(target, context)
        return {"OUTPUT": str(target)}
