# SPDX-License-Identifier: GPL-2.0-or-later
"""From one delivery to the next, whole: delivered, taken to the next peildatum, answered, edited, delivered again, compared; every dwelling told."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.layers.planfile import store
from tests.conftest import MARKERWAARD, change, consistent_plan, square, values

SPRING, AUTUMN = Peildatum.parse("2026-01-01"), Peildatum.parse("2026-07-01")
LATER = {"bruto_jaar01": 0, "bruto_jaar02": 8}  # nothing of it in the half year that passes
NAMES = ("Dijkzone", "Haven", "Kerkweg", "Molen Noord", "Molen Zuid", "Oever")


def sized(bruto, **more):
    """A live plan of so many dwellings, all of one kind."""
    none = dict.fromkeys(
        ("bruto_jaar01", "bruto_jaar10", "bruto_periode2", "eengezins", "woningtype_onbekend", "tijdelijk", "nultreden", "nultreden_geclusterd",
         "zorggeschikt", "ouderen_overig", "huur_sociaal_corporatie", "huur_midden_corporatie", "huur_sociaal_markt", "huur_sociaal_markt_25jaar",
         "huur_midden_markt", "huur_midden_markt_10jaar", "prijs_overig", "prijs_onbekend", "sloop_totaal", "sloop_jaar02"), 0
    )  # fmt: skip
    none |= {"bruto_totaal": bruto, "bruto_jaar02": bruto, "meergezins": bruto, "koop_betaalbaar": bruto}
    return consistent_plan(**(none | {"geclusterd_55plus": None, "zorg_55plus": None} | more))


def layer_of(path, name="plannen"):
    return QgsVectorLayer(f"{path}|layername={name}", name, "ogr")


def add(path, plan, geometry):
    layer = layer_of(path)
    feature = QgsFeature(layer.fields())
    for name, value in plan.items():
        feature.setAttribute(name, value)
    feature.setGeometry(geometry)
    assert layer.dataProvider().addFeatures([feature])[0]
    del layer


def remove(path, *names):
    layer = layer_of(path)
    assert layer.dataProvider().deleteFeatures([one.id() for one in layer.getFeatures() if one["plannaam"] in names])
    del layer


def table(report, heading):
    """The rows under a heading of a report: what a reader sees."""
    part = report.split(f">{heading}<", 1)[1].split("</table>", 1)[0]
    rows = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL) for row in re.findall(r"<tr>(.*?)</tr>", part, re.DOTALL)]
    return [[unescape(re.sub(r"<[^>]+>", "", cell)).strip() for cell in row] for row in rows]


@pytest.fixture
def deliver(run, tmp_path):
    (tmp_path / "uit").mkdir()

    def make(path, peildatum, **more):
        done = run("exportdelivery", INPUT=str(path), GEMEENTE="GM9999", PEILDATUM=str(peildatum), FOLDER=str(tmp_path / "uit"), **more)
        return Path(done["PACKAGE"])

    return make


def test_every_dwelling_between_two_deliveries_is_explained(run, deliver, tmp_path):
    old, new, report = tmp_path / "voorjaar.gpkg", tmp_path / "najaar.gpkg", tmp_path / "vergelijking.html"
    plans = [
        (square(n), consistent_plan(plan_id=f"id-{n}", plannaam=name, **({} if name == "Oever" else LATER))) for n, name in enumerate(NAMES)
    ]
    store.create(old, store.PlanFileInfo(MARKERWAARD, SPRING), plans)
    first = deliver(old, SPRING)
    before = old.read_bytes()

    rolled = run("rollforward", INPUT=str(old), PEILDATUM=str(AUTUMN), OUTPUT=str(new))
    assert old.read_bytes() == before
    asked = {}
    for row in layer_of(new, "lmvw_te_beslissen").getFeatures():
        if row["gevraagd"]:
            asked.setdefault(row["plannaam"], {})[row["veld"]] = row["voorstel"]
    assert set(asked) == {"Oever"} and rolled["ASKED"] == 1
    answers = asked["Oever"] | {"bruto_totaal": 14, "bruto_jaar01": 2}  # six were finished in half a year, all of them in flats to rent
    answers |= {"meergezins": 6, "nultreden": 12, "huur_sociaal_markt": 0, "huur_sociaal_markt_25jaar": 0, "huur_midden_markt": 2}
    change(new, "Oever", **answers)
    change(new, "Haven", gerealiseerd=True)
    change(new, "Kerkweg", vervallen=True)
    change(new, "Dijkzone", planstatus="1A")
    remove(new, "Molen Noord", "Molen Zuid")
    add(new, sized(45, plan_id="molen", plannaam="Molenkwartier"), square(3).combine(square(4)).combine(between(3)))
    add(new, sized(30, plan_id="nieuw", plannaam="Nieuwland", planstatus="4B"), square(12))

    second = deliver(new, AUTUMN, REST_CAPACITY="ja")
    compared = run("comparedeliveries", PREVIOUS=str(first), CURRENT=str(second), OUTPUT="memory:", REPORT=str(report))
    facts = {
        (row["soort"], *json.loads(row["vorige_namen"]), "->", *json.loads(row["namen"]))
        for row in map(values, compared["OUTPUT"].getFeatures())
    }
    assert facts == {
        ("gewijzigd", "Dijkzone", "->", "Dijkzone"), ("gerealiseerd", "Haven", "->", "Haven"), ("vervallen", "Kerkweg", "->", "Kerkweg"),
        ("samengevoegd", "Molen Noord", "Molen Zuid", "->", "Molenkwartier"), ("gewijzigd", "Oever", "->", "Oever"), ("nieuw", "->", "Nieuwland"),
    }  # fmt: skip
    assert compared["GONE"] == 0

    told = {line: int(amount.replace(".", "")) for line, amount in table(report.read_text(encoding="utf-8"), "De woningen verklaard")[1:]}
    assert told == {
        "Bruto in de vorige levering": 120, "Min: gerealiseerd": -20, "Min: vervallen": -20,
        "Min: overgegaan naar een ander plan, andere status of ander jaar": -40,
        "Plus: overgekomen van een ander plan, andere status of ander jaar": 40, "Plus: nieuwe plannen": 30, "Plus: verhoogd": 5,
        "Min: verlaagd": -6, "Bruto in deze levering": 109,
    }  # fmt: skip
    for package, line in ((first, "Bruto in de vorige levering"), (second, "Bruto in deze levering")):
        assert total_of(package) == told[line], "as the package itself says"
    for heading in ("Per planstatus", "Per jaar"):
        rows = table(report.read_text(encoding="utf-8"), heading)
        for _, *amounts in rows[1:]:
            counts = [int(amount.replace(".", "")) for amount in amounts]
            assert sum(counts[:-1]) == counts[-1], (heading, rows)


def between(number):
    """What lies between two squares that stand beside each other."""
    box = square(number).boundingBox()
    return QgsGeometry.fromWkt(
        f"Polygon (({box.xMaximum()} {box.yMinimum()}, {box.xMaximum() + 150} {box.yMinimum()}, {box.xMaximum() + 150} {box.yMaximum()}, "
        f"{box.xMaximum()} {box.yMaximum()}, {box.xMaximum()} {box.yMinimum()}))"
    )


def total_of(package):
    manifest = json.loads((package.with_suffix("") / "manifest.json").read_text(encoding="utf-8"))
    return manifest["totalen"]["bruto_totaal"]
