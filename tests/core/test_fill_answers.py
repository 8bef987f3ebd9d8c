# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers of project leaders: what was sent, what came back and what is there now; and how far everybody is."""

import pytest

from lmvw_plugin.core.basisset.codelists import code_list
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.filling.answers import Came, Returned, choose, compare
from lmvw_plugin.core.filling.doubts import doubt, told
from lmvw_plugin.core.filling.leaders import alike, by_leader
from lmvw_plugin.core.filling.oddities import Known, missing, odd_rows
from lmvw_plugin.core.filling.progress import Sent, not_for_council, of_leader, of_plan, report
from lmvw_plugin.core.filling.sheets import ASKED, waiting
from lmvw_plugin.core.importing.match import Existing
from lmvw_plugin.core.importing.stale import outdated
from lmvw_plugin.core.importing.update import read_choice, to_json
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan


def existing(**changes):
    return Existing(7, consistent_plan(plan_id="1", **changes))


def plan(**changes):
    return {"1": consistent_plan(plan_id="1", **changes)}


def back(sent, came, file="a.xlsx", leader="A. de Boer", **more):
    return Returned(Came(file, "k", came), Sent("k", leader, "a.xlsx", "2026-03-01", sent, **more))


@pytest.mark.parametrize(("sent", "came", "now", "new", "accepted"), [
    (20, 20, 20, None, None), (20, 20, 25, None, None),  # the leader changed nothing: a colleague's change stays
    (20, 30, 20, 30, True), (None, 0, None, 0, True),
    (20, 30, 30, None, None),  # the same answer twice
    (20, 30, 25, 30, False), (None, 30, 25, 30, False),  # a colleague changed it too
    (20, None, 20, None, False),  # emptied: asked
])  # fmt: skip
def test_three_ways(sent, came, now, new, accepted):
    update = compare([existing(bruto_totaal=now)], [back(plan(bruto_totaal=sent), plan(bruto_totaal=came))])
    if accepted is None:
        assert (update.changes, update.same) == ([], 1)
        return
    (change,) = update.changes
    assert (change.veld, change.old, change.new, change.accepted, bool(change.reason)) == ("bruto_totaal", now, new, accepted, not accepted)


def chosen_all(update):
    return read_choice(to_json(update).replace('"overnemen": false', '"overnemen": true'), "x")


def test_what_a_person_chose_is_done():
    returned = [back(plan(bruto_totaal=20), plan(bruto_totaal=30))]
    chosen = chosen_all(compare([existing(bruto_totaal=25)], returned))
    (change,) = choose(compare([existing(bruto_totaal=25)], returned), chosen).changes
    assert change.accepted
    (later,) = choose(compare([existing(bruto_totaal=26)], returned), chosen).changes
    assert not later.accepted  # it is not what that person saw
    (other,) = choose(compare([existing(bruto_totaal=25)], [back(plan(bruto_totaal=20), plan(bruto_totaal=31))]), chosen).changes
    assert not other.accepted  # nor is this


def test_a_line_says_what_was_sent_and_who_answered():
    row = compare([existing(bruto_totaal=25)], [back(plan(bruto_totaal=20), plan(bruto_totaal=30))]).changes[0].row()
    assert (row["verstuurd"], row["oud"], row["nieuw"], row["wie"], row["overnemen"]) == ("20", "25", "30", "A. de Boer (a.xlsx)", False)


def test_two_sheets_that_say_the_same_and_two_that_do_not():
    now, sent = [existing(bruto_totaal=20, tijdelijk=3)], plan(bruto_totaal=20, tijdelijk=3)
    one = back(sent, plan(bruto_totaal=30, tijdelijk=3))
    (same,) = compare(now, [one, back(sent, plan(bruto_totaal=30, tijdelijk=3), "b.xlsx", "B. Bos")]).changes
    assert (same.accepted, same.who) == (True, "A. de Boer (a.xlsx), B. Bos (b.xlsx)")
    two = [one, back(sent, plan(bruto_totaal=31, tijdelijk=3), "b.xlsx", "B. Bos")]
    update = compare(now, two)
    assert [(change.new, change.accepted, change.reason) for change in update.changes] == [
        (30, False, "een ander antwoord staat in B. Bos (b.xlsx)"),
        (31, False, "een ander antwoord staat in A. de Boer (a.xlsx)"),
    ]
    words = "voor ‘Bruto totaal’ twee antwoorden gekozen: ‘30’ van A. de Boer \\(a.xlsx\\) en ‘31’ van B. Bos \\(b.xlsx\\)"
    with pytest.raises(LmvwError, match=words):
        choose(compare(now, two), chosen_all(update))
    chosen = chosen_all(update)
    chosen[update.changes[0].key] = False
    assert [change.accepted for change in choose(compare(now, two), chosen).changes] == [False, True]


