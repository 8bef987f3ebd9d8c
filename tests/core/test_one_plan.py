# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever stands in one plan, and whatever rule fails on it: every other plan has the findings that it has without it, and no page breaks."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.values import Binary
from lmvw_plugin.core.delivering.own_report import StrangeColumn, sections
from lmvw_plugin.core.names.between import match_names
from lmvw_plugin.core.names.report import name_report
from lmvw_plugin.core.names.rules import NameEntry, NameSource, check_names, check_source
from lmvw_plugin.core.reporting import check as reports
from lmvw_plugin.core.rules import plans as rules
from lmvw_plugin.core.rules.findings import Finding
from tests.conftest import PEILDATUM, consistent_plan
from tests.core.test_reports import SUBJECT, read

COLUMNS = [field.name for field in b.COLUMNS]
SIGNS = "\0\ufeff\u202e\u200b\ufffd\x1c\t\r\n<>&\"'%[]{}=|😀é"
HOSTILE = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(), st.binary(max_size=4).map(lambda raw: Binary(repr(raw))),
    st.text(st.sampled_from(SIGNS + string.ascii_letters + string.digits), max_size=12), st.sampled_from(["x" * 40_000, "=1+1", "NULL", "ja", "12.5", " "]),
)  # fmt: skip
GOOD = [
    consistent_plan(plan_id=f"7b0d0a0c-0000-4000-8000-{number:012}", plannaam=f"{name} aan de {name}dijk", **changes)
    for number, (name, changes) in enumerate((("Noord", {}), ("Zuid", {"bruto_jaar01": 9}), ("Oost", {"vertrouwelijk": True})))
]


def found_of(plans) -> list[Finding]:
    return [*check_names(plans), *(finding for plan in plans for finding in rules.check_plan(plan, PEILDATUM))]


def about(findings, plans):
    """What is said of these plans; of names that stand more than once nothing, for there another plan may be meant."""
    ids = {plan["plan_id"] for plan in plans}
    return [(one.regel, one.ernst, one.plan_id, one.veld, one.melding) for one in findings if one.plan_id in ids]


@settings(max_examples=150)
@given(st.dictionaries(st.sampled_from(COLUMNS), HOSTILE, min_size=1, max_size=8), st.integers(0, len(GOOD)))
def test_a_hostile_plan_leaves_the_others_their_findings(values, place):
    hostile = {**consistent_plan(), **values, "plan_id": "de vijandige"}
    plans = [*GOOD[:place], hostile, *GOOD[place:]]
    findings = found_of(plans)
    assert sorted(about(findings, GOOD), key=str) == sorted(about(found_of(GOOD), GOOD), key=str)
    read(reports.check_report(SUBJECT, plans, findings))
    assert not [one for one in findings if one.regel == "X1"], "no rule of ours fails on any value"


@pytest.mark.parametrize("rule", rules.PLAN_RULES)
@pytest.mark.parametrize(
    "error", [ValueError("vier"), ZeroDivisionError(), RecursionError("diep"), KeyError("weg")], ids=lambda one: type(one).__name__
)
def test_a_rule_that_fails_on_one_plan_is_told_there_and_nowhere_else(monkeypatch, rule, error):
    real, victim = rules.PLAN_RULES[rule], GOOD[1]

    def fails(plan, peildatum):
        if plan is victim:
            raise error
        return real(plan, peildatum)

    before = found_of(GOOD)
    monkeypatch.setitem(rules.PLAN_RULES, rule, fails)
    after = found_of(GOOD)
    assert [(one.regel, one.plan_id) for one in after if one.regel == "X1"] == [("X1", victim["plan_id"])]
    rest = [GOOD[0], GOOD[2]]
    assert about(after, rest) == about(before, rest)
    others = {one.regel for one in before if one.plan_id == victim["plan_id"]} - {rule}
    assert others <= {one.regel for one in after if one.plan_id == victim["plan_id"]}, "what other rules find of that plan is not hidden"


NAMES = st.lists(st.text(st.sampled_from(SIGNS + "aAbB 12"), max_size=10) | st.none(), max_size=6)


@settings(max_examples=150)
@given(NAMES, NAMES, st.text(st.sampled_from(SIGNS + "ab"), max_size=8))
def test_no_name_breaks_a_page(lefts, rights, title):
    left, right = (
        NameSource(
            f"laag ‘{title}’", tuple(NameEntry(name, f"fid {number}", description=title) for number, name in enumerate(names)), (title,)
        )
        for names in (lefts, rights)
    )
    findings = [*check_source(left), *check_source(right), *match_names(left, right)]
    text = read(name_report((left, right), findings, [title]))
    assert len([one for one in findings if one.melding]) == len(findings)
    assert all(one.regel in text for one in findings)
    home = [(name or "", title) for name in lefts]
    read(reports.check_report(SUBJECT, GOOD, findings, more=sections(home, [StrangeColumn(title, 3, 1)], None)))
