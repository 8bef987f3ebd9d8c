# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of invulbladen: made, filled in with oddities, read, chosen and undone."""

from lmvw_plugin.layers.planfile.tables import fill_memory as memory
from lmvw_plugin.layers.workbook.openpyxl_alone import load_workbook
from tests.conftest import read_plans
from tests.processing.test_fillsheets import answer, cell_of
from tests.window import acts

FILL, DIALOG = "lmvw_fill_sheets", "QgsProcessingDialogBase"
PLAN, OTHER = "Noorderzoom", "Oosterdiep-Zuid"
_MAKE = "import processing; processing.run('lmvw:makefillsheets', {'INPUT': path, 'FOLDER': folder})"
_COUNTS = "{name: plan(name)['tijdelijk'] for name in names}"
_LINE = "widget('changes', name).currentIndex().siblingAtColumn(0).data()"


def test_answers_are_chosen_taken_over_and_undone_by_keyboard(window):
    path = window.open_sample()
    before = {plan["plannaam"]: plan["tijdelijk"] for plan, _ in read_plans(path)}
    window.do(_MAKE, path=str(path), folder=str(window.folder))
    (sheet,) = window.folder.glob("invulblad_*.xlsx")
    answer(sheet, PLAN, tijdelijk=before[PLAN] + 1)
    answer(sheet, OTHER, tijdelijk=before[OTHER] + 1)
    (window.folder / "kapot.xlsx").write_bytes(b"kapot")
    acts.store(window, OTHER, tijdelijk=before[OTHER] + 2)
    window.choose("lmvw_readfillsheets")
    window.opens(FILL)
    window.type(f'"{sheet}" "{window.folder / "kapot.xlsx"}"')
    window.keys("alt+v")
    window.sees("1 invulblad gelezen, 1 bestand overgeslagen, 1 plan wijzigt, 1 antwoord wacht op uw keuze", FILL)
    window.sees("kapot.xlsx", FILL)
    window.picture("choosing")
    window.keys("Tab")
    for _ in range(12):
        if window.read("focus().objectName()") == "changes":
            break
        window.keys("Tab")
    for _ in range(8):
        if window.read(_LINE, name=FILL) == OTHER:
            break
        window.keys("Down")
    window.keys("Down", "space")
    window.keys("alt+o")
    window.sees("2 plannen bijgewerkt", FILL)
    window.keys("alt+s")
    window.wait("not shown()")
    assert window.read(_COUNTS, names=[PLAN, OTHER]) == {PLAN: before[PLAN] + 1, OTHER: before[OTHER] + 1}
    window.to_front()
    window.keys("ctrl+z")
    window.wait("not plans().isModified()")
    assert window.read(_COUNTS, names=[PLAN, OTHER]) == {PLAN: before[PLAN], OTHER: before[OTHER] + 2}
    (kept,) = memory.read(path)
    assert (kept.back_file, kept.count) == (sheet.name, 2)


def test_sheets_are_made_in_the_window_come_back_odd_and_the_report_is_true_after_undo(window):
    path = window.open_sample()
    acts.store(window, OTHER, projectleider="A. de Boer")
    (window.folder / "uit").mkdir()
    window.choose("lmvw_makefillsheets")
    window.opens(DIALOG)
    window.fill(f"line('Map voor de invulbladen', '{DIALOG}')", str(window.folder / "uit"))
    window.click(f"button('Uitvoeren', '{DIALOG}')")
    window.sees("Uitvoering voltooid", DIALOG)
    window.picture("made")
    window.click(f"button('Sluiten', '{DIALOG}')")
    window.wait(f"not opened('{DIALOG}') and idle()")
    sheets = {one.name.split("_")[2]: one for one in (window.folder / "uit").iterdir()}
    assert sorted(sheets) == ["A", "zonder projectleider"]
    mine, rest = sheets["A"], sheets["zonder projectleider"]
    book, other = load_workbook(mine), load_workbook(rest)
    book["Plannen"][cell_of("tijdelijk")].value = 9
    book["Plannen"][cell_of("nultreden")].value = "1.405"
    for column, cell in enumerate(other["Plannen"][5], 1):  # a row out of the other sheet
        book["Plannen"].cell(9, column).value = cell.value
    book.copy_worksheet(book["Plannen"])
    book.save(mine)
    window.choose("lmvw_readfillsheets")
    window.opens(FILL)
    window.type(f'"{mine}"')
    window.keys("alt+v")
    window.sees("1 invulblad gelezen, 1 plan wijzigt, 1 cel is geen antwoord", FILL)
    for words in (
        "blad ‘Plannen Copy’ hoort niet bij het invulblad", "rij 9: plan ‘", "(zonder projectleider) zat niet in dit invulblad",
        f"cel {cell_of('nultreden')}: plan ‘{OTHER}’, Nultredenwoningen: ‘1.405’ kan een duizendtal of een breuk zijn",
    ):  # fmt: skip
        window.sees(words, FILL)
    window.picture("odd")
    window.keys("alt+o")
    window.sees("1 plan bijgewerkt", FILL)
    window.keys("alt+s")
    window.wait("not shown()")
    report = path.with_name("markerwaard_projectleiders_VERTROUWELIJK.html")
    assert "met 1 antwoord.</p>" in report.read_text("utf-8")
    window.to_front()
    window.keys("ctrl+z")
    window.wait(
        "not plans().isModified() and '(1 niet in het planbestand)' in __import__('pathlib').Path(report).read_text('utf-8')",
        report=str(report),
    )


def test_what_contradicts_waits_and_all_ticked_says_so(window):
    """An amount as a percentage, a part larger than its total, an emptied cell and many cells that are none."""
    path = window.open_sample()
    before = {plan["plannaam"]: plan for plan, _ in read_plans(path)}
    window.do(_MAKE, path=str(path), folder=str(window.folder))
    (sheet,) = window.folder.glob("invulblad_*.xlsx")
    answer(sheet, PLAN, tijdelijk=99_999, toelichting="  klopt  ")
    answer(sheet, OTHER, plantype=None, tijdelijk=before[OTHER]["tijdelijk"] + 1)
    book = load_workbook(sheet)
    cells = book["Plannen"]
    columns = [cell.value for cell in cells[4]]
    for row in range(7, 19):
        cells.cell(row, columns.index("tijdelijk") + 1).value = 1
        cells.cell(row, columns.index("tijdelijk") + 1).number_format = "0%"
        cells.cell(row, columns.index("meergezins") + 1).value = "1e3"
    book.save(sheet)
    window.choose("lmvw_readfillsheets")
    window.opens(FILL)
    window.type(f'"{sheet}"')
    window.keys("alt+v")
    window.sees("2 antwoorden wachten op uw keuze", FILL)
    window.sees("‘100%’ is wat de cel laat zien, maar opgeslagen is 1", FILL)
    window.sees(" Deze 12 antwoorden zijn niet overgenomen.", FILL)
    window.click(f"button('Alles aanvinken', '{FILL}')")
    window.sees("2 wachten op een eigen vinkje: ", FILL)
    window.sees("het plan klopt daarna niet (1)", FILL)
    window.sees("leeggemaakt in het invulblad (1)", FILL)
    window.picture("doubts")
    window.keys("alt+o")
    window.sees("2 antwoorden niet overgenomen", FILL)
    window.keys("alt+s")
    window.wait("not shown()")
    report = path.with_name("markerwaard_projectleiders_VERTROUWELIJK.html").read_text("utf-8")
    assert "Antwoorden die niet in het planbestand staan" in report
    assert "meer dan de " in report
