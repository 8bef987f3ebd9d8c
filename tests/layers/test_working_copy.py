# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file on a network drive is worked on in a copy here, and put back where nobody worked meanwhile."""

import dataclasses
import hashlib
import sqlite3
from contextlib import closing
from datetime import datetime
from threading import Timer

import pytest

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.filling.progress import Sent
from lmvw_plugin.layers import moment
from lmvw_plugin.layers.planfile import store, working_copy
from lmvw_plugin.layers.planfile.tables import check_table, confidential_table, decisions_table, fill_memory
from lmvw_plugin.layers.planfile.transaction import PlanTable, state_in, state_of
from tests.conftest import left_in, read_plans


def rename(path, old, new):
    """A plan gets another name, as QGIS would write it."""
    layer = store.open_layer(path)
    plan = next(plan for plan in layer.getFeatures() if plan["plannaam"] == old)
    assert layer.startEditing()
    assert layer.changeAttributeValue(plan.id(), layer.fields().lookupField("plannaam"), new)
    assert layer.commitChanges()


def named(path):
    return sorted(plan["plannaam"] for plan, _ in read_plans(path))


@pytest.fixture
def share(own_file, tmp_path):
    """The folder of the network, and one on this computer."""
    here = tmp_path / "hier"
    here.mkdir()
    return own_file, here


def test_what_was_done_in_the_copy_is_put_back_and_the_old_file_kept(share):
    original, here = share
    before, name = named(original), named(original)[0]
    work = working_copy.take(original, here)
    assert (named(work.path), left_in(here)) == (before, [original.name])
    rename(work.path, name, "Nieuwe naam")
    assert named(original) == before
    after, kept = working_copy.put_back(work)
    assert named(original) == named(work.path) == sorted({*before, "Nieuwe naam"} - {name})
    assert named(kept) == before
    rename(work.path, "Nieuwe naam", "Nog nieuwer")
    _, again = working_copy.put_back(after)
    assert "Nog nieuwer" in named(original)
    assert again != kept


def test_a_colleague_who_has_it_open_keeps_the_file(share):
    original, here = share
    name = named(original)[0]
    work = working_copy.take(original, here)
    rename(work.path, name, "Nieuwe naam")
    layer = store.open_layer(original)
    assert layer.featureCount()
    number = original.stat().st_ino
    working_copy.put_back(work)
    assert original.stat().st_ino == number, "in place: it is still the file that he has open"
    layer.reload()
    assert "Nieuwe naam" in {plan["plannaam"] for plan in layer.getFeatures()}


def test_where_a_colleague_worked_nothing_is_put_back(share):
    original, here = share
    first, second, *_ = named(original)
    work = working_copy.take(original, here)
    rename(original, first, "Van een collega")
    rename(work.path, second, "Van mij")
    before, files = state_of(original), left_in(original.parent)
    with pytest.raises(LmvwError, match="is gewerkt sinds u de werkkopie maakte; er is niets teruggezet"):
        working_copy.put_back(work)
    assert state_of(original) == before
    assert left_in(original.parent) == files


def test_an_original_that_somebody_is_writing_in_stays_as_it_is(share, monkeypatch):
    original, here = share
    work = working_copy.take(original, here)
    rename(work.path, named(work.path)[0], "Nieuwe naam")
    monkeypatch.setattr(working_copy, "PATIENCE", 0.3)
    taken, files = moment.copy_of, left_in(original.parent)

    def then_locked(path, folder, *more):
        done = taken(path, folder, *more)
        if path == work.path:
            colleague.execute("BEGIN EXCLUSIVE")
        return done

    monkeypatch.setattr(working_copy, "copy_of", then_locked)
    with closing(sqlite3.connect(original, isolation_level=None)) as colleague:
        before = named(original)
        with pytest.raises(LmvwError, match="schrijft op dit moment een ander programma"):
            working_copy.put_back(work)
        colleague.execute("ROLLBACK")
    assert named(original) == before
    assert left_in(original.parent) == files


def test_what_was_decided_in_the_original_meanwhile_is_not_lost(share):
    original, here = share
    work = working_copy.take(original, here)
    with closing(sqlite3.connect(original)) as colleague, colleague:
        colleague.execute("UPDATE lmvw_planbestand SET akkoord_klein = 'mail van 3 maart'")
    with pytest.raises(LmvwError, match="er is niets teruggezet"):
        working_copy.put_back(work)
    assert store.read_info(original).akkoord_klein == "mail van 3 maart"


def test_invulbladen_that_went_out_of_the_original_meanwhile_are_not_lost(share):
    original, here = share
    work = working_copy.take(original, here)
    fill_memory.keep_sent(original, [Sent("kenmerk", "Jansen", "Jansen.xlsx", "2026-01-05", {})])
    with pytest.raises(LmvwError, match="er is niets teruggezet"):
        working_copy.put_back(work)
    assert [one.mark for one in fill_memory.read(original)] == ["kenmerk"]


def test_what_was_labelled_strijdig_in_the_original_meanwhile_is_not_lost(share):
    original, here = share
    work = working_copy.take(original, here)
    confidential_table.label(original, ["een-plan"], True, "A. Bos", "2026-01-05 10:00")
    with pytest.raises(LmvwError, match="er is niets teruggezet"):
        working_copy.put_back(work)
    assert confidential_table.read(original, "2026-01-01").strijdig == {"een-plan"}


ANSWERED = (
    "CREATE TABLE opmerkingen_provincie (fid INTEGER PRIMARY KEY, nummer TEXT, reactie TEXT)",
    "INSERT INTO opmerkingen_provincie (nummer) VALUES ('een')",
)
REACTED = "UPDATE opmerkingen_provincie SET reactie = 'Volgt in juli'"


