# SPDX-License-Identifier: GPL-2.0-or-later
"""Do two plan names resemble each other, and why are they not the same?

``compare`` is the judgement on one pair, ``near_pairs`` finds the pairs worth judging in two lists without comparing
every name with every other: names meet in blocks of a shared normal form or a cheap signature.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum

from . import name_forms as forms
from .feedback import Feedback, Silent, watched
from .i18n import tr

FIELD_WIDTHS = (10, 50, 80, 100, 128, 150, 200, 254, 255, 256)  # where files cut a text off; shapefile: 10 and 254
_EXCEL_ERRORS = frozenset(
    ("#N/A", "#N/B", "#NAAM?", "#NAME?", "#REF!", "#VERW!", "#VALUE!", "#WAARDE!", "#DIV/0!", "#DEEL/0!", "#NULL!", "#LEEG!", "#NUM!", "#GETAL!")
)


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


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two names that resemble each other."""

    left: str
    right: str
    likeness: Likeness


def is_valid(name: str | None) -> bool:
    """There is a name, and it is not an error of Excel."""
    if name is None or forms.is_blank(name):
        return False
    return "#" not in name or name.strip().upper() not in _EXCEL_ERRORS


def compare(left: str | None, right: str | None) -> Likeness:
    """Judge two names."""
    if left is None or right is None or not is_valid(left) or not is_valid(right):
        return Likeness(Verdict.INVALID)
    if left == right:
        return Likeness(Verdict.SAME)
    for judge in (_by_excel, _by_form, _by_cut, _by_code, _by_order, _by_spelling):
        likeness = judge(left, right)
        if likeness is not None:
            return likeness
    return Likeness(Verdict.DIFFERENT)


def nearest_names(wanted: Iterable[str], names: Iterable[str]) -> dict[str, str]:
    """For each wanted name that has them, the nearest of the names that resemble it."""
    best: dict[str, NearPair] = {}
    for pair in near_pairs(wanted, names):
        if pair.left not in best or pair.likeness.rank < best[pair.left].likeness.rank:
            best[pair.left] = pair
    return {name: pair.right for name, pair in best.items()}


def nearest_name(wanted: str, names: Iterable[str]) -> str | None:
    """The nearest name, if any resembles. For many wanted names use ``nearest_names``: that makes the blocks once."""
    return nearest_names((wanted,), names).get(wanted)


def _alike(rank: int, kinds: Iterable[str], reasons: Iterable[str], better: Better = Better.NEITHER) -> Likeness:
    return Likeness(Verdict.SUSPICIOUS, tuple(kinds), tuple(reasons), rank, better)


# -- the same but for how it is written ------------------------------------------------------------------------------


def _by_form(left: str, right: str) -> Likeness | None:
    if forms.key(left) != forms.key(right) or not forms.key(left):
        return _by_zeros(left, right)
    if forms.marks(left) != forms.marks(right):
        return None  # 1.2 and 12
    kinds = _needed_folds(left, right)
    return _alike(0, kinds, (_explain(kind, left, right) for kind in kinds), _cleaner(kinds, left, right))


def _by_zeros(left: str, right: str) -> Likeness | None:
    """``Plan 07`` and ``Plan 7``; which side lost its zeros is known."""
    if not any(word.isdigit() and word != (word.lstrip("0") or "0") for name in (left, right) for word in forms.words(name)):
        return None
    if _no_zeros(left) != _no_zeros(right):
        return None
    lost, kept = ("left", "right") if len(forms.key(left)) < len(forms.key(right)) else ("right", "left")
    reason = tr("in {lost} ontbreken de nullen vooraan die in {kept} wel staan; zo schrijft Excel een getal")
    return _alike(1, ("zeros",), (reason.format(lost=_slot(lost), kept=_slot(kept)),), Better(kept))


def _no_zeros(name: str) -> tuple[str, ...]:
    return tuple(word.lstrip("0") or "0" if word.isdigit() else word for word in forms.words(name))


def _needed_folds(left: str, right: str) -> tuple[str, ...]:
    """The mildest folds that make the names equal."""
    used = list(forms.FOLDS)
    for size in range(1, len(forms.FOLDS) + 1):
        if _folded(left, forms.FOLDS[:size]) == _folded(right, forms.FOLDS[:size]):
            used = list(forms.FOLDS[:size])
            break
    for item in reversed(used[:]):
        fewer = [fold for fold in used if fold is not item]
        if _folded(left, fewer) == _folded(right, fewer):
            used = fewer
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
    mendable = ("mojibake", "unicode", "invisible", "white", "ligature", "script")
    return kind in mendable and dict(forms.FOLDS)[kind](name) != name


def _slot(side: str) -> str:
    return "{" + side + "}"


def _sides(left: str, right: str) -> tuple[tuple[str, str], ...]:
    return ((_slot("left"), left), (_slot("right"), right))


