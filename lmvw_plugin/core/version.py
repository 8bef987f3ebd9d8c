# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's version, stated once in ``metadata.txt``."""

from configparser import ConfigParser
from functools import cache

from . import paths


@cache
def plugin_version() -> str:
    """E.g. ``0.1.0``."""
    metadata = ConfigParser(interpolation=None)
    metadata.read(paths.METADATA, encoding="utf-8")
    return metadata.get("general", "version")
