# SPDX-License-Identifier: GPL-2.0-or-later
"""The judgement on pairs of names, against the corpus, and the finding of pairs."""

from __future__ import annotations

import gc
import itertools
import random
import string
import tracemalloc
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lmvw_plugin.core.names.comparing import forms as name_forms
from lmvw_plugin.core.names.comparing import matching as names
from lmvw_plugin.core.names.comparing.likeness import LONGEST, Better, Likeness, Verdict, compare, distance_within, is_valid
from lmvw_plugin.core.names.comparing.matching import near_pairs
from scripts.make_name_corpus import PAIRS, SUSPICIOUS

TEXT = st.text(min_size=0, max_size=40)
# Names as planners write them, with what goes wrong.
WORDS = st.sampled_from(["De", "Hoef", "Plan", "Noord", "Kerkweg", "IJmuiden", "'t", "Café", "fase", "Zuid", "Heemskerk", "Molenstraat"])
NUMBERS = st.sampled_from(["", "", "1", "2", "12", "007", "II", "A", "12b"])
NAMES = st.tuples(st.lists(WORDS, min_size=1, max_size=4), NUMBERS).map(lambda parts: " ".join([*parts[0], parts[1]]).strip())


def test_the_corpus_is_large_enough() -> None:
    assert len(PAIRS) >= 100
    assert {verdict for *_, verdict, _ in PAIRS} == {"same", "suspicious", "different", "invalid"}


@pytest.mark.parametrize(("left", "right", "verdict", "kind"), PAIRS)
def test_verdict_of_an_expert(left: str | None, right: str | None, verdict: str, kind: str) -> None:
    for a, b in ((left, right), (right, left)):
        likeness = compare(a, b)
        assert likeness.verdict.name.lower() == verdict
        if verdict == SUSPICIOUS:
            assert kind in likeness.kinds
            assert all(likeness.reasons)


@pytest.mark.parametrize(("left", "right", "verdict", "kind"), [pair for pair in PAIRS if pair[0] and pair[1]])
def test_blocking_finds_what_comparing_would(left: str, right: str, verdict: str, kind: str) -> None:
    assert bool(near_pairs([left], [right])) is (verdict == SUSPICIOUS)


def test_blocking_finds_the_pairs_amid_the_whole_corpus() -> None:
    lefts = [left for left, right, *_ in PAIRS if left and right and left != right]
    rights = [right for left, right, *_ in PAIRS if left and right and left != right]
    assert missed(lefts, rights) == []


def missed(lefts: list[str], rights: list[str]) -> list[tuple[str, str]]:
    """Suspicious pairs that were not found, though neither name has a pair that its writing explains."""
    found = {(pair.left, pair.right) for pair in near_pairs(lefts, rights)}
    wanted = {(a, b): likeness for a in lefts for b in rights if (likeness := compare(a, b)).verdict is Verdict.SUSPICIOUS}
    explained = {name for (a, b), likeness in wanted.items() if "spelling" not in likeness.kinds for name in (("l", a), ("r", b))}
    return [
        (a, b)
        for (a, b), likeness in wanted.items()
        if (a, b) not in found and ("spelling" not in likeness.kinds or not {("l", a), ("r", b)} & explained)
    ]


@given(TEXT)
def test_a_name_is_itself_or_no_name(name: str) -> None:
    assert compare(name, name).verdict is (Verdict.SAME if is_valid(name) else Verdict.INVALID)


@given(TEXT, TEXT)
def test_only_identical_names_are_the_same(left: str, right: str) -> None:
    assert (compare(left, right).verdict is Verdict.SAME) is (left == right and is_valid(left))


@given(NAMES, NAMES)
@settings(max_examples=300)
def test_judgement_is_symmetric(left: str, right: str) -> None:
    there, back = compare(left, right), compare(right, left)
    assert there.verdict is back.verdict
    assert sorted(there.kinds) == sorted(back.kinds)
    assert there.rank == back.rank
    swapped = {Better.LEFT: Better.RIGHT, Better.RIGHT: Better.LEFT, Better.NEITHER: Better.NEITHER}
    assert swapped[there.better] is back.better


