# SPDX-License-Identifier: GPL-2.0-or-later
"""The column mapping: guessed from names, written as JSON, read back, and refused with a sentence."""

import json

import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.importing.mapping import dated, guessing
from lmvw_plugin.core.importing.mapping import document as mapping_json
from lmvw_plugin.core.importing.mapping import plan as m
from tests.conftest import PEILDATUM

EIB = ("OBJECTID", "Gem_naam", "Plannaam", "Plantype", "Planstatus", "Aantalrest", "Sloop", "OP2019", "WTYPGGB", "WTYPAPP", "WTYPONB")


def guess(polygonen=("naam",), werkblad=(), samples=None, **more):
    columns = {m.POLYGONEN: polygonen, **({m.WERKBLAD: werkblad} if werkblad else {})}
    return guessing.guess(columns, samples or {}, PEILDATUM, **more)


def column(mapping, field):
    found = mapping.fields.get(field)
    return found and (found.source, found.column)


def test_columns_of_the_eib_file_are_recognised():
    mapping = guess(EIB)
    assert mapping.names == {"polygonen": "Plannaam"}
    assert {name: found.column for name, found in mapping.fields.items()} == {
        "gemeente_naam": "Gem_naam", "plantype": "Plantype", "planstatus": "Planstatus", "bruto_totaal": "Aantalrest",
        "sloop_totaal": "Sloop", "meergezins": "WTYPAPP", "eengezins": "WTYPGGB", "woningtype_onbekend": "WTYPONB",
    }  # fmt: skip
    assert mapping.unused({"polygonen": EIB}) == {"polygonen": ["OBJECTID", "OP2019"]}


@pytest.mark.parametrize("spelling", [
    lambda field: field.name, lambda field: field.column_at(PEILDATUM), lambda field: field.title_at(PEILDATUM),
    lambda field: field.title_at(PEILDATUM).upper(), lambda field: field.name.replace("_", " "),
], ids=["column", "delivered", "title", "upper", "spaces"])  # fmt: skip
def test_our_own_names_are_recognised_in_every_spelling(spelling):
    names = [spelling(field) for field in b.COLUMNS]
    mapping = guess(names)
    assert mapping.names == {"polygonen": spelling(b.BY_NAME["plannaam"])}
    expected = {field.name: spelling(field) for field in b.COLUMNS if field.name not in ("plan_id", "plannaam")}
    assert {name: found.column for name, found in mapping.fields.items()} == expected


def test_no_column_fills_two_fields():
    mapping = guess(["plannaam", "status", "planstatus", "plan", "naam", "type plan", "plantype", "opmerking"])
    columns = [found.column for found in mapping.fields.values()]
    assert len(set(columns)) == len(columns)
    assert column(mapping, "planstatus") == ("polygonen", "planstatus")
    assert mapping.names == {"polygonen": "plannaam"}


def test_the_worksheet_goes_before_the_polygon_layer():
    mapping = guess(["naam", "bruto", "plannr"], ["Naam plan", "Totaal bruto"])
    assert mapping.names == {"polygonen": "naam", "werkblad": "Naam plan"}
    assert column(mapping, "bruto_totaal") == ("polygonen", "bruto")  # the surer spelling
    assert column(guess(["naam", "bruto"], ["plannaam", "bruto"]), "bruto_totaal") == ("werkblad", "bruto")
    assert column(mapping, "plannummer") == ("polygonen", "plannr")


def test_a_name_column_that_is_known_is_not_guessed():
    mapping = guess(["naam"], ["plannaam", "Onderwerp"], name_columns={"werkblad": "Onderwerp"})
    assert mapping.names["werkblad"] == "Onderwerp"


@pytest.mark.parametrize(("values", "negated"), [
    ([-52, 0, None], True), ([-1.0], True), ([52, 0], False), ([-52, 3], False), ([0, None], False), ([], False),
    (["-5"], True), ([" -5 ", "0", ""], True), (["-5", "3"], False), (["-5", "geen"], True), (["ca. -5"], False),
])  # fmt: skip
def test_demolition_is_turned_only_when_it_is_negative_throughout(values, negated):
    assert guess(EIB, samples={"polygonen": {"Sloop": values}}).fields["sloop_totaal"].negated is negated


