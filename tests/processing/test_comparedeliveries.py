# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:comparedeliveries`` in QGIS: packages, delivered GeoPackages, plan files and layers with names; and real plans of three years apart."""

import json
import re
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsGeometry,
    QgsProcessingContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.importing.mapping import document
from lmvw_plugin.core.importing.mapping.column import ColumnMapping
from lmvw_plugin.core.importing.mapping.plan import POLYGONEN, PlanMapping
from lmvw_plugin.layers.history.lying import ground
from lmvw_plugin.layers.planfile import store
from lmvw_plugin.layers.planfile.rows import shape_of
from tests.conftest import DATA, MARKERWAARD, Listener, change, consistent_plan, left_in, polygon_layer, read_plans, square, values

COLUMNS = ["soort", "vorige_namen", "namen", "zeker", "score", "reden", "bruto_vorig", "bruto_nu"]
PLANS = DATA / "plannen"


@pytest.fixture(scope="module")
def delivered(run, clean_file, tmp_path_factory):
    """The package of the clean sample."""
    folder = tmp_path_factory.mktemp("levering")
    run("exportdelivery", INPUT=str(clean_file), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(folder))
    return folder / "LMVW_GM9999_2026-01-01.zip"


@pytest.fixture
def compare(run, tmp_path):
    """The rows of a comparison; and what the algorithm said, as ``compare.results``."""

    def compared(previous, current, **more):
        more = {"OUTPUT": "memory:", "REPORT": str(tmp_path / "vergelijking.html")} | more
        results = compared.results = run("comparedeliveries", PREVIOUS=previous, CURRENT=current, **more)
        layer = results["OUTPUT"]
        assert layer.fields().names() == COLUMNS
        rows = [values(feature) for feature in layer.getFeatures()]
        compared.shapes = [QgsGeometry(feature.geometry()) for feature in layer.getFeatures()]
        for row in rows:
            row["vorige_namen"], row["namen"] = json.loads(row["vorige_namen"]), json.loads(row["namen"])
            assert 0 <= row["score"] <= 1 and isinstance(row["zeker"], bool) and row["reden"]
        return rows

    return compared


def rename(path, before, after):
    with closing(sqlite3.connect(path)) as database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'plannen'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger}"')  # they ask for functions that only GDAL has
        assert database.execute("UPDATE plannen SET plannaam = ? WHERE plannaam = ?", (after, before)).rowcount == 1
        database.commit()


def kinds(rows):
    return sorted({row["soort"] for row in rows})


# -- what may be compared -----------------------------------------------------------------------------------------------------


def test_a_package_and_the_plan_file_it_was_made_of_are_the_same(compare, delivered, clean_file):
    rows = compare(str(delivered), str(clean_file))
    assert {(row["soort"], row["zeker"]) for row in rows} <= {("gelijk", True), ("gerealiseerd", True), ("vervallen", True)}
    with zipfile.ZipFile(delivered) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert len(rows) == manifest["plannen"] == compare.results["PLANS"], "what is not delivered is no part of it"
    live = [row for row in rows if row["soort"] == "gelijk"]
    assert sum(row["bruto_vorig"] for row in live) == sum(row["bruto_nu"] for row in live) == manifest["totalen"]["bruto_totaal"]
    assert (compare.results["GONE"], compare.results["TO_LOOK_AT"]) == (0, 0)
    page = Path(compare.results["REPORT"]).read_text(encoding="utf-8")
    assert "Van elk plan is zeker wat ervan geworden is." in page


def test_the_geopackage_of_a_package_is_read_with_its_years(compare, delivered, clean_file):
    loose = delivered.with_suffix("") / "plannen.gpkg"
    rows = compare(str(loose), f"{clean_file}|layername=plannen")
    assert kinds(rows) == ["gelijk", "gerealiseerd", "vervallen"]
    assert "Per jaar" in Path(compare.results["REPORT"]).read_text(encoding="utf-8")