def test_of_a_list_every_message_has_the_words_of_the_form():
    sent, now = plan(plantype="0", planstatus="3"), [existing(plantype="0", planstatus="3")]
    one = back(sent, plan(plantype="verdichting", planstatus="2A"), answers={"1": {"planstatus": "1A"}})
    other = back(sent, plan(plantype="transformatie_gebouw", planstatus="3"), "b.xlsx", "B. Bos")
    update = compare(now, [one, other])
    status_of = {code: f"{code} {code_list('planstatus')[code].label}" for code in ("1A", "2A")}
    (status,) = (change for change in update.changes if change.veld == "planstatus")
    assert status.reason == f"een eerder blad zei iets anders: {status_of['1A']}"
    said = " ".join(told(update, PEILDATUM))
    assert f"Plantype: ‘{code_list('plantype')['verdichting'].label}’" in said and f"Planologische planstatus: ‘{status_of['2A']}’" in said
    with pytest.raises(LmvwError, match=f"‘{code_list('plantype')['verdichting'].label}’ van A. de Boer"):
        choose(compare(now, [one, other]), chosen_all(update))
    left = Sent("k", "A. de Boer", "a.xlsx", "2026-03-01", sent, "2026-03-09", "b.xlsx", {"1": {"planstatus": "1A"}})
    page = report(MARKERWAARD, PEILDATUM, list(sent.values()), [left])
    assert f">{status_of['1A']}<" in page and ">1A<" not in page


@pytest.mark.parametrize(("now", "came", "new", "reason"), [
    (30, 30, None, None), (20, 20, None, None),  # sent 20, answered 30 before
    (30, 20, 20, "dit blad zegt wat verstuurd is; een eerder blad zei iets anders: 30"),  # another copy, in which this cell is as it was sent
    (25, 20, 20, "dit blad zegt wat verstuurd is; een eerder blad zei iets anders: 30"),
    (30, 31, 31, "een eerder blad zei iets anders: 30"), (20, 31, 31, "een eerder blad zei iets anders: 30"),  # which of the two is the newer is not known
    (20, 30, 30, "al eens ingelezen, en toch staat in het planbestand niet dit antwoord"),  # a colleague put it back
    (25, 30, 30, "na het versturen ook in het planbestand gewijzigd"), (25, 31, 31, "na het versturen ook in het planbestand gewijzigd"),
])  # fmt: skip
def test_of_a_sheet_that_comes_back_a_second_time_nothing_is_certain(now, came, new, reason):
    again = back(plan(bruto_totaal=20), plan(bruto_totaal=came), answers={"1": {"bruto_totaal": 30}})
    found = [(change.new, change.accepted, change.reason) for change in compare([existing(bruto_totaal=now)], [again]).changes]
    assert found == ([] if reason is None else [(new, False, reason)])
    assert again.answers == ({} if came == 20 else {"1": {"bruto_totaal": came}})


def test_what_was_emptied_before_and_is_as_sent_in_another_copy():
    again = back(plan(bruto_totaal=20), plan(bruto_totaal=20), answers={"1": {"bruto_totaal": None}})
    (change,) = compare([existing(bruto_totaal=None)], [again]).changes
    assert (change.accepted, change.reason) == (False, "dit blad zegt wat verstuurd is; een eerder blad zei iets anders: leeg")


def test_a_row_that_bears_the_name_of_another_plan_waits():
    """Sorted or pasted without its planbestand-ID: the answer would go to another plan than the leader saw."""
    one, two = consistent_plan(plan_id="1", plannaam="Kade"), consistent_plan(plan_id="2", plannaam="Bosrand")
    now = [Existing(7, one), Existing(8, two)]
    (change,) = compare(now, [back({"1": one, "2": two}, {"1": one | {"plannaam": "Bosrand", "tijdelijk": 9}, "2": two})]).changes
    assert (change.accepted, change.reason) == (
        False,
        "in deze rij staat de naam van een ander plan: ‘Bosrand’; kijk bij welk plan het antwoord hoort",
    )
    (typed,) = compare(now, [back({"1": one, "2": two}, {"1": one | {"plannaam": "Kades", "tijdelijk": 9}, "2": two})]).changes
    assert typed.accepted  # a name that was bettered is no other plan


