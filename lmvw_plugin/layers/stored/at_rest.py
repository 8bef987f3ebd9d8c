# SPDX-License-Identifier: GPL-2.0-or-later
"""A copy of a GeoPackage of somebody else, in which nothing is worked out any more when it is read.

A trigger, a view (a query under the name of a table) and a computed column are programs of whoever made the file. GDAL asks every view how many
rows it has, also one that nobody chose; a query without end keeps QGIS at work for ever, and a long text fills its memory. Here each query is
asked once, for some seconds, and becomes the table that it shows.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import thread_time

from ...core.errors import LmvwError
from ...core.feedback import Feedback, checkpoint
from ...core.i18n import later, tr
from ..moment import scratch

_STEPS, _LOOK = 200_000_000, 200  # of SQLite's machine, some seconds; and after how many of them we look whether it goes on
_SECONDS = 10.0  # of the processor, for steps that take long
_LONGEST = 16 << 20  # bytes of one value: larger than any polygon, and worked out in a moment
_ROOM = 256 << 20  # bytes that queries may add to a file
_OF_SQLITE = "/var/tmp"  # nosec B108: only measured; SQLite's first choice on Linux when TMPDIR names none
_SPILL = 1 << 30  # bytes, and at most half of what is free, that its disk may lose while SQLite sorts: no PRAGMA limits those files
_MEASURED = 0.02  # seconds of the processor between two looks at that disk
_LIMIT_LENGTH = 0  # SQLITE_LIMIT_LENGTH; Python names it from 3.11
_WHEN_READ = 2  # what PRAGMA table_xinfo says of a column that is computed when it is read
_MADE = "SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"
_TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
_CONTENTS = "gpkg_contents"
_LISTS = (_CONTENTS, "gpkg_geometry_columns", "gpkg_ogr_contents", "gpkg_extensions")
_OF_MODULE = re.compile(r"CREATE VIRTUAL TABLE (?!.*USING rtree\()", re.IGNORECASE | re.DOTALL)
_KINDS = ((frozenset(("integer",)), "INTEGER"), (frozenset(("integer", "real")), "DOUBLE"), (frozenset(("blob",)), "BLOB"))
_ENDLESS, _LARGE, _ELSEWHERE, _FROM_OUTSIDE = (
    later("het opvragen duurt te lang"), later("er komt te veel uit"), later("dat kan alleen in het programma waarin het is gemaakt"),
    later("van een afzender wordt niets uitgevoerd"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AtRest:
    """What became of the queries in a copy: the views that are tables now, and what is not read, by name, with a sentence."""

    views: frozenset[str] = frozenset()
    not_read: tuple[tuple[str, str], ...] = ()


def without_triggers(path: Path) -> None:
    """Nothing runs in a copy beside what reads it."""
    with closing(scratch(path)) as database, database:
        database.execute("BEGIN")  # else each is a transaction of its own
        for (name,) in database.execute(_TRIGGERS).fetchall():
            database.execute(f"DROP TRIGGER {_quoted(name)}")


def laid_to_rest(path: Path, ask: bool = True, feedback: Feedback | None = None) -> AtRest:
    """Make tables of the views and of the tables with computed columns in a copy, and take out what cannot be read.

    :param ask: answer the queries; if not, none of them is read.
    :raises LmvwError: when what lists the layers of the file is a query itself, or no layer can be read.
    :raises Cancelled: when the user cancels.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        made = {str(name): (kind == "view", sql or "") for name, kind, sql in database.execute(_MADE)}
        queries = {name: view for name, (view, sql) in made.items() if view or _OF_MODULE.match(sql) or _is_computed(database, name)}
        if not queries or _CONTENTS not in map(str.casefold, made):  # of another kind of database we do not know what its views are for
            return AtRest()
        if any(name.casefold().startswith("gpkg_") for name in queries):
            raise LmvwError(
                tr("De lijst van lagen in ‘{name}’ is geen gewone tabel; kies of vraag een bestand met gewone lagen.").format(
                    name=path.name
                )
            )
        return _Queries(database, path.name, ask, feedback).answered(queries)


