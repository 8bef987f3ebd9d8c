# SPDX-License-Identifier: GPL-2.0-or-later
"""Cells of known formats that are no count: never read as 0, never left out of a sum, always listed with their text. Counted here, apart."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.importing.formats import gelderland, zeeland, zuid_holland
from lmvw_plugin.core.importing.formats.counts33 import PRICES, TYPES
from lmvw_plugin.core.importing.formats.diwi import excel as diwi_excel
from lmvw_plugin.core.importing.formats.diwi import geojson as diwi_geojson
from tests.core.test_formats import balanced, reasons, year
from tests.core.test_import_balance import BELOW_ZERO, NUMBERS, ODD, SPEED, Cell

SPRING = Peildatum.parse("2026-01-01")
COUNTED = st.one_of(NUMBERS, NUMBERS, NUMBERS, NUMBERS, ODD, BELOW_ZERO)
HAS_ALL = {
    "koop_betaalbaar": ("koop1", "koop2"),
    "prijs_overig": ("koop3", "koop4", "huur4"),
    "prijs_onbekend": ("koop_onb", "huur_onb", "onbekend"),
}


def is_count(cell):
    return cell.empty or (cell.clear and cell.number >= 0)


def listed(extra, cell):
    """The text of a cell stands in the list of what was not taken over."""
    return any(cell.text in str(one.value).split("; ") and one.reason for one in extra.unplaced)


def check_field(row, veld, cells, expected):
    """The sum when every cell is a count, else nothing."""
    if all(map(is_count, cells)):
        assert row.get(veld, 0) == expected, veld
    else:
        assert veld not in row, veld


# -- the 33 counts ----------------------------------------------------------------------------------------------------

KEYS = [(kind, price) for kind, price in product(TYPES, PRICES)]
YEARS = st.dictionaries(
    st.sampled_from((2024, 2025, 2026, 2027, 2036, 2040, 2044, 2050)),
    st.dictionaries(st.sampled_from(KEYS), COUNTED, max_size=6),
    max_size=3,
)


def flat_33(known, cells_by_year):
    records = [
        year(number, **{f"{kind}_{price}": cell.raw for (kind, price), cell in cells.items()}) for number, cells in cells_by_year.items()
    ]
    if known == "zuid_holland":
        flat = zuid_holland.flatten([{"plannaam": "Haven", "year_properties": records}], {}, SPRING)
    else:
        flat = gelderland.flatten([{"plannaam": "Haven", "GlobalID": "{ABC}"}], {"abc": records}, SPRING)
    return flat.rows[0], flat.extras[0]


@pytest.mark.parametrize("known", ["zuid_holland", "gelderland"])
@given(YEARS)
@settings(**SPEED)
def test_the_33_counts_are_whole_or_empty(known, cells_by_year):
    row, extra = flat_33(known, cells_by_year)
    balanced(row, extra)
    everything = [cell for cells in cells_by_year.values() for cell in cells.values()]
    if not any(cell.text not in ("0", "") for cell in everything) and known == "gelderland":
        return  # without a year that says something the totals of the plan are used
    assert extra.totals.get("bruto_totaal", 0) == sum(
        cell.number for number, cells in cells_by_year.items() for cell in cells.values() if number >= 2026 or cell.number > 0
    )
    assert all(is_count(cell) or listed(extra, cell) for cell in everything)

    def of(test):
        """The cells of a kind in coming years, and what they add up to."""
        cells = [(number, cell) for number, found in cells_by_year.items() for key, cell in found.items() if test(number, *key)]
        coming = [cell for number, cell in cells if number >= 2026]  # what was delivered is no part of it, readable or not
        return coming, sum(cell.number for cell in coming)

    check_field(row, "bruto_totaal", *of(lambda *_: True))
    for number, slot in ((2026, "bruto_jaar01"), (2027, "bruto_jaar02"), (2044, "bruto_periode2")):
        check_field(row, slot, *of(lambda at, kind, price, number=number: at == number))
    check_field(row, "bruto_periode1", *of(lambda at, kind, price: at in (2036, 2040)))
    for kind, veld in TYPES.items():
        check_field(row, veld, *of(lambda at, this, price, kind=kind: this == kind))
    for veld, prices in HAS_ALL.items():
        check_field(row, veld, *of(lambda at, kind, price, prices=prices: price in prices))


def test_demolished_dwellings_that_are_no_number_leave_the_rest_alone():
    odd = year(2027, meergezins_koop1=4, sloop_meergezins_koop1="ca. 5", sloop_eengezins_koop1=2)
    flat = zuid_holland.flatten([{"plannaam": "x", "year_properties": [odd]}], {}, SPRING)
    (row,), (extra,) = flat.rows, flat.extras
    assert (row["bruto_totaal"], row["bruto_jaar02"], row.get("sloop_totaal"), row.get("sloop_jaar02")) == (4, 4, None, None)
    assert [(one.column, one.value) for one in extra.unplaced if one.veld == "sloop_totaal"] == [
        ("sloop_meergezins_koop1 2027", "ca. 5"), ("Sloop totaal", 2),
    ]  # fmt: skip
    balanced(row, extra)


@pytest.mark.parametrize("years", ["[kapot", "geen", '{"jaartal": 2027}', {"jaartal": 2027}, 7, "[" * 100_000])
def test_years_that_cannot_be_read_are_said(years):
    flat = zuid_holland.flatten([{"plannaam": "x", "year_properties": years}], {}, SPRING)
    assert reasons(flat.extras[0], "bruto_totaal") == ["kan niet als lijst van jaren gelezen worden"]
    assert len(flat.extras[0].unplaced[0].value) <= 80


@pytest.mark.parametrize("number", ["onbekend", None, "26"])
def test_counts_of_a_year_that_is_none_keep_what_was_said(number):
    flat = zuid_holland.flatten([{"plannaam": "x", "year_properties": [year(number, meergezins_koop1=4)]}], {}, SPRING)
    (row,), (extra,) = flat.rows, flat.extras
    assert (row["bruto_totaal"], row.get("bruto_jaar01")) == (4, None)
    (aside,) = [one for one in extra.unplaced if one.amount]
    assert (aside.veld, aside.column, aside.amount) == ("fasering_bruto", f"33 aantallen {number or ''}".strip(), 4)
    balanced(row, extra)


@pytest.mark.parametrize(("here", "there"), [("{AB-C}", "ab-c"), ("AB-C", "{ab-c}"), ("ab-c", "AB-C")])
def test_the_years_of_gelderland_are_found_however_the_key_is_written(here, there):
    flat = gelderland.flatten([{"plannaam": "x", "GlobalID": here}], {there: [year(2027, meergezins_koop1=4)]}, SPRING)
    assert (flat.rows[0]["bruto_totaal"], flat.extras[0].plan_id) == (4, "ab-c")


@given(COUNTED, COUNTED, COUNTED, COUNTED)
@settings(**SPEED)
def test_the_totals_of_gelderland_are_whole_or_empty(rest, done, flats, houses):
    record = {"plannaam": "x", "Totaal_resterend": rest.raw, "Totaal_gerealiseerd": done.raw, "Totaal_meergezins_resterend": flats.raw,
              "Totaal_eengezins_resterend": houses.raw}  # fmt: skip
    flat = gelderland.flatten([record], {}, SPRING)
    (row,), (extra,) = flat.rows, flat.extras
    balanced(row, extra)
    check_field(row, "bruto_totaal", [rest, done], rest.number)
    check_field(row, "meergezins", [flats], flats.number)
    check_field(row, "eengezins", [houses], houses.number)
    assert all(is_count(cell) or listed(extra, cell) for cell in (rest, done, flats, houses))


def test_counts_of_gelderland_that_are_text_reach_the_list():
    flat = gelderland.flatten([{"plannaam": "x", "aantal_nultreden_woningen": "ca. 5", "Totaal_koop1": "12 st."}], {}, SPRING)
    assert flat.rows[0]["nultreden"] == "ca. 5"  # read, and refused with its reason, like any other column
    assert [one.value for one in flat.extras[0].unplaced] == ["12 st."]


# -- Zeeland ----------------------------------------------------------------------------------------------------------

GROUPS = {"Nieuwbouw": "nieuwbouw", "Eengezins": "woningtype", "Nultreden": "wonen en zorg", "Geclusterd": "wonen en zorg",
          "Sociale huur": "betaalbaarheid", "Koop betaalbare koop": "betaalbaarheid", "Sloop": "sloop"}  # fmt: skip
FIRST = 2024  # the year over column G


def grid_of(cells):
    """Label to cells by column (3 Totalen, 5 Gerealiseerd, 7 and on the years)."""
    grid = {1: {1: "Plannaam", 2: "Kade"}, 18: {column: FIRST + column - 7 for column in range(7, 27)}}
    for number, (label, group) in enumerate(GROUPS.items(), 19):
        grid[number] = {1: label, 2: group} | {column: cell.raw for column, cell in cells.get(label, {}).items()}
    return grid


@given(st.dictionaries(st.sampled_from(list(GROUPS)), st.dictionaries(st.sampled_from((3, 5, 9, 10, 19, 20)), COUNTED, max_size=4)))
@settings(**SPEED)
def test_the_sheet_of_zeeland_is_whole_or_empty(cells):
    _, flat = zeeland.flatten(grid_of(cells), SPRING)
    if not flat.rows:
        return
    (row,), (extra,) = flat.rows, flat.extras
    balanced(row, extra)
    for label, total in (("Nieuwbouw", "bruto_totaal"), ("Sloop", "sloop_totaal")):
        found = cells.get(label, {})
        assert all(is_count(cell) or listed(extra, cell) for cell in found.values())
        if not all(is_count(found.get(column, Cell(None))) for column in (3, 5)):
            assert total not in row
        measure = total.replace("totaal", "jaar01")
        check_field(row, measure, [found.get(9, Cell(None))], found.get(9, Cell(None)).number if measure in row else 0)
    for label, velden in (("Eengezins", ["eengezins"]), ("Koop betaalbare koop", ["koop_betaalbaar"])):
        found = [cells.get(label, {}).get(column, Cell(None)) for column in (3, 5)]
        assert all(is_count(cell) or listed(extra, cell) for cell in found)
        for veld in velden:
            check_field(row, veld, found, found[0].number - found[1].number if not found[0].empty and found[0].raw is not None else 0)
    older = [cells.get(label, {}).get(column, Cell(None)) for label in ("Nultreden", "Geclusterd") for column in (3, 5)]
    if not all(map(is_count, older)):
        assert "nultreden" not in row


def test_more_realised_than_there_is_in_zeeland_is_said():
    _, flat = zeeland.flatten(grid_of({"Nieuwbouw": {3: Cell(5), 5: Cell(8)}}), SPRING)
    (row,), (extra,) = flat.rows, flat.extras
    assert "bruto_totaal" not in row
    assert "gerealiseerd is 8, meer dan het totaal" in reasons(extra, "bruto_totaal")
    balanced(row, extra)


# -- DIWI -------------------------------------------------------------------------------------------------------------


def geojson(blocks, **about):
    record = {"projectgegevens": {"basisgegevens": {"naam": "Haven"}, **about}, "woning_blokken": blocks}
    flat = diwi_geojson.flatten([record], {}, SPRING)
    return flat.rows[0], flat.extras[0]


def geojson_block(count, kind="Bouw", end="2027-01-01", **more):
    return {"naam": "b", "mutatiegegevens": {"mutatie_type": kind, "aantal": count}, "einddatum": end, **more}


@given(st.lists(st.tuples(COUNTED, COUNTED, COUNTED, st.sampled_from(("2025-05-01", "2027-01-01", "2031-06-30", None))), max_size=3))
@settings(**SPEED)
def test_the_blocks_of_diwi_are_whole_or_empty(blocks):
    row, extra = geojson([
        geojson_block(count.raw, end=end, woning_type={"meergezinswoning": flats.raw},
                      waarde=[{"eigendom_type": "KOOPWONING", "waarde": 380000, "aantal": bought.raw}])
        for count, flats, bought, end in blocks
    ])  # fmt: skip
    balanced(row, extra)
    counts = [(count, end) for count, _, _, end in blocks]
    assert extra.totals.get("bruto_totaal", 0) == sum(count.number for count, _ in counts)
    check_field(row, "bruto_totaal", [count for count, _ in counts], sum(count.number for count, end in counts if end != "2025-05-01"))
    good = [(count, flats) for count, flats, _, end in blocks if is_count(count) and end != "2025-05-01"]
    check_field(row, "meergezins", [one for block in blocks for one in block[:2] if is_count(block[0]) or one is block[0]],
                sum(flats.number for _, flats in good))  # fmt: skip
    for count, flats, bought, _ in blocks:
        for cell in (count, flats, bought) if is_count(count) else (count,):
            assert is_count(cell) or listed(extra, cell), cell
    if not all(is_count(bought) for count, _, bought, _ in blocks if is_count(count)):
        assert not {"koop_betaalbaar", "prijs_onbekend"} & row.keys()


def test_dwellings_of_a_block_without_kind_are_not_lost():
    row, extra = geojson([geojson_block(12, kind="Verbouw"), geojson_block(5)])
    assert (row["bruto_totaal"], extra.totals["bruto_totaal"]) == (5, 17)
    balanced(row, extra)


@pytest.mark.parametrize("end", ["31-12-2025", "01-12-2027", "2027", "1 dec. 2027", "2027-13-45"])
def test_a_date_in_other_words_is_never_compared(end):
    row, extra = geojson([geojson_block(5, end=end)])
    assert (row["bruto_totaal"], row.get("bruto_jaar01")) == (5, None)
    (aside,) = [one for one in extra.unplaced if one.amount and one.veld == "fasering_bruto"]
    assert aside.column == f"blok ‘b’ {end}"
    balanced(row, extra)


@pytest.mark.parametrize("day", ["01-12-2027", 20250101, ["2025-01-01"], {"a": 1}, True])
def test_a_status_that_starts_at_no_date_is_left_to_a_person(day):
    row, extra = geojson([], planologische_planstatus={"4A Opgenomen in visie": "2020-01-01", "1A Onherroepelijk": day})
    assert row["planstatus"] is None
    (aside,) = [one for one in extra.unplaced if one.veld == "planstatus"]
    assert f"1A Onherroepelijk ({day})" in aside.value and "4A Opgenomen in visie (2020-01-01)" in aside.value
    assert "geen datum" in aside.reason


def excel(*rows, dates=(date(2027, 5, 1), "2028", None), prices=("100000-200000", "Starter", "280.000-390.000")):
    """Projects in the sheet of DIWI: rows of Identificatie nr, Naam, Bouw, three years, meergezins and three prices."""
    headers = {1: "Identificatie nr", 2: "Naam", 4: "Bouw", 6: "Opleverdatum", 7: "Opleverdatum", 8: "Opleverdatum", 9: "Meergezins woning",
               10: "Koopprijs waarde", 11: "Koopprijs categorie", 12: "Koopprijs waarde"}  # fmt: skip
    below = {column: value for column, value in zip((6, 7, 8, 10, 11, 12), (*dates, *prices), strict=True) if value is not None}
    grid = {2: {1: "Projectgegevens", 4: "Woning aantallen", 6: "Bouw gegevens", 14: "Sloop gegevens"}, 4: headers, 5: below}
    for number, row in enumerate(rows, 6):
        grid[number] = {column: value for column, value in zip(headers, row, strict=False) if value is not None}
    _, flat = diwi_excel.flatten(grid, SPRING)
    return flat.rows, flat.extras


@given(COUNTED, COUNTED, COUNTED, COUNTED)
@settings(**SPEED)
def test_the_sheet_of_diwi_is_whole_or_empty(count, year_one, flats, bought):
    (row,), (extra,) = excel((1, "Haven", count.raw, year_one.raw, None, None, flats.raw, bought.raw))
    balanced(row, extra)
    used = (count, year_one, flats, bought) if is_count(count) and count.number + year_one.number else (count,)
    assert all(is_count(cell) or listed(extra, cell) for cell in used)
    assert row.get("bruto_totaal", 0) == (count.number if is_count(count) else 0)
    if not all(map(is_count, used)):
        assert not ({"bruto_jaar02"} & row.keys()) or is_count(year_one)
        assert not ({"meergezins"} & row.keys()) or is_count(flats)


def test_years_and_prices_that_are_not_clear_keep_what_was_said():
    (row,), (extra,) = excel((1, "Haven", 12, 3, 4, 5, 12, 2, 4, 6))
    assert (row["bruto_totaal"], row["bruto_jaar02"], row.get("bruto_jaar03")) == (12, 3, None)
    said = {one.column: one.amount for one in extra.unplaced if one.veld == "fasering_bruto"}
    assert said == {"blok ‘Bouw in rij 6’ 2028": 4, "blok ‘Bouw in rij 6’": 5}
    why = [one.reason for one in extra.unplaced if one.veld == "prijs_onbekend"]
    assert any("‘Starter’ heeft geen bedragen" in reason for reason in why)
    assert any("‘280.000-390.000’ heeft geen bedragen" in reason for reason in why)  # 280.000 is not 280 euro
    balanced(row, extra)


def test_years_without_a_number_of_dwellings_are_not_lost():
    (row,), (extra,) = excel((1, "Haven", None, 3, 4, None))
    assert "bruto_totaal" not in row
    assert extra.totals["bruto_totaal"] == 7
    balanced(row, extra)


def test_rows_of_one_project_that_differ_are_told():
    (row,), (extra,) = excel((1, "Haven", 5, 5), (1, "Havenkwartier", 7, 7))
    assert (row["plannaam"], row["bruto_totaal"]) == ("Haven", 12)
    assert [(one.column, one.value) for one in extra.unplaced if one.veld == "plannaam"] == [("rij 7", "Havenkwartier")]
    balanced(row, extra)


def test_what_a_cell_says_twice_is_listed_twice():
    years = [year(2027, meergezins_koop1=text) for text in ("ca. 5", "ca. 6")]
    flat = zuid_holland.flatten([{"plannaam": "x", "year_properties": years}], {}, SPRING)
    assert [one.value for one in flat.extras[0].unplaced] == ["ca. 5; ca. 6"]
