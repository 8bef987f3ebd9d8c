# SPDX-License-Identifier: GPL-2.0-or-later
"""Names adopted in a copy of a workbook: the names are other ones, and nothing else is."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.layers.names import in_workbooks as workbook_names
from lmvw_plugin.layers.workbook.reader import read_table
from scripts import make_hostile_workbooks as hostile


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    """A workbook with about everything that a careless copy loses."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Plannen"
    sheet["A1"] = "Plannen van de gemeente"
    sheet.merge_cells("A1:D1")
    sheet.append(["Naam plan", "bruto", "sloop", "netto"])
    for i, name in enumerate(("De Hoef ", "Plan & Zuid", "Kerk<plein>", "007"), 3):
        sheet.append([name, i * 10, i, f"=B{i}-C{i}"])
    sheet["A3"].font = Font(bold=True, color="FF0000")
    sheet["A3"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["A4"].comment = Comment("let op", "planner")
    sheet["B3"].number_format = "#,##0"
    sheet.conditional_formatting.add("B3:B9", CellIsRule(operator="greaterThan", formula=["20"], font=Font(italic=True)))
    validation = DataValidation(type="whole", operator="greaterThan", formula1="0")
    sheet.add_data_validation(validation)
    validation.add("B3:B9")
    sheet.auto_filter.ref = "A2:D6"
    sheet.freeze_panes = "B3"
    sheet.column_dimensions["A"].width = 33
    book.create_sheet("Totalen")["A1"] = "=SUM(Plannen!B3:B9)"
    book.create_sheet("Verborgen").sheet_state = "hidden"
    path = tmp_path / "plannen.xlsx"
    book.save(path)
    return path


def everything(path: Path) -> dict[tuple[str, str], tuple[object, ...]]:
    """Value or formula, and format, of each cell of each sheet."""
    book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): (
            cell.value, cell.font, cell.fill, cell.number_format, cell.border, cell.alignment, cell.comment and cell.comment.text
        )
        for sheet in book for row in sheet.iter_rows() for cell in row
    }  # fmt: skip


def test_only_the_names_differ_cell_by_cell(rich: Path) -> None:
    copy = rich.with_name("kopie.xlsx")
    before = rich.read_bytes()
    remarks = workbook_names.adopt(read_table(rich), {3: "De Hoef", 5: "Kerk & plein <2> ]]>"}, copy)
    assert rich.read_bytes() == before
    old, new = everything(rich), everything(copy)
    assert old.keys() == new.keys()
    changed = {place: new[place] for place in old if repr(old[place]) != repr(new[place])}
    assert {place: cell[0] for place, cell in changed.items()} == {("Plannen", "A3"): "De Hoef", ("Plannen", "A5"): "Kerk & plein <2> ]]>"}
    assert all(repr(old[place][1:]) == repr(new[place][1:]) for place in changed)
    assert any("formules" in remark for remark in remarks)


def test_all_other_parts_are_the_same_bytes(rich: Path) -> None:
    copy = rich.with_name("kopie.xlsx")
    workbook_names.adopt(read_table(rich), {3: "De Hoef"}, copy)
    with zipfile.ZipFile(rich) as old, zipfile.ZipFile(copy) as new:
        assert old.namelist() == new.namelist()
        different = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert different == ["xl/worksheets/sheet1.xml"]


def test_macros_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsm"
    case = next(case for case in hostile.CASES if case.name == "eerlijke-macro.xlsm")
    case.write(path)
    workbook_names.adopt(read_table(path), {2: "Een ander"}, tmp_path / "b.xlsm")
    with zipfile.ZipFile(tmp_path / "b.xlsm") as archive:
        assert archive.read("xl/vbaProject.bin") == b"x"
    assert read_table(tmp_path / "b.xlsm").names[0] == (2, "Een ander")


