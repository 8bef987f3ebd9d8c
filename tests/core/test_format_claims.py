# SPDX-License-Identifier: GPL-2.0-or-later
"""What is known of the formats of other systems, claim by claim; the claims are in the research report on exchange formats."""

import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.basisset.values import read_value
from lmvw_plugin.core.importing.formats import gelderland, zeeland, zuid_holland
from lmvw_plugin.core.importing.formats.diwi import excel as diwi_excel
from lmvw_plugin.core.importing.formats.diwi import geojson as diwi_geojson
from lmvw_plugin.core.importing.formats.diwi import project as diwi
from lmvw_plugin.core.importing.mapping import guessing
from lmvw_plugin.core.importing.mapping import plan as m
from lmvw_plugin.core.importing.plans import import_plans
from tests.conftest import MARKERWAARD
from tests.core.test_format_cells import excel, geojson, geojson_block, grid_of
from tests.core.test_formats import balanced, holland, reasons, year
from tests.core.test_import_balance import Cell

SPRING = Peildatum.parse("2026-01-01")
KEY = "0f8fad5b-d9cb-469f-a165-70867728950e"


def guessed(columns, samples=None):
    return guessing.guess({m.POLYGONEN: columns}, {m.POLYGONEN: samples or {}}, SPRING).fields


# -- words that have no lossless meaning ------------------------------------------------------------------------------


@pytest.mark.parametrize(("word", "proposal"), [
    ("Prive", "ja"), ("Privé", "ja"), ("Intern ambtelijk", "ja"), ("Intern bestuurlijk", "ja"), ("Intern raad", "ja"), ("Extern woonregio", "ja"),
    ("Extern mede-overheden", "nee"), ("PRIVATE", "ja"), ("INTERNAL_CIVIL", "ja"), ("INTERNAL_MANAGEMENT", "ja"), ("INTERNAL_COUNCIL", "ja"),
    ("EXTERNAL_REGIONAL", "ja"), ("EXTERNAL_GOVERNMENTAL", "nee"), ("Gemeente", "ja"), ("Regio", "ja"), ("Provincie", "nee"),
    ("ProvincieGemeente", "nee"), ("Provinciale organisatie (en eigen gemeente)", "nee"),
])  # fmt: skip
def test_a_level_of_confidentiality_is_only_proposed(word, proposal):
    column = guessed(["plannaam", "vertrouwelijkheid"], {"vertrouwelijkheid": [word, "Openbaar", "PUBLIC"]})["vertrouwelijk"]
    assert column.values == {word: None, "Openbaar": "nee", "PUBLIC": "nee"}
    assert column.proposals == {word: proposal}
    rows = [{"plannaam": "a", "vertrouwelijkheid": word}, {"plannaam": "b", "vertrouwelijkheid": "Openbaar"}]
    result = import_plans(rows, [], m.PlanMapping({m.POLYGONEN: "plannaam"}, {"vertrouwelijk": column}), MARKERWAARD)
    assert [plan["vertrouwelijk"] for _, plan in result.plans] == [None, False]
    assert [(remark.value, bool(remark.reason)) for remark in result.remarks] == [(word, True)]


OLD_TYPES = {
    "Transformatie": "pand_transformatie", "Functieverandering Kantoren": "pand_transformatie", "Functieverandering Detailhandel": "pand_transformatie",
    "Functieverandering Maatschapelijk": "pand_transformatie", "Functieverandering Bedrijven/industrie": "transformatiegebied",
    "Functieverandering overig": "pand_transformatie", "Functieverandering onbekend wat": "pand_transformatie",
    "Sloop/nieuwbouw (woningen)": "herstructurering", "Sloop": "herstructurering", "Verdichtingslocatie": "verdichting",
    "Uitleg": "uitbreiding_uitleg", "Uitleggebied voor woningbouw": "uitbreiding_uitleg", "Onbekend": None,
}  # fmt: skip


def test_the_old_plantypes_are_only_proposed():
    column = guessed(["plannaam", "PLANTYP"], {"PLANTYP": list(OLD_TYPES)})["plantype"]
    assert column.values == dict.fromkeys(OLD_TYPES)
    assert column.proposals == {word: code for word, code in OLD_TYPES.items() if code}


