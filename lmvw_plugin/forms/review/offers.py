# SPDX-License-Identifier: GPL-2.0-or-later
"""The buttons below a finding: what can be done about it, here and at the other plans that have it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QWidget
from qgis.utils import OverrideCursor

from ...core.basisset.peildatum import Peildatum
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Silent
from ...core.i18n import tr
from ...core.rules.findings import Finding
from ...core.rules.ledger import Ledger
from ...core.rules.plans import PLAN_RULES
from ...core.rules.tasks import Task, key_of
from ..lasting import show_lasting
from ..run_task import Job
from .remedies import mending as mend
from .remedies.accepting import Accepting
from .remedies.redrawing import Redrawing, redrawings
from .widgets import RemedyButtons

_AT_ONCE = 50  # plans: a moment
_Work = Callable[[Feedback], tuple[list[mend.Mending], list[mend.Stays]]]
_Then = Callable[[Sequence[mend.Mending], Sequence[mend.Stays]], None]
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
        self._job: Job | None = None
        self._parent, self._buttons, self._open_at, self._ask, self._done, self._failed = parent, buttons, open_at, ask, done, failed

    def stop(self) -> None:
        """What is being worked out is not wanted any more."""
        if self._job is not None:
            self._job.abandon()
            self._job = None

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
            asked = redrawing.asked(layer, findings)
        except LmvwError as error:
            self._failed(str(error))
            return

        def then(mendings: Sequence[mend.Mending], stays: Sequence[mend.Stays]) -> None:
            if len(findings) > 1 or any(mending.look for mending in mendings):
                self._preview(layer, peildatum, mendings, stays)
            else:
                self._mend(layer, mendings)

        again = partial(self._redraw, layer, peildatum, redrawing, findings)
        self._work_out(layer, len(asked), partial(redrawing.mendings, asked), then, again)

    def _mend_all(self, layer: QgsVectorLayer, peildatum: Peildatum, ledger: Ledger, finding: Finding, key: str) -> None:
        plans = mend.concerned(layer, _alike(ledger, finding))
        work = partial(mend.offered_to_all, plans, key, peildatum)
        again = partial(self._mend_all, layer, peildatum, ledger, finding, key)
        self._work_out(layer, len(plans), work, partial(self._offer_all, layer, peildatum), again)

    def _work_out(self, layer: QgsVectorLayer, number: int, work: _Work, then: _Then, again: Callable[[], None]) -> None:
        """Here, or of many plans in the background; where the layer changed meanwhile ``again`` begins anew."""
        self.stop()
        if number <= _AT_ONCE:
            try:
                with OverrideCursor(Qt.CursorShape.WaitCursor):  # type: ignore[no-untyped-call]  # QGIS tells no types
                    made = work(Silent())
            except LmvwError as error:
                self._failed(str(error))
            else:
                then(*made)
            return
        made_of = layer.undoStack().index()

        def over(made: tuple[list[mend.Mending], list[mend.Stays]] | None, sentence: str) -> None:
            self._job = None
            if made is None:
                self._failed(sentence)
            elif not sip.isdeleted(layer):
                then(*made) if layer.undoStack().index() == made_of else again()

        self._job = Job(tr("Verbetering voorbereiden"), work, over)
        self._job.start()

    def _offer_all(
        self, layer: QgsVectorLayer, peildatum: Peildatum, mendings: Sequence[mend.Mending], stays: Sequence[mend.Stays]
    ) -> None:
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
