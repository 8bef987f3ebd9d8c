# SPDX-License-Identifier: GPL-2.0-or-later
"""What is told of a worksheet that could not be taken as it was: of cells below the header only, each in its sentence."""

from datetime import date

import pytest

from lmvw_plugin.core.i18n import first_few
from lmvw_plugin.layers.workbook import remarks
from lmvw_plugin.layers.workbook.cells import Cells, SheetInfo
from lmvw_plugin.layers.workbook.headers import whole_labels

HEADER = remarks.Header(3, {1: "plannaam", 2: "bruto"}, 1, (0, 0, 0))


def cells(**more):
    return Cells(SheetInfo("Blad1"), **more)


def said(sheet, header=HEADER, numbers=range(4, 20)):
    return list(remarks.seen(sheet, header, numbers))


@pytest.mark.parametrize(("row", "told"), [(2, False), (3, False), (4, True)])
def test_only_what_stands_below_the_header_is_told(row, told):
    for sheet in (cells(without_value=[(row, 2)]), cells(errors=[(row, 2, "#N/B")])):
        assert bool(said(sheet)) is told
    shown = cells(rows={row: {1: 7}}, shown={(row, 1): "Plan 007"})
    assert bool(list(remarks.shown_otherwise(shown, HEADER))) is told


def test_the_sentences_are_in_the_order_of_a_planners_worry():
    sheet = cells(
        without_value=[(5, 2), (6, 2), (7, 2), (8, 2), (9, 2)],
        errors=[(4, 2, "#DEEL/0!" * 9)],
        hidden_rows=[2, 6, 7],
        filtered=True,
        merged=["A8:A9"],
    )
    found = said(sheet)
    assert found == [
        "Formule zonder berekende waarde in cel B5, B6, B7 en nog 2; open het bestand in Excel en sla het op.",
        f"Foutwaarde of onleesbare waarde in cel B4 ({('#DEEL/0!' * 9)[:40]}); die cellen zijn als leeg gelezen.",
        "Verborgen rijen door een filter zijn meegelezen: rij 6 en 7.",
        "Cellen A8:A9 zijn samengevoegd; alleen de bovenste rij heeft daardoor een naam.",
    ]
    assert said(cells(hidden_rows=[6])) == ["Verborgen rijen zijn meegelezen: rij 6."]
    assert said(cells(hidden_rows=[2, 30])) == []


@pytest.mark.parametrize(("merged", "told"), [
    ("A4:A5", True), ("A4:C9", True), ("A3:A4", False), ("A2:A9", False), ("A5:C5", False), ("B4:B5", False), ("A5", False), ("iets", False),
])  # fmt: skip
def test_names_that_were_merged_below_each_other(merged, told):
    assert bool(said(cells(merged=[merged]))) is told
    second = remarks.Header(3, {1: "nr", 2: "plannaam"}, 2, (0, 0, 0))
    assert bool(said(cells(merged=[merged]), second)) is (merged in ("A4:C9", "B4:B5"))
    assert said(cells(merged=[merged]), remarks.Header(3, {1: "bruto"}, None, (0, 0, 0))) == []


@pytest.mark.parametrize(("value", "text", "of_name", "of_other"), [
    (7, "Plan 007", True, True), (7, "7 won.", True, False), (0.25, "25%", True, True), (1405, "1", True, True), (1405, "1.405,00", True, False),
    ("zeven", "Plan 007", False, False), (None, "007", False, False), (-7, "7-", True, False), (40, "40%", True, True), (7.5, "8", True, False),
    (4.5, "4 1/2", True, False), (0, "-", True, False), (0, "", True, False), (7, "P07", True, True), (107, "1 07", True, False), (12, "012", True, True),
])  # fmt: skip
def test_a_number_that_is_seen_as_something_else(value, text, of_name, of_other):
    sheet = cells(rows={4: {} if value is None else {1: value, 2: value}}, shown={(4, 1): text, (4, 2): text})
    (sentence,) = list(remarks.shown_otherwise(sheet, HEADER)) or [""]
    assert ("cel A4 toont" in sentence, "cel B4 toont" in sentence) == (of_name, of_other)
    if of_name:
        assert f"toont ‘{text}’, gelezen is {remarks.name_text(value)}" in sentence


@pytest.mark.parametrize(("value", "text"), [
    (True, "WAAR"), (False, "ONWAAR"), (7, "7"), (7.0, "7"), (7.5, "7.5"), (1e15, "1000000000000000.0"), (1e15 - 1, "999999999999999"), (-7.0, "-7"),
    (-1e15, "-1000000000000000.0"), (date(2026, 2, 1), "2026-02-01"), ("Haven", "Haven"),
])  # fmt: skip
def test_a_value_as_the_text_of_a_name(value, text):
    assert remarks.name_text(value) == text


def test_the_first_three_are_listed_and_the_rest_is_counted():
    assert first_few(["A1", "A2", "A3"]) == "A1, A2 en A3"
    assert first_few(["A1", "A2", "A3", "A4"]) == "A1, A2, A3 en nog 1"
    assert first_few(["A1", "A2"], 40, most=2) == "A1, A2 en nog 38"
    assert list(remarks.summary([])) == list(remarks.beyond([])) == []
    assert "zo is de naam gelezen" in next(remarks.summary(["A4"])) and "(cel C4)" in next(remarks.beyond(["C4"]))


def test_columns_with_one_name():
    assert list(remarks.twice({1: "plannaam", 2: "bruto"})) == []
    (sentence,) = remarks.twice({1: "bruto", 2: "bruto", 3: "sloop", 4: "sloop", 5: "opm"})
    assert "Kolommen met dezelfde naam: ‘bruto’ en ‘sloop’; " in sentence


