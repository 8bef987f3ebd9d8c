# SPDX-License-Identifier: GPL-2.0-or-later
"""Joining polygons and worksheet: on the exact name, and nothing dropped without a word."""

import uuid

import pytest

from lmvw_plugin.core.importing.mapping.plan import ColumnMapping, PlanMapping
from lmvw_plugin.core.importing.plans import count_joined, import_plans
from tests.conftest import MARKERWAARD

MAPPING = PlanMapping(
    {"polygonen": "naam", "werkblad": "Plan"},
    {
        "plannummer": ColumnMapping("polygonen", "nr"),
        "bruto_totaal": ColumnMapping("werkblad", "Bruto"),
        "sloop_totaal": ColumnMapping("werkblad", "Sloop", negated=True),
        "planstatus": ColumnMapping("werkblad", "Status", values={"vlot": "2A", "weet niet": None}),
        "gemeente_naam": ColumnMapping("polygonen", "gem"),
    },
)


def polygons(*names, **more):
    return [{"naam": name, "nr": number, **more} for number, name in enumerate(names, 1)]


def sheet(*rows):
    return [(number, {"Plan": row} if not isinstance(row, dict) else row) for number, row in enumerate(rows, 4)]


def join(polygon_rows, sheet_rows=()):
    return import_plans(polygon_rows, sheet_rows, MAPPING, MARKERWAARD)


def plans_of(result):
    return {plan["plannaam"]: (index, plan) for index, plan in result.plans}


def test_a_row_joins_the_polygon_of_exactly_its_name():
    result = join(polygons("Haven", "Dijk"), sheet({"Plan": "Dijk", "Bruto": 12}, {"Plan": "Haven", "Bruto": 0}))
    found = plans_of(result)
    assert {name: (index, plan["bruto_totaal"], plan["plannummer"]) for name, (index, plan) in found.items()} == {
        "Haven": (0, 0, "1"), "Dijk": (1, 12, "2"),
    }  # fmt: skip
    assert (result.remarks, result.not_imported, result.without_polygon) == ([], [], [])
    for _, plan in result.plans:
        uuid.UUID(plan["plan_id"])
        assert (plan["gemeente_code"], plan["gemeente_naam"]) == ("GM9999", "Markerwaard")
    assert len({plan["plan_id"] for _, plan in result.plans}) == 2


def test_a_near_name_waits_for_a_person():
    result = join(polygons("Haven-Noord"), sheet({"Plan": "Haven–Noord", "Bruto": 12}))
    assert plans_of(result)["Haven-Noord"][1]["bruto_totaal"] is None
    assert len(result.plans) == 1
    (waiting,) = result.not_imported
    assert (waiting.name, waiting.where) == ("Haven–Noord", "Excel-bestand, rij 4")
    assert "wel met de naam ‘Haven-Noord’" in waiting.reason


def test_case_and_spaces_are_never_forgiven_silently():
    result = join(polygons("haven"), sheet({"Plan": "Haven ", "Bruto": 3}))
    assert plans_of(result)["haven"][1]["bruto_totaal"] is None
    assert [waiting.name for waiting in result.not_imported] == ["Haven "]


def test_a_name_that_stands_twice_joins_nothing():
    result = join(
        polygons("Haven", "Dijk", "Dijk"), sheet({"Plan": "Haven", "Bruto": 1}, {"Plan": "Haven", "Bruto": 2}, {"Plan": "Dijk", "Bruto": 3})
    )
    assert [(index, plan["plannaam"], plan["bruto_totaal"]) for index, plan in result.plans] == [
        (0, "Haven", None), (1, "Dijk", None), (2, "Dijk", None),
    ]  # fmt: skip
    assert [(waiting.name, waiting.where) for waiting in result.not_imported] == [
        ("Haven", "Excel-bestand, rij 4"), ("Haven", "Excel-bestand, rij 5"), ("Dijk", "Excel-bestand, rij 6"),
    ]  # fmt: skip
    assert "in het Excel-bestand" in result.not_imported[0].reason
    assert "bij de polygonen" in result.not_imported[2].reason


def test_a_row_without_polygon_becomes_a_plan_without_polygon():
    result = join(polygons("Haven"), sheet({"Plan": "Heel iets anders", "Bruto": 5}))
    assert plans_of(result)["Heel iets anders"][0] is None
    assert plans_of(result)["Heel iets anders"][1]["bruto_totaal"] == 5
    assert result.without_polygon == ["Heel iets anders"]


