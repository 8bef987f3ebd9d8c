# SPDX-License-Identifier: GPL-2.0-or-later
"""Warnings that a person let stay, each with its toelichting: for as long as what they are about stays as it was."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace

from ..keys import is_excel_error
from .catalogue import RULES
from .findings import Acceptance, Finding

Said = Mapping[str, str]  # plan_id, the toelichting of the plan as it is now


@dataclass(frozen=True, slots=True)
class Accepted:
    """One warning as it was accepted: ``oorzaak`` is what it was about, as ``Finding`` has it; ``moment`` as ``jjjj-mm-dd uu:mm``."""

    plan_id: str
    regel: str
    veld: str
    oorzaak: str
    toelichting: str
    wie: str = ""
    moment: str = ""

    @property
    def is_for_province(self) -> bool:
        """Its toelichting is that of the plan, which goes along; any other stays at home."""
        return RULES[self.regel].explained


class Acceptances:
    """All that was accepted in one plan file; of one warning the last counts."""

    def __init__(self, kept: Iterable[Accepted] = ()) -> None:
        self._kept = {
            (acceptance.plan_id, acceptance.regel, acceptance.veld, acceptance.oorzaak): acceptance
            for acceptance in kept
            if acceptance.regel in RULES
        }

    def of(self, finding: Finding, said: str) -> Accepted | None:
        """How a warning was accepted; None while it is open. One that the province reads of holds while the toelichting of the plan says so.

        :param said: the toelichting of the plan as it is now.
        """
        if not finding.can_be_accepted:
            return None
        accepted = self._kept.get((finding.plan_id or "", finding.regel, finding.veld or "", finding.oorzaak))
        return accepted if accepted is not None and (not accepted.is_for_province or accepted.toelichting in said) else None

    def applied(self, findings: Iterable[Finding], said: Said) -> list[Finding]:
        """The findings, those that were accepted with how they were."""
        if not self._kept:
            return list(findings)
        return [self._with(finding, self.of(finding, said.get(finding.plan_id or "", ""))) for finding in findings]

    def for_province(self) -> Acceptances:
        """What may leave the municipality: the words that stand in the plan itself, and not by whom or when."""
        return Acceptances(replace(acceptance, wie="", moment="") for acceptance in self._kept.values() if acceptance.is_for_province)

    @staticmethod
    def _with(finding: Finding, acceptance: Accepted | None) -> Finding:
        return (
            finding
            if acceptance is None
            else replace(finding, akkoord=Acceptance(acceptance.toelichting, acceptance.wie, acceptance.moment))
        )


def is_explained(finding: Finding, said: Container[str]) -> bool:
    """A toelichting answers it: of two plans one is enough. A warning about the toelichting itself is not answered by it.

    :param said: the plan_id of each plan that has one.
    """
    return finding.veld != "toelichting" and any(plan in said for plan in finding.plans)


def said_in(plans: Iterable[Mapping[str, object]]) -> dict[str, str]:
    """The toelichting of each plan that has one."""
    return {str(plan.get("plan_id") or ""): said for plan in plans if (said := toelichting_of(plan))}


def toelichting_of(plan: Mapping[str, object]) -> str:
    """The toelichting of a plan, empty where it has none; what Excel shows where a formula fails is none."""
    text = str(plan.get("toelichting") or "").strip()
    return "" if is_excel_error(text) else text


def unexplained(findings: Iterable[Finding], explained: Container[str]) -> list[Finding]:
    """Warnings that nobody accepted, about plans without a toelichting; of two plans one is enough.

    :param explained: the plan_id of each plan that has one.
    """
    return [finding for finding in findings if finding.is_warning and not is_explained(finding, explained)]
