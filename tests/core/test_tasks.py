# SPDX-License-Identifier: GPL-2.0-or-later
"""Tasks: one line per rule and field, told apart by kind, in a sentence for one plan, several plans, all plans and none in particular."""

import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.i18n import number
from lmvw_plugin.core.names.rules import check_names
from lmvw_plugin.core.rules import plans as plan_rules
from lmvw_plugin.core.rules.catalogue import CATALOGUE, RULES
from lmvw_plugin.core.rules.coverage import Coverage, State, nothing_found, rule_set, states_of
from lmvw_plugin.core.rules.findings import Counts, Ernst, Soort, Wie
from lmvw_plugin.core.rules.plans import check_plan
from lmvw_plugin.core.rules.tasks import tasks_of
from tests.conftest import PEILDATUM, consistent_plan

KINDS = [(rule, soort) for rule in CATALOGUE for soort in Soort if rule.sentence(soort)]


def plan(number, **changes):
    return consistent_plan(plan_id=f"id{number}", plannaam=f"De Hofjes {number}", **changes)


def sentence(rule, soort, about, plans, veld="bruto_jaar03"):
    findings = [rule.finding("x", one, veld=veld, soort=soort) for one in about]
    (task,) = tasks_of(findings, plans, PEILDATUM)
    return task.sentence


@pytest.mark.parametrize(("rule", "soort"), KINDS, ids=lambda value: getattr(value, "id", getattr(value, "value", "")))
def test_every_sentence_in_every_variant(rule, soort):
    one = sentence(rule, soort, [plan(1)], 36)
    several = sentence(rule, soort, [plan(1), plan(2)], 36)
    everyone = sentence(rule, soort, [plan(1), plan(2)], 2)
    whole = sentence(rule, soort, [None], 36)
    nameless = sentence(rule, soort, [plan(1) | {"plannaam": None}], 36)
    assert one.endswith("plan ‘De Hofjes 1’")
    assert several.endswith(" 2 plannen")
    assert everyone.endswith(" alle 2 plannen")
    assert whole.endswith(" de levering als geheel")
    assert nameless.endswith(" een plan zonder naam")
    for words in (one, several, everyone, whole, nameless):
        assert words[0].isupper()
        assert not set("{}\n.") & set(words)
        assert len(words) < 100
        if "{field}" in rule.sentence(soort):
            assert "Bruto 2028" in words


def test_every_rule_has_a_sentence_for_what_it_finds():
    assert all(rule.task or rule.to_fill for rule in CATALOGUE)
    assert {rule.id for rule in CATALOGUE if rule.to_fill} == {"N1", "A1", "A7"}


def test_the_sentence_of_the_issue():
    lacking = [finding for number in range(36) for finding in check_plan(plan(number, bruto_jaar03=None), PEILDATUM)]
    (task,) = tasks_of(lacking, 40, PEILDATUM)
    assert task.sentence == "Bruto 2028: nog in te vullen bij 36 plannen"
    assert (task.is_unanswered, task.is_wrong, task.wie) == (True, False, Wie.GEMEENTE)
    assert len(task.plans) == len(task.findings) == 36
    (task,) = tasks_of(lacking, 36, PEILDATUM)
    assert task.sentence == "Bruto 2028: nog in te vullen bij alle 36 plannen"


def test_what_is_empty_and_what_is_wrong_of_one_field_are_two_tasks():
    findings = check_plan(plan(1, plantype=None), PEILDATUM) + check_plan(plan(2, plantype="uitleg"), PEILDATUM)
    assert [task.sentence for task in tasks_of(findings, 5, PEILDATUM)] == [
        "Plantype: geen geldige waarde bij plan ‘De Hofjes 2’",
        "Plantype: nog in te vullen bij plan ‘De Hofjes 1’",
    ]


def test_a_plan_without_a_name_is_to_be_filled_in_and_a_name_used_twice_is_wrong():
    found = check_names([plan(1) | {"plannaam": ""}, plan(2) | {"plannaam": "Veld"}, plan(3) | {"plannaam": "Veld"}])
    assert [(finding.regel, finding.soort) for finding in found if finding.regel == "N1"] == [
        ("N1", Soort.INVULLEN), ("N1", Soort.FOUT), ("N1", Soort.FOUT)]  # fmt: skip


def test_two_findings_of_a_plan_are_one_plan():
    rule = RULES["G2"]
    (task,) = tasks_of([rule.finding("x", plan(1), veld="geom"), rule.finding("y", plan(1), veld="geom")], 9, PEILDATUM)
    assert task.sentence == "Polygoon niet geldig bij plan ‘De Hofjes 1’"
    assert (len(task.plans), len(task.findings)) == (1, 2)


