# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys along confidential plans: limits of the Options, the names of what is made, and what the steward gets."""

import json
import sqlite3
from contextlib import closing

from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.core.basisset.peildatum import Peildatum
from tests.conftest import polygon_layer, read_plans, square
from tests.packages import OTHER, of, sent
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
    window.choose("lmvw_province", "lmvw_exportsteward")
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


def field(name):
    """What belongs to a parameter in the window of an algorithm."""
    return f"window('{STEWARD}').mainWidget().wrappers['{name}'].wrappedWidget()"


def test_the_province_types_a_peildatum_and_chooses_the_town_halls(window):
    """Most packages in the folder are of an earlier peildatum; the municipality that goes along chose a sum, which lies at its town hall."""
    path = window.open_sample()
    window.choose("lmvw_exportdelivery")
    window.opens("lmvw_delivery")
    window.click("tab(window('lmvw_delivery').tabs, 'Gegevens en keuzes')")
    window.click("widget('aggregate', 'lmvw_delivery')")
    window.type("ja")
    window.keys("Return")
    window.wait("widget('aggregate', 'lmvw_delivery').currentData() is True and button('Levering maken').isEnabled()")
    window.click("button('Levering maken')")
    window.sees("Het pakket is geschreven, teruggelezen en vergeleken", "lmvw_delivery")
    window.keys("Escape")
    window.wait("not shown()")
    for place in (OTHER, gemeente("GM0361")):
        sent(path.parent, [of(place, "Een")], place, folder="levering", peildatum=Peildatum.parse("2025-07-01"))
    target, halls = path.parent / "landelijk", path.parent / "gemeentehuizen.gpkg"
    target.mkdir()
    options = QgsVectorFileWriter.SaveVectorOptions()
    layer = polygon_layer([{"gemeente_code": "GM9999"}], geometries=[square(500)])
    assert QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(halls), QgsCoordinateTransformContext(), options)[0] == 0
    window.do("QgsProject.instance().addMapLayer(QgsVectorLayer(path, 'Raadhuizen', 'ogr'))", path=str(halls))
    window.choose("lmvw_province", "lmvw_exportsteward")
    window.opens(STEWARD)
    window.click(f"{field('INPUT')}.lineEdit()")
    window.type(str(path.parent / "levering"))
    window.click(f"{field('TOWN_HALLS')}.findChild(QComboBox)")
    window.type("Raad")
    window.keys("Return")
    window.click(f"{field('PEILDATUM')}")
    today = window.wait(f"{field('PEILDATUM')}.date().toString(Qt.DateFormat.ISODate)")  # a click brings it
    year, month, day = map(int, today.split("-"))
    years = ["Down"] * (year - 2026) + ["Up"] * (2026 - year)  # one of the two is none
    window.keys("Home", *["Down"] * (day - 1), "ctrl+Right", *["Down"] * (month - 1), "ctrl+Right", *years)
    window.picture("typed")
    window.wait(f"{field('PEILDATUM')}.date().toString(Qt.DateFormat.ISODate) == '2026-01-01'")
    window.click(f"{field('FOLDER')}.lineEdit()")
    window.type(str(target))
    window.picture("steward")
    assert window.read(f"{field('TOWN_HALLS')}.findChild(QComboBox).currentText()").startswith("Raadhuizen")
    window.click(f"button('Uitvoeren', '{STEWARD}')")
    report = target / "LMVW_landelijk_VERTROUWELIJK.html"
    window.wait("path.is_file()".replace("path", f"__import__('pathlib').Path({str(report)!r})"), limit=30)
    window.click(f"button('Sluiten', '{STEWARD}')")
    passed = read_plans(target / "LMVW_landelijk_VERTROUWELIJK.gpkg")
    assert {plan["gemeente_code"] for plan, _ in passed} == {"GM9999"}, "the others are of another peildatum"
    (made,) = [(plan, shape) for plan, shape in passed if plan["vertrouwelijk"]]
    assert made[1].equals(square(500)) and not made[0]["plannaam"] and not made[0]["planstatus"]
    told = report.read_text("utf-8")
    assert "GM0396" in told and "GM0361" in told
