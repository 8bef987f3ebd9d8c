# SPDX-License-Identifier: GPL-2.0-or-later
"""What is not right of the plan in hand lies on the map as soon as it changes, and goes when it is mended; off is off."""

import pytest
from qgis.core import QgsGeometry, QgsProject, QgsSettings
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtWidgets import QLabel

from lmvw_plugin.forms import user_settings
from lmvw_plugin.forms.drawing import looking_along
from lmvw_plugin.forms.drawing.looking_along import LookingAlong
from lmvw_plugin.layers.map.project import boundary_of, set_up_project
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.polygons import reading as polygons_reading
from lmvw_plugin.layers.polygons.reading import read_boundary
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, polygon_layer, square

BORDER = "Polygon ((145900 505900, 146600 505900, 146600 506200, 145900 506200, 145900 505900))"


@pytest.fixture
def looking(desk, tmp_path):
    path = tmp_path / "p.gpkg"
    plans = [(square(at), consistent_plan(plan_id=f"7b0d0a0c-0000-4000-8000-00000000003{at}", plannaam=f"Plan {at}")) for at in range(3)]
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    border = polygon_layer([{"naam": "Markerwaard"}], geometries=[QgsGeometry.fromWkt(BORDER)], kind="Polygon")
    layer = set_up_project(QgsProject.instance(), path, border)
    desk.canvas.setLayers([layer])
    desk.canvas.setDestinationCrs(layer.crs())
    desk.canvas.setExtent(layer.extent())
    looks = LookingAlong(desk)
    layer.startEditing()
    yield looks, layer
    looks.stop()
    QgsSettings().remove(user_settings.LOOKING_ALONG.key)


def beside(looks):
    """The words in the corner of the map; None when there are none."""
    label = looks._canvas.findChild(QLabel, "lmvw_marks")
    return label if label is not None and not label.isHidden() else None


def words(looks):
    return label.text().splitlines() if (label := beside(looks)) is not None else []


def bands(looks):
    return [item for item in looks._canvas.scene().items() if isinstance(item, QgsRubberBand) and item.isVisible()]


def lay(layer, name, polygon):
    layer.changeGeometry(next(plan.id() for plan in layer.getFeatures() if plan["plannaam"] == name), polygon)


def test_a_plan_that_moves_onto_another_and_out_of_the_municipality_says_so_until_it_is_undone(looking, qtbot):
    looks, layer = looking
    lay(layer, "Plan 0", square(0.9))
    qtbot.waitUntil(lambda: words(looks) == ["Overlapt met ‘Plan 1’: 7.500 m²"])
    assert len(bands(looks)) == 1 and beside(looks) is not None
    lay(layer, "Plan 0", square(1.6))
    qtbot.waitUntil(lambda: words(looks) == [])
    assert not bands(looks) and beside(looks) is None
    lay(layer, "Plan 0", square(2.2))
    qtbot.waitUntil(lambda: words(looks) == ["Overlapt met ‘Plan 2’: 5.000 m²", "Buiten de gemeente: 5.000 m²"])
    layer.undoStack().undo()
    qtbot.waitUntil(lambda: words(looks) == [])


def test_a_gap_and_a_crossing(looking, qtbot):
    looks, layer = looking
    gap = QgsGeometry.fromWkt("MultiPolygon (((146100.5 506000, 146200 506000, 146200 506100, 146100.5 506100, 146100.5 506000)))")
    lay(layer, "Plan 1", gap)
    qtbot.waitUntil(lambda: words(looks) == ["Kier naast ‘Plan 0’: 50 m²"])
    bow = QgsGeometry.fromWkt("MultiPolygon (((146300 506000, 146400 506100, 146400 506000, 146300 506100, 146300 506000)))")
    lay(layer, "Plan 1", bow)
    qtbot.waitUntil(lambda: words(looks) == ["De grens kruist of raakt zichzelf"])
    assert layer.commitChanges(), "nothing stops who saves"
    qtbot.waitUntil(lambda: words(looks) == [])


def test_one_click_puts_it_off_and_on_and_the_choice_is_kept(looking, qtbot, desk):
    looks, layer = looking
    assert looks.action.isChecked()
    lay(layer, "Plan 0", square(0.9))
    qtbot.waitUntil(lambda: bool(words(looks)))
    looks.action.trigger()
    assert words(looks) == [] and not bands(looks)
    lay(layer, "Plan 0", square(0.8))
    qtbot.wait(100)
    assert words(looks) == []
    other = LookingAlong(desk)
    assert not other.action.isChecked()
    other.stop()
    looks.action.trigger()
    qtbot.waitUntil(lambda: words(looks) == ["Overlapt met ‘Plan 1’: 5.000 m²"])


def test_another_layer_that_goes_or_comes_leaves_what_is_in_hand(looking, qtbot):
    """Of the boundary of the municipality it is judged anew, with it or without."""
    looks, layer = looking
    lay(layer, "Plan 0", square(2.2))
    both = ["Overlapt met ‘Plan 2’: 5.000 m²", "Buiten de gemeente: 5.000 m²"]
    qtbot.waitUntil(lambda: words(looks) == both)
    project = QgsProject.instance()
    other = project.addMapLayer(polygon_layer([{"naam": "Iets anders"}], kind="Polygon"))
    project.removeMapLayer(other.id())
    qtbot.wait(100)
    assert words(looks) == both
    boundary = boundary_of(project)
    kept = boundary.clone()
    project.removeMapLayer(boundary.id())
    qtbot.waitUntil(lambda: words(looks) == both[:1])
    project.addMapLayer(kept)
    qtbot.waitUntil(lambda: words(looks) == both)


def test_it_leaves_a_layer_that_goes_and_a_map_that_stays(looking, qtbot):
    looks, layer = looking
    lay(layer, "Plan 0", square(0.9))
    qtbot.waitUntil(lambda: bool(words(looks)))
    layer.rollBack()
    QgsProject.instance().removeMapLayer(layer.id())
    qtbot.waitUntil(lambda: words(looks) == [])


def test_a_boundary_of_another_municipality_keeps_nothing_else_from_view_and_is_read_once(looking, qtbot, monkeypatch):
    looks, layer = looking
    boundary = boundary_of(QgsProject.instance())
    column = boundary.fields().lookupField("naam")
    assert boundary.dataProvider().changeAttributeValues({next(boundary.getFeatures()).id(): {column: "Haarlem"}})
    reads = []
    monkeypatch.setattr(polygons_reading, "read_boundary", lambda *given: (reads.append(given), read_boundary(*given))[1])
    looks._forget()
    lay(layer, "Plan 0", square(0.9))
    qtbot.waitUntil(lambda: words(looks) == ["Overlapt met ‘Plan 1’: 7.500 m²"])
    lay(layer, "Plan 0", square(0.8))
    qtbot.waitUntil(lambda: words(looks) == ["Overlapt met ‘Plan 1’: 5.000 m²"])
    assert len(reads) == 1


def test_a_plan_file_that_cannot_be_read_is_not_asked_again_at_each_movement(looking, qtbot, monkeypatch):
    looks, layer = looking
    asked = []

    def read(path):
        asked.append(path)
        return planfile.read_info(path.with_name("weg.gpkg"))

    monkeypatch.setattr(looking_along, "read_info", read)
    looks._forget()
    for place in (0.9, 0.8, 0.7):
        lay(layer, "Plan 0", square(place))
        qtbot.waitUntil(lambda: bool(asked) and not looks._timer.isActive())
    assert words(looks) == [] and len(asked) == 1
