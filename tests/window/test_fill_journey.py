# SPDX-License-Identifier: GPL-2.0-or-later
"""A journey of invulbladen: they come back, one answer waits and is chosen, and all of it is undone, with the keyboard alone."""

from lmvw_plugin.layers.planfile.tables import fill_memory as memory
from tests.conftest import change, read_plans
from tests.processing.test_fillsheets import answer

FILL = "lmvw_fill_sheets"
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
    change(path, OTHER, tijdelijk=before[OTHER] + 2)
    window.do("plans().dataProvider().reloadData(); plans().triggerRepaint()")
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
