# SPDX-License-Identifier: GPL-2.0-or-later
"""What the province answered, as a municipality keeps it with its plans, and what a check finds of it (rules P1 and P2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..i18n import tr
from ..rules.acceptance import Acceptances, said_in
from ..rules.catalogue import RULES
from ..rules.findings import Acceptance, Finding
from ..rules.plans import Plan
from .answer import Line
from .entries import Kind, Label


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of an answer that was opened. ``holds``: it stood in the last answer. ``reaction``: what the municipality says of it."""

    line: Line
    provincie: str
    holds: bool = True
    reaction: str = ""

    @property
    def is_label(self) -> bool:
        """It calls a plan something, and asks nothing."""
        return self.line.soort == Kind.LABEL.value


def findings(remarks: Iterable[Remark], plans: Iterable[Plan]) -> list[Finding]:
    """What holds, at the plan that it is about; what is about none that is there is told of the delivery as a whole.

    :param plans: those that are checked.
    """
    return [finding for _, finding in _told_of(remarks, plans)]


def reactions(remarks: Iterable[Remark], plans: Sequence[Plan], accepted: Acceptances) -> dict[str, str]:
    """By the number of a remark or question, what the municipality says of it, as far as it is about plans that are delivered.

    :param plans: those.
    """
    there = {str(plan.get("plan_id") or "") for plan in plans} | {""}
    said, told = said_in(plans), {}
    for remark, finding in _told_of((remark for remark in remarks if remark.line.plan_id in there and not remark.is_label), plans):
        (judged,) = accepted.applied([finding], said)
        if judged.akkoord is not None:
            told[remark.line.nummer] = judged.akkoord.toelichting
    return told


def _told_of(remarks: Iterable[Remark], plans: Iterable[Plan]) -> Iterator[tuple[Remark, Finding]]:
    told = [remark for remark in remarks if remark.holds and remark.line.label != Label.NONE.value]
    there = {str(plan.get("plan_id") or ""): plan for plan in plans} if told else {}
    return ((remark, _finding(remark, there.get(remark.line.plan_id))) for remark in told)


def _finding(remark: Remark, plan: Plan | None) -> Finding:
    line = remark.line
    place = line.place if plan is None else None  # of what is about a plan it is just some point within
    if remark.is_label:
        return RULES["P1"].finding(_of_label(line), plan, place=place)
    words = " ".join(line.tekst.split())
    said = tr("De provincie vraagt: {words}") if line.soort == Kind.QUESTION.value else tr("De provincie merkt op: {words}")
    finding = RULES["P2"].finding(said.format(words=words), plan, line.nummer, place=place)
    return replace(finding, akkoord=Acceptance(remark.reaction)) if remark.reaction else finding


def _of_label(line: Line) -> str:
    if line.is_strijdig:
        return tr(
            "De provincie noemt dit plan strijdig met provinciaal beleid; het geldt als vertrouwelijk in alles wat iedereen mag zien."
        )
    return tr("De provincie heeft dit plan nog niet beoordeeld.")
