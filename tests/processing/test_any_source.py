# SPDX-License-Identifier: GPL-2.0-or-later
"""``INPUT`` takes any source that the algorithms of QGIS itself take: a table of a database is no missing file."""

import pytest
from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.layers.sources import require_file
from tests.conftest import consistent_plan, polygon_layer


@pytest.mark.parametrize("text", [
    "postgres://dbname='gis' host=db.gemeente.nl port=5432 key='plan_id' table=\"public\".\"plannen\" (geom)",
    "dbname='gis' host=10.0.0.1 table=\"public\".\"plannen\" (geom)", "service='wonen' table=\"a.b\".\"plannen\"",
    "MultiPolygon?crs=EPSG:28992&field=naam.nl:string", "WFS://https://gemeente.nl/wfs?typename=plannen.gml",
])  # fmt: skip
def test_what_is_no_path_is_left_to_qgis(text):
    require_file(text)


@pytest.mark.parametrize(
    "text", ["weg.gpkg", "/nergens/plannen.gpkg|layername=plannen", "C:/plannen/weg.shp", "map\\weg.gpkg", "~/weg.gpkg"]
)
def test_a_file_that_is_not_there_is_told(text):
    with pytest.raises(LmvwError, match="bestaat niet"):
        require_file(text)


def test_a_table_of_a_database_is_checked(run, tmp_path):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.datasourceOptions = "SQLite", "plannen", ["SPATIALITE=YES"]
    layer = polygon_layer([consistent_plan(plannaam="Haven"), consistent_plan(plannaam="Dijk")])
    path = tmp_path / "wonen.sqlite"
    error, *words = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    assert error == QgsVectorFileWriter.WriterError.NoError, words
    made = run("checkpolygons", INPUT=f"spatialite://dbname='{path}' table=\"plannen\" (geometry)", OUTPUT="TEMPORARY_OUTPUT")
    assert (made["PLANS"], made["ERRORS"]) == (2, 0)