@pytest.mark.parametrize("word", ["Pand Transformatie", "PAND_TRANSFORMATIE", "Pand transformatie"])
def test_the_six_plantypes_are_read_in_every_system(word):
    assert read_value(b.BY_NAME["plantype"], word).value == "pand_transformatie"


@pytest.mark.parametrize("column", ["projectfase", "status_project", "Project status", "HARDZ", "STATUS_PLAN_OUD"])
def test_a_project_phase_is_no_planning_status(column):
    assert "planstatus" not in guessed(["plannaam", column])


# -- EIB and RIGO -----------------------------------------------------------------------------------------------------

EIB = ["Provincie", "Gem_naam", "Plannaam", "Plantype", "Planstatus", "Aantalrest", "Sloop", "OP2019", "OP202024", "Op202529", "Op20302050", "OPLONB",
       "WTYPGGB", "WTYPAPP", "WTYPONB", "HUUR", "KOOP", "HRKPONB", "datum", "schatting"]  # fmt: skip
RIGO = ["GEMID", "GEMEENTE", "PLANID", "WIJZIG", "PLANNR_1", "NAAMPLAN", "HARDZ", "TOTREST", "TOTRESTS", "OP201719", "OP202024", "OP202529", "OP203050",
        "OPLONB", "TE_SLOPEN", "NULTR", "POCPO", "STDENT", "WTYPGGB", "WTYPAPP", "WTYPONB", "HUUR", "KOOP", "HRKPONB", "PLANTYP", "STATUS"]  # fmt: skip


@pytest.mark.parametrize(("columns", "sloop"), [(EIB, "Sloop"), (RIGO, "TE_SLOPEN")])
def test_rent_and_sale_say_nothing_of_the_price(columns, sloop):
    mapping = guessing.guess({m.POLYGONEN: columns}, {m.POLYGONEN: {sloop: [-3, 0]}}, SPRING)
    assert not {one.name for one in b.COUNTS if one.group is b.Group.PRIJS} & mapping.fields.keys()
    assert {"HUUR", "KOOP", "HRKPONB"} <= set(mapping.unused({m.POLYGONEN: columns})[m.POLYGONEN])
    assert (mapping.fields["sloop_totaal"].column, mapping.fields["sloop_totaal"].negated) == (sloop, True)
    assert not {veld for veld in mapping.fields if veld.startswith(("bruto_jaar", "bruto_periode"))}  # no period of the source fits
    assert set(mapping.unplaced[m.POLYGONEN].values()) == {"bruto_totaal"}
    assert len(mapping.unplaced[m.POLYGONEN]) == 5


def test_a_balancing_number_below_zero_is_listed():
    rows = [{"Plannaam": "a", "WTYPONB": -4, "Aantalrest": 10}]
    fields = guessed(EIB, {"WTYPONB": [-4]})
    result = import_plans(
        rows, [], m.PlanMapping({m.POLYGONEN: "Plannaam"}, {"woningtype_onbekend": fields["woningtype_onbekend"]}), MARKERWAARD
    )
    assert result.plans[0][1]["woningtype_onbekend"] is None
    assert [(remark.value, remark.amount) for remark in result.remarks] == [("-4", -4)]
    assert "negatief" in result.remarks[0].reason


# -- DIWI -------------------------------------------------------------------------------------------------------------


def test_a_block_of_the_import_form_ends_with_its_project_and_has_one_owner():
    block = {"name": "b", "mutatiegegevens": {"mutatie_type": "CONSTRUCTION", "eigendom_type": "KOOPWONING", "woning_type": "EENGEZINSWONING",
             "contract_type": "x", "status": "ACTIVE", "aantal": 6}, "waarde": {"laag": 200000, "hoog": 390000}, "grootte": []}  # fmt: skip
    about = {"basisgegevens": {"naam": "Haven"}, "projectduur": {"eind_project": "2025-07-01"}}
    flat = diwi_geojson.flatten([{"projectgegevens": about, "woning_blokken": [block]}], {}, Peildatum.parse("2024-01-01"))
    (row,), (extra,) = flat.rows, flat.extras
    assert (row["bruto_totaal"], row["bruto_jaar02"], row["eengezins"], row["meergezins"], row["koop_betaalbaar"]) == (6, 6, 6, 0, 6)
    balanced(row, extra)


