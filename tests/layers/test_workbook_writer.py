# SPDX-License-Identifier: GPL-2.0-or-later
"""The workbook: what is meant stands in it, every reader sees the same, and what cannot stand in it is refused."""

import csv
import os
import shutil
import subprocess
import textwrap
from datetime import datetime

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.codelists import code_list
from lmvw_plugin.core.delivering.delivery import make_delivery
from lmvw_plugin.core.delivering.sheets import Formula
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.rules.plans import check_plan
from lmvw_plugin.layers.delivering import workbook as w
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan

NAMES = [field.name for field in w.FIELDS]
NAME = NAMES.index("plannaam")

# What Excel turns into a formula, number, date or nothing; what looks the same; what programs trip over.
HARD_NAMES = [
    "=1+1", "=HYPERLINK(\"http://x\")", "007", "1-2", "+31", "-5", "'x", "''", "@SUM(A1)", "1e3", "TRUE", "#N/A", " Haven ", "a  b",
    "Cafe\u0301", "Café", "Pand & <Zn.> \"q\"", "d'Oude Haven", "regel\nregel", "tab\tstop", "\u200bonzichtbaar\u200e", "\ufeffbom", "𝄞 sleutel",
    "_x0041_", "_x000D_", "__x005F_", "CR\rCR", "x" * 300, "é" * 32_767,
]  # fmt: skip


def delivery_of(*plans):
    return make_delivery(plans, MARKERWAARD, PEILDATUM)


def named(*names):
    return delivery_of(*(consistent_plan(plannaam=name) for name in names))


def write(path, delivery, findings=(), remarks=""):
    content = w.sheets(delivery, findings, remarks)
    w.write_workbook(path, content, NAME)
    w.verify_workbook(path, content)
    return content


def calamine_rows(path, sheet):
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "plannen.xlsx"


def test_sheets_headers_and_layout(path):
    write(path, delivery_of(consistent_plan()))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Plannen", "Toelichting", "Definities", "Controle"]
    sheet = book["Plannen"]
    groups, _, labels, columns = (list(row)[: len(w.FIELDS)] for row in sheet.iter_rows(max_row=4, values_only=True))
    assert columns == [field.column_at(PEILDATUM) for field in w.FIELDS]
    assert labels == [field.title_at(PEILDATUM) for field in w.FIELDS]
    assert groups[columns.index("bruto_totaal")] == "Aantallen en fasering"
    assert sheet.freeze_panes == "C5"
    assert sheet.auto_filter.ref.startswith("A4:")
    assert sheet["A4"].font.name
    titles = [given.replace("$", "") for given in (sheet.print_title_rows, sheet.print_title_cols)]  # openpyxl 3.0 reads them without
    assert titles == ["1:4", "B:B"]
    assert sheet["A1"].font.bold


def test_values_are_typed_and_read_as_a_person_says_them(path):
    write(path, delivery_of(consistent_plan(plannummer="007", vertrouwelijk=False)))
    row = next(openpyxl.load_workbook(path)["Plannen"].iter_rows(min_row=5))
    cells = dict(zip(NAMES, row, strict=False))
    assert (cells["bruto_totaal"].value, cells["bruto_totaal"].data_type) == (20, "n")
    assert (cells["bruto_jaar02"].value, cells["bruto_jaar02"].data_type) == (0, "n")
    assert (cells["plannummer"].value, cells["plannummer"].data_type) == ("007", "s")
    assert (cells["planstatus"].value, cells["planstatus"].data_type) == ("2A", "s")
    assert [cells[name].value for name in ("vertrouwelijk", "geclusterd_55plus", "plantype", "toelichting")] == [
        "nee",
        "ja",
        "Verdichting",
        None,
    ]


def test_other_sheets(path):
    plan = consistent_plan(nultreden_geclusterd=5)
    findings = check_plan(plan, PEILDATUM)
    write(path, delivery_of(plan), findings, "Twee plannen volgen nog.")
    book = openpyxl.load_workbook(path)
    explanation = dict(book["Toelichting"].iter_rows(values_only=True))
    assert (explanation["Gemeentecode"], explanation["Peildatum"], explanation["Aantal plannen"]) == ("GM9999", datetime(2026, 1, 1), 1)
    assert explanation["Opmerkingen van de gemeente"] == "Twee plannen volgen nog."
    defined = {row[0] for row in book["Definities"].iter_rows(min_row=2, values_only=True)}
    assert {field.column_at(PEILDATUM) for field in b.FIELDS} <= defined
    codes = {row[1] for row in book["Definities"].iter_rows(values_only=True)}
    assert set(code_list("planstatus")) | set(code_list("plantype")) <= codes
    rows = list(book["Controle"].iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[1], row[2]) for row in rows] == [("A8", "waarschuwing", "Havenkwartier")]


