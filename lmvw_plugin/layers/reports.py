# SPDX-License-Identifier: GPL-2.0-or-later
"""Reports under a name that the plugin chose itself: what has that name and is not as the plugin wrote it is set aside, never replaced.

A report ends with a seal: the digest of what stands before it.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from ..core.i18n import tr
from .files import dated, move, written_beside

_SEAL = "<!-- lmvw {digest} -->\n"
_SEALED = re.compile(rb"(?P<text>.*)<!-- lmvw (?P<digest>[0-9a-f]{64}) -->\s*", re.DOTALL)


def write_report(path: Path, text: str) -> Path | None:
    """Write a report; returns where the user's own file of that name is now, None when there was none.

    :raises LmvwError: when it cannot be written; then what was there is still there.
    """
    aside = None
    try:
        with written_beside(path) as temporary:
            digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
            temporary.write_text(text + _SEAL.format(digest=digest), encoding="utf-8", newline="\n")
            if path.exists() and not is_ours(path):
                aside = dated(path.parent, path.stem, path.suffix)
                move(path, aside)
    except BaseException:
        if aside is not None and aside.exists() and not path.exists():
            move(aside, path)
        raise
    return aside


def is_ours(path: Path) -> bool:
    """The plugin wrote this report, and nobody changed it since."""
    match = _SEALED.fullmatch(path.read_bytes()) if path.is_file() else None
    return match is not None and hashlib.sha256(match["text"]).hexdigest() == match["digest"].decode("ascii")


def set_aside(path: Path, aside: Path) -> str:
    """What to say of a file of the user's own that had the name of a report."""
    return tr("‘{path}’ was niet van de plugin, of gewijzigd; het staat nu in ‘{aside}’.").format(path=path, aside=aside)
