# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers of project leaders: what was sent, what came back and what is there now; and how far everybody is."""

import pytest

from lmvw_plugin.core.filling.answers import answered, compare, gone
from lmvw_plugin.core.filling.progress import Sent, by_leader, of_leader, of_plan
from lmvw_plugin.core.filling.sheets import ASKED, waiting
from lmvw_plugin.core.importing.match import Existing
from lmvw_plugin.core.importing.update import read_choice, to_json
from tests.conftest import consistent_plan


def existing(**changes):
    return Existing(7, consistent_plan(plan_id="1", **changes))


def plan(**changes):
    return {"1": consistent_plan(plan_id="1", **changes)}


@pytest.mark.parametrize(("sent", "came", "now", "new", "accepted"), [
    (20, 20, 20, None, None), (20, 20, 25, None, None),  # the leader changed nothing: a colleague's change stays
    (20, 30, 20, 30, True), (None, 0, None, 0, True),
    (20, 30, 30, None, None),  # the same answer twice
    (20, 30, 25, 30, False), (None, 30, 25, 30, False),  # a colleague changed it too
    (20, None, 20, None, False),  # emptied: asked
])  # fmt: skip
def test_three_ways(sent, came, now, new, accepted):
    update = compare([existing(bruto_totaal=now)], plan(bruto_totaal=sent), plan(bruto_totaal=came))
    if accepted is None:
        assert (update.changes, update.same) == ([], 1)
        return
    (change,) = update.changes
    assert (change.veld, change.old, change.new, change.accepted, bool(change.reason)) == ("bruto_totaal", now, new, accepted, not accepted)


def test_what_a_person_chose_is_done():
    update = compare([existing(bruto_totaal=25)], plan(bruto_totaal=20), plan(bruto_totaal=30))
    chosen = read_choice(to_json(update).replace('"overnemen": false', '"overnemen": true'), "x")
    (change,) = compare([existing(bruto_totaal=25)], plan(bruto_totaal=20), plan(bruto_totaal=30), chosen).changes
    assert change.accepted
    (later,) = compare([existing(bruto_totaal=26)], plan(bruto_totaal=20), plan(bruto_totaal=30), chosen).changes
    assert not later.accepted  # it is not what that person saw


def test_the_keys_of_a_plan_are_never_changed_and_a_plan_that_is_gone_is_named():
    came = plan(plannaam="Anders", gemeente_naam="Elders") | {"2": consistent_plan(plan_id="2", plannaam="Weg")}
    assert compare([existing()], plan(), came).changes == []
    assert answered(plan(), came) == {}
    assert gone([existing()], came) == ["Weg"]
    assert "projectleider" not in {field.name for field in ASKED}


def test_progress_in_sentences():
    whole, part = consistent_plan(plannaam="Af"), consistent_plan(plannaam="Half", bruto_totaal=None, tijdelijk=None)
    assert (waiting(whole), waiting(part), waiting(part | {"vervallen": True})) == (0, 2, 0)
    assert of_plan(part) == "Half: nog 2 velden in te vullen."
    assert of_plan(whole) == "Af is ingevuld."
    sent = Sent("k", "A. de Boer", "a.xlsx", "2026-03-01", {})
    assert of_leader("A. de Boer", [whole, part], None) == "A. de Boer: 1 van 2 plannen ingevuld; nog geen invulblad verstuurd."
    assert of_leader("A. de Boer", [whole], sent) == "A. de Boer: 1 van 1 plan ingevuld; invulblad verstuurd op 2026-03-01, nog niet terug."
    back = Sent("k", "A. de Boer", "a.xlsx", "2026-03-01", {}, "2026-03-09", "b.xlsx", 1)
    assert of_leader("A. de Boer", [whole], back).endswith("verstuurd op 2026-03-01, terug op 2026-03-09 met 1 antwoord.")


def test_plans_by_leader_in_the_order_of_their_names_and_nobody_last():
    plans = [{"projectleider": who} for who in ("Bos", None, "aardse ", " aardse", "")]
    assert {leader: len(found) for leader, found in by_leader(plans).items()} == {"aardse": 2, "Bos": 1, "": 2}
    assert list(by_leader(plans)) == ["aardse", "Bos", ""]
