# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel Vragenlijst reads plan maps where the planstatus is asked: proposals come, are confirmed, and stand in the history of the file."""

import pytest
from qgis.PyQt.QtWidgets import QFileDialog

from lmvw_plugin.core.asking.defaults import Defaults
from lmvw_plugin.core.rules.yardstick import OF_PLUGIN
from lmvw_plugin.forms import user_settings
from lmvw_plugin.layers.planfile import about
from lmvw_plugin.layers.planfile.session import PlanSession
from lmvw_plugin.layers.planfile.tables import answer_history
from tests.conftest import consistent_plan, square
from tests.forms.plan_files import make
from tests.forms.questions.kit import held, proposals
from tests.layers.test_planmap_files import gml, use


@pytest.fixture
def path(tmp_path):
    return make(
        tmp_path, *(consistent_plan(plan_id=f"id{number}", plannaam=name, planstatus=None) for number, name in enumerate(("Kade", "Werf")))
    )


def chosen(monkeypatch, *paths):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(one) for one in paths], ""))


def test_a_plan_map_is_read_seen_confirmed_and_kept(dock, plans, path, tmp_path, qtbot, monkeypatch):
    assert dock.veld == "planstatus" and dock.planmap.isVisible() and not dock.proposals.isVisible()
    folder = tmp_path / "kaarten"
    folder.mkdir()
    chosen(monkeypatch, gml(folder, use(square(0, 4000)), status="onherroepelijk", size=4000))
    dock.planmap.click()
    qtbot.waitUntil(lambda: dock.proposals.isVisible(), timeout=10_000)
    assert (
        dock.said.text()
        == "De plankaart geeft een voorstel voor de planstatus van 2 plannen: kies ‘Voorstellen’ om ze te zien en te bevestigen."
    )
    assert user_settings.PLAN_MAPS_FOLDER.get() == str(folder)
    assert set(held(plans, "planstatus").values()) != {"1A"}, "nothing is filled in before a person confirms it"
    window = proposals(dock, qtbot)
    assert window.kind.currentText() == "Planstatus volgens de plankaart (IMRO) (2)"
    window.all.click()
    assert set(held(plans, "planstatus").values()) == {"1A"}
    PlanSession(plans).save()
    kept = answer_history.read(path)
    assert {(one.veld, one.antwoord) for one in kept} == {("planstatus", "1A")}
    assert all("plankaart NL.IMRO.9999.BPKade-VG01" in one.reden for one in kept)


def test_a_file_that_is_no_plan_map_is_refused_in_one_sentence(dock, path, qtbot, monkeypatch):
    chosen(monkeypatch, path)
    dock.planmap.click()
    qtbot.waitUntil(lambda: "is geen plankaart volgens IMRO" in dock.said.text(), timeout=10_000)


def test_who_chooses_nothing_reads_nothing(dock, monkeypatch):
    chosen(monkeypatch)
    dock.planmap.click()
    assert dock.said.text() == ""


def test_usual_answers_are_proposed_in_the_panel_too(dock, path, qtbot):
    assert not dock.proposals.isVisible()
    about.measure_by(path, OF_PLUGIN, Defaults.of({"planstatus": "4A"}))
    dock.hand.reload()
    qtbot.waitUntil(lambda: dock.proposals.isVisible(), timeout=10_000)
