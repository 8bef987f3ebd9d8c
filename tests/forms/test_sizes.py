# SPDX-License-Identifier: GPL-2.0-or-later
"""Every window of ours fits on the screen: at 150% a laptop of 1366x768 has no more than 911x512."""

from qgis.PyQt.QtCore import QRect, QSize
from qgis.PyQt.QtWidgets import QDialog

from lmvw_plugin.forms.sizes import EDGE, FRAME, fit

LAPTOP = QSize(911, 512)


class Small(QDialog):
    """On a laptop at 150%."""

    def screen(self):
        return self

    def availableGeometry(self):  # noqa: N802
        return QRect(0, 0, LAPTOP.width(), LAPTOP.height())


def test_a_window_is_as_large_as_it_likes_but_never_larger_than_the_screen(qgis_app):
    window = Small()
    fit(window, 640, 420)
    assert window.size() == QSize(640, 420)
    fit(window, 1040, 700)
    assert window.size() == QSize(911 - 2 * EDGE, 512 - FRAME)
    window.resize(300, 900)
    fit(window)
    assert window.size() == QSize(300, 512 - FRAME)
