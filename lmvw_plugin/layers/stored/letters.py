# SPDX-License-Identifier: GPL-2.0-or-later
"""The letters of a shapefile: in which encoding they are stored, told by the file, by the worksheet, or by what is usual.

QGIS reads a shapefile without .cpg file as UTF-8, and every letter that is none becomes U+FFFD.
"""

from __future__ import annotations

import codecs
import re
import struct
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from ...core.i18n import tr

_HEADER, _FIELD = struct.Struct("<4xIHH"), 32  # records, where they begin, how long one is; bytes of a description of a field
_LANGUAGE = 29  # where the header says its code page
_PAGES = {0x01: "cp437", 0x02: "cp850", 0x03: "cp1252", 0x57: "cp1252"}  # of dBASE; 0x57 is what Windows has
_TRIED = ("utf-8", "cp1252", "cp850", "iso8859-15", "mac-roman")  # the most usual first
_TITLES = {"utf-8": "UTF-8", "cp1252": "Windows-1252", "cp850": "DOS 850", "iso8859-15": "ISO 8859-15", "mac-roman": "Mac Roman"}

_DUTCH = "éëèêïíîöóôüúûäáàâçñÉËÈÖÜÓÁ’‘“”–—…€²³½"  # what stands in Dutch names, beside a to z

Text = tuple[int, str, bytes]  # feature id, column, what is stored


def mended(dbf: Path, words: Collection[str]) -> tuple[Mapping[int, Mapping[str, object]], list[str]]:
    """The texts with other letters than a to z as they were meant, by feature and column, and a sentence when that is no matter of course.

    :param words: texts of the worksheet: the encoding in which the most of them return is the right one.
    """
    texts = list(_texts(dbf))
    declared = _declared(dbf)
    readings = {  # never empty: DOS 850 has a letter for every byte
        name: words_read for name in dict.fromkeys((declared or "utf-8", *_TRIED)) if (words_read := _read(texts, name)) is not None
    }
    if not texts:
        return {}, []
    matches = {name: sum(text in words for text in words_read) for name, words_read in readings.items()}
    dutch = {name: 0 if declared else sum(map(_DUTCH.count, "".join(words_read))) for name, words_read in readings.items()}
    best = max(readings, key=lambda name: (matches[name], dutch[name]))  # of equals the first: what the file says, or else is most usual
    values: dict[int, dict[str, object]] = defaultdict(dict)
    for (fid, column, _), text in zip(texts, readings[best], strict=True):
        values[fid][column] = text
    return values, list(_said(dbf, declared, best, matches[best], readings[best][0]))


def _said(dbf: Path, declared: str, best: str, matches: int, example: str) -> Iterator[str]:
    if best == (declared or "utf-8"):
        return
    title, shown = _TITLES.get(best, best), example.strip()
    why = tr("zegt dat zijn letters {declared} zijn, maar dat klopt niet").format(declared=_TITLES.get(declared, declared)) if declared else tr(
        "zegt niet in welke codering zijn letters staan (er is geen .cpg-bestand)")  # fmt: skip
    if matches:
        yield tr("‘{name}’ {why}; gelezen als {title}, want zo komen de namen overeen met het Excel-bestand.").format(
            name=dbf.stem, why=why, title=title
        )
    else:
        yield tr("‘{name}’ {why}; gelezen als {title}, want dat geeft Nederlandse letters. Controleer ze, zoals in ‘{shown}’.").format(
            name=dbf.stem, why=why, title=title, shown=shown
        )


def _read(texts: list[Text], encoding: str) -> list[str] | None:
    try:
        return [raw.decode(encoding) for _, _, raw in texts]
    except UnicodeDecodeError:
        return None


def _declared(dbf: Path) -> str:
    """The encoding that the file says; empty when it says none that exists. Who says Latin-1 means what Windows has."""
    cpg = next((file for file in dbf.parent.iterdir() if file.stem == dbf.stem and file.suffix.casefold() == ".cpg"), None)
    text = cpg.read_text(encoding="ascii", errors="replace").strip() if cpg else ""
    number = re.fullmatch(r"(?:ANSI|OEM|CP|LDID/)?\s*(\d{3,5})", text, re.IGNORECASE)
    name = {"65001": "utf-8", "88591": "cp1252"}.get(number[1], f"cp{number[1]}") if number else text
    if not name:
        with dbf.open("rb") as stream:
            name = _PAGES.get(int.from_bytes(stream.read(_LANGUAGE + 1)[_LANGUAGE:], "little"), "")
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    return "cp1252" if codec in ("iso8859-1", "ascii") else codec


def _texts(dbf: Path) -> Iterator[Text]:
    """The texts that are more than a to z. A record that was deleted keeps its number; of a file that was cut off, what is left."""
    raw = dbf.read_bytes()
    if len(raw) < _FIELD:
        return
    count, begin, size = _HEADER.unpack_from(raw)
    fields, offset = [], 1  # a record begins with the mark of a deletion; what stands behind the columns lies beyond its end
    for at in range(_FIELD, min(begin, len(raw)) - _FIELD + 1, _FIELD):
        name, kind = raw[at : at + 11].split(b"\0")[0], raw[at + 11 : at + 12]
        width = raw[at + 16] + (raw[at + 17] << 8 if kind == b"C" else 0)
        if kind == b"C" and name.isascii():
            fields.append((name.decode(), offset, width))
        offset += width
    for fid in range(min(count, -(-(len(raw) - begin) // size) if size else 0)):
        record = raw[begin + fid * size : begin + (fid + 1) * size]
        if record.isascii():
            continue
        for column, at, width in fields:
            text = record[at : at + width].split(b"\0")[0].rstrip(b" ")
            if not text.isascii():
                yield fid, column, text
