# SPDX-License-Identifier: GPL-2.0-or-later
"""Where one field of the Basisset comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Where a field comes from.

    ``negated``: the source stores the count as a negative number. ``values``: source text to code, for values that the
    reader does not understand by itself; None means "leave empty", and ``proposals`` says what it probably means.
    ``plus``: more columns of the same source, added up. ``constant``: the same value for every plan, from no column.
    ``doubt``: a sentence on why this is a guess.
    """

    source: str
    column: str
    negated: bool = False
    values: Mapping[str, str | None] = field(default_factory=dict)
    plus: tuple[str, ...] = ()
    constant: str | None = None
    proposals: Mapping[str, str] = field(default_factory=dict)
    doubt: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column it reads."""
        return () if self.constant is not None else (self.column, *self.plus)

    @property
    def title(self) -> str:
        """The columns, as a report names them."""
        return " + ".join(self.columns)
