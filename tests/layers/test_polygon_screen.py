# SPDX-License-Identifier: GPL-2.0-or-later
"""What is proved to be fine at once, is fine by the exact rules; and what the check says is the same without that proof."""

from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from polygon_layers import plans_of

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.polygons.reading import read_polygons
from lmvw_plugin.layers.polygons.rules import Tolerances, check_polygons, screen
from lmvw_plugin.layers.polygons.rules.quality import Quality, measure
from lmvw_plugin.layers.polygons.rules.validity import verdict

ORIGIN = np.array([120_000.0, 480_000.0])
DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
LAYERS = ("plannen/*.gpkg", "plannen/*.shp", "grenzen/*.gpkg", "bag/*PND.gpkg", "schaal/*.gpkg")
MANY = 1500  # of the largest layer the first so many


def rough(rng, corners):
    """A ring around a point with corners anywhere, not on whole millimetres."""
    turn = np.sort(rng.uniform(0, 2 * np.pi, corners))
    far = rng.uniform(20, 20 + rng.choice((0.01, 1, 60)), corners)
    return ORIGIN + rng.uniform(0, 1, 2) + np.c_[far * np.cos(turn), far * np.sin(turn)]


def nearly(rng, ring, metres):
    """The ring with one thing ``metres`` from being wrong: a vertex beside an edge, a corner, or itself, or a side that turns back."""
    at, onto = rng.integers(0, len(ring), 2)
    start, end = ring[onto], ring[(onto + 1) % len(ring)]
    ahead = end - start
    aside = np.array([-ahead[1], ahead[0]]) / np.hypot(*ahead) * rng.choice((-1, 1))
    kind = rng.integers(0, 6)
    if kind == 0:
        ring[at] = start + rng.uniform(0, 1) * ahead + metres * aside
    elif kind == 1:
        ring[at] = start + metres * aside
    elif kind == 2:
        ring = np.insert(ring, onto + 1, end + metres * aside, axis=0)
    elif kind == 3:
        tip = start + rng.uniform(0.5, 9) * aside
        ring = np.insert(ring, onto + 1, [tip, start + metres * ahead / np.hypot(*ahead)], axis=0)
    elif kind == 4:
        ring[[at, onto]] = ring[[onto, at]]
    else:  # a finger with a blunt end, about as wide as is tolerated, with short sides about it
        long, wide = rng.uniform(0.05, 30) * aside, rng.uniform(0, 0.15) * ahead / np.hypot(*ahead)
        ring = np.insert(ring, onto + 1, [start + long, start + long + wide / 2, start + long + wide, start + wide], axis=0)
        ring = np.insert(ring, onto + 1, ring[onto] + rng.uniform(-0.1, 0.1, 2), axis=0) if rng.integers(2) else ring
    return np.roll(ring, rng.integers(len(ring)), axis=0)


