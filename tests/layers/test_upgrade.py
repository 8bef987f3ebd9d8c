# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file of an earlier version is brought up to this one and keeps every plan; one of a newer version is refused."""

import re
import shutil
import sqlite3
from contextlib import closing

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.layers import reading
from lmvw_plugin.layers.map import check_join
from lmvw_plugin.layers.map.project import set_up_project
from lmvw_plugin.layers.plan_layer.style import PLAN_FILE_STYLES
from lmvw_plugin.layers.planfile import standing, store, upgrade
from lmvw_plugin.layers.planfile.making.styles import STYLE_NAME
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, left_in, read_plans, square

INFO = store.PlanFileInfo(MARKERWAARD, PEILDATUM)
GONE = ("nultreden_geclusterd", "toelichting")  # a count and a text that an earlier version did not have


def say(path, version):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE lmvw_planbestand SET schema_versie = ?", (version,))


def age(path):
    """Make of a plan file what an earlier version would have made."""
    with closing(sqlite3.connect(path)) as database, database:
        for name in GONE:
            database.execute(f'ALTER TABLE plannen DROP COLUMN "{name}"')
        database.execute("ALTER TABLE lmvw_planbestand DROP COLUMN gemeentehuis")
        database.execute("DELETE FROM gpkg_data_columns WHERE column_name IN (?, ?)", GONE)
        database.execute("UPDATE layer_styles SET styleQML = '<qgis/>'")
    say(path, "0.9")
    return path


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "plannen.gpkg"
    store.create(path, INFO, [(square(number), consistent_plan(plannaam=f"Plan {number}")) for number in range(3)])
    return age(path)


def test_every_plan_is_still_there_and_the_old_file_beside_it(old, tmp_path):
    before, bytes_before = read_plans(old), old.read_bytes()
    found = upgrade.needed(old)
    assert [field.name for field in found.columns] == list(GONE)
    for words in ("0.9", b.SCHEMA_VERSION, "waarvan geclusterd", "Toelichting", "plannen_schema_0.9.gpkg"):
        assert words in found.what_changes
    kept = upgrade.carry_out(found)
    assert left_in(tmp_path) == ["plannen.gpkg", "plannen_schema_0.9.gpkg"]
    assert kept.read_bytes() == bytes_before
    after = read_plans(old)
    assert [({name: said for name, said in plan.items() if name not in GONE}, shape.asWkt()) for plan, shape in after] == [
        (plan, shape.asWkt()) for plan, shape in before
    ]
    assert {plan[name] for plan, _ in after for name in GONE} == {None}
    assert upgrade.needed(old) is None
    assert store.read_info(old).schema_version == b.SCHEMA_VERSION


