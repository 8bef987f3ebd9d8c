# SPDX-License-Identifier: GPL-2.0-or-later
"""The formats of other systems that are recognised by their content, each in a module of its own."""

from __future__ import annotations

from collections.abc import Sequence

from . import eib, gelderland, own, utrecht, zeeland, zuid_holland
from .diwi import excel as diwi_excel
from .diwi import geojson as diwi_geojson
from .known import Flat, Grid, KnownFormat

KNOWN: tuple[KnownFormat, ...] = (
    diwi_geojson.FORMAT, zuid_holland.FORMAT, gelderland.FORMAT, utrecht.FORMAT, own.FORMAT, eib.FORMAT, diwi_excel.FORMAT, zeeland.FORMAT,
)  # fmt: skip


def recognise(columns: Sequence[str]) -> KnownFormat | None:
    """The format of a table, by its columns."""
    return next((known for known in KNOWN if known.recognise(columns)), None)


def recognise_grid(grid: Grid) -> KnownFormat | None:
    """The format of a worksheet that is no table, by its cells."""
    return next((known for known in KNOWN if known.recognise_grid and known.recognise_grid(grid)), None)


__all__ = ["KNOWN", "Flat", "Grid", "KnownFormat", "recognise", "recognise_grid"]
