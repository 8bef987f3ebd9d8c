# SPDX-License-Identifier: GPL-2.0-or-later
"""What project leaders do with an invulblad: nothing that comes back is passed over without a word."""

import json
import re
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from python_calamine import CalamineWorkbook
from qgis.core import QgsProject

from lmvw_plugin.core.delivering.sheets import FIRST, HEADER_ROWS
from lmvw_plugin.core.i18n import day
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import fill_memory as memory
from lmvw_plugin.layers.workbook.openpyxl_alone import load_workbook
from tests.conftest import MARKERWAARD, PEILDATUM, change, consistent_plan, square
from tests.processing.test_fillsheets import answer, cell_of, libreoffice, saved_by_libreoffice, stored

LEADERS = {"1": "A. de Boer", "2": "A. de Boer", "3": "A. de Boer", "4": "B. Bos"}
NAMES = {"1": "Havenkwartier", "2": "Dijkzicht", "3": "Bosrand", "4": "Kade"}


@pytest.fixture
def path(tmp_path):
    plans = [(square(int(key)), consistent_plan(plan_id=key, plannaam=NAMES[key]) | {"projectleider": LEADERS[key]}) for key in NAMES]
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    (tmp_path / "uit").mkdir()
    yield tmp_path / "p.gpkg"
    QgsProject.instance().clear()


@pytest.fixture
def make(run, path):
    """Make the invulbladen; returns that of A. de Boer."""

    def made():
        before = set((path.parent / "uit").iterdir())
        run("makefillsheets", INPUT=str(path), FOLDER=str(path.parent / "uit"))
        return min(set((path.parent / "uit").iterdir()) - before)

    return made


@pytest.fixture
def sheet(make):
    return make()


@pytest.fixture
def read(run, path):
    """Read workbooks; returns the results, with what was told in lines."""

    def done(*sheets, **more):
        results = run("readfillsheets", INPUT=str(path), WORKBOOKS=[str(one) for one in sheets], **more)
        return results | {"TOLD": results["TOLD"].splitlines()}

    return done


