# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads plan maps (IMRO) that a person chooses, in the background, and keeps what they say of the plans in hand as proposals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...core.feedback import Feedback, Part
from ...core.i18n import several, tr
from ...layers.asking.planmap import hints_of, read
from ...layers.kinds import PLAN_MAPS
from ...layers.planfile.tables import hints_table
from ...layers.reading import Taken
from .. import user_settings
from ..proposing.books import books
from ..run_task import Job


def choose(parent: QWidget) -> list[Path]:
    """The files that a person chooses, in the folder where he chose last; none when he does not."""
    folder = user_settings.PLAN_MAPS_FOLDER.get()
    chosen, _ = QFileDialog.getOpenFileNames(parent, tr("Plankaarten kiezen (IMRO)"), folder, tr(PLAN_MAPS))
    paths = [Path(path) for path in chosen]
    if paths:
        user_settings.PLAN_MAPS_FOLDER.set(str(paths[0].parent))
    return paths


def propose(layer: QgsVectorLayer, path: Path, maps: Sequence[Path], tell: Callable[[str], None]) -> Job:
    """Begin; ``tell`` hears one sentence at the end.

    :param path: of the plan file of this layer.
    """
    plans, layer_id = Taken(layer), layer.id()

    def work(feedback: Feedback) -> int:
        plan_maps = read(maps, Part(feedback, 0, 40))
        with plans.read(Part(feedback, 40, 60)) as reading:
            hints = hints_of(reading.source, plan_maps, Part(feedback, 60, 100))
        hints_table.put_maps(path, hints)
        return len(hints)

    def done(count: int | None, sentence: str) -> None:
        if count is None:
            tell(sentence)
            return
        tell(_told(count))
        books().kept.emit(layer_id)

    job = Job(tr("Plankaarten lezen"), work, done)
    job.start()
    return job


def _told(count: int) -> str:
    if not count:
        return tr("Geen voorstel: geen plan zonder planstatus ligt helemaal in een plankaart die er woningen toelaat.")
    return tr("De plankaart geeft een voorstel voor de planstatus van {plans}: kies ‘Voorstellen’ om ze te zien en te bevestigen.").format(
        plans=several(count, "plan", "plannen")
    )
