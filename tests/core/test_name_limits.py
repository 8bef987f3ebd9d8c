# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a name ends and a note begins: each limit on both of its sides."""

import pytest

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.names.between import match_names
from lmvw_plugin.core.names.comparing.excel import made_day, made_share, number, typed_days, typed_share
from lmvw_plugin.core.names.comparing.explain import quoted
from lmvw_plugin.core.names.comparing.likeness import LONGEST, Verdict, compare
from lmvw_plugin.core.names.comparing.matching import near_pairs
from lmvw_plugin.core.names.nothing import notes_among, proposals, stems, why_nothing
from lmvw_plugin.core.names.rules import NameEntry, NameSource, require_no_notes

LONG = "n" * 121


@pytest.mark.parametrize(("names", "notes"), [
    ([LONG] * 4, 0), ([LONG] * 5, 5), ([LONG] * 3 + ["Haven"] * 3, 0), ([LONG] * 4 + ["Haven"] * 3, 4), (["n" * 120] * 9, 0), ([], 0),
])  # fmt: skip
def test_more_than_half_of_five_or_more_are_notes(names, notes):
    assert notes_among(names) == notes


def test_either_source_is_looked_at():
    notes, good = (
        NameSource(title, tuple(NameEntry(f"{text} {n}", "x") for n in range(6))) for title, text in (("bron", LONG), ("laag", "Haven"))
    )
    for left, right in ((notes, good), (good, notes)):
        with pytest.raises(LmvwError, match=r"In de naamkolom van bron staan lange teksten in plaats van plannamen \(6 van de 6\)"):
            match_names(left, right)
    with pytest.raises(LmvwError, match=r"\(5 van de 6\)"):
        require_no_notes([LONG] * 5 + ["Haven"], "bron")


def test_a_name_of_a_hundred_letters_is_shown_whole_and_a_longer_one_begins():
    assert quoted("n" * 100) == f"‘{'n' * 100}’"
    assert quoted("n" * 101) == f"‘{'n' * 100}…’ (101 tekens)"


def damaged(letters):
    """A text of so many letters, and the same with one wrong letter in a word near its middle."""
    text = ("Tussen de verlaten molens aan de kade van het oude dorp " * (letters // 50 + 1))[: letters - 1] + "n"
    middle = text.index("molens", max(letters // 2 - 60, 0))
    return text, text[: middle + 3] + "x" + text[middle + 4 :]


@pytest.mark.parametrize(("letters", "near"), [(80, True), (81, True), (200, True), (LONGEST, True), (LONGEST + 1, False)])
def test_the_spelling_of_a_text_is_compared_up_to_its_limit(letters, near):
    name, wrong = damaged(letters)
    assert len(name) == len(wrong) == letters and name != wrong
    assert (compare(name, wrong).verdict is Verdict.SUSPICIOUS) is near
    for one, other in ((name, wrong), (wrong, name)):
        assert [(pair.left, pair.right) for pair in near_pairs([one, "Iets anders"], [other, "Heel anders"])] == (
            [(one, other)] if near else []
        )


def test_one_of_two_that_is_too_long_is_enough():
    name, _ = damaged(LONGEST)
    longer = name[:500] + "x" + name[500:]
    assert compare(name, longer).verdict is compare(longer, name).verdict is Verdict.DIFFERENT


@pytest.mark.parametrize(("left", "right", "near"), [
    ("Kade", "Kaed", True), ("Kad", "Kda", False), ("Kerkweg", "Kerkwg", True), ("De Kerkhof Molenweg Havenkade", "De Kerkhoff Molenwegg Havenkadee", False),
    ("De Kerkhof Molenweg Havenkade", "De Kerkhoff Molenwegg Havenkade", True), ("Plan 12 Kerkweg", "Plan 13 Kerkwg", False),
])  # fmt: skip
def test_one_letter_in_at_most_two_words_is_a_typing_error(left, right, near):
    assert (compare(left, right).verdict is Verdict.SUSPICIOUS) is near
    assert bool(near_pairs([left], [right])) is near


# -- what Excel sees in a name ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "days"), [
    ("31/12", [(31, 12)]), ("32/12", []), ("12/13", [(13, 12)]), ("1-2", [(1, 2), (2, 1)]), ("0-2", []), ("13-13", []), ("12-2026", [(1, 12)]),
    ("13-2026", []), ("0-2026", []),
])  # fmt: skip
def test_a_day_has_a_month_of_the_year(name, days):
    assert [day[:2] for day in typed_days(name)] == days


@pytest.mark.parametrize(
    ("name", "seen"), [("23:59", True), ("24:00", False), ("12:60", False), ("0:00", True), ("12,5%", True), ("12:5", False)]
)
def test_a_time_is_of_one_day(name, seen):
    assert (typed_share(name) is not None) is seen


def test_a_share_is_below_a_hundred_and_a_serial_is_of_our_time():
    assert [made_share(name) is not None for name in ("0", "99.5", "100", "-1")] == [True, True, False, False]
    assert [made_day(name) is not None for name in ("36525", "36526", "58806", "58807")] == [False, True, True, False]


def test_excel_keeps_fifteen_digits():
    assert number("123456789012345") != number("123456789012346")
    assert number("1234567890123456") == number("1234567890123450") != number("1234567890123466")


# -- names that name nothing --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "nothing"), [
    (" NULL ", True), ("null", True), ("Null", False), ("a", True), ("ab", False), ("--", True), ("59", True), ("A-12b", True), ("Kade 59", False),
])  # fmt: skip
def test_a_name_of_two_letters_names_something(name, nothing):
    assert bool(why_nothing(name)) is nothing


def test_a_stem_of_twenty_says_little_and_one_of_nineteen_may_be_a_street():
    assert stems([f"Kavel {number}" for number in range(19)]) == {}
    assert stems([f"Kavel {number}" for number in range(20)])["Kavel 7"] == ("kavel", 20)


def test_what_would_do_as_a_name_is_of_one_plan_is_free_clean_short_and_names_something():
    described = {
        "1": "Havenkwartier",
        "2": "Dijkzone",
        "3": "Dijkzone",
        "4": "Kade",
        "5": " Sluis",
        "6": "n" * 121,
        "7": "n" * 120,
        "8": "n.v.t.",
    }
    assert proposals(described, {"Kade"}) == {"1": "Havenkwartier", "7": "n" * 120}
