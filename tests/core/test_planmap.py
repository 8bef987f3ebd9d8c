# SPDX-License-Identifier: GPL-2.0-or-later
"""What a plan map says of a housing plan: the planstatus that follows from its status and bestemming, and nothing where none follows."""

from dataclasses import replace

import pytest

from lmvw_plugin.core.asking.planmap import Lying, Part, SpatialPlan, hint_of, is_change, part_of, planstatus_of
from lmvw_plugin.core.asking.proposals import Kind
from lmvw_plugin.core.importing.mapping.hints import Hint
from tests.core.test_proposals import plans_of, proposed, reason

PLAN = SpatialPlan("NL.IMRO.9999.BPKade-VG01", "Kade", "bestemmingsplan", "vastgesteld", "2024-02-13")
HOUSING, TO_WORK_OUT, CHANGE, OTHER = (Lying(1.0, {part: 1.0}) for part in (Part.HOUSING, Part.TO_WORK_OUT, Part.CHANGE, Part.OTHER))
NO_PARTS = Lying(1.0)


@pytest.mark.parametrize(
    ("status", "lying", "code"),
    [
        ("onherroepelijk", HOUSING, "1A"), ("onherroepelijk", TO_WORK_OUT, "1B"), ("onherroepelijk", CHANGE, "1C"),
        ("vastgesteld", HOUSING, "2A"), ("vastgesteld", TO_WORK_OUT, "2B"), ("vastgesteld", CHANGE, "2C"),
        ("ontwerp", HOUSING, "3"), ("voorontwerp", TO_WORK_OUT, "3"), ("concept", HOUSING, "3"), ("Onherroepelijk ", NO_PARTS, "1A"),
        ("onherroepelijk", OTHER, None), ("ontwerp", OTHER, None), ("geconsolideerde versie", HOUSING, None),
        ("vastgesteld", Lying(0.9, {Part.HOUSING: 0.9}), None), ("vastgesteld", Lying(1.0, {Part.HOUSING: 0.04, Part.OTHER: 0.96}), None),
        ("vastgesteld", Lying(1.0, {Part.HOUSING: 0.3, Part.TO_WORK_OUT: 0.6}), "2B"),
        ("vastgesteld", Lying(1.0, {Part.OTHER: 1.0, Part.CHANGE: 1.0}), "2C"),
    ],
)  # fmt: skip
def test_the_planstatus_follows_from_status_and_bestemming(status, lying, code):
    assert planstatus_of(replace(PLAN, status=status), lying) == code


@pytest.mark.parametrize(
    ("kind", "name", "code"),
    [("uitwerkingsplan", "Kade", "2A"), ("omgevingsvergunning", "Kade", "2A"), ("structuurvisie", "Kade", None),
     ("voorbereidingsbesluit", "Kade", None), ("bestemmingsplan", "Paraplubestemmingsplan Parkeren", None),
     ("bestemmingsplan", "Facetbestemmingsplan Wonen", None)],
)  # fmt: skip
def test_only_what_lets_build_counts(kind, name, code):
    assert planstatus_of(replace(PLAN, soort=kind, naam=name), NO_PARTS) == code


def test_bestemmingen_are_known_by_group_and_name():
    assert part_of("wonen", "Wonen - 1") is part_of("Gemengd", "Gemengd") is Part.HOUSING
    assert part_of("wonen", "Wonen - Uit te werken 2") is Part.TO_WORK_OUT
    assert part_of("agrarisch", "Agrarisch - Uit te werken") is part_of("verkeer", "Verkeer") is Part.OTHER
    assert is_change("wetgevingzone - Wijzigingsgebied 1") and not is_change("vrijwaringszone - molenbiotoop")


def test_of_several_maps_the_latest_that_knows_its_bestemmingen_speaks():
    old, new = (
        replace(PLAN, datum="2011-01-01", status="onherroepelijk"),
        replace(PLAN, identificatie="NL.IMRO.9999.X-ON01", status="ontwerp"),
    )
    assert hint_of([(new, HOUSING), (old, HOUSING)]).betekent == "3"
    assert hint_of([(new, NO_PARTS), (old, HOUSING)]).betekent == "1A"
    assert hint_of([(new, OTHER)]) is None
    assert hint_of([(PLAN, HOUSING)]) == Hint("planstatus", PLAN.identificatie, "bestemmingsplan Kade, vastgesteld 2024-02-13", "2A")
    named = replace(PLAN, naam="Bestemmingsplan Kade", identificatie="9999.BPKade")
    assert hint_of([(named, HOUSING)]) == Hint("planstatus", "NL.IMRO.9999.BPKade", "Bestemmingsplan Kade, vastgesteld 2024-02-13", "2A")


def test_it_is_a_proposal_with_its_reason_and_the_words_of_the_source_go_first():
    said = Hint("planstatus", "NL.IMRO.1-VG01", "bestemmingsplan Kade, vastgesteld 2024-02-13", "2A")
    assert proposed({"planstatus": None}, said)["planstatus"] == ("2A", Kind.MAP)
    assert reason({"planstatus": None}, "planstatus", said) == (
        "plankaart NL.IMRO.1-VG01 ligt over de hele polygoon en zegt ‘bestemmingsplan Kade, vastgesteld 2024-02-13’"
    )
    assert "planstatus" not in plans_of({"planstatus": "4A"}, said).proposals[1]
    assert proposed({"planstatus": None}, said, Hint("planstatus", "Status", "in procedure", "3"))["planstatus"] == ("3", Kind.WORDS)
