# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys at the province: from the menu, deliveries that came in are opened, can be looked at and not changed, and are reviewed by keys."""

from datetime import datetime

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


def open_from_the_menu(window, **given):
    window.choose("lmvw_province", "lmvw_opendeliveries")
    window.opens(DIALOG)
    window.do("window(dialog).setParameters({**window(dialog).createProcessingParameters(), **given})", given=given, dialog=DIALOG)
    window.click(f"button('Uitvoeren', '{DIALOG}')")
    window.wait("idle() and len(QgsProject.instance().mapLayersByName('Plannen in beoordeling')) == 1", limit=60)
    window.wait(f"button('Sluiten', '{DIALOG}').isEnabled() and 'Resultaten' in words(window('{DIALOG}'))")
    window.click(f"button('Sluiten', '{DIALOG}')")


def test_of_a_newer_delivery_the_reviewer_sees_what_is_not_what_was_seen(window, qgis_app, tmp_path):
    """The review file is not chosen again: it is filled in, for it is open."""
    home = members("Noord-Holland", PEILDATUM)[0]
    lines = "[widget('desk_list').item(at).text() for at in range(1, widget('desk_list').count())]"
    sent(tmp_path, [of(home, "Zuid"), of(home, "Noord")], home)
    open_from_the_menu(window, INPUT=str(tmp_path / "in"), OUTPUT=str(tmp_path / "b.gpkg"))
    window.choose("lmvw_province", "lmvw_desk_panel")
    window.wait(f"{lines} == ['○ Noord', '○ Zuid']")
    window.click("widget('desk_list')")
    window.keys("Home", "Down", "g", "g")
    window.wait(f"{lines} == ['✓ Noord', '✓ Zuid']")
    sent(tmp_path, [of(home, "Zuid"), of(home, "Noord", bruto_totaal=24), of(home, "West")], home, moment=datetime(2026, 4, 9))
    open_from_the_menu(window, INPUT=str(tmp_path / "in"))
    window.wait(f"{lines} == ['○ (gewijzigd) Noord', '○ (nieuw) West', '○ (gezien, niet gewijzigd) Zuid']")
    window.click("widget('desk_close')")
    window.wait("'3 plannen zijn in deze levering nog door niemand gezien' in widget('desk_words').text()")
    window.keys("z")
    window.wait("'Afgesloten' not in widget('desk_words').text()")
