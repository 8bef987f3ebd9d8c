# SPDX-License-Identifier: GPL-2.0-or-later
"""Words and names compared without what people write differently, and words that are none: the errors of Excel."""

from __future__ import annotations

import unicodedata

_EXCEL_ERRORS = frozenset((
    "#N/A", "#N/B", "#NAAM?", "#NAME?", "#REF!", "#VERW!", "#VALUE!",
    "#WAARDE!", "#DIV/0!", "#DEEL/0!", "#NULL!", "#LEEG!", "#NUM!", "#GETAL!",
))  # fmt: skip


def key(text: str) -> str:
    """A name without what people write differently: case, accents, spaces and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("+", "plus")
    return "".join(character for character in plain if character.isalnum())


def is_excel_error(text: str) -> bool:
    """A text is what Excel shows where a formula fails, in Dutch or in English."""
    return "#" in text and text.strip().upper() in _EXCEL_ERRORS
