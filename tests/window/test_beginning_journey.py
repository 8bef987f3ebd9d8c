# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of beginning: the plugin manager, the start panel, the sample, a plan file that is dropped, and background maps."""

import shutil

from scripts.clean_profile import NAME
from tests.conftest import read_plans

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


def test_the_start_panel_leads_on_and_stays_away_when_closed(window):
    assert window.read(f"{PANEL}.isVisible()")
    window.wait(f"'Er is geen planbestand open' in words({PANEL})")
    window.open_sample()
    window.wait(f"'nooit gecontroleerd' in words({PANEL})")
    window.click(f"button('Plannen controleren', {PANEL})")
    window.sees("plannen gecontroleerd")
    window.wait(f"'nooit gecontroleerd' not in words({PANEL})")
    window.choose("lmvw_start_panel")
    window.wait(f"not {PANEL}.isVisible()")
    window.choose("lmvw_start_panel")
    window.wait(f"{PANEL}.isVisible()")


def test_the_sample_is_a_copy_of_ones_own(window):
    window.do("QgsSettings().setValue('lmvw/folder', folder)", folder=str(window.folder))
    window.choose("lmvw_sample")
    window.wait("window('QFileDialog').isActiveWindow()")
    window.keys("Return")
    window.sees("Het voorbeeld staat in")
    path = window.folder / "voorbeeld-markerwaard" / "markerwaard.gpkg"
    assert len(read_plans(path)) == 44
    assert window.read("plans().source().startswith(path)", path=str(path))


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
        window.choose(f"lmvw_background_{number}")
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
