# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a file lies, as this computer tells: on a disk of its own, or where others reach it at the same time."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from qgis.PyQt.QtCore import QStorageInfo

from ..core.shared import Place, place_on_windows

_REMOTE = 4  # DRIVE_REMOTE of GetDriveTypeW
_NETWORK = frozenset(
    ("9p", "afpfs", "afs", "cifs", "davfs", "fuse.davfs2", "fuse.sshfs", "ncpfs", "nfs", "nfs4", "smb2", "smb3", "smbfs", "webdav")
)


def place_of(path: Path) -> Place:
    """Where a file or folder lies that exists."""
    if sys.platform == "win32":
        return place_on_windows(str(path.absolute()), _is_remote, os.environ)
    kind = bytes(QStorageInfo(str(path.absolute())).fileSystemType()).decode("ascii", "replace")
    return Place.NETWORK if kind in _NETWORK else Place.OWN


def _is_remote(drive: str) -> bool:
    return bool(ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOTE)