def test_names_are_given_to_the_byte_and_changes_by_field(compare, delivered, own_file):
    before = {row["plannaam"]: row for row, _ in read_plans(own_file)}
    live = [name for name, row in before.items() if row["bruto_totaal"] and row["bruto_jaar01"] is not None and row["planstatus"] == "1A"]
    first, second = live[:2]
    rename(own_file, first, "Ander \u2018plan\u2019  \u00e9\u0301 ")
    change(own_file, second, bruto_totaal=before[second]["bruto_totaal"] + 7)
    rows = {tuple(row["vorige_namen"]): row for row in compare(str(delivered), str(own_file))}
    renamed, changed = rows[first,], rows[second,]
    assert (renamed["soort"], renamed["namen"], renamed["zeker"]) == ("hernoemd", ["Ander \u2018plan\u2019  \u00e9\u0301 "], True)
    assert (changed["soort"], changed["bruto_nu"] - changed["bruto_vorig"]) == ("gewijzigd", 7)
    page = Path(compare.results["REPORT"]).read_text(encoding="utf-8")
    assert re.search(r"Plus: verhoogd</td><td class=\"n\">7<", page)


def test_what_is_gone_comes_first_with_its_old_outline(compare, delivered, own_file):
    layer = QgsVectorLayer(f"{own_file}|layername=plannen", "plannen", "ogr")
    gone = next(one for one in layer.getFeatures() if values(one)["planstatus"] == "1A" and values(one)["bruto_totaal"])
    name, outline = gone["plannaam"], QgsGeometry(gone.geometry())
    assert layer.dataProvider().deleteFeatures([gone.id()])
    del layer
    rows = compare(str(delivered), str(own_file))
    assert (rows[0]["soort"], rows[0]["vorige_namen"], rows[0]["namen"], rows[0]["zeker"]) == ("verdwenen", [name], [], False)
    assert compare.shapes[0].equals(outline)
    page = Path(compare.results["REPORT"]).read_text(encoding="utf-8")
    assert page.index("Verdwenen plannen") < page.index("De woningen verklaard") and "Min: verdwenen, nog niet verklaard" in page


def test_both_outlines_on_the_map_with_looks_that_tell_every_kind_apart(compare, delivered, own_file, tmp_path):
    layer = QgsVectorLayer(f"{own_file}|layername=plannen", "plannen", "ogr")
    gone = next(one for one in layer.getFeatures() if values(one)["planstatus"] == "1A")
    assert layer.dataProvider().deleteFeatures([gone.id()])
    del layer
    rows = compare(str(delivered), str(own_file), OLD_OUTLINES="memory:")
    old, new = compare.results["OLD_OUTLINES"], compare.results["OUTPUT"]
    assert sorted(one["plannaam"] for one in old.getFeatures()) == sorted(name for row in rows for name in row["vorige_namen"])
    assert old.renderer().symbol().symbolLayer(0).strokeStyle() == Qt.PenStyle.DashLine
    rules = new.renderer().rootRule().children()
    assert len({rule.filterExpression() for rule in rules}) == len(rules) == 2 * 13
    looks = {(one := rule.symbol().symbolLayer(0)).fillColor().name() + str(one.brushStyle()) + str(one.strokeStyle()) for rule in rules}
    assert len(looks) == 13
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(new))
    context.setFields(new.fields())
    for feature in new.getFeatures():
        context.setFeature(feature)
        assert sum(QgsExpression(rule.filterExpression()).evaluate(context) for rule in rules) == 1


