# SPDX-License-Identifier: GPL-2.0-or-later
"""Every report that the plugin makes, judged by axe-core in a real browser: WCAG 2.2 at level AA without a finding, and printed on A4."""

import shutil
from pathlib import Path

import pytest

from scripts import accessible

KINDS = ("import", "import opnieuw", "controle met fouten", "controle zonder antwoorden", "levering", "eigen", "plannamen", "voortgang")
pytestmark = pytest.mark.skipif(
    not shutil.which("chromium") or not (accessible.ROOT / ".venv-axe").exists(), reason="chromium and axe-core come with setup.sh test"
)


@pytest.fixture(scope="module")
def reports(run, sample, clean_file, tmp_path_factory):
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
    (folder / "uit").mkdir()
    keep("voortgang", run("makefillsheets", INPUT=str(own), FOLDER=str(folder / "uit")))
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
