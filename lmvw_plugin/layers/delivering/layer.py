# SPDX-License-Identifier: GPL-2.0-or-later
"""The delivered GeoPackage: real years as column names, form, style and the meaning of every column and code inside.

It is always written new, from what is delivered only, and is the same to the byte for the same plans and moment.
"""

from __future__ import annotations

import re
import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsFillSymbol,
    QgsGeometry,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core import colours
from ...core.basisset import fields as b
from ...core.basisset.codelists import code_list, stays_home
from ...core.delivering import delivery as d
from ...core.errors import LmvwError, reason_of
from ...core.feedback import Feedback, watched
from ...core.i18n import tr
from ..geopackage import settle
from ..plan_layer.form import set_up_form
from ..plan_layer.style import set_up_style
from ..planfile import store as planfile
from ..planfile.making.layer import COLUMN_TYPES, write_features
from ..planfile.making.styles import store_style
from ..sources import rows, value

_NAME = next(index for index, field in enumerate(b.COLUMNS) if field.name == "plannaam")
_EXTENSION = "http://www.geopackage.org/spec121/#extension_schema"
_UUID = re.compile(r"\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}")
_CHANGE_COUNTERS = (24, 92)  # the counter and the copy that says it is valid, https://sqlite.org/fileformat.html 1.3
_SCHEMA = """
CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT,
  mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC,
  min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
"""


def columns_of(delivery: d.Delivery) -> tuple[str, ...]:
    """The columns of the delivered layer, with the real years."""
    return tuple(field.column_at(delivery.peildatum) for field in d.FIELDS)


def write_layer(path: Path, delivery: d.Delivery, geometries: Sequence[QgsGeometry], order: Iterable[int], moment: datetime) -> None:
    """Write the GeoPackage.

    :param order: the places of the rows, in order; lets the caller follow and stop.
    :raises LmvwError: when it cannot be written.
    """
    columns = QgsFields()
    for name, field in zip(columns_of(delivery), d.FIELDS, strict=True):
        columns.append(QgsField(name, COLUMN_TYPES[field.kind]))

    def features() -> Iterator[QgsFeature]:
        for index, row in zip(order, delivery.values(), strict=False):
            feature = QgsFeature(columns)
            feature.setAttributes(list(row))
            feature.setGeometry(geometries[index])
            yield feature

    write_features(path, b.LAYER, columns, QgsWkbTypes.Type.MultiPolygon, features())
    layer = planfile.open_layer(path)
    set_up_form(layer, delivery.peildatum, delivery.limits)
    layer.setFieldAlias(layer.fields().indexOf(d.ART_8.name), tr(d.ART_8.label))
    set_up_style(layer)
    _fix_profile_symbols(layer)
    store_style(layer)
    del layer
    settle(path)
    try:
        with closing(sqlite3.connect(path)) as database:
            _describe(database, delivery)
            _fix_moment(database, moment)
            database.commit()
            database.execute("VACUUM")
    except sqlite3.Error as error:
        raise LmvwError(
            tr("Het kaartbestand kan niet geschreven worden ({reason}); maak ruimte vrij of kies een andere map.").format(
                reason=reason_of(error)
            )
        ) from error


def _fix_profile_symbols(layer: QgsVectorLayer) -> None:
    """QGIS draws elevation profiles in a colour by chance; here it would make every delivery another file."""
    elevation = layer.elevationProperties()
    colour = {"color": colours.PROFILE}
    elevation.setProfileLineSymbol(QgsLineSymbol.createSimple(colour))
    elevation.setProfileFillSymbol(QgsFillSymbol.createSimple(colour))
    elevation.setProfileMarkerSymbol(QgsMarkerSymbol.createSimple(colour))


