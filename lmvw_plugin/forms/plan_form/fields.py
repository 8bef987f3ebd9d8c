# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's attribute form as planners need it: empty fields look empty, counts take digits, Tab goes from field to field, tabs have numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from qgis.core import QgsApplication
from qgis.gui import QgsAttributeForm
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, QRegularExpression, Qt
from qgis.PyQt.QtGui import QRegularExpressionValidator
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTabWidget, QTextEdit, QToolTip, QWidget

from ...core.basisset import fields as b
from ...core.i18n import tr

_EDITORS = (QLineEdit, QComboBox, QPlainTextEdit)
_DIGITS = QRegularExpression("[0-9]{0,6}")  # more dwellings than any municipality plans


def tidy(form: QgsAttributeForm) -> None:
    """Only fields are tab stops: no group boxes, arrows, clear buttons or explanations. A wheel over a field scrolls the form."""
    for widget in form.findChildren(QWidget):
        writes = isinstance(widget, _EDITORS) or (isinstance(widget, QTextEdit) and not widget.isReadOnly())
        if not writes and not isinstance(widget, QTabWidget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if isinstance(widget, QComboBox):
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            widget.installEventFilter(_scrolls(form))


class _Scrolls(QObject):
    """A wheel changes no answer that the user is not in."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def _scrolls(form: QgsAttributeForm) -> _Scrolls:
    found = form.findChild(_Scrolls)
    return found if found is not None else _Scrolls(form)


def blank_nulls(form: QgsAttributeForm) -> None:
    """QGIS writes its word for NULL in a text field, where it can be typed on to: ``NULLNieuwe Wijk``."""
    for line in _lines(form):
        if line.text() == QgsApplication.nullRepresentation():
            line.clear()  # the form has to know: it tells its expressions that the word was typed
        line.setPlaceholderText("")


def digits_only(form: QgsAttributeForm) -> None:
    """A count takes digits and nothing else: where QGIS sees a separator it leaves it out and stores 25 for 2.5."""
    for line in _lines(form):
        if b.BY_NAME[line.objectName()].kind is b.Kind.COUNT and not isinstance(line.validator(), QRegularExpressionValidator):
            line.setValidator(QRegularExpressionValidator(_DIGITS, line))
            line.inputRejected.connect(partial(_refuse, line))


def _lines(form: QgsAttributeForm) -> Iterator[QLineEdit]:
    return (line for line in form.findChildren(QLineEdit) if line.objectName() in b.BY_NAME)


def _refuse(line: QLineEdit) -> None:
    """Say that a key did nothing: 2,5 that becomes 25 would otherwise go unseen."""
    words = tr("Typ een heel getal van 0 of meer. Een punt, komma of minteken wordt niet overgenomen.")
    QToolTip.showText(line.mapToGlobal(line.rect().bottomLeft()), words, line)


def tab_widget(form: QgsAttributeForm) -> QTabWidget | None:
    """The tabs of the form; None for a form without."""
    found: QTabWidget | None = form.findChild(QTabWidget)
    return found


def show_tab(form: QgsAttributeForm, title: str) -> bool:
    """Go to a tab, with the first field of it in hand; False when it is hidden at the moment."""
    tabs = tab_widget(form)
    if tabs is None:
        return False
    for index in range(tabs.count()):
        if tabs.tabText(index) == title:
            tabs.setCurrentIndex(index)
            focus_first(form)
            return True
    return False


def next_tab(form: QgsAttributeForm, step: int) -> None:
    """The tab after or before this one, round and round."""
    tabs = tab_widget(form)
    shown = [index for index in range(tabs.count()) if tabs.isTabVisible(index)] if tabs is not None else []
    if tabs is not None and tabs.currentIndex() in shown:
        tabs.setCurrentIndex(shown[(shown.index(tabs.currentIndex()) + step) % len(shown)])
        focus_first(form)


def tell_keys(form: QgsAttributeForm, titles: Sequence[str]) -> None:
    """The key of each tab in its tooltip."""
    tabs = tab_widget(form)
    for index in range(tabs.count() if tabs is not None else 0):
        if tabs.tabText(index) in titles:
            tabs.setTabToolTip(index, f"Alt+{titles.index(tabs.tabText(index)) + 1}")


def fields_in_order(form: QgsAttributeForm) -> list[QWidget]:
    """What can be typed in on the tab that is shown, in the order of Tab."""
    found, widget, end = [], form.nextInFocusChain(), sip.unwrapinstance(form)  # a cast form is another object in Python
    while widget is not None and sip.unwrapinstance(widget) != end:
        stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisible()
        writes = isinstance(widget, _EDITORS) and not (isinstance(widget, QLineEdit) and widget.isReadOnly())
        if stop and writes and widget.focusProxy() is None and form.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def focus_first(form: QgsAttributeForm) -> None:
    """The first field of the tab that is shown; typing there adds to what it holds."""
    fields = fields_in_order(form)
    if fields:
        fields[0].setFocus(Qt.FocusReason.OtherFocusReason)


def focused_field(form: QgsAttributeForm) -> str:
    """The field that is in hand, or nothing."""
    widget = QApplication.focusWidget()
    while widget is not None and widget is not form:
        if widget.objectName() and form.isAncestorOf(widget) and form.layer().fields().lookupField(widget.objectName()) >= 0:
            return str(widget.objectName())
        widget = widget.parentWidget()
    return ""


def focus_field(form: QgsAttributeForm, name: str) -> None:
    """Take a field in hand again, or else the first one."""
    for widget in fields_in_order(form):
        at: QWidget | None = widget
        while at is not None and at is not form:
            if name and at.objectName() == name:
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return
            at = at.parentWidget()
    focus_first(form)
