# SPDX-License-Identifier: GPL-2.0-or-later
"""The boundary layer: only the municipality's own, from a file with many."""

import pytest
from qgis.core import QgsProject, QgsRectangle, QgsVectorLayer

from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.layers.map.boundary import choices, narrow, open_boundary, show_only
from lmvw_plugin.layers.map.project import boundary_of, save, set_up_project
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.polygons.reading import read_boundary
from tests.conftest import DATA, MARKERWAARD, PEILDATUM, polygon_layer, square

HEEMSKERK = gemeente("GM0396")
NAMES = ("Beverwijk", "Heemskerk", "Velsen")


def in_file(folder, rows, name="grenzen"):
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    path = str(folder / f"{name}.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(polygon_layer(rows), path, QgsCoordinateTransformContext(), options)
    return path


def test_a_boundary_that_cannot_be_used_is_refused(tmp_path, qgis_app):
    with pytest.raises(LmvwError, match="bestaat niet"):
        open_boundary(str(tmp_path / "weg.gpkg"))
    (tmp_path / "tekst.gpkg").write_text("geen kaart")
    with pytest.raises(LmvwError, match="is geen kaartlaag"):
        open_boundary(str(tmp_path / "tekst.gpkg"))


def test_only_the_municipality_is_shown_also_after_saving(tmp_path, qgis_app):
    layer = open_boundary(in_file(tmp_path, [{"naam": name} for name in NAMES]))
    assert narrow(layer, HEEMSKERK)
    assert layer.featureCount() == 1
    assert layer.extent() == square(1).boundingBox()
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(HEEMSKERK, PEILDATUM))
    project = QgsProject()
    set_up_project(project, tmp_path / "p.gpkg", layer)
    view = project.viewSettings().defaultViewExtent()
    assert view.width() < 2 * square(1).boundingBox().width()
    save(project, tmp_path / "p.qgz")
    again = QgsProject()
    assert again.read(str(tmp_path / "p.qgz"))
    assert boundary_of(again).featureCount() == 1


def test_where_no_name_tells_the_plans_do(tmp_path, qgis_app):
    layer = open_boundary(in_file(tmp_path, [{"nr": str(number)} for number in range(3)]))
    plans = polygon_layer([{"plannaam": "a"}, {"plannaam": "b"}, {"plannaam": "c"}], geometries=[
        square(2, 10), square(2, 20), square(0, 10),
    ])  # fmt: skip
    assert not narrow(layer, MARKERWAARD)
    assert narrow(layer, MARKERWAARD, plans)
    assert [feature["nr"] for feature in layer.getFeatures()] == ["2"]


def test_what_is_not_certain_is_left_to_the_user(tmp_path, qgis_app):
    layer = open_boundary(in_file(tmp_path, [{"naam": "Beverwijk"}, {"naam": "Vel'sen"}]))
    assert not narrow(layer, HEEMSKERK)
    assert layer.featureCount() == 2
    assert choices(layer) == ["Beverwijk", "Vel'sen"]
    assert show_only(layer, 1)
    assert [feature["naam"] for feature in layer.getFeatures()] == ["Vel'sen"]


def test_one_polygon_of_another_municipality_is_not_certain(tmp_path, qgis_app):
    assert not narrow(open_boundary(in_file(tmp_path, [{"naam": "Beverwijk"}], "een")), HEEMSKERK)
    assert narrow(open_boundary(in_file(tmp_path, [{"naam": "onze gemeente"}], "ander")), HEEMSKERK)


@pytest.mark.real
@pytest.mark.parametrize("name", ["gemeenten_noord-holland_2018_detail", "gemeenten_2026_gegeneraliseerd"])
def test_heemskerk_in_real_files(name, qgis_app):
    path = DATA / "grenzen" / f"{name}.gpkg"
    if not path.is_file():
        pytest.skip("no real data")
    layer = open_boundary(str(path))
    many = layer.featureCount()
    assert narrow(layer, HEEMSKERK)
    assert (layer.featureCount(), many > 1) == (1, True)
    assert QgsRectangle(100_000, 500_000, 112_000, 507_000).contains(layer.extent())
    everything = QgsVectorLayer(str(path), "alles", "ogr")
    assert read_boundary(everything, HEEMSKERK).area == pytest.approx(read_boundary(layer).area)
