# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules about one plan: each has examples that pass and fail, and random plans that add up have no finding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.codelists import code_list, is_soft
from lmvw_plugin.core.rules.catalogue import RULES
from lmvw_plugin.core.rules.findings import Ernst
from lmvw_plugin.core.rules.plans import PLAN_RULES, check_plan, is_count, missing_fields
from tests.conftest import PEILDATUM, consistent_plan

NO_AMOUNTS = {field.name: None for field in b.COUNTS}
ZERO_AMOUNTS = {field.name: 0 for field in b.COUNTS}
NO_BRUTO_PHASING = dict.fromkeys(b.phasing("bruto_totaal"))
NO_SLOOP_PHASING = dict.fromkeys(b.phasing("sloop_totaal"))
NAME_ONLY = NO_AMOUNTS | dict.fromkeys(("plantype", "planstatus", "vertrouwelijk", "geclusterd_55plus", "zorg_55plus"))

# rule, what is different from a consistent plan, the fields of the findings that the rule then gives
EXAMPLES = [
    ("A1", {}, []),
    ("A1", {"plantype": None}, ["plantype"]),
    ("A1", {"plantype": "uitleg"}, ["plantype"]),
    ("A1", {"planstatus": "hard"}, ["planstatus"]),
    ("A1", {"planstatus": "2"}, ["planstatus"]),
    ("A1", {"planstatus": ""}, ["planstatus"]),
    ("A1", {"gemeente_code": "GM0000"}, ["gemeente_code"]),
    ("A1", {"gemeente_naam": ""}, ["gemeente_naam"]),
    ("A1", {"vertrouwelijk": None}, ["vertrouwelijk"]),
    ("A1", {"vertrouwelijk": 0}, ["vertrouwelijk"]),
    ("A1", {"vertrouwelijk": "nee"}, ["vertrouwelijk"]),
    ("A1", {"gerealiseerd": None}, ["gerealiseerd"]),
    ("A1", {"bruto_totaal": None}, ["bruto_totaal"]),
    ("A1", {"bruto_totaal": -1}, ["bruto_totaal"]),
    ("A1", {"bruto_totaal": 20.5}, ["bruto_totaal"]),
    ("A1", {"bruto_totaal": "20"}, ["bruto_totaal"]),
    ("A1", {"bruto_totaal": True}, ["bruto_totaal"]),
    ("A1", {"bruto_jaar05": None}, ["bruto_jaar05"]),
    ("A1", {"sloop_jaar05": -4}, ["sloop_jaar05"]),
    ("A1", {"prijs_onbekend": None, "tijdelijk": None}, ["tijdelijk", "prijs_onbekend"]),
    ("A1", {"plannummer": None, "toelichting": None, **NO_SLOOP_PHASING}, []),
    ("A1", {"gerealiseerd": True, **NAME_ONLY}, []),
    ("A1", {"vervallen": True, **NAME_ONLY, "vertrouwelijk": True}, []),
    ("A1", {"vervallen": True, **NAME_ONLY, "gerealiseerd": None, "vertrouwelijk": False}, []),  # S2 leaves only nee
    ("A1", {"gerealiseerd": True, **NAME_ONLY, "vervallen": None}, []),
    ("A1", {"gerealiseerd": None, "vervallen": False}, ["gerealiseerd"]),
    ("A1", {"gerealiseerd": True, "bruto_totaal": -1, "plantype": "uitleg", "planstatus": "hard"}, []),
    ("A1", {"gerealiseerd": True, "gemeente_code": "GM0000"}, ["gemeente_code"]),
    ("A2", {}, []),
    ("A2", {"bruto_jaar01": 9}, ["bruto_totaal"]),
    ("A2", {"bruto_periode2": 6}, ["bruto_totaal"]),
    ("A2", {"bruto_jaar01": 7, "bruto_jaar02": 1}, []),
    ("A2", {"bruto_jaar01": None}, []),  # not answered is A1's, never 0
    ("A2", {"bruto_jaar02": None}, []),
    ("A2", {"bruto_totaal": None}, []),
    ("A2", {"bruto_totaal": "20"}, []),
    ("A2", {"gerealiseerd": True, "bruto_jaar01": 9}, []),
    # what is filled in is too much already, whatever the open ones will be
    ("A2", {**NO_BRUTO_PHASING, "bruto_jaar03": 21}, ["bruto_totaal"]),
    ("A2", {**NO_BRUTO_PHASING, "bruto_jaar03": 20}, []),
    ("A2", {"bruto_jaar01": 30, "bruto_jaar02": None}, ["bruto_totaal"]),
    ("A2", {"bruto_jaar01": -30, "bruto_jaar02": None, "bruto_jaar03": 60}, []),  # no count: A1
    ("A3", {}, []),
    ("A3", {"sloop_jaar02": 3}, ["sloop_totaal"]),
    ("A3", {"sloop_totaal": 0}, ["sloop_totaal"]),
    ("A3", NO_SLOOP_PHASING, []),
    ("A3", {**NO_SLOOP_PHASING, "sloop_jaar02": 4}, []),
    ("A3", {**NO_SLOOP_PHASING, "sloop_jaar02": 3}, ["sloop_totaal"]),
    ("A3", {**NO_SLOOP_PHASING, "sloop_jaar02": 0}, ["sloop_totaal"]),
    ("A4", {}, []),
    ("A4", {"meergezins": 13}, ["bruto_totaal"]),
    ("A4", {"woningtype_onbekend": 0}, ["bruto_totaal"]),
    ("A4", {"woningtype_onbekend": None}, []),
    ("A4", {"woningtype_onbekend": None, "meergezins": 21}, ["bruto_totaal"]),
    ("A5", {}, []),
    ("A5", {"koop_betaalbaar": 4}, ["bruto_totaal"]),
    ("A5", {"huur_sociaal_markt_25jaar": 0}, []),  # an "of which" is no segment of its own
    ("A5", {"prijs_onbekend": None}, []),
    ("A5", {"prijs_onbekend": None, "prijs_overig": 21}, ["bruto_totaal"]),
    ("A5", {"huur_sociaal_markt": None, "huur_sociaal_markt_25jaar": 21}, ["bruto_totaal"]),  # an open count is at least its part
    ("A6", {}, []),
    ("A6", {"tijdelijk": 20}, []),
    ("A6", {"tijdelijk": 21}, ["tijdelijk"]),
    ("A6", {"zorggeschikt": 12}, []),
    ("A6", {"zorggeschikt": 13}, ["zorggeschikt"]),
    ("A6", {"nultreden_geclusterd": 15}, ["nultreden_geclusterd"]),
    ("A6", {"nultreden": 18}, []),
    ("A6", {"nultreden": 19}, ["nultreden"]),
    ("A6", {"ouderen_overig": 7}, ["nultreden"]),
    ("A6", {"huur_sociaal_markt_25jaar": 6}, ["huur_sociaal_markt_25jaar"]),
    ("A6", {"huur_midden_markt_10jaar": 4}, ["huur_midden_markt_10jaar"]),
    ("A6", {"huur_sociaal_markt": None}, []),
    ("A6", {"nultreden": None, "nultreden_geclusterd": None, "zorggeschikt": None, "ouderen_overig": 21}, ["ouderen_overig"]),
    ("A6", {"nultreden": None, "nultreden_geclusterd": 12, "zorggeschikt": 0, "ouderen_overig": 9}, ["nultreden_geclusterd"]),
    ("A6", {"nultreden_geclusterd": None, "zorggeschikt": 19, "ouderen_overig": 0}, ["zorggeschikt"]),
    ("A6", {"nultreden_geclusterd": None, "zorggeschikt": 12}, []),
    ("A6", {"tijdelijk": 21, "bruto_totaal": None}, []),
    ("A7", {}, []),
    ("A7", {"geclusterd_55plus": None}, ["geclusterd_55plus"]),
    ("A7", {"zorg_55plus": None}, ["zorg_55plus"]),
    ("A7", {"geclusterd_55plus": False, "zorg_55plus": False}, []),
    ("A7", {"geclusterd_55plus": None, "zorg_55plus": None, "nultreden_geclusterd": 0, "zorggeschikt": 0}, []),
    ("A7", {"geclusterd_55plus": None, "nultreden_geclusterd": None}, []),
    ("A8", {}, []),
    ("A8", {"nultreden_geclusterd": 11}, ["nultreden_geclusterd"]),
    ("A8", {"nultreden_geclusterd": 1}, ["nultreden_geclusterd"]),
    ("A8", {"nultreden_geclusterd": 0}, []),
    ("A8", {"nultreden_geclusterd": None}, []),
    ("A9", {"plantype": "uitbreiding_uitleg", "bruto_totaal": 12}, []),
    ("A9", {"plantype": "uitbreiding_uitleg", "bruto_totaal": 11}, ["plantype"]),
    ("A9", {"plantype": "uitbreiding_overig", "bruto_totaal": 11}, []),
    ("A9", {"plantype": "uitbreiding_overig", "bruto_totaal": 12}, ["plantype"]),
    ("A9", {"plantype": "verdichting", "bruto_totaal": 1}, []),
    ("A9", {"plantype": "uitbreiding_uitleg", "bruto_totaal": None}, []),
    ("A9", {"plantype": "uitbreiding_uitleg", "bruto_totaal": 8, "toelichting": "Hele locatie: 1.200 woningen."}, []),
    ("A9", {"plantype": "uitbreiding_uitleg", "bruto_totaal": 8, "toelichting": "hele locatie 8"}, ["plantype"]),
    ("A9", {"plantype": "uitbreiding_overig", "bruto_totaal": 8, "toelichting": "Fase 2. Hele locatie: 30 woningen"}, ["plantype"]),
    ("A9", {"plantype": "uitbreiding_overig", "bruto_totaal": 30, "toelichting": "Zes erven. Grootste locatie: 8 woningen."}, []),
    ("A9", {"plantype": "uitbreiding_uitleg", "bruto_totaal": 8, "toelichting": "De hele locatie is nog te verkavelen."}, ["plantype"]),
    ("A10", {}, []),
    ("A10", ZERO_AMOUNTS, ["bruto_totaal"]),
    ("A10", ZERO_AMOUNTS | {"sloop_totaal": 1}, []),
    ("A10", ZERO_AMOUNTS | {"sloop_totaal": None}, []),
    ("A10", NO_AMOUNTS, []),
    ("A10", ZERO_AMOUNTS | {"gerealiseerd": True}, []),
    ("A10", ZERO_AMOUNTS | {"vervallen": True}, []),
    ("S1", {"vertrouwelijk": True, "planstatus": "4A"}, []),
    ("S1", {"vertrouwelijk": True, "planstatus": "1C"}, []),
    ("S1", {"vertrouwelijk": True, "planstatus": "1A"}, ["vertrouwelijk"]),
    ("S1", {"vertrouwelijk": True, "planstatus": "2B"}, ["vertrouwelijk"]),
    ("S1", {"vertrouwelijk": True, "planstatus": "2B", "gerealiseerd": True}, ["vertrouwelijk"]),
    ("S1", {"vertrouwelijk": True, "planstatus": "4A", "gerealiseerd": True}, ["vertrouwelijk"]),
    ("S1", {"vertrouwelijk": True, "planstatus": None, "gerealiseerd": True}, ["vertrouwelijk"]),
    ("S1", {"vertrouwelijk": True, "planstatus": "2B", "vervallen": True}, []),
    ("S1", {"vertrouwelijk": True, "planstatus": "2B", "vervallen": True, "gerealiseerd": True}, ["vertrouwelijk"]),
    ("S1", {"vertrouwelijk": True, "planstatus": None}, []),
    ("S1", {"vertrouwelijk": None, "planstatus": "1A"}, []),
    ("S2", {}, []),
    ("S2", {"gerealiseerd": True}, []),
    ("S2", {"vervallen": True}, []),
    ("S2", {"vervallen": True, "gerealiseerd": True}, ["vervallen"]),
    ("S2", {"vervallen": True, "gerealiseerd": None}, []),
    ("S3", {}, []),
    ("S3", {"planstatus": "4B"}, []),
    ("S3", {"planstatus": "5A"}, ["planstatus"]),
    ("S3", {"planstatus": "5B"}, ["planstatus"]),
    ("S3", {"planstatus": None}, []),
]


