# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of beginning: the plugin manager, the start panel, the sample, a plan file that is dropped, and background maps."""

import shutil
from pathlib import Path
from zipfile import ZipFile

from scripts.clean_profile import NAME
from tests.conftest import folder_on_another_disk, read_plans

PANEL = "iface.mainWindow().findChild(QDockWidget, 'lmvw_start')"


def test_the_plugin_manager_installs_the_zip(bare_window, archive):
    """Its own function, as its button ‘Installeer plug-in’ calls it; the plugin is there at once, with menu and panel."""
    bare_window.do("import pyplugin_installer; later(lambda: pyplugin_installer.instance().installFromZipFile(path))", path=str(archive))
    bare_window.wait("name in utils.active_plugins and iface.mainWindow().findChild(QMenu, 'lmvw_menu') is not None", name=NAME)
    bare_window.wait(f"{PANEL}.isVisible()")
    bare_window.choose("lmvw_createplanfile")
    bare_window.opens("lmvw_new_plan_file")
    bare_window.keys("Escape")
    bare_window.wait("not shown()")


OURS = (
    "[type(one).__name__ for kind in (QAction, QMenu, QToolBar, QDockWidget) for one in iface.mainWindow().findChildren(kind) "
    "if one.objectName().startswith('lmvw')] + [one.id() for one in [QgsApplication.processingRegistry().providerById('lmvw')] if one]"
)


def test_the_zip_is_installed_used_switched_off_on_again_and_removed(bare_window, archive):
    """The functions of the plugin manager, as its buttons call them; between them the main job from the menu."""
    window = bare_window
    window.do("import pyplugin_installer; later(lambda: pyplugin_installer.instance().installFromZipFile(path))", path=str(archive))
    window.wait("name in utils.active_plugins and iface.mainWindow().findChild(QMenu, 'lmvw_menu') is not None", name=NAME)
    path = window.open_sample()
    window.choose("lmvw_check_on_map")
    window.sees("plannen gecontroleerd")
    window.choose("lmvw_exportdelivery")
    window.opens("lmvw_delivery")
    window.click("button('Levering maken')")
    window.sees("Het pakket is geschreven, teruggelezen en vergeleken", "lmvw_delivery")
    assert (path.parent / "levering" / "LMVW_GM9999_2026-01-01.zip").is_file()
    window.keys("Escape")
    window.wait("not shown()")
    assert window.read(OURS)
    window.do("later(lambda: utils.unloadPlugin(name))", name=NAME)  # the user takes its tick away
    window.wait("name not in utils.active_plugins", name=NAME)
    window.wait(f"not ({OURS})")
    assert window.read("QgsProject.instance().mapLayers() != {}"), "his project stays"
    window.do("later(lambda: (utils.loadPlugin(name), utils.startPlugin(name)))", name=NAME)
    window.wait("name in utils.active_plugins", name=NAME)
    window.choose("lmvw_check_on_map")
    window.sees("plannen gecontroleerd")
    folder = window.read("QgsApplication.qgisSettingsDirPath() + 'python/plugins'")
    assert (Path(folder) / NAME).is_dir()
    window.do("import pyplugin_installer; later(lambda: pyplugin_installer.instance().uninstallPlugin(name, True))", name=NAME)
    window.wait("name not in utils.active_plugins", name=NAME)
    window.wait(f"not ({OURS})")
    assert not (Path(folder) / NAME).exists()


def test_the_start_panel_leads_on_and_stays_away_when_closed(window):
    assert window.read(f"{PANEL}.isVisible()")
    window.wait(f"'Er is geen planbestand open' in words({PANEL})")
    window.open_sample()
    window.wait(f"'nooit gecontroleerd' in words({PANEL})")
    window.click(f"button('Controleren en op de kaart tonen', {PANEL})")
    window.sees("plannen gecontroleerd")
    window.wait(f"'nooit gecontroleerd' not in words({PANEL})")
    window.choose("lmvw_start_panel")
    window.wait(f"not {PANEL}.isVisible()")
    window.choose("lmvw_start_panel")
    window.wait(f"{PANEL}.isVisible()")