def _explain(kind: str, left: str, right: str) -> str:
    """One kind of difference in words."""
    return {
        "white": _explain_white,
        "invisible": _explain_invisible,
        "dash": _explain_signs,
        "quote": _explain_signs,
        "ligature": _explain_letters,
        "script": _explain_letters,
        "mojibake": _explain_mojibake,
        "unicode": _explain_unicode,
    }.get(kind, _explain_plain)(kind, left, right)


def _explain_plain(kind: str, left: str, right: str) -> str:
    return {
        "case": tr("hoofdletters en kleine letters verschillen"),
        "accent": tr("de accenten op de letters verschillen"),
        "punctuation": tr("leestekens of spaties verschillen"),
    }[kind]


def _explain_white(kind: str, left: str, right: str) -> str:
    found = {where: tuple(forms.white_complaints(name)) for where, name in _sides(left, right)}
    extra = [
        tr("in {where} staat {what}").format(where=where, what=_and(what))
        for (where, what), other in zip(found.items(), reversed(found.values()), strict=True)
        if what and what != other
    ]
    return _and(extra) or tr("de spaties verschillen")


def _explain_invisible(kind: str, left: str, right: str) -> str:
    found = [(where, tuple(forms.invisible_complaints(name))) for where, name in _sides(left, right)]
    return _and([tr("in {where} staat {what}").format(where=where, what=_and(what)) for where, what in found if what])


def _explain_signs(kind: str, left: str, right: str) -> str:
    """Dashes or quotes: the first place where they are not the same."""
    fold = dict(forms.FOLDS)[kind]
    signs = [[c for c in name if c in "-'\"" or fold(c) != c] for name in (left, right)]
    pair = next(((a, b) for a, b in zip(*signs, strict=False) if a != b and fold(a) == fold(b)), None)
    what = tr("het streepje") if kind == "dash" else tr("de apostrof of het aanhalingsteken")
    if pair is None:
        return tr("{what} verschilt").format(what=what)
    return tr("{what} is in {left} {a} en in {right} {b}").format(
        what=what, left=_slot("left"), right=_slot("right"), a=f"‘{pair[0]}’ ({forms.code(pair[0])})", b=f"‘{pair[1]}’ ({forms.code(pair[1])})"
    )


def _explain_letters(kind: str, left: str, right: str) -> str:
    fold = dict(forms.FOLDS)[kind]
    parts = []
    for (where, name), other in zip(_sides(left, right), (right, left), strict=True):
        odd = [c for c in dict.fromkeys(name) if fold(c) != c and c not in other]
        for character in odd[:2]:
            if kind == "script":
                template = tr("in {where} staat een {script} letter ({code}) die op de gewone ‘{plain}’ lijkt")
            else:
                template = tr("in {where} staat ‘{plain}’ als één bijzonder teken ({code})")
            script = {"CYRILLIC": tr("cyrillische"), "GREEK": tr("griekse")}.get(unicodedata.name(character, "").split(" ")[0], tr("vreemde"))
            parts.append(template.format(where=where, script=script, code=forms.code(character), plain=fold(character)))
    return _and(parts) or tr("er staan letters in die alleen op elkaar lijken")


def _explain_mojibake(kind: str, left: str, right: str) -> str:
    where = next(slot for slot, name in _sides(left, right) if forms.fold_mojibake(name) != name)
    return tr("in {where} zijn letters met een accent verkeerd ingelezen (UTF-8 als Windows-1252)").format(where=where)


def _explain_unicode(kind: str, left: str, right: str) -> str:
    where = [slot for slot, name in _sides(left, right) if forms.fold_unicode(name) != name]
    return tr("in {where} is een letter met accent als twee losse tekens opgeslagen").format(where=_and(where))


def _and(parts: Sequence[str]) -> str:
    return tr(" en ").join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


# -- what Excel makes of a name ---------------------------------------------------------------------------------------

_MONTHS = {
    month: number
    for number, spellings in enumerate(
        ("jan januari january", "feb februari february", "mrt maart mar march", "apr april", "mei may", "jun juni june",
         "jul juli july", "aug augustus august", "sep sept september", "okt oktober oct october", "nov november", "dec december"), 1)
    for month in spellings.split()
}  # fmt: skip
_SHORT_DATE = re.compile(r"(\d{1,2})[-/](\d{1,2})(?:[-/](\d{2}|\d{4}))?")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+)?")
_MONTH_DATE = re.compile(r"(\d{1,2})[- ]([a-z]{3,9})\.?(?:[- ](\d{2}|\d{4}))?")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d{1,3})?")
_EXCEL_DIGITS = 15

Day = tuple[int, int, int | None]


