# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules N1-N4: which finding, in which words, with which proposal."""

from __future__ import annotations

import random
import unicodedata
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.names.between import match_names, renamed
from lmvw_plugin.core.names.repairs import repair_of_renamed, repairs
from lmvw_plugin.core.names.rules import NameEntry, NameSource, check_names, check_source, require_names
from lmvw_plugin.core.rules.findings import Ernst, Finding


def layer(*names: str | None) -> NameSource:
    return NameSource.of_plans("plannen", [{"fid": i, "plannaam": name} for i, name in enumerate(names, 1)])


def sheet(*names: str | None) -> NameSource:
    return NameSource("het Excel-bestand", tuple(NameEntry(name, f"rij {i}") for i, name in enumerate(names, 2)))


def rules(findings: list[Finding]) -> list[str]:
    return [finding.regel for finding in findings]


def test_a_name_is_filled_and_unique() -> None:
    findings = check_names([{"plannaam": name} for name in ("De Hoef", None, "", "  ", "De Hoef", "Kerkweg")])
    assert rules(findings) == ["N1"] * 5
    assert "ook bij plan 5" in findings[0].melding
    assert "geen plannaam" in findings[1].melding
    assert all(finding.ernst is Ernst.FOUT for finding in findings)


def test_two_municipalities_may_have_the_same_name() -> None:
    assert check_names([{"plannaam": "Centrum", "gemeente_code": code} for code in ("GM0396", "GM0453")]) == []


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ("de hoef", "hoofdletters"),
        ("De Hoef ", "spatie achter de naam"),
        ("De  Hoef", "dubbele spatie"),
        ("De\u200b Hoef", "onzichtbaar teken"),
        ("De Hоef", "cyrillische letter"),
    ],
)
def test_twins_in_one_list_are_told(other: str, why: str) -> None:
    """They are not the same name, so it is a warning; but each has its own finding."""
    found = [finding for finding in check_names([{"plannaam": "De Hoef"}, {"plannaam": other}]) if finding.regel == "N1"]
    assert [finding.ernst for finding in found] == [Ernst.WAARSCHUWING] * 2
    assert all("bijna gelijk aan" in finding.melding and why in finding.melding for finding in found)


def test_twins_that_are_stored_otherwise_are_told() -> None:
    found = check_names([{"plannaam": "Coöperatie"}, {"plannaam": unicodedata.normalize("NFD", "Coöperatie")}])
    assert rules(found) == ["N1", "N1"]
    assert all("twee losse tekens" in finding.melding for finding in found)


def test_numbers_and_letters_make_no_twins() -> None:
    assert (
        check_names([{"plannaam": name} for name in ("Hoef 1", "Hoef 2", "Hoef A", "Hoef B", "Hoef II", "Noord-West 1.2", "Noord-West 12")])
        == []
    )


def test_an_error_of_excel_is_no_name() -> None:
    (finding,) = check_source(sheet("#N/A"))
    assert (finding.regel, finding.waarde) == ("N1", "#N/A")
    assert "Rij 2 in het Excel-bestand" in finding.melding


def test_invisible_characters_are_named_and_a_clean_name_is_proposed() -> None:
    (finding,) = check_names([{"plannaam": "De\u00a0Hoef\u200e ", "plan_id": "p1"}])
    assert (finding.regel, finding.ernst, finding.plan_id, finding.voorstel) == ("N4", Ernst.WAARSCHUWING, "p1", "De Hoef")
    assert "een spatie achter de naam" in finding.melding
    assert "een vaste spatie (U+00A0)" in finding.melding
    assert "een richtingsteken (U+200E)" in finding.melding
    assert "\u200e" not in finding.melding


def test_equal_names_give_no_finding() -> None:
    assert match_names(layer("De Hoef", "Plan 12"), sheet("Plan 12", "De Hoef")) == []


def test_a_near_match_says_where_and_why_and_proposes_the_intact_name() -> None:
    (finding,) = match_names(layer("De Hoef"), sheet("De Hoef "))
    assert (finding.regel, finding.plannaam, finding.waarde, finding.voorstel) == ("N3", "De Hoef", "De Hoef ", "De Hoef")
    assert finding.melding == (
        "De plannaam ‘De Hoef’ (laag ‘plannen’, nr. 1) lijkt op ‘De Hoef[spatie]’ (het Excel-bestand, rij 2), maar in het Excel-bestand staat "
        "een spatie achter de naam; neem ‘De Hoef’ in beide over als het hetzelfde plan is."
    )


