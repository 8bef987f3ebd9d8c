# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file without plans."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsWkbTypes

from ....core.basisset import fields as b
from ....core.i18n import in_dutch
from ...geopackage import settle
from ...plan_layer.form import set_up_form
from ...plan_layer.style import PLAN_FILE_STYLES, set_up_style
from ..about import INFO_TABLE, PlanFileInfo, info_feature, info_fields
from ..tables import check_table
from .column_texts import column_texts, describe_columns
from .layer import opened, plan_columns, write_features
from .styles import store_style

_SYNCHRONOUS = "OGR_SQLITE_SYNCHRONOUS"


@lru_cache(maxsize=4)
@in_dutch()
def empty_plan_file(info: PlanFileInfo) -> bytes:
    """A plan file without plans. Form and styles take as long as some thousands of plans: made once."""
    with _in_haste(), tempfile.TemporaryDirectory(prefix="lmvw-planbestand-", ignore_cleanup_errors=True) as folder:
        target = Path(folder) / "leeg.gpkg"
        write_features(target, b.LAYER, plan_columns(), QgsWkbTypes.Type.MultiPolygon, ())
        write_features(target, INFO_TABLE, info_fields(), QgsWkbTypes.Type.NoGeometry, [info_feature(info)], into_existing=True)
        layer = opened(target, b.LAYER)
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
