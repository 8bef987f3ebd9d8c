# SPDX-License-Identifier: GPL-2.0-or-later
"""The one place that speaks through QGIS's message bar, and how a window of ours says a verdict."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from qgis.core import Qgis
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QPushButton

from ..core import colours
from ..core.errors import LmvwError
from ..core.i18n import tr
from ..core.reporting import html

Buttons = dict[str, Callable[[], None]]  # the words on each button, and what it does

_OURS = "lmvw_"
_STAYS = 0  # until the user closes it


def spoken(words: str, ground: str = "") -> str:
    """A verdict for a label in a window: on a ground of its own, as in the form, or in the letters of the theme."""
    said = html.strong(escape(words))
    return html.tinted(colours.marked(ground), f"{html.SPACE}{said}{html.SPACE}") if ground else said


def tell(iface: QgisInterface, words: str) -> None:
    """What was done."""
    iface.messageBar().pushMessage(tr("LMVW"), words, Qgis.MessageLevel.Success, 12)


def hint(iface: QgisInterface, words: str) -> None:
    """What to do now."""
    iface.messageBar().pushMessage(tr("LMVW"), words, Qgis.MessageLevel.Info, 10)


def warn(iface: QgisInterface, words: str) -> None:
    """What cannot be done, and what to do instead."""
    iface.messageBar().pushMessage(tr("LMVW"), words, Qgis.MessageLevel.Warning, 15)


def report(iface: QgisInterface, name: str, words: str, level: Qgis.MessageLevel, buttons: Buttons) -> None:
    """What came out, with buttons that lead on; it stays until the user closes it, or until ``withdraw``.

    :param name: of the message, with ``lmvw_`` before it; it comes in place of an earlier one of that name.
    """
    withdraw(iface, name)
    bar = iface.messageBar()
    message = bar.createMessage(tr("LMVW"), words)
    message.setObjectName(name)
    for number, (title, job) in enumerate(buttons.items()):
        button = QPushButton(title, message)
        button.setObjectName(f"{name}_{number}")
        button.clicked.connect(lambda _=False, job=job: job())
        message.layout().addWidget(button)
    bar.pushWidget(message, level, _STAYS)


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


def guarded(iface: QgisInterface, job: Callable[[QgisInterface], object]) -> Callable[[], None]:
    """A job for a menu entry or button: what cannot be done is said in the message bar."""

    def run() -> None:
        try:
            job(iface)
        except LmvwError as error:
            warn(iface, str(error))

    return run