def _typed_days(name: str) -> tuple[Day, ...]:
    """The dates that Excel may see in a typed ``1-2`` or ``1/2/26``: day first, or month first in English."""
    found = _SHORT_DATE.fullmatch(name)
    if found is None:
        return ()
    day, month, year = int(found[1]), int(found[2]), _year(found[3])
    return tuple((d, m, year) for d, m in dict.fromkeys(((day, month), (month, day))) if 1 <= d <= 31 and 1 <= m <= 12)


def _made_day(name: str) -> Day | None:
    """The date that Excel shows for what it turned into one: ``2026-02-01`` or ``1-feb``."""
    found = _ISO_DATE.fullmatch(name)
    if found:
        return int(found[3]), int(found[2]), int(found[1])
    found = _MONTH_DATE.fullmatch(name.casefold())
    if found and found[2] in _MONTHS:
        return int(found[1]), _MONTHS[found[2]], _year(found[3])
    return None


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) + (2000 if len(text) == 2 else 0)


def _number(name: str) -> Decimal | None:
    """The number that Excel sees in the whole name, in the 15 digits that it keeps."""
    if not _NUMBER.fullmatch(name):
        return None
    try:
        number = Decimal(name.replace(",", "."))
    except InvalidOperation:
        return None
    digits, exponent = number.as_tuple().digits, number.as_tuple().exponent
    if not isinstance(exponent, int) or abs(exponent) > 400:
        return None
    if len(digits) > _EXCEL_DIGITS:
        kept = (*digits[:_EXCEL_DIGITS],)
        number = Decimal((number.as_tuple().sign, kept, exponent + len(digits) - _EXCEL_DIGITS))
    return number.normalize()


def _by_excel(left: str, right: str) -> Likeness | None:
    """The whole name became a number or a date."""
    if not any(character.isdigit() for character in left) or not any(character.isdigit() for character in right):
        return None
    numbers = _number(left), _number(right)
    if numbers[0] is not None and numbers[0] == numbers[1]:
        made = _number_maker(left, right)
        template = tr("in {where} is de naam een getal geworden ({made}); Excel laat nullen vooraan en achter de komma weg")
        return _alike(1, ("number",), (template.format(where=_slot(made), made=left if made == "left" else right),), _other(made))
    for typed, made_name, side in ((left, right, "right"), (right, left, "left")):
        day = _made_day(made_name)
        if day and any(day[:2] == other[:2] and (None in (day[2], other[2]) or day[2] == other[2]) for other in _typed_days(typed)):
            template = tr("in {where} heeft Excel van ‘{typed}’ een datum gemaakt ({made})")
            return _alike(1, ("date",), (template.format(where=_slot(side), typed=typed, made=made_name),), _other(side))
    return None


def _number_maker(left: str, right: str) -> str:
    """The side on which the number was made: the one that Excel could have written."""
    plain = [name == format(_number(name) or Decimal(0), "f") for name in (left, right)]
    if plain[0] != plain[1]:
        return "left" if plain[0] else "right"
    return "left" if len(left) < len(right) else "right"


def _other(side: str) -> Better:
    return Better.RIGHT if side == "left" else Better.LEFT


# -- cut off, with a code, in another order --------------------------------------------------------------------------


def _cuts(name: str) -> Iterator[tuple[int, str]]:
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
    for width, rest in _cuts(long):
        if rest == short.rstrip():
            reason = tr("in {where} is de naam afgekapt op {width} tekens").format(where=_slot(side), width=width)
            return _alike(2, ("cut",), (reason,), _other(side))
    return None


_CODE = r"[(\[]?(?=[^\s()\[\]]*\d)([A-Za-z]{0,4}[-.]?\d[\d.\-/]{0,11}[A-Za-z]?)[)\]]?"
_FRONT = re.compile(_CODE + r"(?:[\s.:_\-–—]+)(\S.*)", re.DOTALL)
_BEHIND = re.compile(r"(.*?\S)[:_\-–—]*\s[\s:_\-–—]*" + _CODE, re.DOTALL)
_NUMBERED = frozenset(
    ("plan", "bouwplan", "deelplan", "project", "fase", "deel", "deelgebied", "gebied", "locatie", "cluster", "blok", "kavel", "kavels",
     "perceel", "vlek", "veld", "nummer", "nr", "no")
)  # fmt: skip


def _without_code(name: str) -> Iterator[tuple[str, str, str]]:
    """(code, where, rest) for a code in front of or behind a name; ``Plan 12`` has no code, its number is the name."""
    stripped = forms.fold_white(name)
    for pattern, where in ((_FRONT, "front"), (_BEHIND, "behind")):
        found = pattern.fullmatch(stripped)
        if found:
            tag, rest = (found[1], found[2]) if where == "front" else (found[2], found[1])
            names = forms.words(rest)
            if sum(map(str.isalpha, rest)) >= 3 and names and names[-1 if where == "behind" else 0] not in _NUMBERED:
                yield tag, where, rest


