# SPDX-License-Identifier: GPL-2.0-or-later
"""Plans of two municipalities that share ground, or are one plan: told at both, in the review file and in the overview."""

import sqlite3
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.receiving.overview import members
from lmvw_plugin.layers.receiving.neighbours import Ground, shared
from tests.conftest import DATA, PEILDATUM
from tests.packages import of, place_of, sent

PROVINCE = members("Noord-Holland", PEILDATUM)
HOME, NEIGHBOUR, THIRD = PROVINCE[:3]
PLANS = DATA / "plannen"


@pytest.fixture
def send(tmp_path, provider):
    return partial(sent, tmp_path)


@pytest.fixture
def opened(run, tmp_path):
    return lambda: run("opendeliveries", INPUT=[str(tmp_path / "in")], OUTPUT=str(tmp_path / "beoordeling.gpkg"))


def between(done):
    with closing(sqlite3.connect(done["OUTPUT"])) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute("SELECT * FROM bevindingen WHERE regel GLOB 'B[0-9]' ORDER BY levering, plannaam")]


def over_border(done):
    with closing(sqlite3.connect(done["OUTPUT"])) as database:
        return dict(database.execute("SELECT gemeente_code, over_grens FROM overzicht WHERE over_grens IS NOT NULL"))


def test_an_overlap_over_the_border_is_told_at_both_with_its_area(send, opened):
    send([of(HOME, "Zuid"), of(HOME, "Los")], HOME, at=0)
    send([of(NEIGHBOUR, "Ver")], NEIGHBOUR, at=0.25)
    send([of(THIRD, "Weg")], THIRD, at=60)
    done = opened()
    found = between(done)
    assert {(one["gemeente_code"], one["regel"], one["plannaam"]) for one in found} >= {
        (HOME.code, "B1", "Zuid"),
        (NEIGHBOUR.code, "B1", "Ver"),
    }
    (zuid,) = (one for one in found if one["plannaam"] == "Zuid")
    (ver,) = (one for one in found if one["plannaam"] == "Ver" and "Zuid" in one["melding"])
    area = place_of(0).intersection(place_of(0.25)).area()
    assert float(zuid["waarde"].split()[0].replace(".", "").replace(",", ".")) == pytest.approx(area, rel=0.01)
    assert (
        NEIGHBOUR.name in zuid["melding"] and "‘Ver’" in zuid["melding"] and zuid["ander"] == ver["plan_id"] and zuid["wie"] == "provincie"
    )
    layer = QgsVectorLayer(f"{done['OUTPUT']}|layername=bevindingen", "x", "ogr")
    at = {one["plannaam"]: one.geometry() for one in layer.getFeatures() if one["regel"] == "B1"}
    assert place_of(0).buffer(1, 2).contains(at["Zuid"]) and place_of(0.25).buffer(1, 2).contains(at["Zuid"])
    assert over_border(done)[HOME.code] >= 1 and over_border(done)[THIRD.code] == 0
    page = Path(done["REPORT"]).read_text(encoding="utf-8")
    assert "Tussen gemeenten" in page and NEIGHBOUR.name in page and zuid["waarde"] in page


def test_one_plan_in_two_deliveries_is_told_as_that(send, opened):
    send([of(HOME, "Zuid")], HOME, at=0)
    send([of(NEIGHBOUR, "Ver")], NEIGHBOUR, at=0)
    send([of(THIRD, "zuid")], THIRD, at=0.1)  # of the same name, and for the most part of the same ground
    found = between(opened())
    assert {(one["gemeente_code"], one["ander"][:4]) for one in found if one["regel"] == "B2"} >= {
        (HOME.code, NEIGHBOUR.code[2:]), (NEIGHBOUR.code, HOME.code[2:]), (HOME.code, THIRD.code[2:]), (THIRD.code, HOME.code[2:]),
    }  # fmt: skip


@pytest.mark.parametrize("changes", [{"gerealiseerd": True}, {"vervallen": True}])
def test_what_is_finished_shares_no_ground(changes, send, opened):
    send([of(HOME, "Zuid", **changes)], HOME, at=0)
    send([of(NEIGHBOUR, "Ver")], NEIGHBOUR, at=0)
    assert not between(opened())


def test_neighbours_that_touch_share_nothing(send, opened):
    send([of(HOME, "Zuid")], HOME, at=0)
    send([of(NEIGHBOUR, "Ver")], NEIGHBOUR, at=30)
    done = opened()
    assert not between(done) and over_border(done) == {HOME.code: 0, NEIGHBOUR.code: 0}


def test_a_newer_delivery_ends_what_was_told_at_both(send, opened):
    send([of(HOME, "Zuid")], HOME, at=0)
    send([of(NEIGHBOUR, "Ver")], NEIGHBOUR, at=0)
    assert len(between(opened())) == 2
    send([of(HOME, "Zuid")], HOME, at=60, moment=datetime(2026, 4, 9))
    done = opened()
    assert not between(done) and over_border(done) == {HOME.code: 0, NEIGHBOUR.code: 0}


@pytest.mark.skipif(not PLANS.is_dir(), reason="needs the real plans in ../shared/data/plannen")
def test_of_real_plans_it_finds_what_laying_each_on_each_finds():
    """Two registries of one municipality, as if of two: nearly every plan lies on one of the other."""
    grounds, shapes = [], []
    for number, year in enumerate(("2017", "2020")):
        for feature in QgsVectorLayer(str(PLANS / f"zaanstad_{year}.gpkg"), "x", "ogr").getFeatures():
            grounds.append(Ground(number, {"plan_id": f"{year}-{feature.id()}"}, feature.geometry().asWkb().data()))
            shapes.append((number, feature.geometry().makeValid()))
    found = {(one.first, one.second): one.area for one in shared(grounds, Silent())}
    slow = {
        (a, b): area
        for a, (group, one) in enumerate(shapes)
        for b, (other_group, other) in enumerate(shapes)
        if group < other_group and one.boundingBox().intersects(other.boundingBox()) and (area := one.intersection(other).area()) > 10
    }
    assert len(slow) > 50 and slow.keys() <= found.keys()
    assert all(found[pair] == pytest.approx(area, abs=0.1) for pair, area in slow.items())
