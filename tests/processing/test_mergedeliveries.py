# SPDX-License-Identifier: GPL-2.0-or-later
"""Packages of many municipalities in one file: with origin and checks, by art. 7 and 8 for the steward, and going on where a run was stopped."""

import html
import sqlite3
from contextlib import closing
from dataclasses import fields
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.receiving.merged import Origin
from lmvw_plugin.core.receiving.overview import members
from lmvw_plugin.layers.publishing import merging
from lmvw_plugin.layers.publishing.merged import Merged
from lmvw_plugin.layers.workbook.openpyxl_alone import load_workbook
from tests.conftest import PEILDATUM, Listener, consistent_plan, left_in, polygon_layer
from tests.guards import search_for
from tests.packages import changed, of, place_of, remade, sent, with_counts_as_text

PROVINCE = members("Noord-Holland", PEILDATUM)
HOME, OTHER, THIRD = PROVINCE[:3]
SECRET = {"vertrouwelijk": True, "planstatus": "3"}


@pytest.fixture
def send(tmp_path, provider):
    return partial(sent, tmp_path)


@pytest.fixture
def merged(run, tmp_path):
    def go(listener=None, **more):
        given = {"INPUT": str(tmp_path / "in"), "OUTPUT": str(tmp_path / "uit" / "samen.gpkg"), **more}
        return run("mergedeliveries", listener, **given)

    return go


def table(done, name, key):
    with closing(sqlite3.connect(done["OUTPUT"])) as database:
        database.row_factory = sqlite3.Row
        return {row[key]: dict(row) for row in database.execute(f"SELECT * FROM {name}")}


def test_every_plan_is_there_as_it_was_delivered_with_where_it_came_from(send, merged, tmp_path):
    one = send([of(HOME, "Zuid"), of(HOME, "Geheim", **SECRET)], HOME, aggregates=True)
    two = send([of(OTHER, "Noord", bruto_totaal=None)], OTHER, at=5)
    before = {path: path.read_bytes() for path in (one, two)}
    done = merged()
    assert (done["MERGED"], done["REFUSED"], done["PLANS"]) == (2, 0, 3)
    layer = QgsVectorLayer(f"{done['OUTPUT']}|layername=plannen", "x", "ogr")
    assert layer.isValid() and layer.crs().authid() == "EPSG:28992" and layer.hasSpatialIndex() == layer.SpatialIndexPresent
    plans = {plan["plannaam"]: plan for plan in layer.getFeatures()}
    assert {name: plan["pakket"] for name, plan in plans.items()} == {"Zuid": one.name, "Geheim": one.name, "Noord": two.name}
    assert plans["Zuid"].geometry().asWkb() == place_of(0).asWkb() and plans["Noord"].geometry().asWkb() == place_of(5).asWkb()
    assert plans["Zuid"]["bruto_2026"] == 8 and plans["Geheim"]["vertrouwelijk"] is True and plans["Zuid"]["gerealiseerd"] is False
    assert layer.extent().contains(place_of(5).boundingBox()) and layer.renderer().type() != "singleSymbol"
    rows = table(done, "pakketten", "gemeente_code")
    row = rows[HOME.code]
    assert (row["plannen"], row["bruto"], row["sloop"], row["vertrouwelijk"], row["fouten"], row["opgeteld"]) == (2, 40, 8, 1, 0, 0)
    assert (row["peildatum"], row["gemaakt"], row["provincie"]) == ("2026-01-01", "2026-04-01T00:00:00", "Noord-Holland")
    assert row["plugin_versie"] and len(row["sha256"]) == 64 and rows[OTHER.code]["in_te_vullen"] > 0
    assert {path: path.read_bytes() for path in before} == before
    assert left_in(tmp_path / "uit") == ["samen.gpkg", "samen_VERTROUWELIJK.html"]
    with closing(sqlite3.connect(done["OUTPUT"])) as database:
        assert not database.execute("SELECT name FROM sqlite_master WHERE name IN ('lmvw_klaar', 'lmvw_taak')").fetchall()


