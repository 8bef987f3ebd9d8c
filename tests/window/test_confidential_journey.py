# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys along confidential plans: limits of the Options, the names of what is made, and what the steward gets."""

import json
import sqlite3
from contextlib import closing

from tests.conftest import read_plans
from tests.window.acts import in_main_window

PUBLIC = "lmvw_public"
STEWARD = "QgsProcessingDialogBase"
LIMITS = "QgsOptionsBase"


def kept(path, query):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_a_limit_of_the_options_stops_the_public_version(window):
    path = window.open_sample()
    window.open_table()
    in_main_window(window)
    window.do("later(lambda: iface.showOptionsDialog(iface.mainWindow(), 'lmvw_options'))")
    window.opens(LIMITS)
    window.fill("widget('fewest')", "40")
    window.keys("Tab")
    window.picture("options")
    window.click(f"button('OK', '{LIMITS}')")
    window.wait("not shown() or not opened('QgsOptionsBase')")
    (text,) = kept(path, "SELECT openbaarheid FROM lmvw_planbestand")[0]
    assert json.loads(text) == {"fewest": 40}
    window.press("lmvw_exportpublic")
    window.opens(PUBLIC)
    window.sees("De ondergrens is 40", PUBLIC)
    window.keys("Escape")


def test_what_a_check_and_a_delivery_make_is_called_confidential(window):
    path = window.open_sample()
    window.choose("lmvw_check_on_map")
    window.sees("plannen gecontroleerd")
    report = window.read(
        "[str(one) for one in __import__('pathlib').Path(QgsProcessingUtils.tempFolder()).rglob('controle_VERTROUWELIJK.html')]"
    )
    assert report
    window.choose("lmvw_exportdelivery")
    window.opens("lmvw_delivery")
    window.click("button('Levering maken')")
    window.sees("Het pakket is geschreven, teruggelezen en vergeleken", "lmvw_delivery")
    window.keys("Escape")
    window.wait("not shown()")
    (own,) = path.parent.glob("*_levering_VERTROUWELIJK.html")
    assert "VERTROUWELIJK: hierin staan vertrouwelijke plannen." in own.read_text("utf-8")


def test_the_province_passes_on_what_it_received(window):
    path = window.open_sample()
    window.choose("lmvw_exportdelivery")
    window.opens("lmvw_delivery")
    window.click("button('Levering maken')")
    window.sees("Het pakket is geschreven, teruggelezen en vergeleken", "lmvw_delivery")
    window.keys("Escape")
    window.wait("not shown()")
    name = next(plan["plannaam"] for plan, _ in read_plans(path) if plan["vertrouwelijk"] is False and plan["planstatus"] == "3")
    target = path.parent / "landelijk"
    target.mkdir()
    window.choose("lmvw_exportsteward")
    window.opens(STEWARD)
    window.click("window(dialog).mainWidget().wrappers['INPUT'].wrappedWidget().lineEdit()", dialog=STEWARD)
    window.type(str(path.parent / "levering"))
    window.click("window(dialog).mainWidget().wrappers['STRIJDIG'].wrappedWidget().viewport()", dialog=STEWARD)
    window.type(f"GM9999 {name}")
    window.click("window(dialog).mainWidget().wrappers['FOLDER'].wrappedWidget().lineEdit()", dialog=STEWARD)
    window.type(str(target))
    window.picture("steward")
    window.click(f"button('Uitvoeren', '{STEWARD}')")
    window.wait(
        "path.is_file()".replace("path", f"__import__('pathlib').Path({str(target / 'LMVW_landelijk_VERTROUWELIJK.html')!r})"), limit=30
    )
    window.click(f"button('Sluiten', '{STEWARD}')")
    passed = {plan["plannaam"]: plan for plan, _ in read_plans(target / "LMVW_landelijk_VERTROUWELIJK.gpkg")}
    assert passed[name]["vertrouwelijk"], "what the province calls strijdig goes as confidential (art. 5.d)"
    assert "VERTROUWELIJK" in (target / "LMVW_landelijk_VERTROUWELIJK.html").read_text("utf-8").split("<h2")[0]
