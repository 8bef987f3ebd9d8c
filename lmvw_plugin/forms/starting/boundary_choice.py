# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks which boundary in a file is the municipality's, when neither code, name nor the plans tell."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import QInputDialog, QWidget

from ...core.basisset.codelists import Gemeente
from ...core.i18n import tr
from ...layers.map.boundary import choices, narrow, open_boundary, show_only


def own_boundary(parent: QWidget, path: str, gemeente: Gemeente, plans: QgsVectorLayer | None = None) -> QgsVectorLayer | None:
    """The boundary of the municipality from a file, or None when the user does not choose one.

    :raises LmvwError: when the file cannot be used.
    """
    layer = open_boundary(path)
    layer.setName(tr("Gemeentegrens {name}").format(name=gemeente.name))
    if narrow(layer, gemeente, plans):
        return layer
    labels, everything = choices(layer), tr("(alle vlakken samen)")
    words = tr("Het bestand noemt {name} ({code}) niet. Welk vlak is de gemeente?").format(name=gemeente.name, code=gemeente.code)
    chosen, sure = QInputDialog.getItem(parent, tr("Gemeentegrens kiezen"), words, [*labels, everything], 0, False)
    if not sure:
        return None
    if chosen != everything:
        show_only(layer, labels.index(chosen))
    return layer
