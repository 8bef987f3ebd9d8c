# SPDX-License-Identifier: GPL-2.0-or-later
"""The outcome beside the plans in a project: joined once, when nobody holds the columns, and from then on only other rows.

A form that is open when the columns of its layer change ends QGIS; here that would show as a signal.
"""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime

import pytest
from qgis.core import Qgis, QgsProject, QgsVectorLayer, QgsVectorLayerJoinInfo
from qgis.gui import QgsAttributeForm, QgsDualView, QgsFeatureListView, QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QEvent, QLocale, Qt
from qgis.PyQt.QtGui import QColor, QPixmap
from qgis.PyQt.QtWidgets import QWidget

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.forms.join_watch import JoinWatch
from lmvw_plugin.layers.checks import check_plan_layer
from lmvw_plugin.layers.map import asked, check_join, check_result
from lmvw_plugin.layers.map.live import publish
from lmvw_plugin.layers.map.open_views import colour_tables
from lmvw_plugin.layers.map.project import save, set_up_project
from lmvw_plugin.layers.plan_layer.fingerprint import Fingerprint
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import check_table
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square

NOW = datetime(2026, 3, 2, 9, 5)
COLUMNS = ["controle_uitslag", "controle_bevindingen", "controle_afdruk", "controle_gecontroleerd", "controle_voorstellen"]
FOUT, GOED = "#f4b183", None
ROLE = Qt.ItemDataRole


@pytest.fixture
def path(tmp_path, qgis_app):
    rows = [
        (square(number), consistent_plan(plan_id=f"7b0d0a0c-0000-4000-8000-00000000000{number}", plannaam=name, meergezins=count))
        for number, (name, count) in enumerate({"Goed": 12, "Mis": 13}.items())
    ]
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), rows)
    return tmp_path / "p.gpkg"


@pytest.fixture
def project():
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def function(qgis_app):
    """What an open table asks, as the plugin offers it."""
    asked.offer()
    yield
    asked.withdraw()


@pytest.fixture
def start_watch(project):
    """Switches the plugin on, as far as this goes."""
    started = []
    yield lambda: started.append(JoinWatch())
    for watching in started:
        watching.stop()


@pytest.fixture
def watch(start_watch):
    start_watch()


@pytest.fixture
def open_views():
    """Opens a table and a form of a layer; all are gone before their layer is."""
    held = []

    def opened(layer):
        canvas = QgsMapCanvas()
        table, form = QgsDualView(), QgsAttributeForm(layer, layer.getFeature(1))
        table.init(layer, canvas)
        form.show()
        held.extend([form, table, canvas])
        return table, form

    yield opened
    for widget in held:
        sip.delete(widget)


def dragged(path, project):
    """A plan file that enters as when it is dragged into QGIS."""
    layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    project.addMapLayer(layer)
    return layer


def check(layer, path, moment=NOW):
    check_result.write(path, layer.fields(), check_plan_layer(layer, PEILDATUM, None, None, Silent()), moment, Silent())
    return check_join.show(QgsProject.instance(), layer)


def outcomes(layer):
    return {feature["plannaam"]: feature["controle_uitslag"] for feature in layer.getFeatures()}


def colours(table):
    model = table.masterModel()
    titles = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]
    cells = [model.index(row, titles.index("Plannaam")) for row in range(model.rowCount())]
    found = {model.data(cell, Qt.ItemDataRole.DisplayRole): model.data(cell, Qt.ItemDataRole.BackgroundRole) for cell in cells}
    return {name: colour.name() if colour else None for name, colour in found.items()}


def change(layer, fid, **new):
    assert layer.isEditable() or layer.startEditing()
    assert all(layer.changeAttributeValue(fid, layer.fields().lookupField(name), value) for name, value in new.items())


def joined_columns(layer):
    return [name for name in layer.fields().names() if name.startswith("controle_")]


def tables(project):
    return [layer for layer in project.mapLayers().values() if layer.customProperty("lmvw/controle")]


