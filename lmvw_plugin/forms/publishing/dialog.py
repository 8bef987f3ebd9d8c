# SPDX-License-Identifier: GPL-2.0-or-later
"""The window "Openbare versie": shows what everybody will see, which plans stay hidden and why, and what could be inferred about them.

The package is made by ``lmvw:exportpublic`` in a task, as anywhere else; the window only collects its parameters. How many plans are
confidential, and which, is for the municipality itself: it stands in this window and in no file that is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QTableWidgetItem, QWidget

from ...core.confidential.asked import Hidden, question
from ...core.confidential.elsewhere import totals_in
from ...core.confidential.inference import Known
from ...core.confidential.thresholds import Thresholds
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import number, several, tr
from ...core.reporting import html
from ...layers.confidential.package import read_published
from ...layers.planfile.about import stop_at
from ...layers.planfile.tables import confidential_table
from ...layers.publishing.judging import Judged, judge
from ...layers.reading import Taken
from ...layers.sources import value
from .. import messages, user_settings
from ..files import link
from ..packing.window import BAD, CAREFUL, GOOD, Look, open_window
from .summary import summary
from .widgets import PLAN, STATE, WHY, PublicWidgets

_MOST_ROWS = 500  # laying out more would hold up the window


class PublicDialog(PublicWidgets):
    """From plan file to public version, in one window."""

    def __init__(self, parent: QWidget | None, layer: QgsVectorLayer, path: Path, iface: QgisInterface | None = None) -> None:
        super().__init__(parent, layer, path, iface)
        self.judged: Judged | None = None
        self.who.textChanged.connect(self.judge)
        self.why.textChanged.connect(self.judge)
        self.hidden.itemSelectionChanged.connect(self._chosen_changed)
        self.confirm.clicked.connect(self._confirm)
        self.open_up.clicked.connect(self._open_up)
        self.no_longer.clicked.connect(lambda: self._label([plan.plan_id for plan in self._chosen() if plan.strijdig], False))
        self.label.clicked.connect(lambda: self._label([self.conflicting.currentData()], True))
        for spin in self.limits.spins.values():
            spin.editingFinished.connect(self._limits_changed)
        # The widget tells of every letter; what is typed is read when it is whole, what is chosen at once.
        self.previous.fileChanged.connect(lambda _: None if self.previous.lineEdit().isModified() else self._previous_changed())
        self.previous.lineEdit().editingFinished.connect(self._previous_changed)
        self.sum_all.toggled.connect(lambda _: self.look())
        self._asks = False  # it was opened for the question about confidential plans
        self.totals.left.connect(self._totals_changed)
        self._published = ""  # the previous version that was judged with
        self._elsewhere = ""  # the totals that were
        self._limits = self._thresholds()
        self._about = ""  # the mark of what a person sees to decide about

    def about_confidential(self) -> None:
        """Begin with the confidential plans, whatever the public version would say of them."""
        self._asks = True
        self.tabs.setCurrentIndex(1)

    # -- looking ------------------------------------------------------------------------------------------------

    def looks(self) -> Look:
        """Judge the plans.

        :raises LmvwError: when a package that this needs is missing.
        """
        if self._lack:
            raise LmvwError(self._lack)
        self._limits = self._thresholds()
        plans, info, limits, previous = Taken(self.layer), self.info, self._limits, self.previous.filePath().strip()
        self._published, whole = previous, self.sum_all.isChecked()
        self._elsewhere = totals = self.totals.toPlainText()

        def work(feedback: Feedback) -> Judged:
            known = Known(read_published(Path(previous), info.gemeente.code, whole) if previous else None, totals_in(totals))
            with plans.read(self.heard(feedback)) as reading:
                return judge(reading, info, feedback, known, limits, whole=whole)

        return work

    def show_seen(self, seen: Judged | None) -> None:
        """What everybody will see, which plans stay hidden, and what could be inferred."""
        self.judged = seen
        if seen is None:
            self.summary.clear()
            self.reasons.clear()
        else:
            self.summary.setHtml(summary(seen.version))
            told = html.bullets(seen.reasons) if seen.reasons else html.paragraph(tr("Niets gevonden."))
            self.reasons.setHtml(self._undecided(seen) + told)
        self._show_hidden(seen.hidden if seen else None)
        self.conflicting.clear()
        for plan_id, name in seen.shown if seen else ():
            if plan_id:
                self.conflicting.addItem(name or tr("(zonder naam)"), plan_id)
        for widget in (self.conflicting, self.label):
            widget.setEnabled(self.conflicting.count() > 0)
        self.decision.setEnabled(bool(seen and seen.reasons))
        self.tabs.setTabText(2, tr("Besluit ({count})").format(count=len(seen.reasons)) if seen and seen.reasons else tr("Besluit"))
        if seen and seen.reasons and not self._asks:
            self.tabs.setCurrentIndex(2)

    def _undecided(self, judged: Judged) -> str:
        """A decision goes for what was seen: of other reasons, plans or figures nobody decided yet. Returns the words about that."""
        stale = judged.mark != self._about and bool(self.who.text() or self.why.toPlainText())
        if stale:
            self.who.clear()
            self.why.clear()
        self._about = judged.mark
        return (
            html.paragraph(
                tr("De plannen of de redenen zijn anders dan toen u ‘Wie beslist’ en ‘Waarom het mag’ invulde; die zijn nu leeg.")
            )
            if stale
            else ""
        )

    def _show_hidden(self, hidden: Sequence[Hidden] | None) -> None:
        """One row per confidential plan, those to ask about first; None where nothing is known of them."""
        title = tr("Vertrouwelijk ({count})").format(count=number(len(hidden))) if hidden is not None else tr("Vertrouwelijk")
        self.tabs.setTabText(1, title)
        self.asked.setText(self._words_about(hidden) if hidden is not None else self._lack)
        shown = (hidden or ())[:_MOST_ROWS]
        self.hidden.setRowCount(len(shown))
        for row, plan in enumerate(shown):
            state = tr("bevestigd") if not plan.asked else tr("bevestig dit") if plan.allowed else tr("pas dit aan")
            for column, words_of in ((PLAN, plan.name or tr("(zonder naam)")), (WHY, plan.why), (STATE, state)):
                item = QTableWidgetItem(words_of)
                item.setData(Qt.ItemDataRole.UserRole, row)
                self.hidden.setItem(row, column, item)
        self.hidden.resizeRowsToContents()
        self._chosen_changed()

    def _words_about(self, hidden: Sequence[Hidden]) -> str:
        asked = question(hidden, self.info.peildatum.words)
        words = [tr("Dit ziet alleen uw gemeente. De plugin vraagt het bij elke peildatum: twee keer per jaar (art. 6)."), asked]
        if len(hidden) > _MOST_ROWS:
            words.append(tr("Alleen de eerste {count} staan hier.").format(count=number(_MOST_ROWS)))
        return " ".join(filter(None, words))

    def judge(self) -> None:
        """Whether it may go out, in words and in the button."""
        judged = self.judged
        if judged is None or self._run is not None:
            return
        decided = bool(self.who.text().strip() and self.why.toPlainText().strip())
        self.export.setEnabled(not judged.reasons or decided)
        if judged.reasons and not decided:
            words = tr("{reasons} om dit niet zo naar buiten te brengen: zie het tabblad Besluit.")
            self.say(words.format(reasons=several(len(judged.reasons), "reden", "redenen")), BAD)
        elif judged.reasons:
            self.say(tr("{who} beslist dat dit naar buiten mag.").format(who=self.who.text().strip()), CAREFUL)
        elif asked := question(judged.hidden, self.info.peildatum.words):
            self.say(tr("Er is niets af te leiden. Kijk nog op het tabblad Vertrouwelijk: {asked}").format(asked=asked), CAREFUL)
        else:
            self.say(tr("Er is niets over vertrouwelijke plannen af te leiden: de openbare versie kan gemaakt worden."), GOOD)

    def _limits_changed(self) -> None:
        if self._thresholds() != self._limits:
            self.look()

    def _previous_changed(self) -> None:
        if self.previous.filePath().strip() != self._published:
            self.look()

    def _totals_changed(self) -> None:
        if self.totals.toPlainText() != self._elsewhere and QApplication.focusWidget() is not self.close_button:
            self.look()

    def _thresholds(self) -> Thresholds:
        return self.limits.chosen()

    # -- twice a year -------------------------------------------------------------------------------------------

    def _chosen(self) -> list[Hidden]:
        rows = sorted({item.data(Qt.ItemDataRole.UserRole) for item in self.hidden.selectedItems()})
        return [self.judged.hidden[row] for row in rows] if self.judged else []

    def _chosen_changed(self) -> None:
        chosen = self._chosen()
        self.confirm.setEnabled(any(plan.allowed and plan.asked and plan.plan_id for plan in chosen))
        self.open_up.setEnabled(any(not plan.strijdig for plan in chosen))
        self.no_longer.setEnabled(any(plan.strijdig for plan in chosen))

    def _confirm(self) -> None:
        """Kept in the plan file for this peildatum; a plan that may not be confidential is not confirmed."""
        plan_ids = [plan.plan_id for plan in self._chosen() if plan.allowed and plan.plan_id]
        self._keep(lambda who, when: confidential_table.confirm(self.path, plan_ids, str(self.info.peildatum), who, when))

    def _label(self, plan_ids: Sequence[str], strijdig: bool) -> None:
        self._keep(lambda who, when: confidential_table.label(self.path, plan_ids, strijdig, who, when))

    def _keep(self, write: Any) -> None:
        try:
            write(QgsApplication.userFullName() or QgsApplication.userLoginName(), datetime.now().isoformat(" ", "minutes"))
        except LmvwError as error:
            self.say(str(error), BAD)
            return
        self.layer.triggerRepaint()  # who tells of the plan file looks again
        self.look()

    def _open_up(self) -> None:
        """Into the edit buffer of the layer, as one step that can be undone."""
        chosen = [hidden for hidden in self._chosen() if not hidden.strijdig]
        plan_ids = {hidden.plan_id for hidden in chosen}
        there = Counter(str(value(plan["plan_id"]) or "") for plan in self.layer.getFeatures())
        unclear = next((hidden.name for hidden in chosen if not hidden.plan_id or there[hidden.plan_id] != 1), None)
        if unclear is not None:
            words = tr("Plan ‘{name}’ heeft geen ID dat alleen van dit plan is; er is niets veranderd. Zet ‘Vertrouwelijk’ in het formulier van dit "
                       "plan op nee.")  # fmt: skip
            self.say(words.format(name=unclear), BAD)
            return
        if not (self.layer.isEditable() or self.layer.startEditing()):
            self.say(tr("Laag ‘{name}’ kan niet bewerkt worden.").format(name=self.layer.name()), BAD)
            return
        index = self.layer.fields().lookupField("vertrouwelijk")
        self.layer.beginEditCommand(tr("Plannen zijn nu openbaar"))
        for plan in list(self.layer.getFeatures()):
            if plan["plan_id"] in plan_ids:
                self.layer.changeAttributeValue(plan.id(), index, False)
        self.layer.endEditCommand()
        self.look()

    # -- making -------------------------------------------------------------------------------------------------

    def parameters(self) -> dict[str, Any]:
        """With what was decided, and about what."""
        decided = bool(self.judged and self.judged.reasons)
        return {
            **super().parameters(),
            "PREVIOUS": self.previous.filePath().strip(),
            "TOTALS": self.totals.toPlainText(),
            "SUM_ALL": self.sum_all.isChecked(),
            **{name.upper(): spin.value() for name, spin in self.limits.spins.items()},
            "DECIDED_BY": self.who.text() if decided else "",
            "DECISION": self.why.toPlainText() if decided else "",
            "DECIDED_ABOUT": self._about if decided else "",
        }

    def finished(self, results: dict[str, Any]) -> tuple[str, str]:
        """Where it is, and where the decision."""
        self._keep_thresholds()
        user_settings.public_totals(self.info.gemeente.code).set(self.totals.toPlainText())
        package = Path(results["PACKAGE"])
        kept = " " + tr("Het besluit staat in {path}.").format(path=results["DECISIONS"]) if results["DECISIONS"] else ""
        here = tr("De openbare versie is geschreven en teruggelezen: {path}").format(path=package) + kept
        words = tr("De openbare versie is klaar: {package}, in {folder}.")
        return here, words.format(package=link(package, package.name), folder=link(package.parent, package.parent.name))

    def _keep_thresholds(self) -> None:
        """In the plan file, where they count, and for the next one."""
        chosen = self._thresholds()
        user_settings.keep_thresholds(self.info.gemeente.code, chosen)
        try:
            stop_at(self.path, chosen)
        except LmvwError as error:
            if self._iface is not None:
                messages.warn(self._iface, str(error))


def open_publication(iface: QgisInterface, confidential: bool = False) -> PublicDialog | None:
    """Show the window for the plan file in hand; says what to do when there is none.

    :param confidential: with the confidential plans in sight, and the question about them.
    """
    window = open_window(iface, PublicDialog)
    if window is not None and confidential:
        window.about_confidential()
    return window
