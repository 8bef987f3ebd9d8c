# SPDX-License-Identifier: GPL-2.0-or-later
"""Letting a warning stay, with a toelichting: in the plan itself where the province reads it, and else in the plan file alone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ....core.errors import LmvwError
from ....core.i18n import tr
from ....core.rules.acceptance import Acceptances, Accepted
from ....core.rules.findings import Acceptance, Finding
from ....layers.asking.book import user
from ....layers.map import check_join, check_result
from ....layers.planfile.edits import one_step
from ....layers.planfile.recognising import plan_file_of
from ....layers.planfile.tables import accepted_table
from ....layers.sources import value
from ...lasting import show_lasting
from ...letters import readable_lines
from ...panels.widgets import label
from ...proposing.books import books
from ...sizes import fit
from .. import on_map

_MOMENT = "%Y-%m-%d %H:%M"


class AcceptDialog(QDialog):
    """Asks why a warning may stay."""

    def __init__(self, parent: QWidget, finding: Finding, said: str, leaves: bool) -> None:
        super().__init__(parent)
        readable_lines(self)
        self.setObjectName("lmvw_accept")
        self.setModal(True)  # what is accepted is what is shown: nothing may change meanwhile
        self.setWindowTitle(tr("Waarschuwing accepteren: {plan}").format(plan=finding.plannaam or tr("(zonder naam)")))
        where = (
            tr("Dit wordt de toelichting van het plan: de provincie leest haar.")
            if leaves
            else tr("Dit blijft in uw planbestand: het gaat niet mee naar de provincie.")
        )
        again = tr("Verandert waar de waarschuwing over gaat, dan staat zij weer open.")
        self.text = QPlainTextEdit(said)
        self.text.setObjectName("why")
        self.text.setAccessibleName(tr("Waarom dit zo mag blijven"))
        self.text.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(tr("Accepteren"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setObjectName("accept")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.text.textChanged.connect(self._judge)
        whole = QVBoxLayout(self)
        whole.addWidget(label("melding", finding.melding))
        whole.addWidget(label("why_words", tr("Waarom mag dit zo blijven?")))
        whole.addWidget(self.text)
        whole.addWidget(label("kept_words", f"{where} {again}"))
        whole.addWidget(buttons)
        self.text.setFocus()
        self._judge()
        fit(self, 480, 320)

    @property
    def why(self) -> str:
        """What was typed."""
        return str(self.text.toPlainText()).strip()

    def _judge(self) -> None:
        self.go.setEnabled(bool(self.why))


class Accepting:
    """Accepts warnings of a layer, and opens them again.

    :param done: is told what a finding was and is, and all that is accepted now.
    :param failed: is told the sentence when that cannot be done.
    """

    def __init__(self, parent: QWidget, done: Callable[[Finding, Finding, Acceptances], None], failed: Callable[[str], None]) -> None:
        self._parent, self._done, self._failed = parent, done, failed

    def ask(self, layer: QgsVectorLayer, finding: Finding) -> None:
        """Let the user say why, and accept the warning."""
        plan = next(iter(on_map.find(layer, [finding.plan_id or ""], geometry=False)), None)
        said = str(value(plan["toelichting"]) or "").strip() if plan is not None else ""
        dialog = AcceptDialog(self._parent, finding, said, _accepted(finding, "").is_for_province)
        dialog.accepted.connect(lambda: self._tried(lambda: self._accept(layer, finding, dialog.why)))
        show_lasting(dialog)

    def take_back(self, layer: QgsVectorLayer, finding: Finding) -> None:
        """The warning is open again; what the plan itself says stays as it is."""

        def open_again() -> None:
            path = plan_file_of(layer)
            if path is not None:
                accepted_table.take_back(path, finding.plan_id or "", finding.regel, finding.veld or "", finding.oorzaak)
                self._done(finding, replace(finding, akkoord=None), accepted_table.read(path))
                _show(layer, path, finding)

        self._tried(open_again)

    def _tried(self, job: Callable[[], None]) -> None:
        try:
            job()
        except LmvwError as error:
            self._failed(str(error))

    def _accept(self, layer: QgsVectorLayer, finding: Finding, why: str) -> None:
        """Write it where it belongs.

        :raises LmvwError: when the layer cannot be edited.
        """
        path, accepted = plan_file_of(layer), _accepted(finding, why)
        plan = next(iter(on_map.find(layer, [accepted.plan_id], geometry=False)), None)
        if path is None or plan is None:
            return
        writes = accepted.is_for_province and str(value(plan["toelichting"]) or "").strip() != why
        title = tr("Waarschuwing geaccepteerd: {plan}").format(plan=value(plan["plannaam"]) or tr("(zonder naam)"))
        with one_step(layer, title) if writes else nullcontext():
            if writes and not layer.changeAttributeValue(plan.id(), layer.fields().lookupField("toelichting"), why):
                raise LmvwError(tr("Laag ‘{name}’ kan niet bewerkt worden.").format(name=layer.name()))
            accepted_table.accept(path, accepted)
        self._done(finding, replace(finding, akkoord=Acceptance(why, accepted.wie, accepted.moment)), accepted_table.read(path))
        _show(layer, path, finding)


def _show(layer: QgsVectorLayer, path: Path, finding: Finding) -> None:
    """On map, table and forms at once."""
    if check_result.decided(path, finding):
        check_join.renew(layer)
    books().kept.emit(layer.id())


def _accepted(finding: Finding, why: str) -> Accepted:
    moment = f"{datetime.now():{_MOMENT}}"
    return Accepted(finding.plan_id or "", finding.regel, finding.veld or "", finding.oorzaak, why, user(), moment)
