# SPDX-License-Identifier: GPL-2.0-or-later
"""The forms of plans that QGIS opens itself: after drawing, from the table, by identifying. The file brings the form; what a form
in a file cannot do is done here, as soon as one gets the keyboard.
"""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgsAttributeForm
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QApplication, QWidget

from ...layers.planfile import store as planfile
from ...layers.planfile.edits import is_plan_layer, why_read_only
from . import fields as plan_fields
from .keeping import keep_counts
from .window import PlanWindow


class PlanForms(QObject):
    """While it lives every plan layer has the form of this version, and every form of one is tidy."""

    def __init__(self) -> None:
        super().__init__()
        QgsProject.instance().layersAdded.connect(self._renew)
        QApplication.instance().focusChanged.connect(self._take)
        self._renew(QgsProject.instance().mapLayers().values())

    def stop(self) -> None:
        """Let go of QGIS."""
        QgsProject.instance().layersAdded.disconnect(self._renew)
        QApplication.instance().focusChanged.disconnect(self._take)

    @staticmethod
    def _renew(layers: Iterable[QgsMapLayer]) -> None:
        for layer in layers:
            if is_plan_layer(layer):
                renew(layer)

    def _take(self, _: QWidget | None, widget: QWidget | None) -> None:
        form = _form_around(widget)
        if form is None or not is_plan_layer(form.layer()):
            return
        if plan_fields.ready(form) and not isinstance(form.window(), PlanWindow):  # that has keys and a way of leaving of its own
            keep_counts(form)
            plan_fields.number_tabs(form, form, form.displayWarning)
            plan_fields.mark_proposals(form)
            if not form.layer().isEditable():
                form.displayWarning(why_read_only(form.layer()))
        for listening in (form, plan_fields.tab_widget(form)):
            if listening is not None:
                listening.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Ctrl+Tab turns to the next tab and its first field; without this QGIS hides its panels. Enter goes to the next field, where
        QGIS would take it for OK in the middle of the form.

        The first of the two events of Ctrl+Tab turns the tab: the second is swallowed by a list that has the focus.
        """
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        form = _form_around(watched)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return event.type() == QEvent.Type.KeyPress and form is not None and _enter(form, event)
        tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if not tab or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.type() == QEvent.Type.ShortcutOverride and form is not None:
            back = event.key() == Qt.Key.Key_Backtab or _shifted(event)
            plan_fields.next_tab(form, -1 if back else 1)
        event.accept()
        return True


def _enter(form: QgsAttributeForm, event: QKeyEvent) -> bool:
    """To the next field, with Shift to the one before, with Ctrl at once to OK; False in a window of ours, which does this itself."""
    if isinstance(form.window(), PlanWindow):
        return False
    button = plan_fields.ok_button(form)
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier and button is not None:
        button.click()
    else:
        plan_fields.step(form, _shifted(event))
    return True


def _shifted(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


def _form_around(widget: QWidget | None) -> QgsAttributeForm | None:
    """The attribute form that a widget is, or is in."""
    while widget is not None and not widget.inherits("QgsAttributeForm"):
        widget = widget.parentWidget()
    return None if widget is None else sip.cast(widget, QgsAttributeForm)


def renew(layer: QgsVectorLayer) -> None:
    """Make the form anew now, or as soon as the layer is no longer edited: a form may be open on one that is."""
    if not layer.isEditable():
        planfile.renew_form(layer)
        return

    def free() -> None:
        layer.editingStopped.disconnect(free)
        QTimer.singleShot(0, again)  # whoever ends the editing closes forms first

    def again() -> None:
        if not sip.isdeleted(layer):
            renew(layer)

    layer.editingStopped.connect(free)
