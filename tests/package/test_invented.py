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

from lmvw_plugin.core.reporting import charts
from tests.conftest import ROOT

FIELD = """    _count("circulair", "Circulaire woningen", _W, "Woningen van hergebruikt materiaal.", "Verzonnen", part_of="bruto_totaal"),
    _count("circulair_hout", "waarvan van hout", _W, "Circulaire woningen van hout.", "Verzonnen", part_of="circulair"),
    _count("koop_starters", "Starterskoop", _E, "Koopwoningen voor starters.", "Verzonnen", limit="starters", adds_to="A5"),
    _count("woonboten", "Woonboten", _W, "Woningen die drijven.", "Verzonnen", adds_to="A4"),
"""
RULE = '    Rule("Z9", _INFO, "Verzonnen regel", "Omdat het moet.", "U hoeft niets te doen.", "Verzonnen"),\n'
RULED = """

@_applies("Z9")
def _invented(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    yield RULES["Z9"].finding("een verzonnen bevinding", plan, veld="circulair")
"""
CODE = '2D,"Vastgesteld, verzonnen",Een verzonnen status.,hard,Verzonnen,#123456\n'
ALGORITHM = """
from .createplanfile import CreatePlanFile


class Invented(CreatePlanFile):
    ID = "invented"
    TITLE = "Verzonnen"
    HELP = "Een verzonnen opdracht."
"""
FORMAT = """
from .known import KnownFormat

FORMAT = KnownFormat(
    "Verzonnen planregister", (("bruto_totaal", "kolom huisjes"),), ("De fasering staat er niet in.",),
    recognise=lambda columns: {"verzonnen", "huisjes"} <= set(columns),
)
"""
PROFILE = {
    "naam": "verzonnen", "titel": "Verzonnen provincie", "formaat": "geojson", "bestand": "verzonnen.geojson",
    "kolommen": [{"naam": "PLAN", "veld": "plannaam"}, {"naam": "HOUT", "veld": "circulair_hout"}], "kan_niet": ["De verzonnen fasering."],
}  # fmt: skip
LOOK = dedent("""
    import json, os, sys, tempfile
    from pathlib import Path
    sys.path.insert(0, sys.argv[1])
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback
    from qgis.PyQt.QtXml import QDomDocument
    app = QgsApplication([], False); app.initQgis()
    from lmvw_plugin.core.basisset import fields as b
    from lmvw_plugin.core.basisset.codelists import gemeente, listed
    from lmvw_plugin.core.basisset.peildatum import Peildatum
    from lmvw_plugin.core.basisset.values import read_value
    from lmvw_plugin.core.delivering import profiles, sheets
    from lmvw_plugin.core.confidential import page, public
    from lmvw_plugin.core.divide import _FAMILIES
    from lmvw_plugin.core.feedback import Silent
    from lmvw_plugin.core.history.evidence import candidates
    from lmvw_plugin.core.history.sides import Ground, Side
    from lmvw_plugin.core.importing import formats
    from lmvw_plugin.core.importing.imported import Imported, ImportedPlan
    from lmvw_plugin.core.importing.mapping.guessing import guess
    from lmvw_plugin.core.importing.report.page import import_report
    from lmvw_plugin.core.reporting.check import Subject, check_report
    from lmvw_plugin.core.rules.plans import check_plan
    from lmvw_plugin.layers.plan_layer.style import _SEGMENTS
    from lmvw_plugin.layers.planfile import store, upgrade
    from lmvw_plugin.processing.provider import LmvwProvider
    from scripts import make_docs

    old, date = Path(sys.argv[2]), Peildatum.parse("2026-01-01")
    found = {"upgrade": [field.name for field in upgrade.needed(old).columns]}
    upgrade.carry_out(upgrade.needed(old))
    layer = store.open_layer(old)
    form = layer.editFormConfig()
    def inside(element):
        yield element.name()
        for child in getattr(element, "children", list)():
            yield from inside(child)
    def choices(layer, name):
        return [next(iter(one.values())) for one in layer.editorWidgetSetup(layer.fields().lookupField(name)).config()["map"]]
    def drawn(layer):
        return {rule.label(): rule.symbol().color().name() for rule in layer.renderer().rootRule().children() if rule.symbol()}
    found["form"] = list(inside(form.invisibleRootContainer()))
    document = QDomDocument()
    layer.exportNamedStyle(document)
    found["lines"] = document.toString()
    found["statuses"], found["types"], found["map"] = choices(layer, "planstatus"), choices(layer, "plantype"), drawn(layer)
    found["table"] = [column.name for column in layer.attributeTableConfig().columns()]
    found["hard"] = listed("hard")
    found["read"] = read_value(b.BY_NAME["planstatus"], "2D Vastgesteld").value
    found["read type"] = read_value(b.BY_NAME["plantype"], "Inbreiding").value
    found["workbook"] = [field.name for field in sheets.FIELDS]
    found["definitions"] = " ".join(str(cell) for row in sheets._definitions(date, store.read_info(old).limits) for cell in row)
    found["docs"] = make_docs.fields_page() + make_docs.rules_page() + make_docs.files_page()
    found["divided"] = [name for names, _ in _FAMILIES for name in names]
    found["pie"] = [label for label, _, _ in _SEGMENTS]
    plan = {"planstatus": "2D", "plannaam": "x", "plantype": "inbreiding", "tijdelijk": 0}  # a subject of which nothing is answered is named as one
    findings = list(check_plan(plan, date))
    found["asked"] = [finding.veld for finding in findings]
    filled = plan | {"bruto_totaal": 30, "koop_starters": 30, "woonboten": 30}
    found["report"] = check_report(Subject(date, gemeente("GM9999"), "x"), [plan, filled], findings)
    shown = public.PublicPlan(tuple(filled.get(field.name) for field in public.FIELDS))
    found["public page"] = page.page(public.PublicVersion(gemeente("GM9999"), date, (shown,), (0,) * len(b.COUNTS)), None)
    def weighed(name):
        sides = [Side("x", [{"plannaam": "Haven", name: count}], frozenset(b.BY_NAME)) for count in (30, 12)]
        (evidence,) = candidates(*sides, Ground([None], [None]), Silent()).values()
        return evidence.known is not None
    found["weighed"] = [field.name for field in b.COUNTS if weighed(field.name)]
    columns = {"werkblad": ["plannaam", "verzonnen", "huisjes"]}
    known = formats.recognise(columns["werkblad"])
    found["recognised"] = known and known.title
    mapping = guess(columns, {"werkblad": {name: [] for name in columns["werkblad"]}}, date)
    found["import report"] = import_report(
        Subject(date, gemeente("GM9999"), "x"), Imported([ImportedPlan(None, plan)]), mapping, columns, [known] if known else []
    )
    found["profiles"] = {name: profiles.profile_named(name).title for name in profiles.names()}

    provider = LmvwProvider(); QgsApplication.processingRegistry().addProvider(provider)
    found["menu"] = provider.listed
    found["toolbox"] = {one.id(): one.shortHelpString() for one in provider.algorithms()}
    found["asked of a delivery"] = provider.algorithm("exportdelivery").parameterDefinition("PROFILE").options()
    new = Path(sys.argv[1]) / "nieuw.gpkg"
    parameters = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "OUTPUT": str(new)}
    results, done = QgsApplication.processingRegistry().algorithmById("lmvw:createplanfile").create().run(
        parameters, QgsProcessingContext(), QgsProcessingFeedback()
    )
    fresh = store.open_layer(new)
    found["new file"] = {"columns": fresh.fields().names(), "types": choices(fresh, "plantype"), "map": drawn(fresh), "done": done}
    found["affordable"] = list(b.COUNTS_NATIONALLY)
    Path(sys.argv[3]).write_text(json.dumps(found), encoding="utf-8")
    del layer, fresh
    sys.stdout.flush(); os._exit(0)
""")


