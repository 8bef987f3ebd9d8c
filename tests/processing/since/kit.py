# SPDX-License-Identifier: GPL-2.0-or-later
"""Plan files of two peildata, and a package that is unpacked."""

import zipfile

from qgis.core import QgsVectorLayer

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.layers.planfile import store
from tests.conftest import MARKERWAARD, consistent_plan, square

SPRING, AUTUMN, NEXT = (Peildatum.parse(day) for day in ("2026-01-01", "2026-07-01", "2027-01-01"))


SMALL = {
    "bruto_totaal": 8, "bruto_jaar02": 8, "bruto_jaar10": 0, "bruto_periode2": 0, "meergezins": 8, "eengezins": 0, "woningtype_onbekend": 0,
    "nultreden": 0, "nultreden_geclusterd": 0, "zorggeschikt": 0, "ouderen_overig": 0, "tijdelijk": 0, "geclusterd_55plus": None, "zorg_55plus": None,
    "koop_betaalbaar": 8, "huur_sociaal_corporatie": 0, "huur_midden_corporatie": 0, "huur_sociaal_markt": 0, "huur_sociaal_markt_25jaar": 0,
    "huur_midden_markt": 0, "huur_midden_markt_10jaar": 0, "prijs_overig": 0, "prijs_onbekend": 0,
}  # fmt: skip
LATER = {"bruto_jaar01": 0, "bruto_jaar02": 8}  # nothing of the half year that passes has to be asked


NAMES = ("Dijkzone", "Haven", "Molenhof", "Kerkweg")


def plan_file(path, peildatum=SPRING, names=NAMES):
    plans = [(square(n), consistent_plan(plan_id=f"id-{n}", plannaam=name, **LATER)) for n, name in enumerate(names)]
    store.create(path, store.PlanFileInfo(MARKERWAARD, peildatum), plans)
    return path


def remove(path, plannaam):
    layer = QgsVectorLayer(f"{path}|layername=plannen", "p", "ogr")
    assert layer.dataProvider().deleteFeatures([one.id() for one in layer.getFeatures() if one["plannaam"] == plannaam])
    del layer


def unpacked(package):
    folder = package.parent / "uitgepakt"
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    return folder / "plannen.gpkg"
