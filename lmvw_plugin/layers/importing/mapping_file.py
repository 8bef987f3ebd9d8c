# SPDX-License-Identifier: GPL-2.0-or-later
"""The file that says which column fills which field, as an import leaves it."""

from __future__ import annotations

from pathlib import Path

from ...core.importing.mapping import document
from ...core.importing.mapping.plan import PlanMapping
from ..files import read_text
from ..sources import require_file


def read_mapping(path: Path) -> PlanMapping:
    """Read it.

    :raises LmvwError: when it is not there, or is no mapping.
    """
    require_file(str(path))
    return document.from_json(read_text(path), path.name)