@pytest.mark.parametrize(("rule", "changes", "fields"), EXAMPLES)
def test_example(rule, changes, fields):
    plan = consistent_plan(**changes)
    findings = list(PLAN_RULES[rule](plan, PEILDATUM))
    assert [finding.veld for finding in findings] == fields
    for finding in findings:
        assert (finding.regel, finding.ernst) == (rule, RULES[rule].ernst)
        assert (finding.plan_id, finding.plannaam) == (plan["plan_id"], plan["plannaam"])


def test_every_rule_has_an_example_that_passes_and_one_that_fails():
    assert {rule for rule, _, fields in EXAMPLES if not fields} == set(PLAN_RULES)
    assert {rule for rule, _, fields in EXAMPLES if fields} == set(PLAN_RULES)
    assert set(PLAN_RULES) == {*(f"A{number}" for number in range(1, 11)), "S1", "S2", "S3"}


def test_severities_are_those_of_the_domain_page():
    assert {rule: RULES[rule].ernst for rule in PLAN_RULES} == {
        **dict.fromkeys(("A1", "A2", "A3", "A4", "A5", "A6", "A7", "S1", "S2"), Ernst.FOUT),
        **dict.fromkeys(("A8", "A9", "A10"), Ernst.WAARSCHUWING),
        "S3": Ernst.INFO,
    }


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_says_why_and_what_to_do(rule):
    assert rule.title
    assert rule.why.endswith(".")
    assert rule.remedy.endswith(".")
    assert rule.source


