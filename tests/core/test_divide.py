# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts over parts: nothing is lost, nothing counted twice, and what adds up in the whole adds up in every part."""

import random

import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.divide import by_shares

COUNTS = [field.name for field in b.COUNTS]


def spread(number, parts, chance):
    """A number of dwellings over parts, by chance."""
    cuts = sorted(chance.randint(0, number) for _ in range(parts - 1))
    return [end - start for start, end in zip([0, *cuts], [*cuts, number], strict=True)]


def fitting_plan(chance):
    plan = dict.fromkeys(COUNTS, 0)
    plan |= {"bruto_totaal": chance.randint(0, 400), "sloop_totaal": chance.randint(0, 60)}
    for total in b.SUMS:
        plan |= zip(total.parts, spread(plan[total.total], len(total.parts), chance), strict=True)
    plan["nultreden"], plan["ouderen_overig"], _ = spread(plan["bruto_totaal"], 3, chance)
    for field in b.COUNTS:
        if field.part_of:
            plan[field.name] = chance.randint(0, plan[field.part_of])
    return plan


@pytest.mark.parametrize("seed", range(200))
def test_what_adds_up_still_adds_up_in_every_part(seed):
    chance = random.Random(seed)
    whole = fitting_plan(chance)
    parts = by_shares(whole, [chance.random() + 0.01 for _ in range(chance.randint(2, 4))])
    for name in COUNTS:
        assert sum(part[name] for part in parts) == whole[name], name
    for part in parts:
        assert min(part.values()) >= 0
        for total in b.SUMS:
            assert sum(part[name] for name in total.parts) == part[total.total], total.rule
        for limit in b.AT_MOST:
            assert sum(part[name] for name in limit.parts) <= part[limit.whole], limit


@pytest.mark.parametrize("seed", range(100))
def test_a_half_finished_plan_loses_nothing_either(seed):
    chance = random.Random(seed)
    whole = {name: chance.choice([None, 0, 1, 7, 12, 250]) for name in COUNTS}
    parts = by_shares(whole, [chance.random() for _ in range(3)])
    for name, count in whole.items():
        if count is None:
            assert [part[name] for part in parts] == [None] * 3
        else:
            assert sum(part[name] for part in parts) == count
            assert min(part[name] for part in parts) >= 0


def test_the_shares_are_followed():
    whole = dict.fromkeys(COUNTS) | {"bruto_totaal": 40, "meergezins": 30, "eengezins": 10, "sloop_totaal": 3}
    first, second = by_shares(whole, [3.0, 1.0])
    assert (first["bruto_totaal"], first["meergezins"], first["eengezins"], first["sloop_totaal"]) == (30, 23, 7, 2)
    assert (second["bruto_totaal"], second["meergezins"], second["eengezins"], second["sloop_totaal"]) == (10, 7, 3, 1)


def test_parts_without_a_polygon_share_alike():
    assert [part["bruto_totaal"] for part in by_shares(dict.fromkeys(COUNTS) | {"bruto_totaal": 9}, [0.0, 0.0, 0.0])] == [3, 3, 3]
