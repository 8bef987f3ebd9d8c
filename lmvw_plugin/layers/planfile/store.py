# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan file: a GeoPackage with the layer ``plannen``, its form and style, and what it is about.

It is written beside its final name and moved there in one rename, because a full disk makes QGIS's writer destroy the
file it overwrites without a word.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsMapLayer,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.asking.defaults import Defaults
from ...core.basisset import fields as b
from ...core.basisset.pricelimits import PriceLimits
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Silent, checkpoint
from ...core.i18n import in_dutch, several, tr
from ...core.rules.yardstick import Yardstick
from ..files import written_beside
from ..geopackage import looking, require_unlocked, settle
from ..kinds import PLAN_FILE_SUFFIX
from ..moment import is_database
from ..plan_layer.form import lay_form, set_up_form
from ..plan_layer.style import PLAN_FILE_STYLES, STYLES, MapStyle, set_up_style
from ..sources import file_of, rd_new
from . import schema
from .about import INFO_TABLE as INFO_TABLE
from .about import PlanFileInfo as PlanFileInfo
from .about import info_feature, info_fields
from .about import read_info as read_info
from .about import write_choices as write_choices
from .column_texts import column_texts, describe_columns
from .rows import Shape, fill
from .tables import check_table
from .transaction import told

_TABLES = "SELECT count(*) FROM sqlite_master WHERE type IN ('table', 'view') AND lower(name) IN ('plannen', 'lmvw_planbestand')"
STYLE_NAME = "lmvw"

# Written the same by every GDAL we support; 1.2 is what PDOK's validator asks at the least.
_OPTIONS = ["VERSION=1.2"]
_SYNCHRONOUS = "OGR_SQLITE_SYNCHRONOUS"

TYPES = {
    b.Kind.ID: QMetaType.Type.QString,
    b.Kind.TEXT: QMetaType.Type.QString,
    b.Kind.CODE: QMetaType.Type.QString,
    b.Kind.COUNT: QMetaType.Type.Int,
    b.Kind.YESNO: QMetaType.Type.Bool,
}


def fields() -> QgsFields:
    """The columns of the plan layer, in the order of the Basisset."""
    columns = QgsFields()
    for field in b.PLAN_FILE_COLUMNS:
        columns.append(QgsField(field.name, TYPES[field.kind]))
    return columns


def create(
    path: Path, info: PlanFileInfo, plans: Iterable[tuple[QgsGeometry | Shape | None, Mapping[str, object]]] = (),
    feedback: Feedback | None = None, also: Callable[[sqlite3.Connection], None] | None = None,
) -> int:  # fmt: skip
    """Make a plan file, with plans when given (geometry and column values); returns how many were written.

    An existing plan file is replaced only while it holds no plans.

    :param feedback: may cancel until the file gets its name.
    :param also: writes what belongs with the plans, when they are in the file.
    :raises LmvwError: when the target holds plans or is something else, or cannot be written.
    """
    require_free(path, info)
    with written_beside(path) as target:
        target.write_bytes(empty_file(info))
        count = fill(target, plans, also)
        if _layer(target, b.LAYER).featureCount() != count:
            raise LmvwError(tr("Na het schrijven van ‘{path}’ ontbreken plannen; is de schijf vol?").format(path=path))
        settle(target)
        checkpoint(feedback or Silent())
    return count


@lru_cache(maxsize=4)
@in_dutch()
def empty_file(info: PlanFileInfo) -> bytes:
    """A plan file without plans. Form and styles take as long as some thousands of plans: made once."""
    with _in_haste(), tempfile.TemporaryDirectory(prefix="lmvw-planbestand-", ignore_cleanup_errors=True) as folder:
        target = Path(folder) / "leeg.gpkg"
        write_layer(target, b.LAYER, fields(), QgsWkbTypes.Type.MultiPolygon, ())
        write_layer(target, INFO_TABLE, info_fields(), QgsWkbTypes.Type.NoGeometry, [info_feature(info)], into_existing=True)
        layer = _layer(target, b.LAYER)
        set_up_form(layer, info.peildatum, info.limits, info.gemeente)
        set_up_style(layer)
        store_style(layer, PLAN_FILE_STYLES)
        del layer
        describe_columns(target, column_texts(info.peildatum, info.limits))
        check_table.make(target)
        settle(target)
        return target.read_bytes()


