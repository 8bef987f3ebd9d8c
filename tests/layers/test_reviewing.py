# SPDX-License-Identifier: GPL-2.0-or-later
"""What reviewers say of deliveries is kept in the review file, with who and when; of which delivery it is, is never in doubt."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.receiving.overview import members
from lmvw_plugin.core.receiving.receipts import Receipt, State
from lmvw_plugin.core.reviewing.answer import LONGEST
from lmvw_plugin.core.reviewing.entries import Entry, Kind, Label, Review
from lmvw_plugin.core.reviewing.renewed import Renewed
from lmvw_plugin.layers.receiving import tables
from lmvw_plugin.layers.reviewing import entries_table
from lmvw_plugin.layers.reviewing.desk import Desk
from tests.conftest import PEILDATUM
from tests.packages import of, sent

HOME, NEIGHBOUR = members("Noord-Holland", PEILDATUM)[:2]


@pytest.fixture
def send(tmp_path, provider):
    return partial(sent, tmp_path)


@pytest.fixture
def opened(run, tmp_path):
    return lambda: Path(run("opendeliveries", INPUT=[str(tmp_path / "in")], OUTPUT=str(tmp_path / "b.gpkg"))["OUTPUT"])


def plan(number=0, place=HOME, name="Zuid"):
    return {"plan_id": f"{place.code[2:]}1111-0000-4000-8000-{number:012}", "plannummer": name[:3], "plannaam": name}


def rows(path, question):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(question).fetchall()


def test_what_two_reviewers_say_is_kept_with_who_and_when_and_the_plans_stay_as_they_are(send, opened):
    send([of(HOME, "Zuid"), of(HOME, "Noord")], HOME)
    send([of(NEIGHBOUR, "Ver")], NEIGHBOUR)
    path = opened()
    before = rows(path, "SELECT * FROM plannen")
    bos, vries = Desk(path, HOME.code, "A. Bos"), Desk(path, HOME.code, "B. de Vries")
    bos.label(plan(), Label.STRIJDIG)
    vries.label(plan(1, name="Noord"), Label.NOT_JUDGED)
    vries.remark("Ligt over de dijk", plan())
    bos.ask("Hoort dit erbij?", place=(120000.5, 480000.25))
    bos.see(plan())
    vries.see(plan())
    vries.see(plan())
    review = bos.review()
    assert review.label_of(plan()["plan_id"]) is Label.STRIJDIG and review.label_of(plan(1)["plan_id"]) is Label.NOT_JUDGED
    assert [(one.soort, one.wie, one.plannaam, one.place) for one in review.remarks] == [
        ("opmerking", "B. de Vries", "Zuid", None), ("vraag", "A. Bos", "", (120000.5, 480000.25)),
    ]  # fmt: skip
    assert review.seen == {plan()["plan_id"]: ["A. Bos", "B. de Vries"]} and not review.carried
    assert all(datetime.fromisoformat(one.moment) for one in review.remarks)
    assert rows(path, "SELECT * FROM plannen") == before
    assert not Desk(path, NEIGHBOUR.code, "A. Bos").review().labels
    layer = QgsVectorLayer(f"{path}|layername={entries_table.TABLE}", "x", "ogr")
    assert layer.crs().authid() == "EPSG:28992"
    assert [one.geometry().asWkt(2) for one in layer.getFeatures() if one.hasGeometry()] == ["Point (120000.5 480000.25)"]


def test_a_reviewer_takes_back_step_by_step_what_was_his_and_all_of_it_stays_to_be_seen(send, opened):
    send([of(HOME, "Zuid")], HOME)
    path = opened()
    bos, vries = Desk(path, HOME.code, "A. Bos"), Desk(path, HOME.code, "B. de Vries")
    bos.label(plan(), Label.NOT_JUDGED)
    bos.label(plan(), Label.STRIJDIG)
    vries.remark("Van een ander", plan())
    assert bos.undo().label == Label.STRIJDIG.value and bos.review().label_of(plan()["plan_id"]) is Label.NOT_JUDGED
    assert bos.undo().label == Label.NOT_JUDGED.value and bos.review().label_of(plan()["plan_id"]) is Label.NONE
    assert bos.undo() is None and [one.tekst for one in bos.review().remarks] == ["Van een ander"]
    assert set(bos.review().once) == {plan()["plan_id"]}
    vries.finish(vries.review().remarks[0])
    assert not vries.review().remarks
    vries.undo()
    assert [one.tekst for one in vries.review().remarks] == ["Van een ander"]
    assert len(entries_table.read(path)) == 7


def test_a_review_is_of_one_package_and_what_was_said_goes_on_to_a_newer_one(send, opened, tmp_path):
    send([of(HOME, "Zuid"), of(HOME, "Weg")], HOME).rename(tmp_path / "in" / "eerst.zip")
    path = opened()
    old = Desk(path, HOME.code, "A. Bos")
    old.label(plan(), Label.STRIJDIG)
    old.remark("Waar is de kaart?", plan())
    old.see(plan())
    old.close()
    assert old.review().closed.wie == "A. Bos"
    old.remark("Toch nog iets", plan(1, name="Weg"))
    assert old.review().closed is None
    send([of(HOME, "Zuid", bruto_totaal=20)], HOME, moment=datetime(2026, 4, 9))
    opened()
    before = entries_table.read(path)
    for step in (old.close, partial(old.label, plan(), Label.NONE), partial(old.see, plan())):
        with pytest.raises(LmvwError, match="nieuwere levering ontvangen"):
            step()
    assert entries_table.read(path) == before
    new = Desk(path, HOME.code, "A. Bos")
    review = new.review()
    assert review.current.sha256 != old.receipt.sha256
    assert review.label_of(plan()["plan_id"]) is Label.STRIJDIG and not review.seen and review.closed is None
    assert [one.tekst or one.label for one in review.carried] == [Label.STRIJDIG.value, "Waar is de kaart?", "Toch nog iets"]
    assert new.undo() is None
    with pytest.raises(LmvwError, match="staat niet in de levering"):
        new.see(plan(1, name="Weg"))
    new.label(plan(), Label.NONE)
    new.finish(review.remarks[0])
    assert [one.tekst for one in new.review().carried] == ["Toch nog iets"]
    new.close()
    assert new.review().closed


def test_who_opens_deliveries_meanwhile_writes_over_nothing_that_was_said(send, opened, tmp_path, monkeypatch):
    send([of(HOME, "Zuid")], HOME)
    path = opened()
    desk = Desk(path, HOME.code, "A. Bos")
    state = tables.about(path).state
    desk.see(plan())
    assert tables.about(path).state != state
    send([of(NEIGHBOUR, "Ver")], NEIGHBOUR)
    opened()
    assert [one.soort for one in entries_table.read(path)] == ["gezien"]


@pytest.mark.parametrize("text, words", [(" \n", "geen tekst"), ("x" * (LONGEST + 1), "langer dan")])
def test_a_remark_says_something(send, opened, text, words):
    send([of(HOME, "Zuid")], HOME)
    desk = Desk(opened(), HOME.code, "A. Bos")
    with pytest.raises(LmvwError, match=words):
        desk.remark(text, plan())
    assert not desk.review().remarks


def test_of_a_municipality_that_did_not_deliver_there_is_nothing_to_review(send, opened):
    send([of(HOME, "Zuid")], HOME)
    with pytest.raises(LmvwError, match=f"gemeente {NEIGHBOUR.name} is geen levering in beoordeling"):
        Desk(opened(), NEIGHBOUR.code, "A. Bos")


def test_that_answers_of_the_municipality_cannot_be_read_is_said_only_where_something_waits_for_one(send, opened):
    send([of(HOME, "Zuid")], HOME)
    path = opened()
    Desk(path, HOME.code, "A. Bos").label(plan(), Label.STRIJDIG)
    again = send([of(HOME, "Zuid"), of(HOME, "Noord")], HOME, moment=datetime(2026, 4, 9))
    opened()
    aside = again.rename(again.with_suffix(".weg"))
    desk = Desk(path, HOME.code, "A. Bos")
    assert desk.hear() == 0
    desk.remark("Van nu", plan())
    assert desk.hear() == 0  # this delivery was made before it was said
    aside.rename(again)
    send([of(HOME, "Zuid", bruto_totaal=24)], HOME, moment=datetime(2026, 4, 10)).rename(newest := again.with_name("nieuwste.zip"))
    opened()
    desk = Desk(path, HOME.code, "A. Bos")
    assert desk.hear() == 0  # nothing was answered, and the package is there
    newest.write_bytes(b"iets anders")
    with pytest.raises(LmvwError, match=r"nieuwste\.zip.*ligt niet meer"):
        desk.hear()
    newest.unlink()
    with pytest.raises(LmvwError, match=r"nieuwste\.zip.*ligt niet meer"):
        desk.hear()


def test_the_overview_tells_how_far_each_review_is_and_starts_anew_with_a_newer_delivery(send, opened):
    send([of(HOME, "Zuid"), of(HOME, "Noord")], HOME)
    path = opened()
    asked = f"SELECT gezien, gelabeld, openstaand, afgesloten FROM overzicht WHERE gemeente_code = '{HOME.code}'"
    assert rows(path, asked) == [(0, 0, 0, 0)]
    bos = Desk(path, HOME.code, "A. Bos")
    bos.see(plan())
    bos.label(plan(1, name="Noord"), Label.STRIJDIG)
    bos.remark("Ligt over de dijk", plan())
    assert rows(path, asked) == [(1, 1, 1, 0)]
    bos.undo()
    bos.close()
    assert rows(path, asked) == [(1, 1, 0, 1)]
    assert opened() and rows(path, asked) == [(1, 1, 0, 1)]  # nothing new came in
    assert "afgesloten" in path.with_name("b_VERTROUWELIJK.html").read_text(encoding="utf-8")
    send([of(HOME, "Zuid", bruto_totaal=24), of(HOME, "Noord")], HOME, moment=datetime(2026, 4, 9))
    assert opened() and rows(path, asked) == [(0, 1, 0, 0)]  # the label holds on


def test_a_review_file_of_before_the_overview_told_how_far_it_is_takes_what_is_said(send, opened):
    send([of(HOME, "Zuid")], HOME)
    path = opened()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE overzicht DROP COLUMN gezien")
        database.execute("DROP TABLE kolomkoppelingen")
        database.execute("DELETE FROM gpkg_contents WHERE table_name = 'kolomkoppelingen'")
    Desk(path, HOME.code, "A. Bos").see(plan())
    send([of(NEIGHBOUR, "Ver")], NEIGHBOUR)
    assert opened() and rows(path, f"SELECT gezien FROM overzicht WHERE gemeente_code = '{HOME.code}'") == [(1,)]


def without_what_was_changed(path):
    """As a version made it that did not keep what newer deliveries changed."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DROP TABLE vernieuwd")
        database.execute("DELETE FROM gpkg_contents WHERE table_name = 'vernieuwd'")