def test_what_cannot_go_is_told_and_the_rest_goes(send, merged, sample, tmp_path):
    send([of(HOME, "Zuid")], HOME)
    changed(send([of(OTHER, "Stuk")], OTHER))
    with_counts_as_text(send([of(THIRD, "Tekst")], THIRD))
    remade(send([of(PROVINCE[3], "Min")], PROVINCE[3]), plannen=-1)
    send([of(PROVINCE[4], "Vroeg")], PROVINCE[4], peildatum=Peildatum.parse("2025-07-01"))
    send([of(HOME, "Oud")], HOME, moment=datetime(2026, 3, 1)).rename(tmp_path / "in" / "eerder.zip")
    send([of(HOME, "Zuid")], HOME)
    (tmp_path / "in" / "plannen.gpkg").write_bytes((sample / "schoon" / "plannen.gpkg").read_bytes())
    listener = Listener()
    done = merged(listener, PEILDATUM="2026-01-01")
    assert (done["MERGED"], done["REFUSED"], set(table(done, "plannen", "plannaam"))) == (1, 6, {"Zuid"})
    page = html.unescape(Path(done["REPORT"]).read_text(encoding="utf-8"))
    for words in ("LEESMIJ.txt", "niet wat daar hoort", "de peildatum is 2025-07-01", "later gemaakt", "importeer eerst", "VERTROUWELIJK"):
        assert words in page and words in listener.textLog() + "VERTROUWELIJK"


def test_nothing_to_merge_is_said(send, refused, tmp_path):
    changed(send([of(HOME, "Stuk")], HOME))
    given = {"INPUT": str(tmp_path / "in"), "OUTPUT": str(tmp_path / "samen.gpkg")}
    assert "LEESMIJ.txt" in refused("mergedeliveries", **given)
    assert "horen bij" in refused("mergedeliveries", **given, STRIJDIG=f"{HOME.code} Zuid")
    assert set(left_in(tmp_path)) == {"in", "maken"}


# -- for the steward ------------------------------------------------------------------------------------------------------


HALLS = [{"gemeente_code": HOME.code}]


def test_the_steward_gets_no_name_of_what_is_summed(send, merged, tmp_path):
    send([of(HOME, "Zuid"), of(HOME, "Geheime haven", **SECRET), of(HOME, "Stille kade", **SECRET)], HOME, aggregates=True)
    send([of(OTHER, "Noord"), of(OTHER, "Besloten hof", **SECRET)], OTHER, aggregates=False, at=20)
    listener = Listener()
    done = merged(listener, STEWARD=True, TOWN_HALLS=polygon_layer(HALLS), WORKBOOK=str(tmp_path / "uit" / "alles.xlsx"))
    plans = QgsVectorLayer(f"{done['OUTPUT']}|layername=plannen", "x", "ogr")
    told = [(plan["gemeente_code"], plan["plannaam"] or None, plan["bruto_totaal"]) for plan in plans.getFeatures()]
    assert sorted(told, key=str) == sorted(
        [(HOME.code, "Zuid", 20), (HOME.code, None, 40), (OTHER.code, "Noord", 20), (OTHER.code, "Besloten hof", 20)], key=str
    )
    row = table(done, "pakketten", "gemeente_code")[HOME.code]
    assert (row["plannen"], row["opgeteld"], row["sha256"], row["bruto"], row["fouten"]) == (2, 1, "", 60, 0)
    hidden = [("Geheime haven", place_of(1)), ("Stille kade", place_of(2))]
    search = search_for(hidden, [("Zuid", place_of(0)), ("Noord", place_of(20)), ("Besloten hof", place_of(21))])
    assert search.found_in(tmp_path / "uit") == [] and "haven" not in listener.textLog()
    book = load_workbook(tmp_path / "uit" / "alles.xlsx")
    head, *rows = book["Plannen"].iter_rows(values_only=True)
    assert len(rows) == 4 and {row[head.index("plannaam")] for row in rows} == {"Zuid", "Noord", "Besloten hof", None}
    assert book.sheetnames[0] == "VERTROUWELIJK" and book["Gemeenten"].max_row == 3


def test_without_a_place_for_its_sum_a_municipality_does_not_go(send, merged):
    send([of(HOME, "Zuid"), of(HOME, "Geheim", **SECRET)], HOME, aggregates=True)
    send([of(OTHER, "Noord")], OTHER)
    listener = Listener()
    done = merged(listener, STEWARD=True)
    assert (done["MERGED"], done["REFUSED"]) == (1, 1) and set(table(done, "plannen", "plannaam")) == {"Noord"}
    # Why may tell how many plans a municipality has: who merges reads it, the steward does not.
    page = html.unescape(Path(done["REPORT"]).read_text(encoding="utf-8"))
    assert "Niet meegenomen: 1." in page and "Reden" not in page and HOME.name not in page and HOME.code in listener.textLog()


