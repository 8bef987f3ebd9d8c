# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules N1-N4: which finding, in which words, with which proposal."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from lmvw_plugin.core.findings import Ernst, Finding
from lmvw_plugin.core.name_rules import NameEntry, NameSource, check_names, check_source, match_names, renamed, repairs


def layer(*names: str | None) -> NameSource:
    return NameSource.of_plans("plannen", [{"fid": i, "plannaam": name} for i, name in enumerate(names, 1)])


def sheet(*names: str | None) -> NameSource:
    return NameSource("het werkblad", tuple(NameEntry(name, f"rij {i}") for i, name in enumerate(names, 2)))


def rules(findings: list[Finding]) -> list[str]:
    return [finding.regel for finding in findings]


def test_a_name_is_filled_and_unique() -> None:
    findings = check_names([{"plannaam": name} for name in ("De Hoef", None, "", "  ", "De Hoef", "Plan")])
    assert rules(findings) == ["N1"] * 5
    assert "ook bij plan 5" in findings[0].melding
    assert "geen plannaam" in findings[1].melding
    assert all(finding.ernst is Ernst.FOUT for finding in findings)


def test_two_municipalities_may_have_the_same_name() -> None:
    assert check_names([{"plannaam": "Centrum", "gemeente_code": code} for code in ("GM0396", "GM0453")]) == []


def test_names_that_differ_in_case_are_not_repeated() -> None:
    assert check_names([{"plannaam": "De Hoef"}, {"plannaam": "de hoef"}]) == []


def test_an_error_of_excel_is_no_name() -> None:
    (finding,) = check_source(sheet("#N/A"))
    assert (finding.regel, finding.waarde) == ("N1", "#N/A")
    assert "Rij 2 in het werkblad" in finding.melding


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
        "De plannaam ‘De Hoef’ (laag ‘plannen’, fid 1) lijkt op ‘De Hoef[spatie]’ (het werkblad, rij 2), maar in het werkblad staat "
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
    assert "1 keer in laag ‘plannen’ (fid 1) en 2 keer in het werkblad (rij 2 en rij 3)" in finding.melding


def test_more_near_matches_leave_the_choice_to_a_person() -> None:
    (finding,) = match_names(layer("De Hoef"), sheet("de hoef", "DE HOEF"))
    assert (finding.regel, finding.voorstel) == ("N3", None)
    assert "‘de hoef’" in finding.melding and "‘DE HOEF’" in finding.melding


def test_a_name_beside_a_twin_of_its_like_is_pointed_out() -> None:
    (finding,) = match_names(layer("De Hoef"), sheet("De Hoef", "De Hoef "))
    assert finding.regel == "N2"
    assert "lijkt op ‘De Hoef’, dat daar al wel staat (fid 1)" in finding.melding


def test_braces_in_names_do_no_harm() -> None:
    (finding,) = match_names(layer("Plan {left} {0}"), sheet("plan {left} {0}"))
    assert "Plan {left} {0}" in finding.melding


def test_renamed_is_a_warning_that_proposes_the_name_the_province_knows() -> None:
    now, then = layer("De Baandert"), sheet("Baandert Centrum")
    finding = renamed(now.entries[0], then.entries[0], now, then)
    assert finding is not None
    assert (finding.ernst, finding.waarde, finding.voorstel) == (Ernst.WAARSCHUWING, "De Baandert", "Baandert Centrum")


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
    assert [finding for finding in findings if finding.waarde in mended] == []
    assert len(set(after_left)) == len(set(names))


def test_repairs_never_make_a_duplicate() -> None:
    assert repairs(layer("De Hoef ", "De Hoef"), sheet("De Hoef ", "de  hoef")) == []
