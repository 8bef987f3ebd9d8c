# SPDX-License-Identifier: GPL-2.0-or-later
"""Remedies: each takes its finding away, and none is offered for what is not found any more."""

import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.names.rules import check_names
from lmvw_plugin.core.rules.plans import check_plan
from lmvw_plugin.core.rules.remedies import remedies
from tests.conftest import PEILDATUM, consistent_plan

NOTHING_LEFT = {"bruto_totaal": 0, "sloop_totaal": 0, "woningtype_onbekend": 0}  # of the types it is said how many were built

EXAMPLES = [
    ({"bruto_totaal": 25, "meergezins": 13, "prijs_overig": 9}, "A2", ["Neem de som 20 als bruto totaal"]),
    ({"sloop_totaal": 9}, "A3", ["Neem de som 4 als sloop totaal"]),
    ({"eengezins": 2}, "A4", ["Maak van ‘Woningtype onbekend’"]),
    ({"koop_betaalbaar": 0}, "A5", ["Maak van ‘Prijs of eigendom onbekend’"]),
    ({"vertrouwelijk": None}, "A1", ["Antwoord: ja", "Antwoord: nee"]),
    ({"zorg_55plus": None}, "A7", ["Antwoord: ja", "Antwoord: nee"]),
    ({"nultreden_geclusterd": 3, "zorggeschikt": 0, "zorg_55plus": None}, "A8", ["Zet geclusterd en zorggeschikt op 0"]),
    ({"planstatus": "1A", "vertrouwelijk": True}, "S1", ["Zet vertrouwelijk op nee"]),
    ({"gerealiseerd": True, "vervallen": True}, "S2", ["Zet gerealiseerd op nee", "Zet vervallen op nee"]),
    ({"plantype": None}, "A1", []),
    (NOTHING_LEFT, "A10", ["Zet gerealiseerd op ja", "Zet vervallen op ja"]),
    (NOTHING_LEFT, "A4", ["Zet gerealiseerd op ja", "Zet vervallen op ja"]),
]


@pytest.mark.parametrize(("changes", "rule", "titles"), EXAMPLES, ids=[f"{rule} {next(iter(changes))}" for changes, rule, _ in EXAMPLES])
def test_a_remedy_takes_its_finding_away(changes, rule, titles):
    plan = consistent_plan(**changes)
    (finding,) = [one for one in check_plan(plan, PEILDATUM) if one.regel == rule]
    offered = remedies(finding, plan, PEILDATUM)
    assert [one.title[: len(title)] for one, title in zip(offered, titles, strict=True)] == titles
    for remedy in offered:
        mended = plan | remedy.changes
        assert finding.regel not in {one.regel for one in check_plan(mended, PEILDATUM) if one.veld == finding.veld}
        assert remedies(finding, mended, PEILDATUM) == [], "what is not found any more has no remedy"


def test_a_name_is_adopted_while_it_is_the_one_that_was_judged():
    plan = consistent_plan(plannaam="Havenkwartier ")
    (finding,) = [one for one in check_names([plan]) if one.regel == "N4"]
    (remedy,) = remedies(finding, plan, PEILDATUM)
    assert remedy.changes == {"plannaam": "Havenkwartier"}
    assert remedies(finding, plan | {"plannaam": "Anders"}, PEILDATUM) == []


def test_too_much_is_taken_from_what_was_not_known_and_no_more():
    parts = dict.fromkeys(b.SUM_OF["A4"].parts, 0)
    plan = consistent_plan(**parts | {"meergezins": 18, "woningtype_onbekend": 5})
    (finding,) = [one for one in check_plan(plan, PEILDATUM) if one.regel == "A4"]
    assert [one.changes for one in remedies(finding, plan, PEILDATUM)] == [{"woningtype_onbekend": 2}]
    plan |= {"meergezins": 28}
    assert remedies(finding, plan, PEILDATUM) == []
