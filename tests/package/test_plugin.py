# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin, loaded from the built zip by QGIS's own loader: what it adds, and that it takes everything out again."""

import sys
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest
import qgis.utils
from qgis.core import Qgis, QgsApplication, QgsProcessingParameterDefinition, QgsProject, QgsVectorLayer
from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QUrl
from qgis.PyQt.QtWidgets import QAction, QDialog, QDockWidget, QMenu, QToolBar

from scripts import package
from tests.conftest import ROOT

NAME = package.NAME
EXPECTED = {"createplanfile", "importplans", "checkpolygons", "checkplannames", "checkplans", "exportdelivery"}


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return package.make_zip(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def installed(archive, tmp_path_factory, qgis_iface, qgis_processing):
    """A folder where QGIS finds the unpacked plugin, and no other copy of it; the checkout comes back afterwards."""
    folder = tmp_path_factory.mktemp("plugins")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    ours = {name: sys.modules.pop(name) for name in list(sys.modules) if name.split(".")[0] == NAME}
    menu = QMenu("Vector", qgis_iface.mainWindow())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [str(folder), *(path for path in sys.path if Path(path).resolve() != ROOT)])
        patch.setattr(qgis.utils, "plugin_paths", [str(folder)])
        patch.setattr(qgis.utils, "iface", qgis_iface)
        patch.setattr(qgis_iface, "vectorMenu", lambda: menu, raising=False)
        qgis.utils.updateAvailablePlugins()
        yield folder
        if NAME in qgis.utils.plugins:
            qgis.utils.unloadPlugin(NAME)
    for name in [name for name in sys.modules if name.split(".")[0] == NAME]:
        del sys.modules[name]
    sys.modules.update(ours)


@pytest.fixture
def loaded(installed):
    """The running plugin."""
    assert qgis.utils.loadPlugin(NAME)
    assert qgis.utils.startPlugin(NAME)
    assert Path(sys.modules[NAME].__file__).is_relative_to(installed)
    yield qgis.utils.plugins[NAME]
    if NAME in qgis.utils.plugins:
        qgis.utils.unloadPlugin(NAME)
        settle()


