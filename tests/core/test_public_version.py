# SPDX-License-Identifier: GPL-2.0-or-later
"""What everybody may see of some plans, and what of them must change nothing in it."""

import random
from dataclasses import fields as fields_of

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.confidential import inference
from lmvw_plugin.core.confidential.dividing import Standing, confidential, make_public, standing, total
from lmvw_plugin.core.confidential.elsewhere import Total, targets_of, totals_in
from lmvw_plugin.core.confidential.public import FIELDS, PublicPlan, PublicVersion
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.rules.targets import Targets
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan

HOSTILE = ["Geheim & <Haven>", "=CMD()", "Ünïcode 'Zuid'", "a" * 300, "‮omgekeerd", "Nieuw-Oost; DROP TABLE", " rand ", "日本", ""]
ODD = [None, "", "nee", "Nee", 0, 0.0, "0", "onbekend", "false", b"", [], "n.v.t."]


def secret(**changes):
    return consistent_plan(**{"vertrouwelijk": True, "planstatus": "3", "plannaam": "Geheime haven", **changes})


def public(plans, strijdig=()):
    return make_public(plans, lambda index: b"%d" % index, MARKERWAARD, PEILDATUM, strijdig)


def names(version):
    at = [field.name for field in FIELDS].index("plannaam")
    return [plan.values[at] for plan in version.plans]


def sums(version):
    return dict(zip((field.name for field in b.COUNTS), version.total, strict=True))


@pytest.mark.parametrize("answer", ODD, ids=repr)
def test_what_is_not_surely_public_is_confidential(answer):
    plan = consistent_plan(vertrouwelijk=answer)
    assert standing(plan) is Standing.CONFIDENTIAL
    version = public([plan])
    assert version.plans == () and sums(version)["bruto_totaal"] == 20


@pytest.mark.parametrize("status", ["5A", "5B", "5a", " 5 B ", "5A/5B", "5A - ambtelijk", "５Ａ"])
@pytest.mark.parametrize("answer", [True, False, None])
def test_the_own_administration_is_in_nothing(status, answer):
    version = public([consistent_plan(planstatus=status, vertrouwelijk=answer)])
    assert version.plans == () and not any(version.total)


@pytest.mark.parametrize("status", [None, "", "1A", "3", "4B", "zacht"])
def test_any_other_status_is_no_reason_to_hide(status):
    assert standing(consistent_plan(planstatus=status)) is Standing.PUBLIC


def test_what_the_province_labelled_strijdig_is_confidential():
    plans = [consistent_plan(plannaam="Oost"), consistent_plan(plannaam="West")]
    version = public(plans, strijdig={1})
    assert names(version) == ["Oost"] and sums(version)["bruto_totaal"] == 20
    assert [plan["plannaam"] for plan in confidential(plans, {1})] == ["West"]


def test_a_hardened_plan_that_is_still_flagged_stays_confidential():
    assert public([secret(planstatus="1A")]).plans == ()


def test_of_a_finished_plan_go_no_counts_and_a_confidential_one_adds_none():
    version = public([consistent_plan(gerealiseerd=True), secret(vervallen=True), secret(gerealiseerd=True)])
    (plan,) = version.plans
    told = {field.name: value for field, value in zip(FIELDS, plan.values, strict=True) if value is not None}
    assert told == {
        "plannaam": "Havenkwartier",
        "gemeente_code": "GM9999",
        "gemeente_naam": "Markerwaard",
        "gerealiseerd": True,
        "vervallen": False,
    }
    assert not any(version.total)


def test_a_public_plan_has_no_number_no_explanation_and_no_place_in_the_file():
    shown = {field.name for field in FIELDS}
    assert not shown & {"plan_id", "plannummer", "toelichting", "vertrouwelijk", "projectleider"}
    assert shown >= {field.name for field in b.COUNTS} | {"plannaam", "planstatus", "plantype"}
    plans = [consistent_plan(plannaam=name, plannummer=str(at), toelichting="naast Geheime haven") for at, name in enumerate("CAB")]
    assert names(public(plans)) == ["A", "B", "C"]


def test_values_that_are_none_of_their_field_are_left_empty():
    (plan,) = public(
        [consistent_plan(bruto_totaal=-4, sloop_totaal="veel", planstatus="Geheime haven", plantype=7, zorg_55plus="ja")]
    ).plans
    told = dict(zip((field.name for field in FIELDS), plan.values, strict=True))
    assert {told[name] for name in ("bruto_totaal", "sloop_totaal", "planstatus", "plantype", "zorg_55plus")} == {None}


