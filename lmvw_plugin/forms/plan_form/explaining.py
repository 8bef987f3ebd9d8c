# SPDX-License-Identifier: GPL-2.0-or-later
"""What each field means, as tip of its label: definition, limit of the price segment as it counts now, source, and the meaning of codes.

QGIS shows the texts of the columns there by itself, but only with GDAL 3.7, and as they were when the layer was opened.
"""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ...core.errors import LmvwError
from ...core.reporting import html
from ...layers.planfile import store as planfile
from ...layers.planfile.making.column_texts import column_texts
from ...layers.sources import file_of


def explain(layer: QgsVectorLayer, widgets: Iterable[QWidget]) -> None:
    """Give the labels of a form their tips; of a layer whose plan file cannot be read they stay as they are."""
    path = file_of(layer)
    if path is None:
        return
    try:
        info = planfile.read_info(path)
    except LmvwError:
        return
    texts = column_texts(info.peildatum, info.limits)
    for label in widgets:
        field = label.buddy() if isinstance(label, QLabel) else None
        if field is not None and field.objectName() in texts:
            title, text = texts[field.objectName()]
            label.setToolTip(html.tip(title, text))
