# SPDX-License-Identifier: GPL-2.0-or-later
"""Before the delivery: choices are kept in the plan file, also in one of an earlier version; polygons become plain multipolygons."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
import shapely
from qgis.core import QgsGeometry

from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.rules.catalogue import CATALOGUE
from lmvw_plugin.layers.delivering import preflight
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.recognising import plan_file_of
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, polygon_layer, read_plans, square

INFO = planfile.PlanFileInfo(MARKERWAARD, PEILDATUM)
CHOSEN = replace(INFO, provincie_aggregeert=True, akkoord_klein="brief van 'maart'", gemeentehuis=square(3).asWkt())


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "planbestand.gpkg"
    planfile.create(made, INFO, [(square(1), consistent_plan())])
    return made


def test_choices_are_kept_and_given_choices_win(path):
    preflight.keep_choices(CHOSEN, path, planfile.read_info(path))
    assert planfile.read_info(path) == CHOSEN
    assert preflight.decided(INFO, planfile.read_info(path)) == CHOSEN
    assert preflight.decided(replace(INFO, provincie_aggregeert=False), planfile.read_info(path)).provincie_aggregeert is False
    assert len(read_plans(path)) == 1


@pytest.mark.parametrize(("given", "sentence"), [
    ({"peildatum": Peildatum.parse("2027-01-01")}, "elk jaar zou verschuiven"),
    ({"gemeente": gemeente("GM0396")}, "Het planbestand is van Markerwaard (GM9999) en u koos Heemskerk (GM0396)"),
])  # fmt: skip
def test_a_file_that_became_of_another_date_or_municipality_is_refused(path, given, sentence):
    """What was chosen before it was read."""
    with pytest.raises(LmvwError) as refused:
        preflight.decided(replace(INFO, **given), planfile.read_info(path))
    assert sentence in str(refused.value)


def test_a_plan_file_of_an_earlier_version_gets_the_columns(path):
    with closing(sqlite3.connect(path)) as database:
        for name in ("akkoord_klein", "gemeentehuis"):
            database.execute(f"ALTER TABLE lmvw_planbestand DROP COLUMN {name}")
        database.commit()
    assert planfile.read_info(path) == INFO
    preflight.keep_choices(CHOSEN, path, planfile.read_info(path))
    assert planfile.read_info(path) == CHOSEN


def test_nothing_is_written_when_nothing_is_new(path, tmp_path):
    before = path.read_bytes()
    preflight.keep_choices(INFO, path, INFO)
    assert path.read_bytes() == before
    preflight.keep_choices(CHOSEN, None, None)
    preflight.keep_choices(INFO, tmp_path / "weg.gpkg", replace(INFO, schema_version="1.0"))  # an older file says the same


@pytest.mark.parametrize(("wkt", "expected"), [
    ("Polygon ((0 0, 1 0, 1 1, 0 0))", "MultiPolygon (((0 0, 1 0, 1 1, 0 0)))"),
    ("MultiPolygonZM (((0 0 1 2, 1 0 1 2, 1 1 1 2, 0 0 1 2)))", "MultiPolygon (((0 0, 1 0, 1 1, 0 0)))"),
])  # fmt: skip
def test_polygons_become_plain(wkt, expected):
    assert preflight.plain(QgsGeometry.fromWkt(wkt)).asWkt() == expected


def test_curves_become_lines():
    found = preflight.plain(QgsGeometry.fromWkt("CurvePolygon (CircularString (0 0, 10 10, 20 0, 10 -10, 0 0))"))
    assert found.asWkt(0).startswith("MultiPolygon (((")
    assert found.isGeosValid()


def test_the_town_hall_is_one_polygon():
    assert QgsGeometry.fromWkt(preflight.town_hall_of(polygon_layer([{"naam": "x"}]))).equals(square(0))
    with pytest.raises(
        LmvwError, match=r"Polygonen in laag ‘.*’: 2\. Kies een laag of selectie met alleen de polygoon van het gemeentehuis"
    ):
        preflight.town_hall_of(polygon_layer([{"naam": "x"}, {"naam": "y"}]))


def test_what_stays_home_is_listed_with_its_reason():
    layer = polygon_layer([consistent_plan(plannaam="thuis", planstatus="5B"), consistent_plan(plannaam="mee")])
    ready = preflight.prepare(layer, INFO, False, None, Silent())
    assert ready.home == [("thuis", "planstatus 5B: eigen administratie")]
    assert [row[2] for row in ready.delivery.rows] == ["mee"]
    assert ready.errors == []
    assert plan_file_of(layer) is None


def test_every_rule_ran_or_says_why_not():
    layer = polygon_layer([consistent_plan(plannaam="mee")])
    rules = frozenset(rule.id for rule in CATALOGUE)
    covered = preflight.prepare(layer, INFO, False, None, Silent()).checked.coverage
    assert covered.plans == 1
    assert covered.ran | covered.not_run.keys() == rules
    assert not covered.ran & covered.not_run.keys()
    assert {rule: why for rule, why in covered.not_run.items() if rule != "N3"} == {
        "N2": "geen Excel-bestand om mee te vergelijken", "G3": "geen gemeentegrens gekozen", "D1": "kleine plannen worden niet als één plan geleverd",
        **dict.fromkeys(("S4", "S5", "S6"), "geen vorige levering"), "S7": "geen BAG-bestand gekozen",
        **dict.fromkeys(("P1", "P2"), "alleen als er een antwoord van de provincie geopend is"),
    }  # fmt: skip
    whole = preflight.prepare(layer, INFO, True, shapely.box(0, 0, 300000, 600000), Silent()).checked.coverage
    assert rules - whole.ran == {"N2", "N3", "S4", "S5", "S6", "S7", "P1", "P2"}
