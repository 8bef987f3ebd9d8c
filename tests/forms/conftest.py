# SPDX-License-Identifier: GPL-2.0-or-later
"""What tests of windows share."""

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QApplication

from tests.conftest import dress


@pytest.fixture
def themes(qgis_app):
    """For who chooses another theme, or colours of the desktop."""
    before = QApplication.palette(), QApplication.instance().styleSheet()
    yield
    QgsApplication.setUITheme("default")
    dress(*before)
