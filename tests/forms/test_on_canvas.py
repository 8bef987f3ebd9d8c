# SPDX-License-Identifier: GPL-2.0-or-later
"""A place of a layer on the map, whatever its coordinates are."""

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle
from qgis.gui import QgsMapCanvas

from lmvw_plugin.forms.on_canvas import box_on
from lmvw_plugin.layers.sources import rd_new

BOX = QgsRectangle(146_000, 506_000, 146_100, 506_100)


@pytest.fixture
def canvas(qgis_app):
    return QgsMapCanvas()


def test_a_box_lies_where_it_is_on_a_map_in_degrees(canvas):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    shown = box_on(canvas, BOX, rd_new())
    assert 5 < shown.xMinimum() < shown.xMaximum() < 6
    assert 52 < shown.yMinimum() < shown.yMaximum() < 53


def test_a_map_without_coordinates_of_its_own_takes_what_there_is(canvas):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem())
    assert box_on(canvas, BOX, rd_new()) == BOX


def test_on_a_map_of_the_moon_there_is_no_place_and_no_traceback(canvas):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("IAU_2015:30100"))
    assert box_on(canvas, BOX, rd_new()) is None
