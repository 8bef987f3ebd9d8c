# SPDX-License-Identifier: GPL-2.0-or-later
"""What a province said goes back to each municipality in a file of its own: only what is to be acted on, and of one delivery."""

import hashlib
import sqlite3
import warnings
import zipfile
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.receiving.overview import members
from lmvw_plugin.core.reviewing.entries import Label
from lmvw_plugin.layers.reviewing import answer_file
from lmvw_plugin.layers.reviewing.answer_reading import read_answer
from lmvw_plugin.layers.reviewing.desk import Desk
from tests.conftest import PEILDATUM, Listener, left_in
from tests.packages import of, place_of, remade, sent, with_a_stranger

HOME, NEIGHBOUR, THIRD = members("Noord-Holland", PEILDATUM)[:3]


def plan(number=0, place=HOME, name="Zuid"):
    return {"plan_id": f"{place.code[2:]}1111-0000-4000-8000-{number:012}", "plannummer": name[:3], "plannaam": name}


@pytest.fixture
def send(tmp_path, provider):
    return partial(sent, tmp_path)


@pytest.fixture
def opened(run, tmp_path):
    return lambda: Path(run("opendeliveries", INPUT=[str(tmp_path / "in")], OUTPUT=str(tmp_path / "b.gpkg"))["OUTPUT"])


@pytest.fixture
def answered(run, tmp_path):
    return lambda **more: run("makeanswers", INPUT=str(tmp_path / "b.gpkg"), FOLDER=str(tmp_path / "uit"), **more)


@pytest.fixture
def made(send, opened, answered, tmp_path):
    """An answer with one label."""
    send([of(HOME, "Zuid")], HOME)
    Desk(opened(), HOME.code, "A. Bos").label(plan(), Label.STRIJDIG)
    answered()
    return tmp_path / "uit" / f"LMVW_antwoord_{HOME.code}_2026-01-01.zip"


def test_each_municipality_gets_what_it_is_to_act_on_and_nothing_else(send, opened, answered, tmp_path):
    package = send([of(HOME, "Zuid"), of(HOME, "Noord"), of(HOME, "Oost")], HOME)
    send([of(NEIGHBOUR, "Ver")], NEIGHBOUR)
    send([of(THIRD, "Niets")], THIRD)
    path = opened()
    desk = Desk(path, HOME.code, "A. Bos")
    desk.label(plan(), Label.STRIJDIG)
    desk.label(plan(1, name="Noord"), Label.NOT_JUDGED)
    desk.label(plan(2, name="Oost"), Label.NONE)
    desk.remark("Ligt over de dijk <b>\nen dat mag niet", plan())
    desk.ask("Wat is dit?", place=(120000.0, 480000.0))
    desk.remark("Al gedaan", plan())
    desk.finish(desk.review().remarks[-1])
    desk.remark("Vergissing", plan())
    desk.undo()
    desk.see(plan())
    Desk(path, NEIGHBOUR.code, "A. Bos").remark("Van de levering als geheel")
    Desk(path, THIRD.code, "A. Bos").see(plan(place=THIRD, name="Niets"))
    before, listener = path.read_bytes(), Listener()
    done = answered(feedback=listener)
    assert (done["ANSWERS"], done["LABELS"], done["REMARKS"]) == (2, 2, 3) and path.read_bytes() == before
    assert left_in(tmp_path / "uit") == sorted(f"LMVW_antwoord_{one.code}_2026-01-01.zip" for one in (HOME, NEIGHBOUR))
    zipped = tmp_path / "uit" / f"LMVW_antwoord_{HOME.code}_2026-01-01.zip"
    answer = read_answer(zipped, Silent())
    assert (answer.provincie, answer.gemeente, answer.peildatum, answer.delivery) == ("Noord-Holland", HOME, PEILDATUM, package.name)
    assert answer.sha256 == hashlib.sha256(package.read_bytes()).hexdigest()
    assert [(one.soort, one.plannaam, one.label, one.tekst) for one in answer.lines] == [
        ("label", "Zuid", "strijdig met provinciaal beleid", ""), ("label", "Noord", "niet beoordeeld", ""),
        ("opmerking", "Zuid", "", "Ligt over de dijk <b>\nen dat mag niet"), ("vraag", "", "", "Wat is dit?"),
    ]  # fmt: skip
    assert [one.is_strijdig for one in answer.lines] == [True, False, False, False]
    inside = place_of(0).boundingBox()
    assert inside.contains(*answer.lines[2].place) and answer.lines[3].place == (120000.0, 480000.0)
    with zipfile.ZipFile(zipped) as packed:
        assert sorted(packed.namelist()) == ["antwoord.gpkg", "antwoord.html", "manifest.json"]
        page = packed.read("antwoord.html").decode()
        assert "VERTROUWELIJK" in page and "dijk &lt;b&gt;" in page and "art. 5.d" in page and "Al gedaan" not in page
        assert not [name for name in packed.namelist() if b"A. Bos" in packed.read(name)]
        packed.extract("antwoord.gpkg", tmp_path)
    layer = QgsVectorLayer(f"{tmp_path / 'antwoord.gpkg'}|layername=opmerkingen", "x", "ogr")
    assert layer.featureCount() == 4 and layer.crs().authid() == "EPSG:28992"
    assert f"De beoordeling van {NEIGHBOUR.name} is nog niet afgesloten." in listener.textLog()


