# SPDX-License-Identifier: GPL-2.0-or-later
"""The outcome that a plan file keeps: all of it of one check, and of plans that were judged again each finding once and none lost."""

import threading
from datetime import datetime

import pytest

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.reporting.certificate import Judged, document
from lmvw_plugin.core.rules.coverage import Coverage
from lmvw_plugin.core.rules.plans import check_gemeente, check_plan
from lmvw_plugin.layers.map.outcome import judged_again, load
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import check_table
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square


@pytest.mark.parametrize("code", [None, "GM0001", "GM0396"])
def test_what_is_said_of_the_municipality_is_said_once(code):
    plan = consistent_plan(plan_id="een", gemeente_code=code)
    found = [*check_plan(plan, PEILDATUM), *check_gemeente(plan, "GM9999")]
    assert found
    assert sorted(map(repr, judged_again(found, [plan], PEILDATUM))) == sorted(map(repr, found))


def test_a_municipality_that_is_answered_is_no_longer_asked():
    plan = consistent_plan(plan_id="een", gemeente_code=None)
    found = check_plan(plan, PEILDATUM)
    assert [finding.veld for finding in found] == ["gemeente_code"]
    assert judged_again(found, [plan | {"gemeente_code": "GM9999"}], PEILDATUM) == []


def test_findings_prints_and_moment_are_of_one_check(qgis_app, tmp_path):
    """While one check after another is kept, what is read is one of them, never half of two."""
    path = tmp_path / "p.gpkg"
    plan = consistent_plan(plan_id="een", bruto_totaal=None)
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(0), plan)])
    layer = planfile.open_layer(path)
    checks = {datetime(2026, 3, day, 9): (f"dag {day}", check_plan(plan, PEILDATUM) * day) for day in (1, 2)}

    def keep(moment):
        text, findings = checks[moment]
        certificate = document(Judged(Coverage(len(findings), frozenset(("A1",)), {}), moment), findings, text)
        check_table.replace(path, [("een", "Fout", text, text)], moment, Silent(), findings, certificate)

    keep(min(checks))
    done = threading.Event()

    def others():
        while not done.is_set():
            for moment in checks:
                keep(moment)
                done.wait(0.02)

    thread = threading.Thread(target=others)
    thread.start()
    try:
        for _ in range(12):
            outcome = load(path, layer, Silent())
            assert outcome is not None
            text, findings = checks[outcome.moment]
            assert (outcome.prints, outcome.coverage.plans) == ({"een": text}, len(findings))
    finally:
        done.set()
        thread.join()
