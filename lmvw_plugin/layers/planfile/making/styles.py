# SPDX-License-Identifier: GPL-2.0-or-later
"""Form and styles inside the GeoPackage, for who opens it without the plugin."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsVectorLayer

from ....core.basisset import fields as b
from ....core.errors import LmvwError
from ....core.i18n import tr
from ...plan_layer.style import STYLES, MapStyle, set_up_style

STYLE_NAME = "lmvw"


def store_style(layer: QgsVectorLayer, styles: Sequence[MapStyle] = STYLES) -> None:
    """Store form and style in the GeoPackage, as the style a user without the plugin gets; the other map styles beside it.

    Each holds all of it: what a style lacks QGIS clears when it is loaded with all categories, the key of a new plan included.

    :raises LmvwError: when the file cannot be written.
    """
    for style in styles[1:]:
        set_up_style(layer, style)
        message = save_style(layer, style.name, tr(style.title), False)
        if message:
            raise LmvwError(tr("Kaartstijl ‘{title}’ kan niet worden opgeslagen ({reason}).").format(title=tr(style.title), reason=message))
    set_up_style(layer)
    message = save_style(layer, STYLE_NAME, tr("Basisset {version}").format(version=b.SCHEMA_VERSION), True)
    if message:
        raise LmvwError(tr("Formulier en stijl kunnen niet worden opgeslagen ({reason}).").format(reason=message))


def save_style(layer: QgsVectorLayer, name: str, title: str, default: bool) -> str:
    """Store what a layer looks like in its GeoPackage; returns what went wrong, if anything.

    QGIS 3.44 has another method for this, and complains of the one that 3.40 has.
    """
    if hasattr(layer, "saveStyleToDatabaseV2"):
        return str(layer.saveStyleToDatabaseV2(name, title, default, "")[1])
    return str(layer.saveStyleToDatabase(name, title, default, ""))
