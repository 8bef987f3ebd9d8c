# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading polygon layers: is this layer usable, and its rows as plain Python values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsFields,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ..core.basisset import fields as basisset
from ..core.errors import LmvwError
from ..core.i18n import tr

NETHERLANDS = QgsRectangle(10_000, 305_000, 280_000, 625_000)  # in RD

# RD New, and RD New with NAP heights: the same horizontal coordinates.
_RD = ("EPSG:28992", "EPSG:7415")


YES_NO = {"true": True, "false": False}  # how the lists of the form say ja and nee

_PLAIN, _NULL = frozenset((str, int, float, bool)), type(NULL)  # comparing every value with NULL takes longer than reading it

_FETCH = "GML_DOWNLOAD_WFS_SCHEMA"

# How a layer in a database or on the web is named: ``postgres://...``, ``dbname='gis' table="public"."plannen"``, ``MultiPolygon?crs=...``.
_CONNECTION = re.compile(r"\s*\w+(?:=|\?|(?<=\w\w)://)")


@contextmanager
def offline() -> Iterator[None]:
    """Files are opened without fetching from the internet what they name there: GDAL does so for the schema of a GML that a WFS gave."""
    before = gdal.GetThreadLocalConfigOption(_FETCH)
    gdal.SetThreadLocalConfigOption(_FETCH, "NO")
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption(_FETCH, before)


def rd_new() -> QgsCoordinateReferenceSystem:
    """The one coordinate reference system of the delivery, whole."""
    return whole(QgsCoordinateReferenceSystem(basisset.CRS))


def wgs84() -> QgsCoordinateReferenceSystem:
    """Degrees, as GeoJSON has them, whole."""
    return whole(QgsCoordinateReferenceSystem("EPSG:4326"))


def whole(crs: QgsCoordinateReferenceSystem) -> QgsCoordinateReferenceSystem:
    """The same coordinate reference system, with what it says.

    QGIS keeps what it made of a name for everybody, and what that says (its WKT) goes with the thread that asked for it first. A file that is
    written with what is left says nowhere what it is, and coordinates that are transformed with it stay what they were, without an error.
    """
    return crs if crs.toWkt() or not crs.authid() else _anew(crs.authid())


def _anew(name: str) -> QgsCoordinateReferenceSystem:
    QgsCoordinateReferenceSystem.invalidateCache()
    return QgsCoordinateReferenceSystem(name)


def hold_crs() -> None:
    """RD and degrees, made anew: on the main thread, which does not end, they stay whole for the layers that QGIS opens as well."""
    _anew(basisset.CRS)
    wgs84()


