# SPDX-License-Identifier: GPL-2.0-or-later
"""The manual, at the page of the window that asks for it: it came with the plugin, so no network is needed."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QKeySequence
from qgis.PyQt.QtWidgets import QDialogButtonBox, QMessageBox, QPushButton, QShortcut, QWidget

from ..core.i18n import tr
from ..core.manual import Page, address, page_file


def open_manual(parent: QWidget | None, page: Page = Page.START) -> bool:
    """Show a page in the browser; where that cannot be, say where the page is."""
    where = address(page)
    if where and QDesktopServices.openUrl(QUrl(where)):
        return True
    words = tr("De handleiding kan niet geopend worden. Open dit bestand zelf in een browser:\n{path}")
    QMessageBox.information(parent, tr("Handleiding"), words.format(path=page_file(page)))
    return False


def add_help(buttons: QDialogButtonBox, page: Page) -> QPushButton:
    """A Help button, and F1, for the window that these buttons are in."""
    button: QPushButton = buttons.addButton(QDialogButtonBox.StandardButton.Help)
    button.setObjectName("help")
    button.setText(tr("Help"))
    button.setAutoDefault(False)
    button.setToolTip("F1")
    button.clicked.connect(lambda _=False: open_manual(buttons.window(), page))
    QShortcut(QKeySequence("F1"), buttons, partial(open_manual, None, page))
    return button
