# SPDX-License-Identifier: GPL-2.0-or-later
"""Every delivery that was made of a plan file: when, with which profile, and each plan as it went. It never leaves the municipality.

What was delivered before and is the same is kept once: values and polygons stand by the digest of what they are.

A delivery is written before its package gets its name, together with where that package will be. Whoever is stopped in between leaves that behind,
and a package that is there, with the digest that it was to have, was delivered.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ....core.basisset.peildatum import Peildatum
from ....core.errors import LmvwError
from ....core.i18n import tr
from ...moment import digest
from ...stored.geometry import is_whole
from ..transaction import PATIENCE, all_or_nothing, rows_of, spare_plans, told

_CREATE = (
    "CREATE TABLE IF NOT EXISTS lmvw_levering (fid INTEGER PRIMARY KEY, peildatum TEXT, moment TEXT, gemeente_code TEXT, profiel TEXT,"
    " pakket TEXT, sha256 TEXT, deel BOOLEAN, plannen MEDIUMINT)",
    "CREATE TABLE IF NOT EXISTS lmvw_levering_plan (levering MEDIUMINT, plan_id TEXT, plannaam TEXT, klaar BOOLEAN, waarden BLOB, polygoon BLOB)",
    "CREATE TABLE IF NOT EXISTS lmvw_levering_inhoud (kenmerk BLOB PRIMARY KEY, inhoud BLOB) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS lmvw_levering_onderweg (levering INTEGER PRIMARY KEY, plek TEXT)",
    "CREATE INDEX IF NOT EXISTS lmvw_levering_van ON lmvw_levering_plan (levering)",
)
_ADD = "INSERT INTO lmvw_levering (peildatum, moment, gemeente_code, profiel, pakket, sha256, deel) VALUES (?, ?, ?, ?, ?, ?, ?)"
_ADD_PLAN = "INSERT INTO lmvw_levering_plan (levering, plan_id, plannaam, klaar, waarden, polygoon) VALUES (?, ?, ?, ?, ?, ?)"
_ADD_CONTENT = "INSERT OR IGNORE INTO lmvw_levering_inhoud (kenmerk, inhoud) VALUES (?, ?)"
_COUNT = "UPDATE lmvw_levering SET plannen = (SELECT count(*) FROM lmvw_levering_plan WHERE levering = ?) WHERE fid = ?"
_ADD_UNDER_WAY = "INSERT INTO lmvw_levering_onderweg (levering, plek) VALUES (?, ?)"
_UNDER_WAY = "SELECT fid, sha256, plek FROM lmvw_levering_onderweg JOIN lmvw_levering ON fid = levering"
_PLACED = "DELETE FROM lmvw_levering_onderweg WHERE levering = ?"
_TAKE_OUT = (
    _PLACED,
    "DELETE FROM lmvw_levering_plan WHERE levering = ?",
    "DELETE FROM lmvw_levering WHERE fid = ?",
)  # what it held in common with others stays
_READ = "SELECT peildatum, moment, gemeente_code, profiel, pakket, sha256, deel, plannen, fid FROM lmvw_levering ORDER BY fid"
_READ_PLANS = (
    "SELECT v.inhoud, p.inhoud FROM lmvw_levering_plan JOIN lmvw_levering_inhoud v ON v.kenmerk = waarden"
    " LEFT JOIN lmvw_levering_inhoud p ON p.kenmerk = polygoon WHERE levering = ? ORDER BY lmvw_levering_plan.rowid"
)
_FINISHED = (
    "SELECT DISTINCT plan_id, levering FROM lmvw_levering_plan JOIN lmvw_levering ON lmvw_levering.fid = levering"
    " WHERE klaar AND (? = '' OR peildatum < ?)"
)
_DIGEST = 16  # bytes


@dataclass(frozen=True, slots=True)
class Delivered:
    """One delivery.

    ``moment`` as ``jjjj-mm-ddTuu:mm:ss``, ``sha256`` of the package, ``deel`` when it was a part of the plans.
    ``key`` is its own in the plan file, 0 before it is kept.
    """

    peildatum: str
    moment: str
    gemeente_code: str
    profiel: str
    pakket: str
    sha256: str
    deel: bool = False
    plannen: int = 0
    key: int = 0


@dataclass(frozen=True, slots=True)
class DeliveredPlan:
    """A plan as it went: its values by column of the Basisset, without those that were empty, and its polygon as WKB."""

    values: Mapping[str, object]
    wkb: bytes | None

    @property
    def finished(self) -> bool:
        """It went as gerealiseerd or vervallen."""
        return self.values.get("gerealiseerd") is True or self.values.get("vervallen") is True


@contextmanager
def keeping(path: Path, delivered: Delivered, plans: Iterable[DeliveredPlan], package: Path | None = None) -> Iterator[None]:
    """Write a delivery, and keep it when what is done meanwhile succeeds; nobody else can write in the file so long.

    :param package: the package that is made meanwhile; nobody else makes one there. None when it is there already.
    :raises LmvwError: when it cannot be written, before anything else is done.
    """
    with told(path), closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as database:
        spare_plans(database)
        with all_or_nothing(database):
            key = _write(database, delivered, plans)
            _settle(database, package)
            if package is not None:
                database.execute(_ADD_UNDER_WAY, (key, str(package)))
        placed = False
        try:
            with all_or_nothing(database):
                database.execute(_PLACED, (key,))
                yield
                placed = True
        except BaseException as error:
            if placed and package is not None and isinstance(error, sqlite3.Error):
                return  # the package is there, and tells whoever looks
            with suppress(sqlite3.Error), all_or_nothing(database):
                _take_out(database, key)
            raise


def _settle(database: sqlite3.Connection, package: Path | None) -> None:
    """Runs that were stopped: who placed a package did, and who was to place one where we are, did not."""
    for key, sha256, where in database.execute(_UNDER_WAY).fetchall():
        if _is_there(where, sha256):
            database.execute(_PLACED, (key,))
        elif where == str(package):
            _take_out(database, key)


def _take_out(database: sqlite3.Connection, key: int) -> None:
    for statement in _TAKE_OUT:
        database.execute(statement, (key,))


def _is_there(where: str, sha256: str) -> bool:
    try:
        return digest(Path(where)) == sha256
    except OSError:
        return False


def _write(database: sqlite3.Connection, delivered: Delivered, plans: Iterable[DeliveredPlan]) -> int:
    for statement in _CREATE:
        database.execute(statement)
    about = (
        delivered.peildatum,
        delivered.moment,
        delivered.gemeente_code,
        delivered.profiel,
        delivered.pakket,
        delivered.sha256,
        delivered.deel,
    )
    key = int(database.execute(_ADD, about).lastrowid or 0)
    for plan in plans:
        values = json.dumps(dict(plan.values), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "surrogatepass")
        kept = _content(database, values), None if plan.wkb is None else _content(database, plan.wkb)
        database.execute(_ADD_PLAN, (key, plan.values.get("plan_id"), plan.values.get("plannaam"), plan.finished, *kept))
    database.execute(_COUNT, (key, key))
    return key


def _content(database: sqlite3.Connection, content: bytes) -> bytes:
    """Keep what is not there yet; returns what it is known by."""
    mark = hashlib.blake2b(content, digest_size=_DIGEST).digest()
    if not database.execute("SELECT 1 FROM lmvw_levering_inhoud WHERE kenmerk = ?", (mark,)).fetchone():
        database.execute(_ADD_CONTENT, (mark, zlib.compress(content)))
    return mark


def read(path: Path) -> list[Delivered]:
    """Every delivery that was placed, the first one first; none in a file that keeps none.

    :raises LmvwError: when another program keeps the file to itself.
    """
    lost = _lost(path)
    return [delivered for row in rows_of(path, _READ) if (delivered := Delivered(*row)).key not in lost]


def interrupted(path: Path) -> list[tuple[Delivered, Path]]:
    """Deliveries that were begun after the last one that was placed, and of which the package is not where it was to be.

    :raises LmvwError: when another program keeps the file to itself.
    """
    lost, last = _lost(path), max((delivered.key for delivered in read(path)), default=0)
    every = [Delivered(*row) for row in rows_of(path, _READ)] if lost else []
    return [(delivered, lost[delivered.key]) for delivered in every if delivered.key in lost and delivered.key > last]


def _lost(path: Path) -> dict[int, Path]:
    """By key, deliveries that were begun and not placed, as far as anybody can see, with where their package was to be."""
    return {key: Path(where) for key, sha256, where in rows_of(path, _UNDER_WAY) if not _is_there(where, sha256)}


def plans_of(path: Path, delivered: Delivered) -> list[DeliveredPlan]:
    """The plans of a delivery, in the order in which they went.

    :raises LmvwError: when another program keeps the file to itself, or they are kept as this version of the plugin does not know.
    """
    rows = rows_of(path, _READ_PLANS, (delivered.key,))
    try:
        drawn = [_plain(wkb) if wkb else b"" for _, wkb in rows]
        return [
            DeliveredPlan(dict(json.loads(_plain(values))), wkb if is_whole(wkb) else None)
            for (values, _), wkb in zip(rows, drawn, strict=True)
        ]
    except (zlib.error, ValueError, TypeError) as error:
        raise LmvwError(
            tr("Wat planbestand ‘{name}’ van de levering van {day} bewaart is beschadigd of van een nieuwere versie van de plugin. "
               "Werk de plugin bij, of kies het pakket van die levering als vorige levering.").format(
                name=path.name, day=Peildatum.parse(delivered.peildatum).words)
        ) from error  # fmt: skip


def _plain(content: bytes) -> bytes:
    return zlib.decompress(content)


def finished(path: Path, before: str = "") -> frozenset[str]:
    """The plans that were delivered as gerealiseerd or vervallen, by ``plan_id``; none in a file that keeps no delivery.

    :param before: only for an earlier peildatum than this one (``jjjj-mm-dd``).
    :raises LmvwError: when another program keeps the file to itself.
    """
    lost = _lost(path)
    return frozenset(str(plan_id) for plan_id, key in rows_of(path, _FINISHED, (before, before)) if plan_id and key not in lost)
