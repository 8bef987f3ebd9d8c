# SPDX-License-Identifier: GPL-2.0-or-later
"""The question table without its window: the questions are those of the check, zeros are certain, and nothing that is filled in is touched."""

import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmvw_plugin.core.asking import answers as said
from lmvw_plugin.core.asking.answers import How, answers, paste, read_answer, with_status
from lmvw_plugin.core.asking.explaining import choices, examples, explain, shown
from lmvw_plugin.core.asking.questions import Plans, asked, open_fields
from lmvw_plugin.core.asking.zeros import certain_zeros
from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.codelists import code_list
from lmvw_plugin.core.basisset.values import text_or_none
from lmvw_plugin.core.keys import key as plain
from lmvw_plugin.core.rules.findings import Soort
from lmvw_plugin.core.rules.plans import check_plan
from lmvw_plugin.core.rules.tasks import tasks_of
from tests.conftest import PEILDATUM, consistent_plan


def plan(number, **changes):
    return consistent_plan(plan_id=f"id{number}", plannaam=f"De Hofjes {number}", **changes)


def plans_of(*given):
    plans = Plans(PEILDATUM)
    for key, one in enumerate(given):
        plans.put(key, one)
    return plans


def lacking(number, *names, **changes):
    return plan(number, **dict.fromkeys(names), **changes)


# -- questions ----------------------------------------------------------------------------------------------------------


def test_the_question_of_the_issue():
    plans = plans_of(*(lacking(number, "vertrouwelijk") for number in range(128)), plan(128))
    (question,) = plans.questions()
    assert question.title(PEILDATUM) == "Vertrouwelijk? 128 plannen"
    assert plans.complete == 1


EMPTY = st.fixed_dictionaries({}, optional={
    field.name: st.none() for field in b.COLUMNS if field.name not in ("plan_id", "plannaam")
} | {"gerealiseerd": st.sampled_from([True, False, None]), "planstatus": st.sampled_from(["1A", "5A", None])})  # fmt: skip


@given(st.lists(EMPTY, max_size=5))
def test_the_same_fields_and_numbers_as_the_tasks_of_the_check(changes):
    given = [plan(number, **one) for number, one in enumerate(changes)]
    tasks = [task for task in tasks_of((found for one in given for found in check_plan(one, PEILDATUM)), len(given)) if task.is_unanswered]
    asked = {question.veld: [str(given[key]["plan_id"]) for key in question.plans] for question in plans_of(*given).questions()}
    assert asked == {task.veld: list(task.plans) for task in tasks}


def test_what_may_spare_other_questions_comes_first():
    plans = plans_of(lacking(1, *(field.name for field in b.COLUMNS if field.name not in ("plan_id", "plannaam"))))
    order = [question.veld for question in plans.questions()]
    assert order[:3] == ["gerealiseerd", "vervallen", "planstatus"]
    assert order.index("bruto_totaal") < order.index("bruto_jaar01") < order.index("meergezins")


def test_an_answer_may_spare_or_bring_questions():
    plans = plans_of(lacking(1, "planstatus", "meergezins"))
    plans.put(0, lacking(1, "meergezins", planstatus="5A"))
    assert plans.questions() == []
    plans.put(0, lacking(1, "zorg_55plus"))
    assert [question.veld for question in plans.questions()] == ["zorg_55plus"]
    plans.drop(0)
    assert (len(plans), plans.questions()) == (0, [])


def calls_of(work):
    """How many functions Python enters, and how many it calls of others."""
    calls = []
    sys.setprofile(lambda frame, event, _: calls.append(frame.f_code.co_name) if event in ("call", "c_call") else None)
    try:
        work()
    finally:
        sys.setprofile(None)
    return len(calls)


def test_what_is_open_is_known_without_going_through_the_plans():
    """A panel asks it after every edit, and at every question: the window waits for it."""
    few, many = (plans_of(*(lacking(number, "vertrouwelijk", "plantype") for number in range(plans))) for plans in (3, 60))
    assert calls_of(few.questions) == calls_of(many.questions)
    assert [type(question.plans) for question in many.questions()] == [type({}.keys())] * len(many.questions())  # seen, not copied
    assert calls_of(lambda: few.lacking("plantype")) == calls_of(lambda: many.lacking("plantype"))


