# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan file: everything is in it when another QGIS opens it, and what a user made is never overwritten."""

import dataclasses
import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from qgis.core import (
    QgsAttributeEditorField,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsFieldConstraints,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtXml import QDomDocument

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.codelists import code_list, gemeente
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.i18n import day
from lmvw_plugin.layers.plan_layer.style import PLAN_FILE_STYLES
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.making import empty
from lmvw_plugin.layers.planfile.making.layer import plan_columns, write_features
from lmvw_plugin.layers.planfile.recognising import is_plan_file
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, left_in, polygon_layer, read_plans, square

INFO = planfile.PlanFileInfo(MARKERWAARD, PEILDATUM)


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("leeg") / "plannen van 'Markerwaard'.gpkg"
    assert planfile.create(path, INFO) == 0
    return path


@pytest.fixture(scope="module")
def opened(empty_file):
    """The layer as any QGIS opens it."""
    layer = QgsVectorLayer(f"{empty_file}|layername=plannen", "plannen", "ogr")
    assert layer.isValid()
    return layer


# -- what is in the file ----------------------------------------------------------------------------------------------


def test_columns_and_types(opened):
    types = {b.Kind.COUNT: "Integer", b.Kind.YESNO: "Boolean"}
    found = [(field.name(), field.typeName()) for field in opened.fields()]
    assert found == [("fid", "Integer64"), *((field.name, types.get(field.kind, "String")) for field in b.PLAN_FILE_COLUMNS)]


def test_geometry_and_crs(empty_file, opened):
    assert opened.wkbType() == QgsWkbTypes.Type.MultiPolygon
    assert opened.crs().authid() == "EPSG:28992"
    with closing(sqlite3.connect(empty_file)) as database:
        rows = database.execute("SELECT table_name, column_name, geometry_type_name, srs_id, z, m FROM gpkg_geometry_columns").fetchall()
    assert rows == [("plannen", "geom", "MULTIPOLYGON", 28992, 0, 0)]


def test_aliases_show_real_years_and_price_limits(opened):
    aliases = {field.name(): field.alias() for field in opened.fields()}
    assert aliases["bruto_jaar01"] == "Bruto 2026"
    assert aliases["sloop_periode2"] == "Sloop 2041 t/m 2045"
    assert "932,93" in aliases["huur_sociaal_corporatie"]
    assert "niet bekend" in aliases["koop_betaalbaar"]
    assert all(aliases[field.name] for field in b.COLUMNS)


def value_map(layer, name):
    setup = layer.editorWidgetSetup(layer.fields().indexOf(name))
    assert setup.type() == "ValueMap"
    return {value: label for entry in setup.config()["map"] for label, value in entry.items()}


def test_value_lists_hold_every_code_and_an_empty_choice(opened):
    status, plantype, yes_no = (value_map(opened, name) for name in ("planstatus", "plantype", "vertrouwelijk"))
    assert set(code_list("planstatus")) < set(status)
    assert set(code_list("plantype")) < set(plantype)
    for choices in (status, plantype, yes_no):
        assert "(niet ingevuld)" in choices.values()
    assert len(status) == 12
    assert status["2A"].startswith("2A ")
    assert {"ja", "nee"} < set(yes_no.values())


def test_every_column_has_its_editor(opened):
    kinds = {b.Kind.COUNT: "TextEdit", b.Kind.YESNO: "ValueMap", b.Kind.TEXT: "TextEdit", b.Kind.ID: "Hidden"}
    for index, field in enumerate(b.COLUMNS, 1):
        setup = opened.editorWidgetSetup(index)
        if field.kind in kinds:
            assert setup.type() == kinds[field.kind], field.name
    assert opened.editorWidgetSetup(0).type() == "Hidden"


def test_a_new_plan_gets_its_key_and_municipality_and_nothing_else(opened):
    defaults = {field.name(): opened.defaultValueDefinition(index).expression() for index, field in enumerate(opened.fields())}
    filled = {name: text for name, text in defaults.items() if text not in ("", "''") and name != "fid"}
    assert set(filled) == {"plan_id", "gemeente_code", "gemeente_naam", "gerealiseerd", "vervallen"}
    assert filled["gemeente_code"] == "'GM9999'"


def test_constraints_help_but_never_block(opened):
    Constraint = QgsFieldConstraints.Constraint  # noqa: N806  # a class
    for index, field in enumerate(opened.fields()):
        constraints = field.constraints()
        if field.name() == "fid":
            continue
        kinds = (Constraint.ConstraintNotNull, Constraint.ConstraintUnique, Constraint.ConstraintExpression)
        for kind in (kind for kind in kinds if constraints.constraints() & kind):
            assert constraints.constraintStrength(kind) == QgsFieldConstraints.ConstraintStrength.ConstraintStrengthSoft, field.name()
        asked = b.BY_NAME.get(field.name()) and b.BY_NAME[field.name()].need in (b.Need.ALWAYS, b.Need.LIVE, b.Need.WHEN_COUNTED)
        never_null = bool(constraints.constraints() & Constraint.ConstraintNotNull)
        assert (never_null or bool(opened.constraintExpression(index))) == bool(asked), field.name()
        assert bool(opened.constraintDescription(index)) == bool(opened.constraintExpression(index))
    name = opened.fields().field("plannaam").constraints()
    assert name.constraints() & Constraint.ConstraintUnique


def leaves(container):
    for child in container.children():
        if isinstance(child, QgsAttributeEditorField):
            yield child.name()
        elif hasattr(child, "children"):
            yield from leaves(child)


def test_the_form_has_tabs_with_every_field_once(opened):
    config = opened.editFormConfig()
    line, *tabs = config.tabs()
    assert line.name() == "stand"
    assert [tab.name() for tab in tabs] == [group.value.split()[0] for group in b.Group]
    placed = [name for tab in tabs for name in leaves(tab)]
    assert sorted(placed) == sorted(field.name for field in b.PLAN_FILE_COLUMNS if field.kind is not b.Kind.ID)
    for tab, group in zip(tabs, b.Group, strict=True):
        assert set(leaves(tab)) == {field.name for field in b.PLAN_FILE_COLUMNS if field.group is group and field.kind is not b.Kind.ID}
    assert config.readOnly(opened.fields().indexOf("gemeente_code"))


def test_no_python_in_the_form(empty_file, opened):
    config = opened.editFormConfig()
    assert (config.initCode(), config.initFunction(), config.initFilePath()) == ("", "", "")
    with closing(sqlite3.connect(empty_file)) as database:
        (style,) = database.execute("SELECT group_concat(styleQML) FROM layer_styles").fetchone()
    assert "lmvw_plugin" not in style
    assert "import " not in style


def test_the_style_is_the_default_and_shows_every_status(empty_file, opened):
    labels = [rule.label() for rule in opened.renderer().rootRule().children()]
    assert {f"{code.code} {code.label}" for code in code_list("planstatus").values()} <= set(labels)
    assert {"Planstatus nog niet ingevuld", "Gerealiseerd", "Vervallen", "Vertrouwelijk"} <= set(labels)
    for rule in opened.renderer().rootRule().children():
        assert not rule.filter().hasParserError()
    assert opened.labelsEnabled()
    assert '"plannaam"' in opened.displayExpression()
    with closing(sqlite3.connect(empty_file)) as database:
        rows = database.execute("SELECT f_table_name, f_geometry_column, useAsDefault FROM layer_styles ORDER BY useAsDefault").fetchall()
    assert rows == [("plannen", "geom", 0)] * (len(PLAN_FILE_STYLES) - 1) + [("plannen", "geom", 1)]


@pytest.mark.parametrize(("changes", "shown"), [
    ({}, ["2A Vastgesteld"]),
    ({"planstatus": None, "vertrouwelijk": None}, ["Planstatus nog niet ingevuld"]),
    ({"planstatus": "4A", "vertrouwelijk": True}, ["4A Potentieel, visie", "Vertrouwelijk"]),
    ({"gerealiseerd": True}, ["Gerealiseerd"]),
    ({"vervallen": True, "vertrouwelijk": True, "planstatus": None}, ["Vervallen", "Vertrouwelijk"]),
    ({"gerealiseerd": None, "vervallen": None}, ["2A Vastgesteld"]),
])  # fmt: skip
def test_each_plan_gets_its_symbol(opened, changes, shown):
    feature = QgsVectorLayerUtils.createFeature(opened)
    for name, value in consistent_plan(**changes).items():
        feature[name] = value
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(opened))
    context.setFeature(feature)
    rules = opened.renderer().rootRule().children()
    assert [rule.label() for rule in rules if QgsExpression(rule.filterExpression()).evaluate(context)] == shown