def test_a_long_text_of_an_earlier_sheet_is_cut_in_the_reason():
    sent = back(plan(toelichting=None), plan(toelichting=None), answers={"1": {"toelichting": "tekst " * 2000}})
    (change,) = compare([existing(toelichting="tekst " * 2000)], [sent]).changes
    assert change.reason.startswith("dit blad zegt wat verstuurd is; een eerder blad zei iets anders: tekst tekst")
    assert len(change.reason) < 150


def test_two_sheets_that_differ_and_a_colleague_are_all_said():
    sent = plan(tijdelijk=3)
    changes = compare([existing(tijdelijk=5)], [back(sent, plan(tijdelijk=4)), back(sent, plan(tijdelijk=6), "b.xlsx", "B. Bos")]).changes
    assert [change.reason for change in changes] == [
        f"een ander antwoord staat in {who}; na het versturen ook in het planbestand gewijzigd"
        for who in ("B. Bos (b.xlsx)", "A. de Boer (a.xlsx)")
    ]


def test_an_untouched_cell_beside_an_answer_says_nothing():
    before = {"answers": {"1": {"bruto_totaal": 30}}}
    copies = [back(plan(bruto_totaal=20), plan(bruto_totaal=came), f"{came}.xlsx", **before) for came in (30, 20)]
    assert compare([existing(bruto_totaal=30)], copies).changes == []
    (change,) = compare([existing(bruto_totaal=20)], copies).changes
    assert change.new == 30


def test_the_keys_of_a_plan_are_never_changed():
    one = back(plan(), plan(plannaam="Anders", gemeente_naam="Elders"))
    assert compare([existing()], [one]).changes == []
    assert one.answers == {}
    assert "projectleider" not in {field.name for field in ASKED}


def test_every_row_and_key_that_is_no_answer_is_told_by_the_name_in_the_plan_file():
    sent = plan(plannaam="Haven") | {
        number: consistent_plan(plan_id=number, plannaam=name) for number, name in (("2", "Weg"), ("3", "Oever"))
    }
    came = plan(plannaam="Haven bis") | {number: consistent_plan(plan_id=number, plannaam="?") for number in ("2", "4", "5")}
    one = Returned(
        Came("a.xlsx", "k", came, rows={"1": 5, "2": 6, "4": 7, "5": 8}, cells={"1": {"plannaam": "A5"}}),
        Sent("k", "Bos", "a.xlsx", "2026-03-01", sent),
    )
    plans = {"1": Known("Havenkwartier", "Bos"), "3": Known("Oever", "Bos"), "4": Known("Dijk {x}", "A. de Boer")}
    assert list(odd_rows(one, plans)) == [
        "blad Plannen, cel A5: plan ‘Havenkwartier’, Plannaam is gewijzigd in ‘Haven bis’. Dat is niet overgenomen; wijzig het zelf in het planbestand "
        "als het klopt.",
        "blad Plannen, rij 6: plan ‘Weg’ staat niet meer in het planbestand; de rij is niet overgenomen.",
        "blad Plannen, rij 7: plan ‘Dijk {x}’ (A. de Boer) zat niet in dit invulblad; de rij is niet overgenomen. Laat dit plan invullen in het "
        "invulblad waarin het verstuurd is.",
        "blad Plannen, rij 8: plan ‘?’ zat niet in dit invulblad en staat niet in het planbestand; de rij is niet overgenomen.",
    ]
    assert list(missing(one, plans)) == ["blad Plannen: wel verstuurd, niet teruggekomen: ‘Oever’. Daaraan verandert niets."]


def test_what_was_chosen_on_an_earlier_reading_is_said():
    returned = [back(plan(bruto_totaal=20), plan(bruto_totaal=30))]
    chosen = chosen_all(compare([existing(bruto_totaal=25)], returned))
    same, done, other = ([existing(bruto_totaal=now)] for now in (25, 30, 26))
    assert outdated(None, compare(other, returned), other) == []
    assert outdated(chosen, choose(compare(same, returned), chosen), same) == []
    assert outdated(chosen, choose(compare(done, returned), chosen), done) == []  # what was chosen stands there: no complaint
    lost, unseen = outdated(chosen, choose(compare(other, returned), chosen), other)
    assert "Niet uitgevoerd, want er is intussen iets gewijzigd: plan ‘Havenkwartier’, Bruto totaal (‘25’ wordt ‘30’)." in lost
    assert "er is nog niet over gekozen: plan ‘Havenkwartier’, Bruto totaal (‘26’ wordt ‘30’)." in unseen