def test_a_negative_count_that_is_no_demolition_is_not_turned():
    assert not guess(EIB, samples={"polygonen": {"WTYPONB": [-3]}}).fields["woningtype_onbekend"].negated


def test_json_brings_the_same_mapping_back():
    mapping = m.PlanMapping(
        {"polygonen": "Plannaam", "werkblad": "Naam “plan”"},
        {
            "sloop_totaal": m.ColumnMapping("polygonen", "Sloop", negated=True),
            "plantype": m.ColumnMapping("werkblad", "Soort", values={"Uitleg": "uitbreiding_uitleg", "Onbekend": None}),
            "bruto_jaar01": m.ColumnMapping("werkblad", "2026"),
        },
    )
    columns = {"polygonen": ["Plannaam", "Sloop", "x"], "werkblad": ["Naam “plan”", "Soort", "2026"]}
    text = mapping_json.to_json(mapping, columns)
    assert mapping_json.from_json(text, "koppeling.json") == mapping
    assert json.loads(text)["niet_gebruikt"] == {"polygonen": ["x"], "werkblad": []}
    m.require_columns(mapping, columns)


GOOD = {"lmvw_kolomkoppeling": 1, "plannaam": {"polygonen": "naam"}, "velden": {"bruto_totaal": {"bron": "polygonen", "kolom": "b"}}}


def field(name="bruto_totaal", **entry):
    return GOOD | {"velden": {name: {"bron": "polygonen", "kolom": "b"} | entry}}


@pytest.mark.parametrize(("document", "message"), [
    ("{\n,", "Kolomkoppeling ‘k.json’ is geen geldige JSON (tekstregel 2)."),
    ("", "geen geldige JSON"),
    ([], "is geen kolomkoppeling van deze plugin"),
    ({"velden": {}}, "is geen kolomkoppeling van deze plugin"),
    (GOOD | {"lmvw_kolomkoppeling": 3}, "is geen kolomkoppeling van deze plugin"),
    (GOOD | {"velden": []}, "mist ‘plannaam’ of ‘velden’"),
    (GOOD | {"plannaam": {"polygonen": 3}}, "mist ‘plannaam’ of ‘velden’"),
    (field("onzin"), "noemt het veld ‘onzin’, dat niet gekoppeld kan worden"),
    (field("plannaam"), "noemt het veld ‘plannaam’"),
    (field("plan_id"), "noemt het veld ‘plan_id’"),
    (field("netto_totaal"), "noemt het veld ‘netto_totaal’"),
    (field("provincie_aggregeert"), "noemt het veld ‘provincie_aggregeert’"),
    (field(bron="ergens"), "heeft bij ‘bruto_totaal’ geen geldige bron en kolom"),
    (field(kolom=3), "geen geldige bron en kolom"),
    (field(teken="min"), "geen geldige bron en kolom"),
    (field(waarden=[]), "geen geldige bron en kolom"),
    (GOOD | {"velden": {"bruto_totaal": "b"}}, "geen geldige bron en kolom"),
])  # fmt: skip
def test_what_is_no_mapping_is_refused_with_a_sentence(document, message):
    text = document if isinstance(document, str) else json.dumps(document)
    with pytest.raises(LmvwError) as caught:
        mapping_json.from_json(text, "k.json")
    assert message in str(caught.value)


def test_columns_that_are_not_there_are_named():
    mapping = mapping_json.from_json(json.dumps(GOOD), "k.json")
    with pytest.raises(LmvwError, match=r"uit kolom ‘naam’ van de bron ‘polygonen’, maar die kolom is er niet \(wel: id en b\)"):
        m.require_columns(mapping, {"polygonen": ["id", "b"]})
    with pytest.raises(LmvwError, match="‘Bruto totaal’ uit kolom ‘b’ van de bron ‘polygonen’, maar die kolom is er niet"):
        m.require_columns(mapping, {"polygonen": ["naam"]})
    with pytest.raises(LmvwError, match="In de bron ‘Excel-bestand’ is geen kolom met plannamen"):
        m.require_columns(mapping, {"polygonen": ["naam", "b"], "werkblad": ["x"]})


# -- version 2: sums, constants, proposals, years ---------------------------------------------------------------------


