# SPDX-License-Identifier: GPL-2.0-or-later
"""Invulbladen made, filled in, and read back: real plan files, real workbooks, and a second reader."""

import json
import shutil
import sqlite3
import subprocess
from contextlib import closing, suppress
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from qgis.core import QgsProcessingException, QgsProject

from lmvw_plugin.core.delivering.sheets import COLUMN, FIRST
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import fill_memory as memory
from lmvw_plugin.layers.workbook.openpyxl_alone import load_workbook
from tests.conftest import MARKERWAARD, PEILDATUM, Listener, change, consistent_plan, plan_rows, read_plans, square
from tests.secrets import pieces

LEADER = "A. de Boer-Geheim"
PLANS = [
    consistent_plan(plan_id="1", plannaam="Havenkwartier"),
    consistent_plan(plan_id="2", plannaam="Dijkzicht", bruto_totaal=None, plantype=None),
    consistent_plan(plan_id="3", plannaam="Bosrand", planstatus="5A"),
]


@pytest.fixture
def path(tmp_path):
    plans = [(square(number), plan | {"projectleider": LEADER if number < 2 else None}) for number, plan in enumerate(PLANS)]
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    (tmp_path / "uit").mkdir()
    yield tmp_path / "p.gpkg"
    QgsProject.instance().clear()


@pytest.fixture
def sheet(run, path):
    """The invulblad of the leader of two plans."""
    made = run("makefillsheets", INPUT=str(path), FOLDER=str(path.parent / "uit"), UNTIL="voor 15 maart")
    assert made["SHEETS"] == 2
    return path.parent / "uit" / "invulblad_2026-01-01_A_ de Boer-Geheim.xlsx"


def answer(sheet, plan, **values):
    """Fill in cells of a plan, as its leader would."""
    book = load_workbook(sheet)
    cells = book["Plannen"]
    ((row, columns),) = ((number, row) for number, row in enumerate(cells.iter_rows(values_only=True), 1) if "plannaam" in row)
    (at,) = (number for number in range(row + 1, cells.max_row + 1) if cells.cell(number, columns.index("plannaam") + 1).value == plan)
    for column, value in values.items():
        cells.cell(at, columns.index(column) + 1).value = value
    book.save(sheet)


def cell_of(column, row=FIRST):
    return f"{COLUMN[column]}{row}"


def stored(path, name):
    return next(plan for plan, _ in read_plans(path) if plan["plannaam"] == name)


def test_each_leader_gets_the_own_plans_with_lists_locks_and_what_is_asked(sheet):
    book = load_workbook(sheet)
    assert book.sheetnames == ["Uitleg", "Plannen", "Definities"]
    assert all(book[name].protection.sheet for name in book.sheetnames)
    cells = book["Plannen"]
    header = next(row for row in cells.iter_rows() if "plannaam" in [cell.value for cell in row])
    below = {cell.value: cells.cell(cell.row + 2, cell.column) for cell in header}  # of Dijkzicht
    assert below["plannaam"].value == "Dijkzicht"
    assert {name for name in ("plannaam", "plan_id", "gemeente_code", "bruto_totaal", "plantype", "toelichting") if below[name].protection.locked} == {
        "plannaam", "plan_id", "gemeente_code"}  # fmt: skip
    assert any('"1A,' in rule.formula1 and "5B" in rule.formula1 for rule in cells.data_validations.dataValidation)
    about = {row[0]: row[1] for row in CalamineWorkbook.from_path(str(sheet)).get_sheet_by_name("Uitleg").to_python()}
    assert (about["Projectleider"], about["Graag terug"], about["Havenkwartier"], about["Dijkzicht"]) == (LEADER, "voor 15 maart", 0, 2)
    assert "Bosrand" not in about
    assert about["Levering"] == "voorjaarslevering, extractie 1 april 2026"  # Dataprotocol art. 10


def saved_by_libreoffice(sheet, tmp_path, kind="xlsx"):
    """The workbook as LibreOffice saves it."""
    profile, out = (tmp_path / "profiel").as_uri(), str(tmp_path / "her")
    convert = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind, "--outdir", out, str(sheet)]
    subprocess.run(convert, check=True, capture_output=True)
    return tmp_path / "her" / f"{sheet.stem}.{kind}"


libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")


@libreoffice
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_what_another_program_saved_is_read_with_a_sentence_for_each_cell_that_is_no_answer(run, path, sheet, tmp_path, kind):
    """A person pastes what the lists would refuse: a status in words, a date, a text where a number is asked."""
    answer(sheet, "Havenkwartier", tijdelijk=4, planstatus="2 vastgesteld", geclusterd_55plus="misschien", eengezins="circa 40",
           plantype="Uitbreiding", nultreden=-3)  # fmt: skip
    done = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(saved_by_libreoffice(sheet, tmp_path, kind))])
    told = [line for line in done["TOLD"].splitlines() if "Dit antwoord is niet overgenomen" in line]
    assert (done["UNREAD"], done["ANSWERS"], len(told)) == (5, 1, 5)
    for field, value in (
        ("tatus", "2 vastgesteld"), ("55-plus", "misschien"), ("engezins", "circa 40"), ("Plantype", "Uitbreiding"), ("ultreden", "-3"),
    ):  # fmt: skip
        assert [
            line
            for line in told
            if f"{sheet.stem}.{kind}’, blad Plannen, cel " in line
            and "plan ‘Havenkwartier’" in line
            and field in line
            and f"‘{value}’" in line
        ], (field, told)
    plan = stored(path, "Havenkwartier")
    assert (plan["tijdelijk"], plan["planstatus"], plan["eengezins"], plan["nultreden"]) == (4, "2A", 6, 14)


@libreoffice
def test_another_program_keeps_locks_and_lists(sheet, tmp_path):
    book = load_workbook(saved_by_libreoffice(sheet, tmp_path))
    cells = book["Plannen"]
    header = next(row for row in cells.iter_rows() if "plannaam" in [cell.value for cell in row])
    below = {cell.value: cells.cell(cell.row + 1, cell.column) for cell in header}
    assert all(book[name].protection.sheet for name in book.sheetnames)
    assert below["plan_id"].protection.locked
    assert not below["planstatus"].protection.locked
    lists = {rule.formula1 for rule in cells.data_validations.dataValidation if below["planstatus"].coordinate in rule.sqref}
    assert len(lists) == 1
    assert "5B" in lists.pop()


@libreoffice
def test_the_sums_go_along_in_another_program(sheet, tmp_path):
    answer(sheet, "Dijkzicht", bruto_totaal=25)
    answer(sheet, "Havenkwartier", planstatus="5B", tijdelijk=None)  # what is not delivered need not be filled in
    again = CalamineWorkbook.from_path(str(saved_by_libreoffice(sheet, tmp_path)))
    rows = {row["plannaam"]: row for row in plan_rows(again.get_sheet_by_name("Plannen").to_python())}
    assert (rows["Dijkzicht"]["netto_totaal"], rows["Dijkzicht"]["verschil_fasering_bruto"], rows["Dijkzicht"]["telt_op"]) == (
        21,
        -5,
        "nee",
    )
    assert rows["Havenkwartier"]["telt_op"] == "ja"
    about = {row[0]: row[1] for row in again.get_sheet_by_name("Uitleg").to_python()}
    assert (about["Havenkwartier"], about["Dijkzicht"]) == (0, 1)


def test_answers_come_into_the_file_and_who_gave_them_is_kept(run, path, sheet):
    answer(sheet, "Dijkzicht", bruto_totaal=20, plantype="Verdichting")
    shown = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)], DRY_RUN=True)
    assert (shown["CHANGED"], stored(path, "Dijkzicht")["bruto_totaal"]) == (1, None)
    done = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)])
    assert (done["ANSWERS"], done["CHANGED"], done["WAITING"], done["UNREAD"]) == (2, 1, 0, 0)
    assert (stored(path, "Dijkzicht")["bruto_totaal"], stored(path, "Dijkzicht")["plantype"]) == (20, "verdichting")
    kept = next(one for one in memory.read(path) if one.leader == LEADER)
    assert (kept.back_file, kept.count, bool(kept.back)) == (sheet.name, 2, True)
    assert f"{LEADER}: 2 van 2 openbare plannen ingevuld" in Path(done["REPORT"]).read_text("utf-8")
    assert "zonder projectleider: 0 van 0 openbare plannen ingevuld" in Path(done["REPORT"]).read_text("utf-8"), "the only one stays home"


