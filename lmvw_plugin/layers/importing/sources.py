# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import reads: polygons and a worksheet as flat rows, with the known formats recognised by their content."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from qgis.core import NULL, QgsFeatureRequest, QgsGeometry
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from ...core.basisset.peildatum import Peildatum
from ...core.basisset.prices.limits import PUBLISHED, PriceLimits
from ...core.basisset.values import amounts
from ...core.errors import LmvwError
from ...core.feedback import Part, breathing, watched
from ...core.i18n import tr
from ...core.importing import formats
from ...core.importing.formats import Flat, KnownFormat, own
from ...core.importing.imported import Extra, SheetLine
from ...core.importing.mapping import guessing
from ...core.importing.mapping import plan as m
from ...core.importing.table import columns_of
from .. import sources
from ..planfile import store as planfile
from ..planfile.recognising import is_plan_file
from ..planfile.rows import Shape
from ..planfile.tables import confidential_table
from ..planfile.tables.confidential_table import Labels
from ..stored.geometry import wkb_in
from ..stored.values import StoredRow
from ..workbook.name_column import guess_name_column
from ..workbook.reader import Book, opened
from ..workbook.table import Table
from .layers import Together, table_in
from .polygons import Polygons, Source
from .shapes import Areas, about_place
from .sheet_choice import best_table

_PLAIN = frozenset((str, int, float, bool, type(None)))
_NULL = type(NULL)  # comparing every value with NULL takes longer than reading it
_GRIDS = (".xlsx", ".xlsm")
_Row = tuple[QgsGeometry, bytes | None, Sequence[object]]  # of a layer: its shape, how that is stored where it is known, and its values
_NOTHING = Extra()
_COVER = 200  # rows; a longer sheet that is no form is a table, not the cover of a form


@dataclass
class ImportSources:
    """Everything that was read. ``extras`` is what the known formats left aside, by source and row."""

    columns: dict[str, list[str]] = field(default_factory=dict)
    polygons: list[dict[str, Any]] = field(default_factory=list)
    shapes: list[Shape | None] = field(default_factory=list)
    undrawn: set[int] = field(default_factory=set)  # the polygons that are empty
    sheet: list[SheetLine] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    extras: dict[str, dict[int, Extra]] = field(default_factory=dict)
    known: list[KnownFormat] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    strijdig: Labels = field(default_factory=dict)  # what the province labelled so, by the plan_id of a plan file

    def guess(self, peildatum: Peildatum) -> m.PlanMapping:
        """The proposed mapping."""
        title = ", ".join(known.title for known in self.known)
        mapping = guessing.guess(self.columns, self.samples, peildatum, self.names, title)
        # The reader of a known format has its own account of the dwellings, for every polygon.
        return replace(mapping, without_row={}) if self.extras.get(m.POLYGONEN) else mapping

    @property
    def known_sources(self) -> list[str]:
        """The sources that are of a known format."""
        return [source for source, columns in self.columns.items() if formats.recognise(columns) or (self.known and len(self.columns) == 1)]

    @cached_property
    def samples(self) -> m.Samples:
        """The values of every column, once all is read."""
        return {source: _Samples(columns, self.rows(source)) for source, columns in self.columns.items()}

    def rows(self, source: str) -> Sequence[Mapping[str, Any]]:
        """The rows of a source."""
        return self.polygons if source == m.POLYGONEN else [row for _, row in self.sheet]

    def unused_sums(self, mapping: m.PlanMapping) -> dict[tuple[str, str], int]:
        """The total of every column that fills nothing: so that a reader sees where dwellings may be."""
        return {
            (source, column): amounts([row.get(column) for row in self.rows(source)])
            for source, columns in mapping.unused(self.columns).items()
            for column in columns
        }


