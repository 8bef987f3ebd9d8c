# SPDX-License-Identifier: GPL-2.0-or-later
"""Files and folders on the screen: chosen in a box, opened by the program that the user has for them, and linked to."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QSizePolicy

from ..core.reporting import html


def file_box(name: str, file_filter: str, placeholder: str) -> QgsFileWidget:
    """A file to read, as wide as its form.

    :param placeholder: what stands in it while it is empty: whether it must be filled in, and what for.
    """
    box = _box(name)
    box.setFilter(file_filter)
    box.lineEdit().setPlaceholderText(placeholder)
    return box


def folder_box(name: str, folder: str | Path) -> QgsFileWidget:
    """A folder, as wide as its form."""
    box = _box(name)
    box.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
    box.setFilePath(str(folder))
    return box


def _box(name: str) -> QgsFileWidget:
    box = QgsFileWidget()
    box.setObjectName(name)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def show_file(path: str | Path) -> None:
    """Have a file or folder shown by the program of the user."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def link(path: Path, words: str) -> str:
    """Words that lead to a file or folder."""
    return html.link(QUrl.fromLocalFile(str(path)).toString(), words)
