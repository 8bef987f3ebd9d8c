# SPDX-License-Identifier: GPL-2.0-or-later
"""What one plan is made of, and what a known format says of it beside its columns."""

from __future__ import annotations

from dataclasses import dataclass

from ..i18n import tr
from .imported import Extra, Extras, Row, Sources
from .joining import SheetRow
from .mapping.plan import POLYGONEN, WERKBLAD

_NO_EXTRA = Extra()
_NO_ROW: Row = {}


@dataclass(frozen=True, slots=True)
class Origin:
    """The polygon at an index, the worksheet row of a number, or both."""

    index: int | None
    number: int | None
    rows: Sources  # both sources; empty where there is none

    @classmethod
    def of_polygon(cls, index: int, polygon: Row, row: SheetRow | None) -> Origin:
        """A polygon, and the row of the worksheet that belongs to it."""
        return cls(index, row.number if row else None, {POLYGONEN: polygon, WERKBLAD: row.values if row else _NO_ROW})

    @classmethod
    def of_row(cls, row: SheetRow) -> Origin:
        """A row of the worksheet without polygon."""
        return cls(None, row.number, {POLYGONEN: _NO_ROW, WERKBLAD: row.values})

    @property
    def where(self) -> str:
        """Which polygon, or which row."""
        return row_text(self.number or 0) if self.index is None else tr("polygoon {number}").format(number=self.index + 1)

    @property
    def keys(self) -> tuple[tuple[str, int | None], ...]:
        """How each source knows its part."""
        return (POLYGONEN, self.index), (WERKBLAD, self.number)

    def extras(self, extras: Extras) -> list[Extra]:
        """What the reader of a known format says of each part."""
        return [extra_of(extras, source, key) for source, key in self.keys]


def extra_of(extras: Extras, source: str, key: int | None) -> Extra:
    """What the reader of a known format says of one row of a source."""
    return _NO_EXTRA if key is None else extras.get(source, {}).get(key, _NO_EXTRA)


def row_text(number: int) -> str:
    """Which row of the worksheet, in words."""
    return tr("Excel-bestand, rij {number}").format(number=number)
