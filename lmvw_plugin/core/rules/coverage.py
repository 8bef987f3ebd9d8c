# SPDX-License-Identifier: GPL-2.0-or-later
"""What a check did: which rules ran, which did not and why, and how each came out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from ..i18n import several, tr
from .catalogue import CATALOGUE, Rule
from .findings import Finding
from .yardstick import OF_PLUGIN, Yardstick


class State(Enum):
    """How a rule came out of a check."""

    FOUND = "gevonden"
    PASSED = "geslaagd"
    NOT_RUN = "niet uitgevoerd"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which rules ran over how many plans; of the others ``not_run`` says why they did not. ``yardstick``: how serious each rule was taken."""

    plans: int = 0
    ran: frozenset[str] = frozenset()
    not_run: Mapping[str, str] = field(default_factory=dict)
    yardstick: Yardstick = OF_PLUGIN

    def without(self, rules: Iterable[str], why: str) -> Coverage:
        """The same, as if these rules had not run."""
        gone = dict.fromkeys(rules, why)
        return replace(self, ran=self.ran - gone.keys(), not_run={**self.not_run, **gone})


@dataclass(frozen=True, slots=True)
class RuleState:
    """One rule after a check. ``findings`` and ``plans``: how much it found, about how many plans. ``why``: the reason it did not run."""

    rule: Rule
    state: State
    findings: int = 0
    plans: int = 0
    why: str = ""


def states_of(coverage: Coverage, findings: Iterable[Finding]) -> list[RuleState]:
    """Every rule of the catalogue, in its order, with its state: passed is only what ran and found nothing."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.regel, []).append(finding)
    states = []
    for rule in CATALOGUE:
        of_rule = by_rule.get(rule.id, [])
        if of_rule:
            states.append(RuleState(rule, State.FOUND, len(of_rule), len({finding.plan_id for finding in of_rule if finding.plan_id})))
        elif rule.id in coverage.ran:
            states.append(RuleState(rule, State.PASSED))
        else:
            states.append(RuleState(rule, State.NOT_RUN, why=coverage.not_run.get(rule.id) or tr("hoort niet bij deze controle")))
    return states


def rule_set() -> str:
    """Which rules these are, to compare two reports by: the Basisset, how many, and a mark of what they say."""
    said = "\n".join(f"{rule.id}|{rule.ernst.value}|{rule.title}|{rule.remedy}" for rule in CATALOGUE)
    mark = hashlib.sha256(said.encode()).hexdigest()[:8]
    return tr("Basisset 2.0, {count} regels, kenmerk {mark}").format(count=len(CATALOGUE), mark=mark)


def nothing_found(coverage: Coverage) -> str:
    """The sentence of a clean check: ``Geen bevindingen (24 regels, 42 plannen)``."""
    rules, plans = several(len(coverage.ran), "regel", "regels"), several(coverage.plans, "plan", "plannen")
    return tr("Geen bevindingen ({rules}, {plans})").format(rules=rules, plans=plans)
