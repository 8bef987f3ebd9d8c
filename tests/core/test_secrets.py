# SPDX-License-Identifier: GPL-2.0-or-later
"""The search through every byte itself: it finds what is planted, in every place and however it is written."""

import base64
import gzip
import html
import io
import json
import shutil
import sqlite3
import struct
import tempfile
import unicodedata
import zipfile
import zlib
from contextlib import closing
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

from tests.secrets import Search, found, pieces

NAME, POINT, SIDE = "  Café Géheim &\u00a0Zoon\u200b ", (153123.456, 509876.543), (153123.4, 153999.9)
CLEAN = "Café Géheim & Zoon"


def zipped(data, name="binnen.txt", **more):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, data)
        packed.comment = more.get("comment", b"")
    return buffer.getvalue()


def dropped(data):
    """A zip before which an entry stands that its directory does not name."""
    whole = zipped(data)
    return whole[: whole.index(b"PK\x01\x02")] + zipped(b"leeg")


def database(value, freed=False, secure=False):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.db"
        with closing(sqlite3.connect(path)) as opened:
            opened.execute(f"PRAGMA secure_delete = {int(secure)}")
            opened.execute("CREATE TABLE t (x)")
            opened.execute("INSERT INTO t VALUES (?)", (value,))
            opened.commit()
            if freed:
                opened.execute("DROP TABLE t" if freed == "page" else "DELETE FROM t")
                opened.commit()
        return path.read_bytes()


def picture(text):
    """A picture with a pressed word in it."""
    held = b"Comment\0\0" + zlib.compress(text)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s", len(held), b"zTXt") + held + struct.pack(">I", zlib.crc32(b"zTXt" + held))


def printed(text):
    """A page of PDF with pressed text, as a browser or a print layout makes it."""
    stream = zlib.compress(b"BT /F1 12 Tf 72 720 Td (" + text.encode("latin-1") + b") Tj ET")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
    ]  # fmt: skip
    whole, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(whole))
        whole += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    return whole + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(whole)


def planted():
    """A secret in every place and form."""
    nfc, nfd = unicodedata.normalize("NFC", CLEAN), unicodedata.normalize("NFD", CLEAN)
    texts = {
        "cleaned": nfc, "as it is typed": NAME, "trimmed": NAME.strip(), "without what is not printed": NAME.replace("\u200b", "").strip(),
        "decomposed": nfd, "upper": nfc.upper(), "lower": nfc.lower(), "upper and decomposed": nfd.upper(),
        "xml": html.escape(nfc), "json": json.dumps(nfc), "json as it is": json.dumps(nfc, ensure_ascii=False),
        "references": "".join(f"&#{ord(sign)};" for sign in nfc), "hex references": "".join(f"&#x{ord(sign):X};" for sign in nfc),
        "percent": quote(nfc), "percent, small": quote(nfc).replace("%C3%A9", "%c3%a9"), "of a form": quote_plus(nfc),
    }  # fmt: skip
    for how, text in texts.items():
        for code in ("utf-8", "utf-16-le", "utf-16-be"):
            yield f"{how} in {code}", text.encode(code)
    yield "cp1252", nfc.encode("cp1252")
    yield "cp1252, upper", nfc.upper().encode("cp1252")
    for code in ("utf-8", "utf-16-le"):
        yield f"hex of {code}", nfc.encode(code).hex().encode()
        yield f"HEX of {code}", nfc.encode(code).hex().upper().encode()
        for shift in range(3):
            yield f"base64 {shift} of {code}", base64.b64encode(b"abc"[:shift] + nfc.encode(code) + b"verder")
    yield "base64 of urls", base64.urlsafe_b64encode(b"ab" + nfc.encode())
    raw = nfc.encode()
    yield "in a zip", zipped(raw)
    yield "in the name of an entry", zipped(b"", nfc)
    yield "in the comment of a zip", zipped(b"", comment=raw)
    yield "in a zip in a zip", zipped(zipped(raw))
    yield "in an entry that was deleted", dropped(raw)
    yield "in a zip in an entry that was deleted", dropped(zipped(raw))
    yield "in a deleted entry in a zip", zipped(dropped(raw))
    yield "pressed", gzip.compress(raw)
    yield "in a cell", database(nfc)
    yield "in a cell of bytes", database(zipped(raw))
    yield "in a freed cell", database(nfc, freed="cell")
    yield "on a free page", database(nfc, freed="page")
    yield "in a database in a zip", zipped(database(nfc))
    yield "in a picture", picture(raw)
    yield "in a picture in a page", b'<img src="data:image/png;base64,' + base64.b64encode(picture(raw)) + b'">'
    yield "at the end of much", bytes(3_000_000) + raw
    yield "over the edge of a block", bytes((1 << 20) - 7) + raw
    for order in "<>":
        pair = struct.pack(f"{order}dd", *POINT)
        yield f"vertex {order}", b"xx" + pair
        yield f"vertex {order} hex", pair.hex().encode()
        yield f"vertex {order} HEX", pair.hex().upper().encode()
        yield f"box {order}", struct.pack(f"{order}ff", *SIDE)
        yield f"box {order} of doubles", struct.pack(f"{order}dd", *SIDE)
    yield "vertex in a cell", database(struct.pack("<dd", *POINT))
    yield "vertex on a free page", database(struct.pack("<dd", *POINT), freed="page")
    yield "vertex in a zip", zipped(struct.pack("<dd", *POINT))
    for decimals in range(4):
        yield f"decimals {decimals}", f"{POINT[0]:.{decimals}f} {POINT[1]:.{decimals}f}".encode()
    yield "north first", f"{POINT[1]:.3f},{POINT[0]:.3f}".encode()
    yield "decimal commas", f"{POINT[0]:.2f};{POINT[1]:.2f}".replace(".", ",").encode()


def test_the_search_finds_what_is_planted_in_many_places():
    cases = dict(planted())
    assert len(cases) >= 90
    search = Search([NAME], [POINT], [SIDE])
    assert [how for how, data in cases.items() if not search.found(b"begin" + data if how.startswith("cleaned") else data)] == []
    for data in (
        zipped(database("iets anders")),
        database(NAME, freed="page", secure=True),
        dropped(b"niets"),
        picture(b"niets"),
        b"",
        b"PK\x03\x04",
    ):
        assert search.found(data) == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="there is no reader of PDF here")
def test_what_is_printed_is_read():
    data = printed("Caf\u00e9 G\u00e9heim & Zoon")
    assert [where for where, _ in pieces(data, "x.pdf")] == ["x.pdf", "x.pdf:text"]
    assert found(data, [NAME]) == [(":text", NAME)]
    assert found(zipped(data), [NAME]) and found(data, ["Iets anders"]) == []


def test_a_word_that_any_text_may_have_is_looked_for_as_it_is_spelled():
    search = Search(words=["Woningen"])
    assert search.found(b"de Woningen") and search.found("Woningen".encode("utf-16-le")) and not search.found(b"alle woningen")


def test_many_secrets_are_told_apart():
    names = [f"Plan aan de weg {number:04}" for number in range(3000)]
    data = "; ".join(names[7::1000]).encode()
    assert [name for _, name in Search(names).found(data)] == names[7::1000]