@pytest.mark.parametrize("choice", [None, True, False])
def test_what_the_file_is_about_comes_back(tmp_path, choice):
    info = dataclasses.replace(INFO, provincie_aggregeert=choice)
    planfile.create(tmp_path / "p.gpkg", info)
    assert planfile.read_info(tmp_path / "p.gpkg") == info
    assert info.schema_version == b.SCHEMA_VERSION


def test_plans_come_back_exactly(tmp_path):
    path = tmp_path / "p.gpkg"
    single = QgsGeometry.fromWkt("Polygon ((146000.123 506000.456, 146100 506000, 146100 506100, 146000.123 506000.456))")
    rows = [
        (square(1), consistent_plan(plannaam="Café ‘d'Oude’")),
        (single, {"plannaam": "=1+1", "bruto_totaal": 0, "vertrouwelijk": False}),
        (QgsGeometry(), {"plannaam": None}),
    ]
    assert planfile.create(path, INFO, rows) == 3
    found = read_plans(path)
    names = [field.name for field in b.COLUMNS]
    assert [{name: plan[name] for name in names} for plan, _ in found] == [{name: row.get(name) for name in names} for _, row in rows]
    assert found[0][0]["vertrouwelijk"] is False
    assert found[0][1].asWkb() == square(1).asWkb()
    assert found[1][1].wkbType() == QgsWkbTypes.Type.MultiPolygon
    assert found[1][1].asMultiPolygon()[0] == single.asPolygon()
    assert found[2][1].isEmpty()


