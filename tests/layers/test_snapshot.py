# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer as it was at one moment, and polygons held in little memory."""

import pytest
from qgis.core import QgsGeometry

from lmvw_plugin.layers.polygons.shapes import Shapes, plain
from lmvw_plugin.layers.seen.snapshot import LayerSnapshot
from tests.conftest import consistent_plan, polygon_layer, square


def test_it_shows_unsaved_edits_and_not_what_comes_after():
    layer = polygon_layer([consistent_plan(plannaam=name) for name in ("a", "b", "c")])
    names = layer.fields().lookupField("plannaam")
    layer.startEditing()
    layer.changeAttributeValue(1, names, "gewijzigd")
    layer.deleteFeature(2)
    snapshot = LayerSnapshot(layer)
    layer.changeAttributeValue(1, names, "later")
    layer.deleteFeature(3)
    assert [plan["plannaam"] for plan in snapshot.getFeatures()] == ["gewijzigd", "c"]
    assert (snapshot.featureCount(), snapshot.sourceName(), snapshot.sourceCrs().authid()) == (2, "plangebieden", "EPSG:28992")
    assert (snapshot.wkbType(), snapshot.fields().names()) == (layer.wkbType(), layer.fields().names())
    del layer
    assert [plan["plannaam"] for plan in snapshot.getFeatures()] == ["gewijzigd", "c"]


def test_a_selection_keeps_the_order_of_the_layer():
    layer = polygon_layer([consistent_plan(plannaam=f"plan {number}") for number in range(40)])
    layer.select([33, 2, 40, 17, 9])
    snapshot = LayerSnapshot(layer, chosen=layer.selectedFeatureIds())
    layer.removeSelection()
    assert [plan["plannaam"] for plan in snapshot.getFeatures()] == ["plan 1", "plan 8", "plan 16", "plan 32", "plan 39"]
    assert snapshot.featureCount() == 5


@pytest.mark.parametrize("wkt", [
    "MultiPolygon (((0 0, 1 0, 1 1, 0 0)))", "Polygon ((0 0, 1 0, 1 1, 0 0))", "PolygonZ ((0 0 1, 1 0 1, 1 1 1, 0 0 1))",
    "CurvePolygon (CircularString (0 0, 10 10, 20 0, 10 -10, 0 0))", "MultiPolygon EMPTY",
])  # fmt: skip
def test_shapes_are_the_plain_polygons(wkt):
    given = QgsGeometry.fromWkt(wkt)
    (held,) = Shapes([given])
    assert held.asWkb() == plain(given).asWkb()
    assert held.asWkt().startswith("MultiPolygon")


def test_a_plan_without_polygon_stays_without():
    assert [shape.isNull() for shape in Shapes([QgsGeometry(), square(1)])] == [True, False]


def test_some_of_them_in_another_order():
    shapes = Shapes(square(number) for number in range(4))
    some = shapes.take([3, 1])
    assert [shape.asWkt() for shape in some] == [square(3).asWkt(), square(1).asWkt()]
    some.append(square(7))
    assert (len(some), len(shapes)) == (3, 4)
