# SPDX-License-Identifier: GPL-2.0-or-later
"""The search for overlaps and gaps against looking at every pair of plans."""

from itertools import chain, combinations

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.polygons.rules import Tolerances, conflicts, gaps
from lmvw_plugin.layers.polygons.rules.borders import loose_edges
from lmvw_plugin.layers.polygons.rules.conflicts import find_conflicts

X, Y = 120_000.0, 480_000.0
FIRST = Tolerances()


def at(*box):
    xmin, ymin, xmax, ymax = box
    return shapely.box(X + xmin, Y + ymin, X + xmax, Y + ymax)


def grid(x, y, columns=3, rows=3, size=40):
    """Plans that fit together without any edge to spare inside."""
    return [
        at(x + size * c, y + size * r, x + size * (c + 1), y + size * (r + 1)) for c in range(columns) for r in range(rows)
    ]  # fmt: skip


def search(shapes, tolerances=FIRST):
    return find_conflicts(np.array(shapes, object), np.arange(len(shapes)), tolerances, Silent(), 0, 100)


def overlapping(shapes):
    """Every pair that shares ground."""
    return {(i, j) for i, j in combinations(range(len(shapes)), 2) if shapely.area(shapely.intersection(shapes[i], shapes[j])) > 1e-6}


def found_in(shapes):
    """The pairs that the search found, with those among identical plans."""
    found = search(shapes)
    alike = {one: group for group in found.twins for one in group}
    pairs = {pair for group in found.twins for pair in combinations(sorted(group), 2)}
    for overlap in found.overlaps:
        for one in alike.get(overlap.first, [overlap.first]):
            pairs |= {(min(one, other), max(one, other)) for other in alike.get(overlap.second, [overlap.second])}
    return pairs


@pytest.mark.parametrize(
    "shapes",
    [
        pytest.param([*grid(0, 0), *grid(10, 10)], id="two sets of plans of which the middle ones have no loose edge"),
        pytest.param([*grid(0, 0, 6, 6), *grid(90, 90, 2, 2, 15)], id="a small set inside a large one"),
        pytest.param([*grid(0, 0, 4, 4), at(0, 0, 160, 160)], id="one plan that is a whole set"),
        pytest.param([*grid(0, 0, 4, 4), at(40, 40, 120, 120)], id="one plan that is the middle of a set, edge on edge"),
        pytest.param([*grid(0, 0), at(45, 45, 75, 75)], id="a plan inside a plan that is shared on all sides"),
        pytest.param([at(0, 0, 40, 40), shapely.box(X + 40, Y + 40, X + 80, Y + 80), at(40, 40, 50, 60)], id="same corner"),
        pytest.param([*grid(0, 0, 2, 2), *grid(0, 0, 2, 2)], id="every plan twice"),
        pytest.param([*grid(0, 0, 2, 1, 40), *grid(0, 0, 4, 2, 20)], id="two cuttings of one area"),
        pytest.param([at(0, 0, 90, 90).difference(at(30, 30, 60, 60)), at(30, 30, 60, 60)], id="a hole that is filled"),
        pytest.param([at(0, 0, 90, 90).difference(at(30, 30, 60, 60)), at(30, 30, 60, 61)], id="a hole that is overfilled"),
    ],
)  # fmt: skip
def test_every_overlap_is_found(shapes):
    assert found_in(shapes) == overlapping(shapes)


def test_edges_that_two_plans_share_are_not_loose():
    loose = loose_edges(np.array(grid(0, 0, 3, 1), object))
    assert np.diff(loose.first).tolist() == [3, 2, 3]
    middle = loose.points[loose.first[1] : loose.first[2], 1:3] - (X, Y)
    assert sorted(map(str, middle.tolist())) == ["[[40.0, 0.0], [80.0, 0.0]]", "[[80.0, 40.0], [40.0, 40.0]]"]  # the inside on the left


