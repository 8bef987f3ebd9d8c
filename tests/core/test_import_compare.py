# SPDX-License-Identifier: GPL-2.0-or-later
"""What an update says of plans that left the source, of the totals afterwards, and of what a person chose."""

import re
from dataclasses import replace

import pytest

from lmvw_plugin.core.importing.imported import Imported, ImportedPlan
from lmvw_plugin.core.importing.match import Existing
from lmvw_plugin.core.importing.report.update import update_sections
from lmvw_plugin.core.importing.update import Totals, compare
from tests.conftest import PEILDATUM

LEFT = "staat niet in de bron"


def there(fid, name, **values):
    return Existing(fid, {"plan_id": f"id-{fid}", "plannaam": name, "plannummer": None, **values}, None)


def source(*plans):
    return Imported([ImportedPlan(None, {"plan_id": f"nieuw-{at}", "plannummer": None, **plan}) for at, plan in enumerate(plans)])


HAVEN, DIJK = {"plannaam": "Haven", "bruto_totaal": 12, "sloop_totaal": 3}, {"plannaam": "Dijkzone", "bruto_totaal": 7, "sloop_totaal": 1}


@pytest.mark.parametrize(("values", "asked"), [
    ({}, True), ({"gerealiseerd": True}, False), ({"vervallen": True}, False), ({"gerealiseerd": False, "vervallen": False}, True),
    ({"plan_id": None}, False),
])  # fmt: skip
def test_a_plan_that_left_the_source_may_be_ended_unless_it_is(values, asked):
    update = compare([there(1, "Kade", **values)], source(), ())
    assert [one.fid for one in update.leaving] == [1], "it is named in any case"
    assert [(one.veld, one.new, one.accepted, one.reason) for one in update.changes] == (
        [("vervallen", True, False, LEFT)] if asked else []
    )
    assert update.undecided == 0, "it holds nothing up"


def test_the_report_says_what_became_of_each_plan_that_left():
    ours = [there(1, "Kade"), there(2, "Werf", gerealiseerd=True), there(3, "Sluis", vervallen=True), there(4, "Brug")]
    (ended,) = (one.key for one in compare(ours, source(), ()).changes if one.fid == 4)
    page = " ".join(update_sections(compare(ours, source(), (), {ended: True}), PEILDATUM))
    fates = re.findall(r"<td>(\w+)</td><td[^>]*>0</td><td>([a-z ]+)</td>", re.sub(r"<t[dh] [^>]*>", "<td>", page))
    assert fates == [("Kade", "blijft staan"), ("Werf", "gerealiseerd"), ("Sluis", "vervallen"), ("Brug", "vervallen")]


def test_a_reason_that_a_person_gave_goes_before_that_a_number_is_taken():
    known = {"plannaam": "Haven", "plannummer": "1"}
    ours = [
        replace(there(1, "Haven"), values={"plan_id": "id-1", "plannaam": "Haven", "plannummer": "5"}, imported=known),
        there(2, "Kade", plannummer="1"),
    ]
    (number,) = (one for one in compare(ours, source(known), ()).changes if one.veld == "plannummer")
    assert (number.accepted, number.reason) == (False, "na de vorige import met de hand gewijzigd; de bron is gelijk gebleven")


def test_the_totals_are_those_of_the_plan_file_when_all_is_done():
    ours = [there(1, "Haven", bruto_totaal=10, sloop_totaal=None), there(2, "Kade", bruto_totaal=5, sloop_totaal=2)]
    assert compare(ours, source(HAVEN, DIJK), ()).after == Totals(3, 12 + 5 + 7, 3 + 2 + 1)
    assert compare(ours, source(HAVEN, DIJK), (), {}).after == Totals(2, 15, 2), "who chose nothing changes nothing"
    (bruto,) = (one.key for one in compare(ours, source(HAVEN), ()).changes if one.veld == "bruto_totaal")
    assert compare(ours, source(HAVEN, DIJK), (), {bruto: True}).after == Totals(2, 17, 2)


def test_what_is_not_in_the_list_of_choices_waits_and_a_plan_that_left_keeps_its_reason():
    ours = [there(1, "Haven", bruto_totaal=10), there(2, "Kade")]
    update = compare(ours, source(HAVEN | {"sloop_totaal": None}), (), {})
    assert {(one.name, one.accepted, one.reason) for one in update.changes} == {
        ("Haven", False, "stond niet zo in de lijst waaruit u koos"), ("Kade", False, LEFT),
    }  # fmt: skip
    (left,) = (one.key for one in update.changes if one.name == "Kade")
    (ended,) = (one for one in compare(ours, source(), (), {left: True}).changes if one.fid == 2)
    assert ended.accepted


def test_what_the_source_said_of_a_doubtful_pair_is_kept_once_a_person_took_something_of_it():
    ours = [there(1, "Haven", plannummer="1", bruto_totaal=10, sloop_totaal=1)]
    other = HAVEN | {"plannummer": "2"}
    first = compare(ours, source(other | {"toelichting": None}), ())
    assert first.seen == {} and {one.reason for one in first.changes} == {
        "de naam is gelijk, maar het plannummer is ‘2’ in de bron en ‘1’ in het planbestand"
    }
    (bruto,) = (one.key for one in first.changes if one.veld == "bruto_totaal")
    taken = compare(ours, source(other | {"toelichting": None}), (), {bruto: True})
    assert taken.seen == {"id-1": other} and taken.after == Totals(1, 12, 1)
