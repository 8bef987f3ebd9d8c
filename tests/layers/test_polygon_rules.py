# SPDX-License-Identifier: GPL-2.0-or-later
"""Each rule of the polygon check: what it finds, where, in which words, and when it stays silent."""

import shutil
import struct
import sys
from pathlib import Path

import numpy as np
import pytest
import shapely
from polygon_layers import check, layer_of, read
from qgis.core import QgsFeedback, QgsGeometry, QgsVectorLayer
from shapely import affinity, box

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Cancelled, Silent
from lmvw_plugin.core.rules.findings import Ernst
from lmvw_plugin.layers.polygons import work
from lmvw_plugin.layers.polygons.reading import Kind, read_boundary, read_polygons
from lmvw_plugin.layers.polygons.rules import Tolerances, check_polygons, texts

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
pytestmark = pytest.mark.usefixtures("qgis_app")

X, Y = 110_000.0, 500_000.0
PLAN = box(X, Y, X + 100, Y + 100)
CIRCLE = shapely.Point(X, Y).buffer(30, quad_segs=8)


def at(x0, y0, x1, y1):
    return box(X + x0, Y + y0, X + x1, Y + y1)


def only(findings, rule):
    """The one finding of a rule."""
    (finding,) = [finding for finding in findings if finding.regel == rule]
    return finding


# -- G1 -----------------------------------------------------------------------------------------------------------


def _wkb(*rings):
    return struct.pack("<BII", 1, 3, len(rings)) + b"".join(
        struct.pack("<I", len(ring)) + b"".join(struct.pack("<dd", *point) for point in ring) for ring in rings
    )


def _qgis(wkb):
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


SQUARE = [(X, Y), (X + 50, Y), (X + 50, Y + 50), (X, Y + 50)]


@pytest.mark.parametrize(
    ("geometry", "kind", "words", "mendable"),
    [
        (None, Kind.MISSING, "geen polygoon", False),
        (QgsGeometry.fromWkt("MultiPolygon EMPTY"), Kind.EMPTY, "leeg", False),
        (_qgis(_wkb(SQUARE)), Kind.UNCLOSED, "niet gesloten", True),
        (_qgis(_wkb([(X, Y)])), Kind.UNREADABLE, "beschadigd", False),
        (QgsGeometry.fromWkt(f"TIN((({X} {Y},{X + 9} {Y},{X} {Y + 9},{X} {Y})))"), Kind.SURFACE, "net van driehoeken", False),
        (QgsGeometry.fromWkt(f"PolyhedralSurface((({X} {Y},{X + 9} {Y},{X} {Y + 9},{X} {Y})))"), Kind.SURFACE, "3D-oppervlak", False),
        (_qgis(_wkb([*SQUARE[:2], (float("nan"), Y), SQUARE[0]])), Kind.NOT_FINITE, "geen getal", False),
        (_qgis(_wkb([*SQUARE[:2], (float("inf"), Y), SQUARE[0]])), Kind.NOT_FINITE, "geen getal", False),
    ],
)
def test_g1_kind(geometry, kind, words, mendable):
    polygons = read(geometry, kind="Polygon")
    assert polygons.kinds.tolist() == [kind]
    finding = only(check_polygons(polygons, None, Tolerances(), Silent()), "G1")
    assert words in finding.melding and finding.ernst is Ernst.FOUT and finding.plannaam == "Plan 1"
    assert bool(finding.voorstel) is mendable


@pytest.mark.parametrize(
    ("xy", "words"),
    [
        ((4.66, 52.51), "EPSG:4326"),
        ((52.51, 4.66), "verwissel de assen"),
        ((500_000, 110_000), "verwissel x en y"),
        ((110_000_000, 500_000_000), "millimeters"),
        ((11_000_000, 50_000_000), "centimeters"),
        ((-45_000, 37_000), "oude RD"),
        ((620_000, 5_800_000), "EPSG:25831"),
        ((520_000, 6_880_000), "EPSG:3857"),
        ((1e9, 1e9), "in welk coördinatenstelsel"),
        ((10_000, 600_000), "buiten Nederland"),
        ((280_000, 320_000), "buiten Nederland"),
    ],
)
def test_g1_coordinates(xy, words):
    x, y = xy
    finding = only(check(box(x, y, x + 0.001, y + 0.001) if abs(x) < 100 else box(x, y, x + 50, y + 50)), "G1")
    assert words in finding.melding and finding.ernst is Ernst.FOUT


