# SPDX-License-Identifier: GPL-2.0-or-later
"""The page "LMVW" in QGIS's Options: what belongs to the user, and price limits, targets and choices of the check, which travel with the plan file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from qgis.gui import QgisInterface, QgsOptionsPageWidget
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QAction,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.asking.defaults import NO_DEFAULTS
from ...core.basisset.codelists import Gemeente, gemeente, gemeenten
from ...core.basisset.peildatum import YEARS, Peildatum
from ...core.basisset.prices.euros import euro
from ...core.basisset.prices.limits import SEGMENTS, PriceLimit, PriceLimits
from ...core.basisset.prices.own_limits import NotALimit
from ...core.confidential.thresholds import USUAL
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.rules.targets import NO_TARGETS
from ...core.rules.yardstick import OF_PLUGIN
from ...layers.planfile import store as planfile
from ...layers.planfile.about import aim_at, stop_at
from .. import user_settings
from ..backgrounds import BACKGROUNDS
from ..files import folder_box
from ..lasting import take_crosses
from ..letters import readable_lines
from ..plan_form.planner_mode import PlannerMode
from ..plan_in_hand import plan_file
from ..publishing.thresholds import ThresholdSpins
from ..sizes import fit
from . import keeping
from .factory import PAGE
from .keys import Keys
from .limits import LimitTable
from .measures import Measures
from .targets import TargetYears


class OptionsPage(QgsOptionsPageWidget):
    """What is on the page is kept when the user presses OK or Apply, and only where it was changed."""

    def __init__(
        self, iface: QgisInterface, planner: PlannerMode, parent: QWidget | None = None, asks: bool = False, actions: Sequence[QAction] = ()
    ) -> None:
        """``asks``: the page was opened to give a limit, which is where the cursor goes. ``actions``: those that may have a key."""
        super().__init__(parent)
        readable_lines(self)
        self.setObjectName(PAGE)
        self._iface, self._planner, self._asks = iface, planner, asks
        self._path: Path | None = None  # of the plan file in hand
        self._gemeente: Gemeente | None = None  # of whom the limits are
        self._before = PriceLimits()
        self.limits: LimitTable | None = None
        self.measures: Measures | None = None
        self._measured = (OF_PLUGIN, NO_DEFAULTS)
        self.targets: TargetYears | None = None
        self._aimed = NO_TARGETS
        self.thresholds: ThresholdSpins | None = None
        self._stops = USUAL
        self.keys = Keys(actions)
        whole = QVBoxLayout(self)
        whole.addWidget(self._of_user())
        # What of the page is in the plan file: one that is refused leaves the others.
        self._kept = {
            self._price_limits(): self._keep_limits, self._targets(): self._keep_targets, self._measures(): self._keep_measures,
            self._public(): self._keep_thresholds,
        }  # fmt: skip
        for box in self._kept:
            whole.addWidget(box)
        whole.addWidget(self.keys)
        take_crosses(self)
        whole.addStretch(1)

    def _of_user(self) -> QGroupBox:
        self.gemeente = QComboBox()
        self.gemeente.setObjectName("gemeente")
        self.gemeente.addItem(tr("(niet gekozen)"), "")
        for known in sorted(gemeenten().values(), key=lambda known: known.name):
            self.gemeente.addItem(f"{known.name} ({known.code})", known.code)
        self.gemeente.setCurrentIndex(max(0, self.gemeente.findData(user_settings.GEMEENTE.get())))
        self.contact = QLineEdit(user_settings.CONTACT.get())
        self.contact.setObjectName("contact")
        self.contact.setPlaceholderText(tr("Wie de provincie kan bellen of mailen"))
        self.folder = folder_box("folder", user_settings.FOLDER.get())
        self.delivery_folder = folder_box("delivery_folder", user_settings.DELIVERY_FOLDER.get())
        self.background = QComboBox()
        self.background.setObjectName("background")
        self.background.setAccessibleName(tr("Achtergrondkaart in een nieuw project"))
        self.background.setToolTip(tr("Wordt bij PDOK opgehaald zolang de laag aan staat"))
        self.background.addItem(tr("(geen)"), "")
        for background in BACKGROUNDS:
            self.background.addItem(tr(background.title), background.key)
        self.background.setCurrentIndex(max(0, self.background.findData(user_settings.BACKGROUND.get())))
        self.planner = QCheckBox(tr("Een klik op een plan opent zijn formulier (invullen op de kaart)"))
        self.planner.setObjectName("planner")
        self.planner.setChecked(self._planner.on())
        box = QGroupBox(tr("Voor u, in elk planbestand"))
        rows = QFormLayout(box)
        rows.addRow(tr("Gemeente"), self.gemeente)
        rows.addRow(tr("Contact bij de gemeente"), self.contact)
        rows.addRow(tr("Map met planbestanden"), self.folder)
        rows.addRow(tr("Map voor leveringen"), self.delivery_folder)
        rows.addRow(tr("Achtergrondkaart in een nieuw project"), self.background)
        rows.addRow("", self.planner)
        return box

    def _price_limits(self) -> QGroupBox:
        """Of the plan file in hand; without one those that the user's next plan file can begin with."""
        box = QGroupBox(tr("Prijsgrenzen: per segment en jaar één prijsgrens"))  # in both forms: QGIS searches for what is typed
        inside = QVBoxLayout(box)
        words = QLabel()
        words.setObjectName("limits_words")
        words.setWordWrap(True)
        inside.addWidget(words)
        try:
            _, path = plan_file(self._iface)
            info = planfile.read_info(path)
        except LmvwError as error:
            words.setText(self._without_plan_file(str(error)))
            year, offered = Peildatum.current(date.today()).year, []
        else:
            self._path, self._gemeente, self._before, year = path, info.gemeente, info.limits, info.peildatum.year
            offered = info.limits.lacking(keeping.of_user(info.gemeente.code))
            words.setText(_of_plan_file(path.name, info.peildatum, offered))
        if self._gemeente is not None:
            self.limits = LimitTable(self._before, year, self._path is not None, user_settings.CONTACT.get(), offered)
            inside.addWidget(self.limits)
        return box

    def _targets(self) -> QGroupBox:
        """Of the plan file in hand; without one those that the user's next plan file begins with."""
        box = QGroupBox(tr("Streefgetallen: hoeveel woningen er per jaar klaar moeten zijn"))
        inside = QVBoxLayout(box)
        if self._gemeente is None:
            inside.addWidget(QLabel(tr("Open een planbestand, of kies hierboven uw gemeente en open de opties opnieuw.")))
            return box
        info = planfile.read_info(self._path) if self._path is not None else None
        self._aimed = info.targets if info is not None else user_settings.targets(self._gemeente.code)
        first = (info.peildatum if info is not None else Peildatum.current(date.today())).year
        self.targets = TargetYears(self._aimed, range(first, first + YEARS))
        inside.addWidget(self.targets)
        return box

    def _measures(self) -> QGroupBox:
        """Of the plan file in hand; without one those that the user's next plan file begins with."""
        box = QGroupBox(tr("Controle: ernst van regels, toleranties en standaardantwoorden"))
        inside = QVBoxLayout(box)
        if self._gemeente is None:
            inside.addWidget(QLabel(tr("Open een planbestand, of kies hierboven uw gemeente en open de opties opnieuw.")))
            return box
        own = user_settings.measures(self._gemeente.code)
        if self._path is None:
            self._measured = own
            words = tr("Uw keuzes voor {gemeente}. Een nieuw planbestand begint ermee.").format(gemeente=self._gemeente.name)
        else:
            info = planfile.read_info(self._path)
            self._measured = info.yardstick, info.defaults
            words = tr(
                "Deze keuzes staan in ‘{name}’ en reizen ermee mee. Een nieuw planbestand van {gemeente} begint met wat u hier het laatst koos."
            )
            words = words.format(name=self._path.name, gemeente=self._gemeente.name)
        self.measures = Measures(*self._measured, words)
        if own != self._measured:
            take = QPushButton(tr("Uw laatste keuzes voor deze gemeente overnemen"))
            take.setObjectName("measures_take")
            take.setAutoDefault(False)
            take.clicked.connect(lambda *_: self.measures.show_choices(*own) if self.measures is not None else None)
            inside.addWidget(take)
        inside.addWidget(self.measures)
        return box

    def _public(self) -> QGroupBox:
        """When somebody decides before a public version goes out: of the plan file in hand, or for the next one."""
        box = QGroupBox(tr("Openbare versie: wanneer iemand beslist"))
        rows = QFormLayout(box)
        if self._gemeente is None:
            rows.addRow(QLabel(tr("Open een planbestand, of kies hierboven uw gemeente en open de opties opnieuw.")))
            return box
        of_user = user_settings.thresholds(self._gemeente.code)
        self._stops = planfile.read_info(self._path).thresholds if self._path is not None else of_user
        self.thresholds = ThresholdSpins(rows, self._stops)
        return box

    def _without_plan_file(self, why: str) -> str:
        code = user_settings.GEMEENTE.get()
        if code not in gemeenten():
            more = tr("Kies anders hierboven uw gemeente, druk op OK en open de opties opnieuw.")
            return f"{why} {tr('De prijsgrenzen staan in het planbestand en reizen ermee mee.')} {more}"
        self._gemeente, self._before = gemeente(code), keeping.of_user(code)
        said = tr(
            "Er is geen planbestand open. Dit zijn uw opties voor {gemeente}. Een volgend planbestand neemt ze over als u dat dan kiest."
        )
        return said.format(gemeente=self._gemeente.name)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """QGIS's window no larger than the screen; and where an answer is waited for, once the window can have the keyboard."""
        super().showEvent(event)
        fit(self.window())
        if self._asks and self.limits is not None:
            self._asks = False
            QTimer.singleShot(0, self.limits.ask)

    def isValid(self) -> bool:  # noqa: N802  # QGIS's name
        """The window stays open when a price limit cannot be understood, and says why."""
        try:
            if self.limits is not None:
                self.limits.stated(date.today())
            self.keys.require_free()
        except LmvwError as error:
            QMessageBox.warning(self, tr("LMVW"), str(error))
            if isinstance(error, NotALimit) and self.limits is not None:
                self.limits.mend(error)
            return False
        return True

    def apply(self) -> None:
        """Keep what is on the page."""
        user_settings.GEMEENTE.set(self.gemeente.currentData())
        user_settings.CONTACT.set(self.contact.text().strip())
        user_settings.FOLDER.set(self.folder.filePath())
        user_settings.DELIVERY_FOLDER.set(self.delivery_folder.filePath())
        user_settings.BACKGROUND.set(self.background.currentData())
        self.keys.keep()
        if self.planner.isChecked() != self._planner.on():
            self._planner.choose(self.planner.isChecked())
        refused = []
        for box, keep in self._kept.items():
            try:
                keep()
            except LmvwError as error:
                refused.append(tr("Niet bewaard is ‘{box}’: {why}").format(box=box.title(), why=error))
        if refused:
            QMessageBox.warning(self, tr("LMVW"), "\n\n".join(refused))

    def _keep_limits(self) -> None:
        if self.limits is None or self._gemeente is None:
            return
        limits = self.limits.stated(date.today())
        if self._path is not None:
            with self._planner.put_by():
                keeping.keep_in_plan_file(self._iface, self._path, self._before, limits)
        keeping.keep_for_user(self._gemeente.code, self._before, limits)
        self._before = limits  # Apply may be followed by OK
        self.limits.arrange()

    def _keep_targets(self) -> None:
        if self.targets is None or self._gemeente is None or (now := self.targets.targets()) == self._aimed:
            return
        if self._path is not None:
            aim_at(self._path, now)
        user_settings.keep_targets(self._gemeente.code, now)
        self._aimed = now

    def _keep_thresholds(self) -> None:
        if self.thresholds is None or self._gemeente is None or (now := self.thresholds.chosen()) == self._stops:
            return
        if self._path is not None:
            with self._planner.put_by():
                stop_at(self._path, now)
        user_settings.keep_thresholds(self._gemeente.code, now)
        self._stops = now

    def _keep_measures(self) -> None:
        if self.measures is None or self._gemeente is None:
            return
        now = self.measures.yardstick(), self.measures.defaults()
        if now == self._measured:
            return
        if self._path is not None:
            with self._planner.put_by():
                keeping.keep_measures_in_plan_file(self._path, *now)
        user_settings.keep_measures(self._gemeente.code, *now)
        self._measured = now


def _of_plan_file(name: str, peildatum: Peildatum, offered: Sequence[PriceLimit]) -> str:
    """Of which file the limits are, and which count: said here and nowhere else."""
    said = tr("‘{name}’, peildatum {peildatum}. Deze grenzen staan in het planbestand, tellen daar en reizen ermee mee. Uw opties bewaren uw eigen "
              "grenzen voor een volgend planbestand. Een officiële grens gaat altijd voor.")  # fmt: skip
    words = said.format(name=name, peildatum=peildatum.in_full)
    if not offered:
        return words
    others = ", ".join(f"{tr(SEGMENTS[limit.segment])} {limit.year} {euro(limit.amount)}" for limit in offered)
    return f"{words}\n{tr('Uw opties zeggen iets anders: {limits}. Dat telt hier pas als u het overneemt.').format(limits=others)}"