def content_of(path):
    """The plan table, its index and what is counted of it, as SQLite holds them."""
    with closing(sqlite3.connect(path)) as database:
        plans = database.execute("SELECT * FROM plannen ORDER BY fid").fetchall()
        index = database.execute("SELECT * FROM rtree_plannen_geom ORDER BY id").fetchall()
        bounds = database.execute("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'plannen'").fetchone()
        count = database.execute("SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'plannen'").fetchone()
        triggers = database.execute("SELECT name, sql FROM sqlite_master WHERE tbl_name = 'plannen' ORDER BY name").fetchall()
    return plans, index, [round(bound, 6) for bound in bounds], count, triggers


def test_plans_are_written_byte_for_byte_as_qgis_writes_them(tmp_path):
    high = QgsGeometry.fromWkt("PolygonZ ((146000 506000 1, 146100 506000 2, 146100 506100 3, 146000 506000 1))")
    holed = QgsGeometry.fromWkt("MultiPolygon (((0 0, 9 0, 9 9, 0 0), (5 1, 6 1, 6 2, 5 1)), ((20 20, 21 20, 21 21, 20 20)))")
    rows = [
        (square(1), consistent_plan(plannaam="Café ‘d'Oude’", toelichting="regel")), (high, consistent_plan(vertrouwelijk=True)),
        (QgsGeometry(), {"plannaam": None}), (holed, {"plannaam": "", "bruto_totaal": 123_456_789}),
    ]  # fmt: skip
    planfile.create(tmp_path / "p.gpkg", INFO, rows)

    def features():
        for geometry, plan in rows:
            feature = QgsFeature(plan_columns())
            empty = {field.name: "" for field in b.PLAN_FILE_COLUMNS if field.kind is b.Kind.TEXT}  # as the form stores no answer
            feature.setAttributes(
                [plan.get(field.name) if plan.get(field.name) is not None else empty.get(field.name) for field in b.PLAN_FILE_COLUMNS]
            )
            if not geometry.isNull():
                multi = QgsGeometry(geometry)
                multi.convertToMultiType()
                feature.setGeometry(multi)
            yield feature

    write_features(tmp_path / "q.gpkg", b.LAYER, plan_columns(), QgsWkbTypes.Type.MultiPolygon, features())
    assert content_of(tmp_path / "p.gpkg") == content_of(tmp_path / "q.gpkg")


def test_the_spatial_index_is_used_and_kept_up(tmp_path):
    planfile.create(tmp_path / "p.gpkg", INFO, [(square(number), {"plannaam": str(number)}) for number in range(50)])
    layer = planfile.open_layer(tmp_path / "p.gpkg")
    assert layer.dataProvider().hasSpatialIndex() == QgsFeatureSource.SpatialIndexPresence.SpatialIndexPresent
    here = QgsFeatureRequest().setFilterRect(square(7).boundingBox())
    assert [feature["plannaam"] for feature in layer.getFeatures(here)] == ["7"]
    extra = QgsVectorLayerUtils.createFeature(layer, square(7), {layer.fields().indexOf("plannaam"): "erbij"})
    assert layer.dataProvider().addFeatures([extra])[0]
    assert {feature["plannaam"] for feature in layer.getFeatures(here)} == {"7", "erbij"}
    assert planfile.open_layer(tmp_path / "p.gpkg").featureCount() == 51


