# SPDX-License-Identifier: GPL-2.0-or-later
"""The schema of a plan file: which version it says it has, and which columns of this version it lacks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from ...core.basisset import fields as b
from ...core.errors import LmvwError
from ...core.i18n import tr
from ..geopackage import looking
from .transaction import told


def require_readable(version: object, path: Path) -> None:
    """This version of the plugin knows everything that stands in the file.

    :raises LmvwError: when a newer version of the plugin made it: what it has more would be lost without a word.
    """
    if is_newer(version):
        raise LmvwError(
            tr("Planbestand ‘{path}’ is gemaakt met een nieuwere versie van de plugin (schema {version}; deze versie kent {known}). "
               "Werk de plugin bij en open het bestand opnieuw.").format(path=path, version=version, known=b.SCHEMA_VERSION)
        )  # fmt: skip


def is_newer(version: object, ours: str | None = None) -> bool:
    """A later version of the plugin made it.

    :param ours: what it is compared with, where that is no plan file.
    """
    return _number(version) > _number(ours or b.SCHEMA_VERSION)


def is_older(version: object) -> bool:
    """The version comes before that of this plugin; one that nobody can read does so too."""
    return _number(version) < _number(b.SCHEMA_VERSION)


def missing(names: Iterable[str]) -> tuple[b.Field, ...]:
    """The columns of the Basisset that are not among the names: without them plans cannot be judged or delivered."""
    return _without(b.COLUMNS, names)


def lacking(names: Iterable[str]) -> tuple[b.Field, ...]:
    """The columns of a plan file of this version that are not among the names, the municipality's own included."""
    return _without(b.PLAN_FILE_COLUMNS, names)


def _without(wanted: Iterable[b.Field], names: Iterable[str]) -> tuple[b.Field, ...]:
    known = {name.casefold() for name in names}
    return tuple(field for field in wanted if field.name not in known)


def looks_older(names: Iterable[str]) -> bool:
    """Columns of a plan layer, but not all of this version: most are there, and the two by which a plan is known."""
    known = list(names)
    gone = missing(known)
    return {"plan_id", "plannaam"} <= set(known) and 0 < len(gone) < len(b.COLUMNS) / 2


def _number(version: object) -> tuple[int, ...]:
    """``1.10`` comes after ``1.9``."""
    parts = version.split(".") if isinstance(version, str) else []
    return tuple(map(int, parts)) if parts and all(part.isdecimal() for part in parts) else (0,)


def columns_of(path: Path) -> list[str]:
    """The columns of the plans in a plan file.

    :raises LmvwError: when it cannot be read.
    """
    with told(path), looking(path) as database:
        return [name for _, name, *_ in database.execute("PRAGMA table_info(plannen)")]


def info_row(path: Path) -> dict[str, object] | None:
    """The first row of the table that says what a plan file is about; None where it is not there."""
    try:
        with looking(path) as database:
            rows = database.execute("SELECT * FROM lmvw_planbestand ORDER BY rowid LIMIT 1")
            row = rows.fetchone()
            return None if row is None else dict(zip((column[0] for column in rows.description), row, strict=True))
    except (OSError, sqlite3.Error):
        return None
