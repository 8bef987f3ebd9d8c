# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's attribute form as planners need it: empty fields look empty, counts are whole numbers, Tab goes from field to field, tabs have numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from qgis.core import QgsApplication, QgsAttributeEditorContainer
from qgis.gui import QgsAttributeForm
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QShortcut,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from ...core.asking.offers import SIGN
from ...core.basisset import fields as b
from ...core.i18n import tr
from ..lasting import keep, without_crosses
from ..proposing.in_form import ProposalMarks
from . import counts
from .explaining import explain
from .parts import Parts, parts_of

_EDITORS = (QLineEdit, QComboBox, QPlainTextEdit)
_TAB_KEYS, _MARKED = "lmvw_tab_keys", "lmvw_marks_proposals"
_NAMES = ("plannaam", "plannummer")
_OF_A_FIELD = "QgsAttributeFormEditorWidget"  # which has a label of its own, for the mark
_COUNT_DIGITS = 14  # what a box for a number is wide
_BREAKS = re.compile(r"[\r\n\t\v\f\u2028\u2029]+")


def ready(form: QgsAttributeForm) -> bool:
    """A form as planners need it, as often as it is filled: QGIS then writes its word for NULL anew. True the first time."""
    parts = parts_of(form)
    new = bool(parts.fresh)
    if new:
        _make_ready(form, parts)
        parts.fresh.clear()
    _blank_nulls(parts.lines)
    return new


def _make_ready(form: QgsAttributeForm, parts: Parts) -> None:
    """Once for each widget."""
    _tidy(form, parts.fresh)
    without_crosses(parts.fresh)
    counts.guard(parts.lines)
    explain(form.layer(), parts.fresh)
    _break_lines(parts.fresh)
    _narrow_counts(parts.lines)
    for line in parts.lines:
        if line.objectName() in _NAMES:
            _OneLine(line)


def _break_lines(widgets: Iterable[QWidget]) -> None:
    """A sentence that QGIS does not break makes the tab wider than its window, and a bar to scroll lies over what it says."""
    for label in widgets:
        if isinstance(label, QLabel) and label.buddy() is None and not label.parentWidget().inherits(_OF_A_FIELD):
            label.setWordWrap(True)


def _narrow_counts(lines: Iterable[QLineEdit]) -> None:
    """A number of dwellings has few digits: a box across the form says that a text is wanted, and puts the number far from its sign."""
    width = 0  # all have the same letters
    for line in lines:
        parent = line.parentWidget()
        if b.BY_NAME[line.objectName()].kind is b.Kind.COUNT and parent is not None and parent.layout() is not None:
            width = width or _COUNT_DIGITS * line.fontMetrics().horizontalAdvance("0")
            line.setMaximumWidth(width)
            parent.layout().setAlignment(line, Qt.AlignmentFlag.AlignLeft)


def _tidy(form: QgsAttributeForm, widgets: Iterable[QWidget]) -> None:
    """Only fields are tab stops, and the buttons that close the form: no group boxes, arrows, clear buttons or explanations.

    A wheel over a field scrolls the form.
    """
    scrolls = _Scrolls(form)
    keep(scrolls)
    config, fields = form.layer().editFormConfig(), form.layer().fields()
    fixed = {field.name() for at, field in enumerate(fields) if config.readOnly(at)}
    for widget in widgets:
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget.parentWidget(), QDialogButtonBox):
            continue
        writes = isinstance(widget, _EDITORS) or (isinstance(widget, QTextEdit) and not widget.isReadOnly())
        if (not writes or widget.objectName() in fixed) and not isinstance(widget, QTabWidget):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if isinstance(widget, QComboBox):
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            widget.installEventFilter(scrolls)


class _Scrolls(QObject):
    """A wheel changes no answer that the user is not in."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def _blank_nulls(lines: Iterable[QLineEdit]) -> None:
    """QGIS writes its word for NULL in a text field, where it can be typed on to: ``NULLNieuwe Wijk``; and behind an empty number."""
    for line in lines:
        if line.placeholderText() and not line.placeholderText().startswith(SIGN):  # a proposal is no word for NULL
            line.setPlaceholderText("")
        if line.text() == QgsApplication.nullRepresentation():
            line.clear()  # the form has to know: it tells its expressions that the word was typed


class _OneLine(QObject):
    """A name of one line: what is pasted from a sheet or a letter brings line ends and tabs that nobody sees."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        keep(self)
        self._line = line
        line.textEdited.connect(self._join)

    def _join(self, text: str) -> None:
        if _BREAKS.search(text):
            self._line.setText(_BREAKS.sub(" ", text).strip())


def tab_widget(form: QgsAttributeForm) -> QTabWidget | None:
    """The tabs of the form; None for a form without."""
    return parts_of(form).tabs


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