def test_an_edge_that_three_plans_have_stays_loose():
    shapes = [at(0, 0, 40, 40), at(40, 0, 80, 40), at(40, 0, 60, 40)]
    assert len(loose_edges(np.array(shapes, object)).points) == 12
    assert found_in(shapes) == {(1, 2)}


@pytest.mark.parametrize("turned", [False, True])
def test_the_direction_of_a_ring_does_not_matter(turned):
    shapes = grid(0, 0)
    if turned:
        shapes = [shape.reverse() if k % 2 else shape for k, shape in enumerate(shapes)]
    loose = loose_edges(np.array(shapes, object))
    assert len(loose.points) == 12
    assert len(loose.probes) == len({(x, y) for x, y in loose.probes.tolist()}) == 9
    assert all(shapely.contains(shapes[owner], shapely.Point(place)) for owner, place in zip(loose.probed, loose.probes, strict=True))


def test_a_gap_that_another_plan_fills_is_none():
    left, right, strip = at(0, 0, 100, 100), at(100.3, 0, 200, 100), at(100, 0, 100.3, 100)
    assert len(search([left, right]).gaps) == 1
    assert not search([left, right, strip]).gaps
    assert not search([left, right, at(99.9, 0, 100.4, 100)]).gaps
    assert search([left, right, at(99.9, 0, 100.4, 50)]).gaps[0].area == pytest.approx(15, rel=1e-3)


def test_two_plans_with_very_many_edges_are_compared_too():
    rough = shapely.Point(X, Y).buffer(100, quad_segs=500)
    for other, wide in ((shapely.affinity.translate(rough, 50), 1), (shapely.affinity.translate(rough, 205), 0)):
        assert len(search([rough, other]).overlaps) == wide


# -- whatever plans there are ------------------------------------------------------------------------------------------

CELLS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=6, unique=True)
SHIFTS = st.sampled_from([(0, 0)] * 6 + [(0.1, 0), (0, 0.25), (0.4, 0.4), (-5, 3)])


def _plan(cells, shift, edge):
    shape = shapely.union_all([at(20 * x, 20 * y, 20 * x + 20, 20 * y + 20) for x, y in cells])
    shape = shapely.transform(shape, lambda xy: xy + shift)
    return shapely.segmentize(shape, edge)


PLANS = st.builds(_plan, CELLS, SHIFTS, st.sampled_from([100] * 4 + [7, 0.8]))
SETS = st.builds(
    grid, st.integers(0, 60), st.integers(0, 60), st.integers(1, 4), st.integers(1, 4), st.sampled_from([20, 30, 40])
)  # fmt: skip
LAYERS = st.builds(lambda plans, sets: [*plans, *chain(*sets)], st.lists(PLANS, min_size=1, max_size=15), st.lists(SETS, max_size=3))


@given(LAYERS, st.sampled_from([3, 1000]))
@settings(max_examples=150, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True)
def test_the_search_finds_what_looking_at_every_pair_finds(shapes, tile):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conflicts, "_TILE", tile)
        assert found_in(shapes) == overlapping(shapes)


