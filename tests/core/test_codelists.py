# SPDX-License-Identifier: GPL-2.0-or-later
"""The code lists: which codes there are, what is hard, soft or stays home, and the real municipalities."""

import csv
import re
from datetime import date
from decimal import Decimal

import pytest

from lmvw_plugin.core.basisset import codelists as c
from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.prices.limits import SEGMENTS, PriceLimits, price_limits
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.paths import CODE_LISTS
from tests.conftest import DATA

HARD, SOFT, OWN = {"1A", "1B", "2A", "2B"}, {"1C", "2C", "3", "4A", "4B"}, {"5A", "5B"}


def test_planstatus_has_nine_delivered_codes_and_two_that_stay_home():
    codes = set(c.code_list("planstatus"))
    assert codes == HARD | SOFT | OWN
    assert {code for code in codes if c.is_hard(code)} == HARD
    assert {code for code in codes if c.is_soft(code)} == SOFT
    assert {code for code in codes if c.stays_home(code)} == OWN


@pytest.mark.parametrize("name", ["planstatus", "plantype", "prijssegmenten", "gemeenten"])
def test_a_code_has_one_row(name):
    """Of two the last would take the place of the other without a word."""
    with (CODE_LISTS / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
        codes = [row["code"] for row in csv.DictReader(rows)]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("status", [None, "", "1a", "2", "hard", "zacht", "6A"])
def test_what_is_no_code_is_neither_hard_nor_soft(status):
    assert not (c.is_hard(status) or c.is_soft(status) or c.stays_home(status))


def test_plantypes_are_the_six_of_the_basisset():
    expected = "pand_transformatie transformatiegebied herstructurering verdichting uitbreiding_uitleg uitbreiding_overig"
    assert set(c.code_list("plantype")) == set(expected.split())


@pytest.mark.parametrize("name", ["planstatus", "plantype"])
def test_every_code_is_explained_with_its_source(name):
    for code in c.code_list(name).values():
        assert code.label
        assert code.definition.endswith(".")
        assert code.source.startswith("Basisset 2.0")


def test_there_are_342_real_municipalities_and_one_invented():
    codes = dict(c.gemeenten())
    assert codes.pop("GM9999").name == "Markerwaard"
    assert len(codes) == 342
    assert all(re.fullmatch(r"GM[0-9]{4}", code) for code in codes)
    assert len({one.name for one in codes.values()}) == 342
    assert len({one.provincie for one in codes.values()}) == 12


def test_municipalities_are_those_of_cbs():
    source = DATA / "grenzen" / "gemeente_provincie_2026.csv"
    if not source.exists():
        pytest.skip("needs ../shared/data/grenzen/gemeente_provincie_2026.csv")
    with source.open(encoding="utf-8-sig", newline="") as lines:
        stated = {f"GM{row['gemeentecode']}": row["gemeentenaam"] for row in csv.DictReader(lines)}
    assert stated == {one.code: one.name for one in c.gemeenten().values() if one.code != "GM9999"}


def test_a_municipality_is_found_by_code():
    assert c.gemeente("GM0396").name == "Heemskerk"
    assert c.gemeente(" gm0396 ").provincie == "Noord-Holland"


@pytest.mark.parametrize("code", ["", "GM0000", "0396", "Heemskerk"])
def test_an_unknown_municipality_is_refused_with_a_sentence(code):
    with pytest.raises(LmvwError, match=f"Gemeentecode ‘{code}’ is onbekend; .*GM0396"):
        c.gemeente(code)


def test_price_limits_say_so_where_they_are_not_known():
    assert PriceLimits().label("sociale_huur", 2026) == "t/m € 932,93 in 2026"
    assert PriceLimits().label("betaalbare_koop", 2024) == "t/m € 390.000 in 2024"
    for segment, year in (("betaalbare_koop", 2026), ("middenhuur", 2025), ("middenhuur", 1999), ("sociale_huur", 2027)):
        assert PriceLimits().label(segment, year) == f"grens {year} niet bekend"
        assert PriceLimits().text(segment, year) == f"De grens van {year} is niet bekend."


def test_middle_rent_has_its_surcharge_until_2028():
    """Basisset, middenhuurwoning: 1.300 in 2026 is middle rent when the building starts before 1 January 2028."""
    limit = price_limits()["middenhuur", 2026]
    assert limit.highest == Decimal("1350.87")
    assert PriceLimits().label("middenhuur", 2026) == "t/m € 1.228,07 in 2026, of +10%"
    assert (
        PriceLimits().text("middenhuur", 2026)
        == "In 2026 t/m € 1.228,07, en t/m € 1.350,87 (plus 10%) als de bouw start voor 1 januari 2028."
    )
    assert (
        PriceLimits().surcharge("middenhuur", 2026)
        == "Middenhuur telt ook t/m € 1.350,87 (plus 10%) als de bouw start voor 1 januari 2028."
    )
    assert PriceLimits().surcharge("middenhuur", 2025) == PriceLimits().surcharge("sociale_huur", 2026) == ""
    assert price_limits()["sociale_huur", 2026].highest == Decimal("932.93")


def test_price_limits_name_their_source_and_whether_it_is_official():
    assert [key for key, limit in price_limits().items() if not limit.official] == [("betaalbare_koop", 2025)]
    assert PriceLimits().label("betaalbare_koop", 2025) == "t/m € 405.000 in 2025, nog niet officieel"
    assert all(limit.source and limit.segment in SEGMENTS for limit in price_limits().values())
    assert {field.limit for field in b.FIELDS} - {None} == set(SEGMENTS)


def test_a_municipality_becomes_the_one_that_came_in_its_place():
    day = date(2021, 1, 1)
    assert c.gemeente("GM0003").heir(date(2020, 7, 1)).name == "Appingedam"
    assert c.gemeente("GM0003").heir(day).name == "Eemsdelta"
    several = next(one for one in c.every_gemeente().values() if len(one.successors) > 1)
    with pytest.raises(LmvwError, match="Maak voor elke nieuwe gemeente een planbestand"):
        several.heir(several.ended)
