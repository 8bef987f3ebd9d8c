# SPDX-License-Identifier: GPL-2.0-or-later
"""Is this workbook safe to read? The zip is judged from its directory, before anything is unpacked.

A workbook comes by e-mail from outside. What a normal spreadsheet program never writes is refused with one sentence:
bombs, encryption, names that lie, a DOCTYPE, macros in a file that says it has none.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ...core.errors import LmvwError
from ...core.i18n import tr
from . import xml_stream

MIB = 1 << 20
MAX_FILE = 64 * MIB
MAX_ENTRIES = 2_000
MAX_DIRECTORY = MIB  # bytes of central directory; bounds the entries before zipfile makes an object of each
MAX_UNPACKED = 256 * MIB
MAX_RATIO = 200  # XML of real sheets stays below 60; a bomb is near 1000
_RATIO_FROM = MIB  # a small part may be as repetitive as it likes

XLSX, XLSM, ODS = ".xlsx", ".xlsm", ".ods"
_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MAIN_MACRO = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_MAIN_TYPES = {XLSX: _MAIN, XLSM: _MAIN_MACRO}
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STORED_OR_DEFLATED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The workbook's zip, judged and open.

    :raises LmvwError: when it is not safe or not a workbook; also when a part turns out damaged while it is read.
    """
    _judge_outside(path)
    try:
        with zipfile.ZipFile(path) as archive:
            _judge_entries(path, archive.infolist())
            _judge_contents(path, archive)
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, UnicodeDecodeError) as error:
        raise damaged(path) from error


def judge(path: Path) -> tuple[str, ...]:
    """Remarks on a workbook that may be read.

    :raises LmvwError: when it may not.
    """
    with opened(path) as archive:
        return remarks(path, archive)


def remarks(path: Path, archive: zipfile.ZipFile) -> tuple[str, ...]:
    """What the user should know of a judged workbook."""
    if _has_macros(archive.namelist()):
        return (tr("Bestand ‘{name}’ bevat macro’s; die worden niet uitgevoerd.").format(name=path.name),)
    return ()


def damaged(path: Path) -> LmvwError:
    """The file is broken."""
    return LmvwError(tr("Bestand ‘{name}’ is beschadigd; open het in Excel of LibreOffice en sla het opnieuw op.").format(name=path.name))


