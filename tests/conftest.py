# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tests share: builders of plans and polygons, the sample data, and running algorithms in this QGIS."""

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import pytest  # noqa: E402  # the path comes first
from hypothesis import HealthCheck, settings  # noqa: E402  # as above
from osgeo import gdal  # noqa: E402  # as above
from qgis.core import (  # noqa: E402  # as above
    NULL,
    Qgis,
    QgsApplication,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType, QStorageInfo, Qt  # noqa: E402  # as above
from qgis.PyQt.QtTest import QTest  # noqa: E402  # as above
from qgis.PyQt.QtWidgets import QApplication, QWidget  # noqa: E402  # as above

from lmvw_plugin.core.basisset import fields as b  # noqa: E402  # as above
from lmvw_plugin.core.basisset.codelists import gemeente  # noqa: E402  # as above
from lmvw_plugin.core.basisset.peildatum import Peildatum  # noqa: E402  # as above
from lmvw_plugin.layers.files import let_go  # noqa: E402  # as above
from lmvw_plugin.layers.geopackage import settle  # noqa: E402  # as above
from lmvw_plugin.layers.planfile.edits import is_plan_layer  # noqa: E402  # as above
from lmvw_plugin.layers.seen.connections import keep_readable  # noqa: E402  # as above
from lmvw_plugin.layers.workbook.openpyxl_alone import load_workbook  # noqa: E402  # before a test imports openpyxl, and lxml with it
from tests.guards import nothing_leaks  # noqa: E402, F401  # as above; a fixture of every test

DATA = ROOT.parent / "shared" / "data"
PEILDATUM = Peildatum.parse("2026-01-01")
MARKERWAARD = gemeente("GM9999")


# The same examples in every run, however busy the machine; HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("suite", deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
settings.register_profile("explore", deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


def pytest_collection_finish(session):
    """Say in which order the tests run, also with ``-q``; pytest-randomly's own line is in the header, which that leaves out."""
    seed = getattr(session.config.option, "randomly_seed", None)
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if seed is not None and reporter is not None:
        reporter.write_line(f"order of the tests: --randomly-seed={seed}")


_IN_QGIS = {"forms", "processing"}


def pytest_collection_modifyitems(items):
    """A test of what is open in QGIS that fails is made once more, and named as such.

    Once in some ten thousand tests a map that was being drawn on another thread opened a file in the milliseconds that we wrote in it, and
    QGIS kept that opening, which reads nothing. In a window ``forms/other_hands`` looks after that; most tests have no map of their own.
    """
    for item in items:
        if _IN_QGIS & set(item.path.relative_to(ROOT).parts):
            item.add_marker(pytest.mark.flaky(reruns=1))


_LOG = []  # what QGIS logged during the test at hand


def _note(message, tag, _level):
    _LOG.append(f"{tag}: {message}")


@pytest.fixture(autouse=True)
def qgis_log():
    """What QGIS logs is told when a test fails: why a layer gave no features stands nowhere else."""
    if QgsApplication.instance() is None:
        yield
        return
    _LOG.clear()
    QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(_note)
    yield
    QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].disconnect(_note)


@pytest.fixture(autouse=True)
def same_look():
    """A test leaves palette and style as it found them: the next one looks at colours."""
    if QApplication.instance() is None:
        yield
        return
    before = QApplication.palette(), QApplication.instance().styleSheet()
    yield
    after = QApplication.palette(), QApplication.instance().styleSheet()
    if after != before:
        dress(*before)
    assert after == before, "this test left its theme; `themes` in tests/forms/conftest.py takes it back"


@pytest.fixture(autouse=True)
def no_key_down(same_look):
    """Qt keeps the modifiers of the last key that came, and what is selected next is added to what was: the next test begins without."""
    yield
    if QApplication.instance() is not None and QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)


def dress(palette, sheet):
    """The whole program in these colours; a theme of QGIS leaves its palette behind when another one is chosen."""
    QApplication.instance().setStyleSheet(sheet)
    QApplication.setPalette(palette)


@pytest.fixture(scope="session", autouse=True)
def readable_plans():
    """As the plugin does in a window: here too a map is drawn on another thread, of every layer that enters the project."""
    if QgsApplication.instance() is None:
        yield
        return

    def attend(layers):
        for layer in layers:
            if is_plan_layer(layer):
                keep_readable(layer)

    QgsProject.instance().layersAdded.connect(attend)
    yield
    QgsProject.instance().layersAdded.disconnect(attend)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.failed and _LOG:
        report.sections.append(("QGIS log", "\n".join(_LOG)))
    return report