def do(path, *statements):
    with closing(sqlite3.connect(path)) as database, database:
        for statement in statements:
            database.execute(statement)


@pytest.mark.parametrize(("before", "meanwhile"), [((), ANSWERED), (ANSWERED, (REACTED,))])
def test_what_was_said_in_the_original_of_the_answer_of_the_province_is_not_lost(share, before, meanwhile):
    original, here = share
    do(original, *before)
    work = working_copy.take(original, here)
    do(original, *meanwhile)
    with pytest.raises(LmvwError, match="er is niets teruggezet"):
        working_copy.put_back(work)


def test_a_reaction_in_the_copy_is_put_back(share):
    original, here = share
    do(original, *ANSWERED)
    work = working_copy.take(original, here)
    do(work.path, REACTED)
    working_copy.put_back(work)
    with closing(sqlite3.connect(original)) as database:
        assert database.execute("SELECT reactie FROM opmerkingen_provincie").fetchall() == [("Volgt in juli",)]


def test_what_was_ticked_off_in_the_original_meanwhile_is_not_lost(share):
    original, here = share
    with closing(sqlite3.connect(original)) as database, database:
        decisions_table.write(database, [ROW])
    work = working_copy.take(original, here)
    decisions_table.tick(original, [ROW], "A. Bos", "2026-01-05 10:00")
    with pytest.raises(LmvwError, match="er is niets teruggezet"):
        working_copy.put_back(work)
    assert [one.wie for one in decisions_table.read(original)] == ["A. Bos"]


ROW = decisions_table.Row("een-plan", "", "Haven", "meergezins", "Meergezins", "9", None, False, "Dit aantal blijft staan.")


@pytest.fixture
def of_before(share):
    """A working copy that an earlier version made, of a plan file in which something was to be decided."""
    original, here = share
    with closing(sqlite3.connect(original)) as database, database:
        decisions_table.write(database, [ROW])
        for column in ("wie", "moment"):
            database.execute(f"ALTER TABLE lmvw_te_beslissen DROP COLUMN {column}")
    work = working_copy.take(original, here)
    with closing(sqlite3.connect(original)) as database:
        state = hashlib.sha256(state_in(database))
        for (table,) in database.execute(working_copy._OURS).fetchall():
            if table not in BEFORE:
                for row in database.execute(f'SELECT * FROM "{table}"'):
                    state.update(repr((table, row)).encode("utf-8", "surrogatepass"))
    return dataclasses.replace(work, state=state.digest())


# as the version of that time had it
BEFORE = (
    "lmvw_controle",
    "lmvw_bevindingen",
    "lmvw_verklaring",
    "lmvw_te_beslissen",
    "lmvw_levering_plan",
    "lmvw_levering_inhoud",
    "lmvw_levering_onderweg",
)


def test_a_working_copy_of_an_earlier_version_is_put_back(of_before):
    rename(of_before.path, named(of_before.path)[0], "Nieuwe naam")
    working_copy.put_back(of_before)
    assert "Nieuwe naam" in named(of_before.original)


@pytest.mark.parametrize("meanwhile", ["ticked off", "worked in"])
def test_a_working_copy_of_an_earlier_version_overwrites_nothing_either(of_before, meanwhile):
    if meanwhile == "ticked off":
        decisions_table.tick(of_before.original, [ROW], "A. Bos", "2026-01-05 10:00")
    else:
        rename(of_before.original, named(of_before.original)[0], "Van een collega")
    with pytest.raises(LmvwError, match="er is niets teruggezet"):
        working_copy.put_back(of_before)


def test_a_check_of_the_original_meanwhile_holds_nothing_up(share):
    original, here = share
    work = working_copy.take(original, here)
    check_table.replace(original, [("een-plan", "goed", None, "", None)], datetime(2026, 1, 5), Silent())
    working_copy.put_back(work)


@pytest.mark.parametrize("waits", [False, True])
def test_what_a_colleague_saves_at_the_last_moment_is_not_overwritten(share, monkeypatch, waits):
    original, here = share
    work = working_copy.take(original, here)
    rename(work.path, named(work.path)[0], "Nieuwe naam")
    taken, files = moment.copy_of, left_in(original.parent)
    colleague = sqlite3.connect(original, isolation_level=None, check_same_thread=False)
    PlanTable(colleague)  # it knows what the triggers of the plans call
    saved = Timer(0.5 * waits, lambda: colleague.execute("COMMIT"))

    def then_worked_in(path, folder, *more):
        done = taken(path, folder, *more)
        if path == work.path:
            colleague.execute("BEGIN IMMEDIATE")
            colleague.execute("UPDATE plannen SET toelichting = 'Van een collega'")
            saved.start()
            if not waits:
                saved.join()
        return done

    monkeypatch.setattr(working_copy, "copy_of", then_worked_in)
    with closing(colleague), pytest.raises(LmvwError, match="er is niets teruggezet"):
        working_copy.put_back(work)
    assert {plan["toelichting"] for plan, _ in read_plans(original)} == {"Van een collega"}
    assert left_in(original.parent) == files


def test_an_original_that_is_out_of_reach_is_told(share):
    original, here = share
    work = working_copy.take(original, here)
    original.unlink()
    with pytest.raises(LmvwError, match=r"is nu niet te bereiken\. Uw werkkopie blijft staan"):
        working_copy.put_back(work)


def test_no_file_of_the_user_is_overwritten(share):
    original, here = share
    (here / original.name).write_bytes(b"van de gebruiker")
    with pytest.raises(LmvwError, match="staat al een bestand"):
        working_copy.take(original, here)
    assert (here / original.name).read_bytes() == b"van de gebruiker"
