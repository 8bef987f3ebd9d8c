# SPDX-License-Identifier: GPL-2.0-or-later
"""The formats of other systems: recognised by content, their traps stepped over, every dwelling placed or listed."""

import itertools
from datetime import date
from decimal import Decimal

import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.basisset.prices.limits import PriceLimits, stated
from lmvw_plugin.core.basisset.values import read_value
from lmvw_plugin.core.importing import formats
from lmvw_plugin.core.importing.formats import eib, gelderland, own, zuid_holland
from lmvw_plugin.core.importing.formats.counts33 import PRICES, TYPES
from lmvw_plugin.core.importing.formats.diwi import geojson as diwi_geojson
from lmvw_plugin.core.importing.formats.diwi import project as diwi
from lmvw_plugin.core.importing.imported import PHASING, measure_of

SPRING, AUTUMN = Peildatum.parse("2026-01-01"), Peildatum.parse("2026-07-01")
PHASED = PHASING["bruto_totaal"]


def balanced(row, extra):
    """Every measure: what is placed plus what is left aside is what the format counted."""
    for measure, total in extra.totals.items():
        placed = sum(value for name, value in row.items() if measure_of(name) == measure and isinstance(value, int))
        assert total == placed + sum(one.amount for one in extra.unplaced if (measure_of(one.veld) or one.veld) == measure), measure


def reasons(extra, veld):
    return [one.reason for one in extra.unplaced if one.veld == veld]


# -- recognising ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("columns", "known"), [
    (["fid", "projectgegevens", "woning_blokken"], diwi_geojson.FORMAT),
    (["plannaam", "status_planologisch", "year_properties"], zuid_holland.FORMAT),
    (["plannaam", "status_planologisch", "Totaal_resterend", "aantal_nultreden_woningen"], gelderland.FORMAT),
    (["plannaam", "status_planologisch", "totaal_resterend", "aantal_nultreden_woningen"], gelderland.FORMAT),
    (["Plannaam", "Aantalrest", "Planstatus", "WTYPGGB"], eib.FORMAT),
    (["NAAMPLAN", "TOTREST", "TE_SLOPEN", "WTYPGGB"], eib.FORMAT),
    ([field.column_at(SPRING) for field in b.COLUMNS], own.FORMAT),
    (["plannaam", "planstatus", "bruto"], None),
    ([], None),
])  # fmt: skip
def test_a_format_is_recognised_by_its_columns(columns, known):
    assert formats.recognise(columns) is known


@pytest.mark.parametrize("known", formats.KNOWN, ids=lambda known: known.title)
def test_every_format_says_what_it_fills_and_what_it_cannot(known):
    assert known.fills
    assert known.cannot
    for veld, how in known.fills:
        assert veld in b.BY_NAME or veld in PHASING.values()
        assert how


# -- planstatus: the code counts, the words were swapped --------------------------------------------------------------


@pytest.mark.parametrize(("text", "code"), [
    ("_4A_OPGENOMEN_IN_VISIE", "4A"), ("_4B_NIET_OPGENOMEN_IN_VISIE", "4B"), ("4B. Idee", "4B"), ("4B. Optie", "4B"), ("4a Opgenomen in de visie", "4A"),
    ("_3_IN_VOORBEREIDING", "3"), ("2c Vastgesteld B&W nodig", "2C"), ("3 Definitie", "3"), ("Concept", None),
])  # fmt: skip
def test_the_code_of_a_status_counts(text, code):
    assert diwi.code_of(text) == code
    if code:
        assert read_value(b.BY_NAME["planstatus"], text).value == code


def test_words_that_contradict_the_code_do_not_count():
    """DIWI's own converter for Utrecht wrote 4b for "opgenomen in de visie": the plugin never reads the words."""
    assert diwi.code_of("4b_opgenomen_in_de_visie") == "4B"
    assert diwi.code_of("4a_niet_opgenomen_in_de_visie") == "4A"


