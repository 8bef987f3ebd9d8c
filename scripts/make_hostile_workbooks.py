# SPDX-License-Identifier: GPL-2.0-or-later
"""Workbooks that lie, bite or merely surprise, each with what a careful reader must make of it.

    python scripts/make_hostile_workbooks.py FOLDER

Every file is made from scratch, byte by byte where a library would be too honest. Used by tests/layers/test_workbook_hostile.py.
"""

from __future__ import annotations

import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"

PLAIN = ("De Hoef", "Plan Zuid")


@dataclass(frozen=True)
class Case:
    """One file. Either ``names`` are the right names (None: an empty cell), or ``error`` is in the sentence of the refusal.

    ``remark`` is in one of the reader's remarks. ``options`` go to ``read_table``.
    """

    name: str
    write: Callable[[Path], None]
    names: tuple[str | None, ...] | None = None
    error: str = ""
    remark: str = ""
    options: tuple[tuple[str, str], ...] = ()


# -- building blocks -----------------------------------------------------------------------------------------------


def escape(text: str) -> str:
    """Text in XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def text_cell(ref: str, text: str, extra: str = "") -> str:
    """A cell with inline text."""
    return f'<c r="{ref}" t="inlineStr"{extra}><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def row(number: int, *cells: str, extra: str = "") -> str:
    """A row of cells."""
    return f'<row r="{number}"{extra}>{"".join(cells)}</row>'


def table(names: Iterable[str], header: str = "plannaam") -> str:
    """Rows of two columns: name and number of dwellings."""
    rows = [row(1, text_cell("A1", header), text_cell("B1", "bruto"))]
    rows += [row(i, text_cell(f"A{i}", name), f'<c r="B{i}"><v>{i}</v></c>') for i, name in enumerate(names, 2)]
    return "".join(rows)


def sheet(rows: str, before: str = "", after: str = "", namespace: str = MAIN, prefix: str = "") -> str:
    """A worksheet part."""
    declared = f'xmlns="{namespace}"' if not prefix else f'xmlns:{prefix}="{namespace}"'
    p = f"{prefix}:" if prefix else ""
    return f"{HEAD}<{p}worksheet {declared}>{before}<{p}sheetData>{rows}</{p}sheetData>{after}</{p}worksheet>"


def parts(
    sheets: dict[str, str], states: dict[str, str] | None = None, extra: dict[str, str] | None = None, main_type: str = SHEET_TYPE,
    namespace: str = MAIN, rels: str = RELS, workbook_more: str = "", strings: str = "", styles: str = "",
) -> dict[str, bytes]:  # fmt: skip
    """The parts of a minimal workbook."""
    states = states or {}
    entries, links, overrides = [], [], []
    found: dict[str, str] = {}
    for index, (name, xml) in enumerate(sheets.items(), 1):
        state = f' state="{states[name]}"' if name in states else ""
        entries.append(f'<sheet name="{escape(name)}" sheetId="{index}"{state} r:id="rId{index}"/>')
        links.append(f'<Relationship Id="rId{index}" Type="{rels}/worksheet" Target="worksheets/sheet{index}.xml"/>')
        overrides.append(
            f'<Override PartName="/xl/worksheets/sheet{index}.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        )
        found[f"xl/worksheets/sheet{index}.xml"] = xml
    if strings:
        links.append(f'<Relationship Id="rIdS" Type="{rels}/sharedStrings" Target="sharedStrings.xml"/>')
        found["xl/sharedStrings.xml"] = f'{HEAD}<sst xmlns="{namespace}">{strings}</sst>'
    if styles:
        links.append(f'<Relationship Id="rIdT" Type="{rels}/styles" Target="styles.xml"/>')
        found["xl/styles.xml"] = f'{HEAD}<styleSheet xmlns="{namespace}">{styles}</styleSheet>'
    found["[Content_Types].xml"] = (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main_type}"/>{"".join(overrides)}</Types>'
    )
    found["_rels/.rels"] = (
        f'{HEAD}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    found["xl/workbook.xml"] = (
        f'{HEAD}<workbook xmlns="{namespace}" xmlns:r="{rels}">{workbook_more}<sheets>{"".join(entries)}</sheets></workbook>'
    )
    found["xl/_rels/workbook.xml.rels"] = f'{HEAD}<Relationships xmlns="{PACKAGE}">{"".join(links)}</Relationships>'
    found.update(extra or {})
    order = ("[Content_Types].xml", "_rels/.rels")
    names = [*order, *(name for name in found if name not in order)]
    return {name: found[name].encode() if isinstance(found[name], str) else found[name] for name in names}


def zipped(found: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as the bytes of a zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def book(rows: str, **more: object) -> Callable[[Path], None]:
    """A workbook of one sheet ``Plannen``."""
    before, after = str(more.pop("before", "")), str(more.pop("after", ""))
    return lambda path: path.write_bytes(zipped(parts({"Plannen": sheet(rows, before, after)}, **more)))  # type: ignore[arg-type,func-returns-value]


def of(build: Callable[[], bytes]) -> Callable[[Path], None]:
    """A writer of ready bytes."""
    return lambda path: path.write_bytes(build())  # type: ignore[func-returns-value]


def good() -> dict[str, bytes]:
    """The parts of a sound workbook."""
    return parts({"Plannen": sheet(table(PLAIN))})


def with_part(name: str, data: bytes) -> Callable[[Path], None]:
    """A sound workbook with one part more, or another."""
    return of(lambda: zipped({**good(), name: data}))


def without(name: str) -> Callable[[Path], None]:
    """A sound workbook that lacks a part."""
    return of(lambda: zipped({key: data for key, data in good().items() if key != name}))


def patched(old: bytes, new: bytes, count: int = -1) -> Callable[[Path], None]:
    """A sound file with some bytes replaced by as many others."""
    return of(lambda: zipped(good()).replace(old, new, count))


def ods(rows: str, **more: str) -> dict[str, bytes]:
    """The parts of an OpenDocument worksheet."""
    content = (
        f'{HEAD}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        f"{more.get('styles', '')}<office:body><office:spreadsheet>{more.get('tables', '')}"
        f'<table:table table:name="Plannen">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    return {
        "mimetype": ODS_TYPE.encode(),
        "content.xml": content.encode(),
        "META-INF/manifest.xml": more.get("manifest", "<manifest/>").encode(),
    }


def ods_row(*texts: str, extra: str = "") -> str:
    """A row of texts."""
    cells = "".join(f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts)
    return f"<table:table-row{extra}>{cells}</table:table-row>"


# -- bombs and lies ------------------------------------------------------------------------------------------------


def overlapping() -> bytes:
    """Two directory entries that share the bytes of one part."""
    data = zipped(good())
    end = data.rfind(b"PK\5\6")
    start = struct.unpack_from("<L", data, end + 16)[0]
    directory = data[start:end]
    first = directory[: 46 + struct.unpack_from("<H", directory, 28)[0]]
    copy = first.replace(b"[Content_Types].xml", b"[Content_Copyy].xml")
    count = struct.unpack_from("<H", data, end + 10)[0] + 1
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory) + len(copy), start, 0)
    return data[:start] + directory + copy + tail


def many_entries(count: int) -> bytes:
    """A zip with very many small parts."""
    return zipped({**good(), **{f"xl/media/{i}.xml": b"" for i in range(count)}}, zipfile.ZIP_STORED)


def bomb() -> bytes:
    """A small file that unpacks to eighty megabytes of spaces."""
    rows = table(PLAIN).encode() + b" " * (80 << 20)
    return zipped({**good(), "xl/worksheets/sheet1.xml": sheet("@").encode().replace(b"@", rows)})


def unpacked_too_large() -> bytes:
    """Says that a part is 400 MB; the directory alone is enough to refuse it."""
    data = bytearray(zipped(good()))
    place = data.rfind(b"PK\1\2")
    struct.pack_into("<L", data, place + 24, 400 << 20)
    return bytes(data)


def wrong_crc() -> bytes:
    """A name that was changed without its checksum."""
    found = good()
    data = bytearray(zipped(found, zipfile.ZIP_STORED))
    place = data.find(b"De Hoef")
    data[place : place + 7] = b"De Hoex"
    return bytes(data)


def encrypted_entry() -> bytes:
    """Every part says that it is encrypted."""
    data = bytearray(zipped(good()))
    place = 0
    while (place := data.find(b"PK\1\2", place)) >= 0:
        data[place + 8] |= 1
        place += 4
    return bytes(data)


def unusual_method() -> bytes:
    """Packed in a way that no spreadsheet program uses."""
    return zipped(good(), zipfile.ZIP_LZMA)


def twice() -> bytes:
    """Two sheets under one name: which one is read depends on the reader."""
    import warnings

    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, data in good().items():
            archive.writestr(name, data)
        archive.writestr("xl/worksheets/sheet1.xml", sheet(table(("Een ander plan",))))
    return buffer.getvalue()


def laughs(encoding: str = "utf-8") -> bytes:
    """Entities that unfold to a billion words."""
    entities = '<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9))
    xml = sheet(table(("&j;",))).replace(HEAD, f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE worksheet [{entities}]>')
    return zipped({**good(), "xl/worksheets/sheet1.xml": xml.replace("&amp;j;", "&j;").encode(encoding)})


def external_entity() -> bytes:
    """An entity that would read a file of the machine."""
    xml = sheet(table(("&x;",))).replace(HEAD, '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>')
    return zipped({**good(), "xl/worksheets/sheet1.xml": xml.replace("&amp;x;", "&x;").encode()})


def late_doctype() -> bytes:
    """A DOCTYPE behind a long comment."""
    comment = f"<!--{'x' * 5000}-->"
    return zipped({**good(), "xl/styles.xml": f"{comment}<!DOCTYPE s [<!ENTITY a 'b'>]><styleSheet/>".encode()})


def ole(stream: str) -> bytes:
    """The beginning of an old Office file."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + stream.encode("utf-16-le") + b"\0" * 512


