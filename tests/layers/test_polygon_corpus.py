# SPDX-License-Identifier: GPL-2.0-or-later
"""Every nasty polygon gets exactly the findings that it deserves, and repair leaves none of those it promised to mend."""

import pytest
import shapely
from polygon_corpus import CORPUS, ORIGIN
from polygon_layers import check, read
from qgis.core import QgsGeometry

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.polygons.reading import Kind
from lmvw_plugin.layers.polygons.repair import Limits, repair_polygons
from lmvw_plugin.layers.polygons.rules import Tolerances, check_polygons

pytestmark = pytest.mark.usefixtures("qgis_app")


def _placed(case):
    geometry = QgsGeometry.fromWkt(case.wkt)
    assert geometry.translate(*ORIGIN) == QgsGeometry.OperationResult.Success
    kind = "MultiPolygonZ" if " Z(" in case.wkt else "MultiPolygonM" if " M(" in case.wkt else "MultiPolygon"
    return geometry, kind


def _is(finding, expected):
    rule, text, place = expected
    if finding.regel != rule or not ((finding.waarde or "").startswith(text) or finding.melding.startswith(text)):
        return False
    if place is None:
        return True
    return finding.place is not None and all(
        abs(found - start - wanted) < 1e-3 for found, start, wanted in zip(finding.place, ORIGIN, place, strict=True)
    )


def test_the_corpus_is_large_enough():
    assert len(CORPUS) >= 60
    assert len({case.name for case in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case.name)
def test_findings(case):
    geometry, kind = _placed(case)
    found = check(geometry, kind=kind)
    left = list(found)
    for expected in case.expected:
        match = next((finding for finding in left if _is(finding, expected)), None)
        assert match, (expected, [(f.regel, f.waarde, f.melding, f.place) for f in left])
        left.remove(match)
    assert not left, [(f.regel, f.melding, f.place) for f in left]


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case.name)
def test_repair_keeps_its_promise(case):
    geometry, kind = _placed(case)
    polygons = read(geometry, kind=kind)
    promised = [finding for finding in check_polygons(polygons, None, Tolerances(), Silent()) if finding.voorstel]
    repaired = repair_polygons(polygons, Tolerances(), Limits(), Silent())
    shape = repaired.geometries[0]
    if not promised:
        assert shape is None
        return
    assert shape is not None and shapely.is_valid(shape)
    after = check(shape)
    assert not [finding for finding in after if finding.regel == "G2" or finding.voorstel], [f.melding for f in after]


def test_geos_agrees_with_the_corpus():
    for case in CORPUS:
        geometry, _ = _placed(case)
        polygons = read(geometry)
        if polygons.kinds[0] == Kind.POLYGON and "hair" not in case.name and "slit" not in case.name:
            wrong = any(rule == "G2" or text.startswith("De polygoon heeft geen opp") for rule, text, _ in case.expected)
            assert shapely.is_valid(polygons.geometries[0]) is not wrong or not wrong, case.name