def turn_page(form: QgsAttributeForm) -> bool:
    """From the last field of a tab to the first of the next; False elsewhere, and on the last tab."""
    tabs, fields = tab_widget(form), fields_in_order(form)
    if (
        tabs is None
        or _place_in(fields) != len(fields) - 1
        or not any(map(tabs.isTabVisible, range(tabs.currentIndex() + 1, tabs.count())))
    ):
        return False
    next_tab(form, 1)
    return True


def step(form: QgsAttributeForm, back: bool = False) -> None:
    """The field after this one, on whatever tab it is, and after the last one the button OK; or the field before it on this tab."""
    if not back and turn_page(form):
        return
    fields, button = fields_in_order(form), ok_button(form)
    stops: list[QWidget] = [*fields, button] if button is not None else fields
    at = _place_in(stops)
    if at is not None:
        stops[max(0, min(at + (-1 if back else 1), len(stops) - 1))].setFocus(Qt.FocusReason.TabFocusReason)


def ok_button(form: QgsAttributeForm) -> QPushButton | None:
    """The button that takes what was typed; None for a form beside the rows of a table, and for one in a window of ours."""
    box = parts_of(form).box
    button: QPushButton | None = box.button(QDialogButtonBox.StandardButton.Ok) if box is not None and box.isVisible() else None
    return button


def _place_in(fields: Sequence[QWidget]) -> int | None:
    focused = QApplication.focusWidget()
    return next((at for at, widget in enumerate(fields) if widget is focused), None)


def number_tabs(form: QgsAttributeForm, within: QWidget, hidden: Callable[[str], object]) -> None:
    """Alt and a number for each tab, told in its tooltip; ``hidden`` hears what to say of one that this plan does not need.

    :param within: where the keys are heard. Once is enough.
    """
    titles = [tab.name() for tab in form.layer().editFormConfig().tabs() if isinstance(tab, QgsAttributeEditorContainer)]
    tell_keys(form, titles)
    if not within.property(_TAB_KEYS):
        within.setProperty(_TAB_KEYS, True)
        for number, title in enumerate(titles, 1):
            key = QShortcut(QKeySequence(f"Alt+{number}"), within, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(partial(_turn_to, form, title, hidden))


def _turn_to(form: QgsAttributeForm, title: str, hidden: Callable[[str], object]) -> None:
    if not show_tab(form, title):
        hidden(tr("Tabblad ‘{tab}’ is bij dit plan niet nodig.").format(tab=title))


def tell_keys(form: QgsAttributeForm, titles: Sequence[str]) -> None:
    """The key of each tab in its tooltip."""
    tabs = tab_widget(form)
    for index in range(tabs.count() if tabs is not None else 0):
        if tabs.tabText(index) in titles:
            tabs.setTabToolTip(index, f"Alt+{titles.index(tabs.tabText(index)) + 1}")


def fields_in_order(form: QgsAttributeForm) -> list[QWidget]:
    """What can be typed in on the tab that is shown, in the order of Tab."""
    boxes, widget, end = [], form.nextInFocusChain(), sip.unwrapinstance(form)  # a cast form is another object in Python
    while widget is not None and sip.unwrapinstance(widget) != end:
        stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisible()
        writes = isinstance(widget, _EDITORS) and not (isinstance(widget, QLineEdit) and widget.isReadOnly())
        if stop and writes and widget.focusProxy() is None and form.isAncestorOf(widget):
            boxes.append(widget)
        widget = widget.nextInFocusChain()
    return boxes


def focus_first(form: QgsAttributeForm) -> None:
    """The first field of the tab that is shown; typing there adds to what it holds."""
    fields = fields_in_order(form)
    if fields:
        fields[0].setFocus(Qt.FocusReason.OtherFocusReason)


def focused_field(form: QgsAttributeForm, held: QWidget | None = None) -> str:
    """The field that is in hand, or nothing. ``held``: what has the keyboard in its window, when another one is in front."""
    widget = held or QApplication.focusWidget()
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


def go_to_field(form: QgsAttributeForm, name: str) -> bool:
    """Take a field in hand on whatever tab it is; False where the form does not show it."""
    tabs, widget = tab_widget(form), form.findChild(QWidget, name)
    if widget is None:
        return False
    for page in range(tabs.count() if tabs is not None else 0):
        if tabs.isTabVisible(page) and tabs.widget(page).isAncestorOf(widget):
            tabs.setCurrentIndex(page)
    focus_field(form, name)
    return focused_field(form) == name


def mark_proposals(form: QgsAttributeForm) -> None:
    """From now on; once is enough."""
    if not form.property(_MARKED):
        form.setProperty(_MARKED, True)
        ProposalMarks(form, partial(focused_field, form), partial(go_to_field, form))
