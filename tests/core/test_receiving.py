# SPDX-License-Identifier: GPL-2.0-or-later
"""What a province knows of deliveries that came in: which one is reviewed, what it expects, and how good each is."""

import pytest

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.receiving import expectations as e
from lmvw_plugin.core.receiving.overview import Level, members, overview
from lmvw_plugin.core.receiving.receipts import Receipt, State, current_of, placed, received_before
from lmvw_plugin.core.receiving.report import overview_report
from lmvw_plugin.core.receiving.totals import figures, print_of
from lmvw_plugin.core.rules.findings import Ernst, Finding, Soort

DAY = Peildatum.parse("2026-01-01")


def receipt(**more):
    """A delivery of Assen in which nothing is wrong."""
    usual = {
        "levering": 1, "bestand": "LMVW_GM0106_2026-01-01.zip", "map": "in", "sha256": "a", "ontvangen_op": "2026-04-02T10:00:00",
        "stand": State.CURRENT.value, "gemeente_code": "GM0106", "gemeente_naam": "Assen", "peildatum": "2026-01-01",
        "gemaakt": "2026-04-01T09:00:00", "inhoud": "x", "plannen": 10, "afgemeld": 1, "bruto": 100, "sloop": 10, "netto": 90,
        "bruto_hard": 60, "bruto_zacht": 40, "statussen": "1A: 4, 2B: 5", "vertrouwelijk": 2, "optellen": False, "fouten": 0, "in_te_vullen": 0,
        "waarschuwingen": 0, "toegelicht": 0, "ter_info": 0,
    }  # fmt: skip
    return Receipt(**{**usual, **more})


def told(receipts, complaints=None):
    return {row.gemeente.code: row for row in overview("Drenthe", DAY, receipts, complaints or {})}


def test_every_municipality_of_the_province_has_a_row_and_who_did_not_deliver_is_missing():
    rows = told([receipt()])
    assert set(rows) == {one.code for one in members("Drenthe", DAY)} and len(rows) == 12
    assert rows["GM0106"].level is Level.GOOD and rows["GM0106"].times == 1
    assert {row.level for code, row in rows.items() if code != "GM0106"} == {Level.MISSING}


@pytest.mark.parametrize("changes, level, words", [
    ({}, Level.GOOD, "Geen fouten en geen waarschuwingen"),
    ({"waarschuwingen": 3}, Level.GOOD, "3 waarschuwingen"),
    ({"fouten": 1, "waarschuwingen": 3}, Level.TO_MEND, "1 fout en 3 waarschuwingen"),
    ({"in_te_vullen": 2}, Level.TO_MEND, "2 velden niet ingevuld"),
])  # fmt: skip
def test_a_level_is_explained(changes, level, words):
    row = told([receipt(**changes)])["GM0106"]
    assert row.level is level and words in row.why


def test_what_is_not_as_expected_counts_as_serious_as_the_province_says():
    found = [Finding("V1", Ernst.FOUT, "x"), Finding("V2", Ernst.INFO, "y")]
    assert told([receipt()], {1: found})["GM0106"].level is Level.TO_MEND
    row = told([receipt()], {1: found[1:]})["GM0106"]
    assert row.level is Level.GOOD and "1 om na te gaan" in row.why


def test_a_file_that_could_not_be_opened_is_told_and_takes_nothing_away():
    broken = receipt(levering=2, stand=State.REFUSED.value, reden="beschadigd.", sha256="b", bestand="kapot.zip", plannen=None)
    row = told([broken])["GM0106"]
    assert row.level is Level.UNREADABLE and "‘kapot.zip’" in row.why and "beschadigd" in row.why
    row = told([receipt(), broken])["GM0106"]
    assert row.level is Level.GOOD and "‘kapot.zip’" in row.why and row.receipt.levering == 1


def test_a_newer_delivery_takes_the_place_of_an_older_one_and_says_so():
    old, new = receipt(), receipt(levering=2, sha256="b", inhoud="y", gemaakt="2026-04-03T09:00:00", bestand="nieuw.zip")
    taken, replaced = placed(new, old)
    assert taken.is_current and replaced.stand == State.REPLACED.value and "‘nieuw.zip’" in replaced.reden
    assert current_of([replaced, taken], "GM0106") == taken
    assert told([replaced, taken])["GM0106"].times == 2


def test_what_was_made_earlier_than_what_is_reviewed_stays_out():
    taken, replaced = placed(receipt(levering=2, sha256="b", inhoud="y", gemaakt="2026-03-01T09:00:00"), receipt())
    assert taken.stand == State.OLDER.value and replaced is None and "later gemaakt" in taken.reden


