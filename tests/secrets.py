# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks for names and places of confidential plans in every byte of what is made for others: files, zips in zips and what lies
between their entries, every cell of a database and its free pages, pictures in pages, however a name or a coordinate is written."""

import base64
import binascii
import gzip
import html
import io
import json
import re
import shutil
import sqlite3
import struct
import subprocess
import tempfile
import unicodedata
import zipfile
import zlib
from contextlib import closing, suppress
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, quote_plus

import numpy as np

_LOCAL = b"PK\x03\x04"
_INSIDE = re.compile(rb"base64,\s*([A-Za-z0-9+/\s]{16,}={0,2})")
_PNG, _PDF, _GZIP, _SQLITE = b"\x89PNG\r\n\x1a\n", b"%PDF-", b"\x1f\x8b\x08", b"SQLite format 3\x00"
_SHORTEST = 5  # bytes of a form: shorter ones stand in anything


def pieces(data, where=""):
    """(place, bytes) of everything in a file, and of what it holds packed."""
    yield where, data
    if data.startswith(_LOCAL):
        yield from _packed(data, where)
    elif data.startswith(_SQLITE):
        yield from cells(data, where)
    elif data.startswith(_PDF):
        yield f"{where}:text", _printed(data)
    elif data.startswith(_PNG):
        yield from _chunks(data, where)
    elif data.startswith(_GZIP):
        with suppress(OSError, EOFError, zlib.error):
            yield from pieces(gzip.decompress(data), f"{where}/gz")
    for number, held in enumerate(_INSIDE.finditer(data)):
        with suppress(binascii.Error):
            yield from pieces(base64.b64decode(held[1]), f"{where}:data {number}")


def _packed(data, where):
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(data)) as packed:
        yield f"{where}:comment", packed.comment
        for entry in packed.infolist():
            yield f"{where}/{entry.filename}", entry.filename.encode("utf-8", "surrogateescape") + entry.comment + entry.extra
            yield from pieces(packed.read(entry), f"{where}/{entry.filename}")
    named = set()
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(data)) as packed:
        named = {entry.header_offset for entry in packed.infolist()}
    yield from deleted_entries(data, where, named)


def deleted_entries(data, where, named=()):
    """Every packed stretch of a zip that the directory at its end no longer names; one that is not pressed lies in the bytes of the zip itself."""
    at = data.find(_LOCAL)
    while at >= 0:
        if at not in named and len(data) >= at + 30:
            name, extra = struct.unpack_from("<HH", data, at + 26)
            with suppress(zlib.error):
                yield from pieces(zlib.decompressobj(-15).decompress(data[at + 30 + name + extra :]), f"{where}@{at}")
        at = data.find(_LOCAL, at + 1)


def _printed(data):
    """What a reader of a PDF sees."""
    assert shutil.which("pdftotext"), "a PDF cannot be searched without poppler-utils"
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True).stdout


def _chunks(data, where):
    """What a picture says beside its dots, also pressed."""
    at = len(_PNG)
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        held = data[at + 8 : at + 8 + length]
        if kind in (b"zTXt", b"iTXt"):
            for start in range(held.find(b"\0") + 1, min(len(held), 90)):
                with suppress(zlib.error):
                    yield f"{where}:{kind.decode()}", zlib.decompress(held[start:])
        at += 12 + length


def cells(data, where):
    """Every cell of every table; free pages are in the bytes of the file itself."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.db"
        path.write_bytes(data)
        with closing(sqlite3.connect(path)) as database:
            for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                with suppress(sqlite3.OperationalError):  # a table of an extension that is not here
                    for row in database.execute(f'SELECT * FROM "{table}"'):
                        for cell in row:
                            if isinstance(cell, str):
                                yield f"{where}:{table}", cell.encode("utf-8", "surrogatepass")
                            elif isinstance(cell, bytes):
                                yield from pieces(cell, f"{where}:{table}")


@lru_cache(4096)
def forms_of_name(name, as_spelled=False):
    """Every way in which a file may write a name. ``as_spelled``: not in other cases, for a word that any text may have."""
    shown = "".join(sign for sign in name if sign.isprintable() or sign.isspace())
    texts = {name, name.strip(), " ".join(name.split()), shown.strip(), " ".join(shown.split()), "".join(filter(str.isprintable, name))}
    texts |= {unicodedata.normalize(form, text) for text in set(texts) for form in ("NFC", "NFD")}
    if not as_spelled:
        texts |= {text.upper() for text in set(texts)} | {text.lower() for text in set(texts)}
    plain = {text.encode("utf-8", "ignore").decode() for text in texts if text}
    for text in plain:
        texts |= {html.escape(text), html.escape(text, quote=False), "".join(f"&#{ord(sign)};" for sign in text)}
        texts |= {"".join(f"&#x{ord(sign):{case}};" for sign in text) for case in "xX"}
        texts |= {json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1], "".join(f"\\u{ord(sign):04X}" for sign in text)}
        for coded in (quote(text), quote(text, safe=""), quote_plus(text)):
            texts |= {coded, re.sub("%..", lambda found: found[0].lower(), coded)}
    coded = {text.encode(code, "ignore") for text in texts for code in ("utf-8", "utf-16-le", "utf-16-be", "cp1252")}
    for raw in {text.encode(code, "ignore") for text in plain for code in ("utf-8", "utf-16-le")}:
        coded |= {raw.hex().encode(), raw.hex().upper().encode()}
        for shift in range(3):  # base64 is another text at each place in a word of three bytes
            whole = base64.b64encode(b"\0" * shift + raw)
            sure = whole[4 if shift else 0 : -4 if whole.endswith(b"=") else None]
            coded |= {sure, sure.translate(bytes.maketrans(b"+/", b"-_"))}
    return frozenset(form for form in coded if len(form) >= _SHORTEST)


