# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys in the forms that QGIS opens itself: after drawing, of a plan that is there, and beside the rows of the attribute table."""

import pytest

from tests.conftest import read_plans
from tests.window.test_drawing_journey import EMPTY, draw

PLAN = "Oosterdiep-Zuid"
TITLES = ("Plan", "Aantallen", "Woningtype", "Prijs", "Ouderen", "Levering")
TABS = "shown()[-1].findChild(QTabWidget)"
TOTAL = "widget('bruto_totaal')"


def draw_one(window):
    path = window.open_sample()
    window.show_map(*EMPTY, 400)
    window.click("iface.actionToggleEditing()")
    window.click("iface.actionAddFeature()")
    draw(window, *EMPTY)
    return path


def open_one(window):
    path = window.open_sample()
    window.click("iface.actionToggleEditing()")
    window.do("iface.openFeatureForm(plans(), plan(name), False, False)", name=PLAN)
    window.opens("Plannen Markerwaard")
    return path


def stored(window, path, name=PLAN):
    window.to_front()
    window.click("iface.actionSaveActiveLayerEdits()")
    window.wait("not plans().editBuffer().isModified()")
    return next(plan for plan, _ in read_plans(path) if plan["plannaam"] == name)


def test_the_first_form_shows_all_its_tabs(window):
    """No form was open before, so QGIS remembers no size: every tab stands whole in the window, the window on the screen, nothing scrolls
    sideways."""
    draw_one(window)
    assert window.read(f"[{TABS}.tabText(at) for at in range({TABS}.count())]") == list(TITLES)
    for number, title in enumerate(TITLES, 1):
        window.click(f"tab({TABS}, title)", title=title)
        assert window.read(f"{TABS}.tabBar().rect().contains({TABS}.tabBar().tabRect({number - 1}))"), title
        assert not window.read("[one.objectName() for one in _within(shown()[-1]) if isinstance(one, QScrollBar) "
                               "and one.orientation() == Qt.Orientation.Horizontal and one.maximum() > 0]"), title  # fmt: skip
    assert window.read("QApplication.primaryScreen().availableGeometry().contains(shown()[-1].frameGeometry())")


def test_alt_and_a_number_turn_to_a_tab_of_a_drawn_plan(window):
    draw_one(window)
    for number, title in (*enumerate(TITLES, 1), (2, "Aantallen")):
        window.keys(f"alt+{number}")
        assert window.read(f"{TABS}.tabText({TABS}.currentIndex())") == title
    window.type("40")
    assert window.read(f"{TOTAL}.text()") == "40"


def test_enter_goes_from_field_to_field_and_ends_at_ok(window):
    """Through all the tabs; only on the button itself it closes the form."""
    path = draw_one(window)
    window.type("Nieuwe Wijk")
    window.keys("Return")
    window.type("N-1")
    window.keys("alt+2")
    window.type("20")
    seen = []
    while not window.read("isinstance(focus(), QAbstractButton)") and len(seen) < 80:
        seen.append(window.read("focus().objectName()"))
        window.keys("Return")
    assert seen.index("sloop_totaal") < seen.index("meergezins") < seen.index("koop_betaalbaar") < seen.index("toelichting")
    window.keys("Return")
    window.wait("not shown()")
    plan = stored(window, path, "Nieuwe Wijk")
    assert (plan["plannummer"], plan["bruto_totaal"]) == ("N-1", 20)


@pytest.mark.parametrize("answer", ["2,5", "-3", "veertig"])
def test_ok_refuses_a_count_that_is_none(window, answer):
    """It says why, and goes to the field; what was counted is not lost."""
    path = open_one(window)
    window.keys("alt+2", "ctrl+a")
    window.type(answer)
    window.keys("alt+1")
    window.click("button('OK')")
    window.sees(f"‘{answer}’", "Plannen Markerwaard")
    assert window.read("focus().objectName()") == "bruto_totaal"
    assert answer in window.read(f"{TOTAL}.text()")
    window.keys("ctrl+a")
    window.type("41")
    window.click("button('OK')")
    window.wait("not shown()")
    assert stored(window, path)["bruto_totaal"] == 41


def test_a_form_with_a_count_that_is_none_is_left_without_it(window):
    path = open_one(window)
    window.keys("alt+2", "ctrl+a")
    window.type("2,5")
    window.keys("Escape")
    window.wait("not shown()")
    assert window.read("plan(name)['bruto_totaal']", name=PLAN) == 52
    assert not window.read("plans().editBuffer().isModified()")
    assert next(plan["bruto_totaal"] for plan, _ in read_plans(path) if plan["plannaam"] == PLAN) == 52


def open_beside_the_rows(window):
    path = window.open_sample()
    window.click("iface.actionToggleEditing()")
    window.keys("F6")
    window.wait("table().isVisible()")
    window.click("widget('mAttributeViewButton')")
    window.wait("kind('QgsAttributeForm')")
    return path


def test_a_count_that_is_none_beside_the_rows_of_the_table(window):
    """There is no OK there: the field gets back what it held, and it is said."""
    path = open_beside_the_rows(window)
    name = window.read("widget('plannaam').text()")
    window.click("widget('plannaam')")
    window.keys("alt+2")
    before = window.read(f"{TOTAL}.text()")
    window.click(TOTAL)
    window.keys("ctrl+a")
    window.type("2,5")
    window.keys("Tab")
    assert window.read(f"{TOTAL}.text()") == before
    assert "‘2,5’ is geen heel getal" in window.read("words(shown()[-1])")
    assert str(stored(window, path, name)["bruto_totaal"]) == before
