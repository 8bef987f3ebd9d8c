# SPDX-License-Identifier: GPL-2.0-or-later
"""An algorithm is registered in one place; whoever forgets that is told here. Menu and toolbar follow."""

import importlib
import pkgutil
import subprocess
import sys

from lmvw_plugin import processing
from lmvw_plugin.core.importing.formats import KNOWN
from lmvw_plugin.forms.actions import make_actions
from lmvw_plugin.processing.base import LmvwAlgorithm
from lmvw_plugin.processing.provider import ALGORITHMS
from tests.conftest import ROOT
from tests.forms.desk import Desk


def written():
    """Every algorithm that stands in a module of the room: its id, and whether its work is in that class."""
    modules = (importlib.import_module(f"{processing.__name__}.{found.name}") for found in pkgutil.iter_modules(processing.__path__))
    return {
        one for module in modules for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, LmvwAlgorithm) and one.ID and one.execute is not LmvwAlgorithm.execute
    }  # fmt: skip


def test_every_algorithm_that_is_written_is_registered_and_does_its_work():
    assert {type(one().create()) for one in ALGORITHMS} == written()
    assert len(ALGORITHMS) == len({one.ID for one in ALGORITHMS}) == len(written())


LOADED = """
import sys
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
before = set(sys.modules)
import lmvw_plugin
lmvw_plugin.classFactory(None).initProcessing()
assert len(QgsApplication.processingRegistry().providerById("lmvw").algorithms()) > 9
print(*(set(sys.modules) - before))
"""


def test_what_does_the_work_is_brought_in_by_a_window_or_a_run():
    """QGIS starts with the names and parameters only: nothing that checks, reads or writes, and no package beside QGIS."""
    loaded = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    heavy = ("openpyxl", "shapely", "numpy", *(f"lmvw_plugin.{room}" for room in (
        "core.importing", "core.names", "core.filling", "core.rules.plans", "layers.checks", "layers.reading", "layers.delivering",
        "layers.importing", "layers.filling", "layers.names", "layers.polygons.rules", "layers.workbook.reader")))  # fmt: skip
    assert [name for name in loaded if name in heavy or name.startswith(tuple(f"{room}." for room in heavy))] == []


def test_menu_and_toolbar_hold_every_one_in_that_order(provider):
    named = [action.objectName().removeprefix("lmvw_") for action in make_actions(Desk()) if not action.isSeparator()]
    assert named == [one.ID for one in ALGORITHMS]


def test_the_help_of_the_import_names_every_known_format(provider):
    help_text = provider.algorithm("importplans").shortHelpString()
    assert [known.title for known in KNOWN if known.title not in help_text] == []
