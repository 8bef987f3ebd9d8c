# SPDX-License-Identifier: GPL-2.0-or-later
"""The outcome of a check on map and table: true while a plan is what was checked, honest when it is not, absent without harm."""

import io
import sqlite3
import zipfile
from contextlib import closing
from datetime import datetime

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsDualView, QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtXml import QDomDocument

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.checks import check_plan_layer
from lmvw_plugin.layers.map import check_join, check_result
from lmvw_plugin.layers.map.project import save, set_up_project
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import check_table
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square

NOW = datetime(2026, 3, 2, 9, 5)
FOUT, INVULLEN, WAARSCHUWING, GOED, GEWIJZIGD, NIET = (
    "Fout: klopt niet, verbeteren", "Nog in te vullen", "Waarschuwing: toelichten of verbeteren", "In orde", "Na de controle gewijzigd",
    "Nog niet gecontroleerd",
)  # fmt: skip
PLANS = {
    "Goed": {}, "Fout": {"meergezins": 13}, "Let op": {"nultreden_geclusterd": 3, "zorggeschikt": 0, "zorg_55plus": None},
    "Af": {"vervallen": True}, "Dubbelop": {"meergezins": 13, "tijdelijk": None},
}  # fmt: skip


@pytest.fixture
def path(tmp_path, qgis_app):
    rows = [
        (square(number), consistent_plan(plan_id=f"7b0d0a0c-0000-4000-8000-00000000000{number}", plannaam=name, **changes))
        for number, (name, changes) in enumerate(PLANS.items())
    ]
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), rows)
    return tmp_path / "p.gpkg"


@pytest.fixture
def project():
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def plans(project, path):
    return set_up_project(project, path)


def check(layer, path, project=None, moment=NOW):
    check_result.write(path, layer.fields(), check_plan_layer(layer, PEILDATUM, None, None, Silent()), moment, Silent())
    if project:
        check_join.show(project, layer)