def require_size(path: Path) -> None:
    """The file exists and is not larger than a list of plans can be.

    :raises LmvwError: otherwise.
    """
    if not path.is_file():
        raise LmvwError(tr("Bestand ‘{path}’ bestaat niet; kies een bestaand bestand.").format(path=path))
    if path.stat().st_size > MAX_FILE:
        raise _refused(path, tr("is groter dan {limit} MB").format(limit=MAX_FILE // MIB), tr("bewaar alleen het blad met de plannen"))


def _refused(path: Path, what: str, remedy: str) -> LmvwError:
    return LmvwError(tr("Bestand ‘{name}’ {what}; {remedy}.").format(name=path.name, what=what, remedy=remedy))


def _save_again() -> str:
    return tr("sla het in Excel of LibreOffice opnieuw op")


def _judge_outside(path: Path) -> None:
    """Size, signature and the size of the zip directory, read from the first and last bytes."""
    require_size(path)
    with path.open("rb") as stream:
        head = stream.read(8)
        if head == _OLE:
            raise _judge_ole(path, stream)
        if not head:
            raise _refused(path, tr("is leeg"), tr("kies het bestand met de plannen"))
        if not head.startswith(b"PK"):
            raise _refused(path, tr("is geen Excel-bestand, al eindigt de naam op {end}").format(end=path.suffix), _save_again())
        if _directory_size(path, stream) > MAX_DIRECTORY:
            raise _refused(path, tr("bevat veel meer onderdelen dan een Excel-bestand hoort te hebben"), _save_again())


def _judge_ole(path: Path, stream: IO[bytes]) -> LmvwError:
    stream.seek(0)
    if "EncryptedPackage".encode("utf-16-le") in stream.read():
        return _refused(path, tr("is beveiligd met een wachtwoord"), tr("haal in Excel het wachtwoord van het bestand af"))
    return _refused(path, tr("is een oud Excel-bestand (.xls)"), tr("sla het in Excel op als .xlsx"))


def _directory_size(path: Path, stream: IO[bytes]) -> int:
    """Bytes of the zip's central directory, by the same records that ``zipfile`` trusts."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - (1 << 16) - 98))
    tail = stream.read()
    end = tail.rfind(b"PK\5\6")
    if end < 0 or len(tail) < end + 22:
        raise damaged(path)
    (directory,) = struct.unpack_from("<L", tail, end + 12)
    zip64 = end - 20 - 56
    if zip64 >= 0 and tail[end - 20 : end - 16] == b"PK\6\7" and tail[zip64 : zip64 + 4] == b"PK\6\6":
        (directory,) = struct.unpack_from("<Q", tail, zip64 + 40)
    return int(directory)


def _judge_entries(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    """Everything the directory says about the parts."""
    if len(entries) > MAX_ENTRIES:
        raise _refused(
            path, tr("bevat {count} onderdelen, meer dan een Excel-bestand hoort te hebben").format(count=len(entries)), _save_again()
        )
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise _refused(
            path,
            tr("wordt uitgepakt groter dan {limit} MB").format(limit=MAX_UNPACKED // MIB),
            tr("bewaar alleen het blad met de plannen"),
        )
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename  # zipfile cuts `filename` at a NUL
        if entry.flag_bits & 1:
            raise _refused(path, tr("is versleuteld"), tr("haal de versleuteling eraf"))
        if _lies(name):
            raise _refused(path, tr("bevat een onderdeel met een ongeldige naam (‘{part}’)").format(part=ascii(name)[1:-1]), _save_again())
        if name.casefold() in seen:
            raise _refused(path, tr("bevat twee onderdelen met dezelfde naam (‘{part}’)").format(part=name), _save_again())
        seen.add(name.casefold())
        if entry.compress_type not in _STORED_OR_DEFLATED:
            raise _refused(path, tr("is op een ongebruikelijke manier ingepakt"), _save_again())
        if entry.file_size > _RATIO_FROM and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
            raise _refused(path, tr("bevat een onderdeel dat verdacht sterk is ingepakt (‘{part}’)").format(part=name), _save_again())
    _judge_overlap(path, entries)


def _lies(name: str) -> bool:
    return (
        name.startswith(("/", "\\"))
        or "\\" in name
        or ":" in name
        or ".." in name.split("/")
        or any(ord(character) < 32 for character in name)
    )


def _judge_overlap(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    """Parts that share bytes are a bomb that no ratio shows."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise _refused(path, tr("bevat onderdelen die over elkaar heen liggen"), _save_again())
        end = entry.header_offset + 30 + len(entry.orig_filename) + entry.compress_size


def _has_macros(names: list[str]) -> bool:
    lowered = [name.casefold() for name in names]
    return any(name.endswith("vbaproject.bin") or name.startswith(("xl/macrosheets/", "basic/")) for name in lowered)


def _judge_contents(path: Path, archive: zipfile.ZipFile) -> None:
    """The kind of file, and the beginning of each XML part: a DOCTYPE can only stand before the first element."""
    suffix = path.suffix.casefold()
    if suffix == ODS:
        _judge_ods(path, archive)
    else:
        _judge_excel(path, archive, suffix)
    for entry in archive.infolist():
        if entry.file_size and entry.filename.casefold().endswith((".xml", ".rels", ".vml")):
            _judge_prolog(path, archive, entry.filename)


def _judge_ods(path: Path, archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if "mimetype" not in names or "content.xml" not in names or archive.read("mimetype").strip() != _ODS_TYPE:
        raise _refused(path, tr("is geen OpenDocument-bestand"), _save_again())
    if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise _refused(path, tr("is beveiligd met een wachtwoord"), tr("haal het wachtwoord van het bestand af"))


def _judge_excel(path: Path, archive: zipfile.ZipFile, suffix: str) -> None:
    if "[Content_Types].xml" not in archive.namelist():
        raise _refused(path, tr("is geen Excel-bestand"), _save_again())
    types = _content_types(path, archive)
    if _MAIN_TYPES.get(suffix, _MAIN) in types:
        if suffix == XLSX and _has_macros(archive.namelist()):
            raise _refused(path, tr("bevat macro’s, al eindigt de naam op .xlsx"), tr("sla het in Excel opnieuw op als .xlsx"))
        return
    if _MAIN_MACRO in types:
        raise _refused(
            path, tr("is een Excel-bestand met macro’s, al eindigt de naam op .xlsx"), tr("sla het in Excel opnieuw op als .xlsx")
        )
    if _MAIN in types:
        raise _refused(path, tr("is een Excel-bestand zonder macro’s, al eindigt de naam op .xlsm"), tr("verander de naam in .xlsx"))
    raise _refused(path, tr("is geen Excel-bestand"), _save_again())


def _content_types(path: Path, archive: zipfile.ZipFile) -> set[str]:
    types: set[str] = set()

    def start(_: str, attributes: dict[str, str]) -> None:
        types.add(attributes.get("ContentType", ""))

    part = part_name(path, "[Content_Types].xml")
    with archive.open("[Content_Types].xml") as stream:
        xml_stream.feed(xml_stream.parser(part, start), xml_stream.chunks_of(stream), part)
    return types


def _judge_prolog(path: Path, archive: zipfile.ZipFile, name: str) -> None:
    def stop(*_: object) -> None:
        raise xml_stream.Enough

    part = part_name(path, name)
    with archive.open(name) as stream:
        first = stream.read(1024)  # nearly always holds the first element
        xml_stream.feed(xml_stream.parser(part, stop), _first_then(first, stream), part)


def _first_then(first: bytes, stream: IO[bytes]) -> Iterator[bytes]:
    yield first
    yield from xml_stream.chunks_of(stream)


def part_name(path: Path, part: str) -> str:
    """A part of a workbook, in words for a message."""
    return tr("Onderdeel ‘{part}’ van ‘{name}’").format(part=part, name=path.name)
