# SPDX-License-Identifier: GPL-2.0-or-later
"""What is looked for in a form of QGIS, found once: to look for one widget in a form of hundreds takes some milliseconds each time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from qgis.gui import QgsAttributeForm
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QDialogButtonBox, QLabel, QLineEdit, QScrollBar, QTabWidget, QWidget

from ...core.basisset import fields as b

_WHOLE = (QLabel, QLineEdit, QComboBox, QAbstractButton, QScrollBar)  # what these are made of is no part of the form


@dataclass(eq=False)
class Parts:
    """The widgets of one form, as long as QGIS does not build it anew."""

    fresh: list[QWidget]  # all there are, until the form was made as planners need it

    def __post_init__(self) -> None:
        self.lines = [widget for widget in self.fresh if isinstance(widget, QLineEdit) and widget.objectName() in b.BY_NAME]
        self.tabs: QTabWidget | None = next((widget for widget in self.fresh if isinstance(widget, QTabWidget)), None)
        self.box: QDialogButtonBox | None = next((widget for widget in self.fresh if isinstance(widget, QDialogButtonBox)), None)

    def gone(self) -> bool:
        """Whether QGIS has built the form anew since."""
        return any(map(sip.isdeleted, filter(None, (*self.lines, self.tabs, self.box))))


_parts: dict[int, Parts] = {}  # by the address of the form: Python knows one form as several objects


def parts_of(form: QgsAttributeForm) -> Parts:
    """Of this form as it is now."""
    at = sip.unwrapinstance(form)
    if at not in _parts:
        form.destroyed.connect(partial(_parts.pop, at, None))
    if at not in _parts or _parts[at].gone():
        _parts[at] = Parts(list(_widgets_in(form)))
    return _parts[at]


def _widgets_in(widget: QWidget) -> Iterator[QWidget]:
    """All of them, but for what lies in a label or a line: Python makes an object of each object of Qt that is looked at, and Qt's own way
    to find widgets looks at two or three times as many.
    """
    for child in widget.children():
        if isinstance(child, QWidget):
            yield child
            if not isinstance(child, _WHOLE):
                yield from _widgets_in(child)
