# SPDX-License-Identifier: GPL-2.0-or-later
"""What a municipality wants finished by year: kept, read back, and laid beside its plans in its own report."""

import re

import pytest

from lmvw_plugin.core.basisset.peildatum import PERIODS, YEARS
from lmvw_plugin.core.reporting.check import Subject, check_report
from lmvw_plugin.core.rules.targets import MOST, NO_TARGETS, Targets
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan


def test_they_are_kept_and_read_back_and_what_is_damaged_was_never_stated():
    one = Targets.of({2027: 120, 2026: 80, 2028: 0, 2029: -4, 2030: MOST + 1})
    assert one.years == ((2026, 80), (2027, 120))
    assert Targets.from_json(one.to_json()) == one
    assert NO_TARGETS.to_json() == ""
    for text in ("{", "[]", "3", '{"2026": "veel"}', '{"x": 3}', '{"2026": null}', '{"2026": 1e999}', "[" * 9999):
        assert Targets.from_json(text) == NO_TARGETS


def test_a_period_has_a_target_when_every_year_of_it_has():
    first, last = PEILDATUM.span(YEARS)
    years = dict.fromkeys(range(first, last), 10)
    assert Targets.of(years).at(PEILDATUM, YEARS) is None
    whole = Targets.of({**years, last: 15, 2026: 7})
    assert whole.at(PEILDATUM, YEARS) == 10 * (last - first) + 15
    assert [slot for slot in range(YEARS + PERIODS) if whole.at(PEILDATUM, slot) is not None] == [0, YEARS]


def rows(page):
    """Those of the table with targets, as plain values."""
    table = page.partition("Streefgetallen naast de plannen")[2].partition("</table>")[0]
    return [[re.sub("<[^>]*>", "", cell) for cell in re.findall(r"<td.*?</td>", row)] for row in table.split("<tr")[2:]]


@pytest.mark.parametrize("targets", [Targets.of({2026: 16, 2035: 4}), NO_TARGETS])
def test_the_report_lays_them_beside_what_runs(targets):
    plans = [
        consistent_plan(planstatus="1A"), consistent_plan(planstatus="3"), consistent_plan(planstatus="5A"),
        consistent_plan(vervallen=True), consistent_plan(gerealiseerd=True),
    ]  # fmt: skip
    page = check_report(Subject(PEILDATUM, MARKERWAARD, "plannen"), plans, [], targets=targets)
    if targets == NO_TARGETS:
        assert "treefgetal" not in page
    else:
        assert rows(page) == [["2026", "16", "16", "8", "0", "100,0%"], ["2035", "4", "10", "5", "6", "250,0%"]]
