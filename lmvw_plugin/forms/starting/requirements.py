# SPDX-License-Identifier: GPL-2.0-or-later
"""What is told when QGIS starts on a machine where something is missing that the plugin needs."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.gui import QgisInterface

from ...core.i18n import tr
from ...core.manual import Page
from ...layers.requirements import notice, unmet
from .. import messages
from ..help import open_manual

MESSAGE = "lmvw_requirements"


def tell_unmet(iface: QgisInterface) -> None:
    """One sentence in the message bar, with a button to what an administrator can do; nothing when all is there."""
    wanting = unmet()
    if wanting:
        buttons = {tr("Voor uw beheerder"): lambda: open_manual(iface.mainWindow(), Page.ADMIN)}
        messages.report(iface, MESSAGE, notice(wanting), Qgis.MessageLevel.Warning, buttons, about=None)