def test_a_label_that_was_taken_back_is_told_and_what_is_about_a_plan_that_is_gone_is_not(send, opened, answered, tmp_path):
    send([of(HOME, "Zuid"), of(HOME, "Weg")], HOME).rename(tmp_path / "in" / "eerst.zip")
    path = opened()
    desk = Desk(path, HOME.code, "A. Bos")
    desk.remark("Blijft dit?", plan(1, name="Weg"))
    desk.remark("Blijft", plan())
    desk.label(plan(), Label.STRIJDIG)
    desk.undo()
    send([of(HOME, "Zuid", bruto_totaal=20)], HOME, moment=datetime(2026, 4, 9))
    opened()
    Desk(path, HOME.code, "A. Bos").close()
    listener = Listener()
    answered(GEMEENTE=HOME.code.lower(), feedback=listener)
    answer = read_answer(tmp_path / "uit" / f"LMVW_antwoord_{HOME.code}_2026-01-01.zip", Silent())
    assert [(one.soort, one.plannaam, one.label, one.tekst) for one in answer.lines] == [
        ("label", "Zuid", "geen", ""), ("opmerking", "Zuid", "", "Blijft"),
    ]  # fmt: skip
    assert "niet afgesloten" not in listener.textLog()


def test_an_answer_that_was_there_stays_beside_the_new_one(made, answered):
    first = made.read_bytes()
    answered()
    kept = [path for path in made.parent.iterdir() if path != made]
    assert [path.read_bytes() for path in kept] == [first] and "_bewaard_" in kept[0].name


def test_an_answer_that_does_not_read_back_gets_no_name(made, refused, tmp_path, monkeypatch):
    first, real = made.read_bytes(), answer_file.read_answer

    def cut(path, feedback):
        answer = real(path, feedback)
        return type(answer)(answer.provincie, answer.gemeente, answer.peildatum, answer.made, answer.delivery, answer.sha256, ())

    monkeypatch.setattr(answer_file, "read_answer", cut)
    given = {"INPUT": str(tmp_path / "b.gpkg"), "FOLDER": str(made.parent)}
    assert "niet goed geschreven" in refused("makeanswers", **given)
    assert left_in(made.parent) == [made.name] and made.read_bytes() == first


def test_without_a_review_there_is_nothing_to_answer(send, opened, refused, clean_file, tmp_path):
    send([of(HOME, "Zuid")], HOME)
    path = opened()
    given = {"INPUT": str(path), "FOLDER": str(tmp_path / "uit")}
    assert "niets te antwoorden" in refused("makeanswers", **given)
    assert "onbekend" in refused("makeanswers", **given, GEMEENTE="GM0000")
    assert "geen beoordelingsbestand" in refused("makeanswers", INPUT=str(clean_file), FOLDER=str(tmp_path / "uit"))
    assert not left_in(tmp_path / "uit")


# -- hostile --------------------------------------------------------------------------------------------------------------


def twice(path):
    with zipfile.ZipFile(path, "a") as packed, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        packed.writestr("manifest.json", packed.read("manifest.json"))


def with_other_bytes(path):
    with zipfile.ZipFile(path) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in held.items():
            packed.writestr(name, content + b" " if name == "antwoord.html" else content)


