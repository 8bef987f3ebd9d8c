# SPDX-License-Identifier: GPL-2.0-or-later
"""What a spreadsheet shows of a number whose format makes something else of it: ``"Plan "000`` shows Plan 007 where 7 is stored, ``0%`` 25%
where a quarter is (ECMA-376 part 1, 18.8.30 and 18.8.31). Decimals are set apart by a comma and thousands by a dot, as a Dutch Excel does.
"""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction
from functools import cache

BUILT_IN = {
    "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "5": '"€ "#,##0', "6": '"€ "#,##0', "7": '"€ "#,##0.00', "8": '"€ "#,##0.00', "9": "0%",
    "10": "0.00%", "11": "0.00E+00", "12": "# ?/?", "13": "# ??/??", "14": "dd-mm-yyyy", "15": "d-mmm-yy", "16": "d-mmm", "17": "mmm-yy",
    "18": "h:mm AM/PM", "19": "h:mm:ss AM/PM", "20": "h:mm", "21": "h:mm:ss", "22": "dd-mm-yyyy h:mm", "37": "#,##0", "38": "#,##0",
    "39": "#,##0.00", "40": "#,##0.00", "41": '#,##0;-#,##0;"-"', "42": '"€ "#,##0;"€ "-#,##0;"€ -"', "43": '#,##0.00;-#,##0.00;"-"',
    "44": '"€ "#,##0.00;"€ "-#,##0.00;"€ -"', "45": "mm:ss", "46": "[h]:mm:ss", "47": "mm:ss.0", "48": "##0.0E+0",
}  # fmt: skip
_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*')
_TOKEN = re.compile(
    r'"([^"]*)"|(?:\\|\*(?=\d))(.)|[_*].|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(E[+-]0+)|([0#?]+|,+|\.|%|/[0-9]+)|([ ()\-+:€$/])|(.)', re.DOTALL
)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[0-9.]+)\]")
_COMPARE = {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge, "=": operator.eq, "<>": operator.ne}
_ZEROS = re.compile(r"\D*0\d")
_NO_FORMAT = ("", "general", "@")
_TRIED = (0, 7, 1405)  # what a format makes of these, it makes of every whole number


@dataclass(slots=True)
class _Section:
    """The part of a format that is for a number: places for digits (True) and texts, in order, and what is done with the number."""

    whole: list[tuple[bool, str]] = field(default_factory=list)
    after: str = ""  # texts behind the decimals
    decimals: str = ""
    grouped: bool = False
    factor: Decimal = Decimal(1)
    exponent: str = ""
    divided: bool = False
    readable: bool = True


def shown(code: str, number: float) -> str | None:
    """The text of a cell with a number, or None when that is just the number, or a format that this does not know.

    :param code: the number format, as the file has it; no date.
    """
    if code.strip().casefold() in _NO_FORMAT:
        return None
    section, negative = _section_for(code, number)
    try:
        text = _text(_read(section), Decimal(str(abs(number))))
    except InvalidOperation:
        return None
    if text is None:
        return None
    text = f"-{text}" if negative else text
    return text if differs(text, number) else None


@cache
def shows_whole(code: str) -> bool:
    """A format shows every whole number as just that number."""
    return not _CONDITION.search(code) and all(shown(code, number) is None for number in _TRIED)