class _Samples(Mapping[str, Iterable[object]]):
    """The values of a column; the table is turned when somebody asks for the first."""

    def __init__(self, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
        self._columns, self._rows = columns, rows

    @cached_property
    def _values(self) -> dict[str, Sequence[object]]:
        return dict(zip(self._columns, columns_of(self._rows, self._columns), strict=True))

    def __getitem__(self, column: str) -> Iterable[object]:
        return self._values[column]

    def __iter__(self) -> Any:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


def read(polygons: Polygons, workbook: Path | None, peildatum: Peildatum, feedback: Any, limits: PriceLimits = PUBLISHED) -> ImportSources:
    """Read the layer, the worksheet, or both.

    :param limits: the price limits of the plan file that is imported into.
    :raises LmvwError: when a file cannot be used.
    """
    drawn, sheet, source = ImportSources(), ImportSources(), polygons.source
    halfway = 50 if source is not None and workbook is not None else 100 if source is None else 0
    if workbook is not None:  # first: its words tell how the letters of a layer are stored
        sheet.titles.append(workbook.name)
        part = Part(feedback, 0, halfway)
        with opened(workbook, part) as (book, remarks):
            if workbook.suffix.casefold() not in _GRIDS or not _read_grid(sheet, book, peildatum, limits, part):
                _read_table(sheet, best_table(lambda: _names(source), workbook, book, remarks, feedback=part), peildatum)
    if source is not None:
        words = {value for _, row in sheet.sheet for value in row.values() if isinstance(value, str) and not value.isascii()}
        _read_polygons(drawn, polygons, source, peildatum, limits, words, Part(feedback, halfway, 100))
    return replace(
        sheet, columns=drawn.columns | sheet.columns, polygons=drawn.polygons, shapes=drawn.shapes, undrawn=drawn.undrawn,
        extras=drawn.extras | sheet.extras, known=[*drawn.known, *sheet.known], remarks=[*drawn.remarks, *sheet.remarks, *polygons.remarks],
        titles=[*drawn.titles, *sheet.titles], strijdig=drawn.strijdig,
    )  # fmt: skip


def _names(source: Source | None) -> Iterator[str]:
    """The plan names of a layer, as far as QGIS gives them: they tell which sheet belongs with it."""
    column = guess_name_column(source.fields().names()) if source is not None else None
    if source is not None and column is not None:
        cells = (feature[column] for feature in source.getFeatures(QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)))
        yield from (str(name) for name in map(sources.value, cells) if name is not None)


def no_plans(titles: Sequence[str]) -> str:
    """What to say of sources that hold no plan at all."""
    return tr("In {sources} staan geen plannen; kies een andere laag of een ander Excel-bestand.").format(
        sources=tr(" en ").join(f"‘{title}’" for title in titles)
    )


def _read_polygons(
    drawn: ImportSources,
    polygons: Polygons,
    source: Source,
    peildatum: Peildatum,
    limits: PriceLimits,
    words: Collection[str],
    feedback: Any,
) -> None:
    columns, path = source.fields().names(), polygons.path
    known = formats.recognise(columns)
    drawn.titles.append(source.sourceName())
    records, areas = [], Areas()
    stored = polygons.stored.rows(source.fields()) if polygons.whole else None
    rows = _as_stored(stored, source) if stored is not None else _by_qgis(source, polygons, words, drawn.remarks)
    for geometry, wkb, values in watched(rows, source.featureCount(), feedback):
        shape = areas.of(geometry, wkb)
        if shape is None:
            drawn.undrawn.add(len(drawn.shapes))
        drawn.shapes.append(shape)
        records.append(dict(zip(columns, values, strict=True)))
    if known is own.FORMAT and path is not None:
        _require_same_years(columns, path, peildatum)
        drawn.strijdig = confidential_table.labels(path) if is_plan_file(path) else {}
    if known is not None:
        drawn.known.append(known)
        if (flatten := known.with_limits(limits).flatten) is not None:
            flat = flatten(records, _details(known, path), peildatum)
            records, columns = flat.rows, flat.columns or columns
            drawn.remarks += flat.remarks
            if flat.places:
                _one_polygon_each(drawn, flat)
            drawn.extras[m.POLYGONEN] = {index: extra for index, extra in enumerate(breathing(flat.extras)) if extra != _NOTHING}
    drawn.columns[m.POLYGONEN] = list(columns)
    drawn.polygons = records
    drawn.remarks += [*areas.remarks(source.sourceName()), *about_place(source, drawn.shapes)]


def _as_stored(rows: Iterable[StoredRow], source: Source) -> Iterator[_Row]:
    """The rows of a GeoPackage."""
    for fid, stored, values in rows:
        geometry, wkb = QgsGeometry(), wkb_in(stored)
        if wkb is not None:
            geometry.fromWkb(wkb)
        elif stored is not None:  # not as a GeoPackage has it; perhaps GDAL knows
            geometry = next((feature.geometry() for feature in source.getFeatures(QgsFeatureRequest(fid))), geometry)
        yield geometry, wkb, values


def _by_qgis(source: Source, polygons: Polygons, words: Collection[str], remarks: list[str]) -> Iterator[_Row]:
    """The rows of any layer, with what is stored where QGIS gives something else."""
    odd, said = (source if isinstance(source, Together) else polygons.stored).values(words)
    remarks += said
    column_of = {name: column for column, name in enumerate(source.fields().names())}
    request = QgsFeatureRequest().setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    for feature in source.getFeatures(request):
        values = feature.attributes()
        if not _PLAIN.issuperset(map(type, values)):
            values = list(map(_plain, values))
        for name, raw in odd.get(feature.id(), {}).items():
            if name in column_of:
                values[column_of[name]] = raw
        yield feature.geometry(), None, values


