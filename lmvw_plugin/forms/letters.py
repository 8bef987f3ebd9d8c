# SPDX-License-Identifier: GPL-2.0-or-later
"""The letters in lines, lists and bars, which read in every theme: what was typed, the hint in a line that is empty, rows, and how far it is.

Night Mapping paints hints at 2.1 to 1 and the words of a bar at 2.2, Qt itself hints at 4.0; WCAG 2.1 AA asks 4.5. Of a theme that is chosen
while a window is open Qt gives lines the ground, and leaves their letters in the colour of the theme before: black on black.
"""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QProgressBar, QWidget

from ..core.colours import AA, contrast
from .lasting import keep
from .once import once_after

_OTHER = {QEvent.Type.Show, QEvent.Type.StyleChange, QEvent.Type.PaletteChange}
_FAINTER = (0.6, 0.7, 0.8, 0.9, 1.0)  # of a hint: how much of the letters is in it, the rest is ground
_DARKER = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)  # of what is full of a bar: how much of its own colour is left
_OTHER_ROW = 0.08  # of the letters, in the ground of every other row
_FULL = "QProgressBar::chunk"
_GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)


def readable_lines(window: QWidget) -> None:
    """Have the lines, lists and bars in a window or panel read, from when it is shown and in every theme that is chosen since."""
    _Lines(window)


def readable(line: QLineEdit | QPlainTextEdit) -> None:
    """Have one line read, as it is painted now. What is disabled stays as it is."""
    palette = QPalette(line.palette())
    ground = palette.color(QPalette.ColorRole.Base)
    letters = _first_that_reads(
        (
            palette.color(QPalette.ColorRole.Text),
            QApplication.palette(line).color(QPalette.ColorRole.Text),
            QColor("black"),
            QColor("white"),
        ),
        ground,
    )
    hint = _first_that_reads((_mixed(letters, ground, share) for share in _FAINTER), ground)
    wrong = [(role, colour) for role, colour in ((QPalette.ColorRole.Text, letters), (QPalette.ColorRole.PlaceholderText, hint))
             if palette.color(role) != colour]  # fmt: skip
    for role, colour in wrong:
        for group in _GROUPS:
            palette.setColor(group, role, colour)
    if wrong:
        line.setPalette(palette)


class _Lines(QObject):
    """Looks at the lines of a window when Qt is done with giving it a theme."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        keep(self)
        self._window = window
        self._soon = once_after(0, self._look, self)
        window.installEventFilter(self)
        QApplication.instance().paletteChanged.connect(self._repainted)

    def _repainted(self, *_: object) -> None:
        self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() in _OTHER:
            self._soon.start()
        return False

    def _look(self) -> None:
        for line in (*self._window.findChildren(QLineEdit), *self._window.findChildren(QPlainTextEdit)):
            line.installEventFilter(self)  # one behind another panel gets its theme when it comes in sight
            readable(line)
        for view in self._window.findChildren(QAbstractItemView):
            _let_follow(view)
        for bar in self._window.findChildren(QProgressBar):
            _let_read(bar)


def _let_follow(view: QAbstractItemView) -> None:
    """Of a theme that is left Qt keeps the ground in lists, or of every other row in them, under the letters of the next one."""
    palette = QPalette(view.palette())
    ground, letters = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    if contrast(ground.name(), letters.name()) < AA:
        view.setPalette(QPalette())
        palette = QPalette(view.palette())
        ground, letters = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    if view.alternatingRowColors() and contrast(palette.color(QPalette.ColorRole.AlternateBase).name(), letters.name()) < AA:
        for group in _GROUPS:
            palette.setColor(group, QPalette.ColorRole.AlternateBase, _mixed(letters, ground, _OTHER_ROW))
        view.setPalette(palette)


def _let_read(bar: QProgressBar) -> None:
    """A theme of QGIS paints the words of a bar in one colour, over what is full and what is not; only Qt itself changes it half-way. Of a
    theme that is chosen meanwhile the bar keeps the letters of the one before, unless they are named."""
    style = ""
    if _FULL in QApplication.instance().styleSheet():
        palette = QApplication.palette(bar)  # its own may still be that of the theme before
        full, letters = palette.color(QPalette.ColorRole.Highlight), palette.color(QPalette.ColorRole.Text)
        shades = (_mixed(full, palette.color(QPalette.ColorRole.Base), share) for share in _DARKER)
        style = f"{_FULL} {{background-color: {_first_that_reads(shades, letters).name()}}} QProgressBar {{color: {letters.name()}}}"
    if bar.styleSheet() != style:
        bar.setStyleSheet(style)


def _first_that_reads(colours: Iterable[QColor], ground: QColor) -> QColor:
    """On any ground black or white reads."""
    return next(colour for colour in colours if contrast(colour.name(), ground.name()) >= AA)


def _mixed(letters: QColor, ground: QColor, share: float) -> QColor:
    parts = zip(letters.getRgb()[:3], ground.getRgb()[:3], strict=True)
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))
