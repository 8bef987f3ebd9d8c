# SPDX-License-Identifier: GPL-2.0-or-later
"""The findings of plans that were judged again: each once, and none lost that only a whole check makes."""

import pytest

from lmvw_plugin.core.rules.plans import check_gemeente, check_plan
from lmvw_plugin.layers.map.outcome import judged_again
from tests.conftest import PEILDATUM, consistent_plan


@pytest.mark.parametrize("code", [None, "GM0001", "GM0396"])
def test_what_is_said_of_the_municipality_is_said_once(code):
    plan = consistent_plan(plan_id="een", gemeente_code=code)
    found = [*check_plan(plan, PEILDATUM), *check_gemeente(plan, "GM9999")]
    assert found
    assert sorted(map(repr, judged_again(found, [plan], PEILDATUM))) == sorted(map(repr, found))


def test_a_municipality_that_is_answered_is_no_longer_asked():
    plan = consistent_plan(plan_id="een", gemeente_code=None)
    found = check_plan(plan, PEILDATUM)
    assert [finding.veld for finding in found] == ["gemeente_code"]
    assert judged_again(found, [plan | {"gemeente_code": "GM9999"}], PEILDATUM) == []
