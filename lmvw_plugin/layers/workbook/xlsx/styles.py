# SPDX-License-Identifier: GPL-2.0-or-later
"""What the styles of cells say of their numbers: which are dates, and which show something else than they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..shown import BUILT_IN, shows_whole
from .markup import local

_BUILT_IN = "\0"  # before the number of a format that every spreadsheet knows
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(50, 59)))
_NOT_FORMAT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # literal text, padding, colours and conditions


class Styles:
    """The styles of a workbook, by their number: ``dates``, the ``codes`` of formats, and those that show a whole number ``plain``."""

    def __init__(self, formats: Sequence[str] = ()) -> None:
        self.dates = frozenset(number for number, code in enumerate(formats) if _is_date(code))
        self.codes = {number: code for number, code in enumerate(formats) if not code.startswith(_BUILT_IN)}
        self.plain = frozenset(number for number, code in self.codes.items() if number not in self.dates and shows_whole(code))


class StyleReader:
    """Expat's handler for the part with the styles; built-in formats are kept by their number."""

    def __init__(self) -> None:
        self._formats: dict[str, str] = {}
        self._of_cells: list[str] = []
        self._among_cells = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = local(tag)
        if name == "numFmt":
            self._formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            self._among_cells = name == "cellXfs"
        elif name == "xf" and self._among_cells:
            self._of_cells.append(attributes.get("numFmtId", "0"))

    @property
    def styles(self) -> Styles:
        """What was read."""
        return Styles([self._formats.get(key, BUILT_IN.get(key, _BUILT_IN + key)) for key in self._of_cells])


def _is_date(code: str) -> bool:
    if code.startswith(_BUILT_IN):
        return code[1:].isdigit() and int(code[1:]) in _BUILT_IN_DATES
    first = _NOT_FORMAT.sub("", code).split(";")[0].lower()
    return any(mark in first for mark in ("d", "y")) or ("m" in first and not any(mark in first for mark in "#0?"))
