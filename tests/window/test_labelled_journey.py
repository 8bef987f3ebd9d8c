# SPDX-License-Identifier: GPL-2.0-or-later
"""A journey of a plan that the province calls strijdig: labelled in the window, pasted and moved on the map, and asked about in the start panel."""

from lmvw_plugin.layers.planfile.tables import confidential_table
from tests.conftest import read_plans
from tests.window.acts import in_main_window, save_edits

PUBLIC = "lmvw_public"
SECRET = "iface.mainWindow().findChild(QDockWidget, 'lmvw_start').secret.text()"
NAME = "Oosterdiep-Zuid"


def test_a_labelled_plan_that_is_pasted_and_moved_stays_hidden_and_the_panel_asks_about_it(window):
    path = window.open_sample()
    hidden = sum(plan["vertrouwelijk"] is True and plan["planstatus"] not in ("5A", "5B") for plan, _ in read_plans(path))
    window.wait(f"'Vertrouwelijk: {hidden} plannen.' in {SECRET} and 'Nog te bevestigen voor peildatum' in {SECRET}")
    window.click("widget('ask_secret')")
    window.opens(PUBLIC)
    window.sees("Dit ziet alleen uw gemeente", PUBLIC)
    window.click("widget('conflicting', 'lmvw_public')")
    window.type(NAME)
    window.keys("Return")
    assert window.read("widget('conflicting', 'lmvw_public').currentText()") == NAME
    window.click("widget('label', 'lmvw_public')")
    window.wait("[row for row in window('lmvw_public').judged.hidden if row.strijdig and row.name == name] and idle()", name=NAME)
    window.click("widget('hidden', 'lmvw_public').viewport()")
    window.keys("ctrl+a")
    window.click("widget('confirm', 'lmvw_public')")
    window.wait("not any(one.asked for one in window('lmvw_public').judged.hidden if one.allowed) and idle()")
    window.picture("labelled")
    window.keys("Escape")
    window.wait("not opened('lmvw_public')")
    window.wait(f"'Vertrouwelijk: {hidden + 1} plannen.' in {SECRET}")
    assert len(confidential_table.strijdig_in(path)) == 1

    in_main_window(window)
    window.do(
        "plans().selectByIds([plan(name).id()]); iface.mapCanvas().setExtent(plan(name).geometry().boundingBox().buffered(600));"
        " iface.mapCanvas().refresh()",
        name=NAME,
    )
    window.wait("idle()")
    x, y = window.read("list(map(float, (lambda at: (at.x(), at.y()))(plan(name).geometry().pointOnSurface().asPoint())))", name=NAME)
    count = window.read("plans().featureCount()")
    window.click("iface.actionToggleEditing()")
    window.wait("plans().isEditable()")
    window.do("iface.layerTreeView().setFocus()")
    window.keys("ctrl+c", "ctrl+v")
    window.wait("plans().featureCount() == count", count=count + 1)
    window.do("iface.actionMoveFeature().trigger()")  # its toolbar is not shown in a clean profile
    window.click_map(x, y)
    window.click_map(x + 350, y + 350)
    window.wait("[one for one in plans().selectedFeatures() if one.geometry().pointOnSurface().asPoint().x() > x + 200]", x=x)
    window.do(
        "(one,) = plans().selectedFeatures();"
        " plans().changeAttributeValue(one.id(), plans().fields().lookupField('plannaam'), 'Iets heel anders')"
    )
    save_edits(window)
    window.wait("not plans().isModified() and idle()")
    assert len(confidential_table.strijdig_in(path)) == 2
    window.wait(f"'Vertrouwelijk: {hidden + 2} plannen. Nog te bevestigen' in {SECRET}")
    window.picture("moved")
    window.press("lmvw_exportpublic")
    window.opens(PUBLIC)
    window.wait("{one.name for one in window('lmvw_public').judged.hidden if one.strijdig} == {name, 'Iets heel anders'}", name=NAME)
    assert "Iets heel anders" not in window.read("widget('summary', 'lmvw_public').toPlainText()")
    window.keys("Escape")
    window.wait("not opened('lmvw_public')")
