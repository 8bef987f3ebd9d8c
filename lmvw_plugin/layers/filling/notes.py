# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether somebody wrote notes at the cells of a workbook: they stand beside the values, and no reader of tables sees them."""

from __future__ import annotations

import zipfile
from pathlib import Path

_XLSX = ("xl/comments", "xl/threadedComments")  # ECMA-376 part 1, 12.3.3; the second is how Excel 365 keeps a conversation
_ODS, _ODS_PART = b"<office:annotation", "content.xml"  # OpenDocument 1.3 part 3, 14.1


def has_notes(path: Path) -> bool:
    """Of a workbook that was judged safe."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        return any(name.startswith(_XLSX) for name in names) or (_ODS_PART in names and _ODS in archive.read(_ODS_PART))