def test_the_old_outlines_are_of_the_plans_of_then_when_a_new_plan_has_an_old_name(compare):
    columns = ("plannaam", "bruto_totaal", "meergezins", "eengezins", "sloop_totaal", "planstatus")
    there = ("Zuid", 20, 20, 0, 0, "1A")
    then, now = (
        polygon_layer([dict(zip(columns, plan, strict=True)) for plan in (north, there)], geometries=[square(place), square(1)])
        for north, place in ((("Noord", 12, 12, 0, 0, "1A"), 0), (("Noord", 400, 0, 400, 30, "4B"), 390))
    )
    rows = compare(then, now, OLD_OUTLINES="memory:")
    assert [row["vorige_namen"] for row in rows if row["soort"] == "naam_hergebruikt"] == [["Noord"]]
    old = [(one["soort"], one["plannaam"], one.geometry().asWkt()) for one in compare.results["OLD_OUTLINES"].getFeatures()]
    assert old == [("verdwenen", "Noord", square(0).asWkt()), ("gelijk", "Zuid", square(1).asWkt())]


def test_two_layers_of_the_project_with_names_and_nothing_else(compare):
    then = polygon_layer([{"naam": "Haven"}, {"naam": "Dijk"}, {"naam": "Kerkweg"}])
    now = polygon_layer(
        [{"Plannaam": "Dijk"}, {"Plannaam": "Haven"}, {"Plannaam": "Nieuwe akker"}], geometries=[square(1), square(0), square(9)]
    )
    rows = {(row["soort"], *row["vorige_namen"], *row["namen"]): row["zeker"] for row in compare(then, now)}
    assert rows == {
        ("gelijk", "Haven", "Haven"): True, ("gelijk", "Dijk", "Dijk"): True, ("verdwenen", "Kerkweg"): False, ("nieuw", "Nieuwe akker"): True,
    }  # fmt: skip


def test_a_previous_delivery_made_by_hand_is_read_by_a_mapping(compare, refused, tmp_path):
    then = polygon_layer([{"omschr": "Haven", "won_a": 12, "won_b": 3}, {"omschr": "Dijk", "won_a": 5, "won_b": 0}])
    now = polygon_layer([{"plannaam": "Haven", "bruto_totaal": 20}, {"plannaam": "Dijk", "bruto_totaal": 5}])
    kept = tmp_path / "koppeling.json"
    wanted = PlanMapping({POLYGONEN: "omschr"}, {"bruto_totaal": ColumnMapping(POLYGONEN, "won_a", plus=("won_b",))})
    kept.write_text(document.to_json(wanted, {POLYGONEN: ["omschr", "won_a", "won_b"]}), encoding="utf-8")
    said = refused("comparedeliveries", PREVIOUS=then, CURRENT=now, OUTPUT="memory:")
    assert "geen kolom met plannamen" in said
    rows = {row["namen"][0]: row for row in compare(then, now, MAPPING=str(kept))}
    assert [rows["Haven"][name] for name in ("soort", "zeker", "bruto_vorig", "bruto_nu")] == ["gewijzigd", True, 15, 20]
    assert (rows["Dijk"]["soort"], rows["Dijk"]["bruto_vorig"]) == ("gelijk", 5)
    wrong = tmp_path / "ander.json"
    wrong.write_text(document.to_json(PlanMapping({POLYGONEN: "weg"}, {}), {POLYGONEN: ["weg"]}), encoding="utf-8")
    assert "maar die kolom is er niet" in refused("comparedeliveries", PREVIOUS=then, CURRENT=now, MAPPING=str(wrong), OUTPUT="memory:")
    lost = refused("comparedeliveries", PREVIOUS=then, CURRENT=now, MAPPING=str(tmp_path / "weg.json"), OUTPUT="memory:")
    assert "weg.json" in lost and "bestaat niet" in lost


