# SPDX-License-Identifier: GPL-2.0-or-later
"""The check of plan names from end to end, on layers and worksheets together."""

from __future__ import annotations

import html
import random
import re
import string
import tracemalloc
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from lmvw_plugin.core.names.between import match_names
from lmvw_plugin.layers.names import in_layers as layer_names
from lmvw_plugin.layers.workbook.reader import name_source, read_table
from lmvw_plugin.processing.checkplannames import CheckPlanNames

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "plannen"


class Told(QgsProcessingFeedback):
    """Keeps what the user would read."""

    def __init__(self) -> None:
        super().__init__(False)
        self.lines: list[str] = []

    def pushInfo(self, info: str) -> None:  # noqa: N802  # QGIS's name
        self.lines.append(info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802  # QGIS's name
        self.lines.append(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803  # QGIS's names
        self.lines.append(error)


def run(algorithm: Any = CheckPlanNames, **parameters: Any) -> tuple[dict[str, Any], list[dict[str, Any]], list[str]]:
    """Results, findings as dictionaries, and what was told."""
    made = algorithm().create()
    context, told = QgsProcessingContext(), Told()
    context.setProject(QgsProject.instance())
    parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
    accepted, reason = made.checkParameterValues(parameters, context)
    if not accepted:
        return {}, [], [reason]
    results, ok = made.run(parameters, context, told)
    if not ok:
        return {}, [], told.lines
    layer = context.getMapLayer(results["OUTPUT"]) if results.get("OUTPUT") else None
    findings = [dict(zip(feature.fields().names(), feature.attributes(), strict=True)) for feature in layer.getFeatures()] if layer else []
    return results, findings, told.lines


def polygons(names: list[str | None], column: str = "plannaam", shift: float = 0.0) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"MultiPolygon?crs=EPSG:28992&field={column}:string&field=plan_id:string", "plannen", "memory")
    features = []
    for i, name in enumerate(names):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name, f"id-{i}"])
        x = 105000 + 200 * i + shift
        feature.setGeometry(QgsGeometry.fromWkt(f"MultiPolygon((({x} 500000,{x + 100} 500000,{x + 100} 500100,{x} 500100,{x} 500000)))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def workbook(path: Path, names: list[object], header: str = "Naam plan") -> str:
    book = openpyxl.Workbook()
    book.active.title = "Plannen"
    book.active.append(["Overzicht"])
    book.active.append([header, "bruto"])
    for name in names:
        book.active.append([name, 1])
    book.save(path)
    return str(path)


def test_equal_names_give_nothing(tmp_path: Path) -> None:
    results, findings, lines = run(INPUT=polygons(["De Hoef", "Plan 12"]), WORKBOOK=workbook(tmp_path / "a.xlsx", ["Plan 12", "De Hoef"]))
    assert findings == []
    assert (results["PLANS"], results["ERRORS"], results["WARNINGS"]) == (2, 0, 0)
    assert any("koprij 2, naamkolom ‘Naam plan’" in line for line in lines)


def test_findings_say_where_why_and_what(tmp_path: Path) -> None:
    results, findings, _ = run(
        INPUT=polygons(["De Hoef", "Plan 12", "007"]), WORKBOOK=workbook(tmp_path / "a.xlsx", ["De Hoef ", "Plan 13", 7])
    )
    by_rule = {rule: [finding for finding in findings if finding["regel"] == rule] for rule in ("N1", "N2", "N3", "N4")}
    assert [len(found) for found in by_rule.values()] == [0, 2, 2, 1]
    space = by_rule["N3"][0]
    assert (space["plannaam"], space["plan_id"], space["veld"], space["waarde"], space["voorstel"]) == (
        "De Hoef",
        "id-0",
        "plannaam",
        "De Hoef ",
        "De Hoef",
    )
    assert "nr. 1" in space["melding"] and "rij 3" in space["melding"] and "a.xlsx" in space["melding"]
    assert by_rule["N3"][1]["voorstel"] == "007"
    assert results["ERRORS"] == 4 and results["WARNINGS"] == 3  # a space, and a bare number on either side


def test_any_number_of_sources_in_one_run(tmp_path: Path) -> None:
    layer = polygons(["De Hoef"])
    other = polygons(["De  Hoef"], column="NAAMPLAN")
    QgsProject.instance().addMapLayer(other)
    (tmp_path / "c.csv").write_text("plannaam;bruto\nde hoef;1\n", encoding="utf-8")
    more = [other.id(), str(tmp_path / "c.csv"), workbook(tmp_path / "b.xlsx", ["De–Hoef"]) + "|layername=Plannen"]
    _, findings, _ = run(INPUT=layer, WORKBOOK=workbook(tmp_path / "a.xlsx", ["De Hoef"]), SOURCES=more)
    QgsProject.instance().removeMapLayer(other.id())
    near = [finding["melding"] for finding in findings if finding["regel"] == "N3"]
    assert len(near) == 3
    assert (
        any("dubbele spatie" in text for text in near)
        and any("hoofdletters" in text for text in near)
        and any("b.xlsx" in text for text in near)
    )


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"WORKBOOK": "/weg/a.xlsx"}, "bestaat niet"),
        ({"INPUT_COLUMN": "bestaat_niet"}, "geen kolom ‘bestaat_niet’"),
        ({"SOURCES": ["/weg/b.csv"]}, "bestaat niet"),
    ],
)
def test_mistakes_are_told_before_the_start(parameters: dict[str, Any], words: str) -> None:
    _, _, lines = run(INPUT=polygons(["De Hoef"]), **parameters)
    assert words in " ".join(lines)


