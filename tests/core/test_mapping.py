# SPDX-License-Identifier: GPL-2.0-or-later
"""The column mapping: guessed from names, written as JSON, read back, and refused with a sentence."""

import json

import pytest

from lmvw_plugin.core import basisset as b
from lmvw_plugin.core import mapping as m
from lmvw_plugin.core.errors import LmvwError
from tests.conftest import PEILDATUM

EIB = ("OBJECTID", "Gem_naam", "Plannaam", "Plantype", "Planstatus", "Aantalrest", "Sloop", "OP2019", "WTYPGGB", "WTYPAPP", "WTYPONB")


def guess(polygonen=("naam",), werkblad=(), samples=None, **more):
    columns = {m.POLYGONEN: polygonen, **({m.WERKBLAD: werkblad} if werkblad else {})}
    return m.guess(columns, samples or {}, PEILDATUM, **more)


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


@pytest.mark.parametrize(("values", "negated"), [([-52, 0, None], True), ([-1.0], True), ([52, 0], False), ([-52, 3], False), ([0, None], False), ([], False), (["-5"], False)])
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
    text = m.to_json(mapping, columns)
    assert m.from_json(text, "koppeling.json") == mapping
    assert json.loads(text)["niet_gebruikt"] == {"polygonen": ["x"], "werkblad": []}
    m.require_columns(mapping, columns)


GOOD = {"lmvw_kolomkoppeling": 1, "plannaam": {"polygonen": "naam"}, "velden": {"bruto_totaal": {"bron": "polygonen", "kolom": "b"}}}


def field(name="bruto_totaal", **entry):
    return GOOD | {"velden": {name: {"bron": "polygonen", "kolom": "b"} | entry}}


@pytest.mark.parametrize(("document", "message"), [
    ("{\n,", "Kolomkoppeling ‘k.json’ is geen geldige JSON (regel 2)."),
    ("", "geen geldige JSON"),
    ([], "is geen kolomkoppeling van deze plugin"),
    ({"velden": {}}, "is geen kolomkoppeling van deze plugin"),
    (GOOD | {"lmvw_kolomkoppeling": 2}, "is geen kolomkoppeling van deze plugin"),
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
        m.from_json(text, "k.json")
    assert message in str(caught.value)


def test_columns_that_are_not_there_are_named():
    mapping = m.from_json(json.dumps(GOOD), "k.json")
    with pytest.raises(LmvwError, match=r"‘polygonen’ is geen kolom met plannamen gevonden \(wel: id, b\)"):
        m.require_columns(mapping, {"polygonen": ["id", "b"]})
    with pytest.raises(LmvwError, match="‘Bruto totaal’ uit kolom ‘b’ van de bron ‘polygonen’, maar die kolom is er niet"):
        m.require_columns(mapping, {"polygonen": ["naam"]})
    with pytest.raises(LmvwError, match="In de bron ‘werkblad’ is geen kolom met plannamen"):
        m.require_columns(mapping, {"polygonen": ["naam", "b"], "werkblad": ["x"]})