def test_a_swap_of_names_and_a_merge_and_a_split(compare):
    def box(x, wide):
        return QgsGeometry.fromWkt(f"MultiPolygon ((({x} 500000, {x + wide} 500000, {x + wide} 500100, {x} 500100, {x} 500000)))")

    then = [("A-hof", 1, box(150_000, 100)), ("B-dijk", 2, box(151_000, 100)), ("Markt oost", 3, box(152_000, 100)),
            ("Markt west", 4, box(152_100, 100)), ("Grote weide", 5, box(153_000, 200))]  # fmt: skip
    now = [("B-dijk", 1, box(150_000, 100)), ("A-hof", 2, box(151_000, 100)), ("Markt", 7, box(152_000, 200)),
           ("Weide 1", 2, box(153_000, 100)), ("Weide 2", 3, box(153_100, 100))]  # fmt: skip
    old, new = (
        polygon_layer([{"plannaam": n, "bruto_totaal": a} for n, a, _ in plans], geometries=[g for *_, g in plans]) for plans in (then, now)
    )
    rows = {row["soort"]: row for row in compare(old, new)}
    assert rows["verwisseld"]["vorige_namen"] == ["A-hof", "B-dijk"] and rows["verwisseld"]["namen"] == ["B-dijk", "A-hof"]
    assert (rows["samengevoegd"]["vorige_namen"], rows["samengevoegd"]["namen"]) == (["Markt oost", "Markt west"], ["Markt"])
    assert (rows["gesplitst"]["vorige_namen"], sorted(rows["gesplitst"]["namen"])) == (["Grote weide"], ["Weide 1", "Weide 2"])
    assert len(rows) == 3 and not any(row["zeker"] for row in rows.values())


# -- a polygon that was written anew is the same --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wkt", "same"),
    [
        ("MULTIPOLYGON(((10 0,10 10,0 10,0 0,10 0)),((20 0,30 0,30 10,20 10,20 0)))", True),  # begins elsewhere
        ("MULTIPOLYGON(((20 0,30 0,30 10,20 10,20 0)),((0 0,0 10,10 10,10 0,0 0)))", True),  # other order and direction
        ("MULTIPOLYGON(((0.0004 0,10 0.0004,10 10,0 10,0.0004 0)),((20 0,25 0.0003,30 0,30 10,20 10,20 0)))", True),  # rounded
        ("MULTIPOLYGON(((0 0,10.1 0,10 10,0 10,0 0)),((20 0,30 0,30 10,20 10,20 0)))", False),
        ("MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((20 0,30 0,30 10,20 10,20 0),(24 4,24 4.5,24.5 4.5,24.5 4,24 4)))", False),
        ("MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)))", False),
    ],
)
def test_a_re_export_is_the_same_polygon(wkt, same):
    class Quiet(Listener):
        pass

    first = QgsGeometry.fromWkt("MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0)),((20 0,30 0,30 10,20 10,20 0)))")
    lying = ground([shape_of(first)], [shape_of(QgsGeometry.fromWkt(wkt))], Quiet())
    assert ((0, 0) in lying.equal) is same


def test_a_polygon_that_crosses_itself_and_one_that_is_absent_stop_nothing():
    bow = QgsGeometry.fromWkt("MULTIPOLYGON(((0 0,10 10,10 0,0 10,0 0)))")
    lying = ground([shape_of(bow), None], [shape_of(bow), shape_of(bow)], Listener())
    assert lying.equal == {(0, 0), (0, 1)} and lying.then[1] is None
    assert lying.shared[0, 0] == pytest.approx(50)


# -- what cannot be compared ------------------------------------------------------------------------------------------------------


def test_a_damaged_package_is_refused_in_one_sentence(refused, delivered, clean_file, tmp_path):
    broken, forged = tmp_path / "kapot.zip", tmp_path / "vals.zip"
    broken.write_bytes(delivered.read_bytes()[:-2000])
    assert refused("comparedeliveries", PREVIOUS=str(broken), CURRENT=str(clean_file), OUTPUT="memory:").count("kapot.zip") == 1
    with zipfile.ZipFile(delivered) as archive, zipfile.ZipFile(forged, "w") as copy:
        for name in archive.namelist():
            copy.writestr(name, clean_file.read_bytes() if name == "plannen.gpkg" else archive.read(name))
    said = refused("comparedeliveries", PREVIOUS=str(forged), CURRENT=str(clean_file), OUTPUT="memory:")
    assert "‘vals.zip’ zijn na het maken gewijzigd of beschadigd" in said


