# SPDX-License-Identifier: GPL-2.0-or-later
"""The journey of a plan that is drawn with the mouse: what is not right lies on the map before it is finished, and goes when it is mended."""

from tests.window import acts

PLAN = "Noorderzoom"
WORDS = "iface.mapCanvas().findChild(QLabel, 'lmvw_marks')"
BOX = "[round(side) for box in [plan(name).geometry().boundingBox()] for side in (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())]"


def test_a_plan_that_is_drawn_over_another_says_so_before_it_is_finished(window):
    window.open_sample()
    left, low, right, high = window.read(BOX, name=PLAN)
    middle = window.read("list(plan(name).geometry().pointOnSurface().asPoint())", name=PLAN)
    window.show_map(*middle, 3 * max(right - left, high - low))
    window.click("iface.actionToggleEditing()")
    window.click("iface.actionAddFeature()")
    before = window.read("plans().featureCount()")
    for x, y in ((left - 40, middle[1] - 30), (middle[0], middle[1] - 30), (middle[0], middle[1] + 30)):
        window.click_map(x, y)
    window.wait(f"{WORDS}.isVisible() and 'Overlapt met ‘' + name in {WORDS}.text() and 'm²' in {WORDS}.text()", name=PLAN)
    window.picture("looking-along")
    window.press("lmvw_looking_along")
    window.wait(f"not {WORDS}.isVisible()")
    window.press("lmvw_looking_along")
    window.wait(f"{WORDS}.isVisible()")
    window.keys("Escape")
    window.click_map(left - 60, low - 60)
    window.wait(f"not {WORDS}.isVisible()")
    window.keys("Escape")
    assert window.read("plans().featureCount()") == before


def test_a_plan_that_moves_onto_another_says_so_and_saving_is_not_stopped(window):
    window.open_sample()
    window.do("plans().startEditing()")
    window.do("shape = plan(name).geometry(); shape.translate(25, 0); plans().changeGeometry(plan(name).id(), shape)", name="d'Oude Haven")
    window.wait(f"{WORDS}.isVisible() and 'm²' in {WORDS}.text()")
    acts.undo(window)
    window.wait(f"not {WORDS}.isVisible()")
    acts.redo(window)
    window.wait(f"{WORDS}.isVisible()")
    acts.save_edits(window)
    window.wait("not plans().isModified() and idle()")
