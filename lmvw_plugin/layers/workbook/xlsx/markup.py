# SPDX-License-Identifier: GPL-2.0-or-later
"""How SpreadsheetML is spelled: names of elements in two namespaces, yes and no, and characters that XML cannot hold."""

from __future__ import annotations

import re

_MAIN = ("http://schemas.openxmlformats.org/spreadsheetml/2006/main ", "http://purl.oclc.org/ooxml/spreadsheetml/main ")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
TRUE = ("1", "true")


def local(tag: str) -> str:
    """The name within SpreadsheetML; '' for an element of another vocabulary."""
    for namespace in _MAIN:
        if tag.startswith(namespace):
            return tag[len(namespace) :]
    return ""


def unescaped(text: str) -> str:
    """``_x000D_`` is how Excel writes a character that XML cannot hold."""
    if "_x" not in text:
        return text
    read = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return read.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # half a character is none