def test_the_polygon_of_a_confidential_plan_is_never_asked_for():
    asked = []
    make_public([secret(), consistent_plan(), secret(vertrouwelijk=None)], lambda index: asked.append(index), MARKERWAARD, PEILDATUM)
    assert asked == [1]


def test_the_sum_is_always_there_and_every_count_is_a_number():
    nothing, unanswered = public([consistent_plan()]), public([consistent_plan(), secret(**{field.name: None for field in b.COUNTS})])
    assert nothing == unanswered
    assert len(nothing.total) == len(b.COUNTS) and set(nothing.total) == {0}


def test_the_types_hold_nothing_else():
    assert [field.name for field in fields_of(PublicPlan)] == ["values", "wkb"]
    assert [field.name for field in fields_of(PublicVersion)] == ["gemeente", "peildatum", "plans", "total"]
    assert not hasattr(public([secret()]), "__dict__")


_COUNTS = st.fixed_dictionaries({field.name: st.integers(0, 500) for field in b.COUNTS})


@settings(max_examples=200)
@given(
    counts=st.lists(_COUNTS, min_size=1, max_size=4), chance=st.randoms(use_true_random=False), name=st.sampled_from(HOSTILE) | st.text()
)
def test_other_confidential_plans_with_the_same_sums_change_nothing(counts, chance, name):
    """Renamed, permuted, moved, split, joined, with other statuses and reasons to be confidential: the public version is equal."""
    shown = [consistent_plan(plannaam=f"Plan {at}", plannummer=str(at)) for at in range(3)]
    before = public([*shown, *(secret(plannaam=f"Geheim {at}", **one) for at, one in enumerate(counts))])
    others = []
    for one in counts:
        left = {field: chance.randint(0, count) for field, count in one.items()}
        parts = [left, {field: one[field] - left[field] for field in one}] if chance.random() < 0.5 else [one]
        for part in parts:
            flag = chance.choice([True, None, "onbekend"])
            others.append(
                secret(plannaam=name, vertrouwelijk=flag, planstatus=chance.choice(["3", "4A", "1A", None]), toelichting=name, **part)
            )
    others += [
        secret(plannaam=name, vervallen=True),
        secret(plannaam=name, planstatus="5A"),
        consistent_plan(plannaam=name, planstatus="5B"),
    ]
    mixed = [*shown, *others]
    chance.shuffle(mixed)
    after = make_public(mixed, lambda index: b"%d" % shown.index(mixed[index]), MARKERWAARD, PEILDATUM)
    assert after == before


def test_a_planted_difference_is_seen():
    """The property above can fail: a sum that is another gives another version."""
    assert public([secret()]) != public([secret(bruto_totaal=21)])


# -- what could be inferred -------------------------------------------------------------------------------------------


def reasons(*plans, previous=None, elsewhere="", **more):
    return " ".join(inference.reasons(plans, inference.Known(previous, totals_in(elsewhere)), **more))


MANY = [secret(plannaam=f"Geheime haven {word}") for word in ("een", "twee", "drie", "vier")]


def test_nothing_to_infer_is_no_reason():
    assert reasons() == reasons(consistent_plan()) == reasons(*MANY, consistent_plan()) == ""
    assert reasons(secret(vervallen=True), secret(planstatus="5A")) == ""


@pytest.mark.parametrize("count", [1, 2])
def test_a_sum_of_too_few_plans(count):
    assert f"De optelling bestaat uit {count} vertrouwelijk" in reasons(*MANY[:count])
    assert "De optelling bestaat uit" not in reasons(*MANY[:3])
    assert "De optelling bestaat uit 4" in reasons(*MANY, thresholds=inference.Thresholds(fewest=5))


def test_of_too_few_plans_it_is_said_once():
    assert len(inference.reasons([secret()])) == 1


def test_plans_without_dwellings_do_not_make_a_sum_safer():
    empty = secret(**{field.name: 0 for field in b.COUNTS})
    assert "De optelling bestaat uit 1 vertrouwelijk plan" in reasons(MANY[0], empty, empty)


def test_one_plan_that_is_most_of_the_sum():
    said = reasons(*MANY[:3], secret(plannaam="Grote geheimzinnigheid", bruto_totaal=1000))
    assert "‘Grote geheimzinnigheid’ is 1.000 van de 1.060 woningen" in said and "75%" in said
    assert reasons(*MANY[:3], secret(bruto_totaal=60)) == ""