def test_g1_undeclared_crs_is_judged_by_the_coordinates():
    good = check(PLAN, crs="")
    assert only(good, "G1").ernst is Ernst.WAARSCHUWING and only(good, "G1").plannaam is None
    bad = check(PLAN, at(300, 0, 400, 100), box(4.6, 52.5, 4.601, 52.501), crs="")
    assert [f.ernst for f in bad if f.regel == "G1"] == [Ernst.FOUT, Ernst.FOUT]


def test_g1_every_municipality_lies_in_the_outline():
    path = DATA / "grenzen" / "gemeenten_2026_gegeneraliseerd.gpkg"
    if not path.exists():
        pytest.skip(f"{path} is not here")
    polygons = read_polygons(QgsVectorLayer(str(path), "gemeenten", "ogr"), Silent())
    found = check_polygons(polygons, None, Tolerances(), Silent())
    assert not [f.melding for f in found if f.regel == "G1"]


@pytest.mark.parametrize("far", [1e300, -1e300, 1e15, 12_345_678_901_234.0])
def test_g1_a_coordinate_beyond_the_world_is_written_short(far):
    (finding, *_) = check_polygons(read(box(far, Y, far + abs(far), Y + 10)), None, Tolerances(), Silent())
    assert finding.regel == "G1" and len(finding.melding) < 200, finding.melding


# -- G2 -----------------------------------------------------------------------------------------------------------


def test_g2_says_reason_and_place_of_every_error():
    shape = shapely.transform(
        shapely.from_wkt("POLYGON((0 0,60 0,60 20,40 20,40 -10,20 -10,20 20,0 20,0 0))"), lambda xy: xy + np.array([X, Y])
    )
    found = [f for f in check(shape) if f.regel == "G2"]
    assert [f.place for f in found] == [(X + 40, Y), (X + 20, Y)] or [f.place for f in found] == [(X + 20, Y), (X + 40, Y)]
    assert all("kruist zichzelf" in f.melding and f.veld == "geom" and f.voorstel for f in found)


def test_g2_the_order_of_the_places_does_not_depend_on_the_other_plans():
    wild = [shapely.Polygon(np.add(np.random.default_rng(seed).uniform(0, 90, (14, 2)), (X + 200 * seed, Y))) for seed in range(6)]
    alone = [(finding.melding, finding.place) for shape in wild for finding in check(shape) if finding.regel == "G2"]
    assert alone == [(finding.melding, finding.place) for finding in check(*wild) if finding.regel == "G2"] and len(alone) > 30


def test_g2_one_wild_polygon_does_not_drown_the_rest():
    rng = np.random.default_rng(7)
    wild = shapely.Polygon(rng.uniform(0, 100, (120, 2)) + np.array([X, Y]))
    found = check(wild, at(500, 0, 600, 100), at(550, 0, 650, 100))
    assert len([f for f in found if f.regel == "G2"]) == 101  # a hundred, and how many more
    assert [f.regel for f in found if f.plannaam == "Plan 2"] == ["G4"]


@pytest.mark.real
def test_g2_the_three_invalid_plans_of_heemskerk():
    path = DATA / "plannen" / "heemskerk_2017.shp"
    if not path.exists():
        pytest.skip(f"{path} is not here")
    polygons = read_polygons(QgsVectorLayer(str(path), "plannen", "ogr"), Silent())
    found = check_polygons(polygons, None, Tolerances(), Silent())
    wrong = {f.plannaam for f in found if f.regel == "G2"}
    assert wrong == {"stationsgebied", "Bachplein", "locatie  vml. Multimate"}
    assert all(f.place for f in found if f.regel == "G2")


# -- G3 -----------------------------------------------------------------------------------------------------------


def test_among_many_plans_those_that_stick_out_are_found():
    rng = np.random.default_rng(7)
    area = at(0, 0, 1000, 1000).union(at(1000, 400, 1600, 600)).difference(at(480, 480, 520, 520))
    plans = [at(x, y, x + 8, y + 8) for x, y in rng.uniform(-10, 1600, (3000, 2)).round(2).tolist()]
    reach = area.buffer(Tolerances().outside_m)
    told = {finding.rij for finding in check(*plans, boundary=area) if finding.regel == "G3"}
    assert told == {row for row, plan in enumerate(plans, 1) if not reach.covers(plan)}


