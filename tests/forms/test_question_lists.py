# SPDX-License-Identifier: GPL-2.0-or-later
"""The lists of the panel Vragenlijst: after one is confirmed it shows what is left, and the panel asks what is still open."""

import pytest

from lmvw_plugin.core.importing.mapping.hints import Hint
from lmvw_plugin.forms.asking import watch
from lmvw_plugin.forms.asking.proposing import Proposals
from lmvw_plugin.forms.asking.table import PlanTable
from lmvw_plugin.layers.planfile.edits import one_step
from lmvw_plugin.layers.planfile.tables import hints_table
from tests.conftest import consistent_plan
from tests.forms.test_question_table import LACKS, desk, dock, panel, path, plans, questions  # noqa: F401  # fixtures
from tests.forms.test_review import make
from tests.layers.test_answer_book import readings_of

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


class TestOfManyPlans:
    """What one deed changes, or one click selects, costs the window no more than what is to be seen of it."""

    MANY = 100

    @pytest.fixture
    def path(self, tmp_path):
        return make(
            tmp_path, *(consistent_plan(plan_id=f"id{number}", plannaam=f"Hof {number:03}", **LACKS) for number in range(self.MANY))
        )

    def test_what_one_deed_changes_is_read_together_and_told_at_its_end(self, dock, plans, qtbot, monkeypatch):  # noqa: F811
        monkeypatch.setattr(watch, "_SLICE", -1)  # as few at once as ever
        monkeypatch.setattr(watch, "_TELL", 3600.0, raising=False)
        readings, told = readings_of(plans, monkeypatch), []
        dock.hand.judged.connect(lambda: told.append(dock.question.currentText()))
        field = plans.fields().lookupField("vertrouwelijk")
        with one_step(plans, "van elders"):
            for fid in range(1, self.MANY + 1):
                plans.changeAttributeValue(fid, field, False)
        qtbot.waitUntil(lambda: bool(told) and told[-1] == "Vertrouwelijk? 0 plannen", timeout=10_000)
        assert len(readings) <= 5
        assert len(told) <= 2

    def test_an_answer_for_all_is_seen_at_once_and_enter_goes_on_while_it_is_judged(self, dock, monkeypatch):  # noqa: F811
        monkeypatch.setattr(watch, "_SLICE", -1)
        dock.ask("vertrouwelijk")
        dock.answer.say("nee")
        dock.fill_in()
        assert dock.question.currentText() == "Vertrouwelijk? 0 plannen"
        assert dock.words.text() == "300 velden open bij 100 plannen."
        assert dock.hand._watch._touched  # not judged yet
        dock.fill_in()
        assert dock.veld == "plantype"
        assert dock.hand._watch._touched

    def test_rows_beside_each_other_are_selected_as_one_stretch(self, dock, plans):  # noqa: F811
        plans.selectAll()
        assert len(dock.table.selectionModel().selection()) == 1
        assert len(dock.table.selectionModel().selectedRows()) == self.MANY
        plans.selectByIds([1, 2, 3, 10])
        assert [(part.top(), part.bottom()) for part in dock.table.selectionModel().selection()] == [(0, 2), (9, 9)]
        dock.table.selectRow(4)
        assert plans.selectedFeatureIds() == [5]

    def test_a_heading_is_painted_without_asking_every_row(self, dock, monkeypatch):  # noqa: F811
        dock.table.selectAll()
        asked, flags = [], PlanTable.flags
        monkeypatch.setattr(PlanTable, "flags", lambda model, index: asked.append(index) or flags(model, index))
        dock.table.horizontalHeader().grab()
        assert len(asked) < self.MANY