def test_a_layer_without_names_is_refused(refused, clean_file):
    layer = polygon_layer([{"nr": 1}, {"nr": 2}])
    assert "geen kolom met plannamen" in refused("comparedeliveries", PREVIOUS=layer, CURRENT=str(clean_file), OUTPUT="memory:")


def test_a_file_that_is_not_there_is_named(refused, clean_file, tmp_path):
    said = refused("comparedeliveries", PREVIOUS=str(tmp_path / "weg.zip"), CURRENT=str(clean_file), OUTPUT="memory:")
    assert "weg.zip" in said and "bestaat niet" in said


@pytest.mark.parametrize("at", [10, 60, 80, 92, 96])
def test_cancel_leaves_nothing(at, provider, delivered, clean_file, tmp_path):
    one, told = provider.algorithm("comparedeliveries").create(), Listener(cancel_at=at)
    given = {
        "PREVIOUS": str(delivered),
        "CURRENT": str(clean_file),
        "OUTPUT": str(tmp_path / "uit.gpkg"),
        "REPORT": str(tmp_path / "r.html"),
    }
    one.run(given, QgsProcessingContext(), told)
    assert told.isCanceled() and "Afgebroken" in told.textLog()
    assert left_in(tmp_path) == []


def test_a_package_is_only_read(compare, delivered, clean_file, tmp_path):
    package = Path(shutil.copy(delivered, tmp_path / delivered.name))
    before = package.read_bytes(), package.stat().st_mtime_ns
    compare(str(package), str(clean_file))
    assert (package.read_bytes(), package.stat().st_mtime_ns) == before


# -- real plans, each pair looked at on the map and by name ------------------------------------------------------------------------

# Which plan of 2017 is which of 2020: every plan of Heemskerk and of Alkmaar was looked at, those that are not named here were gone by 2020.
# One of them it does not find: De Velst (24 dwellings) is De Velst, 24 woningen, which covers a ninth of it; the name De Velst is now of a plan
# of 208 dwellings beside it. Both wait for a person: the one as gone, the other as a name that is used again. Of what is gone, a successor is
# proposed where one can be seen: Tuyp became a part of the Ringerskwartier, and the centre of Stompetoren was drawn beside the old triangle.
HEEMSKERK = {
    "Bachstraat (vm. raadhuis)": "Bachstraat (oude raadhuis)", "Park Assumburg": "Assumerhof", "Waterakkers": "Waterakkers",
    "Rijksstraatweg": "Rijksstraatweg 15 (Tiny Houses)", "Jan van Kuikweg": "Jan van Kuikweg 18",
    "Slotheerenbuurt (S,van Haerlemstr./Jan van Polanenstr.": "S. van Haerlemstraat (Slotheeren)",
    "langs de Jan": "Winterkoning (Langs de Jan II)", "locatie  vml. Multimate": "M. van Heemskerkstraat (Multimate)",
    "locatie Blijf vrouwenopvang": "Bilderdijkstraat (tijdelijke woningen)", "stationsgebied": "Euratomplein (stationsgebied)",
}  # fmt: skip
ALKMAAR = {
    "Bloemaertlaan (kantoor Rooker)": "Bloemaertlaan (vm. kantoor Rooker)", "Dwarsweg 2": "Dwarsweg 2, Graft",
    "Frederik Hendriklaan 45-47": "Ons Park", "Gemeentehuis Graft-De Rijp": "Sloep 7 (vm. gemeentehuis GDR)",
    "Jaagpad Oost deel 1": "Jaagpad Oost fase 1a", "Perceel NS Stationsweg": "Cascade Stationsweg",
    "Overdie: Geert Groteplein Noord fase 1b": "Overdie: Camphuysenstraat (Geert Groteplein Noord fase 1b)",
    "Picassolaan: Kantoor Ahrend": "Picassolaan (vm. Kantoor Ahrend)", "Univo-gebouw": "Rogier vd Weydestraat 1 (vm. kantoor Univ2)",
    "Vroonermeer-Noord fase 3b": "Vroonermeer-Noord fase 3b Woonwaard", "Vroonermeer-Zuid (De Driehoek)": "Vroonermeer Driehoek",
    "Vroonermeer-Noord fase 1b (project BPD)": "Vroonermeer-Noord fase 1a project Kennemer Wonen",
    "Nollen Oost (percelen noord van speelweide)": "Nollen Oost: percelen noord van speelweide",
    **{name: name for name in (
        "Visweg 1 Driehuizen", "Overdie: Spieghelstraat Oost", "De Nieuwe Emma, 2e fase", "De Pauw, fase 3 en 4",
        "Overdie: Geert Groteplein fase 2", "Overstad: Ringers gebouw", "Schelphoek: Het Turfschip", "Schoollocaties: De Tweemaster",
        "Schoollocaties: Sint Jozefschool", "Stompetoren-west 2e fase", "Alexiahof fase 2", "Menningweerweg oostzijde",
        "Menningweerweg westzijde", "Schoollocaties : De Baanbreker", "Victoryveste", "Vroonermeer-Noord fase 4b",
    )},
}  # fmt: skip


