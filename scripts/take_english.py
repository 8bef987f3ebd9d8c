# SPDX-License-Identifier: GPL-2.0-or-later
"""Run inside an English QGIS by screenshots.sh: the sample as a user with an English screen has it, in three pictures."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QTabWidget
from qgis.utils import iface, plugins

SHOTS = Path(os.environ["SHOTS"])
FOLDER = Path("build/voorbeeld")
kept = {}


def log(text):
    with Path("build/screenshots.result").open("a", encoding="utf-8") as lines:
        lines.write(text + "\n")


def shot(name, widget):
    QApplication.processEvents()
    widget.grab().save(str(SHOTS / f"english-{name}.png"))


def set_up():
    """A project made in this language: that of the sample has the words of who made it."""
    main = iface.mainWindow()
    main.showMaximized()
    for dock in main.findChildren(QDockWidget):
        if dock.objectName() in ("Browser", "GPSInformation", "UndoPanel", "AdvancedDigitizingTools", "LayerOrder"):
            dock.hide()
    QgsProject.instance().clear()
    boundary = QgsVectorLayer(f"{FOLDER / 'gemeentegrens.gpkg'}", "Municipal boundary", "ogr")
    project = sys.modules["lmvw_woningbouw.layers.map.project"]
    kept["plans"] = project.set_up_project(QgsProject.instance(), FOLDER.resolve() / "markerwaard.gpkg", boundary)
    iface.setActiveLayer(kept["plans"])
    QgsProject.instance().layerTreeRoot().findLayer(kept["plans"].id()).setExpanded(True)
    main.resizeDocks(main.findChildren(QDockWidget, "Layers"), [330], 1)
    iface.mapCanvas().setExtent(kept["plans"].extent().buffered(300))


def main_window():
    shot("window", iface.mainWindow())


def form():
    plan = max((one for one in kept["plans"].getFeatures() if one["nultreden_geclusterd"]), key=lambda one: one["bruto_totaal"])
    plugins["lmvw_woningbouw"].planner.open_plan(kept["plans"], plan)


def form_shot():
    window = opened("lmvw_planner")
    window.findChild(QTabWidget).setCurrentIndex(1)
    window.state.setFocus()
    shot("form", window)
    window.close()


def delivery():
    iface.mainWindow().findChild(QAction, "lmvw_exportdelivery").trigger()


def delivery_shot():
    window = opened("lmvw_delivery")
    if "No errors" not in window.verdict.text():
        return False
    shot("delivery", window)
    window.reject()
    return True


def opened(name):
    return next(one for one in QApplication.topLevelWidgets() if one.objectName() == name and one.isVisible())


def end():
    kept.clear()
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


STEPS = [(set_up, 1500), (main_window, 4000), (form, 300), (form_shot, 2000), (delivery, 500), (delivery_shot, 4000), (end, 500)]


def step(number):
    def run():
        try:
            again = STEPS[number][0]() is False
        except Exception:
            log(f"english: {traceback.format_exc()}")
            end()
            return
        if again or number + 1 < len(STEPS):
            step(number if again else number + 1)
        else:
            log("ready in English")

    QTimer.singleShot(STEPS[number][1], run)


step(0)
