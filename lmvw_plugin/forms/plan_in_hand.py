# SPDX-License-Identifier: GPL-2.0-or-later
"""Which plan file is meant, whatever is active in the layer panel: the one place that every button asks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface

from ..core.errors import LmvwError
from ..core.i18n import tr
from ..layers.geopackage import require_unlocked
from ..layers.planfile.edits import is_plan_layer
from ..layers.planfile.recognising import is_plans_of, plan_file_of
from ..layers.sources import file_of


def plan_layer(iface: QgisInterface) -> QgsVectorLayer:
    """The layer of plans that is meant, to edit: the active one, or else that of the only plan file in the project.

    :raises LmvwError: when there is none, or more than one.
    """
    active, layers = iface.activeLayer(), plan_layers()
    if active in layers:
        return active
    return _only([layer for layer in layers if plan_file_of(layer)] or layers)


def plan_file(iface: QgisInterface) -> tuple[QgsVectorLayer, Path]:
    """The plan file that is meant, with its layer: the active one, or else the only one in the project.

    :raises LmvwError: when there is none, or more than one, or its file is gone or kept by another program.
    """
    active, files = iface.activeLayer(), {layer: path for layer in plan_layers() if (path := plan_file_of(layer))}
    if active not in files:
        if not files and is_plan_layer(active) and not _is_gone(active):
            if path := file_of(active):
                require_unlocked(path)
            raise LmvwError(tr("Laag ‘{name}’ komt niet uit een planbestand; open eerst een planbestand.").format(name=active.name()))
        active = _only(list(files))
    return active, files[active]


def plan_file_of_any(iface: QgisInterface) -> Path | None:
    """The plan file of the active layer or of the only layer that has one, of whatever version; None when there is none."""
    layers = [iface.activeLayer(), *QgsProject.instance().mapLayers().values()]
    return next((path for layer in layers if (path := plan_file_of(layer))), None)


def plan_layers() -> list[QgsVectorLayer]:
    """As the layer panel has them, and then those that it has not."""
    project = QgsProject.instance()
    shown = [node.layer() for node in project.layerTreeRoot().findLayers()]
    return list(dict.fromkeys(layer for layer in [*shown, *project.mapLayers().values()] if is_plan_layer(layer)))


def _only(layers: Sequence[QgsVectorLayer]) -> QgsVectorLayer:
    """The layers may be of one file; then it is the one that is edited, or else the first.

    :raises LmvwError: when there is none, or when they are of several files.
    """
    if not layers:
        raise LmvwError(_nothing())
    if len({file_of(layer) or layer.id() for layer in layers}) > 1:
        raise LmvwError(tr("Er zijn meer planbestanden in dit project: kies in het paneel Lagen de planlaag die u bedoelt."))
    return next((layer for layer in layers if layer.isEditable()), layers[0])


def _nothing() -> str:
    """What to do without a plan file; one that QGIS could not open has no columns, so that its place must tell what it is."""
    for layer in QgsProject.instance().mapLayers().values():
        if (is_plan_layer(layer) or (not layer.isValid() and is_plans_of(layer))) and _is_gone(layer):
            return tr("Het bestand van laag ‘{name}’ is er niet meer ({path}); zet het terug of haal de laag uit het project.").format(
                name=layer.name(), path=file_of(layer)
            )
    return tr("Open eerst een planbestand.")


def _is_gone(layer: QgsMapLayer) -> bool:
    path = file_of(layer)
    return path is not None and not path.exists()