def test_a_document_of_version_1_is_still_read():
    mapping = mapping_json.from_json(json.dumps(field(teken="omgekeerd", waarden={"x": None})), "k.json")
    assert mapping.fields["bruto_totaal"] == m.ColumnMapping("polygonen", "b", True, {"x": None})


def test_sums_constants_and_proposals_come_back():
    mapping = m.PlanMapping(
        {"polygonen": "naam"},
        {
            "huur_sociaal_markt": m.ColumnMapping("polygonen", "huur1", plus=("huur2", "huur3")),
            "vertrouwelijk": m.ColumnMapping("", "", constant="nee"),
            "plantype": m.ColumnMapping("polygonen", "soort", values={"Uitleg": None}, proposals={"Uitleg": "uitbreiding_uitleg"}),
        },
        {"polygonen": {"OP202024": "bruto_totaal"}},
        {"polygonen": "nr", "werkblad": "nummer"},
        "Monitor",
    )
    columns = {"polygonen": ["naam", "huur1", "huur2", "huur3", "soort", "OP202024", "nr", "rest"]}
    document = json.loads(mapping_json.to_json(mapping, columns))
    assert document["lmvw_kolomkoppeling"] == 2
    assert document["niet_gebruikt"] == {"polygonen": ["OP202024", "rest"]}
    assert mapping_json.from_json(json.dumps(document), "k.json") == mapping
    with pytest.raises(LmvwError, match="uit kolom ‘huur3’ van de bron"):
        m.require_columns(mapping, {"polygonen": ["naam", "huur1", "huur2", "soort"]})


@pytest.mark.parametrize(("document", "message"), [
    (field(plus="huur2"), "ongeldige ‘plus’"),
    (field(plus=[1]), "ongeldige ‘plus’"),
    (field("plantype", plus=["x"]), "ongeldige ‘plus’"),
    (field(waarden={"a": 3}), "geen geldige bron en kolom"),
    (field(voorstellen=[]), "geen geldige bron en kolom"),
    (GOOD | {"velden": {"vertrouwelijk": {"vast": 3}}}, "geen geldige bron en kolom"),
    (GOOD | {"plannummer": []}, "ongeldig onderdeel ‘plannummer’ of ‘voor_een_persoon’"),
    (GOOD | {"voor_een_persoon": {"polygonen": {"OP2019": "onzin"}}}, "ongeldig onderdeel"),
])  # fmt: skip
def test_what_is_wrong_in_version_2_is_said(document, message):
    with pytest.raises(LmvwError) as caught:
        mapping_json.from_json(json.dumps(document), "k.json")
    assert message in str(caught.value)


def test_years_inside_a_slot_are_added_up_and_others_wait():
    mapping = guess(["naam", "2026", "2036", "2037", "2039-2040", "OP203050", "OP2019", "OPLONB", "sloop 2027", "jaargang 2026"])
    assert {name: found.columns for name, found in mapping.fields.items()} == {
        "bruto_jaar01": ("2026",), "bruto_periode1": ("2036", "2037", "2039-2040"), "sloop_jaar02": ("sloop 2027",),
    }  # fmt: skip
    assert mapping.unplaced == {"polygonen": {"OP203050": "bruto_totaal", "OP2019": "bruto_totaal", "OPLONB": "bruto_totaal"}}


def test_words_that_are_not_certain_are_null_with_a_proposal():
    samples = {
        "polygonen": {"vertrouwelijkheid": ["Openbaar", "Regio", "nee", None], "status": ["1A x", "2 vastgesteld plan/besluit", "zacht"]}
    }
    fields = guess(["naam", "vertrouwelijkheid", "status"], samples=samples).fields
    assert fields["vertrouwelijk"].values == {"Openbaar": "nee", "Regio": None}
    assert fields["vertrouwelijk"].proposals == {"Regio": "ja"}
    assert fields["planstatus"].values == {"2 vastgesteld plan/besluit": None, "zacht": None}
    assert fields["planstatus"].proposals == {"2 vastgesteld plan/besluit": "2A"}


