# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rows of a worksheet are headings above plans: each condition on both of its sides."""

import pytest

from lmvw_plugin.core.importing.headings import headings
from lmvw_plugin.core.importing.imported import SheetLine

NAMES = "Plannaam"


def sheet(*rows):
    """Rows of a worksheet, from its second on: a text alone is a row with only a name."""
    return [
        SheetLine(
            number,
            {NAMES: row, "Bruto": None, "Opm": None} if isinstance(row, str) else dict(zip((NAMES, "Bruto", "Opm"), row, strict=True)),
        )
        for number, row in enumerate(rows, 2)
    ]


def of(rows, names=()):
    """By the text of a heading, whether it waits."""
    return {one.name: one.waits for one in headings(rows, NAMES, names).values()}


A, B, C, D = (("A", 1, None), ("B", 2, None), ("C", 3, None), ("D", 4, None))


@pytest.mark.parametrize(("rows", "found"), [
    (("Noord", A, B, "Zuid", C, D), {"Noord": False, "Zuid": False}),  # the table is built so
    (("Noord", A, "Zuid", B), {}), (("Noord", A, B, "Zuid", C), {}),  # as many headings as plans, or nearly
    ((A, "Noord", B, C, "Zuid", D, A, B), {}),  # it does not begin with one
    (("Noord", A, B, "Zuid", C, D, "Oost"), {}),  # below the last is nothing
    (("Noord", A, B, C, D), {}),  # one may be a plan of which nobody has numbers
    (("Noord", "Zuid", A, B, C, D, A, B), {}),  # one below the other
    (("Kern Noord", A, B, C, D), {"Kern Noord": True}), ((A, "Wijk Noord", B), {"Wijk Noord": True}), ((A, " Fase 2", B), {" Fase 2": True}),
    ((A, "Kern Noord"), {}), (("Kern Noord", "Kern Zuid", A), {"Kern Zuid": True}),
    ((A, "Kerngebied Noord", B), {}), ((A, "Wijkzicht", B), {}), ((A, "KERN", B), {"KERN": True}),
    ((A, ("Kern Noord", 0, None), B), {}), ((A, ("Kern Noord", None, "x"), B), {}), ((A, ("Kern Noord", None, "  "), B), {"Kern Noord": True}),
    ((), {}), (("Kern Noord",), {}),
])  # fmt: skip
def test_a_row_with_only_a_name(rows, found):
    assert of(sheet(*rows)) == found


def test_what_has_its_polygon_is_a_plan():
    assert of(sheet("Noord", A, B, "Zuid", C, D), {"Noord"}) == {}
    assert of(sheet(A, "Kern Noord", B), {"Kern Noord"}) == {}


@pytest.mark.parametrize(
    ("text", "found"), [("Noord", True), ("1", False), ("2026", False), (2026, False), ("--", False), ("Deel 1", True)]
)
def test_a_heading_in_another_column_is_a_text_with_letters(text, found):
    rows = sheet((None, None, text), A, B, (None, None, text), C, D)
    assert list(of(rows)) == ([text] if found else [])


def test_a_number_in_the_column_of_names_is_a_name():
    assert of(sheet((2026, None, None), A, B, (2027.0, None, None), C, D)) == {"2026": False, "2027": False}


def test_each_is_told_by_the_number_of_its_row():
    found = headings(sheet("Noord", A, B, "Zuid", C, D), NAMES, ())
    assert {number: one.name for number, one in found.items()} == {2: "Noord", 5: "Zuid"}
    assert {one.reason for one in found.values()} == {"is een tussenkop boven plannen en geen plan"}
    (doubt,) = headings(sheet(A, "Kern Noord", B), NAMES, ()).values()
    assert "het lijkt een tussenkop" in doubt.reason