@given(st.lists(st.tuples(st.integers(0, 3), st.one_of(st.none(), EMPTY)), max_size=8))
def test_after_answers_the_questions_are_those_of_the_plans_as_they_are(changes):
    plans, now = Plans(PEILDATUM), {}
    for key, change in changes:
        if change is None:
            plans.drop(key)
            now.pop(key, None)
        else:
            now[key] = plan(key, **change)
            plans.put(key, now[key])
    questions = {question.veld: set(question.plans) for question in plans.questions()}
    anew = plans_of(*now.values())
    assert questions == {question.veld: {list(now)[key] for key in question.plans} for question in anew.questions()}
    assert plans.by_name(set(now)) == sorted(now, key=lambda key: (str(now[key].get("plannaam") or "").casefold(), key))
    assert plans.statuses(now) == Counter(text_or_none(one.get("planstatus")) for one in now.values())
    assert all(plans.lacking(veld) and {key for key in plans.open if plans.is_open(key, veld)} == keys for veld, keys in questions.items())


def test_what_was_just_given_is_asked_no_more_and_judging_the_plan_changes_nothing_of_that():
    plans = plans_of(lacking(0, "vertrouwelijk", "planstatus"), lacking(1, "vertrouwelijk"))
    for veld, value in (("vertrouwelijk", False), ("planstatus", "2A")):
        plans.change(0, veld, value)
        plans.judge_question(veld, [0])
    seen = plans.open[0], plans[0]["vertrouwelijk"], [(question.veld, list(question.plans)) for question in plans.questions()]
    assert seen == ((), False, [("vertrouwelijk", [1])])
    assert plans.statuses([0]) == {"2A": 1}
    plans.put(0, dict(plans[0]))
    assert seen == (plans.open[0], plans[0]["vertrouwelijk"], [(question.veld, list(question.plans)) for question in plans.questions()])


ANY = st.fixed_dictionaries({}, optional={
    field.name: st.sampled_from([None, "", 0, 3, True, False, "ja"]) for field in b.COLUMNS if field.name not in ("plan_id", "plannaam")
} | {"planstatus": st.sampled_from(["1A", "2A", "5A", "", None])})  # fmt: skip


@given(ANY)
def test_what_is_asked_of_a_plan_is_what_the_check_finds_unanswered(changes):
    """Without the check, which finds much more and takes ten times as long."""
    one = plan(1, **changes)
    assert asked(one) == open_fields(check_plan(one, PEILDATUM))


@given(ANY, ANY, st.sampled_from([field.name for field in b.COLUMNS]))
def test_a_plan_that_changed_field_by_field_is_as_if_it_was_read_anew(before, after, veld):
    plans, now = plans_of(plan(0, **before), plan(1)), plan(0, **after)
    for name, value in now.items():
        plans.change(0, name, value)
    plans.judge_question(veld, [0, 7])
    anew = plans_of(now, plan(1))
    assert plans.is_open(0, veld) == anew.is_open(0, veld) == (0 in plans.lacking(veld))
    plans.judge(0)
    for one in (plans, anew):
        one.judge(7)
    assert (plans[0], plans.open, plans.zeros, plans.proposals) == (anew[0], anew.open, anew.zeros, anew.proposals)
    assert (plans.by_name([0, 1]), plans.statuses([0, 1])) == (anew.by_name([0, 1]), anew.statuses([0, 1]))


def test_asked_and_not_known_counts_apart_and_stays_open():
    plans = plans_of(lacking(1, "plantype"), lacking(2, "plantype"))
    (question,) = plans.questions({("id1", "plantype"), ("id2", "planstatus")})
    assert (len(question.plans), question.unknown) == (2, 1)


# -- certain zeros ------------------------------------------------------------------------------------------------------


def zeros(one):
    return certain_zeros(one, open_fields(check_plan(one, PEILDATUM)), PEILDATUM)


