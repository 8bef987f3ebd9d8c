# SPDX-License-Identifier: GPL-2.0-or-later
"""Plan maps (IMRO2012) are read, with their arcs, and tell of each plan without planstatus what follows; their files stay as they are."""

import pytest
from qgis.core import QgsFeature, QgsField, QgsFields, QgsGeometry, QgsProject, QgsVectorFileWriter, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from lmvw_plugin.core.asking.planmap import Part
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.asking.planmap import hints_of, read
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import hints_table
from tests.conftest import DATA, MARKERWAARD, PEILDATUM, consistent_plan, square

REAL = DATA / "geometrie"
NAME = "NL.IMRO.9999.BPKade-VG01"
_RING = "<gml:exterior><gml:LinearRing><gml:posList>{ring}</gml:posList></gml:LinearRing></gml:exterior>"
_PLACE = f'<imro:geometrie><gml:Polygon srsName="urn:ogc:def:crs:EPSG::28992">{_RING}</gml:Polygon></imro:geometrie>'
_MEMBER = '<imro:featureMember><imro:{kind} gml:id="{name}">{said}{place}</imro:{kind}></imro:featureMember>'


def member(kind, name, geometry, **said):
    ring = " ".join(f"{point.x()} {point.y()}" for point in geometry.asMultiPolygon()[0][0])
    words = "".join(f"<imro:{key}>{value}</imro:{key}>" for key, value in said.items())
    return _MEMBER.format(kind=kind, name=name, said=words, place=_PLACE.format(ring=ring))


def gml(folder, *members, status="vastgesteld", size=400, name=NAME):
    plan = (
        f"<imro:PlanstatusEnDatum><imro:planstatus>{status}</imro:planstatus><imro:datum>2024-02-13</imro:datum></imro:PlanstatusEnDatum>"
    )
    area = member("Bestemmingsplangebied", name, square(0, size), typePlan="bestemmingsplan", naam="Kade", planstatusInfo=plan)
    path = folder / f"{name}.gml"
    head = '<imro:FeatureCollectionIMRO xmlns:imro="http://www.geonovum.nl/imro/2012/1.1" xmlns:gml="http://www.opengis.net/gml/3.2" gml:id="C">'
    path.write_text(f'<?xml version="1.0"?>{head}{"".join((area, *members))}</imro:FeatureCollectionIMRO>', encoding="utf-8")
    return path


def use(geometry, group="wonen", name="Wonen", number=1):
    return member("Enkelbestemming", f"NL.IMRO.{number}", geometry, naam=name, bestemmingshoofdgroep=group)


def plan_file(folder, *plans):
    path = folder / "p.gpkg"
    rows = [(geometry, consistent_plan(plan_id=f"id{number}", plannaam=f"Plan {number}", planstatus=status))
            for number, (geometry, status) in enumerate(plans)]  # fmt: skip
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), rows)
    return path, planfile.open_layer(path)


def said(layer, *maps):
    return {key: hint.betekent for key, hint in hints_of(layer, read(maps, Silent()), Silent()).items()}


@pytest.mark.parametrize(("status", "code"), [("onherroepelijk", "1A"), ("vastgesteld", "2A"), ("ontwerp", "3")])
def test_a_plan_that_is_covered_gets_a_proposal_and_the_file_stays_alone(tmp_path, qgis_app, status, code):
    _, layer = plan_file(tmp_path, (square(0), None), (square(0), "4A"), (square(5), None))
    folder = tmp_path / "kaarten"
    folder.mkdir()
    path = gml(folder, use(square(0, 400)), status=status)
    assert said(layer, path) == {"id0": code}
    assert [one.name for one in folder.iterdir()] == [path.name]


def test_a_bestemming_without_dwellings_says_nothing(tmp_path, qgis_app):
    _, layer = plan_file(tmp_path, (square(0), None))
    assert said(layer, gml(tmp_path, use(square(0, 400), "agrarisch", "Agrarisch"))) == {}
    change = member("Gebiedsaanduiding", "NL.IMRO.9", square(0, 400), naam="wetgevingzone - wijzigingsgebied", gebiedsaanduidinggroep="w")
    assert said(layer, gml(tmp_path, use(square(0, 400), "agrarisch", "Agrarisch"), change)) == {"id0": "2C"}
    assert said(layer, gml(tmp_path, use(square(0, 400), name="Wonen - Uit te werken"))) == {"id0": "2B"}