@st.composite
def shapes(draw):
    """Some rings, a few of them large, with near misses of 0 to 3 mm."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    metres = draw(st.one_of(st.sampled_from((0.0, 0.0005, 0.001, 0.0014, 0.0015, 0.002, 0.003)), st.floats(0, 0.003)))
    corners = draw(st.lists(st.integers(3, 40), min_size=1, max_size=15)) + draw(st.lists(st.integers(100, 1500), max_size=2))
    made = [shapely.Polygon(nearly(rng, rough(rng, number), metres)) for number in corners]
    if draw(st.booleans()):  # what is never settled, in between
        made[:0] = [shapely.MultiPolygon(made[:2]), shapely.Polygon(), shapely.Polygon(made[-1].exterior, [made[0].exterior])]
    return np.array([*made, None], object)[:-1]


@given(shapes())
@settings(max_examples=200)
def test_what_is_settled_is_fine_by_the_exact_rules(some):
    sound, tidy = screen.settled(some, Tolerances())
    valid, valid_mm, _ = verdict(some)
    assert (valid & valid_mm)[sound].all()
    assert measure(some[tidy], valid[tidy], Tolerances()) == Quality()


@given(
    st.integers(0, 2**32),
    st.sampled_from(("duplicate_m", "spike_m", "spike_degrees", "needle_m", "dense_m", "tiny_m2")),
    st.floats(0.1, 1000),
)
@settings(max_examples=60)
def test_the_limits_are_those_of_the_user(seed, name, times):
    rng, usual = np.random.default_rng(seed), Tolerances()
    tolerances = Tolerances(**{name: getattr(usual, name) * times})
    some = np.array(
        [shapely.Polygon(rough(rng, int(number))) for number in rng.integers(3, 200, 20)] + [shapely.box(*ORIGIN, *ORIGIN + 9)], object
    )
    _, tidy = screen.settled(some, tolerances)
    assert measure(some[tidy], shapely.is_valid(some[tidy]), tolerances) == Quality()


def test_most_plans_are_settled():
    rng = np.random.default_rng(1)
    turn = np.linspace(0, 2 * np.pi, 200, endpoint=False)
    round_ = [100 * np.c_[np.cos(turn), np.sin(turn)] * rng.uniform(0.95, 1, (200, 1)) + ORIGIN + 300 * k for k in range(50)]
    sound, tidy = screen.settled(np.array([shapely.Polygon(ring) for ring in round_]), Tolerances())
    assert sound.all() and tidy.all()


@pytest.mark.parametrize("some", [[], [None], [shapely.Polygon()], [shapely.box(0, 0, np.inf, 1)], [shapely.box(0, 0, np.nan, 1)]])
def test_what_has_no_ring_is_not_settled(some):
    with np.errstate(invalid="ignore"):
        sound, tidy = screen.settled(np.array([*some, None], object)[:-1], Tolerances())
    assert len(sound) == len(tidy) == len(some) and not sound.any() and not tidy.any()


def test_what_is_large_or_winds_a_lot_is_left_to_the_exact_rules():
    shift = np.arange(2000) * 0.01
    foot, top = np.c_[shift, 0 * shift], np.c_[500 + shift, 500 + 0 * shift]
    teeth = np.stack((foot[0::2], top[0::2], top[1::2], foot[1::2]), axis=1).reshape(-1, 2)
    hatch = shapely.Polygon(ORIGIN + np.r_[teeth, [(20, -1), (-1, -1)]])
    far = shapely.box(*ORIGIN, *ORIGIN + 5000)
    sound, _ = screen.settled(np.array([hatch, far, shapely.box(*ORIGIN, *ORIGIN + 50)], object), Tolerances())
    assert shapely.is_valid(hatch) and sound.tolist() == [False, False, True]


# -- the whole check ------------------------------------------------------------------------------------------------


def nothing_settled(geometries, tolerances):
    return np.zeros(len(geometries), bool), np.zeros(len(geometries), bool)


@given(shapes())
@settings(max_examples=40)
def test_the_findings_are_those_of_the_exact_rules(some):
    polygons = plans_of(list(some[~shapely.is_empty(some)]))
    with pytest.MonkeyPatch.context() as patch:
        found = check_polygons(polygons, None, Tolerances(), Silent())
        patch.setattr(screen, "settled", nothing_settled)
        assert found == check_polygons(polygons, None, Tolerances(), Silent())


@pytest.mark.skipif(not DATA.is_dir(), reason="the real layers are not here")
def test_real_layers_have_the_findings_of_the_exact_rules(qgis_app, tmp_path, monkeypatch):
    from qgis.core import QgsVectorLayer

    from lmvw_plugin.layers.moment import copy_of

    compared = 0
    for path in (path for pattern in LAYERS for path in sorted(DATA.glob(pattern))):
        at = copy_of(path, tmp_path) if path.suffix == ".gpkg" else path
        layer = QgsVectorLayer(str(at), path.stem, "ogr")
        whole = read_polygons(layer, Silent())
        polygons = whole.part(np.arange(min(MANY, len(whole))))
        found = check_polygons(polygons, None, Tolerances(), Silent())
        with monkeypatch.context() as patch:
            patch.setattr(screen, "settled", nothing_settled)
            assert found == check_polygons(polygons, None, Tolerances(), Silent()), path.name
        compared += len(found)
    assert compared > 100