# -- table and form open while checking -------------------------------------------------------------------------------


def test_the_columns_of_the_plans_stay_as_they_are_while_table_and_form_are_open(project, path, open_views, qtbot):
    plans = set_up_project(project, path)
    _, form = open_views(plans)
    change(plans, 1, toelichting="nog niet opgeslagen")
    steps, changed = plans.undoStack().count(), []
    plans.updatedFields.connect(lambda: changed.append(1))
    for moment in (9, 10, 11):
        assert check(plans, path, datetime(2026, 3, 2, moment, 5))
        QCoreApplication.processEvents()
    assert not changed
    assert joined_columns(plans) == COLUMNS
    assert form.feature()["plannaam"] == "Goed"
    assert plans.undoStack().count() == steps
    plans.undoStack().undo()
    assert plans.getFeature(1)["toelichting"] != "nog niet opgeslagen"
    plans.undoStack().redo()
    assert plans.commitChanges(), plans.commitErrors()
    assert plans.getFeature(1)["toelichting"] == "nog niet opgeslagen"


def test_a_table_that_is_open_gets_its_colours_at_once(project, path, open_views):
    plans = set_up_project(project, path)
    table, _ = open_views(plans)
    assert set(colours(table).values()) == {None, "#f8d0c8"}
    check(plans, path)
    assert colours(table) == {"Goed": GOED, "Mis": FOUT}
    change(plans, 1, meergezins=13)
    change(plans, 2, meergezins=12)
    assert colours(table)["Mis"] == GOED, "changed after the check"
    check(plans, path)
    assert colours(table) == {"Goed": FOUT, "Mis": GOED}


@pytest.mark.usefixtures("function")
def test_a_table_that_is_open_has_the_colours_of_the_check_again_after_a_rollback(project, path, open_views):
    plans = set_up_project(project, path)
    check(plans, path)
    table, _ = open_views(plans)
    change(plans, 2, meergezins=12)
    beside = plans.getFeature(1)  # of which something else is found because of that edit
    publish(plans, {beside["plan_id"]: ("fout", Fingerprint(plans.fields()).of(beside))})
    colour_tables(plans)
    assert colours(table)["Goed"] == FOUT
    plans.rollBack()
    assert colours(table)["Goed"] == GOED


def test_the_list_beside_the_form_in_the_table_window_follows_too(project, path, open_views):
    plans = set_up_project(project, path)
    table, _ = open_views(plans)
    (beside,) = (widget for widget in table.findChildren(QWidget) if widget.inherits("QgsFeatureListView"))
    names = sip.cast(beside, QgsFeatureListView).featureListModel()

    def listed():
        cells = [names.index(row, 0) for row in range(names.rowCount())]
        shown = {names.data(cell, Qt.ItemDataRole.DisplayRole): names.data(cell, Qt.ItemDataRole.BackgroundRole) for cell in cells}
        return {name: colour.name() if colour else None for name, colour in shown.items()}

    assert listed()["Goed"] == GOED
    change(plans, 1, meergezins=13)
    check(plans, path)
    assert listed()["Goed"] == FOUT


def test_what_is_typed_in_a_form_is_still_there(project, path, open_views):
    plans = set_up_project(project, path)
    assert plans.startEditing()
    _, form = open_views(plans)
    form.changeAttribute("plannaam", "Half getypt")
    check(plans, path)
    QCoreApplication.processEvents()
    assert form.save()
    assert plans.getFeature(1)["plannaam"] == "Half getypt"


# -- how a plan layer enters -------------------------------------------------------------------------------------------


def test_a_layer_that_is_dragged_in_is_joined_before_anything_opens(watch, project, path, open_views):
    plans = dragged(path, project)
    assert joined_columns(plans) == COLUMNS
    open_views(plans)
    assert check(plans, path)
    assert outcomes(plans) == {"Goed": "in orde", "Mis": "fout"}
    assert not plans.isModified()


