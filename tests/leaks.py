# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks for the names of plans that stay at home in everything that a package holds: files, zips in it, cells and freed pages."""

import html
import io
import json
import sqlite3
import zipfile
from contextlib import closing, suppress
from pathlib import Path

from lmvw_plugin.layers.moment import address


def contents(data, name=""):
    """Every file of a package with its place, zips opened, and each cell of a database."""
    yield name, data
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for inner in packed.namelist():
                yield f"{name}/{inner}", inner.encode()
                yield from contents(packed.read(inner), f"{name}/{inner}")


def cells(path):
    """Every text in every table of a GeoPackage."""
    with closing(sqlite3.connect(address(path, "mode=ro"), uri=True)) as database:
        for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            with suppress(sqlite3.OperationalError):  # tables of GDAL's own index
                for row in database.execute(f'SELECT * FROM "{table}"'):
                    yield from ((f"{path.name}:{table}", str(value).encode()) for value in row if isinstance(value, str))


def forms(name):
    """A name as files may write it."""
    texts = {name, name.strip(), html.escape(name), json.dumps(name)[1:-1], json.dumps(name, ensure_ascii=False)[1:-1]}
    return {text.encode(code) for text in texts for code in ("utf-8", "utf-16-le") if text}


def found(package, names):
    """(place, name) of each name that the package holds."""
    pieces = list(contents(Path(package.archive).read_bytes(), "zip")) + list(cells(package.file("plannen.gpkg")))
    return [(where, name) for name in names for where, data in pieces if any(form in data for form in forms(name))]