def test_the_other_styles_leave_the_form_alone(empty_file):
    opened = planfile.open_layer(empty_file)  # a layer of its own: it keeps the style
    tabs, widget = len(opened.editFormConfig().tabs()), opened.editorWidgetSetup(opened.fields().indexOf("planstatus")).type()
    _, ids, names, _, _ = opened.listStylesInDatabase()
    document = QDomDocument()
    document.setContent(opened.getStyleFromDatabase(ids[names.index("lmvw plantype")])[0])
    assert opened.importNamedStyle(document)[0]
    assert "Plantype nog niet ingevuld" in [rule.label() for rule in opened.renderer().rootRule().children()]
    assert len(opened.editFormConfig().tabs()) == tabs > 1
    assert opened.editorWidgetSetup(opened.fields().indexOf("planstatus")).type() == widget


@pytest.mark.slow
@pytest.mark.parametrize(
    "plans", [[], [(square(number), consistent_plan(plannaam=str(number))) for number in range(3)]], ids=["leeg", "vol"]
)
def test_gdal_finds_the_file_valid(tmp_path, plans):
    planfile.create(tmp_path / "p.gpkg", INFO, plans)
    done = subprocess.run(
        [sys.executable, "-m", "osgeo_utils.samples.validate_gpkg", str(tmp_path / "p.gpkg")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_two_files_of_one_session_hold_their_own_choices(tmp_path):
    agreed = dataclasses.replace(INFO, provincie_aggregeert=True)
    for name, info in (("a.gpkg", INFO), ("b.gpkg", agreed), ("c.gpkg", INFO)):
        planfile.create(tmp_path / name, info)
    assert [planfile.read_info(tmp_path / name).provincie_aggregeert for name in ("a.gpkg", "b.gpkg", "c.gpkg")] == [None, True, None]


def test_nothing_is_left_beside_the_file(empty_file):
    assert left_in(empty_file.parent) == [empty_file.name]


def test_the_file_opens_where_nothing_may_be_written(tmp_path):
    planfile.create(tmp_path / "p.gpkg", INFO)
    journal = (tmp_path / "p.gpkg").read_bytes()[18:20]
    assert journal == b"\x01\x01", "a file in WAL mode needs a folder that may be written"


# -- what is never overwritten ----------------------------------------------------------------------------------------


def test_a_file_with_plans_is_never_overwritten(tmp_path):
    path = tmp_path / "p.gpkg"
    planfile.create(path, INFO, [(square(), consistent_plan())])
    before = content(path)
    with pytest.raises(LmvwError, match="bevat al 1 plan en wordt niet overschreven; kies een andere naam"):
        planfile.create(path, INFO)
    assert content(path) == before
    assert left_in(tmp_path) == ["p.gpkg"]


def test_an_empty_file_of_the_same_delivery_is_replaced(tmp_path):
    path = tmp_path / "p.gpkg"
    planfile.create(path, INFO)
    assert planfile.create(path, INFO, [(square(), consistent_plan())]) == 1
    assert len(read_plans(path)) == 1


@pytest.mark.parametrize(
    "other", [planfile.PlanFileInfo(gemeente("GM0396"), PEILDATUM), planfile.PlanFileInfo(MARKERWAARD, Peildatum.parse("2026-07-01"))]
)
def test_an_empty_file_of_another_delivery_is_kept(tmp_path, other):
    path = tmp_path / "p.gpkg"
    planfile.create(path, other)
    before = content(path)
    with pytest.raises(LmvwError, match=f"is van {other.gemeente.name}, peildatum {day(other.peildatum.date)}"):
        planfile.create(path, INFO)
    assert content(path) == before


def content(path):
    """What is in a file; QGIS only flips the journal mode of a database that it looks into."""
    if path.read_bytes()[:6] != b"SQLite":
        return path.read_bytes()
    with closing(sqlite3.connect(path)) as database:
        return list(database.iterdump())


def foreign_geopackage(path):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "plannen"
    layer = polygon_layer([{"naam": "x"}])
    result = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), layer.transformContext(), options)
    assert result[0] == QgsVectorFileWriter.WriterError.NoError


def test_a_foreign_file_is_kept(tmp_path):
    geopackage, text, empty = tmp_path / "a.gpkg", tmp_path / "b.gpkg", tmp_path / "c.gpkg"
    foreign_geopackage(geopackage)
    text.write_text("mijn notities", encoding="utf-8")
    empty.touch()
    for path in (geopackage, text, empty):
        before = content(path)
        with pytest.raises(LmvwError, match="bestaat al en is geen planbestand; kies een andere naam"):
            planfile.create(path, INFO)
        assert content(path) == before


