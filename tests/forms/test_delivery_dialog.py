# SPDX-License-Identifier: GPL-2.0-or-later
"""The window "Levering maken", driven as a user does: checks, toelichting, choices, package."""

import json
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QWidget

from lmvw_plugin.forms.delivery_dialog import DeliveryDialog, open_delivery
from lmvw_plugin.layers import planfile
from tests.conftest import change, left_in, polygon_layer, read_plans
from tests.forms.desk import Desk

NAME = "LMVW_GM9999_2026-01-01"


@pytest.fixture(autouse=True)
def empty_project(provider):
    QgsSettings().remove("lmvw")
    yield
    for layer in QgsProject.instance().mapLayers().values():
        if layer.isEditable():
            layer.rollBack()
    QgsProject.instance().clear()


@pytest.fixture
def opened(own_file, qtbot):
    """Opens the window on the plan file, after changes to it."""

    def open_window(**changes):
        for name, values in changes.items():
            change(own_file, name.replace("_", " "), **values)
        layer = planfile.open_layer(own_file)
        QgsProject.instance().addMapLayer(layer)
        window = DeliveryDialog(None, layer, own_file)
        window.folder.setFilePath(str(own_file.parent / "levering"))
        qtbot.addWidget(window)
        window.show()
        window.run_checks()
        return window

    return open_window


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def wait_for_package(window, qtbot):
    press(window.export)
    qtbot.waitUntil(lambda: window._run is None, timeout=60_000)


def words(window):
    return window.verdict.text()


def test_it_shows_what_goes_out_and_what_stays_home(opened):
    window = opened()
    assert "er kan geleverd worden" in words(window)
    text = window.summary.toPlainText()
    for part in ("42", "3.131", "242", "2.889", "2026 tot en met 2045", "Dit blijft thuis (2)", "planstatus 5A: eigen administratie"):
        assert part in text
    assert window.export.isEnabled()
    assert [window.tabs.tabText(place) for place in range(4)] == [
        "Wat gaat er mee",
        "Fouten (0)",
        "Waarschuwingen (0)",
        "Gegevens en keuzes",
    ]


def test_errors_stop_it_until_they_are_mended(opened):
    window = opened(Kreekakkers={"plantype": None})
    assert "Aantal fouten: 1." in words(window)
    assert not window.export.isEnabled()
    assert window.tabs.currentWidget() is window.errors
    assert window.errors.item(0, 0).text() == "Kreekakkers"
    layer = window.layer
    layer.startEditing()
    plan = next(one for one in layer.getFeatures() if one["plannaam"] == "Kreekakkers")
    layer.changeAttributeValue(plan.id(), layer.fields().lookupField("plantype"), "uitbreiding_uitleg")
    press(window.check)
    assert "er kan geleverd worden" in words(window)
    assert window.export.isEnabled()


def test_a_toelichting_goes_to_the_edit_buffer_and_can_be_undone(opened, qtbot):
    window = opened(Erf_Zuiderhoeve={"plantype": "uitbreiding_uitleg", "toelichting": None})
    assert "waarschuwing maar zonder toelichting: 1." in words(window)
    assert window.export.isEnabled()
    assert window.warnings.item(0, 0).text() == "Erf Zuiderhoeve"
    window.warnings.item(0, 2).setText("Het hele erf gaat over in een nieuwe wijk.")
    assert "er kan geleverd worden" in words(window)
    layer = window.layer
    plan = next(one for one in layer.getFeatures() if one["plannaam"] == "Erf Zuiderhoeve")
    assert plan["toelichting"] == "Het hele erf gaat over in een nieuwe wijk."
    assert layer.isEditable()
    layer.undoStack().undo()
    assert not layer.getFeature(plan.id())["toelichting"]
    layer.undoStack().redo()
    wait_for_package(window, qtbot)
    assert "teruggelezen en vergeleken" in words(window)
    delivered = {plan["plannaam"]: plan for plan, _ in read_plans(Path(window.folder.filePath()) / NAME / "plannen.gpkg")}
    assert delivered["Erf Zuiderhoeve"]["toelichting"] == "Het hele erf gaat over in een nieuwe wijk."


def test_choices_reach_the_package_and_stay_in_the_plan_file(opened, own_file, qtbot):
    window = opened()
    hall = polygon_layer([{"naam": "gemeentehuis"}])
    QgsProject.instance().addMapLayer(hall)
    window.contact.setText("Afdeling Wonen")
    window.aggregate.setCurrentIndex(window.aggregate.findData(True))
    window.small.setChecked(True)
    press(window.check)
    assert "Aantal fouten: 2." in words(window)
    window.agreement.setText("mail van 3 maart")
    window.town_hall.setLayer(hall)
    press(window.check)
    assert "opgeteld in het plan voor kleine plannen" in window.summary.toPlainText()
    wait_for_package(window, qtbot)
    manifest = json.loads((Path(window.folder.filePath()) / NAME / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["provincie_aggregeert"] is True
    assert manifest["kleine_plannen_opgeteld"] > 1
    assert manifest["totalen"]["bruto_totaal"] == 3131
    kept = planfile.read_info(own_file)
    assert (kept.provincie_aggregeert, kept.akkoord_klein, kept.gemeentehuis[:12]) == (True, "mail van 3 maart", "MultiPolygon")
    assert left_in(window.folder.filePath()) == [NAME, f"{NAME}.zip"]


def test_a_failing_export_says_why_and_keeps_the_window(opened, qtbot, tmp_path):
    window = opened()
    (tmp_path / "bestand").touch()
    window.folder.setFilePath(str(tmp_path / "bestand" / "onder"))
    wait_for_package(window, qtbot)
    assert "kan niet geschreven worden" in words(window)
    assert window.isVisible()
    assert window.export.isEnabled()


def test_it_opens_for_a_plan_file_only(own_file, qtbot):
    desk = Desk()
    desk.window = QWidget()
    desk.active = polygon_layer([{"naam": "x"}])
    assert open_delivery(desk) is None
    assert "Kies eerst" in desk.words[0]
    desk.active = planfile.open_layer(own_file)
    QgsProject.instance().addMapLayer(desk.active)
    window = open_delivery(desk)
    qtbot.addWidget(window)
    assert window.isVisible()
    assert "er kan geleverd worden" in words(window)
