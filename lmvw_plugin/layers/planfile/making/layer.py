# SPDX-License-Identifier: GPL-2.0-or-later
"""The columns of the plan layer, and one layer of a GeoPackage as QGIS writes it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ....core.basisset import fields as b
from ....core.errors import LmvwError
from ....core.i18n import tr
from ...sources import rd_new

# Written the same by every GDAL we support; 1.2 is what PDOK's validator asks at the least.
_OPTIONS = ["VERSION=1.2"]

COLUMN_TYPES = {
    b.Kind.ID: QMetaType.Type.QString,
    b.Kind.TEXT: QMetaType.Type.QString,
    b.Kind.CODE: QMetaType.Type.QString,
    b.Kind.COUNT: QMetaType.Type.Int,
    b.Kind.YESNO: QMetaType.Type.Bool,
}


def plan_columns() -> QgsFields:
    """The columns of the plan layer, in the order of the Basisset."""
    columns = QgsFields()
    for field in b.PLAN_FILE_COLUMNS:
        columns.append(QgsField(field.name, COLUMN_TYPES[field.kind]))
    return columns


def write_features(
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


def opened(path: Path, name: str, styled: bool = False) -> QgsVectorLayer:
    """A layer of a GeoPackage; it may not be valid."""
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = styled  # reading the style takes longer than opening the layer
    return QgsVectorLayer(f"{path}|layername={name}", name, "ogr", options)