PROPOSED = {
    "heemskerk": {
        "De Velst": "De Velst, 24 woningen", "De Baandert (vm. Seatgarage)": "De Velst", "Bachplein": "Bachplein (Veldhuizen)",
    },
    "alkmaar": {
        "Overstad: Tuyp (naast Ringers-fabriek)": "Overstad: Ringerskwartier", "Overstad: Hollandse Tuin": "Kanaalzone: Overstad",
        "Stompetoren-centrum": "Stompetoren-centrum (Dorpshart en Schermer Wapen)",
    },
}  # fmt: skip


@pytest.mark.real
@pytest.mark.skipif(not PLANS.exists(), reason="the real plans are not here")
@pytest.mark.parametrize(
    ("then", "now", "pairs", "sure"),
    [("heemskerk_2017.shp", "heemskerk_2020.gpkg", HEEMSKERK, 2), ("alkmaar_2017.gpkg", "alkmaar_2020.gpkg", ALKMAAR, 16)],
)
def test_real_plans_of_2017_are_found_in_2020(then, now, pairs, sure, compare):
    rows = compare(str(PLANS / then), str(PLANS / now), OLD_OUTLINES="memory:")
    assert compare.results["OLD_OUTLINES"].featureCount() == QgsVectorLayer(str(PLANS / then)).featureCount()
    found = {row["vorige_namen"][0]: row["namen"][0] for row in rows if len(row["vorige_namen"]) == len(row["namen"]) == 1}
    again = {row["namen"][0] for row in rows if row["soort"] == "naam_hergebruikt"}
    assert {old: new for old, new in found.items() if new not in again} == pairs
    certain = [row for row in rows if row["zeker"] and row["vorige_namen"] and row["namen"]]
    assert len(certain) == sure
    assert all(pairs[row["vorige_namen"][0]] == row["namen"][0] for row in certain)
    gone = {row["vorige_namen"][0]: re.search("wijs ‘(.+)’ aan als opvolger", row["reden"]) for row in rows if row["soort"] == "verdwenen"}
    assert {name: said[1] for name, said in gone.items() if said} == PROPOSED[then.partition("_")[0]]
    moved = [row["namen"] for row in rows if row["soort"] in ("verplaatst", "hernoemd_verplaatst")]
    if "heemskerk" in then:
        assert {row["soort"] for row in rows if "De Velst" in row["vorige_namen"]} == {"verdwenen", "naam_hergebruikt"}
    assert len(moved) <= 5, "the whole layer lies 4 mm further on, and that is no change"