def test_nothing_has_no_parts():
    counts = [field.name for field in b.COUNTS if field.name not in ("bruto_totaal", "sloop_totaal")]
    found = zeros(lacking(1, *counts, bruto_totaal=0))
    assert set(found) == {name for name in counts if not name.startswith("sloop_")}
    assert found["bruto_jaar03"] == "‘Bruto totaal’ is 0"
    assert found["zorggeschikt"] == "‘Nultredenwoningen, waarvan geclusterd’ is 0"


def test_an_of_which_of_nothing_is_nothing():
    found = zeros(lacking(1, "huur_midden_markt_10jaar", huur_midden_markt=0))
    assert found == {"huur_midden_markt_10jaar": "‘Middenhuur door marktpartijen’ is 0"}


def test_what_is_left_of_a_full_total_is_nothing():
    found = zeros(lacking(1, "eengezins", "woningtype_onbekend", meergezins=20))
    assert set(found) == {"eengezins", "woningtype_onbekend"}
    assert found["eengezins"] == "de andere delen zijn samen al 20, evenveel als ‘Bruto totaal’"


@pytest.mark.parametrize("changes", [
    {"bruto_totaal": None}, {"meergezins": 19}, {"meergezins": 21}, {"meergezins": -1}, {"bruto_totaal": "20", "meergezins": 20},
])  # fmt: skip
def test_nothing_is_certain_while_something_is_unknown_or_wrong(changes):
    assert not {"eengezins", "woningtype_onbekend"} & set(zeros(lacking(1, "eengezins", "woningtype_onbekend", **changes)))


@given(st.sets(st.sampled_from([field.name for field in b.COUNTS])), st.integers(0, 3), st.integers(0, 3))
def test_a_certain_zero_never_makes_a_mistake_nor_touches_an_answer(names, bruto, nultreden):
    whole = plan(1, bruto_totaal=bruto, nultreden=nultreden, meergezins=bruto, eengezins=0, woningtype_onbekend=0) | dict.fromkeys(names)
    found = zeros(whole)
    assert all(whole[name] is None for name in found)
    before = {(one.regel, one.veld) for one in check_plan(whole, PEILDATUM) if one.soort is Soort.FOUT}
    after = {(one.regel, one.veld) for one in check_plan(whole | dict.fromkeys(found, 0), PEILDATUM) if one.soort is Soort.FOUT}
    assert {one for one in after - before if one[0] in ("A2", "A4", "A5")} == set()


# -- answers ------------------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["ja", "nee", "0", "12", "1.500", "?", "nog niet bekend", "2A", "2A Vastgesteld", "Verdichting", "twaalf", "-3", "", "x\ty"]
)


@given(
    st.lists(EMPTY, min_size=1, max_size=4), st.sampled_from([field.name for field in b.COLUMNS]),
    st.lists(WORDS, max_size=6), st.integers(0, 4), st.booleans(),
)  # fmt: skip
def test_nothing_that_was_filled_in_is_overwritten(changes, veld, lines, start, all_of_them):
    given = [plan(number, **one) for number, one in enumerate(changes)]
    plans = plans_of(*given)
    found = (
        answers(plans, veld, 0, range(len(given)))
        if all_of_them
        else paste(plans, veld, "\n".join(lines), range(len(given)), start).answers
    )
    assert all(given[one.key][one.veld] is None and plans.is_open(one.key, one.veld) for one in found)
    assert len({(one.key, one.veld) for one in found}) == len(found)


def test_of_a_row_without_an_answer_in_a_column_it_is_told_that_nothing_is_filled_in():
    plans = plans_of(*(lacking(number, "meergezins") for number in range(3)))
    pasted = paste(plans, "meergezins", "3\r\n\r\n5\r\n\r\n \r\n", range(3))
    assert [(one.key, one.value) for one in pasted.answers] == [(0, 3), (2, 5)]
    assert pasted.said == ["Rij 2, plan ‘De Hofjes 1’: deze rij is leeg, er is niets ingevuld."]
    pasted = paste(plans, "meergezins", "De Hofjes 0\t\n\t\nDe Hofjes 2\t5", range(3))
    assert pasted.said == ["Rij 1, plan ‘De Hofjes 0’: deze rij is leeg, er is niets ingevuld."]
    assert paste(plans, "meergezins", "\n\n", range(3)).said == []