@contextmanager
def _in_haste() -> Iterator[None]:
    """A file of which only the bytes are kept need not reach the disk at every step."""
    before = gdal.GetThreadLocalConfigOption(_SYNCHRONOUS)
    gdal.SetThreadLocalConfigOption(_SYNCHRONOUS, "OFF")
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption(_SYNCHRONOUS, before)


def require_free(path: Path, info: PlanFileInfo) -> None:
    """The target may be made: it does not exist yet, or is a plan file of the same delivery without plans.

    :raises LmvwError: otherwise; nothing a user made is ever overwritten.
    """
    count = count_plans(path, info)
    if count:
        raise LmvwError(
            tr("Planbestand ‘{path}’ bevat al {count} en wordt niet overschreven; kies een andere naam, "
               "of zet bij ‘Plannen importeren’ ‘Bestaande plannen bijwerken’ (UPDATE) aan.").format(path=path, count=several(count, "plan", "plannen"))
        )  # fmt: skip


def count_plans(path: Path, info: PlanFileInfo) -> int:
    """How many plans the target holds: 0 when it does not exist yet.

    :raises LmvwError: when it cannot become a plan file of this delivery.
    """
    if path.suffix.lower() != PLAN_FILE_SUFFIX and not is_plan_file(path):
        raise LmvwError(tr("Planbestand ‘{path}’ moet op .gpkg eindigen; pas de naam aan.").format(path=path))
    if not path.parent.is_dir():
        raise LmvwError(tr("Map ‘{folder}’ bestaat niet; kies een bestaande map.").format(folder=path.parent))
    if not path.exists():
        return 0
    require_unlocked(path)
    if not is_plan_file(path):
        raise LmvwError(tr("‘{path}’ bestaat al en is geen planbestand; kies een andere naam.").format(path=path))
    there = read_info(path)
    if (there.gemeente, there.peildatum) != (info.gemeente, info.peildatum):
        raise LmvwError(
            tr(
                "Planbestand ‘{path}’ is van {gemeente}, peildatum {peildatum}, en u koos {other}, {date}; kies een ander planbestand of pas uw keuze aan."
            ).format(
                path=path,
                gemeente=there.gemeente.name,
                peildatum=there.peildatum.words,
                other=info.gemeente.name,
                date=info.peildatum.words,
            )
        )
    with told(path), looking(path) as database:
        return int(database.execute("SELECT count(*) FROM plannen").fetchone()[0])


def is_plan_file(path: Path) -> bool:
    """True for a file with the layer ``plannen`` and the table that says what it is about, whatever it is called."""
    try:
        if not is_database(path):
            return False
        with looking(path) as database:
            return bool(database.execute(_TABLES).fetchone() == (2,))
    except (OSError, sqlite3.Error, LmvwError):
        return False


def plan_file_of(layer: QgsMapLayer | None) -> Path | None:
    """The plan file a layer comes from; None for any other layer, and for one whose file is gone."""
    return plan_file_at(file_of(layer))


def plan_file_at(path: Path | None) -> Path | None:
    """The file, when it is a plan file."""
    return path if path is not None and is_plan_file(path) else None


def is_plans_of(layer: QgsMapLayer) -> bool:
    """A layer calls itself the plans of a plan file: all there is to tell when its file is gone, and with it the columns."""
    return QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("layerName") == b.LAYER


def open_layer(path: Path, styled: bool = True) -> QgsVectorLayer:
    """The plan layer of a plan file.

    :param styled: with its form and style; without takes less time.
    :raises LmvwError: when the file is not a plan file.
    """
    layer = _layer(path, b.LAYER, styled)
    if not layer.isValid():
        raise LmvwError(tr("‘{path}’ is geen planbestand; maak er een met ‘Nieuw planbestand’ of ‘Plannen importeren’.").format(path=path))
    return layer


