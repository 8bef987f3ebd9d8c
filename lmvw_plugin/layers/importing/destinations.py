# SPDX-License-Identifier: GPL-2.0-or-later
"""Where imported plans go: into a new plan file, one on disk, the layer that is open, or for now nowhere.

Each knows the plans that are there, says what would change, and carries it out in its own way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer

from ...core.feedback import Feedback, checkpoint, watched
from ...core.importing import update as import_update
from ...core.importing.imported import Imported
from ...core.importing.match import Existing
from ...core.importing.update import Key, Update
from ..planfile import store as planfile
from ..planfile import transaction
from ..planfile.rows import Shape
from ..planfile.store import PlanFileInfo
from ..planfile.tables import confidential_table, hints_table, import_memory
from ..planfile.tables.import_memory import Memory
from ..reading import Taken
from ..stored.copies import SourceCopy
from . import update as plan_update


@dataclass(frozen=True)
class Coming:
    """The plans of the sources, the polygons that they point at, and what a person chose of the changes (None: all that is certain)."""

    result: Imported
    shapes: Sequence[Shape | None]
    chosen: Mapping[Key, bool] | None


@dataclass(frozen=True)
class OpenPlans:
    """The plan layer that the project has open, as it is at this moment. Made on the main thread, where it belongs."""

    layer_id: str
    plans: Taken

    @classmethod
    def of(cls, project: QgsProject | None, path: Path) -> OpenPlans | None:
        """The one of this plan file, if there is one."""
        layer = plan_update.find_loaded(project, path)
        return None if layer is None else cls(layer.id(), Taken(layer))

    def layer(self, project: QgsProject | None) -> QgsVectorLayer | None:
        """The layer itself, if it is still there."""
        layer = project.mapLayer(self.layer_id) if project is not None else None
        return layer if isinstance(layer, QgsVectorLayer) else None


class Destination:
    """A plan file, the plans it has, and what the last import said of each by plan id."""

    in_file = True  # once it is carried out: it can be shown, and cannot be taken back

    def __init__(self, path: Path, info: PlanFileInfo, existing: Sequence[Existing], memory: Memory) -> None:
        self.path, self.info, self.existing, self.memory = path, info, existing, memory

    def compare(self, coming: Coming) -> Update | None:
        """What would change; None when there is nothing to compare with."""
        return self.difference(coming, applied=True)

    def difference(self, coming: Coming, applied: bool) -> Update:
        """What would change. Plans that must wait move to what was not imported."""
        there = {plan.values.get("plan_id") for plan in self.existing}
        removed = [values for plan_id, values in self.memory.items() if plan_id not in there]
        places = plan_update.Places()
        shapes = [shape and shape.wkb for shape in coming.shapes]
        update = import_update.compare(self.existing, coming.result, shapes, coming.chosen, places, removed)
        update.applied = applied
        return update

    def carry_out(self, coming: Coming, update: Update | None, feedback: Feedback) -> None:
        """Do it, all or nothing."""
        raise NotImplementedError  # a destination that takes nothing is a mistake of ours

    def _work(self, coming: Coming, update: Update) -> plan_update.Work:
        new = {plan_id: said for plan_id, said in update.seen.items() if self.memory.get(plan_id) != said}
        return plan_update.Work(update.changes, coming.result.plans, coming.shapes, self.info.peildatum, new, update.hints, update.strijdig)


class NewFile(Destination):
    """A plan file that is not there yet, or has no plans."""

    def compare(self, coming: Coming) -> Update | None:
        """All is new; a choice may leave some of it out."""
        return None if coming.chosen is None else super().compare(coming)

    def carry_out(self, coming: Coming, update: Update | None, feedback: Feedback) -> None:
        """Make the file with the plans in it, and keep what the source said of them."""
        plans = coming.result.plans

        def keep(database: Any) -> None:
            import_memory.keep_all(database, self.info.peildatum)
            hints_table.write(database, coming.result.hints)
            confidential_table.write(database, coming.result.strijdig)

        rows = ((None if plan.polygon is None else coming.shapes[plan.polygon], plan.values) for plan in plans)
        planfile.create(
            self.path, self.info, watched(rows, len(plans), feedback, 50, 95), feedback,
            keep,
        )  # fmt: skip


class FileOnDisk(Destination):
    """A plan file with plans, which others may have open."""

    def __init__(self, path: Path, info: PlanFileInfo, copies: SourceCopy) -> None:
        copy = Path(copies.of(str(path)))  # plans, their state and the memory of one moment: what changes after it is seen when writing
        memory = import_memory.read(copy, info.peildatum)
        plans, self._state = transaction.read_plans(copy)
        existing = [Existing(plan.fid, plan.values, plan.wkb, memory.get(str(plan.values.get("plan_id")))) for plan in plans]
        super().__init__(path, info, existing, memory)

    def carry_out(self, coming: Coming, update: Update | None, feedback: Feedback) -> None:
        """Change the file in its place, in one transaction."""
        work = self._work(coming, update) if update else None
        if work and (work.accepted or work.memory or work.strijdig):
            plan_update.change_file(self.path, self._state, work, feedback)


class OpenLayer(Destination):
    """The layer that the project has open: it belongs to the main thread, which carries out what was decided on another."""

    in_file = False

    def __init__(self, path: Path, info: PlanFileInfo, opened: OpenPlans, memory: Memory, copies: SourceCopy) -> None:
        with opened.plans.read(copies.feedback, copies.patience) as reading:
            super().__init__(path, info, plan_update.read_existing(reading.source, memory), memory)
        self._opened = opened
        self._decided: plan_update.Work | None = None

    def carry_out(self, coming: Coming, update: Update | None, feedback: Feedback) -> None:
        """Decide; from here on the report tells that it was done."""
        checkpoint(feedback, 95)
        checkpoint(feedback)
        if update:  # a label of a plan that is not saved, or thrown away, holds nothing
            confidential_table.take_over(self.path, update.strijdig)
        if update and (update.changed or update.added):
            self._decided = self._work(coming, update)

    def finish(self, project: QgsProject | None) -> bool:
        """Carry out on the main thread what was decided, as one step that can be undone; False when there is nothing to do.

        :raises LmvwError: when the layer is not as it was; then nothing is changed.
        """
        layer = self._opened.layer(project)
        if layer is None or self._decided is None:
            return False
        plan_update.change_layer(layer, self.existing, self._decided)
        return True


class DryRun(Destination):
    """Nowhere: what would change at another destination is only shown."""

    in_file = False

    def __init__(self, meant: Destination) -> None:
        super().__init__(meant.path, meant.info, meant.existing, meant.memory)

    def compare(self, coming: Coming) -> Update:
        """What would change, also where all is new."""
        return self.difference(coming, applied=False)

    def carry_out(self, coming: Coming, update: Update | None, feedback: Feedback) -> None:
        """Nothing."""


def destination(path: Path, info: PlanFileInfo, opened: OpenPlans | None, copies: SourceCopy, dry: bool) -> Destination:
    """Where the plans go.

    :param opened: the layer of this plan file that the project has open.
    :param copies: through which a file that nobody has open here is read, and how long to wait for another program.
    :raises LmvwError: when the plan file is of another delivery, or cannot be read.
    """
    meant: Destination
    if opened is not None:
        meant = OpenLayer(path, info, opened, import_memory.read(path, info.peildatum), copies)
    elif planfile.count_plans(path, info):
        meant = FileOnDisk(path, info, copies)
    else:
        meant = NewFile(path, info, (), import_memory.read(path, info.peildatum) if path.exists() else {})
    return DryRun(meant) if dry else meant
