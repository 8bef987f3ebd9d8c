# SPDX-License-Identifier: GPL-2.0-or-later
"""Run inside QGIS by bench_form.py: the open plan layer beside the same table without any stored style, and how long a form of each takes."""

import time

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

_LIMIT = 60.0  # seconds
KINDS = ("ours", "automatic")


def set_up(path):
    """A new project with our layer, as it opens, and the bare table: no form, and no constraints either, for those are ours."""
    from lmvw_woningbouw.layers.map.project import set_up_project

    QgsProject.instance().clear()
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    bare = QgsVectorLayer(f"{path.with_suffix('.bare.gpkg')}|layername=plannen", "bare", "ogr", options)
    QgsProject.instance().addMapLayer(bare, False)  # not on the map: it is drawn once
    layers = dict(zip(KINDS, (set_up_project(QgsProject.instance(), path), bare), strict=True))
    for layer in layers.values():
        layer.startEditing()
    return layers


def opening(layer, fid):
    """Seconds from asking for the form of a plan until it is painted on the screen: on the clock, and of the processor."""
    while iface.mapCanvas().isDrawing():
        QApplication.processEvents()
    plan, others = layer.getFeature(fid), set(QApplication.topLevelWidgets())
    start, worked = time.perf_counter(), time.process_time()
    iface.openFeatureForm(layer, plan, False, False)
    (form,) = [one for one in QApplication.topLevelWidgets() if one not in others and one.inherits("QgsAttributeDialog")]
    while not form.windowHandle().isExposed():
        QApplication.processEvents()
        if time.perf_counter() - start > _LIMIT:
            raise TimeoutError("the form is not shown")
    form.repaint()
    took = time.perf_counter() - start, time.process_time() - worked
    form.close()
    form.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    return took


def pair(path, fid, anew, ours_first):
    """Seconds for our form and for the automatic one, right after each other."""
    global _layers
    if anew:
        from pathlib import Path

        _layers = set_up(Path(path))
    order = KINDS if ours_first else KINDS[::-1]
    took = {kind: opening(_layers[kind], fid) for kind in order}
    return [took[kind] for kind in KINDS]


def give_back():
    """Nothing was typed."""
    for layer in _layers.values():
        layer.rollBack()