def test_a_sheet_or_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ["De Hoef"])
    assert "kies een van: ‘Plannen’" in " ".join(run(INPUT=polygons(["x"]), WORKBOOK=path, SHEET="Blad9")[2])
    assert "geen kolom ‘zzz’" in " ".join(run(INPUT=polygons(["x"]), WORKBOOK=path, NAME_COLUMN="zzz")[2])


def test_a_sheet_without_plan_names_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    lines = run(INPUT=polygons(["x"]), WORKBOOK=workbook(tmp_path / "a.xlsx", ["De Hoef"], header="status"))[2]
    assert "heeft geen kolom met plannamen; kies zelf de naamkolom uit: status, bruto" in " ".join(lines)


def sheets(path: Path, **named: list[object]) -> str:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, names in named.items():
        sheet = book.create_sheet(title)
        sheet.append(["plannaam", "omschrijving"])
        for name in names:
            sheet.append([name, f"Omgeving van {name}"])
    book.save(path)
    return str(path)


@pytest.mark.parametrize("order", [("Vervallen", "Actueel", "Vorig"), ("Actueel", "Vervallen", "Vorig"), ("Vorig", "Vervallen", "Actueel")])
def test_the_sheet_is_the_one_that_has_the_names_of_the_layer(tmp_path: Path, order: tuple[str, ...]) -> None:
    """Not the first that has a column of plan names: that may be of the plans that were dropped."""
    content: dict[str, list[object]] = {
        "Vervallen": ["Oude Kade"], "Vorig": ["De Hoef", "Weg"], "Actueel": ["De Hoef", "Kerkweg ", "Molen"]
    }  # fmt: skip
    path = sheets(tmp_path / "a.xlsx", **{title: content[title] for title in order})
    results, findings, lines = run(INPUT=polygons(["De Hoef", "Kerkweg", "Molen"]), WORKBOOK=path)
    assert any("Blad ‘Actueel’" in line for line in lines)
    assert (results["ERRORS"], {finding["regel"] for finding in findings}) == (1, {"N3", "N4"})
    if order[0] != "Actueel":
        assert any("Blad ‘Actueel’ is gekozen, want daar staan 3 van de 3 namen van de laag" in line for line in lines)
    _, findings, _ = run(INPUT=polygons(["De Hoef", "Kerkweg", "Molen"]), WORKBOOK=path, SHEET="Vervallen")
    assert {finding["regel"] for finding in findings} == {"N2"}  # what a person chose is taken


def test_the_report_counts_a_name_that_is_not_there_apart_from_a_mistake(tmp_path: Path) -> None:
    report = tmp_path / "namen.html"
    path = sheets(tmp_path / "a.xlsx", Plannen=["De Hoef "])
    results, _, _ = run(INPUT=polygons(["De Hoef", None]), WORKBOOK=path, REPORT=str(report))
    assert (results["ERRORS"], results["UNANSWERED"]) == (2, 1)
    shown = html.unescape(re.sub(r"<[^>]+>", " ", report.read_text(encoding="utf-8")))
    assert "Plannen: 2; fouten: 1; nog in te vullen: 1; waarschuwingen: 1." in shown


def test_the_report_tells_everything_and_hostile_names_do_not_break_it(tmp_path: Path) -> None:
    names = ["De Hoef", "<b>Vet</b> & 'zo'", "59", "n.v.t.", "Kerk\u200bplein"]
    path = sheets(tmp_path / "a.xlsx", Plannen=["De Hoef ", "<b>Vet</b> & 'zo'", "59", "Kerkplein"])
    report = tmp_path / "namen.html"
    results, findings, _ = run(INPUT=polygons(list(names)), WORKBOOK=path, REPORT=str(report))
    assert results["REPORT"] == str(report)
    text = report.read_text(encoding="utf-8")
    assert "<b>Vet" not in text
    shown = html.unescape(re.sub(r"<[^>]+>", " ", text))
    for finding in findings:
        assert finding["melding"] in shown
    assert "\u200b" not in text
    assert "Nog niet alle plannamen zijn gelijk." in shown
    (bare,) = [finding for finding in findings if finding["waarde"] == "59" and finding["plan_id"]]
    assert (bare["regel"], bare["voorstel"]) == ("N5", "Omgeving van 59")


