# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever is active in the layer panel, every button means the same plan file, or says in one sentence what to do."""

import shutil
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.receiving.overview import members
from lmvw_plugin.forms.actions import make_actions, make_job_actions, proposed_parameters
from lmvw_plugin.forms.plan_in_hand import plan_file, plan_layer
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.sources import file_of
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, polygon_layer, square
from tests.forms.desk import Desk
from tests.packages import of, sent

MORE = "Er zijn meer planbestanden in dit project: kies in het paneel Lagen de planlaag die u bedoelt."
NONE = "Open eerst een planbestand."
# Its address is longer than a file name may be; asking the computer for a file of that name is an error by itself.
FINDINGS = "Point?crs=EPSG:28992" + "".join(f"&field=kolom_met_een_lange_naam_{number}:string(0,0)" for number in range(20))
DATABASE = "dbname='plannen' host=database.gemeente.invalid user='x' key='fid' type=MultiPolygon table=\"public\".\"plannen\" (geom)"


@pytest.fixture
def path(tmp_path, qgis_app):
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(), consistent_plan())])
    return tmp_path / "p.gpkg"


@pytest.fixture
def desk(provider):
    yield Desk()
    QgsProject.instance().clear()


@pytest.fixture
def plans(desk, path):
    return added(planfile.open_layer(path))


def added(layer):
    QgsProject.instance().addMapLayer(layer)
    return layer


def raster(tmp_path):
    gdal.GetDriverByName("GTiff").Create(str(tmp_path / "r.tif"), 4, 4).FlushCache()
    return QgsRasterLayer(str(tmp_path / "r.tif"), "luchtfoto", "gdal")


OTHERS = {
    "nothing, or a group": lambda folder: None,
    "the findings of a check, in memory": lambda folder: added(QgsVectorLayer(FINDINGS, "Bevindingen", "memory")),
    "a raster": lambda folder: added(raster(folder)),
    "a layer of a database that does not answer": lambda folder: added(QgsVectorLayer(DATABASE, "plannen", "postgres")),
    "polygons": lambda folder: added(polygon_layer([{"naam": "x"}])),
    "another table of the plan file": lambda folder: added(QgsVectorLayer(f"{folder / 'p.gpkg'}|layername=lmvw_controle", "t", "ogr")),
    "a file that is gone": lambda folder: added(QgsVectorLayer(str(folder / "weg.gpkg"), "weg", "ogr")),
    "a loose copy of some plans": lambda folder: added(polygon_layer([consistent_plan()])),
}


@pytest.mark.parametrize("other", OTHERS)
def test_the_only_plan_file_is_meant(desk, plans, path, tmp_path, other):
    desk.active = OTHERS[other](tmp_path)
    assert plan_file(desk) == (plans, path)
    if "loose" not in other:  # plans that are no plan file may be edited all the same
        assert plan_layer(desk) is plans
    assert proposed_parameters("lmvw:checkplans", desk)["INPUT"] == plans.id()


@pytest.mark.parametrize("other", [name for name in OTHERS if "gone" not in name])
def test_without_a_plan_file_every_button_says_one_sentence(desk, path, tmp_path, other):
    desk.active = OTHERS[other](tmp_path)
    buttons = {action.objectName(): action for action in [*make_actions(desk), *make_job_actions(desk)]}
    for name in ("lmvw_check_on_map", "lmvw_exportdelivery"):
        buttons[name].trigger()
        assert len(desk.words) == 1, name
        assert desk.words.pop().endswith("pen eerst een planbestand.")
        desk.bar.said.clear()
    assert "KEEP" not in proposed_parameters("lmvw:checkplans", desk)


def test_of_two_plan_files_the_active_one_is_meant_and_else_the_user_chooses(desk, plans, path, tmp_path):
    other = added(planfile.open_layer(shutil.copy(path, tmp_path / "q.gpkg")))
    for ask in (plan_layer, plan_file):
        with pytest.raises(LmvwError) as caught:
            ask(desk)
        assert str(caught.value) == MORE
    desk.active = other
    assert plan_layer(desk) is other
    assert plan_file(desk) == (other, tmp_path / "q.gpkg")


def test_two_layers_of_one_plan_file_are_one_and_the_edited_one_is_meant(desk, plans, path):
    other = added(planfile.open_layer(path))
    assert plan_file(desk)[1] == path
    assert other.startEditing()
    assert plan_file(desk) == (other, path)
    other.rollBack()


def test_a_plan_file_that_is_gone_is_named(desk, plans, path):
    desk.active = plans
    path.unlink()
    with pytest.raises(LmvwError, match=r"Het bestand van laag ‘plannen’ is er niet meer \(.*p\.gpkg\)"):
        plan_file(desk)
    assert proposed_parameters("lmvw:checkplans", desk)["INPUT"] == plans.id()


def test_a_plan_file_that_is_gone_since_the_project_was_saved_is_named(desk, path, tmp_path):
    added(QgsVectorLayer(f"{tmp_path / 'weg.gpkg'}|layername=plannen", "plannen", "ogr"))
    with pytest.raises(LmvwError, match=r"is er niet meer \(.*weg\.gpkg\)"):
        plan_file(desk)


def test_where_a_layer_comes_from(plans, path, tmp_path):
    assert file_of(plans) == path
    assert file_of(None) is None
    for kind in ("the findings of a check, in memory", "a raster", "a layer of a database that does not answer"):
        assert file_of(OTHERS[kind](tmp_path)) is None


def test_polygons_in_hand_go_to_the_windows_that_work_on_any_layer(desk, plans):
    desk.active = added(polygon_layer([{"naam": "x"}]))
    assert proposed_parameters("lmvw:checkpolygons", desk)["INPUT"] == desk.active.id()
    assert proposed_parameters("lmvw:checkplans", desk)["INPUT"] == plans.id()


@pytest.fixture
def review(plans, run, tmp_path):
    """A review file that is open beside a plan file, both in the project."""
    home = members("Noord-Holland", PEILDATUM)[0]
    sent(tmp_path, [of(home, "Zuid")], home)
    made = run("opendeliveries", INPUT=str(tmp_path / "in"), OUTPUT=str(tmp_path / "b.gpkg"))["OUTPUT"]
    layer = added(QgsVectorLayer(f"{made}|layername=plannen", "Plannen in beoordeling", "ogr"))
    return Path(made), layer


def test_what_goes_on_with_a_review_means_the_review_file_that_is_open(desk, review, path):
    made, layer = review
    assert proposed_parameters("lmvw:makeanswers", desk) == {"INPUT": str(made)}
    assert proposed_parameters("lmvw:opendeliveries", desk) == {"OUTPUT": str(made)}
    QgsProject.instance().removeMapLayer(layer)
    assert proposed_parameters("lmvw:makeanswers", desk) == proposed_parameters("lmvw:opendeliveries", desk) == {}
