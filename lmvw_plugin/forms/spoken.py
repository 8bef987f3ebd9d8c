# SPDX-License-Identifier: GPL-2.0-or-later
"""Names that a screen reader says for the controls of QGIS's own window of an algorithm, which has its labels beside them only."""

from __future__ import annotations

from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QComboBox, QGroupBox, QLineEdit, QToolButton, QWidget

from ..core.i18n import tr

_TAKES_INPUT = (QComboBox, QLineEdit, QAbstractSpinBox)


def name_controls(dialog: QgsProcessingAlgorithmDialogBase) -> None:
    """Give every control of a parameter the words of that parameter."""
    algorithm = dialog.algorithm()
    for name, wrapper in getattr(dialog.mainWidget(), "wrappers", {}).items():
        widget = wrapper.wrappedWidget() if hasattr(wrapper, "wrappedWidget") else wrapper
        definition = algorithm.parameterDefinition(name)
        if isinstance(widget, QWidget) and definition is not None:
            _name(widget, definition.description())
    for box in dialog.mainWidget().findChildren(QGroupBox):
        for button in box.findChildren(QToolButton, "collapseButton"):
            button.setAccessibleName(tr("{heading}: tonen of verbergen").format(heading=box.title()))


def _name(widget: QWidget, words: str) -> None:
    for part in (widget, *widget.findChildren(QWidget)):
        if part.accessibleName():
            continue
        if isinstance(part, _TAKES_INPUT):
            part.setAccessibleName(words)
        elif isinstance(part, QToolButton) and not part.toolTip():
            more = part.text() if part.text().strip("….") else tr("kiezen")
            part.setAccessibleName(f"{words}: {more}")
