# SPDX-License-Identifier: GPL-2.0-or-later
"""LMVW-plugin: deliver housing plans for the Landelijke Monitor Voortgang Woningbouw."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin import LmvwPlugin


def classFactory(iface: QgisInterface) -> LmvwPlugin:  # noqa: N802  # the name QGIS calls
    """Entry point for QGIS."""
    from .plugin import LmvwPlugin

    return LmvwPlugin(iface)