# -- plans ------------------------------------------------------------------------------------------------------------


def consistent_plan(**changes):
    """A plan without any finding: 20 dwellings bruto, 4 sloop; ``changes`` replace values."""
    plan = {field.name: 0 if field.kind is b.Kind.COUNT else None for field in b.COLUMNS}
    plan |= {
        "plan_id": "7b0d0a0c-0000-4000-8000-000000000001",
        "plannaam": "Havenkwartier",
        "gemeente_code": "GM9999",
        "gemeente_naam": "Markerwaard",
        "vertrouwelijk": False,
        "plantype": "verdichting",
        "planstatus": "2A",
        "gerealiseerd": False,
        "vervallen": False,
        "bruto_totaal": 20,
        "sloop_totaal": 4,
        "bruto_jaar01": 8,
        "bruto_jaar10": 5,
        "bruto_periode2": 7,
        "sloop_jaar02": 4,
        "meergezins": 12,
        "eengezins": 6,
        "woningtype_onbekend": 2,
        "tijdelijk": 3,
        "nultreden": 14,
        "nultreden_geclusterd": 12,
        "zorggeschikt": 5,
        "ouderen_overig": 2,
        "geclusterd_55plus": True,
        "zorg_55plus": False,
        "koop_betaalbaar": 3,
        "huur_sociaal_corporatie": 4,
        "huur_midden_corporatie": 1,
        "huur_sociaal_markt": 5,
        "huur_sociaal_markt_25jaar": 4,
        "huur_midden_markt": 3,
        "huur_midden_markt_10jaar": 2,
        "prijs_overig": 3,
        "prijs_onbekend": 1,
    }
    assert set(changes) <= set(plan), set(changes) - set(plan)
    return plan | changes


