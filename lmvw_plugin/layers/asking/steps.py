# SPDX-License-Identifier: GPL-2.0-or-later
"""What was done in the panel since the last save, in order, so that the last of it can be taken back and nothing of anybody else."""

from __future__ import annotations

from dataclasses import dataclass, replace

from qgis.core import QgsVectorLayer

from ...core.i18n import tr


@dataclass(slots=True)
class Step:
    """One deed: a step in the edit buffer of the layer, rows in the history of the plan file, or both.

    :param title: nothing, where nothing was written.
    :param height: how many steps the layer had after it.
    :param in_layer: one of those is its own.
    :param kept: the rows of the history, by ``fid``.
    :param refused: the plans of which something was refused.
    :param passed: the plans that were left as they are: somebody had answered meanwhile, or they are gone.
    """

    title: str
    height: int
    in_layer: bool
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
        if step.in_layer:
            self._made = [earlier for earlier in self._made if earlier.height < step.height or not earlier.in_layer]
        self._made.append(step)

    def drop(self, step: Step) -> None:
        """It was taken back for good."""
        self._made.remove(step)

    def rolled_back(self) -> None:
        """The layer has no steps any more: what was kept beside it still can be taken back."""
        self._made = [replace(step, height=0, in_layer=False) for step in self._made if step.kept]

    def clear(self) -> None:
        """All is saved: nothing can be taken back."""
        self._made.clear()

    def at(self, height: int) -> Step | None:
        """The one that brings the layer to so many steps; None where that is somebody else's."""
        name = self._layer.undoStack().text(height - 1)
        return next((step for step in self._made if step.in_layer and step.height == height and step.title == name), None)

    @property
    def last(self) -> Step | None:
        """The last that still holds."""
        return next((step for step in reversed(self._made) if step.kept or self.holds(step)), None)

    def holds(self, step: Step) -> bool:
        """The layer has it, and it is not undone."""
        stack = self._layer.undoStack()
        return step.in_layer and 0 < step.height <= stack.index() and stack.text(step.height - 1) == step.title

    def above(self, step: Step) -> str:
        """The name of what somebody else did after it in the layer; nothing where it is the last there."""
        stack = self._layer.undoStack()
        return named(stack.undoText()) if stack.index() > step.height else ""


def named(title: str) -> str:
    """What a step in a layer is called; a tool may give it no name."""
    return title or tr("een wijziging in deze laag")