def shown(layer):
    """The symbol and the row colours of each plan."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    found = {}
    for feature in layer.getFeatures():
        context.setFeature(feature)
        rules = [rule for rule in layer.renderer().rootRule().children() if rule.symbol()]
        (symbol,) = [
            rule.label() for rule in rules if QgsExpression(rule.filterExpression()).evaluate(context) and rule.label() != "Vertrouwelijk"
        ]
        found[feature["plannaam"]] = (
            symbol.split(" (")[0],
            [style.name() for style in layer.conditionalStyles().rowStyles() if style.matches(None, context)],
        )
    return found


def symbols(layer):
    return {name: symbol for name, (symbol, _) in shown(layer).items()}


def test_every_plan_shows_the_worst_that_was_found(plans, path, project):
    check(plans, path, project)
    assert symbols(plans) == {"Goed": GOED, "Fout": FOUT, "Let op": WAARSCHUWING, "Af": GOED, "Dubbelop": FOUT}
    assert plans.styleManager().currentStyle() == "Controleresultaat"
    assert [node.name() for node in project.layerTreeRoot().findLayers()] == ["Plannen Markerwaard 1 januari 2026"], (
        "its table is out of sight"
    )


def test_what_is_not_filled_in_yet_is_not_shown_as_a_mistake(plans, path, project):
    edit(plans, 1, plantype=None)
    edit(plans, 2, **dict.fromkeys(b.phasing("bruto_totaal")), plantype=None)
    check(plans, path, project)
    assert symbols(plans) == {"Goed": INVULLEN, "Fout": FOUT, "Let op": WAARSCHUWING, "Af": GOED, "Dubbelop": FOUT}
    rows = {name: styles for name, (_, styles) in shown(plans).items()}
    assert rows["Goed"][-1] == "Nog in te vullen bij de controle"
    assert rows["Fout"][-1] == "Fout bij de controle"
    said = {feature["plannaam"]: (feature["controle_uitslag"], feature["controle_bevindingen"]) for feature in plans.getFeatures()}
    assert said["Goed"] == ("in te vullen", "Nog in te vullen: Plantype.")
    assert said["Fout"][1].endswith("Nog in te vullen: Plantype, de fasering van bruto.")
    assert said["Fout"][1].startswith("‘Bruto totaal’ is 20, maar de som van de woningtypen is"), "what is wrong comes first"


def test_the_legend_counts_the_plans(plans, path, project):
    edit(plans, 1, plantype=None)
    check(plans, path, project)
    legend = [rule.label() for rule in plans.renderer().rootRule().children()]
    assert legend[1:5] == [f"{FOUT} (2 plannen)", f"{INVULLEN} (1 plan)", f"{WAARSCHUWING} (1 plan)", f"{GOED} (1 plan)"]


def edit(layer, fid, **changes):
    layer.startEditing()
    for name, value in changes.items():
        assert layer.changeAttributeValue(fid, layer.fields().lookupField(name), value)
    assert layer.commitChanges(), layer.commitErrors()


def test_rows_with_findings_are_coloured_in_every_style(plans, path, project):
    check(plans, path, project)
    for style in plans.styleManager().styles():
        plans.styleManager().setCurrentStyle(style)
        rows = {name: styles[-1:] for name, (_, styles) in shown(plans).items()}
        assert rows["Fout"] == rows["Dubbelop"] == ["Fout bij de controle"], style
        assert rows["Let op"] == ["Waarschuwing bij de controle"]
        assert rows["Goed"] == []


def test_the_table_says_in_words_what_was_found(plans, path, project):
    check(plans, path, project)
    texts = {feature["plannaam"]: (feature["controle_uitslag"], feature["controle_bevindingen"]) for feature in plans.getFeatures()}
    assert texts["Goed"][0] == "in orde"
    assert texts["Goed"][1] in (None, "") or not texts["Goed"][1]
    assert texts["Dubbelop"][0] == "fout"
    assert "Tijdelijke woningen" in texts["Dubbelop"][1]
    assert "1 te veel verdeeld" in texts["Dubbelop"][1]
    titles = {plans.attributeDisplayName(plans.fields().lookupField(f"controle_{name}")) for name in ("uitslag", "bevindingen")}
    assert titles == {"Uitkomst controle", "Bevindingen"}
    columns = [column.name for column in plans.attributeTableConfig().columns() if not column.hidden]
    assert columns[:2] == ["plannaam", "controle_uitslag"]
    assert "controle_bevindingen" in columns
    assert "controle_afdruk" not in columns


@pytest.mark.parametrize("edit", ["count", "name", "yesno", "polygon"])
def test_a_plan_that_changes_is_no_longer_what_was_checked(plans, path, project, edit):
    check(plans, path, project)
    assert plans.startEditing()
    if edit == "polygon":
        assert plans.moveVertex(146_001, 506_001, 1, 0)
    else:
        name, value = {"count": ("sloop_jaar02", 3), "name": ("plannaam", "Goed!"), "yesno": ("vertrouwelijk", True)}[edit]
        assert plans.changeAttributeValue(1, plans.fields().lookupField(name), value)
    changed = "Goed!" if edit == "name" else "Goed"
    assert shown(plans)[changed][0] == GEWIJZIGD, "at once, before it is saved"
    assert symbols(plans)["Fout"] == FOUT
    assert plans.commitChanges(), plans.commitErrors()
    assert symbols(plans)[changed] == GEWIJZIGD
    check(plans, path, project, datetime(2026, 3, 2, 10, 0))
    assert symbols(plans)[changed] != GEWIJZIGD
    assert len(plans.vectorJoins()) == 1


def test_a_change_taken_back_is_what_was_checked(plans, path, project):
    check(plans, path, project)
    plans.startEditing()
    plans.changeAttributeValue(2, plans.fields().lookupField("meergezins"), 12)
    assert symbols(plans)["Fout"] == GEWIJZIGD
    plans.undoStack().undo()
    assert symbols(plans)["Fout"] == FOUT


def test_edits_that_are_not_saved_are_checked_as_well(plans, path, project):
    plans.startEditing()
    plans.changeAttributeValue(1, plans.fields().lookupField("meergezins"), 1)
    check(plans, path, project)
    assert symbols(plans)["Goed"] == FOUT
    assert plans.commitChanges(), plans.commitErrors()
    assert symbols(plans)["Goed"] == FOUT


def test_the_map_draws_unsaved_plans_by_their_outcome(plans, path, project):
    """QGIS gives a renderer with a filter no joined columns for plans that were changed since the layer was saved."""
    plans.startEditing()
    plans.changeAttributeValue(1, plans.fields().lookupField("meergezins"), 1)
    check(plans, path, project)
    settings = QgsMapSettings()
    settings.setLayers([plans])
    settings.setDestinationCrs(plans.crs())
    settings.setExtent(square(0).boundingBox())
    settings.setOutputSize(QSize(80, 80))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    colours = {image.pixelColor(x, y).name() for x in range(80) for y in range(80)}
    assert "#7f2704" in colours, "the outline of a fout"


def test_the_attribute_table_colours_its_rows(plans, path, project):
    """QGIS's own table reads neither polygons nor columns that it does not show."""
    check(plans, path, project)
    view, canvas = QgsDualView(), QgsMapCanvas()
    view.init(plans, canvas)
    model = view.masterModel()
    titles = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]
    name = titles.index("Plannaam")
    found = {}
    for row in range(model.rowCount()):
        cell = model.index(row, name)
        colour = model.data(cell, Qt.ItemDataRole.BackgroundRole)
        found[model.data(cell, Qt.ItemDataRole.DisplayRole)] = colour.name() if colour else None
    for widget in (view, canvas):  # before the layers they look at
        sip.delete(widget)
    assert found == {"Goed": None, "Fout": "#f4b183", "Let op": "#f7ec8a", "Af": "#e8e8e8", "Dubbelop": "#f4b183"}
    assert "Uitkomst controle" in titles


