# SPDX-License-Identifier: GPL-2.0-or-later
"""A municipality sees its own package as the province will: by what the province opens it with."""

from __future__ import annotations

from pathlib import Path

from ..lasting import show_lasting
from ..spoken import name_controls


def look_as_province(package: Path) -> None:
    """Show the window 'Leveringen openen', filled in for a package. What it makes goes to QGIS's own temporary folder, unless the user chooses."""
    from qgis import processing

    dialog = processing.createAlgorithmDialog("lmvw:opendeliveries", {"INPUT": str(package)})
    if dialog is not None:
        name_controls(dialog)
        show_lasting(dialog)
