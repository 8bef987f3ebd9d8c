# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan that holds its values only says the same as the mapping it was made of."""

import sys

import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.compact import CompactPlan
from lmvw_plugin.core.rules.plans import check_plan
from tests.conftest import PEILDATUM, consistent_plan


def test_it_is_the_same_plan():
    plan = consistent_plan(bruto_jaar01=9, plannummer=None)
    compact = CompactPlan.of(plan | {"fid": 7}, {})
    assert compact == plan
    assert list(compact) == [field.name for field in b.COLUMNS]
    assert compact.get("fid") is None
    assert compact.get("fid", 3) == 3
    assert check_plan(compact, PEILDATUM) == check_plan(plan, PEILDATUM)
    with pytest.raises(KeyError):
        compact["fid"]


def test_codes_are_held_once():
    texts = {}
    words = [b"verdichting".decode() for _ in range(2)]
    assert words[0] is not words[1]
    one, two = (CompactPlan.of(consistent_plan(plantype=word), texts) for word in words)
    assert one["plantype"] is two["plantype"]


def test_it_takes_less_memory_than_a_dict():
    plan = consistent_plan()
    compact = CompactPlan.of(plan, {})
    assert sys.getsizeof(compact) + sys.getsizeof(compact.row) < sys.getsizeof(plan) / 2
