# SPDX-License-Identifier: GPL-2.0-or-later
"""Which plan is which: a pairing needs two witnesses, a person's own values stay, and what left the source is named."""

import html
import json
import re
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from tests.conftest import DATA, change, polygon_layer, read_plans, square, values

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
PLANS = DATA / "plannen"


def rows_of(result):
    return json.loads(Path(result["CHANGES_FOUND"]).read_text(encoding="utf-8"))["wijzigingen"]


def text_of(result):
    found = Path(result["REPORT"]).read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", found)))


def numbered(names, geometries, first=1):
    """A layer in which every plan has a running number."""
    rows = [{"plannaam": name, "plannummer": str(number), "bruto": 10 + number} for number, name in enumerate(names, first)]
    return polygon_layer(rows, geometries=geometries)


def choose(result, wanted):
    """Tick what a person wants in the list of changes."""
    path = Path(result["CHANGES_FOUND"])
    document = json.loads(path.read_text(encoding="utf-8"))
    for row in document["wijzigingen"]:
        row["overnemen"] = wanted(row)
    path.write_text(json.dumps(document), encoding="utf-8")
    return str(path)


def rename(path, name, new):
    layer = QgsVectorLayer(f"{path}|layername=plannen", "p", "ogr")
    (fid,) = (feature.id() for feature in layer.getFeatures() if feature["plannaam"] == name)
    assert layer.dataProvider().changeAttributeValues({fid: {layer.fields().lookupField("plannaam"): new}})


# -- two witnesses --------------------------------------------------------------------------------------------------------


def test_a_name_alone_on_a_neighbour_that_it_hardly_touches_is_in_doubt(run, tmp_path):
    """Neighbours that were drawn a sliver over each other share next to nothing: the place speaks against the name."""
    path, moved = str(tmp_path / "p.gpkg"), square()
    run("importplans", INPUT=polygon_layer([{"plannaam": "De Velst", "bruto": 208}], geometries=[square()]), **SHARED, OUTPUT=path)
    box = moved.boundingBox()
    moved.translate(box.width() - 0.5, 0)
    source = polygon_layer([{"plannaam": "De Velst", "bruto": 24}], geometries=[moved])
    result = run("importplans", INPUT=source, **SHARED, UPDATE=True, OUTPUT=path)
    assert [plan["bruto_totaal"] for plan, _ in read_plans(path)] == [208]
    assert "de polygoon ligt op een andere plek" in text_of(result)


@pytest.mark.real
@pytest.mark.skipif(not PLANS.is_dir(), reason="needs the real plans in ../shared/data/plannen")
@pytest.mark.parametrize("name", ["heemskerk_2020.gpkg", "alkmaar_2020.gpkg", "zaanstad_2018.gpkg"])
@pytest.mark.parametrize("drawn", [True, False])
def test_a_shifted_running_number_gives_no_plan_what_belongs_to_another(run, tmp_path, name, drawn):
    """A deleted row shifts every number below it by one; 23 of 26 plans got the polygon of another plan."""
    source = QgsVectorLayer(str(PLANS / name), "bron", "ogr")
    column = next(field for field in source.fields().names() if field.lower() in ("plannaam", "naamplan"))
    found = {str(values(feature)[column]): feature.geometry() for feature in source.getFeatures()}
    names, polygons = list(found), list(found.values()) if drawn else [None] * len(found)
    target = tmp_path / "p.gpkg"
    run("importplans", INPUT=numbered(names, polygons), **SHARED, OUTPUT=str(target))
    before = {plan["plan_id"]: (plan["plannaam"], plan["bruto_totaal"], geometry.asWkb().data()) for plan, geometry in read_plans(target)}
    del names[4], polygons[4]
    result = run("importplans", INPUT=numbered(names, polygons), **SHARED, OUTPUT=str(target), UPDATE=True)
    after = {plan["plan_id"]: (plan["plannaam"], plan["bruto_totaal"], geometry.asWkb().data()) for plan, geometry in read_plans(target)}
    assert {plan_id: (plan[0], plan[2]) for plan_id, plan in after.items()} == {
        plan_id: (plan[0], plan[2]) for plan_id, plan in before.items()
    }
    assert result["NEW"] == 0
    asked = [row for row in rows_of(result) if not row["overnemen"]]
    assert all(row["reden"] for row in asked)
    assert "Niet in de bron" in text_of(result)


