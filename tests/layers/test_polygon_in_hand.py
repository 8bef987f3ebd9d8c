# SPDX-License-Identifier: GPL-2.0-or-later
"""What is told of a plan while it is drawn is what the check says of it, with its shape, in time."""

import time

import numpy as np
import pytest
import shapely
from polygon_layers import as_qgis, check
from shapely import box

from lmvw_plugin.layers.polygons.in_hand import About, Surroundings
from lmvw_plugin.layers.polygons.rules import Tolerances

pytestmark = pytest.mark.usefixtures("qgis_app")
X, Y = 110_000.0, 500_000.0
AREA = box(X - 500, Y - 500, X + 500, Y + 500)


def at(x0, y0, x1, y1):
    return box(X + x0, Y + y0, X + x1, Y + y1)


def marks(shape, *others, area=AREA, plan=None):
    beside = [(other, as_qgis(form)) for other, form in others]
    return [
        (mark.about, round(mark.area, 1), (mark.plan or {}).get("plannaam"))
        for mark in Surroundings(area, Tolerances()).marks(as_qgis(shape), beside, plan)
    ]


PLAN, EAST = at(0, 0, 100, 100), {"plannaam": "Oost", "planstatus": "3"}


def test_nothing_is_said_of_a_plan_that_fits():
    assert marks(PLAN, (EAST, at(100, 0, 200, 100))) == []
    assert marks(PLAN) == []


def test_an_overlap_a_gap_a_crossing_and_what_lies_outside_have_their_place_and_size():
    assert marks(PLAN, (EAST, at(90, 0, 200, 100))) == [(About.OVERLAP, 1000, "Oost")]
    assert marks(PLAN, (EAST, at(100.3, 0, 200, 100))) == [(About.GAP, 30, "Oost")]
    assert marks(PLAN, (EAST, PLAN)) == [(About.OVERLAP, 10_000, "Oost")]
    assert marks(at(450, 0, 510, 100)) == [(About.OUTSIDE, 1000, None)]
    assert marks(at(450, 0, 510, 100), area=None) == []
    bow = shapely.Polygon([(X, Y), (X + 100, Y + 100), (X + 100, Y), (X, Y + 100)])
    assert marks(bow) == [(About.CROSSING, 0, None)]


@pytest.mark.parametrize("other", [{"planstatus": "3", "gerealiseerd": True}, {"planstatus": "5A"}])
def test_a_plan_that_is_finished_or_stays_home_is_no_neighbour(other):
    assert marks(PLAN, (other, at(50, 0, 200, 100))) == []


@pytest.mark.parametrize("plan", [{"planstatus": "3", "gerealiseerd": True}, {"planstatus": "3", "vervallen": True}])
def test_a_plan_in_hand_that_is_finished_makes_room_but_stays_within_the_municipality(plan):
    assert marks(PLAN, (EAST, at(50, 0, 200, 100)), plan=plan) == []
    assert marks(at(450, 0, 510, 100), (EAST, at(480, 0, 500, 100)), plan=plan) == [(About.OUTSIDE, 1000, None)]


@pytest.mark.parametrize("status", ["5A", "5B"])
def test_of_a_plan_in_hand_that_stays_home_nothing_is_said(status):
    assert marks(at(450, 0, 510, 100), (EAST, at(480, 0, 500, 100)), plan={"planstatus": status}) == []


def test_what_is_no_polygon_yet_is_not_judged():
    assert marks(shapely.Polygon([(X, Y), (X, Y), (X, Y)])) == []
    assert marks("Polygon EMPTY") == []


def test_it_says_of_a_pair_what_the_check_says():
    rng = np.random.default_rng(3)
    for _ in range(60):
        shift = float(rng.choice((0, 0.0005, 0.02, 0.3, 1.5, -0.02, -2)))
        wobble = rng.uniform(-0.2, 0.2, 9).tolist() if rng.integers(2) else [0.0] * 9
        line = [(X + 100 + w, Y + 10 * k) for k, w in enumerate([0, *wobble, 0])]
        one = shapely.Polygon([(X, Y), *line, (X, Y + 100)])
        other = shapely.Polygon([(X + 200, Y), (X + 200, Y + 100), *[(x + shift, y) for x, y in reversed(line)]])
        said = {finding.waarde for finding in check(one, other) if finding.ander}
        assert len(marks(one, ({"plan_id": "b", "planstatus": "3"}, other), area=None)) == len(said)


def test_a_plan_among_its_neighbours_is_judged_within_fifty_milliseconds():
    ring = [(X + 50 + 60 * np.cos(t), Y + 50 + 60 * np.sin(t)) for t in np.linspace(0, 2 * np.pi, 400)[:-1]]
    around = [(EAST, as_qgis(at(x, y, x + 100, y + 100))) for x in (-100, 0, 100) for y in (-100, 0, 100)]
    surroundings = Surroundings(AREA, Tolerances())
    hand = as_qgis(shapely.Polygon(ring))
    assert len(surroundings.marks(hand, around)) == 5
    took = []
    for _ in range(5):
        start = time.process_time()
        surroundings.marks(hand, around)
        took.append(time.process_time() - start)
    assert min(took) < 0.05
