# SPDX-License-Identifier: GPL-2.0-or-later
"""Map and attribute table are open while a plan comes to lie on another: both show at both plans what that means, also when the panel Controle was
never opened: the table no longer says of them what the check said; and Ctrl+Z gives it back.
"""

import pytest

from tests.window import acts
from tests.window.test_check_journey import PLAN, check
from tests.window.test_review_journey import WORDS

OTHER = "Noorderzoom"
# The five most frequent colours of a plan in the map, which is drawn anew.
MAP = """(iface.mapCanvas().waitWhileRendering(), [
    sorted(sorted(set(colours), key=colours.count)[-5:])
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
# One plan comes to lie on the edge of the other, beside its middle.
BESIDE = """[
    plans().changeGeometry(plan(name).id(), moved)
    for moved in [plan(other).geometry()]
    for _ in [moved.translate(0.7 * moved.boundingBox().width(), 0)]
]"""


def on_map(window):
    return window.read(MAP, name=OTHER)


def in_table(window):
    """The colours of the cells with the outcome, of the plan that is edited and the one that it comes to lie on."""
    return window.read(CELLS, names=[PLAN, OTHER])


@pytest.mark.parametrize("panel", ["closed", "open"])
def test_the_plan_below_an_edit_shows_it_on_the_map_and_in_the_table(window, panel):
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
    window.do(BESIDE, name=PLAN, other=OTHER)
    window.wait(f"{MAP} != drawn", name=OTHER, drawn=drawn)
    window.picture(f"live-{panel}")
    window.wait(f"not any(now == was for now, was in zip({CELLS}, rows))", names=[PLAN, OTHER], rows=rows)
    acts.undo(window)
    window.wait(f"{CELLS} == rows", names=[PLAN, OTHER], rows=rows)
    window.wait("idle()")
    window.wait(f"{MAP} == drawn", name=OTHER, drawn=drawn)
