# SPDX-License-Identifier: GPL-2.0-or-later
"""Reports under a name that the plugin chose itself: what has that name and is not as the plugin wrote it is set aside, never replaced.

A report carries a seal: the digest of what stands before it. A page ends with it; in a JSON document it is the last entry.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..core.i18n import tr
from ..core.reporting.html import CONFIDENTIAL
from .files import dated, move, written_beside

_DIGEST = "0" * 64  # stands for it in the words below


@dataclass(frozen=True)
class _Seal:
    """What is written behind a text; ``end`` is what of the text comes after it."""

    words: str
    end: str = ""

    def on(self, text: str) -> str:
        """The text with its seal."""
        before = text.removesuffix(self.end)
        return before + self.words.replace(_DIGEST, hashlib.sha256(before.encode("utf-8")).hexdigest()) + self.end

    def is_whole(self, content: bytes) -> bool:
        """The content has its seal, and nobody changed it since."""
        words = re.escape(self.words).replace(_DIGEST, "(?P<digest>[0-9a-f]{64})")
        match = re.fullmatch(f"(?P<text>.*){words}{re.escape(self.end.rstrip())}\\s*".encode(), content, re.DOTALL)
        return match is not None and hashlib.sha256(match["text"]).hexdigest() == match["digest"].decode("ascii")


_PAGE = _Seal(f"<!-- lmvw {_DIGEST} -->\n")
_JSON = _Seal(f',\n "lmvw_zegel": "{_DIGEST}"', "\n}\n")


def _seal_of(path: Path) -> _Seal:
    return _JSON if path.suffix.casefold() == ".json" else _PAGE


def write_report(path: Path, text: str) -> Path | None:
    """Write a report, a page or a JSON object of several lines; returns where the user's own file of that name is now, None when there was none.

    :raises LmvwError: when it cannot be written; then what was there is still there.
    """
    moved_to = None
    try:
        with written_beside(path) as temporary:
            temporary.write_text(_seal_of(path).on(text), encoding="utf-8", newline="\n")
            if path.exists() and not is_ours(path):
                moved_to = dated(path.parent, path.stem, path.suffix)
                move(path, moved_to)
    except BaseException:
        if moved_to is not None and moved_to.exists() and not path.exists():
            move(moved_to, path)
        raise
    return moved_to


def named(path: Path, confidential: bool) -> Path:
    """The name of what is made: with the word when it is made of confidential plans."""
    return path.with_name(f"{path.stem}_{CONFIDENTIAL}{path.suffix}") if confidential else path


def write_named(path: Path, text: str, confidential: bool) -> tuple[Path, Path | None]:
    """Write a report under the name that fits it; the one that we wrote under the other name goes, so that there is one.

    :raises LmvwError: as ``write_report``.
    """
    target = named(path, confidential)
    moved_to, other = write_report(target, text), named(path, not confidential)
    if is_ours(other):
        with suppress(OSError):  # somebody reads it
            other.unlink()
    return target, moved_to


def is_ours(path: Path) -> bool:
    """The plugin wrote this report, and nobody changed it since."""
    return path.is_file() and _seal_of(path).is_whole(path.read_bytes())


def set_aside(path: Path, moved_to: Path) -> str:
    """What to say of a file of the user's own that had the name of a report."""
    return tr("‘{path}’ was niet van de plugin, of gewijzigd; het staat nu in ‘{aside}’.").format(path=path, aside=moved_to)
