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
    ("General", 7, None), ('0" won."', 7, "7 won."), ('"P"0;"N"0', 7, "P7"), ("\\P000", 7, "P007"), ("0.00", 7, None), ("0%", 7, None),
    ("dd-mm-yyyy", 7, None), ("@", 7, None), ('[Red]"Plan "0', 7, "Plan 7"), ("0000", 7.5, None),
])  # fmt: skip
def test_what_a_format_shows(code, number, text):
    assert shown(code, number) == text


def test_plan_numbers_with_zeros_are_said_and_amounts_with_words_are_not(tmp_path):
    table = read_table(formatted(tmp_path, "000", 7, header=("plannaam", "plannummer")))
    assert any("cel B2 toont ‘007’, gelezen is 7" in remark for remark in table.remarks)
    table = read_table(formatted(tmp_path, '0" woningen"', 7, header=("plannaam", "bruto")))
    assert table.remarks == ()


def test_an_opendocument_says_it_too(tmp_path):
    cell = "<table:table-row><table:table-cell office:value-type='float' office:value='7'><text:p>Plan 007</text:p></table:table-cell></table:table-row>"
    path = tmp_path / "w.ods"
    path.write_bytes(hostile.zipped(hostile.ods(hostile.ods_row("plannaam") + cell)))
    assert any("cel A2 toont ‘Plan 007’, gelezen is 7" in remark for remark in read_table(path).remarks)