def _by_code(left: str, right: str) -> Likeness | None:
    for coded, plain, side in ((left, right, "left"), (right, left, "right")):
        for tag, where, rest in _without_code(coded):
            if forms.key(rest) == forms.key(plain) and forms.marks(rest) == forms.marks(plain):
                place = tr("voor") if where == "front" else tr("achter")
                reason = tr("in {where} staat ‘{tag}’ {place} de naam").format(where=_slot(side), tag=tag, place=place)
                return _alike(3, ("code",), (reason,))
    return None


def _by_order(left: str, right: str) -> Likeness | None:
    if forms.words(left) and sorted(forms.words(left)) == sorted(forms.words(right)) and forms.marks(left) == forms.marks(right):
        return _alike(4, ("order",), (tr("de woorden staan in een andere volgorde"),))
    return None


# -- spelling ----------------------------------------------------------------------------------------------------------

_OPPOSITES = (("oost", "west"), ("noord", "zuid"), ("binnen", "buiten"), ("boven", "beneden"), ("hoog", "laag"))


def _by_spelling(left: str, right: str) -> Likeness | None:
    """One letter per word, two in a long one; numbers, single letters and first letters never differ."""
    if forms.marks(left) != forms.marks(right):
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
    shown = _and([tr("‘{a}’ en ‘{b}’").format(a=a, b=b) for a, b in changed])
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


# -- finding the pairs -------------------------------------------------------------------------------------------------

_BLOCK_LIMIT = 60  # a block that holds more pairs says nothing about its names
_RAREST = 6

Key = tuple[object, ...]


def near_pairs(left: Iterable[str], right: Iterable[str], feedback: Feedback | None = None) -> list[NearPair]:
    """The suspicious pairs between two lists of names. Each name is put into a few blocks; only block mates are judged.

    Spelling is looked at for the names that no kind of writing explains.
    """
    feedback = feedback or Silent()
    lefts = [name for name in dict.fromkeys(left) if is_valid(name)]
    rights = [name for name in dict.fromkeys(right) if is_valid(name)]
    pairs = _pairs_within_blocks(lefts, rights, _form_keys, feedback)
    explained_left, explained_right = {pair.left for pair in pairs}, {pair.right for pair in pairs}
    lefts = [name for name in lefts if name not in explained_left]
    rights = [name for name in rights if name not in explained_right]
    rare = _rare_trigrams(lefts, rights)
    return pairs + _pairs_within_blocks(lefts, rights, lambda name: _spelling_keys(name, rare), feedback)


def _pairs_within_blocks(
    lefts: Sequence[str], rights: Sequence[str], keys: Callable[[str], Iterator[Key]], feedback: Feedback
) -> list[NearPair]:
    blocks: dict[Key, list[str]] = defaultdict(list)
    for name in rights:
        for key in keys(name):
            blocks[key].append(name)
    sought = {name: [key for key in map(_counterpart, keys(name)) if key in blocks] for name in lefts}
    sizes = Counter(key for found in sought.values() for key in found)
    pairs: list[NearPair] = []
    for name in watched(lefts, len(lefts), feedback):
        mates: dict[str, bool] = {}  # is it only a trigram that they share?
        for key in sought[name]:
            if key[0] in _SURE or len(blocks[key]) * sizes[key] <= _BLOCK_LIMIT:
                for mate in blocks[key][:_BLOCK_LIMIT]:
                    mates[mate] = mates.get(mate, True) and key[0] == "gram"
        for mate, weak in mates.items():
            if weak and _by_spelling(name, mate) is None:
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
        yield "order", tuple(sorted(_no_zeros(name)))
    if any(character.isdigit() for character in name):
        yield from _digit_keys(name)
    if len(name) <= FIELD_WIDTHS[-1]:
        yield "whole", name.rstrip()
    for _, rest in _cuts(name):
        yield "cut", rest


def _digit_keys(name: str) -> Iterator[Key]:
    yield "zeros", _no_zeros(name)
    number = _number(name)
    if number is not None:
        yield "number", str(number)
    made = _made_day(name)
    if made:
        yield "made", *made[:2]
    for day in _typed_days(name):
        yield "typed", *day[:2]
    for _, _, rest in _without_code(name):
        yield "coded", forms.key(rest)


def _spelling_keys(name: str, rare: dict[str, int]) -> Iterator[Key]:
    """One letter wrong: both names become the same when that letter is left out. More letters wrong: rare trigrams."""
    whole = forms.key(name)
    if len(whole) < 4:
        return
    fixed = " ".join(forms.marks(name)) + "|"
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
    counts = Counter(gram for names in lists for name in names for gram in _trigrams(forms.key(name)))
    return {gram: count for gram, count in counts.items() if 2 <= count <= _BLOCK_LIMIT}
