# SPDX-License-Identifier: GPL-2.0-or-later
"""The reports: everything found stands in them, nothing of a file can break them, and they fetch nothing."""

import json
import re
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser

import pytest

from lmvw_plugin.core import i18n
from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.codelists import listed
from lmvw_plugin.core.delivering.small_plans import SmallPlans, check_small_plans
from lmvw_plugin.core.reporting import certificate
from lmvw_plugin.core.reporting import check as reports
from lmvw_plugin.core.reporting.plan_map import PlanMap
from lmvw_plugin.core.rules.acceptance import said_in, unexplained
from lmvw_plugin.core.rules.catalogue import RULES
from lmvw_plugin.core.rules.coverage import Coverage
from lmvw_plugin.core.rules.plans import check_plan
from lmvw_plugin.core.version import plugin_version
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan

SUBJECT = reports.Subject(PEILDATUM, MARKERWAARD, "plannen")
NASTY = '<script>alert(1)</script> & "d\'Oude"'


class Reader(HTMLParser):
    """Checks that tags are closed in order, and keeps the text."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.texts = [], set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        assert not {"src", "href", "onload", "onclick"} & {name for name, _ in attrs}
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


def read(page):
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    assert "script" not in reader.tags
    assert page.startswith("<!DOCTYPE html>")
    assert '<html lang="nl">' in page
    assert not re.search(r"https?://|url\((?!#)|@import", page)
    return " ".join(" ".join(reader.texts).split())


def check_report(*plans):
    findings = [finding for plan in plans for finding in check_plan(plan, PEILDATUM)]
    return read(reports.check_report(SUBJECT, plans, findings)), findings


def test_a_faultless_file_may_be_delivered():
    text, findings = check_report(consistent_plan())
    assert findings == []
    assert "Geen fouten: er kan geleverd worden." in text
    assert "Markerwaard (GM9999), peildatum 1 januari 2026 (voorjaarslevering, extractie 1 april 2026), bron: plannen" in text
    assert f"Hard ({listed('hard')}) 1 20 4 16" in text


def test_every_finding_is_in_the_report_in_words():
    plans = [
        consistent_plan(plannaam=NASTY, bruto_jaar01=9, vertrouwelijk=True),
        consistent_plan(plannaam="B", nultreden_geclusterd=3, zorggeschikt=0),
    ]
    text, findings = check_report(*plans)
    assert len(findings) == 3
    assert "2 fouten: er kan nog niet geleverd worden." in text
    assert "2 plannen gecontroleerd; 1 waarschuwing, 0 bevindingen ter informatie" in text
    for finding in findings:
        assert " ".join(finding.melding.split()) in text
    assert NASTY in text


def test_one_is_said_as_one():
    text, _ = check_report(consistent_plan(bruto_jaar01=9))
    assert "1 fout: er kan nog niet geleverd worden. 1 plan gecontroleerd; 0 waarschuwingen, 0 bevindingen ter informatie." in text


def test_what_is_planned_and_what_counts_nationally_stand_apart():
    """Of the market only what is kept counts (Basisset, prijssegment): 14 of 20 against 16 of 20, the goal beside the second."""
    text, _ = check_report(consistent_plan())
    planned = "Gepland: betaalbare koop, sociale huur en middenhuur 16 80,0%"
    assert planned in text
    after = text.split(planned)[1]
    assert after.split("Telt landelijk mee", 1)[0].strip() == ""
    assert "en middenhuur met 10 jaar 14 70,0% twee derde (66,7%): 14 woningen" in after


def test_segments_that_add_up_to_something_else_are_told_beside_the_share():
    """Else the share is of another number than the totals on the same page, without a word."""
    text, _ = check_report(consistent_plan(prijs_overig=4, planstatus="zacht"))
    assert "Planstatus leeg of geen code 1 20 4 16" in text
    assert (
        "De segmenten tellen op tot 21 en de plannen tot 20 woningen bruto; wat niet klopt of nog leeg is, staat bij regels A1 en A5."
        in text
    )
    assert "De segmenten tellen op" not in check_report(consistent_plan())[0]


def test_a_part_larger_than_its_whole_makes_no_share_that_counts_nationally():
    """More could count than is planned; that is no figure, and the rule that finds it is named."""
    text, _ = check_report(consistent_plan(huur_sociaal_markt_25jaar=15), consistent_plan(plannaam="B"))
    assert "Telt landelijk mee: niet te zeggen bij 1 plan is een deel groter dan zijn geheel (regel A6)" in text
    assert "twee derde" not in text


def test_the_share_is_not_rounded_over_the_goal():
    """66,4% would be written as 66%, and 66,6% as the goal."""
    part = {"prijs_onbekend": 336, "koop_betaalbaar": 664, **dict.fromkeys(("huur_sociaal_corporatie", "huur_midden_corporatie"), 0)}
    part |= dict.fromkeys(
        ("huur_sociaal_markt", "huur_sociaal_markt_25jaar", "huur_midden_markt", "huur_midden_markt_10jaar", "prijs_overig"), 0
    )
    text, _ = check_report(consistent_plan(bruto_totaal=1000, **part))
    assert text.count("664 66,4%") == 2
    assert "twee derde (66,7%): 667 woningen" in text, "666 of 1000 would be 66,6%, and 4.666 of 7.000 already 66,7%"


def test_empty_fields_of_a_plan_are_one_line():
    text, _ = check_report(consistent_plan(plantype=None, **dict.fromkeys(b.phasing("bruto_totaal"))))
    assert "Nog in te vullen: Plantype, de fasering van bruto." in text


def test_a_plan_without_any_answer_is_one_sentence():
    nothing = {field.name: None for field in b.COLUMNS if field.need is b.Need.LIVE}
    text, findings = check_report(consistent_plan(**nothing))
    assert len(findings) > 25
    assert "Alle velden zijn nog leeg." in text
    assert "Nog in te vullen:" not in text


def test_plans_that_stay_home_or_are_finished_do_not_count_as_capacity():
    text, _ = check_report(
        consistent_plan(), consistent_plan(planstatus="5A"), consistent_plan(vervallen=True), consistent_plan(gerealiseerd=True)
    )
    assert "Lopende plannen samen 1 20 4 16" in text
    assert "Gaat niet mee (5A, 5B) 1 20 4 16" in text


def test_a_foreign_layer_has_no_municipality():
    page = reports.check_report(reports.Subject(PEILDATUM, None, "laag"), [], [])
    assert "peildatum 1 januari 2026 (voorjaarslevering, extractie 1 april 2026), bron: laag" in read(page)


def test_what_is_about_the_delivery_as_a_whole_names_no_plan():
    (finding,) = check_small_plans(SmallPlans("", True))
    assert reports.first_errors([finding]).startswith("(de levering als geheel): Kleine plannen worden opgeteld")
    assert "(de levering als geheel) D1 (fout): Kleine plannen" in read(reports.check_report(SUBJECT, [], [finding]))


def test_first_errors_name_the_plan_and_leave_out_warnings():
    plans = [consistent_plan(plannaam=f"P{number}", bruto_jaar01=9) for number in range(5)]
    findings = [
        finding for plan in [consistent_plan(nultreden_geclusterd=3, zorggeschikt=0), *plans] for finding in check_plan(plan, PEILDATUM)
    ]
    line = reports.first_errors(findings)
    assert line.startswith("P0: ")
    assert line.count(" / P") == 2
    assert "Geclusterd" not in line


@pytest.mark.parametrize("value", [None, "x", True, -3])
def test_totals_count_only_counts(value):
    assert reports.total([consistent_plan(), {"bruto_totaal": value}], "bruto_totaal") == 20


def test_the_toelichting_stands_with_the_warning_it_answers():
    plan = consistent_plan(nultreden_geclusterd=5, toelichting="Zorg & wonen op <één> plek.")
    shown = reports.check_report(
        SUBJECT, [plan, consistent_plan(plan_id="andere", toelichting="Niet gevraagd.")], check_plan(plan, PEILDATUM)
    )
    assert "Toelichting van de gemeente: Zorg &amp; wonen op &lt;één&gt; plek." in shown
    assert "Niet gevraagd." not in shown


def test_the_key_of_the_map_is_translated_when_it_is_shown():
    i18n.set_translator(lambda text: "fertroulik" if text == "vertrouwelijk (arcering)" else text)
    try:
        assert "fertroulik" in reports.check_report(SUBJECT, [consistent_plan()], [], PlanMap(b"png"))
    finally:
        i18n.set_translator(str)


def test_large_totals_have_separators():
    assert '<td class="n">1.234</td>' in reports.check_report(SUBJECT, [consistent_plan(bruto_totaal=1234)], [])


def test_the_two_kinds_of_work_stand_apart_as_tasks():
    text, _ = check_report(consistent_plan(bruto_jaar01=9), consistent_plan(plan_id="2", plannaam="Leeg", plantype=None))
    assert "1 fout, 1 plan in te vullen (1 veld): er kan nog niet geleverd worden." in text
    assert "Klopt niet (1) Taak Wie Regel Fasering van bruto telt niet op bij plan ‘Havenkwartier’ gemeente A2" in text
    assert "Nog in te vullen (1 veld) Taak Wie Regel Bij plan ‘Leeg’: Plantype. gemeente A1" in text


JUDGED = certificate.Judged(
    Coverage(1, frozenset(RULES) - {"N2", "N3", "G3"}, {"N2": "geen Excel-bestand", "N3": "geen Excel-bestand", "G3": "geen gemeentegrens"}),
    datetime(2026, 3, 2, 9, 5), "ab" * 32,
)  # fmt: skip


def test_the_report_says_what_was_not_tested():
    text = read(reports.check_report(SUBJECT, [consistent_plan()], [], judged=JUDGED))
    count = len(RULES)
    ran = f"{count - 3} van de {count} regels uitgevoerd; niet uitgevoerd: N2 en N3 (geen Excel-bestand), G3 (geen gemeentegrens)."
    assert text.count(ran) == 2, "under the verdict and above the list"
    assert "A1 Een veld is leeg of heeft geen geldige waarde komt niet voor" in text
    assert "G3 Het plan ligt voor een deel of helemaal buiten de gemeente niet uitgevoerd: geen gemeentegrens" in text
    assert "Gecontroleerd op 2 maart 2026, 09:05" in text
    assert f"Plugin {plugin_version()}" in text
    assert "ab" * 32 in text
    assert "nog niet in het bestand stonden" not in text


def test_the_certificate_is_for_programs_too():
    plan = consistent_plan(bruto_jaar01=9)
    document = json.loads(certificate.document(replace(JUDGED, unsaved=True), check_plan(plan, PEILDATUM), SUBJECT.line))
    assert (document["fouten"], document["in_te_vullen"], document["bestand_sha256"]) == (1, {"plannen": 0, "velden": 0}, "ab" * 32)
    assert (document["gecontroleerd"], document["niet_opgeslagen_wijzigingen"]) == ("2026-03-02T09:05:00", True)
    states = {rule["regel"]: rule for rule in document["regels"]}
    assert list(states) == list(RULES)
    assert (states["A2"]["stand"], states["A2"]["bevindingen"], states["A2"]["plannen"]) == ("gevonden", 1, 1)
    assert (states["A1"]["stand"], states["A1"]["reden"]) == ("geslaagd", None)
    assert (states["G3"]["stand"], states["G3"]["reden"]) == ("niet uitgevoerd", "geen gemeentegrens")


def empty_plan(**answers):
    """Only a name and a key, as after a first import."""
    return {"plan_id": "3", "plannaam": "Nieuw", **answers}


def test_what_waits_at_all_plans_is_one_row_and_names_subjects_as_a_whole():
    fresh = [{**empty_plan(), "plan_id": str(number), "plannaam": f"Plan {number}", "bruto_totaal": 12} for number in range(3)]
    text, _ = check_report(*fresh)
    todo = text.split("Nog in te vullen (")[1].split("Totalen")[0]
    assert todo.count("Bij alle 3 plannen:") == todo.count("A1") == 1
    assert "alle velden van Woningtype" in todo
    assert "Vrijstaand" not in todo


def test_a_table_has_a_head_that_returns_on_every_page_and_a_chart_its_key_on_the_same_page():
    page = reports.check_report(SUBJECT, [consistent_plan(bruto_jaar01=9)], [], PlanMap(b"png"))
    assert page.count("<table>") == page.count("<table><thead>") > 0
    for drawing in ("<svg", "<img"):
        assert page.count(drawing) == sum(drawing in part.split("</figure>")[0] for part in page.split("<figure>")[1:])
    keyed = [part.split("</figure>")[0] for part in page.split("<figure>")[1:]]
    assert all('class="sleutel' in part or "sloop" in part for part in keyed)
    assert all('aria-label="' in part or 'alt="' in part for part in keyed)


def test_severity_is_said_beside_its_colour():
    text, _ = check_report(consistent_plan(bruto_jaar01=9))
    assert "A2 (fout):" in text


def overlap():
    return RULES["G4"].finding("Het plan overlapt plan ‘Brink’.", {"plan_id": "1", "plannaam": "Akker"}, veld=b.GEOMETRY, ander="2")


@pytest.mark.parametrize("who", ["1", "2"])
def test_a_warning_about_two_plans_is_not_open_when_one_of_them_is_explained(who):
    plans = [
        consistent_plan(plan_id=key, plannaam=name, toelichting="Eerst tijdelijk, dan blijvend." if key == who else None)
        for key, name in (("1", "Akker"), ("2", "Brink"))
    ]
    text = read(reports.check_report(SUBJECT, plans, [overlap()]))
    assert "Toe te lichten of te verbeteren" not in text
    assert "Toegelicht (1) Plan Waarschuwing Toelichting Akker Het plan overlapt plan ‘Brink’. (G4)" in text
    assert ("Bij Brink: Eerst tijdelijk" in text) == (who == "2")


@pytest.mark.parametrize("said", [None, " ", "#N/B", " #ref! ", "#WAARDE!"])
def test_a_failed_formula_is_no_toelichting(said):
    plan = consistent_plan(plan_id="1", plannaam="Akker", toelichting=said)
    assert "Toe te lichten of te verbeteren (1)" in read(reports.check_report(SUBJECT, [plan], [overlap()]))
    assert unexplained([overlap()], said_in([plan])) == [overlap()]