def transformer(source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
    """From one to the other, as the project chooses between the ways there are; where one of the two is not known, nothing moves.

    :raises LmvwError: when QGIS has no way; its own transformation would leave every coordinate as it is.
    """
    if not (source.isValid() and target.isValid()):
        return QgsCoordinateTransform()
    transform = QgsCoordinateTransform(whole(source), whole(target), QgsProject.instance().transformContext())
    if not transform.isValid():
        raise LmvwError(
            tr("QGIS kan coördinaten niet omzetten van {source} naar {target}; kies een ander stelsel voor de laag of de kaart.").format(
                source=_named(source), target=_named(target)
            )
        )
    return transform


def _named(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.authid() or crs.description() or tr("een stelsel zonder naam")


def is_rd(crs: QgsCoordinateReferenceSystem) -> bool:
    """True for RD New, also where a file declares it in other words than its EPSG code."""
    return crs.authid() in _RD or (crs.isValid() and crs.toProj() == rd_new().toProj())


def is_declared(crs: QgsCoordinateReferenceSystem) -> bool:
    """True when a layer says where it lies; a GeoPackage may say in so many words that it does not (GeoPackage 1.4, srs_id 0 and -1)."""
    return crs.isValid() and not crs.description().startswith("Undefined ")


def file_of(layer: QgsMapLayer | None) -> Path | None:
    """The file a layer is read from; None for one in memory, in a database or on the web. The file need not be there any more."""
    if layer is None or layer.providerType() != "ogr":
        return None
    path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path")
    return Path(path) if path else None


def is_of(layer: QgsMapLayer, path: Path, name: str) -> bool:
    """A layer is one of this name in this file, however QGIS spells where that is."""
    return file_of(layer) == path and QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("layerName") == name


def path_in(text: str) -> Path:
    """The file in a text that names a layer of it, ``plannen.gpkg|layername=hard``."""
    return Path(text.partition("|")[0])


def names_file(given: object) -> bool:
    """A text names a file that is there, or a layer in one."""
    try:
        return isinstance(given, str) and bool(given) and path_in(given).exists()
    except OSError:  # the connection to a database makes a name that no disk takes
        return False


def require_file(text: str) -> None:
    """A file that is named must exist; what is not a path (a layer id, a database) passes.

    :raises LmvwError: when the path does not exist.
    """
    if _CONNECTION.match(text):
        return
    path = str(path_in(text))
    looks_like_path = path.startswith(("/", "./", "../", "~")) or Path(path).suffix != "" or "\\" in path
    if looks_like_path and not path.startswith("/vsi") and not Path(path).exists():
        raise LmvwError(tr("Bestand ‘{path}’ bestaat niet; kies een bestaand bestand.").format(path=path))


def require_polygons(source: QgsFeatureSource, name: str) -> None:
    """The layer holds polygons in RD, or declares no coordinate reference system at all.

    :raises LmvwError: when it holds something else.
    """
    kind = QgsWkbTypes.geometryType(source.wkbType())
    if source.wkbType() != QgsWkbTypes.Type.Unknown and kind != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise LmvwError(tr("Laag ‘{name}’ bevat {kind}; kies een laag met polygonen.").format(name=name, kind=_kind_name(kind)))
    crs = source.sourceCrs()
    if crs.isGeographic() and is_declared(crs) and _in_netherlands(source.sourceExtent()):
        raise LmvwError(
            tr("Laag ‘{name}’ zegt dat zij in graden is ({crs}), maar de coördinaten zijn RD. Leg EPSG:28992 vast bij de eigenschappen van de "
               "laag. Zet de laag niet om: dan komt zij op een verkeerde plek.").format(name=name, crs=crs.authid() or crs.description())
        )  # fmt: skip
    if is_declared(crs) and not is_rd(crs):
        raise LmvwError(
            tr("Laag ‘{name}’ heeft coördinatenstelsel {crs}, maar de levering vraagt EPSG:28992 (RD); "
               "zet de laag eerst om met ‘Laag herprojecteren’.").format(name=name, crs=crs.authid() or crs.description() or tr("(zonder naam)"))
        )  # fmt: skip


def _in_netherlands(extent: QgsRectangle) -> bool:
    """Numbers in metres, as RD has them; the extent of an empty layer lies nowhere."""
    return not extent.isEmpty() and NETHERLANDS.contains(extent)


def _kind_name(kind: QgsWkbTypes.GeometryType) -> str:
    names = {
        QgsWkbTypes.GeometryType.PointGeometry: tr("punten"),
        QgsWkbTypes.GeometryType.LineGeometry: tr("lijnen"),
        QgsWkbTypes.GeometryType.NullGeometry: tr("geen kaartgegevens (alleen een tabel)"),
    }
    return names.get(kind, tr("geen polygonen"))


def plan_in(feature: QgsFeature) -> dict[str, object]:
    """All attributes of a plan that may wait in a layer, by the names of their columns, as plain values."""
    answers, columns = feature.attributes(), feature.fields()
    for column in _yes_no(columns):
        answers[column] = _chosen(answers[column])
    return dict(
        zip(columns.names(), map(value, answers), strict=False)
    )  # QGIS may give joined values without their columns, behind the own


def plain_values(columns: QgsFields) -> list[tuple[str, Callable[[object], object]]]:
    """Of each column its name, and what makes a value that waits in it plain, as ``plan_in`` does."""
    yes_no = set(_yes_no(columns))
    return [(name, _answer if at in yes_no else value) for at, name in enumerate(columns.names())]


def _answer(raw: object) -> object:
    return value(_chosen(raw))


def _yes_no(columns: QgsFields) -> list[int]:
    return [at for at, column in enumerate(columns.toList()) if column.type() == QMetaType.Type.Bool]


def _chosen(raw: Any) -> Any:
    """A list of the form gives the text of what was chosen; it becomes ja or nee when the layer is saved, and counts as that before."""
    return YES_NO.get(raw, raw) if type(raw) is str else raw


def value(raw: object) -> object:
    """A QGIS attribute as a plain value: NULL becomes None, and so does an empty text, which is what the form stores for no answer."""
    if type(raw) is _NULL:
        return None if raw == NULL else raw
    return None if raw is None or raw == "" else raw


def rows(
    source: QgsFeatureSource, names: Sequence[str] | None = None, drawn: bool = True
) -> Iterator[tuple[QgsFeature, dict[str, object]]]:
    """Each feature with its attributes as plain values, for the named columns that exist (default: all).

    :param drawn: with its geometry.

    Of a source that knows what its file really stores (``stored`` of a snapshot), that is the value. Geometries come as they are: the
    validity rules judge them, not QGIS.
    """
    columns = source.fields()
    wanted = [name for name in (names or columns.names()) if columns.lookupField(name) >= 0]
    request = QgsFeatureRequest().setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    request.setSubsetOfAttributes(wanted, columns)
    if not drawn:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    indexes = [columns.lookupField(name) for name in wanted]
    answers, stored = _yes_no(columns), getattr(source, "stored", {})
    for feature in source.getFeatures(request):
        attributes = feature.attributes()
        for column in answers:
            attributes[column] = _chosen(attributes[column])
        values = [attributes[column] for column in indexes]
        if not _PLAIN.issuperset(map(type, values)) or "" in values:
            values = list(map(value, values))
        row = dict(zip(wanted, values, strict=True))
        if stored and feature.id() in stored:
            row |= {name: raw for name, raw in stored[feature.id()].items() if name in row}
        yield feature, row