def test_the_latest_status_on_the_peildatum_counts():
    dates = {
        "4A Opgenomen in visie": "2020-01-01",
        "3 In voorbereiding": "2024-05-01",
        "1A Onherroepelijk": "2026-06-01",
        "2A Vastgesteld": None,
    }
    assert diwi.current_status(dates, SPRING) == "3"
    assert diwi.current_status(dates, AUTUMN) == "1A"
    assert diwi.current_status({"1A Onherroepelijk": "2030-01-01"}, SPRING) is None
    assert diwi.current_status({"3 In voorbereiding": "2024-01-01", "2B x": "2024-01-01"}, SPRING) == "2B"


def test_on_one_day_the_later_status_counts_in_the_order_of_diwi():
    order = ["4A", "4B", "3", "2A", "2B", "2C", "1A", "1B", "1C"]
    for earlier, later in itertools.pairwise(order):
        for both in ((earlier, later), (later, earlier)):
            assert diwi.current_status(dict.fromkeys(both, "2024-01-01"), SPRING) == later


def test_a_status_that_the_basisset_does_not_know_is_read_for_a_person_to_judge():
    assert diwi.current_status({"4B Idee": "2020-01-01", "4C Motie": "2024-01-01"}, SPRING) == "4C"


# -- DIWI -------------------------------------------------------------------------------------------------------------


def project(*blocks, **about):
    return diwi.Project({"plannaam": "Haven"}, {}, list(blocks), **about)


def block(count, day, kind=diwi.BUILD, **more):
    return diwi.Block("blok", kind, count, [(day, count)], **more)


def test_what_was_delivered_before_the_peildatum_is_listed_and_not_counted():
    row, extra = diwi.flatten(project(block(10, "2025-12-31", flats=10), block(7, "2026-03-01", flats=4)), SPRING)
    assert (row["bruto_totaal"], row["bruto_jaar01"], row["meergezins"], row["woningtype_onbekend"]) == (7, 7, 4, 3)
    assert extra.totals["bruto_totaal"] == 17
    balanced(row, extra)
    row, extra = diwi.flatten(project(block(10, "2025-12-31"), block(7, "2026-03-01")), AUTUMN)
    assert row.get("bruto_totaal") is None  # both are before 1 July
    balanced(row, extra)


def test_years_go_to_their_slots_and_what_has_no_slot_is_listed():
    row, extra = diwi.flatten(project(block(1, "2035-12-31"), block(2, "2036-01-01"), block(4, "2040-06-01"), block(8, "2045-01-01"), block(16, "2046-01-01"),
                                      block(32, None), block(5, "2027-01-01", kind=diwi.DEMOLISH)), SPRING)  # fmt: skip
    assert (row["bruto_totaal"], row["bruto_jaar10"], row["bruto_periode1"], row["bruto_periode2"]) == (63, 1, 6, 8)
    assert (row["sloop_totaal"], row["sloop_jaar02"], row["sloop_jaar01"]) == (5, 5, 0)
    assert row.get("bruto_jaar01") is None  # 32 dwellings have no year: nobody says that it is 0
    assert {one.amount for one in extra.unplaced if one.veld == PHASED} == {16, 32}
    balanced(row, extra)


@pytest.mark.parametrize(("price", "year", "veld", "why"), [
    (diwi.Price(diwi.OWNER, 1, 300_000, 390_000), 2024, "koop_betaalbaar", ""),
    (diwi.Price(diwi.OWNER, 1, 390_000, 390_000), 2024, "koop_betaalbaar", ""),
    (diwi.Price(diwi.OWNER, 1, 390_001, None), 2024, "prijs_overig", ""),
    (diwi.Price(diwi.OWNER, 1, 350_000, 400_000), 2024, "prijs_onbekend", "loopt over de grens"),
    (diwi.Price(diwi.OWNER, 1, 300_000, 310_000), 2026, "prijs_onbekend", "de prijsgrens van 2026 is niet bekend"),
    (diwi.Price(diwi.CORPORATION, 1, None, 879.66), 2024, "huur_sociaal_corporatie", ""),
    (diwi.Price(diwi.LANDLORD, 1, 900, 1100), 2024, "huur_midden_markt", ""),
    (diwi.Price(diwi.LANDLORD, 1, 1300, None), 2024, "prijs_overig", ""),
    (diwi.Price(diwi.LANDLORD, 1, 1200, None), 2024, "prijs_onbekend", "loopt over de grens"),
    (diwi.Price(diwi.LANDLORD, 1, 1300, 1300), 2026, "prijs_onbekend", "telt als middenhuur als de bouw start voor 1 januari 2028"),
    (diwi.Price(diwi.LANDLORD, 1, 800, 1000), 2024, "prijs_onbekend", "loopt over de grens"),
    (diwi.Price(diwi.OWNER, 1, category="Starter"), 2024, "prijs_onbekend", "‘Starter’ heeft geen bedragen"),
    (diwi.Price(None, 1), 2024, "prijs_onbekend", ""),
])  # fmt: skip
def test_a_price_goes_to_its_segment_or_to_a_person(price, year, veld, why):
    found, reason = diwi.place_price(price, year)
    assert found == veld
    assert (why in reason) if why else reason == ""


