# SPDX-License-Identifier: GPL-2.0-or-later
"""The window "Openbare versie", driven as a user does: what it shows, a stop, a decision, and the question of twice a year."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsGeometry, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

from lmvw_plugin.core.confidential.public import PLANS
from lmvw_plugin.forms.lasting import close_all
from lmvw_plugin.forms.publishing.dialog import PublicDialog, open_publication
from lmvw_plugin.forms.publishing.widgets import PLAN, STATE, WHY
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import confidential_table
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, left_in, read_plans, square
from tests.forms.desk import Desk

NAME = "LMVW_openbaar_GM9999_2026-01-01"


@pytest.fixture(autouse=True)
def empty_project(provider):
    QgsSettings().remove("lmvw")
    yield
    for layer in QgsProject.instance().mapLayers().values():
        if layer.isEditable():
            layer.rollBack()
    QgsProject.instance().clear()
    QgsSettings().remove("lmvw")


def secret(name, **changes):
    return consistent_plan(**{"plannaam": name, "vertrouwelijk": True, "planstatus": "3", **changes})


SAFE = [consistent_plan(plannaam="Zuid"), secret("Haven"), secret("Kade"), secret("Dok")]


def rectangle(x, y, wide, high):
    x, y = 146_000 + x, 506_000 + y
    return QgsGeometry.fromWkt(f"MultiPolygon ((({x} {y}, {x + wide} {y}, {x + wide} {y + high}, {x} {y + high}, {x} {y})))")


@pytest.fixture
def opened(tmp_path, qtbot):
    def open_window(plans, shapes=None):
        path = tmp_path / "plannen.gpkg"
        placed = [
            (shapes[n] if shapes else square(n), {**plan, "plan_id": f"11111111-0000-4000-8000-{n:012}"}) for n, plan in enumerate(plans)
        ]
        planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), placed)
        layer = planfile.open_layer(path)
        QgsProject.instance().addMapLayer(layer)
        window = PublicDialog(None, layer, path)
        (tmp_path / "uit").mkdir()
        window.folder.setFilePath(str(tmp_path / "uit"))
        qtbot.addWidget(window)
        window.show()
        window.look()
        wait(window, qtbot)
        return window

    return open_window


def wait(window, qtbot):
    qtbot.waitUntil(lambda: window._run is None, timeout=60_000)


def press(button, window, qtbot):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait(window, qtbot)


def row_of(window, name):
    return next(row for row in range(window.hidden.rowCount()) if window.hidden.item(row, PLAN).text() == name)


def state(window, name):
    return window.hidden.item(row_of(window, name), STATE).text()


def test_it_shows_what_is_public_and_to_the_municipality_what_is_not(opened, qtbot, tmp_path):
    window = opened(SAFE)
    assert "Zuid" in window.summary.toPlainText() and "Haven" not in window.summary.toPlainText()
    assert [window.hidden.item(row, PLAN).text() for row in range(3)] == ["Dok", "Haven", "Kade"]
    assert "omwonenden" in window.hidden.item(0, WHY).text() and window.tabs.tabText(1) == "Vertrouwelijk (3)"
    assert "niets af te leiden" in window.verdict.text() and window.export.isEnabled() and not window.decision.isEnabled()
    press(window.export, window, qtbot)
    assert "geschreven en teruggelezen" in window.verdict.text()
    assert left_in(tmp_path / "uit") == [NAME, f"{NAME}.zip"]
    assert [plan["plannaam"] for plan, _ in read_plans(window.made["GPKG"], PLANS)] == ["Zuid"]
    with zipfile.ZipFile(window.made["PACKAGE"]) as packed:
        assert not [name for name in packed.namelist() if b"Haven" in packed.read(name)]


def test_a_stop_waits_for_a_name_and_a_reason_that_are_kept(opened, qtbot, tmp_path):
    window = opened([consistent_plan(plannaam="Zuid"), secret("Haven")])
    assert not window.export.isEnabled() and window.tabs.currentIndex() == 2
    assert "1 vertrouwelijk plan" in window.reasons.toPlainText() and "Besluit" in window.verdict.text()
    QTest.keyClicks(window.who, "A. Bos")
    assert not window.export.isEnabled()
    QTest.keyClicks(window.why, "De raad kent het plan.")
    assert window.export.isEnabled()
    press(window.export, window, qtbot)
    kept = tmp_path / "plannen_besluiten_VERTROUWELIJK.txt"
    assert str(kept) in window.verdict.text()
    assert "A. Bos besluit" in kept.read_text(encoding="utf-8") and "De raad kent het plan." in kept.read_text(encoding="utf-8")


def test_a_decision_goes_for_what_was_seen_only(opened, qtbot, tmp_path):
    window = opened([secret("Haven"), secret("Kade")])
    QTest.keyClicks(window.who, "A. Bos")
    QTest.keyClicks(window.why, "De raad kent de plannen.")
    press(window.look_again, window, qtbot)
    assert window.who.text() == "A. Bos" and window.export.isEnabled(), "nothing changed"
    (plan,) = [plan for plan in window.layer.getFeatures() if plan["plannaam"] == "Kade"]
    window.layer.startEditing()
    window.layer.changeAttributeValue(plan.id(), window.layer.fields().lookupField("vertrouwelijk"), False)
    press(window.export, window, qtbot)
    assert "ging niet over wat er nu af te leiden is" in window.verdict.text() and left_in(tmp_path / "uit") == []
    press(window.look_again, window, qtbot)
    assert not window.who.text() and not window.why.toPlainText() and not window.export.isEnabled()
    assert "die zijn nu leeg" in window.reasons.toPlainText() and "1 vertrouwelijk plan" in window.reasons.toPlainText()
    assert not list(tmp_path.glob("*besluiten*"))


def test_an_edit_that_was_not_saved_counts(opened, qtbot):
    window = opened(SAFE)
    (plan,) = [plan for plan in window.layer.getFeatures() if plan["plannaam"] == "Zuid"]
    window.layer.startEditing()
    window.layer.changeAttributeValue(plan.id(), window.layer.fields().lookupField("vertrouwelijk"), True)
    press(window.look_again, window, qtbot)
    assert window.tabs.tabText(1) == "Vertrouwelijk (4)" and "Zuid" not in window.summary.toPlainText()


def test_twice_a_year_somebody_says_that_a_plan_stays_confidential(opened, qtbot):
    window = opened([*SAFE, secret("Klaar", gerealiseerd=True)])
    assert state(window, "Klaar") == "pas dit aan" and "mag niet meer" in window.hidden.item(row_of(window, "Klaar"), WHY).text()
    assert "4 plannen" in window.asked.text()
    window.hidden.selectAll()
    press(window.confirm, window, qtbot)
    assert [state(window, name) for name in ("Dok", "Haven", "Kade", "Klaar")] == ["bevestigd", "bevestigd", "bevestigd", "pas dit aan"]
    assert confidential_table.read(window.path, "2026-01-01").confirmed and not confidential_table.read(window.path, "2026-07-01").confirmed
    window.hidden.selectRow(row_of(window, "Klaar"))
    press(window.open_up, window, qtbot)
    assert window.tabs.tabText(1) == "Vertrouwelijk (3)" and window.layer.undoStack().count() == 1
    window.layer.undoStack().undo()
    press(window.look_again, window, qtbot)
    assert state(window, "Klaar") == "pas dit aan"


def test_what_the_province_calls_strijdig_is_hidden_until_it_no_longer_does(opened, qtbot):
    window = opened(SAFE)
    window.conflicting.setCurrentText("Zuid")
    press(window.label, window, qtbot)
    assert "strijdig" in window.hidden.item(row_of(window, "Zuid"), WHY).text() and "Zuid" not in window.summary.toPlainText()
    press(window.export, window, qtbot)
    assert read_plans(window.made["GPKG"], PLANS) == []
    window.hidden.selectRow(row_of(window, "Zuid"))
    assert not window.open_up.isEnabled()
    press(window.no_longer, window, qtbot)
    assert "Zuid" in window.summary.toPlainText()


def test_a_limit_is_kept_and_judged_again(opened, qtbot):
    window = opened(SAFE)
    window.limits.spins["fewest"].setValue(5)
    window.limits.spins["fewest"].editingFinished.emit()
    wait(window, qtbot)
    assert "De ondergrens is 5" in window.reasons.toPlainText() and not window.export.isEnabled()
    QTest.keyClicks(window.who, "A. Bos")
    QTest.keyClicks(window.why, "Mag")
    press(window.export, window, qtbot)
    again = PublicDialog(None, window.layer, window.path)
    qtbot.addWidget(again)
    assert (again.limits.spins["fewest"].value(), again.folder.filePath()) == (5, window.folder.filePath())


def test_of_a_filtered_layer_there_is_no_public_version(opened, qtbot):
    window = opened(SAFE)
    window.layer.setSubsetString("\"plannaam\" <> 'Haven'")
    press(window.look_again, window, qtbot)
    assert "Haal dat filter" in window.verdict.text() and not window.export.isEnabled() and window.hidden.rowCount() == 0


def test_what_is_no_previous_version_is_told(opened, qtbot, tmp_path):
    window = opened(SAFE)
    (tmp_path / "oud.zip").write_bytes(b"geen zip")
    window.previous.setFilePath(str(tmp_path / "oud.zip"))
    wait(window, qtbot)
    assert "geen openbaar pakket" in window.verdict.text() and not window.export.isEnabled()


def test_a_path_that_is_typed_is_read_when_it_is_whole(opened, qtbot, tmp_path):
    window = opened(SAFE)
    for letter in str(tmp_path / "oud.zip"):
        QTest.keyClicks(window.previous.lineEdit(), letter)
        assert window._run is None and window.tabs.isEnabled()
    assert "niets af te leiden" in window.verdict.text()
    QTest.keyClick(window.previous.lineEdit(), Qt.Key.Key_Return)
    assert window._run is not None
    wait(window, qtbot)
    assert "oud.zip" in window.verdict.text() and window.made == {}
    QTest.keyClick(window.previous.lineEdit(), Qt.Key.Key_Return)
    assert window._run is None, "that was read already"
    window.previous.lineEdit().clearValue()
    wait(window, qtbot)
    assert "niets af te leiden" in window.verdict.text()


@pytest.mark.parametrize("close", [
    lambda window: QTest.keyClick(window.totals, Qt.Key.Key_Escape), lambda window: QTest.mouseClick(window.close_button, Qt.MouseButton.LeftButton),
    lambda window: window.close(),
])  # fmt: skip
def test_closing_after_a_total_was_typed_begins_no_work(opened, qtbot, close):
    window = opened(SAFE)
    window.tabs.setCurrentIndex(3)
    QTest.mouseClick(window.totals.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClicks(window.totals, "Raadsbrief: 80")
    close(window)
    assert not window.isVisible() and window._run is None


def test_a_total_that_stands_elsewhere_is_judged_when_it_is_typed_and_kept(opened, qtbot):
    window = opened(SAFE)
    window.tabs.setCurrentIndex(3)
    QTest.mouseClick(window.totals.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClicks(window.totals, "Raadsbrief 80")
    assert window._run is None, "whoever types is not disturbed"
    QTest.keyClick(window.totals, Qt.Key.Key_Tab)
    wait(window, qtbot)
    assert "‘Raadsbrief 80’; schrijf waar het staat" in window.verdict.text() and not window.export.isEnabled()
    window.totals.setPlainText("Raadsbrief: 80\nKrant: 7")
    press(window.look_again, window, qtbot)
    assert "‘Raadsbrief’ noemt 80 woningen bruto" in window.reasons.toPlainText() and not window.export.isEnabled()
    QTest.keyClicks(window.who, "A. Bos")
    QTest.keyClicks(window.why, "Er staat geen verdeling bij.")
    press(window.export, window, qtbot)
    assert "geschreven en teruggelezen" in window.verdict.text()
    again = PublicDialog(None, window.layer, window.path)
    qtbot.addWidget(again)
    assert again.totals.toPlainText() == "Raadsbrief: 80\nKrant: 7"


def test_a_hole_between_public_plans_is_told_with_its_plan(opened):
    around = [
        (-60, -60, 60, 220),
        (100, -60, 60, 220),
        (0, 100, 100, 60),
        (0, -60, 100, 60),
        (0, 0, 100, 100),
        (900, 0, 50, 50),
        (1900, 0, 50, 50),
    ]
    plans = [*(consistent_plan(plannaam=f"Rand {n}") for n in range(4)), *SAFE[1:]]
    window = opened(plans, [rectangle(*one) for one in around])
    assert "langs 100% van de grens van vertrouwelijk plan ‘Haven’" in window.reasons.toPlainText() and not window.export.isEnabled()


def test_closing_while_it_works_stops_it(opened, qtbot):
    window = opened(SAFE)
    window.look()
    window.close()
    wait(window, qtbot)
    assert not window.isVisible() and not (Path(window.folder.filePath()) / f"{NAME}.zip").exists()


def test_without_a_plan_file_it_says_what_to_do():
    desk = Desk()
    assert open_publication(desk) is None
    assert "Open eerst een planbestand" in desk.bar.said[-1][0]
    close_all()


def test_limits_that_would_stop_nothing_cannot_be_set(opened, qtbot):
    made = opened([consistent_plan(plannaam="Zuid"), secret("Haven"), secret("Leeg", bruto_totaal=0)])
    with closing(sqlite3.connect(made.path)) as database, database:
        database.execute("UPDATE lmvw_planbestand SET openbaarheid = ?", ('{"fewest": 0, "most": 7.5}',))
    window = PublicDialog(None, made.layer, made.path)
    qtbot.addWidget(window)
    assert (window.limits.spins["fewest"].value(), window.limits.spins["most"].value()) == (2, 99)
    window.limits.spins["fewest"].setValue(1)
    window.limits.spins["most"].setValue(100)
    assert (window.limits.spins["fewest"].value(), window.limits.spins["most"].value()) == (2, 99)


@pytest.mark.parametrize("plan_id", ["11111111-0000-4000-8000-000000000002", ""])
def test_a_plan_that_cannot_be_told_from_another_is_not_opened_up(opened, qtbot, plan_id):
    window = opened(SAFE)
    index = window.layer.fields().lookupField("plan_id")
    window.layer.startEditing()
    for plan in list(window.layer.getFeatures()):
        if plan["plannaam"] in ("Haven", "Kade"):
            window.layer.changeAttributeValue(plan.id(), index, plan_id)
    press(window.look_again, window, qtbot)
    window.hidden.selectRow(row_of(window, "Haven"))
    press(window.open_up, window, qtbot)
    assert "Plan ‘Haven’ heeft geen ID dat alleen van dit plan is" in window.verdict.text()
    assert {plan["plannaam"]: plan["vertrouwelijk"] for plan in window.layer.getFeatures()}["Kade"] is True
    window.layer.rollBack()


def test_for_a_researcher_only_the_sum_of_all_plans_is_made(opened, qtbot, tmp_path):
    window = opened(SAFE)
    QTest.mouseClick(window.sum_all, Qt.MouseButton.LeftButton, pos=QPoint(8, window.sum_all.height() // 2))
    wait(window, qtbot)
    assert window.sum_all.isChecked() and "Zuid" not in window.summary.toPlainText() and "80" in window.summary.toPlainText()
    press(window.export, window, qtbot)
    assert left_in(tmp_path / "uit") == ["LMVW_opgeteld_GM9999_2026-01-01", "LMVW_opgeteld_GM9999_2026-01-01.zip"]
    with zipfile.ZipFile(window.made["PACKAGE"]) as packed:
        assert not [name for name in packed.namelist() if b"Haven" in packed.read(name) or b"Zuid" in packed.read(name)]


def test_it_opens_at_the_question_when_that_is_asked_for(opened, qtbot):
    window = opened([consistent_plan(plannaam="Zuid"), secret("Haven")])
    again = PublicDialog(None, window.layer, window.path)
    qtbot.addWidget(again)
    again.about_confidential()
    again.show()
    again.look()
    wait(again, qtbot)
    assert again.tabs.currentIndex() == 1 and "1 plan." in again.asked.text() and not again.export.isEnabled()