def test_a_block_of_the_export_has_no_year_but_its_own():
    row, extra = geojson([geojson_block(6, end=None)], projectduur={"eind_project": "2027-07-01"})
    assert (row["bruto_totaal"], row.get("bruto_jaar02")) == (6, None)
    assert "heeft in de bron geen jaar; verdeel zelf" in reasons(extra, "fasering_bruto")


@pytest.mark.parametrize(("below", "bounds"), [
    ("100000-200000", (100000, 200000)), ("200000-Inf", (200000, None)), ("879,66", (879.66, 879.66)), ("700 - 879,66", (700, 879.66)),
    ("Starter", (None, None)), ("", (None, None)), ("280.000-390.000", (None, None)), ("Inf", (None, None)),
])  # fmt: skip
def test_the_price_above_a_column_of_diwi(below, bounds):
    assert diwi_excel._bounds(below) == bounds


def test_dwellings_of_unknown_price_and_owner_are_unknown():
    (row,), (extra,) = excel((1, "Haven", 12, 12, None, None, 12, 5), prices=("Onbekend", None, None))
    assert (row["prijs_onbekend"], row["koop_betaalbaar"]) == (12, 0)
    balanced(row, extra)


@pytest.mark.parametrize(("number", "plan_id"), [(KEY, KEY), (KEY.upper(), KEY), (7, None), ("x" * 36, None)])
def test_a_key_of_diwi_is_kept_and_a_number_is_none(number, plan_id):
    _, (extra,) = excel((number, "Haven", 12, 12))
    assert extra.plan_id == plan_id
    assert holland(year(2027), ph_text9=number)[1].plan_id == plan_id


def test_a_price_at_the_limit_is_within_it():
    """Zuid-Holland counts from a lower limit, so that 390.000 is koop3 there; the Basisset counts up to and with its limit."""
    assert diwi.place_price(diwi.Price(diwi.OWNER, 1, 390_000, 390_000), 2024) == ("koop_betaalbaar", "")
    assert diwi.place_price(diwi.Price(diwi.CORPORATION, 1, 1157.95, 1157.95), 2024) == ("huur_midden_corporatie", "")
    assert diwi.place_price(diwi.Price(diwi.CORPORATION, 1, 1273.75, 1273.75), 2024) == ("prijs_overig", "")
    between = diwi.place_price(diwi.Price(diwi.CORPORATION, 1, 1157.96, 1273.74), 2024)
    assert between == (
        "prijs_onbekend",
        "prijs 1157.96–1273.74 telt als middenhuur als de bouw start voor 1 januari 2028; kies zelf het segment",
    )


# -- the 33 counts ----------------------------------------------------------------------------------------------------


def gelre(*years, **more):
    flat = gelderland.flatten([{"plannaam": "x", "GlobalID": "g", **more}], {"g": list(years)}, SPRING)
    return flat.rows[0], flat.extras[0]


def test_rent_of_gelderland_is_split_by_what_the_corporations_say():
    rented = year(2027, meergezins_huur1=3, eengezins_huur2=3, onbekend_huur3=4, meergezins_huur4=9)
    row, extra = gelre(rented, aantal_huurwoningen_corporatie=7, aantal_middenhuur_corporatie=2)
    assert [row[f"huur_{kind}"] for kind in ("sociaal_corporatie", "sociaal_markt", "midden_corporatie", "midden_markt")] == [5, 1, 2, 2]
    assert row["prijs_overig"] == 9
    balanced(row, extra)


