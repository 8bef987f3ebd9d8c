# SPDX-License-Identifier: GPL-2.0-or-later
"""A journey at the province: from the menu, deliveries that came in are opened, and can be looked at and not changed."""

from lmvw_plugin.core.receiving.overview import members
from tests.conftest import PEILDATUM
from tests.packages import changed, of, sent

DIALOG = "QgsProcessingDialogBase"
LAYERS = "{one.name(): [one.readOnly(), one.featureCount(), one.isValid()] for one in QgsProject.instance().mapLayers().values()}"
LEVELS = "{one['gemeente_code']: one['niveau'] for one in QgsProject.instance().mapLayersByName('Overzicht per gemeente')[0].getFeatures()}"


def test_deliveries_are_opened_from_the_menu_and_can_only_be_read(window, qgis_app, tmp_path):
    province = members("Noord-Holland", PEILDATUM)
    one, other = province[:2]
    sent(tmp_path, [of(one, "Zuid"), of(one, "Noord")], one)
    changed(sent(tmp_path, [of(other, "Haven")], other))
    window.choose("lmvw_province", "lmvw_opendeliveries")
    window.opens(DIALOG)
    window.do(
        "window(dialog).setParameters({'INPUT': folder, 'OUTPUT': file})",
        folder=str(tmp_path / "in"),
        file=str(tmp_path / "beoordeling.gpkg"),
        dialog=DIALOG,
    )
    window.picture("window")
    window.click(f"button('Uitvoeren', '{DIALOG}')")
    window.wait("len(QgsProject.instance().mapLayersByName('Overzicht per gemeente')) == 1", limit=60)
    window.picture("log")
    window.click(f"button('Sluiten', '{DIALOG}')")
    layers = window.read(LAYERS)
    assert layers["Plannen in beoordeling"] == [True, 2, True] and layers["Overzicht per gemeente"] == [True, len(province), True]
    assert layers["Ontvangen bestanden"][:2] == [True, 2] and layers["Verwachtingen"][0] is False
    levels = window.read(LEVELS)
    assert levels[one.code] == "in orde" and levels[other.code] == "niet te openen"
    assert (tmp_path / "beoordeling_VERTROUWELIJK.html").is_file()
    window.picture("map")
