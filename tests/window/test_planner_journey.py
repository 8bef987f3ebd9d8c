# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of the planner: one click on a plan, and the keyboard for the rest."""

from tests.conftest import read_plans

PLAN = "lmvw_planner"


def stored(path, name):
    return next(plan for plan, _ in read_plans(path) if plan["plannaam"] == name)


def click_on(window, name):
    x, y = window.read(
        "[(p.x(), p.y()) for f in plans().getFeatures() if f['plannaam'] == name for p in [f.geometry().pointOnSurface().asPoint()]][0]",
        name=name,
    )
    window.show_map(x, y, 600)
    window.click_map(x, y)
    window.opens(PLAN)


def test_a_plan_is_filled_in_by_keyboard_and_the_next_one_follows(window):
    path = window.open_sample()
    click_on(window, "Noorderzoom")
    window.sees("Noorderzoom", PLAN)
    window.keys("Tab")
    window.type("N-12")
    window.keys("Return")
    assert window.read("window(name).isVisible()", name=PLAN)
    window.keys("alt+2")
    window.keys("alt+Right")
    window.sees("Oosterdiep-Zuid", PLAN)
    assert stored(path, "Noorderzoom")["plannummer"] == "N-12"
    window.keys("alt+Left")
    window.sees("Noorderzoom", PLAN)
    window.keys("Escape")
    window.wait("not shown()")
    assert not window.read("plans().isEditable()")


def test_what_is_found_in_a_plan_stands_under_its_form_and_leads_to_the_field(window):
    window.open_sample()
    click_on(window, "Noorderzoom")
    assert not window.read("window(name).findings.isVisible()", name=PLAN)
    window.keys("alt+3")
    window.keys("ctrl+a")
    window.type("3")
    found = "[window('lmvw_planner').findings.item(row).text() for row in range(window('lmvw_planner').findings.count())]"
    window.wait(f"any(text.startswith('Fout: ') for text in {found})")
    window.keys("alt+1")
    window.click("kind('QListWidget', 'lmvw_planner').viewport()")
    window.wait("window('lmvw_planner').findChild(QTabWidget).currentIndex() == 1")
    assert window.read("focus().objectName()") == "bruto_totaal"
    window.keys("alt+1")
    window.do("window('lmvw_planner').findings.setFocus()")
    window.keys("Return")
    window.wait("focus().objectName() == 'bruto_totaal'")


def test_the_form_leaves_toolbars_and_messages_in_sight(window):
    window.open_sample()
    window.press("lmvw_check_on_map")
    window.sees("gecontroleerd")
    click_on(window, "Noorderzoom")
    place = "(lambda one: one.rect().translated(one.mapToGlobal(QPoint(0, 0))))"
    window.wait("iface.messageBar().isVisible()")
    assert not window.read(f"window('lmvw_planner').frameGeometry().intersects({place}(iface.messageBar()))")
    assert not window.read(f"window('lmvw_planner').frameGeometry().intersects({place}(widget('lmvw_toolbar')))")
    assert window.read("QApplication.primaryScreen().availableGeometry().contains(window('lmvw_planner').frameGeometry())")
