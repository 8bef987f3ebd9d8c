# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of foreign files as values of the Basisset: read exactly, or not at all.

A number is never rounded, cut or guessed: what cannot be taken over as it stands is left empty with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast

from ..i18n import later, tr
from ..keys import key
from .codelists import code_list
from .fields import Field, Kind

# Real files write the status as "1A Onherroepelijk", "4a potentiele locatie" or "3 plan/besluit in voorbereiding".
# Only the code counts: the words behind it were swapped between systems. "2 vastgesteld" has no letter and is no code.
MOST = 99_999_999  # dwellings; added up, more would not fit the whole numbers of a plan file
WHOLE = frozenset((int, type(None)))  # the types in a column of whole numbers
MOST_NAMED = 8  # values of a list in one sentence
_SIGNED = re.compile(r"0|-?[1-9][0-9]{0,8}")
_TYPED = re.compile(r"[0-9]+|[0-9]{1,3}(?:[. \u00a0\u202f][0-9]{3})+")
_LOST = ("\0", "\ufeff")
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # nor in a workbook; XML 1.0, 2.2
LONGEST_CELL = 32_767  # characters that a cell of a workbook holds
_NO_NUMBER = tuple(
    (re.compile(pattern, re.IGNORECASE), why)
    for pattern, why in (
        (
            r"[-\u2010-\u2015\u2212./?]+|n\.?v\.?t\.?|geen|onbekend|nader te bepalen|pm",
            later("betekent waarschijnlijk ‘geen’ of ‘onbekend’; vul 0 in of laat het leeg"),
        ),
        (r"[0-9]{1,4}[-/][0-9]{1,2}[-/][0-9]{2,4}", later("is een datum, geen aantal")),
        (r"-?[0-9]{1,3}(?:\.[0-9]{3})+", later("kan een duizendtal of een breuk zijn; schrijf het getal zonder punt")),
        (r"-?[0-9]{1,3}(?:,[0-9]{3})+", later("kan een duizendtal of een breuk zijn; schrijf het getal zonder komma")),
        (r"-?[0-9]+[.,][0-9]+", later("is geen heel getal")),
        (r"[0-9]+(?:[ \u00a0\u202f][0-9]{3})+", later("heeft een spatie in het getal; schrijf het getal aaneen")),
        (r"(?:ca|circa|ongeveer|plm|±|~|<|>|max|min|tot)\.? ?[0-9].*", later("is een schatting; vul een heel getal in")),
        (r"[0-9]+ *(?:-|\u2013|à|a|tot|t/m|/) *[0-9]+.*", later("is een bereik, geen enkel getal")),
        (r"-?0[0-9]+", later("begint met een nul; schrijf het getal zonder die nul")),
        (r"-?[0-9]{9,}", later("is te groot voor een aantal woningen")),
        (
            r"-?[0-9]+(?:[.,][0-9]+)?e[-+]?[0-9]+",
            later("is een getal met een macht van tien (1e3 is 1000); schrijf het getal voluit in cijfers"),
        ),
        (r"[0-9]+.+", later("heeft tekst naast het getal; zet de tekst in de toelichting")),
        (r"[a-zà-ÿ ]+", later("is geen getal maar tekst; schrijf het in cijfers")),
    )
)
_YES = frozenset(("ja", "j", "waar", "true", "1"))
_NO = frozenset(("nee", "n", "onwaar", "false", "0"))


class Binary(str):
    """What is stored is no text; these words stand for it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A value that was taken over, or None with the reason why not (None with no reason: the source was empty)."""

    value: str | int | bool | None = None
    problem: str | None = None


def read_value(field: Field, raw: object, negated: bool = False) -> Reading:
    """A source value as a value of a field. ``negated``: the source stores the count as a negative number."""
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return Reading()
    if field.kind is Kind.COUNT:
        return _read_count(raw, negated)
    if field.kind is Kind.YESNO:
        return _read_yes_no(raw)
    if field.codes == "planstatus":
        return _read_status(raw)
    if field.codes == "plantype":
        return _read_code("plantype", raw)
    if field.name == "plannummer" and isinstance(raw, date):
        return Reading(problem=tr("is in het Excel-bestand een datum geworden; typ het nummer opnieuw als tekst"))
    text = as_text(raw)
    return Reading(kept_text(text) or None, not_kept(text))


def kept_text(text: str) -> str:
    """A text as a plan file keeps it: readers of SQLite stop at U+0000, and QGIS drops U+FEFF at the start."""
    return text.replace("\0", "").lstrip("\ufeff")


def not_kept(text: str) -> str | None:
    """What a text loses in a plan file, as the reason of a remark; None when it is kept as it is."""
    if kept_text(text) == text:
        return None
    signs = ", ".join(f"U+{ord(sign):04X}" for sign in _LOST if sign in text)
    return tr("bevat het onzichtbare teken {signs}, dat een planbestand niet kan bewaren; overgenomen zonder dat teken").format(signs=signs)


