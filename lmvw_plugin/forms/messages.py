# SPDX-License-Identifier: GPL-2.0-or-later
"""The one place that speaks through QGIS's message bar."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.gui import QgisInterface

from ..core.i18n import tr


def tell(iface: QgisInterface, words: str) -> None:
    """What was done."""
    iface.messageBar().pushMessage(tr("LMVW"), words, Qgis.MessageLevel.Success, 12)


def hint(iface: QgisInterface, words: str) -> None:
    """What to do now."""
    iface.messageBar().pushMessage(tr("LMVW"), words, Qgis.MessageLevel.Info, 10)


def warn(iface: QgisInterface, words: str) -> None:
    """What cannot be done, and what to do instead."""
    iface.messageBar().pushMessage(tr("LMVW"), words, Qgis.MessageLevel.Warning, 15)
