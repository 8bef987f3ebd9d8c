# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns that fill nothing and may count dwellings are asked about, and a kept mapping is used again where it fits: each limit on both sides."""

import json

import pytest

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.importing.mapping import dated, document
from lmvw_plugin.core.importing.mapping import plan as m
from lmvw_plugin.core.importing.mapping.questions import questions
from tests.conftest import PEILDATUM

NAMES = {"polygonen": "naam"}


def asked(column, values, mapping=None, **more):
    mapping = mapping or m.PlanMapping(NAMES, {"bruto_totaal": m.ColumnMapping("polygonen", "bruto")})
    return questions(mapping, {"polygonen": ["naam", "bruto", column]}, {"polygonen": {column: values}}, **more)


@pytest.mark.parametrize(("column", "values", "count"), [
    ("Flexwoningen", [7, 1], 8), ("Flexwoningen", ["7", " 1 ", "", None, 0], 8), ("Flexwoningen", [7.0], 7),
    ("Flexwoningen", [7, 1.5], 0), ("Flexwoningen", [7, "een"], 0), ("Flexwoningen", [0, None, ""], 0), ("Flexwoningen", [], 0),
    ("Aantal_jaar", [2026, 2031], 0), ("Aantal_jaar", [1900, 2199], 0), ("Aantal_jaar", [2026, 31], 2057), ("Aantal_jaar", [1899], 1899),
    ("Aantal_jaar", [2200], 2200), ("Wijknummer", [1, 2], 0), ("bruto_id", [1, 2], 0), ("OBJECTID", [1, 2], 0), ("aantal nr", [1, 2], 3), ("Totaal", [3], 3),
    ("Opmerking", [7, 1], 0),  # its name says nothing of dwellings
])  # fmt: skip
def test_a_column_that_counts_is_a_question(column, values, count):
    found = asked(column, values)
    assert len(found) == bool(count)
    assert (
        not found
        or f"Kolom ‘{column}’ van de bron ‘polygonen’ telt misschien woningen (samen {f'{count:,}'.replace(',', '.')})" in found[0]
    )


def test_what_was_placed_set_aside_or_is_of_a_known_format_is_not_asked():
    fields = {"bruto_totaal": m.ColumnMapping("polygonen", "bruto")}
    assert asked("Woningen", [8])
    assert not asked("Woningen", [8], known=["polygonen"])
    assert not asked("Woningen", [8], m.PlanMapping(NAMES, fields, {"polygonen": {"Woningen": "bruto_totaal"}}))
    assert not asked("Woningen", [8], m.PlanMapping(NAMES, fields, ignored={"polygonen": ["Woningen"]}))
    assert asked(
        "Woningen", [8], m.PlanMapping(NAMES, fields, {"werkblad": {"Woningen": "bruto_totaal"}}, ignored={"werkblad": ["Woningen"]})
    )


def test_beside_a_mapping_that_was_kept_every_new_column_of_numbers_is_asked():
    kept = m.PlanMapping(NAMES, {"bruto_totaal": m.ColumnMapping("polygonen", "bruto")}, ignored={"polygonen": ["Kavelcode"]})
    assert asked("Xyz", [7, 1], kept)
    assert not asked("Object_id", [7, 1], kept) and not asked("Start", [2027, 2028], kept)


def text_of(mapping, columns):
    return document.to_json(mapping, columns)


def test_one_strange_column_makes_a_kept_mapping_not_useless_and_half_of_them_does():
    fields = {"bruto_totaal": m.ColumnMapping("polygonen", "bruto")}
    text = text_of(
        m.PlanMapping(NAMES, fields, {"polygonen": {"OP203050": "bruto_totaal"}}), {"polygonen": ["naam", "bruto", "OP203050", "opm"]}
    )
    known = ["naam", "bruto", "OP203050", "opm"]
    for new, count in ((0, 0), (1, 1), (4, 4), (5, None)):
        assert document.strangers(text, {"polygonen": known + [f"nieuw {n}" for n in range(new)]}) == count
    assert document.strangers(text, {"polygonen": ["naam", "OP203050", "opm"]}) is None, "a column that it reads is not there"
    other = text_of(m.PlanMapping({"werkblad": "naam"}, {}), {"werkblad": ["naam"]})
    assert document.strangers(other, {"polygonen": ["naam"]}) is None
    assert document.strangers(json.dumps([]), {"polygonen": ["naam"]}) is None


