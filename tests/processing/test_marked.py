# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever is made of confidential plans says so first, and in its name where the plugin chose that; nothing else does.

The list of algorithms is the provider's own, so that a new one must be given its place here.
"""

import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from lmvw_plugin.core.reporting.html import CONFIDENTIAL
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import confidential_table
from lmvw_plugin.processing.provider import ALGORITHMS
from tests.bag_files import home, pdok
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square

ABOUT = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
TO_PROVINCE, THE_USERS = "levering", "zelf"  # folders: names that are fixed, and names that the user chose
WITHOUT_PAGES = {  # layers, plan files and copies that a person names; what everybody may see; what always says so
    "createplanfile", "upgradeplanfile", "checkpolygons", "repairpolygons", "adoptnames", "exportpublic", "exportsteward", "opendeliveries",
    "makeanswers", "openanswer",
    "mergedeliveries",
}  # fmt: skip
KINDS = ("openbaar", "vertrouwelijk", "strijdig", "niet beantwoord")


def plan_id(number):
    return f"11111111-0000-4000-8000-{number:012}"


def plan_file(path, kind):
    path.parent.mkdir(parents=True, exist_ok=True)
    answers = {"vertrouwelijk": True, "niet beantwoord": None}.get(kind, False)
    soft = {"planstatus": "3", "vertrouwelijk": answers, "projectleider": "A. de Boer"}
    plans = [consistent_plan(plannaam=f"Plan {number}", plan_id=plan_id(number)) | {"projectleider": "B. Bos"} for number in (1, 2)]
    plans.append(consistent_plan(plannaam="Plan 3", plan_id=plan_id(3)) | soft)
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(n), plan) for n, plan in enumerate(plans)])
    if kind == "strijdig":
        confidential_table.label(path, [plan_id(3)], True, "A. Bos", "2026-01-02")
    return path


def make(run, name, path, out):
    """Everything that an algorithm makes of a plan file."""
    plans, own = str(path), out / THE_USERS
    if name == "checkplans":
        run(name, INPUT=plans, **ABOUT, OUTPUT="memory:", REPORT=str(own / "controle.html"), CERTIFICATE=str(own / "verklaring.json"))
    elif name == "checkplannames":
        run(name, INPUT=plans, PREVIOUS=plans, OUTPUT="memory:", REPORT=str(own / "namen.html"))
    elif name == "comparedeliveries":
        run(name, PREVIOUS=plans, CURRENT=plans, OUTPUT="memory:", REPORT=str(own / "vergelijking.html"))
    elif name == "checkrealised":
        bag = pdok(path.with_name("bag.gpkg"), [home(1, 146_010, 506_010)])
        run(name, INPUT=plans, PEILDATUM="2026-01-01", BAG=str(bag), OUTPUT="memory:", REPORT=str(own / "bag.html"))
    elif name == "importplans":
        run(name, INPUT=plans, **ABOUT, OUTPUT=str(out / "nieuw.gpkg"))
        run(name, INPUT=plans, **ABOUT, OUTPUT=str(out / "nieuw.gpkg"), UPDATE=True)
    elif name == "rollforward":
        run(name, INPUT=plans, PEILDATUM="2026-07-01", OUTPUT=str(out / "volgende.gpkg"))
    elif name == "makefillsheets":
        run(name, INPUT=plans, FOLDER=str(out))
    elif name == "readfillsheets":
        run("makefillsheets", INPUT=plans, FOLDER=str(path.parent))
        run(name, INPUT=plans, WORKBOOKS=[str(path.parent)], FOLDER=str(out))
    elif name == "exportdelivery":
        run(name, INPUT=plans, **ABOUT, FOLDER=str(out / TO_PROVINCE))
    else:
        pytest.fail(f"{name} has no place in this test: does it make pages, workbooks or lists of plans?")


def first_words(path):
    """What a person reads first."""
    if path.suffix == ".html":
        return path.read_text(encoding="utf-8").split("<h2")[0]
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return " ".join(
            str(value) for sheet in book for value in (*next(sheet.iter_rows(values_only=True)), sheet.oddHeader.center.text) if value
        )
    if path.suffix == ".json":
        return CONFIDENTIAL if json.loads(path.read_text(encoding="utf-8")).get("vertrouwelijk") else ""
    return path.read_text(encoding="utf-8").splitlines()[0]


def made_in(folder):
    """Pages, workbooks and lists; not the plan files, what a program reads, and how columns were read."""
    kinds = (".html", ".xlsx", ".txt", ".json")
    return [path for path in sorted(folder.rglob("*")) if path.suffix in kinds and not re.search("manifest|kolomkoppeling", path.name)]


def test_every_algorithm_has_its_place(provider):
    assert {algorithm.ID for algorithm in ALGORITHMS} > WITHOUT_PAGES


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", sorted({algorithm.ID for algorithm in ALGORITHMS} - WITHOUT_PAGES))
def test_what_is_made_of_confidential_plans_says_so(run, refused, tmp_path, name, kind):
    out = tmp_path / "uit"
    (out / THE_USERS).mkdir(parents=True)
    path = plan_file(tmp_path / "bron" / "plannen.gpkg", kind)
    if name == "exportdelivery":
        (out / TO_PROVINCE).mkdir()
        if kind == "niet beantwoord":
            refused(name, INPUT=str(path), **ABOUT, FOLDER=str(out / TO_PROVINCE))
        else:
            make(run, name, path, out)
    else:
        make(run, name, path, out)
    marked = kind in ("vertrouwelijk", "strijdig")
    beside = list(path.parent.glob("plannen_*.html"))  # the report of a delivery and on the invulbladen
    found = [*made_in(out), *beside]
    assert found
    for one in found:
        inside = one.relative_to(out).parts[0] if one.is_relative_to(out) else ""
        meant = marked and not (inside == TO_PROVINCE and kind == "strijdig")  # what the province said is known there
        if one.name.startswith("invulblad_") and "B_ Bos" in one.name:
            meant = False  # whose plans are public
        if "wijzigingen" not in one.name:  # a program reads that one
            assert (CONFIDENTIAL in first_words(one)) is meant, one
        if inside not in (TO_PROVINCE, THE_USERS):
            assert (CONFIDENTIAL in one.name) is meant, one
        else:
            assert CONFIDENTIAL not in one.name, "names that are fixed, or the user's own"


def test_there_is_one_report_of_a_kind(run, tmp_path):
    """What was ours under the other name goes; what somebody changed stays."""
    path = plan_file(tmp_path / "plannen.gpkg", "openbaar")
    run("makefillsheets", INPUT=str(path), FOLDER=str(tmp_path))
    plain, marked = path.with_name("plannen_projectleiders.html"), path.with_name(f"plannen_projectleiders_{CONFIDENTIAL}.html")
    assert plain.exists() and not marked.exists()
    confidential_table.label(path, [plan_id(1)], True, "A. Bos", "2026-01-02")
    run("makefillsheets", INPUT=str(path), FOLDER=str(tmp_path))
    assert marked.exists() and not plain.exists()
    assert "Plan ‘Plan 1’" in marked.read_text("utf-8") and "1 openbaar plan ingevuld" in marked.read_text("utf-8")
    marked.write_text(marked.read_text("utf-8").replace("Plan 1", "Mijn plan"), "utf-8")
    confidential_table.label(path, [plan_id(1)], False, "A. Bos", "2026-01-02")
    run("makefillsheets", INPUT=str(path), FOLDER=str(tmp_path))
    assert plain.exists() and "Mijn plan" in marked.read_text("utf-8")


def test_the_province_reads_it_in_every_file_of_a_package(run, tmp_path):
    path = plan_file(tmp_path / "plannen.gpkg", "vertrouwelijk")
    (tmp_path / "uit").mkdir()
    package = Path(run("exportdelivery", INPUT=str(path), **ABOUT, FOLDER=str(tmp_path / "uit"))["PACKAGE"])
    assert package.name == "LMVW_GM9999_2026-01-01.zip"
    with zipfile.ZipFile(package) as packed:
        assert packed.read("LEESMIJ.txt").decode("utf-8").startswith(f"{CONFIDENTIAL}: ")
        assert json.loads(packed.read("manifest.json"))["plannen_vertrouwelijk"] == 1
