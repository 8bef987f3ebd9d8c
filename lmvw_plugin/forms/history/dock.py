# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel that lays the plan file in hand beside an earlier delivery, and in which a person decides what is not certain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from qgis.gui import QgisInterface, QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication

from ...core.basisset.peildatum import Peildatum
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Part
from ...core.history.decisions import Said, accepted, decision, refused, tied
from ...core.history.facts import Fact
from ...core.i18n import moment, tr
from ...layers.history.comparing import Compared, compare
from ...layers.history.files import read_file
from ...layers.history.reading import Drawn, read_side
from ...layers.history.remembered import as_delivered, last_delivery
from ...layers.history.since import without_sum
from ...layers.importing.polygons import Polygons
from ...layers.planfile.store import read_info
from ...layers.planfile.tables import comparison_table, delivery_memory
from ...layers.planfile.tables.delivery_memory import Delivered
from ...layers.reading import Taken
from .. import user_settings
from ..once import once_after
from . import telling
from .bringing_back import BringingBack, signed
from .deciding import Deciding
from .facts_list import FACT
from .on_map import Outlines
from .pointing import Pointing
from .widgets import ComparisonWidgets

_FILE = None  # the choice of a file, among the deliveries that are remembered


class ComparisonDock(ComparisonWidgets):
    """What became of the plans of an earlier delivery."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface)
        self.compared: Compared | None = None
        self.outlines = Outlines(iface.mapCanvas())
        self._held: Fact | None = None  # the fact to turn to when the comparison is made again
        self._changed = self._calm = False
        self._said = ""  # of what was done just now
        self._pointing = Pointing(iface.mapCanvas(), self, self.outlines, self._tie_to, lambda: self.tie.setChecked(False))
        self._ends = BringingBack(self)
        self._deciding = Deciding(self)
        self._going = once_after(0, self._go, self)
        self._connect()

    def _connect(self) -> None:
        self.again.clicked.connect(lambda *_: self.compare())
        self.previous.activated.connect(lambda *_: self._chosen_previous())
        self.file.fileChanged.connect(lambda *_: self._chosen_file())
        self.mapping.fileChanged.connect(lambda *_: self._chosen_mapping())
        self.shown.currentIndexChanged.connect(lambda *_: self._refresh(self.fact()))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._going.start() if not self._calm else None)
        self.list.clicked.connect(lambda *_: self._going.start())
        self.accept_.clicked.connect(lambda *_: self.decide(accepted))
        self.refuse.clicked.connect(lambda *_: self.decide(refused))
        self.tie.toggled.connect(self._point)
        self.undo.clicked.connect(lambda *_: self.take_back())
        self.back.clicked.connect(lambda *_: self.walk(-1))
        self.next.clicked.connect(lambda *_: self.walk(1))
        self.has_keys(
            ("A", self.accept_.click), ("W", self.refuse.click), ("K", self.tie.click), ("Z", self.undo.click),
            ("G", self.built.click), ("V", self.dropped.click), ("T", self.restore.click),
            ("Escape", lambda: self.tie.setChecked(False)), repeats=False,
        )  # fmt: skip
        self.has_keys(("N", self.next.click), ("P", self.back.click))
        self.hand.turned.connect(self._turned)
        self.hand.followed.connect(self.compare)
        self.hand.left.connect(self._left)
        self.visibilityChanged.connect(self._seen)

    # -- which plan file, and which delivery ----------------------------------------------------------------------

    def _turned(self, *_: object) -> None:
        if self.layer is not None and self.hand.path is not None:
            self.hand.hear(self.layer.layerModified, self._was_changed)
            self._fill_previous(self.hand.path)
            self._deciding.offer()  # it does not wait for a delivery to compare with

    def _left(self, why: str) -> None:
        self._know(None)
        self._deciding.offer()
        self.words.setText(why or tr("Open een planbestand om het te vergelijken."))

    def _was_changed(self) -> None:
        self._changed = True
        self._tell()

    def _tell(self) -> None:
        if self.compared is not None and not self.hand.works:
            self.words.setText(" ".join(filter(None, (self._said, telling.state(self.compared, self._changed)))))

    def _fill_previous(self, path: Path) -> None:
        """The deliveries that the plan file remembers, and a file. That which a check looks back at is chosen; else the last one."""
        kept, last = [], None
        with suppress(LmvwError):  # told when it is compared
            kept = delivery_memory.read(path)
            last = last_delivery(path, read_info(path).peildatum) or last_delivery(path)
        self.previous.clear()
        for delivered in reversed(kept):
            when = moment(datetime.fromisoformat(delivered.moment))
            words = tr("{day}, gemaakt op {when}").format(day=Peildatum.parse(delivered.peildatum).words, when=when)
            self.previous.addItem(tr("{words} (een deel)").format(words=words) if delivered.deel else words, delivered)
        self.previous.addItem(tr("Uit een bestand"), _FILE)
        chosen = next((at for at in range(self.previous.count()) if self.previous.itemData(at) == last), self.previous.count() - 1)
        self.previous.setCurrentIndex(chosen)
        self._offer_file()
        self._fill(self.file, user_settings.PREVIOUS_DELIVERY.get())
        self._fill(self.mapping, user_settings.PREVIOUS_MAPPING.get())

    def _offer_file(self) -> None:
        for box in (self.file, self.mapping):
            box.setVisible(self.previous.currentData() is _FILE)

    @staticmethod
    def _fill(box: QgsFileWidget, text: str) -> None:
        box.blockSignals(True)
        box.setFilePath(text)
        box.blockSignals(False)

    def _chosen_previous(self) -> None:
        self._offer_file()
        if self.previous.currentData() is _FILE:
            self.file.lineEdit().setFocus(Qt.FocusReason.OtherFocusReason)
        self.compare()

    def _chosen_file(self) -> None:
        if Path(self.file.filePath()).is_file():  # and is not still being typed
            user_settings.PREVIOUS_DELIVERY.set(self.file.filePath())
            self._fill(self.mapping, "")  # it is of another file
            user_settings.PREVIOUS_MAPPING.set("")
            self.compare()

    def _chosen_mapping(self) -> None:
        text = self.mapping.filePath()
        if not text or Path(text).is_file():
            user_settings.PREVIOUS_MAPPING.set(text)
            self.compare()

    # -- comparing ------------------------------------------------------------------------------------------------

    def compare(self, said: str = "", held: Fact | None = None) -> None:
        """Read both and compare them, in the background.

        :param said: a sentence that stands before the outcome.
        :param held: the fact to turn to; else it is the one in hand.
        """
        if self.layer is None or self.hand.path is None:
            return
        self.hand.abandon()
        self._held = held or self.fact() or self._held
        delivered, text, mapping = self.previous.currentData(), self.file.filePath(), self.mapping.filePath()
        if delivered is _FILE and not text:
            self._know(None)
            self.words.setText(tr("Kies de vorige levering: een pakket, een GeoPackage of een ander bestand met plannen."))
            return
        plans, path, name = Taken(self.layer), self.hand.path, self.hand.path.name

        def work(feedback: Feedback) -> Compared:
            then = _then(path, delivered, text, mapping, Part(feedback, 0, 30))
            with plans.read(feedback) as reading:
                day = reading.info.peildatum if reading.info else None
                now = read_side(Polygons(reading.source, reading.copy), name, day, Part(feedback, 30, 60))
            return compare(then, now, comparison_table.read(path), Part(feedback, 60, 100))

        self._changed, self._said = False, said
        self.words.setText(tr("De leveringen worden vergeleken …"))
        self.hand.work(tr("Vergelijken met de vorige levering"), work, self._made)

    def _renew(self) -> None:
        """The same deliveries with what is decided now; those that are still being compared are read anew."""
        compared, path = self.compared, self.hand.path
        if self.hand.works:
            self.compare(held=self._held)
            return
        if compared is None or path is None:
            return
        self.hand.work(tr("Vergelijken"), lambda feedback: compared.again(comparison_table.read(path), feedback), self._made, unseen=True)

    def _made(self, compared: Compared | None, sentence: str) -> None:
        if compared is None:
            self._know(None)
            self.words.setText(sentence)
            return
        self._deciding.offer()
        held, self._held = self._held, None
        self._know(compared, held)
        self._tell()
        if any(box.isAncestorOf(QApplication.focusWidget()) for box in (self.file, self.mapping)) or self.previous.hasFocus():
            self.to_list()

    def _know(self, compared: Compared | None, held: Fact | None = None) -> None:
        self.tie.setChecked(False)
        self.compared = compared
        self._refresh(held)

    def _refresh(self, held: Fact | None) -> None:
        """Show what is wanted; the fact in hand stays in hand, and else it is the first."""
        wanted, facts = self.shown.currentData(), self.compared.comparison.facts if self.compared else ()
        self._calm = True
        self.model.show([fact for fact in facts if wanted(fact)])
        row = self.model.index_of(held)
        self.list.setCurrentIndex(row if row.isValid() else self.model.index(0, 0))
        self._calm = False
        self._go()

    def _seen(self, visible: bool) -> None:
        if visible and self.layer is None:
            self.hand.follow()
        elif not visible:
            self.tie.setChecked(False)
            self.outlines.clear()
        elif self.compared is not None:
            self._go()

    # -- one fact -------------------------------------------------------------------------------------------------

    def fact(self) -> Fact | None:
        """The fact in hand."""
        index = self.list.currentIndex()
        return index.data(FACT) if index.isValid() else None

    def _go(self) -> None:
        """Tell of the fact in hand, and bring it in sight."""
        fact, compared = self.fact(), self.compared
        self.tie.setChecked(False)
        accept, refuse = telling.choices(compared.comparison, fact) if compared and fact else ("", "")
        for button, words, tip in ((self.accept_, accept, tr("A: {words}")), (self.refuse, refuse, tr("W: {words}"))):
            button.setVisible(bool(words))
            if words:
                button.setText(telling.short(words).replace("&", "&&"))
                button.setToolTip(tip.format(words=words))
                button.setAccessibleName(words)
        single = fact is not None and len(fact.then) <= 1 and len(fact.now) <= 1
        self.tie.setEnabled(single)
        self._ends.offer(compared, fact)
        if fact is None or compared is None:
            self.detail.setHtml(telling.remarks(compared.notes) if compared else "")
            self.outlines.clear()
            return
        self.detail.setHtml(telling.detail(compared.comparison, fact))
        if self.isVisible():
            then = {*fact.then, *(old for old, _ in fact.maybe)}
            now = {*fact.now, *(other for _, other in fact.maybe)}
            self.outlines.show(
                [compared.then.shapes[index] for index in sorted(then)], [compared.now.shapes[index] for index in sorted(now)]
            )

    def walk(self, step: int) -> None:
        """The next fact, or the one before; round and round."""
        rows = self.model.rowCount()
        if rows:
            row = (self.list.currentIndex().row() + step) % rows
            self.list.setCurrentIndex(self.model.index(row, 0))
            self.to_list()

    def open_plan(self, plan_id: str) -> None:
        """The form of a plan."""
        layer = self.layer
        plan = next((feature for feature in layer.getFeatures() if feature["plan_id"] == plan_id), None) if layer is not None else None
        if layer is not None and plan is not None:
            layer.selectByIds([plan.id()])
            self._iface.mapCanvas().zoomToSelected(layer)
            self._iface.openFeatureForm(layer, plan, False, False)

    # -- deciding -------------------------------------------------------------------------------------------------

    def decide(self, how: Callable[[Fact], Sequence[Said]]) -> None:
        """Keep what the user says of the fact in hand."""
        fact = self.fact()
        if fact is not None:
            self._keep(fact, how(fact))

    def _keep(self, fact: Fact, said: Sequence[Said]) -> None:
        if not said or self.compared is None or self.hand.path is None or self.hand.works:
            return
        compared, sides = self.compared, (self.compared.then.side, self.compared.now.side)
        try:
            comparison_table.add(self.hand.path, [decision(verdict, *sides, compared.ground, *signed()) for verdict in said])
        except LmvwError as error:
            self.words.setText(str(error))
            return
        self._held = self.after(fact)
        self._renew()

    def after(self, fact: Fact) -> Fact:
        """The fact to turn to when one is decided: the next one that waits."""
        after = self.list.currentIndex().row() + 1
        following = [*self.model.facts[after:], *self.model.facts[: after - 1]]
        self.to_list()
        return following[0] if following and telling.waits(fact) else fact

    def take_back(self) -> None:
        """Undo the last decision, whenever that was taken, and turn to its plans."""
        if self.hand.path is None:
            return
        try:
            said, changed = self._ends.take_back(self.hand.path)
            undone = comparison_table.undo(self.hand.path)
        except LmvwError as error:
            self.words.setText(str(error))
            return
        if not undone:
            self.words.setText(tr("Er is niets meer om ongedaan te maken."))
            return
        names = {(decided.then.plannaam if decided.then else None, decided.now.plannaam) for decided in undone}
        facts = self.compared.comparison.facts if self.compared else ()
        held = next((fact for fact in facts if any(then in fact.names_then or now in fact.names_now for then, now in names)), None)
        if changed:
            self.compare(said, held)
        else:
            self._held = held
            self._renew()

    # -- pointing at another plan ---------------------------------------------------------------------------------

    def _point(self, on: bool) -> None:
        fact, compared = self.fact(), self.compared
        if on and fact is not None and compared is not None:
            self._pointing.begin(compared, fact)
        elif on:
            self.tie.setChecked(False)
        elif self._pointing.end():
            self._tell()
            self.to_list()

    def _tie_to(self, index: int) -> None:
        fact, compared = self.fact(), self.compared
        if fact is None or compared is None:
            return
        said = tied(compared.comparison, fact, index)
        self.tie.setChecked(False)
        if said:
            self._keep(fact, said)
        else:
            self.words.setText(tr("Dat plan hoort er al bij."))

    def stop(self) -> None:
        """The plugin goes."""
        self._pointing.end()
        self.hand.stop()
        self._going.stop()
        self.outlines.remove()


def _then(path: Path, delivered: Delivered | None, text: str, mapping: str, feedback: Feedback) -> Drawn:
    """The earlier delivery.

    :param text: the file that it lies in, where the plan file does not remember it; ``mapping``: how that is read.
    :raises LmvwError: when it cannot be read.
    """
    if delivered is None:
        return read_file(text, feedback, mapping)
    return without_sum(as_delivered(path, delivered), [delivered.gemeente_code])
