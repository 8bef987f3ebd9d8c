# SPDX-License-Identifier: GPL-2.0-or-later
"""Title, definition and source of every column inside the GeoPackage (its extension "schema").

QGIS shows them as tooltip of the labels in form and table, from GDAL 3.7 on; other programs read them as well.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from ....core.basisset import fields as b
from ....core.basisset.codelists import code_list
from ....core.basisset.peildatum import Peildatum
from ....core.basisset.prices.limits import PriceLimits
from ....core.errors import LmvwError, reason_of
from ....core.i18n import tr

_EXTENSION = "http://www.geopackage.org/spec121/#extension_schema"
_TABLES = (
    "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,"
    " scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
    "CREATE TABLE IF NOT EXISTS gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT,"
    " description TEXT, mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),"
    " CONSTRAINT gdc_tn UNIQUE (table_name, name))",
    "CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT,"
    " min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,"
    " CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))",
)


def column_texts(peildatum: Peildatum, limits: PriceLimits) -> dict[str, tuple[str, str]]:
    """The title and the text of each column of a plan file."""
    return {field.name: (field.title_at(peildatum), _text_of(field, peildatum, limits)) for field in b.PLAN_FILE_COLUMNS}


def _text_of(field: b.Field, peildatum: Peildatum, limits: PriceLimits) -> str:
    """Definition, limit of the price segment, source, and what each code means: all that the form has no room for."""
    limit = f" {limits.text(field.limit, peildatum.year)}" if field.limit else ""
    codes = code_list(field.codes).values() if field.codes in ("planstatus", "plantype") else ()
    meant = [f"{code.code if field.codes == 'planstatus' else code.label}: {code.definition}" for code in codes]
    return "\n".join([f"{field.definition}{limit} ({field.source})", *meant])


def describe_columns(path: Path, texts: Mapping[str, tuple[str, str]]) -> None:
    """Write the texts into the GeoPackage.

    :raises LmvwError: when it cannot be written.
    """
    extensions = [(table, None, "gpkg_schema", _EXTENSION, "read-write") for table in ("gpkg_data_columns", "gpkg_data_column_constraints")]
    rows = [(b.LAYER, column, title, description) for column, (title, description) in texts.items()]
    try:
        with closing(sqlite3.connect(path)) as database, database:
            for table in _TABLES:
                database.execute(table)
            database.executemany("INSERT OR IGNORE INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)", extensions)
            database.executemany(
                "INSERT OR REPLACE INTO gpkg_data_columns (table_name, column_name, title, description) VALUES (?, ?, ?, ?)", rows
            )
    except sqlite3.DatabaseError as error:
        raise LmvwError(
            tr("De toelichting bij de kolommen kan niet worden opgeslagen ({reason}).").format(reason=reason_of(error))
        ) from error