def test_g3_outside_with_area_share_and_place():
    finding = only(check(at(80, 0, 120, 50), boundary=at(0, 0, 100, 100)), "G3")
    assert "20 m buiten" in finding.melding and "1.000 m²" in finding.melding and "50%" in finding.melding
    assert shapely.Point(finding.place).within(at(100, 0, 120, 50)) and finding.ernst is Ernst.WAARSCHUWING


def test_g3_per_part():
    plan = shapely.MultiPolygon([at(10, 10, 30, 30), at(90, 0, 110, 10), at(300, 0, 310, 10)])
    found = [f for f in check(plan, boundary=at(0, 0, 100, 100)) if f.regel == "G3"]
    assert len(found) == 2
    assert "Een deel van het plan (200 m²) steekt 10 m buiten" in found[0].melding
    assert "helemaal buiten de gemeente, op 200 m van de grens" in found[1].melding


@pytest.mark.parametrize(("metres", "number"), [(0.9, 0), (1.1, 1)])
def test_g3_tolerance(metres, number):
    found = check(at(50, 50, 100 + metres, 90), boundary=at(0, 0, 100, 100))
    assert len([f for f in found if f.regel == "G3"]) == number


def test_g3_in_a_hole_of_the_municipality():
    boundary = at(0, 0, 200, 200).difference(at(50, 50, 150, 150))
    assert "helemaal buiten" in only(check(at(60, 60, 140, 140), boundary=boundary), "G3").melding
    assert "50 m buiten" in only(check(at(40, 40, 160, 160), boundary=boundary), "G3").melding


def test_boundary_is_the_union_of_all_features():
    boundary = read_boundary(layer_of([at(0, 0, 50, 50), at(50, 0, 100, 50)]))
    assert boundary.equals(at(0, 0, 100, 50))
    with pytest.raises(LmvwError, match="geen polygonen"):
        read_boundary(layer_of([None]))


# -- G4 -----------------------------------------------------------------------------------------------------------


def test_g4_overlap_with_both_shares():
    finding = only(check(at(0, 0, 100, 100), at(90, 0, 140, 100)), "G4")
    assert "‘Plan 2’: 1.000 m², 10% van dit plan en 20% van het andere" in finding.melding
    assert finding.plans == ("id-1", "id-2")
    assert finding.seen_from("id-2").startswith("Bij Plan 1: Dit plan overlapt met ‘Plan 2’")
    assert finding.plannaam == "Plan 1" and finding.ernst is Ernst.WAARSCHUWING
    assert shapely.Point(finding.place).within(at(90, 0, 100, 100))


def test_g4_identical_polygons_ask_a_toelichting():
    """Two plans in one tower, or temporary dwellings before others, are legal: no error, and no advice to call one vervallen."""
    other = shapely.Polygon(np.roll(np.array(PLAN.exterior.coords[:-1])[::-1], 2, axis=0))
    finding = only(check(PLAN, other), "G4")
    assert finding.ernst is Ernst.WAARSCHUWING and "dezelfde polygoon als ‘Plan 2’" in finding.melding
    assert "toelichting" in finding.melding and "vervallen" not in finding.melding
    extra_vertex = shapely.Polygon([*PLAN.exterior.coords[:2], (X + 40, Y + 100), *PLAN.exterior.coords[2:]])
    assert only(check(PLAN, extra_vertex), "G4").ernst is Ernst.WAARSCHUWING


def test_g4_one_inside_the_other():
    assert "Dit plan bevat ‘Plan 2’ helemaal" in only(check(PLAN, at(10, 10, 30, 30)), "G4").melding
    assert "Dit plan ligt helemaal binnen ‘Plan 2’" in only(check(at(10, 10, 30, 30), PLAN), "G4").melding


