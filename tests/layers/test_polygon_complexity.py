# SPDX-License-Identifier: GPL-2.0-or-later
"""One polygon, however wild, gets its errors or a sentence that says where it is too complex; and cancel is answered meanwhile."""

from contextvars import copy_context
from threading import Event, Timer

import numpy as np
import pytest
import shapely
from polygon_layers import check, read
from qgis.core import QgsFeedback

from lmvw_plugin.core.feedback import Cancelled, Silent, breathe, stops_with
from lmvw_plugin.layers.polygons import complexity, work
from lmvw_plugin.layers.polygons.making_valid import made_valid
from lmvw_plugin.layers.polygons.repair import Limits, repair_polygons
from lmvw_plugin.layers.polygons.rules import Tolerances
from lmvw_plugin.layers.polygons.rules.validity import COMPLEX, find_errors

pytestmark = pytest.mark.usefixtures("qgis_app")
X, Y = 120_000.0, 480_000.0


def _square(half):
    return [(X - half, Y - half), (X + half, Y - half), (X + half, Y + half), (X - half, Y + half)]


def nested(count):
    """Holes in holes in holes."""
    return shapely.Polygon(_square(count + 10.0), [_square(float(half)) for half in range(1, count + 1)])


def noisy(count):
    """A circle of 500 m whose vertices lie metres beside it."""
    rng, turn = np.random.default_rng(1), np.linspace(0, 2 * np.pi, count, endpoint=False)
    return shapely.Polygon(np.c_[X + 500 * np.cos(turn), Y + 500 * np.sin(turn)] + rng.uniform(-5, 5, (count, 2)))


def star(count):
    """Every side crosses nearly every other."""
    turn = np.arange(count) * (count // 2) % count * 2 * np.pi / count
    return shapely.Polygon(np.c_[X + 500 * np.cos(turn), Y + 500 * np.sin(turn)])


def stacked(count):
    """The same part many times."""
    return shapely.MultiPolygon([shapely.Polygon(_square(50.0))] * count)


def slanted(count):
    """Valid: slanting teeth beside each other, so that every box meets every other."""
    shift = np.arange(count) * 0.001
    foot, top = np.c_[X + shift, Y + 0 * shift], np.c_[X + 500 + shift, Y + 500 + 0 * shift]
    ring = np.empty((2 * count, 2))
    ring[0::4], ring[1::4], ring[2::4], ring[3::4] = foot[0::2], top[0::2], top[1::2], foot[1::2]
    return shapely.Polygon(np.r_[ring, [(X + count * 0.001, Y - 1), (X - 1, Y - 1)]])


WILD = {"noisy": noisy(20_000), "star": star(1001), "stacked": stacked(300), "slanted": slanted(8000), "nested": nested(1000)}


@pytest.mark.parametrize("wild", WILD.values(), ids=WILD)
def test_a_polygon_that_is_too_complex_is_told_with_a_place_and_the_others_are_judged(wild):
    found = check(wild, shapely.box(X + 5000, Y, X + 5100, Y + 100), shapely.box(X + 5050, Y, X + 5150, Y + 100))
    (told,) = [f for f in found if f.regel == "G2"]
    assert told.plannaam == "Plan 1" and "te ingewikkeld" in told.melding and told.waarde == COMPLEX
    assert shapely.dwithin(shapely.Point(told.place), shapely.box(*wild.bounds), 1e-6)
    assert [(f.regel, f.plannaam) for f in found if f.plannaam != "Plan 1"] == [("G4", "Plan 2")]


def test_a_hole_in_many_holes_is_one_error():
    errors = find_errors(np.array([nested(400)], object))
    assert len(errors) == 399 and {error.reason for error in errors} == {"Holes are nested"}


def test_many_rings_beside_each_other_are_not_complex():
    squares = [shapely.box(X + 4 * i, Y + 4 * j, X + 4 * i + 2, Y + 4 * j + 2).exterior for i in range(100) for j in range(100)]
    bad = shapely.Polygon(shapely.box(X - 1, Y - 1, X + 401, Y + 401).exterior, [*squares, _square(0.5)])
    assert {error.reason for error in find_errors(np.array([bad], object))} == {"Crossing rings"}
    assert not complexity.crowded(np.array([bad], object)) and not complexity.tangled(np.array([bad], object))


@pytest.mark.parametrize("wild", [WILD["star"], WILD["slanted"], noisy(9000)], ids=["star", "slanted", "noisy"])
def test_what_is_too_complex_is_left_alone_and_told(wild):
    repaired = repair_polygons(read(wild), Tolerances(), Limits(), Silent())
    assert repaired.geometries[0] is None
    (change,) = repaired.changes
    assert change.done == "niet gerepareerd" and "te ingewikkeld" in change.flag


@pytest.mark.parametrize("spread", [0.0, 100.0, 400.0])
def test_many_parts_on_top_of_each_other_are_put_together(spread):
    shift = np.random.default_rng(1).uniform(0, 1, (300, 2)).round(3) * spread
    parts = shapely.MultiPolygon([shapely.Polygon(np.array(_square(50.0)) + by) for by in shift])
    repaired = repair_polygons(read(parts), Tolerances(), Limits(), Silent())
    (change,) = repaired.changes
    assert "geldig gemaakt" in change.done and "oppervlakte veranderd" in change.flag
    together = shapely.union_all(shapely.get_parts(parts))
    assert shapely.symmetric_difference(repaired.geometries[0], together).area < 1.0


def test_a_part_that_is_too_complex_is_found_among_others():
    parts = [*shapely.get_parts(stacked(5)), star(301)]
    assert complexity.unmendable(np.array([shapely.MultiPolygon(parts), stacked(300)], object)).tolist() == [True, False]


def test_vertices_on_one_spot_are_not_complex():
    ring = _square(50.0)
    assert not complexity.tangled(np.array([shapely.Polygon([*([ring[0]] * 1000), *ring[1:]])], object))


# -- cancel -------------------------------------------------------------------------------------------------------


def test_cancel_waits_for_no_piece():
    feedback, under_way, release = QgsFeedback(), Event(), Event()

    def long(_):
        under_way.set()
        release.wait(30)

    def press():
        under_way.wait(30)
        feedback.cancel()

    Timer(0, press).start()
    try:
        with pytest.raises(Cancelled):
            list(work.each(long, [1, 2, 3], feedback, 0, 100))
        assert not release.is_set()
    finally:
        release.set()


def test_cancel_ends_long_work_on_a_thread():
    feedback, ended = QgsFeedback(), Event()

    def endless(_):
        try:
            feedback.cancel()
            while True:
                breathe()
        finally:
            ended.set()

    with pytest.raises(Cancelled):
        list(work.each(endless, [1], feedback, 0, 100))
    assert ended.wait(30)


@pytest.mark.parametrize(
    "job",
    [
        lambda: find_errors(np.array([WILD["noisy"]], object)),
        lambda: find_errors(np.array([nested(300)], object)),
        lambda: made_valid(np.array([shapely.from_wkt("POLYGON((0 0,1 1,1 0,0 1,0 0))"), None], object)[:-1]),
        lambda: complexity.crowded(np.array([WILD["slanted"]], object)),
    ],
    ids=["segments", "rings", "making valid", "boxes"],
)
def test_long_work_breathes(job):
    def cancelled():
        stopped = Event()
        stopped.set()
        stops_with(stopped)
        job()

    with pytest.raises(Cancelled):
        copy_context().run(cancelled)