def in_map(statement):
    """The map changed by hand, and every digest right."""

    def change(path):
        with zipfile.ZipFile(path) as packed:
            held = packed.read("antwoord.gpkg")
        file = path.with_suffix(".tmp")
        file.write_bytes(held)
        with closing(sqlite3.connect(file)) as database, database:
            for trigger in [one for (one,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
                database.execute(f'DROP TRIGGER "{trigger}"')
            for one in statement.split(";"):
                database.execute(one)
        remade(path, more={"antwoord.gpkg": file.read_bytes()})
        file.unlink()

    return change


HOSTILE = {
    "changed bytes": with_other_bytes,
    "a file more": with_a_stranger,
    "a way out": lambda path: remade(path, more={"../../startup.py": b"raise SystemExit"}),
    "two manifests": twice,
    "of nothing": lambda path: path.write_bytes(b"PK"),
    "no manifest": lambda path: zipfile.ZipFile(path, "w").close(),
    "of another sort": lambda path: remade(path, soort="foto"),
    "of a newer plugin": lambda path: remade(path, schema_versie="99.0"),
    "another count": lambda path: remade(path, regels=7),
    "no count": lambda path: remade(path, regels="veel"),
    "a delivery that is none": lambda path: remade(path, levering={"bestand": "x", "sha256": "1"}),
    "made in no time": lambda path: remade(path, gemaakt="gisteren"),
    "a name with a control character": lambda path: remade(path, provincie="Noord\x00"),
    "an unknown municipality": lambda path: remade(path, gemeente_code="GM0000"),
    "a view for remarks": in_map("ALTER TABLE opmerkingen RENAME TO x;CREATE VIEW opmerkingen AS SELECT * FROM x"),
    "a view for what is in the file": in_map(
        "ALTER TABLE gpkg_contents RENAME TO x;CREATE VIEW gpkg_contents AS SELECT * FROM x"  # a hostile one has no end
    ),
    "a computed text": in_map(
        "ALTER TABLE opmerkingen RENAME COLUMN tekst TO x;ALTER TABLE opmerkingen ADD COLUMN tekst TEXT AS (printf('%.*c', 9, 'x'))"
    ),
    "a label that there is not": in_map("UPDATE opmerkingen SET label = 'weg ermee'"),
    "a sort that there is not": in_map("UPDATE opmerkingen SET soort = 'bevel'"),
    "a label of no plan": in_map("UPDATE opmerkingen SET plan_id = NULL"),
    "a day that is none": in_map("UPDATE opmerkingen SET moment = '2026-02-31'"),
    "a text without end": in_map("UPDATE opmerkingen SET tekst = replace(hex(zeroblob(9000)), '0', 'x')"),
    "no layer": in_map("DELETE FROM gpkg_contents"),
    "no database": lambda path: remade(path, more={"antwoord.gpkg": b"x" * 4096}),
}


@pytest.mark.parametrize("how", HOSTILE)
def test_what_is_no_answer_or_was_changed_is_refused_in_a_sentence(how, made):
    assert read_answer(made, Silent()).lines
    HOSTILE[how](made)
    with pytest.raises(LmvwError) as told:
        read_answer(made, Silent())
    assert str(told.value).endswith(".") and (made.name in str(told.value) or how == "an unknown municipality")


def test_ten_gigabytes_are_not_read(made):
    content, at = bytearray(made.read_bytes()), -1
    while (at := content.find(b"PK\1\2", at + 1)) >= 0:
        content[at + 24 : at + 28] = (0xFFFF_FF00).to_bytes(4, "little")
    made.write_bytes(content)
    with pytest.raises(LmvwError, match="geen antwoord"):
        read_answer(made, Silent())


def test_a_delivery_is_told_to_be_one(send):
    path = send([of(HOME, "Zuid")], HOME)
    with pytest.raises(LmvwError, match="is een levering"):
        read_answer(path, Silent())


def test_an_answer_that_cannot_be_made_stops_no_other(send, opened, answered, refused, tmp_path, monkeypatch):
    for place, name in ((HOME, "Zuid"), (NEIGHBOUR, "Ver")):
        send([of(place, name)], place)
    path = opened()
    Desk(path, HOME.code, "A. Bos").label(plan(), Label.STRIJDIG)
    Desk(path, NEIGHBOUR.code, "A. Bos").label(plan(place=NEIGHBOUR, name="Ver"), Label.STRIJDIG)
    first = min(HOME, NEIGHBOUR, key=lambda place: place.code)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE beoordelingen SET plannaam = ? WHERE plan_id LIKE ?", ("x" * 5000, f"{first.code[2:]}%"))
    listener = Listener()
    done = answered(feedback=listener)
    other = NEIGHBOUR if first == HOME else HOME
    assert done["ANSWERS"] == 1 and left_in(tmp_path / "uit") == [f"LMVW_antwoord_{other.code}_2026-01-01.zip"]
    assert first.name in listener.textLog()


@pytest.mark.parametrize("name", ["Zuid\x07kant", "x" * 5000])
def test_a_name_that_no_file_holds_is_kept_as_far_as_it_goes(send, opened, answered, name, tmp_path):
    send([of(HOME, "Zuid")], HOME)
    Desk(opened(), HOME.code, "A. Bos").label(plan(name=name), Label.STRIJDIG)
    assert answered()["ANSWERS"] == 1
    (line,) = read_answer(tmp_path / "uit" / f"LMVW_antwoord_{HOME.code}_2026-01-01.zip", Silent()).lines
    assert line.plannaam in ("Zuidkant", "x" * 4000)


@pytest.mark.parametrize(("version", "plan_files", "opens"), [("1.0", "0.9", True), ("1.1", "9.0", False)])
def test_a_newer_answer_is_known_by_the_version_of_answers(made, monkeypatch, version, plan_files, opens):
    """What a plan file is has a version of its own."""
    monkeypatch.setattr(b, "SCHEMA_VERSION", plan_files)
    remade(made, schema_versie=version)
    if opens:
        assert read_answer(made, Silent()).lines
    else:
        with pytest.raises(LmvwError, match="nieuwere versie"):
            read_answer(made, Silent())
