# SPDX-License-Identifier: GPL-2.0-or-later
"""Which file is a plan file, and which layer comes from one: known by its tables, never by its name."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProviderRegistry

from ...core.basisset import fields as b
from ...core.errors import LmvwError
from ..geopackage import looking
from ..moment import Locked, is_database
from ..sources import file_of

_TABLES = "SELECT count(*) FROM sqlite_master WHERE type IN ('table', 'view') AND lower(name) IN ('plannen', 'lmvw_planbestand')"


def is_plan_file(path: Path) -> bool:
    """True for a file with the layer ``plannen`` and the table that says what it is about, whatever it is called.

    :raises Locked: when another program keeps it to itself, so that nobody can tell.
    """
    try:
        if not is_database(path):
            return False
        with looking(path) as database:
            return bool(database.execute(_TABLES).fetchone() == (2,))
    except Locked:
        raise
    except (OSError, sqlite3.Error, LmvwError):
        return False


def plan_file_of(layer: QgsMapLayer | None) -> Path | None:
    """The plan file a layer comes from; None for any other layer, and for one whose file is gone.

    Of a file that another program keeps to itself the layer must tell: who then reads it, waits for it or says so.
    """
    path = file_of(layer)
    try:
        return plan_file_at(path)
    except Locked:
        return path if layer is not None and is_plans_of(layer) else None


def plan_file_at(path: Path | None) -> Path | None:
    """The file, when it is a plan file.

    :raises Locked: as ``is_plan_file``.
    """
    return path if path is not None and is_plan_file(path) else None


def is_plans_of(layer: QgsMapLayer) -> bool:
    """A layer calls itself the plans of a plan file: all there is to tell when its file is gone or kept by another program."""
    return QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("layerName") == b.LAYER
