# SPDX-License-Identifier: GPL-2.0-or-later
"""A package that somebody sent: judged from the directory of its zip before anything in it is unpacked.

It comes by mail from outside. What no delivery ever is, is treated like what is damaged: more files or more bytes than a country needs, a file
that is nearly nothing when packed, encryption, a rare way of packing.
"""

from __future__ import annotations

import json
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ...core.delivering import delivery as d
from ...core.feedback import Feedback, breathe, checkpoint
from ..workbook.guard import MAX_RATIO, MIB

MAX_FILES = 1_000
MAX_UNPACKED = 4096 * MIB  # all files together; the plans of the largest municipality stay below a tenth
_MAX_MANIFEST = 4 * MIB
_RATIO_FROM = MIB  # a small file may be as repetitive as it likes
_PIECE = MIB
_STORED_OR_DEFLATED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

# All that reading a package that is not as it should be can raise, its manifest included.
UNREADABLE = (
    KeyError, ValueError, TypeError, AttributeError, OverflowError, EOFError, OSError, RuntimeError, zipfile.BadZipFile, zlib.error, struct.error,
)  # fmt: skip


@contextmanager
def judged(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip, judged and open; reading it, or what it says, may raise any of ``UNREADABLE``."""
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        if len(entries) > MAX_FILES or sum(entry.file_size for entry in entries) > MAX_UNPACKED or any(map(_is_odd, entries)):
            raise ValueError
        yield archive


def _is_odd(entry: zipfile.ZipInfo) -> bool:
    hollow = entry.file_size > _RATIO_FROM and entry.file_size > MAX_RATIO * max(1, entry.compress_size)
    return bool(entry.flag_bits & 1) or entry.compress_type not in _STORED_OR_DEFLATED or hollow


def manifest_of(archive: zipfile.ZipFile) -> Any:
    """What the manifest says, of whatever form; may raise any of ``UNREADABLE``."""
    return json.loads(small(archive, d.MANIFEST, _MAX_MANIFEST))


def small(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """A file that is never more than so many bytes; may raise any of ``UNREADABLE``."""
    if archive.getinfo(name).file_size > most:
        raise ValueError
    return b"".join(pieces(archive, name))


def pieces(archive: zipfile.ZipFile, name: str, feedback: Feedback | None = None) -> Iterator[bytes]:
    """A file, piece by piece: never more of it in memory than asked, also where its size is a lie. May raise any of ``UNREADABLE``.

    :raises Cancelled: when the user has cancelled.
    """
    with archive.open(name) as packed:
        while piece := packed.read(_PIECE):
            if feedback is not None:
                checkpoint(feedback)
            breathe()
            yield piece
