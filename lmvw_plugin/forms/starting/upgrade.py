# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file of an earlier version: what bringing it up would change is shown, and done when the user wants it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from qgis.core import Qgis, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QMessageBox

from ...core.errors import LmvwError
from ...core.i18n import tr
from ...layers.map import check_join, open_views
from ...layers.map.project import add_styles
from ...layers.planfile import schema, upgrade
from ...layers.planfile.recognising import plan_file_of
from ...layers.sources import file_of
from .. import messages

_NAME = "lmvw_upgrade"


def offer_upgrade(iface: QgisInterface, path: Path) -> bool:
    """Ask whether an older plan file is to be brought up, and do it; True when it is of this version now.

    :raises LmvwError: when it is not a plan file, of a newer version, or cannot be changed now.
    """
    needed = upgrade.needed(path)
    if needed is None:
        return True
    question = QMessageBox(QMessageBox.Icon.Question, tr("Planbestand bijwerken"), needed.what_changes, parent=iface.mainWindow())
    question.setObjectName(_NAME)
    yes = question.addButton(tr("Bijwerken"), QMessageBox.ButtonRole.AcceptRole)
    question.addButton(tr("Niet nu"), QMessageBox.ButtonRole.RejectRole)
    question.setDefaultButton(yes)
    question.exec()
    if question.clickedButton() is not yes:
        return False
    held = [layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsVectorLayer) and file_of(layer) == path]
    for layer in held:
        if layer.isEditable() or open_views.is_held(layer):
            raise LmvwError(
                tr(
                    "Laag ‘{name}’ wordt bewerkt of is open in een tabel of formulier; sla op, sluit dat en werk het planbestand opnieuw bij."
                ).format(name=layer.name())
            )
    kept = upgrade.carry_out(needed)
    for layer in held:
        _read_again(layer)
    messages.withdraw(iface, _NAME)
    messages.tell(iface, tr("‘{name}’ is bijgewerkt; het oude bestand staat ernaast als ‘{kept}’.").format(name=path.name, kept=kept.name))
    return True


def _read_again(layer: QgsVectorLayer) -> None:
    """A layer that was open before its file got more columns: as if it enters the project now."""
    layer.setDataSource(layer.source(), layer.name(), layer.providerType(), True)
    if not schema.missing(layer.fields().names()):
        add_styles(layer)
        check_join.join(QgsProject.instance(), layer)


class UpgradeWatch:
    """While it lives, the message bar offers to bring up an older plan file that enters the project by another way than ours."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        QgsProject.instance().layersAdded.connect(self._added)
        self._added(QgsProject.instance().mapLayers().values())

    def stop(self) -> None:
        """Let go of QGIS."""
        QgsProject.instance().layersAdded.disconnect(self._added)

    def _added(self, layers: Iterable[QgsMapLayer]) -> None:
        for layer in layers:
            if not isinstance(layer, QgsVectorLayer) or not schema.looks_older(layer.fields().names()):
                continue
            path = plan_file_of(layer)
            if path is not None:
                words = tr("Planbestand ‘{name}’ is van een oudere versie van de plugin: het moet bijgewerkt worden voor u verder kunt.")
                job = messages.guarded(self._iface, partial(offer_upgrade, path=path))
                messages.report(self._iface, _NAME, words.format(name=path.name), Qgis.MessageLevel.Warning, {tr("Bijwerken…"): job}, path)
