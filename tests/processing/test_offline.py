# SPDX-License-Identifier: GPL-2.0-or-later
"""A file is opened without fetching from the internet what it names there."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from osgeo import gdal

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.asking import planmap
from lmvw_plugin.layers.importing.layers import chosen_layers
from lmvw_plugin.layers.map.boundary import open_boundary

_GML = """<?xml version="1.0" encoding="UTF-8"?>
<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs" xmlns:gml="http://www.opengis.net/gml" xmlns:app="http://app.example"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://app.example {address}/wfs?SERVICE=WFS&amp;VERSION=1.1.0&amp;REQUEST=DescribeFeatureType&amp;TYPENAME=app:plan">
<gml:featureMember><app:plan gml:id="a1"><app:plannaam>Haven</app:plannaam><app:plek><gml:Polygon srsName="urn:ogc:def:crs:EPSG::28992">
<gml:exterior><gml:LinearRing><gml:posList>146000 506000 146100 506000 146100 506100 146000 506000</gml:posList></gml:LinearRing>
</gml:exterior></gml:Polygon></app:plek></app:plan></gml:featureMember></wfs:FeatureCollection>
"""


@pytest.fixture
def gml(tmp_path):
    """A file as a WFS gave it, and what was asked of the address that it names."""
    asked = []

    class Service(BaseHTTPRequestHandler):
        def do_GET(self):  # its name
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as service:
        threading.Thread(target=service.serve_forever, daemon=True).start()
        path = tmp_path / "plannen.gml"
        path.write_text(_GML.format(address=f"http://127.0.0.1:{service.server_port}"), encoding="utf-8")
        yield path, asked
        service.shutdown()


def test_the_file_would_have_something_fetched(gml):
    path, asked = gml
    assert gdal.OpenEx(str(path)) is not None
    assert len(asked) == 1


def of_plan_map(path, _):
    with pytest.raises(LmvwError, match="is geen plankaart"):
        planmap.read([path], Silent())


def of_names(path, run):
    run("checkplannames", INPUT=str(path), FIELD="plannaam", OUTPUT="memory:")


def of_polygons(path, run):
    run("checkpolygons", INPUT=str(path), OUTPUT="memory:")


def of_boundary(path, run):
    open_boundary(str(path))


def of_import(path, run):
    target = path.with_name("p.gpkg")
    run("importplans", INPUT=str(path), GEMEENTE="GM9999", PEILDATUM="2026-01-01", OUTPUT=str(target))
    assert target.exists()


@pytest.mark.parametrize("read", [of_import, of_polygons, of_names, of_boundary, of_plan_map, lambda path, _: chosen_layers(str(path))])
def test_nothing_is_fetched(gml, run, read):
    path, asked = gml
    read(path, run)
    assert asked == []
