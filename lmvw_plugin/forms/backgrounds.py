# SPDX-License-Identifier: GPL-2.0-or-later
"""Background maps of PDOK. Nothing is fetched before the user chooses one, in the menu or in the options."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgisInterface

from ..core.i18n import later, tr
from . import messages, user_settings

_BRT = "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/{style}/EPSG:3857/{{z}}/{{x}}/{{y}}.png"
_PHOTO = "https://service.pdok.nl/hwh/luchtfotorgb/wmts/v1_0/Actueel_orthoHR/EPSG:3857/{z}/{x}/{y}.jpeg"


@dataclass(frozen=True, slots=True)
class Background:
    """A background map by its address; tiles by number, because reading a service's description would stop QGIS for a while."""

    key: str  # in the settings
    title: str
    address: str


BACKGROUNDS = (
    Background("grijs", later("PDOK-achtergrondkaart, grijs"), _BRT.format(style="grijs")),
    Background("standaard", later("PDOK-achtergrondkaart, standaard"), _BRT.format(style="standaard")),
    Background("luchtfoto", later("PDOK-luchtfoto"), _PHOTO),
)


def add_background(iface: QgisInterface, background: Background) -> None:
    """Put the map under everything else in the project, and say so."""
    _put_under(QgsProject.instance(), background)
    messages.tell(
        iface, tr("‘{title}’ is toegevoegd en wordt bij PDOK opgehaald zolang de laag aan staat.").format(title=tr(background.title))
    )


def add_chosen(project: QgsProject) -> None:
    """Under a project that is put together for a plan file: the map that the user chose in the options, if any."""
    for background in BACKGROUNDS:
        if background.key == user_settings.BACKGROUND.get():
            _put_under(project, background)


def _put_under(project: QgsProject, background: Background) -> None:
    layer = QgsRasterLayer(f"type=xyz&url={background.address}&zmin=6&zmax=19&crs=EPSG:3857", tr(background.title), "wms")
    project.addMapLayer(layer, False)
    project.layerTreeRoot().addLayer(layer)