def million_empty_rows(cells: int) -> bytes:
    """A million formatted rows with nothing in them, and one name at the very end."""

    def chunk(start: int) -> bytes:
        made = []
        for i in range(start, start + 10_000):
            empty = "".join(f'<c r="{chr(65 + c)}{i}" s="1"/>' for c in range(cells))
            made.append(
                f'<row r="{i}" spans="1:3" s="1" customFormat="1">{empty}</row>' if cells else f'<row r="{i}" s="1" customFormat="1"/>'
            )
        return "".join(made).encode()

    buffer = io.BytesIO()
    head, tail = sheet("@").encode().split(b"@")
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in good().items():
            if name != "xl/worksheets/sheet1.xml":
                archive.writestr(name, data)
        with archive.open("xl/worksheets/sheet1.xml", "w") as stream:
            stream.write(head + table(PLAIN).encode())
            for start in range(4, 1_000_000, 10_000):
                stream.write(chunk(start))
            stream.write(row(1_048_576, text_cell("A1048576", "Laatste")).encode() + tail)
    return buffer.getvalue()


def strict() -> bytes:
    """Strict Open XML, with shared texts."""
    strings = "<si><t>plannaam</t></si><si><t>De Hoef</t></si><si><t>Plan Zuid</t></si>"
    rows = "".join(row(i, f'<c r="A{i}" t="s"><v>{i - 1}</v></c>') for i in (1, 2, 3))
    return zipped(parts({"Plannen": sheet(rows, namespace=STRICT)}, namespace=STRICT, rels=STRICT_RELS, strings=strings))