def test_what_a_colleague_changed_meanwhile_stays_until_somebody_chooses(run, path, sheet):
    change(path, "Havenkwartier", tijdelijk=5, nultreden=13)
    answer(sheet, "Havenkwartier", tijdelijk=4, toelichting="in delen")
    done = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)])
    plan = stored(path, "Havenkwartier")
    assert (plan["tijdelijk"], plan["nultreden"], plan["toelichting"], done["WAITING"]) == (5, 13, "in delen", 1)
    choice = Path(done["CHANGES_FOUND"])
    rows = json.loads(choice.read_text("utf-8"))
    (waits,) = (row for row in rows["wijzigingen"] if row.get("reden"))
    assert (waits["oud"], waits["nieuw"], waits["overnemen"]) == ("5", "4", False)
    waits["overnemen"] = True
    choice.write_text(json.dumps(rows), "utf-8")
    run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)], CHANGES=str(choice))
    assert stored(path, "Havenkwartier")["tijdelijk"] == 4


def test_in_a_layer_that_is_open_the_answers_wait_and_can_be_undone(run, path, sheet):
    layer = planfile.open_layer(path)
    QgsProject.instance().addMapLayer(layer)
    answer(sheet, "Dijkzicht", bruto_totaal=20)
    assert run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)])["CHANGED"] == 1
    (plan,) = (one for one in layer.getFeatures() if one["plannaam"] == "Dijkzicht")
    assert (plan["bruto_totaal"], stored(path, "Dijkzicht")["bruto_totaal"]) == (20, None)
    layer.undoStack().undo()
    assert not layer.getFeature(plan.id())["bruto_totaal"]
    again = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)])  # the same answer; a person says whether it is taken now
    assert (again["ANSWERS"], again["CHANGED"], again["WAITING"]) == (1, 0, 1)
    layer.rollBack()


@pytest.fixture
def full(monkeypatch):
    """The disk takes no report."""
    from lmvw_plugin.layers.filling import progress

    def refuse(*_):
        raise LmvwError("De schijf is vol.")

    monkeypatch.setattr(progress, "write_named", refuse)


def test_answers_come_into_the_layer_that_is_open_also_when_their_report_cannot_be_written(run, path, sheet, full):
    """They are remembered as read, so that nobody would be asked for them again."""
    layer, listener = planfile.open_layer(path), Listener()
    QgsProject.instance().addMapLayer(layer)
    answer(sheet, "Dijkzicht", bruto_totaal=20)
    done = run("readfillsheets", listener, INPUT=str(path), WORKBOOKS=[str(sheet)])
    assert (done["CHANGED"], done["REPORT"]) == (1, "")
    assert "De schijf is vol. De antwoorden zijn al wel overgenomen." in listener.textLog()
    (plan,) = (one for one in layer.getFeatures() if one["plannaam"] == "Dijkzicht")
    assert plan["bruto_totaal"] == 20
    layer.rollBack()