def insert(path, before, words):
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, (path, before)
    path.write_text(text.replace(before, words + before), encoding="utf-8")


def append(path, words):
    with path.open("a", encoding="utf-8") as rows:
        rows.write(words)


def invent(copy):
    """Follow the recipes of CONTRIBUTING.md: one entry for each thing, and nothing else."""
    insert(copy / "lmvw_plugin/core/basisset/fields.py", '    _count("nultreden", ', FIELD)
    insert(copy / "lmvw_plugin/core/rules/catalogue.py", '    Rule("X1", ', RULE)
    append(copy / "lmvw_plugin/core/rules/plans.py", RULED)
    append(copy / "resources/codelijsten/planstatus.csv", CODE)
    append(copy / "resources/codelijsten/prijssegmenten.csv", "starters,Starterskoop\n")
    types = copy / "resources/codelijsten/plantype.csv"
    types.write_text(types.read_text(encoding="utf-8").replace("\nverdichting,Verdichting,", "\ninbreiding,Inbreiding,"), encoding="utf-8")
    (copy / "lmvw_plugin/core/importing/formats/invented.py").write_text(FORMAT, encoding="utf-8")
    known = copy / "lmvw_plugin/core/importing/formats/__init__.py"
    insert(known, "    diwi_geojson.FORMAT,", "    invented.FORMAT,\n")
    insert(known, "from .known import", "from . import invented\n")
    (copy / "resources/profielen/verzonnen.json").write_text(json.dumps(PROFILE), encoding="utf-8")
    (copy / "lmvw_plugin/processing/invented.py").write_text(ALGORITHM, encoding="utf-8")
    insert(copy / "lmvw_plugin/processing/provider.py", "    CreatePlanFile,\n", "    Invented,\n")
    insert(copy / "lmvw_plugin/processing/provider.py", "from .upgradeplanfile import", "from .invented import Invented\n")


