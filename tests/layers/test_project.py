# SPDX-License-Identifier: GPL-2.0-or-later
"""The project around a plan file, and the file itself for a user without the plugin."""

import sqlite3
from contextlib import closing

import pytest
from qgis.core import Qgis, QgsProject, QgsVectorLayer

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.layers.map.project import save, set_up_project
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, polygon_layer, square


@pytest.fixture
def plan_file(tmp_path, qgis_app):
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM))
    return tmp_path / "p.gpkg"


def reopened(project, path):
    save(project, path)
    again = QgsProject()
    assert again.read(str(path))
    return again


def test_a_project_comes_back_as_it_was_set_up(plan_file, tmp_path):
    project = QgsProject()
    set_up_project(project, plan_file, polygon_layer([{"naam": "grens"}]), grid=True)
    again = reopened(project, tmp_path / "p.qgz")
    assert again.crs().authid() == "EPSG:28992"
    assert again.topologicalEditing()
    assert again.avoidIntersectionsMode() == Qgis.AvoidIntersectionsMode.AllowIntersections
    assert again.snappingConfig().enabled()
    (plans,) = (layer for layer in again.mapLayers().values() if layer.name() == "Plannen Markerwaard 1 januari 2026")
    settings = again.snappingConfig().individualLayerSettings(plans)
    assert settings.enabled()
    assert settings.typeFlag() & Qgis.SnappingType.Vertex
    assert settings.typeFlag() & Qgis.SnappingType.Segment
    assert sorted(plans.styleManager().styles()) == [
        "Bruto aantal woningen", "Controleresultaat", "Planstatus", "Plantype", "Prijssegmenten", "Stand van invullen",
    ]  # fmt: skip
    assert plans.styleManager().currentStyle() == "Planstatus"
    assert again.readBoolEntry("Grid", "/Enabled") == (True, True)
    assert again.readDoubleEntry("Grid", "/IntervalX") == (1000.0, True)


def test_an_empty_plan_file_shows_the_netherlands(plan_file):
    project = QgsProject()
    set_up_project(project, plan_file)
    extent = project.viewSettings().defaultViewExtent()
    assert extent.contains(146_000, 506_000)
    assert project.readBoolEntry("Grid", "/Enabled")[0] is False


# -- the attribute table ------------------------------------------------------------------------------------------------


def opened(path):
    return QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")


def test_the_table_begins_with_the_name_and_hides_what_is_technical(plan_file):
    layer = opened(plan_file)
    columns = [column for column in layer.attributeTableConfig().columns() if column.name and not column.name.startswith("controle_")]
    shown = [column.name for column in columns if not column.hidden]
    assert shown[:5] == ["plannaam", "plannummer", "planstatus", "plantype", "bruto_totaal"]
    assert {column.name for column in columns if column.hidden} == {"fid", "plan_id", "gemeente_code", "gemeente_naam"}
    assert {column.name for column in columns} == {"fid", *(field.name for field in b.PLAN_FILE_COLUMNS)}
    assert all(column.width > 0 for column in columns if not column.hidden)
    assert layer.attributeTableConfig().sortExpression() == '"plannaam"'


@pytest.mark.parametrize(("changes", "name"), [
    ({}, []), ({"meergezins": 1}, ["Telt niet op"]), ({"tijdelijk": None}, ["Nog niet compleet"]),
    ({"vertrouwelijk": True}, ["Telt niet op"]), ({"planstatus": "5A"}, ["Wordt niet (meer) ingevuld"]),
    ({"vervallen": True, "tijdelijk": None}, ["Wordt niet (meer) ingevuld"]),
])  # fmt: skip
def test_rows_are_tinted_by_what_they_lack(tmp_path, changes, name):
    from qgis.core import QgsExpressionContext, QgsExpressionContextUtils

    planfile.create(tmp_path / "q.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(), consistent_plan(**changes))])
    layer = opened(tmp_path / "q.gpkg")
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    styles = layer.conditionalStyles().rowStyles()
    assert len(styles) == 6
    assert [style.name() for style in styles if style.matches(None, context)] == name


# -- what the columns mean ----------------------------------------------------------------------------------------------


def test_every_column_says_what_it_means_and_where_that_stands(plan_file):
    with closing(sqlite3.connect(plan_file)) as database:
        rows = dict(database.execute("SELECT column_name, description FROM gpkg_data_columns WHERE table_name = 'plannen'"))
        titles = dict(database.execute("SELECT column_name, title FROM gpkg_data_columns"))
        extensions = database.execute("SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_schema'").fetchall()
    assert set(rows) == {field.name for field in b.PLAN_FILE_COLUMNS}
    for field in b.PLAN_FILE_COLUMNS:
        assert field.definition in rows[field.name]
        assert field.source in rows[field.name]
    assert titles["bruto_jaar01"] == "Bruto 2026"
    assert sorted(extensions) == [("gpkg_data_column_constraints",), ("gpkg_data_columns",)]
