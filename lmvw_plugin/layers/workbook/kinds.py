# SPDX-License-Identifier: GPL-2.0-or-later
"""The kinds of file that are read as a worksheet."""

from __future__ import annotations

from ...core.i18n import later

SUFFIXES = (".xlsx", ".xlsm", ".csv", ".ods")
FILE_FILTER = later("Werkbladen (*.xlsx *.xlsm *.csv *.ods)")
