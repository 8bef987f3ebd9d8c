# SPDX-License-Identifier: GPL-2.0-or-later
"""The delivered GeoPackage is read back before it is placed: whatever differs is named with what was found."""

import sqlite3
from contextlib import closing
from datetime import datetime

import pytest

from lmvw_plugin.core.delivering.delivery import make_delivery
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.delivering.layer import verify_layer, write_layer
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square

NUMBER = 3
NO_TRIGGERS = "SELECT 'DROP TRIGGER \"' || name || '\"' FROM sqlite_master WHERE type = 'trigger'"


@pytest.fixture
def written(qgis_app, tmp_path):
    """A delivered layer of three plans, and how it is read back."""
    delivery = make_delivery([consistent_plan(plannaam=f"Plan {number}") for number in range(NUMBER)], MARKERWAARD, PEILDATUM)
    shapes = [square(number) for number in range(NUMBER)]
    path = tmp_path / "plannen.gpkg"
    write_layer(path, delivery, shapes, range(NUMBER), datetime(2026, 4, 1))
    return path, lambda: verify_layer(path, delivery, shapes, Silent())


def test_what_was_meant_passes(written):
    _, verify = written
    verify()


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        ("DELETE FROM plannen WHERE fid = 2", "er staan 2 plannen in, het moeten er 3 zijn"),
        ("UPDATE gpkg_geometry_columns SET srs_id = 4326", "het coördinatenstelsel is ‘EPSG:4326’ en niet EPSG:28992"),
        ("UPDATE plannen SET plannaam = 'Plan 1 ' WHERE fid = 2", "plan ‘Plan 1’ wijkt af"),
        ("UPDATE plannen SET bruto_totaal = bruto_totaal + 1 WHERE fid = 3", "plan ‘Plan 2’ wijkt af"),
        ("UPDATE plannen SET geom = (SELECT geom FROM plannen WHERE fid = 1) WHERE fid = 2", "plan ‘Plan 1’ wijkt af"),
    ],
)
def test_what_differs_is_named(written, damage, sentence):
    path, verify = written
    with closing(sqlite3.connect(path)) as database:
        if damage.startswith("UPDATE plannen"):  # the triggers of the spatial index ask for functions of GDAL
            for (drop,) in database.execute(NO_TRIGGERS).fetchall():
                database.execute(drop)
        database.execute(damage)
        database.commit()
    with pytest.raises(LmvwError, match=sentence):
        verify()
