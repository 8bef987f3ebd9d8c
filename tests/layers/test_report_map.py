# SPDX-License-Identifier: GPL-2.0-or-later
"""The map of the report: the same picture however many turns it takes, and nothing where there is nothing to draw."""

import pytest
from qgis.PyQt.QtGui import QImage

from lmvw_plugin.core.feedback import Cancelled, Silent
from lmvw_plugin.core.reporting.plan_map import MOST_NUMBERS, section
from lmvw_plugin.layers.delivering import report_map
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.polygons.shapely2 import shapely
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square

INFO = planfile.PlanFileInfo(MARKERWAARD, PEILDATUM)
STATUSES = ("1A", "2B", "3", "4B")


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "plannen.gpkg"
    plans = [
        consistent_plan(plannaam="", planstatus=STATUSES[number % 4], vertrouwelijk=number % 4 == 3, vervallen=number == 7)
        for number in range(30)
    ]
    planfile.create(made, INFO, [(square(number), plan) for number, plan in enumerate(plans)])
    return made


def colours(png):
    image = QImage.fromData(png.png, "PNG")
    assert (image.width(), image.height()) == (1400, 1000)
    return {image.pixelColor(x, y).name() for x in range(0, 1400, 5) for y in range(0, 1000, 5)}


def test_it_is_the_same_in_one_turn_or_many(path, monkeypatch):
    whole = report_map.draw_map(path)
    assert len(colours(whole)) > 5
    monkeypatch.setattr(report_map, "_AT_ONCE", 4)
    assert report_map.draw_map(path) == whole
    assert planfile.open_layer(path).featureCount() == 30


def test_the_boundary_is_behind_the_plans(path):
    area = shapely.box(145_000, 505_000, 152_000, 509_000)
    assert "#f7f7f5" in colours(report_map.draw_map(path, area))
    assert "#f7f7f5" not in colours(report_map.draw_map(path))


def test_a_name_without_room_is_a_number_with_the_name_in_a_list(tmp_path):
    made = tmp_path / "vol.gpkg"
    names = [f"Een plan met een lange naam, nummer {number}" for number in range(30)]
    planfile.create(made, INFO, [(square(number), consistent_plan(plannaam=name)) for number, name in enumerate(names)])
    drawn = report_map.draw_map(made)
    listed = [name for _, name in drawn.numbered]
    assert 10 < len(listed) < 30
    assert set(listed) < set(names)
    assert listed == sorted(listed)
    assert [number for number, _ in drawn.numbered] == list(range(1, len(listed) + 1))
    assert drawn.bare == 0


def test_every_plan_of_the_sample_can_be_found_on_the_map(clean_file):
    drawn = report_map.draw_map(clean_file)
    assert drawn.bare == 0
    assert [number for number, _ in drawn.numbered] == list(range(1, len(drawn.numbered) + 1))


def test_far_too_many_names_are_not_all_numbered_and_that_is_said(tmp_path):
    made = tmp_path / "vol.gpkg"
    many = [(square(number), consistent_plan(plannaam=f"Een plan met een lange naam, nummer {number}")) for number in range(200)]
    planfile.create(made, INFO, many)
    drawn = report_map.draw_map(made)
    assert len(drawn.numbered) <= MOST_NUMBERS
    assert drawn.bare > 50
    assert f"Geen plaats voor een naam of nummer op de kaart: {drawn.bare} plannen." in "".join(section(drawn))


def test_it_can_be_cancelled(path):
    class Cancel(Silent):
        def isCanceled(self):  # noqa: N802  # QGIS's name
            return True

    with pytest.raises(Cancelled):
        report_map.draw_map(path, None, Cancel())


def test_without_polygons_there_is_no_map(tmp_path):
    made = tmp_path / "leeg.gpkg"
    planfile.create(made, INFO)
    assert report_map.draw_map(made) is None
