# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:exportdelivery``: a checked and verified delivery package, or a clear reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ..core.asking.offers import by_kind
from ..core.delivering import delivery as d
from ..core.delivering import profiles
from ..core.delivering.own_report import sections
from ..core.delivering.sheets import Letter
from ..core.delivering.small_plans import asked_of_sum
from ..core.errors import LmvwError
from ..core.feedback import Part
from ..core.i18n import anew, in_dutch, is_dutch, several, tr
from ..core.reporting.certificate import Judged
from ..core.reporting.check import check_report, first_errors
from ..core.reviewing.remarks import reactions
from ..core.rules.findings import Counts
from ..core.rules.plans import is_secret
from ..layers.delivering import preflight
from ..layers.delivering.own_report import write_own_report
from ..layers.delivering.remembering import Remembered
from ..layers.files import require_folder, require_short
from ..layers.history.since import Since
from ..layers.moment import Locked
from ..layers.planfile.store import PlanFileInfo
from ..layers.reading import Reading
from ..layers.reports import set_aside
from .base import Parameters
from .faces.exportdelivery import NO, YES, ExportDeliveryFace
from .whole_check import AskedOfCheck, WholeCheck

_ANSWERS = {YES: True, NO: False}
_SHOWN_WARNINGS = 25
_LONGEST_NAME = 40  # characters of a file in a package, with the folder of a profile


@dataclass(frozen=True, slots=True)
class _Asked(AskedOfCheck):
    """What the delivery is about, in which form, and where it comes; ``partial``: a part of the plans will do."""

    info: PlanFileInfo
    profile: profiles.Profile
    folder: Path
    sum_small: bool
    letter: Letter
    partial: bool


def _kept(package: Any) -> str:
    """What the user had put where the package comes is not ours: where it is now, in sentences."""
    moved = tr(" In de map voor de levering stonden bestanden die niet van de plugin zijn of gewijzigd waren; zij staan nu in ‘{path}’.")
    stuck = tr(" Bestanden van u zijn bij een ander programma in gebruik en staan nog in ‘{path}’; sluit ze en maak de levering opnieuw.")
    sentences = [*(moved.format(path=path) for path in package.kept), *(stuck.format(path=path) for path in package.stuck)]
    return "".join(sentences)


def _tell_left_out(reading: Reading, allowed: bool, feedback: QgsProcessingFeedback) -> None:
    """What does not go along, before any work is done.

    :raises LmvwError: when plans are left out that nobody meant to leave out.
    """
    for column in reading.strange:
        feedback.pushWarning(column.sentence)
    if reading.left_out is None:
        return
    if not allowed:
        raise LmvwError(
            tr("{sentence} Haal dat filter of die selectie weg, of kies ‘Een deel van de plannen leveren’ (ALLOW_PARTIAL).").format(
                sentence=reading.left_out.sentence
            )
        )
    feedback.pushWarning(reading.left_out.sentence)