def test_it_is_what_a_new_plan_file_is(old, tmp_path):
    upgrade.carry_out(upgrade.needed(old))
    store.create(tmp_path / "nieuw.gpkg", INFO)
    made = store.open_layer(tmp_path / "nieuw.gpkg")
    layer = store.open_layer(old)
    assert {field.name(): field.typeName() for field in layer.fields()} == {field.name(): field.typeName() for field in made.fields()}
    assert layer.fields().field("nultreden_geclusterd").alias() == made.fields().field("nultreden_geclusterd").alias()
    assert [tab.name() for tab in layer.editFormConfig().tabs()] == [tab.name() for tab in made.editFormConfig().tabs()]
    with closing(sqlite3.connect(old)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        styles = database.execute("SELECT styleName, useAsDefault FROM layer_styles ORDER BY styleName").fetchall()
        titles = dict(database.execute("SELECT column_name, title FROM gpkg_data_columns").fetchall())
    assert [name for name, default in styles if default] == [STYLE_NAME]
    assert len(styles) == len(set(styles)) == len(PLAN_FILE_STYLES)
    assert titles["toelichting"] == "Toelichting"
    assert layer.startEditing()
    assert layer.changeAttributeValue(1, layer.fields().lookupField("nultreden_geclusterd"), 4)
    assert layer.commitChanges()


def test_a_style_of_the_users_own_stays_the_one_that_opens(old):
    with closing(sqlite3.connect(old)) as database, database:
        database.execute("UPDATE layer_styles SET useAsDefault = 0")
        database.execute("INSERT INTO layer_styles (f_table_name, f_geometry_column, styleName, styleQML, useAsDefault) "
                         "VALUES ('plannen', 'geom', 'van ons', '<qgis/>', 1)")  # fmt: skip
    upgrade.carry_out(upgrade.needed(old))
    with closing(sqlite3.connect(old)) as database:
        assert database.execute("SELECT styleName FROM layer_styles WHERE useAsDefault").fetchall() == [("van ons",)]


def test_a_map_style_that_would_clear_the_form_is_mended_when_the_file_enters_a_project(tmp_path, qgis_new_project):
    """Plan files of this version were made with other map styles that held only what they draw: loading one took the form away."""
    path = tmp_path / "p.gpkg"
    store.create(path, INFO, [(square(), consistent_plan())])
    with closing(sqlite3.connect(path)) as database, database:
        whole = dict(database.execute("SELECT styleName, styleQML FROM layer_styles"))
        for name in whole.keys() - {STYLE_NAME}:
            drawn = whole[name].replace('styleCategories="AllStyleCategories"', 'styleCategories="Symbology|Labeling"')
            drawn = re.sub(r"<constraint .*?/>", "", drawn)
            database.execute("UPDATE layer_styles SET styleQML = ? WHERE styleName = ?", (drawn, name))
        database.execute("INSERT INTO layer_styles (f_table_name, f_geometry_column, styleName, styleQML, useAsDefault)"
                         " VALUES ('plannen', 'geom', 'van ons', '<qgis/>', 0)")  # fmt: skip
    assert check_join.join(QgsProject.instance(), set_up_project(QgsProject.instance(), path))
    with closing(sqlite3.connect(path)) as database:
        assert {name: qml.count("<constraint ") for name, qml in database.execute("SELECT styleName, styleQML FROM layer_styles")} == {
            name: qml.count("<constraint ") for name, qml in whole.items()
        } | {"van ons": 0}
    QgsProject.instance().clear()
    before = path.read_bytes()
    upgrade.mend_styles(path)
    assert path.read_bytes() == before, "once is enough"


def test_a_second_copy_does_not_take_the_name_of_the_first(old, tmp_path):
    (tmp_path / "plannen_schema_0.9.gpkg").write_text("van de gebruiker")
    assert upgrade.carry_out(upgrade.needed(old)).name == "plannen_schema_0.9_2.gpkg"
    assert (tmp_path / "plannen_schema_0.9.gpkg").read_text() == "van de gebruiker"


def test_while_somebody_writes_nothing_changes(old, tmp_path, monkeypatch):
    monkeypatch.setattr(upgrade, "PATIENCE", 0.1)
    found, before = upgrade.needed(old), old.read_bytes()
    with closing(sqlite3.connect(old, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LmvwError, match="schrijft op dit moment een ander programma"):
            upgrade.carry_out(found)
        other.execute("ROLLBACK")
    assert left_in(tmp_path) == ["plannen.gpkg"]
    assert old.read_bytes() == before


@pytest.mark.parametrize("version", ["9.0", "1.99", "10"])
def test_a_newer_one_is_refused_and_says_why(old, version):
    say(old, version)
    for read in (store.read_info, upgrade.needed, upgrade.bring_up):
        with pytest.raises(LmvwError, match=f"nieuwere versie van de plugin .schema {version}.*Werk de plugin bij"):
            read(old)


def test_a_version_that_nobody_can_read_is_an_older_one(old):
    say(old, "van/ons")
    assert upgrade.carry_out(upgrade.needed(old)).name == "plannen_schema_vanons.gpkg"


def test_how_it_stands_is_told_without_changing_it(old, tmp_path):
    before = old.read_bytes()
    assert standing.look(old).standing.plans == 3
    assert standing.look(old, reading.Taken(QgsVectorLayer(f"{old}|layername=plannen", "p", "ogr"))).standing.unanswered == 3
    assert old.read_bytes() == before
    assert left_in(tmp_path) == ["plannen.gpkg"]


def test_a_check_and_a_delivery_read_it_from_a_copy(old, tmp_path):
    before = old.read_bytes()
    with reading.Taken(f"{old}|layername=plannen").read() as found:
        assert found.source.fields().lookupField("nultreden_geclusterd") >= 0
        assert found.info.schema_version == b.SCHEMA_VERSION
        assert found.strange == []
    assert old.read_bytes() == before
    shutil.rmtree(tmp_path)  # nothing holds it
