# SPDX-License-Identifier: GPL-2.0-or-later
"""The target of the question table on real plans: from import to at most 2 open fields a plan, within 30 answers, each in the history of the file.

The plans are asked for the delivery of their own time (the registry of March 2020): for a later one their years are over, and only a
person knows what became of them (``tests/processing/test_asking_real.py`` has those figures).
"""

from collections import Counter

import pytest
from qgis.core import QgsProject

from lmvw_plugin.core.asking.answers import How
from lmvw_plugin.core.asking.proposals import Kind
from lmvw_plugin.core.rules.findings import Soort
from lmvw_plugin.core.rules.plans import check_plan
from lmvw_plugin.forms.asking.preview import Preview
from lmvw_plugin.forms.asking.proposing import Proposals
from lmvw_plugin.layers.map.project import set_up_project
from lmvw_plugin.layers.planfile.tables import answer_history
from tests.conftest import DATA
from tests.forms.questions.kit import answer

PLANS = DATA / "plannen"
ONLY_A_PERSON = {"nultreden", "ouderen_overig"}  # no source and no answer for many plans at once says how many


class Person:
    """Somebody who answers in the panel, and counts what that takes."""

    def __init__(self, dock, qtbot):
        self.dock, self._qtbot, self.said = dock, qtbot, []

    def answers(self, veld, words):
        """One answer for all plans that lack it; nothing when none does."""
        self.dock.ask(veld)
        if self.dock.veld == veld and any(veld in fields for fields in self.dock.plans.open.values()):
            answer(self.dock, words)
            self.said.append(f"{self.dock.said.text()}")

    def confirms(self, kind):
        """All proposals of a kind, after the list."""
        if self.dock.proposals.isHidden():
            return
        self.dock.proposals.click()
        window = self._shown(Proposals)
        place = window.kind.findData(kind)
        if place >= 0:
            window.kind.setCurrentIndex(place)
            window.kind.activated.emit(place)
            window.all.click()
            self.said.append(self.dock.said.text())
        window.reject()
        self._qtbot.waitUntil(lambda: not self.dock.findChildren(Proposals))

    def takes_zeros(self):
        """What can be nothing but 0, after the list."""
        if self.dock.zeros.isHidden():
            return
        self.dock.zeros.click()
        self._shown(Preview).accept()
        self.said.append(self.dock.said.text())
        self._qtbot.waitUntil(lambda: not self.dock.findChildren(Preview))

    def _shown(self, kind):
        self._qtbot.waitUntil(lambda: bool(self.dock.findChildren(kind)))
        return self.dock.findChildren(kind)[-1]


def mistakes(plans):
    return {(key, one.regel, one.veld) for key in plans.open for one in check_plan(plans[key], plans.peildatum) if one.soort is Soort.FOUT}


@pytest.mark.real
@pytest.mark.skipif(not PLANS.exists(), reason="the real plans are not here")
@pytest.mark.parametrize(("name", "code"), [("heemskerk", "GM0396"), ("zaanstad", "GM0479"), ("alkmaar", "GM0361")])
def test_at_most_two_open_fields_a_plan_within_thirty_answers(run, tmp_path, desk, panel, qtbot, capsys, name, code):
    path = tmp_path / "p.gpkg"
    run("importplans", INPUT=str(PLANS / f"{name}_2020.gpkg"), GEMEENTE=code, PEILDATUM="2020-01-01", OUTPUT=str(path))
    layer = desk.active = set_up_project(QgsProject.instance(), path)
    panel.action.trigger()
    dock = panel.dock
    qtbot.waitUntil(lambda: dock.plans is not None and not dock.hand.works, timeout=20_000)
    before, wrong = sum(map(len, dock.plans.open.values())), mistakes(dock.plans)
    empty = {(key, veld) for key, fields in dock.plans.open.items() for veld in fields}

    person = Person(dock, qtbot)
    for veld, words in (("gerealiseerd", "nee"), ("vervallen", "nee"), ("planstatus", "3"), ("vertrouwelijk", "nee")):
        person.answers(veld, words)
    person.takes_zeros()
    for kind in (Kind.WORDS, Kind.YEARS, Kind.REST):
        person.confirms(kind)
    person.answers("plantype", "verdichting")  # the source says ‘Onbekend’
    person.answers(
        "woningtype_onbekend", "0"
    )  # where the types are of the whole plan, and too many for what remains: A4 says so before and after
    person.answers("tijdelijk", "0")
    person.answers("nultreden_geclusterd", "0")
    for year in range(1, 11):  # what has no year in the source comes after these ten
        person.answers(f"bruto_jaar{year:02d}", "0")
    person.answers("bruto_periode2", "0")
    person.confirms(Kind.LAST)
    person.takes_zeros()

    qtbot.waitUntil(lambda: not dock.hand.waiting)
    plans = dock.plans
    left = Counter(veld for fields in plans.open.values() for veld in fields)
    with capsys.disabled():
        most = max(map(len, plans.open.values()))
        print(
            f"\n{name}: {len(plans)} plans, {before} open, {len(person.said)} answers, {sum(left.values())} open after, at most {most}: {dict(left)}"
        )
        print("  " + "\n  ".join(person.said))
    assert len(person.said) <= 30
    assert set(left) <= ONLY_A_PERSON
    assert max(map(len, plans.open.values())) <= 2
    assert mistakes(plans) <= wrong

    dock.save.click()
    assert not layer.isModified()
    answered = {(str(plans[key]["plan_id"]), veld) for key, veld in empty if veld not in plans.open[key]}
    history = answer_history.read(path)
    assert {(one.plan_id, one.veld) for one in history} >= answered
    assert len(history) == len({(one.plan_id, one.veld) for one in history})
    assert {one.soort for one in history} == {How.ANSWER.value, How.ZERO.value, How.PROPOSAL.value}
    assert all(one.reden for one in history if one.soort != How.ANSWER.value)