def test_a_row_without_name_waits():
    result = join(polygons("Haven"), sheet({"Plan": None, "Bruto": 5}))
    assert [(waiting.where, "plannaam is leeg" in waiting.reason) for waiting in result.not_imported] == [("Excel-bestand, rij 4", True)]


def test_a_polygon_without_name_comes_along_without_name():
    result = join(polygons(None, "Haven"))
    assert [plan["plannaam"] for _, plan in result.plans] == [None, "Haven"]


def test_a_plan_of_another_municipality_waits():
    result = join([*polygons("Haven", gem="MARKERWAARD"), *polygons("Dijk", gem="Heemskerk")])
    assert [plan["plannaam"] for _, plan in result.plans] == ["Haven"]
    (waiting,) = result.not_imported
    assert (waiting.name, waiting.where) == ("Dijk", "polygoon 2")
    assert waiting.reason == "hoort volgens de bron bij Heemskerk (GM0396), niet bij Markerwaard"


def test_what_is_not_taken_over_is_listed_with_plan_and_column():
    row = {"Plan": "Haven", "Bruto": "ca. 40", "Sloop": 3, "Status": "zacht"}
    result = join(polygons("Haven"), sheet(row))
    plan = plans_of(result)["Haven"][1]
    assert (plan["bruto_totaal"], plan["sloop_totaal"], plan["planstatus"]) == (None, None, None)
    assert [(r.plannaam, r.veld, r.column, r.value) for r in result.remarks] == [
        ("Haven", "bruto_totaal", "Bruto", "ca. 40"), ("Haven", "sloop_totaal", "Sloop", "3"), ("Haven", "planstatus", "Status", "zacht"),
    ]  # fmt: skip
    assert all(remark.reason for remark in result.remarks)


def test_the_turned_sign_and_the_translated_values_are_used():
    rows = sheet({"Plan": "Haven", "Sloop": -52, "Status": "vlot"}, {"Plan": "Dijk", "Sloop": 0, "Status": "weet niet"})
    result = join(polygons("Haven", "Dijk"), rows)
    found = plans_of(result)
    assert (found["Haven"][1]["sloop_totaal"], found["Haven"][1]["planstatus"]) == (52, "2A")
    assert (found["Dijk"][1]["sloop_totaal"], found["Dijk"][1]["planstatus"]) == (0, None)
    assert [(remark.veld, remark.value) for remark in result.remarks] == [("planstatus", "weet niet")]


def test_names_are_kept_byte_for_byte():
    names = ["=1+1", "007", "1-2", "+31", "'x", " Haven ", "Cafe\u0301", "Café", "a\tb", "de\u200bhaven", "𝄞", "x" * 300]
    result = join(polygons(*names), sheet(*({"Plan": name, "Bruto": number} for number, name in enumerate(names))))
    assert [(plan["plannaam"], plan["bruto_totaal"]) for _, plan in result.plans] == [(name, number) for number, name in enumerate(names)]


def test_missing_lists_what_the_basisset_still_asks():
    result = join(polygons("Haven"), sheet({"Plan": "Haven", "Bruto": 12, "Status": "1A"}))
    ((name, fields),) = result.missing()
    asked = {field.name for field in fields}
    assert name == "Haven"
    assert {"plantype", "gerealiseerd", "sloop_totaal", "bruto_jaar01"} <= asked
    assert not {"bruto_totaal", "planstatus", "gemeente_code", "toelichting", "sloop_jaar01"} & asked


# -- nothing is lost --------------------------------------------------------------------------------------------------


def balances(result):
    assert all(one.holds for one in result.balances), result.balances
    return {one.measure: (one.source, one.target, one.listed) for one in result.balances}


def test_the_dwellings_of_both_sides_are_counted():
    rows = sheet({"Plan": "Haven", "Bruto": 12, "Sloop": -5}, {"Plan": "Haven-Zuid", "Bruto": 7, "Sloop": 2}, {"Plan": "Dijk", "Bruto": -3, "Sloop": None},
                 {"Plan": None, "Bruto": 4, "Sloop": "-1"}, {"Plan": "Ver weg", "Bruto": "ca. 40", "Sloop": 0})  # fmt: skip
    result = join(polygons("Haven", "Haven–Zuid", "Dijk"), rows)
    assert balances(result) == {"bruto_totaal": (20, 12, 8), "sloop_totaal": (4, 5, -1)}
    assert [remark.amount for remark in result.remarks if remark.veld == "bruto_totaal"] == [-3, 0]


