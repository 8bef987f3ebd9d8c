# SPDX-License-Identifier: GPL-2.0-or-later
"""The promises of an import, on real files that hypothesis makes up. Sources and plan file are read back with sqlite3 and openpyxl only."""

import html
import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from osgeo import ogr, osr

from lmvw_plugin.core.basisset import fields as b
from tests.conftest import Listener, left_in, square
from tests.core.test_import_balance import BELOW_ZERO, NOTHING, NUMBERS, ODD, Cell, measure
from tests.processing.test_real_formats import totals

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
SPEED = {"max_examples": 8, "deadline": None, "derandomize": True, "phases": [Phase.generate], "suppress_health_check": list(HealthCheck)}

# Column names of real files, and what they count. Years that do not fit the phasing of 2026 count in it, and stay for a person.
COLUMNS = {
    "Aantalrest": "bruto_totaal", "Totaal bruto": "bruto_totaal", "TOTREST": "bruto_totaal", "sloop": "sloop_totaal", "TE_SLOPEN": "sloop_totaal",
    "appartementen": "meergezins", "WTYPAPP": "meergezins", "grondgebonden": "eengezins", "WTYPONB": "woningtype_onbekend", "NULTR": "nultreden",
    "Betaalbare koop": "koop_betaalbaar", "koop_betaalbaar": "koop_betaalbaar", "overig": "prijs_overig", "bruto_2026": "bruto_jaar01",
    "Bruto 2027": "bruto_jaar02", "2028": "bruto_jaar03", "2036": "bruto_periode1", "2037-2040": "bruto_periode1", "sloop 2027": "sloop_jaar02",
    "OP202024": "fasering_bruto", "OPLONB": "fasering_bruto", "bruto 2030-2050": "fasering_bruto", "sloop 2019": "fasering_sloop",
}  # fmt: skip
NAMES = ("Havenkwartier", "Dijkzicht", "Molentocht", "Zeeheldenflats", "Oosterpoort", "Bloemenveld", "Kerkplein")
IN_A_CELL = ODD.filter(lambda cell: cell.raw not in ("#REF!", "１２") and not (isinstance(cell.raw, float) and not -1e9 < cell.raw < 1e9))
CELLS = st.one_of(NUMBERS, NUMBERS, NOTHING, BELOW_ZERO, IN_A_CELL)


def _of(kind):
    """Cells that fit a column of one type, as a database has."""
    fits = {"int": lambda raw: isinstance(raw, int) and not isinstance(raw, bool), "real": lambda raw: isinstance(raw, float),
            "text": lambda raw: isinstance(raw, str)}[kind]  # fmt: skip
    return CELLS.filter(lambda cell: cell.raw is None or fits(cell.raw))


@st.composite
def sources(draw):
    """Columns and rows of a GeoPackage, a worksheet, or both. No field comes from two columns, except the periods that are added up."""
    chosen = draw(st.lists(st.sampled_from(list(COLUMNS)), min_size=1, max_size=6, unique_by=lambda name: COLUMNS[name]))
    if "2036" in chosen:
        chosen.append("2037-2040")
    which = draw(st.sampled_from(("both", "both", "polygons", "sheet")))
    fuzzy = draw(st.booleans())
    in_sheet = {"polygons": [], "sheet": chosen}.get(
        which, [name for name in chosen if COLUMNS[name] == "bruto_periode1" or draw(st.booleans())]
    )
    made = {}
    if which != "sheet":
        kinds = {name: draw(st.sampled_from(("int", "real", "text"))) for name in chosen if name not in in_sheet}
        names = draw(st.permutations(NAMES))[: draw(st.integers(2, 5))] + ([draw(st.sampled_from((None, NAMES[0])))] if fuzzy else [])
        made["polygons"] = kinds, [{"naam": Cell(name)} | {column: draw(_of(kind)) for column, kind in kinds.items()} for name in names]
    if which != "polygons":
        names = draw(st.permutations(NAMES))[: draw(st.integers(2, 5))]
        rows = [{"Plannaam": Cell(name)} | {column: draw(CELLS) for column in in_sheet} for name in names]
        if fuzzy:
            rows.append({"Plannaam": Cell(draw(st.sampled_from((rows[0]["Plannaam"].raw, "havenkwartier"))))}
                        | {column: draw(NUMBERS) for column in in_sheet})  # fmt: skip
        made["sheet"] = in_sheet, rows
    return made