def test_a_column_of_notes_is_refused_as_name_column(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["plannaam", "opmerking"])
    for number in range(20):
        book.active.append([f"Kerkweg {number}", f"{number} " + "een lange opmerking over het plan " * 8])
    book.save(path)
    lines = run(INPUT=polygons([f"Kerkweg {number}" for number in range(20)]), WORKBOOK=str(path), NAME_COLUMN="opmerking")[2]
    assert "lange teksten in plaats van plannamen (20 van de 20); kies een andere naamkolom" in " ".join(lines)


def test_a_new_name_on_an_unmoved_polygon_is_found() -> None:
    previous = polygons(["De Hoef", "Kerkplein", "Blijft", "Verplaatst"])
    current = polygons(["De Hoeve", "Marktplein", "Blijft"], shift=5)
    results, findings, _ = run(INPUT=current, PREVIOUS=previous)
    assert [(finding["waarde"], finding["voorstel"]) for finding in findings] == [("De Hoeve", "De Hoef"), ("Marktplein", "Kerkplein")]
    assert results["WARNINGS"] == 2 and results["ERRORS"] == 0


def test_heemskerk_2017_against_2020() -> None:
    """The registries that are three years apart: the renamed plans are found through their polygon."""
    old, new = DATA / "heemskerk_2017.shp", DATA / "heemskerk_2020.gpkg"
    if not old.exists():
        pytest.skip("../shared/data is er niet")
    _, findings, lines = run(INPUT=str(new), PREVIOUS=str(old))
    found = {finding["voorstel"]: finding["waarde"] for finding in findings if "niet verplaatst" in finding["melding"]}
    assert any("NAAMPLAN" in line for line in lines)
    assert found == {
        "Slotheerenbuurt (S,van Haerlemstr./Jan van Polanenstr.": "S. van Haerlemstraat (Slotheeren)",
        "Park Assumburg": "Assumerhof",
        "Bachstraat (vm. raadhuis)": "Bachstraat (oude raadhuis)",
        "locatie Blijf vrouwenopvang": "Bilderdijkstraat (tijdelijke woningen)",
        "Jan van Kuikweg": "Jan van Kuikweg 18",
        "stationsgebied": "Euratomplein (stationsgebied)",
        "Rijksstraatweg": "Rijksstraatweg 15 (Tiny Houses)",
        "langs de Jan": "Winterkoning (Langs de Jan II)",
        "locatie vml. Multimate": "M. van Heemskerkstraat (Multimate)",
    }


@given(
    names=st.lists(
        st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), min_size=1, max_size=20).filter(
            lambda name: not name.startswith("=")
        ),
        min_size=1,
        max_size=6,
        unique=True,
    )
)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_names_survive_geopackage_workbook_and_csv(names: list[str], tmp_path: Path) -> None:
    """The same names, written to each format, match themselves in every combination."""
    path = tmp_path / "a.gpkg"
    path.unlink(missing_ok=True)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "plannen"
    QgsVectorFileWriter.writeAsVectorFormatV3(polygons(list(names)), str(path), QgsProject.instance().transformContext(), options)
    layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    own = layer_names.names_of(layer, "plannen", "plannaam", QgsProcessingFeedback())
    assert sorted(str(entry.name) for entry in own.entries) == sorted(names)
    sheet = name_source(read_table(Path(workbook(tmp_path / "a.xlsx", list(names)))))
    assert [finding.melding for finding in match_names(own, sheet)] == []
    assert [finding.melding for finding in match_names(sheet, own)] == []


@pytest.mark.parametrize(("cells", "most"), [(1, 60), (10, 120)])
def test_a_cell_of_32000_letters_takes_little_memory_from_end_to_end(tmp_path: Path, cells: int, most: int) -> None:
    """One took 1.16 GB, ten took 5.4 GB."""
    chance, names = random.Random(1), [f"Plan {number}" for number in range(40)]
    words = [["".join(chance.choices(string.ascii_lowercase, k=chance.randint(2, 11))) for _ in range(5_000)] for _ in range(cells)]
    book = workbook(tmp_path / "b.xlsx", [*names, *(" ".join(one)[:32_000] for one in words)])
    layer = polygons([*names])
    tracemalloc.start()
    try:
        _, findings, _ = run(INPUT=layer, WORKBOOK=book)
        peak = tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()
    assert findings and peak < most, "MB"
    assert sum(len(str(one.get("melding"))) for one in findings) < 20_000, "nor is it told whole"