@pytest.mark.parametrize(("rule", "changes", "fields"), [example for example in EXAMPLES if example[2]])
def test_a_finding_is_one_dutch_sentence(rule, changes, fields):
    for finding in PLAN_RULES[rule](consistent_plan(**changes), PEILDATUM):
        assert finding.melding[0].isupper() or finding.melding[0] == "‘"
        assert finding.melding[-1] in ".?"
        assert not {"{", "}", "None", "True", "False", "_totaal", "bruto_jaar"} & set(finding.melding.split())


def melding(**changes):
    """The one finding about a plan, in words."""
    (finding,) = check_plan(consistent_plan(**changes), PEILDATUM)
    return finding.melding


def test_a_sum_finding_says_how_much_is_missing_and_names_real_years():
    (finding,) = check_plan(consistent_plan(bruto_jaar01=3), PEILDATUM)
    assert finding.regel == "A2"
    assert (finding.waarde, finding.voorstel) == ("20", "15")
    assert "Bruto 2026: 3" in finding.melding
    assert "nog 5 te verdelen" in finding.melding
    assert finding.melding.endswith("Woningen van na 2045 tellen niet mee in het totaal.")


def test_parts_that_are_too_much_together_are_so_in_the_plural():
    assert melding(ouderen_overig=7).startswith(
        "‘Nultredenwoningen’ en ‘Overige woningen geschikt voor ouderen’ zijn samen 21, meer dan de 20 van ‘Bruto totaal’; "
    )
    assert melding(tijdelijk=21).startswith("‘Tijdelijke woningen’ is 21, meer dan de 20 van ‘Bruto totaal’; verlaag het deel ")


