# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading worksheets: values exactly as stored, header and name column by content, names through every format and back."""

from __future__ import annotations

import csv
import datetime
import io
import re
import tempfile
import warnings
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.names.between import match_names
from lmvw_plugin.layers.workbook.name_column import guess_name_column
from lmvw_plugin.layers.workbook.reader import name_source, opened, read_table
from scripts import make_hostile_workbooks as hostile

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "formaten"

# What XML 1.0 can hold; Excel writes the rest as _xHHHH_, which the hostile corpus covers.
NAME = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), min_size=1, max_size=30
).filter(lambda name: not name.startswith("="))  # fmt: skip


def sheets_of(path: Path) -> tuple[str, ...]:
    with opened(path) as (book, _):
        return tuple(sheet.name for sheet in book.sheets)


def write_xlsx(path: Path, rows: list[list[object]], title: str = "Plannen") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_values_are_what_was_stored(tmp_path: Path) -> None:
    day, moment = datetime.date(2026, 1, 1), datetime.datetime(2026, 1, 1, 12, 30)
    rows = [["plannaam", "a", "b", "c", "d", "e"], ["De Hoef", 3, 2.5, True, day, moment], ["Plan", "3", "2,5", None, None, None]]
    path = write_xlsx(tmp_path / "a.xlsx", rows)
    table = read_table(path)
    assert table.columns == ("plannaam", "a", "b", "c", "d", "e")
    assert table.rows[0].values == ("De Hoef", 3, 2.5, True, day, moment)
    assert [type(value) for value in table.rows[0].values] == [str, int, float, bool, datetime.date, datetime.datetime]
    assert table.rows[1].values == ("Plan", "3", "2,5", None, None, None)
    assert (table.sheet, table.header_row, table.name_column, table.name_column_number) == ("Plannen", 1, "plannaam", 1)
    assert table.remarks == ()


@pytest.mark.parametrize(
    "spelling", ["plannaam", "Plannaam", "plan naam", "Naam plan", "NAAMPLAN", "naam", "Projectnaam", "Plan", "plan_naam", " Plan\nnaam "]
)
def test_spellings_of_the_name_column(tmp_path: Path, spelling: str) -> None:
    table = read_table(write_xlsx(tmp_path / "a.xlsx", [["nummer", spelling], ["1", "De Hoef"]]))
    assert table.name_column == spelling
    assert table.names == ((2, "De Hoef"),)


def test_the_surest_spelling_wins() -> None:
    assert guess_name_column(["Naam", "Plan", "Plannaam"]) == "Plannaam"
    assert guess_name_column(["status", "bruto"]) is None


def test_header_below_titles_and_to_the_right(tmp_path: Path) -> None:
    rows = [["Plannen Heemskerk"], [], [None, "Plan", "Fasering"], [None, "Naam plan", "2026"], [None, "De Hoef", 3]]
    table = read_table(write_xlsx(tmp_path / "a.xlsx", rows))
    assert (table.header_row, table.name_column, table.rows[0].number) == (4, "Naam plan", 5)


def test_sheet_and_column_can_be_overridden(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["plannaam"])
    other = book.create_sheet("Anders")
    other.append(["omschrijving", "plannaam"])
    other.append(["De Hoef", "x"])
    book.save(tmp_path / "a.xlsx")
    table = read_table(tmp_path / "a.xlsx", "anders ", "Omschrijving")
    assert (table.sheet, table.name_column, table.names) == ("Anders", "omschrijving", ((2, "De Hoef"),))
    assert sheets_of(tmp_path / "a.xlsx") == ("Sheet", "Anders")


def test_a_table_without_names_is_still_a_table(tmp_path: Path) -> None:
    table = read_table(write_xlsx(tmp_path / "a.xlsx", [["status", "bruto"], ["1A", 3]]))
    assert (table.name_column, table.names, table.columns) == (None, (), ("status", "bruto"))


def test_a_repeated_or_missing_column_name_gets_one_of_its_own(tmp_path: Path) -> None:
    table = read_table(write_xlsx(tmp_path / "a.xlsx", [["plannaam", "x", None, "x", "y"], ["De Hoef", 1, 2, 3, 4]]))
    assert table.columns == ("plannaam", "x", "kolom C", "x (2)", "y")


