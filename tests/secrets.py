# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks for names and places of confidential plans in every byte of what is made for everybody: files, zips in zips and what lies
between their entries, every cell of a database and its free pages, however a name or a coordinate is written."""

import base64
import html
import io
import json
import sqlite3
import struct
import tempfile
import unicodedata
import zipfile
import zlib
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

_LOCAL = b"PK\x03\x04"


def pieces(data, where=""):
    """(place, bytes) of everything in a file, and of what it holds packed."""
    yield where, data
    if _LOCAL in data[:4]:
        with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(data)) as packed:
            for entry in packed.infolist():
                yield f"{where}/{entry.filename}", entry.filename.encode() + entry.comment + entry.extra
                yield from pieces(packed.read(entry), f"{where}/{entry.filename}")
        yield from deleted_entries(data, where)
    if data.startswith(b"SQLite format 3\x00"):
        yield from cells(data, where)


def deleted_entries(data, where):
    """Every packed stretch of a zip, also one that the directory at its end no longer names."""
    at = data.find(_LOCAL)
    while at >= 0:
        if len(data) >= at + 30:
            name, extra = struct.unpack_from("<HH", data, at + 26)
            with suppress(zlib.error):
                found = zlib.decompressobj(-15).decompress(data[at + 30 + name + extra :])
                yield f"{where}@{at}", found
        at = data.find(_LOCAL, at + 1)


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
                            if isinstance(cell, (str, bytes)):
                                yield f"{where}:{table}", cell if isinstance(cell, bytes) else cell.encode("utf-8", "surrogatepass")


def forms_of_name(name):
    """Every way in which a file may write a name."""
    texts = {name, name.strip(), " ".join(name.split()), "".join(sign for sign in name if sign.isprintable())}
    texts |= {unicodedata.normalize(form, text) for text in set(texts) for form in ("NFC", "NFD")}
    texts |= {text.upper() for text in set(texts)} | {text.lower() for text in set(texts)}
    plain = set(texts)
    for text in plain:
        texts |= {html.escape(text), html.escape(text, quote=False), "".join(f"&#{ord(sign)};" for sign in text)}
        texts |= {json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1], quote(text), quote(text, safe="")}
    coded = {text.encode(code, "ignore") for text in texts for code in ("utf-8", "utf-16-le", "utf-16-be", "cp1252")}
    for text in plain:
        raw = text.encode()
        coded |= {raw.hex().encode(), raw.hex().upper().encode()}
        for shift in range(3):  # base64 is another text at each place in a word of three bytes
            inner = base64.b64encode(b"\0" * shift + raw)
            coded.add(inner[4 if shift else 0 : len(inner) - 4])
    return {form for form in coded if len(form) >= 5}


def forms_of_point(x, y):
    """A vertex in RD as files may write it: doubles in both orders, their hex, and decimals."""
    found = set()
    for order in "<>":
        pair = struct.pack(f"{order}dd", x, y)
        found |= {pair, pair.hex().encode(), pair.hex().upper().encode()}
    for decimals in range(4):
        found |= {f"{x:.{decimals}f}{gap}{y:.{decimals}f}".encode() for gap in (" ", ",", ", ")}
    return found


def forms_of_box(low, high):
    """A side of a bounding box as an index keeps it: float32, rounded outwards or not."""
    near = [
        [struct.unpack("<f", struct.pack("<I", struct.unpack("<I", struct.pack("<f", one))[0] + step))[0] for step in (-1, 0, 1)]
        for one in (low, high)
    ]
    return {struct.pack(f"{order}ff", first, last) for order in "<>" for first in near[0] for last in near[1]}


def found(data, names=(), points=(), where="", sides=()):
    """(place, secret) of each secret that a file holds. ``sides``: (lowest, highest) of the bounding boxes, along one axis."""
    wanted = [(name, form) for name in names for form in forms_of_name(name)]
    wanted += [(point, form) for point in points for form in forms_of_point(*point)]
    wanted += [(side, form) for side in sides for form in forms_of_box(*side)]
    return sorted({(place, str(secret)) for place, piece in pieces(data, where) for secret, form in wanted if form in piece})
