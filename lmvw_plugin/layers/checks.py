# SPDX-License-Identifier: GPL-2.0-or-later
"""Every rule over a plan layer, in one place: for the check and for the delivery."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from qgis.core import QgsFeatureSource, QgsGeometry

from ..core.asking.offers import Offers
from ..core.asking.proposals import Proposal
from ..core.asking.questions import open_fields
from ..core.basisset.codelists import stays_home
from ..core.basisset.peildatum import Peildatum
from ..core.compact import CompactPlan
from ..core.errors import LmvwError
from ..core.feedback import Feedback, Part, Silent, watched
from ..core.i18n import later, several, tr
from ..core.names.between import BETWEEN, match_names
from ..core.names.rules import WITHIN, NameSource, check_names
from ..core.reviewing.remarks import Remark
from ..core.reviewing.remarks import findings as of_province
from ..core.rules.acceptance import Acceptances, said_in
from ..core.rules.catalogue import OF_BAG, OF_PROVINCE, SINCE
from ..core.rules.coverage import Coverage
from ..core.rules.findings import Counts, Finding
from ..core.rules.plans import PLAN_RULES, Plan, check_gemeente, check_plan
from ..core.rules.tasks import rank
from ..core.rules.yardstick import OF_PLUGIN, Yardstick
from . import sources
from .planfile import schema
from .polygons.reading import Piece
from .polygons.rules import BY_THEMSELVES, IN_BOUNDARY, check_layer, check_polygons
from .polygons.shapes import Shapes
from .requirements import lack
from .workbook.reader import name_source
from .workbook.table import Table

NO_PREVIOUS = later("geen vorige levering")
NO_ANSWER = later("alleen als er een antwoord van de provincie geopend is")


@dataclass(frozen=True, slots=True)
class Checked:
    """The plans as they were read, their polygons in the same order, and what was found.

    ``of_plans`` are the findings about one plan by itself, with its place; ``of_polygons`` those about polygons.
    ``of_since`` are those about what plans were in the previous delivery, and about what the BAG has of them.
    ``proposed``: by plan_id, what waits for a person to confirm or refuse.
    ``skipped`` says which rules could not be applied on this machine and why; ``coverage`` tells it of every rule.
    """

    plans: Sequence[Plan]
    geometries: Shapes
    findings: list[Finding]
    of_plans: Sequence[tuple[int, Finding]] = ()
    of_polygons: Sequence[Finding] = ()
    skipped: str = ""
    coverage: Coverage = field(default_factory=Coverage)
    peildatum: Peildatum | None = None
    proposed: Mapping[str, Sequence[Proposal]] = field(default_factory=dict)
    of_since: Sequence[Finding] = ()

    def compared(
        self, findings: Sequence[Finding], accepted: Acceptances | None, not_run: Mapping[str, str], rules: frozenset[str] = SINCE
    ) -> Checked:
        """The same, with what was found beside the previous delivery, or whatever else it was laid beside.

        :param accepted: the warnings that somebody let stay.
        :param not_run: by rule, why it could not be applied.
        :param rules: those that were asked.
        """
        ran = rules - not_run.keys()
        kept = {rule: why for rule, why in self.coverage.not_run.items() if rule not in ran}
        coverage = replace(self.coverage, ran=self.coverage.ran | ran, not_run={**kept, **not_run})
        told = coverage.yardstick.applied(findings)
        told = accepted.applied(told, said_in(self.plans)) if accepted is not None else told
        return replace(self, findings=_sorted([*self.findings, *told]), of_since=[*self.of_since, *findings], coverage=coverage)

    @property
    def counts(self) -> Counts:
        """How much was checked and found."""
        going = sum(not stays_home(str(plan.get("planstatus"))) for plan in self.plans)
        return Counts.of(len(self.plans), self.findings, going, sum(map(len, self.proposed.values())))


def require_plan_layer(source: QgsFeatureSource) -> None:
    """The layer has the columns of the Basisset.

    :raises LmvwError: when it has not.
    """
    names = source.fields().names()
    missing = [field.name for field in schema.missing(names)]
    if missing and schema.looks_older(names):
        raise LmvwError(
            tr("Laag ‘{name}’ is van een oudere versie van de plugin en mist {count} ({columns}). "
               "Werk het planbestand eerst bij met ‘Planbestand bijwerken’ (lmvw:upgradeplanfile).").format(
                name=source.sourceName(), count=several(len(missing), "kolom", "kolommen"), columns=", ".join(missing)
            )
        )  # fmt: skip
    if missing:
        raise LmvwError(
            tr(
                "Laag ‘{name}’ is geen planbestand, want zij mist {count} ({columns} ...). Zet de laag eerst om met ‘Plannen importeren’."
            ).format(name=source.sourceName(), count=several(len(missing), "kolom", "kolommen"), columns=", ".join(missing[:3]))
        )


def skipped_rules() -> str:
    """Which rules cannot be applied on this machine, and why; empty when all can."""
    why = lack("shapely")
    if not why:
        return ""
    polygons = sorted(BY_THEMSELVES | IN_BOUNDARY)
    words = tr(
        "Niet gecontroleerd: de polygonen (regels {first} tot en met {last}) en het verschil met de vorige levering ({since}). {why}"
    )
    return words.format(first=polygons[0], last=polygons[-1], since=", ".join(sorted(SINCE)), why=why)


def _covered(plans: int, polygons: bool, boundary: bool, workbook: bool, answer: bool, yardstick: Yardstick) -> Coverage:
    """What ran; of the rest, why not."""
    not_run = dict.fromkeys(() if workbook else BETWEEN, tr("geen Excel-bestand om mee te vergelijken"))
    not_run |= dict.fromkeys(() if boundary else IN_BOUNDARY, tr("geen gemeentegrens gekozen"))
    not_run |= dict.fromkeys(() if polygons else BY_THEMSELVES | IN_BOUNDARY, lack("shapely"))
    not_run |= dict.fromkeys(SINCE, tr(NO_PREVIOUS)) | dict.fromkeys(OF_BAG, tr("geen BAG-bestand gekozen"))
    not_run |= dict.fromkeys(() if answer else OF_PROVINCE, tr(NO_ANSWER))
    not_run["D1"] = tr("kleine plannen worden niet als één plan geleverd")
    ran = WITHIN | BETWEEN | frozenset(PLAN_RULES) | BY_THEMSELVES | IN_BOUNDARY | OF_PROVINCE | {"X1"}
    return Coverage(plans, ran - not_run.keys(), not_run, yardstick)


def check_plan_layer(
    source: QgsFeatureSource, peildatum: Peildatum, boundary: Any | None, workbook: Table | None, feedback: Feedback, gemeente: str = "",
    accepted: Acceptances | None = None, offers: Offers | None = None, yardstick: Yardstick | None = None,
    remarks: Sequence[Remark] | None = None,
) -> Checked:  # fmt: skip
    """Apply the rules about attributes, names and polygons; without a usable shapely those about polygons are skipped.

    :param boundary: the municipality as a shapely geometry, when known.
    :param gemeente: the code of the municipality of the plan file, when there is one.
    :param accepted: the warnings that somebody let stay.
    :param offers: of what proposals are made; without it nothing is proposed.
    :param yardstick: how serious each rule is, and what is small enough to pass; without it as the plugin has it.
    :param remarks: what the province answered; None where no answer was opened.
    :raises LmvwError: when the layer is not a plan layer.
    """
    require_plan_layer(source)
    yardstick = yardstick or OF_PLUGIN
    # The polygons first, and gone before the plans come: what they needed is used again.
    skipped = skipped_rules()
    of_polygons = [] if skipped else check_layer(source, boundary, yardstick.tolerances, Part(feedback, 0, 60))[1]
    plans: list[Plan] = []
    geometries = Shapes()
    of_plans: list[tuple[int, Finding]] = []
    texts: dict[object, object] = {}
    proposed: dict[str, tuple[Proposal, ...]] = {}
    for feature, plan in watched(sources.rows(source), source.featureCount(), feedback, 60, 100):
        of_plan = [*check_plan(plan, peildatum), *(check_gemeente(plan, gemeente) if gemeente else ())]
        of_plans += ((len(plans), replace(finding, rij=feature.id())) for finding in of_plan)
        if offers is not None and (offered := offers.of(plan, open_fields(of_plan), peildatum)):
            proposed[str(plan.get("plan_id") or "")] = tuple(offered.values())
        plans.append(CompactPlan.of(plan, texts))
        geometries.append(feature.geometry())
    findings = check_names(plans) + [finding for _, finding in of_plans] + of_polygons
    if workbook:
        own = NameSource.of_plans(source.sourceName(), plans)
        findings += match_names(own, name_source(workbook))
    findings += of_province(remarks or (), plans)
    findings = yardstick.applied(findings)
    findings = accepted.applied(findings, said_in(plans)) if accepted is not None else findings
    coverage = _covered(len(plans), not skipped, boundary is not None, workbook is not None, remarks is not None, yardstick)
    return Checked(plans, geometries, _sorted(findings), of_plans, of_polygons, skipped, coverage, peildatum, proposed)


def findings_about(checked: Checked, indexes: Sequence[int], of_polygons: Sequence[Finding]) -> list[Finding]:
    """What is found when only some of the plans are there: no sentence knows of the others, not even their number.

    :param indexes: those of the plans, in order.
    :param of_polygons: what was found of their polygons.
    """
    inside = frozenset(indexes)
    alone = [finding for index, finding in checked.of_plans if index in inside]
    going = {checked.plans[index].get("plan_id") for index in indexes}
    since = [finding for finding in checked.of_since if finding.plan_id in going and finding.regel != "S4"]  # that is asked of who delivers
    findings = [*check_names([checked.plans[index] for index in indexes]), *alone, *since, *of_polygons]
    return _sorted(checked.coverage.yardstick.applied(findings))


def check_made_plan(plan: Plan, polygon: QgsGeometry, peildatum: Peildatum, boundary: Any | None, yardstick: Yardstick) -> list[Finding]:
    """Every rule over one plan that the plugin made: the sum of the small plans, with the town hall as its polygon.

    That the polygon stands for another place is what art. 9 asks, so that G6 and G7 are silent.
    """
    piece = Piece()
    piece.add(0, plan, polygon)
    of_polygon = check_polygons(piece.polygons(), boundary, yardstick.tolerances, Silent())
    findings = check_names([plan]) + check_plan(plan, peildatum) + [finding for finding in of_polygon if finding.regel not in ("G6", "G7")]
    return yardstick.applied(findings)


def check_delivered(
    plans: Sequence[Plan], shapes: Sequence[bytes | None], peildatum: Peildatum, gemeente: str, summed: str, feedback: Feedback
) -> list[Finding]:  # fmt: skip
    """Every rule over the plans of a delivery that came in: those of the plugin, whatever yardstick the municipality has.

    :param shapes: the polygon of each plan as WKB.
    :param gemeente: the code of the municipality.
    :param summed: the plan_id of the plan that stands for small ones: its polygon is the town hall (art. 9), so that G6 and G7 are silent.
    """
    piece = Piece()
    findings = check_names(plans)
    for number, (plan, wkb) in enumerate(zip(plans, shapes, strict=True)):
        findings += (replace(finding, rij=number) for finding in (*check_plan(plan, peildatum), *check_gemeente(plan, gemeente)))
        geometry = QgsGeometry()
        if wkb:
            geometry.fromWkb(wkb)
        piece.add(number, plan, geometry)
    if not skipped_rules():
        of_polygons = check_polygons(piece.polygons(), None, OF_PLUGIN.tolerances, feedback)
        findings += (finding for finding in of_polygons if finding.regel not in ("G6", "G7") or finding.plan_id != summed)
    return _sorted(findings)


def _sorted(findings: list[Finding]) -> list[Finding]:
    """The most serious first."""
    return sorted(findings, key=rank)
