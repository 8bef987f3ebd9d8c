# SPDX-License-Identifier: GPL-2.0-or-later
"""Art. 9: small plans as one, never without agreement and town hall, always equal to their sum."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmvw_plugin.core import basisset as b
from lmvw_plugin.core import delivery as d
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.plan_rules import check_plan
from lmvw_plugin.core.small_plans import SmallPlans, check_small_plans, is_small, sum_small_plans
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan

NAME = "Kleine plannen Markerwaard (opgeteld)"


def small(bruto=5, **changes):
    zero = {field.name: 0 for field in b.COUNTS}
    counts = zero | {"bruto_totaal": bruto, "bruto_jaar02": bruto, "eengezins": bruto, "prijs_onbekend": bruto}
    return consistent_plan(**{**counts, "geclusterd_55plus": None, "zorg_55plus": None, **changes})


@pytest.mark.parametrize(("changes", "expected"), [
    ({}, True), ({"bruto": 11}, True), ({"bruto": 12}, False), ({"vertrouwelijk": True, "planstatus": "3"}, False), ({"vervallen": True}, False),
    ({"gerealiseerd": True}, False), ({"planstatus": "5A"}, False), ({"bruto_totaal": None}, False),
])  # fmt: skip
def test_which_plans_are_small(changes, expected):
    assert is_small(small(**changes)) is expected


def test_d1_asks_agreement_and_town_hall():
    assert [finding.regel for finding in check_small_plans(SmallPlans("  ", False))] == ["D1", "D1"]
    assert list(check_small_plans(SmallPlans("brief van 3 maart", True))) == []


def test_the_sum_is_a_faultless_plan_and_its_parts_stay_home():
    plans = [
        small(5, plannaam="a"),
        consistent_plan(plannaam="groot"),
        small(3, plannaam="b", planstatus="3", plantype="uitbreiding_overig"),
    ]
    summed = sum_small_plans(plans, MARKERWAARD)
    assert summed.indexes == (0, 2)
    assert summed.plan["plannaam"] == NAME
    assert (summed.plan["bruto_totaal"], summed.plan["planstatus"], summed.plan["plantype"]) == (8, "2A", "verdichting")
    assert [finding for finding in check_plan(summed.plan, PEILDATUM) if finding.ernst.value == "fout"] == []
    delivery = d.make_delivery(plans, MARKERWAARD, PEILDATUM, summed)
    assert delivery.indexes == (1, d.AT_TOWN_HALL)
    assert (delivery.summed, delivery.at_home) == (2, 0)
    assert d.totals(delivery) == d.totals(d.make_delivery(plans, MARKERWAARD, PEILDATUM))
    assert "2 plannen met minder dan 12 woningen gaan als één plan mee" in d.readme(delivery, "1")


@given(st.lists(st.integers(0, 30), min_size=1, max_size=12))
def test_totals_are_those_of_the_parts(numbers):
    plans = [small(bruto, plannaam=f"p{index}") for index, bruto in enumerate(numbers)]
    summed = sum_small_plans(plans, MARKERWAARD)
    together = d.make_delivery(plans, MARKERWAARD, PEILDATUM, summed)
    assert d.totals(together) == d.totals(d.make_delivery(plans, MARKERWAARD, PEILDATUM))
    assert len(together.rows) == (len(plans) - together.summed + bool(summed))


def test_55plus_of_the_sum_is_half_of_the_dwellings():
    plans = [small(9, plannaam="a", nultreden=9, nultreden_geclusterd=6, geclusterd_55plus=True),
             small(9, plannaam="b", nultreden=9, nultreden_geclusterd=7, geclusterd_55plus=False)]  # fmt: skip
    assert sum_small_plans(plans, MARKERWAARD).plan["geclusterd_55plus"] is False
    plans[0]["nultreden_geclusterd"] = 7
    assert sum_small_plans(plans, MARKERWAARD).plan["geclusterd_55plus"] is True


def test_one_small_plan_goes_by_itself_and_a_taken_name_is_refused():
    assert sum_small_plans([small(), consistent_plan()], MARKERWAARD) is None
    with pytest.raises(LmvwError, match="hernoem dat plan"):
        sum_small_plans([small(plannaam="a"), small(plannaam="b"), consistent_plan(plannaam=NAME)], MARKERWAARD)
