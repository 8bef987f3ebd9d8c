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
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import QDialogButtonBox, QTableWidgetItem, QWidget

from ...core import colours
from ...core.confidential.asked import Hidden, question
from ...core.confidential.thresholds import Thresholds
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import number, several, tr
from ...core.reporting import html
from ...layers.confidential.package import read_published
from ...layers.planfile.tables import confidential_table
from ...layers.publishing.judging import Judged, judge
from ...layers.reading import Taken
from ...layers.sources import value
from .. import messages, user_settings
from ..lasting import show_lasting
from ..plan_in_hand import plan_file
from ..run_task import AlgorithmRun, Job
from .summary import summary
from .widgets import PLAN, STATE, WHY, PublicWidgets

_MOST_ROWS = 500  # laying out more would hold up the window
_GOOD, _BAD, _CAREFUL, _CALM = colours.GOOD, colours.WRONG, colours.BUSY, ""


class PublicDialog(PublicWidgets):
    """From plan file to public version, in one window."""

    _heard = pyqtSignal(str)  # from the thread that works

    def __init__(self, parent: QWidget | None, layer: QgsVectorLayer, path: Path, iface: QgisInterface | None = None) -> None:
        super().__init__(parent, layer, path, iface)
        self.setObjectName("lmvw_public")
        self.judged: Judged | None = None
        self.setWindowTitle(
            tr("Openbare versie: {gemeente}, peildatum {peildatum}").format(
                gemeente=self.info.gemeente.name, peildatum=self.info.peildatum.words
            )
        )
        self._heard.connect(lambda words: self._say(words, _CALM))
        layer.willBeDeleted.connect(self.leave)
        self.who.textChanged.connect(self._judge)
        self.why.textChanged.connect(self._judge)
        self.hidden.itemSelectionChanged.connect(self._chosen_changed)
        self.confirm.clicked.connect(self._confirm)
        self.open_up.clicked.connect(self._open_up)
        self.no_longer.clicked.connect(lambda: self._label([one.plan_id for one in self._chosen() if one.strijdig], False))
        self.label.clicked.connect(lambda: self._label([self.conflicting.currentData()], True))
        self.publish.clicked.connect(self.make)
        self.look_again.clicked.connect(self.look)
        self.buttons.rejected.connect(self.reject)
        for spin in (self.fewest, self.most):
            spin.editingFinished.connect(self._limits_changed)
        # The widget tells of every letter; what is typed is read when it is whole, what is chosen at once.
        self.previous.fileChanged.connect(lambda _: None if self.previous.lineEdit().isModified() else self._previous_changed())
        self.previous.lineEdit().editingFinished.connect(self._previous_changed)
        self._published = ""  # the previous version that was judged with
        self._limits = self._thresholds()
        self._about = ""  # the mark of what a person sees to decide about

    # -- looking ------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Judge the plans as they are now, edits included, in the background, and show what came of it."""
        if self._run is not None:
            return
        if self._lack:
            self._say(self._lack, _BAD)
            return
        self._limits = self._thresholds()
        plans, info, limits, previous = Taken(self.layer), self.info, self._limits, self.previous.filePath().strip()
        self._published = previous

        def work(feedback: Feedback) -> Judged:
            published = read_published(Path(previous), info.gemeente.code) if previous else None
            with plans.read(feedback) as reading:
                return judge(reading, info, feedback, published, limits)

        self._say(tr("De plannen worden gelezen …"), _CALM)
        self._busy(True)
        self._run = Job(tr("Openbare versie bekijken"), work, self._looked)
        self._run.progressChanged.connect(lambda progress: self.progress.setValue(int(progress)))
        self._run.start()

    def _looked(self, judged: Judged | None, sentence: str) -> None:
        self._run, self.judged = None, judged
        if self.left():
            return
        self._show(judged)
        self._busy(False)
        if judged is None:
            self._say(sentence, _BAD)

    def _show(self, judged: Judged | None) -> None:
        if judged is None:
            self.summary.clear()
            self.reasons.clear()
        else:
            self.summary.setHtml(summary(judged.version))
            told = html.bullets(judged.reasons) if judged.reasons else html.paragraph(tr("Niets gevonden."))
            self.reasons.setHtml(self._undecided(judged) + told)
        self._show_hidden(judged.hidden if judged else ())
        self.conflicting.clear()
        for plan_id, name in judged.shown if judged else ():
            if plan_id:
                self.conflicting.addItem(name or tr("(zonder naam)"), plan_id)
        self.label.setEnabled(self.conflicting.count() > 0)
        self.decision.setEnabled(bool(judged and judged.reasons))
        self.tabs.setTabText(2, tr("Besluit ({count})").format(count=len(judged.reasons)) if judged and judged.reasons else tr("Besluit"))
        if judged and judged.reasons:
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

    def _show_hidden(self, hidden: Sequence[Hidden]) -> None:
        """One row per confidential plan, those to ask about first."""
        self.tabs.setTabText(1, tr("Vertrouwelijk ({count})").format(count=number(len(hidden))))
        asked = question(hidden, self.info.peildatum.words)
        words = [tr("Dit ziet alleen uw gemeente. De plugin vraagt het bij elke peildatum: twee keer per jaar (art. 6)."), asked]
        if len(hidden) > _MOST_ROWS:
            words.append(tr("Alleen de eerste {count} staan hier.").format(count=number(_MOST_ROWS)))
        self.asked.setText(" ".join(filter(None, words)))
        shown = hidden[:_MOST_ROWS]
        self.hidden.setRowCount(len(shown))
        for row, one in enumerate(shown):
            state = tr("bevestigd") if not one.asked else tr("bevestig dit") if one.allowed else tr("pas dit aan")
            for column, words_of in ((PLAN, one.name or tr("(zonder naam)")), (WHY, one.why), (STATE, state)):
                item = QTableWidgetItem(words_of)
                item.setData(Qt.ItemDataRole.UserRole, row)
                self.hidden.setItem(row, column, item)
        self.hidden.resizeRowsToContents()
        self._chosen_changed()

    def _judge(self) -> None:
        """Whether it may go out, in words and in the button."""
        judged = self.judged
        if judged is None or self._run is not None:
            return
        decided = bool(self.who.text().strip() and self.why.toPlainText().strip())
        self.publish.setEnabled(not judged.reasons or decided)
        if judged.reasons and not decided:
            words = tr("{reasons} om dit niet zo naar buiten te brengen: zie het tabblad Besluit.")
            self._say(words.format(reasons=several(len(judged.reasons), "reden", "redenen")), _BAD)
        elif judged.reasons:
            self._say(tr("{who} beslist dat dit naar buiten mag.").format(who=self.who.text().strip()), _CAREFUL)
        elif asked := question(judged.hidden, self.info.peildatum.words):
            self._say(tr("Er is niets af te leiden. Kijk nog op het tabblad Vertrouwelijk: {asked}").format(asked=asked), _CAREFUL)
        else:
            self._say(tr("Er is niets over vertrouwelijke plannen af te leiden: de openbare versie kan gemaakt worden."), _GOOD)

    def _limits_changed(self) -> None:
        if self._thresholds() != self._limits:
            self.look()

    def _previous_changed(self) -> None:
        if self.previous.filePath().strip() != self._published:
            self.look()

    def _thresholds(self) -> Thresholds:
        return Thresholds(self.fewest.value(), self.most.value() / 100)

    # -- twice a year -------------------------------------------------------------------------------------------

    def _chosen(self) -> list[Hidden]:
        rows = sorted({item.data(Qt.ItemDataRole.UserRole) for item in self.hidden.selectedItems()})
        return [self.judged.hidden[row] for row in rows] if self.judged else []

    def _chosen_changed(self) -> None:
        chosen = self._chosen()
        self.confirm.setEnabled(any(one.allowed and one.asked and one.plan_id for one in chosen))
        self.open_up.setEnabled(any(not one.strijdig for one in chosen))
        self.no_longer.setEnabled(any(one.strijdig for one in chosen))

    def _confirm(self) -> None:
        """Kept in the plan file for this peildatum; a plan that may not be confidential is not confirmed."""
        plan_ids = [one.plan_id for one in self._chosen() if one.allowed and one.plan_id]
        self._keep(lambda who, when: confidential_table.confirm(self.path, plan_ids, str(self.info.peildatum), who, when))

    def _label(self, plan_ids: Sequence[str], strijdig: bool) -> None:
        self._keep(lambda who, when: confidential_table.label(self.path, plan_ids, strijdig, who, when))

    def _keep(self, write: Any) -> None:
        try:
            write(QgsApplication.userFullName() or QgsApplication.userLoginName(), datetime.now().isoformat(" ", "minutes"))
        except LmvwError as error:
            self._say(str(error), _BAD)
            return
        self.look()

    def _open_up(self) -> None:
        """Into the edit buffer of the layer, as one step that can be undone."""
        chosen = [one for one in self._chosen() if not one.strijdig]
        plan_ids = {one.plan_id for one in chosen}
        there = Counter(str(value(plan["plan_id"]) or "") for plan in self.layer.getFeatures())
        unclear = next((one.name for one in chosen if not one.plan_id or there[one.plan_id] != 1), None)
        if unclear is not None:
            words = tr("Plan ‘{name}’ heeft geen ID dat alleen van dit plan is; er is niets veranderd. Zet ‘Vertrouwelijk’ in het formulier van dit "
                       "plan op nee.")  # fmt: skip
            self._say(words.format(name=unclear), _BAD)
            return
        if not (self.layer.isEditable() or self.layer.startEditing()):
            self._say(tr("Laag ‘{name}’ kan niet bewerkt worden.").format(name=self.layer.name()), _BAD)
            return
        index = self.layer.fields().lookupField("vertrouwelijk")
        self.layer.beginEditCommand(tr("Plannen zijn nu openbaar"))
        for plan in list(self.layer.getFeatures()):
            if plan["plan_id"] in plan_ids:
                self.layer.changeAttributeValue(plan.id(), index, False)
        self.layer.endEditCommand()
        self.look()

    # -- making -------------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Run the algorithm with what was chosen; the window stays alive."""
        decided = bool(self.judged and self.judged.reasons)
        folder = Path(self.folder.filePath())
        parameters: dict[str, Any] = {
            "INPUT": self.layer.id(),
            "GEMEENTE": self.info.gemeente.code,
            "PEILDATUM": str(self.info.peildatum),
            "PREVIOUS": self.previous.filePath().strip(),
            "FEWEST": self.fewest.value(),
            "MOST": self.most.value(),
            "DECIDED_BY": self.who.text() if decided else "",
            "DECISION": self.why.toPlainText() if decided else "",
            "DECIDED_ABOUT": self._about if decided else "",
            "FOLDER": str(folder),
        }
        self._say(tr("De openbare versie wordt gemaakt en teruggelezen …"), _CALM)
        self._busy(True)
        self._run = AlgorithmRun(
            "lmvw:exportpublic",
            parameters,
            self._done,
            lambda progress: self.progress.setValue(int(progress)),
            self._heard.emit,
        )
        self._run.start()

    def _done(self, results: dict[str, Any], sentence: str) -> None:
        self._run = None
        if self.left():
            return
        self._busy(False)
        if sentence:
            self._say(sentence, _BAD)
            return
        user_settings.PUBLIC_FOLDER.set(self.folder.filePath())
        user_settings.keep_thresholds(self._thresholds())
        self.made = results
        self.buttons.addButton(self.open_folder, QDialogButtonBox.ButtonRole.ActionRole)
        package = Path(results["PACKAGE"])
        kept = " " + tr("Het besluit staat in {path}.").format(path=results["DECISIONS"]) if results["DECISIONS"] else ""
        self._say(tr("De openbare versie is geschreven en teruggelezen: {path}").format(path=package) + kept, _GOOD)
        if self._iface is not None:
            words = tr("De openbare versie is klaar: {package}, in {folder}.")
            messages.tell(
                self._iface, words.format(package=_link(package, package.name), folder=_link(package.parent, package.parent.name))
            )

    def _busy(self, busy: bool) -> None:
        """While something runs the window shows how far it is, and its one button stops it."""
        self.progress.setValue(0)
        self.progress.setVisible(busy)
        self.tabs.setEnabled(not busy)
        self.close_button.setText(tr("Afbreken") if busy else tr("Sluiten"))
        self.look_again.setEnabled(not busy)
        self.publish.setEnabled(False)
        if not busy:
            self._judge()

    def _say(self, words: str, colour: str) -> None:
        self.verdict.setText(messages.spoken(words, colour))


def _link(path: Path, words: str) -> str:
    return html.link(QUrl.fromLocalFile(str(path)).toString(), words)


def open_publication(iface: QgisInterface) -> PublicDialog | None:
    """Show the window for the plan file in hand; says what to do when there is none."""
    try:
        layer, path = plan_file(iface)
    except LmvwError as error:
        messages.warn(iface, str(error))
        return None
    dialog = PublicDialog(iface.mainWindow(), layer, path, iface)
    show_lasting(dialog, dialog.abandon)
    dialog.look()
    return dialog