def test_of_a_delivery_that_an_earlier_version_opened_nothing_is_said_of_what_it_changed(send, opened):
    send([of(HOME, "Zuid")], HOME)
    path = opened()
    Desk(path, HOME.code, "A. Bos").see(plan())
    for bruto, day in ((22, 9), (24, 11)):
        send([of(HOME, "Zuid", bruto_totaal=bruto)], HOME, moment=datetime(2026, 4, day))
        opened()
        if bruto == 22:
            without_what_was_changed(path)
            review = Desk(path, HOME.code, "A. Bos").review()
            assert (review.was_seen(plan()["plan_id"]), review.renewed(plan()["plan_id"])) == (False, [])
    review = Desk(path, HOME.code, "A. Bos").review()  # the last step is known, and the one before is not
    assert (review.was_seen(plan()["plan_id"]), review.renewed(plan()["plan_id"])) == (False, [])
    assert [step.wijziging for step in review.steps.last] == ["Bruto totaal van 22 naar 24"]


def test_a_review_file_of_before_changes_were_kept_is_read_and_takes_a_newer_delivery(send, opened):
    send([of(HOME, "Zuid")], HOME)
    path = opened()
    without_what_was_changed(path)
    bos = Desk(path, HOME.code, "A. Bos")
    bos.see(plan())
    assert bos.review().renewed(plan()["plan_id"]) == []
    send([of(HOME, "Zuid", bruto_totaal=24)], HOME, moment=datetime(2026, 4, 9))
    opened()
    review = Desk(path, HOME.code, "A. Bos").review()
    (step,) = review.renewed(plan()["plan_id"])
    assert (step.soort, step.wijziging) == ("gewijzigd", "Bruto totaal van 20 naar 24")
    assert rows(path, "SELECT vervangt, plan_id, soort FROM vernieuwd") == [(1, "", "levering"), (1, plan()["plan_id"], "gewijzigd")]


