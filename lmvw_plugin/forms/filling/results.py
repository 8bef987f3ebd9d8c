# SPDX-License-Identifier: GPL-2.0-or-later
"""What the last two pages of the window with invulbladen say: a sentence for each workbook, and how many answers there are."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from ...core.i18n import later, number, tr
from ...core.reporting import html
from ..importing.running import ChangesPage, ResultPage
from ..importing.words import counted, wrong

_SIZES = [150, 300]  # pixels of the sentences and of the table, to begin with; what is more can be dragged or scrolled to
_WAITING = later("1 antwoord wacht op uw keuze"), later("{count} antwoorden wachten op uw keuze")
_READ = later("1 invulblad gelezen"), later("{count} invulbladen gelezen")
_REFUSED = later("1 bestand overgeslagen"), later("{count} bestanden overgeslagen")
_UNREAD = "1 cel is geen antwoord", "{count} cellen zijn geen antwoord"


class FillChangesPage(ChangesPage):
    """What the answers would change."""

    busy = later("De invulbladen worden vergeleken met het planbestand …")

    def __init__(self) -> None:
        super().__init__(tr("&Overnemen"))
        self.told = QPlainTextEdit()
        self.told.setObjectName("told")
        self.told.setAccessibleName(tr("Wat er per invulblad te melden is"))
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.heading, whole = QLabel(), QWidget()
        self.heading.setObjectName("told_heading")
        self.heading.setBuddy(self.told)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.told)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setObjectName("split")
        self.split.setChildrenCollapsible(False)
        self.layout_.insertWidget(1, self.split, 1)
        self.split.addWidget(whole)
        self.split.addWidget(self.table)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes(_SIZES)

    def show_results(self, results: dict[str, Any]) -> None:
        """The table of changes, below what is to be said of each workbook."""
        super().show_results(results)
        said = results.get("TOLD", "")
        self.told.setPlainText(said)
        self.heading.setText(tr("Mel&dingen bij de invulbladen ({count})").format(count=number(len(said.splitlines()))))
        self.split.widget(0).setVisible(bool(results))

    def counts(self, results: dict[str, Any]) -> str:
        """Of the dry run."""
        return counted(
            (results["SHEETS"], *_READ),
            (results["REFUSED"], *_REFUSED),
            (results["CHANGED"], "1 plan wijzigt", "{count} plannen wijzigen"),
            (results["WAITING"], *_WAITING),
            (results["UNREAD"], *_UNREAD),
        ) + "."  # fmt: skip


class FillResultPage(ResultPage):
    """What was taken over."""

    busy = later("De antwoorden worden overgenomen …")

    def __init__(self) -> None:
        super().__init__(tr("Invulbladen inlezen"))

    def words(self, results: dict[str, Any]) -> str:
        """What was done, below what of the choice could not be done any more."""
        stale = results["TOLD"].splitlines()[: results["STALE"]]
        return html.lines(*map(wrong, stale), super().words(results))

    def counts(self, results: dict[str, Any]) -> str:
        """Of the run."""
        return counted(
            (results["SHEETS"], *_READ),
            (results["REFUSED"], *_REFUSED),
            (results["CHANGED"], "1 plan bijgewerkt", "{count} plannen bijgewerkt"),
            (results["WAITING"], "1 antwoord niet overgenomen", "{count} antwoorden niet overgenomen"),
        ) + "."  # fmt: skip
