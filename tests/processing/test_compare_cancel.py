# SPDX-License-Identifier: GPL-2.0-or-later
"""Who stops a comparison of many plans is heard wherever it is: no stretch of work between two looks at the button grows faster than it may."""

import pytest
from qgis.core import QgsProcessingContext

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.feedback import Silent, asking
from lmvw_plugin.core.history.assignment import best_pairs
from lmvw_plugin.core.history.facts import Kind, facts_of
from lmvw_plugin.core.history.pairing import pair
from lmvw_plugin.layers.planfile import store
from scripts.bench_history import NOW, THEN, plans
from tests.conftest import MARKERWAARD
from tests.core.history import History, ground
from tests.looks import Looks, deaf

FEW, MANY = 200, 1_400
MOST = 20  # calls for each plan: of 100,000 plans about a second


@pytest.mark.parametrize("ids", [True, False])
def test_a_comparison_asks_often_enough_whether_it_may_go_on(ids, provider, tmp_path):
    def stretches(count):
        folder = tmp_path / str(count)
        folder.mkdir()
        paths = folder / "toen.gpkg", folder / "nu.gpkg"
        for path, day, later in zip(paths, (THEN, NOW), (False, True), strict=True):
            store.create(path, store.PlanFileInfo(MARKERWAARD, day), plans(count, later, ids))
        given = {"PREVIOUS": str(paths[0]), "CURRENT": str(paths[1]), "REPORT": str(folder / "r.html")}
        algorithm = provider.algorithm("comparedeliveries").create()
        with Looks() as looks:
            results, fine = algorithm.run({**given, "OUTPUT": "memory:", "OLD_OUTLINES": "memory:"}, QgsProcessingContext(), looks)
        assert fine and results["GONE"] == count // 10
        return looks.stretches

    stretches(10)  # what is done once, is done
    assert deaf(stretches(FEW), stretches(MANY), MANY - FEW, MOST) == {}


def test_plans_that_were_merged_split_renamed_and_swapped_hold_no_look_up():
    def stretches(count):
        history = History(plans=count, seed=3)
        then, now = history.years[0], history.next()
        sides, lying = (then.side(ids=False, numbers=False), now.side(ids=False, numbers=False)), ground(then, now)
        with Looks() as looks, asking(looks):
            comparison = facts_of(*sides, lying, pair(*sides, lying, looks), looks)
        assert comparison.of_kind[Kind.MERGED] and comparison.of_kind[Kind.SPLIT] and comparison.of_kind[Kind.SWAPPED]
        return looks.stretches

    assert deaf(stretches(FEW), stretches(MANY), MANY - FEW, MOST) == {}


def test_a_group_in_which_all_may_be_all_holds_no_look_up():
    weights = {(one, other): 0.5 + ((one * 31 + other * 17) % 97) / 200 for one in range(120) for other in range(120)}
    with Looks() as looks, asking(looks):
        assert len(best_pairs(weights)) == 120
    assert max(looks.stretches.values()) <= 30_000


def test_names_that_moved_up_one_place_take_no_longer_for_each_plan_the_more_there_are():
    """Of numbered plans one is gone: each of the others has the name of the one before it, and that is no circle."""
    calls = []
    for many in (200, 400):
        history = History(plans=many, seed=5)
        (year,) = history.years
        then = year.side(ids=True)
        names = [plan["plannaam"] for plan in then.plans]
        moved = [{**plan, "plannaam": name} for plan, name in zip(then.plans[1:], names[:-1], strict=True)]
        now = type(then)("nu", moved, frozenset(field.name for field in b.COLUMNS), then.peildatum)
        lying = ground(year, type(year)(year.peildatum, year.plans[1:]))
        pairing = pair(then, now, lying, Silent())
        with Looks() as looks:
            comparison = facts_of(then, now, lying, pairing)
        assert not comparison.of_kind[Kind.SWAPPED]
        calls.append(sum(looks.stretches.values()))
    assert calls[1] < 3 * calls[0], "twice as many plans take twice the work, not four times"
