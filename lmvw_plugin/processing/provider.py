# SPDX-License-Identifier: GPL-2.0-or-later
"""The Processing provider ``lmvw``."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..core import paths
from .base import LmvwAlgorithm


def algorithms() -> tuple[type[LmvwAlgorithm], ...]:
    """Every algorithm, in the order of the menu: the one place where it is registered. Toolbox, menu and toolbar follow."""
    from .adoptnames import AdoptNames
    from .checkplannames import CheckPlanNames
    from .checkplans import CheckPlans
    from .checkpolygons import CheckPolygons
    from .createplanfile import CreatePlanFile
    from .exportdelivery import ExportDelivery
    from .importplans import ImportPlans
    from .makefillsheets import MakeFillSheets
    from .readfillsheets import ReadFillSheets
    from .repairpolygons import RepairPolygons
    from .upgradeplanfile import UpgradePlanFile

    return (
        CreatePlanFile,
        UpgradePlanFile,
        ImportPlans,
        MakeFillSheets,
        ReadFillSheets,
        CheckPlans,
        CheckPolygons,
        RepairPolygons,
        CheckPlanNames,
        AdoptNames,
        ExportDelivery,
    )


class LmvwProvider(QgsProcessingProvider):
    """Groups the plugin's algorithms in the toolbox; ``listed`` are their ids in the order of the menu."""

    def __init__(self) -> None:
        super().__init__()
        self.listed: list[str] = []

    def id(self) -> str:
        """Part of every algorithm id."""
        return "lmvw"

    def name(self) -> str:
        """The heading in the toolbox."""
        return "LMVW"

    def longName(self) -> str:  # noqa: N802  # QGIS's name
        """The full name, in the options."""
        return "LMVW - Landelijke Monitor Voortgang Woningbouw"

    def icon(self) -> QIcon:
        """The plugin's icon."""
        return QIcon(str(paths.ICONS / "lmvw.svg"))

    def loadAlgorithms(self) -> None:  # noqa: N802  # QGIS's name
        """Called by QGIS when the provider is added."""
        self.listed = [f"{self.id()}:{algorithm.ID}" for algorithm in algorithms()]
        for algorithm in algorithms():
            self.addAlgorithm(algorithm())
