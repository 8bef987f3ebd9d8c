# SPDX-License-Identifier: GPL-2.0-or-later
"""The lists of the panel Vragenlijst: after one is confirmed it shows what is left, and the panel asks what is still open."""

from collections import Counter

import pytest

from lmvw_plugin.core.asking.questions import Plans
from lmvw_plugin.core.importing.mapping.hints import Hint
from lmvw_plugin.forms.asking import watch
from lmvw_plugin.forms.asking.proposing import Proposals
from lmvw_plugin.forms.asking.table import PlanTable
from lmvw_plugin.layers.asking import book
from lmvw_plugin.layers.planfile.edits import one_step
from lmvw_plugin.layers.planfile.tables import hints_table
from tests.conftest import consistent_plan
from tests.forms.desk import windows
from tests.forms.plan_files import make
from tests.forms.questions.kit import LACKS, proposals
from tests.layers.test_answer_book import readings_of

WORDS = Hint("plantype", "soort", "inbreiding", "verdichting")


@pytest.fixture
def said(path):
    """What the source said of three plans."""
    hints_table.keep(path, {"id1": [WORDS], "id2": [WORDS], "id3": [WORDS]})


def test_a_confirmed_list_holds_nothing_that_was_confirmed_however_long_judging_takes(said, dock, qtbot, monkeypatch):
    window = proposals(dock, qtbot)
    monkeypatch.setattr(watch, "_SLICE", -1)
    window.all.click()
    assert [dock.hand.plans.is_open(key, "plantype") for key in (1, 2, 3)] == [False, False, False]
    assert window.kind.count() == 0 or "woorden" not in window.kind.currentText()
    window.reject()


