# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of the window of a plan, how they lie, where its keys go, and where on the screen it stands; what they do is in ``window``."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsFeature, QgsSettings, QgsVectorLayer
from qgis.gui import QgisInterface, QgsAttributeEditorContext, QgsAttributeForm
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QShortcut, QSizePolicy, QVBoxLayout

from ...core.i18n import tr
from ...core.manual import Page
from ..help import open_manual
from ..letters import readable_lines
from . import fields as plan_fields
from .finding_list import FindingList
from .parts import parts_of

_GEOMETRY = "lmvw/planner/geometry"
_SIZE, _LEAST, _EDGE = (700, 600), 480, 24  # pixels; a screen of 1366x768 is wide and high enough
_FRAME = 36  # pixels: the title and edges that the desktop puts around a window
_LETTER = 16  # pixels: the height of the letters for which these sizes are
_OURS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # with Ctrl: QGIS would hide its panels


class PlanWidgets(QDialog):
    """The window without its work."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface.mainWindow())
        readable_lines(self)
        self.setObjectName("lmvw_planner")
        self.iface = iface

    def make_form(self, layer: QgsVectorLayer, plan: QgsFeature) -> None:
        """QGIS's own form of a plan, without buttons."""
        context = QgsAttributeEditorContext()
        context.setVectorLayerTools(self.iface.vectorLayerTools())
        context.setMapCanvas(self.iface.mapCanvas())
        # A form without buttons of its own stores half typed values whenever QGIS draws its panel of layers: hide the buttons ourselves.
        context.setFormMode(QgsAttributeEditorContext.FormMode.StandaloneDialog)
        self.form = QgsAttributeForm(layer, plan, context, self)
        self.form.disconnectButtonBox()
        parts_of(self.form).box.hide()

    def lay_out(self, findings: FindingList) -> None:
        """The form between the name of the plan and what is to be said of it, with the buttons below."""
        self.name, self.position, self.state = QLabel(), QLabel(), QLabel()
        self.name.setObjectName("name")
        self.state.setObjectName("state")
        self.position.setObjectName("position")
        bold = self.name.font()
        bold.setBold(True)
        self.name.setFont(bold)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.state.setWordWrap(True)
        self.previous = self._button("previous", tr("◀ V&orige plan"), tr("Alt+pijl links"))
        self.next = self._button("next", tr("&Volgende plan ▶"), tr("Alt+pijl rechts"))
        self.undo = self._button("undo", tr("&Herstellen"), tr("Zet dit plan terug zoals het was toen u het opende."))
        self.help = self._button("help", tr("Help"), "F1")
        self.store = self._button("store", tr("Op&slaan"), tr("Ctrl+S: alles wat nog niet in het planbestand staat"))
        self.leave = self._button("leave", tr("Sl&uiten"), tr("Esc: wat u hebt ingevuld blijft bewaard"))
        manual = partial(open_manual, self, Page.FILL)
        self.help.clicked.connect(lambda *_: manual())
        QShortcut(QKeySequence("F1"), self).activated.connect(manual)
        self.leave.clicked.connect(lambda *_: self.close())
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.name, 1)
        above.addWidget(self.position)
        below.addWidget(self.previous)
        below.addWidget(self.next)
        below.addStretch(1)
        below.addWidget(self.undo)
        below.addWidget(self.store)
        below.addWidget(self.leave)
        below.addWidget(self.help)
        whole = QVBoxLayout(self)
        whole.addLayout(above)
        whole.addWidget(self.form, 1)
        whole.addWidget(findings.head)
        whole.addWidget(findings)
        whole.addWidget(self.state)  # as wide as the window: between the buttons a sentence had room for one word
        whole.addLayout(below)
        _take_room(self, self.iface)

    def _button(self, name: str, words: str, tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAutoDefault(False)  # Enter in a field presses no button
        return button

    def event(self, event: QEvent) -> bool:
        """Ctrl+Tab is for the tabs of this form."""
        control = event.type() == QEvent.Type.ShortcutOverride and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in _OURS:
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Enter goes to the next field, as Tab does; it never closes the form in the middle. Ctrl+Tab goes to the next tab."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextPrevChild(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif event.key() in _OURS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            back = event.key() == Qt.Key.Key_Backtab or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            plan_fields.next_tab(self.form, -1 if back else 1)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  # Qt's name
        """After the last field of a tab comes the first of the next one; the buttons come after the last tab."""
        return (forward and plan_fields.turn_page(self.form)) or bool(super().focusNextPrevChild(forward))


def _take_room(window: QDialog, iface: QgisInterface) -> None:
    """Give a window the size and place it had last, or a first one: at the right of the screen, and under toolbars and messages of QGIS."""
    main, canvas = iface.mainWindow(), iface.mapCanvas()
    screen = (window.screen() or main.screen()).availableGeometry()
    stored = QgsSettings().value(_GEOMETRY)
    if stored is not None and window.restoreGeometry(stored) and window.width() <= screen.width():
        return
    letter = window.fontMetrics().height()
    scale = max(1.0, letter / _LETTER)  # larger letters need a larger window
    width = min(int(_SIZE[0] * scale), screen.width() - 2 * _EDGE)
    messages = canvas.mapToGlobal(canvas.rect().topLeft()).y() + 2 * letter + letter // 2
    room = screen.bottom() - messages - _FRAME
    least, most = int(_LEAST * scale), min(int(_SIZE[1] * scale), screen.height() - 3 * _EDGE)
    height = min(most, room) if room >= least else most
    top = messages + (room - height) // 2 if room >= least else screen.top() + max(0, (screen.height() - height) // 2)
    window.resize(width, height)
    window.move(screen.right() - width - _EDGE, top)


def keep_room(window: QDialog) -> None:
    """The next window stands where this one stands now."""
    QgsSettings().setValue(_GEOMETRY, window.saveGeometry())
