# SPDX-License-Identifier: GPL-2.0-or-later
"""What the two algorithms of the invulbladen share: the plan file, its plans as they are now, and the report on how far everybody is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..core.errors import LmvwError
from ..core.filling.leaders import leader_of
from ..core.filling.oddities import Known
from ..core.i18n import tr
from ..core.rules.plans import is_secret
from ..layers import sources
from ..layers.filling.progress import rows_of, write_progress
from ..layers.importing.update import find_loaded
from ..layers.planfile import store as planfile
from ..layers.planfile.tables.confidential_table import strijdig_in
from ..layers.planfile.upgrade import require_current
from ..layers.reports import set_aside
from .base import Parameters
from .faces.fillsheets import FillSheetsFace


class FillSheets(FillSheetsFace):
    """Base of both. What is not saved yet in a layer that the project has open counts as well."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded = ""  # id of the plan layer, when the project has it open
        self.unsaved = False  # that layer has changes which may still be undone

    def plan_file(self, parameters: Parameters, context: QgsProcessingContext) -> Path:
        """The plan file that was chosen.

        :raises LmvwError: when it is none, or of another version.
        """
        path = self.existing_file(parameters, context, "INPUT")
        if path is None:
            raise LmvwError(tr("‘{label}’ is niet ingevuld; geef een waarde op.").format(label=tr("Planbestand")))
        require_current(path.absolute())
        return path.absolute()

    def prepareAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:  # noqa: N802  # QGIS's name
        """Hold on to a layer that is open here as it is now: it belongs to the main thread."""
        layer = find_loaded(context.project(), Path(self.parameterAsString(parameters, "INPUT", context)).absolute())
        if layer is not None:
            self.loaded, self.unsaved = layer.id(), layer.isModified()
            self.opened.hold(layer)
        return True

    def plans(self, path: Path) -> Any:
        """The plans: of the layer that is open as it was at the start, or of the file.

        :raises LmvwError: when another program keeps the file to itself, or it is damaged.
        """
        reading = self.opened.reading(self.loaded)
        return reading.source if reading is not None else planfile.open_layer(Path(self.copies.of(str(path))), styled=False)

    def rows(self, path: Path) -> list[dict[str, object]]:
        """Each plan by column, the municipality's own columns included."""
        return rows_of(self.plans(path))

    def known(self, path: Path) -> dict[str, Known]:
        """What the plans are called, and who goes about them, by plan_id."""
        rows = sources.rows(self.plans(path), ["plan_id", "plannaam", "projectleider"])
        return {str(row["plan_id"]): Known(str(row["plannaam"] or ""), leader_of(row)) for _, row in rows if row["plan_id"]}

    @staticmethod
    def report_in(folder: Path, path: Path) -> Path:
        """What the report on a plan file is called when nothing is confidential."""
        return folder / f"{path.stem}_projectleiders.html"

    def is_secret(self, path: Path) -> bool:
        """There are confidential plans, as they are now."""
        strijdig = strijdig_in(path)
        return any(is_secret(row, strijdig) for row in self.rows(path))

    def write_report(
        self,
        folder: Path,
        path: Path,
        rows: list[dict[str, object]],
        unsaved: bool,
        feedback: QgsProcessingFeedback,
        waits: Sequence[str] = (),
        confidential: bool = False,
    ) -> str:
        """How far everybody is.

        :param unsaved: the plans have changes that wait in the layer.
        :param waits: a sentence on each answer that waits for a choice.
        :param confidential: the plans were so before these rows.
        """
        target, moved_to = write_progress(self.report_in(folder, path), path, rows, unsaved, waits, confidential)
        if moved_to:
            feedback.pushWarning(set_aside(target, moved_to))
        feedback.pushInfo(tr("De voortgang per projectleider staat in {path}").format(path=target))
        return str(target)
