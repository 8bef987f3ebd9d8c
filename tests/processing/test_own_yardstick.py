# SPDX-License-Identifier: GPL-2.0-or-later
"""A municipality's own yardstick: in check and delivery it counts, travels with the plan file, and the province reads of it."""

import json
import zipfile
from pathlib import Path

import pytest

from lmvw_plugin.core.asking.defaults import NO_DEFAULTS, Defaults
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.rules.findings import Ernst
from lmvw_plugin.core.rules.tolerances import USUAL, Tolerances
from lmvw_plugin.core.rules.yardstick import OF_PLUGIN, Yardstick
from lmvw_plugin.layers.map.outcome import load
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.about import measure_by
from lmvw_plugin.layers.planfile.tables import check_table
from tests.conftest import change, read_plans

SOFT = Yardstick.of([("A2", Ernst.WAARSCHUWING)], USUAL)
SAID = "Regel A2 (Fasering van bruto telt niet op tot bruto totaal) telt hier als ‘waarschuwing’; in de plugin is dat ‘fout’."


@pytest.fixture
def unsummed(own_file):
    """A plan of which the years are too many."""
    live = (plan for plan, _ in read_plans(own_file) if plan["bruto_totaal"] and not plan["gerealiseerd"] and not plan["vervallen"])
    change(own_file, next(live)["plannaam"], bruto_jaar01=9999)
    return own_file


def deliver(run, path, folder):
    return run("exportdelivery", INPUT=str(path), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(folder))


def test_what_is_softened_does_not_hold_a_delivery_and_the_province_reads_that_in_the_package(run, unsummed, tmp_path):
    with pytest.raises(Exception, match="geen pakket gemaakt"):
        deliver(run, unsummed, tmp_path / "een")
    measure_by(unsummed, SOFT, NO_DEFAULTS)
    done = deliver(run, unsummed, tmp_path / "twee")
    assert done["ERRORS"] == 0
    assert SAID in Path(done["OWN_REPORT"]).read_text(encoding="utf-8")
    with zipfile.ZipFile(done["PACKAGE"]) as packed:
        assert SAID in packed.read("LEESMIJ.txt").decode()
        assert SAID in packed.read("controle.html").decode()
        (said,) = json.loads(packed.read("manifest.json"))["eigen_maatstaf"]
        assert said.startswith(SAID)


def test_a_package_by_the_plugins_own_yardstick_says_nothing_of_it(run, own_file, tmp_path):
    done = deliver(run, own_file, tmp_path / "uit")
    with zipfile.ZipFile(done["PACKAGE"]) as packed:
        assert json.loads(packed.read("manifest.json"))["eigen_maatstaf"] == []
        assert "maatstaf" not in packed.read("LEESMIJ.txt").decode() + packed.read("controle.html").decode()
    assert planfile.read_info(own_file).yardstick == OF_PLUGIN


def test_an_outcome_by_another_yardstick_is_outdated_and_judged_anew(run, unsummed, tmp_path):
    run("checkplans", INPUT=str(unsummed), PEILDATUM="2026-01-01", OUTPUT="memory:", KEEP=True, REPORT=str(tmp_path / "r.html"))
    layer = planfile.open_layer(unsummed)
    outcome, _ = load(unsummed, layer, None, Silent())
    assert [one.ernst for one in outcome.findings if one.regel == "A2"] == [Ernst.FOUT]
    measure_by(unsummed, SOFT, Defaults.of({"vertrouwelijk": False}))
    assert set(check_table.kept(unsummed).prints.values()) == {""}
    again, judge = load(unsummed, layer, None, Silent())
    assert [one.ernst for one in again.findings if one.regel == "A2"] == [Ernst.WAARSCHUWING]
    assert judge.offers.defaults == planfile.read_info(unsummed).defaults != NO_DEFAULTS
    run("checkplans", INPUT=str(unsummed), PEILDATUM="2026-01-01", OUTPUT="memory:", KEEP=True, REPORT=str(tmp_path / "r.html"))
    assert load(unsummed, layer, None, Silent())[0].coverage.yardstick == SOFT
    measure_by(unsummed, SOFT, NO_DEFAULTS)  # what is proposed says nothing of what was found
    assert "" not in check_table.kept(unsummed).prints.values()


def test_tolerances_of_the_plan_file_are_those_of_check_and_judge(run, own_file, tmp_path):
    wide = Yardstick.of([], Tolerances(needle_m=10_000))
    found = run("checkplans", INPUT=str(own_file), PEILDATUM="2026-01-01", OUTPUT="memory:", REPORT=str(tmp_path / "r.html"))["WARNINGS"]
    measure_by(own_file, wide, NO_DEFAULTS)
    again = run("checkplans", INPUT=str(own_file), PEILDATUM="2026-01-01", OUTPUT="memory:", REPORT=str(tmp_path / "r.html"))["WARNINGS"]
    assert again > found
    assert "‘Naalddeel: gemiddelde breedte (m)’ is hier 10.000; in de plugin is dat 0,5." in (tmp_path / "r.html").read_text(
        encoding="utf-8"
    )
