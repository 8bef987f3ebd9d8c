# SPDX-License-Identifier: GPL-2.0-or-later
"""Keys for what the plugin can do: known to QGIS, so that its own window of shortcuts has them too, and chosen on the page of the Options."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.gui import QgsGui
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QFormLayout, QGroupBox, QKeySequenceEdit, QWidget

from ...core.errors import LmvwError
from ...core.i18n import tr


class Shortcuts:
    """While it lives, QGIS knows the actions of the plugin; the keys that the user chose for them are kept by QGIS."""

    def __init__(self, actions: Sequence[QAction]) -> None:
        self._actions = list(actions)
        for action in self._actions:
            tip = action.toolTip()  # QGIS writes one of its own, in which ours would be between bold letters
            QgsGui.shortcutsManager().registerAction(action, "")
            action.setToolTip(tip)

    def stop(self) -> None:
        """QGIS forgets the actions, not their keys."""
        for action in self._actions:
            QgsGui.shortcutsManager().unregisterAction(action)


class Keys(QGroupBox):
    """A line for each action, with its key."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(tr("Sneltoetsen: klik in een vak en druk op de toetsen"), parent)
        self.setObjectName("keys")
        rows = QFormLayout(self)
        self._lines: list[tuple[QAction, QKeySequenceEdit]] = []
        for action in actions:
            line = QKeySequenceEdit(action.shortcut())
            name = _name(action)
            line.setObjectName(f"key_{action.objectName()}")
            line.setAccessibleName(name)
            rows.addRow(name, line)
            self._lines.append((action, line))
        self.setVisible(bool(self._lines))

    def require_free(self) -> None:
        """No key does two things.

        :raises LmvwError: when one does.
        """
        taken: dict[str, str] = {}
        for action, line in self._lines:
            key = line.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
            if not key:
                continue
            other = QgsGui.shortcutsManager().objectForSequence(line.keySequence())
            ours = {own for own, _ in self._lines}
            used = taken.get(key) or (_name(other) if isinstance(other, QAction) and other not in ours else "")
            if used:
                shown = line.keySequence().toString(QKeySequence.SequenceFormat.NativeText)
                words = tr("Toets {key} van ‘{action}’ is al van ‘{other}’; kies een andere toets of maak het vak leeg.")
                raise LmvwError(words.format(key=shown, action=_name(action), other=used))
            taken[key] = _name(action)

    def keep(self) -> None:
        """What was changed; QGIS keeps it."""
        changed = [(action, line.keySequence()) for action, line in self._lines if line.keySequence() != action.shortcut()]
        for action, _ in changed:  # first all free: two may change places
            _set(action, QKeySequence())
        for action, key in changed:
            _set(action, key)


def _set(action: QAction, key: QKeySequence) -> None:
    tip = action.toolTip()
    QgsGui.shortcutsManager().setKeySequence(action, key.toString(QKeySequence.SequenceFormat.PortableText))
    action.setToolTip(tip)


def _name(action: QAction) -> str:
    return str(action.text()).replace("&", "").rstrip("…")