def test_the_sample_is_a_copy_of_ones_own(window):
    window.choose("lmvw_sample")
    window.wait("window('QFileDialog').isActiveWindow()")
    window.fill("widget('fileNameEdit', 'QFileDialog')", str(window.folder))
    window.keys("Return")
    window.sees("Dit is een kopie van het voorbeeld")
    path = window.folder / "voorbeeld-markerwaard" / "markerwaard.gpkg"
    assert len(read_plans(path)) == 44
    assert window.read("plans().source().startswith(path)", path=str(path))


def test_from_an_empty_plan_file_to_the_first_corner(window):
    """Enter behind the name of the municipality makes nothing yet; the start panel leads to drawing."""
    window.choose("lmvw_createplanfile")
    window.opens("lmvw_new_plan_file")
    window.type("heemskerk")
    window.keys("Return")
    window.wait("focus().objectName() == 'peildatum'")
    proposed = Path(window.read("line('Opslaan als').text()"))
    assert proposed.suffix == ".gpkg"
    assert not proposed.exists()
    window.fill("line('Opslaan als')", str(window.folder / "heemskerk.gpkg"))
    window.click("button('Planbestand maken')")
    window.wait("plans().isEditable() and not opened('lmvw_new_plan_file')")
    window.click(f"button('Plan tekenen', {PANEL})")
    window.sees("Klik de hoekpunten")
    assert window.read("iface.actionAddFeature().isChecked()")


def test_an_import_into_an_empty_project_shows_the_plans(window, archive):
    """The project is set up as for a plan file that is opened, and the map is where the plans are."""
    with ZipFile(archive) as package:
        package.extract("lmvw_woningbouw/resources/voorbeeld/schoon/plannen.gpkg", window.folder)
    window.choose("lmvw_importplans")
    window.opens("lmvw_import")
    window.fill("line('of een bestand')", str(next(window.folder.rglob("plannen.gpkg"))))
    window.click("line('Gemeente', 'lmvw_import')")
    window.type("Markerwaard")
    window.keys("Return")
    window.fill("line('Planbestand', 'lmvw_import')", str(window.folder / "markerwaard.gpkg"))
    window.keys("Tab")
    window.click("button('Volgende', 'lmvw_import')")
    window.sees("Welke kolom vult welk veld?", "lmvw_import")
    window.click("button('Volgende', 'lmvw_import')")
    window.sees("Wat verandert er?", "lmvw_import")
    window.click("button('Importeren', 'lmvw_import')")
    window.click("button('Sluiten', 'lmvw_import')")
    window.wait("not opened('lmvw_import') and idle()")
    assert window.read("plans().name()").startswith("Plannen Markerwaard")
    assert window.read("iface.mapCanvas().extent().contains(plans().extent()) and iface.mapCanvas().scale() < 500_000")


DROP = (
    "from qgis.PyQt.QtCore import QMimeData, QUrl; from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent; data = QMimeData(); "
    "data.setUrls([QUrl.fromLocalFile(path)]); main = iface.mainWindow(); at = main.rect().center(); "
    "how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier); "
    "later(lambda: [QApplication.sendEvent(main, kind(at, *how)) for kind in (QDragEnterEvent, QDropEvent)])"
)


def test_a_plan_file_dropped_on_the_window_brings_its_plans_only(window):
    """The events that the window system sends when a file is carried over QGIS and let go."""
    path = window.open_sample()
    second = shutil.copy(path, window.folder / "tweede.gpkg")
    before = window.read("len(QgsProject.instance().layerTreeRoot().findLayers())")
    window.do(DROP, path=str(second))
    window.wait("len(QgsProject.instance().layerTreeRoot().findLayers()) == many", many=before + 1)
    assert not window.read("shown()"), "nothing is asked"
    assert window.read("iface.activeLayer().source()").startswith(str(second))


