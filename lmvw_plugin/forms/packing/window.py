# SPDX-License-Identifier: GPL-2.0-or-later
"""A window in which a package is made of the plan file in hand: it looks at the plans, says what may go out, and then runs the algorithm."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from qgis.core import QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QDialogButtonBox, QLabel, QProgressBar, QPushButton, QTabWidget, QVBoxLayout, QWidget

from ...core import colours
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from ...core.manual import Page
from ...layers.planfile import store as planfile
from ...layers.requirements import lack
from .. import messages
from ..files import folder_box, show_file
from ..help import add_help, open_manual
from ..lasting import show_lasting
from ..letters import readable_lines
from ..panels.widgets import button
from ..plan_in_hand import plan_file
from ..run_task import AlgorithmRun, Heard, Job
from ..sizes import fit
from ..user_settings import Words
from ..working_window import WorkingWindow

GOOD, BAD, CAREFUL, CALM = colours.GOOD, colours.WRONG, colours.BUSY, ""  # calm words are those of the theme

Look = Callable[[Feedback], Any]


@dataclass(frozen=True, slots=True)
class Packing:
    """What is made, and how that is called."""

    name: str  # of the window
    title: str  # with {gemeente}, {peildatum} and {delivery}
    look: str  # the name of the job that looks
    looking: str  # what is said while it does
    look_again: str  # the words on a button
    make: str  # the words on a button
    making: str  # what is said while the algorithm works
    algorithm: str
    page: Page
    folder: Words  # where the last one went
    folder_name: str  # beside the plan file, for who never made one


class PackingWindow(WorkingWindow):
    """Verdict, pages, progress and buttons, and the two kinds of work: to look, and to make.

    A subclass makes its pages and hands them to ``holds``; it says what is looked at (``looks``), shows that (``show_seen``), judges whether
    it may go out (``judge``), and gives the algorithm what was chosen (``parameters``).
    """

    _heard = pyqtSignal(str)  # from the thread that works

    def __init__(self, parent: QWidget | None, layer: QgsVectorLayer, path: Path, iface: QgisInterface | None, packing: Packing) -> None:
        super().__init__(parent)
        readable_lines(self)
        self.layer, self.path, self.info, self._iface, self._packing = layer, path, planfile.read_info(path), iface, packing
        self.made: dict[str, Any] = {}
        self._lack = lack("shapely", "openpyxl")
        peildatum = self.info.peildatum
        self.setObjectName(packing.name)
        self.setWindowTitle(
            packing.title.format(gemeente=self.info.gemeente.name, peildatum=peildatum.words, delivery=peildatum.delivery_words)
        )
        self.verdict = QLabel(packing.looking)
        self.verdict.setObjectName("verdict")
        self.verdict.setWordWrap(True)
        self.folder = folder_box("folder", packing.folder.get() or path.parent / packing.folder_name)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("tabs")
        self.progress = QProgressBar()
        self.progress.setObjectName("progress")
        self.progress.setAccessibleName(tr("Voortgang"))
        self._make_buttons()
        self._heard.connect(lambda words: self.say(words, CALM))
        layer.willBeDeleted.connect(self.leave)
        if self._lack:
            self.say(self._lack, BAD)

    def _make_buttons(self) -> None:
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.close_button = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        self.export = self.buttons.addButton(self._packing.make, QDialogButtonBox.ButtonRole.AcceptRole)
        self.look_again = self.buttons.addButton(self._packing.look_again, QDialogButtonBox.ButtonRole.ActionRole)
        for other in (self.close_button, self.look_again):
            other.setAutoDefault(False)
        self.export.setDefault(True)
        self.export.setEnabled(False)
        add_help(self.buttons, self._packing.page)
        if self._lack:
            advice = button("advice", tr("Voor uw beheerder"), "")
            self.buttons.addButton(advice, QDialogButtonBox.ButtonRole.HelpRole)
            advice.clicked.connect(lambda: open_manual(self, Page.ADMIN))
        self._openers: list[QPushButton] = []
        self.open_folder = self.opener("open_folder", tr("Map openen"), self.folder.filePath)
        self.export.clicked.connect(self.make)
        self.look_again.clicked.connect(self.look)
        self.buttons.rejected.connect(self.reject)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Enter presses the button in hand: who ends what he typed with it makes no package."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not isinstance(self.focusWidget(), QPushButton):
            event.accept()
            return
        super().keyPressEvent(event)

    def opener(self, name: str, words: str, path: Callable[[], str]) -> QPushButton:
        """A button that shows what was made."""
        return self.afterwards(name, words, lambda: show_file(path()))

    def afterwards(self, name: str, words: str, job: Callable[[], object]) -> QPushButton:
        """A button for what was made; it comes beside the others once that is there."""
        made = button(name, words, "")
        made.clicked.connect(lambda: job())
        self._openers.append(made)
        return made

    def holds(self, pages: Sequence[tuple[QWidget, str]], above: Sequence[QWidget] = ()) -> None:
        """The pages by their titles, and what stands between the verdict and them."""
        for page, title in pages:
            self.tabs.addTab(page, title)
        whole = QVBoxLayout(self)
        for widget in (self.verdict, *above, self.tabs, self.progress, self.buttons):
            whole.addWidget(widget)
        fit(self, 860, 620)

    # -- looking ------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Look at the plans as they are now, edits included, in the background, and show what came of it."""
        if self._run is not None:
            return
        try:
            work = self.looks()
        except LmvwError as error:
            self.show_seen(None)
            self.export.setEnabled(False)
            self.say(str(error), BAD)
            return
        self.say(self._packing.looking, CALM)
        self._busy(True)
        self._run = Job(self._packing.look, work, self._looked)
        self._run.progressChanged.connect(self._progressed)
        self._run.start()

    def looks(self) -> Look:
        """What is to be done in the background; what it needs of the window is read here, and what it returns is shown.

        :raises LmvwError: when it cannot be done as things were chosen.
        """
        raise NotImplementedError  # a window that looks at nothing is a mistake of ours

    def heard(self, feedback: Feedback) -> Heard:
        """The feedback of what may have to wait for another program: for whom stands in the window."""
        return Heard(feedback, self._heard.emit)

    def _looked(self, seen: Any, sentence: str) -> None:
        self._run = None
        if self.left():
            return
        self.show_seen(seen)
        self._busy(False)
        if seen is None:
            self.say(sentence, BAD)

    def show_seen(self, seen: Any) -> None:
        """Keep and show what was seen; None when nothing was."""

    def judge(self) -> None:
        """Whether it may go out, in words and in the button."""

    # -- making -------------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Run the algorithm with what was chosen; the window stays alive."""
        parameters = self.parameters()
        self.say(self._packing.making, CALM)
        self._busy(True)
        self._run = AlgorithmRun(self._packing.algorithm, parameters, self._made, self._progressed, self._heard.emit)
        self._run.start()

    def parameters(self) -> dict[str, Any]:
        """What every package needs; a subclass adds what was chosen for its own."""
        return {
            "INPUT": self.layer.id(),
            "GEMEENTE": self.info.gemeente.code,
            "PEILDATUM": str(self.info.peildatum),
            "FOLDER": self.folder.filePath(),
        }

    def _made(self, results: dict[str, Any], sentence: str) -> None:
        self._run = None
        if self.left():
            return
        self._busy(False)
        if sentence:
            self.say(sentence, BAD)
            return
        self._packing.folder.set(self.folder.filePath())
        self.made = results
        for opener in self._openers:
            self.buttons.addButton(opener, QDialogButtonBox.ButtonRole.ActionRole)
        here, message = self.finished(results)
        self.say(here, GOOD)
        if self._iface is not None:
            messages.tell(self._iface, message)

    def finished(self, results: dict[str, Any]) -> tuple[str, str]:
        """Keep what was chosen for the next one; what is said of this one in the window, and with links in QGIS's message bar."""
        raise NotImplementedError  # a package of which nothing is said is a mistake of ours

    # -- both ---------------------------------------------------------------------------------------------------

    def _progressed(self, progress: float) -> None:
        self.progress.setValue(int(progress))

    def _busy(self, busy: bool) -> None:
        """While something runs the window shows how far it is, and its one button stops it."""
        self.progress.setValue(0)
        self.progress.setVisible(busy)
        self.tabs.setEnabled(not busy)
        self.close_button.setText(tr("Afbreken") if busy else tr("Sluiten"))
        self.look_again.setEnabled(not busy)
        self.export.setEnabled(False)
        if not busy:
            self.judge()

    def say(self, words: str, colour: str) -> None:
        """The verdict."""
        self.verdict.setText(messages.spoken(words, colour))


_Window = TypeVar("_Window", bound=PackingWindow)


def open_window(iface: QgisInterface, window_of: Callable[[QWidget, QgsVectorLayer, Path, QgisInterface], _Window]) -> _Window | None:
    """Show such a window for the plan file in hand, and have it look; says what to do when there is none."""
    try:
        window = window_of(iface.mainWindow(), *plan_file(iface), iface)
    except LmvwError as error:
        messages.warn(iface, str(error))
        return None
    show_lasting(window, window.abandon)
    window.look()
    return window
