# SPDX-License-Identifier: GPL-2.0-or-later
"""Words and names compared without what people write differently."""

from __future__ import annotations

import unicodedata


def key(text: str) -> str:
    """A name without what people write differently: case, accents, spaces and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("+", "plus")
    return "".join(character for character in plain if character.isalnum())
