# SPDX-License-Identifier: GPL-2.0-or-later
"""Filling in plans one after the other: what was typed goes into the layer, and into the file as soon as that takes nothing else along."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sized
from contextlib import contextmanager
from typing import Any

from qgis.core import NULL, QgsFeature, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, Qt

from ...core.errors import LmvwError
from ...core.i18n import tr
from ..seen.connections import renew
from ..sources import value
from .edits import one_step, why_read_only

_KEY, _NAME = "plan_id", "plannaam"
_OF_FILE = "    "  # how QGIS begins a line of the provider among its own


class PlanSession:
    """The edits of one plan layer, as long as its plans are filled in.

    An edit session that somebody else began is his: what is typed joins his unsaved edits. In one that began here a plan is saved as
    soon as it is left, unless other edits wait too (a polygon that was drawn meanwhile): those are never saved unasked.
    """

    def __init__(self, layer: QgsVectorLayer) -> None:
        self.layer = layer
        self._ours = False
        self._late = False  # what waits is ours only: it could not be saved before

    def begin(self) -> bool:
        """Make the layer editable; False when it is read-only."""
        if not self.layer.isEditable() and not self.layer.readOnly():
            self._ours = bool(self.layer.startEditing())
        return bool(self.layer.isEditable())

    def left(self) -> None:
        """Somebody put the pencil out: an edit session that begins after this is of whoever begins it."""
        self._ours = self._late = False

    @property
    def unsaved(self) -> bool:
        """Something waits in the layer."""
        return waits(self.layer)

    def write(self, fid: int, changes: Mapping[int, Any]) -> None:
        """Values by column index into one plan, as one step that can be undone; saved at once where that is ours to do.

        :raises LmvwError: when the plan is not there or a value is refused; or when the file cannot be written: then it waits in the layer.
        """
        if not changes:
            return
        plan = self.layer.getFeature(fid)
        if not plan.isValid():
            raise LmvwError(tr("Dit plan kan niet uit het planbestand gelezen worden: een ander programma haalde het weg of heeft het bestand "
                               "in gebruik. Uw invoer blijft hier staan; probeer het zo nog eens."))  # fmt: skip
        alone = self._ours and (self._late or not self.unsaved)
        fitting = {index: self._fitting(index, new) for index, new in changes.items()}
        self.layer.beginEditCommand(tr("Plan ‘{name}’ invullen").format(name=value(plan[_NAME]) or ""))
        for index, new in fitting.items():
            if not self.layer.changeAttributeValue(fid, index, new):
                self.layer.destroyEditCommand()
                raise LmvwError(tr("‘{field}’ kan niet veranderd worden.").format(field=self.layer.attributeDisplayName(index)))
        self.layer.endEditCommand()
        if alone:
            self._late = True
            self.save()

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """Everything inside is one step that can be undone; saved at once where the edit session began here.

        :raises LmvwError: when the layer is read-only, or the file cannot be written: then it waits in the layer.
        """
        if not self.begin():
            raise LmvwError(why_read_only(self.layer))
        with one_step(self.layer, title):
            yield
        if self._ours:
            self.save()
            self.end()

    def as_column(self, index: int, new: Any) -> Any:
        """A value of the column's own type, where it can be: a list of answers holds the text 'true'."""
        try:
            return self._fitting(index, new)
        except LmvwError:
            return new

    def _fitting(self, index: int, new: Any) -> Any:
        """The value as the column holds it.

        :raises LmvwError: when it does not fit the field.
        """
        if value(new) is None:
            return NULL
        try:
            return self.layer.fields().at(index).convertCompatible(new)
        except ValueError as error:
            words = tr("‘{value}’ past niet bij ‘{field}’; verbeter dat eerst.")
            raise LmvwError(words.format(value=new, field=self.layer.attributeDisplayName(index))) from error

    def save(self) -> None:
        """Everything that waits in the layer goes into the file.

        :raises LmvwError: when the file cannot be written, or not all of it; what is not stored waits in the layer.
        """
        before = _waiting(self.layer)
        if self.unsaved and not _commit(self.layer):
            stored = _waiting(self.layer) < before
            words = (
                tr("Een deel is opgeslagen, de rest wacht in de laag ({reason}): verbeter dat of maak het ongedaan, en sla nog eens op.")
                if stored
                else tr("Opslaan lukt nu niet ({reason}); uw invoer wacht in de laag.")
            )
            raise LmvwError(words.format(reason=_why(self.layer)))
        self._late = False

    def end(self) -> None:
        """Give the layer back as it was found, unless something still waits in it."""
        if self._late:
            self.save()
        if self._ours and self.layer.isEditable() and not self.unsaved:
            self.layer.commitChanges()
        self._ours = False


def _commit(layer: QgsVectorLayer) -> bool:
    """Save without Python's lock: the commit waits for whoever reads the file, and a reader in Python for that lock."""
    QMetaObject.invokeMethod(layer, "commitChanges", Qt.ConnectionType.DirectConnection, Q_RETURN_ARG(bool), Q_ARG(bool, False))
    saved = not waits(layer)
    if not saved:
        forget_transaction(layer)
    return saved


def waits(layer: QgsVectorLayer) -> bool:
    """Something in the layer is not saved. Not ``isModified``: that asks every open form to store what is half typed."""
    buffer = layer.editBuffer()
    return buffer is not None and bool(buffer.isModified())


def _waiting(layer: QgsVectorLayer) -> int:
    """How many edits wait: QGIS stores them kind by kind, and those that are in the file wait no longer."""
    buffer = layer.editBuffer()
    if buffer is None:
        return 0
    features: tuple[Sized, ...] = (buffer.changedGeometries(), buffer.addedFeatures(), buffer.deletedFeatureIds())
    columns: tuple[Sized, ...] = (buffer.addedAttributes(), buffer.deletedAttributeIds())
    return sum(map(len, (*features, *columns, *buffer.changedAttributeValues().values())))


def _why(layer: QgsVectorLayer) -> str:
    """Why QGIS could not save. It tells what succeeded too, in its own language; what the file itself said comes after that, indented."""
    told: list[str] = layer.commitErrors()
    of_file = (line for line in told if line.startswith(_OF_FILE))
    return next(of_file, told[-1] if told else "").strip()


def forget_transaction(layer: QgsVectorLayer) -> None:
    """Open the file anew: SQLite keeps a transaction that it could not commit, GDAL does not know, and what follows would never be committed."""
    provider = layer.dataProvider()
    if provider.leaveUpdateMode():
        provider.enterUpdateMode()
        renew(layer)


def plan_order(layer: QgsVectorLayer) -> list[int]:
    """The ids of the plans by name; those without a name come last."""
    at = layer.fields().lookupField(_NAME)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([at])
    named = [(str(value(feature[at]) or "").casefold(), feature.id()) for feature in layer.getFeatures(request)]
    return [fid for _, fid in sorted(named, key=lambda named_plan: (not named_plan[0], _natural(named_plan[0]), named_plan[1]))]


def _natural(name: str) -> list[tuple[int, str]]:
    """Fase 2 comes before fase 10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", name)]


def find_again(layer: QgsVectorLayer, plan: QgsFeature) -> QgsFeature | None:
    """The same plan as it is now: a new plan gets another id when it is saved. None when it is gone."""
    now = layer.getFeature(plan.id())
    if now.isValid():
        return now
    key = value(plan[_KEY])
    if key is None:
        return None
    at = layer.fields().lookupField(_KEY)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([at])
    fid = next((feature.id() for feature in layer.getFeatures(request) if feature[at] == key), None)
    return layer.getFeature(fid) if fid is not None else None
