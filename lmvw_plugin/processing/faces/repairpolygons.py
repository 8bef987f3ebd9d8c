# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:repairpolygons``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
)

from ...core.i18n import tr
from ...core.manual import Page
from ...core.rules.tolerances import Limits
from ..base import LmvwAlgorithm
from .checkpolygons import add_tolerances


class RepairPolygonsFace(LmvwAlgorithm):
    """Repair what is safe, say what changed, and show overlaps without cutting them."""

    ID = "repairpolygons"
    PAGE = Page.POLYGONS
    NEEDS = ("shapely",)
    TITLE = "Polygonen repareren"
    GROUP = "Herstel"
    ICON = "repareren"
    OF_ANY_LAYER = True
    HELP = (
        "Maakt een kopie van de laag waarin de polygonen gerepareerd zijn: ongeldige grenzen, dubbele hoekpunten, "
        "uitschieters, snippers, gaatjes, bogen, hoogtes en draairichting. Een polygoon waar niets aan mankeert blijft tot op "
        "de byte gelijk; velden en kenmerken blijven staan. Het verslag noemt per plan wat er veranderde en wat u moet "
        "nakijken. Overlap wordt niet weggeknipt: die kunt u als laag bekijken, met de namen van beide plannen."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_input("Plannen (polygonen)", "De planlaag in RD (EPSG:28992). Deze laag zelf verandert niet.")
        add_tolerances(self, ("duplicate_m", "spike_m", "spike_degrees", "speck_m2", "overlap_m2", "overlap_m", "overlap_percent"))
        self._add_limit("LIMIT_M2", "Nakijken vanaf: oppervlakte (m2)", Limits().area_m2,
                        "Verandert een plan meer dan dit (erbij en eraf samen), dan staat in het verslag dat u het moet nakijken.")  # fmt: skip
        self._add_limit("LIMIT_M", "Nakijken vanaf: verschuiving (m)", Limits().move_m,
                        "Komt een nieuw grenspunt verder dan dit van de oude grens te liggen, dan staat in het verslag dat u het moet nakijken.")  # fmt: skip
        orient = QgsProcessingParameterBoolean("ORIENT", tr("Draairichting van alle polygonen gelijkmaken"), False)
        orient.setFlags(orient.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.add(orient, "Zet de buitengrens van elk plan tegen de klok in en elk gat met de klok mee. "
                         "Uit: alleen bij polygonen die toch al gerepareerd worden.")  # fmt: skip
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Gerepareerde plannen"), QgsProcessing.SourceType.TypeVectorPolygon),
            "De kopie, met alle plannen en velden.",
        )
        self.add(
            QgsProcessingParameterFeatureSink("REPORT", tr("Verslag per plan"), QgsProcessing.SourceType.TypeVector, optional=True),
            "Een tabel met een rij per plan dat veranderde: wat er gedaan is, oppervlakte en delen voor en na, en wat u moet nakijken.",
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OVERLAPS", tr("Overlap"), QgsProcessing.SourceType.TypeVectorPolygon, optional=True, createByDefault=False
            ),
            "Een laag met elk stuk waar twee lopende plannen overlappen na de reparatie, met beide plannamen.",
        )
        for name, label in (
            ("PLANS", "Aantal plannen"),
            ("REPAIRED", "Aantal gerepareerde plannen"),
            ("FLAGGED", "Aantal plannen om na te kijken"),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))

    def _add_limit(self, name: str, label: str, default: float, help_text: str) -> None:
        parameter = QgsProcessingParameterNumber(name, tr(label), QgsProcessingParameterNumber.Type.Double, default, minValue=0.0)
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.add(parameter, help_text)

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..repairpolygons import RepairPolygons

        return RepairPolygons()
