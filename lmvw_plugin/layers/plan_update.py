# SPDX-License-Identifier: GPL-2.0-or-later
"""Changing the plans of a plan file: in the edit buffer of the layer that is open, or in a copy that takes the file's place."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsSpatialIndex, QgsVectorLayer

from ..core import basisset as b
from ..core.errors import LmvwError
from ..core.feedback import checkpoint, watched
from ..core.i18n import tr
from ..core.import_update import POLYGON, Change, Existing
from . import planfile, sources
from .files import require_unlocked, settle, written_beside
from .plan_rows import as_multi

_SAME = 0.8  # of what two polygons cover together; between 2017 and 2020 a third of such plans had got another name
Plans = Sequence[tuple[int | None, Mapping[str, object]]]


def shape(geometry: QgsGeometry) -> bytes | None:
    """The polygon as the plan file stores it, to see whether two are the same; None when there is none."""
    return None if geometry.isEmpty() else bytes(as_multi(geometry).asWkb())


def same_place(new: Mapping[int, bytes], old: Mapping[int, bytes]) -> dict[int, int]:
    """Which new polygon lies on which old one: they share most of what they cover together."""
    geometries = {fid: _from(wkb) for fid, wkb in old.items()}
    index = QgsSpatialIndex()
    for fid, geometry in geometries.items():
        index.addFeature(fid, geometry.boundingBox())
    found = {}
    for position, wkb in new.items():
        geometry = _from(wkb)
        for fid in index.intersects(geometry.boundingBox()):
            if _shared(geometry, geometries[fid]) >= _SAME:
                found[position] = fid
                break
    return found


def _from(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def _shared(one: QgsGeometry, other: QgsGeometry) -> float:
    areas = sorted((one.area(), other.area()))
    if areas[0] < _SAME * areas[1] or areas[1] == 0:  # then they cannot share that much: most pairs stop here
        return 0.0
    common = one.intersection(other)
    if common.isNull():
        common = one.makeValid().intersection(other.makeValid())
    return float(common.area() / (sum(areas) - common.area()))


def find_loaded(project: QgsProject | None, path: Path) -> QgsVectorLayer | None:
    """The plan layer of a file, when the project has it open."""
    for layer in project.mapLayers().values() if project else ():
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
            file, *options = layer.source().split("|")
            table = next((option.removeprefix("layername=") for option in options if option.startswith("layername=")), b.LAYER)
            if table == b.LAYER and Path(file).absolute() == path and layer.fields().lookupField("plan_id") >= 0:
                return layer
    return None


def read_existing(layer: QgsVectorLayer) -> list[Existing]:
    """The plans of a layer as they are now, edits that were not saved included."""
    names = [field.name for field in b.COLUMNS]
    return [Existing(feature.id(), values, shape(feature.geometry())) for feature, values in sources.rows(layer, names)]


def change_layer(layer: QgsVectorLayer, changes: Sequence[Change], plans: Plans, geometries: Sequence[QgsGeometry]) -> None:
    """Carry out the accepted changes in the edit buffer, as one step that can be undone. Saving is up to the user.

    :raises LmvwError: when the layer cannot be edited; then nothing is changed.
    """
    if not layer.isEditable() and not layer.startEditing():
        raise LmvwError(
            tr("De laag ‘{name}’ kan niet bewerkt worden; controleer of het bestand alleen-lezen is.").format(name=layer.name())
        )
    layer.beginEditCommand(tr("Plannen importeren"))
    done = _carry_out(
        layer, changes, plans, geometries,
        lambda fid, values: all(layer.changeAttributeValue(fid, index, value) for index, value in values.items()),
        layer.changeGeometry,
        layer.addFeatures,
    )  # fmt: skip
    if not done:
        layer.destroyEditCommand()
        raise LmvwError(tr("De wijzigingen passen niet in de laag ‘{name}’; er is niets veranderd.").format(name=layer.name()))
    layer.endEditCommand()
    layer.triggerRepaint()


def change_file(path: Path, changes: Sequence[Change], plans: Plans, geometries: Sequence[QgsGeometry], feedback: Any) -> None:
    """Carry out the accepted changes in a copy of the file, which takes its place when it is whole.

    :raises LmvwError: when the file cannot be written; then it is as it was.
    """
    checkpoint(feedback)
    with written_beside(path) as target:
        require_unlocked(path)
        # SQLite's own copy also holds what still waits in a journal.
        with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new, progress=lambda *_: checkpoint(feedback))
        accepted = list(watched((change for change in changes if change.accepted), len(changes), feedback, 60, 95))
        expected = planfile.open_layer(target).featureCount() + sum(change.veld is None for change in accepted)
        done = _change_copy(target, accepted, plans, geometries)
        if not done or planfile.open_layer(target).featureCount() != expected:
            raise LmvwError(tr("Planbestand ‘{path}’ kan niet bijgewerkt worden; is de schijf vol?").format(path=path))
        settle(target)
        checkpoint(feedback)


def _change_copy(path: Path, changes: Sequence[Change], plans: Plans, geometries: Sequence[QgsGeometry]) -> bool:
    layer = planfile.open_layer(path)
    provider = layer.dataProvider()
    return _carry_out(
        layer, changes, plans, geometries,
        lambda fid, values: provider.changeAttributeValues({fid: values}),
        lambda fid, geometry: provider.changeGeometryValues({fid: geometry}),
        lambda features: provider.addFeatures(features)[0],
    )  # fmt: skip


def _carry_out(
    layer: QgsVectorLayer, changes: Sequence[Change], plans: Plans, geometries: Sequence[QgsGeometry],
    change_values: Callable[[int, dict[int, Any]], bool], change_geometry: Callable[[int, QgsGeometry], bool],
    add: Callable[[list[QgsFeature]], bool],
) -> bool:  # fmt: skip
    columns = layer.fields()
    values: dict[int, dict[int, Any]] = {}
    new: list[QgsFeature] = []
    for change in changes:
        if not change.accepted:
            continue
        index, plan = plans[change.position]
        if change.fid is None:
            new.append(_feature(layer, plan, None if index is None else geometries[index]))
        elif change.veld == POLYGON:
            if index is None or not change_geometry(change.fid, as_multi(geometries[index])):
                return False
        else:
            values.setdefault(change.fid, {})[columns.lookupField(str(change.veld))] = change.new
    return all(change_values(fid, found) for fid, found in values.items()) and (not new or bool(add(new)))


def _feature(layer: QgsVectorLayer, plan: Mapping[str, object], geometry: QgsGeometry | None) -> QgsFeature:
    feature = QgsFeature(layer.fields())
    for name, value in plan.items():
        feature.setAttribute(name, value)
    if geometry is not None and not geometry.isNull():
        feature.setGeometry(as_multi(geometry))
    return feature
