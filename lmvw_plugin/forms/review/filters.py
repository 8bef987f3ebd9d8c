# SPDX-License-Identifier: GPL-2.0-or-later
"""Which findings the panel shows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
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
    Kind.ACCEPTED: lambda line: line.accepted if isinstance(line, Task) else line.akkoord is not None,
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
    _looked: dict[str, _Has] = field(default_factory=dict, compare=False)  # by word, which texts have it

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

    @property
    def words(self) -> list[str]:
        """Those of the text."""
        return self.text.casefold().split()

    def has(self, word: str) -> _Has:
        """By text, whether this word stands in it."""
        return self._looked.setdefault(word, _Has(word))

    def says(self, finding: Finding, words: Sequence[str]) -> bool:
        """It is of the kind and the rule that are wanted, and each of these words stands in what is said or in the rule."""
        if not _OF[self.kind](finding) or self.rule not in ("", finding.regel):
            return False
        said = [finding.melding, finding.regel, *([finding.akkoord.toelichting] if finding.akkoord is not None else [])]
        return all(any(map(self.has(word).__getitem__, said)) for word in words)


class _Has(dict[str, bool]):
    """By text, whether a word stands in it: of many findings most say the same, and it is looked for once."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = word

    def __missing__(self, text: str) -> bool:
        has = self[text] = self._word in text.casefold()
        return has
