# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of what the map shows and says: the own boundary out of a file with many, the tip at a plan, the name of what is merged."""

import shutil

import pytest

from tests.conftest import ROOT
from tests.window.test_check_journey import edit

BOUNDARIES = ROOT.parent / "shared" / "data" / "grenzen" / "gemeenten_noord-holland_2018_detail.gpkg"
TIP = "kind('QgsWebView', iface.mapCanvas())"  # drawn by WebKit or, in a QGIS without it, by Qt's own text
PLAN, OTHER = "Oosterdiep-Zuid", "Ruygenhoek-Oost"


@pytest.mark.skipif(not BOUNDARIES.is_file(), reason="needs the real boundaries in ../shared/data/grenzen")
def test_of_a_file_with_all_municipalities_only_the_own_one_is_shown(window):
    file = shutil.copyfile(BOUNDARIES, window.folder / "gemeenten.gpkg")
    window.choose("lmvw_createplanfile")
    window.opens("lmvw_new_plan_file")
    window.type("heemskerk")
    window.wait("'heemskerk' in line('Opslaan als').text()")
    window.fill("line('Opslaan als')", str(window.folder / "heemskerk.gpkg"))
    window.fill("widget('boundary').lineEdit()", str(file))
    window.click("button('Planbestand maken')")
    window.wait("not opened('lmvw_new_plan_file') and plans().isValid() and idle()")
    shown = "QgsProject.instance().mapLayersByName('Gemeentegrens Heemskerk')[0]"
    assert window.read(f"[one['gemeentena'] for one in {shown}.getFeatures()]") == ["Heemskerk"]
    assert window.read("[one.name() for one in iface.mapCanvas().layers() if 'Gemeentegrens' in one.name()]") == ["Gemeentegrens Heemskerk"]
    assert window.read(f"iface.mapCanvas().extent().contains({shown}.extent())")
    assert window.read(f"iface.mapCanvas().extent().height() < 1.5 * {shown}.extent().height()")


def test_the_tip_at_a_plan_is_text(window):
    """It comes where the mouse stands still; what can be read in it is selected with the mouse."""
    window.open_sample()
    x, y = window.read("(lambda point: [point.x(), point.y()])(plan(name).geometry().pointOnSurface().asPoint())", name=PLAN)
    window.show_map(x, y, 600)
    window.do("iface.actionPan().trigger()")
    window.click("iface.actionMapTips()")
    x, y = window.read(f"place(QgsPointXY({x}, {y}))")
    window.qgis.screen.xdotool("mousemove", x - 9, y, "mousemove", x, y)
    window.wait(f"{TIP}.isVisible()")
    left, top, right, bottom = window.read(
        f"[(a.x(), a.y(), b.x(), b.y()) for one in [{TIP}] for a, b in [[one.mapToGlobal(p) for p in (one.rect().topLeft(), one.rect().bottomRight())]]][0]"
    )
    window.do("forget_marked()")
    window.qgis.screen.xdotool("mousemove", left + 7, top + 8, "mousedown", 1, "mousemove", right - 9, bottom - 9, "mouseup", 1)
    said = window.wait("marked()")
    assert [line.rstrip() for line in said.splitlines()] == [
        PLAN,
        "Planstatus: 1B Onherroepelijk, uitwerking nodig",
        "Bruto: 52 woningen",
        "Eerste oplevering: 2028",
    ]
    window.click("iface.actionMapTips()")  # the next journey has no tips, as after a first start


@pytest.mark.parametrize("names", [("Plan Zuid", "Plan Zuid deel 2"), ("Plan Zuid deel 1", "Plan Zuid deel 2")])
def test_merging_proposes_the_name_of_the_whole(window, names):
    """Also where a part that was cut off has the most dwellings."""
    window.open_sample()
    for name, new, bruto in zip((PLAN, OTHER), names, (10, 90), strict=True):
        edit(window, name, bruto_totaal=bruto, plannaam=new)
    window.do("plans().selectByIds([plan(name).id() for name in names])", names=list(names))
    window.press("lmvw_merge_selected")
    window.opens("lmvw_merge")
    assert window.read("window('lmvw_merge').name.currentText()") == "Plan Zuid"
    window.click("button('Samenvoegen')")
    window.wait("not opened('lmvw_merge') and plan('Plan Zuid')['bruto_totaal'] == 100")