@lru_cache(100_000)
def forms_of_point(x, y):
    """A vertex in RD as files may write it: doubles in both orders, their hex, and decimals, east first or north first."""
    found = set()
    for order in "<>":
        pair = struct.pack(f"{order}dd", x, y)
        found |= {pair, pair.hex().encode(), pair.hex().upper().encode()}
    for decimals in range(4):
        east, north = f"{x:.{decimals}f}", f"{y:.{decimals}f}"
        texts = {f"{one}{gap}{other}" for one, other in ((east, north), (north, east)) for gap in (" ", ",", ", ")}
        found |= {text.encode() for text in texts} | {f"{east};{north}".replace(".", ",").encode()}
    return frozenset(found)


@lru_cache(10_000)
def forms_of_box(low, high):
    """A side of a bounding box as an index keeps it, float32, rounded outwards or not; and as a GeoPackage keeps it, as doubles."""
    near = [
        [struct.unpack("<f", struct.pack("<I", struct.unpack("<I", struct.pack("<f", one))[0] + step))[0] for step in (-1, 0, 1)]
        for one in (low, high)
    ]
    small = {struct.pack(f"{order}ff", first, last) for order in "<>" for first in near[0] for last in near[1]}
    return frozenset(small | {struct.pack(f"{order}dd", low, high) for order in "<>"})


class Search:
    """Looks for many secrets at once, in time that hardly depends on how many there are."""

    _BITS, _BLOCK = 20, 1 << 20

    def __init__(self, names=(), points=(), sides=(), words=()):
        """Take secrets. ``sides``: (lowest, highest) of bounding boxes, along one axis. ``words``: names that are looked for as they are spelled."""
        self._of = {}
        for name in names:
            self._take(name, forms_of_name(name))
        for name in words:
            self._take(name, forms_of_name(name, True))
        for point in points:
            self._take(point, forms_of_point(*point))
        for side in sides:
            self._take(side, forms_of_box(*side))
        self._starts = {}
        for form in self._of:
            self._starts.setdefault(form[:_SHORTEST], []).append(form)
        self._known = np.zeros(1 << self._BITS, bool)
        if self._starts:
            self._known[self._marks(b"".join(self._starts))[::_SHORTEST]] = True

    def _take(self, secret, forms):
        for form in forms:
            self._of.setdefault(form, secret)

    def _marks(self, data):
        """A number of ``_BITS`` bits for the first bytes at each place."""
        one = np.frombuffer(data, np.uint8).astype(np.uint64)
        count = len(one) - _SHORTEST + 1
        word = one[:count].copy()
        for at in range(1, _SHORTEST):
            word |= one[at : at + count] << np.uint64(8 * at)
        return (word * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - self._BITS)

    def in_piece(self, data):
        """The secrets in one stretch of bytes."""
        there = set()
        for begin in range(0, len(data) - _SHORTEST + 1 if self._starts else 0, self._BLOCK):
            block = data[begin : begin + self._BLOCK + _SHORTEST - 1]
            for at in (begin + np.flatnonzero(self._known[self._marks(block)])).tolist():
                there |= {self._of[form] for form in self._starts.get(data[at : at + _SHORTEST], ()) if data.startswith(form, at)}
        return there

    def found(self, data, where=""):
        """(place, secret) of each secret that a file holds."""
        if not self._starts:
            return []
        return sorted({(place, str(secret)) for place, piece in pieces(data, where) for secret in self.in_piece(piece)})

    def found_in(self, *paths):
        """The same of files, and of all files in folders."""
        files = [one for path in map(Path, paths) for one in ([path] if path.is_file() else sorted(path.rglob("*"))) if one.is_file()]
        return [hit for path in files for hit in self.found(path.read_bytes(), path.name)]


def found(data, names=(), points=(), where="", sides=()):
    """(place, secret) of each secret that a file holds. ``sides``: (lowest, highest) of the bounding boxes, along one axis."""
    return Search(names, points, sides).found(data, where)