def test_what_was_changed_while_nobody_looked_adds_up_until_somebody_sees_it(send, opened):
    send([of(HOME, "Zuid"), of(HOME, "Noord")], HOME)
    path = opened()
    Desk(path, HOME.code, "A. Bos").see(plan())
    changed = {}
    for day, change in ((9, {"bruto_totaal": 24}), (11, {"sloop_totaal": 3}), (13, {"toelichting": "x"})):
        changed |= change
        send([of(HOME, "Zuid", **changed), of(HOME, "Noord")], HOME, moment=datetime(2026, 4, day))
        opened()
    desk = Desk(path, HOME.code, "A. Bos")
    assert [step.wijziging.split()[0] for step in desk.review().renewed(plan()["plan_id"])] == ["Bruto", "Sloop", "Toelichting"]
    assert desk.review().renewed(plan(1)["plan_id"]) == [] and not desk.review().was_seen(plan(1)["plan_id"])
    desk.see(plan())
    send([of(HOME, "Zuid", **changed), of(HOME, "Noord", bruto_totaal=1)], HOME, moment=datetime(2026, 4, 15))
    opened()
    review = Desk(path, HOME.code, "A. Bos").review()
    assert review.renewed(plan()["plan_id"]) == [] and review.was_seen(plan()["plan_id"])
    assert [step.wijziging for step in review.renewed(plan(1)["plan_id"])] == ["Bruto totaal van 20 naar 1"]


