# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of what is shown of a check: with its findings active, of two checks the last one, and of a cancelled one nothing."""

import sqlite3
from contextlib import closing
from datetime import datetime

from lmvw_plugin.core.i18n import moment as when
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import check_table
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square
from tests.other_program import WRITES, OtherProgram
from tests.window.test_check_journey import PLAN, check, edit, wrong
from tests.window.test_review_journey import WORDS

DIALOG = "QgsProcessingDialogBase"
PROGRESS = "lmvw_check_progress"
LONG_AGO = datetime(2026, 1, 1, 9, 30)
COLUMN = """[
    model.data(model.index(row, titles.index('Gecontroleerd op')), Qt.ItemDataRole.DisplayRole)
    for model in [sip.cast(table(), QgsDualView).masterModel()]
    for titles in [[model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]]
    for row in range(model.rowCount())
]"""


def in_table(moment):
    """As Qt writes it in the table; the months as the platform of the tests calls them."""
    return f"{moment.day} {moment:%B %Y, %H:%M}"


def test_buttons_work_while_the_findings_of_processing_are_active(window):
    """That layer lies in memory and has no file: every button finds the plan file of the project."""
    window.open_sample()
    window.press("lmvw_checkplans")
    window.opens(DIALOG)
    window.click("button('Uitvoeren')")
    window.sees("Uitvoering voltooid", DIALOG)
    window.click("button('Sluiten')")
    window.wait("not shown() and idle()")
    window.wait("iface.activeLayer() is not None and iface.activeLayer().name() == 'Bevindingen'")
    assert window.read("iface.activeLayer().providerType()") == "memory"
    for entry, words in (("divide_selected", "Selecteer"), ("merge_selected", "Selecteer eerst de twee of meer plannen")):
        window.press(f"lmvw_{entry}")
        window.sees(words)
        window.do("iface.messageBar().clearWidgets()")
        assert window.read("iface.activeLayer().name()") == "Bevindingen"
    for entry in ("checkpolygons", "checkplannames"):
        window.press(f"lmvw_{entry}")
        window.opens(DIALOG)
        window.keys("Escape")
        window.wait("not shown()")
    check(window)


def test_the_moment_shown_is_that_of_the_outcome_shown(window):
    """In the table that stays open, in the panel and in the file; the first check is put back in time, for a minute lasts long."""
    path = window.open_sample()
    check(window)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE lmvw_controle SET gecontroleerd = ?", (f"{LONG_AGO:%Y-%m-%d %H:%M}",))
    window.do("iface.newProject(False); later(lambda: iface.addProject(path))", path=str(path.with_suffix(".qgz")))
    window.wait("QgsProject.instance().fileName().endswith('markerwaard.qgz') and plans().isValid() and idle()")
    window.do("iface.setActiveLayer(plans())")
    window.open_table()
    assert set(window.read(COLUMN)) == {in_table(LONG_AGO)}
    edit(window, PLAN, bruto_totaal=1)
    check(window)
    moment = check_table.moment_of(path)
    assert moment > LONG_AGO
    assert PLAN in wrong(window)
    assert set(window.read(COLUMN)) == {in_table(moment)}
    window.choose("lmvw_review_panel")
    window.wait(f"said in {WORDS}", said=f"Gecontroleerd op {when(moment)}.")


def test_cancel_at_the_end_of_a_check_of_ten_thousand_plans_leaves_nothing(window):
    """Another program writes in the file, so that the check stands at its end, everything found, until it may store that."""
    path = window.folder / "veel.gpkg"
    rows = (
        (square(number), consistent_plan(plan_id=f"7b0d0a0c-0000-4000-8000-{number:012}", plannaam=f"Plan {number}"))
        for number in range(10_000)
    )
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), rows)
    window.do("later(lambda: iface.addVectorLayer(path + '|layername=plannen', 'plannen', 'ogr'))", path=str(path))
    window.wait("plans().isValid() and idle()")
    before = window.read("plans().styleManager().currentStyle()")
    other = OtherProgram(path, WRITES)
    window.press("lmvw_check_on_map")
    window.wait("window(name).value() >= 99", name=PROGRESS)
    window.click("button('Annuleren', name)", name=PROGRESS)
    other.let_go()
    window.sees("Afgebroken; er is niets veranderd.")
    window.wait("idle()")
    assert check_table.moment_of(path) is None
    assert window.read("plans().styleManager().currentStyle()") == before
    assert window.read("[one.name() for one in QgsProject.instance().mapLayers().values() if one.name() == 'Bevindingen']") == []
    assert window.read("{plan['controle_uitslag'] for plan in plans().getFeatures()}") == [None]
