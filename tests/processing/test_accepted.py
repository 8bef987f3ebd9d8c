# SPDX-License-Identifier: GPL-2.0-or-later
"""What was accepted is told by check and delivery; the province gets only what stands in the plan itself."""

import json
import zipfile
from pathlib import Path

import pytest

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.rules.acceptance import Accepted
from lmvw_plugin.layers.checks import check_plan_layer
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import accepted_table
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square
from tests.processing.test_delivery_stays_home import opened

PUBLIC, HOME, AWAY = "De rest van een woonvorm", "Geheimpje-voor-thuis", "Geheimpje-van-5A"

ID = "7b0d0a0c-0000-4000-8000-00000000002{}"


@pytest.fixture
def path(qgis_app, tmp_path):
    """A warning that the province reads of, one that it does not, and one of a plan that stays home: all accepted."""
    path = tmp_path / "p.gpkg"
    small = {"nultreden_geclusterd": 3, "zorggeschikt": 0, "zorg_55plus": True}
    plans = (
        consistent_plan(plan_id=ID.format(0), plannaam="Kade", toelichting=PUBLIC, **small),
        consistent_plan(plan_id=ID.format(1), plannaam="Dijk "),
        consistent_plan(plan_id=ID.format(2), plannaam="Thuis ", planstatus="5A", toelichting=AWAY),
    )
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(2 * at), plan) for at, plan in enumerate(plans)])
    layer = planfile.open_layer(path)
    texts = {"Kade": PUBLIC, "Dijk ": HOME, "Thuis ": AWAY}
    for one in check_plan_layer(layer, PEILDATUM, None, None, Silent()).findings:
        if one.can_be_accepted:
            who = "Anna Geheim"
            accepted_table.accept(
                path, Accepted(one.plan_id, one.regel, one.veld, one.oorzaak, texts[one.plannaam], who, "2026-01-02 10:00")
            )
    del layer
    return path


def test_a_check_tells_it_in_numbers_layer_report_and_certificate(run, path, tmp_path):
    report, certificate = tmp_path / "r.html", tmp_path / "c.json"
    done = run("checkplans", INPUT=str(path), PEILDATUM="2026-01-01", OUTPUT="memory:", REPORT=str(report), CERTIFICATE=str(certificate))
    assert (done["WARNINGS"], done["ACCEPTED"]) == (0, 3)
    page = report.read_text(encoding="utf-8")
    assert "Geaccepteerd (3)" in page and HOME in page and "Anna Geheim" in page and "0 waarschuwingen, 3 geaccepteerd" in page
    kept = json.loads(certificate.read_text(encoding="utf-8"))
    assert kept["waarschuwingen"] == 0
    assert {(one["regel"], one["toelichting"], one["wie"]) for one in kept["geaccepteerd"]} == {
        ("A8", PUBLIC, "Anna Geheim"), ("N4", HOME, "Anna Geheim"), ("N4", AWAY, "Anna Geheim"),
    }  # fmt: skip


def test_the_toelichting_must_still_say_it(run, path, tmp_path):
    layer = planfile.open_layer(path)
    fid = next(plan.id() for plan in layer.getFeatures() if plan["plannaam"] == "Kade")
    assert layer.dataProvider().changeAttributeValues({fid: {layer.fields().lookupField("toelichting"): "Iets anders"}})
    del layer
    done = run("checkplans", INPUT=str(path), PEILDATUM="2026-01-01", OUTPUT="memory:", REPORT=str(tmp_path / "r.html"))
    assert (done["WARNINGS"], done["ACCEPTED"]) == (1, 2)


def test_a_delivery_takes_along_only_what_the_plan_itself_says(run, path, tmp_path):
    done = run("exportdelivery", INPUT=str(path), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(tmp_path / "uit"))
    assert (done["ACCEPTED"], done["UNEXPLAINED"]) == (3, 0)
    own = Path(done["OWN_REPORT"]).read_text(encoding="utf-8")
    assert HOME in own and AWAY in own
    with zipfile.ZipFile(done["PACKAGE"]) as packed:
        whole = {name: opened(packed.read(name)) for name in packed.namelist()}
    for secret in (HOME, AWAY, "Anna Geheim"):
        assert not [name for name, content in whole.items() if secret.encode() in content]
    report = Path(done["REPORT"]).read_text(encoding="utf-8")
    assert "1 waarschuwing, 1 geaccepteerd" in report and f"Geaccepteerd: {PUBLIC}" in report
