# SPDX-License-Identifier: GPL-2.0-or-later
"""A sheet of an Excel file without the cells and rows that hold nothing but their format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..xml_stream import CHUNK

# Empty formatted cells and rows, of which a sheet may have a million. Only when they carry their coordinates; without
# these, their number counts. A CDATA section or comment could hold something that looks like a cell: then nothing is dropped.
_EMPTY_CELL = re.compile(rb'<c r="[A-Z]+[0-9]+"[^<>]*/>')
_EMPTY_ROW = re.compile(rb'<row r="[0-9]+"[^<>]*(?:/>|></row>)')


def without_empty(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same sheet without its empty cells and rows: a hundred times faster than telling each of them to Python."""
    rest = b""
    for chunk in chunks:
        whole, mark, rest = (rest + chunk).rpartition(b"<row ")
        rest = mark + rest
        if b"<!" in whole or b"<!" in rest or len(rest) > 8 * CHUNK:
            yield whole + rest
            yield from chunks
            return
        yield _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", whole))
    yield rest
