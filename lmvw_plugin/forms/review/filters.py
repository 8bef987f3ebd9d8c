# SPDX-License-Identifier: GPL-2.0-or-later
"""Which findings the panel shows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from ...core.i18n import later
from ...core.rules.findings import Ernst, Finding
from ...core.rules.tasks import Task


class Kind(Enum):
    """Kinds of work, with the words of the choice."""

    ALL = later("Alle soorten")
    WRONG = later("Klopt niet")
    UNANSWERED = later("Nog in te vullen")
    WARNING = later("Waarschuwingen")
    INFO = later("Ter informatie")
    ACCEPTED = later("Geaccepteerd")


_OF: dict[Kind, Callable[[Finding | Task], bool]] = {
    Kind.ALL: lambda _: True,
    Kind.WRONG: lambda finding: finding.is_wrong,
    Kind.UNANSWERED: lambda finding: finding.is_unanswered,
    Kind.WARNING: lambda finding: finding.is_warning,
    Kind.INFO: lambda finding: finding.ernst is Ernst.INFO,
    Kind.ACCEPTED: lambda one: one.accepted if isinstance(one, Task) else one.akkoord is not None,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user wants to see. ``plans``: only about these; None for about all. ``status``: only of plans that have it in ``statuses``."""

    kind: Kind = Kind.ALL
    rule: str = ""
    text: str = ""
    plans: Collection[str] | None = None
    status: str = ""
    statuses: Mapping[str, str] = field(default_factory=dict)

    @property
    def everything(self) -> bool:
        """Nothing is left out."""
        return self.kind is Kind.ALL and not self.rule and self.by_task

    @property
    def by_task(self) -> bool:
        """Of a task all is wanted, or nothing."""
        return not self.text.strip() and self.plans is None and not self.status

    def wants(self, task: Task) -> bool:
        """It is of the kind and the rule that are wanted."""
        return _OF[self.kind](task) and self.rule in ("", task.regel)

    def of(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that are wanted: every word of the text stands in the name or number of the plan, the rule or what is said."""
        of_kind, words = _OF[self.kind], self.text.casefold().split()
        found = (finding for finding in findings if of_kind(finding) and self.rule in ("", finding.regel) and self._is_of(finding))
        return [one for one in found if not words or _holds(one, words)]

    def _is_of(self, finding: Finding) -> bool:
        """About a plan that is wanted."""
        if self.plans is None and not self.status:
            return True
        return any(
            (self.plans is None or plan in self.plans) and (not self.status or self.statuses.get(plan) == self.status)
            for plan in finding.plans
        )


def _holds(finding: Finding, words: Iterable[str]) -> bool:
    text = f"{finding.plannaam or ''} {finding.plannummer or ''} {finding.regel} {finding.melding}"
    text = f"{text} {finding.akkoord.toelichting if finding.akkoord is not None else ''}".casefold()
    return all(word in text for word in words)
