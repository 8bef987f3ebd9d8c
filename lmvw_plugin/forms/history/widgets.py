# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of the panel that compares with an earlier delivery, and how they lie; what they do is in ``dock``."""

from __future__ import annotations

from qgis.gui import QgisInterface, QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QListView

from ...core.i18n import tr
from ...layers.kinds import MAPPINGS
from ..panels.panel import Panel
from ..panels.widgets import browser, button, choice, row, side_by_side
from . import telling
from .facts_list import FactList


class ComparisonWidgets(Panel):
    """The panel without its work."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface, "lmvw_compared", "compared", tr("Vergelijken"))
        self.again = button("compared_again", tr("Vergelijken"), tr("Vergelijkt opnieuw, met de plannen zoals zij nu zijn"))
        self.previous = choice("compared_previous", tr("De vorige levering"))
        self.file = QgsFileWidget()
        self.file.setObjectName("compared_file")
        self.file.lineEdit().setPlaceholderText(tr("Pakket (.zip), GeoPackage of shapefile"))
        self.file.lineEdit().setAccessibleName(tr("Het bestand met de vorige levering"))
        self.mapping = QgsFileWidget()
        self.mapping.setObjectName("compared_mapping")
        self.mapping.setFilter(tr(MAPPINGS))
        self.mapping.lineEdit().setPlaceholderText(tr("Kolomkoppeling (.json), niet verplicht"))
        self.mapping.lineEdit().setAccessibleName(tr("Kolomkoppeling van de vorige levering"))
        self.mapping.setToolTip(tr("Voor een vorige levering die met de hand is gemaakt: de koppeling die een import ervan achterliet"))
        wanted = ((tr("Te bekijken"), telling.waits), (tr("Besloten"), telling.was_decided), (tr("Alle plannen"), telling.any_))
        self.shown = choice("compared_shown", tr("Welke plannen in de lijst staan"), wanted)
        self.list = QListView()
        self.list.setObjectName("compared_list")
        self.list.setAccessibleName(tr("Plannen van toen en nu"))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMinimumHeight(48)
        self.model = FactList(self.list)
        self.list.setModel(self.model)
        self.detail = browser("compared_detail", tr("Wat er met dit plan is"), 48)
        self.other = choice("compared_other", tr("Het andere plan: klik het op de kaart, of typ zijn naam"))
        self.other.setEditable(True)
        self.other.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.other.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.other.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.other.lineEdit().setPlaceholderText(tr("Klik het plan op de kaart, of typ zijn naam"))
        self.other.hide()
        self.accept_ = button("compared_accept", tr("Hetzelfde plan"), "")
        self.refuse = button("compared_refuse", tr("Een ander plan"), "")
        self.accept_.hide()
        self.refuse.hide()
        self.todo = button("compared_todo", "", tr("Wat u na de nieuwe peildatum nog beslist, plan voor plan"))
        self.todo.hide()
        self.built = button(
            "compared_built", tr("Gerealiseerd"), tr("G: meldt het plan af als gerealiseerd, met de naam en polygoon van toen")
        )
        self.dropped = button(
            "compared_dropped", tr("Vervallen"), tr("V: meldt het plan af als vervallen, met de naam en polygoon van toen")
        )
        self.restore = button("compared_restore", tr("Terugzetten"), "")
        self.tie = button("compared_tie", tr("Ander plan aanwijzen"), tr("K: wijs op de kaart het plan aan waar dit bij hoort"))
        self.tie.setCheckable(True)
        self.undo = button("compared_undo", tr("Ongedaan maken"), tr("Z: neemt de laatste beslissing terug"))
        self.back = button("compared_back", tr("Vorige"), tr("P: het plan hiervoor"))
        self.next = button("compared_next", tr("Volgende"), tr("N: het volgende plan"))
        self._lay_out()

    def _lay_out(self) -> None:
        above = row(self.words, self.again)
        above.setStretch(0, 1)
        chosen = row(self.previous, self.shown)
        for place, share in enumerate((10, 9)):  # of which delivery there is more to say than of what is shown
            chosen.setStretch(place, share)
        self.holds(
            (above, chosen, row(self.file), row(self.mapping), row(self.todo)),
            (self.list, self.detail), (3, 2),
            (row(self.other), row(self.accept_), row(self.refuse), row(self.built, self.dropped, self.restore),
             side_by_side(self.tie, self.undo), row(self.back, self.next)),
        )  # fmt: skip
