# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys through the panel Vragenlijst with real keys: a question for all plans, an exception, a column pasted, undone and saved."""

import pytest

from lmvw_plugin.layers.planfile.tables import answer_history
from tests.conftest import read_plans
from tests.window import acts

FIRST, SECOND = "Oosterdiep-Zuid", "Noorderzoom"
OTHER_PRICES = ["koop_betaalbaar", "huur_sociaal_corporatie", "huur_midden_corporatie", "huur_sociaal_markt", "huur_midden_markt"]
SAID, WORDS = "widget('question_said').text()", "widget('question_words').text()"
QUESTION = "widget('question_choice').currentText()"
ANSWERS = "[[model.index(row, column).data() for column in (0, 4)] for model in [widget('question_plans').model()] for row in range(model.rowCount())]"


def clear(window, *columns):
    """Both plans lack these answers, as after an import; saved."""
    window.do(
        "plans().startEditing(); [plans().changeAttributeValue(plan(name).id(), plans().fields().lookupField(column), NULL)"
        " for name in names for column in columns]; plans().commitChanges()",
        names=[FIRST, SECOND], columns=list(columns),
    )  # fmt: skip


def rows(window):
    return dict(window.read(ANSWERS))


@pytest.mark.parametrize("beside", ["nothing", "table and form"])
def test_a_question_for_all_an_exception_a_paste_undone_and_saved(window, beside):
    path = window.open_sample()
    clear(window, "vertrouwelijk", "zorggeschikt")
    if beside != "nothing":
        window.open_form(FIRST)
        window.open_table()
        window.do("[one.move(240, 200) for one in shown()]")  # beside the panel, which they would cover
        window.to_front()
    window.press("lmvw_questions")
    window.wait(f"{QUESTION} == 'Vertrouwelijk? 2 plannen' and focused('question_answer')")
    assert window.read(WORDS) == "4 velden open bij 2 plannen."

    window.keys("n", "Return")
    window.wait(f"{SAID} == 'Vertrouwelijk: nee bij 2 plannen.'")
    assert rows(window) == {FIRST: "nee", SECOND: "nee"}

    for undo, redo in (("ctrl+z", "ctrl+shift+z"), ("ctrl+z", "ctrl+y")):  # in the line that is empty again
        window.wait("focused('question_answer')")
        window.keys(undo)
        window.wait(f"{SAID} == 'Teruggenomen: Vertrouwelijk: nee bij 2 plannen.'")
        assert set(rows(window).values()) == {""}
        window.keys(redo)
        window.wait(f"{SAID} == 'Vertrouwelijk: nee bij 2 plannen.'")
    window.keys("x", "ctrl+z")  # what is typed goes, and the answer stays
    window.wait("widget('question_answer').currentText() == ''")
    assert set(rows(window).values()) == {"nee"}

    window.keys("x", "ctrl+z", "ctrl+z")  # now the answer too, and that comes back first
    window.wait(f"{SAID} == 'Teruggenomen: Vertrouwelijk: nee bij 2 plannen.'")
    window.keys("ctrl+shift+z")
    window.wait(f"{SAID} == 'Vertrouwelijk: nee bij 2 plannen.' and widget('question_answer').currentText() == ''")
    window.do("plans().changeAttributeValue(plan(name).id(), plans().fields().lookupField('bruto_totaal'), 1)", name=SECOND)
    window.wait(f"{SAID} == ''")  # somebody changed something else
    window.keys("ctrl+z")
    window.wait(f"{SAID} == 'Teruggenomen: een wijziging in deze laag.'")
    assert set(rows(window).values()) == {"nee"}

    window.click("widget('question_plans')")
    window.keys("Up", "j", "Return")
    window.wait(f"'Vertrouwelijk: ja bij plan' in {SAID}")
    assert sorted(rows(window).values()) == ["ja", "nee"]
    window.wait("len(plans().selectedFeatureIds()) == 1")

    acts.undo(window)
    window.wait(f"[answer for _, answer in {ANSWERS}] == ['nee', 'nee']")

    window.click("widget('question_answer')")
    window.keys("ctrl+Next")
    window.wait(f"{QUESTION}.endswith('? 2 plannen')")
    window.do("QApplication.clipboard().setText(text)", text=f"{FIRST}\t0\r\n{SECOND}\tnul\r\nElders\t3\r\n")
    window.click("widget('question_plans')")
    window.keys("ctrl+v")
    window.wait(
        "'is geen getal' in words('lmvw_question_panel') if opened('lmvw_question_panel') else widget('question_wrong').toPlainText()"
    )
    assert rows(window)[FIRST] == "0"
    said = window.read("widget('question_wrong').toPlainText()").splitlines()
    assert said == [
        f"Rij 2, plan ‘{SECOND}’: ‘nul’ is geen getal maar tekst; schrijf het in cijfers.", "Rij 3: plan ‘Elders’ staat niet in deze tabel."]  # fmt: skip

    window.click("widget('question_answer')")
    window.type("0")
    window.keys("Return")
    window.wait(f"'Alle vragen zijn beantwoord' in {WORDS}")
    window.click("widget('question_save')")
    window.wait(f"{SAID} == 'De antwoorden staan in het planbestand.' and not plans().isModified()")
    stored = {plan["plannaam"]: plan for plan, _ in read_plans(path)}
    assert [stored[name][veld] for name in (FIRST, SECOND) for veld in ("vertrouwelijk", "zorggeschikt")] == [False, 0, False, 0]
    assert sorted((one.veld, one.antwoord) for one in answer_history.read(path)) == [
        ("vertrouwelijk", "nee"), ("vertrouwelijk", "nee"), ("zorggeschikt", "0"), ("zorggeschikt", "0")]  # fmt: skip


