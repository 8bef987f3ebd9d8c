# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:checkrealised`` and rule S7 as QGIS runs them: plans of a plan file beside a BAG file, or beside a service when that is asked for."""

import json
from pathlib import Path

import pytest
from qgis.core import QgsFeatureRequest, QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

from lmvw_plugin.layers.planfile import store
from tests.bag_files import FORMED, home, pdok
from tests.bag_service import serving
from tests.conftest import DATA, MARKERWAARD, PEILDATUM, consistent_plan, square, values

PLANS = ("Klaar", "Half", "Oud", "Te vroeg", "Leeg")


def homes_in(number, count, first, **more):
    """Homes in the square of a plan."""
    x, y = 146_000 + 250 * number, 506_000
    return [home(first + at, x + 5 + at, y + 10, **more) for at in range(count)]


HOMES = [
    *homes_in(0, 20, 100), *homes_in(1, 5, 200), *homes_in(1, 2, 300, status=FORMED), *homes_in(2, 30, 400, bouwjaar=1950),
    *homes_in(3, 3, 500, status=FORMED), *homes_in(3, 4, 600),
]  # fmt: skip


@pytest.fixture
def bag(tmp_path):
    (tmp_path / "bag").mkdir()
    return pdok(tmp_path / "bag" / "bag-light.gpkg", HOMES)