@pytest.mark.parametrize(
    "plans",
    [
        [{"vervallen": True}, {}],  # art. 6.d
        [{"gerealiseerd": True}, {}],  # Invultip 6: delivered once, and no capacity
        [{}, {"gerealiseerd": True, "vervallen": False}],
        [{"planstatus": "5A"}, {}],
        [{}, {"planstatus": "5B"}],
    ],
)
def test_g4_plans_that_do_not_count(plans):
    assert not [f for f in check(PLAN, PLAN, plans=plans) if f.regel == "G4"]


def test_g4_a_strip_below_every_tolerance_is_no_overlap_and_above_any_it_is():
    sliver = at(100 - 0.09, 0, 200, 100)  # 9 m2, 0.09%, 0.09 m wide
    assert not check(PLAN, sliver, tolerances=Tolerances(gap_m=0))
    for name, limit, words in (("overlap_m2", 8, "8 m²"), ("overlap_percent", 0.05, "0,05%"), ("overlap_m", 0.05, "0,05 m breed")):
        assert f"(meer dan {words})" in only(check(PLAN, sliver, tolerances=Tolerances(**{name: limit})), "G4").melding


def test_g4_a_large_overlap_of_large_plans_counts_whatever_its_share():
    large, other = at(0, 0, 2000, 1000), at(1990, 0, 4000, 78.1)
    finding = only(check(large.union(at(-2000, 0, 0, 1000)), other.union(at(2000, 78, 4000, 1000))), "G4")
    assert "781 m²" in finding.melding and "(meer dan 10 m² en 1 m breed)" in finding.melding


def test_g4_a_small_overlap_counts_when_it_is_wide_or_much_of_a_small_plan():
    assert "(meer dan 1 m breed)" in only(check(PLAN, at(97, 97, 200, 200)), "G4").melding  # 9 m2
    assert "(meer dan 5%)" in only(check(PLAN, at(99.4, 0, 104, 5)), "G4").melding  # 3 m2 of 23 m2


def test_g4_an_invalid_plan_still_overlaps():
    bow = shapely.Polygon([(X, Y), (X + 100, Y + 100), (X + 100, Y), (X, Y + 100)])
    assert only(check(bow, at(0, 0, 30, 100)), "G4")


def test_g4_every_pair_of_a_stack_of_equal_plans_is_told():
    """A toelichting at one of them explains no pair of two others."""
    told = [(f.plan_id, f.ander) for f in check(*[PLAN] * 4) if f.regel == "G4"]
    assert told == [("id-1", "id-2"), ("id-1", "id-3"), ("id-1", "id-4"), ("id-2", "id-3"), ("id-2", "id-4"), ("id-3", "id-4")]


def test_g4_what_lies_over_a_stack_overlaps_each_plan_of_it():
    told = [(f.plan_id, f.ander) for f in check(PLAN, PLAN, at(90, 0, 200, 100)) if f.regel == "G4"]
    assert told == [("id-1", "id-2"), ("id-1", "id-3"), ("id-2", "id-3")]


# -- G5, between neighbours ---------------------------------------------------------------------------------------


def test_g5_gap_between_neighbours():
    finding = only(check(PLAN, at(100.2, 0, 200, 100)), "G5")
    assert "kier van 20 m², gemiddeld 0,2 m breed" in finding.melding and "‘Plan 2’" in finding.melding
    assert shapely.Point(finding.place).within(at(100, 0, 100.2, 100))


def test_g5_sliver_of_overlap():
    finding = only(check(PLAN, at(99.95, 0, 200, 100)), "G5")
    assert "smalle strook van 5 m², gemiddeld 0,05 m breed" in finding.melding


def test_g5_the_tip_of_a_wedge_is_no_gap():
    """Borders that run apart from 0 to 3 m: somebody meant that space."""
    wedge = shapely.Polygon([(X + 100, Y), (X + 200, Y), (X + 200, Y + 100), (X + 103, Y + 100)])
    assert not check(PLAN, wedge)


def test_g5_a_gap_that_opens_into_a_street_is_measured_where_it_is_narrow():
    """0.2 m over 80 m, and then to 3 m: 16 m2 of gap, and little more."""
    street = shapely.Polygon([(X + 100.2, Y), (X + 200, Y), (X + 200, Y + 100), (X + 103, Y + 100), (X + 100.2, Y + 80)])
    finding = only(check(PLAN, street), "G5")
    assert "kier van 16," in finding.melding and "gemiddeld 0,2" in finding.melding
    assert shapely.distance(shapely.Point(finding.place), PLAN) + shapely.distance(shapely.Point(finding.place), street) < 0.5