@pytest.mark.parametrize("dry", [False, True])
def test_in_a_file_the_error_says_whether_the_answers_are_there(run, refused, path, sheet, full, dry):
    answer(sheet, "Dijkzicht", bruto_totaal=20)
    said = refused("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)], DRY_RUN=dry)
    assert ("De antwoorden zijn al wel overgenomen." in said) is not dry
    assert stored(path, "Dijkzicht")["bruto_totaal"] == (None if dry else 20)


def test_another_copy_of_a_sheet_takes_no_answer_back(run, path, sheet):
    """Two copies of one sheet, read one after the other and then again: what one left as it was sent is no answer against the other."""
    second, third = (Path(shutil.copy(sheet, sheet.with_name(name))) for name in ("tweede.xlsx", "derde.xlsx"))
    answer(sheet, "Havenkwartier", tijdelijk=5, planstatus="1A", toelichting="gebouwd in twee delen")
    answer(second, "Dijkzicht", bruto_totaal=20)
    assert run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)])["ANSWERS"] == 3
    for copy, answers in ((second, 1), (third, 0), (second, 1)):
        done = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(copy)])
        assert (done["ANSWERS"], done["WAITING"]) == (answers, 4 if copy == third else 3)
        rows = json.loads(Path(done["CHANGES_FOUND"]).read_text("utf-8"))["wijzigingen"]
        assert {row["veld"]: row.get("reden") for row in rows}[
            "tijdelijk"
        ] == "dit blad zegt wat verstuurd is; een eerder blad zei iets anders: 5"
        plan = stored(path, "Havenkwartier")
        assert (plan["tijdelijk"], plan["planstatus"], plan["toelichting"]) == (5, "1A", "gebouwd in twee delen")
        assert stored(path, "Dijkzicht")["bruto_totaal"] == 20
    kept = next(one for one in memory.read(path) if one.leader == LEADER)
    assert (kept.count, kept.back_file.split("\n")) == (4, [sheet.name, second.name, third.name])
    report = Path(done["REPORT"]).read_text("utf-8")
    assert f"{sheet.name}<br>{second.name}<br>{third.name}" in report


def test_what_a_colleague_put_back_is_not_taken_from_the_same_sheet_again(run, path, sheet):
    answer(sheet, "Havenkwartier", tijdelijk=5)
    run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)])
    change(path, "Havenkwartier", tijdelijk=3)
    done = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)])
    assert (done["CHANGED"], done["WAITING"], stored(path, "Havenkwartier")["tijdelijk"]) == (0, 1, 3)


def test_a_cell_that_is_no_answer_is_told_and_nothing_is_guessed(run, path, sheet):
    answer(sheet, "Havenkwartier", tijdelijk="circa 4", planstatus="2 vastgesteld")
    done = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)])
    assert (done["UNREAD"], done["ANSWERS"]) == (2, 0)
    assert stored(path, "Havenkwartier")["tijdelijk"] == 3


def test_an_error_value_is_told_with_its_cell_and_empties_nothing(run, path, sheet):
    answer(sheet, "Havenkwartier", tijdelijk="#REF!", toelichting="#N/A", nultreden="=1+1")
    done = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)])
    assert (done["UNREAD"], done["ANSWERS"], done["WAITING"]) == (3, 0, 0)
    told = done["TOLD"]
    for cell, words in (
        (cell_of("tijdelijk"), "Tijdelijke woningen: ‘#REF!’ is een foutwaarde; verbeter de formule of typ het antwoord zelf."),
        (cell_of("toelichting"), "Toelichting: ‘#N/A’ is een foutwaarde; verbeter de formule of typ het antwoord zelf."),
        (cell_of("nultreden"), "Nultredenwoningen: ‘formule’ heeft nog geen uitkomst; open het bestand in Excel, sla het op en lees het opnieuw in, of "
         "typ het antwoord zelf."),
    ):  # fmt: skip
        assert f"‘{sheet.name}’, blad Plannen, cel {cell}: plan ‘Havenkwartier’, {words} Dit antwoord is niet overgenomen." in told


