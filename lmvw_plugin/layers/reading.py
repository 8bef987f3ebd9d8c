# SPDX-License-Identifier: GPL-2.0-or-later
"""One reading of a plan layer: everything that a run uses comes from one moment, whoever saves in the file meanwhile.

A layer in a GeoPackage is copied first, with the edits that were not saved on top; any other layer is read as QGIS has it.
"""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSourceDefinition,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.basisset import fields as b
from ..core.basisset.codelists import stays_home
from ..core.delivering.delivery import LeftOut
from ..core.delivering.own_report import StrangeColumn
from ..core.errors import LmvwError
from ..core.feedback import Feedback
from ..core.i18n import later, tr
from . import sources
from .files import staging
from .moment import PATIENCE, copy_of, digest, is_database
from .planfile import store as planfile
from .planfile import upgrade
from .planfile.store import PlanFileInfo
from .snapshot import LayerSnapshot
from .stored.values import Odd, is_view, odd_values

_KNOWN = frozenset(column.name for column in b.PLAN_FILE_COLUMNS) | {"fid", "ogc_fid", b.GEOMETRY}


@dataclass(frozen=True, slots=True)
class Reading:
    """A layer at one moment; ``layer`` may be asked what it is on the thread that reads.

    ``info`` and ``sha256`` are those of its plan file, ``copy`` is where that was copied to, for as long
    as the reading is open; None and empty for a layer that is in no plan file. ``unsaved``: the plans have edits that the file has not.
    """

    layer: QgsVectorLayer
    source: LayerSnapshot
    left_out: LeftOut | None
    strange: list[StrangeColumn]
    info: PlanFileInfo | None = None
    copy: Path | None = None
    sha256: str = ""
    unsaved: bool = False


@dataclass(frozen=True)
class _Unsaved:
    """What the edit buffer of a layer holds, by the names of the columns."""

    deleted: list[int]
    values: Mapping[int, Mapping[str, Any]]
    shapes: Mapping[int, QgsGeometry]
    added: Mapping[int, tuple[Mapping[str, Any], QgsGeometry]]

    @classmethod
    def of(cls, layer: QgsVectorLayer) -> _Unsaved:
        """What was changed in a layer and not saved."""
        buffer, names = layer.editBuffer(), layer.fields().names()
        return cls(
            list(buffer.deletedFeatureIds()),
            {fid: {names[at]: value for at, value in answers.items()} for fid, answers in buffer.changedAttributeValues().items()},
            {fid: QgsGeometry(shape) for fid, shape in buffer.changedGeometries().items()},
            {
                fid: (dict(zip(names, one.attributes(), strict=True)), QgsGeometry(one.geometry()))
                for fid, one in buffer.addedFeatures().items()
            },
        )

    def left_of(self, stored: Odd) -> Odd:
        """What the file stores, without what was answered anew."""
        return {fid: {name: raw for name, raw in odd.items() if name not in self.values.get(fid, {})} for fid, odd in stored.items()}

    def replay(self, layer: QgsVectorLayer) -> dict[int, int]:
        """Bring the same edits into the buffer of a copy; returns the ids of what was added, there and here."""
        layer.startEditing()
        buffer, columns = layer.editBuffer(), layer.fields()
        for fid in self.deleted:
            buffer.deleteFeature(fid)
        for fid, answers in self.values.items():
            for name, value in answers.items():
                if columns.lookupField(name) >= 0:
                    buffer.changeAttributeValue(fid, columns.lookupField(name), value)
        for fid, shape in self.shapes.items():
            buffer.changeGeometry(fid, QgsGeometry(shape))
        ids = {}
        for fid, (values, shape) in self.added.items():
            feature = QgsFeature(columns)
            feature.setGeometry(shape)
            for name, value in values.items():
                if columns.lookupField(name) >= 0:
                    feature.setAttribute(name, value)
            buffer.addFeature(feature)
            ids[fid] = feature.id()
        return ids