@pytest.mark.parametrize("name", ["voorvoegsel.xlsx", "strict.xlsx", "cdata.xlsx", "opmaak-en-fonetiek.xlsx"])
def test_other_ways_of_writing_xml(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    next(case for case in hostile.CASES if case.name == name).write(path)
    workbook_names.adopt(read_table(path), {2: "Een ander"}, tmp_path / "kopie.xlsx")
    assert read_table(tmp_path / "kopie.xlsx").names[0] == (2, "Een ander")


def test_a_name_from_a_formula_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    next(case for case in hostile.CASES if case.name == "formule-met-waarde.xlsx").write(path)
    with pytest.raises(LmvwError, match=r"A4.*formule"):
        workbook_names.adopt(read_table(path), {4: "x"}, tmp_path / "b.xlsx")
    assert [item.name for item in tmp_path.iterdir()] == ["a.xlsx"]


def test_the_original_is_never_the_copy(rich: Path) -> None:
    with pytest.raises(LmvwError, match=r"kan niet ‘plannen[.]xlsx’ zelf zijn"):
        workbook_names.adopt(read_table(rich), {3: "x"}, rich)


def test_what_cannot_be_done_is_said_before_anything_is_written(rich: Path) -> None:
    table = read_table(rich)
    for changes, destination, words in (
        ({99: "x"}, "b.xlsx", "A99"), ({3: ""}, "b.xlsx", "A3"), ({3: "x" * 40_000}, "b.xlsx", "te lang"), ({3: "x"}, "b.csv", ".xlsx"),
    ):  # fmt: skip
        with pytest.raises(LmvwError, match=words):
            workbook_names.adopt(table, changes, rich.with_name(destination))
    assert [item.name for item in rich.parent.iterdir()] == [rich.name]


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"", "cp1252")],
)
def test_csv_keeps_its_own_way_of_writing(bom: bytes, encoding: str, tmp_path: Path) -> None:
    text = 'plannaam;"bruto";x\r\n"De ""Hoef""";1;é\r\nPlan;"2";"a\r\nb"\r\n  Los ;3;\r\n'
    path = tmp_path / "a.csv"
    path.write_bytes(bom + text.encode(encoding))
    workbook_names.adopt(read_table(path), {2: 'De "Haven"', 5: "Los; vast"}, tmp_path / "b.csv")
    wanted = text.replace('De ""Hoef""', 'De ""Haven""').replace("  Los ", '"Los; vast"')
    assert (tmp_path / "b.csv").read_bytes() == bom + wanted.encode(encoding)


def test_a_letter_outside_the_encoding_of_a_csv_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("plannaam;x\nCafé;1\n".encode("cp1252"))
    with pytest.raises(LmvwError, match="‘Ж’"):
        workbook_names.adopt(read_table(tmp_path / "a.csv"), {2: "Ж"}, tmp_path / "b.csv")


def test_opendocument_keeps_everything_else(tmp_path: Path) -> None:
    rows = (
        hostile.ods_row("plannaam", "x") + hostile.ods_row("De Hoef ", "1")
        + "<table:table-row><table:table-cell table:style-name='ce1' office:value-type='float' office:value='7' calcext:value-type='float'>"
        "<office:annotation><text:p>noot</text:p></office:annotation><text:p>7</text:p></table:table-cell></table:table-row>"
    )  # fmt: skip
    path, copy = tmp_path / "a.ods", tmp_path / "b.ods"
    path.write_bytes(hostile.zipped(hostile.ods(rows)))
    workbook_names.adopt(read_table(path), {2: " De  Hoef\nZuid & <co>", 3: "007"}, copy)
    assert read_table(copy).names == ((2, " De  Hoef\nZuid & <co>"), (3, "007"))
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy) as new:
        assert [entry.filename for entry in old.infolist()] == [entry.filename for entry in new.infolist()]
        before, after = old.read("content.xml").decode(), new.read("content.xml").decode()
    wanted = before.replace(
        "<text:p>De Hoef </text:p>", "<text:p><text:s/>De <text:s/>Hoef</text:p><text:p>Zuid &amp; &lt;co&gt;</text:p>"
    ).replace(" office:value-type='float' office:value='7' calcext:value-type='float'>", ' office:value-type="string">')
    wanted = wanted.replace("<text:p>7<", "<text:p>007<")
    assert after.replace("'", '"') == wanted.replace("'", '"')


def test_a_cell_of_opendocument_that_stands_for_more_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    path.write_bytes(
        hostile.zipped(hostile.ods(hostile.ods_row("plannaam") + hostile.ods_row("x", extra=' table:number-rows-repeated="2"')))
    )
    with pytest.raises(LmvwError, match=r"A2.*meer cellen"):
        workbook_names.adopt(read_table(path), {2: "y"}, tmp_path / "b.ods")


@given(st.text(st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_name_is_written_exactly_or_refused(name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, copy = Path(folder) / "a.xlsx", Path(folder) / "b.xlsx"
        path.write_bytes(hostile.zipped(hostile.good()))
        workbook_names.adopt(read_table(path), {2: name}, copy)
        assert read_table(copy).names == ((2, name), (3, "Plan Zuid"))
