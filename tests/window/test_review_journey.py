# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys through the panel Controle: from a check to the last finding, with the keyboard."""

import pytest

from tests.conftest import read_plans
from tests.window import acts

PLAN = "Oosterdiep-Zuid"
FORM = "lmvw_planner"
WORDS = "widget('review_words').text()"


def edit(window, name, **new):
    for column, value in new.items():
        window.do(
            "plans().startEditing(); plans().changeAttributeValue(plan(name).id(), plans().fields().lookupField(column), value)",
            name=name, column=column, value=value,
        )  # fmt: skip


def check_and_open(window):
    window.press("lmvw_check_on_map")
    window.sees("gecontroleerd")
    window.click("button('Wat nu te doen')")
    window.wait(f"'Gecontroleerd op' in {WORDS}")


@pytest.mark.parametrize("beside", ["nothing", "table and form"])
def test_from_the_check_to_the_field_and_to_none(window, beside):
    """Two fields are lacking: the next, Enter, the answer; then nothing is left to be filled in."""
    window.open_sample()
    edit(window, PLAN, plantype=None)
    edit(window, "Noorderzoom", gerealiseerd=None)
    if beside != "nothing":
        window.open_form(PLAN)
        window.open_table()
    check_and_open(window)
    assert window.read(WORDS).startswith("0 fouten, 2 plannen in te vullen (2 velden). Gecontroleerd op")
    if beside != "nothing":
        window.do("[one.close() for one in shown()]")
        window.wait("not shown()")
    for _ in range(2):
        window.click("widget('review_next')")
        window.wait("len(plans().selectedFeatureIds()) == 1")
        window.keys("Return")
        window.opens(FORM)
        name = window.read("plans().selectedFeatures()[0]['plannaam']")
        window.sees(name, FORM)
        window.wait("focus().objectName() in ('plantype', 'gerealiseerd')")
        window.keys("Down")
        window.keys("Escape")
        window.wait("not shown()")
    window.wait(f"'in te vullen' not in {WORDS} and 'gewijzigd' not in {WORDS}")  # judged at once
    window.click("widget('review_check')")
    window.wait(f"'in te vullen' not in {WORDS} and 'gewijzigd' not in {WORDS} and idle()")


def test_the_panel_lives_with_its_project(window):
    path = window.open_sample()
    window.press("lmvw_review_panel")
    window.wait(f"'nog niet gecontroleerd' in {WORDS}")
    window.do("iface.newProject(False)")
    window.wait(f"{WORDS} == 'Open een planbestand om het te controleren.'")
    window.do("iface.addVectorLayer(path + '|layername=plannen', 'plannen', 'ogr')", path=str(path))
    window.wait(f"'nog niet gecontroleerd' in {WORDS}")
    window.do("utils.unloadPlugin('lmvw_woningbouw')")
    window.wait("not [one for one in iface.mainWindow().findChildren(QWidget) if one.objectName() == 'lmvw_review' and one.isVisible()]")
    window.do("utils.loadPlugin('lmvw_woningbouw'); utils.startPlugin('lmvw_woningbouw')")


def test_a_warning_is_accepted_undone_and_open_again_when_it_changes(window):
    """With table and form open: the toelichting is typed, stands in the plan, and the warning comes back with another number."""
    path = window.open_sample()
    edit(window, PLAN, nultreden=9, nultreden_geclusterd=3, zorggeschikt=0, zorg_55plus=True)
    window.open_form(PLAN)
    window.open_table()
    check_and_open(window)
    window.do("[one.close() for one in shown()]")
    window.wait("not shown()")
    window.fill("widget('review_search')", "A8")
    window.wait("widget('review_tree').model().rowCount() == 1")
    window.click("widget('review_next')")
    window.click("button('Accepteren…')")
    window.opens("lmvw_accept")
    window.keys("ctrl+a")
    window.type("Rest van een woonvorm")
    window.click("button('Accepteren', 'lmvw_accept')")
    window.wait(f"'1 waarschuwing geaccepteerd' in {WORDS} and 'gewijzigd' not in {WORDS}")
    assert window.read("plan(name)['toelichting']", name=PLAN) == "Rest van een woonvorm"
    acts.undo(window)
    window.wait(f"'geaccepteerd' not in {WORDS} and 'gewijzigd' not in {WORDS}")
    acts.redo(window)
    window.wait(f"'1 waarschuwing geaccepteerd' in {WORDS} and 'gewijzigd' not in {WORDS}")
    acts.save_edits(window)
    window.click("widget('review_check')")
    window.wait(f"'1 waarschuwing geaccepteerd' in {WORDS} and idle()")
    assert window.read("plan(name)['controle_uitslag']", name=PLAN) != "waarschuwing"
    assert {plan["plannaam"]: plan["toelichting"] for plan, _ in read_plans(path)}[PLAN] == "Rest van een woonvorm"
    edit(window, PLAN, nultreden_geclusterd=4)
    window.wait(f"'geaccepteerd' not in {WORDS} and 'gewijzigd' not in {WORDS}")
