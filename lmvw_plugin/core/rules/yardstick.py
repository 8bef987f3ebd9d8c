# SPDX-License-Identifier: GPL-2.0-or-later
"""What a municipality measures its plans by: rules that it takes more or less seriously than the plugin, and what is small enough to pass.

It travels with the plan file, so that whoever checks that finds the same. Whatever differs is told in report, certificate and delivery.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..i18n import number, tr
from .catalogue import RULES, Rule
from .findings import Ernst, Finding
from .tolerances import USUAL, Tolerances, explained, usual

_DECIMALS = 3
_ORDER = tuple(Ernst)  # the most serious first


@dataclass(frozen=True, slots=True)
class Yardstick:
    """``chosen``: the severity of each rule that has another one here; never of a rule that is ``fixed``."""

    chosen: tuple[tuple[str, Ernst], ...] = ()
    tolerances: Tolerances = USUAL

    @classmethod
    def of(cls, severities: Iterable[tuple[str, Ernst]], tolerances: Tolerances) -> Yardstick:
        """What is chosen of any rules; what is as the plugin has it, or fixed, is no choice."""
        given = dict(severities)
        chosen = ((rule.id, given[rule.id]) for rule in RULES.values() if rule.id in given and not rule.fixed)
        return cls(tuple((regel, ernst) for regel, ernst in chosen if ernst is not RULES[regel].ernst), tolerances)

    def ernst_of(self, rule: Rule) -> Ernst:
        """How serious a rule is here."""
        return dict(self.chosen).get(rule.id, rule.ernst)

    def is_softened(self, rule: Rule) -> bool:
        """It is less serious here than the plugin has it."""
        return _ORDER.index(self.ernst_of(rule)) > _ORDER.index(rule.ernst)

    def applied(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings, each as serious as it is here; one that is milder than its rule by itself becomes no worse."""
        if not self.chosen:
            return list(findings)
        chosen = dict(self.chosen)
        return [_taken(finding, chosen.get(finding.regel, finding.ernst)) for finding in findings]

    def sentences(self) -> list[str]:
        """Whatever differs from the plugin, for who reads what was found; nothing when nothing does."""
        return [*self._of_rules(), *self._of_tolerances()]

    def _of_rules(self) -> Iterator[str]:
        words = tr("Regel {rule} ({title}) telt hier als ‘{here}’; in de plugin is dat ‘{usual}’. Deze keuze is van de gemeente.")
        for regel, ernst in self.chosen:
            rule = RULES[regel]
            yield words.format(rule=rule.id, title=tr(rule.title), here=tr(ernst.value), usual=tr(rule.ernst.value))

    def _of_tolerances(self) -> Iterator[str]:
        words = tr("Tolerantie ‘{label}’ is hier {here}; in de plugin is dat {usual}. Deze keuze is van de gemeente.")
        for tolerance in explained():
            if (here := getattr(self.tolerances, tolerance.name)) != usual(tolerance.name):
                yield words.format(label=tr(tolerance.metadata["label"]), here=shown(here), usual=shown(usual(tolerance.name)))

    def to_json(self) -> str:
        """As a plan file keeps it; empty when nothing differs from the plugin."""
        content: dict[str, dict[str, object]] = {}
        if self.chosen:
            content["ernst"] = {regel: ernst.value for regel, ernst in self.chosen}
        if other := {
            tolerance.name: here for tolerance in explained() if (here := getattr(self.tolerances, tolerance.name)) != usual(tolerance.name)
        }:
            content["toleranties"] = other
        return json.dumps(content) if content else ""

    @classmethod
    def from_json(cls, text: str) -> Yardstick:
        """What ``to_json`` wrote; what is none of it counts as never chosen."""
        try:
            content = json.loads(text) if text else {}
            severities = [(str(regel), Ernst(ernst)) for regel, ernst in content.get("ernst", {}).items()]
            known = {tolerance.name for tolerance in explained()}
            tolerances = {name: float(here) for name, here in content.get("toleranties", {}).items() if name in known and float(here) >= 0}
        except (AttributeError, RecursionError, TypeError, ValueError):
            return cls()
        return cls.of(severities, Tolerances(**tolerances))


OF_PLUGIN = Yardstick()  # nothing differs


def shown(tolerance: float) -> str:
    """A tolerance as a person reads it."""
    return number(tolerance, _DECIMALS).rstrip("0").rstrip(".,")


def _taken(finding: Finding, ernst: Ernst) -> Finding:
    milder = _ORDER.index(ernst) > _ORDER.index(finding.ernst)
    return replace(finding, ernst=ernst) if milder or finding.ernst is RULES[finding.regel].ernst else finding
