# SPDX-License-Identifier: GPL-2.0-or-later
"""LMVW Woningbouwplannen: deliver housing plans for the Landelijke Monitor Voortgang Woningbouw."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin import LmvwPlugin
    from .too_old import TooOld

PYTHON = (3, 10)  # the oldest that does; this module and too_old.py are read by older ones too


def classFactory(iface: QgisInterface) -> LmvwPlugin | TooOld:  # noqa: N802  # the name QGIS calls
    """Entry point for QGIS."""
    if sys.version_info < PYTHON:
        from .too_old import TooOld

        return TooOld(iface, PYTHON)
    from .plugin import LmvwPlugin

    return LmvwPlugin(iface)
