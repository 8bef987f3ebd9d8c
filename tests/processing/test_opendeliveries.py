# SPDX-License-Identifier: GPL-2.0-or-later
"""What municipalities sent, opened at the province: each delivery verified and judged by itself, none run, none half loaded."""

import json
import sqlite3
import warnings
import zipfile
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from qgis.core import QgsProcessingContext, QgsProject, QgsVectorLayer

from lmvw_plugin.core.basisset.codelists import every_gemeente
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.receiving.overview import members
from lmvw_plugin.layers.workbook.openpyxl_alone import load_workbook
from tests.conftest import MARKERWAARD, PEILDATUM, Listener, left_in
from tests.packages import changed, of, of_an_older_version, place_of, remade, sent, with_a_stranger

EARLIER = Peildatum.parse("2025-07-01")
PROVINCE = members("Noord-Holland", PEILDATUM)
HOME, NEIGHBOUR = PROVINCE[:2]
FAR = every_gemeente()["GM0106"]  # Drenthe
SECRET = {"vertrouwelijk": True, "planstatus": "3"}


@pytest.fixture
def send(tmp_path, provider):
    return partial(sent, tmp_path)


@pytest.fixture
def opened(run, tmp_path):
    def go(*given, context=None, **more):
        more.setdefault("OUTPUT", str(tmp_path / "beoordeling.gpkg"))
        if context is not None:
            from qgis import processing

            return processing.run("lmvw:opendeliveries", {"INPUT": str(tmp_path / "in"), **more}, context=context, feedback=Listener())
        return run("opendeliveries", INPUT=[str(one) for one in given] or [str(tmp_path / "in")], **more)

    return go


def table(done, name, key):
    """The rows of a table, by a column of it."""
    with closing(sqlite3.connect(done["OUTPUT"])) as database:
        database.row_factory = sqlite3.Row
        return {row[key]: dict(row) for row in database.execute(f"SELECT * FROM {name}")}


def told(done):
    """Of each file its state and reason."""
    return {name: (row["stand"], row["reden"]) for name, row in table(done, "leveringen", "bestand").items()}


def levels(done):
    return {code: row["niveau"] for code, row in table(done, "overzicht", "gemeente_code").items()}


def plans_in(done, layer="plannen"):
    read = QgsVectorLayer(f"{done['OUTPUT']}|layername={layer}", "x", "ogr")
    assert read.isValid() and read.crs().authid() == "EPSG:28992"
    return {one["plannaam"]: one for one in read.getFeatures()}


def test_a_delivery_is_opened_as_it_was_sent_and_the_package_stays_as_it_is(send, opened, tmp_path):
    path = send([of(HOME, "Zuid"), of(HOME, "Geheim", **SECRET)], HOME, aggregates=True)
    before = path.read_bytes()
    done = opened()
    assert (done["OPENED"], done["REFUSED"], done["AGAIN"], done["PLANS"], done["MISSING"]) == (1, 0, 0, 2, len(PROVINCE) - 1)
    plans = plans_in(done)
    assert set(plans) == {"Zuid", "Geheim"} and plans["Zuid"]["bruto_2026"] == 8 and plans["Geheim"]["provincie_aggregeert"] is True
    assert plans["Zuid"].geometry().asWkt() == place_of(0).asWkt()
    row = table(done, "overzicht", "gemeente_code")[HOME.code]
    assert (row["plannen"], row["bruto"], row["sloop"], row["netto"], row["vertrouwelijk"], row["optellen"]) == (2, 40, 8, 32, 1, 1)
    assert (row["bruto_hard"], row["bruto_zacht"]) == (0, 40) or row["bruto_hard"] + row["bruto_zacht"] == 40
    receipt = table(done, "leveringen", "bestand")[path.name]
    assert receipt["stand"] == "in beoordeling" and len(receipt["sha256"]) == 64 and receipt["gemaakt"] == "2026-04-01T00:00:00"
    assert path.read_bytes() == before and left_in(tmp_path / "in") == [path.name]
    assert "VERTROUWELIJK" in Path(done["REPORT"]).read_text(encoding="utf-8")
    layer = QgsVectorLayer(f"{done['OUTPUT']}|layername=plannen", "x", "ogr")
    assert layer.renderer().type() == "RuleRenderer" and layer.attributeAlias(layer.fields().indexOf("bruto_totaal")) == "Bruto totaal"