def test_plans_of_another_municipality_count_as_not_taken_over():
    result = join(polygons("Haven", gem="Heemskerk"), sheet({"Plan": "Haven", "Bruto": 9}))
    assert balances(result) == {"bruto_totaal": (9, 0, 9)}


def test_a_sum_of_columns_is_whole_or_empty():
    mapping = PlanMapping({"polygonen": "naam"}, {"bruto_totaal": ColumnMapping("polygonen", "a", plus=("b", "c"))})
    rows = [
        {"naam": "1", "a": 1, "b": 2, "c": 4},
        {"naam": "2", "a": 1, "b": None, "c": 4},
        {"naam": "3", "a": 1, "b": "ca. 2", "c": 4},
        {"naam": "4"},
    ]
    result = import_plans(rows, [], mapping, MARKERWAARD)
    assert [plan["bruto_totaal"] for _, plan in result.plans] == [7, 5, None, None]
    assert [(remark.column, remark.value) for remark in result.remarks] == [("a", "1"), ("b", "ca. 2"), ("c", "4")]
    assert balances(result) == {"bruto_totaal": (17, 12, 5)}


def test_a_constant_fills_every_plan():
    mapping = PlanMapping(
        {"polygonen": "naam"}, {"vertrouwelijk": ColumnMapping("", "", constant="nee"), "bruto_totaal": ColumnMapping("", "", constant="0")}
    )
    result = import_plans([{"naam": "1"}, {"naam": "2"}], [], mapping, MARKERWAARD)
    assert [(plan["vertrouwelijk"], plan["bruto_totaal"]) for _, plan in result.plans] == [(False, 0), (False, 0)]
    assert balances(result) == {}


def test_years_for_a_person_are_listed_with_their_value():
    mapping = PlanMapping({"polygonen": "naam"}, {}, {"polygonen": {"OP202024": "bruto_totaal"}})
    result = import_plans([{"naam": "1", "OP202024": 30}, {"naam": "2", "OP202024": 0}], [], mapping, MARKERWAARD)
    assert [(remark.veld, remark.column, remark.value, remark.amount) for remark in result.remarks] == [
        ("fasering_bruto", "OP202024", "30", 30)
    ]
    assert balances(result) == {"fasering_bruto": (30, 0, 30)}


def test_plan_numbers_join_when_the_mapping_asks_for_it():
    mapping = PlanMapping(MAPPING.names, MAPPING.fields, numbers={"polygonen": "nr", "werkblad": "Nr"})
    rows = sheet({"Plan": "Heel anders", "Nr": "1", "Bruto": 12}, {"Plan": "Dijk", "Nr": "9", "Bruto": 5})
    result = import_plans(polygons("Haven", "Dijk"), rows, mapping, MARKERWAARD)
    assert {name: plan["bruto_totaal"] for name, (_, plan) in plans_of(result).items()} == {"Haven": 12, "Dijk": 5}
    assert [(remark.veld, remark.value) for remark in result.remarks] == [("plannaam", "Heel anders"), ("plannummer", "9")]
    assert result.remarks[1].reason == "gekoppeld op plannaam, maar bij de polygoon staat plannummer 2"
    assert count_joined(polygons("Haven", "Dijk"), rows, mapping) == 2
    assert count_joined(polygons("Haven", "Dijk"), rows, MAPPING) == 1


def test_plan_numbers_go_before_names_and_join_names_that_stand_twice():
    mapping = PlanMapping(MAPPING.names, MAPPING.fields, numbers={"polygonen": "nr", "werkblad": "Nr"})
    rows = sheet({"Plan": "Haven", "Nr": "2", "Bruto": 12}, {"Plan": "Haven", "Nr": 1, "Bruto": 5}, {"Plan": "", "Nr": " 3 ", "Bruto": 7})
    result = import_plans(polygons("Haven", "Haven", "Dijk"), rows, mapping, MARKERWAARD)
    assert [(index, plan["bruto_totaal"]) for index, plan in result.plans] == [(0, 5), (1, 12), (2, 7)]
    assert result.not_imported == []
    twice = sheet({"Plan": "Haven", "Nr": "1", "Bruto": 12}, {"Plan": "Dijk", "Nr": "1", "Bruto": 5})
    result = import_plans(polygons("Haven", "Dijk"), twice, mapping, MARKERWAARD)  # a number that stands twice joins nothing
    assert {name: plan["bruto_totaal"] for name, (_, plan) in plans_of(result).items()} == {"Haven": 12, "Dijk": 5}


