# SPDX-License-Identifier: GPL-2.0-or-later
"""LMVW-plugin: deliver housing plans for the Landelijke Monitor Voortgang Woningbouw."""


def classFactory(iface):  # noqa: N802  # the name QGIS calls
    """Entry point for QGIS."""
    from .plugin import LmvwPlugin

    return LmvwPlugin(iface)