# Zaanstad: forty of the 140 plans of 2018, drawn blindly, each looked at beside the plans of 2020. Half of the names begin otherwise (MAAK, Inverdan),
# and nearly all polygons were drawn anew. Of Hembrugterrein the north is another plan than the south; a small part of the old one lies in the latter.
ZAANSTAD = {
    "Dorpsstraat 707 (terrein v d Gragt)": "Dorpsstraat 707", "Inverdan - Heldin (Cypres)/De Stelling": "Heldin/Stelling",
    "Inverdan - Houthavenkade": "Houthavenkade", "Inverdan - Provincialeweg 184-186": "De Kroon (Provincialeweg 184-186)",
    "Inverdan - Zeemansstraat/Hazepad (Ford garage)": "Hazepad", "Kreekrijk Fase I": "Kreekrijk fase I1 t/m I3 + kavels",
    "MAAK.C - 'Pakhuis aan de Zaan' (Westzijde 124-132)": "Westzijde 124-132", "MAAK.C - Badhuisweg": "Badhuisweg",
    'MAAK.C - Oostzijde 46 - 48 ("De Klamperhoek")': "Oostzijde 46 - 48 (De Klamperhoek)",
    "MAAK.C - Rozengracht 27 - 41": "Rozengracht 27-41", "MAAK.N - Gasfabriekterrein Krommenie": "Gasfabriek Krommenie",
    "MAAK.N - PWN": "PWN (De Groote Weiver; industrieweg 1A)",
    "MAAK.N - Warmoestraat 2-4 (Wormerveer-Zuid)": "Warmoestraat 2-4 (Wormerveer-Zuid)",
    "MAAK.Z - Hembrugterrein": "Hembrugterrein (Noordelijk deel)", "Pauwenven": "Pauweven",
    "Saendelft Middengebied": "Poort van Saendelft (rangeerder 2)", "Valkstraat - Zaandam": "Valkstraat 36-42",
    "Zuideinde 93-121-125A Plan De-Molenaer": "Zuideinde/Molenaer Fase 2",
    **{name: name for name in (
        "Huigterrein / Touwslagerstraat e.o.", "MAAK.N - Dubbele Buurt (Mercurius)", "MAAK.N - Warmoesstraat 15", "Noorderhoofdstraat 10",
        "OLV locatie - Ds. Martin Luther Kingweg", "Oostzijde 396", "Tamboerijnhof 22", "Vincent van Goghweg 52", "Zaandammerweg",
        "Zuiderhoofdstraat 48/56",
    )},
}  # fmt: skip
ZAANSTAD_GROUPS = {
    "Kreekrijk Fase F": ["Kreekrijk fase D+F"],
    "MAAK.N - Zaans Pijl (Brokking)": ["Zaans Pijl - De Tuinen & Het Arsenaal 1 & 2", "Zaans Pijl - De Pijl", "Zaans Pijl - Het Arsenaal 3"],
}  # fmt: skip
ZAANSTAD_GONE = (
    "Hoogstraat 20 (gemeente archief), 30, 32, 34", "Inverdan - De Makelaar (Hoek Provincialeweg/Korte Rozengracht)",
    "Inverdan - Eiland 1 (fase 1)", "Inverdan - Groenhout (C100)", "JJ Allanstraat 178-180", "Krimp (tussen 5-13)",
    "MAAK.N - Kalveringdijk - Molenas de Zon", "Oostzijde 140-144", "Villa Dubbele Buurt", "Westzijde 404/408",
)  # fmt: skip


@pytest.mark.real
@pytest.mark.skipif(not PLANS.exists(), reason="the real plans are not here")
def test_forty_plans_of_zaanstad_are_found_two_years_later(compare):
    rows = compare(str(PLANS / "zaanstad_2018.gpkg"), str(PLANS / "zaanstad_2020.gpkg"))
    found = {name: row for row in rows for name in row["vorige_namen"]}
    assert len({*ZAANSTAD, *ZAANSTAD_GROUPS, *ZAANSTAD_GONE}) == 40
    assert {name: found[name]["namen"] for name in ZAANSTAD} == {name: [now] for name, now in ZAANSTAD.items()}
    assert {name: found[name]["namen"] for name in ZAANSTAD_GROUPS} == ZAANSTAD_GROUPS
    assert {found[name]["soort"] for name in ZAANSTAD_GONE} == {"verdwenen"}
    sure = [name for name in ZAANSTAD if found[name]["zeker"]]
    assert len(sure) == 10, "who is called and lies otherwise waits for a person"


