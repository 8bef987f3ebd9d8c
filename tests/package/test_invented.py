# SPDX-License-Identifier: GPL-2.0-or-later
"""The statement is the only place: invented things are added to a copy of the code, one entry each, and are found everywhere.

A copy in a process of its own, because the statement is read once.
"""

import json
import os
import shutil
import subprocess
import sys
from textwrap import dedent

import pytest

from tests.conftest import ROOT

FIELD = """    _count("circulair", "Circulaire woningen", _W, "Woningen van hergebruikt materiaal.", "Verzonnen", part_of="bruto_totaal"),
    _count("circulair_hout", "waarvan van hout", _W, "Circulaire woningen van hout.", "Verzonnen", part_of="circulair"),
    _count("koop_starters", "Starterskoop", _E, "Koopwoningen voor starters.", "Verzonnen", limit="starters", adds_to="A5"),
"""
RULE = '    Rule("Z9", _INFO, "Verzonnen regel", "Omdat het moet.", "U hoeft niets te doen.", "Verzonnen"),\n'
CODE = '2D,"Vastgesteld, verzonnen",Een verzonnen status.,hard,Verzonnen,#123456\n'
ALGORITHM = """
from .createplanfile import CreatePlanFile


class Invented(CreatePlanFile):
    ID = "invented"
    TITLE = "Verzonnen"
"""
LOOK = dedent("""
    import json, sys, tempfile
    from pathlib import Path
    sys.path.insert(0, sys.argv[1])
    from qgis.core import QgsApplication
    from qgis.PyQt.QtXml import QDomDocument
    app = QgsApplication([], False); app.initQgis()
    from lmvw_plugin.core.basisset import fields as b
    from lmvw_plugin.core.basisset.codelists import gemeente, listed
    from lmvw_plugin.core.basisset.peildatum import Peildatum
    from lmvw_plugin.core.basisset.values import read_value
    from lmvw_plugin.core.delivering import sheets
    from lmvw_plugin.core.divide import _FAMILIES
    from lmvw_plugin.core.rules.plans import check_plan
    from lmvw_plugin.layers.plan_layer.style import _SEGMENTS
    from lmvw_plugin.layers.planfile import store, upgrade
    from lmvw_plugin.processing.provider import LmvwProvider, algorithms
    from scripts import make_docs
    old = Path(sys.argv[2])
    found = {"upgrade": [field.name for field in upgrade.needed(old).columns]}
    upgrade.carry_out(upgrade.needed(old))
    layer = store.open_layer(old)
    form = layer.editFormConfig()
    def inside(element):
        yield element.name()
        for child in getattr(element, "children", list)():
            yield from inside(child)
    found["form"] = list(inside(form.invisibleRootContainer()))
    document = QDomDocument()
    layer.exportNamedStyle(document)
    found["lines"] = document.toString()
    found["statuses"] = [next(iter(one.values())) for one in layer.editorWidgetSetup(layer.fields().lookupField("planstatus")).config()["map"]]
    found["map"] = {rule.label(): rule.symbol().color().name() for rule in layer.renderer().rootRule().children() if rule.symbol()}
    found["table"] = [column.name for column in layer.attributeTableConfig().columns()]
    found["hard"] = listed("hard")
    found["read"] = read_value(b.BY_NAME["planstatus"], "2D Vastgesteld").value
    found["workbook"] = [field.name for field in sheets.FIELDS]
    found["docs"] = make_docs.fields_page() + make_docs.rules_page()
    found["divided"] = [name for names, _ in _FAMILIES for name in names]
    found["pie"] = [label for label, _, _ in _SEGMENTS]
    found["asked"] = [finding.veld for finding in check_plan({"planstatus": "2D", "plannaam": "x"}, Peildatum.parse("2026-01-01"))]
    provider = LmvwProvider(); QgsApplication.processingRegistry().addProvider(provider)
    found["menu"] = provider.listed
    found["affordable"] = list(b.COUNTS_NATIONALLY)
    Path(sys.argv[3]).write_text(json.dumps(found), encoding="utf-8")
    del layer
    import os; sys.stdout.flush(); os._exit(0)
""")


def insert(path, before, words):
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, (path, before)
    path.write_text(text.replace(before, words + before), encoding="utf-8")


@pytest.fixture(scope="module")
def found(tmp_path_factory, clean_file):
    """What the copy says of the invented things, in a plan file that was made before they were invented."""
    copy = tmp_path_factory.mktemp("verzonnen")
    for name in ("lmvw_plugin", "resources", "scripts"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "metadata.txt", copy)
    insert(copy / "lmvw_plugin/core/basisset/fields.py", '    _count("nultreden", ', FIELD)
    insert(copy / "lmvw_plugin/core/rules/catalogue.py", '    Rule("X1", ', RULE)
    with (copy / "resources/codelijsten/planstatus.csv").open("a", encoding="utf-8") as rows:
        rows.write(CODE)
    with (copy / "resources/codelijsten/prijssegmenten.csv").open("a", encoding="utf-8") as rows:
        rows.write("starters,Starterskoop\n")
    (copy / "lmvw_plugin/processing/invented.py").write_text(ALGORITHM, encoding="utf-8")
    insert(copy / "lmvw_plugin/processing/provider.py", "        CreatePlanFile,\n", "        Invented,\n")
    insert(copy / "lmvw_plugin/processing/provider.py", "    from .repairpolygons import", "    from .invented import Invented\n")
    (copy / "look.py").write_text(LOOK, encoding="utf-8")
    old, said = shutil.copy(clean_file, copy / "oud.gpkg"), copy / "said.json"
    ran = subprocess.run(
        [sys.executable, str(copy / "look.py"), str(copy), str(old), str(said)], cwd=copy, capture_output=True, text=True, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}, timeout=180,
    )  # fmt: skip
    assert said.is_file(), ran.stderr[-3000:]
    return json.loads(said.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["circulair", "circulair_hout", "koop_starters"])
def test_a_field_is_everywhere(found, name):
    for place in ("upgrade", "form", "table", "workbook", "divided", "asked"):
        assert name in found[place], place
    assert f"`{name}`" in found["docs"]


def test_its_live_lines_are_in_the_form(found):
    assert "Circulaire woningen: &lt;b>" in found["lines"].replace("&gt;", ">")
    assert "‘van hout’ is meer dan ‘Circulaire woningen’" in found["lines"]


def test_a_code_is_everywhere(found):
    assert "2D" in found["statuses"]
    assert found["map"]["2D Vastgesteld, verzonnen"] == "#123456"
    assert found["hard"] == "1A, 1B, 2A, 2B, 2D"
    assert found["read"] == "2D"
    assert "`2D`" in found["docs"]


def test_a_price_segment_is_everywhere(found):
    assert "Starterskoop" in found["pie"]
    assert "koop_starters" in found["affordable"]


def test_a_rule_is_in_the_manual(found):
    assert "Verzonnen regel" in found["docs"]


def test_an_algorithm_is_in_the_menu(found):
    assert "lmvw:invented" in found["menu"]