@dataclass(frozen=True)
class _Part:
    """What of a layer was asked for."""

    subset: str = ""
    selected: list[int] | None = None
    expression: str = ""
    limit: int = -1

    @classmethod
    def of(cls, layer: QgsVectorLayer | None, asked: QgsProcessingFeatureSourceDefinition | None, subset: str) -> _Part:
        """What the layer, and the user in the toolbox, leave of it."""
        selected = list(layer.selectedFeatureIds()) if layer is not None and asked is not None and asked.selectedFeaturesOnly else None
        return cls(subset, selected, asked.filterExpression if asked else "", asked.featureLimit if asked else -1)

    @property
    def reasons(self) -> tuple[str, ...]:
        """By what plans are left out."""
        filters = (
            (self.subset, later("een filter op de laag")),
            (self.selected is not None, later("de selectie")),
            (self.expression, later("een filter bij het starten")),
            (self.limit >= 0, later("een grens aan het aantal plannen")),
        )
        return tuple(words for there, words in filters if there)

    def chosen(self, layer: QgsVectorLayer, ids: Mapping[int, int]) -> list[int] | None:
        """The features of a layer that are asked for; None for all."""
        if self.selected is None and not self.expression and self.limit < 0:
            return None
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        if self.expression:
            request = QgsFeatureRequest().setFilterExpression(self.expression)
        inside = None if self.selected is None else {ids.get(fid, fid) for fid in self.selected}
        fids = [one.id() for one in layer.getFeatures(request) if inside is None or one.id() in inside]
        return fids if self.limit < 0 else fids[: self.limit]


