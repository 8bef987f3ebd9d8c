# SPDX-License-Identifier: GPL-2.0-or-later
"""What was done in the panel since the last save, in order, so that the last of it can be taken back and nothing of anybody else."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsVectorLayer


@dataclass(slots=True)
class Step:
    """One deed: a step in the edit buffer of the layer, rows in the history of the plan file, or both.

    :param height: how many steps the layer had after it; 0 when nothing of it is in the layer.
    :param kept: the rows of the history, by ``fid``.
    :param refused: the plans of which something was refused.
    :param passed: the plans that were left as they are: somebody had answered meanwhile, or they are gone.
    """

    title: str
    height: int
    kept: tuple[int, ...] = ()
    refused: tuple[int, ...] = ()
    passed: tuple[int, ...] = ()


class Steps:
    """The steps of one layer. One that was undone stays known: QGIS can do it again."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._layer = layer
        self._made: list[Step] = []

    def add(self, step: Step) -> None:
        """The last thing done; what was undone before it in the layer cannot be done again."""
        if step.height:
            self._made = [earlier for earlier in self._made if earlier.height < step.height]
        self._made.append(step)

    def drop(self, step: Step) -> None:
        """It was taken back for good."""
        self._made.remove(step)

    def clear(self) -> None:
        """All is saved: nothing can be taken back."""
        self._made.clear()

    def at(self, height: int) -> Step | None:
        """The one that brings the layer to so many steps; None where that is somebody else's."""
        name = self._layer.undoStack().text(height - 1)
        return next((step for step in self._made if step.height == height and step.title == name), None)

    @property
    def last(self) -> Step | None:
        """The last that still holds."""
        return next((step for step in reversed(self._made) if step.kept or self.in_layer(step)), None)

    def in_layer(self, step: Step) -> bool:
        """The layer has it, and it is not undone."""
        stack = self._layer.undoStack()
        return 0 < step.height <= stack.index() and stack.text(step.height - 1) == step.title

    def above(self, step: Step) -> str:
        """The name of what somebody else did after it in the layer; nothing where it is the last there."""
        stack = self._layer.undoStack()
        return str(stack.undoText()) if stack.index() > step.height else ""

    def is_undone(self, step: Step) -> bool:
        """Its part in the layer was taken back, by whomever."""
        return step in self._made and step.height > 0 and not self.in_layer(step)
