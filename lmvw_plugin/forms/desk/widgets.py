# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of the panel of a review, and how they lie; what they do is in ``dock``."""

from __future__ import annotations

from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QListWidget, QVBoxLayout, QWidget

from ...core.i18n import tr
from ..letters import readable_lines
from ..panels.widgets import browser, button, label, line, narrow, row, side_by_side
from ..sizes import LowSplitter, scrolled


class Municipalities(QComboBox):
    """Closed, its letters choose a municipality; who opened it goes on with the plans of the one that was chosen."""

    left = pyqtSignal()

    def hidePopup(self) -> None:  # noqa: N802  # Qt's name
        """Qt calls this also where nothing was open."""
        was_open = self.view().isVisible()
        super().hidePopup()
        if was_open:
            self.left.emit()


class DeskWidgets(QgsDockWidget):
    """The panel without its work."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(tr("Beoordelen"), iface.mainWindow())
        readable_lines(self)
        self.setObjectName("lmvw_desk")
        self._iface = iface
        self.words = label("desk_words")
        self.places = narrow(Municipalities(), "desk_places", tr("De gemeente waarvan u de levering beoordeelt"))
        self.again = button("desk_again", tr("Opnieuw lezen"), tr("Leest wat er intussen binnenkwam, en wat collega’s deden"))
        self.list = QListWidget()
        self.list.setObjectName("desk_list")
        self.list.setAccessibleName(tr("Plannen in beoordeling"))
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(48)
        self.detail = browser("desk_detail", tr("Wat er van dit plan bekend en gezegd is"), 48)
        self.contrary = button(
            "desk_contrary", tr("Strijdig"), tr("1: het plan is strijdig met provinciaal beleid en wordt vertrouwelijk (art. 5.d)")
        )
        self.unjudged = button("desk_unjudged", tr("Niet beoordeeld"), tr("2: de provincie heeft het plan nog niet beoordeeld (art. 5.e)"))
        self.plain = button("desk_plain", tr("Geen label"), tr("0: het plan heeft geen label"))
        self.text = line("desk_text")
        self.text.setPlaceholderText(tr("Schrijf hier een opmerking of vraag"))
        self.text.setAccessibleName(tr("Opmerking of vraag"))
        self.remark = button(
            "desk_remark", tr("Opmerking"), tr("Enter: bewaart de tekst als opmerking bij dit plan, of bij de plek die u aanwees")
        )
        self.question = button(
            "desk_question", tr("Vraag"), tr("Shift+Enter: bewaart de tekst als vraag bij dit plan, of bij de plek die u aanwees")
        )
        self.point = button("desk_point", tr("Plek aanwijzen"), tr("K: wijs op de kaart de plek aan waarover u iets schrijft"))
        self.point.setCheckable(True)
        self.done = button("desk_done", tr("Afgehandeld"), tr("A: de oudste open opmerking of vraag bij dit plan is klaar"))
        self.seen = button("desk_seen", tr("Gezien"), tr("G: u bekeek dit plan; het volgende komt in beeld"))
        self.form = button("desk_form", tr("Formulier"), tr("F: het formulier van dit plan, alleen om te lezen"))
        self.before = button("desk_before", tr("Vorige grens"), tr("T: toont of verbergt hoe de plannen in de vorige levering lagen"))
        self.swipe = button(
            "desk_swipe", tr("Schuiven"), tr("S: een lijn over de kaart, met links de vorige levering en rechts deze; , en . schuiven haar")
        )
        self.swipe.setCheckable(True)
        self.undo = button("desk_undo", tr("Ongedaan maken"), tr("Z: neemt terug wat u het laatst deed"))
        self.close_review = button(
            "desk_close", tr("Beoordeling afsluiten"), tr("De levering van deze gemeente is klaar om te beantwoorden")
        )
        self.back = button("desk_back", tr("Vorige"), tr("P: het plan hiervoor"))
        self.next = button("desk_next", tr("Volgende"), tr("N: het volgende plan"))
        self._lay_out()

    def _lay_out(self) -> None:
        inside, middle = QWidget(), LowSplitter(Qt.Orientation.Vertical)
        self.work = QWidget()  # where keys are about a plan: not in the choice of a municipality, which letters choose too
        whole, work = QVBoxLayout(inside), QVBoxLayout(self.work)
        whole.setContentsMargins(4, 4, 4, 4)
        work.setContentsMargins(0, 0, 0, 0)
        for part, share in ((self.list, 3), (self.detail, 2)):
            middle.addWidget(part)
            middle.setStretchFactor(middle.count() - 1, share)
        middle.setChildrenCollapsible(False)
        whole.addWidget(self.words)
        whole.addLayout(row(self.places, self.again))
        whole.addWidget(self.work, 1)
        work.addWidget(middle, 1)
        for buttons in (
            side_by_side(self.contrary, self.unjudged, self.plain),
            row(self.text),
            side_by_side(self.remark, self.question, self.point),
            side_by_side(self.done, self.seen, self.form),
            side_by_side(self.before, self.swipe, self.undo),
            side_by_side(self.close_review),
            side_by_side(self.back, self.next),
        ):
            work.addLayout(buttons)
        self.setWidget(scrolled(inside))

    def to_list(self) -> None:
        """The keys are for the list from now on."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