def test_a_polygon_that_crosses_itself_and_an_empty_one_end_nothing(tmp_path, qgis_app):
    bow = QgsGeometry.fromWkt("MultiPolygon (((146000 506000, 146050 506050, 146050 506000, 146000 506050, 146000 506000)))")
    _, layer = plan_file(tmp_path, (bow, None), (QgsGeometry(), None), (square(0), None))
    assert said(layer, gml(tmp_path, use(square(0, 400))))["id2"] == "2A"


def test_a_layer_with_the_same_columns_is_a_plan_map_too(tmp_path, qgis_app):
    path, fields = tmp_path / "plangebieden.gpkg", QgsFields()
    for name in ("identificatie", "naam", "typeplan", "planstatus", "datum"):
        fields.append(QgsField(name, QMetaType.Type.QString))
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:28992", "bestemmingsplangebied", "memory")
    layer.dataProvider().addAttributes(fields)
    layer.updateFields()
    for name, status, place in (("NL.IMRO.1-VG01", "onherroepelijk", 0), ("NL.IMRO.2-ON01", "ontwerp", 4)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name, "Kade", "bestemmingsplan", status, "2020-01-01"])
        feature.setGeometry(square(place, 400))
        layer.dataProvider().addFeature(feature)
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsProject.instance().transformContext(), options)
    _, plans = plan_file(tmp_path, (square(0), None), (square(4), None))
    assert said(plans, path) == {"id0": "1A", "id1": "3"}


def test_what_is_no_plan_map_is_refused(tmp_path, qgis_app):
    path, _ = plan_file(tmp_path, (square(0), None))
    with pytest.raises(LmvwError, match="is geen plankaart volgens IMRO"):
        read([path], Silent())
    with pytest.raises(LmvwError, match="kan niet gelezen worden"):
        read([tmp_path / "weg.gml"], Silent())


def test_what_is_kept_takes_the_place_of_an_earlier_map_only(tmp_path, qgis_app):
    path, layer = plan_file(tmp_path, (square(0), None))
    other = hints_table.Hint("plantype", "Soort", "Uitleg", "uitbreiding_uitleg")
    hints_table.keep(path, {"id0": [other]})
    for status, code in (("ontwerp", "3"), ("vastgesteld", "2A")):
        hints_table.put_maps(path, hints_of(layer, read([gml(tmp_path, use(square(0, 400)), status=status)], Silent()), Silent()))
        assert [(one.veld, one.betekent) for one in hints_table.read(path)["id0"]] == [
            ("plantype", "uitbreiding_uitleg"),
            ("planstatus", code),
        ]


@pytest.mark.real
@pytest.mark.skipif(not REAL.exists(), reason="the real plan maps are not here")
def test_real_plan_maps_with_arcs_tell_their_own_bestemmingen(tmp_path, qgis_app):
    expected = {
        "NL.IMRO.0798.BPDoornboom-ON01.gml": {Part.HOUSING: "3"},
        "stationspleinzuidoost.gml": {Part.HOUSING: "2A"},
        "2012_10.gml": {Part.HOUSING: "2A", Part.TO_WORK_OUT: "2B", Part.CHANGE: "2C"},
    }
    for file, codes in expected.items():
        (one,) = read([REAL / file], Silent())
        shapes = [(part, shape) for part, shape in one.parts if part is not Part.OTHER]
        folder = tmp_path / file
        folder.mkdir()
        many = [QgsGeometry(shape) for _, shape in shapes]
        for shape in many:
            shape.convertToMultiType()
        _, layer = plan_file(folder, *((shape, None) for shape in many))
        assert said(layer, REAL / file) == {f"id{number}": codes[part] for number, (part, _) in enumerate(shapes)}