@pytest.fixture
def target(run, tmp_path):
    path = tmp_path / "p.gpkg"
    run("importplans", INPUT=numbered(["Haven", "Dijk", "Kade"], [square(0), square(1), square(2)]), **SHARED, OUTPUT=str(path))
    return path


@pytest.mark.parametrize(
    ("rows", "geometry", "reason"),
    [
        ({"plannaam": "Molen", "plannummer": "2"}, square(9), "alleen het plannummer is gelijk; in het planbestand heet dit plan ‘Dijk’"),
        ({"plannaam": "Molen", "plannummer": "2"}, None, "alleen het plannummer is gelijk"),
        ({"plannaam": "Dijk", "plannummer": "7"}, square(9), "het plannummer is ‘7’ in de bron en ‘2’ in het planbestand"),
        ({"plannaam": "Dijk", "plannummer": "3"}, None, "het plannummer is ‘3’ in de bron en ‘2’ in het planbestand"),
        ({"plannaam": "Dijk", "plannummer": None}, square(9), "de polygoon ligt op een andere plek"),
    ],
)
def test_one_witness_waits_in_the_list_until_a_person_ticks_it(run, target, rows, geometry, reason):
    before = {plan["plannaam"]: plan for plan, _ in read_plans(target)}
    layer = polygon_layer([{**rows, "bruto": 99}, {"plannaam": "Haven", "plannummer": "1", "bruto": 11}], geometries=[geometry, square(0)])
    result = run("importplans", INPUT=layer, **SHARED, OUTPUT=str(target), UPDATE=True)
    assert {plan["plannaam"]: plan for plan, _ in read_plans(target)} == before
    asked = [row for row in rows_of(result) if row["reden"] != "staat niet in de bron"]
    assert asked
    assert all(reason in row["reden"] and not row["overnemen"] for row in asked)
    assert "wachten op uw keuze" in text_of(result) or "wacht op uw keuze" in text_of(result)
    assert "KLOPT NIET" not in text_of(result)
    choice = choose(result, lambda row: row["veld"] == "bruto_totaal")
    run("importplans", INPUT=layer, **SHARED, OUTPUT=str(target), UPDATE=True, CHANGES=choice)
    assert {plan["plan_id"]: plan["bruto_totaal"] for plan, _ in read_plans(target)}[before["Dijk"]["plan_id"]] == 99


def test_a_number_that_the_place_contradicts_is_no_witness(run, target):
    layer = polygon_layer([{"plannaam": "Molen", "plannummer": "1", "bruto": 9}], geometries=[square(1)])
    result = run("importplans", INPUT=layer, **SHARED, OUTPUT=str(target), UPDATE=True)
    assert (result["CHANGED"], result["NEW"], result["NOT_IMPORTED"]) == (0, 0, 1)
    assert "heeft dezelfde polygoon als ‘Dijk’" in text_of(result)
    assert {row["plannaam"] for row in rows_of(result)} == {"Haven", "Kade"}  # of Dijk it is not sure that it left the source


def test_two_witnesses_are_enough(run, target):
    """Number and place, name and place, number and name: the third may change."""
    layer = polygon_layer(
        [{"plannaam": "Haven Noord", "plannummer": "1", "bruto": 11}, {"plannaam": "Dijk", "plannummer": "8", "bruto": 12},
         {"plannaam": "Kade", "plannummer": "3", "bruto": 13}], geometries=[square(0), square(1), square(9)],
    )  # fmt: skip
    ids = {plan["plannaam"]: plan["plan_id"] for plan, _ in read_plans(target)}
    result = run("importplans", INPUT=layer, **SHARED, OUTPUT=str(target), UPDATE=True)
    assert (result["CHANGED"], result["NEW"], result["NOT_IMPORTED"]) == (3, 0, 0)
    after = {plan["plan_id"]: (plan["plannaam"], plan["plannummer"], geometry.asWkb()) for plan, geometry in read_plans(target)}
    assert after[ids["Haven"]][:2] == ("Haven Noord", "1")
    assert after[ids["Dijk"]][:2] == ("Dijk", "8")
    assert after[ids["Kade"]][2] == square(9).asWkb()