def test_in_a_folder_it_has_the_name_of_province_and_peildatum(send, opened, tmp_path):
    send([of(HOME, "Zuid")], HOME)
    (tmp_path / "uit").mkdir()
    done = opened(OUTPUT=str(tmp_path / "uit"))
    assert left_in(tmp_path / "uit") == [
        "LMVW_beoordeling_Noord-Holland_2026-01-01.gpkg",
        "LMVW_beoordeling_Noord-Holland_2026-01-01_VERTROUWELIJK.html",
    ]
    assert Path(done["OUTPUT"]).name in left_in(tmp_path / "uit")


# -- twenty municipalities ------------------------------------------------------------------------------------------------


def swapped(path, other):
    """The map of another package lies in it; its manifest is its own."""
    with zipfile.ZipFile(path) as packed, zipfile.ZipFile(other) as theirs:
        held = {name: (theirs if name == "plannen.gpkg" else packed).read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in held.items():
            packed.writestr(name, content)


def forged(path, other, *names):
    """Files of another package lie in it, and its manifest has their digests and totals."""
    with zipfile.ZipFile(other) as theirs:
        theirs_says = json.loads(theirs.read("manifest.json"))
        remade(path, more={name: theirs.read(name) for name in names}, totalen=theirs_says["totalen"], plannen=theirs_says["plannen"])


def with_a_way_out(path):
    remade(path, more={"../../startup.py": b"raise SystemExit"})


def with_two_manifests(path):
    with zipfile.ZipFile(path, "a") as packed, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        packed.writestr("manifest.json", packed.read("manifest.json"))


def with_ten_gigabytes(path):
    content, at = bytearray(path.read_bytes()), -1
    while (at := content.find(b"PK\1\2", at + 1)) >= 0:
        content[at + 24 : at + 28] = (0xFFFF_FF00).to_bytes(4, "little")
    path.write_bytes(content)


CODE = "open('uitgevoerd.txt', 'w').write('x')"


def with_code_in_its_style(path):
    style = f"<editforminitcodesource>2</editforminitcodesource><editforminitcode>{CODE}</editforminitcode>".replace("'", "''")
    remade(path, f"UPDATE layer_styles SET styleQML = replace(styleQML, '</qgis>', '{style}<attributeactions><actionsetting type=\"1\" "
                 f"action=\"{CODE.replace(chr(39), chr(39) * 2)}\" name=\"doe\"/></attributeactions></qgis>')")  # fmt: skip


HOSTILE = {
    "changed bytes": (changed, "LEESMIJ.txt"),
    "a file more": (with_a_stranger, "erbij.txt"),
    "zip slip": (with_a_way_out, "pak het niet uit"),
    "two manifests": (with_two_manifests, "twee keer"),
    "ten gigabytes": (with_ten_gigabytes, "geen pakket van een levering"),
    "of a newer plugin": (lambda path: remade(path, schema_versie="99.0"), "nieuwere versie van de plugin"),
    "of the next plugin": (lambda path: remade(path, schema_versie="1.1", nog_iets={"a": 1}), "nieuwere versie van de plugin"),
    "of an older plugin": (lambda path: of_an_older_version(path, "nultreden_geclusterd"), "oudere versie van de plugin"),
    "other totals": (lambda path: remade(path, totalen={"bruto_totaal": 1}), "tellen niet op"),
    "made in no time": (lambda path: remade(path, gemaakt="gisteren"), "beschadigd"),
    "a view for plans": (
        lambda path: [remade(path, "ALTER TABLE plannen RENAME TO x"), remade(path, "CREATE VIEW plannen AS SELECT * FROM x")],
        "andere dan gewone lagen",
    ),
}


def test_twenty_municipalities_of_which_many_are_broken_or_hostile(send, opened, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    sets = {one.code: send([of(one, f"Plan van {one.name}")], one) for one in PROVINCE[:20]}
    *good, map_swapped, map_forged, book_forged, styled = (one.code for one in PROVINCE[len(HOSTILE) : 20])
    hostile = dict(zip((one.code for one in PROVINCE), HOSTILE, strict=False))
    first = sets[good[0]]
    forged(sets[map_forged], first, "plannen.gpkg", "plannen.xlsx")
    forged(sets[book_forged], first, "plannen.xlsx")
    swapped(sets[map_swapped], first)
    with_code_in_its_style(sets[styled])
    for code, how in hostile.items():
        HOSTILE[how][0](sets[code])
    before = {path: path.read_bytes() for path in sets.values()}
    done = opened()
    said = told(done)
    for code, how in hostile.items():
        assert said[sets[code].name][0] == "niet te openen" and HOSTILE[how][1] in said[sets[code].name][1], how
    assert "gewijzigd" in said[sets[map_swapped].name][1] and "andere gemeente" in said[sets[map_forged].name][1]
    assert "niet dezelfde plannen" in said[sets[book_forged].name][1] or "tellen niet op" in said[sets[book_forged].name][1]
    opened_ones = {*good, styled}
    assert {code for code, path in sets.items() if said[path.name][0] == "in beoordeling"} == opened_ones
    assert (done["OPENED"], done["REFUSED"]) == (len(opened_ones), 20 - len(opened_ones))
    assert {one["gemeente_code"] for one in plans_in(done).values()} == opened_ones == set(table(done, "plannen", "gemeente_code"))
    level = levels(done)
    assert {code for code in sets if level[code] == "niet te openen"} == set(sets) - opened_ones
    assert {code for code in level if level[code] == "niet ontvangen"} == {one.code for one in PROVINCE[20:]}
    assert {path: path.read_bytes() for path in sets.values()} == before
    assert not list(tmp_path.rglob("uitgevoerd.txt")) and not list(tmp_path.rglob("startup.py"))
    layer = QgsVectorLayer(f"{done['OUTPUT']}|layername=plannen", "x", "ogr")
    assert not layer.editFormConfig().initCode() and not layer.actions().actions()
    assert CODE.encode() not in Path(done["OUTPUT"]).read_bytes()


def test_a_package_of_an_older_version_that_has_every_column_is_opened_whole(send, opened):
    """As those of the first versions: less stands in their manifest."""
    old, new = send([of(HOME, "Zuid"), of(HOME, "West")], HOME), send([of(NEIGHBOUR, "Noord")], NEIGHBOUR)
    of_an_older_version(old)
    done = opened()
    receipts = table(done, "leveringen", "bestand")
    assert {name: receipts[name]["plannen"] for name in (old.name, new.name)} == {old.name: 2, new.name: 1}
    assert receipts[old.name]["plugin_versie"] == "0.0.9" and set(plans_in(done)) == {"Zuid", "West", "Noord"}
    assert set(levels(done).values()) == {"in orde", "niet ontvangen"}


def test_a_package_of_an_older_version_says_what_it_lacks_and_nothing_of_it_is_kept(send, opened, run, tmp_path):
    old = send([of(HOME, "Zuid")], HOME)
    of_an_older_version(old, "nultreden_geclusterd", "toelichting")
    send([of(NEIGHBOUR, "Noord")], NEIGHBOUR)
    done = opened()
    stand, reason = told(done)[old.name]
    assert stand == "niet te openen" and all(
        word in reason for word in ("schema 0.9", "nultreden_geclusterd", "toelichting", "opnieuw te leveren")
    )
    assert set(plans_in(done)) == {"Noord"} and done["REFUSED"] == 1
    (tmp_path / "set").mkdir()
    assert run("exportsteward", INPUT=str(tmp_path / "in"), FOLDER=str(tmp_path / "set"))["REFUSED"] == 1
    assert run("mergedeliveries", INPUT=str(tmp_path / "in"), OUTPUT=str(tmp_path / "m.gpkg"))["REFUSED"] == 1


def test_of_another_province_or_peildatum_is_a_row_that_says_so(send, opened):
    send([of(HOME, "Zuid")], HOME)
    far = send([of(FAR, "Ver")], FAR)
    early = send([of(NEIGHBOUR, "Vroeg")], NEIGHBOUR, peildatum=EARLIER)
    said = told(opened(PROVINCIE="noord-holland", PEILDATUM="2026-01-01"))
    assert "Drenthe" in said[far.name][1] and "Vorige leveringen" in said[early.name][1]


# -- receipts -------------------------------------------------------------------------------------------------------------


def test_the_same_file_again_changes_nothing_and_says_when_it_came(send, opened, tmp_path):
    path = send([of(HOME, "Zuid")], HOME)
    (tmp_path / "in" / "nog eens.zip").write_bytes(path.read_bytes())
    first = opened()
    assert (first["OPENED"], first["AGAIN"]) == (1, 1)
    listener = Listener()
    done = opened(feedback=listener)
    assert (done["OPENED"], done["AGAIN"], done["PLANS"], len(told(done))) == (0, 2, 1, 1)
    assert "al ontvangen op" in Path(done["REPORT"]).read_text(encoding="utf-8")


def test_a_newer_delivery_takes_the_place_and_the_older_one_stays_to_be_seen(send, opened, tmp_path):
    send([of(HOME, "Zuid"), of(HOME, "Weg")], HOME).rename(tmp_path / "in" / "eerst.zip")
    opened()
    new = send([of(HOME, "Zuid", bruto_totaal=20)], HOME, moment=datetime(2026, 4, 9))
    done = opened(new)
    said = told(done)
    assert said["eerst.zip"][0] == "vervangen" and new.name in said["eerst.zip"][1] and said[new.name][0] == "in beoordeling"
    assert set(plans_in(done)) == {"Zuid"} and set(plans_in(done, "vorige_plannen")) == {"Zuid", "Weg"}
    row = table(done, "overzicht", "gemeente_code")[HOME.code]
    assert row["keer"] == 2


def test_one_that_was_made_earlier_or_has_the_same_content_stays_out(send, opened, tmp_path):
    new = send([of(HOME, "Zuid")], HOME, moment=datetime(2026, 4, 9))
    opened()
    old = send([of(HOME, "Oud")], HOME, folder="later", moment=datetime(2026, 4, 1)).rename(tmp_path / "later" / "oud.zip")
    same = send([of(HOME, "Zuid")], HOME, folder="later", moment=datetime(2026, 4, 20)).rename(tmp_path / "later" / "zelfde.zip")
    done = opened(tmp_path / "later")
    said = told(done)
    assert said[old.name][0] == "ouder" and said[same.name][0] == "zelfde inhoud" and said[new.name][0] == "in beoordeling"
    assert set(plans_in(done)) == {"Zuid"} and (done["OPENED"], done["OLDER"]) == (0, 2)


def test_of_two_at_once_the_last_made_is_reviewed(send, opened, tmp_path):
    send([of(HOME, "Nieuw")], HOME, moment=datetime(2026, 4, 9)).rename(tmp_path / "in" / "a.zip")
    send([of(HOME, "Oud")], HOME)
    assert set(plans_in(opened())) == {"Nieuw"}


def test_a_broken_one_that_is_sent_again_whole_is_opened(send, opened):
    path = send([of(HOME, "Zuid")], HOME)
    whole = path.read_bytes()
    changed(path)
    send([of(NEIGHBOUR, "Noord")], NEIGHBOUR)
    assert levels(opened())[HOME.code] == "niet te openen"
    path.write_bytes(whole)
    done = opened()
    assert set(plans_in(done)) == {"Zuid", "Noord"} and levels(done)[HOME.code] == "in orde"


# -- beside an earlier peildatum ------------------------------------------------------------------------------------------


def test_deliveries_of_an_earlier_peildatum_are_laid_beside(send, opened, tmp_path):
    send([of(HOME, "Zuid"), of(HOME, "Weg")], HOME, folder="toen", peildatum=EARLIER)
    wrong = send([of(NEIGHBOUR, "Zelfde dag")], NEIGHBOUR, folder="toen")
    send([of(HOME, "Zuid")], HOME)
    done = opened(PREVIOUS=str(tmp_path / "toen"))
    row = table(done, "overzicht", "gemeente_code")[HOME.code]
    assert (row["plannen_vorig"], row["bruto_vorig"], row["verdwenen"]) == (2, 40, 1) and row["niveau"] == "te verbeteren"
    found = table(done, "bevindingen", "regel")
    assert found["S4"]["plannaam"] == "Weg" and found["V5"]["ernst"] == "fout"
    assert "vóór" in told(done)[wrong.name][1] and set(plans_in(done, "vorige_plannen")) == {"Zuid", "Weg"}
    assert set(plans_in(done)) == {"Zuid"}


def test_what_is_given_later_to_compare_with_is_compared_then(send, opened, tmp_path):
    send([of(HOME, "Zuid")], HOME)
    assert table(opened(), "overzicht", "gemeente_code")[HOME.code]["verdwenen"] is None
    send([of(HOME, "Zuid"), of(HOME, "Weg")], HOME, folder="toen", peildatum=EARLIER)
    assert table(opened(PREVIOUS=str(tmp_path / "toen")), "overzicht", "gemeente_code")[HOME.code]["verdwenen"] == 1


# -- expectations ---------------------------------------------------------------------------------------------------------


def test_a_province_adds_an_expectation_as_a_row_and_a_wrong_row_is_told(send, opened):
    send([of(HOME, "Zuid")], HOME)
    done = opened()
    with closing(sqlite3.connect(done["OUTPUT"])) as database, database:
        database.execute(
            "INSERT INTO verwachtingen (naam, bewerking, parameters, ernst, wie) VALUES ('Woondeal', 'totaal', ?, 'fout', 'gemeente')",
            (f"gemeente={HOME.code}; veld=bruto; woningen=500; procent=5",),
        )
        database.execute("INSERT INTO verwachtingen (naam, bewerking, ernst, wie) VALUES ('Fout', 'bestaat_niet', 'erg', 'gemeente')")
    done = opened()
    row = table(done, "overzicht", "gemeente_code")[HOME.code]
    assert row["niveau"] == "te verbeteren" and "1 niet zoals verwacht" in row["uitleg"]
    page = Path(done["REPORT"]).read_text(encoding="utf-8")
    assert "Woondeal: bruto is 20 woningen en afgesproken is 500" in page and "bestaat_niet" in page and "‘erg’" in page


# -- without the plugin ---------------------------------------------------------------------------------------------------


def test_what_is_no_package_is_a_row_that_names_what_to_do(send, opened, sample, clean_file, tmp_path):
    send([of(HOME, "Zuid")], HOME)
    inside = tmp_path / "in"
    (inside / "plannen.gpkg").write_bytes((sample / "schoon" / "plannen.gpkg").read_bytes())
    (inside / "werkblad.xlsx").write_bytes((sample / "schoon" / "werkblad.xlsx").read_bytes())
    (inside / "planbestand.gpkg").write_bytes(clean_file.read_bytes())
    (inside / "brief.pdf").write_bytes(b"%PDF")
    with zipfile.ZipFile(inside / "shape.zip", "w") as packed:
        packed.writestr("plannen.shp", b"x")
    with zipfile.ZipFile(next(inside.glob("LMVW_*.zip"))) as packed:
        packed.extractall(inside / packed.filename.removesuffix(".zip"))  # beside its zip: once is enough
        packed.extractall(inside / "uitgepakt")
    done = opened()
    said = told(done)
    assert all(said[name][0] == "niet van deze plugin" for name in ("plannen.gpkg", "werkblad.xlsx", "shape.zip"))
    assert all("naam van de gemeente" in said[name][1] for name in ("plannen.gpkg", "werkblad.xlsx"))
    assert "vraag het opnieuw op" in said["shape.zip"][1]
    assert "planbestand" in said["planbestand.gpkg"][1] and "uitgepakt pakket" in said["uitgepakt"][1]
    assert (done["OPENED"], done["FOREIGN"], len(said)) == (1, 5, 6)


# -- the file -------------------------------------------------------------------------------------------------------------


def test_another_file_is_never_written_over(send, refused, opened, clean_file, tmp_path):
    send([of(HOME, "Zuid")], HOME)
    given = [str(tmp_path / "in")]
    other = tmp_path / "anders.gpkg"
    other.write_bytes(b"van mij")
    assert "geen beoordelingsbestand" in refused("opendeliveries", INPUT=given, OUTPUT=str(other))
    assert "planbestand" in refused("opendeliveries", INPUT=given, OUTPUT=str(clean_file))
    done = opened()
    before = Path(done["OUTPUT"]).read_bytes()
    assert "is de beoordeling van Noord-Holland" in refused("opendeliveries", INPUT=given, OUTPUT=done["OUTPUT"], PEILDATUM="2026-07-01")
    assert Path(done["OUTPUT"]).read_bytes() == before and other.read_bytes() == b"van mij"


def test_who_has_the_review_file_open_sees_what_is_added(send, opened):
    send([of(HOME, "Zuid")], HOME)
    done = opened()
    layer = QgsVectorLayer(f"{done['OUTPUT']}|layername=plannen", "x", "ogr")
    assert layer.featureCount() == 1
    done = opened(send([of(NEIGHBOUR, "Noord")], NEIGHBOUR))
    layer.dataProvider().reloadData()
    assert {one["plannaam"] for one in layer.getFeatures()} == {"Zuid", "Noord"}


def test_what_the_project_has_open_is_not_loaded_twice_and_shows_what_came_in(send, opened, provider):
    send([of(HOME, "Zuid")], HOME)
    source = f"{opened()['OUTPUT']}|layername=plannen"
    layer = QgsVectorLayer(source, "x", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert layer.featureCount() == 1
    send([of(NEIGHBOUR, "Noord")], NEIGHBOUR)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    opened(context=context)
    assert layer.featureCount() == 2 and {one["plannaam"] for one in layer.getFeatures()} == {"Zuid", "Noord"}
    assert source not in context.layersToLoadOnCompletion() and len(context.layersToLoadOnCompletion()) == 5
    QgsProject.instance().removeMapLayer(layer.id())


@pytest.mark.parametrize("at", [10, 50, 85])
def test_who_stops_leaves_everything_as_it_was(at, send, opened, tmp_path):
    send([of(HOME, "Zuid")], HOME)
    opened()
    before = {name: (tmp_path / name).read_bytes() for name in ("beoordeling.gpkg", "beoordeling_VERTROUWELIJK.html")}
    send([of(HOME, "Anders")], HOME, moment=datetime(2026, 5, 1))
    opened(feedback=Listener(cancel_at=at))
    assert {name: (tmp_path / name).read_bytes() for name in before} == before
    assert set(left_in(tmp_path)) - {"maken"} == {"beoordeling.gpkg", "beoordeling_VERTROUWELIJK.html", "in"}


def test_nothing_that_tells_whose_review_it_is_is_told(send, refused, opened, tmp_path):
    changed(send([of(HOME, "Zuid")], HOME))
    given = [str(tmp_path / "in")]
    assert "van welke provincie" in refused("opendeliveries", INPUT=given, OUTPUT=str(tmp_path / "b.gpkg"))
    assert "geen provincie" in refused("opendeliveries", INPUT=given, OUTPUT=str(tmp_path / "b.gpkg"), PROVINCIE="Holland")
    (tmp_path / "leeg").mkdir()
    assert "geen levering" in refused("opendeliveries", INPUT=[str(tmp_path / "leeg")], OUTPUT=str(tmp_path / "b.gpkg"))
    assert "bestaat niet" in refused("opendeliveries", INPUT=[str(tmp_path / "weg")], OUTPUT=str(tmp_path / "b.gpkg"))
    done = opened(PROVINCIE="Noord-Holland", PEILDATUM="2026-01-01")
    assert levels(done)[HOME.code] == "niet te openen" and done["PLANS"] == 0


def test_the_fictitious_province_has_its_one_municipality(send, opened):
    send([of(MARKERWAARD, "Zuid")], MARKERWAARD)
    assert levels(opened()) == {"GM9999": "in orde"}


def test_the_overview_is_a_workbook_when_that_is_asked(send, opened, tmp_path):
    send([of(HOME, "Zuid"), of(HOME, "Geheim", **SECRET)], HOME, aggregates=False)
    changed(send([of(NEIGHBOUR, "Noord")], NEIGHBOUR))
    opened(WORKBOOK=str(tmp_path / "overzicht.xlsx"))
    book = load_workbook(tmp_path / "overzicht.xlsx")
    assert book.sheetnames == ["VERTROUWELIJK", "Gemeenten", "Niet zoals verwacht", "Ontvangen bestanden"]
    head, *rows = book["Gemeenten"].iter_rows(values_only=True)
    by_code = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    assert len(by_code) == len(PROVINCE) and by_code[NEIGHBOUR.code]["niveau"] == "niet te openen"
    assert (by_code[HOME.code]["bruto"], by_code[HOME.code]["optellen"], by_code[HOME.code]["keer"]) == (40, "nee", 1)
    assert book["Ontvangen bestanden"].max_row == 3


def test_words_that_no_file_can_hold_stop_nothing(send, opened, tmp_path):
    path = send([of(HOME, "Zuid")], HOME)
    remade(path, plugin_versie="\ud8001.0\x00<b>")
    other = send([of(NEIGHBOUR, "Noord")], NEIGHBOUR)
    remade(other, more={}, extra="x")
    with zipfile.ZipFile(other) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
    says = json.loads(held["manifest.json"])
    says["sha256"]["\ud800.txt"] = "0"
    held["manifest.json"] = json.dumps(says).encode()
    with zipfile.ZipFile(other, "w") as packed:
        for name, content in held.items():
            packed.writestr(name, content)
    done = opened(WORKBOOK=str(tmp_path / "overzicht.xlsx"))
    assert levels(done)[HOME.code] == "in orde" and told(done)[other.name][0] == "niet te openen"