def test_progress_in_sentences():
    whole, part = consistent_plan(plan_id="1", plannaam="Af"), consistent_plan(plannaam="Half", bruto_totaal=None, tijdelijk=None)
    assert (waiting(whole), waiting(part), waiting(part | {"vervallen": True})) == (0, 2, 0)
    assert waiting(part | {"gerealiseerd": True, "vervallen": None}) == 0  # one of the two answers both (S2)
    assert waiting(whole | {"gerealiseerd": None, "vervallen": None}) == 2
    assert of_plan(part, PEILDATUM) == "Plan ‘Half’: nog 2 velden in te vullen."
    assert of_plan(whole, PEILDATUM) == "Plan ‘Af’ is ingevuld: planstatus 2A, bruto 20 woningen."
    assert of_plan(whole | {"gerealiseerd": True}, PEILDATUM) == "Plan ‘Af’ is gerealiseerd."
    assert of_plan(part | {"vervallen": True}, PEILDATUM) == "Plan ‘Half’ is vervallen."
    sent = Sent("k", "A. de Boer", "a.xlsx", "2026-03-01", {})
    assert of_leader("A. de Boer", [whole, part], [], {}) == "A. de Boer: 1 van 2 openbare plannen ingevuld; nog geen invulblad gemaakt."
    alone = of_leader("A. de Boer", [whole], [sent], {})
    assert alone == "A. de Boer: 1 van 1 openbaar plan ingevuld; invulblad gemaakt op 1 maart 2026, nog niet terug."
    back = Sent("k", "A. de Boer", "a.xlsx", "2026-03-01", {}, "2026-03-09", "b.xlsx", {"1": {"bruto_totaal": 20}})
    now = {"1": whole}
    assert of_leader("A. de Boer", [whole], [back], now).endswith("gemaakt op 1 maart 2026, terug op 9 maart 2026 met 1 antwoord.")
    again = Sent("l", "A. de Boer", "a_2.xlsx", "2026-03-05", {})
    assert of_leader("A. de Boer", [whole], [back, again], now).endswith(
        "; 2 invulbladen gemaakt: ‘a.xlsx’ van 1 maart 2026, terug op 9 maart 2026 met 1 antwoord; ‘a_2.xlsx’ van 5 maart 2026, nog niet terug."
    )
    undone = {"1": whole | {"bruto_totaal": None}}
    assert of_leader("A. de Boer", [whole], [back], undone).endswith("terug op 9 maart 2026 met 1 antwoord (1 niet in het planbestand).")


@pytest.mark.parametrize("status", ["5A", "5B"])
def test_a_plan_that_stays_home_waits_for_nothing(status):
    """Basisset, planstatus: 5A and 5B are not delivered, so that no rule asks them to be filled in either."""
    plan = {"plannaam": "Ooit", "planstatus": status, "gerealiseerd": False, "vervallen": False}
    assert waiting(plan) == 0
    assert of_plan(plan, PEILDATUM) == f"Plan ‘Ooit’ gaat niet mee (planstatus {status})."


def test_confidential_plans_are_no_news_for_the_council():
    """Dataprotocol art. 14: councils hear of them only within one sum, without names, places or the number of plans."""
    secret, public = consistent_plan(plannaam="Haven", planstatus="3", vertrouwelijk=True), consistent_plan(plannaam="Dijk")
    assert of_plan(secret, PEILDATUM) == "Plan ‘Haven’ is ingevuld: planstatus 3, bruto 20 woningen. Vertrouwelijk: niet noemen in de raad."
    told = report(MARKERWAARD, PEILDATUM, [public, secret], [])
    assert "Neem vertrouwelijke plannen niet over in een rapport aan de raad" in told
    assert "Plan ‘Haven’ is ingevuld: planstatus 3, bruto 20 woningen. Vertrouwelijk: niet noemen in de raad." in told
    assert "voorjaarslevering, extractie 1 april 2026" in told
    assert "ertrouwelijk" not in report(MARKERWAARD, PEILDATUM, [public], [])


def test_the_council_gets_one_sum_of_the_confidential_plans_and_none_when_it_would_tell_of_one_plan():
    """Dataprotocol art. 14: only as part of the sum, from which no plan may be derived."""
    soft = {"planstatus": "3", "vertrouwelijk": True}
    haven, dijk = consistent_plan(plannaam="Haven", **soft), consistent_plan(plannaam="Dijk", bruto_totaal=11, **soft)
    others = [consistent_plan(plannaam="Kade"), consistent_plan(plannaam="Oud", vervallen=True, vertrouwelijk=True),
              consistent_plan(plannaam="Idee", **soft | {"planstatus": "5A"})]  # fmt: skip
    one = "De vertrouwelijke plannen van Markerwaard hebben samen"
    told = report(MARKERWAARD, PEILDATUM, [haven, dijk, *others], [])
    assert f"Dit mag wel: ‘{one} bruto 31 woningen en sloop 8 woningen.’" in told
    told = report(MARKERWAARD, PEILDATUM, [haven, *others], [])
    assert one not in told
    assert "Ook de optelling mag niet: zij gaat over één plan." in told
    open_ = report(MARKERWAARD, PEILDATUM, [haven, dijk | {"bruto_totaal": None}, *others], [])
    assert one not in open_
    assert "De optelling kan nog niet: bij vertrouwelijke plannen zijn bruto of sloop nog leeg." in open_


