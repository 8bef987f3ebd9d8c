# SPDX-License-Identifier: GPL-2.0-or-later
"""A municipality opens the answer of its province in the plan file that it delivered of."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from ...core.reviewing.answer import Answer
from ..files import OwnFolder
from ..moment import copy_of
from ..planfile.province import remarks_table
from ..planfile.store import read_info
from ..planfile.tables import delivery_memory
from ..planfile.tables.delivery_memory import DeliveredPlan
from ..planfile.transaction import PATIENCE, read_plans
from .answer_reading import read_answer
from .heirs import Heirs, heirs


@dataclass(frozen=True, slots=True)
class Opened:
    """``later``: the municipality delivered again after what is answered. ``moved``: strijdig plans that are not as they were delivered."""

    answer: Answer
    later: bool
    moved: list[Heirs]


def open_answer(plan_file: Path, path: Path, feedback: Feedback) -> Opened:
    """Take an answer over into a plan file.

    :raises LmvwError: when it is no answer, is of another municipality or of a delivery that was not made of this plan file, or an older one than was
        opened before; nothing is changed.
    :raises Cancelled: when the user cancels.
    """
    answer = read_answer(path, feedback)
    own = read_info(plan_file).gemeente
    if answer.gemeente.code != own.code:
        said = tr("Dit antwoord is voor gemeente {other} en dit planbestand is van {own}; er is niets veranderd.")
        raise LmvwError(said.format(other=answer.gemeente.name, own=own.name))
    delivered = delivery_memory.read(plan_file)
    answered = next((delivery for delivery in delivered if delivery.sha256 == answer.sha256), None)
    if answered is None:
        said = tr(
            "Dit antwoord gaat over levering ‘{name}’ ({digest} …), die niet van dit planbestand gemaakt is; kies het planbestand waarvan u die maakte."
        )
        raise LmvwError(said.format(name=answer.delivery, digest=answer.sha256[:8]))
    delivered_plans = list(delivery_memory.plans_of(plan_file, answered))
    _require_delivered(answer, delivered_plans)
    moved = _moved(plan_file, answer, delivered_plans, feedback)
    remarks_table.keep(plan_file, answer, [plan_id for step in moved for plan_id in step.plans])
    return Opened(answer, delivered.index(answered) < len(delivered) - 1, moved)


def _require_delivered(answer: Answer, delivered: Sequence[DeliveredPlan]) -> None:
    """A province says nothing of a plan that it did not get: what stays at home is neither labelled nor made public by somebody else.

    :raises LmvwError: when the answer does.
    """
    if {line.plan_id for line in answer.lines if line.plan_id} - {str(plan.values.get("plan_id")) for plan in delivered}:
        said = tr(
            "Dit antwoord noemt een plan dat niet in levering ‘{name}’ stond; er is niets veranderd. Vraag de provincie om een nieuw antwoord."
        )
        raise LmvwError(said.format(name=answer.delivery))


def _moved(plan_file: Path, answer: Answer, delivered: Sequence[DeliveredPlan], feedback: Feedback) -> list[Heirs]:
    """The strijdig plans that were cut, merged or thrown away since they were delivered."""
    strijdig = {line.plan_id: line.plannaam for line in answer.lines if line.is_strijdig}
    if not strijdig:
        return []
    with closing(OwnFolder()) as own:
        now, _ = read_plans(copy_of(plan_file, own.path, feedback, PATIENCE))
    return heirs(strijdig, delivered, now)