# -- two that cannot be compared, or lie a little further on ---------------------------------------------------------------


def moved_file(path, by, names, gemeente=MARKERWAARD, peildatum="2026-07-01"):
    """A plan file with these plans, each moved so many metres east."""
    plans = []
    for number, name in enumerate(names):
        geometry = square(number)
        geometry.translate(by[number] if isinstance(by, list) else by, 0)
        plans.append(
            (geometry, consistent_plan(plan_id=f"id-{number}", plannaam=name, gemeente_code=gemeente.code, gemeente_naam=gemeente.name))
        )
    store.create(path, store.PlanFileInfo(gemeente, Peildatum.parse(peildatum)), plans)
    return str(path)


def test_a_layer_that_lies_a_little_further_as_a_whole_is_told_in_one_sentence(compare, tmp_path):
    names = [f"Plan {number} aan de {word}weg" for number, word in enumerate(("Haven", "Molen", "Kerk", "Dijk", "Zee", "Bos") * 2)]
    then = moved_file(tmp_path / "toen.gpkg", 0, names, peildatum="2026-01-01")
    offsets = [0.046 + 0.001 * (number % 4) for number in range(12)]
    offsets[7] = 12.0  # one plan was drawn anew besides
    rows = compare(then, moved_file(tmp_path / "nu.gpkg", offsets, names))
    assert {row["soort"] for row in rows if row["namen"] != [names[7]]} == {"gelijk"}
    assert [row["soort"] for row in rows if row["namen"] == [names[7]]] == ["verplaatst"]
    report = Path(compare.results["REPORT"]).read_text(encoding="utf-8")
    assert report.count("De polygonen liggen samen 4,7 cm verder dan in de vorige levering.") == 1


def test_plans_that_are_moved_each_by_itself_are_no_shift(compare, tmp_path):
    names = [f"Plan {number} aan de Havenweg" for number in range(12)]
    then = moved_file(tmp_path / "toen.gpkg", 0, names, peildatum="2026-01-01")
    rows = compare(then, moved_file(tmp_path / "nu.gpkg", [0.05 * number for number in range(12)], names))
    assert sum(row["soort"] == "verplaatst" for row in rows) == 11
    assert "samen" not in Path(compare.results["REPORT"]).read_text(encoding="utf-8").split("De woningen verklaard")[0]


def test_zaanstad_was_reckoned_to_rd_in_another_way_in_2018(compare):
    rows = compare(str(PLANS / "zaanstad_2017.gpkg"), str(PLANS / "zaanstad_2018.gpkg"))
    report = Path(compare.results["REPORT"]).read_text(encoding="utf-8")
    assert "De polygonen liggen samen 4,6 cm verder dan in de vorige levering." in report
    assert sum("verplaatst" in row["soort"] for row in rows) < 40, "most were not drawn anew"


def test_deliveries_of_two_municipalities_are_refused(refused, tmp_path):
    then = moved_file(tmp_path / "toen.gpkg", 0, ["Een"], gemeente("GM0396"), "2026-01-01")
    now = moved_file(tmp_path / "nu.gpkg", 0, ["Een"])
    sentence = refused("comparedeliveries", PREVIOUS=then, CURRENT=now, OUTPUT="memory:")
    assert "is van gemeente Heemskerk en ‘nu.gpkg’ van gemeente Markerwaard; kies twee leveringen van dezelfde gemeente." in sentence


def test_a_municipality_that_came_in_the_place_of_another_is_the_same(compare, tmp_path):
    then = moved_file(tmp_path / "toen.gpkg", 0, ["Een"], gemeente("GM0370"), "2022-01-01")  # Beemster went into Purmerend
    assert [row["soort"] for row in compare(then, moved_file(tmp_path / "nu.gpkg", 0, ["Een"], gemeente("GM0439"), "2022-07-01"))] == [
        "gelijk"
    ]