def test_g5_a_hair_of_overlap_hides_no_gap():
    """40 m2 of gap, and at its end 1 m over which the plans overlap by a tenth of a millimetre."""
    beside = at(100.4, 0, 200, 99).union(at(99.9999, 99, 200, 100))
    assert "kier van 39,6 m², gemiddeld 0,4 m breed" in only(check(PLAN, beside), "G5").melding


def test_g5_a_slit_in_one_plan_is_no_gap_between_two():
    assert not check(PLAN.difference(at(80, 50, 100, 50.3)), at(100, 0, 200, 100))


def test_g5_a_gap_where_another_plan_lies_is_none():
    assert not check(PLAN, at(100.3, 0, 200, 100), at(100, 0, 100.3, 100).union(at(0, 100, 100.3, 200)))


@pytest.mark.parametrize("other", [at(100, 0, 200, 100), at(100, 20, 200, 70), at(100.6, 0, 200, 100), at(100, 100, 200, 200)])
def test_g5_good_neighbours(other):
    assert not check(PLAN, other)


def test_g5_a_hole_that_another_plan_has_is_meant():
    holed = PLAN.difference(at(10, 10, 10.9, 10.9))
    assert "gaatje" in only(check(holed), "G5").melding
    assert not [f for f in check(holed, at(10, 10, 10.9, 10.9)) if "gaatje" in f.melding]


def test_findings_carry_the_row():
    """Two plans without name or polygon are told apart by it."""
    nameless = {"plan_id": None, "plannaam": None}
    layer = layer_of([PLAN, None, None], plans=[{}, nameless, nameless])
    fids = [feature.id() for feature in layer.getFeatures()]
    findings = check_polygons(read_polygons(layer, Silent()), None, Tolerances(), Silent())
    assert [finding.rij for finding in findings] == fids[1:]


# -- G5 and G6, one plan ------------------------------------------------------------------------------------------


def test_g5_needless_vertices():
    assert "hoekpunten veranderen de grens niet" in only(check(shapely.segmentize(PLAN, 1.0)), "G5").melding
    assert not [f for f in check(CIRCLE.union(at(0, 0, 100, 5))) if f.regel == "G5"]


def test_g5_points_that_we_made_of_an_arc_are_not_blamed_on_the_drawing():
    """An arc of a small radius becomes points less than 1 cm from the line between their neighbours."""
    arc = f"CurvePolygon(CompoundCurve(CircularString({X} {Y}, {X + 10} {Y + 10}, {X + 20} {Y}), ({X + 20} {Y}, {X} {Y})))"
    assert [f.ernst for f in check(arc, kind="CurvePolygon")] == [Ernst.INFO]  # that there are arcs


def test_g6_circle():
    finding = only(check(CIRCLE), "G6")
    assert "cirkel met een straal van 30 m" in finding.melding and finding.ernst is Ernst.INFO
    assert np.allclose(finding.place, (X, Y), atol=0.01)
    assert not check(affinity.scale(CIRCLE, 1, 0.8))


def test_g6_the_whole_municipality():
    boundary = at(0, 0, 5000, 5000)
    assert "de hele gemeente" in only(check(at(10, 10, 4990, 4990), boundary=boundary), "G6").melding
    assert not check(at(0, 0, 2500, 5000), boundary=boundary)


# -- 5A and 5B, reading -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["5A", "5B", "5A Potentieel"])
def test_plans_that_stay_home_get_no_finding(status):
    bow = shapely.Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])
    assert not check(bow, None, plans=[{"planstatus": status}] * 2)


def test_a_foreign_layer_names_its_plans():
    layer = QgsVectorLayer("Polygon?crs=EPSG:28992&field=NAAMPLAN:string&field=Vervallen:string", "x", "memory")
    from qgis.core import QgsFeature

    feature = QgsFeature(layer.fields())
    feature.setAttributes(["Broekpolder", "ja"])
    layer.dataProvider().addFeatures([feature])
    assert read_polygons(layer, Silent()).plans == [{"plannaam": "Broekpolder", "vervallen": True}]


