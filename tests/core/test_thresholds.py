# SPDX-License-Identifier: GPL-2.0-or-later
"""When somebody decides before a public version goes out, as a plan file keeps it."""

from dataclasses import replace

import pytest

from lmvw_plugin.core.confidential.thresholds import USUAL, Thresholds, explained, span, spun


def test_what_is_as_in_the_plugin_is_not_kept():
    assert USUAL.to_json() == "" and Thresholds.from_json("") == USUAL
    assert Thresholds(fewest=3, most=0.5).to_json() == '{"most": 0.5}'


def test_what_was_kept_comes_back():
    chosen = Thresholds(fewest=7, most=0.4)
    assert Thresholds.from_json(chosen.to_json()) == chosen


@pytest.mark.parametrize("text", ["[", "[1]", "7", '{"fewest": "veel"}', '{"most": null}', '{"most": 1e999}', '{"fewest": [1]}', "null"])
def test_what_is_none_of_it_was_never_chosen(text):
    assert Thresholds.from_json(text) == USUAL


def test_no_limit_can_be_set_to_nothing():
    assert Thresholds.from_json('{"fewest": 0, "most": 5}') == replace(USUAL, fewest=2, most=0.99)
    assert Thresholds(0, 1.5).within() == replace(USUAL, fewest=2, most=0.99)


def test_each_has_its_name_its_stop_and_its_reason():
    for one in explained():
        assert one.metadata["label"] and one.metadata["why"].endswith("stopt de plugin.") and one.metadata["explanation"].endswith(".")
        low, high = span(one.name)
        assert low <= spun(one, getattr(USUAL, one.name)) <= high
