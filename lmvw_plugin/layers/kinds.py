# SPDX-License-Identifier: GPL-2.0-or-later
"""The kinds of file that a person is asked for. What a file is, its content tells (``planfile.recognising``)."""

from __future__ import annotations

from ..core.i18n import later

PLAN_FILE_SUFFIX = ".gpkg"  # of a new one
PLAN_FILES = f"GeoPackage (*{PLAN_FILE_SUFFIX})"
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".csv", ".ods")
WORKBOOKS = later("Excel-bestanden (*.xlsx *.xlsm *.csv *.ods)")
PLAN_MAPS = later("Plankaarten volgens IMRO (*.gml *.xml *.gpkg *.shp *.geojson *.json);;Alle bestanden (*)")
MAPPINGS = later("Kolomkoppeling (*.json)")
BOUNDARIES = later("Kaartbestanden (*.gpkg *.shp *.geojson *.json *.gml);;Alle bestanden (*)")
