# SPDX-License-Identifier: GPL-2.0-or-later
"""The one place that speaks through QGIS's message bar, and how a window of ours says a verdict."""

from __future__ import annotations

import math
from collections.abc import Callable
from html import escape
from pathlib import Path

from qgis.core import Qgis, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QMenu, QPushButton, QTextBrowser, QWidget

from ..core import colours
from ..core.errors import LmvwError
from ..core.i18n import tr
from ..core.reporting import html
from ..layers.planfile.edits import is_plan_layer
from ..layers.planfile.recognising import is_plans_of
from ..layers.sources import file_of
from .lasting import keep

Buttons = dict[str, Callable[[], None]]  # the words on each button, and what it does

_OURS = "lmvw_"
_ABOUT = "lmvw_about"
_MOST_BUTTONS = 2
_STAYS = 0  # until the user closes it


def spoken(words: str, ground: str = "") -> str:
    """A verdict for a label in a window: on a ground of its own, as in the form, or in the letters of the theme."""
    said = html.strong(escape(words))
    return html.tinted(colours.marked(ground), f"{html.SPACE}{said}{html.SPACE}") if ground else said


def tell(iface: QgisInterface, words: str) -> None:
    """What was done."""
    _say(iface, words, Qgis.MessageLevel.Success, 12)


def hint(iface: QgisInterface, words: str) -> None:
    """What to do now."""
    _say(iface, words, Qgis.MessageLevel.Info, 10)


def warn(iface: QgisInterface, words: str) -> None:
    """What cannot be done, and what to do instead."""
    _say(iface, words, Qgis.MessageLevel.Warning, 15)


def _say(iface: QgisInterface, words: str, level: Qgis.MessageLevel, seconds: int) -> None:
    message = iface.messageBar().createMessage(tr("LMVW"), words)
    _Lines(message.findChild(QTextBrowser))
    iface.messageBar().pushWidget(message, level, seconds)


def report(iface: QgisInterface, name: str, words: str, level: Qgis.MessageLevel, buttons: Buttons, about: Path | None) -> None:
    """What came out, with buttons that lead on; it stays until the user closes it, or until ``withdraw``.

    On a small screen there is room for two buttons: of more, those after the first come in a menu.

    :param name: of the message, with ``lmvw_`` before it; it comes in place of an earlier one of that name.
    :param about: the plan file that it is about, with which it goes; None where it is about none that is open.
    """
    withdraw(iface, name)
    bar = iface.messageBar()
    message = bar.createMessage(tr("LMVW"), words)
    message.setObjectName(name)
    message.setProperty(_ABOUT, str(about or ""))
    jobs = list(buttons.items())
    beside = len(jobs) if len(jobs) <= _MOST_BUTTONS else 1
    for title, job in jobs[:beside]:
        _button(message, title).clicked.connect(lambda _=False, job=job: job())
    if jobs[beside:]:
        more = _button(message, tr("Meer"))
        menu = QMenu(more)
        for title, job in jobs[beside:]:
            entry = menu.addAction(title)
            entry.setObjectName(f"{name}_more")
            entry.triggered.connect(lambda _=False, job=job: job())
        more.setMenu(menu)
    _Lines(message.findChild(QTextBrowser))
    bar.pushWidget(message, level, _STAYS)


def _button(message: QWidget, title: str) -> QPushButton:
    button = QPushButton(title, message)
    button.setObjectName(f"{message.objectName()}_button")
    message.layout().addWidget(button)
    return button


class _Lines(QObject):
    """The words of a message get as many lines as they need: QGIS gives every message the height of one and a half."""

    def __init__(self, words: QTextBrowser) -> None:
        super().__init__(words)
        keep(self)
        self._words, self._least = words, words.minimumHeight()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._fit)
        words.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words.installEventFilter(self)
        words.document().documentLayout().documentSizeChanged.connect(lambda _: self._timer.start())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._timer.start()
        return False

    def _fit(self) -> None:
        height = max(self._least, math.ceil(self._words.document().size().height()))
        if height != self._words.height():
            self._words.setFixedHeight(height)


def withdraw(iface: QgisInterface, name: str) -> None:
    """Take a message back that no longer holds."""
    bar = iface.messageBar()
    for message in bar.items():
        if message.objectName() == name:
            bar.popWidget(message)


def withdraw_all(iface: QgisInterface) -> None:
    """Take back whatever was reported, because the plugin goes: the buttons lead to what will be gone."""
    for message in iface.messageBar().items():
        if message.objectName().startswith(_OURS):
            iface.messageBar().popWidget(message)


class MessageWatch:
    """While it lives, what was reported about a plan file goes when that leaves the project."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        QgsProject.instance().cleared.connect(self._withdraw)
        QgsProject.instance().layersRemoved.connect(self._withdraw)

    def stop(self) -> None:
        """Let go of the project."""
        QgsProject.instance().cleared.disconnect(self._withdraw)
        QgsProject.instance().layersRemoved.disconnect(self._withdraw)

    def _withdraw(self, *_: object) -> None:
        layers = QgsProject.instance().mapLayers().values()
        there = {"", *(str(file_of(layer)) for layer in layers if is_plan_layer(layer) or is_plans_of(layer))}
        for message in self._iface.messageBar().items():
            if (message.property(_ABOUT) or "") not in there:
                self._iface.messageBar().popWidget(message)


def guarded(iface: QgisInterface, job: Callable[[QgisInterface], object]) -> Callable[[], None]:
    """A job for a menu entry or button: what cannot be done is said in the message bar."""

    def run() -> None:
        try:
            job(iface)
        except LmvwError as error:
            warn(iface, str(error))

    return run