def test_the_words_that_the_plugin_knows_mean_something_that_exists():
    from lmvw_plugin.core.basisset.codelists import read_rows
    from lmvw_plugin.core.basisset.values import read_value
    from lmvw_plugin.core.paths import COLUMN_NAMES

    for row in read_rows(COLUMN_NAMES.with_name("waarden.csv")):
        assert read_value(b.BY_NAME[row["veld"]], row["betekent"]).value is not None, row
        assert read_value(b.BY_NAME[row["veld"]], row["waarde"]).problem, row
        assert row["zeker"] in ("ja", "nee")


def test_what_was_delivered_is_no_phasing():
    mapping = guess(["naam", "opgeleverd 2026", "oplevering 2027"])
    assert {name: found.columns for name, found in mapping.fields.items()} == {"bruto_jaar02": ("oplevering 2027",)}
    assert mapping.unplaced == {}


def test_a_mapping_of_another_peildatum_moves_its_columns_of_years():
    made = guess(["naam", "bruto", "2026", "2027", "2036", "sloop 2035", "OP203050"])
    assert {name: found.columns for name, found in made.fields.items()} == {
        "bruto_totaal": ("bruto",), "bruto_jaar01": ("2026",), "bruto_jaar02": ("2027",), "bruto_periode1": ("2036",), "sloop_jaar10": ("sloop 2035",),
    }  # fmt: skip
    kept = mapping_json.from_json(mapping_json.to_json(made, {"polygonen": ["naam"]}), "k.json")
    assert kept == made
    assert dated.moved_to(kept, PEILDATUM) == made
    later = dated.moved_to(kept, Peildatum.parse("2027-07-01"))
    assert {name: found.columns for name, found in later.fields.items()} == {
        "bruto_totaal": ("bruto",), "bruto_jaar01": ("2027",), "bruto_jaar10": ("2036",), "sloop_jaar09": ("sloop 2035",),
    }  # fmt: skip
    assert later.unplaced == {"polygonen": {"2026": "bruto_totaal", "OP203050": "bruto_totaal"}}


def test_columns_without_years_stay_where_a_person_put_them():
    given = m.PlanMapping({"polygonen": "naam"}, {"bruto_jaar01": m.ColumnMapping("polygonen", "eerste jaar"),
                          "bruto_jaar02": m.ColumnMapping("polygonen", "2027", plus=("rest",))}, peildatum=PEILDATUM)  # fmt: skip
    assert dated.moved_to(given, Peildatum.parse("2027-07-01")).fields == given.fields


@pytest.mark.parametrize(("columns", "strangers"), [
    (["naam", "bruto", "rest"], 0), (["rest", "naam", "bruto"], 0), (["naam", "bruto"], 0), (["naam", "bruto", "rest", "meer"], 1),
    (["bruto", "rest"], None), (["naam", "bruto", "a", "b", "c"], None), (["naam", "rest"], None),
])  # fmt: skip
def test_a_kept_mapping_fits_the_columns_it_was_made_for_and_a_few_more(columns, strangers):
    made = guess(["naam", "bruto", "rest"])
    text = mapping_json.to_json(made, {"polygonen": ["naam", "bruto", "rest"]})
    assert mapping_json.strangers(text, {"polygonen": columns}) == strangers
    assert mapping_json.strangers(text, {"polygonen": columns, "werkblad": columns}) is None
    assert mapping_json.strangers("geen JSON", {"polygonen": columns}) is None


def test_what_both_sources_say_is_kept_for_plans_without_a_row():
    mapping = guess(["naam", "STATUS", "rest"], ["Plan", "Planstatus", "rest"])
    assert column(mapping, "planstatus") == ("werkblad", "Planstatus")
    assert {veld: (one.source, one.column) for veld, one in mapping.without_row.items()} == {"planstatus": ("polygonen", "STATUS")}
    assert mapping.unused({"polygonen": ["naam", "STATUS", "rest"]}) == {"polygonen": ["rest"]}


def test_a_second_choice_must_be_a_column_of_the_polygons():
    document = json.loads(mapping_json.to_json(guess(["naam", "STATUS"], ["Plan", "Planstatus"]), {}))
    document["velden"]["planstatus"]["anders"]["bron"] = "werkblad"
    with pytest.raises(LmvwError, match="‘planstatus’ een ongeldig ‘anders’"):
        mapping_json.from_json(json.dumps(document), "k.json")
