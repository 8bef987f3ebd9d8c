# SPDX-License-Identifier: GPL-2.0-or-later
"""An algorithm is registered in one place; whoever forgets that is told here. Menu and toolbar follow."""

import importlib
import pkgutil

from lmvw_plugin import processing
from lmvw_plugin.core.importing.formats import KNOWN
from lmvw_plugin.forms.actions import make_actions
from lmvw_plugin.processing.base import LmvwAlgorithm
from lmvw_plugin.processing.provider import algorithms
from tests.forms.desk import Desk


def written():
    """Every algorithm that stands in a module of the room."""
    modules = (importlib.import_module(f"{processing.__name__}.{found.name}") for found in pkgutil.iter_modules(processing.__path__))
    return {
        one for module in modules for one in vars(module).values() if isinstance(one, type) and issubclass(one, LmvwAlgorithm) and one.ID
    }


def test_every_algorithm_that_is_written_is_registered():
    assert written() == set(algorithms())
    assert len(algorithms()) == len({one.ID for one in algorithms()})


def test_menu_and_toolbar_hold_every_one_in_that_order(provider):
    named = [action.objectName().removeprefix("lmvw_") for action in make_actions(Desk()) if not action.isSeparator()]
    assert named == [one.ID for one in algorithms()]


def test_the_help_of_the_import_names_every_known_format(provider):
    help_text = provider.algorithm("importplans").shortHelpString()
    assert [known.title for known in KNOWN if known.title not in help_text] == []
