# SPDX-License-Identifier: GPL-2.0-or-later
"""The buttons below a finding: what can be done about it, here and at the other plans that have it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QWidget
from qgis.utils import OverrideCursor

from ...core.basisset.peildatum import Peildatum
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.rules.findings import Finding
from ...core.rules.ledger import Ledger
from ...core.rules.plans import PLAN_RULES
from ...core.rules.tasks import Task, key_of
from ..lasting import show_lasting
from .remedies import mending as mend
from .remedies.accepting import Accepting
from .remedies.redrawing import Redrawing, redrawings
from .widgets import RemedyButtons

OpenAt = Callable[[QgsVectorLayer, str, str], None]  # the plan with this key, with this field in hand


class Offers:
    """Fills the buttons, and carries out what is pressed.

    :param ask: opens the question table at a field.
    :param done: is told that a remedy was carried out.
    :param partly: is told the sentence when that could not be done for every plan.
    :param failed: is told the sentence when that cannot be done.
    """

    def __init__(
        self, parent: QWidget, buttons: RemedyButtons, open_at: OpenAt, ask: Callable[[str], None],
        accepting: Accepting, done: Callable[[], None], partly: Callable[[str], None],
        failed: Callable[[str], None],
    ) -> None:  # fmt: skip
        self._accepting, self._partly = accepting, partly
        self._parent, self._buttons, self._open_at, self._ask, self._done, self._failed = parent, buttons, open_at, ask, done, failed

    def none(self) -> None:
        """There is no finding in hand."""
        self._buttons.clear()

    def of(self, finding: Finding, layer: QgsVectorLayer, ledger: Ledger, peildatum: Peildatum) -> None:
        """A button for each remedy of this finding, and one for the same elsewhere."""
        self._buttons.clear()
        alone = ledger.is_alone(finding)
        for mending in mend.offered(layer, [finding], peildatum):
            do = partial(self._preview, layer, peildatum) if mending.then else partial(self._mend, layer)
            self._buttons.add(mending.remedy.title + ("…" if mending.then else ""), partial(do, [mending]))
            if not alone:
                self._buttons.add_for_all(
                    mending.remedy.together, partial(self._mend_all, layer, peildatum, ledger, finding, mending.remedy.key)
                )
        for redrawing in redrawings(layer, finding):
            self._buttons.add(
                redrawing.title + ("…" if redrawing.looks else ""), partial(self._redraw, layer, peildatum, redrawing, [finding])
            )
            more = [
                other for other in _alike(ledger, finding) if bool(other.ander) is bool(finding.ander) and (finding.ander or other.voorstel)
            ]
            if len({other.plan_id for other in more}) > 1:
                self._buttons.add_for_all(redrawing.together, partial(self._redraw, layer, peildatum, redrawing, more))
        if finding.can_be_accepted:
            self._buttons.add(tr("Accepteren…"), partial(self._accepting.ask, layer, finding))
        if finding.akkoord is not None:
            self._buttons.add(tr("Weer openzetten"), partial(self._accepting.take_back, layer, finding))
        if finding.is_warning and finding.plan_id:
            self._buttons.add(tr("Toelichten"), partial(self._open_at, layer, finding.plan_id, "toelichting"))

    def question(self, asked: Finding | Task | None) -> None:
        """The question table, for what is not answered yet: of one plan, or of all plans of a task."""
        if asked is not None and asked.is_unanswered and asked.regel in PLAN_RULES:
            self._buttons.add(tr("Beantwoorden in de vragenlijst"), partial(self._ask, asked.veld or ""))

    def _mend(self, layer: QgsVectorLayer, mendings: Sequence[mend.Mending], stays: Sequence[mend.Stays] = ()) -> None:
        if mendings:
            try:
                mend.carry_out(layer, mendings)
            except LmvwError as error:
                self._failed(str(error))
            else:
                self._done()
                if stays:
                    self._partly(mend.done(mendings, stays))

    def _redraw(self, layer: QgsVectorLayer, peildatum: Peildatum, redrawing: Redrawing, findings: Sequence[Finding]) -> None:
        """At once, or after a preview where a person must look or there are more plans."""
        try:
            with OverrideCursor(Qt.CursorShape.WaitCursor):  # type: ignore[no-untyped-call]  # QGIS tells no types
                mendings, stays = redrawing.mendings(layer, findings)
        except LmvwError as error:
            self._failed(str(error))
            return
        if len(findings) > 1 or any(mending.look for mending in mendings):
            self._preview(layer, peildatum, mendings, stays)
        else:
            self._mend(layer, mendings)

    def _mend_all(self, layer: QgsVectorLayer, peildatum: Peildatum, ledger: Ledger, finding: Finding, key: str) -> None:
        mendings, stays = mend.offered_to_all(layer, _alike(ledger, finding), key, peildatum)
        if mendings:
            self._preview(layer, peildatum, mendings, stays)
        elif stays:
            self._failed(stays[0].why)

    def _preview(
        self, layer: QgsVectorLayer, peildatum: Peildatum, mendings: Sequence[mend.Mending], stays: Sequence[mend.Stays] = ()
    ) -> None:
        preview = mend.Preview(self._parent, mendings, peildatum, stays)
        preview.accepted.connect(lambda: self._mend(layer, mendings, stays))
        show_lasting(preview)


def _alike(ledger: Ledger, finding: Finding) -> list[Finding]:
    """The same of the same field, at every plan that has it."""
    return [other for other in ledger.of_task(key_of(finding)) if other.veld == finding.veld]
