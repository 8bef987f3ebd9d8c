# SPDX-License-Identifier: GPL-2.0-or-later
"""The overview of deliveries beside the map: every municipality, sorted, filtered, zoomed to, and as a workbook."""

from functools import partial
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QFileDialog

from lmvw_plugin.core.receiving.overview import members
from lmvw_plugin.forms.desk.overview_panel import OverviewPanel
from lmvw_plugin.layers.reviewing.desk import Desk
from lmvw_plugin.layers.workbook.openpyxl_alone import load_workbook
from tests.conftest import PEILDATUM
from tests.packages import changed, of, place_of, sent

PROVINCE = members("Noord-Holland", PEILDATUM)
HOME, NEIGHBOUR, BROKEN = PROVINCE[:3]


@pytest.fixture
def opened(run, tmp_path, provider):
    send = partial(sent, tmp_path)
    send([of(HOME, "Zuid"), of(HOME, "Noord", bruto_totaal=24)], HOME)
    send([of(NEIGHBOUR, "Ver", bruto_totaal=100)], NEIGHBOUR, at=40)
    changed(send([of(BROKEN, "Stuk")], BROKEN))
    return Path(run("opendeliveries", INPUT=[str(tmp_path / "in")], OUTPUT=str(tmp_path / "b.gpkg"))["OUTPUT"])


@pytest.fixture
def panel(desk):
    panel = OverviewPanel(desk)
    yield panel
    panel.stop()
    QApplication.processEvents()


@pytest.fixture
def dock(desk, opened, panel):
    layer = QgsVectorLayer(f"{opened}|layername=plannen", "plannen", "ogr")
    QgsProject.instance().addMapLayer(layer)
    desk.canvas.setLayers([layer])
    desk.canvas.setDestinationCrs(layer.crs())
    panel.show()
    QApplication.processEvents()
    return panel.dock


def shown(dock, *titles):
    """The rows in sight, by these columns."""
    heads = [dock.table.horizontalHeaderItem(at).text() for at in range(dock.table.columnCount())]
    rows = [at for at in range(dock.table.rowCount()) if not dock.table.isRowHidden(at)]
    return [tuple(dock.table.item(at, heads.index(title)).text() for title in titles) for at in rows]


def test_every_municipality_has_a_row_with_figures_level_and_how_far_its_review_is(dock, opened):
    rows = {row[0]: row[1:] for row in shown(dock, "Gemeente", "Niveau", "Plannen", "Bruto", "Beoordeeld")}
    assert len(rows) == len(PROVINCE)
    assert rows[HOME.name][1:] == ("2", "44", "niet begonnen") and rows[BROKEN.name][0] == "niet te openen"
    assert rows[PROVINCE[5].name] == ("niet ontvangen", "", "", "")
    assert f"Geleverd: 2 van {len(PROVINCE)};" in dock.words.text()
    plan = {"plan_id": f"{HOME.code[2:]}1111-0000-4000-8000-{0:012}", "plannummer": "Zui", "plannaam": "Zuid"}
    Desk(opened, HOME.code, "A. Bos").see(plan)
    dock.again.click()
    assert (HOME.name, "1 van 2 plannen gezien") in shown(dock, "Gemeente", "Beoordeeld")


def test_it_is_filtered_by_words_and_by_level(dock):
    QTest.keyClicks(dock.wanted, HOME.name[:6])
    assert HOME.name in {name for (name,) in shown(dock, "Gemeente")} and len(shown(dock, "Gemeente")) < len(PROVINCE)
    dock.wanted.clear()
    dock.level.setCurrentIndex(dock.level.findText("niet te openen"))
    assert shown(dock, "Gemeente") == [(BROKEN.name,)]


def test_numbers_sort_as_numbers_and_a_click_still_goes_to_the_right_municipality(dock, desk):
    column = [dock.table.horizontalHeaderItem(at).text() for at in range(dock.table.columnCount())].index("Bruto")
    dock.table.sortItems(column, Qt.SortOrder.DescendingOrder)
    assert [row[0] for row in shown(dock, "Gemeente")[:2]] == [NEIGHBOUR.name, HOME.name]
    box = dock.table.visualItemRect(dock.table.item(0, 0))
    QTest.mouseClick(dock.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    QApplication.processEvents()
    assert desk.canvas.extent().contains(place_of(40).boundingBox()) and not desk.canvas.extent().contains(place_of(0).boundingBox())


def test_who_did_not_deliver_has_nothing_on_the_map_and_says_so(dock, desk):
    before = desk.canvas.extent()
    (at,) = (at for at in range(dock.table.rowCount()) if dock.table.item(at, 0).text() == PROVINCE[5].name)
    dock.table.setCurrentCell(at, 0)
    QTest.keyClick(dock.table, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.canvas.extent() == before and "nog geen levering" in dock.words.text()


def test_it_goes_into_a_workbook(dock, tmp_path, monkeypatch):
    offered = []

    def choose(_parent, _title, path, _filter):
        offered.append(Path(path).name)
        return str(tmp_path / "overzicht"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    dock.export.click()
    assert offered == ["b_VERTROUWELIJK.xlsx"] and "vertrouwelijk" in dock.words.text()
    book = load_workbook(tmp_path / "overzicht.xlsx")
    head, *rows = book["Gemeenten"].iter_rows(values_only=True)
    by_name = {row[1]: dict(zip(head, row, strict=True)) for row in rows}
    assert (by_name[HOME.name]["bruto"], by_name[HOME.name]["gezien"], by_name[HOME.name]["afgesloten"]) == (44, 0, "nee")


def test_without_a_review_file_it_says_what_to_do(panel):
    panel.show()
    assert "Leveringen openen" in panel.dock.words.text() and panel.dock.table.rowCount() == 0
    panel.dock.export.click()