def _one_polygon_each(drawn: ImportSources, flat: Flat) -> None:
    """Rows that were made of several records keep the polygon of the first; where the others differ, that is told."""
    differ = [
        str(row.get("plannaam") or "")
        for row, places in zip(flat.rows, flat.places, strict=True)
        if len({shape and shape.wkb for shape in map(drawn.shapes.__getitem__, places)}) > 1
    ]
    if differ:
        drawn.remarks.append(
            tr("Deze plannen hebben niet elk jaar dezelfde polygoon; de eerste is overgenomen: {names}.").format(names="; ".join(differ))
        )
    drawn.shapes = [drawn.shapes[places[0]] for places in flat.places]
    drawn.undrawn = {index for index, shape in enumerate(drawn.shapes) if shape is None}


def _plain(raw: Any) -> object:
    """An attribute as a value that Python knows: dates as dates, lists as words."""
    if type(raw) is _NULL:
        return None
    if isinstance(raw, QDate):
        return raw.toPyDate()
    if isinstance(raw, QDateTime):
        return raw.toPyDateTime()
    if isinstance(raw, QTime):
        return raw.toString("HH:mm:ss")
    if isinstance(raw, list) and all(isinstance(part, str) for part in raw):
        return "; ".join(raw)
    return raw


def _require_same_years(columns: Sequence[str], path: Path, peildatum: Peildatum) -> None:
    """Years that count from a reference date count from ours.

    :raises LmvwError: when the plan file that was given has another reference date.
    """
    if own.has_relative_years(columns) and is_plan_file(path):
        other = planfile.read_info(path).peildatum
        if other != peildatum:
            raise LmvwError(
                tr("Planbestand ‘{name}’ telt zijn jaren vanaf {other}, niet vanaf {peildatum}; importeer de levering van dat planbestand, "
                   "daarin staan de echte jaren.").format(name=path.name, other=other.words, peildatum=peildatum.words)
            )  # fmt: skip


def _details(known: KnownFormat, path: Path | None) -> dict[str, list[dict[str, Any]]]:
    """The rows of the second table of a format, by the key of their plan."""
    grouped: dict[str, list[dict[str, Any]]] = {}
    if known.detail_table and path is not None:
        table = table_in(path, known.detail_table)
        for _, row in sources.rows(table) if table is not None else ():
            grouped.setdefault(str(row.get(known.detail_key) or ""), []).append(row)
    return grouped


def _read_grid(listed: ImportSources, book: Book, peildatum: Peildatum, limits: PriceLimits, feedback: Any) -> bool:
    """Read a worksheet with a form of its own; False when it is a table like any other."""
    known: KnownFormat | None = None
    for sheet in (info for info in book.sheets if not info.hidden):
        grid = book.cells(sheet, feedback).rows
        known = known or formats.recognise_grid(grid)
        if known is None and len(grid) > _COVER:
            return False
        flatten = known.with_limits(limits).flatten_grid if known is not None else None
        if known is not None and flatten is not None and known.recognise_grid is not None and known.recognise_grid(grid):
            numbers, flat = flatten(grid, peildatum)
            last = max((number for number, _ in listed.sheet), default=0)  # rows of a later sheet are counted on from the earlier ones
            _add_flat(listed, [number + last for number in numbers], flat)
    if known is None:
        return False
    listed.known.append(known)
    listed.names[m.WERKBLAD] = "plannaam"
    listed.columns.setdefault(m.WERKBLAD, ["plannaam"])
    return True


def _add_flat(listed: ImportSources, numbers: Sequence[int], flat: Flat) -> None:
    columns = listed.columns.setdefault(m.WERKBLAD, ["plannaam"])
    columns += [column for column in flat.columns if column not in columns]
    listed.remarks += flat.remarks
    listed.sheet += map(SheetLine, numbers, flat.rows)
    listed.extras.setdefault(m.WERKBLAD, {}).update(zip(numbers, flat.extras, strict=True))


def _read_table(listed: ImportSources, table: Table, peildatum: Peildatum) -> None:
    known = formats.recognise(table.columns)
    listed.columns[m.WERKBLAD] = list(table.columns)
    listed.sheet = [SheetLine(row.number, dict(zip(table.columns, row.values, strict=False))) for row in table.rows]
    if known is own.FORMAT and known.flatten is not None:
        extras = known.flatten([row for _, row in listed.sheet], {}, peildatum).extras
        listed.extras[m.WERKBLAD] = {number: extra for (number, _), extra in zip(listed.sheet, extras, strict=True) if extra != _NOTHING}
    if known is not None and (known.flatten is None or known is own.FORMAT):
        listed.known.append(known)
    listed.remarks += table.remarks
    if table.name_column:
        listed.names[m.WERKBLAD] = table.name_column
