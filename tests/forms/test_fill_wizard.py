# SPDX-License-Identifier: GPL-2.0-or-later
"""The window that reads invulbladen: choose, tick, take over, undo."""

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt

from lmvw_plugin.forms.filling.wizard import FillWizard, open_fill_wizard
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, change, consistent_plan, read_plans, square
from tests.forms.desk import Abroad, outlives_its_wrapper
from tests.processing.test_fillsheets import answer

LEADERS = ("A. de Boer", "B. Bos")


@pytest.fixture
def path(tmp_path, run, qgis_new_project):
    plans = [
        (square(number), consistent_plan(plan_id=str(number), plannaam=f"Plan {number}") | {"projectleider": leader})
        for number, leader in enumerate(LEADERS)
    ]
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    (tmp_path / "uit").mkdir()
    run("makefillsheets", INPUT=str(tmp_path / "p.gpkg"), FOLDER=str(tmp_path / "uit"))
    return tmp_path / "p.gpkg"


@pytest.fixture
def sheets(path):
    return sorted((path.parent / "uit").glob("*.xlsx"))


@pytest.fixture
def wizard(qtbot, path):
    opened = FillWizard(None, path)
    qtbot.addWidget(opened)
    opened.show()
    yield opened
    opened.reject()


def to_changes(wizard, qtbot):
    wizard.next()
    assert wizard.currentPage() is wizard.changes, wizard.sheets.message.text()
    qtbot.waitUntil(wizard.changes.isComplete, timeout=20_000)


def lines_of(wizard):
    """The texts as they stand from left to right."""
    table, lines = wizard.changes.table, wizard.changes.table.model()
    header = table.horizontalHeader()
    columns = [header.logicalIndex(place) for place in range(header.count()) if not header.isSectionHidden(header.logicalIndex(place))]
    head = [lines.headerData(column, Qt.Orientation.Horizontal) for column in columns]
    return [head] + [[lines.index(row, column).data().strip() for column in columns] for row in range(lines.rowCount())]


