# SPDX-License-Identifier: GPL-2.0-or-later
"""The import wizard, driven as a user would: sources, columns, what would change, import."""

import json
from pathlib import Path

import openpyxl
import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QWizard

from lmvw_plugin.forms import import_wizard
from tests.conftest import polygon_layer, read_plans
from tests.forms.desk import Abroad, outlives_its_wrapper
from tests.processing.test_import_odd_files import many_layers

ROWS = [
    {"Naam": "Haven", "Aantal": 12, "Sloop": -3, "Soort": "Uitleg", "Opm": "eerst dit"},
    {"Naam": "Dijk", "Aantal": 5, "Sloop": 0, "Soort": "Verdichting", "Opm": "dan dat"},
]


@pytest.fixture
def wizard(provider, qtbot, qgis_new_project, tmp_path, monkeypatch):
    from lmvw_plugin.forms import import_wizard

    monkeypatch.setattr(import_wizard, "profiles_folder", lambda: tmp_path)
    made = []

    def make(layer, target):
        opened = import_wizard.ImportWizard(None, layer)
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


def layer(rows=ROWS):
    made = polygon_layer(rows)
    QgsProject.instance().addMapLayer(made)
    return made


TWICE = [{"plannaam": "Haven", "bruto": 12, "sloop": 3}, {"plannaam": "Dijk", "bruto": 5, "sloop": 0}]


def names_of(wizard):
    tree = wizard.changes.table
    return [tree.topLevelItem(number).text(0) for number in range(tree.topLevelItemCount())]


def column(wizard, field):
    return wizard.columns.table.findChild(QComboBox, f"kolom_{field}")


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
    opened.next()
    assert opened.currentPage() is opened.columns
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
    assert [one.name() for one in QgsProject.instance().mapLayers().values() if one.name() == "p"] == ["p"]


def test_what_is_unticked_stays_out(wizard, qtbot, tmp_path):
    opened = wizard(layer(), tmp_path / "p.gpkg")
    opened.next()
    to_changes(opened, qtbot)
    opened.changes.table.topLevelItem(1).setCheckState(0, Qt.CheckState.Unchecked)
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
    opened.next()
    to_changes(opened, qtbot)
    (haven,) = [opened.changes.table.topLevelItem(0)]
    assert haven.text(0) == "Haven"
    assert [haven.child(0).text(number) for number in range(3)] == ["Sloop totaal", "3", "8"]
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
    opened.next()
    to_changes(opened, qtbot)
    tree = opened.changes.table
    assert names_of(opened) == ["Haven", "Dijk"]
    haven = tree.topLevelItem(0)
    assert [haven.child(number).text(0) for number in range(2)] == ["Bruto totaal", "Sloop totaal"]
    haven.child(1).setCheckState(0, Qt.CheckState.Unchecked)
    assert haven.checkState(0) == Qt.CheckState.PartiallyChecked
    tree.topLevelItem(1).setCheckState(0, Qt.CheckState.Unchecked)
    assert [row["overnemen"] for row in tree.chosen()] == [True, False, False]
    tree.tick_all(False)
    assert not any(row["overnemen"] for row in tree.chosen())
    haven.child(0).setCheckState(0, Qt.CheckState.Checked)
    finish(opened, qtbot)
    assert {plan["plannaam"]: (plan["bruto_totaal"], plan["sloop_totaal"]) for plan, _ in read_plans(target)} == {
        "Haven": (13, 3), "Dijk": (5, 0),
    }  # fmt: skip
    assert not opened.button(QWizard.WizardButton.CancelButton).isVisible()  # what is done cannot be cancelled


def test_words_get_a_meaning_and_the_mapping_is_kept(wizard, qtbot, tmp_path):
    opened = wizard(layer([row | {"plantype": row["Soort"]} for row in ROWS]), tmp_path / "p.gpkg")
    opened.next()
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


def test_the_window_lives_on_when_nobody_holds_it(provider, qgis_new_project, tmp_path, monkeypatch):
    monkeypatch.setattr(import_wizard, "profiles_folder", lambda: tmp_path)
    iface = Abroad()  # held: the window goes with its parent
    import_wizard.open_import_wizard(iface)

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
    opened.next()
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
    ("plantype", "verdichting", "verdichting (elk plan)", "verdichting"), ("vertrouwelijk", "nee", "nee (elk plan)", False),
    ("tijdelijk", 0, "0 (elk plan)", 0), ("toelichting", "lijst van juni", "lijst van juni (elk plan)", "lijst van juni"),
])  # fmt: skip
def test_a_fixed_value_goes_to_every_plan(wizard, qtbot, tmp_path, field, answer, shown, written):
    opened = wizard(layer(), tmp_path / "p.gpkg")
    opened.next()
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


