# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of checking: the working cycle of checking while the plans are open in a table or a form, and whatever else is active."""

import shutil

import pytest

from tests.conftest import read_plans
from tests.window import acts

PLAN = "Oosterdiep-Zuid"
WRONG = "#f4b183"  # the rows with a fout
OUTCOMES = "{plan['plannaam']: plan['controle_uitslag'] for plan in plans().getFeatures()}"
ACTIVE = {
    "in memory": "iface.setActiveLayer(QgsProject.instance().addMapLayer(QgsVectorLayer('Point?crs=EPSG:28992', 'Los', 'memory')))",
    "group": "iface.layerTreeView().setCurrentIndex(iface.layerTreeView().node2index(QgsProject.instance().layerTreeRoot().addGroup('groep')))",
    "raster": "iface.setActiveLayer(QgsProject.instance().addMapLayer(QgsRasterLayer(raster, 'luchtfoto', 'gdal')))",
}


def check(window):
    window.press("lmvw_check_on_map")
    window.sees("plannen gecontroleerd")
    window.do("iface.messageBar().clearWidgets()")


def wrong(window):
    return {name for name, outcome in window.read(OUTCOMES).items() if outcome == "fout"}


def edit(window, name, **new):
    for column, value in new.items():
        window.do(
            "plans().startEditing(); plans().changeAttributeValue(plan(name).id(), plans().fields().lookupField(column), value)",
            name=name, column=column, value=value,
        )  # fmt: skip


def shows_what_was_found(window):
    """The table that is open has the colours of the last check."""
    assert {name for name, colour in window.read("row_colours()").items() if colour == WRONG} == wrong(window)


def test_checking_with_the_attribute_table_open(window):
    window.open_sample()
    check(window)
    window.open_table()
    check(window)
    shows_what_was_found(window)
    edit(window, PLAN, bruto_totaal=1)
    check(window)
    assert PLAN in wrong(window)
    shows_what_was_found(window)


def test_plans_are_there_when_editing_ends_after_a_check(window):
    """QGIS reopens the file then; the table with the outcome is another layer of it."""
    path = window.open_sample()
    many = len(read_plans(path))
    check(window)
    window.wait("idle()")
    for _ in range(2):
        window.click("iface.actionToggleEditing()")
        window.wait("plans().isEditable()")
        window.click("iface.actionToggleEditing()")
        window.wait("not plans().isEditable() and idle()")
        assert window.read("plans().featureCount()") == many
        assert window.read(f"[plan('{PLAN}')['bruto_totaal'], plan('{PLAN}')['controle_uitslag']]") == [52, "in orde"]


def test_the_first_check_with_table_and_form_open(window):
    window.open_sample()
    window.open_form(PLAN)
    window.open_table()
    for _ in range(3):
        check(window)
    shows_what_was_found(window)


def test_checking_with_a_form_open(window):
    window.open_sample()
    check(window)
    window.open_form(PLAN)
    check(window)
    check(window)


def test_unsaved_edits_and_their_undo_outlive_a_check(window):
    path = window.open_sample()
    window.open_form(PLAN)
    window.open_table()
    edit(window, PLAN, toelichting="nog niet opgeslagen", bruto_totaal=1)
    check(window)
    assert PLAN in wrong(window)
    acts.undo(window)
    check(window)
    assert PLAN not in wrong(window)
    shows_what_was_found(window)
    acts.redo(window)
    check(window)
    assert PLAN in wrong(window)
    assert window.read("plan(name)['toelichting']", name=PLAN) == "nog niet opgeslagen"
    assert "nog niet opgeslagen" not in [values["toelichting"] for values, _ in read_plans(path)], "a check saves nothing"
    acts.save_edits(window)
    window.wait("not plans().editBuffer().isModified()")
    assert "nog niet opgeslagen" in [values["toelichting"] for values, _ in read_plans(path)]


def redo(window):
    acts.undo(window)
    acts.redo(window)


MEANWHILE = {"removed": acts.remove_layer, "closed": acts.new_project, "undone": acts.undo, "redone": redo, "saved": acts.save_edits}


@pytest.mark.parametrize(
    ("meanwhile", "edited"), [*((act, True) for act in MEANWHILE), ("removed", False), ("closed", False)],
    ids=[*MEANWHILE, "removed as it was", "closed as it was"],
)  # fmt: skip
def test_during_a_check(fresh_window, meanwhile, edited):
    """Form and table are open when the layer, the project or an edit goes, with QGIS's own keys and what it asks: QGIS lives."""
    path = fresh_window.open_sample()
    fresh_window.open_form(PLAN)
    fresh_window.open_table()
    if edited:
        edit(fresh_window, PLAN, toelichting="x")
    fresh_window.press("lmvw_check_on_map")
    MEANWHILE[meanwhile](fresh_window)
    fresh_window.wait("idle()")
    assert ("x" in [values["toelichting"] for values, _ in read_plans(path)]) == (meanwhile == "saved")


