# SPDX-License-Identifier: GPL-2.0-or-later
"""The lists of the panel Vragenlijst: after one is confirmed it shows what is left, and the panel asks what is still open."""

import pytest

from lmvw_plugin.core.importing.mapping.hints import Hint
from lmvw_plugin.forms.asking import watch
from lmvw_plugin.forms.asking.proposing import Proposals
from lmvw_plugin.layers.planfile.tables import hints_table
from tests.forms.test_question_table import desk, dock, panel, path, plans, questions  # noqa: F401  # fixtures

WORDS = Hint("plantype", "soort", "inbreiding", "verdichting")


@pytest.fixture
def said(path):  # noqa: F811  # the fixture that was imported
    """What the source said of three plans."""
    hints_table.keep(path, {"id1": [WORDS], "id2": [WORDS], "id3": [WORDS]})


def proposals(dock, qtbot):  # noqa: F811  # the fixture that was imported
    dock.proposals.click()
    qtbot.waitUntil(lambda: bool(dock.findChildren(Proposals)))
    return dock.findChildren(Proposals)[-1]


def test_a_confirmed_list_holds_nothing_that_was_confirmed_however_long_judging_takes(said, dock, qtbot, monkeypatch):  # noqa: F811
    window = proposals(dock, qtbot)
    monkeypatch.setattr(watch, "_SLICE", -1)
    window.all.click()
    assert [dock.hand.plans.is_open(key, "plantype") for key in (1, 2, 3)] == [False, False, False]
    assert window.kind.count() == 0 or "woorden" not in window.kind.currentText()
    window.reject()


def test_after_a_list_the_panel_asks_what_is_still_open(said, dock, qtbot):  # noqa: F811
    dock.ask("plantype")
    proposals(dock, qtbot).all.click()
    assert dock.veld != "plantype"
    assert dock.plans.questions()[0].veld == dock.veld
    assert dock.said.text() == "Voorstellen bevestigd: 3 velden bij 3 plannen."
    for window in dock.findChildren(Proposals):
        window.reject()