def turned(rows, column):
    """Demolition that is negative throughout is stored with the other sign. A text that is a number tells as much."""
    numbers = [cell.number for row in rows if (cell := row[column]).clear and cell.number]
    if "Plannaam" in rows[0]:
        numbers.append(sum(row[column].number for row in rows))  # of the row of totals
    return COLUMNS[column].startswith("sloop") and any(raw < 0 for raw in numbers) and all(raw <= 0 for raw in numbers)


def write(folder, made):
    """The files; returns the parameters of the import."""
    given_files = {}
    if "polygons" in made:
        kinds, rows = made["polygons"]
        rd = osr.SpatialReference()
        rd.ImportFromEPSG(28992)
        path = folder / "bron.gpkg"
        path.unlink(missing_ok=True)
        database = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        layer = database.CreateLayer("plannen", rd, ogr.wkbMultiPolygon)
        layer.CreateField(ogr.FieldDefn("naam", ogr.OFTString))
        for column, kind in kinds.items():
            layer.CreateField(ogr.FieldDefn(column, {"int": ogr.OFTInteger64, "real": ogr.OFTReal, "text": ogr.OFTString}[kind]))
        for number, row in enumerate(rows):
            feature = ogr.Feature(layer.GetLayerDefn())
            for column, cell in row.items():
                if cell.raw is not None:
                    feature.SetField(column, cell.raw)
            if number % 4 != 3:
                feature.SetGeometry(ogr.CreateGeometryFromWkt(square(number).asWkt()))
            layer.CreateFeature(feature)
        del feature, layer, database
        given_files["INPUT"] = str(path)
    if "sheet" in made:
        columns, rows = made["sheet"]
        book = openpyxl.Workbook()
        book.active.append(["Plannaam", *columns])
        for row in rows:
            book.active.append([row[column].raw for column in ("Plannaam", *columns)])
        book.active.append(["Totaal", *(sum(row[column].number for row in rows) for column in columns)])
        book.save(folder / "bron.xlsx")
        given_files["WORKBOOK"] = str(folder / "bron.xlsx")
    return given_files | SHARED


def source_totals(made):
    """The dwellings by measure, from the cells."""
    found = Counter()
    for columns, rows in made.values():
        for column in columns:
            sign = -1 if turned(rows, column) else 1
            found[measure(COLUMNS[column])] += sign * sum(row[column].number for row in rows)
    return {name: number for name, number in found.items() if number}


def stored(path):
    """Every plan of a plan file by its key, polygon included, without QGIS."""
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("SELECT * FROM plannen")
        names = [column[0] for column in found.description]
        plans = [dict(zip(names, row, strict=True)) for row in found]
    return {plan["plan_id"]: {name: value for name, value in plan.items() if name != "fid"} for plan in plans}


def dwellings(plans):
    found = Counter()
    for plan in plans.values():
        for field in b.COUNTS:
            found[measure(field.name)] += plan[field.name] or 0
    return found


def titles():
    return {field.name: field.label for field in b.COUNTS} | {
        "fasering_bruto": "Fasering van bruto",
        "fasering_sloop": "Fasering van sloop",
    }


