# SPDX-License-Identifier: GPL-2.0-or-later
"""When a person is asked about what a sum could tell; apart from who judges it, so that a window and an algorithm name them at once.

They are the municipality's choice, and travel with the plan file, so that every colleague is stopped by the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import Field, asdict, dataclass, field, fields

from ..i18n import later

LEAST, MOST = 2, 0.99  # how far each may be set: beyond these nobody would ever be asked
_LARGEST = 99  # plans


def _threshold(default: float, label: str, why: str, explanation: str) -> float:
    """A threshold with its Dutch texts: its name, when the plugin stops, and why that is."""
    return field(default=default, metadata={"label": label, "why": why, "explanation": explanation})


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a person is asked: a number of plans, and parts of a whole from 0 to 1."""

    fewest: int = _threshold(  # type: ignore[assignment]  # a number of plans is whole, which one helper for all cannot say
        3, later("Minste aantal plannen in de optelling"), later("Telt de optelling minder plannen, dan stopt de plugin."),
        later("Bij twee plannen weet wie er een kent ook het andere: dat is de som min het bekende plan."))  # fmt: skip
    most: float = _threshold(
        0.75, later("Grootste deel van één plan (%)"), later("Is één plan een groter deel van bruto of sloop in de optelling, dan stopt de plugin."),
        later("Is één plan bijna de hele som, dan zegt de som bijna wat dat plan is."))  # fmt: skip
    border: float = _threshold(
        0.8, later("Deel van de grens langs openbare plannen (%)"),
        later("Liggen openbare polygonen langs zo veel van de grens van een vertrouwelijk plan, dan stopt de plugin."),
        later("Het gat daartussen toont dat plan."))  # fmt: skip

    def within(self) -> Thresholds:
        """The nearest that may be set."""
        return Thresholds.of({field.name: spun(field, getattr(self, field.name)) for field in explained()})

    @classmethod
    def of(cls, spins: Mapping[str, int]) -> Thresholds:
        """What was typed: plans, and whole per cents; what was not is as the plugin has it."""
        typed = {name: min(max(value, span(name)[0]), span(name)[1]) for name, value in spins.items()}
        return cls(**{name: value if _counts(name) else value / 100 for name, value in typed.items()})  # type: ignore[arg-type]  # see fewest

    def to_json(self) -> str:
        """As a plan file keeps it; empty when nothing differs from the plugin."""
        other = {name: value for name, value in asdict(self).items() if value != getattr(USUAL, name)}
        return json.dumps(other) if other else ""

    @classmethod
    def from_json(cls, text: str) -> Thresholds:
        """What ``to_json`` wrote; what is none of it counts as never chosen."""
        try:
            content = json.loads(text) if text else {}
            return cls.of({field.name: spun(field, content[field.name]) for field in explained() if field.name in content})
        except (ArithmeticError, AttributeError, RecursionError, TypeError, ValueError):
            return cls()


USUAL = Thresholds()


def explained() -> tuple[Field[float], ...]:
    """The thresholds with their texts, in the order of the class."""
    return fields(Thresholds)


def span(name: str) -> tuple[int, int]:
    """How far a threshold may be set, in plans or per cents."""
    return (LEAST, _LARGEST) if _counts(name) else (1, round(100 * MOST))


def spun(field: Field[float], value: float) -> int:
    """A threshold as it is typed: plans, or per cents."""
    return int(value) if _counts(field.name) else round(100 * value)


def _counts(name: str) -> bool:
    """It is a number of plans; else a part of a whole."""
    return name == "fewest"