def prefixed() -> bytes:
    """Every element with a namespace prefix."""
    cells = "".join(
        f'<x:row r="{i}"><x:c r="A{i}" t="inlineStr"><x:is><x:t>{text}</x:t></x:is></x:c></x:row>'
        for i, text in enumerate(("plannaam", *PLAIN), 1)
    )
    return zipped(parts({"Plannen": sheet(cells, prefix="x")}))


def hidden_zip64() -> bytes:
    """A zip64 record that says the directory is enormous, while the ordinary record says it is small."""
    data = zipped(good())
    end = data.rfind(b"PK\5\6")
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 9, 9, 1 << 40, 0)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, end, 1)
    return data[:end] + record + locator + data[end:]


DATES = '<numFmts count="1"><numFmt numFmtId="164" formatCode="d\\-mmm"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
WITH_NUMBER = table(("De Hoef",)) + row(3, '<c r="A3"><v>7</v></c>', text_cell("B3", "x"))


def name_row(number: int, cell: str) -> str:
    """A row of a name cell and a filled cell."""
    return row(number, cell, text_cell(f"B{number}", "vol"))


CASES: tuple[Case, ...] = (
    Case("gewoon.xlsx", of(lambda: zipped(good())), PLAIN),
    # the file
    Case("leeg.xlsx", of(lambda: b""), error="is leeg"),
    Case("tekst.xlsx", of(lambda: b"plannaam;bruto\nDe Hoef;1\n"), error="geen Excel-bestand"),
    Case("html.xlsx", of(lambda: b"<html><table><tr><td>plannaam</td></tr></table></html>"), error="geen Excel-bestand"),
    Case("wachtwoord.xlsx", of(lambda: ole("EncryptedPackage")), error="wachtwoord"),
    Case("oud.xlsx", of(lambda: ole("Workbook")), error=".xls"),
    Case("oud.xls", of(lambda: ole("Workbook")), error="geen Excel-bestand"),
    Case("afgebroken.xlsx", of(lambda: zipped(good())[:-300]), error="beschadigd"),
    Case("halverwege.xlsx", of(lambda: zipped(good())[:400]), error="beschadigd"),
    Case("alleen-pk.xlsx", of(lambda: b"PK\3\4"), error="beschadigd"),
    # the zip
    Case("bom.xlsx", of(bomb), error="sterk is ingepakt"),
    Case("uitgepakt-te-groot.xlsx", of(unpacked_too_large), error="uitgepakt"),
    Case("overlap.xlsx", of(overlapping), error="over elkaar"),
    Case("veel-onderdelen.xlsx", of(lambda: many_entries(3_000)), error="onderdelen"),
    Case("heel-veel-onderdelen.xlsx", of(lambda: many_entries(40_000)), error="onderdelen"),
    Case("verborgen-zip64.xlsx", of(hidden_zip64), error="onderdelen"),
    Case("verkeerde-crc.xlsx", of(wrong_crc), error="beschadigd"),
    Case("versleuteld-onderdeel.xlsx", of(encrypted_entry), error="versleuteld"),
    Case("lzma.xlsx", of(unusual_method), error="ongebruikelijke manier"),
    Case("dubbel-onderdeel.xlsx", of(twice), error="dezelfde naam"),
    Case("dubbel-op-hoofdletter.xlsx", with_part("xl/WORKSHEETS/sheet1.xml", b"<a/>"), error="dezelfde naam"),
    Case("omhoog.xlsx", with_part("../../etc/cron.d/x", b"x"), error="ongeldige naam"),
    Case("absoluut.xlsx", with_part("/etc/passwd", b"x"), error="ongeldige naam"),
    Case("schijf.xlsx", with_part("C:/Windows/x", b"x"), error="ongeldige naam"),
    Case("backslash.xlsx", with_part("xl\\sheet.xml", b"x"), error="ongeldige naam"),
    Case("nul-in-naam.xlsx", patched(b"xl/workbook.xml", b"xl/workboo\0.xml"), error="ongeldige naam"),
    # the parts
    Case("zonder-types.xlsx", without("[Content_Types].xml"), error="geen Excel-bestand"),
    Case("zonder-werkmap.xlsx", without("xl/workbook.xml"), error="beschadigd"),
    Case("zonder-blad.xlsx", without("xl/worksheets/sheet1.xml"), error="geen blad"),
    Case("word.xlsx", of(lambda: zipped(parts({"P": sheet(table(PLAIN))}, main_type="application/vnd.ms-word+xml"))), error="geen Excel"),
    Case("macro-als.xlsx", of(lambda: zipped(parts({"P": sheet(table(PLAIN))}, main_type=MACRO_TYPE))), error="macro’s"),
    Case("verstopte-macro.xlsx", with_part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0"), error="macro’s"),
    Case(
        "eerlijke-macro.xlsm",
        of(lambda: zipped(parts({"P": sheet(table(PLAIN))}, main_type=MACRO_TYPE, extra={"xl/vbaProject.bin": "x"}))),
        PLAIN,
        remark="niet uitgevoerd",
    ),
    Case("geen-macro.xlsm", of(lambda: zipped(good())), error=".xlsm"),
    Case("lachen.xlsx", of(laughs), error="DOCTYPE"),
    Case("lachen-utf16.xlsx", of(lambda: laughs("utf-16")), error="DOCTYPE"),
    Case("buitenland.xlsx", of(external_entity), error="DOCTYPE"),
    Case("late-doctype.xlsx", of(late_doctype), error="DOCTYPE"),
    Case("onvoltooid.xlsx", with_part("xl/worksheets/sheet1.xml", sheet(table(PLAIN)).encode()[:-20]), error="beschadigd"),
    Case("geen-xml.xlsx", with_part("xl/workbook.xml", b"\0\1\2\3"), error="beschadigd"),
    # the sheet
    Case("leeg-blad.xlsx", book(""), error="geen zichtbaar blad"),
    Case("verkeerde-dimensie.xlsx", book(table(PLAIN), before='<dimension ref="A1"/>'), PLAIN),
    Case("grote-dimensie.xlsx", book(table(PLAIN), before='<dimension ref="A1:XFD1048576"/>'), PLAIN),
    Case(
        "titels.xlsx",
        book(
            row(1, text_cell("A1", "Plan"), text_cell("B1", "")) + row(3, text_cell("B3", "Naam plan"), text_cell("C3", "bruto"))
            + row(4, text_cell("B4", "De Hoef"), '<c r="C4"><v>3</v></c>'),
            after='<mergeCells count="1"><mergeCell ref="A1:H1"/></mergeCells>',
        ),
        ("De Hoef",),
    ),
    Case("verborgen-rij.xlsx", book(table(PLAIN).replace('<row r="3">', '<row r="3" hidden="1">')), PLAIN, remark="Verborgen rijen"),
    Case(
        "filter.xlsx",
        book(table(PLAIN).replace('<row r="2">', '<row r="2" hidden="1">'), after='<autoFilter ref="A1:B3"/>'),
        PLAIN,
        remark="door een filter",
    ),
    Case(
        "verborgen-blad.xlsx",
        of(lambda: zipped(parts({"Oud": sheet(table(("Oud plan",))), "Nieuw": sheet(table(PLAIN))}, states={"Oud": "veryHidden"}))),
        PLAIN,
        remark="‘Oud’",
    ),
    Case("alles-verborgen.xlsx", of(lambda: zipped(parts({"P": sheet(table(PLAIN))}, states={"P": "hidden"}))), error="kies zelf het blad"),
    Case(
        "tweede-blad.xlsx",
        of(lambda: zipped(parts({"Uitleg": sheet(row(1, text_cell("A1", "Lees dit"))), "Data": sheet(table(PLAIN))}))),
        PLAIN,
    ),
    Case("onbekend-blad.xlsx", of(lambda: zipped(good())), error="kies een van: ‘Plannen’", options=(("sheet", "Bestaat niet"),)),
    Case("onbekende-kolom.xlsx", of(lambda: zipped(good())), error="geen kolom ‘x’", options=(("name_column", "x"),)),
    Case(
        "formule-zonder-waarde.xlsx",
        book(table(PLAIN) + name_row(4, '<c r="A4"><f>CONCATENATE("a","b")</f></c>')),
        (*PLAIN, None),
        remark="A4",
    ),
    Case("formule-met-waarde.xlsx", book(table(PLAIN) + name_row(4, '<c r="A4" t="str"><f>B1</f><v>Uit formule</v></c>')), (*PLAIN, "Uit formule")),
    Case("lege-formule.xlsx", book(table(PLAIN) + name_row(4, '<c r="A4" t="str"><f>IF(1,"","")</f><v></v></c>')), (*PLAIN, None)),
    Case("foutcel.xlsx", book(table(PLAIN) + name_row(4, '<c r="A4" t="e"><f>1/0</f><v>#DIV/0!</v></c>')), (*PLAIN, None), remark="A4 (#DIV/0!)"),
    Case("getal-als-naam.xlsx", book(WITH_NUMBER), ("De Hoef", "7"), remark="cel A3 is een getal (7)"),
    Case("kommagetal.xlsx", book(WITH_NUMBER.replace("<v>7<", "<v>12.1<")), ("De Hoef", "12.1"), remark="een getal (12.1)"),
    Case(
        "datum-als-naam.xlsx",
        book(table(("De Hoef",)) + row(3, '<c r="A3" s="1"><v>46054</v></c>'), styles=DATES),
        ("De Hoef", "2026-02-01"),
        remark="een datum (2026-02-01)",
    ),
    Case("iso-datum.xlsx", book(table(("De Hoef",)) + row(3, '<c r="A3" t="d"><v>2026-02-01</v></c>')), ("De Hoef", "2026-02-01"), remark="een datum"),
    Case(
        "datum-1904.xlsx",
        book(table(("De Hoef",)) + row(3, '<c r="A3" s="1"><v>44592</v></c>'), styles=DATES, workbook_more='<workbookPr date1904="1"/>'),
        ("De Hoef", "2026-02-01"),
        remark="een datum",
    ),
    Case("datum-te-groot.xlsx", book(table(PLAIN) + name_row(4, '<c r="A4" s="1"><v>9999999999</v></c>'), styles=DATES), (*PLAIN, None), remark="A4"),
    Case("waar.xlsx", book(table(PLAIN) + name_row(4, '<c r="A4" t="b"><v>1</v></c>')), (*PLAIN, "WAAR"), remark="ja of nee"),
    Case("geen-getal.xlsx", book(table(PLAIN) + name_row(4, '<c r="A4"><v>1,5</v></c>')), (*PLAIN, None), remark="A4 (1,5)"),
    Case("oneindig.xlsx", book(table(PLAIN) + name_row(4, '<c r="A4"><v>1e999</v></c>')), (*PLAIN, None), remark="A4"),
    Case("nullen-als-tekst.xlsx", book(table(("007", "1.250", "12,10"))), ("007", "1.250", "12,10")),
    Case("witruimte.xlsx", book(table((" De Hoef", "De Hoef ", "De\u00a0Hoef", "De\u200bHoef"))), (" De Hoef", "De Hoef ", "De\u00a0Hoef", "De\u200bHoef")),
    Case("ontsnapt.xlsx", book(table(("De_x000D_Hoef", "De_x005F_x0041_"))), ("De\rHoef", "De_x0041_")),
    Case("cdata.xlsx", book(table(PLAIN).replace("De Hoef", '<![CDATA[<c r="A9"/>De Hoef]]>')), ('<c r="A9"/>De Hoef', "Plan Zuid")),
    Case("miljoen-lege-rijen.xlsx", of(lambda: million_empty_rows(0)), (*PLAIN, "Laatste")),
    Case("miljoen-lege-cellen.xlsx", of(lambda: million_empty_rows(2)), (*PLAIN, "Laatste")),
    Case("laatste-cel.xlsx", book(table(PLAIN) + row(1_048_576, text_cell("XFD1048576", "ver weg"))), PLAIN),
    Case("buiten-het-blad.xlsx", book(table(PLAIN) + row(4, text_cell("ZZZ4", "x"))), error="ongeldige celaanduiding"),
    Case("rij-nul.xlsx", book(table(PLAIN) + row(0, text_cell("A0", "x"))), error="ongeldige celaanduiding"),
    Case("cel-in-andere-rij.xlsx", book(table(PLAIN) + row(4, text_cell("A9", "x"))), error="ongeldige celaanduiding"),
    Case("cel-twee-keer.xlsx", book(table(PLAIN) + row(4, text_cell("A4", "x"), text_cell("A4", "y"))), error="A4"),
    Case(
        "zonder-coordinaten.xlsx",
        book("<row><c/><c t='inlineStr'><is><t>plannaam</t></is></c></row><row><c/><c t='inlineStr'><is><t>De Hoef</t></is></c></row>"),
        ("De Hoef",),
    ),
    Case(
        "half-coordinaten.xlsx",
        book(
            '<row r="1"><c r="A1"/><c t="inlineStr"><is><t>plannaam</t></is></c></row><row r="2"><c r="A2"/></row>'
            '<row><c/><c t="inlineStr"><is><t>De Hoef</t></is></c></row>'
        ),
        ("De Hoef",),
    ),
    Case("naar-geen-tekst.xlsx", book(table(PLAIN) + row(4, '<c r="A4" t="s"><v>99</v></c>'), strings="<si><t>x</t></si>"), error="A4"),
    Case("min-een-tekst.xlsx", book(table(PLAIN) + row(4, '<c r="A4" t="s"><v>-1</v></c>'), strings="<si><t>x</t></si>"), error="A4"),
    Case(
        "opmaak-en-fonetiek.xlsx",
        book(
            table(PLAIN) + row(4, '<c r="A4" t="s"><v>0</v></c>'),
            strings="<si><r><t>De </t></r><r><rPr><b/></rPr><t>Haven</t></r><rPh sb='0' eb='1'><t>ha</t></rPh></si>",
        ),
        (*PLAIN, "De Haven"),
    ),
    Case("samengevoegde-namen.xlsx", book(table(PLAIN) + row(4, text_cell("B4", "x")), after='<mergeCells><mergeCell ref="A3:A4"/></mergeCells>'),
         (*PLAIN, None), remark="A3:A4"),
    Case("dubbele-kop.xlsx", book(row(1, text_cell("A1", "plannaam"), text_cell("B1", "plannaam")) + row(2, text_cell("A2", "x"), text_cell("B2", "y"))),
         ("x",)),
    Case("strict.xlsx", of(strict), PLAIN),
    Case("voorvoegsel.xlsx", of(prefixed), PLAIN),
    Case("relatie-naar-buiten.xlsx", of(lambda: zipped(parts({"P": sheet(table(PLAIN))}, extra={
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELS}/image" '
        'Target="http://example.invalid/x.png" TargetMode="External"/></Relationships>'}))), PLAIN),
    # text tables
    Case("leeg.csv", of(lambda: b""), error="tabel"),
    Case("puntkomma.csv", of(lambda: b"plannaam;bruto\nDe Hoef;1,5\nPlan, Zuid;2\n"), ("De Hoef", "Plan, Zuid")),
    Case("bom.csv", of(lambda: b"\xef\xbb\xbf" + b"plannaam,bruto\nDe Hoef,1\n"), ("De Hoef",)),
    Case("utf16.csv", of(lambda: "\ufeffplannaam\tbruto\nCafé\t1\n".encode("utf-16-le")), ("Café",)),
    Case("windows.csv", of(lambda: "plannaam;bruto\nCafé;1\n".encode("cp1252")), ("Café",), remark="Windows-1252"),
    Case("onbekend.csv", of(lambda: b"plannaam;bruto\n\x81\x8d;1\n"), error="tekencodering"),
    Case("nul.csv", of(lambda: b"plannaam;bruto\nDe\0Hoef;1\n"), error="tekens"),
    Case("aanhaling.csv", of(lambda: b'plannaam;bruto\n"De Hoef;1\nPlan;2\n'), error="regel 2"),
    Case("regeleinde.csv", of(lambda: b'plannaam;bruto\n"De\nHoef";1\nPlan;2\n'), ("De\nHoef", "Plan")),
    Case("sep.csv", of(lambda: b"sep=|\nplannaam|bruto\nDe Hoef|1\n"), ("De Hoef",)),
    Case("formule.csv", of(lambda: b'plannaam;bruto\n"=""007""";1\n=1+1;2\n'), ('="007"', "=1+1")),
    Case("zip.csv", of(lambda: zipped(good())), error="kan niet gelezen worden"),
    # OpenDocument
    Case("gewoon.ods", of(lambda: zipped(ods(ods_row("plannaam", "bruto") + ods_row("De <text:s text:c='2'/>Hoef", "1")))), ("De   Hoef",)),
    Case("herhaald.ods", of(lambda: zipped(ods(ods_row("plannaam") + ods_row("x", extra=' table:number-rows-repeated="900000000"')))),
         error="meer tekst"),
    Case("lege-herhaling.ods", of(lambda: zipped(ods(
        ods_row("plannaam") + '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/>'
        "</table:table-row>" + ods_row("De Hoef")))), ("De Hoef",)),
    Case("spaties.ods", of(lambda: zipped(ods(ods_row("plannaam") + ods_row('<text:s text:c="99999999"/>')))), error="meer tekst"),
    Case("notitie.ods", of(lambda: zipped(ods(ods_row("plannaam") + "<table:table-row><table:table-cell office:value-type='string'>"
         "<office:annotation><text:p>geen naam</text:p></office:annotation><text:p>De Hoef</text:p></table:table-cell></table:table-row>"))), ("De Hoef",)),
    Case("fout.ods", of(lambda: zipped(ods(ods_row("plannaam", "bruto") + "<table:table-row><table:table-cell office:value-type='string' "
         "calcext:value-type='error'><text:p>#N/B</text:p></table:table-cell><table:table-cell office:value-type='float' office:value='1'>"
         "<text:p>1</text:p></table:table-cell></table:table-row>"))), (None,), remark="A2 (#N/B)"),
    Case("doctype.ods", of(lambda: zipped({**ods(ods_row("plannaam")), "styles.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"})), error="DOCTYPE"),
    Case("versleuteld.ods", of(lambda: zipped(ods(ods_row("plannaam"), manifest="<manifest><encryption-data/></manifest>"))), error="wachtwoord"),
    Case("geen.ods", of(lambda: zipped(good())), error="OpenDocument"),
)  # fmt: skip


def main(folder: Path) -> None:
    """Write every file."""
    folder.mkdir(parents=True, exist_ok=True)
    for case in CASES:
        case.write(folder / case.name)
    print(f"{len(CASES)} bestanden in {folder}, samen {zlib.crc32(''.join(case.name for case in CASES).encode()):08x}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