def test_after_a_list_the_panel_asks_what_is_still_open(said, dock, qtbot):
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

    def test_what_one_deed_changes_is_read_together_and_told_at_its_end(self, dock, plans, qtbot, monkeypatch):
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

    def test_an_answer_for_all_is_seen_at_once_and_enter_goes_on_while_it_is_judged(self, dock, monkeypatch):
        monkeypatch.setattr(watch, "_SLICE", -1)
        dock.ask("vertrouwelijk")
        dock.answer.say("nee")
        dock.fill_in()
        assert dock.question.currentText() == "Vertrouwelijk? 0 plannen"
        assert dock.words.text() == ("300 velden open bij 100 plannen. Nog na te kijken na een wijziging: 80 plannen.")
        dock.fill_in()
        assert dock.veld == "plantype"
        assert dock.hand.waiting

    def test_the_next_answer_for_all_waits_for_no_judging_and_both_are_judged_together(self, dock, plans, qtbot, monkeypatch):
        monkeypatch.setattr(watch, "_SLICE", -1)
        judged, judge = [], Plans.judge
        monkeypatch.setattr(Plans, "judge", lambda kept, key: judged.append(key) or judge(kept, key))
        for veld, words in (("vertrouwelijk", "nee"), ("plantype", "verdichting"), ("eengezins", "0")):
            dock.ask(veld)
            dock.answer.say(words)
            dock.fill_in()
        assert len(judged) == 3 * watch._AT_ONCE
        assert len(dock.hand.waiting) == self.MANY - watch._AT_ONCE  # each once, of three answers
        assert {plan[veld] for plan in plans.getFeatures() for veld in ("vertrouwelijk", "plantype")} == {False, "verdichting"}
        assert {plan["eengezins"] for plan in plans.getFeatures()} == {0}
        assert [plans.undoStack().text(step) for step in range(plans.undoStack().count())] == [
            "Vertrouwelijk: nee bij 100 plannen", "Plantype: Verdichting bij 100 plannen", "Eengezinswoningen: 0 bij 100 plannen",
        ]  # fmt: skip
        qtbot.waitUntil(lambda: not dock.hand.waiting, timeout=10_000)
        assert dock.words.text() == "100 velden open bij 100 plannen."

    def test_what_an_answer_spares_gets_no_other_also_before_that_is_judged(self, dock, plans, monkeypatch):
        monkeypatch.setattr(watch, "_SLICE", -1)
        field = plans.fields().lookupField("vervallen")
        with one_step(plans, "van elders"):
            for fid in range(1, self.MANY):
                plans.changeAttributeValue(fid, field, True)
        dock.ask("plantype")
        dock.answer.say("verdichting")
        dock.fill_in()
        assert [plan.id() for plan in plans.getFeatures() if plan["plantype"] == "verdichting"] == [self.MANY]
        assert dock.said.text() == "Plantype: Verdichting bij plan ‘Hof 099’."

    def test_who_gives_an_answer_while_it_is_undone_by_ctrl_z_gives_it_to_what_is_open_again(self, dock, plans, monkeypatch):
        monkeypatch.setattr(watch, "_SLICE", -1)
        for words in ("nee", "ja"):
            dock.ask("vertrouwelijk")
            dock.answer.say(words)
            dock.fill_in()
            plans.undoStack().undo()
        dock.answer.say("ja")
        dock.fill_in()
        assert {plan["vertrouwelijk"] for plan in plans.getFeatures()} == {True}

    def test_what_the_file_itself_has_meanwhile_is_left_and_shown(self, dock, plans):
        """Another program answered: the layer tells nobody."""
        field = plans.fields().lookupField("plantype")
        plans.dataProvider().changeAttributeValues({fid: {field: "transformatie"} for fid in range(1, 41)})
        dock.ask("plantype")
        dock.answer.say("verdichting")
        dock.fill_in()
        assert Counter(plan["plantype"] for plan in plans.getFeatures()) == {"transformatie": 40, "verdichting": 60}
        assert Counter(dock.plans[key]["plantype"] for key in range(1, 101)) == {"transformatie": 40, "verdichting": 60}
        assert dock.question.currentText() == "Plantype? 0 plannen"

    def test_the_same_of_more_plans_than_are_read_one_by_one(self, dock, plans, monkeypatch):
        monkeypatch.setattr(book, "_AT_ONCE", 10)
        self.test_what_the_file_itself_has_meanwhile_is_left_and_shown(dock, plans)
        plans.startEditing()
        for fid in range(1, 31):
            plans.changeAttributeValue(fid, plans.fields().lookupField("plantype"), "")  # as the form keeps no answer
        dock.ask("plantype")
        dock.answer.say("uitbreiding_uitleg")
        dock.fill_in()
        assert Counter(plan["plantype"] for plan in plans.getFeatures()) == {
            "transformatie": 10,
            "verdichting": 60,
            "uitbreiding_uitleg": 30,
        }

    def test_a_list_comes_when_all_is_judged(self, dock, plans, qtbot, monkeypatch):
        monkeypatch.setattr(watch, "_SLICE", -1)
        field = plans.fields().lookupField("meergezins")
        with one_step(plans, "van elders"):
            for fid in range(1, self.MANY + 1):
                plans.changeAttributeValue(fid, field, 20)
        dock.show_zeros()
        assert dock.said.text() == "De lijst komt zodra 80 plannen opnieuw zijn nagekeken."
        assert not windows("lmvw_question_preview")
        qtbot.waitUntil(lambda: bool(windows("lmvw_question_preview")), timeout=10_000)
        (preview,) = windows("lmvw_question_preview")
        assert {answer.key for answer in preview.answers} == set(range(1, self.MANY + 1))
        assert not dock.hand.waiting
        preview.reject()

    def test_rows_beside_each_other_are_selected_as_one_stretch(self, dock, plans):
        plans.selectAll()
        assert len(dock.table.selectionModel().selection()) == 1
        assert len(dock.table.selectionModel().selectedRows()) == self.MANY
        plans.selectByIds([1, 2, 3, 10])
        assert [(part.top(), part.bottom()) for part in dock.table.selectionModel().selection()] == [(0, 2), (9, 9)]
        dock.table.selectRow(4)
        assert plans.selectedFeatureIds() == [5]

    def test_a_heading_is_painted_without_asking_every_row(self, dock, monkeypatch):
        dock.table.selectAll()
        asked, flags = [], PlanTable.flags
        monkeypatch.setattr(PlanTable, "flags", lambda model, index: asked.append(index) or flags(model, index))
        dock.table.horizontalHeader().grab()
        assert len(asked) < self.MANY