def test_a_name_is_never_a_formula(path):
    write(path, named("=1+1", "@SUM(A1)", "+31"))
    for (cell,) in openpyxl.load_workbook(path)["Plannen"].iter_rows(min_row=5, min_col=NAME + 1, max_col=NAME + 1):
        assert cell.data_type == "s"


def test_hard_names_are_the_same_for_a_second_reader(path):
    write(path, named(*HARD_NAMES))
    plain = [name for name in HARD_NAMES if "_x" not in name]  # openpyxl shows Excel's escapes as they are stored
    rows = openpyxl.load_workbook(path)["Plannen"].iter_rows(min_row=5, values_only=True)
    assert [row[NAME] for row in rows if "_x" not in row[NAME]] == plain
    assert [row[NAME] for row in calamine_rows(path, "Plannen")[4:]] == HARD_NAMES


def test_a_second_reader_agrees_cell_by_cell_on_every_sheet(path):
    plans = [
        consistent_plan(plannaam=name, nultreden_geclusterd=5, bruto_jaar01=None if place % 3 else 9)
        for place, name in enumerate(HARD_NAMES)
    ]
    plans[3] |= {"vervallen": True, "sloop_totaal": None}
    findings = [finding for plan in plans for finding in check_plan(plan, PEILDATUM)]
    content = write(path, delivery_of(*plans), findings, "Regel een\nregel twee")
    for title, sheet in content.items():
        meant = [[_plain(cell) for cell in row] + [""] * (sheet.width - len(row)) for row in sheet.rows()]
        assert calamine_rows(path, title) == meant, title


def _plain(cell):
    value = cell.value if isinstance(cell, Formula) else cell
    return "" if value is None else value


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=12), min_size=1, max_size=5))
def test_any_name_survives_in_both_readers_or_is_refused(path, names):
    try:
        write(path, named(*names))
    except LmvwError as refusal:
        assert str(refusal).endswith(".")
        return
    assert [row[NAME] for row in calamine_rows(path, "Plannen")[4:]] == names


@pytest.mark.parametrize(("name", "message"), [
    ("x" * 32_768, "heeft 32768 tekens, meer dan de 32767 die in een Excel-cel passen; kort hem in."),
    ("Ha\x07ven", "plan ‘Ha�ven’ staat het stuurteken U+0007, dat niet in Excel kan staan; haal het weg."),
    ("Ha\x00ven", "stuurteken U+0000"),
    ("Ha\x1fven", "stuurteken U+001F"),
    ("Ha\ufffeven", "U+FFFE"),
    ("Ha\ud800ven", "U+D800"),
], ids=["long", "bell", "null", "unit", "noncharacter", "surrogate"])  # fmt: skip
def test_a_name_that_cannot_stand_in_excel_is_refused_with_a_sentence(path, name, message):
    with pytest.raises(LmvwError) as caught:
        write(path, named(name))
    assert message in str(caught.value)


@pytest.mark.parametrize(("cell", "new"), [("E4", "Haven-kwartier"), ("K4", 21), ("A3", "x"), ("E5", "nog een plan")])
def test_a_workbook_that_reads_back_differently_is_noticed(path, cell, new):
    content = write(path, named("Havenkwartier"))
    book = openpyxl.load_workbook(path)
    book["Plannen"][cell] = new
    book.save(path)
    with pytest.raises(LmvwError, match="Het Excel-bestand is niet goed geschreven: blad ‘Plannen’"):
        w.verify_workbook(path, content)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_reads_the_same(path, tmp_path):
    names = [name for name in HARD_NAMES if len(name) < 1000 and "\r" not in name]
    write(path, named(*names))
    profile = (tmp_path / "profile").as_uri()
    options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"  # UTF-8, first sheet, as shown
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", options, "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=100, env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    (converted,) = tmp_path.glob("*.csv")
    with converted.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    assert rows[3][: len(NAMES)] == [field.column_at(PEILDATUM) for field in w.FIELDS]
    assert [row[NAME].removeprefix("\ufeff") for row in rows[4:]] == [name.removeprefix("\ufeff") for name in names]
    assert {row[NAMES.index("bruto_totaal")] for row in rows[4:]} == {"20"}