def test_numbers_that_shifted_join_nothing_that_a_name_denies():
    mapping = PlanMapping(MAPPING.names, MAPPING.fields, numbers={"polygonen": "nr", "werkblad": "Nr"})
    names = ("Haven", "Dijk", "Molen", "Kade", "Stationsplein", "Oude Werf")  # the row of Haven went, the others were numbered anew
    renamed = {"Stationsplein": "Stationplein", "Oude Werf": "Nieuw-West"}
    rows = sheet(*({"Plan": renamed.get(name, name), "Nr": place, "Bruto": place * 10} for place, name in enumerate(names[1:], 1)))
    result = import_plans(polygons(*names), rows, mapping, MARKERWAARD)
    assert {name: plan["bruto_totaal"] for name, (_, plan) in plans_of(result).items()} == {
        "Haven": None, "Dijk": 10, "Molen": 20, "Kade": 30, "Stationsplein": None, "Oude Werf": None,
    }  # fmt: skip
    assert [one.name for one in result.waiting] == ["Nieuw-West", "Stationplein"]
    assert "alleen plannummer 5 is gelijk met polygoon ‘Stationsplein’" in result.waiting[0].reason
    assert all(balance.holds for balance in result.balances)


def test_a_word_that_waits_names_its_proposal():
    column = ColumnMapping("polygonen", "soort", values={"Uitleg": None, "Verdichting": None}, proposals={"Uitleg": "uitbreiding_uitleg"})
    mapping = PlanMapping({"polygonen": "naam"}, {"plantype": column})
    result = import_plans([{"naam": "1", "soort": "Uitleg"}, {"naam": "2", "soort": "Verdichting"}], [], mapping, MARKERWAARD)
    assert [remark.reason for remark in result.remarks] == [
        "staat niet in de lijst van de Basisset; kies uit: Pand transformatie, Transformatiegebied, Herstructurering, Verdichting, Uitbreiding uitleg, "
        "Uitbreiding overig", "is in de kolomkoppeling op leeg gezet",
    ]  # fmt: skip


def test_a_polygon_without_a_row_is_named_where_there_is_a_worksheet():
    mapping = PlanMapping({"polygonen": "naam", "werkblad": "Plan"}, {})
    assert import_plans(polygons("Haven", "Dijk"), sheet({"Plan": "Haven"}), mapping, MARKERWAARD).without_row == ["Dijk"]
    assert import_plans(polygons("Haven", "Dijk"), [], PlanMapping({"polygonen": "naam"}, {}), MARKERWAARD).without_row == []


def test_a_total_waits_for_nobody():
    mapping = PlanMapping({"werkblad": "Plan"}, {"bruto_totaal": ColumnMapping("werkblad", "Bruto")})
    rows = sheet({"Plan": "Haven", "Bruto": 12}, {"Plan": "Dijk", "Bruto": 5}, {"Plan": "Totaal", "Bruto": 17})
    result = import_plans([], rows, mapping, MARKERWAARD)
    assert [(one.name, one.waits) for one in result.not_imported] == [("Totaal", False)]
    assert result.waiting == []


def test_polygons_of_another_municipality_stay_out_when_the_worksheet_names_it_too():
    mapping = PlanMapping(
        {"polygonen": "naam", "werkblad": "Plan"},
        {"gemeente_naam": ColumnMapping("werkblad", "Gemeente")}, without_row={"gemeente_naam": ColumnMapping("polygonen", "gem")},
    )  # fmt: skip
    rows = [{"naam": "Haven", "gem": "Markerwaard"}, {"naam": "Elders", "gem": "Heemskerk"}]
    result = import_plans(rows, sheet({"Plan": "Haven", "Gemeente": "Markerwaard"}), mapping, MARKERWAARD)
    assert [plan["plannaam"] for _, plan in result.plans] == ["Haven"]
    assert [one.name for one in result.not_imported] == ["Elders"]


@pytest.mark.parametrize(("row", "seen", "why"), [
    ("Haven ", "‘Haven[spatie]’", "een spatie achter de naam"), ("Haven\u00a0Oost", "", "spatie"),
    ("Ha\u200bven", "U+200B", "U+200B"), ("haven", "‘haven’", "hoofdletters"),
])  # fmt: skip
def test_a_near_name_is_explained_as_the_name_rules_explain_it(row, seen, why):
    polygon = "Haven Oost" if "Oost" in row else "Haven"
    (waiting,) = join(polygons(polygon), sheet({"Plan": row, "Bruto": 12})).not_imported
    assert why in waiting.reason
    assert seen in waiting.reason
