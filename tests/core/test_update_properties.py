# SPDX-License-Identifier: GPL-2.0-or-later
"""Bringing plans up to date, for any mixture of changes: of the source, of a person, of numbers, names and places."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from lmvw_plugin.core.importing.imported import Imported
from lmvw_plugin.core.importing.match import Existing
from lmvw_plugin.core.importing.update import POLYGON, compare, said

NAMES = ["Haven", "Dijkzone", "Kerkplein", "Molenweg", "Broekpolder", "Winterkoning"]
FIELDS = ["bruto_totaal", "sloop_totaal", "planstatus", "toelichting"]
VALUES = st.one_of(st.none(), st.integers(0, 3))
SETTINGS = {"max_examples": 150, "deadline": None}


def source(plans: list[dict[str, object]]) -> Imported:
    return Imported([(index, {"plan_id": f"nieuw-{index}", **plan}) for index, plan in enumerate(plans)])


def shape(number: int) -> bytes:
    return b"polygoon %d" % number


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[dict[str, object]], list[dict[str, object]], list[dict[str, object]]]:
    """What the last import wrote, what a person made of it since, and what the source says now."""
    count = draw(st.integers(1, len(NAMES)))

    def values() -> dict[str, object]:
        return {field: draw(VALUES) for field in FIELDS}

    base = [{"plannaam": NAMES[n], "plannummer": str(n), **values()} for n in range(count)]
    file = [plan | {field: value for field, value in values().items() if draw(st.booleans())} for plan in base]
    now = [plan | {field: value for field, value in values().items() if draw(st.booleans())} for plan in base]
    return base, file, now


@given(histories())
@settings(**SETTINGS)
def test_a_persons_value_stays_and_the_sources_change_comes_over(history) -> None:  # type: ignore[no-untyped-def]
    base, file, now = history
    shapes = [shape(number) for number in range(len(now))]
    existing = [
        Existing(n, {"plan_id": f"id-{n}", **plan}, shapes[n], said(before, shapes[n]))
        for n, (plan, before) in enumerate(zip(file, base, strict=True))
    ]
    update = compare(existing, source(now), list(shapes))
    after = [dict(plan) for plan in file]
    for change in update.changes:
        if change.accepted:
            after[change.fid][change.veld] = change.new
        else:
            assert change.reason
    for was, mine, theirs, found in zip(base, file, now, after, strict=True):
        for field in FIELDS:
            by_hand = mine[field] != was[field]
            assert found[field] == (mine[field] if by_hand or theirs[field] is None else theirs[field])
    again = [
        replace(plan, values={"plan_id": plan.values["plan_id"], **found}, imported=update.seen[f"id-{plan.fid}"])
        for plan, found in zip(existing, after, strict=True)
    ]
    assert not any(change.accepted for change in compare(again, source(now), list(shapes)).changes)


@given(st.permutations(range(6)), st.lists(st.integers(0, 8), min_size=6, max_size=6), st.sets(st.integers(0, 5)), st.booleans())
@settings(**SETTINGS)
def test_no_numbering_gives_a_plan_the_name_or_polygon_of_another(order, numbers, gone, drawn) -> None:  # type: ignore[no-untyped-def]
    """Rows in any order, with any numbers, some of them gone: names and places agree, so a number cannot move them."""
    existing = [Existing(n, {"plan_id": f"id-{n}", "plannaam": name, "plannummer": str(n)}, shape(n)) for n, name in enumerate(NAMES)]
    kept = [n for n in order if n not in gone]
    result = source([{"plannaam": NAMES[n], "plannummer": str(numbers[n]), "bruto_totaal": n} for n in kept])
    update = compare(existing, result, [shape(n) if drawn else None for n in kept])
    assert update.added == 0
    assert not any(change.veld in (POLYGON, "plannaam") for change in update.changes if change.accepted)
    for change in update.changes:
        if change.veld == "bruto_totaal" and change.accepted:
            assert change.new == change.fid  # each got its own
    assert {plan.fid for plan in update.leaving} <= gone | {n for n in kept if not drawn}
    assert update.after is not None
    assert update.after.plans == len(NAMES)


@given(st.permutations(range(6)))
@settings(**SETTINGS)
def test_names_that_moved_and_numbers_that_moved_wait(order) -> None:  # type: ignore[no-untyped-def]
    """Number and name point at different plans and nothing is drawn: nothing of it is done without a person."""
    existing = [Existing(n, {"plan_id": f"id-{n}", "plannaam": name, "plannummer": str(n)}, None) for n, name in enumerate(NAMES)]
    rows = [{"plannaam": NAMES[order[n]], "plannummer": str(n), "bruto_totaal": 1} for n in range(6)]
    update = compare(existing, source(rows), [None] * 6)
    for change in update.changes:
        if change.accepted:
            assert order[change.fid] == change.fid
