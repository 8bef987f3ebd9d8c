# SPDX-License-Identifier: GPL-2.0-or-later
"""The pairs of names worth judging in two lists, without comparing every name with every other.

Names meet in blocks: a shared normal form, or a cheap signature. Only block mates are judged, by ``name_likeness.compare``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...feedback import Feedback, Part, Silent, breathing, watched
from . import forms
from .excel import made_day, made_share, number, typed_days, typed_share
from .likeness import FIELD_WIDTHS, LONGEST, Likeness, Verdict, by_spelling, compare, cuts, is_valid, no_zeros, without_code, without_lost

_BLOCK_LIMIT = 60  # a block that holds more pairs says nothing about its names
_RAREST = 6
_SHORT = 80  # letters; a longer name has rare trigrams enough to be found by, whatever letter is wrong

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two names that resemble each other."""

    left: str
    right: str
    likeness: Likeness


def near_pairs(left: Iterable[str], right: Iterable[str], feedback: Feedback | None = None) -> list[NearPair]:
    """The suspicious pairs between two lists of names. Each name is put into a few blocks; only block mates are judged.

    Spelling is looked at for the names that no kind of writing explains.
    """
    feedback = feedback or Silent()
    lefts = [name for name in dict.fromkeys(left) if is_valid(name)]
    rights = [name for name in dict.fromkeys(right) if is_valid(name)]
    pairs = _pairs_within_blocks(lefts, rights, _form_keys, Part(feedback, 0, 40))
    explained_left, explained_right = {pair.left for pair in pairs}, {pair.right for pair in pairs}
    lefts = [name for name in lefts if name not in explained_left]
    rights = [name for name in rights if name not in explained_right]
    rare = _rare_trigrams(lefts, rights)
    return pairs + _pairs_within_blocks(lefts, rights, lambda name: _spelling_keys(name, rare), Part(feedback, 40, 100))


def _pairs_within_blocks(
    lefts: Sequence[str], rights: Sequence[str], keys: Callable[[str], Iterator[Key]], feedback: Feedback
) -> list[NearPair]:
    blocks: dict[Key, list[str]] = defaultdict(list)
    for name in watched(rights, len(rights), feedback, 0, 30):
        for key in keys(name):
            blocks[key].append(name)
    sought = {
        name: [key for key in map(_counterpart, keys(name)) if key in blocks] for name in watched(lefts, len(lefts), feedback, 30, 60)
    }
    sizes = Counter(key for keys in sought.values() for key in keys)
    pairs: list[NearPair] = []
    for name in watched(lefts, len(lefts), feedback, 60, 100):
        mates: dict[str, bool] = {}  # is it only a trigram that they share?
        for key in sought[name]:
            if key[0] in _SURE or len(blocks[key]) * sizes[key] <= _BLOCK_LIMIT:
                for mate in blocks[key][:_BLOCK_LIMIT]:
                    mates[mate] = mates.get(mate, True) and key[0] == "gram"
        for mate, weak in mates.items():
            if weak and by_spelling(name, mate) is None:
                continue
            likeness = compare(name, mate)
            if likeness.verdict is Verdict.SUSPICIOUS:
                pairs.append(NearPair(name, mate, likeness))
    return pairs


# Blocks that are never a coincidence, and blocks in which a damaged name meets an intact one: two names that both carry
# a code, or are both long, have nothing to say to each other there.
_SURE = frozenset(("key", "plain", "coded", "order", "zeros", "number"))
_MEETS = {"plain": "coded", "coded": "plain", "whole": "cut", "cut": "whole", "typed": "made", "made": "typed"}


def _counterpart(key: Key) -> Key:
    role = _MEETS.get(str(key[0]))
    return (role, *key[1:]) if role else key


def _form_keys(name: str) -> Iterator[Key]:
    """Normal forms: names that differ in writing only, or in a way that is known, share one."""
    whole = forms.key(name)
    yield "key", whole
    yield "plain", whole
    if len(forms.words(name)) > 1:
        yield "order", tuple(sorted(no_zeros(name)))
    lost = without_lost(name)
    if lost is not None:
        yield "lost", lost
    if any(map(str.isdigit, name)):
        yield from _digit_keys(name)
    if len(name) <= FIELD_WIDTHS[-1]:
        yield "whole", name.rstrip()
    for _, rest in cuts(name):
        yield "cut", rest


def _digit_keys(name: str) -> Iterator[Key]:
    yield "zeros", no_zeros(name)
    value = number(name)
    if value is not None:
        yield "number", str(value)
    made = made_day(name)
    if made:
        yield "made", *made[:2]
    for day in typed_days(name):
        yield "typed", *day[:2]
    for share in (typed_share(name), made_share(name)):
        if share is not None:
            yield "share", str(share)
    for _, _, rest in without_code(name):
        yield "coded", forms.key(rest)


def _spelling_keys(name: str, rare: dict[str, int]) -> Iterator[Key]:
    """One letter wrong: both names become the same when that letter is left out. More letters wrong: rare trigrams.

    However long the name, its keys take some kilobytes.
    """
    whole = forms.key(name)
    if len(whole) > LONGEST:
        return
    fixed = " ".join(forms.marks(name)) + "|"
    if len(whole) <= _SHORT:
        yield "typo", fixed + whole
        for index in range(1, len(whole)):
            yield "typo", fixed + whole[:index] + whole[index + 1 :]
    if len(whole) >= 8:
        grams = sorted((gram for gram in _trigrams(whole) if gram in rare), key=lambda gram: (rare[gram], gram))
        for gram in grams[:_RAREST]:
            yield "gram", fixed + gram


def _trigrams(text: str) -> set[str]:
    return {text[index : index + 3] for index in range(len(text) - 2)}


def _rare_trigrams(*lists: Sequence[str]) -> dict[str, int]:
    """How many names hold a trigram, for those that at least two and not too many do."""
    counts = Counter(gram for names in lists for name in breathing(names) if len(name) <= LONGEST for gram in _trigrams(forms.key(name)))
    return {gram: count for gram, count in counts.items() if 2 <= count <= _BLOCK_LIMIT}
