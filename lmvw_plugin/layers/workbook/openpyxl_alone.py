# SPDX-License-Identifier: GPL-2.0-or-later
"""openpyxl without lxml, which it takes when it finds it: the two of them can end QGIS in the middle of a delivery.

Each time QGIS closes a GeoPackage, libspatialite 5.1 clears what libxml2 keeps for the whole process, and lxml goes on writing through it.
Seen on Debian 13 (the crash is in ``xmlCharEncOutput``); on Windows see QGIS issues 55807 and 58205. Nothing else may import openpyxl.

When another plugin has loaded openpyxl with lxml before, it stays as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _absent(name: str) -> Iterator[None]:
    """While it lasts, importing the module fails as it does where it is not installed."""
    kept = sys.modules.get(name)
    sys.modules[name] = None  # type: ignore[assignment]  # what the import system asks for
    try:
        yield
    finally:
        del sys.modules[name]
        if kept is not None:
            sys.modules[name] = kept


with _absent("lxml.etree"):
    from openpyxl import Workbook, load_workbook
    from openpyxl.cell import Cell
    from openpyxl.formatting.rule import CellIsRule, FormulaRule
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.pagebreak import Break, ColBreak
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = [
    "Alignment", "Border", "Break", "Cell", "CellIsRule", "ColBreak", "DataValidation", "Font", "FormulaRule", "PatternFill", "Protection", "Side",
    "Workbook", "Worksheet", "load_workbook",
]  # fmt: skip
