# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer with unsaved edits is read as it was when it was taken, whoever saves it before it is copied, and nobody waits for the copy."""

import gc
import sqlite3
import tempfile
import threading
from contextlib import closing

import pytest
from qgis.core import QgsFeature, QgsVectorLayer

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.reviewing.answer import Answer
from lmvw_plugin.core.rules.acceptance import Accepted
from lmvw_plugin.layers import sources
from lmvw_plugin.layers.moment import digest
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.province import remarks_table
from lmvw_plugin.layers.planfile.tables import accepted_table
from lmvw_plugin.layers.reading import Taken
from lmvw_plugin.layers.seen import held_copy
from lmvw_plugin.layers.seen.held_copy import HeldCopy
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square


@pytest.fixture
def path(tmp_path, qgis_app):
    plans = [(square(number), consistent_plan(plan_id=f"plan-{number}", plannaam=f"Plan {number}")) for number in range(4)]
    planfile.create(tmp_path / "plannen.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    return tmp_path / "plannen.gpkg"


@pytest.fixture
def layer(path):
    return edited(path)


def edited(path):
    """Open, with a plan changed, one removed and two added."""
    layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    layer.startEditing()
    rename(layer, 1, "gewijzigd")
    layer.deleteFeature(2)
    for number, name in enumerate(("nieuw", "nog een")):
        new = QgsFeature(layer.fields())
        for field, value in consistent_plan(plannaam=name, plan_id=name).items():
            new.setAttribute(field, value)
        new.setGeometry(square(10 + number))
        assert layer.addFeature(new)
    return layer


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """The folder where copies are made."""
    (tmp_path / "tijdelijk").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tijdelijk"))
    return tmp_path / "tijdelijk"


def rename(layer, fid, name):
    assert layer.changeAttributeValue(fid, layer.fields().lookupField("plannaam"), name)


def shown(source):
    return [(one.id(), one["plannaam"], one.geometry().asWkt()) for one in source.getFeatures()]


def read(taken):
    """On another thread, as a job does."""
    found = []

    def work():
        try:
            with taken.read() as reading:
                found.append(shown(reading.source))
        except LmvwError as error:
            found.append(str(error))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return found[0]


def test_who_saves_before_it_is_copied_has_nothing_twice(layer):
    expected = shown(layer)
    assert [name for _, name, _ in expected].count("nieuw") == 1
    taken = Taken(layer)
    assert layer.commitChanges()
    assert read(taken) == expected


def test_what_is_saved_after_it_was_taken_is_not_in_it(path):
    layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    taken, expected = Taken(layer), shown(layer)
    layer.startEditing()
    rename(layer, 1, "daarna")
    assert layer.commitChanges()
    assert read(taken) == expected


def test_the_checksum_is_that_of_what_is_read(path):
    """Not of the file, in which somebody saved meanwhile: the manifest of a delivery says it."""
    layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    taken = Taken(layer)
    layer.startEditing()
    rename(layer, 1, "daarna")
    assert layer.commitChanges()
    with taken.read() as reading:
        assert "daarna" not in [name for _, name, _ in shown(reading.source)]
        assert reading.sha256 == digest(reading.copy) != digest(path)


def test_what_the_plan_file_says_beside_its_plans_is_of_the_same_moment(path):
    """Peildatum, accepted warnings and answers of the province: somebody changes them once the copy is made."""
    layer = edited(path)
    taken = Taken(layer)
    assert layer.commitChanges(), "which makes the copy"
    answer = Answer("Flevoland", MARKERWAARD, PEILDATUM, "2026-04-01T10:00:00", "x.zip", "0" * 64, ())
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE lmvw_planbestand SET peildatum = '2027-01-01'")
    accepted_table.accept(path, Accepted("plan-0", "P2", "", "x", "Mag zo."))
    remarks_table.keep(path, answer)
    with taken.read() as reading:
        assert (reading.info.peildatum, vars(reading.accepted), reading.remarks) == (PEILDATUM, {"_kept": {}}, None)
    with Taken(layer).read() as reading:
        assert reading.info.peildatum != PEILDATUM and vars(reading.accepted)["_kept"] and reading.remarks == []


def test_the_features_have_the_ids_and_the_order_of_the_layer(layer):
    assert read(Taken(layer)) == shown(layer)


def test_what_a_filter_leaves_out_is_counted_with_the_edits_that_are_not_saved(path):
    layer = QgsVectorLayer(f"{path}|layername=plannen|subset=\"plannaam\" <> 'Plan 3'", "plannen", "ogr")
    layer.startEditing()
    layer.deleteFeature(1)
    with Taken(layer).read() as reading:
        assert reading.source.featureCount() == 2
        assert reading.left_out.count == 1, "the plan that was removed is not left out by the filter"
    layer.rollBack()


def test_what_is_typed_over_a_value_that_is_no_number_is_read(path):
    """QGIS gives the 12.5 in a column of whole numbers as 12: what the file stores is read past it, but not past who types."""
    with closing(sqlite3.connect(path)) as database, database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger}"')
        database.execute("UPDATE plannen SET bruto_totaal = 12.5 WHERE fid < 3")
    layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    layer.startEditing()
    assert layer.changeAttributeValue(1, layer.fields().lookupField("bruto_totaal"), 7)
    with Taken(layer).read() as reading:
        counts = [row["bruto_totaal"] for _, row in sources.rows(reading.source, ["bruto_totaal"])]
    assert counts[:2] == [7, 12.5]
    layer.rollBack()