@pytest.fixture(scope="module")
def found(tmp_path_factory, clean_file):
    """What the copy says of the invented things, in a plan file that was made before they were invented."""
    copy = tmp_path_factory.mktemp("verzonnen")
    for name in ("lmvw_plugin", "resources", "scripts"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "metadata.txt", copy)
    invent(copy)
    (copy / "look.py").write_text(LOOK, encoding="utf-8")
    old, said = shutil.copy(clean_file, copy / "oud.gpkg"), copy / "said.json"
    ran = subprocess.run(
        [sys.executable, str(copy / "look.py"), str(copy), str(old), str(said)], cwd=copy, capture_output=True, text=True, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}, timeout=180,
    )  # fmt: skip
    assert said.is_file(), ran.stderr[-3000:]
    return json.loads(said.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["circulair", "circulair_hout", "koop_starters", "woonboten"])
def test_a_field_is_everywhere(found, name):
    for place in ("upgrade", "form", "table", "workbook", "divided", "asked"):
        assert name in found[place], place
    assert name in found["new file"]["columns"]
    assert f"`{name}`" in found["docs"]
    assert name in found["definitions"]


def test_its_live_lines_are_in_the_form(found):
    assert "Circulaire woningen: [% " in found["lines"]
    assert "‘van hout’ is meer dan ‘Circulaire woningen’" in found["lines"]


def test_a_field_is_in_both_reports(found):
    assert "Circulaire woningen" in found["report"]
    assert "Circulaire woningen" in found["import report"]


def test_a_code_is_everywhere(found):
    assert "2D" in found["statuses"]
    assert found["map"]["2D Vastgesteld, verzonnen"] == "#123456"
    assert found["hard"] == "1A, 1B, 2A, 2B, 2D"
    assert found["read"] == "2D"
    assert "`2D`" in found["docs"]
    assert "2D" in found["definitions"]


def test_a_renamed_plantype_is_everywhere(found):
    assert found["new file"]["done"]
    for types in (found["types"], found["new file"]["types"]):
        assert "inbreiding" in types
        assert "verdichting" not in types
    assert found["read type"] == "inbreiding"
    assert "`inbreiding`" in found["docs"]
    assert "`verdichting`" not in found["docs"]
    assert "plantype" not in found["asked"]


def test_a_price_segment_is_everywhere(found):
    assert "Starterskoop" in found["pie"]
    assert "koop_starters" in found["affordable"]
    for page in ("report", "public page"):
        assert f'fill="{charts.HARD}" stroke="{charts.colours.INK}" stroke-width="0.7"><title>Starterskoop</title>' in found[page], page
    assert "en starterskoop" in found["report"]


def test_segments_and_types_tell_which_plan_is_which(found):
    assert {"koop_starters", "woonboten"} <= set(found["weighed"])


def test_a_rule_is_in_manual_and_report(found):
    assert "Verzonnen regel" in found["docs"]
    assert "Verzonnen regel" in found["report"]
    assert "een verzonnen bevinding" in found["report"]


def test_a_source_format_is_recognised_and_told_of(found):
    assert found["recognised"] == "Verzonnen planregister"
    for place in ("docs", "import report"):
        assert "Verzonnen planregister" in found[place], place
        assert "De fasering staat er niet in." in found[place], place
    assert "Verzonnen planregister" in found["toolbox"]["lmvw:importplans"]


def test_a_profile_can_be_chosen_and_is_told_of(found):
    assert found["profiles"]["verzonnen"] == "Verzonnen provincie"
    assert "verzonnen" in found["asked of a delivery"]
    assert "Verzonnen provincie" in found["docs"]
    assert "De verzonnen fasering." in found["docs"]


def test_an_algorithm_is_in_menu_toolbox_and_help(found):
    assert "lmvw:invented" in found["menu"]
    assert found["toolbox"]["lmvw:invented"] == "<p>Een verzonnen opdracht.</p>"