@given(st.text(string.ascii_letters + " ", min_size=0, max_size=12), st.integers(0, 9999), st.integers(0, 9999))
def test_another_number_is_never_proposed(text: str, first: int, second: int) -> None:
    likeness = compare(f"{text}{first}", f"{text}{second}")
    assert (likeness.verdict is Verdict.SAME) is (first == second)
    if first != second:
        assert likeness.verdict is Verdict.DIFFERENT


@given(st.lists(NAMES, max_size=12), st.lists(NAMES, max_size=12))
@settings(max_examples=150)
def test_pairs_are_the_same_from_either_side(left: list[str], right: list[str]) -> None:
    there = {(pair.left, pair.right) for pair in near_pairs(left, right)}
    assert there == {(pair.right, pair.left) for pair in near_pairs(right, left)}


@given(st.lists(NAMES, max_size=10), st.lists(NAMES, max_size=10))
@settings(max_examples=150)
def test_blocking_misses_nothing_in_short_lists(left: list[str], right: list[str]) -> None:
    assert [pair for pair in missed(left, right) if compare(*pair).rank < 6] == []


@given(TEXT)
def test_cleaning_is_done_after_one_time(name: str) -> None:
    clean = name_forms.cleaned(name)
    assert name_forms.cleaned(clean) == clean
    assert name_forms.is_clean(clean)
    assert list(name_forms.complaints(clean)) == []
    assert (list(name_forms.complaints(name)) == []) is name_forms.is_clean(name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("De Hoef", "De Hoef"),
        ("De Hoef ", "De Hoef[spatie]"),
        ("  De Hoef", "[spatie][spatie]De Hoef"),
        ("De  Hoef", "De[spatie][spatie]Hoef"),
        ("De\u00a0Hoef", "De[U+00A0]Hoef"),
        ("De\nHoef", "De[U+000A]Hoef"),
        ("De\u200bHoef", "De[U+200B]Hoef"),
        ("Café", "Café"),
    ],
)
def test_what_cannot_be_seen_is_written_out(name: str, shown: str) -> None:
    assert name_forms.visible(name) == shown


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Callable[[Sequence[str], Sequence[str]], int]:
    """How many pairs of two lists are laid side by side."""
    count = 0

    def counting(judge: Callable[[str, str], Likeness | None]) -> Callable[[str, str], Likeness | None]:
        def counted(left: str, right: str) -> Likeness | None:
            nonlocal count
            count += 1
            return judge(left, right)

        return counted

    for name in ("compare", "by_spelling"):
        monkeypatch.setattr(names, name, counting(getattr(names, name)))

    def of(lefts: Sequence[str], rights: Sequence[str]) -> int:
        before = count
        near_pairs(lefts, rights)
        return count - before

    return of


def test_work_grows_with_the_number_of_names_not_with_its_square(judged: Callable[[Sequence[str], Sequence[str]], int]) -> None:
    """Counts judgements, no seconds: of ten thousand names of one pattern none has a twin, and of one name there are 300 spellings."""
    assert judged([f"Plan Kerkweg {i}" for i in range(2000)], [f"Plan Kerkweg {i}" for i in range(2000, 4000)]) < 4000
    chance = random.Random(4)
    made = ["".join(chance.choices("aeioknrst", k=12)) for _ in range(4000)]
    assert judged(made[:2000], made[2000:]) < 40_000
    name = "havenkwartieraandekade"
    spelled = ["".join(letter.upper() if turn >> at & 1 else letter for at, letter in enumerate(name)) for turn in range(600)]
    assert judged(spelled[:300], spelled[300:]) < 300 * 100


