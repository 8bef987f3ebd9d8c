# SPDX-License-Identifier: GPL-2.0-or-later
"""A field for a count keeps what is typed, and is empty to QGIS until that is a whole number.

QGIS makes a number of what it can: 2,5 becomes 3 or 25, depending on the language of the computer. A character that has no width
before such a text keeps every reader of numbers from it, in each form that QGIS makes itself too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qgis.core import QgsApplication
from qgis.gui import QgsAttributeForm
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QValidator
from qgis.PyQt.QtWidgets import QAction, QLineEdit, QToolTip

from ...core.basisset import fields as b
from ...core.basisset.values import MOST, read_value, typed_count
from ...core.i18n import tr
from ..lasting import keep
from .parts import parts_of

_GUARD = "\u2060"  # word joiner: not to be seen
Unread = dict[str, str]


class CountValidator(QValidator):
    """Takes every text; what is no count yet gets the guard, and a sign when its field is left."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._sign: QAction | None = None  # a form has many counts, and seldom a wrong one
        line.textChanged.connect(self._mark)
        line.editingFinished.connect(self.settle)

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Digits stand as they are, and so does what the file holds."""
        plain = unguarded(text)
        at -= text[:at].count(_GUARD)
        typed = self._line.isModified() or _GUARD in text
        if not typed or not plain or (plain.isascii() and plain.isdecimal() and int(plain) <= MOST):
            return QValidator.State.Acceptable, plain, at
        return QValidator.State.Acceptable, _GUARD + plain, at + 1

    def settle(self) -> None:
        """1.500 becomes 1500, for the user to see."""
        text = unguarded(self._line.text())
        count = typed_count(text)
        if count is not None and str(count) != self._line.text():
            self._line.setText(str(count))
        elif not text.strip() and self._line.text():
            self._line.clear()

    def _mark(self, text: str) -> None:
        wrong = _GUARD in text and typed_count(unguarded(text)) is None
        why = why_not(text) if wrong else ""
        if wrong and self._sign is None:
            icon = QgsApplication.getThemeIcon("/mIconWarning.svg")
            self._sign = self._line.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        if self._sign is not None:
            self._sign.setVisible(wrong)
            self._sign.setToolTip(why)
        if self._line.hasFocus():
            # Said while typing, because what is typed further is not counted.
            QToolTip.showText(self._line.mapToGlobal(self._line.rect().bottomLeft()), why, self._line)


def unguarded(text: str) -> str:
    """The text as the user sees it."""
    return text.replace(_GUARD, "")


def why_not(text: str) -> str:
    """What is wrong with a text that is no count, and what to do."""
    seen = unguarded(text).strip()
    problem = read_value(b.BY_NAME["bruto_totaal"], seen).problem or tr("is geen heel getal")
    return tr("‘{text}’ {problem}. Typ een heel getal van 0 of meer; tot dan telt dit niet mee.").format(
        text=seen, problem=problem.split(";")[0]
    )


def count_lines(form: QgsAttributeForm) -> Iterator[QLineEdit]:
    """The boxes of the counts."""
    return _counts(parts_of(form).lines)


def _counts(lines: Iterable[QLineEdit]) -> Iterator[QLineEdit]:
    return (line for line in lines if line.objectName() in b.BY_NAME and b.BY_NAME[line.objectName()].kind is b.Kind.COUNT)


def guard(lines: Iterable[QLineEdit]) -> None:
    """Those of them that are boxes of counts, from now on."""
    guards = [CountValidator(line) for line in _counts(lines) if not isinstance(line.validator(), CountValidator)]
    keep(*guards)
    for validator in guards:
        validator.parent().setValidator(validator)


def unread(form: QgsAttributeForm) -> Unread:
    """The counts that cannot be read, as they stand there, by field; what can be read is made plain first."""
    lines = list(count_lines(form))
    for line in lines:
        if isinstance(line.validator(), CountValidator):
            line.validator().settle()
    return {line.objectName(): unguarded(line.text()) for line in lines if is_unread(line)}


def is_unread(line: QLineEdit) -> bool:
    """Whether what stands there is no count, or not yet."""
    return _GUARD in line.text()


def put_back(form: QgsAttributeForm, texts: Unread) -> None:
    """Show again what could not be read, after the form was filled anew."""
    for line in count_lines(form):
        if line.objectName() in texts:
            line.setText(_GUARD + texts[line.objectName()])


def go_to(form: QgsAttributeForm, name: str) -> None:
    """Take this count in hand, on whatever tab it is."""
    for line in count_lines(form):
        if line.objectName() == name:
            tabs = parts_of(form).tabs
            for page in range(tabs.count() if tabs is not None else 0):
                if tabs.widget(page).isAncestorOf(line):
                    tabs.setCurrentIndex(page)
            line.setFocus(Qt.FocusReason.OtherFocusReason)
