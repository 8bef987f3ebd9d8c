# SPDX-License-Identifier: GPL-2.0-or-later
"""The form of a plan layer made anew, at a moment that it costs nobody what is half typed."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer

from ...layers.planfile import store as planfile


def renew(layer: QgsVectorLayer) -> None:
    """Now, or as soon as the layer is no longer edited: a form may be open on one that is."""
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