class ExportDelivery(WholeCheck[_Asked], ExportDeliveryFace):
    """Checks the plan file and writes the package for the province."""

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Everything that can be wrong before the start."""
        self.plans_of(parameters, context)
        info = self._info(parameters, context)
        self.require_beside(parameters, context)
        self._profile(parameters, context)
        self._letter(parameters, context)
        package = d.package_name(info.gemeente, info.peildatum)
        require_short(Path(self.parameterAsString(parameters, "FOLDER", context)), len(f"/{package}/") + _LONGEST_NAME)

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
        """Municipality, date and choices that are given."""
        try:
            own = self.own_info(parameters, context)
        except Locked:  # the run waits for the plans, and then compares the date
            own = None
        town_hall = preflight.town_hall_of(self.source_of(parameters, context, "TOWN_HALL")) if parameters.get("TOWN_HALL") else ""
        return replace(
            self.info_of(parameters, context, own),
            provincie_aggregeert=_ANSWERS.get(self.parameterAsEnumString(parameters, "AGGREGATE", context)),
            akkoord_klein=self.parameterAsString(parameters, "AGREEMENT", context).strip(),
            gemeentehuis=town_hall,
        )

    def _profile(self, parameters: Parameters, context: QgsProcessingContext) -> profiles.Profile:
        own = self.existing_file(parameters, context, "PROFILE_FILE")
        return profiles.read_profile(own) if own else profiles.profile_named(self.parameterAsEnumString(parameters, "PROFILE", context))

    def asked(self, parameters: Parameters, context: QgsProcessingContext) -> _Asked:
        """What goes out, and how."""
        return _Asked(
            *self.taken(parameters, context), self._info(parameters, context), self._profile(parameters, context),
            Path(self.parameterAsString(parameters, "FOLDER", context)).absolute(),
            self.parameterAsBoolean(parameters, "SMALL_PLANS", context),
            self._letter(parameters, context), self.parameterAsBoolean(parameters, "ALLOW_PARTIAL", context),
        )  # fmt: skip

    def work(
        self, asked: _Asked, reading: Reading, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, check, write, verify."""
        since = self.look_back(reading, asked.info.peildatum, parameters, context, feedback)
        return self._deliver(asked, reading, since, feedback)

    def _deliver(self, asked: _Asked, reading: Reading, since: Since, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Check, write the package, and report.

        :raises LmvwError: when there is nothing to deliver, the check finds errors, or the package cannot be written.
        """
        from ..layers.delivering.package import Extras, write_package  # needs openpyxl; the provider loads without

        info, folder, plan_file = preflight.decided(asked.info, reading.info), asked.folder, asked.plans.file if reading.info else None
        _tell_left_out(reading, asked.partial, feedback)
        boundary = asked.area(info.gemeente, feedback)
        require_folder(folder)
        first, look_back = Part(feedback, 0, 50), asked.beside.after(since.checked)
        ready = preflight.prepare(
            reading.source, info, asked.sum_small, boundary, first, reading.accepted, reading.offers, look_back, reading.remarks
        )
        checked, delivery = ready.checked, ready.delivery
        counts = replace(checked.counts, delivered=len(delivery.rows))
        self.tell_counts(counts, feedback)
        if not checked.counts.errors and not delivery.rows:
            raise LmvwError(tr("Er zijn geen plannen om te leveren: het planbestand is leeg of geen enkel plan gaat mee."))
        own, moved_to = self._report_at_home(asked, reading, ready, counts, info)
        if moved_to:
            feedback.pushWarning(set_aside(own, moved_to))
        if checked.counts.errors:
            raise LmvwError(
                tr("Er is geen pakket gemaakt: {count}. {first} Het rapport staat in {report}").format(
                    count=" ".join(filter(None, (f"{counts.holding}.", counts.undelivered))).rstrip("."),
                    first=first_errors(checked.findings),
                    report=own,
                )
            )
        unexplained = self._tell_unexplained(ready, feedback)
        if question := asked_of_sum(checked.findings):
            feedback.pushWarning(question)
        elsewhere = asked.profile.not_of(info.gemeente)
        if elsewhere:
            feedback.pushWarning(elsewhere)
        if info.peildatum.asks_rest_capacity and asked.letter.rest_capacity is None:
            feedback.pushWarning(tr("Niet beantwoord is of het om restcapaciteit gaat (Invultip 3); dat staat zo in het pakket."))
        outgoing = ready
        if not is_dutch():  # the screen is in another language than what the province reads
            with in_dutch():
                again = Part(feedback, 50, 50)
                outgoing = preflight.prepare(reading.source, info, asked.sum_small, boundary, again, reading.accepted, None, look_back)
        remembered = Remembered(plan_file, outgoing.delivery, outgoing.geometries, asked.profile.name, partial=reading.left_out is not None)
        going = [outgoing.plans[index] for index in outgoing.delivery.indexes if index != d.AT_TOWN_HALL]  # and none of what went in a sum
        said = reactions(reading.remarks or (), going, reading.accepted)
        extras = Extras(asked.letter, asked.profile, boundary, reading.sha256, reading.left_out, outgoing.coverage, reading.unsaved, said)
        package = write_package(
            folder, outgoing.delivery, outgoing.geometries, outgoing.told, outgoing.subject, feedback, extras,
            last=lambda: preflight.keep_choices(info, plan_file, reading.info), remember=remembered.while_placing,
        )  # fmt: skip
        if _kept(package):
            feedback.pushWarning(_kept(package).strip())
        if remembered.lacking:
            feedback.pushWarning(anew(remembered.lacking))
        feedback.pushInfo(tr("Pakket geschreven, teruggelezen en vergeleken: {path}").format(path=package.archive))
        feedback.pushInfo(tr("Uw eigen rapport, ook over wat niet meegaat: {path}").format(path=own))
        return {
            "PACKAGE": str(package.archive),
            "GPKG": str(package.file(d.GPKG)),
            "XLSX": str(package.file(d.XLSX)),
            "REPORT": str(package.file(d.REPORT)),
            "OWN_REPORT": str(own),
            "SET_ASIDE": _kept(package),
            "NOT_REMEMBERED": anew(remembered.lacking),
            "UNEXPLAINED": unexplained,
            **self.count_outputs(counts),
            "DELIVERED": counts.delivered,
        }

    @staticmethod
    def _report_at_home(
        asked: _Asked, reading: Reading, ready: preflight.Preflight, counts: Counts, info: PlanFileInfo
    ) -> tuple[Path, Path | None]:
        """The municipality's own report, also on what stays at home; returns where it is, and where a file of the user's own went."""
        checked, strijdig = ready.checked, reading.strijdig
        confidential = any(is_secret(plan, strijdig) for plan in ready.plans)
        judged = Judged(checked.coverage, datetime.now(), reading.sha256, reading.unsaved, counts.proposals)
        page = check_report(
            replace(ready.subject, confidential=confidential), checked.plans, checked.findings,
            more=sections(ready.home, reading.strange, reading.left_out), judged=judged, delivered=counts.delivered,
            proposed=by_kind(checked.proposed), made=ready.made, targets=info.targets,
        )  # fmt: skip
        return write_own_report(page, confidential, asked.plans.file if reading.info else None, asked.folder, ready.delivery.name)

    @staticmethod
    def _tell_unexplained(ready: preflight.Preflight, feedback: QgsProcessingFeedback) -> int:
        """Warnings do not stop the delivery, but the province will ask about those without a toelichting."""
        unexplained = ready.unexplained
        for finding in unexplained[:_SHOWN_WARNINGS]:
            feedback.pushWarning(tr("Zonder toelichting: {plan}: {melding}").format(plan=finding.name, melding=finding.melding))
        if len(unexplained) > _SHOWN_WARNINGS:
            feedback.pushWarning(
                tr("... en nog {count} zonder toelichting.").format(
                    count=several(len(unexplained) - _SHOWN_WARNINGS, "waarschuwing", "waarschuwingen")
                )
            )
        return len(unexplained)
