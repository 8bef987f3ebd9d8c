# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of foreign files as values of the Basisset: read exactly, or not at all.

A number is never rounded, cut or guessed: what cannot be taken over as it stands is left empty with a reason.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .basisset import Field, Kind
from .codelists import code_list
from .i18n import tr

# Real files write the status as "1A Onherroepelijk", "4a potentiele locatie" or "3 plan/besluit in voorbereiding".
# Only the code counts: the words behind it were swapped between systems. "2 vastgesteld" has no letter and is no code.
_STATUS = re.compile(r"\s*(?:([1245])\s*([A-C])|(3))(?![0-9A-Za-z])", re.IGNORECASE)
_WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_YES = frozenset(("ja", "j", "waar", "true", "1"))
_NO = frozenset(("nee", "n", "onwaar", "false", "0"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A value that was taken over, or None with the reason why not (None with no reason: the source was empty)."""

    value: str | int | bool | None = None
    problem: str | None = None


def key(text: str) -> str:
    """A name without what people write differently: case, accents, spaces and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("+", "plus")
    return "".join(character for character in plain if character.isalnum())


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
    return Reading(as_text(raw))


def as_text(raw: object) -> str:
    """A cell or attribute as text: text as it stands, a whole number without the ``.0`` of its storage."""
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return raw if isinstance(raw, str) else str(raw)


def _read_count(raw: object, negated: bool) -> Reading:
    number: int | None = None
    if isinstance(raw, bool):
        return Reading(problem=tr("is geen aantal"))
    if isinstance(raw, int):
        number = raw
    elif isinstance(raw, float):
        if not raw.is_integer():
            return Reading(problem=tr("is geen heel getal"))
        number = int(raw)
    elif isinstance(raw, str) and _WHOLE_NUMBER.fullmatch(raw.strip()):
        number = int(raw)
    if number is None:
        return Reading(problem=tr("is geen getal"))
    if negated:
        number = -number
    if number < 0:
        return Reading(problem=tr("is een negatief aantal") if not negated else tr("heeft een ander teken dan de rest van de kolom"))
    return Reading(number)


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
    found = _STATUS.match(as_text(raw))
    code = (found[3] or found[1] + found[2].upper()) if found else ""
    if code in code_list("planstatus"):
        return Reading(code)
    return Reading(problem=tr("begint niet met een statuscode (1A tot en met 5B)"))


def _read_code(name: str, raw: object) -> Reading:
    wanted = key(as_text(raw))
    for code in code_list(name).values():
        if wanted in (key(code.code), key(code.label)):
            return Reading(code.code)
    return Reading(problem=tr("staat niet in de lijst van de Basisset"))
