# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of the one sum of all plans: the sum and its text, and not one plan. ``test_public_files`` has the plans that make it up differ."""

import json
import zipfile

import openpyxl
import pytest

from lmvw_plugin.core.confidential.dividing import make_public, make_summed
from lmvw_plugin.core.confidential.public import ABOUT, WHOLE
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.confidential import package
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan

PLANS = [consistent_plan(plannaam=f"Openbaar {n}") for n in range(3)]
PLANS += [consistent_plan(plannaam=f"Geheim {n}", vertrouwelijk=True, planstatus="3", bruto_totaal=20 + n) for n in range(4)]


def made(plans, folder):
    folder.mkdir(exist_ok=True)
    return package.write_public(folder, make_summed(plans, MARKERWAARD, PEILDATUM), Silent()).archive


def test_the_package_holds_the_sum_and_no_plan(tmp_path):
    archive = made(PLANS, tmp_path)
    assert archive.name == "LMVW_opgeteld_GM9999_2026-01-01.zip"
    with zipfile.ZipFile(archive) as packed:
        assert packed.namelist() == ["LEESMIJ.txt", f"{WHOLE}.xlsx", f"{WHOLE}.html", "manifest.json"]
        assert not [name for name in packed.namelist() if b"Openbaar " in packed.read(name) or b"Geheim " in packed.read(name)]
        manifest = json.loads(packed.read("manifest.json"))
        assert "deel A, punt 1" in packed.read("LEESMIJ.txt").decode("utf-8")
    assert manifest[WHOLE]["bruto_totaal"] == 60 + 86 and "kolommen" not in manifest
    book = openpyxl.load_workbook(archive.with_suffix("") / f"{WHOLE}.xlsx")
    assert book.sheetnames == [ABOUT, WHOLE]
    assert {row[1]: row[2] for row in book[WHOLE].iter_rows(values_only=True)}["bruto_totaal"] == 146


def test_the_previous_sum_is_known_again_and_a_public_version_is_none(tmp_path):
    archive = made(PLANS, tmp_path)
    assert package.read_published(archive, "GM9999", whole=True)["bruto_totaal"] == 146
    with pytest.raises(LmvwError, match="is de som van alle plannen en geen openbare versie"):
        package.read_published(archive, "GM9999")
    public = package.write_public(tmp_path, make_public(PLANS, lambda _: None, MARKERWAARD, PEILDATUM), Silent()).archive
    with pytest.raises(LmvwError, match="is een openbare versie en geen som van alle plannen"):
        package.read_published(public, "GM9999", whole=True)