def test_a_new_plan_that_is_selected_is_selected_in_the_copy(layer):
    """What was added and removed again before it has a number of its own too."""
    new = next(one for one in layer.getFeatures() if one["plannaam"] == "nieuw")
    layer.deleteFeature(new.id())
    layer.selectByExpression("\"plannaam\" in ('nog een', 'gewijzigd')")
    with Taken(layer, plans=False).read() as reading:
        assert {one["plannaam"] for one in reading.layer.selectedFeatures()} == {"nog een", "gewijzigd"}


def test_nothing_is_copied_where_the_user_works(layer, temporary):
    taken = Taken(layer)
    rename(layer, 3, "daarna")
    assert not list(temporary.iterdir())
    assert "daarna" not in [name for _, name, _ in read(taken)]
    assert layer.commitChanges()
    assert not list(temporary.iterdir())


def test_two_that_read_at_once(layer):
    first = Taken(layer)
    before = shown(layer)
    rename(layer, 3, "daarna")
    second, after = Taken(layer), shown(layer)
    assert layer.commitChanges(False)
    rename(layer, 3, "veel later")
    assert layer.commitChanges()
    assert (read(first), read(second)) == (before, after)


def test_what_was_taken_stays_when_the_edits_are_undone(layer):
    taken, expected = Taken(layer), shown(layer)
    layer.rollBack()
    layer.startEditing()
    rename(layer, 4, "anders")
    layer.commitChanges()
    assert read(taken) == expected


def test_the_layer_may_be_gone(path):
    layer = edited(path)
    taken, expected = Taken(layer), shown(layer)
    layer.rollBack()
    del layer
    gc.collect()
    assert read(taken) == expected


def test_who_never_reads_leaves_nothing(layer, temporary):
    taken = Taken(layer)
    del taken
    gc.collect()
    assert layer.commitChanges(False)
    assert not list(temporary.iterdir())
    rename(layer, 3, "daarna")
    taken = Taken(layer)
    assert layer.commitChanges()
    assert len(list(temporary.iterdir())) == 1
    del taken
    gc.collect()
    assert not list(temporary.iterdir())


def test_a_saving_does_not_wait_for_who_waits_for_another_program(path, monkeypatch):
    monkeypatch.setattr(held_copy, "_TURN", 0.1)
    held, said, waiting = HeldCopy(path), [], threading.Event()

    class Listens:
        def isCanceled(self):  # noqa: N802  # QGIS's name
            return False

        def setProgress(self, _):  # noqa: N802  # QGIS's name
            pass

        def pushInfo(self, _):  # noqa: N802  # QGIS's name
            waiting.set()

    def work():
        try:
            held.made(Listens(), 30)
        except LmvwError as error:
            said.append(str(error))

    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        reader = threading.Thread(target=work)
        reader.start()
        assert waiting.wait(10)
        held.hurry()  # returns while the other still waits
        assert reader.is_alive()
        other.execute("ROLLBACK")
    reader.join()
    assert said == [f"‘{path}’ is opgeslagen terwijl de plannen gelezen werden; probeer het opnieuw."]
    held.close()


def test_a_file_that_cannot_be_copied_holds_up_no_saving(layer, path, temporary):
    taken = Taken(layer)
    temporary.rmdir()
    assert layer.commitChanges()
    assert "tijdelijk" in read(taken)