class Taken:
    """A layer as it is given at the start; make it on the thread of the layer, and read it on any.

    :param layer: a layer that is open, or the text that names one in a file: what is in a file need not be opened to be copied.
    :raises LmvwError: when another program keeps the file of a layer with unsaved edits to itself.
    """

    def __init__(self, layer: QgsVectorLayer | str, asked: QgsProcessingFeatureSourceDefinition | None = None) -> None:
        self._asked, self._unsaved, self._stack = asked, None, ExitStack()
        self._end = weakref.finalize(self, self._stack.close)
        opened = layer if isinstance(layer, QgsVectorLayer) else None
        self._uri = QgsProviderRegistry.instance().decodeUri("ogr", opened.source() if opened is not None else str(layer))
        self._name = opened.name() if opened is not None else str(self._uri.get("layerName") or Path(str(self._uri.get("path"))).stem)
        self._part = _Part.of(opened, asked, opened.subsetString() if opened is not None else str(self._uri.get("subset") or ""))
        self.file = _database(opened, self._uri)
        self._copy: Path | None = None
        self._read: Reading | None = None
        if opened is not None and self.file is None:
            self._read = self._as_it_is(opened)
        elif opened is not None and self.file is not None and opened.isModified():
            # At once: who saves between now and the copy would have the edits in it twice.
            self._unsaved, self._copy = _Unsaved.of(opened), copy_of(self.file, self._folder())

    @contextmanager
    def read(self, feedback: Feedback | None = None, patience: float = PATIENCE) -> Iterator[Reading]:
        """The layer at one moment; what was copied is gone afterwards.

        :raises LmvwError: when another program keeps the file to itself for longer than ``patience`` seconds, or it is damaged.
        """
        try:
            yield self._read or self._from_copy(feedback, patience)
        finally:
            self._end()

    def _folder(self) -> Path:
        return self._stack.enter_context(staging(Path(tempfile.gettempdir())))

    def _from_copy(self, feedback: Feedback | None, patience: float) -> Reading:
        if self.file is None:
            raise ValueError(self._name)
        copy = self._copy or copy_of(self.file, self._folder(), feedback, patience)
        sha256, about = digest(copy), None
        table = str(self._uri.get("layerName") or b.LAYER)
        if planfile.is_plan_file(copy):
            self._require_table(copy, table)
            upgrade.bring_up(copy)  # of an earlier version: only the copy
            about = planfile.read_info(copy)
        stored = odd_values(copy, table)
        uri = QgsProviderRegistry.instance().encodeUri("ogr", {**self._uri, "path": str(copy), "subset": ""})
        whole, layer = (self._opened(uri) for _ in range(2))
        layer.setSubsetString(self._part.subset)
        ids = self._unsaved.replay(layer) if self._unsaved else {}
        if self._unsaved and self._part.reasons:
            self._unsaved.replay(whole)
        reading = self._reading(layer, whole, ids, self._unsaved.left_of(stored) if self._unsaved else stored)
        return Reading(layer, reading.source, reading.left_out, reading.strange, about, copy, sha256, self._unsaved is not None)

    def _require_table(self, copy: Path, table: str) -> None:
        """What a plan file calls its plans are all its plans.

        :raises LmvwError: when it is a view, which shows what its maker wants it to.
        """
        if is_view(copy, table):
            raise LmvwError(
                tr("‘{table}’ in planbestand ‘{path}’ is geen tabel maar een weergave (view): die kan plannen weglaten of anders tonen. "
                   "Lever uit het planbestand zelf.").format(table=table, path=self.file)
            )  # fmt: skip

    def _opened(self, uri: str) -> QgsVectorLayer:
        """The layer of the copy.

        :raises LmvwError: when QGIS cannot read it.
        """
        options = QgsVectorLayer.LayerOptions()
        options.loadDefaultStyle = False
        layer = QgsVectorLayer(uri, self._name, "ogr", options)
        if not layer.isValid():
            raise LmvwError(
                tr("‘{name}’ is geen kaartlaag die QGIS kan lezen; kies een GeoPackage, shapefile of ander GIS-bestand.").format(
                    name=self.file
                )
            )
        sources.require_polygons(layer, self._name)
        return layer

    def _as_it_is(self, layer: QgsVectorLayer) -> Reading:
        whole = layer
        if self._part.subset:
            whole = layer.clone()
            whole.setSubsetString("")
        return self._reading(layer, whole, {})

    def _reading(self, layer: QgsVectorLayer, whole: QgsVectorLayer, ids: Mapping[int, int], stored: Odd | None = None) -> Reading:
        chosen = self._part.chosen(layer, ids)
        source = LayerSnapshot(layer, chosen=chosen, stored=stored)
        left_out = None
        if self._part.reasons:
            count = _delivered(whole) - _delivered(source)
            left_out = LeftOut(count, self._part.reasons) if count else None
        return Reading(layer, source, left_out, _strange(source, layer.dataProvider().fields().names()))


def _database(layer: QgsVectorLayer | None, uri: Mapping[str, Any]) -> Path | None:
    """The database of a layer that is a file; None when it is in no file, or edited in one transaction with others: only QGIS can read that."""
    path = Path(str(uri.get("path") or ""))
    if not is_database(path):
        return None
    if layer is not None and (layer.providerType() != "ogr" or layer.dataProvider().transaction() is not None):
        return None
    return path.absolute()


def _delivered(source: QgsVectorLayer | LayerSnapshot) -> int:
    """How many plans would go; of what stays home nothing is told, not even the number."""
    return sum(not stays_home(str(row.get("planstatus"))) for _, row in sources.rows(source, ["planstatus"]))


@dataclass
class _Tally:
    total: Any = None
    filled: int = field(default=0)


def _strange(source: LayerSnapshot, columns: Sequence[str]) -> list[StrangeColumn]:
    """What stands in columns that the Basisset does not have."""
    tallies = {name: _Tally() for name in columns if name not in _KNOWN}
    if not tallies:
        return []
    for _, row in sources.rows(source, list(tallies)):
        for name, value in row.items():
            tally = tallies[name]
            tally.filled += value not in (None, "")
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                tally.total = value if tally.total is None else tally.total + value
    return [StrangeColumn(name, tally.total, tally.filled) for name, tally in tallies.items()]