def test_a_plan_that_stands_twice_in_a_sheet_waits(run, path, sheet):
    """A row is pasted over another, and answered there: which plan is meant is not known."""
    book = load_workbook(sheet)
    cells = book["Plannen"]
    ((at, columns),) = ((number, row) for number, row in enumerate(cells.iter_rows(values_only=True), 1) if "plannaam" in row)
    for column, name in enumerate(columns, 1):
        if name:
            cells.cell(at + 2, column).value = cells.cell(at + 1, column).value
    for row, value in ((1, 5), (2, 6)):
        cells.cell(at + row, columns.index("tijdelijk") + 1).value = value
    cells.cell(at + 2, columns.index("nultreden") + 1).value = 13
    book.save(sheet)
    done = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)])
    assert (done["SHEETS"], done["UNREAD"], done["CHANGED"], done["WAITING"]) == (1, 0, 0, 3)
    rows = json.loads(Path(done["CHANGES_FOUND"]).read_text("utf-8"))["wijzigingen"]
    assert {(row["veld"], row["nieuw"], row["reden"]) for row in rows} == {
        ("tijdelijk", "5", f"een ander antwoord staat in {LEADER} ({sheet.name}, rij {at + 2})"),
        ("tijdelijk", "6", f"een ander antwoord staat in {LEADER} ({sheet.name})"),
        ("nultreden", "13", "het plan staat meer dan één keer in dit blad"),
    }
    assert f"‘{sheet.name}’, blad Plannen, rij {at + 2}: plan ‘Havenkwartier’ staat meer dan één keer in dit blad" in done["TOLD"]
    assert "geen eigen planbestand-ID" not in done["TOLD"]
    assert next(one for one in memory.read(path) if one.leader == LEADER).back_file == sheet.name
    copy = Path(shutil.copy(sheet, sheet.with_name("kopie.xlsx")))
    assert run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet), str(copy)])["SHEETS"] == 1
    cells.cell(at + 2, columns.index("nultreden") + 1).value = 12
    book.save(copy)  # another answer in the second row only
    assert run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet), str(copy)])["SHEETS"] == 2


def test_another_workbook_and_a_sheet_of_another_file_are_refused(refused, run, path, sheet, tmp_path):
    planfile.create(tmp_path / "q.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(), PLANS[0])])
    assert "is niet uit dit planbestand verstuurd" in refused("readfillsheets", INPUT=str(tmp_path / "q.gpkg"), WORKBOOKS=[str(sheet)])
    book = load_workbook(sheet)
    del book["Uitleg"]
    book.save(sheet)
    assert "is geen invulblad" in refused("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)])


def copied(sheet, name):
    return Path(shutil.copy(sheet, sheet.with_name(name)))


def test_a_folder_is_read_whole_and_what_is_wrong_with_one_stops_no_other(run, path, sheet):
    """Two leaders answer; with them came a damaged workbook, one of elsewhere, one of another peildatum, a delivery and a copy."""
    other = sheet.with_name("invulblad_2026-01-01_zonder projectleider.xlsx")
    answer(sheet, "Dijkzicht", bruto_totaal=20)
    answer(other, "Bosrand", tijdelijk=4)
    copied(sheet, "kopie van de Boer.xlsx")
    copied(sheet, "kapot.xlsx").write_bytes(sheet.read_bytes()[:2000])
    for name, row, value in (("elders.xlsx", 3, "Urk"), ("ander jaar.xlsx", 4, "2025-07-01")):
        book = load_workbook(copied(sheet, name))
        book["Uitleg"].cell(row, 2).value = value
        book.save(sheet.with_name(name))
    sheet.with_name("~$open in Excel.xlsx").write_bytes(b"")
    sheet.with_name("oud.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    done = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet.parent)])
    told = done["TOLD"].splitlines()
    assert (done["SHEETS"], done["REFUSED"], done["ANSWERS"], done["CHANGED"]) == (2, 4, 2, 2)
    for words in (
        "Invulblad ‘ander jaar.xlsx’ is van peildatum 1 juli 2025 en dit planbestand van 1 januari 2026",
        "Invulblad ‘elders.xlsx’ is van gemeente Urk en dit planbestand van Markerwaard",
        "‘kapot.xlsx’",
        f"‘kopie van de Boer.xlsx’ is hetzelfde invulblad als ‘{sheet.name}’ en telt één keer.",
        "‘oud.xls’ is opgeslagen als .xls en kan niet gelezen worden. Open het in Excel of LibreOffice, sla het op als .xlsx en lees dat bestand in.",
        f"{LEADER}, ‘{sheet.name}’: 1 antwoord.",
        f"zonder projectleider, ‘{other.name}’: 1 antwoord.",
    ):
        assert [line for line in told if words in line], (words, told)
    assert len(told) == 7
    assert (stored(path, "Dijkzicht")["bruto_totaal"], stored(path, "Bosrand")["tijdelijk"]) == (20, 4)
    assert [one.back_file for one in memory.read(path)] == [sheet.name, other.name]
    again = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet), str(other)])
    assert again["CHANGED"] == 0
    assert again["TOLD"].count("al eens ingelezen") == 2