class Hand:
    """Somebody at work in sheet Plannen, who took the protection off."""

    def __init__(self, sheet):
        self.sheet, self.book = sheet, load_workbook(sheet)
        self.cells = self.book["Plannen"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.book.save(self.sheet)

    def __setitem__(self, cell, value):
        self.cells[cell].value = value

    def __getitem__(self, cell):
        return self.cells[cell].value

    def row(self, number):
        return [cell.value for cell in self.cells[number]]


def test_a_row_of_another_leader_is_told(read, path, sheet):
    """Copied out of a colleague's invulblad, over a row and below the table."""
    with Hand(sheet) as hand, Hand(sheet.with_name("invulblad_2026-01-01_B_ Bos.xlsx")) as other:
        for column, value in enumerate(other.row(FIRST), 1):
            hand.cells.cell(FIRST + 3, column).value = value
        hand[cell_of("tijdelijk", FIRST + 3)] = 9
    done = read(sheet)
    assert (done["ANSWERS"], done["CHANGED"], stored(path, "Kade")["tijdelijk"]) == (0, 0, 3)
    assert done["TOLD"][1:] == [
        f"‘{sheet.name}’, blad Plannen, rij {FIRST + 3}: plan ‘Kade’ (B. Bos) zat niet in dit invulblad; de rij is niet overgenomen. Laat dit plan "
        "invullen in het invulblad waarin het verstuurd is."
    ]


def test_a_copied_sheet_and_what_stands_beside_the_table_are_told(read, sheet):
    with Hand(sheet) as hand:
        copy = hand.book.copy_worksheet(hand.cells)
        copy[cell_of("tijdelijk")].value = 8
        hand.book.create_sheet("leeg")
        hand.book["Uitleg"]["D3"].value = "Bel mij even"
        hand.cells.cell(FIRST, hand.cells.max_column + 2).value = "klopt niet"
        note = hand.cells.cell(FIRST, hand.cells.max_column).coordinate
    told = read(sheet)["TOLD"]
    assert told[1:] == [
        f"‘{sheet.name}’, blad Uitleg: niet gelezen is wat in cel D3 staat; antwoorden tellen alleen op blad Plannen.",
        f"‘{sheet.name}’, blad ‘Plannen Copy’ hoort niet bij het invulblad en is niet gelezen; antwoorden tellen alleen op blad Plannen.",
        f"‘{sheet.name}’, blad Plannen: niet gelezen is wat in cel {note} (‘klopt niet’) staat, want boven die kolom staat geen kop van het "
        "invulblad. Zet het antwoord in de kolom van het veld, en een opmerking bij Toelichting.",
    ]


def test_notes_at_cells_are_told(read, sheet):
    from openpyxl.comments import Comment

    with Hand(sheet) as hand:
        hand.cells[cell_of("tijdelijk")].comment = Comment("Wie weet dit?", "A. de Boer")
    assert f"‘{sheet.name}’, bij cellen staan notities; die zijn niet gelezen. Bekijk ze in het bestand zelf." in read(sheet)["TOLD"]


def test_an_emptied_and_a_renamed_heading_are_told_and_the_other_answers_count(read, path, sheet):
    answer(sheet, "Dijkzicht", nultreden=13, tijdelijk=9, eengezins=9)
    with Hand(sheet) as hand:
        hand[cell_of("tijdelijk", HEADER_ROWS)] = None
        hand[cell_of("eengezins", HEADER_ROWS)] = "Eengezins woningen"
        hand[cell_of("nultreden", HEADER_ROWS)] = " Nultreden "
    done = read(sheet)
    assert (done["ANSWERS"], stored(path, "Dijkzicht")["tijdelijk"], stored(path, "Dijkzicht")["nultreden"]) == (1, 3, 13)
    said = [line for line in done["TOLD"] if "de kop is leeg of gewijzigd" in line]
    assert len(said) == 1
    for words in (
        f"‘{sheet.name}’, blad Plannen, rij {HEADER_ROWS}:",
        "‘Eengezinswoningen’ (eengezins)",
        "‘Tijdelijke woningen’ (tijdelijk)",
        "Zet de kop terug",
    ):
        assert words in said[0], said
    assert not [line for line in done["TOLD"] if "geen kop van het invulblad" in line]  # those columns are ours, and told


def test_without_the_heading_of_the_id_the_file_is_refused_and_without_that_of_the_name_it_is_read(refused, read, path, sheet):
    answer(sheet, "Dijkzicht", tijdelijk=9)
    with Hand(sheet) as hand:
        hand[cell_of("plannaam", HEADER_ROWS)] = None
    done = read(sheet, DRY_RUN=True)
    assert (done["ANSWERS"], done["WAITING"]) == (1, 0)
    assert [line for line in done["TOLD"] if "‘Plannaam’ (plannaam)" in line]
    with Hand(sheet) as hand:
        hand[cell_of("plan_id", HEADER_ROWS)] = None
    said = refused("readfillsheets", INPUT=str(path), WORKBOOKS=[str(sheet)])
    assert f"Invulblad ‘{sheet.name}’ heeft op blad Plannen geen kolomkop ‘plan_id’" in said


def rename(path, old, new):
    """A colleague calls a plan something else in the plan file."""
    layer = planfile.open_layer(path)
    (plan,) = (one.id() for one in layer.getFeatures() if one["plannaam"] == old)
    assert layer.startEditing()
    assert layer.changeAttributeValue(plan, layer.fields().lookupField("plannaam"), new)
    assert layer.commitChanges()


def test_a_name_that_is_typed_over_is_told_and_messages_use_the_name_in_the_plan_file(read, path, sheet):
    with Hand(sheet) as hand:
        hand[cell_of("plannaam")] = "Haven (fase 2)"
        hand[cell_of("gemeente_naam")] = "Urk"
        hand[cell_of("tijdelijk")] = "circa 4"
    rename(path, "Havenkwartier", "Oude Haven")
    done = read(sheet)
    assert done["TOLD"][1:] == [
        f"‘{sheet.name}’, blad Plannen, cel {cell_of('plannaam')}: plan ‘Oude Haven’, Plannaam is gewijzigd in ‘Haven (fase 2)’. Dat is niet "
        "overgenomen; wijzig het zelf in het planbestand als het klopt.",
        f"‘{sheet.name}’, blad Plannen, cel {cell_of('gemeente_naam')}: plan ‘Oude Haven’, Gemeente is gewijzigd in ‘Urk’. Dat is niet "
        "overgenomen; wijzig het zelf in het planbestand als het klopt.",
        f"‘{sheet.name}’, blad Plannen, cel {cell_of('tijdelijk')}: plan ‘Oude Haven’, Tijdelijke woningen: ‘circa 4’ is een schatting; vul een heel "
        "getal in. Dit antwoord is niet overgenomen.",
    ]


@pytest.mark.parametrize(("value", "why", "shown"), [
    ("1.405", "kan een duizendtal of een breuk zijn; schrijf het getal zonder punt", None), ("4,5", "is geen heel getal", None),
    (4.5, "is wat de cel laat zien, maar opgeslagen is 4,5; kies voor de cel", "5"), ("€ 405", "is geen getal", None),
    (datetime(2027, 5, 4), "is een datum, geen aantal", "04-05-2027"), (datetime(2027, 5, 4, 13, 30), "is een datum, geen aantal", "04-05-2027 13:30"),
    ("1e3", "is een getal met een macht van tien (1e3 is 1000); schrijf het getal voluit in cijfers", None),
    ("405 stuks", "heeft tekst naast het getal; zet de tekst in de toelichting", None), (-3, "is een negatief aantal", None),
    ("1 405", "heeft een spatie in het getal; schrijf het getal aaneen", None), (True, "is geen aantal", "WAAR"),
    ("n.v.t.", "betekent waarschijnlijk ‘geen’ of ‘onbekend’", None),
])  # fmt: skip
def test_each_amount_that_is_none_says_why_with_its_cell(read, sheet, value, why, shown):
    with Hand(sheet) as hand:
        hand[cell_of("nultreden", FIRST + 1)] = value
    done = read(sheet)
    (said,) = done["TOLD"][1:]
    assert said.startswith(
        f"‘{sheet.name}’, blad Plannen, cel {cell_of('nultreden', FIRST + 1)}: plan ‘Dijkzicht’, Nultredenwoningen: ‘{shown or value}’ {why}"
    )
    assert (done["ANSWERS"], done["UNREAD"]) == (0, 1)


@pytest.mark.parametrize(("code", "value", "seen", "held"), [
    ("0%", 1, "100%", "1"), ("0%", 0.25, "25%", "0,25"), ("0,", 1405, "1", "1405"), ("# ?/?", 4.5, "4 1/2", "4,5"), ("0", 12.4, "12", "12,4"),
    ('"€ "#,##0.00', 405, "€ 405,00", "405"), ("d-m-yyyy", 0, "00-01-1900", "0"), (";;;", 7, "", "7"), ('0"000"', 4, "4000", "4"),
])  # fmt: skip
@pytest.mark.parametrize("kind", ["xlsx", pytest.param("ods", marks=libreoffice)])
def test_an_amount_that_is_shown_otherwise_than_it_is_stored_is_no_answer(read, path, sheet, tmp_path, code, value, seen, held, kind):
    cell = cell_of("tijdelijk", FIRST + 1)
    with Hand(sheet) as hand:
        hand[cell] = value
        hand.cells[cell].number_format = code
    done = read(sheet if kind == "xlsx" else saved_by_libreoffice(sheet, tmp_path, kind))
    assert (done["ANSWERS"], done["UNREAD"], done["CHANGED"], stored(path, "Dijkzicht")["tijdelijk"]) == (0, 1, 0, 3)
    (said,) = done["TOLD"][1:]
    if kind == "ods":  # LibreOffice shows some of these in its own way
        assert f"cel {cell}: plan ‘Dijkzicht’, Tijdelijke woningen: ‘" in said
        return
    assert said == (
        f"‘{sheet.name}’, blad Plannen, cel {cell}: plan ‘Dijkzicht’, Tijdelijke woningen: ‘{seen}’ is wat de cel laat zien, maar opgeslagen is {held}; "
        "kies voor de cel de opmaak Standaard en typ het getal opnieuw. Dit antwoord is niet overgenomen."
    )


@pytest.mark.parametrize("code", ["0", "General", "#,##0", "0.00", '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "0.00E+00"])
def test_an_amount_in_another_format_that_shows_the_same_number_is_an_answer(read, path, sheet, code):
    cell = cell_of("tijdelijk", FIRST + 1)
    with Hand(sheet) as hand:
        hand[cell] = 10
        hand.cells[cell].number_format = code
    assert (read(sheet)["CHANGED"], stored(path, "Dijkzicht")["tijdelijk"]) == (1, 10)


def test_an_answer_in_the_locked_column_is_told_with_its_own_cell_and_why(read, sheet):
    cell = cell_of("provincie_aggregeert", FIRST + 2)
    with Hand(sheet) as hand:
        hand[cell] = "ja"
    done = read(sheet)
    assert (done["ANSWERS"], done["UNREAD"]) == (0, 1)
    assert done["TOLD"][1:] == [
        f"‘{sheet.name}’, blad Plannen, cel {cell}: plan ‘Bosrand’, Provincie telt vertrouwelijke plannen op: ‘ja’ hoort hier niet: deze kolom is grijs "
        "en beveiligd, want de gemeente kiest dit één keer voor de hele levering, bij ‘Levering maken’; laat de cel leeg. Dit antwoord is niet "
        "overgenomen."
    ]


def test_what_nobody_sees_around_a_toelichting_is_no_answer_and_a_day_is_as_it_is_seen(read, path, sheet):
    before = stored(path, "Dijkzicht")["toelichting"]
    for name, words in (("Havenkwartier", "  na de zomer \n"), ("Dijkzicht", f" {before or ''}  "), ("Bosrand", datetime(2027, 5, 4))):
        answer(sheet, name, toelichting=words)
    done = read(sheet)
    assert done["ANSWERS"] == 2
    assert [stored(path, name)["toelichting"] for name in ("Havenkwartier", "Dijkzicht", "Bosrand")] == [
        "na de zomer",
        before,
        "04-05-2027",
    ]


def test_an_answer_that_makes_a_plan_contradict_itself_waits_and_is_told_in_list_and_report(read, path, sheet):
    answer(sheet, "Dijkzicht", tijdelijk=999, nultreden=13)
    answer(sheet, "Bosrand", eengezins=7, meergezins=11)  # together they add up
    done = read(sheet)
    assert (done["ANSWERS"], done["WAITING"], stored(path, "Dijkzicht")["tijdelijk"], stored(path, "Dijkzicht")["nultreden"]) == (
        4,
        1,
        3,
        13,
    )
    assert [stored(path, "Bosrand")[veld] for veld in ("eengezins", "meergezins")] == [7, 11]
    rows = json.loads(Path(done["CHANGES_FOUND"]).read_text("utf-8"))["wijzigingen"]
    finding = "‘Tijdelijke woningen’ is 999, meer dan de 20 van ‘Bruto totaal’; verlaag het deel of verhoog het geheel"
    assert {row["veld"]: row["reden"] for row in rows if "reden" in row} == {"tijdelijk": f"het plan klopt daarna niet: {finding}"}
    assert done["TOLD"][1:] == [
        f"A. de Boer ({sheet.name}), blad Plannen, cel {cell_of('tijdelijk', FIRST + 1)}: plan ‘Dijkzicht’, Tijdelijke woningen: ‘999’ is niet "
        f"aangevinkt, want het plan klopt daarna niet: {finding}."
    ]
    report = Path(done["REPORT"]).read_text("utf-8")
    told = report.split("Antwoorden die niet in het planbestand staan")[1]
    assert {"A. de Boer", "Dijkzicht", "Tijdelijke woningen", "3", "999"} <= set(re.findall(r"<td[^>]*>([^<]*)</td>", told))
    assert finding in told
    choice = Path(done["CHANGES_FOUND"])
    chosen = choice.with_name("keuze.json")
    chosen.write_text(choice.read_text("utf-8").replace('"overnemen": false', '"overnemen": true'), "utf-8")
    taken = read(sheet, CHANGES=str(chosen))
    assert stored(path, "Dijkzicht")["tijdelijk"] == 999  # a person may know better
    report = Path(taken["REPORT"]).read_text("utf-8")
    assert f"<li>Plan ‘Dijkzicht’ is ingevuld: planstatus 2A, bruto 20 woningen. {finding}.</li>" in report
    assert "Antwoorden die niet in het planbestand staan" not in report


def test_what_is_allowed_is_said_where_a_code_is_none(read, sheet):
    answer(sheet, "Havenkwartier", plantype="Uitbreiding", planstatus="hard", vertrouwelijk="misschien")
    told = "\n".join(read(sheet)["TOLD"])
    assert (
        "‘Uitbreiding’ staat niet in de lijst van de Basisset; kies uit: Pand transformatie, Transformatiegebied, Herstructurering, "
        in told
    )
    assert "‘hard’ begint niet met een statuscode (1A tot en met 5B); de codes staan op blad Definities. Dit" in told
    assert "‘misschien’ is geen ja of nee. Dit" in told


def test_a_row_that_is_deleted_and_half_a_sheet_are_told(read, sheet):
    answer(sheet, "Bosrand", tijdelijk=9)
    with Hand(sheet) as hand:
        hand.cells.delete_rows(FIRST, 2)
    done = read(sheet)
    assert (done["ANSWERS"], done["CHANGED"]) == (1, 1)
    assert done["TOLD"][1:] == [
        f"‘{sheet.name}’, blad Plannen: wel verstuurd, niet teruggekomen: ‘Havenkwartier’ en ‘Dijkzicht’. Daaraan verandert niets."
    ]


def test_sorted_rows_inserted_rows_hidden_columns_and_a_filter_change_nothing(read, path, sheet):
    answer(sheet, "Dijkzicht", tijdelijk=9)
    with Hand(sheet) as hand:
        rows = [hand.row(number) for number in range(FIRST, FIRST + 3)]
        for number, values in zip((FIRST + 6, FIRST, FIRST + 3), rows, strict=True):
            for column, value in enumerate(values, 1):
                hand.cells.cell(number, column).value = value
        for number in (FIRST + 1, FIRST + 2):
            for column in range(1, hand.cells.max_column + 1):
                hand.cells.cell(number, column).value = None
        hand.cells.insert_rows(2, 2)
        hand.cells.insert_cols(1)
        hand.cells.column_dimensions["C"].hidden = True
        hand.cells.row_dimensions[FIRST + 2].hidden = True
    done = read(sheet)
    assert (done["ANSWERS"], done["CHANGED"], len(done["TOLD"]), stored(path, "Dijkzicht")["tijdelijk"]) == (1, 1, 1, 9)


def test_rows_whose_planbestand_ids_were_swapped_wait(read, path, sheet):
    answer(sheet, "Dijkzicht", tijdelijk=9)
    with Hand(sheet) as hand:
        one, two = cell_of("plan_id", FIRST), cell_of("plan_id", FIRST + 1)
        hand[one], hand[two] = hand[two], hand[one]
    done = read(sheet)
    assert (done["CHANGED"], done["WAITING"]) == (0, 1)
    assert [stored(path, name)["tijdelijk"] for name in NAMES.values()] == [3, 3, 3, 3]


def test_true_in_a_text_is_taken_as_it_is_seen(read, path, sheet):
    answer(sheet, "Dijkzicht", toelichting=True)
    assert (read(sheet)["CHANGED"], stored(path, "Dijkzicht")["toelichting"]) == (1, "WAAR")


@pytest.mark.parametrize("kind", ["as sent", pytest.param("xlsx", marks=libreoffice), pytest.param("ods", marks=libreoffice)])
def test_what_was_struck_through_waits_and_is_told(read, path, sheet, tmp_path, kind):
    """A leader who corrects with a pen: of the number, of a piece of a text, and of what was sent."""
    pieces = CellRichText(TextBlock(InlineFont(strike=True), "1"), "2")
    with Hand(sheet) as hand:
        hand[cell_of("tijdelijk", FIRST)] = 9
        hand.cells[cell_of("tijdelijk", FIRST)].font = Font(strike=True)
        hand[cell_of("tijdelijk", FIRST + 1)] = pieces
        hand[cell_of("nultreden", FIRST + 2)] = 13
        hand.cells[cell_of("nultreden", FIRST + 2)].font = Font(bold=True)
        for row in (FIRST, FIRST + 1):
            hand.cells[cell_of("eengezins", row)].font = Font(strike=True)
    came = sheet if kind == "as sent" else saved_by_libreoffice(sheet, tmp_path, kind)
    done = read(came)
    assert (done["ANSWERS"], done["CHANGED"], done["WAITING"], stored(path, "Havenkwartier")["tijdelijk"]) == (3, 1, 2, 3)
    assert stored(path, "Bosrand")["nultreden"] == 13
    struck = [
        f"A. de Boer ({came.name}), blad Plannen, cel {cell_of('tijdelijk', row)}: plan ‘{plan}’, Tijdelijke woningen: ‘{value}’ is niet aangevinkt, "
        "want de cel is doorgehaald."
        for row, plan, value in ((FIRST, "Havenkwartier", 9), (FIRST + 1, "Dijkzicht", 12))
    ]
    sent = (
        f"‘{came.name}’, blad Plannen: in cel {cell_of('eengezins')} t/m {cell_of('eengezins', FIRST + 1)} is doorgehaald wat verstuurd is, of wat "
        "geen antwoord is. Daardoor verandert niets; vraag de projectleider wat de bedoeling is."
    )
    assert done["TOLD"][1:] == [sent, *struck]
    rows = json.loads(Path(done["CHANGES_FOUND"]).read_text("utf-8"))["wijzigingen"]
    assert {row["cel"]: row.get("reden") for row in rows} == {
        cell_of("tijdelijk"): "de cel is doorgehaald", cell_of("tijdelijk", FIRST + 1): "de cel is doorgehaald", cell_of("nultreden", FIRST + 2): None
    }  # fmt: skip


def test_a_new_row_and_a_remark_below_the_table_are_told(read, sheet):
    with Hand(sheet) as hand:
        hand[cell_of("plannaam", FIRST + 4)] = "Nieuwe wijk"
        hand[cell_of("bruto_totaal", FIRST + 6)] = "alles onder voorbehoud"
    told = read(sheet)["TOLD"]
    for row, words in ((FIRST + 4, "Nieuwe wijk"), (FIRST + 6, "alles onder voorbehoud")):
        assert (
            f"‘{sheet.name}’, blad Plannen, rij {row} (‘{words}’) heeft geen planbestand-ID en is niet overgenomen. Teken een nieuw plan eerst in het "
            "planbestand." in told
        )
    assert len(told) == 3


@libreoffice
@pytest.mark.parametrize("kind", ["xls", "ods", "csv", "xlsx"])
def test_what_is_saved_as_another_kind_is_read_or_refused_with_what_to_do(read, refused, path, sheet, tmp_path, kind):
    answer(sheet, "Dijkzicht", tijdelijk=9)
    saved = saved_by_libreoffice(sheet, tmp_path, kind)
    renamed = saved.rename(saved.with_name(f"ingevuld door mij.{kind}"))
    if kind in ("xls", "csv"):
        words = {
            "xls": "sla het op als .xlsx en lees dat bestand in",
            "csv": "is een CSV-bestand en heeft geen blad Uitleg met het kenmerk",
        }
        assert words[kind] in refused("readfillsheets", INPUT=str(path), WORKBOOKS=[str(renamed)])
        assert stored(path, "Dijkzicht")["tijdelijk"] == 3
        if kind == "xls":  # the way out is a way out
            assert read(saved_by_libreoffice(renamed, tmp_path, "xlsx"))["CHANGED"] == 1
            assert stored(path, "Dijkzicht")["tijdelijk"] == 9
    else:
        assert (read(renamed)["CHANGED"], stored(path, "Dijkzicht")["tijdelijk"]) == (1, 9)
        rows = CalamineWorkbook.from_path(str(renamed)).get_sheet_by_name("Plannen").to_python()
        assert 9 in next(row for row in rows if "Dijkzicht" in row)


def test_what_else_is_in_the_folder_is_told(read, sheet):
    (sheet.parent / "antwoorden.pdf").write_bytes(b"%PDF-1.4")
    (sheet.parent / "ander").mkdir()
    shutil.copy(sheet, sheet.parent / "ander")
    (sheet.parent / "antwoorden.csv").write_text("plan;3\n", "utf-8")
    done = read(sheet.parent)
    assert done["TOLD"][-1] == (
        f"In map ‘{sheet.parent}’ is niet gelezen: ‘ander’ en ‘antwoorden.pdf’; alleen Excel-bestanden die in de map zelf staan worden gelezen."
    )
    assert [line for line in done["TOLD"] if line.startswith("‘antwoorden.csv’ is een CSV-bestand")]
    assert (done["SHEETS"], done["REFUSED"]) == (2, 1)


def test_both_makings_are_understood_and_told_apart(read, path, make):
    first = make()
    answer(first, "Dijkzicht", tijdelijk=9)
    second = make()
    done = read(first)
    assert (done["CHANGED"], stored(path, "Dijkzicht")["tijdelijk"]) == (1, 9)
    assert (
        f"Dit is het invulblad van {today()} (‘{first.name}’); daarna is op {today()} een nieuw gemaakt (‘{second.name}’)."
        in done["TOLD"][0]
    )
    report = Path(done["REPORT"]).read_text("utf-8")
    assert (
        f"A. de Boer: 3 van 3 openbare plannen ingevuld; 2 invulbladen gemaakt: ‘{first.name}’ van {today()}, terug op {today()} met 1 antwoord; "
        f"‘{second.name}’ van {today()}, nog niet terug." in report
    )
    answer(second, "Dijkzicht", tijdelijk=8)
    later = read(second)
    assert (later["CHANGED"], later["WAITING"], stored(path, "Dijkzicht")["tijdelijk"]) == (
        0,
        1,
        9,
    )  # both makings answer: a person chooses
    assert "nog niet terug" not in Path(later["REPORT"]).read_text("utf-8").split("B. Bos")[0]
    assert [(one.file, one.back_file) for one in memory.read(path) if one.leader == "A. de Boer"] == [
        (one.name, one.name) for one in (first, second)
    ]


def today():
    return day(date.today())


def test_leaders_whose_names_differ_in_case_spaces_or_accents_get_files_that_stay_apart(run, path):
    for name, who in (("Havenkwartier", "A. de Boer"), ("Dijkzicht", "a. DE boer"), ("Bosrand", "À. deBoer")):
        change(path, name, projectleider=who)
    done = run("makefillsheets", INPUT=str(path), FOLDER=str(path.parent / "uit"))
    files = [one.name for one in (path.parent / "uit").iterdir()]
    assert (done["SHEETS"], len({name.casefold() for name in files})) == (4, 4)
    assert {"2.xlsx", "3.xlsx"} <= {name.rsplit("_", 1)[-1] for name in files}
    assert "Misschien dezelfde persoon: ‘A. de Boer’, " in Path(done["REPORT"]).read_text("utf-8")


def test_a_choice_of_an_earlier_reading_is_told(read, path, sheet):
    answer(sheet, "Dijkzicht", tijdelijk=9)
    choice = Path(read(sheet, DRY_RUN=True)["CHANGES_FOUND"])
    kept = choice.rename(choice.with_name("keuze.json"))
    change(path, "Dijkzicht", tijdelijk=5)
    done = read(sheet, CHANGES=str(kept))
    assert (done["CHANGED"], done["STALE"], stored(path, "Dijkzicht")["tijdelijk"]) == (0, 2, 5)
    assert "Niet uitgevoerd, want er is intussen iets gewijzigd: plan ‘Dijkzicht’, Tijdelijke woningen (‘3’ wordt ‘9’)." in done["TOLD"][0]
    assert "er is nog niet over gekozen: plan ‘Dijkzicht’, Tijdelijke woningen (‘5’ wordt ‘9’)." in done["TOLD"][1]


def test_the_users_own_list_of_changes_is_set_aside(read, path, sheet):
    answer(sheet, "Dijkzicht", tijdelijk=9)
    mine = path.with_name("p_invulbladen_wijzigingen.json")
    mine.write_text('{"van": "mij"}\n', "utf-8")
    read(sheet, DRY_RUN=True)
    (aside,) = path.parent.glob("p_invulbladen_wijzigingen_bewaard_*.json")
    assert aside.read_text("utf-8") == '{"van": "mij"}\n'
    assert json.loads(mine.read_text("utf-8"))["wijzigingen"][0]["nieuw"] == "9"
    read(sheet, DRY_RUN=True)  # ours, as we wrote it: replaced
    assert len(list(path.parent.glob("p_invulbladen_wijzigingen*"))) == 2
    chosen = mine.read_text("utf-8").replace('"overnemen": true', '"overnemen": false')
    mine.write_text(chosen, "utf-8")  # a choice is somebody's work
    assert read(sheet, CHANGES=str(mine))["CHANGED"] == 0
    assert chosen in [one.read_text("utf-8") for one in path.parent.glob("p_invulbladen_wijzigingen_bewaard_*.json")]


def test_after_undo_the_report_tells_what_is_not_in_the_plan_file(read, path, sheet, qtbot):
    layer = planfile.open_layer(path)
    QgsProject.instance().addMapLayer(layer)
    answer(sheet, "Dijkzicht", tijdelijk=9)
    done = read(sheet)
    report = Path(done["REPORT"])
    assert "De laag heeft wijzigingen die nog niet zijn opgeslagen; ze tellen in dit rapport mee." in report.read_text("utf-8")
    assert "met 1 antwoord.</p>" in report.read_text("utf-8")
    undone = "met 1 antwoord (1 niet in het planbestand).</p>"
    layer.undoStack().undo()
    qtbot.waitUntil(lambda: undone in report.read_text("utf-8"))
    layer.undoStack().redo()
    qtbot.waitUntil(lambda: undone not in report.read_text("utf-8"))
    layer.rollBack()
    qtbot.waitUntil(lambda: undone in report.read_text("utf-8"))
    assert "nog niet zijn opgeslagen" not in report.read_text("utf-8")


def test_after_saving_the_report_says_no_more_that_something_waits(read, path, sheet, qtbot):
    layer = planfile.open_layer(path)
    QgsProject.instance().addMapLayer(layer)
    answer(sheet, "Dijkzicht", tijdelijk=9)
    report = Path(read(sheet)["REPORT"])
    assert layer.commitChanges()
    qtbot.waitUntil(lambda: "nog niet zijn opgeslagen" not in report.read_text("utf-8"))
    assert "met 1 antwoord.</p>" in report.read_text("utf-8")
    assert stored(path, "Dijkzicht")["tijdelijk"] == 9
