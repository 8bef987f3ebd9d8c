# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages of a window in which a package is made: tables that are read, and choices that are more than a small screen has room for."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QAbstractItemView, QFrame, QScrollArea, QTableWidget, QWidget


def table(name: str, accessible: str, header: Sequence[str]) -> QTableWidget:
    """A table that is only read, of which the cells take as many lines as they need."""
    rows = QTableWidget(0, len(header))
    rows.setObjectName(name)
    rows.setAccessibleName(accessible)
    rows.setHorizontalHeaderLabels(header)
    rows.verticalHeader().hide()
    rows.setWordWrap(True)
    rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    return rows


def scrolling(inside: QWidget) -> QScrollArea:
    """A page that is higher than a small screen."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    return area
