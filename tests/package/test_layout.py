# SPDX-License-Identifier: GPL-2.0-or-later
"""The layout of the sources: every module says its licence and what it holds, and a test stands where its subject is."""

import ast
import re
import statistics
import subprocess
import sys
from collections import Counter

import pytest
import tomllib

from scripts.make_docs import rooms_picture
from tests.conftest import ROOT

PLUGIN = ROOT / "lmvw_plugin"
MODULES = sorted(PLUGIN.rglob("*.py"))
TOOLS = [*sorted((ROOT / "scripts").rglob("*.py")), *sorted((ROOT / "tests").rglob("*.py"))]
SPDX = "# SPDX-License-Identifier: GPL-2.0-or-later"


def name(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [*MODULES, *TOOLS], ids=name)
def test_a_module_says_its_licence_and_what_it_holds(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    start = 1 if lines[0].startswith("#!") else 0
    assert lines[start] == SPDX
    assert ast.get_docstring(ast.parse("\n".join(lines))), "the first sentence says what the module holds"


@pytest.mark.parametrize("path", [path for path in ROOT.rglob("*.sh") if path.relative_to(ROOT).parts[0] in ("scripts", ".ci")], ids=name)
def test_a_shell_script_says_its_licence_and_stops_on_errors(path):
    text = path.read_text(encoding="utf-8")
    assert SPDX in text.splitlines()[:2]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_qt_comes_through_qgis(path):
    """The same code runs on Qt 5 and Qt 6."""
    imported = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            imported.add(node.module)
    assert not {module.split(".")[0] for module in imported} & {"PyQt5", "PyQt6", "PySide6", "sip"}
    if path.is_relative_to(PLUGIN / "core"):
        assert not {module.split(".")[0] for module in imported} & {"qgis", "osgeo", "shapely", "openpyxl", "numpy"}


def test_core_runs_without_qgis():
    """In a fresh Python that refuses to import QGIS, GDAL, shapely and openpyxl."""
    core = [path.relative_to(ROOT).with_suffix("") for path in sorted((PLUGIN / "core").rglob("*.py"))]
    modules = ", ".join(".".join(path.parts) for path in core if path.name != "__init__")
    refuse = "import sys; sys.modules.update(dict.fromkeys(('qgis', 'osgeo', 'shapely', 'openpyxl', 'PyQt5', 'numpy')))"
    done = subprocess.run([sys.executable, "-c", f"{refuse}; import {modules}"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_marker_of_the_suite_is_registered(pytestconfig):
    assert {"slow", "real"} <= {line.split(":")[0] for line in pytestconfig.getini("markers")}


def raises_of(tree):
    """Each function of a module that raises a sentence itself."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        inner = {
            id(node)
            for other in ast.walk(function)
            if other is not function and isinstance(other, ast.FunctionDef)
            for node in ast.walk(other)
        }
        raised = [node.exc for node in ast.walk(function) if isinstance(node, ast.Raise) and node.exc and id(node) not in inner]
        if any(isinstance(name, ast.Name) and name.id == "LmvwError" for exc in raised for name in ast.walk(exc)):
            yield function


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_who_raises_a_sentence_says_when(path):
    silent = [
        f"{path.name}:{function.lineno} {function.name}"
        for function in raises_of(ast.parse(path.read_text(encoding="utf-8")))
        if ":raises LmvwError:" not in (ast.get_docstring(function) or "")
    ]
    assert silent == []


def test_modules_are_small():
    """To be read at one sitting: what grows past this has more than one reason to change."""
    lines = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path: number for path, number in lines.items() if number > 400} == {}
    assert statistics.median(lines.values()) <= 130


def test_a_room_has_few_modules():
    """Whoever opens a folder sees what is in it. The algorithms and their faces, one each, and what all forms share may be more."""
    rooms = Counter(path.parent for path in MODULES if path.name != "__init__.py")
    one_each = (PLUGIN / "processing", PLUGIN / "processing" / "faces", PLUGIN / "forms")
    many = {name(room): number for room, number in rooms.items() if number > 12 and room not in one_each}
    assert many == {}


def test_no_two_test_files_have_one_name():
    """The folders of tests are no packages (but that of the journeys): pytest imports one file for both, and refuses the other."""
    loose = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py") if not (path.parent / "__init__.py").is_file())
    assert [name for name, number in loose.items() if number > 1] == []


TAG = re.compile(r"</?(?:[abip]|br|div|span|table|t[rdh]|[uo]l|li|h[1-6]|svg|rect)(?:\s[^<>]*)?/?>")
HTML = (PLUGIN / "core" / "reporting" / "html.py", PLUGIN / "core" / "reporting" / "charts.py")


def written(tree):
    """Every text that a module makes: not what it says of itself, and not the help of an algorithm, which QGIS wants with its tags."""
    said = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    said += [
        node.value for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and any(isinstance(name, ast.Name) and name.id == "HELP" for name in node.targets)
    ]  # fmt: skip
    apart = {id(part) for node in said for part in ast.walk(node)}
    return [
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart
    ]


@pytest.mark.parametrize("path", [path for path in MODULES if path not in HTML], ids=name)
def test_one_module_writes_html(path):
    assert [text for text in written(ast.parse(path.read_text(encoding="utf-8"))) if TAG.search(text)] == []


@pytest.mark.parametrize("floor", ["core", "layers", "forms"])
def test_every_room_has_its_place_in_the_contracts(floor):
    """And so in the picture of ``docs/architecture.md``, which is made from them."""
    there = {folder.name for folder in (PLUGIN / floor).iterdir() if (folder / "__init__.py").is_file()}
    assert there == set(re.findall(r">(\w+)<", rooms_picture())) & there
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    (named,) = (one["layers"] for one in contracts if one["name"] == f"rooms of {floor}")
    assert there == {room for layer in named for room in layer.split(" | ")}


def test_every_room_is_within_the_picture():
    picture = rooms_picture()
    wide = int(re.search(r'viewBox="0 0 (\d+) ', picture)[1])
    assert max(int(x) + int(width) for x, width in re.findall(r'<rect x="(\d+)" y="\d+" width="(\d+)"', picture)) <= wide


ARCHITECTURE, DECISIONS = ((ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8") for page in ("architecture", "decisions"))
NAMED = re.compile(r"`((?:core|forms|layers|processing|tests|lmvw_plugin)/[\w/.]+)`")


def test_the_architecture_is_one_page_that_names_every_room():
    """Who comes in finds the room of a capability in it; how things are done in it is said by the decisions."""
    rooms = {f"{floor}/{path.parent.name}" for floor in ("core", "layers", "forms") for path in PLUGIN.glob(f"{floor}/*/__init__.py")}
    assert rooms <= set(NAMED.findall(ARCHITECTURE))
    assert len(ARCHITECTURE.splitlines()) <= 60


@pytest.mark.parametrize("path", sorted(set(NAMED.findall(ARCHITECTURE + DECISIONS))))
def test_what_the_architecture_names_is_there(path):
    """A room, a module with or without its ``.py``, or a name in a module."""
    module = path.rsplit(".", 1)[0]
    assert any((base / name).exists() for base in (ROOT, PLUGIN) for name in (path, f"{module}.py"))