@given(sources())
@settings(**SPEED)
def test_no_dwelling_is_lost_and_a_second_import_changes_nothing(run, refused, made):
    with TemporaryDirectory() as place:
        folder, target = Path(place), Path(place) / "p.gpkg"
        given_files = write(folder, made)
        result = run("importplans", **given_files, OUTPUT=str(target))
        plans, reported, expected = stored(target), totals(result), source_totals(made)
        there = dwellings(plans)
        for name, title in titles().items():
            source, kept, aside = reported.get(title, (0, 0, 0))
            assert source == expected.get(name, 0), name
            assert kept == there[name], name
            assert source == there[name] + aside, name
        text = html.unescape(Path(result["REPORT"]).read_text(encoding="utf-8"))
        for columns, rows in made.values():
            for column in columns:
                for row in rows:
                    name, cell = row.get("naam", row.get("Plannaam")).raw, row[column]
                    alone = name in NAMES[1:] and sum(row.get("Plannaam") == Cell(name) for row in rows) < 2  # others may wait, whole
                    if not cell.clear and alone:
                        assert f">{cell.text}</td>" in text, (column, cell)
                        (plan,) = [plan for plan in plans.values() if plan["plannaam"] == name]
                        assert plan.get(COLUMNS[column]) is None

        before = target.read_bytes()
        for more in ({}, {"MAPPING": result["MAPPING_USED"]}, {"DRY_RUN": True}):
            again = run("importplans", **given_files, **more, UPDATE=True, OUTPUT=str(target))
            assert (again["CHANGED"], again["NEW"], again["UNCHANGED"]) == (0, 0, len(plans))
            assert again["NOT_IMPORTED"] == result["NOT_IMPORTED"]
            assert target.read_bytes() == before
        run("importplans", **given_files, MAPPING=result["MAPPING_USED"], OUTPUT=str(folder / "q.gpkg"))
        bare = [
            [{k: v for k, v in plan.items() if k != "plan_id"} for plan in stored(path).values()] for path in (target, folder / "q.gpkg")
        ]
        assert bare[0] == bare[1]


@given(sources(), sources(), st.randoms(use_true_random=False))
@settings(**SPEED)
def test_exactly_what_is_ticked_changes_and_cancel_changes_nothing(run, refused, old, new, random):
    with TemporaryDirectory() as place:
        folder, target = Path(place), Path(place) / "p.gpkg"
        run("importplans", **write(folder, old), OUTPUT=str(target))
        given_files = write(folder, new)
        before, plans = target.read_bytes(), stored(target)
        shown = run("importplans", **given_files, DRY_RUN=True, OUTPUT=str(target))
        assert target.read_bytes() == before
        document = json.loads(Path(shown["CHANGES_FOUND"]).read_text(encoding="utf-8"))
        for row in document["wijzigingen"]:
            row["overnemen"] = random.random() < 0.5
        ticked = [row for row in document["wijzigingen"] if row["overnemen"]]
        (folder / "keuze.json").write_text(json.dumps(document), encoding="utf-8")
        beside = left_in(folder)

        listener = Listener(cancel_at=random.randrange(61 if ticked else 46))  # progress comes that far
        run("importplans", **given_files, CHANGES=str(folder / "keuze.json"), UPDATE=True, OUTPUT=str(target), feedback=listener)
        assert listener.isCanceled()
        assert target.read_bytes() == before
        assert left_in(folder) == beside

        result = run("importplans", **given_files, CHANGES=str(folder / "keuze.json"), UPDATE=True, OUTPUT=str(target))
        totals(result)  # also with what a person left aside every row adds up
        after = stored(target)
        assert plans.keys() <= after.keys()
        changed = Counter(
            (key, "polygoon" if name == "geom" else name) for key in plans for name in plans[key] if plans[key][name] != after[key][name]
        )
        assert changed == Counter((row["plan_id"], row["veld"]) for row in ticked if row["veld"] is not None)
        added = Counter(after[key]["plannaam"] or "" for key in after.keys() - plans.keys())
        assert added == Counter(row["plannaam"] for row in ticked if row["veld"] is None)
        assert (result["CHANGED"], result["NEW"]) == (len({key for key, _ in changed}), sum(added.values()))
        if not ticked:
            assert target.read_bytes() == before