def test_a_file_of_an_earlier_version_gets_its_table_when_it_enters(watch, project, path):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DROP TABLE lmvw_controle")
        database.execute("DELETE FROM gpkg_contents WHERE table_name = 'lmvw_controle'")
    assert joined_columns(dragged(path, project)) == COLUMNS


def test_a_file_that_may_only_be_read_is_shown_without(watch, project, path):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DROP TABLE lmvw_controle")
        database.execute("DELETE FROM gpkg_contents WHERE table_name = 'lmvw_controle'")
    plans = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")  # as good as read-only, also for who may do everything
        project.addMapLayer(plans)
        database.execute("ROLLBACK")
    assert plans.isValid()
    assert joined_columns(plans) == []


def test_who_comes_too_late_for_an_open_form_leaves_the_columns_alone(start_watch, project, path, open_views):
    """The plugin is switched on while a form is open: the outcome waits in the file until it is closed."""
    plans = dragged(path, project)
    open_views(plans)
    start_watch()
    assert joined_columns(plans) == []
    assert not check(plans, path)
    assert check_table.moment_of(path) == NOW
    assert joined_columns(plans) == []


def test_a_form_that_outlives_its_layer_is_not_asked_for_it(watch, project, path, tmp_path):
    """As when another plan file is opened while the attribute table is open: here QGIS would end."""
    plans = dragged(path, project)
    form, canvas, table = QgsAttributeForm(plans, plans.getFeature(1)), QgsMapCanvas(), QgsDualView()
    table.init(plans, canvas)
    shutil.copy(path, tmp_path / "ander.gpkg")
    project.clear()
    assert joined_columns(dragged(tmp_path / "ander.gpkg", project)) == COLUMNS
    for view in (form, table, canvas):
        sip.delete(view)


def test_after_the_form_is_closed_the_next_check_shows_it(project, path, open_views):
    plans = dragged(path, project)
    form = QgsAttributeForm(plans, plans.getFeature(1))
    assert not check(plans, path)
    sip.delete(form)
    assert check(plans, path)
    assert outcomes(plans)["Mis"] == "fout"


def test_a_project_of_an_earlier_version_is_brought_up_to_date(start_watch, project, path, tmp_path):
    """It has the table in sight, with the moment of one check in its name, and joins three of its columns."""
    plans = dragged(path, project)
    table = QgsVectorLayer(f"{path}|layername=lmvw_controle", "Controle van 1-1-2026 12:00", "ogr")
    table.setCustomProperty("lmvw/controle", plans.id())
    project.addMapLayer(table)
    link = QgsVectorLayerJoinInfo()
    link.setJoinLayer(table)
    link.setJoinFieldName("plan_id")
    link.setTargetFieldName("plan_id")
    link.setPrefix("controle_")
    link.setJoinFieldNamesSubset(["uitslag", "bevindingen", "afdruk"])
    assert plans.addJoin(link)
    save(project, tmp_path / "oud.qgz")
    project.clear()
    start_watch()
    assert project.read(str(tmp_path / "oud.qgz"))
    (plans,) = check_join.layers_of(project, path)
    assert joined_columns(plans) == COLUMNS
    assert [layer.name() for layer in tables(project)] == ["Uitkomst van de controle"]
    assert check(plans, path)
    assert outcomes(plans)["Mis"] == "fout"


def test_a_project_that_was_never_checked_is_joined_when_it_is_opened(start_watch, project, path, tmp_path):
    dragged(path, project)
    save(project, tmp_path / "oud.qgz")
    project.clear()
    start_watch()
    assert project.read(str(tmp_path / "oud.qgz"))
    (plans,) = check_join.layers_of(project, path)
    assert joined_columns(plans) == COLUMNS
    assert check(plans, path)
    assert outcomes(plans)["Mis"] == "fout"
    save(project, tmp_path / "nieuw.qgz")
    project.clear()
    assert project.read(str(tmp_path / "nieuw.qgz"))
    (plans,) = check_join.layers_of(project, path)
    assert len(tables(project)) == 1
    assert outcomes(plans)["Mis"] == "fout"