def early(code: str, number: float) -> str:
    """What a format of a day or time shows of less than a day: a time, or the day before the first one."""
    if not re.search("[hs]", re.sub(r'"[^"]*"|\\.', "", code), re.IGNORECASE):
        return "00-01-1900"
    hours, minutes = divmod(round(timedelta(days=number).total_seconds()) // 60, 60)
    return f"{hours:02}:{minutes:02}"


def differs(text: str, number: float) -> bool:
    """It is not just the number, in whatever way its thousands and decimals are set apart."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", text)
    if re.match(r"-?0\d", plain):
        return True
    for read in (plain.replace(".", "").replace(",", "."), plain.replace(",", "")):
        try:
            if float(read) == number:
                return False
        except ValueError:
            continue
    return True


def says_else(text: str, number: float) -> bool:
    """Who reads the text takes it for another number: a percentage, thousands, a time of day. Words beside the number and a hidden fraction do not."""
    digits = re.sub(r"\D", "", text.split(",")[0])
    return "%" in text or (number == int(number) and bool(digits) and digits != str(int(abs(number))))


def has_zeros(text: str) -> bool:
    """A number with zeros in front, as a plan number has them."""
    return _ZEROS.match(text) is not None


def _section_for(code: str, number: float) -> tuple[str, bool]:
    """The section that a number falls in, and whether it still gets its minus sign."""
    sections = _split(code)
    conditions = [_CONDITION.search(text) for text in sections]
    if any(conditions):
        for text, condition in zip(sections, conditions, strict=True):
            if condition is None or _COMPARE[condition[1]](number, float(condition[2])):
                return text, number < 0
        return "", False
    if number < 0:
        return (sections[1], False) if len(sections) > 1 else (sections[0], True)
    return (sections[2] if number == 0 and len(sections) > 2 else sections[0]), False


def _split(code: str) -> list[str]:
    sections, at = [], 0
    while at <= len(code):
        match = _SECTION.match(code, at)
        text = match[0] if match else code[at:]
        sections.append(text)
        at += len(text) + 1
    return sections


@cache
def _read(text: str) -> _Section:
    section, decimals, percents, last_commas = _Section(), False, 0, 0
    for words, sign, currency, exponent, mark, plain, other in _TOKEN.findall(text):
        if other:
            return _Section(readable=False)
        if exponent:
            section.exponent = exponent
        elif mark and mark[0] in "0#?":
            if last_commas and not decimals:
                section.grouped, last_commas = True, 0
            if decimals:
                section.decimals += mark
            else:
                section.whole += [(True, slot) for slot in mark]
        elif mark.startswith(","):
            last_commas += len(mark)
        elif mark == ".":
            decimals = True
        elif mark.startswith("/") or (plain == "/" and section.whole):
            section.divided = True
        else:
            percents += mark == "%"
            said = words or sign or currency or mark or plain
            if decimals:
                section.after += said
            elif said:
                section.whole.append((False, said))
    section.factor = Decimal(100) ** percents / Decimal(1000) ** last_commas
    return section


def _text(section: _Section, number: Decimal) -> str | None:
    if not section.readable:
        return None
    number *= section.factor
    if section.exponent:
        mantissa, power = f"{number:.{len(section.decimals)}E}".split("E")
        return f"{mantissa.replace('.', ',')}E{int(power):+03d}{section.after}"
    if section.divided:
        return _fraction(number)
    rounded = str(number.quantize(Decimal(1).scaleb(-len(section.decimals)), ROUND_HALF_UP))
    whole, _, behind = rounded.partition(".")
    while behind and behind[-1] == "0" and section.decimals[len(behind) - 1] == "#":
        behind = behind[:-1]
    return _placed(section, whole) + ("," + behind if behind else "") + section.after


def _fraction(number: Decimal) -> str:
    near = Fraction(number).limit_denominator(99)
    whole, rest = divmod(near.numerator, near.denominator)
    parts = [str(whole)] if whole or not rest else []
    return " ".join(parts + ([f"{rest}/{near.denominator}"] if rest else []))


def _placed(section: _Section, whole: str) -> str:
    """The digits in their places, from the right, with the texts between them."""
    digits, places_left = list(whole.lstrip("0")), sum(is_place for is_place, _ in section.whole)
    text, count = "", 0

    def put(digit: str) -> str:
        nonlocal count
        count += 1
        return digit + ("." if section.grouped and count > 1 and count % 3 == 1 else "")

    for is_place, piece in reversed(section.whole):
        if not is_place:
            text = piece + text
            continue
        places_left -= 1
        if digits or piece == "0":
            text = put(digits.pop() if digits else "0") + text
        while places_left == 0 and digits:
            text = put(digits.pop()) + text
    return text