@pytest.mark.real
@pytest.mark.parametrize("name", ["2012_10.gml", "NL.IMRO.0798.BPDoornboom-ON01.gml", "stationspleinzuidoost.gml"])
def test_curves_of_imro(name, tmp_path):
    path = DATA / "geometrie" / name
    if not path.exists():
        pytest.skip(f"{path} is not here")
    from osgeo import ogr

    curved = 0
    source = ogr.Open(str(shutil.copy(path, tmp_path)), 0)  # a copy: GDAL writes a file beside it
    for layer in source:
        shapes = [shape.Clone() for feature in layer if (shape := feature.GetGeometryRef()) is not None]
        shapes = [_qgis(bytes(shape.ExportToIsoWkb())) for shape in shapes if shape.GetDimension() == 2]
        if shapes:
            polygons = read_polygons(layer_of(shapes, kind="MultiSurface"), Silent())
            curved += int(polygons.curved.sum())
            assert (polygons.kinds == Kind.POLYGON).all()
            found = check_polygons(polygons, None, Tolerances(), Silent())
            assert len([f for f in found if "bogen" in f.melding]) == polygons.curved.sum()
    assert curved or name != "NL.IMRO.0798.BPDoornboom-ON01.gml"


def test_an_arc_is_told_and_measured():
    arc = QgsGeometry.fromWkt(f"CurvePolygon(CircularString({X} {Y}, {X + 50} {Y + 50}, {X + 100} {Y}, {X + 50} {Y - 50}, {X} {Y}))")
    polygons = read(arc, kind="CurvePolygon")
    assert polygons.curved.tolist() == [True] and abs(polygons.geometries[0].area - np.pi * 2500) < 1
    found = check_polygons(polygons, None, Tolerances(), Silent())
    assert any("bogen" in f.melding and f.ernst is Ernst.INFO for f in found) and any(f.regel == "G6" for f in found)


# -- G7 -----------------------------------------------------------------------------------------------------------


def test_g7_too_many_or_too_few_dwellings_for_the_area():
    plans = [{"bruto_totaal": 1701}, {"bruto_totaal": 1700}, {"bruto_totaal": 99}, {"bruto_totaal": 100}, {"bruto_totaal": None}, {}]
    shapes = [
        at(0, 0, 100, 100),
        at(200, 0, 300, 100),
        at(0, 500, 1000, 1500),
        at(2000, 500, 3000, 1500),
        at(0, 200, 2, 202),
        at(9, 200, 99, 299),
    ]
    found = [f for f in check(*shapes, plans=plans) if f.regel == "G7"]
    assert [f.plannaam for f in found] == ["Plan 1", "Plan 3", "Plan 5"]
    assert [f.ernst for f in found] == [Ernst.WAARSCHUWING, Ernst.INFO, Ernst.WAARSCHUWING]
    assert all(f.place is not None for f in found) and found[0].oorzaak
    assert "1.701 woningen op 10.000 m² is 1.701 per hectare" in found[0].melding and "geen woning" in found[2].melding


@pytest.mark.parametrize(
    "plan", [{"gerealiseerd": True}, {"vervallen": True}, {"planstatus": "5A"}, {"toelichting": "Hele locatie: 120 woningen"}]
)
def test_g7_plans_that_do_not_count(plan):
    assert not [f for f in check(at(0, 0, 1000, 1000), plans=[{"bruto_totaal": 3, **plan}]) if f.regel == "G7"]


def test_g7_is_asked_again_when_the_number_changes():
    def cause(bruto):
        return only(check(at(0, 0, 10, 10), plans=[{"bruto_totaal": bruto}]), "G7").oorzaak

    assert cause(30) == cause(30) != cause(40)


# -- the work -----------------------------------------------------------------------------------------------------


