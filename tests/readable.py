# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be read in a window: its words with the colours that they are painted in, and what has less room than it needs.

Names nothing of the tests, so that a journey can have it work inside QGIS.
"""

import re
from collections import Counter

from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtGui import QImage, QPalette, QTextDocument
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QStyle,
    QStyleOptionComboBox,
    QTextEdit,
    QToolButton,
    QWidget,
)

_SLACK = 2  # pixels: of a letter that leans over its edge nothing is lost


# -- colours ----------------------------------------------------------------------------------------------------------


def painted(window):
    """``[kind and name, words, ground, letters]`` of all that can be read there now; WCAG excepts what is disabled.

    A button without a style of ours is left out, for a theme draws it as all buttons of QGIS.
    """
    found = []
    for one in window.findChildren(QWidget):
        if one.isVisible() and one.isEnabled() and not one.visibleRegion().isEmpty():
            name = f"{type(one).__name__} {one.objectName() or one.parent().objectName()}"
            found += [[name, words, *colours] for words, colours in _painted(one) if any(map(str.isalpha, words))]
    return found


def _painted(one):
    if isinstance(one, QLineEdit):
        return _of_line(one, one.text(), one)
    if isinstance(one, (QLabel, QProgressBar)) or (isinstance(one, QAbstractButton) and "color" in one.styleSheet()):
        return [(_plain(one.text()), _furthest(one.grab().toImage()))]
    if isinstance(one, QAbstractItemView) and not isinstance(one, QHeaderView):
        return _of_rows(one)
    if isinstance(one, QPlainTextEdit) or (isinstance(one, QTextEdit) and not one.toPlainText()):
        return _of_line(one, one.toPlainText(), one.viewport())
    if isinstance(one, QTextEdit):
        paper = one.viewport()  # of its window: in a message bar it has no ground of its own
        box = QRect(paper.mapTo(one.window(), QPoint(0, 0)), paper.size())
        return [(one.toPlainText(), _furthest(one.window().grab(box).toImage()))]
    return []


def _of_line(one, typed, paper):
    """A sign in it, as a looking glass, may be brighter than its letters: these are asked of the palette, with which they are painted."""
    ground = _counted(paper.grab().toImage()).most_common(1)[0][0]
    letters = one.palette().color(QPalette.ColorRole.Text if typed else QPalette.ColorRole.PlaceholderText)
    through = letters.alphaF()
    mixed = tuple(round(a * through + b * (1 - through)) for a, b in zip(_rgb(letters), ground, strict=True))
    return [(typed or one.placeholderText(), (_name(ground), _name(mixed)))]


def _rgb(colour):
    return colour.red(), colour.green(), colour.blue()


def _of_rows(view):
    """The first cell of each row in sight; the colours of those that are selected are chosen by the desktop."""
    paper, row = view.viewport(), view.indexAt(QPoint(2, 2))
    while row.isValid():
        box = view.visualRect(row).intersected(paper.visibleRegion().boundingRect())
        if box.height() >= view.fontMetrics().height() and row.data() and not view.selectionModel().isSelected(row):
            yield str(row.data()), _furthest(paper.grab(box).toImage())
        row = view.indexBelow(row) if hasattr(view, "indexBelow") else row.sibling(row.row() + 1, row.column())


def _counted(image):
    """How often each colour is in a picture."""
    pixels = image.convertToFormat(QImage.Format.Format_RGB32)
    bits = pixels.constBits()
    bits.setsize(pixels.sizeInBytes())
    counted = Counter(memoryview(bits).cast("I").tolist())
    return Counter({((one >> 16) & 255, (one >> 8) & 255, one & 255): many for one, many in counted.items()})


def _furthest(image):
    """The most frequent colour, and the one that is furthest from it in lightness."""
    counted = _counted(image)
    ground = counted.most_common(1)[0][0]
    return _name(ground), _name(max(counted, key=lambda other: abs(_light(other) - _light(ground))))


def _light(colour):
    return sum(part * part * share for part, share in zip(colour, (0.21, 0.72, 0.07), strict=True))


def _name(colour):
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _plain(words):
    return re.sub(r"<[^>]*>", "", words)


# -- room -------------------------------------------------------------------------------------------------------------


def cut_off(panel):
    """``[kind and name, words, why]`` of every text in a panel that is cut off, and of everything that sticks out at its side."""
    inside = [one for one in panel.findChildren(QWidget) if one.isVisible() and not _is_of_qt(one)]
    found = [[f"{type(one).__name__} {one.objectName()}", _words(one), why] for one in inside for why in _why(one)]
    return found + [
        [f"{type(one).__name__} {one.objectName()}", _words(one), "sticks out"]
        for one in inside
        if isinstance(one, (QAbstractButton, QLabel, QComboBox, QLineEdit, QAbstractScrollArea)) and _sticks_out(one, panel)
    ]


def _is_of_qt(one):
    """The arrows, title and inner parts of Qt's own widgets."""
    return one.objectName().startswith("qt_") or isinstance(one.parent(), (QComboBox, QAbstractSpinBox, QLineEdit, QHeaderView))


def _words(one):
    for reader in ("text", "currentText"):
        if callable(getattr(one, reader, None)):
            return str(getattr(one, reader)())
    return ""


