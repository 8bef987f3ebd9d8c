# SPDX-License-Identifier: GPL-2.0-or-later
"""The charts of the report: what a bar is as high as, and what it says."""

import re

import pytest

from lmvw_plugin.core.reporting import charts

_BAR = re.compile(r'height="([\d.]+)" fill="([^"]+)"[^>]*><title>([^<]+)</title>')


def heights(svg):
    """Height and colour of each bar by its words."""
    return {words: (float(height), colour) for height, colour, words in _BAR.findall(svg)}


def test_a_period_of_five_years_is_as_high_as_its_mean_year():
    svg = charts.columns("Fasering", ["2026", "2027-2031"], [("hard", charts.HARD, [80, 400])], ("sloop", charts.SLOOP, [10, 50]), [1, 5])
    found = heights(svg)
    assert found["2026, hard: 80"][0] == pytest.approx(found["2027-2031, hard: 400"][0])
    assert found["2026, sloop: 10"][0] == pytest.approx(found["2027-2031, sloop: 50"][0])
    assert ">400<" in svg and ">-50<" in svg


def test_demolition_is_told_from_building_without_colour():
    found = heights(charts.columns("Fasering", ["2026"], [("hard", charts.HARD, [8])], ("sloop", charts.SLOOP, [8]), [1]))
    assert found["2026, sloop: 8"][1].startswith("url(#")
    assert found["2026, hard: 8"][1].startswith("#")


def test_shares_have_one_decimal():
    assert [charts.share(part, 3) for part in (0, 1, 2, 3)] == ["0,0%", "33,3%", "66,7%", "100,0%"]