def test_a_plan_that_the_province_labelled_is_confidential_and_a_label_of_no_plan_stops(send, merged, refused, tmp_path):
    send([of(HOME, "Zuid"), of(HOME, "Haven")], HOME)
    assert "‘Elders’" in refused(
        "mergedeliveries", INPUT=str(tmp_path / "in"), OUTPUT=str(tmp_path / "s.gpkg"), STEWARD=True, STRIJDIG=f"{HOME.code} Elders"
    )
    done = merged(STEWARD=True, STRIJDIG=f"{HOME.code} haven")
    plans = table(done, "plannen", "plannaam")
    assert (plans["Zuid"]["vertrouwelijk"], plans["Haven"]["vertrouwelijk"]) == (0, 1)


# -- stopped, and going on ------------------------------------------------------------------------------------------------


@pytest.fixture
def read(monkeypatch):
    """Which packages were read for their plans."""
    names, content_of = [], merging.content_of

    def remember(head, feedback):
        names.append(head.gemeente.code)
        return content_of(head, feedback)

    monkeypatch.setattr(merging, "content_of", remember)
    return names


def test_who_stops_loses_no_package_that_was_done(send, merged, read, tmp_path):
    for number, one in enumerate(PROVINCE[:6]):
        send([of(one, f"Plan van {one.name}")], one, at=number)
    listener = Listener(cancel_at=45)
    assert not merged(listener)
    with closing(sqlite3.connect(tmp_path / "uit" / "samen_VERTROUWELIJK.onvolledig")) as database:
        (done_already,) = database.execute("SELECT count(*) FROM pakketten").fetchone()
    assert 0 < done_already < 5 and f"{done_already} van 6 pakketten zijn klaar" in listener.textLog()
    assert left_in(tmp_path / "uit") == ["samen_VERTROUWELIJK.onvolledig"]
    read.clear()
    listener = Listener()
    done = merged(listener)
    assert len(read) == 6 - done_already and f"{done_already} pakketten al klaar" in listener.textLog()
    assert set(table(done, "plannen", "plannaam")) == {f"Plan van {one.name}" for one in PROVINCE[:6]}
    assert left_in(tmp_path / "uit") == ["samen.gpkg", "samen_VERTROUWELIJK.html"]


def test_what_was_stopped_follows_what_is_in_the_folder_now(send, merged, read, tmp_path):
    paths = [send([of(one, f"Plan van {one.name}")], one) for one in PROVINCE[:4]]
    merged(Listener(cancel_at=60))
    assert len(read) > 2
    paths[0].unlink()
    send([of(PROVINCE[1], "Verbeterd")], PROVINCE[1], moment=datetime(2026, 4, 9))
    done = merged()
    names = set(table(done, "plannen", "plannaam"))
    assert names == {"Verbeterd", *(f"Plan van {one.name}" for one in PROVINCE[2:4])} and done["MERGED"] == 3


def test_a_run_for_the_steward_never_goes_on_with_what_was_made_for_the_province(send, merged, read):
    send([of(HOME, "Zuid"), of(HOME, "Geheime haven", **SECRET)], HOME, aggregates=True)
    send([of(OTHER, "Noord")], OTHER)
    merged(Listener(cancel_at=88))
    assert len(read) == 2
    done = merged(STEWARD=True, TOWN_HALLS=polygon_layer(HALLS))
    assert set(table(done, "plannen", "plannaam")) == {"Zuid", "Noord", None} and b"Geheime haven" not in Path(done["OUTPUT"]).read_bytes()


def test_what_was_half_made_by_a_killed_run_begins_anew(send, merged, tmp_path):
    send([of(HOME, "Zuid")], HOME)
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "samen_VERTROUWELIJK.onvolledig").write_bytes(b"geen database")
    assert merged()["MERGED"] == 1


