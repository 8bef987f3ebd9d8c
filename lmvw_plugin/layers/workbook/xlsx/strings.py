# SPDX-License-Identifier: GPL-2.0-or-later
"""The texts that the sheets of a workbook share."""

from __future__ import annotations

from pathlib import Path

from ..cells import MAX_TEXT, too_much_text
from .markup import local, unescaped

_OVERHEAD = 50  # characters: an empty text takes memory too


class StringReader:
    """Expat's handlers for the part with the texts: rich text is joined, phonetic hints are left out."""

    def __init__(self, path: Path) -> None:
        self.strings: list[str] = []
        self._path = path
        self._pieces: list[str] = []
        self._listening = self._phonetic = False
        self._total = 0

    def start(self, tag: str, _: dict[str, str]) -> None:
        """An element begins."""
        name = local(tag)
        if name == "si":
            self._pieces.clear()
        elif name == "rPh":
            self._phonetic = True
        elif name == "t":
            self._listening = not self._phonetic

    def end(self, tag: str) -> None:
        """An element ends."""
        name = local(tag)
        if name == "t":
            self._listening = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self._keep("".join(self._pieces))

    def text(self, data: str) -> None:
        """Characters."""
        if self._listening:
            self._pieces.append(data)

    def _keep(self, text: str) -> None:
        self._total += len(text) + _OVERHEAD
        if self._total > MAX_TEXT:
            raise too_much_text(self._path)
        self.strings.append(unescaped(text))
