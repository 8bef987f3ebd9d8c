# SPDX-License-Identifier: GPL-2.0-or-later
"""A number that the format of its cell shows as something else is said, for names and for numbers with zeros in front."""

import tempfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lmvw_plugin.layers.workbook.reader import read_table
from lmvw_plugin.layers.workbook.shown import shown
from scripts import make_hostile_workbooks as hostile

SPEED = {"max_examples": 40, "deadline": None, "derandomize": True}
WORD = st.text("abcXYZ éë.-#0;", min_size=1, max_size=8)


def formatted(folder, code, *values, header=("plannaam",)):
    book = openpyxl.Workbook()
    book.active.append(header)
    for value in values:
        book.active.append([value] if len(header) == 1 else ["Haven", value])
        book.active.cell(book.active.max_row, len(header)).number_format = code
    book.save(Path(folder) / "w.xlsx")
    return Path(folder) / "w.xlsx"


@settings(**SPEED)
@given(before=WORD, places=st.integers(1, 6), after=st.one_of(st.just(""), WORD), number=st.integers(0, 10**7))
def test_words_and_zeros_of_a_format_are_shown_as_excel_shows_them(before, places, after, number):
    code = f'"{before}"{"0" * places}' + (f'"{after}"' if after else "")
    seen = f"{before}{number:0{places}d}{after}"
    assert shown(code, number) == (None if seen.replace(" ", "").replace(".", "") == str(number) else seen)
    with tempfile.TemporaryDirectory() as folder:
        table = read_table(formatted(folder, code, number))
    assert table.rows[0].values == (str(number),)
    assert any(f"cel A2 toont ‘{seen}’, gelezen is {number}" in remark for remark in table.remarks)


@pytest.mark.parametrize(("code", "number", "text"), [
    ('"Plan "000', 7, "Plan 007"), ("000", 7, "007"), ("000", 1234, None), ("000-000", 12345, "012-345"), ("#,##0", 12345, None), ("0", 7, None),
    ("General", 7, None), ('0" won."', 7, "7 won."), ('"P"0;"N"0', 7, "P7"), ("\\P000", 7, "P007"), ("0.00", 7, None), ("0%", 7, "700%"),
    ("dd-mm-yyyy", 7, None), ("@", 7, None), ('[Red]"Plan "0', 7, "Plan 7"), ("0000", 7.5, "0008"), ("0.0%", 0.255, "25,5%"), ("0%", -0.25, "-25%"),
    ("0,", 1405, "1"), ('#,##0.0,"k"', 1405, "1,4k"), ("#,##0", 4.5, "5"), ("# ?/?", 4.5, "4 1/2"), ("0.00E+00", 1000, None),
    ("0.00E+00", 1234567, "1,23E+06"), ('"€ "#,##0.00', 1405, "€ 1.405,00"), ("[$€-413] 0", 7, "€ 7"), ('0"%"', 40, "40%"), (";;;", 7, ""),
    ('_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', 0, "-"), ('_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', 1405, None), ("#,##0.##", 4.5, None),
    ('[>=1000]0,"k";0', 1405, "1k"), ('[>=1000]0,"k";0', 5, None), ("0.00", 4.567, "4,57"), ("[Red]0;[Blue]-0", 7, None),
    ("0*0", 13, "130"),  # filled with zeros as far as the cell is wide
])  # fmt: skip
def test_what_a_format_shows(code, number, text):
    assert shown(code, number) == text


def test_plan_numbers_with_zeros_are_said_and_amounts_with_words_are_not(tmp_path):
    table = read_table(formatted(tmp_path, "000", 7, header=("plannaam", "plannummer")))
    assert any("cel B2 toont ‘007’, gelezen is 7" in remark for remark in table.remarks)
    table = read_table(formatted(tmp_path, '0" woningen"', 7, header=("plannaam", "bruto")))
    assert table.remarks == ()


@pytest.mark.parametrize(("code", "value", "seen", "read"), [
    ("0%", 1, "100%", "1"), ("0%", 0.25, "25%", "0.25"), ("0,", 1405, "1", "1405"), ("d-m-yyyy", 0, "00-01-1900", "0"),
])  # fmt: skip
def test_an_amount_that_is_seen_as_another_number_is_said(tmp_path, code, value, seen, read):
    remarks = read_table(formatted(tmp_path, code, value, header=("plannaam", "bruto"))).remarks
    assert [remark for remark in remarks if f"cel B2 toont ‘{seen}’, gelezen is {read}" in remark]


def test_an_opendocument_says_it_too(tmp_path):
    cell = "<table:table-row><table:table-cell office:value-type='float' office:value='7'><text:p>Plan 007</text:p></table:table-cell></table:table-row>"
    path = tmp_path / "w.ods"
    path.write_bytes(hostile.zipped(hostile.ods(hostile.ods_row("plannaam") + cell)))
    assert any("cel A2 toont ‘Plan 007’, gelezen is 7" in remark for remark in read_table(path).remarks)
