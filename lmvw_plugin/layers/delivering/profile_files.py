# SPDX-License-Identifier: GPL-2.0-or-later
"""The files that a province's profile adds to the package, each read back before it counts."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

from qgis.core import QgsGeometry

from ...core.basisset import fields as b
from ...core.basisset.peildatum import Peildatum
from ...core.delivering.delivery import Delivery, plans_of
from ...core.delivering.profiles import Column, Profile, slots
from ...core.errors import LmvwError
from ...core.feedback import Feedback, checkpoint
from ...core.i18n import tr
from ...core.rules.plans import Plan, is_finished
from ..workbook.openpyxl_alone import Workbook, load_workbook
from .workbook_rows import stored

_DRIVERS = {"gdb": "OpenFileGDB", "gpkg": "GPKG"}
_NOT_IN_A_FILE_NAME = re.compile(r"[^\w .,()-]+")
_YEARS_OF_WORKBOOK = 20

Plans = Sequence[tuple[Plan, QgsGeometry]]


class _Wanted(Sequence[tuple[Plan, QgsGeometry]]):
    """The plans that the profile wants; their polygons are made when asked for."""

    def __init__(self, delivery: Delivery, geometries: Sequence[QgsGeometry], finished: bool) -> None:
        self._plans = [(plan, index) for index, plan in enumerate(plans_of(delivery)) if finished or not is_finished(plan)]
        self._geometries = geometries

    def __getitem__(self, number: int) -> tuple[Plan, QgsGeometry]:  # type: ignore[override]  # no slices
        plan, index = self._plans[number]
        return plan, self._geometries[index]

    def __len__(self) -> int:
        return len(self._plans)


def write_profile(
    folder: Path, profile: Profile, delivery: Delivery, geometries: Sequence[QgsGeometry], moment: datetime, feedback: Feedback
) -> tuple[str, ...]:
    """Write what the profile asks and return the names of the files, relative to the folder.

    :raises LmvwError: when something reads back differently.
    """
    if not profile.format:
        return ()
    plans = _Wanted(delivery, geometries, profile.finished)
    checkpoint(feedback)
    if profile.format == "geojson":
        return _geojson(folder, profile, plans, delivery.peildatum)
    if profile.format == "werkbladen":
        return _workbooks(folder, profile, plans, delivery.peildatum, moment, feedback)
    return _dataset(folder, profile, plans, delivery.peildatum)


def _record(columns: Sequence[Column], plan: Plan, peildatum: Peildatum, slot: int | None = None) -> dict[str, object]:
    return {column.name: column.of(plan, peildatum, slot) for column in columns}


def _years(profile: Profile, plan: Plan, peildatum: Peildatum) -> list[dict[str, object]]:
    return [_record(profile.years, plan, peildatum, slot) for slot, _ in slots(plan, peildatum)] if profile.years else []


def _wrong(name: str) -> LmvwError:
    return LmvwError(tr("Het bestand voor de provincie ‘{name}’ is niet goed geschreven.").format(name=name))


def _geojson(folder: Path, profile: Profile, plans: Plans, peildatum: Peildatum) -> tuple[str, ...]:
    features = []
    for plan, geometry in plans:
        properties = _record(profile.columns, plan, peildatum)
        if profile.years:
            properties[profile.years_name] = _years(profile, plan, peildatum)
        features.append({"type": "Feature", "properties": properties, "geometry": json.loads(geometry.asJson(3))})
    document = {
        "type": "FeatureCollection",
        "name": profile.layer,
        "crs": {"type": "name", "properties": {"name": "EPSG:28992"}},
        "features": features,
    }
    path = folder / profile.file
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    if json.loads(path.read_text(encoding="utf-8")) != document:
        raise _wrong(profile.file)
    return (profile.file,)


def _dataset(folder: Path, profile: Profile, plans: Plans, peildatum: Peildatum) -> tuple[str, ...]:
    """A GeoPackage, or a file geodatabase in a zip: a layer with plans, and a table with their years."""
    from osgeo import ogr, osr  # takes memory that the standard delivery does not need

    zipped = profile.format == "gdb"
    path = folder / (profile.file.removesuffix(".zip") if zipped else profile.file)
    rd = osr.SpatialReference()
    rd.ImportFromEPSG(28992)

    def records() -> Iterator[tuple[dict[str, object], QgsGeometry | None]]:
        return ((_record(profile.columns, plan, peildatum), geometry) for plan, geometry in plans)

    def years() -> Iterator[tuple[dict[str, object], QgsGeometry | None]]:
        return ((record, None) for plan, _ in plans for record in _years(profile, plan, peildatum))

    data = ogr.GetDriverByName(_DRIVERS[profile.format]).CreateDataSource(str(path))
    if data is None:
        raise _wrong(profile.file)
    _table(data.CreateLayer(profile.layer, rd, ogr.wkbMultiPolygon), profile.columns, records(), profile.file)
    if profile.years:
        _table(data.CreateLayer(profile.years_name, None, ogr.wkbNone), profile.years, years(), profile.file)
    data.FlushCache()
    del data
    dataset = ogr.Open(str(path))
    for name, columns, meant in ((profile.layer, profile.columns, records()), (profile.years_name, profile.years, years())):
        if name and (dataset is None or not _reads_back(dataset.GetLayerByName(name), columns, (record for record, _ in meant))):
            raise _wrong(profile.file)
    del dataset
    if not zipped:
        return (profile.file,)
    with zipfile.ZipFile(folder / profile.file, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in sorted(path.iterdir()):
            packed.write(part, f"{path.name}/{part.name}")
    shutil.rmtree(path)
    return (profile.file,)


def _table(layer: Any, columns: Sequence[Column], records: Iterable[tuple[dict[str, object], QgsGeometry | None]], file: str) -> None:
    from osgeo import ogr

    if layer is None:
        raise _wrong(file)
    for column in columns:
        layer.CreateField(ogr.FieldDefn(column.name, ogr.OFTInteger if column.is_number else ogr.OFTString))
    for record, geometry in records:
        feature = ogr.Feature(layer.GetLayerDefn())
        for index, value in enumerate(record.values()):
            if value is not None:
                feature.SetField(index, value)
        if geometry is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkb(bytes(geometry.asWkb())))
        if layer.CreateFeature(feature) != ogr.OGRERR_NONE:
            raise _wrong(file)


def _reads_back(layer: Any, columns: Sequence[Column], records: Iterable[dict[str, object]]) -> bool:
    if layer is None:
        return False
    pairs = zip_longest(layer, records)
    return all(
        feature is not None and record is not None and [feature.GetField(column.name) for column in columns] == list(record.values())
        for feature, record in pairs
    )


def _workbooks(folder: Path, profile: Profile, plans: Plans, peildatum: Peildatum, moment: datetime, feedback: Feedback) -> tuple[str, ...]:
    """One workbook per plan: label, group, total, check, realised, remaining, twenty years, check."""
    (folder / profile.file).mkdir()
    first_year = profile.first_year or peildatum.year
    files = []
    for number, (plan, _) in enumerate(plans, start=1):
        checkpoint(feedback)
        short = _NOT_IN_A_FILE_NAME.sub("_", str(plan["plannaam"]))[:60].strip(" .")
        name = f"{profile.file}/{number:05d} {short}.xlsx"
        cells = _form(profile, plan, peildatum, first_year)
        book = Workbook()
        book.properties.creator, book.properties.lastModifiedBy = "LMVW Woningbouwplannen", None
        book.properties.created = book.properties.modified = moment
        sheet = book.active
        sheet.title = profile.layer[:31]
        for row, values in enumerate(cells, start=1):
            for column, value in enumerate(values, start=1):
                cell = sheet.cell(row, column, value)
                if isinstance(value, str):
                    cell.value, cell.data_type = _held(value), "s"  # a name that begins with = is a name
        book.save(folder / name)
        written = load_workbook(folder / name).active
        meant = [[_read(_held(value) if isinstance(value, str) else value) for value in row] for row in cells]
        if [[_read(cell.value) for cell in row[: len(cells[0])]] for row in written.iter_rows()] != meant:
            raise _wrong(name)
        files.append(name)
    return tuple(files)


def _held(text: str) -> str:
    """A text as a workbook holds it: XML reads a carriage return as a new line, so that Excel writes it in words."""
    return stored(text).replace("\r", "_x000D_")


def _read(value: object) -> object:
    """A cell as any openpyxl reads it: some undo the escape of an escape."""
    return value.replace("x005F_", "") if isinstance(value, str) else value


def _form(profile: Profile, plan: Plan, peildatum: Peildatum, first_year: int) -> list[list[Any]]:
    """The cells of the province's form for one plan.

    :raises LmvwError: when it has dwellings in a year that the form has not.
    """
    years = [first_year + number for number in range(_YEARS_OF_WORKBOOK)]
    rows: list[list[Any]] = [[str(plan["plannaam"]), None, "Totalen", "Check", "Gerealiseerd", "Restcapaciteit", *years, "Check"]]
    for column in profile.columns:
        phased: list[int | None] = [None] * _YEARS_OF_WORKBOOK
        if column.phased:
            phased = [0] * _YEARS_OF_WORKBOOK
            for slot, name in enumerate(b.phasing(f"{column.phased}_totaal")):
                offset = peildatum.span(slot)[0] - first_year
                if plan.get(name):
                    if not 0 <= offset < _YEARS_OF_WORKBOOK:
                        raise LmvwError(tr("Plan ‘{name}’ heeft woningen in een jaar dat het formulier van profiel ‘{profile}’ niet heeft.").format(
                            name=plan["plannaam"], profile=profile.title))  # fmt: skip
                    phased[offset] += plan[name]
        value = column.of(plan, peildatum)
        rows.append([column.name, column.group, value, None, 0, value, *phased, value - sum(phased) if column.phased else None])
    return rows