def test_for_those_with_a_status():
    plans = plans_of(lacking(1, "vertrouwelijk", planstatus="1A"), lacking(2, "vertrouwelijk"), lacking(3, "vertrouwelijk", "planstatus"))
    (question,) = [one for one in plans.questions() if one.veld == "vertrouwelijk"]
    assert with_status(plans, question.plans, "1A") == [0]
    assert with_status(plans, question.plans, None) == [2]
    (one,) = answers(plans, "vertrouwelijk", False, with_status(plans, question.plans, "1A"))
    assert (one.key, one.value, one.how) == (0, False, How.ANSWER)


@pytest.mark.parametrize(("veld", "text", "value"), [
    ("vertrouwelijk", " Nee ", False), ("vertrouwelijk", "j", True), ("meergezins", "1.500", 1500), ("meergezins", "12", 12),
    ("planstatus", "2a", "2A"), ("planstatus", "Vastgesteld", "2A"), ("planstatus", "2A Vastgesteld", "2A"),
    ("plantype", "verdichting", "verdichting"), ("plantype", "", None), ("meergezins", "twaalf", None), ("gerealiseerd", "soms", None),
])  # fmt: skip
def test_an_answer_as_somebody_types_it(veld, text, value):
    assert read_answer(veld, text).value == value
    assert bool(read_answer(veld, text).problem) == (value is None and text != "")


@pytest.mark.parametrize("field", [field for field in b.COLUMNS if field.need is not b.Need.OPTIONAL], ids=lambda field: field.name)
def test_beside_every_question_stands_what_is_needed_to_answer(field):
    told = explain(field.name)
    assert all((told.definition, told.why, told.source, told.why_source))
    first, second = examples(field)
    assert first != second
    assert all(read_answer(field.name, one).problem is None for one in (first, second))
    for value, words in choices(field.name):
        assert read_answer(field.name, words).value == value
        assert read_answer(field.name, shown(field.name, value)).value == value


def test_no_two_codes_share_a_word():
    for veld in ("plantype", "planstatus"):
        words = [frozenset(map(plain, said._words(one))) - {""} for one in code_list(veld).values()]
        assert sum(map(len, words)) == len(frozenset().union(*words))


# -- a column from Excel ------------------------------------------------------------------------------------------------


def test_one_column_goes_down_from_the_row():
    plans = plans_of(*(lacking(number, "meergezins") for number in range(3)))
    found = paste(plans, "meergezins", "12\r\n\r\ntwaalf\r\n5", [0, 1, 2])
    assert [(one.key, one.value) for one in found.answers] == [(0, 12)]
    assert found.said == [
        "Rij 2, plan ‘De Hofjes 1’: deze rij is leeg, er is niets ingevuld.",
        "Rij 3, plan ‘De Hofjes 2’: ‘twaalf’ is geen getal maar tekst; schrijf het in cijfers.",
        "Rij 4: onder de laatste rij van de tabel staat geen plan meer.",
    ]


def test_of_two_columns_the_first_names_the_plan():
    plans = plans_of(lacking(1, "meergezins", plannummer="H-7"), lacking(2, "meergezins"), plan(3))
    found = paste(plans, "meergezins", "de hofjes 2\t1.200\nH-7\t?\nDe Hofjes 3\t4\nElders\t5\n", [0, 1, 2])
    assert [(one.key, one.value, one.how) for one in found.answers] == [(1, 1200, How.ANSWER), (0, None, How.UNKNOWN)]
    assert found.said == [
        "Rij 3, plan ‘De Hofjes 3’: dit was al ingevuld en blijft zo.",
        "Rij 4: plan ‘Elders’ staat niet in deze tabel.",
    ]


def test_two_plans_of_one_name_wait_for_a_person():
    plans = plans_of(lacking(1, "meergezins"), lacking(1, "meergezins"))
    assert paste(plans, "meergezins", "De Hofjes 1\t3", [0, 1]).said == ["Rij 1: er zijn meer plannen ‘De Hofjes 1’."]


def test_words_that_say_that_it_is_not_known():
    assert all(map(said.is_not_known, ("?", " ? ", "Nog niet bekend", "nog niet bekend.")))
    assert not any(map(said.is_not_known, ("", "onbekend", "nee")))