def test_other_files_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"x")
    with pytest.raises(LmvwError, match=r"a\.docx.*\.xlsx"):
        read_table(tmp_path / "a.docx")


@pytest.mark.parametrize("name", ["Excel_Import_template.xlsx", "Excel_export_template.xlsx", "import-example-pmw.xlsx"])
def test_real_workbooks_read_as_openpyxl_and_calamine_read_them(name: str) -> None:
    calamine = pytest.importorskip("python_calamine")
    path = SHARED / name
    if not path.exists():
        pytest.skip("../shared/data is er niet")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, data_only=True)
    second = calamine.CalamineWorkbook.from_path(str(path))
    for title in sheets_of(path):
        table = read_table(path, title)
        for row in table.rows:
            mine = [value for value in row.values if value is not None]
            theirs = [cell.value for cell in book[title][row.number] if cell.value not in (None, "")]
            assert [str(value) for value in mine] == [str(value) for value in theirs][: len(mine)]
        assert second.get_sheet_by_name(title).total_height >= (table.rows[-1].number if table.rows else 0) - 1


@given(st.lists(NAME, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_names_survive_xlsx_and_csv(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        write_xlsx(path / "a.xlsx", [["plannaam", "bruto"], *([name, 1] for name in names)])
        for kind, quoting in (("b.csv", csv.QUOTE_ALL), ("c.csv", csv.QUOTE_MINIMAL)):
            text = io.StringIO(newline="")
            csv.writer(text, delimiter=";", quoting=quoting).writerows([["plannaam", "bruto"], *([name, 1] for name in names)])
            (path / kind).write_bytes(text.getvalue().encode())
        for kind in ("a.xlsx", "b.csv", "c.csv"):
            assert [name for _, name in read_table(path / kind).names] == names


@given(st.lists(NAME, min_size=1, max_size=8, unique=True))
@settings(max_examples=25, deadline=None)
def test_a_workbook_matches_itself(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write_xlsx(Path(folder) / "a.xlsx", [["plannaam", "bruto"], *([name, 1] for name in names)])
        source = name_source(read_table(path))
        assert match_names(source, source) == []


def test_ods_tells_formulas_and_lines_through_values(tmp_path: Path) -> None:
    """By the style of the cell, of its row or column, of a piece of its text; a formula with an empty text has an outcome, one without has none."""
    styles = "<office:automatic-styles>" + "".join(
        f'<style:style style:name="{name}"><style:text-properties {lines}/></style:style>'
        for name, lines in (
            ("S", 'style:text-line-through-style="solid" style:text-line-through-type="single"'), ("T", 'style:text-line-through-type="single"'),
            ("N", 'style:text-line-through-style="none" style:text-line-through-type="none"'),
        )
    ) + "</office:automatic-styles>"  # fmt: skip

    def cell(inside: str, extra: str = "", kind: str = ' office:value-type="string"') -> str:
        return f"<table:table-cell{extra}{kind}>{inside}</table:table-cell>"

    style = ' table:style-name="{}"'
    rows = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="S"/><table:table-column/>'
    rows += "<table:table-row>" + cell("<text:p>plannaam</text:p>") + cell("<text:p>y</text:p>", style.format("S")) + "</table:table-row>"
    row = [cell("<text:p>a</text:p>", style.format("N")), cell('<text:p><text:span text:style-name="T">b</text:span>c</text:p>')]
    rows += (
        "<table:table-row>"
        + "".join((*row, cell("<text:p>d</text:p>"), cell("<text:p>e</text:p>", style.format("N"))))
        + "</table:table-row>"
    )
    rows += f'<table:table-row table:default-cell-style-name="S">{cell("<text:p>f</text:p>")}</table:table-row>'
    empty, never = (cell(inside, ' table:formula="of:=1"', "") for inside in ("<text:p/>", ""))
    rows += f"<table:table-row>{cell('<text:p>g</text:p>')}{empty}{never}</table:table-row>"
    path = tmp_path / "a.ods"
    path.write_bytes(hostile.zipped(hostile.ods(rows, styles=styles)))
    with opened(path) as (book, _):
        cells = book.cells(book.sheets[0])
    assert cells.struck == [(1, 2), (2, 2), (2, 3), (3, 1)]
    assert (sorted(cells.formulas), cells.without_value) == ([(4, 2), (4, 3)], [(4, 3)])


def test_ods_keeps_its_spaces(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    path.write_bytes(hostile.zipped(hostile.ods(hostile.ods_row("plannaam", "x") + hostile.ods_row("<text:s/>De\u00a0Hoef<text:s/>", "y"))))
    assert read_table(path).names == ((2, " De\u00a0Hoef "),)


def test_cancel_stops_the_reading(tmp_path: Path) -> None:
    from lmvw_plugin.core.feedback import Cancelled, Silent

    class Stop(Silent):
        def isCanceled(self) -> bool:  # noqa: N802  # QGIS's name
            return True

    with pytest.raises(Cancelled):
        read_table(write_xlsx(tmp_path / "a.xlsx", [["plannaam"], ["x"]]), feedback=Stop())


def test_titles_above_column_names_as_in_our_own_delivery(tmp_path: Path) -> None:
    rows = [
        ["Levering", "Plan", "Aantallen"],
        ["Kenmerk", "Plannaam", "Bruto totaal"],
        ["plan_id", "plannaam", "bruto_totaal"],
        ["a", "De Hoef", 3],
    ]
    table = read_table(write_xlsx(tmp_path / "a.xlsx", rows))
    assert (table.header_row, table.columns, table.names) == (3, ("plan_id", "plannaam", "bruto_totaal"), ((4, "De Hoef"),))
    rows = [["nummer", "Plannaam"], ["1", "Plan"], ["2", "De Hoef"]]
    assert read_table(write_xlsx(tmp_path / "b.xlsx", rows)).names == ((2, "Plan"), (3, "De Hoef"))  # may be the name of a plan


def test_values_right_of_the_last_column_name_are_told(tmp_path: Path) -> None:
    table = read_table(write_xlsx(tmp_path / "a.xlsx", [["plannaam", "bruto"], ["De Hoef", 3, None, 40], ["Plan", 4, " ", 2]]))
    assert table.columns == ("plannaam", "bruto")
    (remark,) = table.remarks
    assert "Rechts van de laatste kolomkop staan nog waarden (cel D2 en D3)" in remark


PIECE = st.tuples(st.sampled_from(("t", "r", "rPh")), st.text("abc é", min_size=1, max_size=4))


@pytest.mark.parametrize("shared", [False, True], ids=["in the cell", "shared"])
@settings(max_examples=40, deadline=None, derandomize=True)
@given(pieces=st.lists(PIECE, min_size=1, max_size=5))
def test_a_name_with_hints_for_its_pronunciation_is_read_whole(shared, pieces) -> None:
    around = {"t": ("", ""), "r": ("<r>", "</r>"), "rPh": ('<rPh sb="0" eb="1">', "</rPh>")}
    xml = "".join(f'{around[kind][0]}<t xml:space="preserve">{text}</t>{around[kind][1]}' for kind, text in pieces)
    with tempfile.TemporaryDirectory() as folder:
        path = write_xlsx(Path(folder) / "w.xlsx", [["plannaam"], ["@"], ["Dijk"]])
        with zipfile.ZipFile(path) as book:
            parts = {name: book.read(name).decode() for name in book.namelist()}
        sheet, links = "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"
        cell = '<c r="A2" t="s"><v>0</v></c>' if shared else f'<c r="A2" t="inlineStr"><is>{xml}</is></c>'
        parts[sheet] = re.sub(r'<c r="A2"[^>]*>.*?</c>', lambda _: cell, parts[sheet])
        if shared:
            parts["xl/sharedStrings.xml"] = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si>{xml}</si></sst>'
            kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
            link = f'<Relationship Id="rIdS" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
            parts[links] = parts[links].replace("</Relationships>", link)
        with zipfile.ZipFile(path, "w") as book:
            for name, text in parts.items():
                book.writestr(name, text)
        names = [name for _, name in read_table(path).names]
    meant = "".join(text for kind, text in pieces if kind != "rPh")
    assert names == ([meant] if meant else []) + ["Dijk"]