def test_progress_moves_and_cancel_stops():
    class Listener(Silent):
        def __init__(self, limit):
            self.seen, self.limit = [], limit

        def setProgress(self, progress):  # noqa: N802
            self.seen.append(progress)

        def isCanceled(self):  # noqa: N802  # QGIS's name
            return bool(self.seen) and self.seen[-1] >= self.limit

    shapes = [at(i % 50 * 120, i // 50 * 120, i % 50 * 120 + 100, i // 50 * 120 + 100) for i in range(2500)]
    polygons = read(*shapes)
    whole = Listener(1000)
    assert not check_polygons(polygons, at(-10, -10, 9000, 9000), Tolerances(), whole)
    assert whole.seen == sorted(whole.seen) and len(whole.seen) > 10 and whole.seen[-1] == 100
    for limit in (2, 20, 55, 70):
        with pytest.raises(Cancelled):
            check_polygons(polygons, at(-10, -10, 9000, 9000), Tolerances(), Listener(limit))
    pressed = QgsFeedback()
    pressed.cancel()
    with pytest.raises(Cancelled):
        read_polygons(layer_of(shapes[:500]), pressed)


def test_work_keeps_order_and_passes_errors_on():
    assert list(work.each(lambda n: n * n, range(50), Silent(), 0, 100)) == [n * n for n in range(50)]
    with pytest.raises(ZeroDivisionError):
        list(work.each(lambda n: 1 // n, [1, 0, 2], Silent(), 0, 100))


def test_an_empty_layer():
    assert check() == []


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (1234.5, "1.234"), (12.345, "12,35"), (123.45, "123,5"), (0.001234, "0,0012"), (5, "5"), (2.5, "2,5"), (1e6, "1.000.000")],
)
def test_numbers_are_dutch(value, text):
    assert texts.number(value) == text


# -- one plan never stops a layer -----------------------------------------------------------------------------------------

RING = "(150000 450000, 150100 450000, 150100 450100, 150000 450100, 150000 450000)"
BESIDE = "POLYGON((150050 450050, 150150 450050, 150150 450150, 150050 450150, 150050 450050))"


@pytest.mark.parametrize(
    "wkt", [f"MULTIPOLYGON(({RING}), EMPTY)", f"MULTIPOLYGON(EMPTY, ({RING}))", f"MULTIPOLYGON(({RING}, EMPTY))", f"POLYGON({RING}, EMPTY)"]
)
def test_an_empty_part_or_ring_is_a_finding_and_the_rest_is_judged(wkt):
    found = check(shapely.from_wkt(wkt), BESIDE)
    assert [f.plan_id for f in found if f.regel == "G2" and "leeg deel" in f.melding] == ["id-1"]
    assert [f.waarde for f in found if f.regel == "G4"] == ["2.500 m²"]
    assert not [f for f in found if f.regel == "X1"]


def test_a_finger_is_as_wide_as_its_widest_side():
    told = check("POLYGON((140000 450000, 140050 450000, 140050 450050, 140030 450050, 140030 450090, 140029.95 450090, 140029.99 450050, "
                 "140000 450050, 140000 450000))")  # fmt: skip
    assert [f.melding for f in told if "stomp eind" in f.melding] == [
        "De grens heeft een uitschieter met een stomp eind, van 40 m lang en 0,05 m breed; haal de hoekpunten aan het eind weg."
    ]


@pytest.mark.parametrize(
    "step", ["lmvw_plugin.layers.polygons.rules.quality.measure", "lmvw_plugin.layers.polygons.rules.place.check_far_parts"]
)
def test_a_fault_of_ours_at_one_plan_is_told_there_and_hides_nothing_else(monkeypatch, step):
    module, name = step.rsplit(".", 1)
    whole = getattr(sys.modules[module], name)

    def fails_at_a_triangle(geometries, *more):
        if (shapely.get_num_coordinates(geometries) == 4).any():
            raise ValueError("zip() argument 2 is shorter")
        return whole(geometries, *more)

    monkeypatch.setattr(step, fails_at_a_triangle)
    triangle = "POLYGON((140000 450000, 140100 450000, 140000 450000.9, 140000 450000))"  # so narrow that it is measured
    found = check(
        BESIDE, triangle, f"POLYGON({RING})", f"POLYGON({RING.replace('150000 450000, 150100', '150000 450000, 150000 450000, 150100')})"
    )
    assert [(f.plan_id, f.waarde) for f in found if f.regel == "X1"] == [("id-2", "ValueError: zip() argument 2 is shorter")]
    assert {f.plan_id for f in found if f.regel == "G4"} == {"id-1", "id-3"}
    assert [f.plan_id for f in found if "dubbel hoekpunt" in f.melding] == ["id-4"]
