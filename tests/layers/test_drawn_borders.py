# SPDX-License-Identifier: GPL-2.0-or-later
"""How far public polygons draw the border of a confidential plan: holes in one, holes between several, and what only looks like one."""

import pytest
from qgis.core import QgsGeometry

from lmvw_plugin.core.feedback import Cancelled, Silent
from lmvw_plugin.layers.publishing.borders import drawn_borders


def box(x, y, wide, high):
    return f"(({x} {y}, {x + wide} {y}, {x + wide} {y + high}, {x} {y + high}, {x} {y}))"


def wkb(*polygons):
    return QgsGeometry.fromWkt(f"MultiPolygon ({', '.join(polygons)})").asWkb().data()


def ring_of(x, y, wide, high, gap=0.0, around=60.0):
    """Four polygons around a rectangle, at a distance."""
    return [
        wkb(box(x - gap - around, y - gap - around, around, high + 2 * (gap + around))),
        wkb(box(x + wide + gap, y - gap - around, around, high + 2 * (gap + around))),
        wkb(box(x - gap, y + high + gap, wide + 2 * gap, around)),
        wkb(box(x - gap, y - gap - around, wide + 2 * gap, around)),
    ]


PLAN = wkb(box(0, 0, 100, 100))
HOLED = wkb("((-50 -50, 150 -50, 150 150, -50 150, -50 -50), (0 0, 0 100, 100 100, 100 0, 0 0))")
CROSSED = wkb("((0 0, 100 100, 100 0, 0 100, 0 0))")
CASES = {
    "a hole in one": ([HOLED], 1.0, 1.0),
    "a hole between four": (ring_of(0, 0, 100, 100), 1.0, 1.0),
    "with streets between": (ring_of(0, 0, 100, 100, 4.5), 0.98, 1.0),
    "a hole that is much wider": (ring_of(0, 0, 100, 100, 12), 0, 0),
    "open on one side": (ring_of(0, 0, 100, 100)[:3], 0.7, 0.82),
    "one neighbour": (ring_of(0, 0, 100, 100)[:1], 0.24, 0.31),
    "a corner is lacking": ([wkb("((-50 -50, 150 -50, 150 80, 100 80, 100 0, 0 0, 0 100, 80 100, 80 150, -50 150, -50 -50))")], 0.9, 0.96),
    "nothing near": (ring_of(5000, 0, 100, 100), 0, 0),
    "small ones inside": ([wkb(box(40, 40, 10, 10)), wkb(box(60, 60, 10, 10))], 0, 0),
    "in pieces that adjoin": ([wkb(box(x, y, 50, 50)) for x in range(-50, 150, 50) for y in range(-50, 150, 50) if not (0 <= x < 100 and 0 <= y < 100)], 1, 1),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_how_much_of_a_border_is_drawn(case):
    public, low, high = CASES[case]
    found = drawn_borders({7: PLAN}, public, Silent())
    assert all(one.places == (7,) for one in found)
    assert low <= sum(one.part for one in found) <= high


@pytest.mark.parametrize("angle", [17, 45, 80])
def test_however_it_lies(angle):
    def turned(shape):
        geometry = QgsGeometry()
        geometry.fromWkb(shape)
        geometry.rotate(angle, QgsGeometry.fromWkt("Point (146000 506000)").asPoint())
        return geometry.asWkb().data()

    (one,) = drawn_borders({0: turned(PLAN)}, list(map(turned, ring_of(0, 0, 100, 100, 2))), Silent())
    assert one.part > 0.95


def test_plans_that_fill_a_hole_together():
    hidden = {2: wkb(box(0, 0, 50, 100)), 4: wkb(box(50, 0, 50, 100)), 6: wkb(box(900, 900, 50, 50))}
    found = {one.places: one.part for one in drawn_borders(hidden, ring_of(0, 0, 100, 100), Silent())}
    assert set(found) == {(2,), (4,), (2, 4)}
    assert found[2, 4] > 0.97 and found[2,] == pytest.approx(2 / 3, abs=0.05)


def test_a_small_plan_beside_one_neighbour_has_no_hole_around_it():
    found = drawn_borders({0: wkb(box(0, 0, 6, 6))}, [wkb(box(6, -50, 50, 100))], Silent())
    assert [one.part for one in found] == [pytest.approx(0.26, abs=0.06)]


@pytest.mark.parametrize("odd", [CROSSED, wkb("((0 0, 100 0, 100 100, 0 0), (1 1, 1 1, 1 1, 1 1))"), wkb("((0 0, 0 0, 0 0, 0 0))")])
def test_polygons_that_are_not_right_are_measured_or_passed_over(odd):
    drawn_borders({0: odd, 1: PLAN}, ring_of(0, 0, 100, 100), Silent())
    drawn_borders({0: PLAN}, [odd, HOLED], Silent())


def test_no_plans_no_borders():
    assert drawn_borders({}, [PLAN], Silent()) == drawn_borders({0: PLAN}, [], Silent()) == []


def test_who_cancels_need_not_wait():
    class Impatient(Silent):
        def isCanceled(self):  # noqa: N802  # QGIS's name
            return True

    with pytest.raises(Cancelled):
        drawn_borders({0: PLAN}, ring_of(0, 0, 100, 100), Impatient())
