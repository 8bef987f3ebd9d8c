# SPDX-License-Identifier: GPL-2.0-or-later
"""The attribute tables and forms of a layer that are open at this moment, whoever opened them; and the maps."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeVar

from qgis.core import QgsVectorLayer
from qgis.gui import QgsAttributeForm, QgsDualView, QgsMapCanvas
from qgis.PyQt.QtWidgets import QApplication, QWidget

T = TypeVar("T", bound=QWidget)
_LEFT = "lmvw_left"  # property of a form whose layer is gone


def is_held(layer: QgsVectorLayer) -> bool:
    """A table or form of the layer is open. Its columns must stay as they are: a form that outlives one of them ends QGIS."""
    return any(form.layer() == layer for form in _forms()) or any(_tables(layer))


def leave(layer_ids: Collection[str]) -> None:
    """These layers are about to go. A form outlives its layer for a while, and asked for it, ends QGIS."""
    for form in _forms():
        layer = form.layer()
        if layer is not None and layer.id() in layer_ids:
            form.setProperty(_LEFT, True)


def refresh_tables(layer: QgsVectorLayer) -> None:
    """Have the tables read their rows again, and give them their colours again: QGIS's own button only does the first."""
    layer.dataChanged.emit()
    colour_tables(layer)


def colour_tables(layer: QgsVectorLayer) -> None:
    """Give the rows of the tables their colours again, as what is known of them says now."""
    layer.conditionalStyles().changed.emit()  # for the list beside the form; the table itself does not listen
    for table in _tables(layer):
        table.masterModel().fieldConditionalStyleChanged(None)


def is_drawing() -> bool:
    """A map is being drawn."""
    return any(canvas.isDrawing() for canvas in _all(QgsMapCanvas))


def _forms() -> Iterator[QgsAttributeForm]:
    """Those of which the layer is there."""
    return (form for form in _all(QgsAttributeForm) if not form.property(_LEFT))


def _tables(layer: QgsVectorLayer) -> Iterator[QgsDualView]:
    return (view for view in _all(QgsDualView) if view.masterModel() is not None and view.masterModel().layer() == layer)


def _all(kind: type[T]) -> Iterator[T]:
    """Every widget of a kind; also those that only QGIS knows by their real class."""
    from qgis.PyQt import sip

    for widget in QApplication.allWidgets():
        if widget.inherits(kind.__name__):
            yield widget if isinstance(widget, kind) else sip.cast(widget, kind)
