# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts over plans: asked as soon as a polygon was cut, and when the user wants it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QDialog

from ...core.errors import LmvwError
from ...core.i18n import tr
from ...layers.planfile.division import Division, apply_division, division
from ...layers.planfile.edits import label_follows
from .. import messages
from ..plan_in_hand import plan_layer
from .divide_dialog import Divided, DivideDialog

Ask = Callable[[Division, QgsVectorLayer], Divided | None]


def _asker(iface: QgisInterface) -> Ask:
    def ask(divided: Division, layer: QgsVectorLayer) -> Divided | None:
        dialog = DivideDialog(iface.mainWindow(), divided, layer)
        return dialog.decided() if dialog.exec() == QDialog.DialogCode.Accepted else None

    return ask


def start_split(iface: QgisInterface) -> None:
    """Take up QGIS's own tool; the counts are asked when the line is drawn.

    :raises LmvwError: when the layer cannot be edited.
    """
    plans = plan_layer(iface)
    if not plans.isEditable() and not plans.startEditing():
        raise LmvwError(tr("Laag ‘{name}’ kan niet bewerkt worden.").format(name=plans.name()))
    iface.setActiveLayer(plans)
    iface.actionSplitFeatures().trigger()
    messages.tell(iface, tr("Teken een lijn dwars over het plan en klik met rechts; daarna verdeelt u de aantallen."))


def divide_selected(iface: QgisInterface, ask: Ask | None = None) -> None:
    """The counts of the selected plans are divided again."""
    plans = plan_layer(iface)
    _divide(iface, plans, division(plans.selectedFeatures()), ask or _asker(iface))


def divide_parts(iface: QgisInterface, plans: QgsVectorLayer, fids: Sequence[int], ask: Ask | None = None) -> None:
    """A plan was just cut: its counts are asked for each part."""
    parts = [plan for plan in (plans.getFeature(fid) for fid in fids) if plan.isValid()]
    if len(parts) < 2:  # undone meanwhile
        return
    plans.selectByIds([plan.id() for plan in parts])
    label_follows(plans, parts[:1], parts[1:])
    divided = division(parts)
    if not _divide(iface, plans, divided, ask or _asker(iface)):
        words = tr("Alle aantallen staan nog bij ‘{name}’; het nieuwe deel heeft geen naam en geen aantallen. "
                   "Kies ‘Aantallen verdelen’ om dat alsnog te doen.")  # fmt: skip
        messages.warn(iface, words.format(name=divided.names[0]))


def _divide(iface: QgisInterface, plans: QgsVectorLayer, divided: Division, ask: Ask) -> bool:
    decided = ask(divided, plans)
    if decided is None:
        return False
    apply_division(plans, divided, decided.counts, decided.names)
    messages.tell(iface, tr("De aantallen zijn verdeeld over {names}.").format(names=", ".join(f"‘{name}’" for name in decided.names)))
    return True