class _Queries:
    """The queries in a copy, each answered in its share of the time that there is for all."""

    def __init__(self, database: sqlite3.Connection, name: str, ask: bool, feedback: Feedback | None) -> None:
        self._database, self._name, self._ask, self._feedback = database, name, ask, feedback
        self._steps, self._seconds = _STEPS, _SECONDS  # that are left
        self._spilled = False
        (size,), (pages,) = (database.execute(f"PRAGMA {what}").fetchone() for what in ("page_size", "page_count"))
        for part in ("main", "temp"):
            database.execute(f"PRAGMA {part}.max_page_count = {2 * pages + _ROOM // size}").fetchall()
        database.execute("PRAGMA trusted_schema = OFF")  # a query of the file gets no more than plain functions
        if hasattr(database, "setlimit"):
            database.setlimit(_LIMIT_LENGTH, _LONGEST)

    def answered(self, queries: dict[str, bool]) -> AtRest:
        """
        :raises LmvwError: when no layer can be read.
        """
        listed = {str(name).casefold() for (name,) in self._database.execute(f"SELECT table_name FROM {_CONTENTS}")}  # nosec B608: a name of our own
        views, not_read = set[str](), list[tuple[str, str]]()
        for name, view in queries.items():
            why = self._why_not(name, view) if name.casefold() in listed else ""
            if why:
                not_read.append((name, why))
            elif view and name.casefold() in listed:
                views.add(name)
        beside = [name for name, view in queries.items() if view and name.casefold() not in listed]
        for name in beside:
            self._database.execute(f"DROP VIEW {_quoted(name)}")
        if not_read and not self._database.execute(f"SELECT 1 FROM {_CONTENTS} WHERE data_type = 'features'").fetchone():  # nosec B608: a name of our own
            raise LmvwError(not_read[0][1])
        if beside:
            said = tr("Niet gelezen, want geen laag: weergave (view) {views} in ‘{name}’.")
            not_read.append(("", said.format(views=", ".join(f"‘{name}’" for name in beside), name=self._name)))
        return AtRest(frozenset(views), tuple(not_read))

    def _why_not(self, name: str, view: bool) -> str:
        """Put the answer in the place of a query; if that cannot be, a sentence."""
        try:
            with self._watched():
                why = self._as_table(name, view) if self._ask else _FROM_OUTSIDE
        except sqlite3.Error as error:
            if self._feedback is not None:
                checkpoint(self._feedback)
            why = self._reason(str(error))
        except MemoryError:
            why = _LARGE
        if not why:
            return ""
        for table in _LISTS:
            with suppress(sqlite3.Error):  # not every file has each of them
                self._database.execute(f"DELETE FROM {table} WHERE lower(table_name) = lower(?)", (name,))  # nosec B608: names of our own
        with suppress(sqlite3.Error):  # of a module that is not here: it cannot be dropped, and is in no list any more
            self._database.execute(f"DROP {'VIEW' if view else 'TABLE'} {_quoted(name)}")
        said = tr("‘{layer}’ in ‘{name}’ is een weergave (view) of heeft berekende kolommen, en is niet gelezen: {why}. "
                  "Kies of vraag een bestand met gewone lagen.")  # fmt: skip
        return said.format(layer=name, name=self._name, why=tr(why))

    def _reason(self, error: str) -> str:
        if self._spilled or "too big" in error or "full" in error:
            return _LARGE
        return _ENDLESS if "interrupted" in error else _ELSEWHERE

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """One query gets half of what is left, so that the last of many has some too."""
        folders = [folder for folder in (tempfile.gettempdir(), _OF_SQLITE) if Path(folder).is_dir()]
        began, taken, measured = thread_time(), 0, 0.0
        free, self._spilled = _free(folders), False

        def look() -> bool:
            nonlocal taken, measured
            taken += _LOOK
            passed = thread_time() - began
            if passed - measured > _MEASURED:
                measured = passed
                self._spilled = any(before - now > min(_SPILL, before // 2) for before, now in zip(free, _free(folders), strict=True))
            too_long = taken > self._steps / 2 or passed > self._seconds / 2
            return self._spilled or too_long or (self._feedback is not None and self._feedback.isCanceled())

        self._database.set_progress_handler(look, _LOOK)
        try:
            yield
        finally:
            self._database.set_progress_handler(None, 0)
            self._steps, self._seconds = self._steps - taken, self._seconds - (thread_time() - began)

    def _as_table(self, name: str, view: bool) -> str:
        """Two steps, so that the query is asked once: what it gives tells of what kind a column is that declares none."""
        columns = [(str(column), str(kind), pk) for _, column, kind, _, _, pk, hidden in self._info(name) if hidden != 1]
        names = ", ".join(_quoted(column) for column, *_ in columns)
        self._database.execute("DROP TABLE IF EXISTS temp.gelezen")
        self._database.execute(f"CREATE TEMP TABLE gelezen AS SELECT {names} FROM main.{_quoted(name)}")  # nosec B608: names of the copy itself, quoted
        row = self._row_number(columns, view)
        declared = ", ".join(
            f"{_quoted(column)} INTEGER PRIMARY KEY" if column == row else f"{_quoted(column)} {kind or self._kind_of(column)}"
            for column, kind, _ in columns
        )
        self._database.execute(f"DROP {'VIEW' if view else 'TABLE'} main.{_quoted(name)}")
        self._database.execute(f"CREATE TABLE main.{_quoted(name)} ({declared})")
        self._database.execute(f"INSERT INTO main.{_quoted(name)} SELECT * FROM temp.gelezen")  # nosec B608: as above
        self._database.execute("DROP TABLE temp.gelezen")
        with suppress(sqlite3.Error):  # its index, if it has one, may number the rows otherwise
            self._database.execute("DELETE FROM gpkg_extensions WHERE lower(table_name) = lower(?)", (name,))
        return ""

    def _info(self, name: str) -> Sequence[tuple[object, ...]]:
        return self._database.execute(f"PRAGMA main.table_xinfo({_quoted(name)})").fetchall()

    def _row_number(self, columns: Sequence[tuple[str, str, object]], view: bool) -> str:
        """The column that numbers the rows: of a view its first (GeoPackage 1.3, 2.1.1), where that tells them apart."""
        keys = [column for column, kind, key in columns if key and "INT" in kind.upper()]
        if not view:
            return keys[0] if len(keys) == 1 else ""
        first = _quoted(columns[0][0])
        numbers = f"count(DISTINCT CASE typeof({first}) WHEN 'integer' THEN {first} END)"
        rows, apart = self._database.execute(f"SELECT count(*), {numbers} FROM temp.gelezen").fetchone()  # nosec B608: as above
        return columns[0][0] if rows == apart else ""

    def _kind_of(self, column: str) -> str:
        name = _quoted(column)
        found = {kind for (kind,) in self._database.execute(f"SELECT DISTINCT typeof({name}) FROM temp.gelezen WHERE {name} IS NOT NULL")}  # nosec B608: as above
        return next((declared for kinds, declared in _KINDS if found and found <= kinds), "TEXT")


def _free(folders: Sequence[str]) -> list[int]:
    return [shutil.disk_usage(folder).free for folder in folders]


def _is_computed(database: sqlite3.Connection, name: str) -> bool:
    try:
        return any(hidden == _WHEN_READ for *_, hidden in database.execute(f"PRAGMA table_xinfo({_quoted(name)})"))
    except sqlite3.Error:  # of a module that is not here
        return True


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
