# SPDX-License-Identifier: GPL-2.0-or-later
"""The Processing provider ``lmvw``."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..core import paths
from .base import LmvwAlgorithm
from .createplanfile import CreatePlanFile
from .faces.adoptnames import AdoptNamesFace
from .faces.checkplannames import CheckPlanNamesFace
from .faces.checkplans import CheckPlansFace
from .faces.checkpolygons import CheckPolygonsFace
from .faces.checkrealised import CheckRealisedFace
from .faces.comparedeliveries import CompareDeliveriesFace
from .faces.exportdelivery import ExportDeliveryFace
from .faces.exportpublic import ExportPublicFace
from .faces.exportsteward import ExportStewardFace
from .faces.fillsheets import MakeFillSheetsFace, ReadFillSheetsFace
from .faces.importplans import ImportPlansFace
from .faces.makeanswers import MakeAnswersFace
from .faces.mergedeliveries import MergeDeliveriesFace
from .faces.openanswer import OpenAnswerFace
from .faces.opendeliveries import OpenDeliveriesFace
from .faces.repairpolygons import RepairPolygonsFace
from .faces.rollforward import RollForwardFace
from .upgradeplanfile import UpgradePlanFile

# The one place where an algorithm is registered, in the order of the menu; toolbox, menu and toolbar follow.
ALGORITHMS: tuple[type[LmvwAlgorithm], ...] = (
    CreatePlanFile,
    UpgradePlanFile,
    ImportPlansFace,
    MakeFillSheetsFace,
    ReadFillSheetsFace,
    CheckPlansFace,
    CheckPolygonsFace,
    RepairPolygonsFace,
    CheckPlanNamesFace,
    AdoptNamesFace,
    CompareDeliveriesFace,
    CheckRealisedFace,
    ExportDeliveryFace,
    ExportPublicFace,
    OpenAnswerFace,
    OpenDeliveriesFace,
    MakeAnswersFace,
    MergeDeliveriesFace,
    ExportStewardFace,
    RollForwardFace,
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
        self.listed = [f"{self.id()}:{algorithm.ID}" for algorithm in ALGORITHMS]
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
