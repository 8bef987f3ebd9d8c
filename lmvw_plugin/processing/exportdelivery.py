# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:exportdelivery``: a checked and verified delivery package, or a clear reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..core import delivery as d
from ..core import profiles
from ..core.delivery_sheets import Letter
from ..core.errors import LmvwError
from ..core.feedback import Part
from ..core.i18n import several, tr
from ..core.manual import Page
from ..core.reports import check_report, first_errors
from ..layers import planfile, preflight
from ..layers.checks import require_plan_layer
from ..layers.files import require_folder, write_text
from ..layers.planfile import PlanFileInfo
from ..layers.polygons import read_boundary
from ..layers.requirements import require
from .base import LmvwAlgorithm, Parameters

_AS_KEPT, _YES, _NO, _SILENT = "zoals vastgelegd", "ja", "nee", "niet beantwoord"
_ANSWERS = {_YES: True, _NO: False}
_SHOWN_WARNINGS = 25


@dataclass(frozen=True, slots=True)
class _Given:
    """What was asked, read on the thread of the layers: the work itself touches none of them."""

    info: PlanFileInfo
    profile: profiles.Profile
    plans: Any
    boundary: Any | None
    plan_file: Path | None
    folder: Path
    sum_small: bool
    letter: Letter


def _tell_kept(package: Any, feedback: QgsProcessingFeedback) -> None:
    """What the user had put where the package comes is not ours."""
    for path in package.kept:
        feedback.pushWarning(
            tr(
                "In de map voor de levering stonden bestanden die niet van de plugin zijn of die gewijzigd waren; zij staan nu in ‘{path}’."
            ).format(path=path)
        )
    for path in package.stuck:
        feedback.pushWarning(
            tr(
                "Bestanden van u zijn bij een ander programma in gebruik en staan nog in ‘{path}’; sluit ze en maak de levering opnieuw."
            ).format(path=path)
        )