@pytest.mark.parametrize(("polluted", "corporation"), [
    (year(2027, meergezins_huur1=6, sloop_meergezins_huur1=1), 4), (year(2027, meergezins_huur1=6, sloop_meergezins_huur1="ca. 1"), 4),
    (year(2027, meergezins_huur1=6), 9), (year(2027, meergezins_huur1=6), None),
])  # fmt: skip
def test_rent_of_gelderland_that_demolition_pollutes_is_left(polluted, corporation):
    row, extra = gelre(polluted, aantal_huurwoningen_corporatie=corporation, aantal_middenhuur_corporatie=0)
    assert not {"huur_sociaal_corporatie", "huur_sociaal_markt"} & row.keys()
    assert sum(one.amount for one in extra.unplaced if one.veld == "huur_sociaal_corporatie") == 6
    balanced(row, extra)


@pytest.mark.parametrize("spelling", [str, str.casefold, str.upper])
def test_the_totals_of_gelderland_in_either_spelling(spelling):
    record = {
        spelling(name): value
        for name, value in {"plannaam": "x", "Totaal_resterend": 8, "Totaal_sloop_resterend": 3, "Totaal_bouw": 99}.items()
    }
    flat = gelderland.flatten([record], {}, SPRING)
    assert (flat.rows[0]["bruto_totaal"], flat.rows[0]["sloop_totaal"]) == (8, 3)


def test_cells_are_estimates_and_only_their_margins_count():
    """The same margins with other cells give the same plan."""
    one = year(2027, meergezins_koop1=3, eengezins_huur4=2)
    other = year(2027, meergezins_koop1=1, meergezins_huur4=2, eengezins_koop1=2)
    assert gelre(one)[0] == gelre(other)[0]


@pytest.mark.parametrize("word", ["Gemeente", "Regio", "Provincie"])
def test_what_is_no_amount_in_zuid_holland_stays_a_word(word):
    row, _ = holland(year(2027), vertrouwelijkheid=word, ph_text4="Nee", plantype="Onbekend", status_planologisch="Onbekend")
    assert (row["vertrouwelijk"], row.get("tijdelijk")) == (word, None)
    assert read_value(b.BY_NAME["plantype"], row["plantype"]).problem
    assert read_value(b.BY_NAME["planstatus"], row["planstatus"]).problem
    assert "gerealiseerd" not in row and "vervallen" not in row


# -- Zeeland ----------------------------------------------------------------------------------------------------------


def test_the_years_of_zeeland_stand_in_row_1_or_above_the_table():
    cells = {"Nieuwbouw": {3: Cell(9), 9: Cell(9)}}
    below = grid_of(cells)
    above = {number: dict(row) for number, row in below.items() if number != 18}
    above[1] = {**below[18]}
    above[2] = {1: "Plannaam", 2: "Kade"}
    rows = [zeeland.flatten(grid, SPRING)[1].rows[0] for grid in (below, above)]
    assert rows[0] == rows[1]
    assert rows[0]["bruto_jaar01"] == 9


def test_care_of_zeeland_is_exclusive_and_nested_here():
    grid = grid_of({"Nultreden": {3: Cell(4)}, "Geclusterd": {3: Cell(3)}})
    (row,) = zeeland.flatten(grid, SPRING)[1].rows
    assert (row["nultreden"], row["nultreden_geclusterd"]) == (7, 3)


def test_a_label_counts_in_its_own_group_only():
    grid = grid_of({"Eengezins": {3: Cell(4)}})
    for row in grid.values():
        if row.get(1) == "Eengezins":
            row[2] = "betaalbaarheid"
    _, flat = zeeland.flatten(grid, SPRING)
    assert "eengezins" not in flat.rows[0]


@pytest.mark.parametrize(
    ("word", "code"), [("5A. Ambtelijk met locatie", "5A"), ("5B. Ambtelijk zonder locatie", "5B"), ("4B. Optie", "4B")]
)
def test_the_status_of_zeeland(word, code):
    assert read_value(b.BY_NAME["planstatus"], word).value == code


def test_no_format_fills_what_it_does_not_hold():
    never = {
        "gerealiseerd",
        "vervallen",
        "huur_sociaal_markt_25jaar",
        "huur_midden_markt_10jaar",
        "ouderen_overig",
        "geclusterd_55plus",
        "zorg_55plus",
    }
    for known in (diwi_geojson, diwi_excel, gelderland, zeeland, zuid_holland):
        assert not never & {veld for veld, _ in known.FORMAT.fills}
