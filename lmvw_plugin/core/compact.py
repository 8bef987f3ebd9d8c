# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan that holds its values only: what a hundred thousand plans have in common, the column names, is kept once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .basisset import fields as b

_PLACES = {field.name: index for index, field in enumerate(b.COLUMNS)}
_NAMES = tuple(_PLACES)
_SAME_FOR_MANY = tuple(
    index for index, field in enumerate(b.COLUMNS) if field.kind is b.Kind.CODE or field.name in ("gemeente_code", "gemeente_naam")
)


class CompactPlan(Mapping[str, object]):
    """A plan as a mapping of the columns of the Basisset to their values; it takes a third of the memory of a ``dict``."""

    __slots__ = ("row",)

    def __init__(self, row: tuple[object, ...]) -> None:
        self.row = row

    @classmethod
    def of(cls, plan: Mapping[str, object], texts: dict[object, object]) -> CompactPlan:
        """The same plan, short. ``texts`` holds each code once, for all plans that are given it."""
        row = list(map(plan.get, _NAMES))
        for index in _SAME_FOR_MANY:
            row[index] = texts.setdefault(row[index], row[index])
        return cls(tuple(row))

    def __getitem__(self, name: str) -> object:
        return self.row[_PLACES[name]]

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a column; ``default`` for a column that the Basisset does not have."""
        index = _PLACES.get(name)
        return default if index is None else self.row[index]

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)