def test_a_new_plan_is_not_yet_checked(plans, path, project):
    from qgis.core import QgsVectorLayerUtils

    check(plans, path, project)
    plans.startEditing()
    new = QgsVectorLayerUtils.createFeature(plans, square(9), {plans.fields().lookupField("plannaam"): "Nieuw"})
    assert plans.addFeature(new)
    assert symbols(plans)["Nieuw"] == NIET
    assert plans.commitChanges(), plans.commitErrors()
    assert symbols(plans)["Nieuw"] == NIET


def test_a_loose_plan_file_says_that_nothing_was_checked(path):
    layer = planfile.open_layer(path)
    check(layer, path)
    alone = planfile.open_layer(path)
    count, ids, names, _, _ = alone.listStylesInDatabase()
    stored, error = alone.getStyleFromDatabase(dict(zip(names[:count], ids[:count], strict=True))["lmvw controle"])
    document = QDomDocument()
    document.setContent(stored)
    assert alone.importNamedStyle(document)[0], error
    assert set(symbols(alone).values()) == {NIET}
    assert not [name for _, names in shown(alone).values() for name in names if "controle" in name]


def test_the_project_keeps_it(plans, path, project, tmp_path):
    check(plans, path, project)
    save(project, tmp_path / "p.qgz")
    project.clear()
    assert project.read(str(tmp_path / "p.qgz"))
    (again,) = [layer for layer in project.mapLayers().values() if layer.name().startswith("Plannen")]
    assert symbols(again)["Fout"] == FOUT


def test_a_new_project_around_a_checked_file_knows_the_outcome(path, project):
    check(planfile.open_layer(path), path)
    plans = set_up_project(project, path)
    assert plans.styleManager().currentStyle() == "Planstatus"
    plans.styleManager().setCurrentStyle("Controleresultaat")
    assert symbols(plans)["Fout"] == FOUT


def test_without_its_table_the_layer_goes_on(plans, path, project):
    check(plans, path, project)
    project.removeMapLayer(plans.vectorJoins()[0].joinLayerId())
    assert set(symbols(plans).values()) == {NIET}


def test_a_file_that_cannot_be_written_says_so(plans, path):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE lmvw_controle DROP COLUMN afdruk")
    with pytest.raises(LmvwError, match="uitkomst van de controle kan niet in"):
        check(plans, path)
    assert check_table.moment_of(path) is None


def test_the_plans_themselves_are_not_touched(plans, path):
    with closing(sqlite3.connect(path)) as database:
        before = database.execute("SELECT * FROM plannen ORDER BY fid").fetchall()
    check(plans, path)
    check(plans, path)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT * FROM plannen ORDER BY fid").fetchall() == before
        assert database.execute("SELECT count(*) FROM lmvw_controle").fetchone() == (5,)
        assert database.execute("SELECT count(*) FROM gpkg_contents WHERE table_name = 'lmvw_controle'").fetchone() == (1,)
    assert QgsVectorLayer(str(path), "eerste laag", "ogr").fields().names()[1] == "plan_id", "the plans are still the first layer"


def test_the_run_in_a_project_shows_it_and_a_run_without_it_does_not(run, plans, path, project):
    result = run("checkplans", INPUT=plans.id(), PEILDATUM="2026-01-01", OUTPUT="memory:")
    assert result["ERRORS"] == 3
    assert check_table.moment_of(path) is None
    run("checkplans", INPUT=plans.id(), PEILDATUM="2026-01-01", OUTPUT="memory:", KEEP=True)
    assert symbols(plans)["Fout"] == FOUT


def test_only_a_plan_file_can_keep_it(refused):
    from tests.conftest import polygon_layer

    layer = polygon_layer([consistent_plan()])
    QgsProject.instance().addMapLayer(layer)
    words = refused("checkplans", INPUT=layer.id(), PEILDATUM="2026-01-01", OUTPUT="memory:", KEEP=True)
    QgsProject.instance().clear()
    assert "kan alleen bewaard worden bij een laag uit een planbestand" in words


def test_a_delivery_carries_nothing_of_it(run, project, tmp_path, qgis_app):
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(), consistent_plan())])
    layer = set_up_project(project, tmp_path / "p.gpkg")
    run("checkplans", INPUT=layer.id(), PEILDATUM="2026-01-01", OUTPUT="memory:", KEEP=True)
    (tmp_path / "uit").mkdir()
    result = run("exportdelivery", INPUT=layer.id(), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(tmp_path / "uit"))
    with zipfile.ZipFile(result["PACKAGE"]) as packed:
        with zipfile.ZipFile(io.BytesIO(packed.read("plannen.xlsx"))) as book:
            assert not [name for name in book.namelist() if b"controle_uitslag" in book.read(name)]
        (tmp_path / "plannen.gpkg").write_bytes(packed.read("plannen.gpkg"))
    with closing(sqlite3.connect(tmp_path / "plannen.gpkg")) as database:
        everything = "\n".join(database.iterdump())
    for words in ("lmvw_controle", "controle_", "Controleresultaat", "lmvw controle"):
        assert words not in everything
    assert not [
        field for field in QgsVectorLayer(str(tmp_path / "plannen.gpkg"), "p", "ogr").fields().names() if field.startswith("controle")
    ]
    assert b.LAYER in everything
