# SPDX-License-Identifier: GPL-2.0-or-later
"""What a municipality takes more or less seriously than the plugin, and what its plans usually answer."""

import json
from dataclasses import replace
from datetime import datetime

import pytest

from lmvw_plugin.core.asking.defaults import FIELDS, Defaults
from lmvw_plugin.core.asking.offers import Offers
from lmvw_plugin.core.asking.proposals import Kind
from lmvw_plugin.core.reporting.certificate import Judged, document
from lmvw_plugin.core.reporting.check import Subject, check_report
from lmvw_plugin.core.rules.catalogue import CATALOGUE, RULES
from lmvw_plugin.core.rules.coverage import Coverage
from lmvw_plugin.core.rules.findings import Ernst
from lmvw_plugin.core.rules.plans import check_plan
from lmvw_plugin.core.rules.tolerances import USUAL, Tolerances
from lmvw_plugin.core.rules.yardstick import OF_PLUGIN, Yardstick
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan

SOFT = Yardstick.of([("A2", Ernst.WAARSCHUWING)], USUAL)


def unsummed(**more):
    return consistent_plan(plannaam="Kade", **{"plan_id": "k", "bruto_jaar01": 900, **more})


@pytest.mark.parametrize("rule", ["S1", "S2", "A1", "A7", "N1", "N2", "G1", "G2", "D1"])
@pytest.mark.parametrize("ernst", [Ernst.WAARSCHUWING, Ernst.INFO])
def test_what_is_about_confidentiality_or_cannot_be_processed_is_never_softened(rule, ernst):
    assert RULES[rule].fixed
    assert Yardstick.of([(rule, ernst)], USUAL) == OF_PLUGIN
    assert Yardstick.from_json(json.dumps({"ernst": {rule: ernst.value}})) == OF_PLUGIN


def test_every_rule_may_be_changed_or_says_why_not():
    assert {rule.id for rule in CATALOGUE if not rule.fixed} == {
        "N3", "N4", "N5", "A2", "A3", "A4", "A5", "A6", "A8", "A9", "A10", "S4", "S5", "S6", "S7", "G3", "G4", "G5", "G7",
    }  # fmt: skip


def test_a_softened_rule_is_a_warning_that_can_be_accepted_and_comes_back_when_its_cause_changes():
    (finding,) = SOFT.applied(check_plan(unsummed(), PEILDATUM))
    assert (finding.regel, finding.ernst) == ("A2", Ernst.WAARSCHUWING)
    assert finding.can_be_accepted
    (other,) = SOFT.applied(check_plan(unsummed(bruto_jaar01=901), PEILDATUM))
    assert other.oorzaak != finding.oorzaak


def test_a_rule_that_is_taken_more_seriously_holds_and_what_is_milder_by_itself_stays_so():
    hard = Yardstick.of([("A8", Ernst.FOUT), ("N3", Ernst.INFO)], USUAL)
    (small,) = hard.applied(check_plan(consistent_plan(nultreden_geclusterd=3, zorggeschikt=0, zorg_55plus=True), PEILDATUM))
    assert small.is_wrong
    told = replace(small, ernst=Ernst.INFO)
    assert hard.applied([told]) == [told]


def test_it_is_kept_and_read_back_and_what_is_damaged_counts_as_never_chosen():
    one = Yardstick.of([("A2", Ernst.WAARSCHUWING), ("G4", Ernst.INFO), ("A6", Ernst.FOUT)], Tolerances(overlap_m2=25))
    assert Yardstick.from_json(one.to_json()) == one
    assert dict(one.chosen) == {"A2": Ernst.WAARSCHUWING, "G4": Ernst.INFO}
    assert OF_PLUGIN.to_json() == ""
    for text in ("{", "[]", '{"ernst": 3}', '{"ernst": {"A2": "lief"}}', '{"toleranties": {"overlap_m2": "veel"}}', "[" * 9999):
        assert Yardstick.from_json(text) == OF_PLUGIN
    assert Yardstick.from_json('{"toleranties": {"onbekend": 3, "gap_m": -1}}') == OF_PLUGIN


def test_report_and_certificate_say_what_differs_and_nothing_when_nothing_does():
    one = Yardstick.of([("A2", Ernst.WAARSCHUWING)], Tolerances(gap_m=0.25))
    plan = unsummed()
    found = one.applied(check_plan(plan, PEILDATUM))
    for yardstick, differs in ((one, True), (OF_PLUGIN, False)):
        judged = Judged(Coverage(1, frozenset(RULES), {}, yardstick), datetime(2026, 1, 2, 10))
        page = check_report(Subject(PEILDATUM, MARKERWAARD, "plannen"), [plan], found, judged=judged)
        assert ("met een eigen maatstaf gecontroleerd" in page) is differs
        assert ("telt hier als ‘waarschuwing’; in de plugin is dat ‘fout’" in page) is differs
        assert ("‘Kier of strook: breedte (m)’ is hier 0,25; in de plugin is dat 0,5" in page) is differs
        kept = json.loads(document(judged, found, "plannen"))
        assert bool(kept["eigen_maatstaf"]) is differs
        (rule,) = (rule for rule in kept["regels"] if rule["regel"] == "A2")
        assert (rule["ernst"], rule["ernst_in_plugin"]) == ("waarschuwing" if differs else "fout", "fout")
        assert Yardstick.from_json(json.dumps(kept["maatstaf"])) == yardstick


def test_what_is_usual_is_a_proposal_and_comes_after_what_the_plan_itself_says():
    usual = Defaults.of({"vertrouwelijk": False, "plantype": "uitleg", "bruto_totaal": 3, "planstatus": "9Z", "gerealiseerd": "nee"})
    assert dict(usual.answers) == {"vertrouwelijk": False} | ({"plantype": "uitleg"} if "plantype" in dict(usual.answers) else {})
    offered = Offers(defaults=usual).of(consistent_plan(vertrouwelijk=None), ("vertrouwelijk",), PEILDATUM)
    assert offered["vertrouwelijk"].value is False
    assert offered["vertrouwelijk"].kind is Kind.USUAL
    refused = Offers(refused={("x", "vertrouwelijk", "nee")}, defaults=usual)
    assert refused.of(consistent_plan(plan_id="x", vertrouwelijk=None), ("vertrouwelijk",), PEILDATUM) == {}
    assert Defaults.from_json(usual.to_json()) == usual
    assert Defaults.from_json("[]") == Defaults.from_json("{") == Defaults()
    assert "gemeente_code" not in {field.name for field in FIELDS}
