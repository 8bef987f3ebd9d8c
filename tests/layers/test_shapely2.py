# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapely inside QGIS's own executables runs on the system's GEOS: nothing newer may be called, nothing may differ."""

import re
import sys
from pathlib import Path

import numpy as np
import pytest
import shapely

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.layers.polygons import shapely2
from lmvw_plugin.layers.polygons.repair import _oriented

PLUGIN = Path(__file__).resolve().parents[2] / "lmvw_plugin"

# GEOS 3.12 and later, and what shapely asks of them behind its back (has_m, four dimensions in WKB).
TOO_NEW = (
    r"contains_xy|intersects_xy|coverage_|disjoint_subset_union|equals_identical|has_m\(|get_m\(|orient_polygons"
    r"|\.coords\b|(?<!self)(?<!chunk)(?<!own)(?<!ground)\.wkb\b|to_wkb\((?![^\n]*output_dimension)"
)


def test_no_function_newer_than_the_oldest_geos():
    found = [
        f"{path.relative_to(PLUGIN)}: {line.strip()}"
        for path in PLUGIN.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "shapely" in path.read_text(encoding="utf-8") and re.search(TOO_NEW, line) and not line.lstrip().startswith(("#", '"'))
    ]
    assert found == []


def test_rings_are_oriented_and_keep_their_first_point():
    hole = shapely.Polygon([(0, 0), (0, 9), (9, 9), (9, 0)], [[(1, 1), (2, 1), (2, 2), (1, 2)]])
    shapes = np.array([hole, shapely.MultiPolygon([hole, shapely.box(20, 0, 30, 9)]), shapely.box(0, 0, 1, 1)], object)
    oriented = _oriented(shapes)
    assert shapely.equals(oriented, shapes).all()
    for before, after in zip(shapely.get_parts(shapes), shapely.get_parts(oriented), strict=True):
        assert after.exterior.is_ccw and not any(ring.is_ccw for ring in after.interiors)
        assert [r.coords[0] for r in (after.exterior, *after.interiors)] == [r.coords[0] for r in (before.exterior, *before.interiors)]


def test_without_shapely_the_sentence_says_whom_to_ask(monkeypatch):
    monkeypatch.setitem(sys.modules, "shapely", None)  # as the import system has it where it is absent
    shapely2._module.cache_clear()
    with pytest.raises(LmvwError, match="Voor uw beheerder"):
        shapely2._Shapely().area()