def settle():
    """Let Qt really delete what was to be deleted later."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def provider():
    return QgsApplication.processingRegistry().providerById("lmvw")


def test_qgis_starts_without_what_checks_reads_and_writes(loaded):
    """Menu, panels and options only; the rules of polygons, the readers of workbooks and the writers come with the first that asks."""
    heavy = ("core.names", "core.reporting.check", "layers.checks", "layers.delivering", "layers.importing", "layers.map.judge",
             "layers.polygons.rules", "layers.workbook", "forms.options.page", "forms.review.dock", "forms.asking.dock")  # fmt: skip
    rooms = tuple(f"{NAME}.{room}" for room in heavy)
    assert [name for name in sys.modules if name in rooms or name.startswith(tuple(f"{room}." for room in rooms))] == []


def left_behind(iface):
    """Everything of ours that hangs in the main window."""
    window = iface.mainWindow()
    found = [
        one
        for kind in (QAction, QMenu, QToolBar, QDialog, QDockWidget)
        for one in window.findChildren(kind)
        if one.objectName().startswith("lmvw")
    ]
    return [one.objectName() for one in found] + [action.text() for action in iface.vectorMenu().actions() if "LMVW" in action.text()]


# -- the zip ----------------------------------------------------------------------------------------------------------


def test_the_zip_holds_the_plugin_and_nothing_else(archive):
    with zipfile.ZipFile(archive) as packed:
        names = packed.namelist()
    assert {name.split("/")[0] for name in names} == {NAME}
    inside = {name.removeprefix(f"{NAME}/") for name in names}
    assert {
        "__init__.py",
        "metadata.txt",
        "LICENSE",
        "CHANGELOG.md",
        "resources/icons/lmvw.svg",
        "resources/codelijsten/gemeenten.csv",
    } <= inside
    assert {"resources/voorbeeld/schoon/plannen.gpkg", "resources/voorbeeld/fouten/werkblad.xlsx"} <= inside
    assert not [
        name for name in inside if "__pycache__" in name or name.startswith(("tests", "scripts", ".")) or name.endswith((".pyc", "-wal"))
    ]
    sources = {path.relative_to(ROOT / package.SOURCE).as_posix() for path in (ROOT / package.SOURCE).rglob("*.py")}
    assert {name for name in inside if name.endswith(".py")} == sources


def test_metadata_is_what_qgis_asks(archive):
    metadata = ConfigParser()  # as QGIS and the plugin site read it: a lone % would stop them
    with zipfile.ZipFile(archive) as packed:
        metadata.read_string(packed.read(f"{NAME}/metadata.txt").decode())
        general = metadata["general"]
        assert f"{NAME}/{general['icon']}" in packed.namelist()
    assert (general["qgisMinimumVersion"], general["qgisMaximumVersion"], general["hasProcessingProvider"]) == ("3.40", "4.99", "yes")
    for name in ("name", "description", "about", "version", "author", "email", "repository", "tracker"):
        assert general[name]
    assert archive.name == f"{NAME}-{general['version']}.zip"
    assert "plugin" not in f"{NAME} {general['name']}".lower(), "the plugin site asks so"
    assert general["changelog"].startswith(general["version"])
    assert {"description[nl]", "about[nl]"} <= set(general)


def test_addresses_that_are_not_filled_in_lead_nowhere():
    """Reserved names (RFC 2606), so that nobody takes them for real; they are told when the zip is made."""
    assert set(package.to_fill_in()) <= {"email", "homepage", "repository", "tracker"}


def test_the_same_sources_give_the_same_bytes(archive, tmp_path):
    assert package.make_zip(tmp_path).read_bytes() == archive.read_bytes()


# -- loaded -----------------------------------------------------------------------------------------------------------


def test_it_runs_from_the_zip_with_its_own_data(loaded, installed):
    paths = sys.modules[f"{NAME}.core.paths"]
    assert installed / NAME / "resources" == paths.RESOURCES
    assert paths.METADATA.is_file()
    assert sys.modules[f"{NAME}.core.basisset.codelists"].gemeente("GM0396").name == "Heemskerk"


def test_provider_and_algorithms_are_registered(loaded):
    assert provider() is not None
    assert not provider().icon().isNull()
    names = {algorithm.name() for algorithm in provider().algorithms()}
    assert names >= EXPECTED


def test_every_algorithm_is_explained_in_dutch(loaded):
    titles = set()
    for algorithm in provider().algorithms():
        assert algorithm.displayName()
        assert algorithm.displayName() not in titles
        titles.add(algorithm.displayName())
        assert algorithm.group()
        help_text = algorithm.help_text()
        assert "<" not in help_text, "tags are made by core.reporting.html"
        assert algorithm.shortHelpString().count("<p>") == len(help_text.splitlines())
        assert len(help_text) > 80, algorithm.id()
        assert {"de", "het", "een", "en"} & set(help_text.lower().split()), algorithm.id()
        assert not algorithm.icon().isNull()
        assert not algorithm.icon().pixmap(24, 24).isNull()
        for parameter in algorithm.parameterDefinitions():
            assert len(parameter.help()) > 20, (algorithm.id(), parameter.name())
            assert parameter.help().endswith((".", "?")), (algorithm.id(), parameter.name(), parameter.help())
            assert parameter.description()
            assert parameter.description() != parameter.name()
        for output in algorithm.outputDefinitions():
            assert output.description(), (algorithm.id(), output.name())


def test_every_icon_is_a_file_of_its_own(loaded, installed):
    icons = installed / NAME / "resources" / "icons"
    for algorithm in provider().algorithms():
        assert (icons / f"{algorithm.ICON}.svg").is_file(), algorithm.id()


def test_parameters_are_those_of_the_interface(loaded):
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    found = {
        algorithm.name(): {
            parameter.name() + ("?" if parameter.flags() & optional else "")
            for parameter in algorithm.parameterDefinitions() if not parameter.flags() & advanced
        }
        for algorithm in provider().algorithms()
    }  # fmt: skip
    assert found["createplanfile"] == {"GEMEENTE", "PEILDATUM", "OUTPUT"}
    assert found["importplans"] == {
        "INPUT?",
        "WORKBOOK?",
        "MAPPING?",
        "GEMEENTE",
        "PEILDATUM",
        "UPDATE",
        "DRY_RUN",
        "CHANGES?",
        "OUTPUT",
        "FOLDER?",
    }
    # A plan file has a peildatum of its own; who gives one, as the interface asks, may go on doing so.
    assert found["checkplans"] >= {"INPUT", "PEILDATUM?", "BOUNDARY?", "WORKBOOK?", "OUTPUT", "REPORT?"}
    assert found["exportdelivery"] >= {"INPUT", "GEMEENTE", "PEILDATUM?", "BOUNDARY?", "FOLDER"}
    assert found["exportpublic"] >= {"INPUT", "GEMEENTE", "PEILDATUM?", "PREVIOUS?", "FOLDER"}
    assert found["opendeliveries"] >= {"INPUT", "PREVIOUS?", "OUTPUT"}
    assert found["openanswer"] >= {"INPUT", "ANSWER"}
    assert found["makeanswers"] >= {"INPUT", "FOLDER"}
    assert found["mergedeliveries"] >= {"INPUT", "PEILDATUM?", "STEWARD", "OUTPUT"}
    assert found["exportsteward"] >= {"INPUT", "TOWN_HALLS?", "FOLDER"}
    assert found["checkpolygons"] >= {"INPUT", "BOUNDARY?", "OUTPUT"}
    assert found["checkrealised"] >= {"INPUT", "PEILDATUM?", "BAG?", "SERVICE?", "SINCE?", "OUTPUT", "REPORT?"}
    outputs = {algorithm.name(): {output.name() for output in algorithm.outputDefinitions()} for algorithm in provider().algorithms()}
    assert outputs["importplans"] >= {"OUTPUT", "MAPPING_USED", "REPORT", "IMPORTED", "NOT_IMPORTED"}
    assert outputs["exportdelivery"] >= {"PACKAGE", "GPKG", "XLSX", "REPORT", "PLANS", "ERRORS", "WARNINGS", "INFOS"}
    assert outputs["opendeliveries"] >= {"OUTPUT", "OPENED", "REFUSED", "REPORT"}
    assert outputs["mergedeliveries"] >= {"OUTPUT", "MERGED", "REFUSED", "REPORT"}
    for name in ("checkplans", "checkpolygons", "checkplannames"):
        assert outputs[name] >= {"OUTPUT", "PLANS", "ERRORS", "WARNINGS", "INFOS"}


def test_menu_and_toolbar_hold_every_algorithm(loaded, qgis_iface):
    (entry,) = qgis_iface.vectorMenu().actions()
    assert entry.menu().title() == "LMVW"
    algorithms = [action for action in entry.menu().actions() if action.objectName().removeprefix("lmvw_") in EXPECTED]
    assert {action.objectName().removeprefix("lmvw_") for action in entry.menu().actions()} >= EXPECTED
    assert all(action.text().endswith("…") for action in algorithms)
    (bar,) = (bar for bar in qgis_iface.mainWindow().findChildren(QToolBar) if bar.objectName() == "lmvw_toolbar")
    assert {action.text() for action in algorithms} <= {action.text() for action in bar.actions()}
    assert not [action for action in bar.actions() if not action.isSeparator() and action.icon().isNull()]


def groups_of(bar):
    """The names of a menu or toolbar, a list for each stretch between two lines."""
    found = [[]]
    for action in bar.actions():
        if action.isSeparator():
            found.append([])
        else:
            found[-1].append(action.objectName().removeprefix("lmvw_"))
    return found


def test_menu_and_toolbar_have_the_order_of_the_work(loaded, qgis_iface):
    (entry,) = qgis_iface.vectorMenu().actions()
    begin, draw, check, deliver, backgrounds, rest = groups_of(entry.menu())
    assert begin[:4] == ["planner_mode", "start_panel", "open_plan_file", "sample"]
    assert begin[4:] == ["createplanfile", "upgradeplanfile", "importplans"]
    assert draw[:2] == ["new_plan_from_selection", "start_split"]
    assert check[:3] == ["check_on_map", "review_panel", "checkplans"]
    assert deliver == [
        "compared_panel",
        "comparedeliveries",
        "checkrealised",
        "exportdelivery",
        "exportpublic",
        "openanswer",
        "rollforward",
        "province",
    ]
    desk = next(action for action in entry.menu().actions() if action.objectName() == "lmvw_province")
    of_desk = [action.objectName().removeprefix("lmvw_") for action in desk.menu().actions()]
    assert of_desk == ["opendeliveries", "overview_panel", "desk_panel", "makeanswers", "mergedeliveries", "exportsteward"]
    assert backgrounds == ["backgrounds"]
    maps = next(action for action in entry.menu().actions() if action.objectName() == "lmvw_backgrounds")
    assert [action.text() for action in maps.menu().actions()] == [
        "PDOK-achtergrondkaart, grijs", "PDOK-achtergrondkaart, standaard", "PDOK-luchtfoto",
    ]  # fmt: skip
    assert rest == ["choose_copy", "put_back", "manual"]
    (bar,) = (bar for bar in qgis_iface.mainWindow().findChildren(QToolBar) if bar.objectName() == "lmvw_toolbar")
    assert groups_of(bar) == [
        [name for name in begin if name not in ("start_panel", "sample")],
        draw,
        check,
        ["exportdelivery", "exportpublic"],
    ]


def pixels(action):
    image = action.icon().pixmap(24, 24).toImage()
    return bytes(image.constBits().asarray(image.sizeInBytes()))


def test_no_two_entries_have_one_icon(loaded, qgis_iface):
    (entry,) = qgis_iface.vectorMenu().actions()
    shown = [action for action in entry.menu().actions() if not action.icon().isNull()]
    alike = {}
    for action in shown:
        alike.setdefault(pixels(action), []).append(action.objectName())
    assert [names for names in alike.values() if len(names) > 1] == []


def test_the_panel_to_begin_with_has_a_title(loaded, qgis_iface):
    (panel,) = (dock for dock in qgis_iface.mainWindow().findChildren(QDockWidget) if dock.objectName() == "lmvw_start")
    assert panel.windowTitle()


def test_every_help_button_has_its_page_in_the_zip(loaded, installed):
    for algorithm in provider().algorithms():
        page = Path(QUrl(algorithm.helpUrl()).toLocalFile())
        assert page.is_file(), algorithm.id()
        assert page.is_relative_to(installed)


def test_the_plan_file_in_hand_fills_in_what_it_knows(loaded, installed, tmp_path, qgis_new_project, qgis_iface, monkeypatch):
    from qgis import processing

    target = tmp_path / "p.gpkg"
    processing.run("lmvw:createplanfile", {"GEMEENTE": "GM0396", "PEILDATUM": "2026-07-01", "OUTPUT": str(target)})
    layer = QgsVectorLayer(f"{target}|layername=plannen", "plannen", "ogr")
    QgsProject.instance().addMapLayer(layer)

    def proposed(algorithm, active=None):
        monkeypatch.setattr(qgis_iface, "activeLayer", lambda: active)
        return sys.modules[f"{NAME}.forms.actions"].proposed_parameters(algorithm, qgis_iface)

    found = proposed("lmvw:exportdelivery", layer)
    assert (found["INPUT"], found["GEMEENTE"], found["PEILDATUM"].toString("yyyy-MM-dd")) == (layer.id(), "GM0396", "2026-07-01")
    assert set(proposed("lmvw:checkpolygons", layer)) == {"INPUT"}
    assert proposed("lmvw:checkplans")["INPUT"] == layer.id(), "the only plan file is meant"
    foreign = QgsVectorLayer("MultiPolygon?crs=EPSG:28992&field=naam:string", "x", "memory")
    assert proposed("lmvw:checkpolygons", foreign) == {"INPUT": foreign.id()}
    assert proposed("lmvw:checkplans", foreign)["INPUT"] == layer.id()
    QgsProject.instance().removeAllMapLayers()
    assert proposed("lmvw:checkplans") == {}


# -- and out again ----------------------------------------------------------------------------------------------------


def test_unload_leaves_nothing(loaded, qgis_iface):
    assert left_behind(qgis_iface)
    assert qgis.utils.unloadPlugin(NAME)
    settle()
    assert provider() is None
    assert left_behind(qgis_iface) == []
    assert qgis_iface.vectorMenu().actions() == []


def test_unload_takes_its_messages_along(loaded, qgis_iface):
    """Their buttons lead to what is gone."""
    qgis_iface.messageBar().pushWidget(of_another := QgsMessageBarItem("van een ander"))
    sys.modules[f"{NAME}.forms.messages"].report(
        qgis_iface, "lmvw_check_outcome", "1 fout", Qgis.MessageLevel.Critical, {"Wat nu": lambda: None}, None
    )
    assert len(qgis_iface.messageBar().items()) > 1
    assert qgis.utils.unloadPlugin(NAME)
    settle()
    assert qgis_iface.messageBar().items() == [of_another]
    qgis_iface.messageBar().clearWidgets()
    settle()


def test_reload_gives_one_of_everything(loaded, qgis_iface):
    before = sorted(left_behind(qgis_iface))
    for _ in range(2):
        assert qgis.utils.reloadPlugin(NAME) is not False
        settle()
    assert provider() is not None
    assert sorted(left_behind(qgis_iface)) == before


def test_without_a_window_only_the_provider_is_there(installed):
    """``qgis_process`` makes the plugin without iface and calls ``initProcessing`` only."""
    assert qgis.utils.loadPlugin(NAME)
    plugin = sys.modules[NAME].classFactory(None)
    plugin.initProcessing()
    assert provider() is not None
    plugin.unload()
    assert provider() is None