def test_what_has_the_name_is_set_aside_and_own_work_is_spared(send, merged, refused, clean_file, tmp_path):
    send([of(HOME, "Zuid")], HOME)
    merged()
    merged()
    kept = [name for name in left_in(tmp_path / "uit") if "_bewaard_" in name]
    assert len(kept) == 1
    assert "uw eigen werk" in refused("mergedeliveries", INPUT=str(tmp_path / "in"), OUTPUT=str(clean_file))


def test_where_somebody_has_the_file_open_the_new_one_is_kept_and_told(send, merged, refused, monkeypatch, tmp_path):
    """On Windows a file that is open in QGIS takes no other name."""
    send([of(HOME, "Zuid")], HOME)
    target = Path(merged()["OUTPUT"])
    before, replace = target.read_bytes(), Path.replace

    def held(path, *given):
        if path == target:
            raise PermissionError(13, "in gebruik")
        return replace(path, *given)

    monkeypatch.setattr(Path, "replace", held)
    said = refused("mergedeliveries", INPUT=str(tmp_path / "in"), OUTPUT=str(target))
    (kept,) = (one for one in target.parent.iterdir() if "_bewaard_" in one.name)
    assert str(kept) in said and target.read_bytes() == before
    assert set(table({"OUTPUT": str(kept)}, "plannen", "plannaam")) == {"Zuid"}
    assert not list(target.parent.glob("*.onvolledig"))


@pytest.mark.parametrize("default", ["OFF", "ON"])
def test_what_was_taken_out_is_in_no_byte_of_the_file(tmp_path, provider, monkeypatch, default):
    """SQLite is made with either default; what it lets stand is read by whoever gets the file."""
    connect = sqlite3.connect

    def connected(*given, **named):
        database = connect(*given, **named)
        database.execute(f"PRAGMA secure_delete = {default}")
        return database

    monkeypatch.setattr(sqlite3, "connect", connected)
    path = tmp_path / "samen.onvolledig"
    file = Merged(path, PEILDATUM)
    file.begin("taak-die-weg-moet")
    for number, name in ((1, "Geheime haven"), (2, "Zuid")):
        values = consistent_plan(plannaam=name)
        row = [values[field.name] for field in b.COLUMNS]
        counts = {"levering": number, "pakket": f"{name}.zip"}
        texts = {one.name: counts.get(one.name, "") for one in fields(Origin) if one.name not in ("plannen", "bruto")}
        file.add(Origin(**texts), f"kenmerk-{name}", [row], [place_of(number).asWkb().data()])
    file.remove(1)
    file.finish()
    held = path.read_bytes()
    assert b"Zuid" in held and not [word for word in (b"Geheime haven", b"kenmerk-", b"taak-die-weg") if word in held]


# -- two runs at one name -------------------------------------------------------------------------------------------------


class Meanwhile(Listener):
    """Another run begins while this one is at work."""

    def __init__(self, other):
        super().__init__()
        self._other, self.said = other, None

    def _progressed(self, progress):
        super()._progressed(progress)
        if progress > 45 and self.said is None:
            self.said = ""
            self.said = self._other()


def test_of_two_runs_at_one_name_the_second_waits_and_nothing_of_one_is_in_the_other(send, merged, refused, tmp_path):
    """The second would take the file of the first for its own: confidential plans would go to the steward."""
    send([of(HOME, "Zuid"), of(HOME, "Geheime haven", **SECRET)], HOME, aggregates=True)
    for number, one in enumerate(PROVINCE[1:5]):
        send([of(one, f"Plan van {one.name}")], one, at=10 + number)
    target = tmp_path / "uit" / "samen.gpkg"
    again = {"INPUT": str(tmp_path / "in"), "OUTPUT": str(target), "STEWARD": True, "TOWN_HALLS": polygon_layer(HALLS)}
    listener = Meanwhile(lambda: refused("mergedeliveries", **again))
    done = merged(listener)
    assert "wordt al gemaakt" in listener.said
    assert "Geheime haven" in table(done, "plannen", "plannaam") and len(table(done, "pakketten", "gemeente_code")) == 5
    assert left_in(target.parent) == ["samen.gpkg", "samen_VERTROUWELIJK.html"]
    assert "Geheime haven" not in table(merged(STEWARD=True, TOWN_HALLS=polygon_layer(HALLS)), "plannen", "plannaam")
