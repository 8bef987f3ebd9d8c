# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether others reach a file at the same time, by its path on Windows: a network drive, or a folder that OneDrive keeps in step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import PureWindowsPath

# What OneDrive sets for whoever is signed in: https://learn.microsoft.com/sharepoint/use-silent-account-configuration
_SYNCED = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_LONG, _LONG_SHARE = "\\\\?\\", "\\\\?\\UNC\\"


class Place(Enum):
    """Where a file lies."""

    OWN = "own"
    NETWORK = "network"
    SYNCED = "synced"


def place_on_windows(path: str, is_remote: Callable[[str], bool], environment: Mapping[str, str]) -> Place:
    """Judge an absolute path.

    :param is_remote: whether a drive, as ``P:\\``, is one of the network.
    :param environment: of the user.
    """
    text = path.replace("/", "\\")
    if text.upper().startswith(_LONG_SHARE):
        text = "\\\\" + text[len(_LONG_SHARE) :]
    elif text.startswith(_LONG):
        text = text[len(_LONG) :]
    if text.startswith("\\\\"):
        return Place.NETWORK
    whole = PureWindowsPath(text)  # compares without regard to capitals, as Windows does
    if any(environment.get(name) and whole.is_relative_to(environment[name]) for name in _SYNCED):
        return Place.SYNCED
    return Place.NETWORK if whole.drive and is_remote(f"{whole.drive}\\") else Place.OWN
