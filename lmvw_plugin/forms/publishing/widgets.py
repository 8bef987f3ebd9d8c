# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of the window "Openbare versie", and how they lie; what they do is in ``dialog``."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFocusEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ...core.i18n import tr
from ...core.manual import Page
from .. import user_settings
from ..files import file_box
from ..packing.widgets import scrolling
from ..packing.window import Packing, PackingWindow
from ..panels.widgets import browser, button, choice, label, line, lines, table
from .thresholds import ThresholdSpins

PLAN, WHY, STATE = range(3)  # the columns of the confidential plans


class Lines(QPlainTextEdit):
    """Lines of text, which tell that somebody who may have typed in them goes on."""

    left = pyqtSignal()
    _GOES_ON = frozenset((
        Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ShortcutFocusReason,
    ))  # fmt: skip

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """As any text. Who pastes from a menu, looks into another program or closes the window does not go on in it."""
        super().focusOutEvent(event)
        if event.reason() in self._GOES_ON:
            self.left.emit()


class PublicWidgets(PackingWindow):
    """The window without its work."""

    def __init__(self, parent: QWidget | None, layer: QgsVectorLayer, path: Path, iface: QgisInterface | None) -> None:
        packing = Packing(
            name="lmvw_public",
            title=tr("Openbare versie: {gemeente}, peildatum {peildatum}"),
            look=tr("Openbare versie bekijken"),
            looking=tr("De plannen worden gelezen …"),
            look_again=tr("Opnieuw bekijken"),
            make=tr("Openbare versie maken"),
            making=tr("De openbare versie wordt gemaakt en teruggelezen …"),
            algorithm="lmvw:exportpublic",
            page=Page.PUBLIC,
            folder=user_settings.PUBLIC_FOLDER,
            folder_name="openbaar",
        )
        super().__init__(parent, layer, path, iface, packing)
        self._make_pages()
        self._make_choices()
        self._lay_out()

    def _make_pages(self) -> None:
        self.summary = browser("summary", tr("Wat iedereen ziet"))
        self.asked = label("asked")
        self.hidden = table("hidden", tr("Vertrouwelijke plannen"), (tr("Plan"), tr("Waarom vertrouwelijk"), tr("Nog steeds?")))
        self.hidden.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.hidden.setColumnWidth(PLAN, 200)
        self.hidden.setColumnWidth(STATE, 170)
        self.hidden.horizontalHeader().setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        self.confirm = button("confirm", tr("Blijft vertrouwelijk"), "")
        self.open_up = button("open_up", tr("Is nu openbaar"), "")
        self.no_longer = button("no_longer", tr("Niet meer strijdig"), "")
        self.conflicting = choice("conflicting", tr("Openbaar plan"))
        self.label = button("label", tr("Strijdig volgens de provincie"), "")
        self.reasons = browser("reasons", tr("Wat er af te leiden is"))

    def _make_choices(self) -> None:
        self.who = line("who")
        self.why = lines(QPlainTextEdit(), "why", 70)
        self.previous = file_box("previous", tr("Openbare versie (*.zip)"), tr("Niet verplicht: de zip die u het laatst publiceerde"))
        self.totals = lines(Lines(), "totals", 70)
        self.totals.setPlaceholderText(tr("Raadsbrief maart: 1250"))
        self.totals.setPlainText(user_settings.public_totals(self.info.gemeente.code).get())
        self.sum_all = QCheckBox(tr("Alleen de som van alle &plannen"))
        self.sum_all.setObjectName("sum_all")

    def _lay_out(self) -> None:
        self.decision = QWidget()
        rows = QFormLayout(self.decision)
        words = tr("Uit de openbare versie is iets over vertrouwelijke plannen af te leiden. Mag zij toch naar buiten, leg dan vast wie dat beslist en "
                   "waarom. Dat komt naast het planbestand en niet in de openbare versie.")  # fmt: skip
        rows.addRow(label("decision_words", words))
        rows.addRow(self.reasons)
        rows.addRow(tr("&Wie beslist"), self.who)
        rows.addRow(tr("Waarom het &mag"), self.why)
        choices = QWidget()
        rows = QFormLayout(choices)
        rows.addRow(tr("Map &voor de openbare versie"), self.folder)
        rows.addRow(tr("V&orige openbare versie"), self.previous)
        rows.addRow(label("previous_words", tr("Is het verschil met de vorige optelling precies één plan, dan stopt de plugin.")))
        rows.addRow(tr("&Totalen die elders staan"), self.totals)
        words = tr("Elk op een eigen regel: waar het staat, een dubbele punt en het aantal woningen (bruto, sloop of netto). Volgt daaruit een "
                   "vertrouwelijk plan of de optelling, dan stopt de plugin. De streefgetallen van het planbestand kent zij al.")  # fmt: skip
        rows.addRow(label("totals_words", words))
        rows.addRow(self.sum_all)
        words = tr(
            "Voor een onderzoeker die de geheimhoudingsverklaring tekende (deel A, punt 1): één som, zonder plannen en zonder kaart."
        )
        rows.addRow(label("sum_all_words", words))
        self.limits = ThresholdSpins(rows, self.info.thresholds)
        self.holds((
            (self.summary, tr("Wat iedereen ziet")),
            (self._confidential_page(), tr("Vertrouwelijk")),
            (scrolling(self.decision), tr("Besluit")),
            (scrolling(choices), tr("Keuzes")),
        ))  # fmt: skip

    def _confidential_page(self) -> QWidget:
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.addWidget(self.asked)
        whole.addWidget(self.hidden, 1)
        answers, labels = QHBoxLayout(), QHBoxLayout()
        for answer in (self.confirm, self.open_up, self.no_longer):
            answers.addWidget(answer)
        answers.addStretch(1)
        told = QLabel(tr("Openb&aar plan"))
        told.setBuddy(self.conflicting)
        for widget in (told, self.conflicting, self.label):
            labels.addWidget(widget)
        whole.addLayout(answers)
        whole.addLayout(labels)
        return page
