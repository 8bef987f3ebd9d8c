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
    window.choose("lmvw_province", "lmvw_overview_panel")
    window.wait(f"widget('overview_table').rowCount() == {len(province)}")
    window.fill("widget('overview_filter')", one.name)
    sight = "[at for at in range(widget('overview_table').rowCount()) if not widget('overview_table').isRowHidden(at)]"
    window.wait(f"len({sight}) == 1")
    window.show_map(200_000, 600_000, 1_000)
    window.click("tick(widget('overview_table'), name)", name=one.name)
    window.wait("iface.mapCanvas().extent().contains(QgsProject.instance().mapLayersByName('Plannen in beoordeling')[0].extent())")
    window.picture("overview")