def test_a_click_on_the_map_picks_the_plan_that_is_answered(window):
    window.open_sample()
    clear(window, "vertrouwelijk")
    window.press("lmvw_questions")
    window.wait(f"{QUESTION} == 'Vertrouwelijk? 2 plannen'")
    window.do(
        "iface.setActiveLayer(plans()); iface.mapCanvas().zoomToFeatureIds(plans(), [plan(name).id()]); iface.actionSelect().trigger()",
        name=FIRST,
    )
    window.wait("idle()")
    x, y = window.read("(lambda point: [point.x(), point.y()])(plan(name).geometry().pointOnSurface().asPoint())", name=FIRST)
    window.click_map(x, y)
    window.wait("widget('question_plans').selectionModel().selectedRows()")
    window.click("widget('question_scope')")
    window.keys("Home", "Down", "Return")
    window.wait("widget('question_scope').currentText() == 'Geselecteerde (1)'")
    window.click("widget('question_answer')")
    window.keys("j", "Return")
    window.wait(f"{SAID} == 'Vertrouwelijk: ja bij plan ‘{FIRST}’.'")
    assert window.read("plan(name)['vertrouwelijk']", name=SECOND) is None


@pytest.mark.parametrize("beside", ["nothing", "table and form"])
def test_proposals_are_seen_then_one_is_confirmed_and_then_all_of_its_kind(window, beside):
    path = window.open_sample()
    clear(window, "prijs_onbekend", "prijs_overig")
    bruto = {
        name: window.read("[plan(name)[one] for one in columns]", name=name, columns=["bruto_totaal", *OTHER_PRICES])
        for name in (FIRST, SECOND)
    }
    rest = {name: whole - sum(parts) for name, (whole, *parts) in bruto.items()}
    if beside != "nothing":
        window.open_form(FIRST)
        window.open_table()
        window.do("[one.move(240, 200) for one in shown()]")  # beside the panel, which they would cover
        window.to_front()
    window.press("lmvw_questions")
    window.wait(f"{QUESTION}.endswith('? 2 plannen') and focus() is not None")
    if rest[FIRST] == 0 or rest[SECOND] == 0:
        pytest.fail("the sample has no plan with a rest of its price")
    window.do("widget('question_choice').setFocus()")
    window.click("widget('question_proposals')")
    window.opens("lmvw_proposals")
    assert window.read("widget('confirm_all').text()") == "Alle van deze lijst bevestigen (4)"
    window.click("widget('proposals')")
    window.keys("Down", "Up")
    window.wait("widget('confirm_selected').text() == 'Geselecteerde bevestigen (1)'")
    window.click("widget('confirm_selected')")
    window.wait("widget('confirm_all').text() == 'Alle van deze lijst bevestigen (3)'")
    assert "3 velden open" in window.read(WORDS)
    window.click("widget('confirm_all')")
    window.wait("not opened('lmvw_proposals')")
    window.wait(f"'Alle vragen zijn beantwoord' in {WORDS}")
    assert window.read(SAID).startswith("Voorstellen bevestigd: ")

    acts.undo(window)
    window.wait(f"'open bij' in {WORDS}")
    acts.redo(window)
    window.wait(f"'Alle vragen zijn beantwoord' in {WORDS}")
    window.click("widget('question_save')")
    window.wait(f"{SAID} == 'De antwoorden staan in het planbestand.' and not plans().isModified()")
    stored = {plan["plannaam"]: plan for plan, _ in read_plans(path)}
    assert {name: stored[name]["prijs_onbekend"] for name in rest} == rest
    assert {stored[name]["prijs_overig"] for name in rest} == {0}
    assert {one.soort for one in answer_history.read(path)} == {"voorstel bevestigd"}


