# SPDX-License-Identifier: GPL-2.0-or-later
"""What tests of windows share."""

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsGui
from qgis.PyQt.QtWidgets import QApplication

from tests.conftest import dress
from tests.forms.desk import DockDesk


@pytest.fixture
def themes(qgis_app):
    """For who chooses another theme, or colours of the desktop."""
    before = QApplication.palette(), QApplication.instance().styleSheet()
    yield
    QgsApplication.setUITheme("default")
    dress(*before)


@pytest.fixture
def desk(qgis_app):
    """QGIS with a map and room for panels; what is open goes when it is left."""
    QgsGui.editorWidgetRegistry().initEditors()
    desk = DockDesk()
    desk.window.show()
    yield desk
    for layer in QgsProject.instance().mapLayers().values():
        layer.rollBack()
    QgsProject.instance().clear()
    desk.clear()
