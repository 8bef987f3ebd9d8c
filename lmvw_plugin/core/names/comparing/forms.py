# SPDX-License-Identifier: GPL-2.0-or-later
"""What a plan name is made of: invisible characters, normal forms, words and numbers.

A normal form only serves to find and explain names that resemble each other. Two names match when their code points
are the same, and in no other case.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from typing import TypeVar

from ...i18n import tr

T = TypeVar("T")

_WHITE = re.compile(r"\s+")
_ODD_WHITE = re.compile(r"[^\S ]")
_INVISIBLE_EXTRA = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0" + "".join(map(chr, range(0xFE00, 0xFE10)))
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d\u02d7", "-"))
_QUOTES = str.maketrans({**dict.fromkeys("‘’‚‛′`´ʼʹ\uff07", "'"), **dict.fromkeys("“”„‟″«»\uff02", '"')})
_LIGATURES = str.maketrans({"\u0133": "ij", "\u0132": "IJ", "ÿ": "ij", "Ÿ": "IJ", "œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "ß": "ss"})
# Letters of other scripts that cannot be told from a Latin one on the screen.
_LOOK_ALIKES = {
    **str.maketrans("аеорсухіјѕԁԛԝһ", "aeopcyxijsdqwh"),
    **str.maketrans("АВЕКМНОРСТХІЈЅУ", "ABEKMHOPCTXIJSY"),
    **str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικαρυ", "ABEZHIKMNOPTYXovikapu"),
}
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,20});")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LETTERS = re.compile(r"[\W_]+")
_TOKENS = re.compile(r"\d+|[^\W\d_]+")
_ROMAN = re.compile(r"x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2}")
_MAY_BE_MARK = re.compile(r"[0-9]|(?<![a-z])(?:[a-z]|[xvi]+)(?![a-z])|[^\x00-\x7f]")  # else there is none

_REMEMBERED = 1 << 15  # names
_WORTH = 250  # letters; a cell of 32,000 is no name, and remembering its forms costs more than making them


def _remembered(form: Callable[[str], T]) -> Callable[[str], T]:
    """A form is asked for again and again: made once for each name."""
    known = lru_cache(maxsize=_REMEMBERED)(form)
    remembered = wraps(form)(lambda name: known(name) if len(name) <= _WORTH else form(name))
    remembered.cache_clear = known.cache_clear  # type: ignore[attr-defined]  # as of any cache: who measures begins without
    return remembered


# -- what cannot be seen --------------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 12)  # of the characters that occur
def is_invisible(character: str) -> bool:
    """Takes no room on the screen, and is no white space: control characters, zero width, direction marks."""
    return (unicodedata.category(character) in ("Cc", "Cf", "Co", "Cn", "Cs") and not character.isspace()) or character in _INVISIBLE_EXTRA


def is_blank(name: str | None) -> bool:
    """Nothing that can be seen."""
    if not name:
        return True
    return not ("!" < name[0] <= "~") and not cleaned(name)  # nearly every name begins with something to see


@_remembered
def cleaned(name: str) -> str:
    """The name without what rule N4 objects to; the letters stay as they are."""
    return fold_white(fold_invisible(name))


def is_clean(name: str) -> bool:
    """Rule N4 has nothing to say."""
    if name.isprintable() and name == name.strip() and "  " not in name and name.isascii():
        return True  # nearly every name
    return cleaned(name) == name


def visible(name: str) -> str:
    """The name for a message: what cannot be seen is written out, as [spatie] or [U+00A0]."""
    if name.isprintable() and name == name.strip() and "  " not in name and name.isascii():
        return name
    body = "".join(_written(character) for character in name)
    inner = body.strip(" ")
    front, back = len(body) - len(body.lstrip(" ")), len(body) - len(body.rstrip(" "))
    space = tr("[spatie]")
    inner = re.sub(" {2,}", lambda match: space * len(match[0]), inner)
    return space * front + inner + (space * back if inner else "")


def _written(character: str) -> str:
    if character == " " or not (is_invisible(character) or character.isspace()):
        return character
    return f"[{code(character)}]"


def code(character: str) -> str:
    """U+00A0."""
    return f"U+{ord(character):04X}"


def complaints(name: str) -> Iterator[str]:
    """What rule N4 objects to, in words: "een spatie achter de naam"."""
    yield from white_complaints(name)
    yield from invisible_complaints(name)


def white_complaints(name: str) -> Iterator[str]:
    """White space that should not be there."""
    if name[:1].isspace():
        yield tr("een spatie voor de naam")
    if name[-1:].isspace():
        yield tr("een spatie achter de naam")
    if re.search(r"\s{2,}", name.strip()):
        yield tr("een dubbele spatie")
    for character in dict.fromkeys(_ODD_WHITE.findall(name)):
        kind = {"\u00a0": tr("een vaste spatie"), "\t": tr("een tab"), "\n": tr("een regeleinde"), "\r": tr("een regeleinde")}
        yield f"{kind.get(character, tr('een bijzondere spatie'))} ({code(character)})"


def invisible_complaints(name: str) -> Iterator[str]:
    """Characters that cannot be seen."""
    for character in dict.fromkeys(filter(is_invisible, name)):
        if character in _DIRECTION:
            kind = tr("een richtingsteken")
        elif unicodedata.category(character) == "Cc":
            kind = tr("een besturingsteken")
        elif character == "\u00ad":
            kind = tr("een onzichtbaar afbreekstreepje")
        else:
            kind = tr("een onzichtbaar teken")
        yield f"{kind} ({code(character)})"


# -- normal forms, each of which undoes one kind of difference -------------------------------------------------------


def fold_entity(name: str) -> str:
    """Characters written as in a web page: ``Wonen &amp; Zorg``."""
    return (
        _ENTITY.sub(lambda match: html.unescape(match[0]), _ENTITY.sub(lambda match: html.unescape(match[0]), name))
        if "&" in name
        else name
    )


def fold_escape(name: str) -> str:
    """Characters written as in the file of Excel: ``Kerkweg_x000D_``."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), name) if "_x" in name else name