def plan_file(path):
    plans = [
        (square(number), consistent_plan(plan_id=f"id-{number}", plannaam=name, gerealiseerd=name == "Te vroeg"))
        for number, name in enumerate(PLANS)
    ]
    store.create(path, store.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    return path


@pytest.fixture
def compare(run, tmp_path):
    """Run it: the rows by name, and the results."""

    def go(path, **more):
        target = tmp_path / "uitkomst.gpkg"
        target.unlink(missing_ok=True)
        results = run("checkrealised", INPUT=str(path), OUTPUT=str(target), REPORT=str(tmp_path / "r.html"), **more)
        layer = QgsVectorLayer(str(target), "u", "ogr")
        rows = {one["plannaam"]: {**values(one), "polygoon": not one.geometry().isEmpty()} for one in layer.getFeatures()}
        del layer
        return rows, results

    return go


def told(row):
    return row["voorstel"], row["voorstel_jaren"], row["voorstel_bruto"]


def test_every_plan_has_its_dwellings_by_status_and_year_and_a_proposal(compare, bag, tmp_path):
    path = plan_file(tmp_path / "p.gpkg")
    before = path.read_bytes()
    rows, results = compare(path, BAG=str(bag), SINCE="2025-01-01")
    assert {name: told(row) for name, row in rows.items()} == {
        "Klaar": ("gerealiseerd", "2025: 20", 0), "Half": ("opgeleverd", "2025: 5", 15), "Oud": (None, None, None),
        "Te vroeg": ("nakijken", "2025: 4", None), "Leeg": (None, None, None),
    }  # fmt: skip
    half, old = rows["Half"], rows["Oud"]
    assert (half["woningen"], half["in_gebruik"], half["gevormd"], half["nieuw"], half["sinds"]) == (7, 5, 2, 5, "2025-01-01")
    assert json.loads(half["status_en_jaar"]) == {"Verblijfsobject in gebruik": {"2025": 5}, "Verblijfsobject gevormd": {"2025": 2}}
    assert (old["stond_er_al"], old["sloop_totaal"]) == (30, 4)
    assert "Nog te slopen volgens het plan: 4. Volgens de BAG stonden er al: 30 woningen." in old["reden"]
    assert all(row["polygoon"] for row in rows.values())
    counts = {name: results[name] for name in ("PLANS", "HOMES", "PROPOSED_REALISED", "PROPOSED_BUILT", "TO_LOOK_AT", "NOT_COMPARED")}
    assert counts == {"PLANS": 5, "HOMES": 64, "PROPOSED_REALISED": 1, "PROPOSED_BUILT": 1, "TO_LOOK_AT": 1, "NOT_COMPARED": 0}
    page = Path(results["REPORT"]).read_text(encoding="utf-8")
    assert "Ook woningen die er al stonden tellen mee" in page and "bag-light.gpkg" in page
    assert path.read_bytes() == before, "it proposes and changes nothing"


def test_since_when_is_what_the_plan_file_remembers_or_half_a_year(compare, run, bag, tmp_path):
    path = plan_file(tmp_path / "p.gpkg")
    assert compare(path, BAG=str(bag))[0]["Half"]["sinds"] == "2025-07-01"
    run("exportdelivery", INPUT=str(path), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(tmp_path / "uit"))
    new = Path(run("rollforward", INPUT=str(path), PEILDATUM="2027-01-01", OUTPUT=str(tmp_path / "n.gpkg"))["OUTPUT"])
    rows, _ = compare(new, BAG=str(bag))
    assert rows["Half"]["sinds"] == "2026-01-01" and rows["Half"]["stond_er_al"] == 5


def test_only_what_is_selected_is_compared(compare, run, bag, tmp_path):
    layer = store.open_layer(plan_file(tmp_path / "p.gpkg"))
    QgsProject.instance().addMapLayer(layer)
    layer.select([one.id() for one in layer.getFeatures(QgsFeatureRequest().setFilterExpression("plannaam = 'Half'"))])
    given = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    done = run("checkrealised", INPUT=given, BAG=str(bag), OUTPUT=str(tmp_path / "u.gpkg"), REPORT="")
    assert (done["PLANS"], done["HOMES"]) == (1, 7)
    QgsProject.instance().clear()


def test_an_edit_that_is_not_saved_counts(run, bag, tmp_path):
    layer = store.open_layer(plan_file(tmp_path / "p.gpkg"))
    QgsProject.instance().addMapLayer(layer)
    one = next(plan for plan in layer.getFeatures() if plan["plannaam"] == "Leeg")
    assert layer.startEditing() and layer.changeGeometry(one.id(), square(0))
    done = run("checkrealised", INPUT=layer.id(), BAG=str(bag), SINCE="2025-01-01", OUTPUT=str(tmp_path / "u.gpkg"), REPORT="")
    assert done["PROPOSED_REALISED"] == 2
    layer.rollBack()
    QgsProject.instance().clear()


def test_the_service_is_asked_only_when_the_user_wants_it(compare, refused, bag, tmp_path):
    path = plan_file(tmp_path / "p.gpkg")
    with serving(HOMES) as service:
        of_file, _ = compare(path, BAG=str(bag), SERVICE_ADDRESS=service.address)
        assert service.asked == [], "a file is a file"
        of_service, _ = compare(path, SERVICE=True, SERVICE_ADDRESS=service.address)
    assert of_service == of_file
    assert len(service.asked) == 2
    both = refused("checkrealised", INPUT=str(path), BAG=str(bag), SERVICE=True, OUTPUT="memory:", REPORT="")
    assert "kies een van de twee" in both
    assert "Er is geen BAG-bestand gekozen" in refused("checkrealised", INPUT=str(path), OUTPUT="memory:", REPORT="")


def test_what_is_given_wrong_is_said_before_the_start(refused, bag, tmp_path):
    path = plan_file(tmp_path / "p.gpkg")
    given = {"INPUT": str(path), "OUTPUT": "memory:", "REPORT": ""}
    assert "ligt niet vóór de peildatum 1 januari 2026" in refused("checkrealised", **given, BAG=str(bag), SINCE="2026-07-01")
    assert "heeft geen laag met verblijfsobjecten" in refused("checkrealised", **given, BAG=str(path))
    assert "weg.gpkg" in refused("checkrealised", **given, BAG=str(tmp_path / "weg.gpkg"))


# -- rule S7 -----------------------------------------------------------------------------------------------------------


def found_s7(run, path, tmp_path, **more):
    done = run("checkplans", INPUT=str(path), OUTPUT=str(tmp_path / "b.gpkg"), REPORT="", CERTIFICATE=str(tmp_path / "c.json"), **more)
    layer = QgsVectorLayer(done["OUTPUT"], "b", "ogr")
    rows = sorted((one["plannaam"], one["ernst"], one["veld"]) for one in layer.getFeatures() if one["regel"] == "S7")
    del layer
    (stand,) = (one for one in json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))["regels"] if one["regel"] == "S7")
    return rows, (stand["stand"], stand["reden"])


def test_a_check_with_the_bag_finds_s7_and_one_without_says_that_it_did_not_look(run, bag, tmp_path):
    path = plan_file(tmp_path / "p.gpkg")
    rows, (stand, why) = found_s7(run, path, tmp_path, BAG=str(bag))
    assert rows == [("Klaar", "waarschuwing", "gerealiseerd"), ("Te vroeg", "waarschuwing", "gerealiseerd")]
    assert stand != "niet uitgevoerd" and why is None
    (tmp_path / "b.gpkg").unlink()
    rows, (stand, why) = found_s7(run, path, tmp_path)
    assert rows == [] and why == "geen BAG-bestand gekozen"