def renew_form(layer: QgsVectorLayer) -> None:
    """Give a plan layer the form of this version of the plugin; what is stored with an older plan file stays as it is.

    A layer of which nobody can tell what it is about, or that lacks columns of this version, keeps the form it has.
    """
    try:
        info = read_info(Path(layer.source().split("|")[0]))
    except LmvwError:
        return
    if not schema.missing(layer.fields().names()):
        lay_form(layer, info.peildatum, info.limits, info.gemeente)


@in_dutch()
def state_limits(path: Path, limits: PriceLimits) -> None:
    """Keep the municipality's own price limits in the plan file, and in what it says of its columns.

    :raises LmvwError: when it is no plan file, or cannot be written.
    """
    info = replace(read_info(path), limits=limits)
    write_choices(path, info)
    describe_columns(path, column_texts(info.peildatum, limits))


def measure_by(path: Path, yardstick: Yardstick, defaults: Defaults) -> None:
    """Keep in the plan file what the municipality measures its plans by, and what they usually answer; an outcome by another yardstick is outdated.

    :raises LmvwError: when it is no plan file, or cannot be written.
    """
    info = read_info(path)
    if info.yardstick != yardstick:
        check_table.outdate(path)
    write_choices(path, replace(info, yardstick=yardstick, defaults=defaults))


def store_style(layer: QgsVectorLayer, styles: Sequence[MapStyle] = STYLES) -> None:
    """Store form and style in the GeoPackage, as the style a user without the plugin gets; the other map styles beside it.

    Each holds all of it: what a style lacks QGIS clears when it is loaded with all categories, the key of a new plan included.

    :raises LmvwError: when the file cannot be written.
    """
    for style in styles[1:]:
        set_up_style(layer, style)
        message = _save_style(layer, style.name, tr(style.title), False)
        if message:
            raise LmvwError(tr("Kaartstijl ‘{title}’ kan niet worden opgeslagen ({reason}).").format(title=tr(style.title), reason=message))
    set_up_style(layer)
    message = _save_style(layer, STYLE_NAME, tr("Basisset {version}").format(version=b.SCHEMA_VERSION), True)
    if message:
        raise LmvwError(tr("Formulier en stijl kunnen niet worden opgeslagen ({reason}).").format(reason=message))


def _save_style(layer: QgsVectorLayer, name: str, title: str, default: bool) -> str:
    """Returns what went wrong, if anything. QGIS 3.44 has another method for this, and complains of the one that 3.40 has."""
    if hasattr(layer, "saveStyleToDatabaseV2"):
        return str(layer.saveStyleToDatabaseV2(name, title, default, "")[1])
    return str(layer.saveStyleToDatabase(name, title, default, ""))


def write_layer(
    path: Path, name: str, columns: QgsFields, kind: QgsWkbTypes.Type, rows: Iterable[QgsFeature], into_existing: bool = False
) -> int:
    """Write one layer of a GeoPackage and return how many features it got.

    :raises LmvwError: when the writer reports an error.
    """
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = name
    options.fileEncoding = "UTF-8"
    options.datasourceOptions = _OPTIONS
    options.layerOptions = [f"GEOMETRY_NAME={b.GEOMETRY}", "FID=fid"]
    if into_existing:
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    crs = QgsCoordinateReferenceSystem() if kind == QgsWkbTypes.Type.NoGeometry else rd_new()
    writer = QgsVectorFileWriter.create(str(path), columns, kind, crs, QgsCoordinateTransformContext(), options)
    count = 0
    try:
        _require_no_error(writer, path)
        for feature in rows:
            if not writer.addFeature(feature):
                _require_no_error(writer, path)
            count += 1
    finally:
        del writer  # closes the file
    return count


def _require_no_error(writer: QgsVectorFileWriter, path: Path) -> None:
    """The writer has written everything.

    :raises LmvwError: when it could not.
    """
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise LmvwError(
            tr("Bestand ‘{path}’ kan niet geschreven worden ({reason}); controleer de map en de vrije ruimte.").format(
                path=path, reason=writer.errorMessage()
            )
        )


def _layer(path: Path, name: str, styled: bool = False) -> QgsVectorLayer:
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = styled  # reading the style takes longer than opening the layer
    return QgsVectorLayer(f"{path}|layername={name}", name, "ogr", options)