def test_a_project_needs_no_plugin_to_show_it(project, path, tmp_path):
    check(set_up_project(project, path), path)
    save(project, tmp_path / "p.qgz")
    project.clear()
    alone = QgsProject()
    assert alone.read(str(tmp_path / "p.qgz"))
    (plans,) = check_join.layers_of(alone, path)
    assert outcomes(plans) == {"Goed": "in orde", "Mis": "fout"}
    assert plans.styleManager().currentStyle() == "Controleresultaat"
    alone.clear()


# -- more than one, and gone again -----------------------------------------------------------------------------------


def test_two_plan_files_each_show_their_own(watch, project, path, tmp_path):
    second = shutil.copy(path, tmp_path / "q.gpkg")
    first, other = dragged(path, project), dragged(second, project)
    change(other, 1, meergezins=13)
    assert check(first, path)
    assert outcomes(other) == {"Goed": None, "Mis": None} or not any(outcomes(other).values())
    assert check(other, tmp_path / "q.gpkg")
    assert outcomes(first) == {"Goed": "in orde", "Mis": "fout"}
    assert outcomes(other) == {"Goed": "fout", "Mis": "fout"}
    other.rollBack()


def test_two_layers_of_one_file_share_one_table_and_it_goes_with_the_last(watch, project, path):
    first, second = dragged(path, project), dragged(path, project)
    assert len(tables(project)) == 1
    for layer in check_join.layers_of(project, path):
        assert check(layer, path)
    assert outcomes(first) == outcomes(second) == {"Goed": "in orde", "Mis": "fout"}
    project.removeMapLayer(first.id())
    settle()
    assert outcomes(second)["Mis"] == "fout"
    project.removeMapLayer(second.id())
    settle()
    assert project.mapLayers() == {}


def test_closing_the_project_with_table_and_form_open_is_safe(watch, project, path, open_views):
    plans = dragged(path, project)
    changed = []
    plans.updatedFields.connect(lambda: changed.append(1))
    open_views(plans)
    check(plans, path)
    project.clear()
    settle()
    assert not changed, "the plans went before their table"


def test_a_layer_that_is_pointed_at_another_file_gets_the_outcome_of_that_file(watch, project, path, tmp_path):
    other = tmp_path / "q.gpkg"
    shutil.copy(path, other)
    plans = dragged(path, project)
    assert check(plans, path)
    plans.setDataSource(f"{other}|layername=plannen", "plannen", "ogr")
    change(plans, 1, meergezins=13)
    assert check(plans, other)
    assert outcomes(plans) == {"Goed": "fout", "Mis": "fout"}
    assert len(tables(project)) == 1
    plans.rollBack()


# -- locks ---------------------------------------------------------------------------------------------------------------


def test_it_is_written_while_the_plans_are_edited(watch, project, path):
    plans = dragged(path, project)
    change(plans, 2, meergezins=12)
    assert check(plans, path)
    assert outcomes(plans) == {"Goed": "in orde", "Mis": "in orde"}
    assert plans.isModified()
    assert plans.commitChanges(), plans.commitErrors()


