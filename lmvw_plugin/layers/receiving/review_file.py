# SPDX-License-Identifier: GPL-2.0-or-later
"""The review file of a province: the plans of every delivery with our own form and styles, what they came after, and what was found.

It is written beside its name. A new one gets its name when it is whole; one that is there is changed in one transaction, so that a reviewer who
has it open keeps it. Its layers: ``plannen`` (what is reviewed), ``vorige_plannen`` (what came before, without years: those differ) and
``bevindingen``. Every row has the number of its delivery; the tables are in ``tables``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsFillSymbol,
    QgsGeometry,
    QgsPointXY,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ...core import colours
from ...core.basisset import fields as b
from ...core.basisset.peildatum import Peildatum
from ...core.basisset.prices.limits import PUBLISHED
from ...core.delivering import delivery as d
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.rules.findings import Finding
from ..files import let_go, staging, written_beside
from ..geopackage import settle
from ..moment import PATIENCE, copy_of
from ..plan_layer.form import set_up_form
from ..plan_layer.style import set_up_style
from ..planfile.making.layer import COLUMN_TYPES, opened, write_features
from ..planfile.making.styles import save_style, store_style
from ..sources import value
from . import tables
from .tables import About

PREVIOUS, FINDINGS, DELIVERY = "vorige_plannen", "bevindingen", "levering"
_OF_PREVIOUS = tuple(field for field in b.COLUMNS if field.phase is None)
_OF_FINDING = ("regel", "ernst", "soort", "wie", "plan_id", "plannummer", "plannaam", "veld", "melding", "waarde", "voorstel", "ander")


@contextmanager
def changed(path: Path, what: About) -> Iterator[ReviewFile]:
    """A review file to write in: a new one, or a copy of the one that is there. It takes its place when all went well.

    :raises LmvwError: when it cannot be written, or is of another province or peildatum.
    """
    if not path.exists():
        with written_beside(path) as beside:
            _create(beside, what)
            yield ReviewFile(beside)
            settle(beside)
            if path.exists():  # somebody may have worked in it already
                raise LmvwError(
                    tr("‘{path}’ is intussen door iemand anders gemaakt; er is niets veranderd. Open de leveringen opnieuw.").format(
                        path=path
                    )
                )
        return
    there = tables.about(path)
    if (there.provincie, there.peildatum) != (what.provincie, what.peildatum):
        raise LmvwError(
            tr("‘{path}’ is de beoordeling van {provincie}, {peildatum}; kies voor {other}, {day} een ander bestand of een map.").format(
                path=path, provincie=there.provincie, peildatum=there.peildatum.words, other=what.provincie, day=what.peildatum.words
            )
        )
    with staging(path.parent) as folder:
        copy = copy_of(path, folder, patience=PATIENCE)
        tables.bring_up(copy)
        yield ReviewFile(copy)
        settle(copy)
        tables.put_in_place(path, copy, there)


class ReviewFile:
    """A review file that nobody else has open."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._layers: dict[str, QgsVectorLayer] = {}

    def add_plans(self, number: int, plans: Sequence[Mapping[str, object]], shapes: Sequence[bytes | None], aggregates: bool) -> None:
        """The plans of a delivery, to be reviewed.

        :param aggregates: the municipality chose that the province sums its confidential plans (art. 8).
        :raises LmvwError: when they cannot be written.
        """
        self._add(b.LAYER, (
            ([number, *map(plan.get, _NAMES), aggregates if plan.get("vertrouwelijk") is True else None], _polygon(wkb))
            for plan, wkb in zip(plans, shapes, strict=True)
        ))  # fmt: skip

    def replace_plans(self, number: int, plans: Sequence[Mapping[str, object]], shapes: Sequence[bytes | None], aggregates: bool) -> None:
        """What a delivery that is reviewed says now that it is read anew; parameters as ``add_plans``.

        :raises LmvwError: when they cannot be written.
        """
        self._remove(b.LAYER, self._of(b.LAYER, number, [DELIVERY], drawn=False))
        self.add_plans(number, plans, shapes, aggregates)

    def add_previous(self, number: int, plans: Sequence[Mapping[str, object]], shapes: Sequence[bytes | None]) -> None:
        """Those of an earlier one, to lay them beside.

        :raises LmvwError: when they cannot be written.
        """
        names = [field.name for field in _OF_PREVIOUS]
        self._add(PREVIOUS, (([number, *map(plan.get, names)], _polygon(wkb)) for plan, wkb in zip(plans, shapes, strict=True)))

    def add_findings(self, number: int, gemeente_code: str, findings: Iterable[Finding]) -> None:
        """What was found in a delivery.

        :raises LmvwError: when it cannot be written.
        """
        self._add(FINDINGS, (([number, gemeente_code, *_told(finding)], _point(finding.place)) for finding in findings))

    def remove_findings(self, number: int, of: Callable[[str], bool] = lambda _: True) -> None:
        """Of a delivery, those of rules that are meant.

        :raises LmvwError: when they cannot be removed.
        """
        self._remove(FINDINGS, (feature for feature in self._of(FINDINGS, number, ["regel"], drawn=False) if of(str(feature["regel"]))))

    def make_previous(self, number: int, before: Iterable[int] = ()) -> None:
        """What was reviewed is now what came before; what came before that is no longer kept.

        :raises LmvwError: when it cannot be written.
        """
        for earlier in before:
            self._remove(PREVIOUS, self._of(PREVIOUS, earlier, [DELIVERY], drawn=False))
        self.add_previous(number, *self.plans_of(number, b.LAYER))
        self._remove(b.LAYER, self._of(b.LAYER, number, [DELIVERY], drawn=False))
        self.remove_findings(number)

    def plans_of(self, number: int, layer: str, columns: Sequence[str] = ()) -> tuple[list[dict[str, object]], list[bytes | None]]:
        """The plans of a delivery without years, or only these columns of them, and their polygons as WKB."""
        names, plans, shapes = columns or [field.name for field in _OF_PREVIOUS], [], []
        for feature in self._of(layer, number, names):
            plans.append({name: value(feature[name]) for name in names})
            shapes.append(None if feature.geometry().isEmpty() else feature.geometry().asWkb().data())
        return plans, shapes

    def delivered(self, number: int, peildatum: Peildatum) -> tuple[list[dict[str, object]], list[bytes | None]]:
        """The plans that are reviewed with all that was delivered of them, and their polygons as WKB."""
        plans, shapes = self.plans_of(number, b.LAYER, [field.column_at(peildatum) for field in b.COLUMNS])
        return [dict(zip(_NAMES, plan.values(), strict=True)) for plan in plans], shapes

    def close(self) -> None:
        """Let go of the layers, so that SQLite can write in the file."""
        self._layers.clear()
        let_go()

    def _layer(self, name: str) -> QgsVectorLayer:
        if name not in self._layers:
            self._layers[name] = opened(self.path, name)
        return self._layers[name]

    def _of(self, name: str, number: int, columns: Sequence[str], drawn: bool = True) -> Iterator[QgsFeature]:
        """The rows of one delivery in a layer, read as it is written: another opening of the file might not see that yet."""
        layer = self._layer(name)
        request = QgsFeatureRequest().setFilterExpression(f'"{DELIVERY}" = {int(number)}').setSubsetOfAttributes(columns, layer.fields())
        request.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        if not drawn:
            request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        yield from layer.getFeatures(request)

    def _add(self, name: str, told: Iterable[tuple[Sequence[object], QgsGeometry]]) -> None:
        """Rows of a layer, in one transaction.

        :raises LmvwError: when they cannot be written.
        """
        layer = self._layer(name)
        features = []
        for values, shape in told:
            feature = QgsFeature(layer.fields())
            feature.setAttributes([None, *values])
            feature.setGeometry(shape)
            features.append(feature)
        provider = layer.dataProvider()
        if features and not provider.addFeatures(features, QgsFeatureSink.Flag.FastInsert)[0]:
            raise tables.not_written(provider.lastError())

    def _remove(self, name: str, gone: Iterable[QgsFeature]) -> None:
        provider = self._layer(name).dataProvider()
        if (numbers := [feature.id() for feature in gone]) and not provider.deleteFeatures(numbers):
            raise tables.not_written(provider.lastError())


