# SPDX-License-Identifier: GPL-2.0-or-later
"""What dwellings of the BAG mean for a plan: statuses, the period between two peildata, the proposal with its reason, and rule S7."""

from datetime import date

import pytest

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.realised.homes import Home, Homes, Period, Stand, Status, When, per_year, status_of
from lmvw_plugin.core.realised.judging import Judged, Proposal, years_text
from lmvw_plugin.core.realised.report import in_short, realised_report
from lmvw_plugin.core.realised.rule import finding_of
from lmvw_plugin.core.reporting.check import Subject

SPRING, AUTUMN, BEFORE = (Peildatum.parse(day) for day in ("2026-01-01", "2026-07-01", "2025-07-01"))
YEAR = Period(Peildatum.parse("2025-01-01"), SPRING)
PLAN = {"plannaam": "Haven", "planstatus": "1A", "gerealiseerd": False, "vervallen": False, "bruto_totaal": 10, "sloop_totaal": 0}


def homes(count=1, bouwjaar=2025, status=Status.IN_GEBRUIK, came=None):
    return [Home(status, bouwjaar, came)] * count


def judged(*of, period=YEAR, **changes):
    return Judged({**PLAN, **changes}, Homes([one for some in of for one in some]), period)


@pytest.mark.parametrize(
    ("word", "status"),
    [(one.word, one) for one in Status]
    + [
        ("In gebruik", Status.IN_GEBRUIK),
        ("verblijfsobject  GEVORMD ", Status.GEVORMD),
        ("Onzin", Status.ANDERE_STATUS),
        (None, Status.ANDERE_STATUS),
    ],
)
def test_every_status_of_the_bag_is_known_by_its_word(word, status):
    assert status_of(word) is status


def test_only_the_three_statuses_of_the_basisset_are_in_use():
    assert {one for one in Status if one.stand is Stand.USED} == {Status.IN_GEBRUIK, Status.NIET_INGEMETEN, Status.VERBOUWING}


@pytest.mark.parametrize(
    ("since", "until", "bouwjaar", "came", "when"),
    [
        ("2025-01-01", "2026-01-01", 2024, None, When.BEFORE), ("2025-01-01", "2026-01-01", 2025, None, When.BETWEEN),
        ("2025-01-01", "2026-01-01", 2026, None, When.AFTER), ("2025-07-01", "2026-01-01", 2025, None, When.MAYBE),
        ("2026-01-01", "2026-07-01", 2026, None, When.MAYBE), ("2025-01-01", "2026-01-01", None, None, When.UNKNOWN),
        ("2025-07-01", "2026-01-01", 2025, date(2025, 6, 30), When.BEFORE), ("2025-07-01", "2026-01-01", 1920, date(2025, 7, 1), When.BETWEEN),
        ("2025-07-01", "2026-01-01", 2025, date(2026, 1, 1), When.AFTER),
    ],
)  # fmt: skip
def test_a_home_lies_in_time_beside_two_peildata(since, until, bouwjaar, came, when):
    assert Period(Peildatum.parse(since), Peildatum.parse(until)).when(Home(Status.IN_GEBRUIK, bouwjaar, came)) is when


@pytest.mark.parametrize(
    ("found", "proposal", "rest"),
    [
        (judged(homes(10)), Proposal.DONE, 0),
        (judged(homes(12, 2025), homes(30, 1950)), Proposal.DONE, 0),
        (judged(homes(4)), Proposal.BUILT, 6),
        (judged(homes(10), homes(2, status=Status.GEVORMD)), Proposal.BUILT, 0),
        (judged(homes(10), homes(3, status=Status.INGETROKKEN)), Proposal.DONE, 0),
        (judged(homes(40, 1950)), Proposal.NONE, None),
        (judged(homes(10, 2026)), Proposal.NONE, None),
        (judged(homes(10, None)), Proposal.NONE, None),
        (judged(), Proposal.NONE, None),
        (judged(homes(3), bruto_totaal=None), Proposal.BUILT, None),
        (judged(homes(3), bruto_totaal=0), Proposal.DONE, 0),
        (judged(homes(10), gerealiseerd=True), Proposal.NONE, None),
        (judged(gerealiseerd=True), Proposal.LOOK, None),
        (judged(homes(9), homes(1, status=Status.GEVORMD), gerealiseerd=True), Proposal.LOOK, None),
        (judged(homes(3), vervallen=True), Proposal.LOOK, None),
        (judged(homes(3, 1950), vervallen=True), Proposal.NONE, None),
        (Judged(PLAN, None, YEAR), Proposal.UNREAD, None),
    ],
)
def test_it_proposes_and_never_decides(found, proposal, rest):
    assert (found.proposal, found.rest) == (proposal, rest)
    assert found.reason.endswith(".")
    assert found.plan.keys() == PLAN.keys(), "nothing is filled in"