def fold_mojibake(name: str) -> str:
    """UTF-8 that was read as Windows-1252: ``CafÃ©``."""
    if name.isascii():
        return name
    try:
        return name.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return name


def fold_unicode(name: str) -> str:
    """A letter and its accent as one character."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def fold_invisible(name: str) -> str:
    """Without characters that cannot be seen."""
    if name.isprintable() and name.isascii():
        return name
    return "".join(character for character in name if not is_invisible(character))


def fold_white(name: str) -> str:
    """Single spaces, none at the ends."""
    return _WHITE.sub(" ", name).strip()


def fold_dash(name: str) -> str:
    """One kind of dash."""
    return name if name.isascii() else name.translate(_DASHES)


def fold_quote(name: str) -> str:
    """One kind of quote and apostrophe."""
    return name.translate(_QUOTES)


def fold_ligature(name: str) -> str:
    """Ligatures and full-width or superscript forms as plain letters and digits."""
    return name if name.isascii() else unicodedata.normalize("NFKC", name.translate(_LIGATURES))


def fold_script(name: str) -> str:
    """Letters that only look Latin as the Latin letter."""
    return name if name.isascii() else name.translate(_LOOK_ALIKES)


def fold_case(name: str) -> str:
    """Small letters."""
    return name.casefold()


def fold_accent(name: str) -> str:
    """Letters without accents."""
    if name.isascii():
        return name
    return "".join(c for c in unicodedata.normalize("NFD", name) if unicodedata.category(c) != "Mn")


def fold_punctuation(name: str) -> str:
    """Letters and digits only."""
    return _LETTERS.sub("", name.replace("&", " en ").replace("+", " en "))


Fold = Callable[[str], str]

# From mild to strong; a pair is explained by the mildest that make it equal.
FOLDS: tuple[tuple[str, Fold], ...] = (
    ("entity", fold_entity),
    ("escape", fold_escape),
    ("mojibake", fold_mojibake),
    ("unicode", fold_unicode),
    ("invisible", fold_invisible),
    ("white", fold_white),
    ("dash", fold_dash),
    ("quote", fold_quote),
    ("ligature", fold_ligature),
    ("script", fold_script),
    ("case", fold_case),
    ("accent", fold_accent),
    ("punctuation", fold_punctuation),
)


@_remembered
def spaced(name: str) -> str:
    """Every fold but the last: words in small plain letters, with their punctuation."""
    plain = name.isascii() and name.isprintable() and "&" not in name and "_x" not in name
    return _WHITE.sub(" ", name.translate(_QUOTES)).strip().casefold() if plain else _spaced_slow(name)


def _spaced_slow(name: str) -> str:
    for _, fold in FOLDS[:-1]:
        name = fold(name)
    return fold_white(name)


@_remembered
def key(name: str) -> str:
    """The strongest normal form: names with one key resemble each other."""
    return fold_punctuation(spaced(name))


@_remembered
def words(name: str) -> tuple[str, ...]:
    """Words and numbers in small plain letters."""
    return tuple(_TOKENS.findall(spaced(name).replace("&", " en ").replace("+", " en ")))


@_remembered
def marks(name: str) -> tuple[str, ...]:
    """What tells two plans of one place apart: numbers (without leading zeros), single letters, Roman numerals."""
    if not _MAY_BE_MARK.search(spaced(name)):
        return ()  # nearly every name
    return tuple(
        word.lstrip("0") or "0" if word.isdigit() else word
        for word in words(name)
        if word.isdigit() or len(word) == 1 or _ROMAN.fullmatch(word)
    )