def test_an_own_limit_of_the_municipality_places_a_price_where_no_official_one_is():
    price = diwi.Price(diwi.OWNER, 1, 300_000, 415_000)
    own = [stated("betaalbare_koop", year, Decimal(420_000), "brief", "A. de Boer", date(2026, 3, 4)) for year in (2024, 2025, 2026)]
    limits = PriceLimits(tuple(own))
    assert diwi.place_price(price, 2026, limits) == ("koop_betaalbaar", "")
    assert diwi.place_price(price, 2025, limits) == ("koop_betaalbaar", "")  # before the figure of the press
    assert diwi.place_price(price, 2024, limits)[0] == "prijs_onbekend"  # never before an official one


def test_the_realised_status_of_diwi_is_not_gerealiseerd():
    row, extra = diwi.flatten(project(status="REALIZED"), SPRING)
    assert "gerealiseerd" not in row
    assert "BAG" in reasons(extra, "gerealiseerd")[0]
    _, extra = diwi.flatten(project(status="Afgebroken"), SPRING)
    assert reasons(extra, "vervallen")


def test_years_that_add_up_to_more_than_the_block_are_said():
    row, extra = diwi.flatten(project(diwi.Block("blok", diwi.BUILD, 5, [("2027-01-01", 8)])), SPRING)
    assert reasons(extra, "bruto_totaal")
    balanced(row, extra)


def test_properties_may_be_text_or_values():
    import json

    about = {"basisgegevens": {"naam": "Haven"}, "projectgegevens": {"plan_soort": "VERDICHTING", "vertrouwelijkheid": "Openbaar"},
             "locatie": {"gemeente": ["Markerwaard"]}, "diwi_id": "a" * 36}  # fmt: skip
    blocks = [{"naam": "b", "mutatiegegevens": {"mutatie_type": "Bouw", "aantal": 9}, "einddatum": "2028-01-01", "woning_type": {"eengezinswoning": 9},
               "waarde": [{"eigendom_type": "KOOPWONING", "waarde": 380000, "aantal": 4}]}]  # fmt: skip
    for record in (
        {"projectgegevens": about, "woning_blokken": blocks},
        {"projectgegevens": json.dumps(about), "woning_blokken": json.dumps(blocks)},
    ):
        flat = diwi_geojson.flatten([record], {}, Peildatum.parse("2024-01-01"))
        (row,), (extra,) = flat.rows, flat.extras
        assert (row["plannaam"], row["gemeente_naam"], row["bruto_jaar05"], row["eengezins"]) == ("Haven", "Markerwaard", 9, 9)
        assert (row["koop_betaalbaar"], row["prijs_onbekend"], extra.plan_id) == (4, 5, "a" * 36)
        assert read_value(b.BY_NAME["plantype"], row["plantype"]).value == "verdichting"
        balanced(row, extra)


# -- the 33 counts ----------------------------------------------------------------------------------------------------


def year(number, **counts):
    return {f"{prefix}{kind}_{price}": 0 for prefix in ("", "sloop_") for kind in TYPES for price in PRICES} | counts | {"jaartal": number}