def test_what_came_later_with_a_lower_number_is_still_later():
    """A file that could not be opened at first keeps its number."""
    receipts = [
        Receipt(number, f"{number}.zip", "", str(number), "2026-04-01T00:00:00", stand.value, gemeente_code=HOME.code)
        for number, stand in ((1, State.REPLACED), (2, State.CURRENT), (3, State.REPLACED))
    ]
    seen = Entry("n", 3, "3", HOME.code, Kind.SEEN.value, "A. Bos", "2026-04-02T00:00:00", "p")
    steps = [
        Renewed(3, 1, "", "", "levering"), Renewed(3, 1, "p", "Zuid", "gewijzigd", "toen"),
        Renewed(2, 3, "", "", "levering"), Renewed(2, 3, "p", "Zuid", "gewijzigd", "nu"), Renewed(2, 3, "q", "Noord", "weg"),
    ]  # fmt: skip
    for entries in ([seen], []):
        assert [step.wijziging for step in Review(HOME.code, receipts, entries, steps).renewed("p")] == ["nu"]
    earlier = replace(seen, levering=1, sha256="1")
    assert [step.wijziging for step in Review(HOME.code, receipts, [earlier], steps).renewed("p")] == ["toen", "nu"]
    assert [step.plannaam for step in Review(HOME.code, receipts, [seen], steps).steps.gone] == ["Noord"]
