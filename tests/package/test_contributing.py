# SPDX-License-Identifier: GPL-2.0-or-later
"""The recipes of CONTRIBUTING.md: short, about files that are there, and what a recipe has registered is found."""

import importlib
import re

import pytest

from lmvw_plugin.core.importing.formats import KNOWN
from lmvw_plugin.core.rules.catalogue import RULES
from lmvw_plugin.core.rules.plans import PLAN_RULES
from tests.conftest import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = {part.splitlines()[0]: part.splitlines()[1:] for part in TEXT.split("\n## ")[1:]}


def test_there_is_a_recipe_for_each():
    assert [title.split()[-1] for title in RECIPES] == ["text", "field", "code", "rule", "format", "province", "algorithm"]


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_has_at_most_ten_lines(title):
    assert 0 < len([line for line in RECIPES[title] if line.strip()]) <= 10


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:lmvw_plugin|resources|tests|docs)/[^`]+)`", TEXT))))
def test_what_a_recipe_names_is_there(path):
    assert (ROOT / path).exists()


def test_every_module_with_a_format_is_registered():
    folder = ROOT / "lmvw_plugin" / "core" / "importing" / "formats"
    parts = [path.relative_to(ROOT).with_suffix("").parts for path in sorted(folder.rglob("*.py")) if path.stem != "__init__"]
    modules = [importlib.import_module(".".join(names)) for names in parts]
    assert {id(module.FORMAT) for module in modules if hasattr(module, "FORMAT")} == {id(known) for known in KNOWN}


def test_every_rule_that_has_a_function_is_in_the_catalogue():
    assert set(PLAN_RULES) <= set(RULES)
