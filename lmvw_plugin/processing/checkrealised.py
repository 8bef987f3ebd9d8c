# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:checkrealised``: the dwellings of the BAG in each plan, and what they may mean; nothing is decided or changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..core.basisset.peildatum import Peildatum
from ..core.errors import LmvwError
from ..core.feedback import Part, checkpoint, watched
from ..core.i18n import several, tr
from ..core.realised.homes import Period
from ..core.realised.judging import Judged, Proposal
from ..core.realised.report import in_short, realised_report
from ..core.reporting.check import Subject
from ..core.rules.plans import is_secret
from ..layers import sources
from ..layers.files import write_text
from ..layers.history.remembered import last_delivery
from ..layers.planfile.rows import geometry_of, shape_of
from ..layers.reading import Reading
from ..layers.realised import outcome
from ..layers.realised.geopackage import read_stock, require_bag
from ..layers.realised.lying import Polygons
from ..layers.realised.records import Stock
from .base import Parameters
from .faces.checkrealised import SERVICE, CheckRealisedFace
from .taken_plans import Asked, TakesPlans


@dataclass(frozen=True, slots=True)
class _Asked(Asked):
    """``bag`` is None where the service is asked."""

    bag: Path | None
    panden: Path | None
    service: str


class CheckRealised(TakesPlans[_Asked], CheckRealisedFace):
    """Reads the plans, asks the BAG about the squares that they touch, lays one on the other and tells what it found."""

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Plans, two peildata, and one BAG."""
        self.plans_of(parameters, context)
        until = self.peildatum_of(parameters, context, self.own_info(parameters, context))
        self._require_before(self._since(parameters, context), until)
        bag, panden = self._bag(parameters, context)
        if bag is not None:
            require_bag(bag)
        if panden is not None:
            sources.require_file(str(panden))

    def _bag(self, parameters: Parameters, context: QgsProcessingContext) -> tuple[Path | None, Path | None]:
        """The file, and that of the panden where it is another; nothing where the service is asked.

        :raises LmvwError: when neither was chosen, or both.
        """
        bag, service = self.existing_file(parameters, context, "BAG"), self.parameterAsBoolean(parameters, "SERVICE", context)
        if bag is None and not service:
            raise LmvwError(tr("Er is geen BAG-bestand gekozen; kies een GeoPackage met de BAG, of zet aan dat de BAG van internet komt."))
        if bag is not None and service:
            raise LmvwError(tr("U koos een BAG-bestand en ook internet; kies een van de twee."))
        return bag, self.existing_file(parameters, context, "PANDEN")

    def _since(self, parameters: Parameters, context: QgsProcessingContext) -> Peildatum | None:
        """The peildatum since when; None where none was given.

        :raises LmvwError: when it is none.
        """
        raw = parameters.get("SINCE")
        return None if raw in (None, "") or sources.value(raw) is None else self._date_in("SINCE", parameters, context)

    @staticmethod
    def _require_before(since: Peildatum | None, until: Peildatum) -> None:
        """What is new lies between the two.

        :raises LmvwError: when they are the other way round.
        """
        if since is not None and not since < until:
            words = tr("De vorige peildatum {since} ligt niet vóór de peildatum {until}; kies een eerdere.")
            raise LmvwError(words.format(since=since.words, until=until.words))

    def asked(self, parameters: Parameters, context: QgsProcessingContext) -> _Asked:
        """The plans, and of which BAG."""
        service = self.parameterAsString(parameters, "SERVICE_ADDRESS", context).strip() or SERVICE
        return _Asked(self.take(parameters, context), *self._bag(parameters, context), service)

    def work(
        self, asked: _Asked, reading: Reading, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, count, propose."""
        source = reading.source
        period = self._period(reading, parameters, context)
        rows = list(watched(sources.rows(source), source.featureCount(), feedback, 0, 10))
        shapes = [shape_of(feature.geometry()) for feature, _ in rows]
        polygons = Polygons([shape.wkb if shape else None for shape in shapes], Part(feedback, 10, 20))
        stock, told = self._stock(asked, polygons, feedback)
        lying = polygons.homes(stock, Part(feedback, 80, 90))
        judged = [Judged(plan, homes, period, feature.id()) for (feature, plan), homes in zip(rows, lying, strict=True)]
        checkpoint(feedback, 92)
        features = outcome.features(zip(judged, map(geometry_of, shapes), strict=True))
        results: dict[str, Any] = self.write_plans("OUTPUT", outcome.fields(), features, parameters, context)
        feedback.pushInfo(told)
        feedback.pushInfo(in_short(judged))
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            strijdig = reading.strijdig
            confidential = any(is_secret(plan, strijdig) for _, plan in rows)
            subject = Subject(period.until, self.gemeente_in(source), source.sourceName(), confidential)
            write_text(Path(report).absolute(), realised_report(subject, period, judged, told))
            results["REPORT"] = report
        counts = {kind: sum(plan.proposal is kind for plan in judged) for kind in Proposal}
        return {
            **results,
            "PLANS": len(judged),
            "HOMES": len({id(home) for plan in judged for home in plan.known.there}),
            "PROPOSED_REALISED": counts[Proposal.DONE],
            "PROPOSED_BUILT": counts[Proposal.BUILT],
            "TO_LOOK_AT": counts[Proposal.LOOK],
            "NOT_COMPARED": counts[Proposal.UNREAD],
        }

    def _period(self, reading: Reading, parameters: Parameters, context: QgsProcessingContext) -> Period:
        """:raises LmvwError: when the plan file cannot be read."""
        until = self.peildatum_of(parameters, context, reading.info)
        since = self._since(parameters, context)
        if since is None:
            last = last_delivery(reading.copy, until) if reading.info and reading.copy else None
            since = Peildatum.parse(last.peildatum) if last else until.previous
        self._require_before(since, until)
        return Period(since, until)

    @staticmethod
    def _stock(asked: _Asked, polygons: Polygons, feedback: QgsProcessingFeedback) -> tuple[Stock, str]:
        """The dwellings where plans lie, and of which BAG they are.

        :raises LmvwError: when that cannot be read.
        """
        if asked.bag is not None:
            stock = read_stock(asked.bag, asked.panden, polygons.blocks, Part(feedback, 20, 80))
            where = tr("uit bestand {name}").format(name=asked.bag.name)
        else:
            from ..layers.realised.service import fetch_stock

            stock = fetch_stock(asked.service, polygons.blocks, feedback, 20, 80)
            where = tr("van dienst {address}").format(address=asked.service)
        told = tr("BAG {where}: {homes} gelezen in de omgeving van de plannen.").format(
            where=where, homes=several(len(stock.homes), "woning", "woningen")
        )
        if stock.undated:
            told += " " + tr("Niet van elke woning is een bouwjaar bekend.")
        return stock, told
