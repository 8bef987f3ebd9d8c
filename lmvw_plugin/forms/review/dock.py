# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel Controle: what is to be done, one click from the place on the map and one Enter from the field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QModelIndex
from qgis.PyQt.QtWidgets import QToolButton

from ...core.i18n import tr
from ...core.reporting import html
from ...core.rules.acceptance import Acceptances
from ...core.rules.catalogue import RULES
from ...core.rules.findings import Finding
from ...core.rules.ledger import Anew, Ledger
from ...core.rules.tasks import is_open, key_of
from ...layers.map.judge import Judgement
from ...layers.map.live import Live
from ...layers.map.outcome import Outcome
from .. import messages
from ..once import once_after
from ..panels.in_hand import READING
from ..proposing.books import books
from . import on_map, telling
from .changes import ChangeWatch, Known, Listener, reading_of
from .filters import Wanted
from .offers import Offers, OpenAt
from .remedies.accepting import Accepting
from .shown import Shown
from .tree import FINDING, PLANS, TASK
from .widgets import ReviewWidgets

_SOON = 250  # ms after the last key or movement of the map


class ReviewDock(ReviewWidgets):
    """The last check of the plan file in hand."""

    def __init__(self, iface: QgisInterface, open_at: OpenAt, check: Callable[[], None], ask: Callable[[str], None]) -> None:
        super().__init__(iface)
        self._open_at = open_at
        self.outcome: Outcome | None = None
        self._ledger: Ledger | None = None
        self._live: Live | None = None  # what map and table show of it
        self._shown: Shown | None = None
        self._statuses: dict[str, str] = {}
        self._proposed: dict[str, int] = {}  # by plan, how many proposals wait
        self._waiting: set[str] = set()  # plans that changed and are not judged yet
        self._watch: ChangeWatch | None = None
        self._following: Finding | None = None  # what came after a finding that is mended
        self._mended: Finding | None = None  # by a remedy of this panel, and not judged yet
        self._ahead: Finding | None = None  # in hand after a remedy, while the map is not there yet
        self._calm = False  # lines change without the user having chosen one
        self._going, self._filtering = once_after(0, self._go, self), once_after(_SOON, self.refresh, self)
        told = partial(self._tell, None)
        accepting, partly = Accepting(self, self._accepted, told), partial(messages.warn, iface)
        self._offers = Offers(self, self.remedies, open_at, ask, accepting, self._mend, partly, told)
        self._map_moved, self._selected = partial(self._seen_otherwise, self.extent), partial(self._seen_otherwise, self.selection)
        books().kept.connect(self._kept)
        self._connect(check)

    def _connect(self, check: Callable[[], None]) -> None:
        self.check.clicked.connect(lambda *_: self._check(check))
        self.search.textChanged.connect(lambda *_: self._filtering.start())
        self.search.returnPressed.connect(self.to_list)
        for box in (self.group, self.kinds, self.rules, self.status):
            box.currentIndexChanged.connect(lambda *_: self.refresh())
        for switch in (self.selection, self.extent):
            switch.toggled.connect(lambda *_: self.refresh())
        self.tree.selectionModel().currentChanged.connect(self._chosen)
        self.tree.clicked.connect(self._chosen)
        self.tree.activated.connect(self._activated)
        self.nothing.linkActivated.connect(lambda *_: self.show_all())
        self.previous.clicked.connect(lambda *_: self.walk(-1))
        self.next.clicked.connect(lambda *_: self.walk(1))
        self.open.clicked.connect(lambda *_: self.open_form())
        self.has_keys(("N", lambda: self.walk(1)), ("P", lambda: self.walk(-1)))
        for signal, slot in (
            (self.hand.turned, self._turned), (self.hand.followed, self.reload), (self.hand.lost, self._lost), (self.hand.left, self._left),
        ):  # fmt: skip
            signal.connect(slot)
        self._iface.mapCanvas().extentsChanged.connect(self._map_moved)
        self.visibilityChanged.connect(lambda shown: self.hand.follow() if shown else None)

    def _check(self, check: Callable[[], None]) -> None:
        self.hand.follow()
        check()

    # -- which plan file ------------------------------------------------------------------------------------------

    def _turned(self, *_: object) -> None:
        layer = self.layer
        if layer is not None:
            self._watch = ChangeWatch(layer, Listener(self._wait, self._judged, self.reload, partial(self._tell, None)))
            self.hand.hear(layer.selectionChanged, self._selected)

    def _lost(self) -> None:
        if self._watch is not None:
            self._watch.lost()
            self._watch = None

    def _left(self, why: str) -> None:
        self._offers.stop()
        self._following = None
        self._know(None)
        self._going.stop()
        if self._watch is not None:
            self._watch.stop()
            self._watch = None
        self.refresh()
        self._tell(None, why or tr("Open een planbestand om het te controleren."))

    def reload(self) -> None:
        """Read what the plan file keeps of its last check, in the background; also unseen, for what it has in hand nobody else judges."""
        if self.layer is None or self.hand.path is None:
            return
        if self._watch is not None:
            self._watch.forget()
        if self.outcome is None:
            self.words.setText(tr(READING))
        self.hand.work(tr("Uitkomst van de controle lezen"), reading_of(self.layer, self.hand.path), self._loaded)

    def _loaded(self, loaded: tuple[Known | None] | None, sentence: str) -> None:
        if loaded is None:
            self._tell(None, sentence)
            return
        known = loaded[0]
        outcome = known.outcome if known is not None else None
        self._following = None
        self._know(known)
        if self._watch is not None and known is not None:
            self._watch.know(known.outcome, known.judge)
        self._fill_rules()
        self.refresh()
        self._tell(outcome, tr("Dit planbestand is nog niet gecontroleerd, of door een oudere versie: kies ‘Controleren’."))

    def _know(self, known: Known | None) -> None:
        outcome = known.outcome if known is not None else None
        self.outcome, self._waiting = outcome, set()
        self._statuses = dict(outcome.statuses) if outcome is not None else {}
        self._proposed = dict(outcome.proposed) if outcome is not None else {}
        self._ledger = known.ledger if known is not None else None
        self._live = Live(self.layer, outcome.prints, outcome.now) if outcome is not None and self.layer is not None else None

    def _wait(self, plans: set[str]) -> None:
        """These plans changed, and are judged in a moment."""
        self._waiting |= plans
        self._mark()

    def _mark(self) -> None:
        if self.outcome is not None:
            self.model.mark(self.outcome.changed | self._waiting)
            self._tell(self.outcome, "")

    def _judged(self, judgement: Judgement, unsure: frozenset[str]) -> None:
        """Plans were judged again; when the finding in hand is gone, the one that came after it is the next: at once after a remedy."""
        if self.outcome is None or self._ledger is None or self._shown is None or self._live is None:
            return
        held, after = self.finding(), self.model.after(self.tree.currentIndex())
        self._waiting -= judgement.sizes.keys() - (self._watch.unjudged if self._watch is not None else set())
        self.outcome = replace(self.outcome, changed=unsure)
        moved = {plan for plan, status in judgement.statuses.items() if self._statuses.get(plan) != status}
        self._statuses.update(judgement.statuses)
        self._proposed |= {plan: len(judgement.proposed.get(plan, ())) for plan in judgement.sizes}
        again = self._live.about_to(self._ledger, judgement)
        rules, touched = self._ledger.rules, self._ledger.replace(judgement.anew, judgement.sizes)
        more = self._watch is not None and self._watch.has_more
        self._live.judged(again, self._ledger, judgement.prints, unsure, more)
        if self.status.currentData():  # what they had is shown in another place, or no more
            touched.plans |= moved
            touched.tasks.update(key_of(finding) for plan in moved for finding in self._ledger.lines(plan))
        if touched.plans:
            if self._ledger.rules != rules:
                self._fill_rules()
            self._calm, seen = True, self.tree.has_in_sight()
            self._shown.renew(touched)
            self.model.renew(self._shown.nodes())
            self._tell_nothing()
            gone = held is not None and not self._ledger.has(held)
            if gone:
                self._following = next((finding for finding in after if self._ledger.has(finding) and is_open(finding)), None)
                self.tree.setCurrentIndex(QModelIndex())
            if seen:
                self.tree.scrollTo(self.tree.currentIndex())
            self._calm = False
            if gone and held == self._mended:
                self._mended = None
                self._come_next()
        self._mark()
        if touched.plans & {None if held is None else held.plan_id} or judgement.sizes.keys() & {None if held is None else held.plan_id}:
            self._describe()

    def _come_next(self) -> None:
        """What comes after a remedy is in hand; the map stays, so that the user sees what he did, and goes there when he walks."""
        self._calm = True
        self.walk(1)
        self._calm = False
        self._ahead = self.finding()
        self._describe()

    def _mend(self) -> None:
        """A remedy is carried out, and its button goes: the keys are for the list again."""
        self._mended = self.finding()
        self.to_list()

    def _accepted(self, was: Finding, now: Finding, accepted: Acceptances) -> None:
        """A warning may stay, or is open again."""
        if self.outcome is None or self._watch is None:
            return
        self._watch.accept(accepted)
        self._mend()
        self._judged(Judgement([Anew(was.plan_id or "", was.__eq__, [now])]), self.outcome.changed)

    def _kept(self, layer_id: str) -> None:
        """A proposal was refused, or may be made again."""
        if self.layer is not None and self.layer.id() == layer_id:
            self.reload()

    def _tell(self, outcome: Outcome | None, otherwise: str) -> None:
        if outcome is None or self._ledger is None:
            self.words.setText(otherwise)
        else:
            counts = replace(self._ledger.counts, proposals=sum(self._proposed.values()))
            self.words.setText(telling.state(outcome, counts, len(outcome.changed), len(self._waiting)))

    # -- what is shown --------------------------------------------------------------------------------------------

    def _fill_rules(self) -> None:
        chosen = self.rules.currentData()
        present = self._ledger.rules if self._ledger is not None else set()
        self.rules.blockSignals(True)
        self.rules.clear()
        self.rules.addItem(tr("Alle regels"), "")
        for rule in RULES.values():
            if rule.id in present:
                self.rules.addItem(f"{rule.id}: {tr(rule.title)}", rule.id)
        self.rules.setCurrentIndex(max(0, self.rules.findData(chosen)))
        self.rules.blockSignals(False)

    def wanted(self) -> Wanted:
        """What the user asks to see."""
        plans: set[str] | None = None
        known = self._watch.keys if self._watch is not None else {}
        if self.layer is not None and self.selection.isChecked():
            plans = on_map.selected(self.layer, known)
        if self.layer is not None and self.extent.isChecked():
            seen = on_map.in_sight(self._iface.mapCanvas(), self.layer, known)
            plans = seen if plans is None else plans & seen
        rule, status = self.rules.currentData() or "", self.status.currentData()
        return Wanted(self.kinds.currentData(), rule, self.search.text(), plans, status, self._statuses)

    def refresh(self) -> None:
        """Show what is wanted now; the finding in hand stays in hand."""
        self._filtering.stop()
        here = self.tree.currentIndex()
        held, task, is_open_there = self.finding(), here.data(TASK), self.tree.isExpanded(here)
        outcome, ledger = self.outcome, self._ledger
        self._shown = None
        if outcome is not None and ledger is not None:
            self._shown = Shown(ledger, outcome.coverage, self.wanted(), bool(self.group.currentData()))
        self._calm = True
        self.model.show(self._shown.nodes() if self._shown is not None else [])
        self.model.mark(outcome.changed | self._waiting if outcome is not None else ())
        self._tell_nothing()
        self._open_kinds()
        here = self.model.index_of(held) if held is not None else self.model.index_of_task(task)
        self.tree.setCurrentIndex(here)
        if here.isValid():
            self.tree.setExpanded(here, is_open_there)
            self.tree.scrollTo(here)
        self._calm = False
        self._describe()

    def _tell_nothing(self) -> None:
        """What is filtered away is said, and how to get it back."""
        away = self._ledger is not None and bool(self._ledger.plans) and not self.model.rowCount()
        self.nothing.setText(html.line(tr("Geen bevindingen met dit filter.") + " " + html.link("all", tr("Toon alles"))) if away else "")
        self.nothing.setVisible(away)

    def show_all(self) -> None:
        """Without any filter."""
        for box in (self.kinds, self.rules, self.status):
            box.setCurrentIndex(0)
        for switch in (self.selection, self.extent):
            switch.setChecked(False)
        self.search.clear()
        self.refresh()

    def _open_kinds(self) -> None:
        """The kinds of work are open, the rules that found nothing are not."""
        if not self.group.currentData():
            for row in range(self.model.rowCount()):
                index = self.model.index(row, 0)
                self.tree.setExpanded(index, any(child.task for child in self.model.node(index).children))

    def finding(self) -> Finding | None:
        """The finding in hand."""
        finding: Finding | None = self.tree.currentIndex().data(FINDING)
        return finding

    def _describe(self) -> None:
        finding = self.finding()
        changed = finding is not None and self.outcome is not None and finding.plan_id in self.outcome.changed | self._waiting
        task = self.tree.currentIndex().data(TASK)
        self.detail.setHtml(telling.detail(finding, changed) if finding is not None else telling.of_task(task) if task is not None else "")
        self.open.setEnabled(finding is not None and bool(finding.plan_id))
        if finding is None or self.layer is None or self.outcome is None or self._ledger is None:
            self._offers.none()
        else:
            self._offers.of(finding, self.layer, self._ledger, self.outcome.peildatum)
        self._offers.question(finding or task)

    def _seen_otherwise(self, switch: QToolButton, *_: object) -> None:
        """The map moved, or others are selected."""
        if switch.isChecked() and not self._calm:
            self._filtering.start()

    # -- going there ----------------------------------------------------------------------------------------------

    def _chosen(self, *_: object) -> None:
        if not self._calm:
            self._going.start()

    def _go(self) -> None:
        """Bring what was chosen in sight; without another choice than the user made."""
        self._ahead = None
        self._describe()
        finding, plans = self.finding(), self.tree.currentIndex().data(PLANS) or ()
        if self.layer is None or not (plans or (finding is not None and finding.place is not None)):
            return
        self._calm = True
        try:
            if finding is None:
                on_map.show_all(self._iface.mapCanvas(), self.layer, plans)
            elif not on_map.show(self._iface.mapCanvas(), self.layer, finding, select=not self.selection.isChecked()):
                self.words.setText(tr("Dit plan is er niet meer: controleer opnieuw."))
        finally:
            self._calm = False

    def walk(self, step: int) -> None:
        """The next finding, or the one before; round and round."""
        if step > 0 and self._ahead is not None and self._ahead == self.finding():
            self._ahead = None
            self._chosen()
            self.to_list()
            return
        here, following = self.tree.currentIndex(), self.model.index_of(self._following)
        self._following = None
        following_row = following if step > 0 and following.isValid() and not here.isValid() else self.model.beside(here, step)
        if following_row.isValid():
            self.tree.setCurrentIndex(following_row)
            self.tree.scrollTo(following_row)
            self.to_list()  # so that Enter opens it

    def _activated(self, index: QModelIndex) -> None:
        if self.model.node(index).finding is None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        else:
            self.open_form()

    def open_form(self) -> None:
        """The form of this plan, at the tab of the field, with the cursor in it."""
        finding = self.finding()
        if finding is not None and finding.plan_id and self.layer is not None:
            self._open_at(self.layer, finding.plan_id, finding.veld or "")

    def stop(self) -> None:
        """The plugin goes."""
        self._offers.stop()
        self.hand.stop()
        self._iface.mapCanvas().extentsChanged.disconnect(self._map_moved)
        books().kept.disconnect(self._kept)
        self._going.stop()
        self._filtering.stop()