def test_the_same_content_in_another_file_is_told():
    taken, replaced = placed(receipt(levering=2, sha256="b", gemaakt="2026-05-01T09:00:00"), receipt())
    assert taken.stand == State.SAME.value and replaced is None and "2 april 2026, 10:00" in taken.reden


def test_a_municipality_may_go_back_to_what_it_delivered_first():
    first, second = receipt(stand=State.REPLACED.value), receipt(levering=2, sha256="b", inhoud="y", gemaakt="2026-04-03T09:00:00")
    taken, replaced = placed(receipt(levering=3, sha256="c", gemaakt="2026-04-05T09:00:00"), current_of([first, second], "GM0106"))
    assert taken.is_current and replaced.levering == 2


def test_only_what_was_taken_is_known_again():
    assert received_before([receipt()], "a") is not None
    assert received_before([receipt(stand=State.REFUSED.value)], "a") is None and received_before([receipt()], "b") is None


# -- expectations ---------------------------------------------------------------------------------------------------------


def row(**more):
    return {
        "naam": "Naam",
        "bewerking": "leeg",
        "parameters": "",
        "ernst": "fout",
        "wie": "gemeente",
        "geldig_van": "",
        "geldig_tot": "",
        **more,
    }


def said(receipt, **more):
    (one,), complaints = e.understood([(7, row(**more))])
    assert complaints == []
    return [finding.melding for finding in e.judged([one], receipt, DAY)]


def test_the_rows_that_every_province_begins_with_can_all_be_applied():
    understood, complaints = e.understood(enumerate(e.usual(), start=1))
    assert complaints == [] and len(understood) == len(e.usual()) > 5
    before = {"vergeleken_met": "toen.zip", "plannen_vorig": 10, "bruto_vorig": 95, "verdwenen": 0, "sprongen": 0}
    assert e.judged(understood, receipt(**before), DAY) == []


@pytest.mark.parametrize("asked, changes, words", [
    ({"bewerking": "leeg"}, {"plannen": 0}, "geen enkel plan"),
    ({"bewerking": "geen_vorige"}, {}, "geen eerdere levering"),
    ({"bewerking": "groei", "parameters": "procent=50"}, {"plannen_vorig": 9, "bruto_vorig": 66}, "van 66 woningen naar 100"),
    ({"bewerking": "krimp", "parameters": "procent=10"}, {"plannen_vorig": 9, "bruto_vorig": 112}, "van 112 woningen naar 100"),
    ({"bewerking": "verdwenen", "parameters": "hoogstens=1"}, {"verdwenen": 2, "vergeleken_met": "toen.zip"}, "sinds ‘toen.zip’ zijn 2 plannen weg"),
    ({"bewerking": "een_status", "parameters": "vanaf=5"}, {"statussen": "2B: 9"}, "alle 9 lopende plannen"),
    ({"bewerking": "totaal", "parameters": "gemeente=GM0106; veld=netto; woningen=120; procent=10"}, {}, "netto is 90 woningen en afgesproken is 120"),
])  # fmt: skip
def test_an_operation_tells_what_is_not_as_expected(asked, changes, words):
    (melding,) = said(receipt(**changes), **asked)
    assert melding.startswith("Naam: ") and words in melding


@pytest.mark.parametrize("asked, changes", [
    ({"bewerking": "leeg"}, {}),
    ({"bewerking": "groei", "parameters": "procent=50"}, {"bruto_vorig": 67}),
    ({"bewerking": "groei", "parameters": "procent=50"}, {}),
    ({"bewerking": "krimp", "parameters": "procent=10"}, {"bruto_vorig": 111}),
    ({"bewerking": "verdwenen", "parameters": "hoogstens=2"}, {"verdwenen": 2}),
    ({"bewerking": "verdwenen", "parameters": "hoogstens=0"}, {}),
    ({"bewerking": "een_status", "parameters": "vanaf=10"}, {"statussen": "2B: 9"}),
    ({"bewerking": "totaal", "parameters": "gemeente=GM0106; veld=netto; woningen=100; procent=10"}, {}),
    ({"bewerking": "totaal", "parameters": "gemeente=GM0109; veld=netto; woningen=1; procent=10"}, {}),
])  # fmt: skip
def test_an_operation_is_silent_where_it_is_as_expected_or_not_known(asked, changes):
    assert said(receipt(**changes), **asked) == []


def test_an_expectation_holds_from_and_until_a_day():
    empty = receipt(plannen=0)
    assert said(empty, geldig_van="2026-01-01", geldig_tot="2026-01-01") and not said(empty, geldig_van="2026-01-02")
    assert not said(empty, geldig_tot="2025-12-31")