def test_a_name_that_another_plan_has_is_not_given_away(run, target):
    layer = numbered(["Kade"], [square(0)])  # number and place of Haven
    result = run("importplans", INPUT=layer, **SHARED, OUTPUT=str(target), UPDATE=True)
    assert sorted(plan["plannaam"] for plan, _ in read_plans(target)) == ["Dijk", "Haven", "Kade"]
    assert "een ander plan in het planbestand heeft ‘Kade’ al" in text_of(result)


def test_an_unseen_difference_between_names_is_explained(run, target):
    layer = polygon_layer([{"plannaam": "Haven\u200b", "plannummer": None, "bruto": 1}], geometries=[square(9)])
    text = text_of(run("importplans", INPUT=layer, **SHARED, OUTPUT=str(target), UPDATE=True))
    assert "lijkt op ‘Haven’ in het planbestand, maar in de bron staat een onzichtbaar teken (U+200B)" in text
    assert "‘Plannamen overnemen’" in text


# -- three ways -----------------------------------------------------------------------------------------------------------


def test_what_a_person_corrected_is_not_reverted_by_the_same_source(run, target):
    source = numbered(["Haven", "Dijk", "Kade"], [square(0), square(1), square(2)])
    change(target, "Haven", bruto_totaal=50, planstatus="2A")
    rename(target, "Dijk", "Dijkzone")
    before = {plan["plan_id"]: plan for plan, _ in read_plans(target)}
    shown = run("importplans", INPUT=source, **SHARED, OUTPUT=str(target), DRY_RUN=True)
    assert {(row["veld"], row["overnemen"]) for row in rows_of(shown)} == {("bruto_totaal", False), ("plannaam", False)}
    assert "met de hand gewijzigd; de bron is gelijk gebleven" in text_of(shown)
    run("importplans", INPUT=source, **SHARED, OUTPUT=str(target), UPDATE=True)
    assert {plan["plan_id"]: plan for plan, _ in read_plans(target)} == before


