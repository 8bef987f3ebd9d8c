# SPDX-License-Identifier: GPL-2.0-or-later
"""Map and attribute table are open while a plan comes to lie on another: both plans show what that means at once, and Ctrl+Z gives it back."""

import pytest

from tests.window import acts
from tests.window.test_check_journey import PLAN, check
from tests.window.test_review_journey import WORDS

OTHER = "Noorderzoom"
# The five most frequent colours of a plan in the map, which is drawn anew.
MAP = """(iface.mapCanvas().waitWhileRendering(), [
    sorted(set(colours), key=colours.count)[-5:]
    for image in [iface.mapCanvas().grab().toImage()]
    for middle in [iface.mapCanvas().getCoordinateTransform().transform(plan(name).geometry().pointOnSurface().asPoint())]
    for colours in [[image.pixelColor(int(middle.x()) + x, int(middle.y()) + y).name() for x in range(-25, 26) for y in range(-25, 26)]]
][0])[1]"""

CELLS = """[
    colour.name() if colour else ''
    for model in [sip.cast(table(), QgsDualView).masterModel()]
    for titles in [[model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]]
    for row in range(model.rowCount()) if model.data(model.index(row, titles.index('Plannaam')), Qt.ItemDataRole.DisplayRole) in names
    for colour in [model.data(model.index(row, titles.index('Uitkomst controle')), Qt.ItemDataRole.BackgroundRole)]
]"""


def on_map(window):
    return set(window.read(MAP, name=OTHER))


def in_table(window):
    """The colour of the cell with the outcome, of both plans."""
    return window.read(CELLS, names=[PLAN, OTHER])


@pytest.mark.parametrize("panel", ["closed", "open"])
def test_the_plan_below_an_edit_shows_it_on_map_and_in_table(window, panel):
    window.open_sample()
    check(window)
    if panel == "open":
        window.press("lmvw_review_panel")
        window.wait(f"'Gecontroleerd op' in {WORDS}")
    place = window.read("list(plan(name).geometry().pointOnSurface().asPoint())", name=OTHER)
    window.show_map(*place, 500)
    window.open_table()
    window.do("shown()[-1].resize(700, 250)")
    drawn, rows = on_map(window), in_table(window)
    window.do("plans().startEditing()")
    window.wait("idle()")
    window.do("plans().changeGeometry(plan(name).id(), plan(other).geometry())", name=PLAN, other=OTHER)
    window.wait(
        f"[one != was for one, was in zip({CELLS}, rows)] == [True, True]", names=[PLAN, OTHER], rows=rows
    )  # both are other than checked
    window.wait("idle()")
    window.picture(f"live-{panel}")
    assert on_map(window) != drawn
    acts.undo(window)
    window.wait(f"{CELLS} == rows", names=[PLAN, OTHER], rows=rows)
    window.wait("idle()")
    assert on_map(window) == drawn
