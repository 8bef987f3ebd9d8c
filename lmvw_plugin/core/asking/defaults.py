# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plans of a municipality usually answer, as it says itself: of fields with ja, nee or a code. Each becomes a proposal, never an answer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..basisset import fields as b
from ..basisset.codelists import code_list

Value = bool | str

FIELDS = tuple(
    field
    for field in b.COLUMNS
    if field.need in (b.Need.ALWAYS, b.Need.LIVE) and field.kind in (b.Kind.YESNO, b.Kind.CODE) and field.codes != "gemeenten"
)


@dataclass(frozen=True, slots=True)
class Defaults:
    """``answers``: by field, in the order of the Basisset."""

    answers: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, given: Mapping[str, object]) -> Defaults:
        """What is a possible answer of what is given."""
        return cls(
            tuple(
                (field.name, value) for field in FIELDS if isinstance(value := given.get(field.name), bool | str) and _is_of(field, value)
            )
        )

    def to_json(self) -> str:
        """As a plan file keeps it; empty when there is none."""
        return json.dumps(dict(self.answers)) if self.answers else ""

    @classmethod
    def from_json(cls, text: str) -> Defaults:
        """What ``to_json`` wrote; what is none of it was never said."""
        try:
            given = json.loads(text) if text else {}
        except (RecursionError, ValueError):
            return cls()
        return cls.of(given) if isinstance(given, dict) else cls()


NO_DEFAULTS = Defaults()


def _is_of(field: b.Field, value: Value) -> bool:
    return value in tuple(values_of(field)) and isinstance(value, bool) is (field.kind is b.Kind.YESNO)


def values_of(field: b.Field) -> Iterator[Value]:
    """What such a field may answer."""
    yield from (True, False) if field.kind is b.Kind.YESNO else code_list(str(field.codes))
