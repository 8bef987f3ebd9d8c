# SPDX-License-Identifier: GPL-2.0-or-later
"""The import wizard, driven as a user would: sources, columns, what would change, import."""

import json

import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox

from tests.conftest import polygon_layer, read_plans

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
    assert "-3  |  0" in texts
    assert column(opened, "bruto_totaal").currentData() is None
    column(opened, "bruto_totaal").setCurrentText("polygonen: Aantal")
    column(opened, "plantype").setCurrentText("polygonen: Soort")
    column(opened, "toelichting").setCurrentText("polygonen: Opm")
    to_changes(opened, qtbot)
    assert not target.exists()
    assert opened.changes.table.rowCount() == 2
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
    opened.changes.table.item(1, 0).setCheckState(Qt.CheckState.Unchecked)
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
    assert [opened.changes.table.item(0, number).text() for number in range(4)] == ["Haven", "Sloop totaal", "3", "8"]
    finish(opened, qtbot)
    assert plans.isEditable()
    assert {feature["plannaam"]: feature["sloop_totaal"] for feature in plans.getFeatures()} == {"Haven": 8, "Dijk": 0}
    plans.undoStack().undo()
    assert {feature["plannaam"]: feature["sloop_totaal"] for feature in plans.getFeatures()} == {"Haven": 3, "Dijk": 0}
    plans.rollBack()


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


def test_what_is_wrong_is_said_on_the_first_page(wizard, tmp_path):
    opened = wizard(None, tmp_path / "p.gpkg")
    opened.next()
    assert opened.currentPage() is opened.sources
    assert "‘Laag met planpolygonen’ is niet ingevuld" in opened.sources.message.text()
    opened.sources.workbook.setFilePath(str(tmp_path / "weg.xlsx"))
    opened.next()
    assert "bestaat niet" in opened.sources.message.text()
    assert QgsApplication.taskManager().countActiveTasks() == 0