def test_a_sum_that_is_too_large_says_by_how_much():
    assert "1 te veel verdeeld" in melding(bruto_jaar01=9)
    assert "2045 tellen niet mee" not in melding(bruto_jaar01=9) + melding(meergezins=1)


@pytest.mark.parametrize(("field", "words"), [
    ("eengezins", "wat nog niet bekend is, hoort bij ‘Woningtype onbekend’"), ("koop_betaalbaar", "hoort bij ‘Prijs of eigendom onbekend’"),
    ("prijs_onbekend", "van hoeveel woningen dit nog niet bekend is"), ("bruto_jaar03", "hoeveel woningen de planning dan oplevert"),
    ("tijdelijk", "0 betekent dat er geen zijn, niet dat het onbekend is"), ("ouderen_overig", "0 betekent dat er geen zijn"),
    ("nultreden", "0 betekent dat er geen zijn"), ("vertrouwelijk", "kies ja of nee"), ("plantype", "kies een waarde uit de lijst"),
])  # fmt: skip
def test_an_empty_field_says_what_is_meant_by_0_and_where_the_unknown_belongs(field, words):
    """The Basisset has an ‘onbekend’ for dwelling type and price only."""
    said = melding(**{field: None})
    assert words in said
    assert ("hoort bij" in said) is ("hoort bij" in words)