def test_a_delivery_with_the_bag_names_s7_and_goes(run, bag, tmp_path):
    path = plan_file(tmp_path / "p.gpkg")
    (tmp_path / "uit").mkdir()
    given = {"INPUT": str(path), "GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "FOLDER": str(tmp_path / "uit")}
    without, done = run("exportdelivery", **given), run("exportdelivery", **given, BAG=str(bag))
    assert done["WARNINGS"] == without["WARNINGS"] + 2 and Path(done["PACKAGE"]).is_file()
    assert "S7" in Path(done["REPORT"]).read_text(encoding="utf-8")


# -- real files --------------------------------------------------------------------------------------------------------

REAL = {"doesburg_small_VBO": ("doesburg_small_PND", 1), "amsterdam_vbo_sample_2015_rd": (None, 85)}


@pytest.mark.parametrize("file", REAL)
def test_plans_drawn_around_real_dwellings_find_them_all(file, compare, tmp_path):
    """No real plan lies where the real BAG files are (``test_real_plans``), so that plans are drawn around those."""
    if not DATA.is_dir():
        pytest.skip("the real files are not here")
    panden, expected = REAL[file]
    bag = QgsVectorLayer(str(DATA / "bag" / f"{file}.gpkg"), "b", "ogr")
    around = bag.extent().buffered(10)
    del bag
    wkt = f"MultiPolygon ((({', '.join(f'{x} {y}' for x, y in _ring(around))})))"
    path = plan_file(tmp_path / "p.gpkg")
    layer = store.open_layer(path)
    one = next(iter(layer.getFeatures()))
    geometry = square()
    geometry = type(geometry).fromWkt(wkt)
    assert layer.dataProvider().changeGeometryValues({one.id(): geometry})
    name = one["plannaam"]
    del layer
    more = {"PANDEN": str(DATA / "bag" / f"{panden}.gpkg")} if panden else {}
    rows, _ = compare(path, BAG=str(DATA / "bag" / f"{file}.gpkg"), **more)
    row = rows[name]
    assert row["woningen"] == expected and row["voorstel"] is None, "nothing of it is new"
    assert (row["stond_er_al"], row["zonder_jaar"]) == ((expected, 0) if panden else (0, expected))


def _ring(box):
    west, south, east, north = box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


@pytest.mark.parametrize("gemeente", ["heemskerk_2020.gpkg", "zaanstad_2020.gpkg"])
def test_real_plans_each_have_their_dwellings(gemeente, run, compare, tmp_path):
    """Real plans with a home put in the middle of each: every plan finds its own, whatever its polygon is like."""
    if not DATA.is_dir():
        pytest.skip("the real files are not here")
    code = {"heemskerk_2020.gpkg": "GM0396", "zaanstad_2020.gpkg": "GM0479"}[gemeente]
    path = tmp_path / "p.gpkg"
    run("importplans", INPUT=str(DATA / "plannen" / gemeente), GEMEENTE=code, PEILDATUM="2020-01-01", OUTPUT=str(path))
    plans = store.open_layer(path)
    spots = [plan.geometry().pointOnSurface().asPoint() for plan in plans.getFeatures()]
    count = plans.featureCount()
    del plans
    bag = pdok(tmp_path / "bag.gpkg", [home(number, spot.x(), spot.y(), bouwjaar=2019) for number, spot in enumerate(spots)])
    given = {"INPUT": str(path), "BAG": str(bag), "OUTPUT": str(tmp_path / "u.gpkg"), "REPORT": str(tmp_path / "r.html")}
    done = run("checkrealised", **given, SINCE="2019-01-01")
    rows = QgsVectorLayer(str(tmp_path / "u.gpkg"), "u", "ogr")
    assert (done["PLANS"], done["HOMES"], done["NOT_COMPARED"]) == (count, count, 0)
    assert min(one["nieuw"] for one in rows.getFeatures()) >= 1
    del rows
    real = run("checkrealised", **{**given, "BAG": str(DATA / "bag" / "amsterdam_vbo_sample_2015_rd.gpkg"), "OUTPUT": "memory:"})
    assert (real["PLANS"], real["HOMES"]) == (count, 0), "the real BAG files lie elsewhere"
