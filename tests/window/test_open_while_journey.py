# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys with table and form open while the plans change under them, and with no layer in the project at all."""

import shutil

import openpyxl
import pytest

from tests.conftest import read_plans
from tests.window import acts

PLAN = "Oosterdiep-Zuid"
# What an entry does in a project without layers: a window, or a sentence.
WINDOWS = {
    "createplanfile": "lmvw_new_plan_file", "importplans": "lmvw_import", "checkplans": "QgsProcessingDialogBase",
    "checkpolygons": "QgsProcessingDialogBase", "repairpolygons": "QgsProcessingDialogBase", "checkplannames": "QgsProcessingDialogBase",
    "adoptnames": "QgsProcessingDialogBase",
}  # fmt: skip
SAYS = {
    "exportdelivery": "planbestand", "check_on_map": "Open eerst een planbestand", "new_plan_from_selection": "planbestand",
    "start_split": "planbestand", "divide_selected": "planbestand", "merge_selected": "planbestand",
}  # fmt: skip


def open_both(window):
    path = window.open_sample()
    window.open_form(PLAN)
    window.open_table()
    return path


def run_to_the_end(window):
    """Run it and read its log, which QGIS does not bring forward by itself for what runs in the main thread."""
    window.opens("QgsProcessingDialogBase")
    window.click("button('Uitvoeren', 'QgsProcessingDialogBase')")
    window.wait("window('QgsProcessingDialogBase').findChild(QTextEdit, 'txtLog').toPlainText().count('voltooid') >= 2 and idle()")
    window.click("tab(kind('QTabWidget', 'QgsProcessingDialogBase'), 'Log')")
    window.sees("Uitvoering voltooid", "QgsProcessingDialogBase")
    window.click("button('Sluiten', 'QgsProcessingDialogBase')")
    window.wait("not opened('QgsProcessingDialogBase') and idle()")


def test_another_plan_file_is_opened_while_table_and_form_are_open(window):
    """One without a project beside it: QGIS ended, for the form that was open still told of a layer that was gone."""
    other = window.folder / "ander.gpkg"
    shutil.copyfile(open_both(window), other)
    window.choose("lmvw_open_plan_file")
    window.opens("QFileDialog")
    window.fill("widget('fileNameEdit', 'QFileDialog')", str(other))
    window.keys("Return")
    window.wait("'ander.gpkg' in plans().source() and idle()")
    assert window.read("[one.name() for one in plans().fields() if one.name().startswith('controle_')] != []")


def test_repairing_polygons(window):
    path = open_both(window)
    window.press("lmvw_repairpolygons")
    run_to_the_end(window)
    assert window.read("plan(name)['bruto_totaal']", name=PLAN) == 52
    assert len(read_plans(path)) == 44


def test_adopting_names(window):
    """A name with a blank too many becomes that of the worksheet in the layer, and comes back with undo."""
    path = open_both(window)
    book = openpyxl.Workbook()
    for row in ["Plannaam", *(plan["plannaam"] for plan, _ in read_plans(path))]:
        book.active.append([row])
    book.save(window.folder / "namen.xlsx")
    window.do(
        "plans().startEditing(); plans().changeAttributeValue(plan(name).id(), plans().fields().lookupField('plannaam'), name + ' ')",
        name=PLAN,
    )
    window.press("lmvw_adoptnames")
    window.opens("QgsProcessingDialogBase")
    window.fill("line('Excel-bestand', 'QgsProcessingDialogBase')", str(window.folder / "namen.xlsx"))
    run_to_the_end(window)
    assert window.read("plan(name) is not None", name=PLAN)
    acts.undo(window)
    window.wait("plan(name + ' ') is not None", name=PLAN)


def test_importing_into_the_file_that_is_open(window):
    """The changes come into the layer as one step, which undo takes back."""
    path = open_both(window)
    before = read_plans(path)
    source = window.folder / "schoon.gpkg"
    shutil.copy(path, source)
    window.do(
        "layer = QgsVectorLayer(path + '|layername=plannen', 'x', 'ogr'); layer.startEditing(); "
        "one = next(f for f in layer.getFeatures() if f['plannaam'] == name); "
        "layer.changeAttributeValue(one.id(), layer.fields().lookupField('toelichting'), 'uit de bron'); layer.commitChanges()",
        path=str(source), name=PLAN,
    )  # fmt: skip
    window.press("lmvw_importplans")
    window.opens("lmvw_import")
    window.fill("line('of een bestand')", str(source))
    window.keys("Tab")
    window.click("button('Volgende', 'lmvw_import')")
    window.sees("Welke kolom vult welk veld?", "lmvw_import")
    window.click("button('Volgende', 'lmvw_import')")
    window.sees("Wat verandert er?", "lmvw_import")
    window.click("button('Importeren', 'lmvw_import')")
    window.click("button('Sluiten', 'lmvw_import')")
    window.wait("not opened('lmvw_import') and idle()")
    assert window.read("plan(name)['toelichting']", name=PLAN) == "uit de bron"
    assert [plan for plan, _ in read_plans(path)] == [plan for plan, _ in before], "the user saves"
    acts.undo(window)
    window.wait("plan(name)['toelichting'] != 'uit de bron'", name=PLAN)


@pytest.mark.parametrize("entry", WINDOWS)
def test_a_window_in_an_empty_project(window, entry):
    window.press(f"lmvw_{entry}")
    window.opens(WINDOWS[entry])
    window.wait("idle()")
    window.keys("Escape")
    window.wait("not shown()")


def test_without_a_layer_every_other_entry_says_what_to_do(window):
    for entry, words in SAYS.items():
        window.press(f"lmvw_{entry}")
        window.sees(words)
        window.do("iface.messageBar().clearWidgets()")
