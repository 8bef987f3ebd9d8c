# SPDX-License-Identifier: GPL-2.0-or-later
"""A line over the map that is drawn aside: left of it the map as it was, right of it as it is.

What is left is a picture of the same map with the layer of then in the place of that of now. QGIS draws it in threads of its own, each
time that the map is drawn; the map itself and its tools stay as they are.
"""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsMapRendererParallelJob, QgsMapSettings, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, QRect, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QWidget

from ...core.i18n import tr
from ...layers.planfile.edits import is_plan_layer
from ..lasting import keep

_WIDTH = 13  # pixels of what can be taken hold of; the line itself is in the middle
_LINE = 3
_STEP = 0.05  # of the map's width
_EDGE = 2  # pixels between a word and what is around it


class _Line(QWidget):
    """What the mouse draws aside."""

    def __init__(self, swipe: Swipe) -> None:
        super().__init__(swipe.canvas)
        self._swipe = swipe
        self.setObjectName("desk_swipe_line")
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setToolTip(tr("Sleep naar links of rechts: links hoe het was, rechts hoe het is"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        self._swipe.to(self.mapToParent(event.pos()).x() - self._swipe.canvas.viewport().x())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  # Qt's name
        event.accept()  # else the tool of the map has it
        self._swipe.keys.setFocus(Qt.FocusReason.MouseFocusReason)  # Qt gave it to the map

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        painter = QPainter(self)
        middle = (self.width() - _LINE) // 2
        painter.fillRect(middle - 1, 0, _LINE + 2, self.height(), Qt.GlobalColor.white)
        painter.fillRect(middle, 0, _LINE, self.height(), Qt.GlobalColor.black)


class _Then(QWidget):
    """The map as it was, as far as the line."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setObjectName("desk_swipe_then")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.picture: QImage | None = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        if self.picture is None:
            return
        painter = QPainter(self)
        painter.drawImage(0, 0, self.picture)
        word = tr("Vorige levering")
        box = painter.fontMetrics().boundingRect(word).size()
        ground = QRect(self.width() - box.width() - _WIDTH - 2 * _EDGE, _EDGE, box.width() + 2 * _EDGE, box.height() + 2 * _EDGE)
        painter.fillRect(ground, Qt.GlobalColor.white)
        painter.setPen(Qt.GlobalColor.black)
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, word)


class Swipe(QObject):
    """The line over a map, from when it is made until it is ended.

    :param keys: what has the keyboard, also after the mouse was at the line.
    """

    gone = pyqtSignal()  # a layer went out of the project: there is nothing left to show

    def __init__(self, canvas: QgsMapCanvas, then: QgsMapLayer, now: QgsMapLayer, keys: QWidget) -> None:
        super().__init__(canvas)
        keep(self)
        self.canvas, self.keys, self._then, self._now = canvas, keys, then.id(), now.id()
        self._jobs: list[QgsMapRendererParallelJob] = []
        self._share = 0.5
        self.then, self.line = _Then(canvas), _Line(self)
        canvas.viewport().installEventFilter(self)
        canvas.extentsChanged.connect(self._forget)
        canvas.mapCanvasRefreshed.connect(self._draw)
        self._lay()
        self.then.show()
        self.line.show()
        self._draw()

    def end(self) -> None:
        """Take the line away; may be called twice."""
        self.canvas.viewport().removeEventFilter(self)
        for signal, slot in ((self.canvas.extentsChanged, self._forget), (self.canvas.mapCanvasRefreshed, self._draw)):
            signal.disconnect(slot)
        for job in self._jobs:
            job.cancelWithoutBlocking()
        for part in (self.then, self.line):
            part.hide()
            part.deleteLater()
        self.deleteLater()

    def to(self, x: int) -> None:
        """The line to so many pixels from the left of the map."""
        self._share = max(0.0, min(x / max(1, self.canvas.viewport().width()), 1.0))
        self._lay()

    def step(self, steps: int) -> None:
        """The line so many steps to the right."""
        self.to(round((self._share + steps * _STEP) * self.canvas.viewport().width()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Resize:
            self._forget()
            self._lay()
        return False

    def _lay(self) -> None:
        whole = self.canvas.viewport().geometry()
        x = round(self._share * whole.width())
        self.then.setGeometry(whole.x(), whole.y(), x, whole.height())
        self.line.setGeometry(whole.x() + x - _WIDTH // 2, whole.y(), _WIDTH, whole.height())
        self.line.raise_()

    def _forget(self) -> None:
        """The map goes elsewhere: what was drawn is of another place."""
        self.then.picture = None
        self.then.update()

    def _draw(self) -> None:
        """The map as it is now, with the layer of then for that of now."""
        then, now = (QgsProject.instance().mapLayer(layer) for layer in (self._then, self._now))
        if then is None or now is None:
            self.gone.emit()
            return
        settings = QgsMapSettings(self.canvas.mapSettings())
        others = [layer for layer in settings.layers() if layer != then and (layer == now or not is_plan_layer(layer))]
        settings.setLayers([then if layer == now else layer for layer in others])
        for job in self._jobs:
            job.cancelWithoutBlocking()
        job = QgsMapRendererParallelJob(settings)
        self._jobs.append(job)
        job.finished.connect(lambda: self._drawn(job))
        job.start()

    def _drawn(self, job: QgsMapRendererParallelJob) -> None:
        QTimer.singleShot(0, lambda: self._jobs.remove(job))  # not while it tells that it is done
        if job is self._jobs[-1] and not sip.isdeleted(self.then) and job.mapSettings().visibleExtent() == self.canvas.extent():
            self.then.picture = job.renderedImage()
            self.then.update()
