# SPDX-License-Identifier: GPL-2.0-or-later
"""What a spreadsheet shows of a whole number whose format adds words or zeros: ``"Plan "000`` shows Plan 007 where 7 is stored."""

from __future__ import annotations

import re

_FIRST = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])*')  # the part of a format that is for positive numbers
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]|([0#?])|,|([ ()\-+:€$])|(.)', re.DOTALL)
_ZEROS = re.compile(r"\D*0\d")


def shown(code: str, number: float) -> str | None:
    """The text of a cell with a whole number, or None when that is just the number, or takes more than digits and words.

    :param code: the number format, as the file has it.
    """
    if number < 0 or number != int(number) or code.strip().casefold() in ("", "general", "0", "@"):
        return None
    match = _FIRST.match(code)
    pieces: list[tuple[bool, str]] = []  # is it a place for a digit, and which; or a text
    for words, sign, slot, plain, other in _TOKEN.findall(match[0] if match else ""):
        if other:
            return None  # dates, fractions, percentages
        if slot or words or sign or plain:
            pieces.append((bool(slot), slot or words or sign or plain))
    digits, places = list(str(int(number))), sum(is_place for is_place, _ in pieces)
    text, left = "", places
    for is_place, piece in reversed(pieces):
        if not is_place:
            text = piece + text
            continue
        left -= 1
        text = (digits.pop() if digits else "0" if piece == "0" else "") + text
        if left == 0:
            text = "".join(digits) + text
    return text if places and differs(text, number) else None


def differs(text: str, number: float) -> bool:
    """More than the digits of the number, apart from how thousands are set apart."""
    return re.sub(r"[\s.,\u00a0\u202f]", "", text) != str(int(number)) and number == int(number)


def has_zeros(text: str) -> bool:
    """A number with zeros in front, as a plan number has them."""
    return _ZEROS.match(text) is not None
