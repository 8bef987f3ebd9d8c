# SPDX-License-Identifier: GPL-2.0-or-later
"""What the last check of a plan file found, finding by finding, and its certificate: kept beside the outcome per plan, written with it.

Two tables that QGIS does not show: they are not in the contents of the GeoPackage.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ....core.rules.findings import Ernst, Finding, Soort, Wie
from ...geopackage import looking

_TEXTS = (
    "plan_id",
    "plannummer",
    "plannaam",
    "regel",
    "ernst",
    "soort",
    "wie",
    "veld",
    "melding",
    "waarde",
    "voorstel",
    "ander",
    "oorzaak",
)
_MAKE = (
    "DROP TABLE IF EXISTS lmvw_bevindingen",  # of an earlier version it lacks columns
    "CREATE TABLE lmvw_bevindingen (fid INTEGER PRIMARY KEY, plan_id TEXT, plannummer TEXT, plannaam TEXT, regel TEXT, ernst TEXT,"
    " soort TEXT, wie TEXT, veld TEXT, melding TEXT, waarde TEXT, voorstel TEXT, ander TEXT, oorzaak TEXT, x REAL, y REAL)",
    "CREATE TABLE IF NOT EXISTS lmvw_verklaring (fid INTEGER PRIMARY KEY, verklaring TEXT)",
    "DELETE FROM lmvw_verklaring",
)
_INSERT = (
    "INSERT INTO lmvw_bevindingen (plan_id, plannummer, plannaam, regel, ernst, soort, wie, veld, melding, waarde, voorstel, ander, oorzaak,"
    " x, y) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_SELECT = (
    "SELECT plan_id, plannummer, plannaam, regel, ernst, soort, wie, veld, melding, waarde, voorstel, ander, oorzaak, x, y"
    " FROM lmvw_bevindingen ORDER BY fid"
)
_SELECT_PLAN = _SELECT.replace(" ORDER BY", " WHERE ? IN (plan_id, ander) ORDER BY")
_CERTIFY, _CERTIFICATE = "INSERT INTO lmvw_verklaring (verklaring) VALUES (?)", "SELECT verklaring FROM lmvw_verklaring"
_PATIENCE = 0.2  # seconds, while somebody types
_ENUMS = {"ernst": Ernst, "soort": Soort, "wie": Wie}


@dataclass(frozen=True, slots=True)
class Certified:
    """What was found, and the certificate as JSON."""

    findings: list[Finding]
    certificate: str


def write(database: sqlite3.Connection, findings: Iterable[Finding], certificate: str) -> None:
    """In place of what was there, within the transaction of whoever writes the outcome."""
    for statement in _MAKE:
        database.execute(statement)
    database.executemany(_INSERT, map(_row, findings))
    database.execute(_CERTIFY, (certificate,))


def read(database: sqlite3.Connection) -> Certified | None:
    """What the last check found, within the transaction of whoever reads the outcome; None where there was none.

    :raises sqlite3.Error: in a file of an earlier version, which has no such tables.
    :raises ValueError: when there is a finding of a kind that this version does not know.
    """
    known = database.execute(_CERTIFICATE).fetchone()
    return Certified([_finding(row) for row in database.execute(_SELECT)], known[0]) if known else None


def of_plan(path: Path, plan_id: str) -> list[Finding]:
    """What the last check found in one plan, or between it and another; nothing where there was none.

    :raises LmvwError: when another program keeps the file to itself.
    """
    try:
        with looking(path, _PATIENCE) as database:
            return [_finding(row) for row in database.execute(_SELECT_PLAN, (plan_id,))]
    except (sqlite3.Error, ValueError):
        return []


def _row(finding: Finding) -> tuple[object, ...]:
    texts = (value.value if isinstance(value := getattr(finding, name), Enum) else value for name in _TEXTS)
    return *texts, *(finding.place or (None, None))


def _finding(row: tuple[object, ...]) -> Finding:
    *texts, x, y = row
    values = {name: _ENUMS[name](text) if name in _ENUMS else text for name, text in zip(_TEXTS, texts, strict=True)}
    values["oorzaak"] = values["oorzaak"] or ""  # an earlier version wrote the row
    return Finding(**values, place=None if x is None or y is None else (float(str(x)), float(str(y))))  # type: ignore[arg-type]  # names are Finding's own