def holland(*years, **more):
    flat = zuid_holland.flatten([{"plannaam": "Haven", "year_properties": list(years), **more}], {}, SPRING)
    return flat.rows[0], flat.extras[0]


def test_only_margins_are_used():
    row, extra = holland(year(2027, meergezins_koop1=3, eengezins_koop2=4, onbekend_huur4=5, onbekend_onbekend=1))
    assert (row["meergezins"], row["eengezins"], row["woningtype_onbekend"]) == (3, 4, 6)
    assert (row["koop_betaalbaar"], row["prijs_overig"], row["prijs_onbekend"]) == (7, 5, 1)
    balanced(row, extra)


@pytest.mark.parametrize("flag", ["Ja", "Nee"])
def test_the_inverted_flag_is_never_read(flag):
    row, extra = holland(year(2025, meergezins_koop1=2, bouw_gerealiseerd=flag), year(2030, meergezins_koop1=9, bouw_gerealiseerd=flag))
    assert (row["bruto_totaal"], extra.totals["bruto_totaal"]) == (9, 11)
    assert (row["bruto_jaar05"], row["koop_betaalbaar"]) == (9, 9)
    balanced(row, extra)


def test_rent_is_split_only_when_demolition_does_not_mix_in():
    row, extra = holland(year(2027, meergezins_huur1=6, meergezins_huur3=4), ph_short3=5, ph_short4=1)
    assert [row[f"huur_{kind}"] for kind in ("sociaal_corporatie", "sociaal_markt", "midden_corporatie", "midden_markt")] == [5, 1, 1, 3]
    balanced(row, extra)
    for mixed in (year(2027, meergezins_huur1=6, sloop_eengezins_huur1=2), year(2025, meergezins_koop1=1)):
        row, extra = holland(mixed, year(2028, meergezins_huur1=6), ph_short3=4, ph_short4=0)
        assert "huur_sociaal_markt" not in row
        assert "sloop of opgeleverde" in reasons(extra, "huur_sociaal_corporatie")[0]
        balanced(row, extra)
    row, extra = holland(year(2027, meergezins_huur1=6), ph_short3=None)
    assert "ontbreekt of past niet" in reasons(extra, "huur_sociaal_corporatie")[0]


def test_a_yes_without_a_number_is_left_to_a_person():
    row, extra = holland(year(2027), ph_text4="Ja")
    assert "tijdelijk" not in row
    assert reasons(extra, "tijdelijk")


def test_totals_of_gelderland_that_count_realised_homes_are_left():
    record = {"plannaam": "x", "Totaal_resterend": 8, "Totaal_gerealiseerd": 5, "Totaal_bouw": 13, "Totaal_meergezins_resterend": 3,
              "Totaal_eengezins_resterend": 1, "Totaal_type_onbekend_resterend": 99, "Totaal_koop1": 7, "GlobalID": "{ABC}"}  # fmt: skip
    flat = gelderland.flatten([record], {}, SPRING)
    (row,), (extra,) = flat.rows, flat.extras
    assert (row["bruto_totaal"], row["woningtype_onbekend"], extra.plan_id) == (8, 4, "abc")
    assert extra.totals["bruto_totaal"] == 13
    assert "koop_betaalbaar" not in row
    assert any(one.column == "totaal_koop1" and one.value == 7 for one in extra.unplaced)
    balanced(row, extra)


def test_years_of_gelderland_are_text():
    details = {"g": [{name: str(value) for name, value in year(2027, meergezins_koop1=4).items()}]}
    flat = gelderland.flatten([{"plannaam": "x", "GlobalID": "g", "Totaal_resterend": 5}], details, SPRING)
    (row,), (extra,) = flat.rows, flat.extras
    assert (row["bruto_totaal"], row["bruto_jaar02"], row["bruto_jaar01"]) == (4, 4, 0)
    assert "een ander totaal" in reasons(extra, "bruto_totaal")[0]


def test_a_class_column_fits_no_other_format():
    assert zuid_holland.FORMAT.recognise(["plannaam", "status_planologisch"]) is False
