# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipality's own price limits in the plan file, in its form and in the delivery."""

import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal

from lmvw_plugin.core.basisset.pricelimits import PriceLimits, stated
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.delivering import preflight
from lmvw_plugin.layers.planfile import store as planfile

OWN = PriceLimits((stated("betaalbare_koop", 2026, Decimal(420_000), "Brief van 3 maart", "A. de Boer", date(2026, 3, 4)),))


def alias(path):
    layer = planfile.open_layer(path)
    planfile.renew_form(layer)
    return layer.fields().field("koop_betaalbaar").alias()


def test_a_plan_file_keeps_them_with_its_other_choices_and_shows_them(own_file):
    before = planfile.read_info(own_file)
    assert "grens 2026 niet bekend" in alias(own_file)
    planfile.state_limits(own_file, OWN)
    after = planfile.read_info(own_file)
    assert after.limits == OWN
    assert (after.gemeente, after.akkoord_klein, after.provincie_aggregeert) == (
        before.gemeente, before.akkoord_klein, before.provincie_aggregeert)  # fmt: skip
    assert "t/m € 420.000 in 2026, eigen opgave" in alias(own_file)
    with closing(sqlite3.connect(own_file)) as database:
        (tip,) = database.execute("SELECT description FROM gpkg_data_columns WHERE column_name = 'koop_betaalbaar'").fetchone()
    assert "In 2026 t/m € 420.000 (eigen opgave van de gemeente)." in tip
    planfile.state_limits(own_file, PriceLimits())
    assert planfile.read_info(own_file).limits == PriceLimits()


def test_a_plan_file_of_an_earlier_version_gets_them_too(own_file):
    with closing(sqlite3.connect(own_file)) as database, database:
        database.execute("ALTER TABLE lmvw_planbestand DROP COLUMN prijsgrenzen")
    assert planfile.read_info(own_file).limits == PriceLimits()
    planfile.state_limits(own_file, OWN)
    assert planfile.read_info(own_file).limits == OWN


def test_a_delivery_takes_them_from_the_plan_file_and_leaves_them_there(own_file):
    planfile.state_limits(own_file, OWN)
    kept = planfile.read_info(own_file)
    given = planfile.PlanFileInfo(kept.gemeente, kept.peildatum, akkoord_klein="mail")  # as the parameters give it
    info = preflight.decided(given, kept)
    ready = preflight.prepare(planfile.open_layer(own_file), info, False, None, Silent())
    assert ready.delivery.limits == OWN
    preflight.keep_choices(info, own_file, kept)
    assert planfile.read_info(own_file).limits == OWN


def test_a_new_plan_file_can_begin_with_them(tmp_path, own_file):
    info = planfile.read_info(own_file)
    planfile.create(tmp_path / "n.gpkg", planfile.PlanFileInfo(info.gemeente, info.peildatum, limits=OWN))
    assert planfile.read_info(tmp_path / "n.gpkg").limits == OWN
    assert "eigen opgave" in planfile.open_layer(tmp_path / "n.gpkg").fields().field("koop_betaalbaar").alias()  # stored with the file