_NAMES = [field.name for field in b.COLUMNS]


def _polygon(wkb: bytes | None) -> QgsGeometry:
    shape = QgsGeometry()
    if wkb:
        shape.fromWkb(wkb)
    return shape


def _point(at: tuple[float, float] | None) -> QgsGeometry:
    return QgsGeometry() if at is None else QgsGeometry.fromPointXY(QgsPointXY(*at))


def _told(finding: Finding) -> list[object]:
    values = (getattr(finding, name) for name in _OF_FINDING)
    return [value.value if isinstance(value, Enum) else value for value in values]


def _create(path: Path, what: About) -> None:
    """An empty review file, with form and styles.

    :raises LmvwError: when it cannot be written.
    """
    whole, short, findings = QgsFields(), QgsFields(), QgsFields()
    for columns in (whole, short, findings):
        columns.append(QgsField(DELIVERY, QMetaType.Type.Int))
    for field in d.FIELDS:
        whole.append(QgsField(field.column_at(what.peildatum), COLUMN_TYPES[field.kind]))
    for field in _OF_PREVIOUS:
        short.append(QgsField(field.name, COLUMN_TYPES[field.kind]))
    for name in ("gemeente_code", *_OF_FINDING):
        findings.append(QgsField(name, QMetaType.Type.QString))
    kinds = QgsWkbTypes.Type
    write_features(path, b.LAYER, whole, kinds.MultiPolygon, ())
    write_features(path, PREVIOUS, short, kinds.MultiPolygon, (), into_existing=True)
    write_features(path, FINDINGS, findings, kinds.Point, (), into_existing=True)
    layer = opened(path, b.LAYER)
    set_up_form(layer, what.peildatum, PUBLISHED)
    layer.setFieldAlias(layer.fields().indexOf(d.ART_8.name), tr(d.ART_8.label))
    set_up_style(layer)
    store_style(layer)
    del layer
    _draw_previous(path)
    let_go()
    settle(path)
    tables.make(path, what)


def _draw_previous(path: Path) -> None:
    """What came before is an outline, so that what is reviewed stays to be seen.

    :raises LmvwError: when the style cannot be written.
    """
    layer = opened(path, PREVIOUS)
    symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": colours.QUIET, "outline_style": "dash", "outline_width": "0.5"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    if message := save_style(layer, PREVIOUS, tr("Vorige plannen"), True):
        raise LmvwError(tr("Formulier en stijl kunnen niet worden opgeslagen ({reason}).").format(reason=message))