def test_the_side_that_excel_damaged_gives_way() -> None:
    (finding,) = match_names(layer("7"), sheet("007"))
    assert (finding.waarde, finding.voorstel) == ("7", "007")
    (finding,) = match_names(layer("1-2"), sheet("2026-02-01"))
    assert (finding.waarde, finding.voorstel) == ("2026-02-01", "1-2")


def test_other_numbers_are_never_a_near_match() -> None:
    findings = match_names(layer("Plan 12"), sheet("Plan 13"))
    assert rules(findings) == ["N2", "N2"]
    assert all(finding.voorstel is None for finding in findings)


def test_one_to_many() -> None:
    (finding,) = match_names(layer("De Hoef"), sheet("De Hoef", "De Hoef"))
    assert finding.regel == "N2"
    assert "1 keer in laag ‘plannen’ (nr. 1) en 2 keer in het Excel-bestand (rij 2 en rij 3)" in finding.melding


def test_more_near_matches_leave_the_choice_to_a_person() -> None:
    finding, *others = match_names(layer("De Hoef"), sheet("de hoef", "DE HOEF"))
    assert (finding.regel, finding.voorstel) == ("N3", None)
    assert [(other.regel, other.waarde, other.voorstel) for other in others] == [("N3", "de hoef", None), ("N3", "DE HOEF", None)]
    assert "‘de hoef’" in finding.melding and "‘DE HOEF’" in finding.melding


def test_five_polygons_that_resemble_one_row_have_a_finding_each() -> None:
    names = ["De Hoef", "de hoef", "DE HOEF", "De hoef", "de Hoef"]
    findings = match_names(layer(*names), sheet("dE hOEF"))
    assert sorted(finding.waarde or "" for finding in findings if finding.plannaam) == sorted(names)
    assert all("4 andere namen lijken er ook op" in finding.melding for finding in findings if finding.plannaam)
    assert len(findings) == 6


def test_plans_with_the_same_name_have_a_finding_each() -> None:
    assert len(match_names(layer("De Hoef", "De Hoef", "Kerkweg"), sheet("De Hoef", "Kerkweg"))) == 2
    assert len(match_names(layer("Kerkweg", "Kerkweg"), sheet("Iets"))) == 3
    findings = match_names(layer("De Hoef", "De Hoef"), sheet("de hoef", "DE HOEF"))
    assert ["meer namen" in finding.melding for finding in findings if finding.waarde == "De Hoef"] == [True, True]


def test_a_name_beside_a_twin_of_its_like_is_pointed_out() -> None:
    (finding,) = match_names(layer("De Hoef"), sheet("De Hoef", "De Hoef "))
    assert finding.regel == "N2"
    assert "lijkt op ‘De Hoef’, dat daar al wel staat (nr. 1)" in finding.melding
    (finding,) = match_names(layer("Plan 12", "Plan 1.2"), sheet("Plan 12"))
    assert "voeg het plan daar toe" in finding.melding, "another number is no likeness"


def test_braces_in_names_do_no_harm() -> None:
    (finding,) = match_names(layer("Plan {left} {0}"), sheet("plan {left} {0}"))
    assert "Plan {left} {0}" in finding.melding


def test_renamed_is_a_warning_that_proposes_the_name_the_province_knows() -> None:
    now, then = layer("De Baandert"), sheet("Baandert Centrum")
    finding = renamed(now.entries[0], then.entries[0], now, then)
    assert finding is not None
    assert (finding.ernst, finding.waarde, finding.voorstel) == (Ernst.WAARSCHUWING, "De Baandert", "Baandert Centrum")


@pytest.mark.parametrize(
    ("left", "right"), [("De Hoef \ufffd Oost", "De Hoef – Oost"), ("Caf\ufffd Zuidd", "Café Zuid"), ("Broekpolder\ufffd", "Broekpolder")]
)
def test_the_mark_of_a_lost_letter_is_never_proposed(left: str, right: str) -> None:
    for findings in (match_names(layer(left), sheet(right)), match_names(layer(right), sheet(left))):
        assert not any("\ufffd" in (finding.voorstel or "") for finding in findings)
    assert not any("\ufffd" in repair.proposal for repair in repairs(layer(left), sheet(right)))


# -- names that name nothing ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["n.v.t.", "N.V.T", "Geen naam", "59", "nieuw", "Nieuw plan", "onbekend", "-", "?", "A", "HK-012", "12.3", "2a", "Plannaam"]
)
def test_a_name_that_names_nothing_is_a_warning(name: str) -> None:
    (finding,) = check_names([{"plannaam": name}, {"plannaam": "Kerkweg"}])
    assert (finding.regel, finding.ernst, finding.voorstel) == ("N5", Ernst.WAARSCHUWING, None)
    assert "geef het plan een naam die zegt waar het ligt" in finding.melding