def _describe(database: sqlite3.Connection, delivery: d.Delivery) -> None:
    """GeoPackage's schema extension: titles, definitions and code lists, for every program that reads them."""
    database.executescript(_SCHEMA)
    tables = ("gpkg_data_columns", "gpkg_data_column_constraints")
    known = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "gpkg_extensions" not in known:
        database.execute("CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, "
                         "scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))")  # fmt: skip
    database.executemany(
        "INSERT INTO gpkg_extensions VALUES (?, NULL, 'gpkg_schema', ?, 'read-write')", [(table, _EXTENSION) for table in tables]
    )
    for field in d.FIELDS:
        codes = field.codes if field.codes in ("planstatus", "plantype") else None
        title, name = field.title_at(delivery.peildatum), field.column_at(delivery.peildatum)
        database.execute(
            "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, NULL, ?)", (b.LAYER, name, name, title, tr(field.definition), codes)
        )
    for name in ("planstatus", "plantype"):
        database.executemany(
            "INSERT INTO gpkg_data_column_constraints VALUES (?, 'enum', ?, NULL, NULL, NULL, NULL, ?)",
            [(name, code.code, code.label) for code in code_list(name).values() if not stays_home(code.code)],
        )


def _fix_moment(database: sqlite3.Connection, moment: datetime) -> None:
    """One moment for every time stamp, and names instead of chance where QGIS numbers symbols."""
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    database.execute("UPDATE gpkg_contents SET last_change = ?", (stamp,))
    database.execute("UPDATE layer_styles SET update_time = ?", (stamp,))
    for fid, qml, sld in database.execute("SELECT id, styleQML, styleSLD FROM layer_styles").fetchall():
        names: dict[str, str] = {}

        def fixed(match: re.Match[str], names: dict[str, str] = names) -> str:
            return names.setdefault(match[0], f"{{{uuid.uuid5(uuid.NAMESPACE_OID, str(len(names)))}}}")

        same = [_UUID.sub(fixed, text) if isinstance(text, str) else text for text in (qml, sld)]
        database.execute("UPDATE layer_styles SET styleQML = ?, styleSLD = ? WHERE id = ?", (*same, fid))


def verify_layer(path: Path, delivery: d.Delivery, geometries: Sequence[QgsGeometry], feedback: Feedback) -> None:
    """Read the layer back in a provider of its own: every value and every polygon is what was meant.

    :raises LmvwError: naming what differs.
    """
    layer = planfile.open_layer(path)
    if (crs := layer.crs().authid()) != b.CRS:
        raise LmvwError(
            tr("Het kaartbestand is niet goed geschreven: het coördinatenstelsel is ‘{found}’ en niet {meant}.").format(
                found=crs, meant=b.CRS
            )
        )
    if (count := layer.featureCount()) != len(delivery.rows):
        raise LmvwError(
            tr("Het kaartbestand is niet goed geschreven: er staan {found} plannen in, het moeten er {meant} zijn.").format(
                found=count, meant=len(delivery.rows)
            )
        )
    names = columns_of(delivery)
    counts = [index for index, field in enumerate(d.FIELDS) if field.kind is b.Kind.COUNT]
    sums, expected = [0] * len(names), [0] * len(names)
    found_rows = watched(rows(layer, names), len(delivery.rows), feedback)
    for number, ((feature, row), meant, geometry) in enumerate(zip(found_rows, delivery.values(), geometries, strict=True), start=1):
        read = tuple(value(row[name]) for name in names)
        if read != meant or feature.id() != number or feature.geometry().asWkb() != geometry.asWkb():
            raise LmvwError(tr("Het kaartbestand is niet goed geschreven: plan ‘{name}’ wijkt af.").format(name=meant[_NAME]))
        for index in counts:
            sums[index] += read[index] or 0
            expected[index] += meant[index] or 0
    if sums != expected:
        raise LmvwError(tr("Het kaartbestand is niet goed geschreven: de totalen wijken af."))
    del layer
    settle(path)
    _fix_change_counter(path)


def _fix_change_counter(path: Path) -> None:
    """SQLite counts how often a file was changed; that depends on when QGIS happened to write."""
    with path.open("r+b") as database:
        for offset in _CHANGE_COUNTERS:
            database.seek(offset)
            database.write((1).to_bytes(4, "big"))