def test_the_municipality_is_no_fixed_value(wizard, tmp_path):
    opened = wizard(layer(), tmp_path / "p.gpkg")
    opened.next()
    assert column(opened, "gemeente_naam").findText("vaste waarde…") < 0
    assert column(opened, "plantype").findText("kolommen optellen…") < 0


def test_the_sign_is_turned_by_a_tick(wizard, qtbot, tmp_path):
    opened = wizard(layer([{"Naam": "Haven", "Erbij": -12}, {"Naam": "Dijk", "Erbij": 5}]), tmp_path / "p.gpkg")
    opened.next()
    column(opened, "bruto_totaal").setCurrentText("polygonen: Erbij")
    assert preview_of(opened, "bruto_totaal") == "-12 → leeg   |   5"
    opened.columns.table.findChild(QCheckBox, "teken_bruto_totaal").setChecked(True)
    assert preview_of(opened, "bruto_totaal") == "-12 → 12   |   5 → leeg"
    to_changes(opened, qtbot)
    finish(opened, qtbot)
    assert {plan["plannaam"]: plan["bruto_totaal"] for plan, _ in read_plans(tmp_path / "p.gpkg")} == {"Haven": 12, "Dijk": None}


def test_another_column_asks_for_its_own_words(wizard, tmp_path):
    rows = [row | {"Oud": "Uitleg", "plantype": "Verdichting"} for row in ROWS]
    opened = wizard(layer(rows), tmp_path / "p.gpkg")
    opened.next()
    assert opened.columns.words.rowCount() == 0
    column(opened, "plantype").setCurrentText("polygonen: Oud")
    assert preview_of(opened, "plantype") == "Uitleg → leeg"
    assert opened.columns.words.item(0, 1).text() == "Uitleg"
    opened.columns.take.click()
    assert preview_of(opened, "plantype") == "Uitleg → uitbreiding_uitleg"
    assert opened.columns.mapping().fields["plantype"].values == {"Uitleg": "uitbreiding_uitleg"}


def test_scrolling_changes_no_answer(wizard, tmp_path):
    opened = wizard(layer(), tmp_path / "p.gpkg")
    opened.next()
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


def with_sheet(wizard, tmp_path, rows, *sheet):
    opened = wizard(layer(rows), tmp_path / "p.gpkg")
    opened.sources.layer.setLayer(next(one for one in QgsProject.instance().mapLayers().values()))
    opened.sources.workbook.setFilePath(worksheet(tmp_path / "w.xlsx", *sheet))
    opened.next()
    assert opened.currentPage() is opened.columns, opened.sources.message.text()
    return opened


NUMBERED = [{"plannaam": "Haven", "plannummer": "1"}, {"plannaam": "Dijk", "plannummer": "2"}]


def test_plan_numbers_are_proposed_and_may_be_refused(wizard, qtbot, tmp_path):
    opened = with_sheet(wizard, tmp_path, NUMBERED, ("Plannummer", "Plannaam", "Bruto"), (1, "De haven", 12), (2, "Dijk", 5))
    join = opened.columns.join
    assert join.on.currentText() == "plannummer, en anders plannaam"
    assert join.count.text() == "2 van de 2 rijen in het werkblad vinden hun polygoon."
    assert opened.columns.mapping().numbers == {"polygonen": "plannummer", "werkblad": "Plannummer"}
    join.on.setCurrentIndex(0)
    assert join.count.text() == "1 van de 2 rijen in het werkblad vinden hun polygoon."
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
def test_numbers_that_are_not_certain_are_not_proposed(wizard, tmp_path, rows):
    opened = with_sheet(wizard, tmp_path, NUMBERED, ("Plannummer", "Plannaam", "Bruto"), *rows)
    assert opened.columns.join.on.currentText() == "plannaam, letter voor letter"
    assert opened.columns.mapping().numbers == {}


def test_the_name_column_may_be_pointed_out(wizard, qtbot, tmp_path):
    opened = wizard(layer([{"omschr": "Haven", "bruto": 12}]), tmp_path / "p.gpkg")
    opened.next()
    assert opened.currentPage() is opened.columns
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
    assert opened.sources.sublayer.isVisible()
    opened.sources.sublayer.setCurrentText("oud")
    opened.next()
    to_changes(opened, qtbot)
    finish(opened, qtbot)
    assert [plan["plannaam"] for plan, _ in read_plans(tmp_path / "p.gpkg")] == ["oud"]


def test_what_is_wrong_is_said_on_the_first_page(wizard, tmp_path):
    opened = wizard(None, tmp_path / "p.gpkg")
    opened.next()
    assert opened.currentPage() is opened.sources
    assert "‘Laag met planpolygonen’ is niet ingevuld" in opened.sources.message.text()
    opened.sources.workbook.setFilePath(str(tmp_path / "weg.xlsx"))
    opened.next()
    assert "bestaat niet" in opened.sources.message.text()
    assert QgsApplication.taskManager().countActiveTasks() == 0
