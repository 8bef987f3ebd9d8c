# SPDX-License-Identifier: GPL-2.0-or-later
"""Only areas become polygons of plans: what else a layer holds is said, and its plan waits to be drawn."""

import html
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from osgeo import ogr, osr

from tests.conftest import read_plans

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
AREA = "POLYGON ((146000 506000, 146100 506000, 146100 506100, 146000 506100, 146000 506000))"
OTHER = "POLYGON ((147000 506000, 147010 506000, 147010 506010, 147000 506010, 147000 506000))"
POINT, LINE = "POINT (146000 506000)", "LINESTRING (146000 506000, 146100 506000)"
SHAPES = {  # what a layer may hold, the area that is in it, and whether something of it is left out
    AREA: (10_000, False), f"MULTIPOLYGON ({AREA.removeprefix('POLYGON ')}, {OTHER.removeprefix('POLYGON ')})": (10_100, False),
    POINT: (0, True), LINE: (0, True), "MULTIPOINT ((146000 506000))": (0, True),
    f"GEOMETRYCOLLECTION ({AREA}, {OTHER})": (10_100, False), f"GEOMETRYCOLLECTION ({AREA}, {POINT})": (10_000, True),
    f"GEOMETRYCOLLECTION ({LINE}, {POINT})": (0, True), None: (0, False),
    f"GEOMETRYCOLLECTION (GEOMETRYCOLLECTION ({AREA}))": (10_000, False),
    "TRIANGLE ((146000 506000, 146100 506000, 146100 506100, 146000 506000))": (5_000, False),
    "TIN (((146000 506000, 146100 506000, 146100 506100, 146000 506000)))": (0, True),
    "POLYHEDRALSURFACE Z (((146000 506000 0, 146100 506000 0, 146100 506100 0, 146000 506000 0)))": (0, True),
}  # fmt: skip


def layer_of(folder, shapes, declared):
    rd = osr.SpatialReference()
    rd.ImportFromEPSG(28992)
    path = folder / "b.gpkg"
    path.unlink(missing_ok=True)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("plangebieden", rd, declared)
    layer.CreateField(ogr.FieldDefn("plannaam", ogr.OFTString))
    for number, shape in enumerate(shapes, 1):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("plannaam", f"Plan {number}")
        if shape:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        layer.CreateFeature(feature)
    del layer, source
    return f"{path}|layername=plangebieden"


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=12, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(
    shapes=st.lists(st.sampled_from(list(SHAPES)), min_size=1, max_size=6), declared=st.sampled_from((ogr.wkbUnknown, ogr.wkbMultiPolygon))
)
def test_every_plan_comes_over_and_only_areas_are_polygons(run, shapes, declared):
    shapes = [AREA, *shapes]  # a layer without any is refused
    with TemporaryDirectory() as name:
        folder = Path(name)
        result = run("importplans", INPUT=layer_of(folder, shapes, declared), **SHARED, OUTPUT=str(folder / "p.gpkg"))
        plans = {plan["plannaam"]: geometry for plan, geometry in read_plans(folder / "p.gpkg")}
        text = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", Path(result["REPORT"]).read_text(encoding="utf-8"))))
    assert len(plans) == len(shapes)
    for number, shape in enumerate(shapes, 1):
        area, said = SHAPES[shape]
        geometry = plans[f"Plan {number}"]
        assert geometry.area() == pytest.approx(area)
        assert geometry.isEmpty() or geometry.asWkt().startswith("MultiPolygon")
        named = re.findall(r"(?:vorm van|heeft) rij ((?:\d|, | en )+)", text)
        assert said == any(str(number) in re.findall(r"\d+", places) for places in named), text


@pytest.mark.parametrize("shape", list(SHAPES), ids=lambda shape: str(shape)[:40])
def test_each_kind_of_shape_is_a_polygon_or_is_named_as_still_to_be_drawn(run, tmp_path, shape):
    area, said = SHAPES[shape]
    result = run("importplans", INPUT=layer_of(tmp_path, [AREA, shape], ogr.wkbUnknown), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    geometries = [geometry for _, geometry in read_plans(tmp_path / "p.gpkg")]
    text = Path(result["REPORT"]).read_text(encoding="utf-8")
    assert len(geometries) == 2 and round(geometries[1].area()) == area
    assert ("Nog te tekenen" in text) == (area == 0)
    assert ("is de vorm van rij 2" in text or "heeft rij 2 naast" in text) == said