def test_a_vervallen_plan_is_asked_whether_it_is_confidential():
    """Art. 6.b lets it be, Invultip 6 asks name and polygon only: a question, never an error."""
    (finding,) = check_plan(consistent_plan(vervallen=True, vertrouwelijk=None), PEILDATUM)
    assert (finding.regel, finding.ernst, finding.veld) == ("A1", Ernst.WAARSCHUWING, "vertrouwelijk")
    assert check_plan(consistent_plan(vervallen=True, vertrouwelijk=None, gerealiseerd=True), PEILDATUM)[0].ernst is Ernst.WAARSCHUWING
    assert check_plan(consistent_plan(gerealiseerd=True, vertrouwelijk=None), PEILDATUM) == []


@pytest.mark.parametrize("status", ["5A", "5B"])
@pytest.mark.parametrize("which", ["gerealiseerd", "vervallen"])
def test_a_finished_plan_does_not_stay_home_in_silence(which, status):
    """It may have been delivered before, and must then be delivered once more (Basisset, gerealiseerd and vervallen)."""
    (finding,) = check_plan(consistent_plan(**{which: True, "planstatus": status}), PEILDATUM)
    assert (finding.regel, finding.ernst, finding.veld) == ("S3", Ernst.WAARSCHUWING, "planstatus")
    assert f"Het plan is {which}" in finding.melding and "vorige levering" in finding.melding


def test_a_rest_of_a_location_is_asked_about_and_the_answer_is_remembered():
    """The type is about the location, bruto about what remains of it (Invultip 2)."""
    (finding,) = [f for f in check_plan(consistent_plan(plantype="uitbreiding_uitleg", bruto_totaal=8), PEILDATUM) if f.regel == "A9"]
    assert finding.voorstel is None
    assert "‘Hele locatie: 200 woningen’" in finding.melding
    answered = consistent_plan(plantype="uitbreiding_uitleg", bruto_totaal=8, toelichting="Hele locatie: 200 woningen")
    assert "A9" not in rules_of(answered)


def test_a_plan_that_stays_home_gets_no_other_finding():
    plan = consistent_plan(**NO_AMOUNTS, plantype=None, vertrouwelijk=None, gerealiseerd=None) | {"planstatus": "5A"}
    assert [finding.regel for finding in check_plan(plan, PEILDATUM)] == ["S3"]


@pytest.mark.parametrize(
    "field", [field for field in b.COLUMNS if field.kind is not b.Kind.ID and field.name != "plannaam"], ids=lambda f: f.name
)
def test_empty_is_never_the_same_as_zero_or_no(field):
    """An emptied field is a finding of A1 or A7 when it is asked, and never judged as if 0 or nee stood there."""
    findings = check_plan(consistent_plan(**{field.name: None}), PEILDATUM)
    expected = {b.Need.ALWAYS: [("A1", field.name)], b.Need.LIVE: [("A1", field.name)], b.Need.WHEN_COUNTED: [("A7", field.name)]}
    if field.name == "sloop_jaar02":  # the only filled year: what is left really does not add up
        expected[field.need] = [("A3", "sloop_totaal")]
    assert [(finding.regel, finding.veld) for finding in findings] == expected.get(field.need, [])


def test_missing_fields_come_in_the_order_of_the_basisset():
    assert [field.name for field in missing_fields(consistent_plan(prijs_overig=None, planstatus=None))] == ["planstatus", "prijs_overig"]


@pytest.mark.parametrize(
    ("value", "expected"), [(0, True), (5, True), (-1, False), (True, False), (False, False), (None, False), ("5", False), (5.0, False)]
)
def test_is_count(value, expected):
    assert is_count(value) is expected


# -- random plans -----------------------------------------------------------------------------------------------------


@st.composite
def shares(draw, total, parts):
    """The total divided at random over the parts."""
    cuts = sorted(draw(st.lists(st.integers(0, total), min_size=len(parts) - 1, max_size=len(parts) - 1)))
    return dict(zip(parts, (high - low for low, high in zip([0, *cuts], [*cuts, total], strict=True)), strict=True))