PROPOSED = "[one.text() for one in QApplication.allWidgets() if one.objectName() == 'proposal_words' and one.isVisible()]"


def test_a_proposal_is_confirmed_in_the_form_refused_in_the_table_and_never_delivered(window):
    """With form and table of QGIS open: the sign in the field, its reason below the form, and the numbers of the check."""
    path = window.open_sample()
    clear(window, "prijs_onbekend", "prijs_overig")
    window.press("lmvw_check_on_map")
    window.sees("4 voorstellen wachten op u")
    window.open_table()
    window.do("iface.openFeatureForm(plans(), plan(name), False, False)", name=FIRST)
    form = "[one for one in shown() if one.objectName().startswith('featureactiondlg')][-1]"
    window.wait(f"{form}.isActiveWindow()")
    window.do("plans().isEditable() or plans().startEditing()")
    window.wait(f"{PROPOSED} == ['◆ 2 velden van dit plan hebben een voorstel.']")
    rest = window.read(f"{form}.findChild(QLineEdit, 'prijs_onbekend').placeholderText()")
    assert rest.startswith("◆ ")
    window.keys("F8")
    window.wait(f"', want van ' in {PROPOSED}[0] and focus().placeholderText().startswith('◆ ')")
    window.keys("F8")
    window.wait(f"{PROPOSED} == ['◆ 1 veld van dit plan heeft een voorstel.']")
    window.do(f"{form}.accept()")
    window.press("lmvw_check_on_map")
    window.sees("3 voorstellen wachten op u")
    window.press("lmvw_questions")
    window.click("widget('question_proposals')")
    window.opens("lmvw_proposals")
    window.click("widget('proposals')")
    window.keys("ctrl+a")
    window.wait("widget('refuse_selected').text() == 'Geselecteerde weigeren (3)'")
    window.click("widget('refuse_selected')")
    window.wait("not opened('lmvw_proposals')")
    window.press("lmvw_check_on_map")
    window.sees("3 velden")
    assert not window.read(
        "[one.text() for one in QApplication.allWidgets() if hasattr(one, 'text') and 'voorstellen wachten' in str(one.text())]"
    )
    acts.save_edits(window)
    kinds = sorted(one.soort for one in answer_history.read(path))
    assert kinds == ["voorstel bevestigd", *["voorstel geweigerd"] * 3]