def test_the_whole_menu_fits_the_screen(window):
    """A menu that is as high as the screen loses the lines between its groups, and a higher one its last entries."""
    window.click("iface.vectorMenu().menuAction()")
    window.click("iface.mainWindow().findChild(QMenu, 'lmvw_menu').menuAction()")
    window.wait("opened('lmvw_menu')")
    height = window.read("widget('lmvw_menu').sizeHint().height()")
    assert height < window.read("QApplication.primaryScreen().availableGeometry().height()")
    window.keys("Escape", "Escape")


def test_a_background_map_is_fetched_only_when_asked_for(window):
    """There is no network here: the map stays empty and QGIS goes on."""
    window.do(
        "import builtins; builtins.fetched = []; from qgis.core import QgsNetworkAccessManager; "
        "builtins.hear = lambda one: builtins.fetched.append(one.request().url().toString()); "
        "QgsNetworkAccessManager.instance().requestAboutToBeCreated[QgsNetworkRequestParameters].connect(builtins.hear)"
    )
    window.open_sample()
    window.press("lmvw_check_on_map")
    window.sees("plannen gecontroleerd")
    assert window.read("__import__('builtins').fetched") == []
    for number in range(3):
        window.choose("lmvw_backgrounds", f"lmvw_background_{number}")
        window.sees("wordt bij PDOK opgehaald")
        window.do("iface.messageBar().clearWidgets()")
    assert window.read("[node.name() for node in QgsProject.instance().layerTreeRoot().findLayers()][-3:]") == [
        "PDOK-achtergrondkaart, grijs", "PDOK-achtergrondkaart, standaard", "PDOK-luchtfoto",
    ]  # fmt: skip
    window.press("lmvw_check_on_map")
    window.sees("plannen gecontroleerd")
    window.do(
        "QgsNetworkAccessManager.instance().requestAboutToBeCreated[QgsNetworkRequestParameters].disconnect(__import__('builtins').hear)"
    )


def test_a_plan_file_on_the_network_is_worked_on_here_and_put_back(window):
    """The kind of disk that the sample lies on plays the network; another kind is this computer's own."""
    here = folder_on_another_disk(window.folder)
    try:
        window.do(
            "from lmvw_woningbouw.layers import place; from qgis.PyQt.QtCore import QStorageInfo; "
            "place._NETWORK = {bytes(QStorageInfo(path).fileSystemType()).decode()}",
            path=str(window.folder),
        )
        path = window.open_sample()
        window.sees("staat op een netwerkschijf. Werken twee mensen er tegelijk in, dan kan werk verloren gaan")
        window.do("later(lambda: utils.plugins[name].start.copies[0].trigger())", name=NAME)
        window.wait("window('QFileDialog').isActiveWindow()")
        window.keys("ctrl+a")
        window.type(str(here))
        window.keys("Return")
        window.sees("De werkkopie staat in")
        copy = here / path.name
        window.wait("plans().source().startswith(path)", path=str(copy))
        window.do(
            "plans().startEditing(); plans().changeAttributeValue(plan(name).id(), plans().fields().lookupField('bruto_totaal'), 77)",
            name="Oosterdiep-Zuid",
        )
        window.choose("lmvw_put_back")
        window.sees("niet opgeslagen zijn; sla ze eerst op")
        window.do("plans().commitChanges()")
        window.choose("lmvw_put_back")
        window.sees("uw werkkopie blijft staan")
        told = {plan["plannaam"]: plan["bruto_totaal"] for plan, _ in read_plans(path)}
        assert told["Oosterdiep-Zuid"] == 77
        assert len(list(path.parent.glob("*_bewaard_*.gpkg"))) == 1
    finally:
        window.do("import importlib; from lmvw_woningbouw.layers import place; importlib.reload(place)")
        shutil.rmtree(here)
