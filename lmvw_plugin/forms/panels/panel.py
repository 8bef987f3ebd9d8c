# SPDX-License-Identifier: GPL-2.0-or-later
"""The frame of a panel about the plan file in hand: its name, its sentence, its keys, and what lies above each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import QgsVectorLayer
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QLayout, QShortcut, QVBoxLayout, QWidget

from ..letters import readable_lines
from ..sizes import LowSplitter, scrolled
from .in_hand import PlanFileInHand
from .widgets import label

Key = tuple[str, Callable[[], object]]


class Panel(QgsDockWidget):
    """A panel that follows the plan file that is meant.

    :param name: of the panel, and with ``_words`` behind it of its sentence.
    :param hand: who knows the plan file.
    """

    def __init__(self, iface: QgisInterface, name: str, prefix: str, title: str, hand: type[PlanFileInHand] = PlanFileInHand) -> None:
        super().__init__(title, iface.mainWindow())
        readable_lines(self)
        self.setObjectName(name)
        self._iface, self._called = iface, title
        self.words = label(f"{prefix}_words")
        self.hand = hand(iface, self)
        self.hand.turned.connect(self._name)
        self.hand.waits.connect(lambda words: self.words.setText(words) if self.hand.works else None)
        self.hand.left.connect(lambda *_: self._name(""))

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The layer of plans in hand."""
        return self.hand.layer

    def to_list(self) -> None:
        """The keys are for the list from now on."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, plan_file: str) -> None:
        self.setWindowTitle(f"{self._called}: {plan_file}" if plan_file else self._called)

    def has_keys(self, *keys: Key, repeats: bool = True) -> None:
        """What a key does anywhere in the panel; ``repeats``: again and again while it is held down."""
        for key, job in keys:
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(repeats)
            shortcut.activated.connect(job)

    def holds(
        self,
        above: Sequence[QLayout | QWidget],
        split: tuple[QWidget, QWidget],
        shares: tuple[int, int],
        below: Sequence[QLayout | QWidget],
    ) -> None:
        """Rows, then a list above what tells of one line of it, which share the height that is left, and rows again."""
        self._list = split[0]
        middle = LowSplitter(Qt.Orientation.Vertical)
        for index, (part, share) in enumerate(zip(split, shares, strict=True)):
            middle.addWidget(part)
            middle.setStretchFactor(index, share)
        middle.setChildrenCollapsible(False)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(4, 4, 4, 4)
        for row in above:
            _add(whole, row)
        whole.addWidget(middle, 1)
        for row in below:
            _add(whole, row)
        self.setWidget(scrolled(inside))


def _add(whole: QVBoxLayout, row: QLayout | QWidget) -> None:
    if isinstance(row, QWidget):
        whole.addWidget(row)
    else:
        whole.addLayout(row)