def test_a_plan_that_is_called_like_a_line_of_the_explanation_is_no_answer_to_it(run, tmp_path):
    path = tmp_path / "p.gpkg"
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(), consistent_plan(plannaam="Peildatum"))])
    run("makefillsheets", INPUT=str(path), FOLDER=str(tmp_path))
    (sheet,) = tmp_path.glob("*.xlsx")
    answer(sheet, "Peildatum", tijdelijk=4)
    assert run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)])["CHANGED"] == 1


def test_a_folder_without_workbooks_and_a_file_that_is_not_there_are_refused(refused, path, sheet):
    (path.parent / "leeg").mkdir()
    assert "bevat geen Excel-bestanden" in refused("readfillsheets", INPUT=str(path), WORKBOOKS=[str(path.parent / "leeg")])
    assert "bestaat niet" in refused("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet), str(sheet) + "x"])
    for name in ("a.xlsx", "b.xlsx"):
        (path.parent / "leeg" / name).write_bytes(b"geen blad")
    said = refused("readfillsheets", INPUT=str(path), WORKBOOKS=[str(path.parent / "leeg")])
    assert "‘a.xlsx’" in said
    assert "Ook de rest (1 bestand) kan niet ingelezen worden." in said


@pytest.mark.parametrize("stop", ["cancel", "refused"])
def test_what_is_stopped_leaves_no_sheet_that_the_plan_file_does_not_know(run, path, monkeypatch, stop):
    class Stops(Listener):
        def pushInfo(self, words):  # noqa: N802  # QGIS's name
            if stop == "cancel":
                self.cancel()

    if stop == "refused":
        monkeypatch.setattr(memory, "keep_sent", lambda *_: 1 / 0)
    with suppress(QgsProcessingException, ZeroDivisionError):
        run(
            "makefillsheets",
            INPUT=str(path),
            FOLDER=str(path.parent / "uit"),
            feedback=Stops(),
        )
    assert list((path.parent / "uit").iterdir()) == []
    assert memory.read(path) == []


def test_a_sheet_that_is_there_is_not_overwritten(run, path, sheet):
    before = sheet.read_bytes()
    run("makefillsheets", INPUT=str(path), FOLDER=str(path.parent / "uit"))
    assert sheet.read_bytes() == before
    assert len(list((path.parent / "uit").glob("*.xlsx"))) == 4


def test_a_plan_file_without_the_column_is_to_be_brought_up_first(refused, run, path):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE plannen DROP COLUMN projectleider")
    assert "werk het eerst bij" in refused("makefillsheets", INPUT=str(path), FOLDER=str(path.parent / "uit"))
    assert run("upgradeplanfile", INPUT=str(path))["ADDED"] == 1
    assert run("makefillsheets", INPUT=str(path), FOLDER=str(path.parent / "uit"))["SHEETS"] == 1


def test_who_a_leader_is_never_leaves_the_municipality(run, path, sheet):
    change(path, "Dijkzicht", bruto_totaal=20, plantype="verdichting")
    out = path.parent / "levering"
    out.mkdir()
    made = run("exportdelivery", INPUT=f"{path}|layername=plannen", GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(out))
    for file in out.rglob("*"):
        if file.is_file():
            assert not [
                1 for _, data in pieces(file.read_bytes()) for sign in (LEADER.encode(), b"projectleider", b"invulblad") if sign in data
            ]
    assert Path(made["PACKAGE"]).is_file()


def value_in(layer, name, veld):
    return next(one[veld] for one in layer.getFeatures() if one["plannaam"] == name)


@pytest.fixture
def edited(path):
    """The plan layer as somebody has it open, with a change in the attribute table that is not saved yet."""
    layer = planfile.open_layer(path)
    QgsProject.instance().addMapLayer(layer)
    assert layer.startEditing()

    def edit(name, **values):
        plan = next(one.id() for one in layer.getFeatures() if one["plannaam"] == name)
        for veld, value in values.items():
            assert layer.changeAttributeValue(plan, layer.fields().lookupField(veld), value)

    layer.edit = edit
    yield layer
    layer.rollBack()


def test_what_is_typed_in_the_table_and_not_saved_counts_as_changed_meanwhile(run, path, sheet, edited):
    edited.edit("Havenkwartier", tijdelijk=5)
    answer(sheet, "Havenkwartier", tijdelijk=4, toelichting="in delen")
    done = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)])
    assert (done["CHANGED"], done["WAITING"]) == (1, 1)
    rows = json.loads(Path(done["CHANGES_FOUND"]).read_text("utf-8"))["wijzigingen"]
    (waits,) = (row for row in rows if "reden" in row)
    assert (waits["oud"], waits["nieuw"], waits["reden"]) == ("5", "4", "na het versturen ook in het planbestand gewijzigd")
    assert [value_in(edited, "Havenkwartier", veld) for veld in ("tijdelijk", "toelichting")] == [5, "in delen"]
    assert stored(path, "Havenkwartier")["tijdelijk"] == 3


