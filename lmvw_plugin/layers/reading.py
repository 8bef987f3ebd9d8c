# SPDX-License-Identifier: GPL-2.0-or-later
"""One reading of a plan layer: everything that a run uses comes from one moment, whoever saves in the file meanwhile.

A layer in a GeoPackage is copied first, with the edits that were not saved on top; any other layer is read as QGIS has it. A file that
is open is never read in its place through QGIS on another thread: QGIS reads it without locks, and opens it anew when editing begins;
who reads meanwhile gets nothing, and so may whoever reads after him.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsProcessingFeatureSourceDefinition,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.asking.offers import Offers
from ..core.basisset import fields as b
from ..core.basisset.codelists import stays_home
from ..core.delivering.delivery import LeftOut
from ..core.delivering.own_report import StrangeColumn
from ..core.errors import LmvwError
from ..core.feedback import Feedback
from ..core.i18n import later, tr
from ..core.reviewing.remarks import Remark
from ..core.rules.acceptance import Acceptances
from . import sources
from .moment import PATIENCE, digest, is_database
from .planfile import store as planfile
from .planfile import upgrade
from .planfile.province import remarks_table
from .planfile.recognising import is_plan_file, plan_file_of
from .planfile.store import PlanFileInfo
from .planfile.tables import accepted_table
from .planfile.tables.confidential_table import strijdig_in
from .planfile.tables.offers import offers_in
from .seen.held_copy import HeldCopy
from .seen.snapshot import LayerSnapshot
from .stored.values import Odd, is_view, odd_values

_KNOWN = frozenset(column.name for column in b.PLAN_FILE_COLUMNS) | {"fid", "ogc_fid", b.GEOMETRY}


@dataclass(frozen=True, slots=True)
class Reading:
    """A layer at one moment; ``layer`` may be asked what it is on the thread that reads.

    The features of ``source`` have the ids that they have in the layer that was given. ``info`` and ``sha256`` are those of its plan file,
    ``copy`` is where that was copied to, for as long as the reading is open; None and empty for a layer that is in no plan file.
    ``unsaved``: the plans have edits that the file has not. ``accepted``: the warnings that somebody let stay; ``offers``: of what
    proposals are made; ``remarks``: what the province answered, None where no answer was opened.
    """

    layer: QgsVectorLayer
    source: QgsFeatureSource
    left_out: LeftOut | None = None
    info: PlanFileInfo | None = None
    copy: Path | None = None
    sha256: str = ""
    unsaved: bool = False
    accepted: Acceptances = field(default_factory=Acceptances)
    offers: Offers = field(default_factory=Offers)
    remarks: Sequence[Remark] | None = None

    @property
    def strijdig(self) -> frozenset[str]:
        """The ids of the plans that the province labelled so, as its plan file knows.

        :raises LmvwError: when that cannot be read.
        """
        return strijdig_in(self.copy) if self.info is not None else frozenset()

    @property
    def strange(self) -> list[StrangeColumn]:
        """What stands in columns that the Basisset does not have."""
        return _strange(self.source, self.layer.dataProvider().fields().names())


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
                fid: (dict(zip(names, feature.attributes(), strict=True)), QgsGeometry(feature.geometry()))
                for fid, feature in buffer.addedFeatures().items()
            },
        )

    def left_of(self, stored: Odd) -> Odd:
        """What the file stores, without what was answered anew."""
        return {fid: {name: raw for name, raw in odd.items() if name not in self.values.get(fid, {})} for fid, odd in stored.items()}

    def replay(self, layer: QgsVectorLayer) -> dict[int, int]:
        """Bring the same edits into the buffer of a copy; returns the ids of what was added, by what they are there."""
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
        for fid, (values, shape) in sorted(self.added.items(), reverse=True):  # the ids go down: in the order in which they came
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
        fids = [feature.id() for feature in layer.getFeatures(request) if inside is None or feature.id() in inside]
        return fids if self.limit < 0 else fids[: self.limit]


class Taken:
    """A layer as it is given at the start; make it on the thread of the layer, and read it on any.

    :param layer: a layer that is open, or the text that names one in a file: what is in a file need not be opened to be copied.
    :param plans: it is asked for its plans; if not, it may be any layer, which is read as it is stored.
    """

    def __init__(self, layer: QgsVectorLayer | str, asked: QgsProcessingFeatureSourceDefinition | None = None, plans: bool = True) -> None:
        self._plans, self._unsaved, self._held = plans, None, None
        opened = layer if isinstance(layer, QgsVectorLayer) else None
        self._uri = QgsProviderRegistry.instance().decodeUri("ogr", opened.source() if opened is not None else str(layer))
        self._name = opened.name() if opened is not None else str(self._uri.get("layerName") or Path(str(self._uri.get("path"))).stem)
        self._part = _Part.of(opened, asked, opened.subsetString() if opened is not None else str(self._uri.get("subset") or ""))
        self._selected = list(opened.selectedFeatureIds()) if opened is not None else []
        self.file = _database(opened, self._uri)
        if not plans and opened is not None and self.file is not None and _has_guests(opened):
            opened, self.file = opened.materialize(QgsFeatureRequest()), None
        self._read: Reading | None = None
        if self.file is not None:
            self._held = HeldCopy(self.file)
            self._end = weakref.finalize(self, self._held.close)
            if opened is not None:
                self._unsaved = _Unsaved.of(opened) if opened.isModified() else None
                self._held.before_saving(opened)
        elif opened is not None:
            self._read = self._as_it_is(opened)

    @contextmanager
    def read(self, feedback: Feedback | None = None, patience: float = PATIENCE) -> Iterator[Reading]:
        """The layer at one moment; what was copied is gone afterwards.

        :raises LmvwError: when another program keeps the file to itself for longer than ``patience`` seconds, it is damaged, or it was
            saved before it could be copied.
        """
        if self._held is None:
            if self._read is None:
                raise ValueError(self._name)
            yield self._read
            return
        try:
            yield self._from_copy(self._held.made(feedback, patience))
        finally:
            self._end()

    def _from_copy(self, copy: Path) -> Reading:
        sha256, about, accepted, offers, remarks = digest(copy), None, Acceptances(), Offers(), None
        table = str(self._uri.get("layerName") or b.LAYER)
        if self._plans and is_plan_file(copy):
            self._require_table(copy, table)
            upgrade.bring_up(copy)  # of an earlier version: only the copy
            about, accepted, offers = planfile.read_info(copy), accepted_table.read(copy), offers_in(copy, opened=self.file)
            remarks = remarks_table.read(copy)
        stored = odd_values(copy, table)
        uri = QgsProviderRegistry.instance().encodeUri("ogr", {**self._uri, "path": str(copy), "subset": ""})
        layer = self._opened(uri)
        whole = self._opened(uri) if self._part.reasons else layer
        layer.setSubsetString(self._part.subset)
        ids = self._unsaved.replay(layer) if self._unsaved else {}
        if self._unsaved and whole is not layer:
            self._unsaved.replay(whole)
        layer.selectByIds([ids.get(fid, fid) for fid in self._selected])
        reading = self._reading(layer, whole, ids, self._unsaved.left_of(stored) if self._unsaved else stored)
        return replace(
            reading,
            info=about,
            copy=copy,
            sha256=sha256,
            unsaved=self._unsaved is not None,
            accepted=accepted,
            offers=offers,
            remarks=remarks,
        )

    def _require_table(self, copy: Path, table: str) -> None:
        """What a plan file calls its plans are all its plans.

        :raises LmvwError: when it is a view, which shows what its maker wants it to.
        """
        if is_view(copy, table):
            raise LmvwError(
                tr("‘{table}’ in planbestand ‘{path}’ is geen tabel maar een weergave (view): die kan plannen weglaten of anders tonen. "
                   "Lever uit het planbestand zelf.").format(table=table, path=self.file)
            )  # fmt: skip

    @sources.offline()
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
        if self._plans:
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
        source: Any = LayerSnapshot(layer, chosen, stored, {here: there for there, here in ids.items()})  # reads like a source
        left_out = None
        if self._plans and self._part.reasons:
            count = _delivered(whole) - _delivered(source)
            left_out = LeftOut(count, self._part.reasons) if count else None
        return Reading(layer, source, left_out)


def _database(layer: QgsVectorLayer | None, uri: Mapping[str, Any]) -> Path | None:
    """The database of a layer that is a file; None when it is in no file, or edited in one transaction with others: only QGIS can read that."""
    path = Path(str(uri.get("path") or ""))
    if not is_database(path):
        return None
    if layer is not None and (layer.providerType() != "ogr" or layer.dataProvider().transaction() is not None):
        return None
    return path.absolute()


def in_database(layer: QgsVectorLayer) -> bool:
    """A layer that is open is in a database that is a file."""
    return _database(layer, QgsProviderRegistry.instance().decodeUri("ogr", layer.source())) is not None


def _has_guests(layer: QgsVectorLayer) -> bool:
    """It has columns that only QGIS knows, joined or computed; those of a plan file, as the outcome of a check, are not asked for."""
    columns = layer.fields()
    own = (Qgis.FieldOrigin.Provider, Qgis.FieldOrigin.Edit)
    return plan_file_of(layer) is None and any(columns.fieldOrigin(at) not in own for at in range(columns.count()))


def _delivered(source: QgsFeatureSource) -> int:
    """How many plans would go; of what stays home nothing is told, not even the number."""
    return sum(not stays_home(str(row.get("planstatus"))) for _, row in sources.rows(source, ["planstatus"]))


@dataclass
class _Tally:
    total: Any = None
    filled: int = field(default=0)


def _strange(source: QgsFeatureSource, columns: Sequence[str]) -> list[StrangeColumn]:
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