@st.composite
def plans(draw):
    """A consistent plan with random amounts, status, type and answers."""
    bruto, sloop = draw(st.integers(1, 3000)), draw(st.integers(0, 500))
    plan = {"bruto_totaal": bruto, "sloop_totaal": sloop}
    for total in b.SUMS:
        plan |= draw(shares(plan[total.total], total.parts))
    if draw(st.booleans()):
        plan |= NO_SLOOP_PHASING
    plan["tijdelijk"] = draw(st.integers(0, bruto))
    plan["nultreden"] = draw(st.integers(0, bruto))
    plan["ouderen_overig"] = draw(st.integers(0, bruto - plan["nultreden"]))
    clustered = st.just(0) if plan["nultreden"] < 12 else st.one_of(st.just(0), st.integers(12, plan["nultreden"]))
    plan["nultreden_geclusterd"] = draw(clustered)
    plan["zorggeschikt"] = draw(st.integers(0, plan["nultreden_geclusterd"]))
    plan["huur_sociaal_markt_25jaar"] = draw(st.integers(0, plan["huur_sociaal_markt"]))
    plan["huur_midden_markt_10jaar"] = draw(st.integers(0, plan["huur_midden_markt"]))
    plan["geclusterd_55plus"], plan["zorg_55plus"] = draw(st.booleans()), draw(st.booleans())
    status = draw(st.sampled_from([code.code for code in code_list("planstatus").values() if code.kind != "eigen"]))
    inside = ["pand_transformatie", "transformatiegebied", "herstructurering", "verdichting"]
    plantype = draw(st.sampled_from([*inside, "uitbreiding_uitleg" if bruto >= 12 else "uitbreiding_overig"]))
    plan |= {"planstatus": status, "plantype": plantype, "vertrouwelijk": is_soft(status) and draw(st.booleans())}
    return consistent_plan(**plan)


def rules_of(plan):
    return {finding.regel for finding in check_plan(plan, PEILDATUM)}


@given(plans())
def test_a_consistent_plan_has_no_finding(plan):
    assert check_plan(plan, PEILDATUM) == []


@given(plans(), st.data())
def test_one_changed_part_gives_exactly_the_rule_of_its_sum(plan, data):
    total = data.draw(st.sampled_from([one for one in b.SUMS if plan[one.parts[0]] is not None]))
    part = data.draw(st.sampled_from(total.parts))
    limits = [limit for limit in b.AT_MOST if limit.whole == part]
    lowest = max((plan[name] for limit in limits for name in limit.parts), default=0)
    changed = data.draw(st.integers(lowest, plan[part] + 1000).filter(lambda number: number != plan[part]))
    findings = check_plan(plan | {part: changed}, PEILDATUM)
    assert [finding.regel for finding in findings] == [total.rule]
    assert int(findings[0].voorstel) - int(findings[0].waarde) == changed - plan[part]


@given(plans(), st.data())
def test_a_part_above_its_whole_gives_a6_and_an_equal_part_does_not(plan, data):
    limit = data.draw(st.sampled_from(b.AT_MOST))
    part, *others = limit.parts
    room = plan[limit.whole] - sum(plan[name] for name in others)
    above = check_plan(plan | {part: room + data.draw(st.integers(1, 500))}, PEILDATUM)
    assert part in [finding.veld for finding in above if finding.regel == "A6"]
    assert {finding.regel for finding in above} <= {"A6", "A8"}  # a raised cluster may be a small one
    equal = check_plan(plan | {part: room}, PEILDATUM)
    assert part not in [finding.veld for finding in equal if finding.regel == "A6"]


@given(plans(), st.sampled_from([field.name for field in b.COUNTS]))
def test_an_emptied_count_is_never_a_wrong_sum(plan, name):
    rules = rules_of(plan | {name: None})
    if b.BY_NAME[name].need is b.Need.LIVE:
        assert rules == {"A1"}
    else:  # one of the optional years of demolition: what is left is a phasing in use, or none
        rest = [plan[other] for other in b.phasing("sloop_totaal") if other != name and plan[other] is not None]
        assert rules == (set() if not rest or sum(rest) == plan["sloop_totaal"] else {"A3"})
