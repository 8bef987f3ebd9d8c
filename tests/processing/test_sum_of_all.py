# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:exportpublic`` with one sum of all plans, and with the limits that the plan file keeps."""

import zipfile
from pathlib import Path

import pytest

from lmvw_plugin.core.confidential.public import WHOLE
from lmvw_plugin.core.confidential.thresholds import Thresholds
from lmvw_plugin.core.rules.targets import Targets
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.about import aim_at, stop_at
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, left_in, mark_in, square

ABOUT = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}


@pytest.fixture
def plans(tmp_path):
    path = tmp_path / "bron" / "plannen.gpkg"
    path.parent.mkdir()
    made = [consistent_plan(plannaam="Zuid"), consistent_plan(plannaam="Haven Zuid")]
    made += [consistent_plan(plannaam=name, vertrouwelijk=True, planstatus="3") for name in ("Haven", "Kade", "Dok")]
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(n), plan) for n, plan in enumerate(made)])
    return path


def test_one_sum_of_all_plans_and_no_plan(run, plans, tmp_path):
    (tmp_path / "uit").mkdir()
    made = run("exportpublic", INPUT=str(plans), **ABOUT, SUM_ALL=True, FOLDER=str(tmp_path / "uit"))
    assert left_in(tmp_path / "uit") == ["LMVW_opgeteld_GM9999_2026-01-01", "LMVW_opgeteld_GM9999_2026-01-01.zip"]
    assert Path(made["XLSX"]).name == f"{WHOLE}.xlsx" and "GPKG" not in made and made["REASONS"] == 0
    with zipfile.ZipFile(made["PACKAGE"]) as packed:
        assert not [name for name in packed.namelist() if any(word in packed.read(name) for word in (b"Haven", b"Zuid", b"Kade", b"Dok"))]
    again = run("exportpublic", INPUT=str(plans), **ABOUT, SUM_ALL=True, PREVIOUS=made["PACKAGE"], FOLDER=str(tmp_path / "uit"))
    assert again["REASONS"] == 0


def test_a_stop_goes_for_the_sum_of_all_too(refused, plans, tmp_path):
    said = refused("exportpublic", INPUT=str(plans), **ABOUT, SUM_ALL=True, FEWEST=4, FOLDER=str(tmp_path / "uit"))
    assert "3 vertrouwelijke plannen" in said and mark_in(said)


def test_the_limits_of_the_plan_file_count_unless_others_are_given(run, refused, plans, tmp_path):
    stop_at(plans, Thresholds(fewest=5))
    assert planfile.read_info(plans).thresholds == Thresholds(fewest=5)
    given = {"INPUT": str(plans), **ABOUT, "SUM_ALL": True, "FOLDER": str(tmp_path / "uit")}
    assert "De ondergrens is 5" in refused("exportpublic", **given)
    assert run("exportpublic", **given, FEWEST=3)["REASONS"] == 0
    stop_at(plans, Thresholds(fewest=3, most=0.2))
    assert "meer dan 20%" in refused("exportpublic", **given)
    stop_at(plans, Thresholds())
    assert run("exportpublic", **given)["REASONS"] == 0


def test_the_targets_of_the_plan_file_are_totals_that_others_know(run, refused, plans, tmp_path):
    """2036 is in a period; 2026 has 8 dwellings of each plan: 16 in the public ones, 24 in the sum."""
    given = {"INPUT": str(plans), **ABOUT, "FOLDER": str(tmp_path / "uit")}
    stopped = refused("exportpublic", **given)  # the name of a public plan names a confidential one
    assert "Streefgetal" not in stopped
    aim_at(plans, Targets.of({2026: 40, 2027: 300}))
    for more in ({}, {"SUM_ALL": True}):
        said = refused("exportpublic", **given, **more)
        assert "‘Streefgetal 2026’ noemt 40 woningen bruto. Zonder de openbare plannen is dat precies de optelling: 24." in said
        assert "2027" not in said
    aim_at(plans, Targets.of({2026: 90}))
    assert run("exportpublic", **given, SUM_ALL=True)["REASONS"] == 0
