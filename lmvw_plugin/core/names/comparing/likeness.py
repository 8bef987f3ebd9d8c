# SPDX-License-Identifier: GPL-2.0-or-later
"""Do two plan names resemble each other, and why are they not the same? The judgement on one pair."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from ...i18n import joined, tr
from ...keys import is_excel_error
from . import forms
from .excel import looks_shown, made_day, made_share, number, typed_days, typed_share
from .explain import explain, slot

FIELD_WIDTHS = (
    10,
    50,
    80,
    100,
    128,
    150,
    200,
    254,
    255,
    256,
    32_767,
)  # where files cut a text off; shapefile: 10 and 254, a cell of Excel: 32,767
LONGEST = 1_000  # letters; what is longer is a note or a description: its writing is compared, its spelling is not


class Verdict(Enum):
    """The judgement on a pair of names."""

    SAME = "gelijk"  # the same code points
    SUSPICIOUS = "verdacht"  # resembles; a person must decide
    DIFFERENT = "verschillend"
    INVALID = "ongeldig"  # one of them is no name


class Better(Enum):
    """Which of the two names is intact."""

    LEFT = "left"
    RIGHT = "right"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Likeness:
    """The judgement with its reasons. ``reasons`` hold ``{left}`` and ``{right}`` where the sources' names belong.

    ``rank`` orders likenesses, lower is nearer. ``better`` is the side whose name should stay, where that is clear.
    """

    verdict: Verdict
    kinds: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    rank: int = 0
    better: Better = Better.NEITHER


def is_valid(name: str | None) -> bool:
    """There is a name, and it is not an error of Excel."""
    if name is None or forms.is_blank(name):
        return False
    return not is_excel_error(name)


def compare(left: str | None, right: str | None) -> Likeness:
    """Judge two names."""
    if left is None or right is None or not is_valid(left) or not is_valid(right):
        return Likeness(Verdict.INVALID)
    if left == right:
        return Likeness(Verdict.SAME)
    for judge in (_by_excel, _by_lost, _by_form, _by_cut, _by_code, _by_order, by_spelling):
        likeness = judge(left, right)
        if likeness is not None:
            return likeness
    return Likeness(Verdict.DIFFERENT)


def _alike(rank: int, kinds: Iterable[str], reasons: Iterable[str], better: Better = Better.NEITHER) -> Likeness:
    return Likeness(Verdict.SUSPICIOUS, tuple(kinds), tuple(reasons), rank, better)


# -- the same but for how it is written ------------------------------------------------------------------------------


def _by_form(left: str, right: str) -> Likeness | None:
    if forms.key(left) != forms.key(right) or not forms.key(left):
        return _by_zeros(left, right)
    if forms.marks(left) != forms.marks(right):
        return None  # 1.2 and 12
    kinds = _needed_folds(left, right)
    return _alike(0, kinds, (explain(kind, left, right) for kind in kinds), _cleaner(kinds, left, right))


def _by_zeros(left: str, right: str) -> Likeness | None:
    """``Plan 07`` and ``Plan 7``; which side lost its zeros is known."""
    if not any(word.isdigit() and word != (word.lstrip("0") or "0") for name in (left, right) for word in forms.words(name)):
        return None
    if no_zeros(left) != no_zeros(right):
        return None
    lost, kept = ("left", "right") if len(forms.key(left)) < len(forms.key(right)) else ("right", "left")
    reason = tr("in {lost} ontbreken de nullen vooraan die in {kept} wel staan; zo schrijft Excel een getal")
    return _alike(1, ("zeros",), (reason.format(lost=slot(lost), kept=slot(kept)),), Better(kept))


def no_zeros(name: str) -> tuple[str, ...]:
    """Words, and numbers without their leading zeros."""
    return tuple(word.lstrip("0") or "0" if word.isdigit() else word for word in forms.words(name))


def _needed_folds(left: str, right: str) -> tuple[str, ...]:
    """The mildest folds that make the names equal."""
    before = [(left, right)]  # what either name is before each fold
    for _, fold in forms.FOLDS:
        after = fold(before[-1][0]), fold(before[-1][1])
        if after[0] == after[1]:
            break
        before.append(after)
    used: list[tuple[str, forms.Fold]] = []
    for item, names in reversed(list(zip(forms.FOLDS, before, strict=False))):
        if _folded(names[0], used) != _folded(names[1], used):  # the later ones do not do without it
            used.insert(0, item)
    return tuple(kind for kind, _ in used)


def _folded(name: str, folds: Sequence[tuple[str, forms.Fold]]) -> str:
    for _, fold in folds:
        name = fold(name)
    return name


def _cleaner(kinds: Sequence[str], left: str, right: str) -> Better:
    """The side that has nothing to mend, when the other has."""
    faults = [sum(_has_fault(kind, name) for kind in kinds) for name in (left, right)]
    if faults[0] == faults[1]:
        return Better.NEITHER
    return Better.LEFT if faults[0] < faults[1] else Better.RIGHT


def _has_fault(kind: str, name: str) -> bool:
    mendable = ("entity", "escape", "mojibake", "unicode", "invisible", "white", "ligature", "script")
    return kind in mendable and dict(forms.FOLDS)[kind](name) != name


# -- what Excel made of it --------------------------------------------------------------------------------------------


def _by_excel(left: str, right: str) -> Likeness | None:
    """The whole name became a number or a date."""
    if not any(map(str.isdigit, left)) or not any(map(str.isdigit, right)):
        return None
    numbers = number(left), number(right)
    if numbers[0] is not None and numbers[0] == numbers[1]:
        made = _number_maker(left, right)
        template = tr("in {where} is de naam een getal geworden ({made}); Excel laat nullen vooraan en achter de komma weg")
        return _alike(1, ("number",), (template.format(where=slot(made), made=left if made == "left" else right),), _other(made))
    likenesses = [likeness for sides in ((left, right, "right"), (right, left, "left")) if (likeness := _made_of(*sides))]
    if len(likenesses) == 2:  # either may come from the other: it is the one that looks as Excel shows a date
        likenesses = [likeness for likeness, name in zip(likenesses, (right, left), strict=True) if looks_shown(name)]
    return likenesses[0] if len(likenesses) == 1 else None


def _made_of(typed: str, made: str, side: str) -> Likeness | None:
    """Excel turned the one into the other."""
    day, template = made_day(made), ""
    if day and any(day[:2] == other[:2] and (None in (day[2], other[2]) or day[2] == other[2]) for other in typed_days(typed)):
        template = tr("in {where} heeft Excel van ‘{typed}’ een datum gemaakt ({made})")
    elif (share := typed_share(typed)) is not None and share == made_share(made):
        template = (
            tr("in {where} heeft Excel van het percentage ‘{typed}’ een getal gemaakt ({made})")
            if "%" in typed
            else tr("in {where} heeft Excel van ‘{typed}’ een tijd gemaakt ({made})")
        )
    return _alike(1, ("date",), (template.format(where=slot(side), typed=typed, made=made),), _other(side)) if template else None


def _number_maker(left: str, right: str) -> str:
    """The side on which the number was made: the one that Excel could have written."""
    plain = [name == format(number(name) or Decimal(0), "f") for name in (left, right)]
    if plain[0] != plain[1]:
        return "left" if plain[0] else "right"
    return "left" if len(left) < len(right) else "right"


def _other(side: str) -> Better:
    return Better.RIGHT if side == "left" else Better.LEFT


# -- a letter that a file could not hold ---------------------------------------------------------------------------------

_LOST = re.compile("[?\ufffd]+")


def without_lost(name: str) -> str | None:
    """The name with one mark for what a file in another encoding could not hold, or did not; None where there is nothing of it."""
    shape = re.sub("[^\x00-\x7f]+|[?]+", "?", name)
    return shape if "?" in shape else None


def _by_lost(left: str, right: str) -> Likeness | None:
    """``Caf?`` and ``Café``: the encoding of a file had no such letter. The name with the mark is never the right one."""
    if without_lost(left) != without_lost(right):
        return None
    for damaged, intact, side in ((left, right, "left"), (right, left, "right")):
        if _LOST.search(damaged) and not _LOST.search(intact):
            sign = tr("een vraagteken") if "?" in damaged else f"‘\ufffd’ ({forms.code(chr(0xFFFD))})"
            lost = joined([f"‘{letters}’" for letters in re.findall("[^\x00-\x7f]+", intact)][:2])
            reason = tr("in {where} staat {sign} waar {lost} hoort; de tekencodering van dat bestand is verkeerd gelezen of geschreven")
            return _alike(0, ("lost",), (reason.format(where=slot(side), sign=sign, lost=lost),), _other(side))
    return None


# -- cut off, with a code, in another order --------------------------------------------------------------------------


def cuts(name: str) -> Iterator[tuple[int, str]]:
    """What remains of a name in a column of each usual width, where something is lost."""
    for width in FIELD_WIDTHS:
        if len(name) > width and not (name[width - 1].isdigit() and name[width].isdigit()):
            middle = name[width - 1].isalnum() and name[width].isalnum()
            if width > 10 or middle:  # ten letters and then a space is an ordinary short name
                yield width, name[:width].rstrip()
    if not name.isascii():
        raw = name.encode("utf-8", "surrogatepass")
        for width in FIELD_WIDTHS[1:]:
            if len(raw) > width:
                yield width, raw[:width].decode("utf-8", "ignore").rstrip()


def _by_cut(left: str, right: str) -> Likeness | None:
    short, long, side = (left, right, "left") if len(left) < len(right) else (right, left, "right")
    for width, rest in cuts(long):
        if rest == short.rstrip():
            reason = tr("in {where} is de naam afgekapt op {width} tekens").format(where=slot(side), width=width)
            return _alike(2, ("cut",), (reason,), _other(side))
    return None


_CODE = r"[(\[]?(?=[^\s()\[\]]*\d)([A-Za-z]{0,4}[-.]?\d[\d.\-/]{0,11}[A-Za-z]?)[)\]]?"
_FRONT = re.compile(_CODE + r"(?:[\s.:_\-–—]+)(\S.*)", re.DOTALL)
_BEHIND = re.compile(r"(.*?\S)[:_\-–—]*\s[\s:_\-–—]*" + _CODE, re.DOTALL)
_NUMBERED = frozenset(
    ("plan", "bouwplan", "deelplan", "project", "fase", "deel", "deelgebied", "gebied", "locatie", "cluster", "blok", "kavel", "kavels",
     "perceel", "vlek", "veld", "nummer", "nr", "no")
)  # fmt: skip


def without_code(name: str) -> Iterator[tuple[str, str, str]]:
    """(code, where, rest) for a code in front of or behind a name; ``Plan 12`` has no code, its number is the name."""
    stripped = forms.fold_white(name)
    for pattern, where in ((_FRONT, "front"), (_BEHIND, "behind")):
        match = pattern.fullmatch(stripped)
        if match:
            tag, rest = (match[1], match[2]) if where == "front" else (match[2], match[1])
            names = forms.words(rest)
            if sum(map(str.isalpha, rest)) >= 3 and names and names[-1 if where == "behind" else 0] not in _NUMBERED:
                yield tag, where, rest


def _by_code(left: str, right: str) -> Likeness | None:
    for coded, plain, side in ((left, right, "left"), (right, left, "right")):
        for tag, where, rest in without_code(coded):
            if forms.key(rest) == forms.key(plain) and forms.marks(rest) == forms.marks(plain):
                side_of_name = tr("voor") if where == "front" else tr("achter")
                reason = tr("in {where} staat ‘{tag}’ {place} de naam").format(where=slot(side), tag=tag, place=side_of_name)
                return _alike(3, ("code",), (reason,))
    return None


def _by_order(left: str, right: str) -> Likeness | None:
    if forms.words(left) and sorted(forms.words(left)) == sorted(forms.words(right)) and forms.marks(left) == forms.marks(right):
        return _alike(4, ("order",), (tr("de woorden staan in een andere volgorde"),))
    return None


# -- spelling ----------------------------------------------------------------------------------------------------------

_OPPOSITES = (("oost", "west"), ("noord", "zuid"), ("binnen", "buiten"), ("boven", "beneden"), ("hoog", "laag"))


def by_spelling(left: str, right: str) -> Likeness | None:
    """One letter per word, two in a long one; numbers, single letters and first letters never differ."""
    if max(len(left), len(right)) > LONGEST or forms.marks(left) != forms.marks(right):
        return None
    first, second = forms.words(left), forms.words(right)
    if len(first) != len(second):
        return _by_joined(left, right)
    changed = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if not 0 < len(changed) <= 2:
        return None
    total = 0
    for a, b in changed:
        distance = _typo(a, b)
        if distance is None:
            return None
        total += distance
    shown = joined([tr("‘{a}’ en ‘{b}’").format(a=a, b=b) for a, b in changed])
    return _alike(4 + total, ("spelling",), (tr("de spelling verschilt: {shown}").format(shown=shown),))


def _by_joined(left: str, right: str) -> Likeness | None:
    """A word split or joined with one letter wrong besides: ``Hoef weg`` and ``Hoeffweg``."""
    a, b = forms.key(left), forms.key(right)
    if min(len(a), len(b)) >= 12 and a[0] == b[0] and distance_within(a, b, 1) == 1:
        return _alike(5, ("spelling",), (tr("spaties en spelling verschillen een enkele letter"),))
    return None


def _typo(a: str, b: str) -> int | None:
    shortest = min(len(a), len(b))
    if shortest < 4 or a[0] != b[0] or any({x, y} == {_head(a, x, y), _head(b, x, y)} for x, y in _OPPOSITES):
        return None
    if shortest == 4 and len(a) == len(b) and sorted(a) != sorted(b):
        return None  # Hoef and Hoek are two words
    return distance_within(a, b, 2 if shortest >= 12 else 1)


def _head(word: str, *heads: str) -> str:
    return next((head for head in heads if word.startswith(head)), "")


def distance_within(a: str, b: str, limit: int) -> int | None:
    """Letters inserted, left out, replaced or swapped (optimal string alignment); None when more than ``limit``."""
    if abs(len(a) - len(b)) > limit:
        return None
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    a, b = a[start:], b[start:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if max(len(a), len(b)) > 3 * limit + 2 and not set(a) & set(b):
        return None
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        if min(row) > limit:
            return None
    return row[-1] if row[-1] <= limit else None
