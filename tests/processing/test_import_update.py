# SPDX-License-Identifier: GPL-2.0-or-later
"""Importing into a plan file that holds plans: shown first, chosen, in one undoable step, and never twice."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from lmvw_plugin.layers.planfile.tables import confidential_table, hints_table
from tests.conftest import Listener, change, left_in, polygon_layer, read_plans, square

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}


@pytest.fixture(autouse=True)
def empty_project():
    """What a test opens is gone for the next one."""
    yield
    QgsProject.instance().clear()


@pytest.fixture
def target(run, tmp_path):
    path = tmp_path / "p.gpkg"
    run("importplans", INPUT=layer(), **SHARED, OUTPUT=str(path))
    return path


def layer(rows=None, geometries=None):
    return polygon_layer(rows or [{"plannaam": "Haven", "plannummer": "1", "bruto": 10}, {"plannaam": "Dijk", "plannummer": "2", "bruto": 5}],
                         geometries=geometries)  # fmt: skip


NEWER = [{"plannaam": "Haven", "plannummer": "1", "bruto": 12}, {"plannaam": "Dijk Oost", "plannummer": "2", "bruto": None},
         {"plannaam": "Nieuwe kade", "plannummer": "3", "bruto": 7}]  # fmt: skip


def plans_of(path):
    return {plan["plannaam"]: plan for plan, _ in read_plans(path)}


def totals_of(path):
    return {name: plan["bruto_totaal"] for name, plan in plans_of(path).items()}


def test_without_permission_nothing_changes(run, refused, target):
    message = refused("importplans", INPUT=layer(NEWER), **SHARED, OUTPUT=str(target))
    assert "bevat al 2 plannen en wordt niet overschreven" in message
    assert "(UPDATE)" in message
    assert totals_of(target) == {"Haven": 10, "Dijk": 5}


def test_a_dry_run_shows_what_would_change(run, target):
    before = target.read_bytes()
    result = run("importplans", INPUT=layer(NEWER), **SHARED, OUTPUT=str(target), DRY_RUN=True)
    assert target.read_bytes() == before
    assert (result["CHANGED"], result["NEW"], result["UNCHANGED"]) == (2, 1, 0)
    rows = json.loads(Path(result["CHANGES_FOUND"]).read_text(encoding="utf-8"))["wijzigingen"]
    assert [(row["plannaam"], row["veld"], row["oud"], row["nieuw"], row["overnemen"]) for row in rows] == [
        ("Haven", "bruto_totaal", "10", "12", True), ("Dijk Oost", "plannaam", "Dijk", "Dijk Oost", True), ("Nieuwe kade", None, "", "Nieuwe kade", True),
    ]  # fmt: skip
    assert "Alleen getoond, niets veranderd: 2 plannen zouden wijzigen, 1 is nieuw" in Path(result["REPORT"]).read_text(encoding="utf-8")


def test_a_dry_run_of_a_new_file_makes_none(run, tmp_path):
    result = run("importplans", INPUT=layer(), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"), DRY_RUN=True)
    assert result["NEW"] == 2
    assert left_in(tmp_path) == ["p_import.html", "p_kolomkoppeling.json", "p_wijzigingen.json"]


def test_an_update_keeps_ids_and_never_duplicates(run, target):
    ids = {plan["plannummer"]: plan["plan_id"] for plan in plans_of(target).values()}
    result = run("importplans", INPUT=layer(NEWER), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert (result["CHANGED"], result["NEW"], result["UNCHANGED"]) == (2, 1, 0)
    assert totals_of(target) == {"Haven": 12, "Dijk Oost": 5, "Nieuwe kade": 7}  # what is empty in the source erases nothing
    assert {plan["plannummer"]: plan["plan_id"] for plan in plans_of(target).values() if plan["plannummer"] != "3"} == ids
    again = run("importplans", INPUT=layer(NEWER), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert (again["CHANGED"], again["NEW"], again["UNCHANGED"]) == (0, 0, 3)


def test_only_what_was_chosen_is_changed(run, target):
    shown = run("importplans", INPUT=layer(NEWER), **SHARED, OUTPUT=str(target), DRY_RUN=True)
    document = json.loads(Path(shown["CHANGES_FOUND"]).read_text(encoding="utf-8"))
    for row in document["wijzigingen"]:
        row["overnemen"] = row["veld"] == "bruto_totaal"
    Path(shown["CHANGES_FOUND"]).write_text(json.dumps(document), encoding="utf-8")
    result = run("importplans", INPUT=layer(NEWER), **SHARED, OUTPUT=str(target), UPDATE=True, CHANGES=shown["CHANGES_FOUND"])
    assert (result["CHANGED"], result["NEW"]) == (1, 0)
    assert totals_of(target) == {"Haven": 12, "Dijk": 5}
    assert "overgeslagen" in Path(result["REPORT"]).read_text(encoding="utf-8")


def test_a_choice_that_is_none_is_refused(refused, target, tmp_path):
    (tmp_path / "k.json").write_text("[]", encoding="utf-8")
    message = refused("importplans", INPUT=layer(NEWER), **SHARED, OUTPUT=str(target), UPDATE=True, CHANGES=str(tmp_path / "k.json"))
    assert "‘k.json’ is geen lijst van wijzigingen" in message


def test_a_moved_polygon_is_a_change(run, target):
    result = run("importplans", INPUT=layer(geometries=[square(7), square(1)]), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert (result["CHANGED"], result["UNCHANGED"]) == (1, 1)
    assert {plan["plannaam"]: geometry.asWkb() for plan, geometry in read_plans(target)}["Haven"] == square(7).asWkb()


@pytest.mark.parametrize(("row", "geometry", "reason"), [
    ({"plannaam": "Haven ", "bruto": 3}, square(9), "lijkt op ‘Haven’ in het planbestand"),
    ({"plannaam": "Iets anders", "bruto": 3}, square(0), "heeft dezelfde polygoon als ‘Haven’ in het planbestand"),
])  # fmt: skip
def test_a_plan_that_may_be_there_already_waits(run, target, row, geometry, reason):
    rows = [{"plannaam": "Dijk", "bruto": 6}, row]
    result = run("importplans", INPUT=layer(rows, [square(1), geometry]), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert (result["CHANGED"], result["NEW"], result["NOT_IMPORTED"]) == (1, 0, 1)
    text = Path(result["REPORT"]).read_text(encoding="utf-8")
    assert reason in text
    assert "KLOPT NIET" not in text
    assert totals_of(target) == {"Haven": 10, "Dijk": 6}


def test_equal_names_pair_by_polygon_or_wait(run, target):
    rows = [{"plannaam": "Dijk", "bruto": 8}, {"plannaam": "Dijk", "bruto": 9}]
    result = run("importplans", INPUT=layer(rows, [square(1), square(5)]), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert (result["CHANGED"], result["NEW"], result["NOT_IMPORTED"]) == (1, 0, 1)
    assert totals_of(target) == {"Haven": 10, "Dijk": 8}


def hints_of(path):
    names = {plan["plan_id"]: plan["plannaam"] for plan, _ in read_plans(path)}
    return {names[plan_id]: [one.waarde for one in said] for plan_id, said in hints_table.read(path).items()}


WORDS = [
    {"plannaam": "Haven", "plannummer": "1", "bruto": 10, "plantype": "Uitleg"},
    {"plannaam": "Dijk", "plannummer": "2", "bruto": 5, "plantype": "Sloop"},
]
OTHER_WORDS = [WORDS[0] | {"plantype": "Transformatie", "bruto": 11}, WORDS[1] | {"plantype": "Verdichting"}]


@pytest.mark.parametrize("opened", [False, True])
def test_what_the_source_says_in_its_own_words_is_kept_with_the_plan_that_is_there(run, tmp_path, qgis_new_project, opened):
    path = tmp_path / "w.gpkg"
    run("importplans", INPUT=layer(WORDS), **SHARED, OUTPUT=str(path))
    assert hints_of(path) == {"Haven": ["Uitleg"], "Dijk": ["Sloop"]}
    plans = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    if opened:
        QgsProject.instance().addMapLayer(plans)
    run("importplans", INPUT=layer(OTHER_WORDS), **SHARED, OUTPUT=str(path), UPDATE=True)
    assert hints_of(path) == {"Haven": ["Transformatie"]}, "also before it is saved"
    assert not opened or plans.commitChanges()
    assert hints_of(path) == {"Haven": ["Transformatie"]}


def test_what_the_source_says_of_plans_that_are_thrown_away_goes_with_them(run, tmp_path, qgis_new_project):
    path = tmp_path / "w.gpkg"
    run("importplans", INPUT=layer(WORDS), **SHARED, OUTPUT=str(path))
    plans = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    QgsProject.instance().addMapLayer(plans)
    run("importplans", INPUT=layer(OTHER_WORDS), **SHARED, OUTPUT=str(path), UPDATE=True)
    assert plans.rollBack()
    assert hints_of(path) == {"Haven": ["Uitleg"], "Dijk": ["Sloop"]}
    assert plans.startEditing()
    assert plans.changeAttributeValue(1, plans.fields().lookupField("toelichting"), "later")
    assert plans.commitChanges()
    assert hints_of(path) == {"Haven": ["Uitleg"], "Dijk": ["Sloop"]}


def test_an_open_layer_is_changed_in_one_step_that_can_be_undone(run, target, qgis_new_project):
    opened = QgsVectorLayer(f"{target}|layername=plannen", "plannen", "ogr")
    QgsProject.instance().addMapLayer(opened)
    before = target.read_bytes()
    result = run("importplans", INPUT=layer(NEWER), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert (result["CHANGED"], result["NEW"]) == (2, 1)
    assert opened.isEditable()
    assert sorted(feature["plannaam"] for feature in opened.getFeatures()) == ["Dijk Oost", "Haven", "Nieuwe kade"]
    assert opened.undoStack().count() == 1
    opened.undoStack().undo()
    assert sorted(feature["plannaam"] for feature in opened.getFeatures()) == ["Dijk", "Haven"]
    opened.undoStack().redo()
    assert opened.commitChanges()
    assert totals_of(target) == {"Haven": 12, "Dijk Oost": 5, "Nieuwe kade": 7}
    assert target.read_bytes() != before


def test_edits_that_were_not_saved_are_seen(run, target, qgis_new_project):
    opened = QgsVectorLayer(f"{target}|layername=plannen", "plannen", "ogr")
    QgsProject.instance().addMapLayer(opened)
    opened.startEditing()
    (fid,) = (feature.id() for feature in opened.getFeatures() if feature["plannaam"] == "Haven")
    opened.changeAttributeValue(fid, opened.fields().lookupField("bruto_totaal"), 12)
    result = run("importplans", INPUT=layer(NEWER[:1]), **SHARED, OUTPUT=str(target), DRY_RUN=True)
    assert (result["CHANGED"], result["UNCHANGED"]) == (0, 1)
    opened.rollBack()


@pytest.mark.parametrize("percentage", [0, 20, 45, 60, 90])
def test_cancel_leaves_the_plan_file_untouched(run, target, percentage):
    before, beside = target.read_bytes(), left_in(target.parent)
    rows = [{"plannaam": f"Plan nummer {number}", "bruto": number} for number in range(300)]
    run("importplans", INPUT=layer(rows), **SHARED, OUTPUT=str(target), UPDATE=True, feedback=Listener(cancel_at=percentage))
    assert target.read_bytes() == before
    assert left_in(target.parent) == beside


def test_what_a_person_filled_in_stays(run, target):
    change(target, "Haven", planstatus="2A", plantype="verdichting")
    run("importplans", INPUT=layer(NEWER), **SHARED, OUTPUT=str(target), UPDATE=True)
    plan = plans_of(target)["Haven"]
    assert (plan["planstatus"], plan["plantype"], plan["bruto_totaal"]) == ("2A", "verdichting", 12)
    with sqlite3.connect(target) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_our_own_delivery_comes_back_with_its_ids(run, clean_file, tmp_path):
    delivered = run("exportdelivery", INPUT=str(clean_file), **SHARED, FOLDER=str(tmp_path / "uit"))
    result = run("importplans", INPUT=f"{delivered['GPKG']}|layername=plannen", **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    first = {plan["plan_id"]: plan for plan, _ in read_plans(clean_file)}
    second = {plan["plan_id"]: plan for plan, _ in read_plans(tmp_path / "p.gpkg")}
    assert set(second) <= set(first)
    assert result["IMPORTED"] == len(second) > 30
    live = [plan for plan in second.values() if plan["bruto_totaal"] is not None]
    for plan in live:
        assert plan == first[plan["plan_id"]]
    later = run(
        "importplans",
        INPUT=f"{delivered['GPKG']}|layername=plannen",
        **SHARED | {"PEILDATUM": "2027-01-01"},
        OUTPUT=str(tmp_path / "q.gpkg"),
    )
    moved = {plan["plan_id"]: plan for plan, _ in read_plans(tmp_path / "q.gpkg")}
    for plan in live:  # one year on, the second year is the first
        assert moved[plan["plan_id"]]["bruto_jaar01"] == plan["bruto_jaar02"]
        # 2036-2040 does not fit in 2037-2041 and is never divided; only where nothing is to come, there is nothing to divide
        nothing = [plan[slot] for slot in ("bruto_jaar01", "bruto_periode1", "bruto_periode2")] == [0, 0, 0]
        assert moved[plan["plan_id"]]["bruto_periode1"] == (0 if nothing else None)
    text = Path(later["REPORT"]).read_text(encoding="utf-8")
    assert "KLOPT NIET" not in text
    assert "bruto_2036_2040" in text


@pytest.mark.parametrize("where", ["new", "on disk", "open"])
def test_what_the_province_called_strijdig_in_another_plan_file_is_so_here(run, target, tmp_path, qgis_new_project, where):
    other, path = tmp_path / "van_een_collega.gpkg", tmp_path / "nieuw.gpkg" if where == "new" else target
    run("importplans", INPUT=layer([*NEWER, {"plannaam": "Dijk", "plannummer": "9", "bruto": 5}]), **SHARED, OUTPUT=str(other))
    theirs = plans_of(other)
    labelled = [theirs[name]["plan_id"] for name in ("Haven", "Nieuwe kade")]
    confidential_table.label(other, labelled, True, "A. Bos", "2026-01-05 10:00")
    if where == "open":
        QgsProject.instance().addMapLayer(opened := QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr"))
    more = {} if where == "new" else {"UPDATE": True}
    run("importplans", INPUT=f"{other}|layername=plannen", **SHARED, OUTPUT=str(path), **more)
    assert where != "open" or opened.commitChanges()
    ours = plans_of(path)
    assert {"Haven", "Nieuwe kade"} <= set(ours)
    assert confidential_table.labels(path) == {ours[name]["plan_id"]: ("A. Bos", "2026-01-05 10:00") for name in ("Haven", "Nieuwe kade")}
    assert where == "new" or ours["Haven"]["plan_id"] != theirs["Haven"]["plan_id"], "found by its name, under an ID of its own"


def test_a_plan_file_of_another_year_is_refused(refused, clean_file, tmp_path):
    message = refused(
        "importplans", INPUT=f"{clean_file}|layername=plannen", **SHARED | {"PEILDATUM": "2027-01-01"}, OUTPUT=str(tmp_path / "p.gpkg")
    )
    assert "telt zijn jaren vanaf 1 januari 2026, niet vanaf 1 januari 2027" in message
    assert left_in(tmp_path) == []


def test_a_layer_that_cannot_be_edited_stays_as_it_is(run, target, qgis_new_project):
    opened = QgsVectorLayer(f"{target}|layername=plannen", "plannen", "ogr")
    opened.setReadOnly(True)
    QgsProject.instance().addMapLayer(opened)
    result = run("importplans", INPUT=layer(NEWER), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert (result["CHANGED"], result["NEW"]) == (0, 0)
    assert not opened.isEditable()
    assert totals_of(target) == {"Haven": 10, "Dijk": 5}


def test_a_plan_file_in_which_another_program_writes_is_refused(refused, target, monkeypatch):
    before = target.read_bytes()
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **more: connect(path, **{**more, "timeout": 0.2}))
    with closing(connect(target)) as database:
        database.execute("BEGIN EXCLUSIVE")
        message = refused("importplans", INPUT=layer(NEWER), **SHARED, OUTPUT=str(target), UPDATE=True)
        database.rollback()
    assert message == f"In ‘{target}’ schrijft op dit moment een ander programma; wacht tot het klaar is of sluit het daar."
    assert target.read_bytes() == before


@pytest.mark.parametrize("change_table", ["", "ALTER TABLE lmvw_import DROP COLUMN bruto_totaal", "DROP TABLE lmvw_import"])
def test_what_the_import_remembers_is_what_the_source_said_also_in_a_table_of_another_version(run, target, change_table):
    """What the table lacks is written with the next import; until then a changed value is no work by hand."""
    with sqlite3.connect(target) as database:
        database.execute(change_table)
    run("importplans", INPUT=layer(NEWER), **SHARED, OUTPUT=str(target), UPDATE=True)
    change(target, "Haven", bruto_totaal=99)
    result = run("importplans", INPUT=layer(NEWER), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert result["CHANGED"] == 0
    (waits,) = [
        row for row in json.loads(Path(result["CHANGES_FOUND"]).read_text(encoding="utf-8"))["wijzigingen"] if row["plannaam"] == "Haven"
    ]
    assert (waits["oud"], waits["nieuw"], waits["overnemen"]) == ("99", "12", False)
    assert "met de hand" in waits["reden"]