class ExportDelivery(LmvwAlgorithm):
    """Checks the plan file and writes the package for the province."""

    _given: _Given | LmvwError

    ID = "exportdelivery"
    PAGE = Page.DELIVER
    TITLE = "Levering maken"
    GROUP = "Levering"
    ICON = "levering"
    HELP = (
        "<p>Controleert het planbestand en maakt het leveringspakket: een zip met kaartbestand, werkblad, controlerapport en manifest. "
        "Beide bestanden worden na het schrijven teruggelezen en vergeleken; pas dan verschijnt het pakket.</p>"
        "<p>Plannen met status 5A of 5B blijven thuis. Zijn er nog fouten, dan komt er geen pakket maar een rapport, en blijft een "
        "eerder pakket zoals het was. Waarschuwingen houden niets tegen; die zonder toelichting worden genoemd.</p>"
        "<p>Met een profiel komt naast het standaardpakket een bestand zoals uw provincie het vraagt.</p>"
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_input("Planbestand", "De laag ‘plannen’ van het planbestand.")
        self.add_gemeente()
        self.add_peildatum()
        self.add_input(
            "Gemeentegrens", "Laag met de grens van de gemeente, om te zien welke plannen erbuiten steken.", "BOUNDARY", optional=True
        )
        self.add(
            QgsProcessingParameterFile("FOLDER", tr("Map voor de levering"), QgsProcessingParameterFile.Behavior.Folder),
            "De map waarin het pakket en een uitgepakte leeskopie komen. De plugin schrijft nergens anders.",
        )
        self._add_choice(
            "PROFILE", "Profiel", profiles.names(),
            "Wat de provincie naast het standaardpakket vraagt. Met ‘lmvw’ blijft het bij het standaardpakket.",
        )  # fmt: skip
        self.add_file(
            "PROFILE_FILE", "Eigen profiel van de provincie",
            "Een profiel (JSON) dat de provincie zelf maakte; het gaat voor op de keuze hierboven.", "JSON (*.json)",
        )  # fmt: skip
        self._add_text("CONTACT", "Contact bij de gemeente", "Wie de provincie kan bellen of mailen; komt op het blad Toelichting.")
        self._add_text(
            "REMARKS", "Opmerkingen van de gemeente", "Toelichting bij de hele levering (Invultip 3); komt op het blad Toelichting.", True
        )
        self._add_choice(
            "REST_CAPACITY", "Gaat het om restcapaciteit? (najaarslevering)", [_SILENT, _YES, _NO],
            "Ja als woningen die in de eerste helft van het jaar zijn gerealiseerd of gesloopt, niet meer meetellen (Invultip 3). Komt op het blad "
            "Toelichting en in LEESMIJ.txt.",
        )  # fmt: skip
        self._add_text("REST_WHY", "Wat levert u dan?", "Bij ‘nee’: wat er wel wordt aangeleverd (Invultip 3).", True)
        self._add_choice(
            "AGGREGATE", "Provincie telt vertrouwelijke plannen op (art. 8)", [_AS_KEPT, _YES, _NO],
            "Vraagt u de provincie uw vertrouwelijke plannen opgeteld door te leveren? Zij gaan in elk geval afzonderlijk naar de provincie.",
        )  # fmt: skip
        self.add(
            QgsProcessingParameterBoolean("SMALL_PLANS", tr("Kleine plannen optellen (art. 9)"), False, optional=True),
            "Plannen met minder dan 12 woningen bruto gaan als één plan mee, met het gemeentehuis als polygoon. Dat mag alleen na akkoord van "
            "de provincie. Vertrouwelijke plannen gaan altijd afzonderlijk.",
        )
        self._add_text(
            "AGREEMENT",
            "Akkoord van de provincie",
            "Wanneer en hoe de provincie akkoord ging met optellen; blijft in het planbestand bewaard.",
        )
        self.add_input(
            "Polygoon van het gemeentehuis", "Laag of selectie met één polygoon; eenmaal gekozen blijft zij in het planbestand bewaard.",
            "TOWN_HALL", optional=True,
        )  # fmt: skip
        self.addOutput(QgsProcessingOutputFile("PACKAGE", tr("Leveringspakket")))
        self.addOutput(QgsProcessingOutputFile("GPKG", tr("Kaartbestand")))
        self.addOutput(QgsProcessingOutputFile("XLSX", tr("Werkblad")))
        self.addOutput(QgsProcessingOutputHtml("REPORT", tr("Controlerapport")))
        self.addOutput(QgsProcessingOutputNumber("UNEXPLAINED", tr("Waarschuwingen zonder toelichting")))
        self.add_counts()

    def _add_choice(self, name: str, description: str, options: list[str], help_text: str) -> None:
        choice = QgsProcessingParameterEnum(name, tr(description), options, False, options[0], True, True)  # optional, texts as values
        self.add(choice, help_text)

    def _add_text(self, name: str, description: str, help_text: str, long: bool = False) -> None:
        self.add(QgsProcessingParameterString(name, tr(description), "", long, True), help_text)

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Everything that can be wrong before the start."""
        require("openpyxl")
        self._info(parameters, context)
        require_plan_layer(self.source_of(parameters, context))
        if parameters.get("BOUNDARY"):  # reading it is work, and left to the background
            self.source_of(parameters, context, "BOUNDARY")
        self._profile(parameters, context)
        self._letter(parameters, context)

    def _letter(self, parameters: Parameters, context: QgsProcessingContext) -> Letter:
        """What goes on the sheet Toelichting.

        :raises LmvwError: when it is not rest capacity, and not said what it is.
        """
        contact, remarks, why = (self.parameterAsString(parameters, name, context).strip() for name in ("CONTACT", "REMARKS", "REST_WHY"))
        rest = _ANSWERS.get(self.parameterAsEnumString(parameters, "REST_CAPACITY", context))
        if rest is False and not why:
            raise LmvwError(tr("U levert geen restcapaciteit; zeg bij ‘Wat levert u dan?’ wat u wel levert (Invultip 3)."))
        return Letter(contact, remarks, rest_capacity=rest, rest_why=why)

    def _info(self, parameters: Parameters, context: QgsProcessingContext) -> PlanFileInfo:
        """Municipality, date and choices: those given now, else those the plan file remembers."""
        town_hall = preflight.town_hall_of(self.source_of(parameters, context, "TOWN_HALL")) if parameters.get("TOWN_HALL") else ""
        info = replace(
            self.info_of(parameters, context),
            provincie_aggregeert=_ANSWERS.get(self.parameterAsEnumString(parameters, "AGGREGATE", context)),
            akkoord_klein=self.parameterAsString(parameters, "AGREEMENT", context).strip(),
            gemeentehuis=town_hall,
        )
        return preflight.with_kept_choices(info, self._plan_file(parameters, context))

    def _plan_file(self, parameters: Parameters, context: QgsProcessingContext) -> Path | None:
        return planfile.plan_file_of(self.layer_of(parameters, context))

    def _profile(self, parameters: Parameters, context: QgsProcessingContext) -> profiles.Profile:
        own = self.existing_file(parameters, context, "PROFILE_FILE")
        return profiles.read_profile(own) if own else profiles.profile_named(self.parameterAsEnumString(parameters, "PROFILE", context))

    def prepareAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:  # noqa: N802  # QGIS's name
        """Take what is needed from layers that may be edited, or closed, while the work goes on."""
        try:
            self._given = _Given(
                self._info(parameters, context), self._profile(parameters, context), self.snapshot_of(parameters, context),
                self.snapshot_of(parameters, context, "BOUNDARY") if parameters.get("BOUNDARY") else None,
                self._plan_file(parameters, context), Path(self.parameterAsString(parameters, "FOLDER", context)).absolute(),
                self.parameterAsBoolean(parameters, "SMALL_PLANS", context),
                self._letter(parameters, context),
            )  # fmt: skip
        except LmvwError as error:
            self._given = error
        return True

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Check, write, verify."""
        from ..layers.package import Extras, write_package  # needs openpyxl; the provider loads without

        if isinstance(self._given, LmvwError):
            raise self._given
        given, info, folder = self._given, self._given.info, self._given.folder
        boundary = read_boundary(given.boundary, info.gemeente) if given.boundary is not None else None
        require_folder(folder)
        ready = preflight.prepare(given.plans, info, given.sum_small, boundary, Part(feedback, 0, 50))
        checked, delivery = ready.checked, ready.delivery
        self.tell_counts(checked.counts, feedback)
        if checked.counts.errors:
            report = folder / f"{d.package_name(info.gemeente, info.peildatum)}_{d.REPORT}"
            write_text(report, check_report(ready.subject, checked.plans, checked.findings))
            raise LmvwError(
                tr("Er is geen pakket gemaakt: {count}. {first} Het rapport staat in {report}").format(
                    count=several(checked.counts.errors, "fout", "fouten"), first=first_errors(checked.findings), report=report
                )
            )
        if not delivery.rows:
            raise LmvwError(tr("Er zijn geen plannen om te leveren: het planbestand is leeg of alle plannen blijven thuis."))
        unexplained = self._tell_unexplained(ready, feedback)
        if info.peildatum.asks_rest_capacity and given.letter.rest_capacity is None:
            feedback.pushWarning(tr("Niet beantwoord is of het om restcapaciteit gaat (Invultip 3); dat staat zo in het pakket."))
        extras = Extras(given.letter, given.profile, boundary)
        package = write_package(
            folder, delivery, ready.geometries, ready.told, ready.subject, feedback, extras,
            last=lambda: preflight.keep_choices(info, given.plan_file),
        )  # fmt: skip
        _tell_kept(package, feedback)
        feedback.pushInfo(tr("Pakket geschreven, teruggelezen en vergeleken: {path}").format(path=package.archive))
        return {
            "PACKAGE": str(package.archive),
            "GPKG": str(package.file(d.GPKG)),
            "XLSX": str(package.file(d.XLSX)),
            "REPORT": str(package.file(d.REPORT)),
            "UNEXPLAINED": unexplained,
            **self.count_outputs(checked.counts),
        }

    @staticmethod
    def _tell_unexplained(ready: preflight.Preflight, feedback: QgsProcessingFeedback) -> int:
        """Warnings do not stop the delivery, but the province will ask about those without a toelichting."""
        found = ready.unexplained
        for finding in found[:_SHOWN_WARNINGS]:
            feedback.pushWarning(tr("Zonder toelichting: {plan}: {melding}").format(plan=finding.plannaam, melding=finding.melding))
        if len(found) > _SHOWN_WARNINGS:
            feedback.pushWarning(tr("... en nog {count} waarschuwingen zonder toelichting.").format(count=len(found) - _SHOWN_WARNINGS))
        return len(found)
