# SPDX-License-Identifier: GPL-2.0-or-later
"""A stand-in for QGIS's interface that remembers what it was asked."""

import gc
from contextlib import contextmanager

from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsFileWidget, QgsMapCanvas, QgsMapToolPan, QgsMessageBar, QgsOptionsPageWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QLabel, QMainWindow, QToolButton, QWidget

from lmvw_plugin.forms import lasting


class MessageBar(QgsMessageBar):
    """QGIS's own, which remembers what it said."""

    def __init__(self, parent):
        super().__init__(parent)
        self.said = []

    def pushMessage(self, title, words, level, duration):  # noqa: N802  # QGIS's name
        self.said.append((words, level))

    def pushWidget(self, message, level, duration):  # noqa: N802  # QGIS's name
        self.said.append((message.text(), level))
        return super().pushWidget(message, level, duration)


class Desk:
    """``keeps_project``: the user presses Cancel when asked to save the project."""

    def __init__(self, keeps_project=False):
        self.keeps_project = keeps_project
        self.window = QWidget()
        self.bar = MessageBar(self.window)
        self.active, self.forms, self.asked, self.tools, self.tables = None, [], [], [], []
        self.split = QAction(self.window)
        self.split.triggered.connect(lambda: self.tools.append("split"))

    def mainWindow(self):  # noqa: N802  # QGIS's name
        return self.window

    def messageBar(self):  # noqa: N802  # QGIS's name
        return self.bar

    def activeLayer(self):  # noqa: N802  # QGIS's name
        return self.active

    def setActiveLayer(self, layer):  # noqa: N802  # QGIS's name
        self.active = layer

    def newProject(self, ask):  # noqa: N802  # QGIS's name
        self.asked.append(ask)
        return not self.keeps_project

    def addProject(self, path):  # noqa: N802  # QGIS's name
        return QgsProject.instance().read(path)

    def openFeatureForm(self, layer, feature, *_):  # noqa: N802  # QGIS's name
        self.forms.append((layer, feature))

    def showAttributeTable(self, layer, filter_expression=""):  # noqa: N802  # QGIS's name
        self.tables.append((layer, filter_expression))
        return self.window

    def actionSplitFeatures(self):  # noqa: N802  # QGIS's name
        return self.split

    @property
    def words(self):
        return [words for words, _ in self.bar.said]


class MapDesk(Desk):
    """A desk with a map on it."""

    def __init__(self):
        super().__init__()
        self.canvas = QgsMapCanvas(self.window)
        self.canvas.setGeometry(0, 0, 600, 400)
        self.window.resize(600, 400)
        self.pan = QAction(self.window)
        self.hand = QgsMapToolPan(self.canvas)
        self.pan.triggered.connect(lambda: self.canvas.setMapTool(self.hand))
        self.canvas.setMapTool(self.hand)

    def mapCanvas(self):  # noqa: N802  # QGIS's name
        return self.canvas

    def vectorLayerTools(self):  # noqa: N802  # QGIS's name
        return None

    def actionPan(self):  # noqa: N802  # QGIS's name
        return self.pan

    def clear(self):
        """Take it down here and now: Python's collector may come by on the thread of a task. With it go the pages of the options, which QGIS's
        own window would own; left behind, their thousands of widgets make each change of theme slow."""
        for page in QApplication.topLevelWidgets():
            if isinstance(page, QgsOptionsPageWidget):
                sip.delete(page)
        sip.delete(self.window)


class Abroad(Desk):
    """A desk whose window Python does not own, as that of QGIS: what has it for a parent is dropped with its wrapper."""

    def __init__(self):
        super().__init__()
        self._holder = QgsFileWidget()

    def mainWindow(self):  # noqa: N802  # QGIS's name
        return self._holder.findChild(QToolButton)


@contextmanager
def first_day():
    """A desk with a map, as for who never used the plugin; what is open goes when it is left."""
    QgsSettings().remove("lmvw")
    desk = MapDesk()
    yield desk
    for layer in QgsProject.instance().mapLayers().values():
        layer.rollBack()
    QgsProject.instance().clear()
    QgsSettings().remove("lmvw")
    desk.clear()


@contextmanager
def in_sight(desk, panel):
    """A start panel that is looked at."""
    desk.window.show()
    panel.show()
    yield panel
    panel.stop()
    panel.close()
    desk.window.hide()


def windows(name):
    """The windows of this name that are open."""
    return [window for window in QApplication.topLevelWidgets() if window.objectName() == name]


def outlives_its_wrapper(name, kind, close):
    """The one window of this name still has our methods when nobody holds it, and goes when it closes."""
    gc.collect()
    (opened,) = windows(name)
    assert isinstance(opened, kind)  # else Qt shows its window, but none of our methods is called
    close(opened)
    del opened
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not windows(name)
    assert not lasting._open


class DockDesk(MapDesk):
    """A desk with room for panels."""

    def __init__(self):
        super().__init__()
        self.docks = QMainWindow(self.window)
        self.questions = []

    def addTabifiedDockWidget(self, area, dock, beside, raised):  # noqa: N802  # QGIS's name
        self.docks.addDockWidget(area, dock)
        self.docks.show()

    def removeDockWidget(self, dock):  # noqa: N802  # QGIS's name
        self.docks.removeDockWidget(dock)


def least_height(dock, docks):
    """Of a main window with this panel below a panel of QGIS that is 250 high."""
    above = QDockWidget("Resultaten bekijken", docks)
    above.setWidget(QLabel())
    above.widget().setMinimumHeight(250)
    docks.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, above)
    docks.splitDockWidget(above, dock, Qt.Orientation.Vertical)
    QApplication.processEvents()
    assert docks.dockWidgetArea(dock) == Qt.DockWidgetArea.RightDockWidgetArea
    return docks.minimumSizeHint().height()
