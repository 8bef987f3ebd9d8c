# SPDX-License-Identifier: GPL-2.0-or-later
"""The file in which packages are merged, while it grows: one transaction a package, so that a run that was stopped goes on where it was.

Until it is whole it has a name that no program takes for a GeoPackage. Rows are written by SQLite itself; the spatial index is made last.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import astuple, fields
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsField, QgsFields, QgsGeometry, QgsWkbTypes
from qgis.PyQt.QtCore import QMetaType

from ...core.basisset import fields as b
from ...core.basisset.peildatum import Peildatum
from ...core.errors import LmvwError, reason_of
from ...core.i18n import tr
from ...core.receiving.merged import COLUMNS, Origin
from ..files import let_go, staging
from ..geopackage import settle
from ..moment import address
from ..plan_layer.style import set_up_style
from ..planfile.making.layer import COLUMN_TYPES, opened, write_features
from ..planfile.making.styles import store_style

PACKAGES, ORIGIN = "pakketten", ("levering", "pakket")  # the table of packages; the columns that say of each plan where it came from
_KINDS = {"int": "MEDIUMINT", "bool": "BOOLEAN", "str": "TEXT"}
_COLUMNS = ", ".join(f"{field.name} {_KINDS[str(field.type).split(' | ')[0]]}" for field in fields(Origin))
_LIST = "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES (?, 'attributes', ?)"
_HEAD = struct.Struct("<2sBBi4d")  # a geometry with its envelope, little endian: GeoPackage 1.3, 2.1.3
_RD = 28992
_YES_NO = [field.name for field in fields(Origin) if str(field.type).startswith("bool")]
_EXTENT = """UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) =
  (SELECT min(minx), min(miny), max(maxx), max(maxy) FROM rtree_plannen_geom) WHERE table_name = 'plannen'"""


class Merged:
    """The file of one run, or of one that was stopped and had the same to do."""

    def __init__(self, path: Path, peildatum: Peildatum) -> None:
        self.path = path
        self.names = [*ORIGIN, *(field.column_at(peildatum) for field in b.COLUMNS)]
        self._peildatum = peildatum

    def begin(self, task: str) -> dict[str, int]:
        """Make it, or go on with it; returns the digest of each package that is in it already, with its number.

        :param task: what is to be done: one that was stopped while it did something else begins anew.
        :raises LmvwError: when it cannot be written, or somebody else is at it.
        """
        if self.path.exists() and self._task() != task:
            with _told(self.path):
                self.path.unlink()
        if not self.path.exists():
            self._make(task)
        with self._changed() as database:
            return dict(database.execute("SELECT sha256, levering FROM lmvw_klaar").fetchall())

    def remove(self, number: int) -> None:
        """Take out a package that is no longer to be in it.

        :raises LmvwError: when it cannot be written.
        """
        with self._changed() as database:
            for table in (b.LAYER, PACKAGES, "lmvw_klaar"):
                database.execute(f"DELETE FROM {table} WHERE levering = ?", (number,))  # nosec B608: names of our own

    def add(self, origin: Origin, sha256: str, rows: Sequence[Sequence[object]], shapes: Sequence[bytes | None]) -> None:
        """The plans of a package, and what is told of it, in one transaction.

        :param rows: of each plan the values of ``basisset.COLUMNS``.
        :raises LmvwError: when they cannot be written.
        """
        insert = f"INSERT INTO plannen (geom, {', '.join(map(_quoted, self.names))}) VALUES (?{', ?' * len(self.names)})"  # nosec B608: names of our own
        with self._changed() as database:
            told = ((_blob(wkb), origin.levering, origin.pakket, *row) for row, wkb in zip(rows, shapes, strict=True))
            database.executemany(insert, told)
            database.execute(f"INSERT INTO {PACKAGES} ({', '.join(COLUMNS)}) VALUES (?{', ?' * (len(COLUMNS) - 1)})", astuple(origin))  # nosec B608: names of our own
            database.execute("INSERT INTO lmvw_klaar (levering, sha256) VALUES (?, ?)", (origin.levering, sha256))
            there = database.execute("SELECT count(*), coalesce(sum(bruto_totaal), 0) FROM plannen WHERE levering = ?", (origin.levering,))
            bruto = [field.name for field in b.COLUMNS].index("bruto_totaal")
            if there.fetchone() != (len(rows), sum(row[bruto] or 0 for row in rows)):  # type: ignore[misc]  # a count is a number or None
                raise LmvwError(tr("Bestand ‘{path}’ is niet goed geschreven; is de schijf vol?").format(path=self.path.name))

    def origins(self) -> list[Origin]:
        """What is in it, by municipality.

        :raises LmvwError: when it cannot be read.
        """
        with self._changed() as database:
            rows = database.execute(f"SELECT {', '.join(COLUMNS)} FROM {PACKAGES} ORDER BY gemeente_naam, levering").fetchall()  # nosec B608: names of our own
        told = (dict(zip(COLUMNS, row, strict=True)) for row in rows)
        return [Origin(**row | {name: bool(row[name]) for name in _YES_NO if row[name] is not None}) for row in told]

    def plans(self) -> Iterator[tuple[object, ...]]:
        """Every plan without its polygon, in order."""
        answers = [index for index, field in enumerate(b.COLUMNS, start=len(ORIGIN)) if field.kind is b.Kind.YESNO]
        select = f"SELECT {', '.join(map(_quoted, self.names))} FROM plannen ORDER BY fid"  # nosec B608: names of our own
        with closing(sqlite3.connect(address(self.path, "mode=ro"), uri=True)) as database:
            for row in database.execute(select):
                values = list(row)
                for index in answers:
                    values[index] = None if values[index] is None else bool(values[index])
                yield tuple(values)

    def finish(self) -> None:
        """Make it a whole GeoPackage, with an index, and without what only the making needed.

        :raises LmvwError: when it cannot be written.
        """
        with self._changed() as database:
            database.execute("DROP TABLE lmvw_klaar")
            database.execute("DROP TABLE lmvw_taak")
        _ask(self.path, "SELECT CreateSpatialIndex('plannen', 'geom')")
        with self._changed() as database:
            database.execute(_EXTENT)
        settle(self.path)

    def _task(self) -> str:
        try:
            with closing(sqlite3.connect(address(self.path, "mode=ro"), uri=True)) as database:
                return str(database.execute("SELECT taak FROM lmvw_taak").fetchone()[0])
        except (sqlite3.Error, TypeError):  # stopped while it was made, or as it was finished
            return ""

    def _make(self, task: str) -> None:
        columns = QgsFields()
        kinds = (QMetaType.Type.Int, QMetaType.Type.QString, *(COLUMN_TYPES[field.kind] for field in b.COLUMNS))
        for name, kind in zip(self.names, kinds, strict=True):
            columns.append(QgsField(name, kind))
        with staging(self.path.parent) as folder:
            made = folder / "plannen.gpkg"
            write_features(made, b.LAYER, columns, QgsWkbTypes.Type.MultiPolygon, ())
            layer = opened(made, b.LAYER)
            set_up_style(layer)
            store_style(layer)
            del layer
            let_go()
            _ask(made, "SELECT DisableSpatialIndex('plannen', 'geom')")
            with _told(made), closing(sqlite3.connect(made)) as database, database:
                database.execute("PRAGMA journal_mode = DELETE")
                database.execute(f"CREATE TABLE {PACKAGES} (fid INTEGER PRIMARY KEY, {_COLUMNS})")
                database.execute(_LIST, (PACKAGES, PACKAGES))
                database.execute("CREATE TABLE lmvw_klaar (levering INTEGER PRIMARY KEY, sha256 TEXT)")
                database.execute("CREATE TABLE lmvw_taak (taak TEXT)")
                database.execute("CREATE INDEX plannen_levering ON plannen (levering)")
                database.execute("INSERT INTO lmvw_taak VALUES (?)", (task,))
            made.replace(self.path)

    @contextmanager
    def _changed(self) -> Iterator[sqlite3.Connection]:
        with _told(self.path), closing(sqlite3.connect(self.path)) as database:
            database.execute("PRAGMA secure_delete = ON")  # what is taken out is nobody's to read; not every SQLite does so by itself
            with database:
                yield database


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the computer refuses, as a sentence.

    :raises LmvwError: when it refuses.
    """
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        said = tr("Bestand ‘{path}’ kan niet geschreven worden ({reason}); controleer de map en de vrije ruimte.")
        raise LmvwError(said.format(path=path, reason=reason_of(error))) from error


def _ask(path: Path, question: str) -> None:
    """Have GDAL do what needs its own functions.

    :raises LmvwError: when it does not.
    """
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE, allowed_drivers=["GPKG"])
    answer = source.ExecuteSQL(question) if source is not None else None
    done = answer is not None and answer.GetNextFeature().GetField(0) == 1
    if answer is not None:
        source.ReleaseResultSet(answer)
    del answer, source
    if not done:
        raise LmvwError(tr("Bestand ‘{path}’ is niet goed geschreven; is de schijf vol?").format(path=path.name))


def _blob(wkb: bytes | None) -> bytes | None:
    """A polygon as a GeoPackage has it, with its box; always of several parts, as the layer says."""
    if not wkb:
        return None
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    if not geometry.isMultipart():
        geometry.convertToMultiType()
        wkb = geometry.asWkb().data()
    box = geometry.boundingBox()
    return _HEAD.pack(b"GP", 0, 3, _RD, box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum()) + wkb


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
