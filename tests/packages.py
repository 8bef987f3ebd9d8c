# SPDX-License-Identifier: GPL-2.0-or-later
"""Packages as municipalities send them, and as others would damage or forge them."""

import hashlib
import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import datetime
from io import BytesIO

from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.core.delivering.delivery import make_delivery
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.importing.mapping import document
from lmvw_plugin.core.importing.mapping.column import ColumnMapping
from lmvw_plugin.core.importing.mapping.plan import POLYGONEN, PlanMapping
from lmvw_plugin.core.reporting.check import Subject
from lmvw_plugin.layers.workbook.openpyxl_alone import load_workbook
from tests.conftest import PEILDATUM, consistent_plan, polygon_layer, square

OTHER = gemeente("GM0396")


def of(place, name, **changes):
    return consistent_plan(
        **{"plannaam": name, "gemeente_code": place.code, "gemeente_naam": place.name, "plannummer": name[:3], **changes}
    )


def place_of(number):
    return square(300 + number, 91.3)


def sent(base, plans, place, aggregates=None, folder="in", peildatum=PEILDATUM, moment=datetime(2026, 4, 1), at=0):
    """A package of a municipality in a folder of ``base``.

    :param at: the place of the first polygon.
    """
    from lmvw_plugin.layers.delivering import package  # as the test's search for leaks has it

    placed = [{**plan, "plan_id": f"{place.code[2:]}1111-0000-4000-8000-{n:012}"} for n, plan in enumerate(plans)]
    known = repr((plans, place.code, aggregates, str(peildatum), moment, at))
    if known not in _MADE:
        delivery = make_delivery(placed, place, peildatum, aggregates=aggregates)
        (base / "maken").mkdir(exist_ok=True)
        shapes = [place_of(at + n) for n in range(len(plans))]
        made = package.write_package(base / "maken", delivery, shapes, [], Subject(peildatum, place, "x"), Silent(), moment=moment)
        _MADE[known] = made.archive.name, made.archive.read_bytes()
    name, content = _MADE[known]
    (base / folder).mkdir(exist_ok=True)
    (base / folder / name).write_bytes(content)
    return base / folder / name


_MADE = {}  # every package that was made, by what it was made of: the same plans at the same moment give the same bytes


def changed(path):
    with zipfile.ZipFile(path) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in held.items():
            packed.writestr(name, content + b" " if name == "LEESMIJ.txt" else content)


def with_a_stranger(path):
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("erbij.txt", "x")


def remade(path, gpkg=None, more=None, **said):
    """The package as somebody else would make it: other words in its manifest, other files, and each digest right."""
    with zipfile.ZipFile(path) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
    if gpkg:
        file = path.with_suffix(".tmp")
        file.write_bytes(held["plannen.gpkg"])
        with closing(sqlite3.connect(file)) as database, database:
            for trigger in [one for (one,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
                database.execute(f'DROP TRIGGER "{trigger}"')
            database.execute(gpkg)
        held["plannen.gpkg"] = file.read_bytes()
        file.unlink()
    held |= more or {}
    manifest = json.loads(held.pop("manifest.json"))
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in held.items()}
    held["manifest.json"] = json.dumps({**manifest, "sha256": digests, **said}).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in held.items():
            packed.writestr(name, content)


_LATER_IN_MANIFEST = ("kleine_plannen_akkoord", "waarschuwingen_geaccepteerd", "eigen_maatstaf", "planbestand_sha256", "niet_meegeleverd")


def of_an_older_version(path, *without, schema="0.9"):
    """The package as a version of the plugin made it that did not have these columns yet: they are in none of its files."""
    with zipfile.ZipFile(path) as packed:
        book = load_workbook(BytesIO(packed.read("plannen.xlsx")))
        manifest = json.loads(packed.read("manifest.json"))
    for column in without:
        remade(path, f"ALTER TABLE plannen DROP COLUMN {column}")
        sheet = book["Plannen"]
        (at,) = {cell.column for row in sheet.iter_rows() for cell in row if cell.value == column}
        sheet.delete_cols(at)
    written = BytesIO()
    book.save(written)
    remade(path, more={"plannen.xlsx": written.getvalue()})
    with zipfile.ZipFile(path) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
    said = {name: value for name, value in json.loads(held["manifest.json"]).items() if name not in _LATER_IN_MANIFEST}
    totals = {name: count for name, count in manifest["totalen"].items() if name not in without}
    held["manifest.json"] = json.dumps({**said, "schema_versie": schema, "plugin_versie": "0.0.9", "totalen": totals}).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in held.items():
            packed.writestr(name, content)


def with_a_stream_that_is_none(path):
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as packed:
        first = packed.infolist()[0]
    content[first.header_offset + 30 + len(first.filename)] = 7  # a last block of a kind that deflate does not know
    path.write_bytes(content)


def nested(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("manifest.json", "[" * 200_000)


def with_counts_as_text(path):
    """As a delivery that another program made: a column of text where there is a column of counts."""
    remade(path, "ALTER TABLE plannen RENAME COLUMN bruto_totaal TO was")
    remade(path, "ALTER TABLE plannen ADD COLUMN bruto_totaal TEXT DEFAULT '12'")


def with_a_database_that_is_broken(path):
    with zipfile.ZipFile(path) as packed:
        content = bytearray(packed.read("plannen.gpkg"))
    for page in range(2, len(content) // 4096, 2):
        content[page * 4096 : page * 4096 + 4096] = b"\5" * 4096
    remade(path, more={"plannen.gpkg": bytes(content)})


def by_hand(path, names):
    """A delivery as somebody made it by hand: a layer of which nothing tells which column has the names, and beside it the mapping that does."""
    layer = polygon_layer([{"omschr": name, "won": 20} for name in names])
    options = QgsVectorFileWriter.SaveVectorOptions()
    assert QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)[0] == 0
    mapping = path.with_suffix(".json")
    wanted = PlanMapping({POLYGONEN: "omschr"}, {"bruto_totaal": ColumnMapping(POLYGONEN, "won")})
    mapping.write_text(document.to_json(wanted, {POLYGONEN: ["omschr", "won"]}), encoding="utf-8")
    return path, mapping