STAGED = {
    "removed": "QgsProject.instance().removeMapLayer(plans().id())",
    "closed": "iface.newProject(False)",
    "disabled": "utils.unloadPlugin('lmvw_woningbouw')",
}


@pytest.mark.parametrize("meanwhile", STAGED)
def test_in_the_very_moment_of_a_check(fresh_window, meanwhile):
    """Before the check had its first moment: no hand is that quick, nor opens the plugin manager while one runs; another plugin may do so."""
    fresh_window.open_sample()
    fresh_window.open_form(PLAN)
    fresh_window.open_table()
    fresh_window.press("lmvw_check_on_map")
    fresh_window.do(f"later(lambda: {STAGED[meanwhile]})")
    fresh_window.wait("idle()")


def test_the_plugin_is_disabled_while_table_and_form_are_open(fresh_window):
    """The form stays, and can still be closed with OK; ticked again the plugin is back."""
    window = fresh_window
    path = window.open_sample()
    check(window)
    window.open_table()
    window.open_form(PLAN)
    edit(window, PLAN, toelichting="x")
    acts.tick_plugin(window, "LMVW")
    window.wait("iface.mainWindow().findChild(QMenu, 'lmvw_menu') is None")
    window.do("[one.activateWindow() for one in shown() if one.objectName().startswith('featureactiondlg')]")
    window.click("button('OK')")
    window.wait("not opened('featureactiondlg') and 'lmvw_woningbouw' not in utils.active_plugins")
    acts.save_edits(window)
    window.wait("not plans().editBuffer().isModified()")
    assert "x" in [values["toelichting"] for values, _ in read_plans(path)]
    acts.tick_plugin(window, "LMVW")
    window.wait("iface.mainWindow().findChild(QMenu, 'lmvw_menu') is not None")
    check(window)


@pytest.mark.parametrize("active", ACTIVE)
def test_the_only_plan_file_is_meant_whatever_is_active(window, active):
    window.open_sample()
    from osgeo import gdal

    raster = window.folder / "luchtfoto.tif"
    gdal.GetDriverByName("GTiff").Create(str(raster), 4, 4).FlushCache()
    window.do(ACTIVE[active], raster=str(raster))
    window.press("lmvw_checkplans")
    window.opens("QgsProcessingDialogBase")
    window.click("button('Uitvoeren')")
    window.wait("idle() and button('Uitvoeren').isEnabled() and plans().styleManager().currentStyle() == 'Controleresultaat'", 20)
    window.click("button('Sluiten')")
    window.wait("not shown()")
    check(window)  # with the layer of findings active
    window.press("lmvw_exportdelivery")
    window.opens("lmvw_delivery")
    window.wait("idle()")
    window.keys("Escape")
    window.wait("not shown()")


def test_of_two_plan_files_one_has_to_be_chosen(window):
    path = window.open_sample()
    second = shutil.copy(path, path.with_name("tweede.gpkg"))
    window.do("QgsProject.instance().addMapLayer(QgsVectorLayer(path + '|layername=plannen', 'tweede', 'ogr'))", path=str(second))
    window.do("iface.setActiveLayer(QgsProject.instance().mapLayersByName('Gemeentegrens Markerwaard')[0])")
    window.press("lmvw_check_on_map")
    window.sees("Er zijn meer planbestanden in dit project")
    window.do("iface.setActiveLayer(QgsProject.instance().mapLayersByName('tweede')[0])")
    window.do("iface.messageBar().clearWidgets()")
    check(window)
    assert window.read("QgsProject.instance().mapLayersByName('tweede')[0].styleManager().currentStyle()") == "Controleresultaat"


def test_the_outcome_leads_to_what_was_found(window):
    window.open_sample()
    edit(window, PLAN, bruto_totaal=1)
    window.press("lmvw_check_on_map")
    window.sees("3 fouten, 1 waarschuwing")
    window.click("button('Meer')")
    window.click("[entry for entry in button('Meer').menu().actions() if entry.text() == 'Toon bevindingen'][0]")
    window.wait("table()")
    assert PLAN in window.read("row_colours()")
