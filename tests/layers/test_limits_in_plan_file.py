# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipality's own price limits in the plan file, in its form and in the delivery."""

import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal

from qgis.PyQt.QtXml import QDomDocument

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.basisset.prices.limits import PriceLimits, price_limits, stated
from lmvw_plugin.core.delivering.sheets import sheets
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.delivering import preflight
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.about import state_limits
from lmvw_plugin.layers.planfile.upgrade import carry_out, needed
from tests.conftest import MARKERWAARD, consistent_plan, square

DAY = date(2026, 3, 4)
OWN = PriceLimits((stated("betaalbare_koop", 2026, Decimal(420_000), "Brief van 3 maart", "A. de Boer", date(2026, 3, 4)),))


def alias(path):
    layer = planfile.open_layer(path)
    planfile.renew_form(layer)
    return layer.fields().field("koop_betaalbaar").alias()


def test_a_plan_file_keeps_them_with_its_other_choices_and_shows_them(own_file):
    before = planfile.read_info(own_file)
    assert "grens 2026 niet bekend" in alias(own_file)
    state_limits(own_file, OWN)
    after = planfile.read_info(own_file)
    assert after.limits == OWN
    assert (after.gemeente, after.akkoord_klein, after.provincie_aggregeert) == (
        before.gemeente, before.akkoord_klein, before.provincie_aggregeert)  # fmt: skip
    assert "t/m € 420.000 in 2026, eigen opgave" in alias(own_file)
    with closing(sqlite3.connect(own_file)) as database:
        (tip,) = database.execute("SELECT description FROM gpkg_data_columns WHERE column_name = 'koop_betaalbaar'").fetchone()
    assert "In 2026 t/m € 420.000 (eigen opgave van de gemeente)." in tip
    state_limits(own_file, PriceLimits())
    assert planfile.read_info(own_file).limits == PriceLimits()


def test_a_plan_file_of_an_earlier_version_gets_them_too(own_file):
    with closing(sqlite3.connect(own_file)) as database, database:
        database.execute("ALTER TABLE lmvw_planbestand DROP COLUMN prijsgrenzen")
    assert planfile.read_info(own_file).limits == PriceLimits()
    state_limits(own_file, OWN)
    assert planfile.read_info(own_file).limits == OWN


def test_a_delivery_takes_them_from_the_plan_file_and_leaves_them_there(own_file):
    state_limits(own_file, OWN)
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


def of_next_year(folder):
    """A plan file of a year of which the plugin knows nothing, with what the municipality states of it."""
    own = PriceLimits((
        stated("betaalbare_koop", 2027, Decimal(425_000), "Brief", "Wonen", DAY),
        stated("sociale_huur", 2027, Decimal("960.10"), "Brief", "Wonen", DAY),
        stated("middenhuur", 2027, Decimal(1260), "Brief", "Wonen", DAY, Decimal("7.5")),
    ))  # fmt: skip
    planfile.create(
        folder / "2027.gpkg", planfile.PlanFileInfo(MARKERWAARD, Peildatum.parse("2027-01-01")), [(square(), consistent_plan())]
    )
    state_limits(folder / "2027.gpkg", own)
    return folder / "2027.gpkg", own


def test_whatever_uses_a_limit_follows_the_table(tmp_path):
    """Label, definition, surcharge in the form, workbook and price table; the tip of the form: ``test_attribute_form``."""
    path, own = of_next_year(tmp_path)
    layer = planfile.open_layer(path)
    planfile.renew_form(layer)
    said = {
        "koop_betaalbaar": "t/m € 425.000 in 2027, eigen opgave",
        "huur_sociaal_corporatie": "t/m € 960,10 in 2027, eigen opgave",
        "huur_midden_markt": "t/m € 1.260 in 2027, of +7,5%, eigen opgave",
    }
    assert {name: layer.fields().field(name).alias().rpartition(" (")[2].rstrip(")") for name in said} == said
    sentence = "In 2027 t/m € 1.260, en t/m € 1.354,50 (plus 7,5%) als de bouw start voor 1 januari 2028 (eigen opgave van de gemeente)."
    with closing(sqlite3.connect(path)) as database:
        texts = dict(database.execute("SELECT column_name, description FROM gpkg_data_columns"))
    assert sentence in texts["huur_midden_markt"] and sentence in texts["huur_midden_corporatie"]
    document = QDomDocument()
    layer.exportNamedStyle(document)
    assert "Middenhuur telt ook t/m € 1.354,50 (plus 7,5%) als de bouw start voor 1 januari 2028." in document.toString()
    ready = preflight.prepare(layer, planfile.read_info(path), False, None, Silent())
    rows = list(sheets(ready.delivery, [])["Definities"].rows())
    assert all(row[4].endswith(sentence) for row in rows if row[0] in ("huur_midden_markt", "huur_midden_corporatie"))
    prices = {row[1]: row for row in rows if row[0] == "prijsgrens"}
    assert prices["Middenhuur 2027"][2::2] == ("eigen opgave", sentence)
    assert prices["Middenhuur 2027"][5] == "Eigen opgave van de gemeente, 4 maart 2026: Brief"
    assert len(prices) == len(price_limits()) + len(own.own)


def test_an_older_plan_file_keeps_its_limits_when_it_is_brought_up(tmp_path):
    """Two versions back: without a column of today, and its limit kept without a surcharge."""
    path, _ = of_next_year(tmp_path)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE plannen DROP COLUMN projectleider")
        old = '[{"jaar": 2027, "segment": "middenhuur", "grens": "1250", "bron": "Brief", "door": "Wonen", "op": "2026-03-04"}]'
        database.execute("UPDATE lmvw_planbestand SET prijsgrenzen = ?", (old,))
    carry_out(needed(path))
    meant = PriceLimits((stated("middenhuur", 2027, Decimal(1250), "Brief", "Wonen", DAY),))
    assert planfile.read_info(path).limits == meant
    assert meant.at("middenhuur", 2027).percent == "10"
    assert "t/m € 1.250 in 2027, of +10%, eigen opgave" in planfile.open_layer(path).fields().field("huur_midden_markt").alias()
