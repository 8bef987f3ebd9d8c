# SPDX-License-Identifier: GPL-2.0-or-later
"""What the algorithms share: Dutch names and help, checks before the start, findings as output, errors as one sentence."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsMessageLog,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime
from qgis.PyQt.QtGui import QIcon

from ..core import paths
from ..core.basisset import fields as basisset
from ..core.basisset.codelists import Gemeente, gemeenten
from ..core.basisset.gemeenten import one_gemeente
from ..core.basisset.peildatum import Peildatum
from ..core.errors import LmvwError, sentence_of
from ..core.feedback import Cancelled
from ..core.i18n import tr
from ..core.manual import Page, address
from ..core.rules.findings import Counts, Finding
from ..layers import sources
from ..layers.checks import require_plan_layer
from ..layers.files import let_go
from ..layers.map import findings_layer
from ..layers.planfile import schema
from ..layers.planfile.store import PlanFileInfo, plan_file_of
from ..layers.polygons.reading import read_boundary
from ..layers.reading import Taken
from ..layers.requirements import lack
from ..layers.snapshot import LayerSnapshot
from ..layers.workbook.reader import require_suffix
from .targets import require_spared

Parameters = dict[str, Any]


class LmvwAlgorithm(QgsProcessingAlgorithm):
    """Base of every algorithm. A subclass sets the texts, declares parameters, and implements ``execute``.

    ``FIRST``: a line stands above it in the menu. ``OF_ANY_LAYER``: it works on more than plan files. ``PLAN_FILES``: which outputs are
    a plan file, of which the algorithm itself judges what is there.

    ``validate`` runs before the start, ``execute`` does the work; both may raise ``LmvwError``.
    """

    ID = ""
    TITLE = ""
    GROUP = ""
    HELP = ""
    ICON = "lmvw"
    PAGE = Page.START
    NEEDS: tuple[str, ...] = ()  # packages without which it can do nothing
    FIRST = False
    OF_ANY_LAYER = False
    PLAN_FILES: frozenset[str] = frozenset()

    def name(self) -> str:
        """The stable id, without the provider."""
        return self.ID

    def displayName(self) -> str:  # noqa: N802  # QGIS's name
        """The name in the toolbox."""
        return tr(self.TITLE)

    def group(self) -> str:
        """The heading in the toolbox."""
        return tr(self.GROUP)

    def groupId(self) -> str:  # noqa: N802  # QGIS's name
        """The stable id of the heading."""
        return self.GROUP.lower()

    def shortHelpString(self) -> str:  # noqa: N802  # QGIS's name
        """What the algorithm does, in the panel beside its parameters."""
        return tr(self.HELP)

    def helpUrl(self) -> str:  # noqa: N802  # QGIS's name
        """The page of the manual, behind the button Help."""
        return address(self.PAGE)

    def icon(self) -> QIcon:
        """The icon in toolbox, menu and toolbar."""
        return QIcon(str(paths.ICONS / f"{self.ICON}.svg"))

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802  # QGIS's name
        """QGIS asks this before it shows a window: what is missing is said before anything else is asked."""
        sentence = lack(*self.NEEDS)
        return not sentence, sentence

    def createInstance(self) -> LmvwAlgorithm:  # noqa: N802  # QGIS's name
        """A fresh one for each run."""
        return type(self)()

    def add(self, parameter: QgsProcessingParameterDefinition, help_text: str) -> None:
        """Declare a parameter together with its help."""
        parameter.setHelp(tr(help_text))
        self.addParameter(parameter)

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Check the parameters before the start.

        :raises LmvwError: with the sentence for the user.
        """

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Do the work and return the outputs."""
        raise NotImplementedError  # a subclass without work is a mistake of ours

    def checkParameterValues(self, parameters: Parameters, context: QgsProcessingContext) -> tuple[bool, str]:  # noqa: N802  # QGIS's name
        """Our own checks come first: their sentences are Dutch and name the file."""
        can, sentence = self.canExecute()
        if not can:
            return False, sentence
        try:
            for definition in self.parameterDefinitions():
                self._require_present(definition, parameters)
            self.validate(parameters, context)
            require_spared(self, parameters, context, self.PLAN_FILES)
        except Exception as error:
            return False, self._sentence(error)
        return super().checkParameterValues(self.understood(parameters), context)

    def understood(self, parameters: Parameters) -> Parameters:
        """The parameters as QGIS understands them, where we understand more than it does."""
        return parameters

    def processAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:  # noqa: N802  # QGIS's name
        """Run, and turn what goes wrong into one sentence."""
        try:
            return self.execute(parameters, context, feedback)
        except Cancelled:
            feedback.pushWarning(tr("Afgebroken; er is niets veranderd."))
            return {}
        except QgsProcessingException:
            raise
        except Exception as error:
            raise QgsProcessingException(self._sentence(error)) from error
        finally:
            let_go()

    def _sentence(self, error: Exception) -> str:
        """What a user reads; a mistake of ours also goes into the log."""
        if isinstance(error, (LmvwError, QgsProcessingException)):
            return str(error)
        if isinstance(error, OSError):
            return sentence_of(error)
        QgsMessageLog.logMessage("".join(traceback.format_exception(error)), "LMVW", Qgis.MessageLevel.Critical)
        return tr("‘{title}’ is door een fout in de plugin gestopt; er is niets veranderd. "
                  "De technische details staan in het logboek, tabblad LMVW.").format(title=self.displayName())  # fmt: skip

    @staticmethod
    def _require_present(definition: QgsProcessingParameterDefinition, parameters: Parameters) -> None:
        """A parameter that must be filled in is.

        :raises LmvwError: when it is not.
        """
        given = parameters.get(definition.name())
        optional = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
        if given in (None, "") and not optional and definition.defaultValue() in (None, "") and not definition.isDestination():
            raise LmvwError(tr("‘{label}’ is niet ingevuld; geef een waarde op.").format(label=definition.description()))

    # -- parameters that several algorithms have ---------------------------------------------------------------

    def add_input(self, description: str, help_text: str, name: str = "INPUT", optional: bool = False) -> None:
        """A polygon layer; the user may limit it to the selected plans."""
        self.add(
            QgsProcessingParameterFeatureSource(name, tr(description), [QgsProcessing.SourceType.TypeVectorPolygon], optional=optional),
            help_text,
        )

    def add_gemeente(self) -> None:
        """The municipality's CBS code."""
        self.add(
            QgsProcessingParameterString("GEMEENTE", tr("Gemeente (CBS-code of naam)")),
            "De CBS-code van de gemeente, GM en vier cijfers, of haar naam, bijvoorbeeld GM0396 of Heemskerk.",
        )

    def add_peildatum(self) -> None:
        """The reference date; the delivery of today is proposed."""
        proposal = Peildatum.current(date.today()).date
        self.add(
            QgsProcessingParameterDateTime(
                "PEILDATUM", tr("Peildatum"), QgsProcessingParameterDateTime.Type.Date, QDate(proposal.year, proposal.month, proposal.day)
            ),
            "1 januari (voorjaarslevering) of 1 juli (najaarslevering). De peildatum bepaalt de jaren van de fasering.",
        )

    def add_plan_file(self, help_text: str) -> None:
        """The plan file to be made."""
        self.add(QgsProcessingParameterFileDestination("OUTPUT", tr("Planbestand"), "GeoPackage (*.gpkg)"), help_text)

    def add_file(self, name: str, description: str, help_text: str, file_filter: str) -> None:
        """An optional file to read."""
        self.add(QgsProcessingParameterFile(name, tr(description), optional=True, fileFilter=file_filter), help_text)

    def add_findings(self, geometry: QgsWkbTypes.Type | None = None) -> None:
        """The findings layer and the four counts."""
        source_type = QgsProcessing.SourceType.TypeVectorPoint if geometry is None else QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Bevindingen"), source_type),
            "Een laag met een regel per bevinding: de regel, hoe ernstig, welk plan en veld, en wat u kunt doen.",
        )
        self.add_counts()

    def add_counts(self) -> None:
        """How many plans, and how many findings of each severity."""
        for name, description in (
            ("PLANS", "Aantal plannen"),
            ("ERRORS", "Aantal fouten"),
            ("WARNINGS", "Aantal waarschuwingen"),
            ("INFOS", "Aantal meldingen ter informatie"),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(description)))

    # -- their values -------------------------------------------------------------------------------------------

    def gemeente_of(self, parameters: Parameters, context: QgsProcessingContext) -> Gemeente:
        """The municipality that was chosen.

        :raises LmvwError: when its code is unknown.
        """
        return one_gemeente(self.parameterAsString(parameters, "GEMEENTE", context))

    def peildatum_of(self, parameters: Parameters, context: QgsProcessingContext) -> Peildatum:
        """The reference date that was chosen.

        :raises LmvwError: when it is no date, or not 1 January or 1 July.
        """
        raw = parameters.get("PEILDATUM")
        if isinstance(raw, (QDate, QDateTime)):
            return Peildatum.parse(raw.toString("yyyy-MM-dd"))
        if isinstance(raw, date):
            return Peildatum.parse(raw.isoformat())
        if isinstance(raw, str):
            return Peildatum.parse(raw)
        return Peildatum.parse(self.parameterAsDateTime(parameters, "PEILDATUM", context).toString("yyyy-MM-dd"))

    def info_of(self, parameters: Parameters, context: QgsProcessingContext) -> PlanFileInfo:
        """What the plan file to be made is about.

        :raises LmvwError: when municipality or reference date is not valid, or the municipality has ended by that date.
        """
        info = PlanFileInfo(self.gemeente_of(parameters, context), self.peildatum_of(parameters, context))
        if not info.gemeente.is_there(info.peildatum.date):
            raise LmvwError(info.gemeente.what_became_of_it)
        return info

    def plan_file_of(self, parameters: Parameters, context: QgsProcessingContext) -> Path:
        """The plan file to be made.

        :raises LmvwError: when none was chosen: work in a temporary file would be lost when QGIS closes.
        """
        if parameters.get("OUTPUT") == QgsProcessing.TEMPORARY_OUTPUT:
            raise LmvwError(tr("Kies waar het planbestand komt te staan; een tijdelijk bestand verdwijnt als u QGIS sluit."))
        return Path(self.parameterAsFileOutput(parameters, "OUTPUT", context)).absolute()

    def open_source(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> QgsFeatureSource | None:
        """The layer that was chosen, or None when QGIS cannot open it."""
        try:
            return self.parameterAsSource(parameters, name, context)
        except Exception:  # "unknown": what some versions of GDAL throw at a damaged file
            return None

    def source_of(self, parameters: Parameters, context: QgsProcessingContext, name: str = "INPUT") -> QgsFeatureSource:
        """The polygon layer that was chosen, open and checked for kind and coordinate reference system.

        :raises LmvwError: when the file is missing, unreadable, or holds something else than polygons in RD.
        """
        raw = parameters.get(name)
        if isinstance(raw, str):
            sources.require_file(raw)
        source = self.open_source(parameters, name, context)
        if source is None:
            raise LmvwError(
                tr("‘{name}’ is geen kaartlaag die QGIS kan lezen; kies een GeoPackage, shapefile of ander GIS-bestand.").format(
                    name=raw if isinstance(raw, str) else self.parameterDefinition(name).description()
                )
            )
        sources.require_polygons(source, source.sourceName() or str(raw))
        # Invalid polygons must reach the checks: QGIS's own filter would stop at the first one.
        source.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        return source

    def plans_of(self, parameters: Parameters, context: QgsProcessingContext) -> QgsFeatureSource:
        """The plan layer that was chosen; that of a plan file of an earlier version will be read from a copy that is brought up.

        :raises LmvwError: as ``source_of``, and when it is no plan layer.
        """
        source = self.source_of(parameters, context)
        if not (schema.looks_older(source.fields().names()) and plan_file_of(self.layer_of(parameters, context))):
            require_plan_layer(source)
        return source

    def snapshot_of(self, parameters: Parameters, context: QgsProcessingContext, name: str = "INPUT") -> Any:
        """A layer, or what is selected of it, as it is now; what Processing itself filters as Processing gives it.

        To be asked before the work begins, on the thread of the layer: it may be edited, or closed, while the work goes on.

        :raises LmvwError: as ``source_of``.
        """
        source, layer = self.source_of(parameters, context, name), self.layer_of(parameters, context, name)
        given = parameters.get(name)
        part = given if isinstance(given, QgsProcessingFeatureSourceDefinition) else QgsProcessingFeatureSourceDefinition()
        if layer is None or part.filterExpression or part.featureLimit >= 0:
            return source
        return LayerSnapshot(layer, part.selectedFeaturesOnly)

    def take(self, parameters: Parameters, context: QgsProcessingContext, name: str = "INPUT") -> Taken:
        """The layer that was chosen, to be read as it is at one moment; what lies in a GeoPackage and is not open stays closed.

        :raises LmvwError: as ``source_of``.
        """
        given = parameters.get(name)
        asked = given if isinstance(given, QgsProcessingFeatureSourceDefinition) else None
        text = self.file_of(parameters, context, name)
        if text:
            return Taken(text, asked)
        self.source_of(parameters, context, name)
        return Taken(self.layer_of(parameters, context, name), asked)

    @staticmethod
    def file_of(parameters: Parameters, context: QgsProcessingContext, name: str = "INPUT") -> str:
        """The text that names a layer in a GeoPackage, when no layer that is open is meant; else nothing."""
        given = parameters.get(name)
        text = given.source.staticValue() if isinstance(given, QgsProcessingFeatureSourceDefinition) else given
        if not isinstance(text, str) or not text.split("|")[0].casefold().endswith(".gpkg") or not Path(text.split("|")[0]).is_file():
            return ""
        return "" if QgsProcessingUtils.mapLayerFromString(text, context, False) else text

    def layer_of(self, parameters: Parameters, context: QgsProcessingContext, name: str = "INPUT") -> QgsVectorLayer | None:
        """The layer that was chosen, also where only a part of it was."""
        given = parameters.get(name)
        if isinstance(given, QgsProcessingFeatureSourceDefinition):
            parameters = {**parameters, name: given.source.staticValue()}
        return self.parameterAsVectorLayer(parameters, name, context)

    def boundary_of(self, parameters: Parameters, context: QgsProcessingContext, gemeente: Gemeente | None = None) -> Any | None:
        """The municipality as one shapely geometry, or None when no boundary was given or no shapely is there to judge by it.

        :param gemeente: which of the municipalities in the layer, when it holds more than one.

        :raises LmvwError: when the layer cannot be used.
        """
        if not parameters.get("BOUNDARY"):
            return None
        source = self.source_of(parameters, context, "BOUNDARY")
        return None if lack("shapely") else read_boundary(source, gemeente)

    @staticmethod
    def gemeente_in(source: QgsFeatureSource) -> Gemeente | None:
        """The municipality that all plans of a plan layer name, when it is one that exists."""
        at = source.fields().lookupField("gemeente_code")
        codes = source.uniqueValues(at) if at >= 0 else set()
        return gemeenten().get(str(codes.pop())) if len(codes) == 1 else None

    def existing_file(self, parameters: Parameters, context: QgsProcessingContext, name: str) -> Path | None:
        """The file that was chosen, or None.

        :raises LmvwError: when it does not exist.
        """
        text = self.parameterAsString(parameters, name, context)
        if not text:
            return None
        sources.require_file(str(Path(text).absolute()))
        return Path(text)

    def workbook_of(self, parameters: Parameters, context: QgsProcessingContext) -> Path | None:
        """The worksheet that was chosen, or None.

        :raises LmvwError: when it does not exist or is of another kind.
        """
        path = self.existing_file(parameters, context, "WORKBOOK")
        if path is not None:
            require_suffix(path)
        return path

    # -- results ------------------------------------------------------------------------------------------------

    def write_findings(
        self, findings: Iterable[Finding], parameters: Parameters, context: QgsProcessingContext,
        geometry: QgsWkbTypes.Type = QgsWkbTypes.Type.Point,
    ) -> str:  # fmt: skip
        """Write the findings layer and return its id.

        :raises LmvwError: when the layer cannot be written.
        """
        sink, destination = self.parameterAsSink(parameters, "OUTPUT", context, findings_layer.fields(), geometry, sources.rd_new())
        if sink is None:
            raise LmvwError(tr("De laag met bevindingen kan niet geschreven worden; kies een ander bestand voor ‘Bevindingen’."))
        written: Sequence[Any] = list(findings_layer.features(findings))
        if written and not sink.addFeatures(written):
            raise LmvwError(
                tr("De laag met bevindingen kan niet geschreven worden ({reason}); kies een ander bestand.").format(reason=sink.lastError())
            )
        return destination

    def load_when_done(self, path: Path, context: QgsProcessingContext) -> None:
        """Put the plan layer of a new file into the project that is open, with the form and style stored in it."""
        project = context.project()
        if project is None:
            return
        details = QgsProcessingContext.LayerDetails(path.stem, project, "OUTPUT")
        context.addLayerToLoadOnCompletion(f"{path}|layername={basisset.LAYER}", details)

    @staticmethod
    def tell_counts(counts: Counts, feedback: QgsProcessingFeedback) -> None:
        """One line in the log."""
        feedback.pushInfo(
            tr("{plans} plannen gecontroleerd: {errors} fouten, {warnings} waarschuwingen, {infos} meldingen ter informatie.").format(
                plans=counts.plans, errors=counts.errors, warnings=counts.warnings, infos=counts.infos
            )
        )

    @staticmethod
    def count_outputs(counts: Counts) -> dict[str, Any]:
        """The four numeric outputs."""
        return {"PLANS": counts.plans, "ERRORS": counts.errors, "WARNINGS": counts.warnings, "INFOS": counts.infos}
