# SPDX-License-Identifier: GPL-2.0-or-later
"""The import wizard, driven as a user would: sources, columns, what would change, import."""

import json
import time
import zipfile
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, QPointF, Qt, QThread, QTimer
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QDialogButtonBox, QWizard

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.feedback import checkpoint
from lmvw_plugin.forms import run_task
from lmvw_plugin.forms.importing import reading as import_reading
from lmvw_plugin.forms.importing import wizard as import_wizard
from lmvw_plugin.forms.importing.changes import ChangesTable
from lmvw_plugin.forms.lasting import close_all
from lmvw_plugin.forms.starting.open_plan_file import bring_in
from lmvw_plugin.layers.importing import sources as import_sources
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.processing import importplans
from tests.conftest import MARKERWAARD, polygon_layer, read_plans
from tests.forms.desk import Abroad, Desk, MapDesk, outlives_its_wrapper
from tests.forms.test_names_of_controls import nameless
from tests.processing.test_import_odd_files import many_layers

ROWS = [
    {"Naam": "Haven", "Aantal": 12, "Sloop": -3, "Soort": "Uitleg", "Opm": "eerst dit"},
    {"Naam": "Dijk", "Aantal": 5, "Sloop": 0, "Soort": "Verdichting", "Opm": "dan dat"},
]


@pytest.fixture
def wizard(provider, qtbot, qgis_new_project, tmp_path, monkeypatch):
    monkeypatch.setattr(import_reading, "profiles_folder", lambda: tmp_path)
    made, desk = [], MapDesk()

    def make(layer, target):
        opened = import_wizard.ImportWizard(None, layer, partial(bring_in, desk))
        qtbot.addWidget(opened)
        opened.show()
        page = opened.sources
        page.gemeente.setCurrentIndex(page.gemeente.findData("GM9999"))
        page.peildatum.setCurrentIndex(page.peildatum.findData("2026-01-01"))
        page.target.setFilePath(str(target))
        made.append(opened)
        return opened

    yield make
    for opened in made:
        opened.reject()
    QgsProject.instance().clear()
    desk.clear()


def layer(rows=ROWS):
    made = polygon_layer(rows)
    QgsProject.instance().addMapLayer(made)
    return made


TWICE = [{"plannaam": "Haven", "bruto": 12, "sloop": 3}, {"plannaam": "Dijk", "bruto": 5, "sloop": 0}]


def lines_of(wizard):
    """The texts of what would change, the fields of a plan set apart from its name."""
    lines = wizard.changes.table.model()
    return [tuple(lines.index(row, column).data() for column in range(3)) for row in range(lines.rowCount())]


def names_of(wizard):
    return [name for name, _, _ in lines_of(wizard) if not name.startswith(" ")]


def line(wizard, *path):
    """The place of a plan, or of a field under it."""
    names = [name for name, _, _ in lines_of(wizard)]
    row = names.index(path[0])
    for field in path[1:]:
        row = next(place for place in range(row + 1, len(names)) if names[place].strip() == field)
    return wizard.changes.table.model().index(row, 0)


def check(wizard, path, on):
    index = line(wizard, *path)
    state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    assert wizard.changes.table.model().setData(index, state, Qt.ItemDataRole.CheckStateRole)


def state(wizard, *path):
    return line(wizard, *path).data(Qt.ItemDataRole.CheckStateRole)


def column(wizard, field):
    return wizard.columns.table.findChild(QComboBox, f"kolom_{field}")


def to_columns(wizard, qtbot):
    wizard.next()
    qtbot.waitUntil(lambda: wizard.sources.isComplete(), timeout=10_000)
    assert wizard.currentPage() is wizard.columns, wizard.sources.message.text()


def to_changes(wizard, qtbot):
    wizard.next()
    assert wizard.currentPage() is wizard.changes
    qtbot.waitUntil(wizard.changes.isComplete, timeout=10_000)


def finish(wizard, qtbot):
    wizard.next()
    assert wizard.currentPage() is wizard.result
    qtbot.waitUntil(wizard.result.isComplete, timeout=10_000)


def test_from_layer_to_plan_file(wizard, qtbot, tmp_path):
    target = tmp_path / "p.gpkg"
    opened = wizard(layer(), target)
    to_columns(opened, qtbot)
    assert column(opened, "sloop_totaal").currentText() == "polygonen: Sloop"
    texts = [opened.columns.table.item(row, 2).text() for row in range(opened.columns.table.rowCount())]
    assert "-3 → 3   |   0" in texts
    assert column(opened, "bruto_totaal").currentData() is None
    column(opened, "bruto_totaal").setCurrentText("polygonen: Aantal")
    column(opened, "plantype").setCurrentText("polygonen: Soort")
    column(opened, "toelichting").setCurrentText("polygonen: Opm")
    to_changes(opened, qtbot)
    assert not target.exists()
    assert names_of(opened) == ["Haven", "Dijk"]
    assert "2 nieuwe plannen" in opened.changes.summary.text()
    finish(opened, qtbot)
    plans = {plan["plannaam"]: plan for plan, _ in read_plans(target)}
    assert {name: (plan["bruto_totaal"], plan["sloop_totaal"], plan["toelichting"]) for name, plan in plans.items()} == {
        "Haven": (12, 3, "eerst dit"), "Dijk": (5, 0, "dan dat"),
    }  # fmt: skip
    assert plans["Dijk"]["plantype"] == "verdichting"
    assert "2 plannen toegevoegd" in opened.result.summary.text()
    assert [one.name() for one in QgsProject.instance().mapLayers().values()].count("Plannen Markerwaard 1 januari 2026") == 1


