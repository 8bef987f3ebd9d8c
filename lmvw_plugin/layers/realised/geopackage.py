# SPDX-License-Identifier: GPL-2.0-or-later
"""The BAG from a GeoPackage, read where it lies by SQLite alone: that of PDOK (``bag-light.gpkg``), of NLExtract, or a part of one."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ...core.errors import LmvwError
from ...core.feedback import Feedback, checkpoint
from ...core.i18n import tr
from ..geopackage import looking
from ..moment import PATIENCE
from ..polygons.shapely2 import shapely
from ..stored.geometry import wkb_in
from .blocks import Block
from .records import Record, Spot, Stock, id_of, is_ended, meanings, record_of, stock_of, year_of

_MANY = 5_000  # rows between two looks at the cancel button
_BESIDE = 200.0  # metres: a pand may lie across the edge of the square in which its verblijfsobject is
_POINTS = frozenset((1, 1001, 2001, 3001, 0x80000001))  # types of WKB: a point, with or without height and measure
_RD = (28992, 7415)
_OBJECT, _PAND = frozenset(("id", "status", "doel")), frozenset(("id", "bouwjaar"))


@dataclass(frozen=True, slots=True)
class _Table:
    """A layer of a GeoPackage. ``columns``: by meaning."""

    name: str
    geometry: str
    kind: str
    rd: bool
    columns: Mapping[str, str]
    key: str
    indexed: bool

    @property
    def is_pand(self) -> bool:
        """By its name: a layer of panden may have a gebruiksdoel as well."""
        return self.name.casefold().startswith(("pand", "pnd"))


def require_bag(path: Path) -> None:
    """A file holds verblijfsobjecten.

    :raises LmvwError: when it does not, or not in RD.
    :raises Locked: when another program keeps it to itself.
    """
    with _tables(path, 5.0) as (_, tables):
        _objects(path, tables)


def read_stock(path: Path, panden: Path | None, blocks: Sequence[Block], feedback: Feedback) -> Stock:
    """The dwellings in some squares.

    :param panden: the file with the panden, when that is another.
    :raises LmvwError: as ``require_bag``.
    :raises Cancelled: when the user cancels.
    """
    with _tables(path, PATIENCE) as (database, tables):
        table = _objects(path, tables)
        records: list[Record] = []
        for row, blob in _rows(database, table, blocks, 0.0, feedback):
            spot = _spot(blob)
            if spot is not None:
                records.append(record_of(row, spot))
    return stock_of(records, lambda: _years(panden or path, blocks, feedback))


def _years(path: Path, blocks: Sequence[Block], feedback: Feedback) -> dict[str, int]:
    """The bouwjaar of each pand; of its history the row that holds."""
    with _tables(path, PATIENCE) as (database, tables):
        table = next((candidate for candidate in tables if candidate.columns.keys() >= _PAND and candidate.is_pand), None)
        if table is None:
            return {}
        years: dict[str, int] = {}
        settled: set[str] = set()
        for row, _ in _rows(database, table, blocks, _BESIDE, feedback):
            key, year = id_of(row.get("id")), year_of(row.get("bouwjaar"))
            if year is not None and key not in settled:
                years[key] = year
                if not is_ended(row):
                    settled.add(key)
        return years


def _objects(path: Path, tables: Sequence[_Table]) -> _Table:
    """The layer of verblijfsobjecten.

    :raises LmvwError: when there is none, or it is not in RD.
    """
    candidates = [candidate for candidate in tables if candidate.columns.keys() >= _OBJECT and not candidate.is_pand]
    if not candidates:
        words = tr(
            "‘{path}’ heeft geen laag met verblijfsobjecten: die heeft een identificatie, status en gebruiksdoel. Kies een GeoPackage van de BAG."
        )
        raise LmvwError(words.format(path=path.name))
    table = min(candidates, key=lambda candidate: ("verblijfsobject" not in candidate.name.casefold(), candidate.kind != "POINT"))
    if not table.rd:
        words = tr("Laag ‘{layer}’ in ‘{path}’ ligt niet in Rijksdriehoekscoördinaten; sla hem op in EPSG:28992 en kies dat bestand.")
        raise LmvwError(words.format(layer=table.name, path=path.name))
    return table


@contextmanager
def _tables(path: Path, patience: float) -> Iterator[tuple[sqlite3.Connection, list[_Table]]]:
    """A file that is looked into, with its layers.

    :raises LmvwError: when it is no GeoPackage, or damaged.
    """
    try:
        with looking(path, patience) as database:
            names = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
            layers = database.execute(
                "SELECT g.table_name, g.column_name, g.geometry_type_name, s.organization_coordsys_id FROM gpkg_geometry_columns g "
                "LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id"
            ).fetchall()
            yield (
                database,
                [
                    _Table(name, geometry, str(kind).upper(), crs in _RD, *_columns(database, name), f"rtree_{name}_{geometry}" in names)
                    for name, geometry, kind, crs in layers
                    if name in names
                ],
            )
    except sqlite3.DatabaseError as error:
        raise LmvwError(
            tr("‘{path}’ is geen GeoPackage of is beschadigd; kies het GeoPackage-bestand met de BAG.").format(path=path.name)
        ) from error


def _columns(database: sqlite3.Connection, table: str) -> tuple[dict[str, str], str]:
    rows = database.execute(f"PRAGMA table_info({_quoted(table)})").fetchall()
    return meanings(row[1] for row in rows), next((row[1] for row in rows if row[5]), "rowid")


def _rows(
    database: sqlite3.Connection, table: _Table, blocks: Sequence[Block], beside: float, feedback: Feedback
) -> Iterator[tuple[dict[str, object], bytes]]:
    """The rows that lie in some squares, or all where the file has no index of places.

    :raises Cancelled: when the user cancels.
    """
    picked = ", ".join(_quoted(name) for name in (table.geometry, *table.columns.values()))
    query = f"SELECT {picked} FROM {_quoted(table.name)}"  # nosec B608  # names of the file itself, quoted
    where = f" WHERE {_quoted(table.key)} IN (SELECT id FROM {_quoted(f'rtree_{table.name}_{table.geometry}')} " \
            "WHERE maxx >= ? AND maxy >= ? AND minx <= ? AND miny <= ?)"  # nosec B608  # as above  # fmt: skip
    asked = [(query + where, block) for block in blocks] if table.indexed else [(query, None)]
    for number, (words, block) in enumerate(asked):
        west, south, east, north = block.box if block else (0.0, 0.0, 0.0, 0.0)
        box = (west - beside, south - beside, east + beside, north + beside) if block else ()
        rows = database.execute(words, box)
        while many := rows.fetchmany(_MANY):
            checkpoint(feedback, 100 * number / len(asked))
            for blob, *values in many:
                yield dict(zip(table.columns, values, strict=True)), blob
    checkpoint(feedback, 100)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _spot(blob: bytes | None) -> Spot | None:
    """Where a geometry lies; of what is no point, its middle."""
    wkb = wkb_in(blob)
    if wkb is None:
        return None
    if len(wkb) >= 21 and wkb[0] == 1 and struct.unpack_from("<I", wkb, 1)[0] in _POINTS:
        return struct.unpack_from("<dd", wkb, 5)
    middle = shapely.centroid(shapely.from_wkb(wkb, on_invalid="ignore"))
    return None if middle is None or middle.is_empty else (middle.x, middle.y)