def test_plans_by_leader_in_the_order_of_their_names_and_nobody_last():
    plans = [{"projectleider": who} for who in ("Bos", None, "aardse ", " aardse", "")]
    assert {leader: len(found) for leader, found in by_leader(plans).items()} == {"aardse": 2, "Bos": 1, "": 2}
    assert list(by_leader(plans)) == ["aardse", "Bos", ""]


def test_names_that_may_be_of_one_person_are_offered():
    (said,) = alike(["A. de Boer", "a de boer", "B. Bos", "Á. de Boer", ""])
    assert said.startswith("Misschien dezelfde persoon: ‘A. de Boer’, ‘a de boer’, ‘Á. de Boer’. Schrijf de naam")
    assert alike(["A. de Boer", "B. Bos", "", "-", "?"]) == []
    assert "Misschien dezelfde persoon: ‘a de boer’, ‘A. de Boer’." in report(
        MARKERWAARD, PEILDATUM, [{"projectleider": who} for who in ("A. de Boer", "a de boer")], []
    )


def judged(now, **answers):
    """What is decided of each answer, and what contradicts after it."""
    update = compare([existing(**now)], [back(plan(**now), plan(**now | answers))])
    doubt(update, [existing(**now)], PEILDATUM)
    return {change.veld: (change.accepted, change.doubt) for change in update.changes}


def test_answers_that_make_a_plan_contradict_itself_are_a_persons():
    assert judged({}, tijdelijk=4) == {"tijdelijk": (True, "")}
    assert judged({}, eengezins=7, meergezins=11) == {"eengezins": (True, ""), "meergezins": (True, "")}
    too_much = judged({}, eengezins=999, meergezins=999, tijdelijk=4)
    assert {veld: accepted for veld, (accepted, _) in too_much.items()} == {"eengezins": False, "meergezins": False, "tijdelijk": True}
    assert "1980 te veel verdeeld" in too_much["eengezins"][1]
    assert judged({"tijdelijk": 999}, tijdelijk=4) == {"tijdelijk": (True, "")}  # it mends
    assert judged({"bruto_totaal": 999}, tijdelijk=4) == {"tijdelijk": (True, "")}  # what was wrong before is not of this answer
    ((accepted, said),) = judged({"nultreden": None, "nultreden_geclusterd": None, "zorggeschikt": None}, nultreden=999).values()
    assert (accepted, "zijn samen 1001, meer dan de 20" in said) == (False, True)  # also in a plan that is not filled in yet


def test_an_answer_that_waits_already_says_what_it_would_do_as_well():
    update = compare([existing(tijdelijk=5)], [back(plan(tijdelijk=3), plan(tijdelijk=999))])
    doubt(update, [existing(tijdelijk=5)], PEILDATUM)
    (change,) = update.changes
    assert change.reason.startswith(
        "na het versturen ook in het planbestand gewijzigd; het plan klopt daarna niet: ‘Tijdelijke woningen’ is 999"
    )


def test_the_sentence_for_the_council_counts_public_plans_only():
    """Dataprotocol art. 14: not how many confidential plans there are, nor from what that follows."""
    public, unsaid = consistent_plan(plan_id="1"), consistent_plan(plan_id="2", vertrouwelijk=None)
    secret = consistent_plan(plan_id="3", plannaam="Geheim", vertrouwelijk=True, planstatus="3")
    home = consistent_plan(plan_id="4", planstatus="5A")
    assert of_leader("Ada", [public, unsaid, secret, home], [], {}) == of_leader("Ada", [public], [], {})
    assert of_leader("Ada", [public, home], [], {}).startswith("Ada: 1 van 1 openbaar plan ingevuld;")
    assert not_for_council([public]) == ""
    aside = not_for_council([public, unsaid, secret, home])
    assert aside == "Niet noemen in de raad: 1 van 2 andere plannen ingevuld, 1 plan met planstatus 5A of 5B."
    assert aside in report(MARKERWAARD, PEILDATUM, [public, unsaid, secret, home], [])