def test_a_file_in_which_another_writes_says_so_and_keeps_what_it_had(watch, project, path, monkeypatch):
    plans = dragged(path, project)
    assert check(plans, path)
    monkeypatch.setattr(check_table, "_PATIENCE", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        with pytest.raises(LmvwError, match="sla uw bewerkingen op"):
            check(plans, path, datetime(2026, 3, 2, 10, 0))
        database.execute("ROLLBACK")
    assert check_table.moment_of(path) == NOW
    assert outcomes(plans)["Mis"] == "fout"


def test_edits_in_a_transaction_are_neither_saved_nor_lost(watch, project, path, monkeypatch):
    """With transaction groups QGIS keeps the file locked as long as something is not saved."""
    monkeypatch.setattr(check_table, "_PATIENCE", 0.1)
    project.setTransactionMode(Qgis.TransactionMode.AutomaticGroups)
    plans = dragged(path, project)
    change(plans, 2, meergezins=12)
    try:
        with pytest.raises(LmvwError, match="sla uw bewerkingen op"):
            check(plans, path)
        assert plans.isEditable()
        assert plans.getFeature(2)["meergezins"] == 12
        assert plans.commitChanges(), plans.commitErrors()
        assert check(plans, path)
        assert outcomes(plans) == {"Goed": "in orde", "Mis": "in orde"}
    finally:
        project.setTransactionMode(Qgis.TransactionMode.Disabled)


def settle():
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_table_says_the_day_as_people_write_it(path, project, watch, open_views):
    layer = dragged(path, project)
    assert check(layer, path)
    table, _ = open_views(layer)
    model = table.masterModel()
    titles = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]
    column = next(number for number, title in enumerate(titles) if "Gecontroleerd op" in title)
    assert model.data(model.index(0, column), Qt.ItemDataRole.DisplayRole) == QLocale.system().toString(
        QDateTime(2026, 3, 2, 9, 5, 0), "d MMMM yyyy, HH:mm"
    )


def test_what_was_found_of_a_plan_that_changed_is_struck_out_and_it_no_longer_says_in_orde(path, project, watch, open_views):
    layer = dragged(path, project)
    assert check(layer, path)
    table, _ = open_views(layer)
    change(layer, 1, meergezins=99)
    model = table.masterModel()
    names = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]
    outcome, when, name = (
        next(at for at, title in enumerate(names) if words in title) for words in ("Uitkomst", "Gecontroleerd", "Plannaam")
    )
    rows = {model.data(model.index(row, name), Qt.ItemDataRole.DisplayRole): row for row in range(model.rowCount())}

    def struck(plan, column):
        font = model.data(model.index(rows[plan], column), Qt.ItemDataRole.FontRole)
        return font is not None and font.strikeOut()

    def said(plan):
        """The word and the sign of the outcome, as far as they can be seen."""
        cell = model.index(rows[plan], outcome)
        letters, ground, sign = (model.data(cell, role) for role in (ROLE.ForegroundRole, ROLE.BackgroundRole, ROLE.DecorationRole))
        seen = letters is None or QColor(letters) != QColor(ground)
        return model.data(cell, ROLE.DisplayRole) if seen else "", isinstance(sign, QPixmap) and len(shades(sign)) > 1

    assert [struck(plan, when) for plan in ("Goed", "Mis")] == [True, False]
    assert not struck("Goed", name)
    assert {plan: said(plan) for plan in rows} == {"Goed": ("", True), "Mis": ("fout", False)}
    layer.undoStack().undo()
    assert said("Goed") == ("in orde", False)


def shades(pixmap):
    image = pixmap.toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_the_table_of_an_earlier_project_gets_an_opening_of_its_own(path, project, start_watch):
    """In that of the plans QGIS would read no plans when editing ends."""
    layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    project.addMapLayer(layer)
    assert check_join.join(project, layer)
    table = check_join.joined(layer).joinLayer()
    table.setDataSource(f"{path}|layername={check_table.TABLE}", table.name(), "ogr")
    before = layer.fields().names()
    start_watch()
    assert check_join.joined(layer).joinLayer() is table
    assert "|option:" in table.source()
    assert table.isValid()
    assert layer.fields().names() == before


def test_a_file_that_was_never_checked_is_not_looked_into_for_every_plan(watch, project, path):
    """Of an empty table QGIS keeps nothing in memory: it asked the file at each plan, and so knew what nobody told it."""
    plans = dragged(path, project)
    outcomes(plans)
    checked = check_plan_layer(plans, PEILDATUM, None, None, Silent(), "GM9999")
    check_result.write(path, plans.fields(), checked, NOW, Silent())
    assert {value or None for value in outcomes(plans).values()} == {None}
    check_join.renew(plans)
    assert outcomes(plans) == {"Goed": "in orde", "Mis": "fout"}
