# SPDX-License-Identifier: GPL-2.0-or-later
"""What takes the place of the plugin in a QGIS whose Python is too old for it: one sentence instead of a traceback.

Written for any Python 3, so it imports nothing of ours.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsMessageLog

if TYPE_CHECKING:
    from qgis.gui import QgisInterface


class TooOld:
    """The object QGIS keeps. ``iface`` is None in ``qgis_process``, where the sentence goes to the log."""

    def __init__(self, iface: QgisInterface | None, needed: tuple[int, int]) -> None:
        self.iface = iface
        words = "Deze QGIS heeft Python {}.{}; nodig is {}.{} of nieuwer. Installeer een nieuwere QGIS."
        self.sentence = words.format(sys.version_info[0], sys.version_info[1], *needed)

    def initGui(self) -> None:  # noqa: N802  # the name QGIS calls
        """Say it in the message bar."""
        bar = self.iface.messageBar() if self.iface is not None else None
        if bar is not None:
            bar.pushMessage("LMVW", self.sentence, Qgis.MessageLevel.Warning, 0)

    def initProcessing(self) -> None:  # noqa: N802  # the name QGIS calls
        """Say it where there is no message bar."""
        QgsMessageLog.logMessage(self.sentence, "LMVW", Qgis.MessageLevel.Warning)

    def unload(self) -> None:
        """Nothing was added."""
