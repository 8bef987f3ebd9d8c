# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:checkpolygons``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
)

from ...core.basisset.codelists import listed
from ...core.i18n import tr
from ...core.manual import Page
from ...core.rules.tolerances import explained
from ..base import LmvwAlgorithm


def add_tolerances(algorithm: LmvwAlgorithm, names: tuple[str, ...] = ()) -> None:
    """An advanced parameter for each tolerance (or for the named ones), with its default and its reason."""
    for tolerance in explained():
        if names and tolerance.name not in names:
            continue
        parameter = QgsProcessingParameterNumber(
            tolerance.name.upper(),
            tr(tolerance.metadata["label"]),
            QgsProcessingParameterNumber.Type.Double,
            tolerance.default,
            minValue=0.0,
        )
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        algorithm.add(parameter, tolerance.metadata["why"])


class CheckPolygonsFace(LmvwAlgorithm):
    """Check every polygon by itself, against the municipality and against the other plans."""

    ID = "checkpolygons"
    PAGE = Page.POLYGONS
    NEEDS = ("shapely",)
    TITLE = "Polygonen controleren"
    GROUP = "Controle"
    ICON = "polygonen"
    OF_ANY_LAYER = True
    HELP = (
        "Controleert de polygonen van alle plannen: aanwezig en in RD, geldig, binnen de gemeente, geen overlap of kieren met "
        "andere plannen, netjes getekend en geen voorlopige aanduiding. Geldig zijn zij ook na afronding op hele millimeters; elke "
        "fout staat op zijn plek. De uitkomst is een puntenlaag met een bevinding per fout. Er verandert niets aan uw laag."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_input(
            "Plannen (polygonen)",
            f"De planlaag in RD (EPSG:28992). Plannen met status {listed('eigen', ' of ')} worden overgeslagen; "
            "gerealiseerde en vervallen plannen tellen niet mee bij overlap.",
        )
        self.add_input(
            "Gemeentegrens",
            "Een laag met de grens van uw gemeente in RD. Bevat de laag er meer, dan telt die met de code of naam van uw gemeente. "
            "Zonder grens wordt regel G3 overgeslagen.",
            name="BOUNDARY",
            optional=True,
        )
        add_tolerances(self)
        self.add_findings()

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..checkpolygons import CheckPolygons

        return CheckPolygons()