def test_what_is_unticked_stays_out(wizard, qtbot, tmp_path):
    opened = wizard(layer(), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    to_changes(opened, qtbot)
    check(opened, ["Dijk"], False)
    finish(opened, qtbot)
    assert [plan["plannaam"] for plan, _ in read_plans(tmp_path / "p.gpkg")] == ["Haven"]
    assert opened.result.results["NOT_IMPORTED"] == 1


def test_a_second_import_shows_and_changes_the_open_layer(wizard, run, qtbot, tmp_path):
    target = tmp_path / "p.gpkg"
    run("importplans", INPUT=polygon_layer(ROWS), GEMEENTE="GM9999", PEILDATUM="2026-01-01", OUTPUT=str(target))
    plans = QgsVectorLayer(f"{target}|layername=plannen", "plannen", "ogr")
    QgsProject.instance().addMapLayer(plans)
    source = layer([ROWS[0] | {"Sloop": -8}, ROWS[1]])
    opened = wizard(plans, target)
    opened.sources.layer.setLayer(source)
    to_columns(opened, qtbot)
    to_changes(opened, qtbot)
    assert [tuple(text.strip() for text in texts) for texts in lines_of(opened)] == [("Haven", "", ""), ("Sloop totaal", "3", "8")]
    finish(opened, qtbot)
    assert plans.isEditable()
    assert {feature["plannaam"]: feature["sloop_totaal"] for feature in plans.getFeatures()} == {"Haven": 8, "Dijk": 0}
    assert "zijn nog niet opgeslagen" in opened.result.summary.text()
    assert "Import woningbouwplannen" in opened.result.page.toPlainText()
    plans.undoStack().undo()
    assert {feature["plannaam"]: feature["sloop_totaal"] for feature in plans.getFeatures()} == {"Haven": 3, "Dijk": 0}
    plans.rollBack()


def test_a_tick_at_a_plan_goes_for_its_fields(wizard, run, qtbot, tmp_path):
    target = tmp_path / "p.gpkg"
    run("importplans", INPUT=polygon_layer(TWICE), GEMEENTE="GM9999", PEILDATUM="2026-01-01", OUTPUT=str(target))
    opened = wizard(layer([TWICE[0] | {"bruto": 13, "sloop": 4}, TWICE[1] | {"bruto": 6}]), target)
    to_columns(opened, qtbot)
    to_changes(opened, qtbot)
    tree = opened.changes.table
    assert names_of(opened) == ["Haven", "Dijk"]
    assert [name.strip() for name, _, _ in lines_of(opened)] == ["Haven", "Bruto totaal", "Sloop totaal", "Dijk", "Bruto totaal"]
    check(opened, ["Haven", "Sloop totaal"], False)
    assert state(opened, "Haven") == Qt.CheckState.PartiallyChecked
    check(opened, ["Dijk"], False)
    assert state(opened, "Dijk", "Bruto totaal") == Qt.CheckState.Unchecked
    assert [row["overnemen"] for row in tree.chosen()] == [True, False, False]
    tree.tick_all(False)
    assert not any(row["overnemen"] for row in tree.chosen())
    assert state(opened, "Haven") == Qt.CheckState.Unchecked
    check(opened, ["Haven", "Bruto totaal"], True)
    finish(opened, qtbot)
    assert {plan["plannaam"]: (plan["bruto_totaal"], plan["sloop_totaal"]) for plan, _ in read_plans(target)} == {
        "Haven": (13, 3), "Dijk": (5, 0),
    }  # fmt: skip
    assert not opened.button(QWizard.WizardButton.CancelButton).isVisible()  # what is done cannot be cancelled


def test_tab_goes_through_the_columns_and_out_of_them(wizard, qtbot, tmp_path):
    opened = wizard(layer(), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    table = opened.columns.table
    column(opened, "bruto_totaal").setCurrentText("polygonen: Aantal")
    inside = [table.cellWidget(row, column) for row in range(table.rowCount()) for column in (1, 3) if table.cellWidget(row, column)]
    assert len(inside) > table.rowCount()  # with the signs of counts
    QApplication.setActiveWindow(opened)
    table.setFocus()
    for expected in inside:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected, QApplication.focusWidget().objectName()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert not table.isAncestorOf(QApplication.focusWidget())


def test_words_get_a_meaning_and_the_mapping_is_kept(wizard, qtbot, tmp_path):
    opened = wizard(layer([row | {"plantype": row["Soort"]} for row in ROWS]), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    words = opened.columns.words
    assert [words.item(0, number).text() for number in (0, 1, 3)] == ["Plantype", "Uitleg", "Uitbreiding uitleg"]
    choice = words.findChild(QComboBox, "betekent_0")
    assert choice.currentData() is None  # a proposal waits for a person
    choice.setCurrentIndex(choice.findData("uitbreiding_uitleg"))
    opened.columns.save("Gemeente: oude lijst")
    kept = json.loads((tmp_path / "Gemeente oude lijst.json").read_text(encoding="utf-8"))
    assert kept["velden"]["plantype"]["waarden"] == {"Uitleg": "uitbreiding_uitleg"}
    to_changes(opened, qtbot)
    finish(opened, qtbot)
    assert {plan["plannaam"]: plan["plantype"] for plan, _ in read_plans(tmp_path / "p.gpkg")} == {
        "Haven": "uitbreiding_uitleg",
        "Dijk": "verdichting",
    }
    again = wizard(None, tmp_path / "q.gpkg")
    assert "Gemeente oude lijst" in [again.sources.profile.itemText(number) for number in range(again.sources.profile.count())]


def test_plans_without_a_row_are_filled_from_the_layer_unless_that_is_switched_off(wizard, qtbot, tmp_path):
    book = openpyxl.Workbook()
    for row in (("Plannaam", "Planstatus", "Bruto"), ("Haven", "1A", 12)):
        book.active.append(row)
    book.save(tmp_path / "w.xlsx")
    plans = layer([{"plannaam": "Haven", "STATUS": "2B", "bruto": 10}, {"plannaam": "Dijk", "STATUS": "3", "bruto": 5}])
    for name, on in (("p", True), ("q", False)):
        opened = wizard(plans, tmp_path / f"{name}.gpkg")
        opened.sources.workbook.setFilePath(str(tmp_path / "w.xlsx"))
        to_columns(opened, qtbot)
        rest = opened.columns.join.rest
        assert rest.isVisible()
        assert rest.text() == "Plannen zonder rij in het Excel-bestand vullen uit de kaartlaag (Planologische planstatus, Bruto totaal)"
        rest.setChecked(on)
        to_changes(opened, qtbot)
        finish(opened, qtbot)
    found = {
        name: {plan["plannaam"]: (plan["planstatus"], plan["bruto_totaal"]) for plan, _ in read_plans(tmp_path / f"{name}.gpkg")}
        for name in "pq"
    }
    assert found == {"p": {"Haven": ("1A", 12), "Dijk": ("3", 5)}, "q": {"Haven": ("1A", 12), "Dijk": (None, None)}}


def test_a_kept_mapping_that_fits_is_used_until_a_new_proposal_is_asked(wizard, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(import_reading, "profiles_folder", lambda: tmp_path / "koppelingen")
    (tmp_path / "koppelingen").mkdir()
    (tmp_path / "koppelingen" / "kapot.json").write_bytes(b"\xff\xfe\x00\x81")
    opened = wizard(layer(), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    assert not opened.columns.anew.isVisible()
    proposed = opened.columns.mapping()
    opened.columns.table.fill("toelichting", None)
    opened.columns.save("Zonder toelichting")

    again = wizard(layer(), tmp_path / "q.gpkg")
    to_columns(again, qtbot)
    assert "Uw bewaarde koppeling ‘Zonder toelichting’ past op deze kolommen en is gebruikt." in again.columns.known.text()
    assert "toelichting" not in again.columns.mapping().fields
    qtbot.mouseClick(again.columns.anew, Qt.MouseButton.LeftButton)
    assert again.columns.mapping() == proposed

    other = wizard(layer([{"Naam": "Haven", "Aantal": 12}]), tmp_path / "r.gpkg")
    to_columns(other, qtbot)
    assert "bewaarde koppeling" not in other.columns.known.text()


def test_one_column_more_does_not_make_a_kept_mapping_useless(wizard, qtbot, tmp_path):
    opened = wizard(layer(), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    opened.columns.save("Markerwaard")
    more = [row | {"Flexwoningen": number} for number, row in enumerate(ROWS, 3)]
    again = wizard(layer(more), tmp_path / "q.gpkg")
    to_columns(again, qtbot)
    assert "Uw bewaarde koppeling ‘Markerwaard’ past op deze kolommen" in again.columns.known.text()
    assert again.columns.doubts.isVisible()
    assert "Kolom ‘Flexwoningen’ van de bron ‘polygonen’ telt misschien woningen (samen 7)" in again.columns.doubts.text()


def test_the_window_lives_on_when_nobody_holds_it(provider, qgis_new_project, tmp_path, monkeypatch):
    monkeypatch.setattr(import_reading, "profiles_folder", lambda: tmp_path)
    iface = Abroad()  # held: the window goes with its parent
    import_wizard.open_import_wizard(iface, partial(bring_in, iface))

    def close(opened):
        opened.next()
        assert "Kies waar het planbestand komt te staan" in opened.sources.message.text()
        opened.reject()

    outlives_its_wrapper("lmvw_import", import_wizard.ImportWizard, close)


# -- filling a field with more than a column ---------------------------------------------------------------------------


def preview_of(wizard, field):
    table = wizard.columns.table
    return table.item(table._fields.index(field), 2).text()


def ask(wizard, field, entry):
    """Choose an entry with dots, as a user does; returns the window that asks."""
    combo = column(wizard, field)
    combo.setCurrentIndex(combo.findText(entry))
    combo.activated.emit(combo.currentIndex())
    return wizard.columns.table.findChild(QDialog, "vullen", Qt.FindChildOption.FindDirectChildrenOnly)


def tick(dialog, *names):
    for place in range(dialog.list.count()):
        item = dialog.list.item(place)
        item.setCheckState(Qt.CheckState.Checked if item.data(Qt.ItemDataRole.UserRole) in names else Qt.CheckState.Unchecked)


def test_columns_are_added_up_with_the_sum_in_sight(wizard, qtbot, tmp_path):
    rows = [{"Naam": "Haven", "Koop": 12, "Huur": 3, "Opm": "x"}, {"Naam": "Dijk", "Koop": None, "Huur": 4, "Opm": "y"}]
    opened = wizard(layer(rows), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    dialog = ask(opened, "bruto_totaal", "kolommen optellen…")
    assert [dialog.list.item(place).text() for place in range(2)] == ["Koop   (samen 12)", "Huur   (samen 7)"]  # numbers come first
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    tick(dialog, "Koop", "Huur")
    assert dialog.result_.text() == "Zo wordt het:   12 + 3 → 15   |   leeg + 4 → 4"
    dialog.accept()
    assert column(opened, "bruto_totaal").currentText() == "polygonen: Koop + Huur"
    assert preview_of(opened, "bruto_totaal") == "12 + 3 → 15   |   leeg + 4 → 4"
    dialog = ask(opened, "bruto_totaal", "kolommen optellen…")  # again: what was ticked is ticked, and leaving changes nothing
    assert dialog.column().columns == ("Koop", "Huur")
    dialog.reject()
    assert column(opened, "bruto_totaal").currentText() == "polygonen: Koop + Huur"
    to_changes(opened, qtbot)
    finish(opened, qtbot)
    assert {plan["plannaam"]: plan["bruto_totaal"] for plan, _ in read_plans(tmp_path / "p.gpkg")} == {"Haven": 15, "Dijk": 4}
    used = json.loads(Path(opened.result.results["MAPPING_USED"]).read_text(encoding="utf-8"))
    assert used["velden"]["bruto_totaal"] == {"bron": "polygonen", "kolom": "Koop", "plus": ["Huur"]}


@pytest.mark.parametrize(("field", "answer", "shown", "written"), [
    ("plantype", "verdichting", "Verdichting (elk plan)", "verdichting"), ("vertrouwelijk", "nee", "nee (elk plan)", False),
    ("tijdelijk", 0, "0 (elk plan)", 0), ("toelichting", "lijst van juni", "lijst van juni (elk plan)", "lijst van juni"),
])  # fmt: skip
def test_a_fixed_value_goes_to_every_plan(wizard, qtbot, tmp_path, field, answer, shown, written):
    opened = wizard(layer(), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    dialog = ask(opened, field, "vaste waarde…")
    if isinstance(dialog.answer, QComboBox):
        dialog.answer.setCurrentIndex(dialog.answer.findData(answer))
    elif isinstance(answer, int):
        dialog.answer.setValue(answer)
    else:
        dialog.answer.setText(answer)
    dialog.accept()
    assert preview_of(opened, field) == shown
    assert column(opened, field).currentText().startswith("altijd ‘")
    to_changes(opened, qtbot)
    finish(opened, qtbot)
    assert {plan[field] for plan, _ in read_plans(tmp_path / "p.gpkg")} == {written}


def test_the_municipality_is_no_fixed_value(wizard, qtbot, tmp_path):
    opened = wizard(layer(), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    assert column(opened, "gemeente_naam").findText("vaste waarde…") < 0
    assert column(opened, "plantype").findText("kolommen optellen…") < 0


def test_the_sign_is_turned_by_a_tick(wizard, qtbot, tmp_path):
    opened = wizard(layer([{"Naam": "Haven", "Erbij": -12}, {"Naam": "Dijk", "Erbij": 5}]), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    column(opened, "bruto_totaal").setCurrentText("polygonen: Erbij")
    assert preview_of(opened, "bruto_totaal") == "-12 → leeg   |   5"
    opened.columns.table.findChild(QCheckBox, "teken_bruto_totaal").setChecked(True)
    assert preview_of(opened, "bruto_totaal") == "-12 → 12   |   5 → leeg"
    to_changes(opened, qtbot)
    finish(opened, qtbot)
    assert {plan["plannaam"]: plan["bruto_totaal"] for plan, _ in read_plans(tmp_path / "p.gpkg")} == {"Haven": 12, "Dijk": None}


def test_another_column_asks_for_its_own_words(wizard, qtbot, tmp_path):
    rows = [row | {"Oud": "Uitleg", "plantype": "Verdichting"} for row in ROWS]
    opened = wizard(layer(rows), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    assert opened.columns.words.rowCount() == 0
    column(opened, "plantype").setCurrentText("polygonen: Oud")
    assert preview_of(opened, "plantype") == "Uitleg → leeg"
    assert opened.columns.words.item(0, 1).text() == "Uitleg"
    opened.columns.take.click()
    assert preview_of(opened, "plantype") == "Uitleg → Uitbreiding uitleg"
    assert opened.columns.mapping().fields["plantype"].values == {"Uitleg": "uitbreiding_uitleg"}


def test_scrolling_changes_no_answer(wizard, qtbot, tmp_path):
    opened = wizard(layer(), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    combo = column(opened, "bruto_totaal")
    before = combo.currentIndex()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    combo.wheelEvent(wheel)
    assert combo.currentIndex() == before


# -- joining ----------------------------------------------------------------------------------------------------------


def worksheet(path, *rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return str(path)


def with_sheet(wizard, qtbot, tmp_path, rows, *sheet):
    opened = wizard(layer(rows), tmp_path / "p.gpkg")
    opened.sources.layer.setLayer(next(one for one in QgsProject.instance().mapLayers().values()))
    opened.sources.workbook.setFilePath(worksheet(tmp_path / "w.xlsx", *sheet))
    to_columns(opened, qtbot)
    return opened


NUMBERED = [{"plannaam": "Haven", "plannummer": "1"}, {"plannaam": "Dijk", "plannummer": "2"}]


def test_plan_numbers_are_proposed_and_may_be_refused(wizard, qtbot, tmp_path):
    opened = with_sheet(wizard, qtbot, tmp_path, NUMBERED, ("Plannummer", "Plannaam", "Bruto"), (1, "De haven", 12), (2, "Dijk", 5))
    join = opened.columns.join
    assert join.on.currentText() == "plannummer, en anders plannaam"
    assert join.count.text() == "Rijen in het Excel-bestand met een polygoon: 2 van de 2."
    assert opened.columns.mapping().numbers == {"polygonen": "plannummer", "werkblad": "Plannummer"}
    join.on.setCurrentIndex(0)
    assert join.count.text() == "Rijen in het Excel-bestand met een polygoon: 1 van de 2."
    assert opened.columns.mapping().numbers == {}
    assert not join.numbers["werkblad"].isVisible()
    join.on.setCurrentIndex(1)
    to_changes(opened, qtbot)
    finish(opened, qtbot)
    assert {plan["plannaam"]: plan["bruto_totaal"] for plan, _ in read_plans(tmp_path / "p.gpkg")} == {"Haven": 12, "Dijk": 5}


@pytest.mark.parametrize("rows", [
    [(1, "Dijk", 12), (2, "Haven", 5)],  # the numbers contradict the names
    [(1, "Haven", 12), (1, "Dijk", 5)],  # a number stands twice
    [(8, "Haven", 12), (9, "Dijk", 5)],  # no number is on both sides
])  # fmt: skip
def test_numbers_that_are_not_certain_are_not_proposed(wizard, qtbot, tmp_path, rows):
    opened = with_sheet(wizard, qtbot, tmp_path, NUMBERED, ("Plannummer", "Plannaam", "Bruto"), *rows)
    assert opened.columns.join.on.currentText() == "plannaam, letter voor letter"
    assert opened.columns.mapping().numbers == {}


def test_the_name_column_may_be_pointed_out(wizard, qtbot, tmp_path):
    opened = wizard(layer([{"omschr": "Haven", "bruto": 12}]), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    assert not opened.columns.isComplete()
    names = opened.columns.join.names["polygonen"]
    names.setCurrentText("omschr")
    assert opened.columns.isComplete()
    to_changes(opened, qtbot)
    finish(opened, qtbot)
    assert [plan["plannaam"] for plan, _ in read_plans(tmp_path / "p.gpkg")] == ["Haven"]


def test_a_file_with_several_layers_asks_which(wizard, qtbot, tmp_path):
    path = many_layers(tmp_path / "b.gpkg", "GPKG")
    opened = wizard(None, tmp_path / "p.gpkg")
    assert not opened.sources.sublayer.isVisible()
    opened.sources.layer_file.setFilePath(path)
    qtbot.waitUntil(opened.sources.sublayer.isVisible, timeout=10_000)
    opened.sources.sublayer.setCurrentText("oud")
    to_columns(opened, qtbot)
    to_changes(opened, qtbot)
    finish(opened, qtbot)
    assert [plan["plannaam"] for plan, _ in read_plans(tmp_path / "p.gpkg")] == ["oud"]


@pytest.mark.parametrize(("choice", "names"), [("oud", ["oud"]), ("(alle lagen samen)", ["oud", "plannen"]), ("(kies een laag)", None)])
def test_the_layer_of_a_zip_is_what_was_chosen(wizard, qtbot, tmp_path, choice, names):
    many_layers(tmp_path / "b.gpkg", "GPKG")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        packed.write(tmp_path / "b.gpkg", "b.gpkg")
    opened = wizard(None, tmp_path / "p.gpkg")
    opened.sources.layer_file.setFilePath(str(tmp_path / "b.zip"))
    qtbot.waitUntil(opened.sources.sublayer.isVisible, timeout=10_000)
    assert opened.sources.sublayer.currentText() == "(kies een laag)"
    opened.sources.sublayer.setCurrentText(choice)
    if names is None:
        assert "heeft meer dan één laag met polygonen (plannen, oud)" in refused(opened, qtbot)
        return
    to_columns(opened, qtbot)
    to_changes(opened, qtbot)
    finish(opened, qtbot)
    assert sorted(plan["plannaam"] for plan, _ in read_plans(tmp_path / "p.gpkg")) == names


def refused(wizard, qtbot):
    """What the first page says when it cannot go on."""
    wizard.next()
    qtbot.waitUntil(wizard.sources.isComplete, timeout=10_000)
    assert wizard.currentPage() is wizard.sources
    return wizard.sources.message.text()


def test_what_is_wrong_is_said_on_the_first_page(wizard, qtbot, tmp_path):
    opened = wizard(None, tmp_path / "p.gpkg")
    assert "Er is niets om te importeren; kies een laag met planpolygonen, een Excel-bestand, of allebei." in refused(opened, qtbot)
    opened.sources.workbook.setFilePath(str(tmp_path / "weg.xlsx"))
    assert "bestaat niet" in refused(opened, qtbot)
    opened.sources.target.setFilePath("")
    assert "Kies waar het planbestand komt te staan" in refused(opened, qtbot)
    assert QgsApplication.taskManager().countActiveTasks() == 0


# -- in the background ------------------------------------------------------------------------------------------------


@pytest.fixture
def held_up(monkeypatch):
    """Reading that goes on until it is cancelled or released; tells on which threads it was done."""
    state = {"go": False, "threads": []}
    read = import_sources.read

    def slow(polygons, workbook, peildatum, feedback, limits):
        state["threads"].append(QThread.currentThread())
        feedback.setProgress(40)
        while not state["go"]:
            checkpoint(feedback)
            time.sleep(0.01)
        return read(polygons, workbook, peildatum, feedback, limits)

    monkeypatch.setattr(import_sources, "read", slow)
    yield state
    state["go"] = True


def begin(wizard, held_up, qtbot):
    """Press on, and wait until reading is under way."""
    before = len(held_up["threads"])
    wizard.next()
    qtbot.waitUntil(lambda: len(held_up["threads"]) > before, timeout=10_000)


def nothing_runs(qtbot):
    qtbot.waitUntil(lambda: not run_task._under_way and not QgsApplication.taskManager().countActiveTasks(), timeout=10_000)


def test_the_window_lives_while_the_sources_are_read(wizard, held_up, qtbot, tmp_path):
    opened = wizard(layer(), tmp_path / "p.gpkg")
    page = opened.sources
    ticks = []
    clock = QTimer()
    clock.timeout.connect(lambda: ticks.append(1))
    clock.start(5)
    begin(opened, held_up, qtbot)
    qtbot.waitUntil(lambda: len(ticks) > 5 and page.bar.value() == 40, timeout=10_000)
    assert held_up["threads"][0] is not opened.thread()
    assert opened.currentPage() is page
    assert page.bar.isVisible()
    assert page.stop_button.isVisible()
    assert not page.fields.isEnabled()
    assert not opened.button(QWizard.WizardButton.NextButton).isEnabled()
    opened.next()  # Enter, or a second click: nothing is read twice
    assert len(held_up["threads"]) == 1
    held_up["go"] = True
    qtbot.waitUntil(lambda: opened.currentPage() is opened.columns, timeout=10_000)
    assert not page.bar.isVisible()
    assert page.fields.isEnabled()


def test_reading_can_be_stopped_and_begun_again(wizard, held_up, qtbot, tmp_path):
    opened = wizard(layer(), tmp_path / "p.gpkg")
    page = opened.sources
    begin(opened, held_up, qtbot)
    page.stop_button.click()
    assert page.message.text() == "Het lezen is afgebroken; er is niets veranderd."
    assert page.fields.isEnabled()
    assert not page.stop_button.isVisible()
    nothing_runs(qtbot)
    assert opened.currentPage() is page
    assert not list(tmp_path.glob("p*"))
    held_up["go"] = True
    to_columns(opened, qtbot)
    assert page.message.text() == ""


@pytest.mark.parametrize("leave", [lambda opened: opened.close(), lambda opened: opened.reject()], ids=["cross", "cancel"])
def test_closing_while_the_sources_are_read(provider, qgis_new_project, held_up, qtbot, tmp_path, monkeypatch, leave):
    monkeypatch.setattr(import_reading, "profiles_folder", lambda: tmp_path)
    QgsProject.instance().addMapLayer(polygon_layer(ROWS))
    desk = Desk()  # held: the window goes with its parent
    opened = import_wizard.open_import_wizard(desk, partial(bring_in, desk))
    page = opened.sources
    page.layer.setCurrentIndex(1)
    page.gemeente.setCurrentIndex(page.gemeente.findData("GM9999"))
    page.target.setFilePath(str(tmp_path / "p.gpkg"))
    begin(opened, held_up, qtbot)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(opened.destroyed, timeout=10_000):
        leave(opened)
        QgsProject.instance().clear()
    nothing_runs(qtbot)
    qtbot.wait(20)
    assert raised == []
    assert not list(tmp_path.glob("p*"))


def test_the_window_goes_with_the_plugin_also_while_it_imports(provider, qgis_new_project, held_up, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(import_reading, "profiles_folder", lambda: tmp_path)
    QgsProject.instance().addMapLayer(polygon_layer(ROWS))
    desk = Desk()  # held: the window goes with its parent
    opened = import_wizard.open_import_wizard(desk, partial(bring_in, desk))
    page = opened.sources
    page.layer.setCurrentIndex(1)
    page.gemeente.setCurrentIndex(page.gemeente.findData("GM9999"))
    page.target.setFilePath(str(tmp_path / "p.gpkg"))
    held_up["go"] = True
    to_columns(opened, qtbot)
    to_changes(opened, qtbot)
    held_up["go"] = False
    begin(opened, held_up, qtbot)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(opened.destroyed, timeout=10_000):
        close_all()
    nothing_runs(qtbot)
    qtbot.wait(20)
    assert raised == []
    assert not (tmp_path / "p.gpkg").exists()


def test_a_file_that_cannot_be_read_is_named(wizard, qtbot, tmp_path):
    opened = wizard(None, tmp_path / "p.gpkg")
    (tmp_path / "stuk.gpkg").write_bytes(b"SQLite format 3\0" + bytes(2_000))
    opened.sources.layer_file.setFilePath(str(tmp_path / "stuk.gpkg"))
    assert "is geen GeoPackage of is beschadigd" in refused(opened, qtbot)
    opened.sources.layer_file.setFilePath("")
    (tmp_path / "stuk.xlsx").write_bytes(b"PK")
    opened.sources.workbook.setFilePath(str(tmp_path / "stuk.xlsx"))
    assert "stuk.xlsx" in refused(opened, qtbot)
    assert opened.sources.fields.isEnabled()
    assert opened.sources.isComplete()


def test_a_source_without_plans_is_said_at_once(wizard, qtbot, tmp_path):
    empty = layer()
    assert empty.dataProvider().truncate()
    opened = wizard(empty, tmp_path / "p.gpkg")
    assert "staan geen plannen; kies een andere laag of een ander Excel-bestand." in refused(opened, qtbot)


def test_a_plan_file_of_long_ago_keeps_its_date(wizard, qtbot, tmp_path):
    old = planfile.PlanFileInfo(MARKERWAARD, Peildatum.parse("2012-07-01"))
    planfile.create(tmp_path / "oud.gpkg", old)
    plans = planfile.open_layer(tmp_path / "oud.gpkg")
    opened = wizard(None, tmp_path / "p.gpkg")
    opened.sources.propose(plans)
    assert opened.sources.chosen_peildatum == old.peildatum
    assert opened.sources.parameters()["OUTPUT"] == str(tmp_path / "oud.gpkg")


def test_a_sentence_is_text_and_no_markup(wizard, qtbot, tmp_path):
    opened = wizard(None, tmp_path / "p.gpkg")
    opened.sources.layer_file.setFilePath(str(tmp_path / "<b>weg.shp"))
    assert "&lt;b&gt;weg.shp" in refused(opened, qtbot)


def test_edits_that_were_not_saved_are_read(wizard, qtbot, tmp_path):
    source = layer()
    source.startEditing()
    haven = next(feature for feature in source.getFeatures() if feature["Naam"] == "Haven")
    source.changeAttributeValue(haven.id(), source.fields().lookupField("Sloop"), -8)
    opened = wizard(source, tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    assert preview_of(opened, "sloop_totaal") == "-8 → 8   |   0"
    opened.back()
    source.changeAttributeValue(haven.id(), source.fields().lookupField("Sloop"), -9)
    to_columns(opened, qtbot)
    assert preview_of(opened, "sloop_totaal") == "-9 → 9   |   0"
    source.rollBack()


def test_files_that_did_not_change_are_not_read_again(wizard, held_up, qtbot, tmp_path):
    held_up["go"] = True
    opened = wizard(None, tmp_path / "p.gpkg")
    opened.sources.workbook.setFilePath(worksheet(tmp_path / "w.xlsx", ("Plannaam", "Aantal"), ("Haven", 12)))
    to_columns(opened, qtbot)
    column(opened, "bruto_totaal").setCurrentText("Excel-bestand: Aantal")
    opened.back()
    opened.sources.target.setFilePath(str(tmp_path / "q.gpkg"))
    to_columns(opened, qtbot)
    assert len(held_up["threads"]) == 1
    assert column(opened, "bruto_totaal").currentText() == "Excel-bestand: Aantal"
    assert opened.parameters()["OUTPUT"] == str(tmp_path / "q.gpkg")
    opened.back()
    worksheet(tmp_path / "w.xlsx", ("Plannaam", "Netto"), ("Haven", 12), ("Dijk", 5))
    to_columns(opened, qtbot)
    assert len(held_up["threads"]) == 2
    assert "2 rijen" in opened.columns.known.text()
    qtbot.waitUntil(lambda: column(opened, "bruto_totaal").findText("Excel-bestand: Aantal") < 0)  # the lists of before are gone


def test_a_dry_run_that_was_left_does_not_speak_for_the_next(wizard, held_up, qtbot, tmp_path):
    held_up["go"] = True
    opened = wizard(layer(), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    held_up["go"] = False
    begin(opened, held_up, qtbot)
    opened.back()
    assert opened.currentPage() is opened.columns
    begin(opened, held_up, qtbot)
    qtbot.waitUntil(lambda: len(run_task._under_way) == 1, timeout=10_000)
    assert opened.changes.summary.text() == "De bronnen worden vergeleken met het planbestand …"
    held_up["go"] = True
    qtbot.waitUntil(opened.changes.isComplete, timeout=10_000)
    assert "2 nieuwe plannen" in opened.changes.summary.text()


def test_an_import_that_was_stopped_changed_nothing_and_can_be_done_again(wizard, held_up, qtbot, tmp_path):
    held_up["go"] = True
    opened = wizard(layer(), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    to_changes(opened, qtbot)
    held_up["go"] = False
    begin(opened, held_up, qtbot)
    page, back = opened.result, opened.button(QWizard.WizardButton.BackButton)
    assert not back.isVisible()
    opened.button(QWizard.WizardButton.CancelButton).click()
    assert opened.isVisible()
    qtbot.waitUntil(lambda: not page.is_running, timeout=10_000)
    assert "Afgebroken; er is niets veranderd." in page.summary.text()
    assert not (tmp_path / "p.gpkg").exists()
    assert back.isVisible()
    opened.back()
    assert names_of(opened) == ["Haven", "Dijk"]
    held_up["go"] = True
    finish(opened, qtbot)
    assert {plan["plannaam"] for plan, _ in read_plans(tmp_path / "p.gpkg")} == {"Haven", "Dijk"}
    assert not back.isVisible()


def test_stopping_too_late_is_told(wizard, qtbot, tmp_path, monkeypatch):
    """The plan file is there already; what is left is the report."""
    opened = wizard(layer(), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    to_changes(opened, qtbot)
    state = {"written": False, "go": False}
    write = importplans.write_named

    def slow(*given):
        state["written"] = True
        while not state["go"]:
            time.sleep(0.01)
        return write(*given)

    monkeypatch.setattr(importplans, "write_named", slow)
    opened.next()
    qtbot.waitUntil(lambda: state["written"], timeout=10_000)
    opened.close()
    assert opened.isVisible()
    assert opened.result.summary.text() == "De opdracht wordt afgebroken …"
    state["go"] = True
    qtbot.waitUntil(lambda: not opened.result.is_running, timeout=10_000)
    words = opened.result.summary.text()
    assert "Het afbreken kwam te laat: de opdracht was al klaar." in words
    assert "2 plannen toegevoegd" in words
    assert "niets veranderd" not in words
    assert {plan["plannaam"] for plan, _ in read_plans(tmp_path / "p.gpkg")} == {"Haven", "Dijk"}
    assert [one.name() for one in QgsProject.instance().mapLayers().values()].count("Plannen Markerwaard 1 januari 2026") == 1
    assert opened.result.isComplete()


def test_changes_are_ticked_with_the_keyboard(wizard, qtbot, tmp_path):
    opened = wizard(layer(), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    to_changes(opened, qtbot)
    table = opened.changes.table
    table.setFocus()
    table.setCurrentIndex(line(opened, "Dijk"))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert [row["overnemen"] for row in table.chosen()] == [True, False]
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert [row["overnemen"] for row in table.chosen()] == [True, True]


def test_ten_thousand_changes_are_drawn_only_where_they_are_seen(qtbot):
    rows = [
        {"plan_id": str(plan), "plannaam": f"Plan {plan}", "veld": veld, "oud": "1", "nieuw": "2", "overnemen": True}
        for plan in range(10_000) for veld in ("bruto_totaal", "sloop_totaal")
    ]  # fmt: skip
    table = ChangesTable()
    qtbot.addWidget(table)
    table.show_changes(rows, Peildatum.parse("2026-01-01"))
    table.resize(600, 400)
    asked = set()
    data = table.lines.data
    table.lines.data = lambda index, role=Qt.ItemDataRole.DisplayRole: (asked.add(index.row()), data(index, role))[1]
    with qtbot.waitExposed(table):
        table.show()
    table.tick_all(False)
    qtbot.wait(20)
    assert asked
    assert len(asked) < 500
    assert table.model().rowCount() == 30_000
    assert not any(row["overnemen"] for row in table.chosen())


def test_what_a_person_must_look_at_is_not_ticked_with_all(qtbot):
    rows = [
        {"plan_id": "a", "plannaam": "Haven", "veld": "bruto_totaal", "oud": "1", "nieuw": "2", "overnemen": True},
        {"plan_id": "a", "plannaam": "Haven", "veld": "sloop_totaal", "oud": "1", "nieuw": "2", "overnemen": False, "reden": "met de hand gewijzigd"},
        {"plan_id": "b", "plannaam": "Dijk", "veld": "vervallen", "oud": "", "nieuw": "ja", "overnemen": False, "reden": "staat niet in de bron"},
    ]  # fmt: skip
    table = ChangesTable()
    qtbot.addWidget(table)
    table.show_changes(rows, Peildatum.parse("2026-01-01"))
    table.tick_all(True)
    assert [row["overnemen"] for row in table.chosen()] == [True, False, False]
    shown = [
        [str(table.lines.data(table.lines.index(line, column))).strip() for column in range(4)] for line in range(table.lines.rowCount())
    ]
    assert ["Dijk", "", "", ""] in shown
    assert [row[3] for row in shown] == ["", "", "met de hand gewijzigd", "", "staat niet in de bron"]
    assert not table.isColumnHidden(3)
    rows[0]["oud"] = rows[1]["nieuw"] = "een lange toelichting " * 20
    table.show_changes(rows, Peildatum.parse("2026-01-01"))
    table.resize(700, 300)
    with qtbot.waitExposed(table):
        table.show()
    assert min(table.columnWidth(0), table.columnWidth(3)) > 150  # long values leave room for names and reasons
    table.tick_all(True)
    dijk = next(line for line, row in enumerate(shown) if row[0] == "Dijk")
    table.lines.setData(table.lines.index(dijk, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    table.tick_all(True)
    assert [row["overnemen"] for row in table.chosen()] == [True, False, True]
    table.tick_all(False)
    assert not any(row["overnemen"] for row in table.chosen())
    table.show_changes(rows[:1], Peildatum.parse("2026-01-01"))
    assert table.isColumnHidden(3)


def test_what_stands_in_a_table_has_a_name_for_a_screen_reader(wizard, qtbot, tmp_path):
    opened = wizard(layer(TWICE), tmp_path / "p.gpkg")
    to_columns(opened, qtbot)
    assert column(opened, "bruto_totaal").accessibleName() == "Bruto totaal"
    assert [one.objectName() for one in nameless(opened)] == []


def test_names_that_look_the_same_are_told_apart_in_the_list_of_changes(qtbot):
    rows = [{"plan_id": "a", "plannaam": "Dijk", "veld": "plannaam", "oud": "Dijk", "nieuw": "Dijk ", "overnemen": True}]
    table = ChangesTable()
    qtbot.addWidget(table)
    table.show_changes(rows, Peildatum.parse("2026-01-01"))
    lines = table.lines
    assert [str(lines.data(lines.index(1, column))).strip() for column in range(3)] == ["Plannaam", "Dijk", "Dijk[spatie]"]
    assert table.chosen() == rows, "what is chosen is the name itself"


def test_a_new_file_gets_a_name_that_says_what_it_is(wizard, tmp_path, monkeypatch):
    from lmvw_plugin.forms import user_settings

    monkeypatch.setattr(user_settings.FOLDER.__class__, "get", lambda _: str(tmp_path))
    page = wizard(None, "").sources
    page.gemeente.setCurrentIndex(page.gemeente.findData("GM0396"))
    assert page.target.filePath() == str(tmp_path / "heemskerk_2026-01-01.gpkg")
    (tmp_path / "heemskerk_2026-07-01.gpkg").touch()
    page.peildatum.setCurrentIndex(page.peildatum.findData("2026-07-01"))
    assert page.target.filePath() == "", "what is there already is for the user to choose"
    page.target.setFilePath(str(tmp_path / "eigen.gpkg"))
    page.peildatum.setCurrentIndex(page.peildatum.findData("2026-01-01"))
    assert page.target.filePath() == str(tmp_path / "eigen.gpkg")