def test_what_the_source_changed_comes_over_and_what_both_changed_waits(run, target):
    change(target, "Haven", bruto_totaal=50)
    rows = [{"plannaam": name, "plannummer": str(n), "bruto": 20 + n} for n, name in enumerate(("Haven", "Dijk", "Kade"), 1)]
    result = run("importplans", INPUT=polygon_layer(rows), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert {plan["plannaam"]: plan["bruto_totaal"] for plan, _ in read_plans(target)} == {"Haven": 50, "Dijk": 22, "Kade": 23}
    assert [row["reden"] for row in rows_of(result) if row["plannaam"] == "Haven"] == [
        "na de vorige import met de hand gewijzigd, en in de bron ook"
    ]
    again = run("importplans", INPUT=polygon_layer(rows), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert again["CHANGED"] == 0


def test_a_polygon_that_was_redrawn_by_hand_is_not_reverted_by_the_same_source(run, target):
    source = numbered(["Haven", "Dijk", "Kade"], [square(0), square(1), square(2)])
    layer = QgsVectorLayer(f"{target}|layername=plannen", "p", "ogr")
    (fid,) = (feature.id() for feature in layer.getFeatures() if feature["plannaam"] == "Haven")
    redrawn = square(0, 120)
    assert layer.dataProvider().changeGeometryValues({fid: redrawn})
    del layer
    result = run("importplans", INPUT=source, **SHARED, OUTPUT=str(target), UPDATE=True)
    assert [(row["veld"], row["overnemen"]) for row in rows_of(result)] == [("polygoon", False)]
    assert "met de hand gewijzigd; de bron is gelijk gebleven" in text_of(result)
    assert {plan["plannaam"]: shape.asWkt() for plan, shape in read_plans(target)}["Haven"] == redrawn.asWkt()


@pytest.mark.parametrize("where", ["file", "open layer"])
def test_what_the_source_changes_time_after_time_comes_over_each_time(run, target, where, qgis_new_project):
    """What an update brought is what the next one begins with: nobody changed it by hand."""
    for more in (20, 30):
        opened = QgsVectorLayer(f"{target}|layername=plannen", "plannen", "ogr") if where == "open layer" else None
        if opened is not None:
            QgsProject.instance().addMapLayer(opened)
        rows = [{"plannaam": name, "plannummer": str(n), "bruto": more + n} for n, name in enumerate(("Haven", "Dijk", "Kade"), 1)]
        result = run("importplans", INPUT=polygon_layer(rows), **SHARED, OUTPUT=str(target), UPDATE=True)
        if opened is not None:
            assert opened.commitChanges()
            QgsProject.instance().clear()
        assert [row["reden"] for row in rows_of(result) if "reden" in row] == []
        assert {plan["plannaam"]: plan["bruto_totaal"] for plan, _ in read_plans(target)}["Kade"] == more + 3


def test_a_plan_that_was_removed_by_hand_does_not_come_back(run, target):
    layer = QgsVectorLayer(f"{target}|layername=plannen", "p", "ogr")
    (fid,) = (feature.id() for feature in layer.getFeatures() if feature["plannaam"] == "Dijk")
    assert layer.dataProvider().deleteFeatures([fid])
    del layer
    source = numbered(["Haven", "Dijk", "Kade"], [square(0), square(1), square(2)])
    result = run("importplans", INPUT=source, **SHARED, OUTPUT=str(target), UPDATE=True)
    assert sorted(plan["plannaam"] for plan, _ in read_plans(target)) == ["Haven", "Kade"]
    assert "is na de vorige import uit het planbestand verwijderd" in text_of(result)
    choice = choose(result, lambda row: row["plannaam"] == "Dijk")
    run("importplans", INPUT=source, **SHARED, OUTPUT=str(target), UPDATE=True, CHANGES=choice)
    assert sorted(plan["plannaam"] for plan, _ in read_plans(target)) == ["Dijk", "Haven", "Kade"]


def test_a_value_that_changed_after_the_choice_is_not_overwritten(run, target):
    rows = [{"plannaam": "Haven", "plannummer": "1", "bruto": 77}]
    shown = run("importplans", INPUT=polygon_layer(rows), **SHARED, OUTPUT=str(target), DRY_RUN=True)
    change(target, "Haven", bruto_totaal=60)
    result = run("importplans", INPUT=polygon_layer(rows), **SHARED, OUTPUT=str(target), UPDATE=True, CHANGES=shown["CHANGES_FOUND"])
    assert result["CHANGED"] == 0
    assert {plan["plannaam"]: plan["bruto_totaal"] for plan, _ in read_plans(target)}["Haven"] == 60


# -- what left the source -----------------------------------------------------------------------------------------------


def test_plans_that_left_the_source_are_named_and_may_be_ended(run, target):
    source = numbered(["Haven"], [square(0)])
    result = run("importplans", INPUT=source, **SHARED, OUTPUT=str(target), UPDATE=True)
    text = text_of(result)
    assert "Nu in het planbestand: 3 plannen met 36 woningen bruto; 2 daarvan staan niet in de bron." in text
    assert re.search(r"Niet in de bron .* Dijk 12 blijft staan Kade 13 blijft staan", text)
    assert "alle plannen 3 36 0 waarvan niet in de bron 2 25 0" in text
    assert not any(plan["vervallen"] for plan, _ in read_plans(target))
    choice = choose(result, lambda row: row["plannaam"] == "Kade")
    ended = run("importplans", INPUT=source, **SHARED, OUTPUT=str(target), UPDATE=True, CHANGES=choice)
    assert {plan["plannaam"]: plan["vervallen"] for plan, _ in read_plans(target)} == {"Haven": None, "Dijk": None, "Kade": True}
    assert "Kade 13 vervallen" in text_of(ended)


def test_a_new_plan_on_one_that_stays_is_named_with_the_dwellings_of_both(run, target):
    """One plan, under another name and drawn otherwise, would count twice without a word."""
    half = square(1)
    half.translate(40, 0)
    source = polygon_layer([{"plannaam": "Zonnewijzer", "bruto": 9}, {"plannaam": "Los", "bruto": 5}], geometries=[half, square(30)])
    result = run("importplans", INPUT=source, **SHARED, OUTPUT=str(target), UPDATE=True, DRY_RUN=True)
    assert "Misschien twee keer" in text_of(result) and "Nieuw plan Bruto Plan dat er al was Bruto Zonnewijzer 9 Dijk 12 Het" in text_of(
        result
    )
    choice = choose(result, lambda row: row["veld"] is None or row["plannaam"] == "Dijk")
    ended = run("importplans", INPUT=source, **SHARED, OUTPUT=str(target), UPDATE=True, CHANGES=choice)
    assert {plan["plannaam"]: plan["vervallen"] for plan, _ in read_plans(target)}["Dijk"] is True
    assert "Misschien twee keer" not in text_of(ended)


@pytest.mark.real
@pytest.mark.skipif(not PLANS.is_dir(), reason="needs the real plans in ../shared/data/plannen")
def test_the_totals_of_the_plan_file_are_the_real_ones(run, tmp_path):
    """Zaanstad 2017, then 2020 over it: the report is about what the plan file then holds."""
    given = {"GEMEENTE": "GM0479", "PEILDATUM": "2026-01-01", "OUTPUT": str(tmp_path / "p.gpkg")}
    run("importplans", INPUT=str(PLANS / "zaanstad_2017.gpkg"), **given)
    result = run("importplans", INPUT=str(PLANS / "zaanstad_2020.gpkg"), **given, UPDATE=True)
    plans = [plan for plan, _ in read_plans(tmp_path / "p.gpkg")]
    bruto = sum(plan["bruto_totaal"] or 0 for plan in plans)
    shown = re.search(r"Nu in het planbestand: ([\d.]+) plannen met ([\d.]+) woningen bruto; ([\d.]+) daarvan", text_of(result))
    assert shown is not None
    plans_said, bruto_said, left = (int(part.replace(".", "")) for part in shown.groups())
    assert (plans_said, bruto_said) == (len(plans), bruto)
    assert left > 50


@pytest.mark.real
@pytest.mark.skipif(not PLANS.is_dir(), reason="needs the real plans in ../shared/data/plannen")
@pytest.mark.parametrize(("name", "code", "old", "pair"), [
    ("heemskerk", "GM0396", "shp", ("Bachplein", "5", "Bachplein (Veldhuizen)", "0")),
    ("zaanstad", "GM0479", "gpkg", ("Inverdan - Vanger (blok 16.2)", "45", "Vanger (blok 16.2)", "45")),
    ("alkmaar", "GM0361", "gpkg", ("Vroonermeer-Noord fase 1b (project BPD)", "22", "Vroonermeer-Noord fase 1a project Kennemer Wonen", "18")),
])  # fmt: skip
@pytest.mark.parametrize("back", [False, True])
def test_of_an_older_registry_over_a_newer_one_nothing_is_lost_or_counted_twice_without_a_word(run, tmp_path, name, code, old, pair, back):
    """And the other way round: every dwelling of the source is in the plans or waits, and the plan file holds what it held and what came."""
    files = [PLANS / f"{name}_2020.gpkg", PLANS / f"{name}_2017.{old}"][:: -1 if back else 1]
    given = {"GEMEENTE": code, "PEILDATUM": "2026-01-01", "OUTPUT": str(tmp_path / "p.gpkg")}
    run("importplans", INPUT=str(files[0]), **given)
    before = {plan["plan_id"]: plan for plan, _ in read_plans(tmp_path / "p.gpkg")}
    result = run("importplans", INPUT=str(files[1]), **given, UPDATE=True)
    after = {plan["plan_id"]: plan for plan, _ in read_plans(tmp_path / "p.gpkg")}
    assert before.keys() <= after.keys() and len(after) - len(before) == result["NEW"]
    assert result["IMPORTED"] + result["NOT_IMPORTED"] == QgsVectorLayer(str(files[1]), "x", "ogr").featureCount()
    text = text_of(result)
    source, came, waits = (int(n.replace(".", "")) for n in re.search(r"Bruto totaal ([\d.]+) ([\d.]+) ([\d.]+) klopt", text).groups())
    column = "Aantalrest" if "2020" in files[1].name else "TOTREST"
    assert source == came + waits == sum(int(one[column] or 0) for one in QgsVectorLayer(str(files[1]), "x", "ogr").getFeatures())
    again = run("importplans", INPUT=str(files[1]), **given, UPDATE=True)
    assert (again["NEW"], again["CHANGED"]) == (0, 0), "the same file once more adds nothing"
    twice = text.partition("Nieuw plan Bruto Plan dat er al was Bruto")[2].partition("Het planbestand na de import")[0]
    assert " ".join(pair[2:] + pair[:2] if back else pair) in twice
