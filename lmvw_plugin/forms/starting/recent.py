# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan files that the user opened last, whichever way."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings

_SETTING, _MOST = "lmvw/recent", 5


def recent() -> list[Path]:
    """The last one first. Whether they are still there is not looked at: a network may be slow."""
    stored = QgsSettings().value(_SETTING, [])
    return [Path(name) for name in ([stored] if isinstance(stored, str) else stored or []) if name]


def remember(path: Path) -> None:
    """Put a plan file first."""
    paths = [path, *(known for known in recent() if known != path)]
    QgsSettings().setValue(_SETTING, [str(known) for known in paths[:_MOST]])


def forget(path: Path) -> None:
    """A file that is not there any more."""
    QgsSettings().setValue(_SETTING, [str(known) for known in recent() if known != path])
