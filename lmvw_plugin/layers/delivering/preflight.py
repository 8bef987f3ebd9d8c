# SPDX-License-Identifier: GPL-2.0-or-later
"""Everything known before a delivery is written: what was found, what goes out, and what stays home and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import QgsFeatureSource, QgsGeometry

from ...core.asking.offers import Offers
from ...core.basisset.codelists import stays_home
from ...core.delivering import delivery as d
from ...core.delivering.small_plans import SmallPlans, Summed, ask_about_rests, check_small_plans, sum_small_plans
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Part
from ...core.i18n import in_dutch, tr
from ...core.reporting.check import Subject
from ...core.reviewing.remarks import Remark
from ...core.rules.acceptance import Acceptances, said_in, unexplained
from ...core.rules.catalogue import OF_PROVINCE
from ...core.rules.coverage import Coverage
from ...core.rules.findings import Ernst, Finding
from ...core.rules.plans import Plan
from ...core.rules.tasks import rank
from ..checks import NO_ANSWER, Checked, check_made_plan, check_plan_layer, findings_about
from ..planfile.about import write_choices
from ..planfile.store import PlanFileInfo
from ..polygons.rules import check_layer
from ..polygons.shapes import Shapes, plain
from ..requirements import require
from ..seen.otherwise import Only

_TOWN_HALL_DECIMALS = 3

LookBack = Callable[[Checked, Acceptances, Feedback], Checked]


@dataclass(frozen=True, slots=True)
class Preflight:
    """The state just before writing. ``delivery`` is what goes out if there are no errors, ``told`` the findings that go with it.

    ``checked`` and ``home`` are for the municipality itself: ``told`` comes from a check that never saw a plan that stays home.
    ``summed`` is the plan that stands for small ones.
    """

    checked: Checked
    delivery: d.Delivery
    geometries: Shapes
    subject: Subject
    home: list[tuple[str, str]]
    told: list[Finding]
    summed: Summed | None = None

    @property
    def plans(self) -> list[Plan]:
        """The plans of the file, and the one that the plugin made."""
        return [*self.checked.plans, *self.made]

    @property
    def made(self) -> list[Plan]:
        """The plan that stands for small plans, if there is one: their dwellings once more."""
        return [self.summed.plan] if self.summed else []

    @property
    def coverage(self) -> Coverage:
        """What ran, for who reads the package: what the province answered before is not asked of it again."""
        with in_dutch():
            return self.checked.coverage.without(OF_PROVINCE, tr(NO_ANSWER))

    @property
    def errors(self) -> list[Finding]:
        """What stops the delivery."""
        return [finding for finding in self.checked.findings if finding.ernst is Ernst.FOUT]

    @property
    def unexplained(self) -> list[Finding]:
        """Warnings about plans without a toelichting."""
        return unexplained(self.checked.findings, said_in(self.plans))


def prepare(
    source: QgsFeatureSource, info: PlanFileInfo, sum_small: bool, boundary: Any | None, feedback: Feedback,
    accepted: Acceptances | None = None, offers: Offers | None = None, look_back: LookBack | None = None, remarks: Sequence[Remark] | None = None,
) -> Preflight:  # fmt: skip
    """Check the plans and select what goes out; nothing is written.

    :param look_back: adds what is found beside the previous delivery.
    :param offers: of what proposals are made. They are counted for the municipality, and nothing of them goes out: their fields are open.
    :param accepted: the warnings that somebody let stay. Of what goes out only those are so that the province reads of in the plan itself.
    :param remarks: what the province answered; it is told to the municipality, and nothing of it goes out.
    :raises LmvwError: when the layer is no plan layer, or its polygons cannot be judged here.
    """
    require("shapely")
    accepted = accepted or Acceptances()
    first = Part(feedback, 0, 70 if sum_small else 100)
    checked = check_plan_layer(
        source, info.peildatum, boundary, None, Part(first, 0, 80), info.gemeente.code, accepted, offers, info.yardstick, remarks
    )
    checked = look_back(checked, accepted, Part(first, 80, 100)) if look_back else checked
    summed: Summed | None = None
    made: list[Finding] = []  # about the plan that the plugin makes
    if sum_small:
        asked = list(check_small_plans(SmallPlans(info.akkoord_klein, bool(info.gemeentehuis))))
        summed = sum_small_plans(checked.plans, info.gemeente, info.akkoord_klein) if not asked else None
        asked += ask_about_rests(checked.plans)
        if summed and not checked.counts.errors:  # mistakes in its parts are said of the parts
            made = check_made_plan(summed.plan, QgsGeometry.fromWkt(info.gemeentehuis), info.peildatum, boundary, info.yardstick)
        coverage = replace(checked.coverage, ran=checked.coverage.ran | {"D1"})
        checked = replace(checked, findings=sorted(asked + made + checked.findings, key=rank), coverage=coverage)
    delivery = d.make_delivery(checked.plans, info.gemeente, info.peildatum, summed, info.provincie_aggregeert, info.limits)
    places = [index for index in delivery.indexes if index != d.AT_TOWN_HALL]
    geometries = checked.geometries.take(places)
    if summed:
        geometries.append(QgsGeometry.fromWkt(info.gemeentehuis))  # the last row, as make_delivery has it
    of_polygons = checked.of_polygons  # never about plans with 5A or 5B, which no polygon rule looks at
    if summed:  # but a plan that is summed may overlap one that goes by itself
        _, of_polygons = check_layer(Only(source, places), boundary, info.yardstick.tolerances, Part(feedback, 70, 100))
        made += ask_about_rests([checked.plans[index] for index in places])
    told = accepted.for_province().applied(findings_about(checked, places, [*made, *of_polygons]), said_in(checked.plans))
    subject = Subject(info.peildatum, info.gemeente, source.sourceName())
    return Preflight(checked, delivery, geometries, subject, _home(checked.plans, summed.indexes if summed else ()), told, summed)


def _home(plans: Sequence[Plan], summed: Sequence[int]) -> list[tuple[str, str]]:
    reasons = {index: tr("opgeteld in het plan voor kleine plannen (art. 9)") for index in summed}
    for index, plan in enumerate(plans):
        status = plan.get("planstatus")
        if isinstance(status, str) and stays_home(status):
            reasons[index] = tr("planstatus {status}: eigen administratie").format(status=status)
    return [(str(plans[index].get("plannaam") or ""), reason) for index, reason in sorted(reasons.items())]


def town_hall_of(source: QgsFeatureSource) -> str:
    """The one polygon of a layer, as the plan file keeps it.

    :raises LmvwError: when there is not exactly one.
    """
    shapes = [feature.geometry() for feature in source.getFeatures()]
    if len(shapes) != 1 or shapes[0].isEmpty():
        raise LmvwError(
            tr("Polygonen in laag ‘{name}’: {count}. Kies een laag of selectie met alleen de polygoon van het gemeentehuis.").format(
                name=source.sourceName(), count=len(shapes)
            )
        )
    return town_hall_wkt(shapes[0])


def town_hall_wkt(polygon: QgsGeometry) -> str:
    """The polygon of the town hall as the plan file keeps it."""
    return plain(polygon).asWkt(_TOWN_HALL_DECIMALS)


def decided(given: PlanFileInfo, kept: PlanFileInfo | None) -> PlanFileInfo:
    """What was asked, with what the plan file remembers about art. 8 and 9 where nothing was given.

    :param kept: what the plan file is about; None for plans in no plan file.
    :raises LmvwError: when the plan file is of another date or municipality.
    """
    if kept is None:
        return given
    kept.require_peildatum(given.peildatum)
    if kept.gemeente.code != given.gemeente.code:
        raise LmvwError(
            tr(
                "Het planbestand is van {kept} ({kept_code}) en u koos {given} ({code}); kies de juiste gemeente of het juiste bestand."
            ).format(kept=kept.gemeente.name, kept_code=kept.gemeente.code, given=given.gemeente.name, code=given.gemeente.code)
        )
    return replace(
        given,
        provincie_aggregeert=kept.provincie_aggregeert if given.provincie_aggregeert is None else given.provincie_aggregeert,
        akkoord_klein=given.akkoord_klein or kept.akkoord_klein,
        gemeentehuis=given.gemeentehuis or kept.gemeentehuis,
        limits=kept.limits,
        yardstick=kept.yardstick,
        defaults=kept.defaults,
        targets=kept.targets,
        thresholds=kept.thresholds,
    )


def keep_choices(info: PlanFileInfo, path: Path | None, kept: PlanFileInfo | None) -> None:
    """Remember the choices in the plan file, when they are new.

    :param kept: what the plan file is about.
    :raises LmvwError: when the file cannot be written.
    """
    if path is not None and kept is not None and kept != replace(info, schema_version=kept.schema_version):
        write_choices(path, info)