# -- a header of more lines ----------------------------------------------------------------------------------------------


def labels(rows, row, name=1):
    """The names of the columns, and the last row of the header; the header is in this row."""
    sheet = cells(
        rows={number: {column: text for column, text in enumerate(line, 1) if text is not None} for number, line in enumerate(rows, 1)}
    )
    own = {column: str(text) for column, text in sheet.rows[row].items()}
    return whole_labels(sheet, row, own, name, lambda text: text.casefold() in ("naam", "plannaam"))


PLAN = ("Haven", 12, 3, 1)


@pytest.mark.parametrize(("rows", "row", "found", "last"), [
    ((("Plan", "Bruto", "Sloop"), PLAN), 1, ["Plan", "Bruto", "Sloop"], 1),
    ((("Plan", "Bruto", "Sloop"), ("naam", "aantal", 2026), PLAN, PLAN), 1, ["Plan", "Bruto", "Sloop 2026"], 2),
    ((("Plan", "Bruto", "Sloop"), ("naam", "aantal", 2026)), 1, ["Plan", "Bruto", "Sloop"], 1),  # below it is nothing: it is a plan
    ((("Plan", "Bruto", "Sloop"), ("naam", 12, 3), PLAN), 1, ["Plan", "Bruto", "Sloop"], 1),
    ((("Plan", "Bruto", "Sloop"), ("Dijk", "aantal", 2026), PLAN), 1, ["Plan", "Bruto", "Sloop"], 1),
    ((("Plan", "Bruto", None, "Sloop"), (None, 2026, 2027, None), PLAN), 1, ["Plan", "Bruto 2026", "Bruto 2027", "Sloop"], 2),
    ((("Plan", "Bruto", None, "Sloop"), (None, 2026, 2027, None), (None, "st.", "st.", "st."), PLAN), 1, ["Plan", "Bruto 2026", "Bruto 2027", "Sloop"], 3),
    ((("Plan", "Bruto", "Sloop"), *((("naam", "st.", "st."),) * 5), PLAN, PLAN), 1, ["Plan", "Bruto", "Sloop"], 4),  # no more than three
    ((("Overzicht", None, None), ("Plan", "Bruto", "Sloop"), PLAN), 2, ["Plan", "Bruto", "Sloop"], 2),  # a title
    (((None, "Bruto", None, "Sloop"), ("Plan", 2026, 2027, 2026), PLAN), 2, ["Plan", "Bruto 2026", "Bruto 2027", "Sloop 2026"], 2),
    (((None, "Bruto", None, "Sloop"), ("Plan", "aantal", "2027", "aantal"), PLAN), 2, ["Plan", "Bruto", "Bruto 2027", "Sloop"], 2),
    (((None, "Huur", None, "Koop"), ("Plan", "sociaal", "midden", "sociaal"), PLAN), 2, ["Plan", "Huur sociaal", "midden", "Koop sociaal"], 2),
    (((None, "Bruto", "Extra"), ("Plan", "aantal", None), PLAN), 2, ["Plan", "Bruto", "Extra"], 2),
    ((("Plan", "Bruto", None), (None, None, 2027), PLAN), 1, ["Plan", "Bruto", "Bruto 2027"], 2),
    ((("Plan", None), (None, "aantal won"), PLAN), 1, ["Plan", "aantal won"], 2),
    ((("Plan", "Bruto", None), ("naam", "aantal", "st."), PLAN), 1, ["Plan", "Bruto", "Bruto st."], 2),
    (((None, "Huur", "Koop"), ("Plan", "Bruto", "Sloop"), ("naam", "aantal", 2026), PLAN), 2, ["Plan", "Bruto", "Sloop 2026"], 3),
    (((None, "Totaal", None), ("Plan", 2026, 2027), PLAN), 2, ["Plan", "2026", "2027"], 2),  # one text above is a title
    (((None, None, "Bruto", "Sloop"), ("Plan", "aantal", 2026, 2026), PLAN), 2, ["Plan", "aantal", "Bruto 2026", "Sloop 2026"], 2),
    (((None, "Bruto", None, "Sloop"), ("Plan", None, 2027, 2026), PLAN), 2, ["Plan", "Bruto", "Bruto 2027", "Sloop 2026"], 2),
])  # fmt: skip
def test_the_name_of_a_column_takes_as_many_lines_as_say_it(rows, row, found, last):
    names, end = labels(rows, row)
    assert [names[column] for column in sorted(names)] == found and end == last


def test_what_stands_left_of_the_names_is_no_group():
    assert labels((("Lijst", None, "Bruto"), (None, "Plan", "aantal"), (1, "Haven", 12)), 2, 2) == ({2: "Plan", 3: "Bruto"}, 2)


def test_without_a_column_of_names_a_header_is_one_line():
    assert labels((("Nr", "Bruto"), (1, 2026), (2, 3)), 1, None) == ({1: "Nr", 2: "Bruto"}, 1)


@pytest.mark.parametrize(
    "second", [("Haven", 2026, 2027, None), (None, None, None, None), (None, 12, 2027, None), (None, "12 st", 2027, None)]
)
def test_a_row_below_groups_that_is_no_part_of_the_header(second):
    """It has a name, nothing, or something else than words and years; or it names no column that had none."""
    names, last = labels((("Plan", "Bruto", None if second[2] else "Netto", "Sloop"), second, PLAN), 1)
    assert last == 1 and names[2] == "Bruto"