def test_everything_that_is_wrong_with_any_row_is_told_at_once_and_the_others_hold():
    rows = [
        row(), row(bewerking="raar", ernst="erg", wie="niemand"), row(bewerking="groei", parameters="procent=veel; meer=2; x"),
        row(geldig_van="vandaag"), row(geldig_van="2026-02-01", geldig_tot="2026-01-01"), {"naam": None},
        row(bewerking="totaal", parameters="gemeente=GM1; veld=status; woningen=-1"),
    ]  # fmt: skip
    understood, complaints = e.understood(enumerate(rows, start=1))
    assert [one.row for one in understood] == [1]
    wrong = [complaint.split(":")[0] for complaint in complaints]
    assert {words.removeprefix("Verwachting in ") for words in wrong} >= {
        "rij 2, kolom ‘bewerking’", "rij 2, kolom ‘ernst’", "rij 2, kolom ‘wie’", "rij 3, kolom ‘parameters’", "rij 4, kolom ‘geldig_van’",
        "rij 5, kolom ‘geldig_tot’", "rij 6, kolom ‘bewerking’", "rij 7, kolom ‘parameters’",
    }  # fmt: skip
    assert len([words for words in wrong if "rij 3" in words]) == 3 and len([words for words in wrong if "rij 7" in words]) == 4


# -- figures --------------------------------------------------------------------------------------------------------------


def test_figures_are_of_live_plans_and_a_warning_that_the_plan_explains_is_counted_apart():
    plans = [
        {"plan_id": "1", "planstatus": "1A", "bruto_totaal": 20, "sloop_totaal": 5, "vertrouwelijk": False, "toelichting": "zo is het"},
        {"plan_id": "2", "planstatus": "3", "bruto_totaal": 10, "vertrouwelijk": True},
        {"plan_id": "3", "planstatus": "1A", "bruto_totaal": 99, "gerealiseerd": True, "vertrouwelijk": False},
    ]
    found = [
        Finding("G7", Ernst.WAARSCHUWING, "x", plan_id="1"), Finding("G7", Ernst.WAARSCHUWING, "x", plan_id="2"),
        Finding("A1", Ernst.FOUT, "x", plan_id="1", soort=Soort.INVULLEN), Finding("A2", Ernst.FOUT, "x", plan_id="2"),
        Finding("G6", Ernst.INFO, "x", plan_id="2"),
    ]  # fmt: skip
    told = figures(plans, True, found)
    assert {name: told[name] for name in ("plannen", "afgemeld", "bruto", "sloop", "netto", "bruto_hard", "bruto_zacht", "vertrouwelijk")} == {
        "plannen": 3, "afgemeld": 1, "bruto": 30, "sloop": 5, "netto": 25, "bruto_hard": 20, "bruto_zacht": 10, "vertrouwelijk": 1,
    }  # fmt: skip
    assert told["statussen"] == "1A: 1, 3: 1" and told["optellen"] is True
    assert (told["fouten"], told["in_te_vullen"], told["waarschuwingen"], told["toegelicht"], told["ter_info"]) == (1, 1, 1, 1, 1)
    assert figures(plans[:1], True, [])["optellen"] is None


def test_the_print_of_a_delivery_is_that_of_its_values_and_polygons():
    one = [((1, "a"), b"x"), ((2, None), None)]
    assert print_of(one, False) == print_of(list(one), False) != print_of([((1, "a"), b"y"), ((2, None), None)], False)
    assert print_of(one, False) != print_of([((1, "b"), b"x"), ((2, None), None)], False)
    assert print_of(one, False) != print_of(one, True)


def test_the_page_names_every_municipality_every_file_and_what_is_wrong_with_expectations():
    broken = receipt(
        levering=2, stand=State.REFUSED.value, reden="<b>stuk</b>", sha256="c0ffee", gemeente_naam="", gemeente_code="", plannen=None
    )
    receipts = [receipt(vergeleken_met="toen.zip", plannen_vorig=1, bruto_vorig=2, verdwenen=3, sprongen=4), broken]
    rows = overview("Drenthe", DAY, receipts, {1: [Finding("V1", Ernst.FOUT, "Te veel: x")]})
    page = overview_report("Drenthe", DAY, rows, receipts, ["Rij 3 kan niet"], [("weer.zip", "al ontvangen")])
    assert all(one.name in page for one in members("Drenthe", DAY))
    for words in ("c0ffee", "&lt;b&gt;stuk", "Rij 3 kan niet", "weer.zip", "Te veel: x", "toen.zip", "VERTROUWELIJK", "te verbeteren"):
        assert words in page
