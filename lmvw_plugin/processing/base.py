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
    QgsMessageLog,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtGui import QIcon

from ..core import paths
from ..core.basisset import fields as basisset
from ..core.basisset.peildatum import Peildatum
from ..core.errors import LmvwError, sentence_of
from ..core.feedback import Cancelled
from ..core.i18n import several, tr
from ..core.manual import Page, address
from ..core.reporting import html
from ..core.rules.findings import Counts, Finding
from ..layers import sources
from ..layers.files import let_go
from ..layers.kinds import PLAN_FILES
from ..layers.map import findings_layer
from ..layers.moment import PATIENCE, Locked
from ..layers.requirements import lack
from .given import GivenValues, Parameters
from .targets import require_spared

__all__ = ["LmvwAlgorithm", "Parameters"]


class LmvwAlgorithm(GivenValues):
    """Base of every algorithm. A subclass sets the texts, declares parameters, and implements ``execute``.

    ``OF_ANY_LAYER``: it works on more than plan files. ``PLAN_FILES``: which outputs are
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
        return html.paragraphs(self.help_text())

    def help_text(self) -> str:
        """The same as plain text, a paragraph a line."""
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
        if not self._works:
            return self.create().checkParameterValues(parameters, context)
        can, sentence = self.canExecute()
        if not can:
            return False, sentence
        try:
            for definition in self.parameterDefinitions():
                self._require_present(definition, parameters)
            self.validate(parameters, context)
            require_spared(self, parameters, context, self.PLAN_FILES)
            understood = self.in_words(self.understood(parameters, context))
        except Locked:
            return True, ""  # the run waits, says for whom, and can be stopped
        except Exception as error:
            return False, self._sentence(error)
        return super().checkParameterValues(understood, context)

    def validateInputCrs(self, parameters: Parameters, context: QgsProcessingContext) -> bool:  # noqa: N802  # QGIS's name
        """Judged by our own checks; QGIS would open the files for it."""
        return True

    @property
    def _works(self) -> bool:
        """Its work is in this class. If not it is a face (``faces``): ``qgis_process`` asks that too whether it could work."""
        return type(self).execute is not LmvwAlgorithm.execute

    def understood(self, parameters: Parameters, context: QgsProcessingContext) -> Parameters:
        """The parameters as QGIS may look at them: it opens every layer, and we understand more of them than it does."""
        return self.at_rest(parameters, context)

    def prepareAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:  # noqa: N802  # QGIS's name
        """Hold on to the layers of the project as they are now: they belong to the main thread, where the user goes on."""
        if not self.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading:
            self.hold_layers(parameters, context)
        return True

    def processAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:  # noqa: N802  # QGIS's name
        """Run, and turn what goes wrong into one sentence."""
        self.copies.feedback, self.copies.patience = feedback, PATIENCE
        self.opened.begin(feedback, PATIENCE)
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
            self.opened.close()
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
        """The reference date of what is made; the delivery of today is proposed."""
        proposal = Peildatum.current(date.today()).date
        self.add(
            QgsProcessingParameterDateTime(
                "PEILDATUM", tr("Peildatum"), QgsProcessingParameterDateTime.Type.Date, QDate(proposal.year, proposal.month, proposal.day)
            ),
            "1 januari (voorjaarslevering) of 1 juli (najaarslevering). De peildatum bepaalt de jaren van de fasering.",
        )

    def add_peildatum_of_plans(self) -> None:
        """The reference date of plans that are read: a plan file has its own, and no other will do."""
        self.add(
            QgsProcessingParameterDateTime("PEILDATUM", tr("Peildatum"), QgsProcessingParameterDateTime.Type.Date, optional=True),
            "Leeg: die van het planbestand. Bij plannen uit een ander bestand: 1 januari (voorjaarslevering) of 1 juli (najaarslevering), en leeg de "
            "levering van nu.",
        )

    def add_plan_file(self, help_text: str) -> None:
        """The plan file to be made."""
        self.add(QgsProcessingParameterFileDestination("OUTPUT", tr("Planbestand"), PLAN_FILES), help_text)

    def add_file(self, name: str, description: str, help_text: str, file_filter: str) -> None:
        """An optional file to read."""
        self.add(QgsProcessingParameterFile(name, tr(description), optional=True, fileFilter=tr(file_filter)), help_text)

    def add_bag(self) -> None:
        """A file with the BAG, for rule S7."""
        self.add_file(
            "BAG", "BAG-bestand (GeoPackage)",
            "Een GeoPackage met de verblijfsobjecten van de BAG, om te zien of gerealiseerd klopt (regel S7). Leeg: dat wordt niet vergeleken.",
            PLAN_FILES,
        )  # fmt: skip

    def add_findings(self, geometry: QgsWkbTypes.Type | None = None) -> None:
        """The findings layer and the four counts."""
        source_type = QgsProcessing.SourceType.TypeVectorPoint if geometry is None else QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Bevindingen"), source_type),
            "Een laag met een rij per bevinding: de regel, hoe ernstig, welk plan en veld, en wat u kunt doen.",
        )
        self.add_counts()

    def add_counts(self) -> None:
        """How many plans, how many findings of each severity, and how much of that is only not filled in yet."""
        for name, description in (
            ("PLANS", "Aantal plannen"),
            ("ERRORS", "Aantal fouten"),
            ("WARNINGS", "Aantal waarschuwingen"),
            ("INFOS", "Aantal bevindingen ter informatie"),
            ("UNANSWERED", "Aantal velden dat nog niet is ingevuld"),
            ("TO_FILL", "Aantal plannen waarvan nog niet alles is ingevuld"),
            ("ACCEPTED", "Aantal waarschuwingen dat geaccepteerd is"),
            ("PROPOSALS", "Aantal voorstellen dat op bevestiging wacht"),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(description)))

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
        """One line in the log, and one when proposals wait."""
        feedback.pushInfo(
            tr("{checked}: {holding}, {warnings}, {infos} ter informatie.").format(
                checked=counts.checked,
                holding=counts.holding,
                warnings=counts.warned,
                infos=several(counts.infos, "bevinding", "bevindingen"),
            )
        )
        if counts.offered:
            feedback.pushInfo(counts.undelivered)

    @staticmethod
    def count_outputs(counts: Counts) -> dict[str, Any]:
        """The numeric outputs. ERRORS is all that holds a delivery, UNANSWERED the part of it that waits for an answer."""
        return {
            "PLANS": counts.plans,
            "ERRORS": counts.errors,
            "WARNINGS": counts.warnings,
            "INFOS": counts.infos,
            "UNANSWERED": counts.unanswered,
            "TO_FILL": counts.to_fill,
            "ACCEPTED": counts.accepted,
            "PROPOSALS": counts.proposals,
        }
