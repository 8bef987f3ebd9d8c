# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of the window "Openbare versie", and how they lie; what they do is in ``dialog``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.gui import QgisInterface, QgsFileWidget
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QTableWidget,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...core.confidential.thresholds import LEAST, MOST
from ...core.i18n import tr
from ...core.manual import Page
from ...layers.planfile import store as planfile
from ...layers.requirements import lack
from .. import user_settings
from ..help import add_help
from ..sizes import fit
from ..working_window import WorkingWindow

PLAN, WHY, STATE = range(3)  # the columns of the confidential plans


class PublicWidgets(WorkingWindow):
    """The window without its work."""

    def __init__(self, parent: QWidget | None, layer: QgsVectorLayer, path: Path, iface: QgisInterface | None) -> None:
        super().__init__(parent)
        self.layer, self.path, self.info, self._iface = layer, path, planfile.read_info(path), iface
        self.made: dict[str, Any] = {}
        self._lack = lack("shapely", "openpyxl")
        self._make_pages()
        self._make_choices()
        self._make_buttons()
        self._lay_out()

    def _make_pages(self) -> None:
        self.verdict = QLabel(tr("De plannen worden gelezen …"))
        self.verdict.setObjectName("verdict")
        self.verdict.setWordWrap(True)
        self.summary = QTextBrowser()
        self.summary.setObjectName("summary")
        self.summary.setAccessibleName(tr("Wat iedereen ziet"))
        self.asked = QLabel()
        self.asked.setObjectName("asked")
        self.asked.setWordWrap(True)
        self.hidden = QTableWidget(0, 3)
        self.hidden.setObjectName("hidden")
        self.hidden.setAccessibleName(tr("Vertrouwelijke plannen"))
        self.hidden.setHorizontalHeaderLabels((tr("Plan"), tr("Waarom vertrouwelijk"), tr("Nog steeds?")))
        self.hidden.verticalHeader().hide()
        self.hidden.setWordWrap(True)
        self.hidden.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.hidden.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.hidden.setTabKeyNavigation(False)
        self.hidden.setColumnWidth(PLAN, 200)
        self.hidden.setColumnWidth(STATE, 170)
        self.hidden.horizontalHeader().setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        self.confirm = _button("confirm", tr("Blijft vertrouwelijk"))
        self.open_up = _button("open_up", tr("Is nu openbaar"))
        self.no_longer = _button("no_longer", tr("Niet meer strijdig"))
        self.conflicting = QComboBox()
        self.conflicting.setObjectName("conflicting")
        self.conflicting.setAccessibleName(tr("Openbaar plan"))
        self.conflicting.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.conflicting.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.label = _button("label", tr("Strijdig volgens de provincie"))
        self.reasons = QTextBrowser()
        self.reasons.setObjectName("reasons")
        self.reasons.setAccessibleName(tr("Wat er af te leiden is"))

    def _make_choices(self) -> None:
        self.who = QLineEdit()
        self.who.setObjectName("who")
        self.why = QPlainTextEdit()
        self.why.setObjectName("why")
        self.why.setTabChangesFocus(True)
        self.why.setMaximumHeight(70)
        self.folder = QgsFileWidget()
        self.folder.setObjectName("folder")
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(user_settings.PUBLIC_FOLDER.get() or str(self.path.parent / "openbaar"))
        self.previous = QgsFileWidget()
        self.previous.setObjectName("previous")
        self.previous.setFilter(tr("Openbare versie (*.zip)"))
        self.previous.lineEdit().setPlaceholderText(tr("Niet verplicht: de zip die u het laatst publiceerde"))
        thresholds = user_settings.thresholds()
        self.fewest = _spin("fewest", LEAST, 99, thresholds.fewest)
        self.most = _spin("most", 1, round(100 * MOST), round(100 * thresholds.most))
        self.most.setSuffix("%")
        for widget in (self.folder, self.previous):
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _make_buttons(self) -> None:
        self.progress = QProgressBar()
        self.progress.setObjectName("progress")
        self.progress.setAccessibleName(tr("Voortgang"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.close_button = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        self.publish = self.buttons.addButton(tr("Openbare versie maken"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.look_again = self.buttons.addButton(tr("Opnieuw bekijken"), QDialogButtonBox.ButtonRole.ActionRole)
        self.open_folder = _button("open_folder", tr("Map openen"))
        self.open_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.filePath())))
        for button in (self.close_button, self.look_again):
            button.setAutoDefault(False)
        self.publish.setDefault(True)
        self.publish.setEnabled(False)
        add_help(self.buttons, Page.PUBLIC)

    def _lay_out(self) -> None:
        self.decision = QWidget()
        rows = QFormLayout(self.decision)
        rows.addRow(_told(tr("Uit de openbare versie is iets over vertrouwelijke plannen af te leiden. Mag zij toch naar buiten, leg dan vast wie dat "
                             "beslist en waarom. Dat komt naast het planbestand en niet in de openbare versie.")))  # fmt: skip
        rows.addRow(self.reasons)
        rows.addRow(tr("&Wie beslist"), self.who)
        rows.addRow(tr("Waarom het &mag"), self.why)
        choices = QWidget()
        rows = QFormLayout(choices)
        rows.addRow(tr("Map &voor de openbare versie"), self.folder)
        rows.addRow(tr("V&orige openbare versie"), self.previous)
        rows.addRow(_told(tr("Is het verschil met de vorige optelling precies één plan, dan stopt de plugin.")))
        rows.addRow(tr("Minste aantal &plannen in de optelling"), self.fewest)
        rows.addRow(_told(tr("Bij twee plannen weet wie er een kent ook het andere: dat is de som min het bekende plan.")))
        rows.addRow(tr("Grootste &deel van één plan"), self.most)
        rows.addRow(_told(tr("Is één plan bijna de hele som, dan zegt de som bijna wat dat plan is.")))
        self.tabs = QTabWidget()
        self.tabs.setObjectName("tabs")
        for page, title in (
            (self.summary, tr("Wat iedereen ziet")),
            (self._confidential_page(), tr("Vertrouwelijk")),
            (_scrolling(self.decision), tr("Besluit")),
            (_scrolling(choices), tr("Keuzes")),
        ):
            self.tabs.addTab(page, title)
        whole = QVBoxLayout(self)
        for widget in (self.verdict, self.tabs, self.progress, self.buttons):
            whole.addWidget(widget)
        fit(self, 860, 620)

    def _confidential_page(self) -> QWidget:
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.addWidget(self.asked)
        whole.addWidget(self.hidden, 1)
        answers, labels = QHBoxLayout(), QHBoxLayout()
        for button in (self.confirm, self.open_up, self.no_longer):
            answers.addWidget(button)
        answers.addStretch(1)
        told = QLabel(tr("Openb&aar plan"))
        told.setBuddy(self.conflicting)
        for widget in (told, self.conflicting, self.label):
            labels.addWidget(widget)
        whole.addLayout(answers)
        whole.addLayout(labels)
        return page


def _button(name: str, words: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button


def _spin(name: str, low: int, high: int, value: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setObjectName(name)
    spin.setRange(low, high)
    spin.setValue(value)
    return spin


def _told(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    return label


def _scrolling(inside: QWidget) -> QScrollArea:
    """A page that is higher than a small screen."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    return area