def test_the_sheet_begins_with_number_and_name_and_no_word_of_a_header_is_broken(path):
    write(path, delivery_of(consistent_plan()))
    sheet = openpyxl.load_workbook(path)["Plannen"]
    columns = [cell.value for cell in sheet[w.HEADER_ROWS]]
    assert columns[:2] == ["plannummer", "plannaam"]
    fields = columns[: columns.index("netto_totaal")]
    assert fields[-3:] == ["gemeente_naam", "gemeente_code", "plan_id"]
    assert sheet.freeze_panes == f"C{w.HEADER_ROWS + 1}"
    for cell in sheet[3]:
        longest = max(len(word) for word in cell.value.split())
        room = (
            sheet.row_dimensions[3].height / 6.5 if cell.alignment.text_rotation else sheet.column_dimensions[cell.column_letter].width - 1
        )
        assert longest <= room, cell.value
    assert sheet.column_dimensions[sheet.cell(w.HEADER_ROWS, len(fields)).column_letter].width >= 36, "a key is not cut off"


def test_the_lines_of_a_turned_head_have_room_beside_one_another(path):
    """Points: a letter of a bold head is at most 5.7 long and its line 11 high; a column is 5.25 a character."""
    write(path, delivery_of(consistent_plan()))
    sheet = openpyxl.load_workbook(path)["Plannen"]
    turned = [cell for cell in sheet[3] if cell.alignment.text_rotation]
    assert len(turned) > 40
    for cell in turned:
        lines = len(textwrap.wrap(cell.value, int(sheet.row_dimensions[3].height / 5.7)))
        assert 11 * lines <= 5.25 * sheet.column_dimensions[cell.column_letter].width, cell.value
        assert cell.font.size == 9


@pytest.mark.parametrize("title", ["Definities", "Controle"])
def test_a_sheet_to_read_is_no_wider_than_its_letters_can_be_read_on_a4(path, title):
    """It is made as wide as the paper: 785 points within its margins. A letter of 10 points stays above 8."""
    write(path, delivery_of(consistent_plan()))
    sheet = openpyxl.load_workbook(path)[title]
    assert 10 * 785 / sum(5.25 * one.width for one in sheet.column_dimensions.values()) >= 8


def test_a_long_toelichting_is_whole_on_paper(path):
    """It wraps, in a row that is high enough; a row without one is as high as the program makes it."""
    told = "De eerste fase is in 2024 opgeleverd; de tweede wacht op de verplaatsing van het gasstation. " * 6
    write(path, delivery_of(consistent_plan(toelichting=told), consistent_plan(plannaam="Dijk", toelichting="Kort.")))
    sheet = openpyxl.load_workbook(path)["Plannen"]
    columns = [cell.value for cell in sheet[w.HEADER_ROWS]]
    first = w.HEADER_ROWS + 1
    cell = next(one for one in sheet[first] if one.value == told)
    assert columns[cell.column - 1] == "toelichting" and cell.alignment.wrap_text
    letters = 1.1 * sheet.column_dimensions[cell.column_letter].width  # of 10 points, in a width that counts those of 11
    lines = len(textwrap.wrap(told, int(letters)))
    assert sheet.row_dimensions[first].height >= 12.5 * lines
    assert sheet.row_dimensions[first + 1].height is None


def test_what_is_for_programs_is_there_and_out_of_sight(path):
    write(path, delivery_of(consistent_plan()))
    sheet = openpyxl.load_workbook(path)["Plannen"]
    names = {cell.value: cell for cell in sheet[w.HEADER_ROWS]}
    hidden = {name for name, cell in names.items() if sheet.column_dimensions[cell.column_letter].hidden}
    assert hidden == {"gemeente_code", "plan_id"}
    assert all(cell.font.color.rgb == cell.fill.fgColor.rgb for cell in names.values()), "as pale as its ground"


def test_a_difference_says_to_which_side(path):
    write(path, delivery_of(consistent_plan(bruto_jaar01=9)))
    sheet = openpyxl.load_workbook(path)["Plannen"]
    names = {cell.value: cell.column_letter for cell in sheet[w.HEADER_ROWS]}
    cell = sheet[f"{names['verschil_fasering_bruto']}{w.HEADER_ROWS + 1}"]
    assert cell.number_format.count("te veel") == cell.number_format.count("te weinig") == 1


def test_a_page_of_paper_begins_with_a_subject(path, tmp_path):
    """As LibreOffice prints it: two pages, the years of bruto and sloop on the first, the name on both."""
    write(path, delivery_of(consistent_plan()))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=100, env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    (printed,) = tmp_path.glob("*.pdf")
    found = subprocess.run(["pdftotext", "-layout", str(printed), "-"], capture_output=True, text=True, check=True).stdout.split("\f")
    first, second = found[:2]
    assert "Toelichting bij de levering" in found[2], [page.split()[:12] for page in found]
    assert "Aantallen en fasering" in first and "Woningtype" not in first
    assert "Woningtype" in second and "Controle" in second
    assert "Havenkwartier" in first and "Havenkwartier" in second
