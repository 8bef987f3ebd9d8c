# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file read as what everybody may see, beside what could be inferred from that: for the algorithm and for the window alike."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ...core.basisset import fields as b
from ...core.compact import CompactPlan
from ...core.confidential.asked import Hidden, hidden_plans
from ...core.confidential.decision import mark_of
from ...core.confidential.dividing import Standing, make_public, make_summed, standing
from ...core.confidential.elsewhere import targets_of
from ...core.confidential.inference import Known, doubts, reasons
from ...core.confidential.public import Version
from ...core.confidential.thresholds import Thresholds
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Part, watched
from ...core.i18n import tr
from ...core.rules.plans import Plan
from ..checks import require_plan_layer
from ..delivering import preflight
from ..planfile.store import PlanFileInfo
from ..planfile.tables import confidential_table
from ..polygons.shapes import plain
from ..reading import Reading
from ..sources import rows
from .borders import drawn_borders


@dataclass(frozen=True, slots=True)
class Judged:
    """What would be public, and for the municipality itself: why it should not go out as it is, what is worth a look, and the hidden plans."""

    version: Version
    reasons: list[str]
    doubts: list[str]
    hidden: list[Hidden]
    shown: list[tuple[str, str]]  # id and name of each public plan, by name

    @property
    def mark(self) -> str:
        """Of what a person decides about."""
        return mark_of(self.reasons, [f"{plan.plan_id} {plan.name}" for plan in self.hidden], self.version.total)


def judge(
    reading: Reading, given: PlanFileInfo, feedback: Feedback, known: Known | None = None, thresholds: Thresholds | None = None,
    named: Collection[str] = (), whole: bool = False,
) -> Judged:  # fmt: skip
    """Read the plans and judge what could be inferred.

    :param given: municipality and peildatum, for plans that are in no plan file.
    :param known: what others know beside the plans; the targets of the plan file are added to it.
    :param named: the names of plans that the province labelled strijdig, beside those of the plan file.
    :param whole: one sum of all plans goes out, and no plan.
    :raises LmvwError: when the layer holds only a part of the plans, is no plan layer, or a name is of no plan.
    """
    info = preflight.decided(given, reading.info)
    known = (known or Known()).beside(targets_of(info.targets, info.peildatum))
    if reading.left_out is not None:
        raise LmvwError(tr("{sentence} Een openbare versie gaat over alle plannen: uit een deel zijn vertrouwelijke plannen af te leiden. Haal dat "
                           "filter of die selectie weg.").format(sentence=reading.left_out.sentence))  # fmt: skip
    require_plan_layer(reading.source)
    peildatum = str(info.peildatum)
    in_file = reading.copy is not None and reading.info is not None
    said = confidential_table.read(reading.copy, peildatum) if reading.copy and in_file else confidential_table.Said()
    plans: list[CompactPlan] = []
    shapes: dict[int, bytes] = {}  # by the place of the plan: of what is public, and of what lies hidden between
    labelled: set[bytes] = set()  # the polygons of what is strijdig: a copy of such a plan has another plan_id
    strijdig: set[int] = set()
    texts: dict[object, object] = {}
    columns = [field.name for field in b.COLUMNS]
    for feature, plan in watched(rows(reading.source, columns), reading.source.featureCount(), Part(feedback, 0, 80)):
        if plan.get("plan_id") in said.strijdig or _name(plan) in named:
            strijdig.add(len(plans))
        if not feature.geometry().isEmpty() and (len(plans) in strijdig or standing(plan) is not Standing.HOME):
            shapes[len(plans)] = plain(feature.geometry()).asWkb().data()
            if len(plans) in strijdig:
                labelled.add(shapes[len(plans)])
        plans.append(CompactPlan.of(plan, texts))
    public = {index for index in shapes if standing(plans[index]) is Standing.PUBLIC}
    strijdig.update(index for index in public if labelled and shapes[index] in labelled)
    public -= strijdig
    _require_known(named, plans)
    hidden = {index: shape for index, shape in shapes.items() if index not in public}
    drawn = drawn_borders(hidden, [shapes[index] for index in sorted(public)], Part(feedback, 80, 100))
    return Judged(
        make_summed(plans, info.gemeente, info.peildatum)
        if whole
        else make_public(plans, shapes.get, info.gemeente, info.peildatum, strijdig),
        reasons(plans, known, strijdig, thresholds, drawn, whole),
        doubts(plans, strijdig),
        hidden_plans(plans, strijdig, said.confirmed),
        sorted(
            (
                (str(plan.get("plan_id") or ""), _name(plan))
                for index, plan in enumerate(plans)
                if standing(plan, index in strijdig) is Standing.PUBLIC
            ),
            key=lambda id_and_name: id_and_name[1].casefold(),
        ),
    )


def _name(plan: Plan) -> str:
    return str(plan.get("plannaam") or "").strip()


def _require_known(named: Collection[str], plans: Collection[CompactPlan]) -> None:
    """A name that is of no plan would hide nothing.

    :raises LmvwError: naming the first.
    """
    there = set(map(_name, plans)) if named else set()
    for name in named:
        if name not in there:
            raise LmvwError(
                tr(
                    "Er is geen plan ‘{name}’; schrijf bij ‘Strijdig volgens de provincie’ de plannaam zoals die in het planbestand staat."
                ).format(name=name)
            )