def square(number=0, size=100.0):
    """A multipolygon of its own for each number, in the fictitious municipality."""
    x, y = 146_000 + 250 * (number % 20), 506_000 + 250 * (number // 20)
    ring = f"(({x} {y}, {x + size} {y}, {x + size} {y + size}, {x} {y + size}, {x} {y}))"
    return QgsGeometry.fromWkt(f"MultiPolygon ({ring})")


_TYPES = {bool: QMetaType.Type.Bool, int: QMetaType.Type.Int, float: QMetaType.Type.Double, str: QMetaType.Type.QString}


def polygon_layer(rows, kind="MultiPolygon", crs="EPSG:28992", geometries=None):
    """A layer in memory with the columns of the first row; values None become NULL."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}" if kind != "None" else "None", "plangebieden", "memory")
    columns = QgsFields()
    for name in rows[0]:
        sort = next((type(row[name]) for row in rows if row[name] is not None), str)
        columns.append(QgsField(name, _TYPES[sort]))
    layer.dataProvider().addAttributes(columns)
    layer.updateFields()
    for number, row in enumerate(rows):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row.values()))
        geometry = square(number) if geometries is None else geometries[number]
        if geometry is not None and kind != "None":
            feature.setGeometry(geometry)
        assert layer.dataProvider().addFeature(feature)
    return layer


def values(feature):
    """The attributes of a feature by name; NULL and the empty text, which both are no answer, as None."""
    return {name: None if value == NULL or value == "" else value for name, value in feature.attributeMap().items()}


def read_plans(path, layer=b.LAYER):
    """Every plan of a GeoPackage by plan name, with its feature."""
    opened = QgsVectorLayer(f"{path}|layername={layer}", "gelezen", "ogr")
    assert opened.isValid(), path
    return [(values(feature), QgsGeometry(feature.geometry())) for feature in opened.getFeatures()]


def plan_rows(rows):
    """The plans of the sheet ``Plannen`` as mappings of column name to cell, whatever stands above the column names."""
    cells = [list(row) for row in rows]
    ((header, columns),) = ((number, row) for number, row in enumerate(cells) if "plannaam" in row)
    return [dict(zip(columns, row, strict=True)) for row in cells[header + 1 :]]


def change_workbook(path, column, value):
    """Change one value of the first plan in a workbook that was written."""
    book = load_workbook(path)
    sheet = book["Plannen"]
    ((row, columns),) = ((number, row) for number, row in enumerate(sheet.iter_rows(values_only=True), 1) if "plannaam" in row)
    sheet.cell(row + 1, columns.index(column) + 1).value = value
    book.save(path)


# -- the sample data --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The folder with the sample data of Markerwaard."""
    from scripts import make_sample

    folder = tmp_path_factory.mktemp("markerwaard")
    make_sample.make(folder)
    return folder


# -- running algorithms -----------------------------------------------------------------------------------------------


class Listener(QgsProcessingFeedback):
    """Keeps what an algorithm says; may be told to cancel once progress has passed a percentage."""

    def __init__(self, cancel_at=None):
        super().__init__(False)
        self.cancel_at = cancel_at
        self.seen = []
        self.progressChanged.connect(self._progressed)

    def _progressed(self, progress):
        self.seen.append(progress)
        if self.cancel_at is not None and progress >= self.cancel_at:
            self.cancel()


@pytest.fixture(scope="module")
def provider(qgis_processing):
    """The provider ``lmvw``, registered for the tests of one module."""
    from lmvw_plugin.processing.provider import LmvwProvider

    added = LmvwProvider()
    registry = QgsApplication.processingRegistry()
    assert registry.addProvider(added)
    yield added
    registry.removeProvider(added)


@pytest.fixture(scope="module")
def run(provider):
    """Run ``lmvw:<name>`` as QGIS does, parameter checks included; returns the outputs."""
    from qgis import processing

    def run_algorithm(name, feedback=None, **parameters):
        return processing.run(f"lmvw:{name}", parameters, feedback=feedback or Listener())

    return run_algorithm


@pytest.fixture(scope="module")
def refused(run):
    """Run ``lmvw:<name>``, which must fail; returns the sentence for the user."""

    def run_and_fail(name, **parameters):
        with pytest.raises(QgsProcessingException) as caught:
            run(name, **parameters)
        return str(caught.value).removeprefix("Unable to execute algorithm").strip()

    return run_and_fail


def mark_in(sentence):
    """Of what a person decides about, in the words that stopped a public version."""
    return re.search(r"\(DECIDED_ABOUT\): ([0-9a-f]{12})", sentence)[1]


@pytest.fixture(scope="module")
def clean_file(run, sample, tmp_path_factory):
    """The plan file of the clean sample; do not change it."""
    target = tmp_path_factory.mktemp("schoon") / "planbestand.gpkg"
    run(
        "importplans", INPUT=str(sample / "schoon" / "plannen.gpkg"), WORKBOOK=str(sample / "schoon" / "werkblad.xlsx"),
        GEMEENTE="GM9999", PEILDATUM="2026-01-01", OUTPUT=str(target),
    )  # fmt: skip
    return target


@pytest.fixture
def own_file(clean_file, tmp_path):
    """A copy of the clean plan file that the test may change."""
    return Path(shutil.copy(clean_file, tmp_path / "planbestand.gpkg"))


def change(path, plannaam, **new):
    """Change values of one plan in a plan file, past form and constraints as a paste would do."""
    layer = QgsVectorLayer(f"{path}|layername={b.LAYER}", "planbestand", "ogr")
    (fid,) = (feature.id() for feature in layer.getFeatures() if feature["plannaam"] == plannaam)
    indexes = {layer.fields().indexOf(name): value for name, value in new.items()}
    assert -1 not in indexes
    assert layer.dataProvider().changeAttributeValues({fid: indexes})
    del layer
    let_go()
    settle(Path(path))  # QGIS leaves it in WAL mode as long as anybody has it open, and whoever closes it next would change that


@pytest.fixture
def impatient():
    """QGIS waits a moment, instead of 5 seconds, for who keeps a file locked; of a file that is opened after this."""
    gdal.SetConfigOption("SQLITE_BUSY_TIMEOUT", "300")
    yield
    gdal.SetConfigOption("SQLITE_BUSY_TIMEOUT", None)


def kind_of_disk(path):
    """What the system calls the kind of disk that `path` lies on, such as "tmpfs"."""
    return bytes(QStorageInfo(str(path)).fileSystemType()).decode()


def folder_on_another_disk(path):
    """A new folder on a disk of another kind than that of `path`: memory, or where the project lies. The caller removes it."""
    for disk in (Path("/dev/shm"), ROOT / "build"):
        if disk.is_dir() and kind_of_disk(disk) != kind_of_disk(path):
            return Path(tempfile.mkdtemp(prefix="lmvw", dir=disk))
    pytest.skip("this machine has one kind of disk")


def left_in(folder):
    """Everything in a folder, hidden names too."""
    return sorted(path.name for path in Path(folder).iterdir())


# -- nothing stays behind ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", autouse=True)
def project_left_empty():
    """Whatever the order of the modules, each finds a project without layers, as QGIS itself has at its end."""
    yield
    if QgsApplication.instance():
        QgsProject.instance().clear()