def test_a_long_text_is_laid_beside_few_and_a_longer_one_is_not_taken_apart(
    judged: Callable[[Sequence[str], Sequence[str]], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(1)
    texts = [prose(chance, 900) for _ in range(100)]
    assert judged(texts[:50], texts[50:]) < 50 * 50 / 5
    taken: list[int] = []
    trigrams = names._trigrams
    monkeypatch.setattr(names, "_trigrams", lambda text: taken.append(len(text)) or trigrams(text))
    near_pairs([*texts[:2], prose(chance, 3_000)], [texts[2], prose(chance, 3_000)])
    assert taken and max(taken) <= LONGEST


def test_a_wrong_letter_is_found_amid_many_names_of_the_same_words() -> None:
    """No three letters of it are rare, but for those that are wrong."""
    words = ["".join(letters) for letters in itertools.product("bdfgl", "aeiou", "knrst")][:100]
    lefts = ["Molenstraat", *(f"Molenstraat {word}aal" for word in words)]
    assert [(pair.left, pair.right) for pair in near_pairs(lefts, ["Molenstrat"])] == [("Molenstraat", "Molenstrat")]


def test_what_no_other_name_has_does_not_stand_in_the_way_of_what_two_share() -> None:
    """A wrong letter in each of two words: six groups of three letters stand in one name only."""
    pair = ("De Kerkhof aan de Molenweg", "De Kerxhof aan de Molexweg")
    assert [(found.left, found.right) for found in near_pairs(pair[:1], pair[1:])] == [pair]


def test_a_pair_is_found_though_either_shares_more_with_another_name() -> None:
    pair = ("Abdijhof Molenweg", "Abxijhof Molexweg")
    assert [(found.left, found.right) for found in near_pairs([pair[0], "Abdijlaan"], [pair[1], "Heel anders"])] == [pair]


@pytest.mark.parametrize(("a", "b", "limit", "wanted"), [("kat", "kat", 1, 0), ("kat", "kta", 1, 1), ("kat", "kaat", 1, 1), ("kat", "hond", 2, None),
                                                          ("abcdef", "abdcfe", 2, 2), ("", "a", 1, 1)])  # fmt: skip
def test_distance(a: str, b: str, limit: int, wanted: int | None) -> None:
    assert distance_within(a, b, limit) == wanted


# -- long texts --------------------------------------------------------------------------------------------------------


def peak_of(lefts: list[str], rights: list[str]) -> float:
    """The most memory at one moment, in MiB above what was there."""
    gc.collect()
    tracemalloc.start()
    try:
        near_pairs(lefts, rights)
        return tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()


def prose(chance: random.Random, letters: int) -> str:
    words = ("".join(chance.choices(string.ascii_lowercase, k=chance.randint(2, 11))) for _ in range(letters // 6))
    return " ".join(words)[:letters]


@pytest.mark.parametrize(("cells", "letters", "most"), [(1, 32_000, 10), (10, 32_000, 40), (500, 1_000, 60)])
def test_long_cells_take_little_memory(cells: int, letters: int, most: int) -> None:
    """One cell of 32,000 letters in the name column took more than a gigabyte."""
    chance = random.Random(1)
    assert peak_of([f"Plan {number}" for number in range(50)], [prose(chance, letters) for _ in range(cells)]) < most
    assert peak_of(["a" * letters] * cells, ["b" * letters + str(number) for number in range(cells)]) < most


@given(st.integers(2, 400), st.integers(0, 399), st.sampled_from("qxz"), st.booleans())
@settings(max_examples=60, deadline=None)
def test_one_wrong_letter_is_found_in_a_name_of_any_length(letters: int, place: int, wrong: str, left_out: bool) -> None:
    """The keys of short and of long names meet, also where the one is just short and the other just long."""
    name = "Tussen de " + prose(random.Random(letters), letters)
    words = name.split(" ")
    word = next((word for word in (*words[place % len(words) :], *words) if len(word) >= 6), None)
    if word is None:
        return
    damaged = name.replace(word, word[:3] + ("" if left_out else wrong) + word[4:], 1)
    if compare(name, damaged).verdict is Verdict.SUSPICIOUS:
        assert [(pair.left, pair.right) for pair in near_pairs([name, "Iets anders"], [damaged, "Heel anders"])] == [(name, damaged)]