def renewed(columns, mapping, samples=None, peildatum=PEILDATUM):
    return dated.renewed(mapping, {"polygonen": columns}, {"polygonen": samples or {}}, peildatum)


def test_a_year_that_came_since_has_its_place_or_waits_with_a_sentence():
    kept = m.PlanMapping(NAMES, {"bruto_jaar02": m.ColumnMapping("polygonen", "2027")}, {"polygonen": {"OP204050": "bruto_totaal"}},
                         peildatum=PEILDATUM, ignored={"polygonen": ["2031"]})  # fmt: skip
    columns = ["naam", "2027", "OP204050", "2031", "2029", "bruto 2027", "OP203050", "sloop 2030", "opm"]
    found, said = renewed(columns, kept, {"sloop 2030": [-3, 0]})
    assert {veld: (one.column, one.negated) for veld, one in found.fields.items()} == {
        "bruto_jaar02": ("2027", False), "bruto_jaar04": ("2029", False), "sloop_jaar05": ("sloop 2030", True),
    }  # fmt: skip
    assert found.unplaced == {"polygonen": {"OP204050": "bruto_totaal", "bruto 2027": "bruto_totaal", "OP203050": "bruto_totaal"}}
    assert list(found.fields) == sorted(found.fields), "in the order of the Basisset"
    assert [sentence.split("‘")[1].split("’")[0] for sentence in said] == ["2029", "bruto 2027", "OP203050", "sloop 2030"]
    assert ["vult nu" in sentence for sentence in said] == [True, False, False, True]
    assert "‘Bruto 2029’" in said[0] or "2029’; controleer" in said[0]
    assert kept.unplaced == {"polygonen": {"OP204050": "bruto_totaal"}}, "what was kept stays as it was"


def test_a_mapping_of_another_peildatum_moves_and_then_takes_what_is_new():
    kept = m.PlanMapping(NAMES, {"bruto_jaar02": m.ColumnMapping("polygonen", "2027")}, peildatum=PEILDATUM)
    found, said = renewed(["naam", "2027", "2028"], kept, peildatum=Peildatum.parse("2027-01-01"))
    assert {veld: one.column for veld, one in found.fields.items()} == {"bruto_jaar01": "2027", "bruto_jaar02": "2028"}
    assert len(said) == 1


def test_two_columns_of_one_slot_are_added_up_when_a_mapping_moves_and_never_of_two_sources():
    one = m.ColumnMapping("polygonen", "2036", plus=("2037",))
    kept = m.PlanMapping(NAMES, {"bruto_periode1": one, "bruto_jaar01": m.ColumnMapping("polygonen", "2026")}, {"polygonen": {"2041": "bruto_totaal"}},
                         peildatum=PEILDATUM)  # fmt: skip
    later = dated.moved_to(kept, Peildatum.parse("2027-01-01"))
    assert {veld: found.columns for veld, found in later.fields.items()} == {"bruto_jaar10": ("2036",), "bruto_periode1": ("2037", "2041")}
    assert later.unplaced == {"polygonen": {"2026": "bruto_totaal"}}, "it is over"
    twice = m.PlanMapping(
        {**NAMES, "werkblad": "naam"}, {"bruto_periode1": one}, {"werkblad": {"2038": "bruto_totaal"}}, peildatum=PEILDATUM
    )
    later = dated.moved_to(twice, Peildatum.parse("2026-07-01"))
    assert later.fields["bruto_periode1"].columns == ("2036", "2037") and later.unplaced == {"werkblad": {"2038": "bruto_totaal"}}


def test_what_a_mapping_does_not_use_and_what_it_lacks():
    mapping = m.PlanMapping(NAMES, {"bruto_totaal": m.ColumnMapping("polygonen", "bruto", plus=("meer",))}, numbers={"polygonen": "nr"},
                            without_row={"planstatus": m.ColumnMapping("polygonen", "status")})  # fmt: skip
    assert mapping.unused({"polygonen": ["naam", "nr", "bruto", "meer", "status", "over"], "werkblad": ["naam"]}) == {
        "polygonen": ["over"], "werkblad": ["naam"],
    }  # fmt: skip
    assert list(mapping.missing({"polygonen": ["naam", "bruto"]})) == ["nr", "meer", "status"]