def test_a_difference_with_the_last_version_that_is_one_plan():
    last = sums(public(MANY[:3]))
    assert "precies plan ‘Geheime haven een’" in reasons(*MANY, previous=last)
    assert reasons(*MANY[:3], secret(bruto_totaal=25), previous=last | {"sloop_totaal": 11}) != ""
    assert reasons(*MANY, previous=sums(public(MANY))) == ""
    assert reasons(*MANY, previous={"bruto_totaal": 3, "sloop_totaal": 1}) == ""


@pytest.mark.parametrize(
    "changes", [{"vervallen": True}, {"gerealiseerd": True}, {"planstatus": "5A"}, {"planstatus": "5B", "vertrouwelijk": False}]
)
def test_a_plan_that_left_the_sum_is_the_difference(changes):
    secretive = secret(plannaam="Geheime kade", bruto_totaal=37)
    last = sums(public([*MANY, secretive]))
    gone = {**secretive, **changes}
    assert "is 37 woningen bij ‘Bruto totaal’: precies plan ‘Geheime kade’" in reasons(*MANY, gone, previous=last)
    assert reasons(*MANY, gone, previous=sums(public(MANY))) == ""
    assert reasons(*MANY, gone, secret(bruto_totaal=20), secret(bruto_totaal=17), previous=sums(public(MANY))) == "", "it did not come"


@pytest.mark.parametrize("name", ["Naast Geheime Haven", "geheime-haven fase 2", "Havenkom (GEHEIME HAVEN)", "Geheime haven"])
def test_a_public_name_that_tells_a_confidential_one(name):
    plans = [secret(), secret(plannaam="Ander"), secret(plannaam="Derde"), consistent_plan(plannaam=name)]
    assert f"openbare plan ‘{name}’ noemt het vertrouwelijke plan ‘Geheime haven’" in reasons(*plans)


@pytest.mark.parametrize("name", ["Haven", "Geheime havens", "Zo geheim"])
def test_a_public_name_that_only_looks_like_it(name):
    assert reasons(*MANY[:2], secret(), consistent_plan(plannaam=name)) == ""


def test_totals_are_typed_one_on_a_line():
    typed = "Raadsbrief maart 2026: 1.250\n\n Woondeal: netto 900 woningen\nKrant: van vrijdag:30\nBrief: SLOOP 4\nVisie: 12 woningen netto"
    assert totals_in(typed) == (
        Total("Raadsbrief maart 2026", "bruto", 1250), Total("Woondeal", "netto", 900), Total("Krant: van vrijdag", "bruto", 30),
        Total("Brief", "sloop", 4), Total("Visie", "netto", 12),
    )  # fmt: skip
    assert totals_in("") == totals_in(" \n") == ()


@pytest.mark.parametrize(
    "line", ["Raadsbrief", "1250", ": 1250", "Raadsbrief 1250", "Raad: veel", "Raad: -4", "Raad: 1,5", "Raad: 12.50", "Raad: betaalbaar 3"]
)
def test_a_line_that_is_no_total_is_told(line):
    with pytest.raises(LmvwError, match="schrijf waar het staat"):
        totals_in(f"Goed: 3\n{line}")


SHOWN = [
    consistent_plan(plannaam="Zuid", bruto_totaal=100, sloop_totaal=0),
    consistent_plan(plannaam="Noord", bruto_totaal=50, sloop_totaal=10),
]
KADE = secret(plannaam="Geheime kade", bruto_totaal=37, sloop_totaal=1)
# MANY: 80 bruto and 16 sloop; with KADE 117 and 17. What is public: 150 bruto and 10 sloop.
ELSEWHERE = {
    "all plans": ("Raad: 267", "‘Raad’ noemt 267 woningen bruto. Zonder de openbare plannen is dat precies de optelling: 117."),
    "all plans, netto": (
        "Raad: netto 240",
        "‘Raad’ noemt 240 woningen netto. Zonder de openbare plannen is dat precies de optelling: 100.",
    ),
    "all plans, sloop": ("Raad: sloop 27", "noemt 27 woningen sloop. Zonder de openbare plannen is dat precies de optelling: 17."),
    "the public ones and one": ("Krant: 187", "Zonder de openbare plannen is dat 37: precies vertrouwelijk plan ‘Geheime kade’."),
    "all but one": ("Deal: 230", "Dat is 37 minder dan openbare plannen en optelling samen: precies vertrouwelijk plan ‘Geheime kade’."),
    "also one of the own administration": (
        "Visie: 290",
        "Dat is 23 meer dan openbare plannen en optelling samen: precies plan ‘Alleen thuis’.",
    ),
    "also one that is realised": ("Visie: 278", "Dat is 11 meer dan openbare plannen en optelling samen: precies plan ‘Al klaar’."),
    "only the public ones": ("Website: 150", ""),
    "something else": ("Krant: 1000", ""),
    "less than is public": ("Krant: 60", ""),
    "a second that tells": ("Krant: 1000\nDeal: 187", "‘Deal’ noemt 187"),
}


