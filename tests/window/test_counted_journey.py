# SPDX-License-Identifier: GPL-2.0-or-later
"""From a thousand findings to none: Heemskerk from the import to the delivery, with every click and key counted."""

import re
from contextlib import contextmanager

import pytest

from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import DATA, read_plans

HEEMSKERK = DATA / "plannen" / "heemskerk_2020.gpkg"
MOST = 1.2  # clicks and keys for a finding, on average
WORDS = "widget('review_words').text()"
QUESTION, SAID, OPEN = "widget('question_choice').currentData()", "widget('question_said').text()", "widget('question_words').text()"
BUTTONS = (
    "[one.text() for one in widget('lmvw_review').findChildren(QAbstractButton) if one.isVisible() and one.objectName() == 'review_mend']"
)
FINDING = "[widget('review_tree').currentIndex().data(), widget('review_detail').toPlainText()]"
YES_NO = ("gerealiseerd", "vervallen", "vertrouwelijk")
LAST = "bruto_periode1"  # follows from the others
WHY = "Zo bedoeld"


class Counted:
    """How much each part of the way takes."""

    def __init__(self, window):
        self._window, self.parts = window, {}

    @contextmanager
    def part(self, name):
        before = self._window.acts
        yield
        self.parts[name] = self._window.acts - before


def findings(window):
    """How many the panel counts: mistakes, fields to be filled in, and warnings."""
    return sum(
        int(number.replace(".", ""))
        for number in re.findall(r"([\d.]+) (?:fout|veld|waarschuwing)(?!\w* geaccepteerd)", window.read(WORDS))
    )


def seen(window, name):
    return window.read("[one.isVisible() for one in iface.mainWindow().findChildren(QPushButton, name)] == [True]", name=name)


def import_all(window):
    window.press("lmvw_importplans")
    window.opens("lmvw_import")
    window.fill("line('of een bestand')", str(HEEMSKERK))
    for sight in ("36 polygonen", "36 nieuwe plannen", "36 plannen toegevoegd"):
        window.keys("Return")
        window.sees(sight, "lmvw_import")
    window.keys("Return")
    window.wait("not shown() and idle()")


def answer_all(window):
    """The same answers as a person gives in ``tests/forms/questions/test_asking_target.py``; the two that only he knows are 0 here."""
    window.press("lmvw_questions")
    window.wait(f"{QUESTION} and focused('question_answer')")
    for _ in range(40):  # no more: each step leaves less open
        if "Alle vragen" in window.read(OPEN):
            break
        veld = window.read(QUESTION)
        if veld in YES_NO:
            answer(window, veld, "n")
        elif seen(window, "question_proposals"):
            confirm_all(window)
        elif seen(window, "question_zeros"):
            window.click("widget('question_zeros')")
            window.opens("lmvw_question_preview")
            window.keys("Return")
            window.wait("not opened('lmvw_question_preview')")
        elif veld == LAST:
            window.keys("ctrl+Next")
            window.wait(f"{QUESTION} != veld", veld=veld)
        else:
            answer(window, veld, "0")
    window.wait(f"'Alle vragen' in {OPEN}")
    window.click("widget('question_save')")
    window.wait("not plans().isModified()")


def answer(window, veld, said):
    """For all that lack it, and on to the next."""
    window.keys(said, "Return", "Return")
    window.wait(f"{QUESTION} != veld or 'Alle vragen' in {OPEN}", veld=veld)


def confirm_all(window):
    """Kind after kind, each after its list was seen."""
    window.click("widget('question_proposals')")
    window.opens("lmvw_proposals")
    while window.read("opened('lmvw_proposals')"):
        left = window.read("widget('confirm_all').text()")
        window.click("widget('confirm_all')")
        window.wait("not opened('lmvw_proposals') or widget('confirm_all').text() != left", left=left)
    window.wait("focused('question_answer')")


def walk(window):
    """N, and what the panel or the form can do about it; the panel goes on to the next by itself."""
    window.press("lmvw_review_panel")
    window.wait(f"'gewijzigd' not in {WORDS} and 'in te vullen' not in {WORDS}")
    window.click("widget('review_next')")
    for _ in range(40):
        window.wait("idle()")
        if not findings(window):
            break
        mend(window, *window.read(FINDING))


def mend(window, name, told):
    """With one button where the panel has one; else in the form, or the warning is let be."""
    buttons = window.read(BUTTONS)
    offered = next((one for one in buttons if one.startswith(("Zet gerealiseerd", "Repareer", "Knip"))), None)
    before = window.read(WORDS)
    if offered:
        window.click("button(text)", text=offered)
        window.wait(f"opened('lmvw_mend_all') or {WORDS} != before", before=before)
        if window.read("opened('lmvw_mend_all')"):
            window.keys("Return")
            window.wait("not opened('lmvw_mend_all')")
    elif any(one.startswith("Accepteren") for one in buttons):
        window.click("button('Accepteren')")
        window.opens("lmvw_accept")
        window.type(WHY)
        window.keys("Tab", "Return")
        window.wait("not opened('lmvw_accept')")
    else:  # the form: the types of houses are of the whole plan, and 16 of them remain
        assert "16, maar de som van de woningtypen is 79" in told, (name, told, buttons)
        window.keys("Return")
        window.opens("lmvw_planner")
        window.keys("ctrl+Tab", "ctrl+a", "1", "6", "Return", "ctrl+a", "0", "Escape")
        window.wait("not opened('lmvw_planner')")
    window.wait(f"{WORDS} != before and 'gewijzigd' not in {WORDS}", before=before)
    if findings(window) and window.read(f"{FINDING}[1]") in ("", told):  # after the form; a remedy goes on by itself
        window.keys("n")


def deliver(window):
    window.click("iface.actionSaveActiveLayerEdits()")
    window.wait("not plans().isModified()")
    window.press("lmvw_exportdelivery")
    window.opens("lmvw_delivery")
    window.click("button('Levering maken')")
    window.sees("Het pakket is geschreven, teruggelezen en vergeleken", "lmvw_delivery")
    window.keys("Escape")
    window.wait("not shown()")


@pytest.mark.real
@pytest.mark.skipif(not HEEMSKERK.exists(), reason="the real plans of Heemskerk are not here")
def test_from_a_thousand_findings_to_none(window, capsys):
    """The plan file of that time, empty, is the stage: the window for a new one offers the deliveries of now."""
    path = window.folder / "heemskerk.gpkg"
    planfile.create(path, planfile.PlanFileInfo(gemeente("GM0396"), Peildatum.parse("2020-01-01")))
    window.do("iface.addVectorLayer(path + '|layername=plannen', 'plannen', 'ogr')", path=str(path))
    window.wait("plans().isValid() and idle()")
    counted = Counted(window)
    with counted.part("import"):
        import_all(window)
    with counted.part("check"):
        window.press("lmvw_check_on_map")
        window.sees("36 plannen gecontroleerd")
        window.click("button('Wat nu te doen')")
        window.wait(f"'Gecontroleerd op' in {WORDS}")
    first = findings(window)
    assert first > 900
    with counted.part("questions"):
        answer_all(window)
    with counted.part("walk"):
        walk(window)
    with counted.part("delivery"):
        deliver(window)
    assert len(read_plans(path.parent / "levering" / "LMVW_GM0396_2020-01-01" / "plannen.gpkg")) == 36
    whole = sum(counted.parts.values())
    with capsys.disabled():
        print(f"\n{first} findings, {whole} clicks and keys ({whole / first:.2f} a finding): {counted.parts}")
    assert whole <= MOST * first