@pytest.mark.parametrize(
    "name",
    ["Kerkweg 59", "ALDI 10+", "Plan 12", "Meneba", "Nieuwland", "Nieuw-West", "H1/H2 Kade", "Sloep 7", "IJ", "Nanning", "Geen Zorgen"],
)
def test_a_name_that_names_something_is_left_alone(name: str) -> None:
    assert check_names([{"plannaam": name}, {"plannaam": "Kerkweg"}]) == []


@pytest.mark.parametrize("word", ["NaN", "NULL", "None", "<NA>", " null ", "N/A"])
def test_a_word_for_an_empty_cell_names_nothing(word: str) -> None:
    """A warning and no error: what was typed as a name can be delivered."""
    (finding,) = [one for one in check_source(sheet(word, "Kerkweg")) if one.regel == "N5"]
    assert finding.ernst is Ernst.WAARSCHUWING
    assert "is wat een programma in een lege cel schrijft" in finding.melding


def test_the_name_of_the_layer_names_no_plan_unless_it_is_the_only_one() -> None:
    source = NameSource("laag ‘Heemskerk’", layer("Heemskerk", "Kerkweg").entries, ("Heemskerk",))
    (finding,) = check_source(source)
    assert (finding.regel, finding.waarde) == ("N5", "Heemskerk")
    assert "is de naam van het bestand of de laag" in finding.melding
    assert check_source(NameSource("laag ‘Heemskerk’", source.entries[:1], ("Heemskerk",))) == []


def test_one_stem_over_twenty_plans_says_little() -> None:
    assert check_names([{"plannaam": f"Deelplan {number}"} for number in range(19)]) == []
    findings = check_names([{"plannaam": f"Deelplan {number}"} for number in range(20)] + [{"plannaam": "Kerkweg 3"}])
    assert rules(findings) == ["N5"] * 20
    assert "20 plannen heten ‘deelplan’" in findings[0].melding


def test_what_the_worksheet_says_of_it_is_proposed_and_only_when_it_would_do() -> None:
    entries = [NameEntry("59", "rij 2", None, "Hoek Kerkweg"), NameEntry("60", "rij 3", None, "n.v.t."), NameEntry("61", "rij 4", None, "Markt"),
               NameEntry("62", "rij 5", None, "Markt"), NameEntry("63", "rij 6", None, "Havenkwartier"), NameEntry("Havenkwartier", "rij 7")]  # fmt: skip
    there = NameSource("het Excel-bestand", tuple(entries))
    found = {
        finding.waarde: finding.voorstel
        for finding in check_source(layer("59", "60", "61", "62", "63", "Havenkwartier"), described=there.described)
    }
    assert found == {"59": "Hoek Kerkweg", "60": None, "61": None, "62": None, "63": None}
    assert {finding.waarde: finding.voorstel for finding in check_source(there)} == found


def test_a_column_of_notes_is_no_column_of_names() -> None:
    notes = sheet(*[f"{number} " + "woord " * 30 for number in range(8)], "Kerkweg")
    with pytest.raises(LmvwError, match=r"lange teksten in plaats van plannamen .8 van de 9.; kies een andere naamkolom"):
        require_names(notes)
    require_names(sheet(*[f"Kerkweg {number}" for number in range(8)], "woord " * 30))


def test_a_long_text_is_not_printed_whole() -> None:
    (finding, _) = match_names(layer("lang " * 6_000), sheet("Kerkweg"))
    assert len(finding.melding) < 400
    assert "(30000 tekens)" in finding.melding


# -- properties ----------------------------------------------------------------------------------------------------

DAMAGE = (
    lambda name: name + " ",
    lambda name: name.replace(" ", "\u00a0"),
    str.upper,
    lambda name: name.replace("-", "\u2013"),
    lambda name: name.replace("'", "\u2019"),
    lambda name: "\u200b" + name,
    lambda name: name[:4] + name[5:],
    lambda name: "Heel iets anders",
    lambda name: name,
)
NAMES = st.lists(
    st.sampled_from(
        [f"{a} {b} {c}".strip() for a in ("Kerkweg", "'t Hof", "Noord-West", "Molenstraat") for b in ("", "Zuid", "fase 2") for c in ("", "1", "A")]
    ),
    min_size=1, max_size=15, unique=True,
)  # fmt: skip