def all_kept(texts: Iterable[str]) -> bool:
    """A plan file keeps all of these texts as they are; asked of many at once."""
    together = "".join(texts)
    return not any(sign in together for sign in _LOST)


def seen_text(text: str) -> str:
    """A text with the characters that a plan file cannot keep spelled out, for a report."""
    for sign in _LOST:
        text = text.replace(sign, f"[U+{ord(sign):04X}]")
    return text


def as_text(raw: object) -> str:
    """A cell or attribute as text: text as it stands, a whole number without the ``.0`` of its storage."""
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return raw if isinstance(raw, str) else str(raw)


def text_or_none(raw: object) -> str | None:
    """The same; what is not there stays so."""
    return None if raw is None else as_text(raw)


def amount(raw: object) -> int:
    """The dwellings that a source value stands for when totals are compared: any whole number, also a negative one, else 0."""
    return whole_number(raw) or 0


def whole_number(raw: object) -> int | None:
    """The one reading of a whole number: a number without a fraction, or its digits as text, whatever white space is around them."""
    if isinstance(raw, str):
        text = raw.strip()
        return int(text) if _SIGNED.fullmatch(text) else None
    if isinstance(raw, float):
        return int(raw) if raw.is_integer() else None
    return raw if isinstance(raw, int) and not isinstance(raw, bool) else None


def typed_count(text: str) -> int | None:
    """A count as somebody types it where he sees how it is read: 1.500 and 1 500 are fifteen hundred. None for anything else."""
    text = text.strip()
    count = int("".join(re.findall("[0-9]", text))) if _TYPED.fullmatch(text) else None
    return count if count is not None and count <= MOST else None


def amounts(raws: Sequence[object]) -> int:
    """The dwellings of a column; one of whole numbers, as most are, goes many times as fast."""
    kinds = set(map(type, raws))
    return sum(whole(raws, kinds)) if kinds <= WHOLE else sum(map(amount, raws))


def whole(raws: Sequence[object], kinds: set[type]) -> Iterable[int]:
    """The numbers of a column of ``WHOLE``; most have no gaps, and then there is nothing to look for."""
    return cast("Sequence[int]", raws) if kinds == {int} else filter(None, cast("Sequence[int | None]", raws))


def _read_count(raw: object, negated: bool) -> Reading:
    number = whole_number(raw)
    if number is None:
        return Reading(problem=_why_no_number(raw))
    if negated:
        number = -number
    if number < 0:
        return Reading(problem=tr("is een negatief aantal") if not negated else tr("heeft een ander teken dan de rest van de kolom"))
    return Reading(number) if number <= MOST else Reading(problem=tr("is te groot voor een aantal woningen"))


def _why_no_number(raw: object) -> str:
    """What kind of text stands where a number should, so that a person knows what to type."""
    if isinstance(raw, bool):
        return tr("is geen aantal")
    if isinstance(raw, float):
        return tr("is geen heel getal")
    if isinstance(raw, date):
        return tr("is een datum, geen aantal")
    text = as_text(raw).strip()
    for pattern, why in _NO_NUMBER:
        if pattern.fullmatch(text):
            return tr(why)
    return tr("is geen getal")


def _read_yes_no(raw: object) -> Reading:
    if isinstance(raw, bool):
        return Reading(raw)
    word = as_text(raw).strip().casefold()
    if word in _YES:
        return Reading(True)
    if word in _NO:
        return Reading(False)
    return Reading(problem=tr("is geen ja of nee"))


def _read_status(raw: object) -> Reading:
    begins, names = _status_signs()
    match = begins.match(as_text(raw))
    if match:
        code = "".join(match[1].split()).upper()
        others = {other.upper() for other in names.findall(as_text(raw))} - {code}
        return Reading(problem=tr("noemt meer dan één statuscode; kies er een")) if others else Reading(code)
    codes = sorted(code_list("planstatus"))
    return Reading(problem=tr("begint niet met een statuscode ({first} tot en met {last})").format(first=codes[0], last=codes[-1]))


@cache
def _status_signs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a text begins with a code (``1 a``), and a code anywhere in it; one of a single sign may be any number there."""
    codes = list(code_list("planstatus"))
    begins = "|".join(r"\s*".join(map(re.escape, code)) for code in codes)
    names = "|".join(re.escape(code) for code in codes if len(code) > 1)
    return (
        re.compile(rf"[\s_]*({begins})(?![0-9A-Za-z])", re.IGNORECASE),
        re.compile(rf"(?<![0-9A-Za-z])(?:{names})(?![0-9A-Za-z])", re.IGNORECASE),
    )


def _read_code(name: str, raw: object) -> Reading:
    wanted = key(as_text(raw))
    for code in code_list(name).values():
        if wanted in (key(code.code), key(code.label)):
            return Reading(code.code)
    labels = [code.label for code in code_list(name).values()]
    if len(labels) > MOST_NAMED:
        return Reading(problem=tr("staat niet in de lijst van de Basisset"))
    return Reading(problem=tr("staat niet in de lijst van de Basisset; kies uit: {values}").format(values=", ".join(labels)))