def _quilt(rng):
    """Plans that share most of their edges, laid askew, with some left out."""
    count, size = rng.integers(2, 6), rng.uniform(15, 40)
    corners = np.stack(np.meshgrid(np.arange(count + 1), np.arange(count + 1), indexing="ij"), -1) * size
    corners = corners + rng.uniform(-0.2, 0.2, corners.shape) * size
    turned = rng.choice([0.0, rng.uniform(0, 2 * np.pi)])
    corners = corners @ [[np.cos(turned), np.sin(turned)], [-np.sin(turned), np.cos(turned)]] + rng.uniform(0, 60, 2) + [X, Y]
    cells = [
        shapely.Polygon([corners[i, j], corners[i + 1, j], corners[i + 1, j + 1], corners[i, j + 1]])
        for i in range(count) for j in range(count)
    ]  # fmt: skip
    plan_of = rng.integers(0, max(1, len(cells) // rng.integers(1, 4)), len(cells))
    plans = [shapely.union_all(np.array(cells)[plan_of == plan]) for plan in np.unique(plan_of)]
    return [plan for plan in plans if rng.random() > 0.12]


@pytest.mark.parametrize("seed", range(60))
def test_overlaps_that_are_reached_from_neighbour_to_neighbour_are_found(seed, monkeypatch):
    rng = np.random.default_rng(seed)
    shapes = [plan for _ in range(rng.integers(1, 5)) for plan in _quilt(rng)]
    shapes = [shapes[at] for at in rng.permutation(len(shapes))]
    monkeypatch.setattr(conflicts, "_TILE", int(rng.choice([2, 5, 1000])))
    assert found_in(shapes) == overlapping(shapes)


@given(st.lists(PLANS, min_size=2, max_size=12))
@settings(max_examples=100, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True)
def test_every_gap_that_no_plan_fills_is_found(shapes):
    """Two plans with nothing between them on more than the least area of a gap, closed over its width."""
    # A gap is told of the first of identical plans only.
    shapes = list({shapely.to_wkb(shapely.normalize(shape), output_dimension=2): shape for shape in shapes}.values())
    found = {(gap.first, gap.second) for gap in search(shapes).gaps}
    filled = shapely.union_all(shapes).buffer(1e-6)
    how = {"quad_segs": 2, "join_style": "mitre"}
    for i, j in combinations(range(len(shapes)), 2):
        if shapely.area(shapely.intersection(shapes[i], shapes[j])) > 1e-6:
            continue  # a wide overlap may hide it: test_polygon_rules
        both = shapely.union(shapes[i], shapes[j])
        closed = both.buffer(FIRST.gap_m / 2, **how).buffer(-FIRST.gap_m / 2, **how)
        between = [
            piece for piece in shapely.get_parts(closed.difference(both).difference(filled))
            if piece.dwithin(shapes[i], 1e-5) and piece.dwithin(shapes[j], 1e-5)
        ]  # fmt: skip
        if shapely.area(shapely.union_all(between)) > FIRST.gap_m2:
            assert (i, j) in found


def _apart(seed):
    """Plans beside, under and over each other along wavy borders, which lie up to 0.7 m from where they were meant to be."""
    rng = np.random.default_rng(seed)
    x = np.linspace(0, 60, 13)
    shapes = []
    for row in range(3):
        for shift in rng.uniform(-0.7, 0.7, rng.integers(1, 3)):
            low, high = (
                20 * row + rng.uniform(0, 0.5, 13) * rng.integers(0, 2),
                20 * row + 20 - rng.uniform(0, 0.5, 13) * rng.integers(0, 2),
            )
            turned = np.radians(rng.uniform(-1, 1))
            ring = np.concatenate((np.stack((x, low), axis=1), np.stack((x, high), axis=1)[::-1])) + np.array([shift, 0])
            ring = ring @ [[np.cos(turned), np.sin(turned)], [-np.sin(turned), np.cos(turned)]]
            shapes += [shapely.Polygon(ring + np.array([X + 60.3 * column, Y])) for column in range(2)]
    return [shape for shape in shapes if shape.is_valid]


@pytest.mark.parametrize("seed", range(12))
def test_what_spares_looking_for_gaps_hides_none(seed, monkeypatch):
    shapes = _apart(seed)
    quick = search(shapes).gaps
    monkeypatch.setattr(conflicts, "may_leave_gap", lambda close, *_: np.ones(len(close.touch), bool))
    monkeypatch.setattr(gaps, "_most_free", lambda filled, _: np.full(len(filled), np.inf))
    assert [(gap.first, gap.second, gap.area, gap.width) for gap in quick] == [
        (gap.first, gap.second, gap.area, gap.width) for gap in search(shapes).gaps
    ]
