# SPDX-License-Identifier: GPL-2.0-or-later
"""Changing the plans of a plan file: in the edit buffer of the layer that is open, or in the file itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsFeature, QgsFeatureSource, QgsGeometry, QgsProject, QgsSpatialIndex, QgsVectorLayer

from ...core.basisset import fields as b
from ...core.basisset.peildatum import Peildatum
from ...core.errors import LmvwError
from ...core.feedback import checkpoint, watched
from ...core.i18n import tr
from ...core.importing.imported import ImportedPlan
from ...core.importing.match import MOSTLY, SAME_PLACE, SLIVER, Existing
from ...core.importing.update import POLYGON, Change
from .. import sources
from ..planfile.rows import Shape, geometry_of, wkb_of
from ..planfile.tables import confidential_table, hints_table, import_memory
from ..planfile.tables.confidential_table import Labels
from ..planfile.tables.hints_table import Hints
from ..planfile.tables.import_memory import Memory
from ..planfile.transaction import changing


class Places:
    """How polygons lie to each other."""

    def same(self, new: Mapping[int, bytes], old: Mapping[int, bytes]) -> dict[int, list[int]]:
        """On which old polygons a new one lies: they share most of what they cover together."""
        return _beneath(new, old, lambda polygon, other: _shared(polygon, other) >= SAME_PLACE)

    def over(self, new: Mapping[int, bytes], old: Mapping[int, bytes]) -> dict[int, list[int]]:
        """On which old polygons a new one lies for the most part, or they on it."""
        return _beneath(new, old, lambda polygon, other: _common(polygon, other) > MOSTLY * min(_area(polygon), _area(other)))

    def apart(self, new: bytes, old: bytes) -> bool:
        """Two polygons that share nothing, or no more than the sliver by which neighbours were drawn over each other."""
        if new == old:
            return False
        polygon, other = _from(new), _from(old)
        return not polygon.intersects(other) or _common(polygon, other) < SLIVER * min(polygon.area(), other.area())


def _beneath(new: Mapping[int, bytes], old: Mapping[int, bytes], meets: Callable[[QgsGeometry, QgsGeometry], bool]) -> dict[int, list[int]]:
    """The old polygons that each new one equals, or meets."""
    geometries = {fid: _from(wkb) for fid, wkb in old.items()}
    index = QgsSpatialIndex()
    for fid, geometry in geometries.items():
        index.addFeature(fid, geometry.boundingBox())
    beneath: dict[int, list[int]] = {}
    for position, wkb in new.items():
        geometry = _from(wkb)
        fids = [fid for fid in index.intersects(geometry.boundingBox()) if old[fid] == wkb or meets(geometry, geometries[fid])]
        if fids:
            beneath[position] = sorted(fids)
    return beneath


def _area(polygon: QgsGeometry) -> float:
    """What it covers, in m2; a polygon that crosses itself counts as it is drawn."""
    return float(polygon.area() if polygon.isGeosValid() else polygon.makeValid().area())


def _from(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def _shared(polygon: QgsGeometry, other: QgsGeometry) -> float:
    areas = sorted((polygon.area(), other.area()))
    if areas[0] < SAME_PLACE * areas[1] or areas[1] == 0:  # then they cannot share that much: most pairs stop here
        return 0.0
    common = _common(polygon, other)
    return common / (sum(areas) - common)


def _common(polygon: QgsGeometry, other: QgsGeometry) -> float:
    """What two polygons share, in m2."""
    common = polygon.intersection(other)
    if common.isNull():
        common = polygon.makeValid().intersection(other.makeValid())
    return float(common.area())


def find_loaded(project: QgsProject | None, path: Path) -> QgsVectorLayer | None:
    """The plan layer of a file, when the project has it open."""
    for layer in project.mapLayers().values() if project else ():
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
            file, *options = layer.source().split("|")
            table = next((option.removeprefix("layername=") for option in options if option.startswith("layername=")), b.LAYER)
            if table == b.LAYER and Path(file).absolute() == path and layer.fields().lookupField("plan_id") >= 0:
                return layer
    return None


def read_existing(layer: QgsFeatureSource, memory: Memory | None = None) -> list[Existing]:
    """The plans of a layer as they are now, edits that were not saved included.

    :param memory: what the last import wrote, by plan id.
    """
    names, known = [field.name for field in b.COLUMNS], memory or {}
    return [
        Existing(feature.id(), values, wkb_of(feature.geometry()), known.get(str(values.get("plan_id"))))
        for feature, values in sources.rows(layer, names)
    ]


@dataclass(frozen=True)
class Work:
    """What is to be done: the changes, the plans and polygons of the source that they point at, and what to keep of the source.

    ``title``: what the user is doing, for the step that can be undone and for messages.
    """

    changes: Sequence[Change]
    plans: Sequence[ImportedPlan]
    shapes: Sequence[Shape | None]
    peildatum: Peildatum
    memory: Memory
    hints: Hints = field(default_factory=dict)
    strijdig: Labels = field(default_factory=dict)
    title: str = field(default_factory=lambda: tr("Plannen importeren"))

    @property
    def accepted(self) -> list[Change]:
        """What is really done."""
        return [change for change in self.changes if change.accepted]

    def added(self) -> Iterator[tuple[Mapping[str, object], Shape | None]]:
        """The new plans."""
        for change in self.accepted:
            if change.fid is None and change.position is not None:
                index, plan = self.plans[change.position]
                yield plan, None if index is None else self.shapes[index]

    def values(self) -> dict[int, dict[str, object]]:
        """The new values of plans that are there, by feature id."""
        answers: dict[int, dict[str, object]] = {}
        for change in self.accepted:
            if change.fid is not None and change.veld not in (None, POLYGON):
                answers.setdefault(change.fid, {})[str(change.veld)] = change.new
        return answers

    def polygons(self) -> Iterator[tuple[int, Shape | None]]:
        """The new polygons of plans that are there, by feature id."""
        for change in self.accepted:
            if change.fid is not None and change.veld == POLYGON and change.position is not None:
                index = self.plans[change.position][0]
                if index is not None:
                    yield change.fid, self.shapes[index]


def change_layer(layer: QgsVectorLayer, existing: Sequence[Existing], work: Work) -> None:
    """Carry out the accepted changes in the edit buffer, as one step that can be undone. Saving is up to the user.

    :param existing: the plans that were compared.
    :raises LmvwError: when the layer cannot be edited or its plans are no longer those; then nothing is changed.
    """
    if read_existing(layer) != [replace(plan, imported=None) for plan in existing]:
        raise LmvwError(
            tr("De plannen in laag ‘{name}’ zijn intussen gewijzigd; er is niets overgenomen. Doe ‘{title}’ opnieuw.").format(
                name=layer.name(), title=work.title
            )
        )  # fmt: skip
    if not layer.isEditable() and not layer.startEditing():
        raise LmvwError(
            tr("De laag ‘{name}’ kan niet bewerkt worden; controleer of het bestand alleen-lezen is.").format(name=layer.name())
        )
    layer.beginEditCommand(work.title)
    index_of = layer.fields().lookupField
    new = [_feature(layer, plan, shape) for plan, shape in work.added()]
    done = (
        all(
            layer.changeAttributeValue(fid, index_of(veld), value)
            for fid, values in work.values().items()
            for veld, value in values.items()
        )
        and all(layer.changeGeometry(fid, geometry_of(shape)) for fid, shape in work.polygons())
        and (not new or layer.addFeatures(new))
    )
    if not done:
        layer.destroyEditCommand()
        raise LmvwError(tr("De wijzigingen passen niet in de laag ‘{name}’; er is niets veranderd.").format(name=layer.name()))
    layer.endEditCommand()
    layer.triggerRepaint()
    _keep_when_saved(layer, work)


def _keep_when_saved(layer: QgsVectorLayer, work: Work) -> None:
    """What the source said is kept with the plans, once the user saves them; it goes with them when he throws them away."""
    path = Path(layer.source().split("|")[0])

    def saved() -> None:
        over()
        import_memory.keep(path, work.peildatum, work.memory.items())
        hints_table.keep(path, work.hints)

    def over() -> None:
        layer.afterCommitChanges.disconnect(saved)
        layer.afterRollBack.disconnect(over)
        hints_table.forget(path)

    hints_table.await_save(path, work.hints)
    layer.afterCommitChanges.connect(saved)
    layer.afterRollBack.connect(over)
    layer.willBeDeleted.connect(partial(hints_table.forget, path))


def change_file(path: Path, state: bytes, work: Work, feedback: Any) -> None:
    """Carry out the accepted changes in the file itself, in one transaction: whoever else has it open sees all of them, or none.

    Replacing the file would take it away from under a colleague, whose next save would then go nowhere.

    :param state: what ``plan_transaction.state_of`` said before the plans were read.
    :raises LmvwError: as ``plan_transaction.changing``; then nothing of the import is in the file.
    """
    checkpoint(feedback)
    with changing(path, state) as table:
        values = work.values()
        for fid, answers in watched(values.items(), len(values), feedback, 60, 80):
            table.change(fid, answers)
        for fid, shape in work.polygons():
            table.change_polygon(fid, shape)
        new = list(work.added())
        for plan, shape in watched(new, len(new), feedback, 80, 95):
            table.add(plan, shape)
        import_memory.write(table.database, work.peildatum, work.memory.items())
        hints_table.write(table.database, work.hints)
        confidential_table.write(table.database, work.strijdig)
        checkpoint(feedback)


def _feature(layer: QgsVectorLayer, plan: Mapping[str, object], shape: Shape | None) -> QgsFeature:
    feature = QgsFeature(layer.fields())
    for name, value in plan.items():
        feature.setAttribute(name, value)
    if shape is not None:
        feature.setGeometry(geometry_of(shape))
    return feature
