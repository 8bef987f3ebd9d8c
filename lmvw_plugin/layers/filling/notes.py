# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person sees at the cells of a workbook and no reader of tables does: notes beside the values, and a line through them."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

_XLSX = ("xl/comments", "xl/threadedComments")  # ECMA-376 part 1, 12.3.3; the second is how Excel 365 keeps a conversation
_ODS, _ODS_PART = b"<office:annotation", "content.xml"  # OpenDocument 1.3 part 3, 14.1
_STRUCK = re.compile(rb'<strike(?:\s+val="(?:1|true)")?\s*/>')  # ECMA-376 part 1, 18.4.10
_FONT = re.compile(rb"<font(?:\s[^>]*)?(?:/>|>.*?</font>)", re.DOTALL)
_TEXT = re.compile(rb"<si>.*?</si>|<si\s*/>", re.DOTALL)
_CELL = re.compile(rb"<c\s([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)


def has_notes(path: Path) -> bool:
    """Of a workbook that was judged safe."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        return any(name.startswith(_XLSX) for name in names) or (_ODS_PART in names and _ODS in archive.read(_ODS_PART))


def struck_through(path: Path, part: str) -> list[str]:
    """The cells of a sheet whose value, or a piece of it, has a line through it.

    :param path: of a workbook that was judged safe; what is no xlsx has none.
    :param part: the sheet within it.
    """
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in ("xl/styles.xml", "xl/sharedStrings.xml", part) if name in archive.namelist()}
    styles, texts = parts.get("xl/styles.xml", b""), _TEXT.findall(parts.get("xl/sharedStrings.xml", b""))
    fonts = {str(index).encode() for index, font in enumerate(_FONT.findall(_section(styles, b"fonts"))) if _STRUCK.search(font)}
    formats = re.findall(rb"<xf\s[^>]*>", _section(styles, b"cellXfs"))
    struck_formats = {str(index).encode() for index, cell_format in enumerate(formats) if _attribute(cell_format, b"fontId") in fonts}
    struck_texts = {str(index).encode() for index, text in enumerate(texts) if _STRUCK.search(text)}
    cells = []
    for attributes, inside in _CELL.findall(parts.get(part, b"")):
        value = re.search(rb"<v>(.*?)</v>", inside)
        shared = value is not None and _attribute(attributes, b"t") == b"s" and value[1] in struck_texts
        if shared or _STRUCK.search(inside) or (inside and _attribute(attributes, b"s") in struck_formats):
            cells.append(_attribute(attributes, b"r").decode("ascii", "replace"))
    return cells


def _section(xml: bytes, name: bytes) -> bytes:
    section = re.search(rb"<%b[\s>].*?</%b>" % (name, name), xml, re.DOTALL)
    return section[0] if section else b""


def _attribute(attributes: bytes, name: bytes) -> bytes:
    match = re.search(rb'\b%b="([^"]*)"' % name, attributes)
    return match[1] if match else b""