@given(NAMES, st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_the_report_is_symmetric(names: list[str], chance: random.Random) -> None:
    damaged = [chance.choice(DAMAGE)(name) for name in names]
    there = match_names(layer(*names), sheet(*damaged))
    back = match_names(sheet(*damaged), layer(*names))
    assert sorted(rules(there)) == sorted(rules(back))


@given(NAMES, st.randoms(use_true_random=False), st.integers(1, 4))
@settings(max_examples=150)
def test_no_plan_without_its_twin_is_silent(names: list[str], chance: random.Random, times: int) -> None:
    """Each has one finding of N2 or N3 of its own, however many resemble the same name."""
    lefts = [chance.choice(DAMAGE)(name) for name in names for _ in range(times)]
    rights = [chance.choice(DAMAGE)(name) for name in names]
    own, other = layer(*lefts), sheet(*rights)
    findings = match_names(
        NameSource.of_plans("plannen", [{"fid": i, "plan_id": str(i), "plannaam": n} for i, n in enumerate(lefts)]), other
    )
    told = Counter(finding.plan_id for finding in findings)
    for number, entry in enumerate(own.entries):
        matched = rights.count(str(entry.name)) == lefts.count(str(entry.name)) == 1
        assert told[str(number)] == (0 if matched else 1)


@given(NAMES, st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_repair_makes_the_next_check_clean(names: list[str], chance: random.Random) -> None:
    """After adopting every proposal, whatever had one is silent; nothing else has changed."""
    damaged = [chance.choice(DAMAGE)(name) for name in names]
    left, right = layer(*names), sheet(*damaged)
    found = repairs(left, right)
    to_left = {repair.left: repair.proposal for repair in found}
    to_right = {repair.right: repair.proposal for repair in found}
    after_left, after_right = [to_left.get(n, n) for n in names], [to_right.get(n, n) for n in damaged]
    findings = [
        *match_names(layer(*after_left), sheet(*after_right)),
        *check_source(layer(*after_left)),
        *check_source(sheet(*after_right)),
    ]
    mended = {repair.proposal for repair in found}
    assert [finding for finding in findings if finding.waarde in mended and finding.ernst is Ernst.FOUT] == []
    assert len(set(after_left)) == len(set(names))


def test_repairs_never_make_a_duplicate() -> None:
    assert repairs(layer("De Hoef ", "De Hoef"), sheet("De Hoef ", "de  hoef")) == []


@pytest.mark.parametrize(("left", "right"), [(("Kade ", "Kade"), ("Kade ",)), (("Kade", "kade"), ("Kade ",))])
def test_what_another_plan_is_called_or_may_mean_as_well_is_not_proposed(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert repairs(layer(*left), sheet(*right)) == repairs(layer(*right), sheet(*left)) == []


def test_a_name_with_a_lost_letter_is_not_adopted_from_the_previous_delivery() -> None:
    for name, adopted in (("De Hoef \ufffd Oost", False), ("De Hoef - Oost", True)):
        repair = repair_of_renamed(layer("De Hoef – Oost").entries[0], sheet(name).entries[0])
        assert (repair is not None) is adopted


def test_one_plannummer_for_two_plans_is_a_warning_at_both_that_names_the_other() -> None:
    plans = [
        {"plan_id": name, "plannaam": name, "plannummer": number} for name, number in (("De Hoef", "7"), ("Kerkweg", "7 "), ("Dorp", "8"))
    ]
    found = check_names([*plans, {"plannaam": "Kade"}, {"plannaam": "Laan", "plannummer": ""}])
    assert [(one.regel, one.ernst, one.veld, one.plan_id) for one in found] == [
        ("N1", Ernst.WAARSCHUWING, "plannummer", name) for name in ("De Hoef", "Kerkweg")
    ]
    assert found[0].melding == "Plannummer ‘7’ staat ook bij ‘Kerkweg’; geef elk plan een eigen plannummer of laat het leeg."
    assert "‘De Hoef’" in found[1].melding


@pytest.mark.parametrize("other", [{"gerealiseerd": True}, {"vervallen": True}, {"gemeente_code": "GM0453"}])
def test_a_plannummer_may_live_on_after_a_finished_plan_and_in_another_gemeente(other: dict[str, object]) -> None:
    plan = {"plannummer": "7", "gemeente_code": "GM0396"}
    assert check_names([{**plan, "plannaam": "De Hoef"}, {**plan, "plannaam": "Kerkweg", **other}]) == []


def test_a_plannummer_of_many_plans_names_the_first_few() -> None:
    found = check_names([{"plannaam": name, "plannummer": "0"} for name in ("Dorp", "Hoef", "Kerk", "Markt", "Veld")])
    assert "staat ook bij ‘Hoef’, ‘Kerk’, ‘Markt’ en nog 1;" in found[0].melding
