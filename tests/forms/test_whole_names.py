# SPDX-License-Identifier: GPL-2.0-or-later
"""In our tables a name can be read whole, in few pixels and in any theme."""

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QTableWidget

from lmvw_plugin.core.importing.mapping import plan as m
from lmvw_plugin.forms.importing.tables import MappingTable
from lmvw_plugin.layers.importing.sources import ImportSources
from tests.conftest import PEILDATUM
from tests.forms.windows import DIALOGS, PAGES, desk_with, let_go


@pytest.fixture
def desk(provider, own_file, themes):
    with desk_with(own_file) as desk:
        yield desk


def test_a_long_name_of_a_field_has_the_lines_that_it_needs(qgis_app, qtbot):
    table = MappingTable()
    qtbot.addWidget(table)
    table.show_mapping(ImportSources(), m.PlanMapping({}, {}), PEILDATUM)
    for width in (200, 120):
        table.setColumnWidth(0, width)
        for row in range(table.rowCount()):
            assert table.rowHeight(row) >= table.sizeHintForIndex(table.model().index(row, 0)).height(), table.item(row, 0).text()
    assert {len(table.item(row, 0).toolTip()) > len(table.item(row, 0).text()) for row in range(table.rowCount())} == {True}


def test_the_numbers_that_are_divided_have_their_names_beside_them_and_headings_read_in_the_dark(desk, qtbot):
    QgsApplication.setUITheme("Night Mapping")
    window = DIALOGS["verdelen"](desk)
    window.resize(560, 500)
    window.show()
    QApplication.processEvents()
    table = window.findChild(QTableWidget, "counts")
    assert table.columnWidth(0) >= min(table.sizeHintForColumn(0), 220)
    cells = [table.item(row, column) for row in range(table.rowCount()) for column in range(table.columnCount())]
    grounds = [cell.background().style() for cell in cells if cell is not None]
    let_go(desk, window, qtbot)
    assert set(grounds) == {Qt.BrushStyle.NoBrush}, "a ground of its own does not change with the theme, and its letters do"


def test_the_source_of_a_price_limit_has_room(desk, qtbot):
    page = PAGES["opties"](desk)
    page.resize(560, 600)
    page.show()
    limits = page.findChild(QTableWidget, "limits")
    head = limits.horizontalHeader()
    sizes = {column: (head.sectionSize(column), head.sectionSizeHint(column)) for column in range(limits.columnCount())}
    let_go(desk, page, qtbot)
    assert all(size >= needs for size, needs in sizes.values()), sizes