def test_what_waits_is_ticked_and_taken_over_in_one_step_that_can_be_undone(path, sheets, wizard, qtbot):
    for sheet, plan in zip(sheets, ("Plan 0", "Plan 1"), strict=True):
        answer(sheet, plan, tijdelijk=4)
    change(path, "Plan 1", tijdelijk=5)
    layer = planfile.open_layer(path)
    QgsProject.instance().addMapLayer(layer)
    wizard.sheets.folder.setFilePath(str(path.parent / "uit"))
    to_changes(wizard, qtbot)
    header, *lines = lines_of(wizard)
    assert header == ["Plan en veld", "Verstuurd", "Nu", "Wordt", "Waarom niet aangevinkt", "Wie"]
    reason = "na het versturen ook in het planbestand gewijzigd"
    assert lines == [
        ["Plan 0", "", "", "", "", ""], ["Tijdelijke woningen", "3", "3", "4", "", f"A. de Boer ({sheets[0].name})"],
        ["Plan 1", "", "", "", "", ""], ["Tijdelijke woningen", "3", "5", "4", reason, f"B. Bos ({sheets[1].name})"],
    ]  # fmt: skip
    assert "2 invulbladen gelezen, 1 plan wijzigt, 1 antwoord wacht op uw keuze. Bij 1 vinkje kiest u zelf" in wizard.changes.summary.text()
    assert "B. Bos, ‘" in wizard.changes.told.toPlainText()
    assert wizard.changes.table.model().setData(
        wizard.changes.table.model().index(3, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
    )
    wizard.next()
    qtbot.waitUntil(wizard.result.isComplete, timeout=20_000)
    assert {feature["plannaam"]: feature["tijdelijk"] for feature in layer.getFeatures()} == {"Plan 0": 4, "Plan 1": 4}
    assert "2 plannen bijgewerkt" in wizard.result.summary.text()
    assert "zijn nog niet opgeslagen" in wizard.result.summary.text()
    assert layer.undoStack().undoText() == "Invulbladen inlezen"
    layer.undoStack().undo()
    assert {feature["plannaam"]: feature["tijdelijk"] for feature in layer.getFeatures()} == {"Plan 0": 3, "Plan 1": 5}
    layer.rollBack()


def test_a_choice_that_is_overtaken_is_said_beside_what_was_done(path, sheets, wizard, qtbot):
    answer(sheets[0], "Plan 0", tijdelijk=4)
    wizard.sheets.files.setFilePath(str(sheets[0]))
    to_changes(wizard, qtbot)
    change(path, "Plan 0", tijdelijk=5)  # a colleague, while the window asks
    wizard.next()
    qtbot.waitUntil(wizard.result.isComplete, timeout=20_000)
    words = "Niet uitgevoerd, want er is intussen iets gewijzigd: plan ‘Plan 0’, Tijdelijke woningen (‘3’ wordt ‘4’)."
    assert words in wizard.result.summary.text()
    assert {plan["plannaam"]: plan["tijdelijk"] for plan, _ in read_plans(path)}["Plan 0"] == 5


def test_what_cannot_be_read_is_told_and_nothing_is_left_behind(path, sheets, wizard, qtbot):
    before = sorted(path.parent.rglob("*"))
    sheets[1].write_bytes(b"kapot")
    wizard.sheets.files.setFilePath(" ".join(f'"{sheet}"' for sheet in sheets))
    to_changes(wizard, qtbot)
    assert "1 invulblad gelezen, 1 bestand overgeslagen." in wizard.changes.summary.text()
    assert sheets[1].name in wizard.changes.told.toPlainText()
    assert lines_of(wizard)[1:] == []
    wizard.reject()
    assert sorted(path.parent.rglob("*")) == before  # looking leaves no list and no report
    assert {plan["tijdelijk"] for plan, _ in read_plans(path)} == {3}


def test_only_what_cannot_be_read_is_one_sentence_and_no_way_on(sheets, wizard, qtbot):
    sheets[0].write_bytes(b"kapot")
    wizard.sheets.files.setFilePath(str(sheets[0]))
    wizard.next()
    qtbot.waitUntil(lambda: sheets[0].name in wizard.changes.summary.text(), timeout=20_000)
    assert not wizard.changes.isComplete()


@pytest.mark.parametrize(("widget", "value", "words"), [
    ("files", "/er/niet.xlsx", "Er is iets niet gevonden (1 bestand of map)"), ("plans", "/er/niet.gpkg", "niet.gpkg"),
])  # fmt: skip
def test_the_first_page_says_what_is_not_there(sheets, wizard, widget, value, words):
    assert not wizard.sheets.isComplete()
    wizard.sheets.files.setFilePath(str(sheets[0]))
    getattr(wizard.sheets, widget).setFilePath(value)
    assert wizard.sheets.isComplete()
    wizard.next()
    assert wizard.currentPage() is wizard.sheets
    assert words in wizard.sheets.message.text()


def test_the_window_knows_the_plan_file_in_hand_and_outlives_its_wrapper(path):
    desk = Abroad()
    desk.active = planfile.open_layer(path)
    assert open_fill_wizard(desk).plan_file == path
    outlives_its_wrapper("lmvw_fill_sheets", FillWizard, FillWizard.reject)


def test_all_ticked_says_what_stays_open_and_a_line_is_told_in_full(path, sheets, wizard, qtbot):
    answer(sheets[0], "Plan 0", tijdelijk=None, nultreden=13, toelichting="x", eengezins=999)
    answer(sheets[1], "Plan 1", tijdelijk=999)
    wizard.sheets.folder.setFilePath(str(path.parent / "uit"))
    to_changes(wizard, qtbot)
    wizard.changes.ticks[1].click()
    assert wizard.changes.counted.text().startswith("0 van 5 aangevinkt. 3 wachten op een eigen vinkje: ")
    wizard.changes.ticks[0].click()
    said = "2 van 5 aangevinkt. 3 wachten op een eigen vinkje: het plan klopt daarna niet (2); leeggemaakt in het invulblad (1)."
    assert wizard.changes.counted.text() == said
    assert wizard.changes.counted.isVisible()
    table = wizard.changes.table
    (line,) = (
        row
        for row in range(table.lines.rowCount())
        if table.lines.index(row, 2).data() == "999" and "Tijdelijke" in table.lines.index(row, 0).data()
    )
    table.setCurrentIndex(table.lines.index(line, 0))
    assert wizard.changes.detail.text() == (
        "Waarom niet aangevinkt: het plan klopt daarna niet: ‘Tijdelijke woningen’ is 999, meer dan de 20 van ‘Bruto totaal’; verlaag het deel of "
        f"verhoog het geheel\nWie: B. Bos ({sheets[1].name})"
    )
    assert wizard.changes.detail.isVisible()
    told = wizard.changes.told
    assert wizard.changes.heading.text().replace("&", "") == f"Meldingen bij de invulbladen ({len(told.toPlainText().splitlines())})"
    wizard.resize(900, 900)
    wizard.changes.split.setSizes([100, 400])
    before = told.height()
    wizard.changes.split.setSizes([400, 100])
    assert told.height() > before  # as high as the user makes it