@pytest.mark.parametrize("case", ELSEWHERE)
def test_a_total_elsewhere_from_which_something_follows(case):
    typed, said = ELSEWHERE[case]
    home = consistent_plan(plannaam="Alleen thuis", planstatus="5A", bruto_totaal=23, sloop_totaal=0)
    done = secret(plannaam="Al klaar", gerealiseerd=True, bruto_totaal=11, sloop_totaal=0)
    told = reasons(*SHOWN, *MANY, KADE, home, done, elsewhere=typed)
    assert told.startswith(said) or said in told if said else told == ""


AIMED = {
    "all plans": ({2027: 53}, "‘Streefgetal 2027’ noemt 53 woningen bruto. Zonder de openbare plannen is dat precies de optelling: 41."),
    "the public ones and one": ({2027: 21}, "Zonder de openbare plannen is dat 9: precies vertrouwelijk plan ‘Geheime kade’."),
    "all but one": ({2027: 44}, "Dat is 9 minder dan openbare plannen en optelling samen: precies vertrouwelijk plan ‘Geheime kade’."),
    "a period of which every year is known": (
        dict.fromkeys(range(2036, 2041), 3), "‘Streefgetal 2036 t/m 2040’ noemt 15 woningen bruto. Zonder de openbare plannen is dat precies",
    ),
    "a period of which not every year is known": (dict.fromkeys(range(2036, 2040), 3), ""),
    "something else": ({2027: 300, 2028: 120}, ""),
    "what is aimed at in a year that no plan has": ({2031: 40}, ""),
}  # fmt: skip


@pytest.mark.parametrize("case", AIMED)
def test_a_target_is_a_total_that_everybody_knows(case):
    """Of a woondeal, by year: it lies beside the dwellings of that year, and not beside all of a plan."""
    aimed, said = AIMED[case]
    shown = [{**plan, "bruto_jaar02": count} for plan, count in zip(SHOWN, (12, 0), strict=True)]
    many = [{**plan, "bruto_jaar02": 8, "bruto_periode1": 3 if number == 1 else 4} for number, plan in enumerate(MANY)]
    plans = [*shown, *many, {**KADE, "bruto_jaar02": 9}]
    told = " ".join(inference.reasons(plans, inference.Known(elsewhere=targets_of(Targets.of(aimed), PEILDATUM))))
    assert said in told if said else told == ""


def test_a_name_with_braces_is_told_as_it_is():
    odd = secret(plannaam="{0} {naam}", bruto_totaal=37, sloop_totaal=1)
    assert "precies vertrouwelijk plan ‘{0} {naam}’" in reasons(*MANY, odd, elsewhere="{plek}: 37")


def test_public_polygons_that_draw_a_border():
    drawn = [inference.Drawn((0,), 0.796), inference.Drawn((1,), 0.8), inference.Drawn((1, 2), 1.0)]
    told = inference.reasons(MANY, drawn=drawn)
    assert len(told) == 2 and told[0] == (
        "Openbare polygonen liggen langs 80% van de grens van vertrouwelijk plan ‘Geheime haven twee’: het gat daartussen toont dat plan. "
        "De plugin stopt vanaf 80%."
    )
    assert "langs 100% van de grens van vertrouwelijke plannen ‘Geheime haven twee’, ‘Geheime haven drie’" in told[1]
    assert len(inference.reasons(MANY, drawn=drawn, thresholds=inference.Thresholds(border=0.79))) == 3


@pytest.mark.parametrize("seed", range(5))
def test_the_total_is_that_of_the_plans(seed):
    chance = random.Random(seed)
    plans = [secret(bruto_totaal=chance.randint(0, 99)) for _ in range(9)]
    assert total(plans)[[field.name for field in b.COUNTS].index("bruto_totaal")] == sum(plan["bruto_totaal"] for plan in plans)