def test_the_reason_says_what_else_counts():
    found = judged(homes(3, 2025), homes(7, 1950), homes(2, 2026), homes(1, None), sloop_totaal=5)
    assert found.reason == (
        "Sinds 1 januari 2025 in gebruik gekomen: 3 woningen (2025: 3). Trek ze af van bruto totaal (10) als ze daar nog in zitten; dan blijft 7 over. "
        "Nog te slopen volgens het plan: 5. Volgens de BAG stonden er al: 7 woningen. "
        "Na 1 januari 2026 kwamen er 2 woningen bij. Die tellen op de peildatum nog mee als restcapaciteit. "
        "Zonder bouwjaar: 1 woning. Kijk zelf wanneer die kwamen."
    )
    plain = judged(homes(40, 1950))
    assert "Er stonden al 40 woningen. Die tellen in de polygoon mee en zijn meestal niet van dit plan." in plain.reason
    half = judged(homes(4), period=Period(BEFORE, SPRING))
    assert "Van 4 woningen kent de BAG alleen het jaar" in half.reason and half.proposal is Proposal.BUILT


def test_years_are_in_order_and_the_unknown_last():
    found = per_year([*homes(2, 2025), *homes(1, None), *homes(3, 2019), *homes(1, 1900, came=date(2024, 5, 1))])
    assert years_text(found) == "2019: 3, 2024: 1, 2025: 2, onbekend: 1"


@pytest.mark.parametrize(
    ("of", "changes", "words"),
    [
        (homes(10), {"gerealiseerd": True}, None),
        ([*homes(9), *homes(1, status=Status.NIET_INGEMETEN), *homes(1, status=Status.VERBOUWING)], {"gerealiseerd": True}, None),
        (
            [*homes(9), *homes(1, status=Status.GEVORMD)],
            {"gerealiseerd": True},
            "maar van 10 woningen in de polygoon zijn er 1 nog niet in gebruik",
        ),
        ([*homes(9), *homes(1, status=Status.BUITEN_GEBRUIK)], {"gerealiseerd": True}, "zijn er 1 nog niet in gebruik"),
        ([*homes(9), *homes(4, status=Status.INGETROKKEN)], {"gerealiseerd": True}, None),
        ([], {"gerealiseerd": True}, "kent in de polygoon geen woning"),
        (homes(10), {}, "Alle 10 woningen in de polygoon zijn in gebruik, waarvan 10 sinds 2021"),
        ([*homes(10), *homes(5, 1950)], {}, "Alle 15 woningen in de polygoon zijn in gebruik, waarvan 10 sinds 2021"),
        (homes(10, None), {}, None),  # of a whole old neighbourhood, in a file without panden, no year is known
        (homes(9), {}, None),
        ([*homes(10), *homes(1, status=Status.GEVORMD)], {}, None),
        (homes(40, 1950), {}, None),
        (homes(1), {"bruto_totaal": None}, None),
        (homes(1), {"bruto_totaal": 1}, "Alle 1 woning"),
        (homes(1), {"bruto_totaal": 0}, "Alle 1 woning"),
        (homes(10), {"vervallen": True}, None),
        (homes(10), {"planstatus": "5A"}, None),
        ([], {}, None),
    ],
)
def test_s7_speaks_when_plan_and_bag_disagree(of, changes, words):
    found = finding_of({**PLAN, **changes}, Homes(of), SPRING)
    assert (found is None) == (words is None)
    if found is not None:
        assert (found.regel, found.ernst.value, found.veld) == ("S7", "waarschuwing", "gerealiseerd")
        assert words in found.melding


def test_s7_is_silent_about_a_polygon_that_cannot_be_compared():
    assert finding_of({**PLAN, "gerealiseerd": True}, None, SPRING) is None


def test_an_accepted_s7_comes_back_when_what_stands_there_changes():
    before, same, other = (finding_of({**PLAN, "gerealiseerd": True}, Homes(of), SPRING) for of in (
        [*homes(9), *homes(1, status=Status.GEVORMD)], [*homes(9), *homes(1, status=Status.GEVORMD)], [*homes(8), *homes(2, status=Status.GEVORMD)],
    ))  # fmt: skip
    assert before.oorzaak == same.oorzaak != other.oorzaak


def test_the_report_has_every_plan_and_says_that_existing_homes_count():
    plans = [
        judged(homes(10), plannaam="Klaar & wel"), judged(homes(4), homes(6, 1950), plannaam="Halverwege", sloop_totaal=8),
        judged(gerealiseerd=True, plannaam="Te vroeg"), Judged({**PLAN, "plannaam": "Krom"}, None, YEAR), judged(plannaam=None),
    ]  # fmt: skip
    page = realised_report(Subject(SPRING, None, "plannen"), YEAR, plans, "BAG uit bestand x.gpkg.")
    for words in ("Klaar &amp; wel", "Halverwege", "Te vroeg", "Krom", "(zonder naam)", "Plannen met sloop", "Niet vergeleken",
                  "Ook woningen die er al stonden tellen mee", "in het planbestand is niets veranderd"):  # fmt: skip
        assert words in page
    assert in_short(plans) == (
        "5 plannen vergeleken: 1 misschien gerealiseerd, 1 met opgeleverde woningen, 1 na te kijken. U beslist zelf."
    )


def test_the_peildatum_before():
    assert [str(one.previous) for one in (SPRING, AUTUMN)] == ["2025-07-01", "2026-01-01"]
    assert SPRING.previous.next == SPRING
