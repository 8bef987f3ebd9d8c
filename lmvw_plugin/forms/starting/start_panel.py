# SPDX-License-Identifier: GPL-2.0-or-later
"""The start panel: begin or go on with a plan file, and what to do next with the one in hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsSettings, QgsVectorLayer
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QLabel, QPushButton, QVBoxLayout, QWidget

from ...core.confidential.asked import in_short as asked_in_short
from ...core.errors import LmvwError
from ...core.i18n import day, later, tr
from ...core.reporting.next_step import Todo, in_short, next_step
from ...layers.moment import Locked
from ...layers.planfile import standing as plan_standing
from ...layers.planfile.recognising import plan_file_of
from ...layers.planfile.standing import Known
from ...layers.reading import Taken
from .. import jobs, messages
from ..once import once_after
from ..plan_in_hand import plan_file
from ..run_task import Job
from ..sizes import scrolled
from .open_plan_file import open_plan_file, plans_of
from .recent import forget, recent, remember

_SHOWN = "lmvw/start_panel"  # whether the user had it open; open for who never closed it
_REST = 700  # ms after the last change
_BUTTONS = {
    Todo.IMPORT: later("Plannen importeren…"),
    Todo.FILL: later("Verder met invullen"),
    Todo.CHECK: later("Controleren en op de kaart tonen"),
    Todo.MEND: later("Plan met een fout openen"),
    Todo.DELIVER: later("Levering maken…"),
}
Jobs = dict[Todo, Callable[[Known], None]]


class StartPanel(QgsDockWidget):
    """``beginnings``: the actions to begin with, as buttons. ``jobs``: what each next step does. ``draw``: the other way to a first plan.
    ``ask``: the other way to answers.
    """

    def __init__(
        self, iface: QgisInterface, beginnings: list[QAction], jobs: Jobs, draw: Callable[[], None], ask: QAction | None = None
    ) -> None:
        super().__init__(tr("Startpaneel"), iface.mainWindow())
        self.setObjectName("lmvw_start")
        self._iface, self._jobs, self._draw = iface, jobs, draw
        self._known: Known | None = None
        self._looking: Job | None = None
        self._stopped = False
        self.ask = _button(ask) if ask is not None else None
        self._lay_out(beginnings)
        self._timer = once_after(_REST, self.look, self)
        project = QgsProject.instance()
        project.layersAdded.connect(self._added)
        project.layersRemoved.connect(self._left)
        project.cleared.connect(self._left)
        iface.mapCanvas().currentLayerChanged.connect(self._later)
        self.visibilityChanged.connect(self._later)  # what is open already when the panel comes in sight
        self._added(list(project.mapLayers().values()))
        self.show_recent()

    @staticmethod
    def wanted() -> bool:
        """The first time, and as long as the user does not close it."""
        return bool(QgsSettings().value(_SHOWN, True, type=bool))

    def keep(self, shown: bool) -> None:
        """The user opened or closed it."""
        QgsSettings().setValue(_SHOWN, shown)
        if shown:
            self.show_recent()
            self._later()

    def stop(self) -> None:
        """Listen to nothing any more."""
        self._stopped = True
        self._timer.stop()
        if self._looking is not None:
            self._looking.abandon()
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._added)
        project.layersRemoved.disconnect(self._left)
        project.cleared.disconnect(self._left)
        self._iface.mapCanvas().currentLayerChanged.disconnect(self._later)
        self.visibilityChanged.disconnect(self._later)

    # -- what it looks like -------------------------------------------------------------------------------------

    def _lay_out(self, beginnings: list[QAction]) -> None:
        inside = QWidget()
        whole = QVBoxLayout(inside)
        self.title, self.sentence = _words(bold=True), _words()
        self.title.setObjectName("title")
        self.sentence.setObjectName("sentence")
        self.secret, self.ask_secret = _words(), QPushButton(tr("Vertrouwelijke plannen…"))
        self.secret.setObjectName("secret")
        self.ask_secret.setObjectName("ask_secret")
        self.ask_secret.clicked.connect(lambda _=False: self._ask_secret())
        self.go_on = QPushButton()
        self.go_on.setObjectName("go_on")
        self.go_on.clicked.connect(lambda _=False: self._go_on())
        self.draw = QPushButton(tr("Plan tekenen"))
        self.draw.setObjectName("draw")
        self.draw.clicked.connect(lambda _=False: self._draw())
        for widget in (
            _heading(tr("Dit planbestand")),
            self.title,
            self.sentence,
            self.go_on,
            self.ask,
            self.draw,
            self.secret,
            self.ask_secret,
            _heading(tr("Beginnen")),
        ):
            if widget is not None:
                whole.addWidget(widget)
        for action in beginnings:
            whole.addWidget(_button(action))
        whole.addWidget(_heading(tr("Laatst geopend")))
        self._recent = QVBoxLayout()
        whole.addLayout(self._recent)
        whole.addStretch(1)
        self.setWidget(scrolled(inside))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)
        self._show(None)

    def show_recent(self) -> None:
        """The files that were opened last; what is left to do in each is looked up in the background, where the user wants the panel."""
        while self._recent.count():
            self._recent.takeAt(0).widget().deleteLater()
        for path in recent():
            button = _Button(path.name)
            button.setObjectName("recent")
            button.setToolTip(str(path))
            button.clicked.connect(partial(self._open, path))
            self._recent.addWidget(button)
            if self.wanted():
                self._look_at_recent(button)
        if not self._recent.count():
            self._recent.addWidget(_words(tr("Hier komen de planbestanden die u opent.")))

    def _look_at_recent(self, button: QPushButton) -> None:
        Job(tr("Planbestand bekijken"), partial(_look_at, Path(button.toolTip())), partial(self._tell_recent, button)).start()

    def _saved(self, path: Path) -> None:
        """What is left to do in this file is another now."""
        if self._stopped or not self.isVisible():
            return
        for button in self.findChildren(QPushButton, "recent"):
            if button.toolTip() == str(path):
                self._look_at_recent(button)

    def _tell_recent(self, button: QPushButton, known: Known | None, _: str) -> None:
        if self._stopped or button not in self.findChildren(QPushButton, "recent"):
            return
        path = button.toolTip()
        if known is None:
            button.setText(tr("{file}\nis er niet, of kan niet gelezen worden").format(file=Path(path).name))
            return
        standing = known.standing
        about = (
            tr("{file}\n{gemeente}, {peildatum}\nextractie {extraction}\n1 plan, {todo}")
            if standing.plans == 1
            else tr("{file}\n{gemeente}, {peildatum}\nextractie {extraction}\n{plans} plannen, {todo}")
        )
        button.setText(about.format(
            file=Path(path).name, gemeente=known.info.gemeente.name, peildatum=known.info.peildatum.words,
            extraction=day(known.info.peildatum.extraction), plans=standing.plans, todo=in_short(standing)
        ))  # fmt: skip

    def _open(self, path: Path, *_: object) -> None:
        try:
            open_plan_file(self._iface, path)
        except Locked as error:
            messages.warn(self._iface, str(error))
        except LmvwError as error:
            messages.warn(self._iface, str(error))
            forget(path)
            self.show_recent()

    # -- the file in hand ---------------------------------------------------------------------------------------

    def _added(self, layers: list[object]) -> None:
        before = recent()
        for layer in layers:
            path = plan_file_of(layer) if isinstance(layer, QgsVectorLayer) else None
            if path is None:
                continue
            remember(path)
            layer.afterCommitChanges.connect(partial(self._saved, path))
            for signal in (layer.afterCommitChanges, layer.editCommandEnded, layer.layerModified, layer.repaintRequested):
                signal.connect(self._later)
        if recent() != before:
            self.show_recent()
        self._later()

    def _left(self, *_: object) -> None:
        """A file that is not open any more is not told of a moment longer: its buttons would do nothing."""
        if not self._is_open(self._known):
            self._show(None)
        self._later()

    @staticmethod
    def _is_open(known: Known | None) -> bool:
        return known is not None and bool(plans_of(QgsProject.instance(), known.path))

    def _later(self, *_: object) -> None:
        if not self._stopped and self.isVisible():
            self._timer.start()

    def look(self) -> None:
        """See how the file in hand stands, unsaved edits included."""
        if self._looking is not None:
            self._looking.abandon()
            self._looking = None
        try:
            layer, path = plan_file(self._iface)
        except LmvwError:
            self._show(None)
            return
        plans = Taken(layer)

        def looked(known: Known | None, sentence: str) -> None:
            self._looking = None
            if not self._stopped:
                self._show(known if self._is_open(known) else None)
            if job.was_locked_out:
                self.title.setText(path.name)
                self.sentence.setText(sentence)
                self._later()

        self._looking = job = Job(tr("Planbestand bekijken"), lambda feedback: plan_standing.look(path, plans, feedback), looked)
        job.start()

    def _show(self, known: Known | None) -> None:
        self._known = known
        self.go_on.setVisible(known is not None)
        secret = asked_in_short(known.hidden, known.info.peildatum.words) if known is not None else ""
        self.secret.setText(secret)
        self.secret.setVisible(bool(secret))
        self.ask_secret.setVisible(bool(secret))
        if self.ask is not None:
            self.ask.setVisible(known is not None and next_step(known.standing)[0] is Todo.FILL)
        self.draw.setVisible(known is not None and next_step(known.standing)[0] is Todo.IMPORT)
        if known is None:
            self.title.setText(tr("Er is geen planbestand open."))
            self.sentence.setText(tr("Maak een nieuw planbestand, open er een, of bekijk het voorbeeld."))
            return
        todo, sentence = next_step(known.standing)
        of_one, more = tr("{gemeente}, peildatum {peildatum}: 1 plan"), tr("{gemeente}, peildatum {peildatum}: {plans} plannen")
        about = of_one if known.standing.plans == 1 else more
        self.title.setText(
            about.format(gemeente=known.info.gemeente.name, peildatum=known.info.peildatum.in_full, plans=known.standing.plans)
        )
        self.sentence.setText(sentence)
        self.go_on.setText(tr(_BUTTONS[todo]))

    def _take_in_hand(self) -> Known | None:
        """The file of which the panel tells, whatever came in hand since; None when it is not open any more."""
        plans = plans_of(QgsProject.instance(), self._known.path) if self._known is not None else []
        if not plans:
            self.look()
            return None
        if self._iface.activeLayer() not in plans:
            self._iface.setActiveLayer(plans[0])
        return self._known

    def _go_on(self) -> None:
        known = self._take_in_hand()
        if known is not None:
            self._jobs[next_step(known.standing)[0]](known)

    def _ask_secret(self) -> None:
        if self._take_in_hand() is not None:
            jobs.open_confidential(self._iface)


def _look_at(path: Path, feedback: object) -> Known:
    """A file that is not there is told as one that cannot be read."""
    return plan_standing.look(path, None, feedback)


def _words(text: str = "", bold: bool = False) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = label.font()
    font.setBold(bold)
    label.setFont(font)
    return label


def _heading(text: str) -> QLabel:
    label = _words(text, bold=True)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 1.15)
    label.setFont(font)
    label.setContentsMargins(0, 10, 0, 0)
    return label


class _Button(QPushButton):
    """Its words stand at the left. Qt leaves a button that has a style of its own in the colours of the theme before: it is styled anew."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._align()
        QgsApplication.instance().paletteChanged.connect(self._align)

    def _align(self, *_: object) -> None:
        self.setStyleSheet("text-align: left; padding: 4px 8px;")


def _button(action: QAction) -> QPushButton:
    button = _Button(action.text())
    button.setIcon(action.icon())
    button.setObjectName(action.objectName())
    button.clicked.connect(lambda _=False: action.trigger())
    return button
