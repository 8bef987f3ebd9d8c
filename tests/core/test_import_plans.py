# SPDX-License-Identifier: GPL-2.0-or-later
"""Joining polygons and worksheet: on the exact name, and nothing dropped without a word."""

import uuid

from lmvw_plugin.core.import_plans import import_plans
from lmvw_plugin.core.mapping import ColumnMapping, PlanMapping
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
    assert (waiting.name, waiting.where) == ("Haven–Noord", "werkblad, rij 4")
    assert "wel met de naam ‘Haven-Noord’" in waiting.reason


def test_case_and_spaces_are_never_forgiven_silently():
    result = join(polygons("haven"), sheet({"Plan": "Haven ", "Bruto": 3}))
    assert plans_of(result)["haven"][1]["bruto_totaal"] is None
    assert [waiting.name for waiting in result.not_imported] == ["Haven "]


def test_a_name_that_stands_twice_joins_nothing():
    result = join(polygons("Haven", "Dijk", "Dijk"), sheet({"Plan": "Haven", "Bruto": 1}, {"Plan": "Haven", "Bruto": 2}, {"Plan": "Dijk", "Bruto": 3}))
    assert [(index, plan["plannaam"], plan["bruto_totaal"]) for index, plan in result.plans] == [
        (0, "Haven", None), (1, "Dijk", None), (2, "Dijk", None),
    ]  # fmt: skip
    assert [(waiting.name, waiting.where) for waiting in result.not_imported] == [
        ("Haven", "werkblad, rij 4"), ("Haven", "werkblad, rij 5"), ("Dijk", "werkblad, rij 6"),
    ]  # fmt: skip
    assert "in het werkblad" in result.not_imported[0].reason
    assert "bij de polygonen" in result.not_imported[2].reason


def test_a_row_without_polygon_becomes_a_plan_without_polygon():
    result = join(polygons("Haven"), sheet({"Plan": "Heel iets anders", "Bruto": 5}))
    assert plans_of(result)["Heel iets anders"][0] is None
    assert plans_of(result)["Heel iets anders"][1]["bruto_totaal"] == 5
    assert result.without_polygon == ["Heel iets anders"]


def test_a_row_without_name_waits():
    result = join(polygons("Haven"), sheet({"Plan": None, "Bruto": 5}))
    assert [(waiting.where, "plannaam is leeg" in waiting.reason) for waiting in result.not_imported] == [("werkblad, rij 4", True)]


def test_a_polygon_without_name_comes_along_without_name():
    result = join(polygons(None, "Haven"))
    assert [plan["plannaam"] for _, plan in result.plans] == [None, "Haven"]


def test_a_plan_of_another_municipality_waits():
    result = join([*polygons("Haven", gem="MARKERWAARD"), *polygons("Dijk", gem="Heemskerk")])
    assert [plan["plannaam"] for _, plan in result.plans] == ["Haven"]
    (waiting,) = result.not_imported
    assert (waiting.name, waiting.where) == ("Dijk", "polygoon 2")
    assert waiting.reason == "hoort volgens de bron bij Heemskerk, niet bij Markerwaard"


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
