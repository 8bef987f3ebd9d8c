# SPDX-License-Identifier: GPL-2.0-or-later
"""The report on how far every projectleider is, written from the plans as they are now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsMessageLog, QgsVectorLayer

from ...core.basisset import fields as b
from ...core.errors import LmvwError, sentence_of
from ...core.filling.progress import report
from .. import sources
from ..planfile import store as planfile
from ..planfile.tables import fill_memory as memory
from ..reports import write_report
from ..undo import follow

_FIELDS = [field.name for field in b.PLAN_FILE_COLUMNS]


def rows_of(plans: Any) -> list[dict[str, object]]:
    """Each plan of a layer, or of a snapshot of one, by column, the municipality's own columns included."""
    return [row for _, row in sources.rows(plans, _FIELDS)]


def write_progress(target: Path, path: Path, rows: Sequence[Mapping[str, object]], unsaved: bool, waits: Sequence[str] = ()) -> Path | None:
    """Write the report on a plan file; returns where the user's own file of that name is now.

    :param unsaved: the plans have changes that wait in the layer.
    :param waits: a sentence on each answer that waits for a choice.
    :raises LmvwError: when it cannot be written.
    """
    info = planfile.read_info(path)
    return write_report(target, report(info.gemeente, info.peildatum, rows, memory.read(path), unsaved, waits))


def write_again(target: Path, path: Path, layer: QgsVectorLayer, waits: Sequence[str]) -> None:
    """Write the report of before from what a layer holds now; that it cannot be is logged."""
    try:
        write_progress(target, path, rows_of(layer), layer.isModified(), waits)
    except (LmvwError, OSError) as error:
        said = sentence_of(error) if isinstance(error, OSError) else str(error)
        QgsMessageLog.logMessage(said, "LMVW", Qgis.MessageLevel.Warning)


def keep_true(target: Path, path: Path, layer: QgsVectorLayer, waits: Sequence[str]) -> None:
    """Write the report again when the answers that were put into the layer are undone, done again, saved or given up."""
    follow(layer, partial(write_again, target, path, layer, waits))