@pytest.mark.parametrize(("name", "message"), [
    ("p.shp", r"moet op \.gpkg eindigen"), ("p", r"moet op \.gpkg eindigen"), ("geen map/p.gpkg", "Map ‘.*geen map’ bestaat niet"),
])  # fmt: skip
def test_a_target_that_cannot_be_is_refused(tmp_path, name, message):
    with pytest.raises(LmvwError, match=message):
        planfile.create(tmp_path / name, INFO)
    assert left_in(tmp_path) == []


def test_a_folder_that_cannot_be_written_is_refused(tmp_path):
    if os.path.exists("/proc/self"):  # noqa: PTH110  # a folder that not even root can write in
        with pytest.raises(LmvwError, match="In map ‘/proc/self’ kan niet geschreven worden"):
            planfile.create(planfile.Path("/proc/self/p.gpkg"), INFO)


# -- when writing fails -----------------------------------------------------------------------------------------------


def refuse(*_, **__):
    raise LmvwError("De schijf is vol.")


STEPS = [
    *((empty, step) for step in ("write_features", "set_up_form", "set_up_style", "store_style", "info_feature", "settle")),
    (planfile, "fill"), (planfile, "settle"),
]  # fmt: skip


@pytest.mark.parametrize(("where", "step"), STEPS)
def test_no_half_written_file_remains_and_the_old_one_stays(tmp_path, monkeypatch, where, step):
    path = tmp_path / "p.gpkg"
    planfile.create(path, INFO)
    before = content(path)
    empty.empty_plan_file.cache_clear()
    monkeypatch.setattr(where, step, refuse)
    with pytest.raises(LmvwError, match="De schijf is vol"):
        planfile.create(path, INFO, [(square(), consistent_plan())])
    assert left_in(tmp_path) == ["p.gpkg"]
    assert content(path) == before


def test_plans_that_stop_coming_leave_nothing(tmp_path):
    def plans():
        yield square(), consistent_plan()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        planfile.create(tmp_path / "p.gpkg", INFO, plans())
    assert left_in(tmp_path) == []


def test_lost_plans_are_noticed(tmp_path, monkeypatch):
    filled = planfile.fill
    monkeypatch.setattr(planfile, "fill", lambda *args: filled(*args) + 1)
    with pytest.raises(LmvwError, match="ontbreken plannen; is de schijf vol"):
        planfile.create(tmp_path / "p.gpkg", INFO, [(square(), consistent_plan())])
    assert left_in(tmp_path) == []


def test_what_is_no_plan_file_is_refused(tmp_path):
    foreign_geopackage(tmp_path / "a.gpkg")
    assert not is_plan_file(tmp_path / "a.gpkg")
    with pytest.raises(LmvwError, match="is geen planbestand"):
        planfile.read_info(tmp_path / "a.gpkg")
    with pytest.raises(LmvwError, match="is geen planbestand"):
        planfile.open_layer(tmp_path / "niets.gpkg")


def kept_with(layer):
    """What a planner leans on that a map style does not draw."""
    columns = range(layer.fields().count())
    return {
        "constraints": [layer.constraintExpression(at) for at in columns],
        "not null": [int(layer.fieldConstraints(at)) for at in columns],
        "defaults": [layer.defaultValueDefinition(at).expression() for at in columns],
        "names": [layer.attributeAlias(at) for at in columns],
        "editors": [layer.editorWidgetSetup(at).type() for at in columns],
        "parts": [layer.fields().at(at).splitPolicy() for at in columns],
        "tabs": [tab.name() for tab in layer.editFormConfig().tabs()],
        "table": [(column.name, column.hidden) for column in layer.attributeTableConfig().columns()],
        "rows": [style.name() for style in layer.conditionalStyles().rowStyles()],
        "shown as": layer.displayExpression(),
    }


def test_a_stored_map_style_loaded_with_all_that_is_in_it_leaves_the_form_whole(opened):
    """QGIS clears what a style does not hold when it is loaded with all categories, as its window proposes."""
    before = kept_with(opened)
    _, numbers, names, *_ = opened.listStylesInDatabase()
    assert len(names) == len(PLAN_FILE_STYLES)
    for number, name in zip(numbers, names, strict=True):
        text, _ = opened.getStyleFromDatabase(number)[:2]
        document = QDomDocument()
        document.setContent(text)
        assert opened.importNamedStyle(document)[0], name
        assert kept_with(opened) == before, name
