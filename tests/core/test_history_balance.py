# SPDX-License-Identifier: GPL-2.0-or-later
"""The dwellings of two deliveries explained to the last one: whatever happened, the balance closes, in all and for each status and year."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.history.balance import Line, in_all, per_status, per_year
from lmvw_plugin.core.history.changes import common_years
from lmvw_plugin.core.history.facts import facts_of
from lmvw_plugin.core.history.pairing import pair
from lmvw_plugin.core.history.sides import Ground, Side
from tests.core.history import FIELDS, History, ground

NAMES = ("Haven", "Haven ", "Kerkweg 1", "Kerkweg 2", "Molenhof", "", "Dijk")
PEILDATA = [Peildatum.parse(text) for text in ("2025-01-01", "2025-07-01", "2026-01-01", "2031-01-01")]
AMOUNT = st.one_of(st.none(), st.integers(0, 40))


@st.composite
def plans(draw):
    """Any plan: years that do not add up, nothing answered, finished or not."""
    years = {name: draw(AMOUNT) for name in b.phasing("bruto_totaal")[::3]}
    ended = draw(st.sampled_from((None, None, None, "gerealiseerd", "vervallen")))
    return {
        "plan_id": draw(st.sampled_from((None, None, "a", "b", "c", "d"))), "plannaam": draw(st.sampled_from(NAMES)) or None,
        "planstatus": draw(st.sampled_from((None, "1A", "2A", "3"))), "bruto_totaal": draw(AMOUNT), "gerealiseerd": ended == "gerealiseerd",
        "vervallen": ended == "vervallen", **years,
    }  # fmt: skip


@st.composite
def comparisons(draw):
    """Any two deliveries, lying to each other in any way."""
    sides = [Side("x", draw(st.lists(plans(), max_size=6)), FIELDS, draw(st.sampled_from(PEILDATA))) for _ in range(2)]
    spot = st.one_of(st.none(), st.tuples(st.floats(0, 500), st.tuples(st.floats(0, 900), st.floats(0, 900))))
    spots = [[draw(spot) for _ in side.plans] for side in sides]
    links = [(one, other) for one, a in enumerate(spots[0]) for other, c in enumerate(spots[1]) if a and c]
    shared = {link: draw(st.floats(0, 1)) * min(spots[0][link[0]][0], spots[1][link[1]][0]) for link in links if draw(st.booleans())}
    lying = Ground(*spots, shared, frozenset(link for link in links if draw(st.integers(0, 5)) == 0))
    return facts_of(*sides, lying, pair(*sides, lying, Silent()))


def bruto(side):
    """Counted apart from the code: what each plan still counts for."""
    return sum(plan["bruto_totaal"] or 0 for plan in side.plans if not (plan["gerealiseerd"] or plan["vervallen"]))


@given(comparisons())
def test_the_balance_always_closes(comparison):
    for balance in (in_all(comparison), per_status(comparison), per_year(comparison)):
        assert balance.closes(), dict(balance.of)
        assert (balance.total(Line.THEN), balance.total(Line.NOW)) == (bruto(comparison.then), bruto(comparison.now))
        assert balance.total(Line.AWAY) == balance.total(Line.HERE), "what went elsewhere came somewhere"
    for status, lines in per_status(comparison).of.items():
        live = [p for p in comparison.now.plans if not (p["gerealiseerd"] or p["vervallen"]) and (p["planstatus"] or "") == status]
        assert lines[Line.NOW] == sum(plan["bruto_totaal"] or 0 for plan in live)


@given(comparisons())
def test_each_plan_is_told_once(comparison):
    for end, side in enumerate((comparison.then, comparison.now)):
        told = Counter(place for fact in comparison.facts for place in (fact.then, fact.now)[end])
        assert told == Counter(range(len(side.plans)))
    assert all(0 <= fact.score <= 1 for fact in comparison.facts)


@pytest.mark.parametrize("seed", range(3))
def test_a_history_of_three_years_is_explained_line_by_line(seed):
    history = History(120, seed)
    for _ in range(3):
        history.next()
    for then, now in zip(history.years, history.years[1:], strict=False):
        sides = then.side(), now.side()
        comparison = facts_of(*sides, ground(then, now), pair(*sides, ground(then, now), Silent()))
        balance, before = in_all(comparison), {one.key: one.values["bruto_totaal"] or 0 for one in then.plans if not _ended(one)}
        assert balance.closes() and per_status(comparison).closes() and per_year(comparison).closes()
        for line, kind in ((Line.BUILT, "gerealiseerd"), (Line.DROPPED, "vervallen"), (Line.GONE, "verdwenen")):
            assert balance.total(line) == sum(amount for key, amount in before.items() if now.kinds.get(key) == kind), kind
        new = [one for one in now.plans if now.kinds[one.key] in ("nieuw", "naam_hergebruikt")]
        assert balance.total(Line.NEW) == sum(one.values["bruto_totaal"] for one in new)


def _ended(one):
    return one.values["gerealiseerd"] or one.values["vervallen"]


def test_years_that_lie_over_each_other_are_counted_together():
    years = common_years(Peildatum.parse("2025-01-01"), Peildatum.parse("2026-01-01"))
    assert [some.words for some in years] == [*map(str, range(2025, 2035)), "2035 t/m 2045"]
    assert years[0].then == (0,) and years[0].now == ()
    assert years[-1].then == (10, 11) and years[-1].now == (9, 10, 11)
    same = common_years(Peildatum.parse("2026-01-01"), Peildatum.parse("2026-07-01"))
    assert [some.words for some in same][-2:] == ["2036 t/m 2040", "2041 t/m 2045"]
