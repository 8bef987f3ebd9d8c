# SPDX-License-Identifier: GPL-2.0-or-later
"""A stand-in for QGIS's interface that remembers what it was asked."""

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QAction, QWidget


class MessageBar:
    def __init__(self):
        self.said = []

    def pushMessage(self, title, words, level, duration):  # noqa: N802
        self.said.append((words, level))


class Desk:
    """``keeps_project``: the user presses Cancel when asked to save the project."""

    def __init__(self, keeps_project=False):
        self.keeps_project = keeps_project
        self.window, self.bar = QWidget(), MessageBar()
        self.active, self.forms, self.asked, self.tools = None, [], [], []
        self.split = QAction(self.window)
        self.split.triggered.connect(lambda: self.tools.append("split"))

    def mainWindow(self):  # noqa: N802
        return self.window

    def messageBar(self):  # noqa: N802
        return self.bar

    def activeLayer(self):  # noqa: N802
        return self.active

    def setActiveLayer(self, layer):  # noqa: N802
        self.active = layer

    def newProject(self, ask):  # noqa: N802
        self.asked.append(ask)
        return not self.keeps_project

    def addProject(self, path):  # noqa: N802
        return QgsProject.instance().read(path)

    def openFeatureForm(self, layer, feature, *_):  # noqa: N802
        self.forms.append((layer, feature))

    def actionSplitFeatures(self):  # noqa: N802
        return self.split

    @property
    def words(self):
        return [words for words, _ in self.bar.said]