def test_what_is_typed_in_the_table_after_the_dry_run_is_not_overwritten(run, path, sheet, edited):
    answer(sheet, "Havenkwartier", tijdelijk=4)
    choice = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)], DRY_RUN=True)["CHANGES_FOUND"]
    edited.edit("Havenkwartier", tijdelijk=5)
    done = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)], CHANGES=choice)
    assert (done["CHANGED"], done["STALE"]) == (0, 2)
    assert value_in(edited, "Havenkwartier", "tijdelijk") == 5


@libreoffice
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_sheet_of_another_program_is_read_checked_and_delivered(run, path, sheet, tmp_path, kind):
    """With a formula that it calculated, and amounts in a format that shows another number."""
    answer(sheet, "Dijkzicht", bruto_totaal="=8+12", plantype="Verdichting")
    answer(sheet, "Havenkwartier", tijdelijk=0.25, nultreden=1)
    book = load_workbook(sheet)
    for column in ("tijdelijk", "nultreden"):
        book["Plannen"][cell_of(column)].number_format = "0%"
    book.save(sheet)
    done = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(saved_by_libreoffice(sheet, tmp_path, kind))])
    assert (done["ANSWERS"], done["CHANGED"], done["UNREAD"], done["WAITING"]) == (2, 1, 2, 0)
    for column, seen, held in (("tijdelijk", "25%", "0,25"), ("nultreden", "100%", "1")):
        assert f"cel {cell_of(column)}: plan ‘Havenkwartier’" in done["TOLD"]
        assert f"‘{seen}’ is wat de cel laat zien, maar opgeslagen is {held}" in done["TOLD"].replace("25,00", "25").replace(
            "100,00", "100"
        )
    (out := tmp_path / "levering").mkdir()
    made = run("exportdelivery", INPUT=f"{path}|layername=plannen", GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(out))
    assert Path(made["PACKAGE"]).is_file()
    delivered = plan_rows(CalamineWorkbook.from_path(str(next(out.rglob("plannen.xlsx")))).get_sheet_by_name("Plannen").to_python())
    rows = {row["plannaam"]: row for row in delivered}
    assert (rows["Dijkzicht"]["bruto_totaal"], rows["Havenkwartier"]["tijdelijk"], rows["Havenkwartier"]["nultreden"]) == (20, 3, 14)


def test_the_definitions_have_heads_above_codes_and_limits_and_columns_as_wide_as_a_word(sheet):
    cells = load_workbook(sheet)["Definities"]
    rows = list(cells.iter_rows(values_only=True))
    heads = [number for number, row in enumerate(rows, 1) if row[0] == "Lijst"]
    assert [rows[number - 1][:3] for number in heads] == [("Lijst", "Code", "Naam")] * 2 + [("Lijst", "Segment en jaar", "Soort")]
    assert [rows[number][0] for number in heads] == ["planstatus", "plantype", "prijsgrens"]
    assert all(cells.cell(number, 1).font.bold and cells.cell(1, 1).font.bold for number in heads)
    longest = max((word for row in rows[heads[1] :] for word in str(row[2] or "").split()), key=len)
    assert cells.column_dimensions["C"].width > len(longest)