def test_mistakes_come_first_and_of_each_kind_what_holds_most_dwellings():
    small, large = plan(1, plantype=None), plan(2, planstatus=None)
    wrong, doubtful = plan(3, bruto_jaar01=9), plan(4, nultreden_geclusterd=3, zorggeschikt=0)
    home = plan(5, planstatus="5A")
    findings = [finding for one in (home, doubtful, small, large, wrong) for finding in check_plan(one, PEILDATUM)]
    tasks = tasks_of(findings, 5, PEILDATUM, {"id1": 10, "id2": 500, "id3": 1, "id4": 900, "id5": 900})
    assert [(task.regel, task.veld, task.dwellings) for task in tasks] == [
        ("A2", "bruto_totaal", 1), ("A1", "planstatus", 500), ("A1", "plantype", 10), ("A8", "nultreden_geclusterd", 900),
        ("S3", "planstatus", 900)]  # fmt: skip


def test_who_acts():
    home, finished = (check_plan(plan(1, planstatus="5A", vervallen=gone), PEILDATUM)[0] for gone in (False, True))
    assert (home.wie, finished.wie) == (Wie.PLUGIN, Wie.GEMEENTE)
    assert RULES["D1"].finding("x").wie is Wie.PROVINCIE


# -- the numbers -----------------------------------------------------------------------------------------------------


def counted(*plans):
    return Counts.of(len(plans), [finding for one in plans for finding in check_plan(one, PEILDATUM)])


def test_a_new_file_has_no_mistakes():
    nothing = dict.fromkeys(field.name for field in b.COLUMNS if field.need is b.Need.LIVE)
    found = counted(*(plan(number, **nothing) for number in range(36)))
    fields = len(nothing)
    assert (found.wrong, found.to_fill, found.unanswered, found.errors) == (0, 36, 36 * fields, 36 * fields)
    assert found.words == f"0 fouten, 36 plannen in te vullen ({number(36 * fields)} velden)"


def test_one_is_said_as_one_and_what_there_is_not_is_left_out():
    assert counted(plan(1)).words == ""
    assert counted(plan(1, plantype=None)).words == "0 fouten, 1 plan in te vullen (1 veld)"
    assert counted(plan(1, bruto_jaar01=9)).words == "1 fout"
    assert counted(plan(1, nultreden_geclusterd=3, zorggeschikt=0)).words == "1 waarschuwing"
    both = counted(plan(1, plantype="uitleg"), plan(2, plantype=None, planstatus=None), plan(3, nultreden_geclusterd=3, zorggeschikt=0))
    assert both.words == "1 fout, 1 plan in te vullen (2 velden), 1 waarschuwing"


def test_a_question_to_a_plan_that_is_dropped_is_no_field_that_holds_the_delivery():
    found = counted(plan(1, vervallen=True, vertrouwelijk=None))
    assert (found.warnings, found.unanswered, found.errors) == (1, 0, 0)


# -- what ran --------------------------------------------------------------------------------------------------------


def test_passed_is_only_what_ran():
    coverage = Coverage(2, frozenset(("A1", "A2", "N1")), {"N2": "geen Excel-bestand"})
    states = {state.rule.id: state for state in states_of(coverage, check_plan(plan(1, bruto_jaar01=9), PEILDATUM))}
    assert list(states) == [rule.id for rule in CATALOGUE]
    assert (states["A2"].state, states["A2"].findings, states["A2"].plans) == (State.FOUND, 1, 1)
    assert states["A1"].state is State.PASSED
    assert (states["N2"].state, states["N2"].why) == (State.NOT_RUN, "geen Excel-bestand")
    assert (states["G2"].state, states["G2"].why) == (State.NOT_RUN, "hoort niet bij deze controle")


def test_a_clean_check_says_what_it_looked_at():
    assert nothing_found(Coverage(42, frozenset(rule.id for rule in CATALOGUE[:24]))) == "Geen bevindingen (24 regels, 42 plannen)"
    assert rule_set() == rule_set()
    assert f"{len(CATALOGUE)} regels" in rule_set()


def test_a_rule_that_fails_on_one_plan_is_a_finding_there_and_hides_nothing(monkeypatch):
    def broken(one, peildatum):
        raise ZeroDivisionError("too few")

    monkeypatch.setitem(plan_rules.PLAN_RULES, "A2", broken)
    found = check_plan(plan(1, plantype=None), PEILDATUM)
    assert [(finding.regel, finding.ernst) for finding in found] == [("A1", Ernst.FOUT), ("X1", Ernst.WAARSCHUWING)]
    assert "Regel A2" in found[1].melding
    assert found[1].waarde == "ZeroDivisionError: too few"
