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
from ...core.rules.plans import is_secret
from .. import sources
from ..planfile import store as planfile
from ..planfile.tables import fill_memory as memory
from ..planfile.tables.confidential_table import strijdig_in
from ..reports import write_named
from ..undo import follow

_FIELDS = [field.name for field in b.PLAN_FILE_COLUMNS]


def rows_of(plans: Any) -> list[dict[str, object]]:
    """Each plan of a layer, or of a snapshot of one, by column, the municipality's own columns included."""
    return [row for _, row in sources.rows(plans, _FIELDS)]


def write_progress(
    target: Path, path: Path, rows: Sequence[Mapping[str, object]], unsaved: bool, waits: Sequence[str] = (), confidential: bool = False
) -> tuple[Path, Path | None]:
    """Write the report on a plan file; returns where it is, and where the user's own file of that name is now.

    :param confidential: the plans were so before these rows.
    :param unsaved: the plans have changes that wait in the layer.
    :param waits: a sentence on each answer that waits for a choice.
    :raises LmvwError: when it cannot be written.
    """
    info, strijdig = planfile.read_info(path), strijdig_in(path)
    confidential = confidential or any(is_secret(row, strijdig) for row in rows)
    text = report(info.gemeente, info.peildatum, rows, memory.read(path), unsaved, waits, strijdig, confidential)
    return write_named(target, text, confidential)


def write_again(target: Path, path: Path, layer: QgsVectorLayer, waits: Sequence[str], confidential: bool) -> None:
    """Write the report of before from what a layer holds now; that it cannot be is logged.

    :param confidential: it was called so before, and stays where it is.
    """
    try:
        write_progress(target, path, rows_of(layer), layer.isModified(), waits, confidential)
    except (LmvwError, OSError) as error:
        said = sentence_of(error) if isinstance(error, OSError) else str(error)
        QgsMessageLog.logMessage(said, "LMVW", Qgis.MessageLevel.Warning)


def keep_true(target: Path, path: Path, layer: QgsVectorLayer, waits: Sequence[str], confidential: bool) -> None:
    """Write the report again when the answers that were put into the layer are undone, done again, saved or given up."""
    follow(layer, partial(write_again, target, path, layer, waits, confidential))
