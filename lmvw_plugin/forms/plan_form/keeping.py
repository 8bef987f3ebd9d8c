# SPDX-License-Identifier: GPL-2.0-or-later
"""What a form that QGIS opens does with a count that is none: OK waits for a better answer; where there is no OK, the field gets
back what it held. QGIS itself would store it as not answered, and what was counted before would be gone.
"""

from __future__ import annotations

from functools import partial

from qgis.gui import QgsAttributeForm
from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtWidgets import QDialog, QLineEdit

from ...core.i18n import tr
from ..lasting import keep
from . import counts
from .parts import parts_of

_NOTHING = (0, "")
_KEPT = "lmvw_keeps_counts"


def keep_counts(form: QgsAttributeForm) -> None:
    """From now on; once is enough."""
    if not form.property(_KEPT):
        form.setProperty(_KEPT, True)
        if form.window().inherits("QgsAttributeDialog"):
            _AtOk(form, form.window())
        else:
            _AtLeaving(form)


class _AtOk(QObject):
    """In a window with OK."""

    def __init__(self, form: QgsAttributeForm, dialog: QDialog) -> None:
        super().__init__(form)
        keep(self)
        self._form, self._dialog = form, dialog
        box = parts_of(form).box
        box.accepted.disconnect()
        box.accepted.connect(self._accept)

    def _accept(self) -> None:
        for name, text in counts.unread(self._form).items():
            counts.go_to(self._form, name)
            self._form.displayWarning(counts.why_not(text))
            return
        self._dialog.accept()


class _AtLeaving(QObject):
    """Beside the rows of a table, where QGIS stores while one types: what a field held when the user came there, of the plan of then."""

    def __init__(self, form: QgsAttributeForm) -> None:
        super().__init__(form)
        keep(self)
        self._form = form
        self._held: dict[str, tuple[int, str]] = {}
        for line in counts.count_lines(form):
            self._hold(line)
            line.installEventFilter(self)
            line.textChanged.connect(partial(self._follow, line))
            line.editingFinished.connect(partial(self._leave, line))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QLineEdit):
            self._hold(watched)
        return False

    def _hold(self, line: QLineEdit) -> None:
        if not counts.is_unread(line):
            self._held[line.objectName()] = (self._form.feature().id(), line.text())

    def _follow(self, line: QLineEdit, _: str) -> None:
        """Another plan may come under the cursor."""
        if self._held.get(line.objectName(), _NOTHING)[0] != self._form.feature().id():
            self._hold(line)

    def _leave(self, line: QLineEdit) -> None:
        if counts.is_unread(line):
            why = counts.why_not(line.text())
            line.setText(self._held.get(line.objectName(), _NOTHING)[1])
            back = tr("Er staat weer: {count}.").format(count=line.text()) if line.text() else tr("Het veld is weer leeg.")
            self._form.displayWarning(f"{why} {back}")
        self._hold(line)
