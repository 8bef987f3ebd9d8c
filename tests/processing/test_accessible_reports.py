# SPDX-License-Identifier: GPL-2.0-or-later
"""Every report that the plugin makes, judged by axe-core in a real browser: WCAG 2.2 at level AA without a finding, and printed on A4."""

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from lmvw_plugin.layers.delivering import report_map
from scripts import accessible
from tests.bag_files import home, pdok
from tests.conftest import mark_in

KINDS = (
    "import",
    "import opnieuw",
    "controle met fouten",
    "controle zonder antwoorden",
    "levering",
    "eigen",
    "plannamen",
    "voortgang",
    "peildatum",
    "vergelijking",
    "bag",
    "openbaar",
)
pytestmark = pytest.mark.skipif(
    not shutil.which("chromium") or not (accessible.ROOT / ".venv-axe").exists(), reason="chromium and axe-core come with setup.sh test"
)


@pytest.fixture(scope="module")
def reports(run, refused, sample, clean_file, tmp_path_factory):
    """One report of each kind, made by the algorithms."""
    folder = tmp_path_factory.mktemp("rapporten")
    wrong = {"INPUT": str(sample / "fouten" / "plannen.gpkg"), "WORKBOOK": str(sample / "fouten" / "werkblad.xlsx")}
    about = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
    boundary = str(sample / "gemeentegrens.gpkg")
    made = {}

    def keep(kind, result, name="REPORT"):
        made[kind] = Path(shutil.copy(result[name], folder / f"{kind}.html"))

    keep("import", run("importplans", **wrong, **about, OUTPUT=str(folder / "fout.gpkg")))
    keep("import opnieuw", run("importplans", **wrong | {"WORKBOOK": ""}, **about, OUTPUT=str(folder / "fout.gpkg"), UPDATE=True))
    run("importplans", INPUT=wrong["INPUT"], **about, OUTPUT=str(folder / "leeg.gpkg"))
    for kind, file in (("controle met fouten", "fout.gpkg"), ("controle zonder antwoorden", "leeg.gpkg")):
        target = {"OUTPUT": "memory:", "REPORT": str(folder / "controle.html")}
        keep(kind, run("checkplans", INPUT=str(folder / file), **about, BOUNDARY=boundary, **target))
    own = Path(shutil.copy(clean_file, folder / "schoon.gpkg"))
    (folder / "levering").mkdir()
    done = run("exportdelivery", INPUT=str(own), **about, BOUNDARY=boundary, FOLDER=str(folder / "levering"))
    keep("levering", done)
    keep("eigen", done, "OWN_REPORT")
    names = {"INPUT": str(folder / "fout.gpkg"), "WORKBOOK": wrong["WORKBOOK"], "OUTPUT": "memory:", "REPORT": str(folder / "namen.html")}
    keep("plannamen", run("checkplannames", **names))
    both = {"PREVIOUS": done["PACKAGE"], "CURRENT": wrong["INPUT"], "OUTPUT": "memory:", "REPORT": str(folder / "verschil.html")}
    keep("vergelijking", run("comparedeliveries", **both))
    (folder / "openbaar").mkdir()
    public = {"INPUT": str(own), **about, "FOLDER": str(folder / "openbaar")}
    decided = {"DECIDED_BY": "A. Bos", "DECISION": "Voor deze toets.", "DECIDED_ABOUT": mark_in(refused("exportpublic", **public))}
    keep("openbaar", run("exportpublic", **public, **decided))
    (folder / "uit").mkdir()
    keep("voortgang", run("makefillsheets", INPUT=str(own), FOLDER=str(folder / "uit")))
    bag = pdok(folder / "bag.gpkg", [home(number, 146_010 + number, 506_010) for number in range(40)])
    keep("bag", run("checkrealised", INPUT=str(own), BAG=str(bag), OUTPUT="memory:", REPORT=str(folder / "realisatie.html")))
    keep("peildatum", run("rollforward", INPUT=str(own), OUTPUT=str(folder / "najaar.gpkg")))
    return made


@pytest.fixture(scope="module")
def judged(reports):
    """What axe says of each, asked in one browser."""
    return dict(zip(KINDS, accessible.look(*(reports[kind] for kind in KINDS)), strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(judged, kind):
    found = judged[kind]
    assert found["wrong"] == []
    assert [one for one in found["unsure"] if "<text" not in one[-1]] == []  # letters in a drawing: core/test_colours judges those
    assert found["passed"] > 10, "it looked at something"


def test_on_paper_the_names_on_the_map_can_be_read_and_its_key_is_on_the_same_page(reports, tmp_path):
    pdf = tmp_path / "levering.pdf"
    accessible.print_to(reports["levering"], pdf)
    (*_, row) = subprocess.run(["pdfimages", "-list", pdf], capture_output=True, text=True, check=True).stdout.splitlines()
    page, wide, dots = (row.split()[at] for at in (0, 3, 12))
    assert wide == "1400"
    assert 8 * report_map._DPI / int(dots) >= 7, "points on paper of a name of 8 points on the map"
    text = subprocess.run(["pdftotext", "-raw", "-f", page, "-l", page, pdf, "-"], capture_output=True, text=True, check=True).stdout
    text = " ".join(text.split())
    numbered = re.findall(r'<li value="\d+">([^<]+)</li>', reports["levering"].read_text(encoding="utf-8"))
    assert len(numbered) > 5
    for words in ("Kaart", "hard", "zacht", "vertrouwelijk (arcering)", *map(unescape, numbered)):
        assert words in text, "the key, and the plans that have a number on the map"


def test_axe_does_find_what_is_wrong(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        '<html><head><title>x</title></head><body><p style="color: #aaa">grijs</p><img src="a"></body></html>', encoding="utf-8"
    )
    clean = tmp_path / "clean.html"
    clean.write_text('<html lang="nl"><head><title>x</title></head><body><main><h1>goed</h1></main></body></html>', encoding="utf-8")
    found, none = accessible.look(page, clean)
    assert {"color-contrast", "image-alt", "html-has-lang"} <= {rule for rule, *_ in found["wrong"]}
    assert none["wrong"] == [], "each page is judged by itself"
