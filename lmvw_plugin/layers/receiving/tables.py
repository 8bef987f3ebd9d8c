# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of a review file that SQLite keeps: the receipts, the overview, the expectations, and what the file is about.

A table without geometry takes rows of a dataclass or of named columns; the layers beside them are QGIS's (``review_file``).
"""

from __future__ import annotations

import sqlite3
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from ...core.basisset.peildatum import Peildatum
from ...core.errors import LmvwError, reason_of
from ...core.i18n import tr
from ...core.receiving import expectations as e
from ...core.receiving import overview as o
from ...core.receiving.receipts import Receipt
from ...core.reviewing.renewed import Renewed
from ...core.rules.findings import Ernst, Finding, Wie
from ..geopackage import looking
from ..moment import PATIENCE, overwrite

VERSION = "1.0"  # of the review file
RECEIPTS, OVERVIEW, EXPECTATIONS, ABOUT = "leveringen", "overzicht", "verwachtingen", "lmvw_beoordeling"
MAPPINGS = "kolomkoppelingen"  # of municipalities without the plugin, as their files were read last
RENEWED = "vernieuwd"  # plans that a newer delivery changed
_KINDS = {"int": "MEDIUMINT", "bool": "BOOLEAN", "str": "TEXT"}
_RECEIPT = {field.name: _KINDS[str(field.type).split(" | ")[0]] for field in fields(Receipt)}
_YES_NO = [name for name, kind in _RECEIPT.items() if kind == "BOOLEAN"]
_TEXTS = [name for name, kind in _RECEIPT.items() if kind == "TEXT"]
_OVERVIEW = {
    "gemeente_code": "TEXT", "gemeente_naam": "TEXT", "niveau": "TEXT", "uitleg": "TEXT", "levering": "MEDIUMINT", "keer": "MEDIUMINT",
    **{name: _RECEIPT[name] for name in o.FROM_RECEIPT}, **dict(zip(o.OF_REVIEW, ("MEDIUMINT", "MEDIUMINT", "MEDIUMINT", "BOOLEAN"), strict=True)),
}  # fmt: skip
_TABLES: Mapping[str, Mapping[str, str]] = {
    RECEIPTS: _RECEIPT, OVERVIEW: _OVERVIEW, EXPECTATIONS: dict.fromkeys(e.COLUMNS, "TEXT"),
    MAPPINGS: dict.fromkeys(("gemeente_code", "koppeling"), "TEXT"), RENEWED: {field.name: _KINDS[str(field.type)] for field in fields(Renewed)},
}  # fmt: skip
_LIST = "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?, 'attributes', ?)"
_MAKE_ABOUT = "CREATE TABLE lmvw_beoordeling (fid INTEGER PRIMARY KEY, versie TEXT, provincie TEXT, peildatum TEXT, stand TEXT)"
_ABOUT = "INSERT INTO lmvw_beoordeling (versie, provincie, peildatum, stand) VALUES (?, ?, ?, ?)"
_READ_ABOUT = "SELECT versie, provincie, peildatum, stand FROM lmvw_beoordeling"
_FIND = (
    "CREATE INDEX plannen_levering ON plannen (levering)",
    "CREATE INDEX vorige_plannen_levering ON vorige_plannen (levering)",
    "CREATE INDEX bevindingen_levering ON bevindingen (levering)",
    # A person changes these rows in QGIS, which knows nothing of the state.
    "CREATE TRIGGER verwachtingen_erbij AFTER INSERT ON verwachtingen BEGIN UPDATE lmvw_beoordeling SET stand = lower(hex(randomblob(16))); END",
    "CREATE TRIGGER verwachtingen_anders AFTER UPDATE ON verwachtingen BEGIN UPDATE lmvw_beoordeling SET stand = lower(hex(randomblob(16))); END",
    "CREATE TRIGGER verwachtingen_weg AFTER DELETE ON verwachtingen BEGIN UPDATE lmvw_beoordeling SET stand = lower(hex(randomblob(16))); END",
)
_TOUCH = "UPDATE lmvw_beoordeling SET stand = ?"
_READ_COMPLAINTS = "SELECT levering, regel, ernst, wie, melding FROM bevindingen WHERE regel GLOB 'V*' ORDER BY fid"
_REVIEWED = "UPDATE overzicht SET gezien = ?, gelabeld = ?, openstaand = ?, afgesloten = ? WHERE gemeente_code = ?"
_COUNTED = "SELECT levering, count(*) FROM plannen GROUP BY levering"


@dataclass(frozen=True, slots=True)
class About:
    """Which review this is. ``state``: another whenever somebody changed the file, so that no work is written over."""

    provincie: str
    peildatum: Peildatum
    state: str = ""

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"LMVW_beoordeling_{self.provincie.replace(' ', '_')}_{self.peildatum}.gpkg"


def about(path: Path) -> About:
    """What a review file is about.

    :raises LmvwError: when it is none, or a newer version of the plugin made it.
    """
    try:
        with looking(path) as database:
            version, provincie, peildatum, state = database.execute(_READ_ABOUT).fetchone() or ("",) * 4
    except (sqlite3.Error, OSError) as error:
        raise _other(path) from error
    if _number(version) > _number(VERSION):
        raise LmvwError(tr("‘{path}’ is gemaakt met een nieuwere versie van de plugin; werk de plugin bij.").format(path=path))
    return About(str(provincie), Peildatum.parse(str(peildatum)), str(state))


def _other(path: Path) -> LmvwError:
    return LmvwError(tr("‘{path}’ is geen beoordelingsbestand van deze plugin; kies een ander bestand, of een map.").format(path=path))


def _number(version: object) -> tuple[int, ...]:
    parts = str(version).split(".")
    return tuple(map(int, parts)) if all(part.isdecimal() for part in parts) else (0,)


def is_review_file(path: Path) -> bool:
    """It says that it is one, whatever it is called."""
    try:
        about(path)
    except LmvwError:
        return False
    return True


@contextmanager
def _written(path: Path) -> Iterator[sqlite3.Connection]:
    """A transaction in a review file of our own.

    :raises LmvwError: when it cannot be written.
    """
    try:
        with closing(sqlite3.connect(path)) as database, database:
            yield database
    except sqlite3.Error as error:
        raise not_written(reason_of(error)) from error


def not_written(reason: str) -> LmvwError:
    """What to say when the computer cannot write the review file."""
    words = tr("Het beoordelingsbestand kan niet geschreven worden ({reason}); maak ruimte vrij of kies een andere map.")
    return LmvwError(words.format(reason=reason))


def make(path: Path, what: About) -> None:
    """Put the tables in a new review file, with the expectations that every province begins with.

    :raises LmvwError: when it cannot be written.
    """
    with _written(path) as database:
        for name in _TABLES:
            _create(database, name)
        for statement in (_MAKE_ABOUT, *_FIND):
            database.execute(statement)
        database.execute(_ABOUT, (VERSION, what.provincie, str(what.peildatum), uuid.uuid4().hex))
        _fill(database, EXPECTATIONS, e.usual())


def _create(database: sqlite3.Connection, name: str) -> None:
    database.execute(f"CREATE TABLE {name} (fid INTEGER PRIMARY KEY, {', '.join(map(' '.join, _TABLES[name].items()))})")
    database.execute(_LIST, (name, name))


def bring_up(path: Path) -> None:
    """Give a review file of our own that an earlier version made the tables and columns that came since.

    :raises LmvwError: when it cannot be written.
    """
    with _written(path) as database:
        for table, columns in _TABLES.items():
            there = {name for _, name, *_ in database.execute(f"PRAGMA table_info({table})")}
            if not there:
                _create(database, table)
                continue
            for name in columns.keys() - there:
                database.execute(f"ALTER TABLE {table} ADD COLUMN {name} {columns[name]}")


@contextmanager
def read_in(path: Path) -> Iterator[sqlite3.Connection]:
    """A review file to read in; a file on a drive of the network may be gone for a moment.

    :raises LmvwError: when it cannot be read, or another program keeps it to itself.
    """
    try:
        with looking(path) as database:
            yield database
    except (sqlite3.Error, OSError) as error:
        said = tr("Beoordelingsbestand ‘{path}’ kan niet gelezen worden ({reason}); controleer of het er nog staat en lees opnieuw.")
        raise LmvwError(said.format(path=path, reason=reason_of(error))) from error


def receipts(path: Path) -> list[Receipt]:
    """Every file that came in, in that order.

    :raises LmvwError: as ``read_in``.
    """
    with read_in(path) as database:
        return receipts_in(database)


def receipts_in(database: sqlite3.Connection) -> list[Receipt]:
    """The same, of a review file that is open."""
    there = {name for _, name, *_ in database.execute(f"PRAGMA table_info({RECEIPTS})")}
    names = [name for name in _RECEIPT if name in there]  # an earlier version had fewer
    rows = [dict(zip(names, row, strict=True)) for row in database.execute(_select(RECEIPTS, names))]
    for row in rows:
        row |= {name: bool(row[name]) for name in _YES_NO if row.get(name) is not None}
        row |= {name: "" for name in _TEXTS if row.get(name) is None}
    return [Receipt(**row) for row in sorted(rows, key=lambda row: row["levering"])]


def tell_reviewed(database: sqlite3.Connection, reviewed: Mapping[str, o.Reviewed]) -> None:
    """Write in the overview how far the review of municipalities is; one of an earlier version has no place for it until deliveries are opened."""
    there = {name for _, name, *_ in database.execute(f"PRAGMA table_info({OVERVIEW})")}
    if there.issuperset(o.OF_REVIEW):
        database.executemany(_REVIEWED, [(*review.values, code) for code, review in reviewed.items()])


def expectations(path: Path) -> list[tuple[int, dict[str, object]]]:
    """The rows as they are, with their numbers.

    :raises LmvwError: as ``read_in``.
    """
    columns = ("fid", *e.COLUMNS)
    with read_in(path) as database:
        return [(row[0], dict(zip(e.COLUMNS, row[1:], strict=True))) for row in database.execute(_select(EXPECTATIONS, columns))]


def complaints(path: Path) -> dict[int, list[Finding]]:
    """By delivery, what was not as the province expects when it was opened.

    :raises LmvwError: as ``read_in``.
    """
    findings: dict[int, list[Finding]] = defaultdict(list)
    with read_in(path) as database:
        for levering, regel, ernst, wie, melding in database.execute(_READ_COMPLAINTS):
            findings[levering].append(Finding(regel, Ernst(ernst), melding, wie=Wie(wie)))
    return findings


def mappings(path: Path) -> dict[str, str]:
    """The documents by which files without the plugin were read, by municipality.

    :raises LmvwError: as ``read_in``.
    """
    with read_in(path) as database:
        return {row[0]: row[1] for row in database.execute(_select(MAPPINGS, ("gemeente_code", "koppeling")))}


def renewed(path: Path) -> list[Renewed]:
    """What newer deliveries made of plans; nothing in a file of an earlier version to which none came since.

    :raises LmvwError: as ``read_in``.
    """
    names = [field.name for field in fields(Renewed)]
    with read_in(path) as database:
        there = database.execute(f"PRAGMA table_info({RENEWED})").fetchall()
        return [Renewed(*row) for row in database.execute(_select(RENEWED, names))] if there else []


def keep(
    path: Path, kept: Sequence[Receipt], rows: Sequence[o.Row], documents: Mapping[str, str], came: Iterable[Renewed] = ()
) -> None:  # fmt: skip
    """Write receipts, overview and mappings in the place of what was there, as a new state of the file.

    :param came: what newer deliveries made of plans, to be added to what was known.
    :raises LmvwError: when it cannot be written, or a delivery has not the plans that its receipt tells.
    """
    with _written(path) as database:
        database.execute("DELETE FROM leveringen")
        _fill(database, RECEIPTS, ({name: getattr(receipt, name) for name in _RECEIPT} for receipt in kept))
        database.execute("DELETE FROM overzicht")
        _fill(database, OVERVIEW, map(_shown, rows))
        database.execute("DELETE FROM kolomkoppelingen")
        _fill(database, MAPPINGS, ({"gemeente_code": code, "koppeling": text} for code, text in sorted(documents.items())))
        _fill(database, RENEWED, map(asdict, came))
        database.execute(_TOUCH, (uuid.uuid4().hex,))
        there = dict(database.execute(_COUNTED).fetchall())
    if {receipt.levering: receipt.plannen for receipt in kept if receipt.is_current and receipt.plannen} != there:
        raise LmvwError(tr("Het beoordelingsbestand is niet goed geschreven: er ontbreken plannen; is de schijf vol?"))


def put_in_place(path: Path, copy: Path, what: About) -> None:
    """Make a review file what its changed copy is, in one transaction.

    :raises LmvwError: when somebody changed the file meanwhile, or it cannot be written.
    """
    try:
        overwrite(path, copy, PATIENCE, lambda database: require_state(database, what, path))
    except sqlite3.Error as error:
        raise not_written(reason_of(error)) from error


def require_state(database: sqlite3.Connection, what: About, path: Path) -> None:
    """Nobody changed the file since it was read.

    :raises LmvwError: when somebody did.
    """
    row = database.execute(_READ_ABOUT).fetchone()
    if row is None or row[3] != what.state:
        raise LmvwError(tr("In ‘{path}’ is intussen iets gewijzigd; er is niets toegevoegd. Open de leveringen opnieuw.").format(path=path))


def _shown(row: o.Row) -> dict[str, object]:
    told = {name: getattr(row.receipt, name) for name in o.FROM_RECEIPT} if row.receipt else {}
    own = {"gemeente_code": row.gemeente.code, "gemeente_naam": row.gemeente.name, "niveau": row.level.value, "uitleg": row.why}
    return {**own, "levering": row.receipt.levering if row.receipt else None, "keer": row.times, **told}


def _select(table: str, columns: Iterable[str]) -> str:
    return " ".join(("SELECT", ", ".join(columns), "FROM", table, "ORDER BY fid"))


def _fill(database: sqlite3.Connection, table: str, rows: Iterable[Mapping[str, object]]) -> None:
    columns = list(_TABLES[table])
    insert = " ".join(("INSERT INTO", table, f"({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"))
    database.executemany(insert, ([row.get(name) for name in columns] for row in rows))