def _why(one):
    metrics = one.fontMetrics()
    if isinstance(one, QLabel):
        return _of_label(one)
    if isinstance(one, QHeaderView):
        return _of_header(one)
    if isinstance(one, QComboBox):
        return _too_narrow(_room_in(one), metrics.horizontalAdvance(one.currentText()))
    if one.property("elides") and one.toolTip() == one.text():
        return []  # it shows that there is more, and tells it
    if isinstance(one, QAbstractButton) and one.text():
        edge = (
            16
            if isinstance(one, QToolButton) or len(one.text()) < 2
            else one.sizeHint().width() - metrics.horizontalAdvance(_plain(one.text()))
        )
        return _too_narrow(one.width(), min(one.sizeHint().width(), metrics.horizontalAdvance(_plain(one.text())) + edge))
    if isinstance(one, QTextEdit) and one.parent().inherits("QgsMessageBarItem"):  # which keeps one line, with two arrows of a letter high
        room, asked = one.viewport().height(), one.document().size().height()
        return [f"{room} of {asked:.0f} high"] if asked > room + _SLACK else []
    if isinstance(one, QLineEdit) and one.placeholderText() and not one.text():
        return _too_narrow(one.width(), metrics.horizontalAdvance(one.placeholderText()))
    return []


def _room_in(choice):
    """Without the arrow and the edges, as the theme has them."""
    option = QStyleOptionComboBox()
    option.initFrom(choice)
    option.editable, option.frame = choice.isEditable(), choice.hasFrame()
    field = choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, choice)
    return field.width() - choice.iconSize().width() * (not choice.itemIcon(choice.currentIndex()).isNull())


def _too_narrow(room, asked):
    return [f"{room} of {asked:.0f} wide"] if asked > room + _SLACK else []


def _of_header(header):
    """The words of each column that is shown."""
    if header.orientation() != Qt.Orientation.Horizontal or not header.model():
        return []
    shown = [column for column in range(header.count()) if not header.isSectionHidden(column)]
    why = {column: _too_narrow(header.sectionSize(column), header.sectionSizeHint(column)) for column in shown}
    return [f"{header.model().headerData(column, Qt.Orientation.Horizontal)}: {each}" for column in shown for each in why[column]]


def _of_label(one):
    room = one.contentsRect()
    if not one.text() or room.isEmpty():
        return ["no room"] if one.text() else []
    if Qt.mightBeRichText(one.text()) and one.textFormat() != Qt.TextFormat.PlainText:
        document = QTextDocument()
        document.setDefaultFont(one.font())
        document.setDocumentMargin(0)
        document.setHtml(one.text())
        document.setTextWidth(room.width() if one.wordWrap() else -1)
        width, height = document.idealWidth(), document.size().height()
    else:
        flags = int(Qt.TextFlag.TextWordWrap) if one.wordWrap() else 0
        words = one.text() if one.buddy() is None else re.sub("&(.)", r"\1", one.text())  # the sign before its key is not painted
        asked = one.fontMetrics().boundingRect(QRect(0, 0, room.width(), 10_000), flags, words)
        width, height = asked.width(), asked.height()
    return _too_narrow(room.width(), width) + ([f"{room.height()} of {height:.0f} high"] if height > room.height() + _SLACK else [])


def _sticks_out(one, panel):
    """At the side, where nothing scrolls."""
    left = one.mapTo(panel, QPoint(0, 0)).x()
    return left < -_SLACK or left + one.width() > panel.width() + _SLACK


# -- keyboard ---------------------------------------------------------------------------------------------------------

_reached = []


def follow_focus(panel):
    """Note from now on what has the keyboard; from the first control of the panel, as who comes in with Tab."""
    _reached.clear()
    controls, first = _controls(panel), panel.window()
    while first not in controls:
        first = first.nextInFocusChain()
    _reached.append(first)
    QApplication.instance().focusChanged.connect(_note)
    first.setFocus(Qt.FocusReason.TabFocusReason)


def _note(_before, now):
    if now is not None:
        _reached.append(now)


def not_reached(panel):
    """The controls in a panel that did not have the keyboard since."""
    QApplication.instance().focusChanged.disconnect(_note)
    return [f"{type(one).__name__} {one.objectName()} {_words(one)}".strip() for one in _controls(panel) if one not in _reached]


def tabs_to(target):
    """How often Tab is pressed to come from what has the keyboard to a control of the same window."""
    at, count = QApplication.focusWidget(), 0
    while at is not target:
        at = at.nextInFocusChain()
        stops = at.isVisible() and at.isEnabled() and at.focusProxy() is None and at.focusPolicy() & Qt.FocusPolicy.TabFocus
        count += bool(stops and at.window() is target.window())
    return count


def _controls(panel):
    """What a user does something with, by mouse or keyboard."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QTextEdit, QPlainTextEdit)
    inside = [one for one in panel.widget().findChildren(QWidget) if isinstance(one, kinds) and one.isVisible() and one.isEnabled()]
    return [
        one
        for one in inside
        if not _is_of_qt(one) and not any(isinstance(part, QAbstractItemView) for part in (one.parent(), one.parent().parent()))
    ]
