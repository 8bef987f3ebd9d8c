# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:checkrealised``: the dwellings of the BAG in each plan, and what they may mean; nothing is decided or changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsGeometry, QgsProcessingContext, QgsProcessingFeedback, QgsWkbTypes

from ..core.basisset.peildatum import Peildatum
from ..core.errors import LmvwError
from ..core.feedback import Part, checkpoint, watched
from ..core.i18n import number, tr
from ..core.realised.homes import Period
from ..core.realised.judging import Judged, Proposal
from ..core.realised.report import in_short, realised_report
from ..core.reporting.check import Subject
from ..layers import sources
from ..layers.files import write_text
from ..layers.history.remembered import last_delivery
from ..layers.planfile.rows import geometry_of, shape_of
from ..layers.reading import Reading, Taken
from ..layers.realised import outcome
from ..layers.realised.geopackage import read_stock, require_bag
from ..layers.realised.lying import Polygons
from ..layers.realised.records import Stock
from .base import Parameters
from .faces.checkrealised import SERVICE, CheckRealisedFace


@dataclass(frozen=True, slots=True)
class _Given:
    """What was asked, read on the thread of the layers. ``bag`` is None where the service is asked."""

    plans: Taken
    bag: Path | None
    panden: Path | None
    service: str


class CheckRealised(CheckRealisedFace):
    """Reads the plans, asks the BAG about the squares that they touch, lays one on the other and tells what it found."""

    _given: _Given | LmvwError

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

    def prepareAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:  # noqa: N802  # QGIS's name
        """Take the plans from a layer that may be edited, or closed, while the work goes on."""
        try:
            bag, panden = self._bag(parameters, context)
            service = self.parameterAsString(parameters, "SERVICE_ADDRESS", context).strip() or SERVICE
            self._given = _Given(self.take(parameters, context), bag, panden, service)
        except LmvwError as error:
            self._given = error
        return True

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read, count, propose."""
        if isinstance(self._given, LmvwError):
            raise self._given
        with self._given.plans.read(feedback) as reading:
            return self._compare(self._given, reading, parameters, context, feedback)

    def _compare(
        self, given: _Given, reading: Reading, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        source = reading.source
        period = self._period(reading, parameters, context)
        rows = list(watched(sources.rows(source), source.featureCount(), feedback, 0, 10))
        shapes = [shape_of(feature.geometry()) for feature, _ in rows]
        polygons = Polygons([shape.wkb if shape else None for shape in shapes], Part(feedback, 10, 20))
        stock, told = self._stock(given, polygons, feedback)
        lying = polygons.homes(stock, Part(feedback, 80, 90))
        judged = [Judged(plan, homes, period, feature.id()) for (feature, plan), homes in zip(rows, lying, strict=True)]
        checkpoint(feedback, 92)
        results = {"OUTPUT": self._write(zip(judged, map(geometry_of, shapes), strict=True), parameters, context)}
        feedback.pushInfo(told)
        feedback.pushInfo(in_short(judged))
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            subject = Subject(period.until, self.gemeente_in(source), source.sourceName())
            write_text(Path(report).absolute(), realised_report(subject, period, judged, told))
            results["REPORT"] = report
        counts = {kind: sum(one.proposal is kind for one in judged) for kind in Proposal}
        return {
            **results,
            "PLANS": len(judged),
            "HOMES": len({id(home) for one in judged for home in one.known.there}),
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
    def _stock(given: _Given, polygons: Polygons, feedback: QgsProcessingFeedback) -> tuple[Stock, str]:
        """The dwellings where plans lie, and of which BAG they are.

        :raises LmvwError: when that cannot be read.
        """
        if given.bag is not None:
            stock = read_stock(given.bag, given.panden, polygons.blocks, Part(feedback, 20, 80))
            where = tr("uit bestand {name}").format(name=given.bag.name)
        else:
            from ..layers.realised.service import fetch_stock

            stock = fetch_stock(given.service, polygons.blocks, feedback, 20, 80)
            where = tr("van dienst {address}").format(address=given.service)
        told = tr("BAG {where}: {homes} woningen gelezen in de omgeving van de plannen.").format(
            where=where, homes=number(len(stock.homes))
        )
        if stock.undated:
            told += " " + tr("Niet van elke woning is een bouwjaar bekend.")
        return stock, told

    def _write(self, judged: Iterable[tuple[Judged, QgsGeometry]], parameters: Parameters, context: QgsProcessingContext) -> str:
        """:raises LmvwError: when the layer cannot be written."""
        kind = QgsWkbTypes.Type.MultiPolygon
        sink, destination = self.parameterAsSink(parameters, "OUTPUT", context, outcome.fields(), kind, sources.rd_new())
        found = list(outcome.features(judged))
        if sink is None or (found and not sink.addFeatures(found)):
            reason = sink.lastError() if sink is not None else tr("het bestand kan niet gemaakt worden")
            label = self.parameterDefinition("OUTPUT").description()
            raise LmvwError(
                tr("De laag ‘{label}’ kan niet geschreven worden ({reason}); kies een ander bestand.").format(label=label, reason=reason)
            )
        return str(destination)
