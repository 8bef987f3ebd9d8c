# SPDX-License-Identifier: GPL-2.0-or-later
"""What a table of a GeoPackage really stores, where that is not what GDAL gives.

GDAL gives the values of a column in the type that the column was declared with: in one of whole numbers 12.5 and ‘twaalf’ become 12
and 0, in one of ja and nee the text ‘ja’ becomes nee. SQLite stores what it was given, and says so.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from qgis.core import QgsFields
from qgis.PyQt.QtCore import QMetaType

from ...core.basisset.values import Binary
from ...core.errors import LmvwError
from ...core.i18n import tr
from ..moment import address

Odd = Mapping[int, Mapping[str, object]]  # by feature and column: what is stored, where that is not what GDAL gives
StoredRow = tuple[int, object, list[object]]  # feature id, geometry as a GeoPackage has it, values in the order that was asked

_INT = 2**31
_KEY = 5  # of what SQLite tells of a column: its place in the primary key
_AT_ONCE = 100  # columns in one question; SQLite takes no expression deeper than 1000
_TEXT = "typeof({c}) <> 'text' OR instr(CAST({c} AS BLOB), x'00') OR substr(CAST({c} AS BLOB), 1, 3) = x'EFBBBF'"
_T = QMetaType.Type
_DECLARED = (  # GeoPackage 1.3, table 1: declared types, what QGIS makes of them, and when a stored value is not one of those
    (re.compile("BOOLEAN"), {_T.Bool}, "typeof({c}) <> 'integer' OR {c} NOT IN (0, 1)"),
    (re.compile(".*INT.*"), {_T.Int, _T.LongLong}, f"typeof({{c}}) <> 'integer' OR {{c}} NOT BETWEEN -{_INT} AND {_INT - 1}"),
    (re.compile("DOUBLE|FLOAT|REAL"), {_T.Double}, "typeof({c}) NOT IN ('real', 'integer')"),
    (re.compile(r"(?:TEXT|VARCHAR|CHAR).*"), {_T.QString}, _TEXT),
)
_GEOMETRY = "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?"
_PLAIN = frozenset((str, int, float, type(None)))
ANSWERS = {0: False, 1: True}  # ja and nee, as they are stored


def odd_values(path: Path, table: str) -> Odd:
    """By feature id and column, what is stored in a table or view of a database of our own; nothing for a table without row numbers.

    :raises LmvwError: when a view has such a value and does not tell in which row.
    """
    odd: dict[int, dict[str, object]] = defaultdict(dict)
    view = is_view(path, table)
    with closing(_opened(path)) as database:
        try:
            tests, row = _tests(database, table), _number_of_row(database, table, view)
            for start in range(0, len(tests), _AT_ONCE):
                some = tests[start : start + _AT_ONCE]
                if not database.execute(f"{_select('1', table, ' OR '.join(test for _, test in some))} LIMIT 1").fetchone():
                    continue  # as a rule; one look at the table then is enough
                for column, test in some:
                    for fid, raw in database.execute(_select(f"{row}, {_quoted(column)}", table, test)):
                        odd[fid][column] = _stored(raw)
            if odd and view:
                _require_told_apart(database, path, table, row)
        except sqlite3.OperationalError:
            return {}  # a table without row numbers
    return odd


def _number_of_row(database: sqlite3.Connection, table: str, view: bool) -> str:
    """By what GDAL calls a row: its number, and of a view its first column (GeoPackage 1.3, 2.1.1)."""
    columns = database.execute(f"PRAGMA table_info({_quoted(table)})").fetchall()
    keys = columns[:1] if view else [column for column in columns if column[_KEY]]
    return _quoted(keys[0][1]) if len(keys) == 1 and (view or "INT" in keys[0][2].upper()) else "rowid"


def _require_told_apart(database: sqlite3.Connection, path: Path, view: str, row: str) -> None:
    """Each row of a view has a number of its own.

    :raises LmvwError: when not.
    """
    numbers = f"count(DISTINCT CASE typeof({row}) WHEN 'integer' THEN {row} END)"
    rows, apart = database.execute(_select(f"count(*), {numbers}", view, "1")).fetchone()
    if apart < rows:
        raise LmvwError(
            tr(
                "Weergave (view) ‘{view}’ in ‘{name}’ heeft waarden die niet in hun kolom passen, in rijen zonder eigen nummer. "
                "Kies de tabel waar zij uit komt."
            ).format(view=view, name=path.name)
        )


def stored_rows(path: Path, table: str, fields: QgsFields) -> Iterator[StoredRow] | None:
    """The rows of a table of a GeoPackage of our own, with what is stored in these columns: past GDAL, in half the time.

    None when they can only be had from GDAL: of a view, or where a column holds dates or the like, which it translates.
    """
    if is_view(path, table):
        return None
    with closing(_opened(path)) as database:
        try:
            (geometry,) = database.execute(_GEOMETRY, (table,)).fetchone() or ("",)
            row = _number_of_row(database, table, view=False)
            database.execute(_select(row, table, "0")).fetchone()  # not every table has row numbers
        except sqlite3.OperationalError:
            return None
        declared = {name: kind.upper() for _, name, kind, *_ in database.execute(f"PRAGMA table_info({_quoted(table)})").fetchall()}
    columns = [(field.name(), field.type()) for field in fields.toList()]
    known = all(
        any(pattern.fullmatch(declared.get(name, "")) and kind in kinds for pattern, kinds, _ in _DECLARED) for name, kind in columns
    )
    if geometry not in declared or not known:
        return None
    answers = [column for column, (_, kind) in enumerate(columns) if kind == _T.Bool]
    return _rows(path, table, row, ", ".join(map(_quoted, (geometry, *fields.names()))), answers)


def _rows(path: Path, table: str, row: str, columns: str, answers: Sequence[int]) -> Iterator[StoredRow]:
    with closing(_opened(path)) as database:
        for fid, geometry, *values in database.execute(f"{_select(f'{row}, {columns}', table, '1')} ORDER BY {row}"):
            if bytes in map(type, values):
                values = list(map(_stored, values))
            for column in answers:
                raw = values[column]
                if type(raw) is int:
                    values[column] = ANSWERS.get(raw, raw)
            yield fid, geometry, values


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(address(path, "mode=ro"), uri=True)
    database.text_factory = partial(str, encoding="utf-8", errors="replace")
    return database


def _tests(database: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    """The columns of a table, each with when a value in it is odd."""
    tests = []
    for _, column, kind, *_ in database.execute(f"PRAGMA table_info({_quoted(table)})").fetchall():
        odd = next((odd for pattern, _, odd in _DECLARED if pattern.fullmatch(kind.upper())), None)
        if odd is not None:
            name = _quoted(column)
            tests.append((column, f"({name} IS NOT NULL AND ({odd.format(c=name)}))"))
    return tests


def _select(what: str, table: str, test: str) -> str:
    return " ".join(("SELECT", what, "FROM", _quoted(table), "WHERE", test))


def is_view(path: Path, name: str) -> bool:
    """A name in a database stands for a query of somebody, not for a table."""
    with closing(sqlite3.connect(address(path, "mode=ro"), uri=True)) as database:
        row = database.execute("SELECT type FROM sqlite_master WHERE lower(name) = lower(?)", (name,)).fetchone()
    return bool(row == ("view",))


_LISTED = "SELECT table_name FROM gpkg_contents WHERE data_type = 'features'"
_POINTS = "SELECT table_name FROM gpkg_geometry_columns WHERE upper(geometry_type_name) LIKE '%POINT'"


def only_table(path: Path) -> str:
    """The table that is meant by a GeoPackage as such: the one with polygons, where it lists one; empty when there are more, or none."""
    try:
        with closing(sqlite3.connect(address(path, "mode=ro"), uri=True)) as database:
            tables = [str(name) for (name,) in database.execute(_LISTED)]
            if len(tables) > 1:
                points = {name for (name,) in database.execute(_POINTS)}
                tables = [name for name in tables if name not in points]
    except sqlite3.Error:
        return ""
    return tables[0] if len(tables) == 1 else ""


def _stored(raw: object) -> object:
    return Binary(tr("(binaire gegevens, {size} bytes)").format(size=len(raw))) if isinstance(raw, bytes) else raw


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
