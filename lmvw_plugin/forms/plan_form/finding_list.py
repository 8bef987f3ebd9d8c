# SPDX-License-Identifier: GPL-2.0-or-later
"""What is found in the plan in hand, under its form: judged again while one types, and each line leads to its field.

It takes the room that it needs and no more, up to a part of the window; above it stands what there is and how much of that is out of sight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from ...core.basisset.peildatum import Peildatum
from ...core.errors import LmvwError
from ...core.i18n import later, several, tr
from ...core.rules.acceptance import Acceptances, Said, said_in, toelichting_of
from ...core.rules.findings import Finding
from ...core.rules.plans import PLAN_RULES, judged_again
from ...core.rules.tasks import rank
from ...core.rules.yardstick import OF_PLUGIN
from ...layers.planfile import store as planfile
from ...layers.planfile.recognising import plan_file_of
from ...layers.planfile.tables import accepted_table, findings_table
from ...layers.sources import value
from ..proposing.books import books

_SOON = 150  # ms after the last key: the form comes first
_LINES, _PART = 4, 0.3  # of text, or of the height of the window when that is more: the form needs the rest
_FINDING = Qt.ItemDataRole.UserRole


class FindingList(QListWidget):
    """Hidden when there is nothing to tell, or when the layer is of no plan file.

    :param typed: the plan by column name, as it stands in the form now; None when there is no plan any more.
    :param go: brings what a finding is about in sight.
    """

    def __init__(
        self, parent: QWidget, layer: QgsVectorLayer, typed: Callable[[], Mapping[str, Any] | None], go: Callable[[Finding], object]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self.setAccessibleName(tr("Bevindingen bij dit plan"))
        self.setToolTip(tr("Klik of druk op Enter: naar het veld"))
        self.setWordWrap(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)  # a finding may be higher than what is in sight
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.head = QLabel(parent)
        self.head.setObjectName("findings_head")
        self.head.setWordWrap(True)
        self.head.setBuddy(self)
        self._counted = ""
        self.itemClicked.connect(self._go)
        self.verticalScrollBar().valueChanged.connect(self._tell)
        self.verticalScrollBar().rangeChanged.connect(self._tell)
        self._typed, self._lead, self._layer = typed, go, layer
        self._path: Path | None = plan_file_of(layer)
        self._peildatum: Peildatum | None = None
        self._yardstick = OF_PLUGIN
        self._kept: tuple[str, list[Finding], Acceptances] = (
            "",
            [],
            Acceptances(),
        )  # the plan, what the last check found in it, what may stay
        books().kept.connect(self._kept_anew)
        layer.dataChanged.connect(self._renew)  # so does a check that is shown
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self.look)
        self.hide()
        self.head.hide()

    def later(self) -> None:
        """Judge the plan again as soon as there is time."""
        if self._path is not None:
            self._timer.start()

    def _kept_anew(self, layer_id: str) -> None:
        """Something was decided elsewhere, as that a warning may stay, or how serious a rule is."""
        if self._path is not None and self._layer.id() == layer_id:
            self._renew()

    def _renew(self) -> None:
        """What the plan file keeps may be other than what was read of it."""
        self._kept, self._peildatum = ("", [], Acceptances()), None
        self.later()

    def stop(self) -> None:
        """Judge no more: the plan goes."""
        self._timer.stop()
        self._path = None

    def look(self) -> None:
        """Judge the plan as it stands in the form."""
        plan = self._typed() if self._path is not None else None
        if self._path is None or plan is None:
            return
        key = str(plan.get("plan_id") or "")
        try:
            if self._peildatum is None:
                info = planfile.read_info(self._path)
                self._peildatum, self._yardstick = info.peildatum, info.yardstick
            findings_of_check, accepted = self._of_check(self._path, key)
            others = {
                finding.plan_id for finding in findings_of_check if finding.plan_id and finding.plan_id != key
            }  # told at another plan, which says why it may stay
            said = {key: toelichting_of(plan), **(self._said_at(others) if others else {})}
            findings = accepted.applied(judged_again(findings_of_check, [plan], self._peildatum, self._yardstick), said)
        except LmvwError:  # a check will say what is the matter with the file; here one only wants to type
            findings = []
        self._show(sorted(findings, key=rank), key)

    def _said_at(self, plans: Collection[str]) -> Said:
        """The toelichting of these plans as the layer has it now."""
        wanted = ", ".join(map(QgsExpression.quotedString, plans))
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setFilterExpression(f'"plan_id" IN ({wanted})')
        answers = ({name: value(feature[name]) for name in ("plan_id", "toelichting")} for feature in self._layer.getFeatures(request))
        return said_in(answers)

    def _of_check(self, path: Path, key: str) -> tuple[list[Finding], Acceptances]:
        if self._kept[0] != key:
            self._kept = (key, findings_table.of_plan(path, key), accepted_table.read(path))
        return self._kept[1:]

    def _show(self, findings: list[Finding], key: str) -> None:
        held = self.currentRow()
        self.clear()
        for finding in findings:
            item = QListWidgetItem(_words(finding, key), self)
            item.setData(_FINDING, finding)
        self.setCurrentRow(min(held, self.count() - 1))
        self.setVisible(bool(findings))
        self.head.setVisible(bool(findings))
        kinds = Counter(map(_kind, findings))
        counted = (_several(kind, number) for kind, number in kinds.items())
        self._counted = tr("Bij dit plan: {kinds}").format(kinds=", ".join(counted))
        self._take_room()

    def _take_room(self) -> None:
        """As high as the whole findings that fit; what of the rest there is, is told."""
        most = max(_LINES * self.fontMetrics().lineSpacing(), int(_PART * self.window().height()))
        bottoms = [self._bottom(row) for row in range(self.count())]
        high = max([bottom for bottom in bottoms if bottom <= most], default=most)
        self.setFixedHeight(high + 2 * self.frameWidth())
        self._tell()

    def _bottom(self, row: int) -> int:
        """Where a finding ends, from the top of the first."""
        box = self.visualItemRect(self.item(row))
        return int(box.y() + box.height() - self.visualItemRect(self.item(0)).y())

    def _tell(self, *_: object) -> None:
        """What there is, and how much of it is below what is in sight."""
        top = -self.visualItemRect(self.item(0)).y() if self.count() else 0
        below = sum(self._bottom(row) - top > self.viewport().height() for row in range(self.count()))
        more = tr("▼ nog {number} hieronder: scrol in de lijst").format(number=below)
        self.head.setText(f"{self._counted}. {more}" if below else f"{self._counted}.")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """In a narrower window a finding takes more lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._take_room()

    def _go(self, item: QListWidgetItem) -> None:
        self._lead(item.data(_FINDING))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Enter leads to the field; the window would go to what comes after the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._go(self.currentItem())
        else:
            super().keyPressEvent(event)


def _words(finding: Finding, key: str) -> str:
    told = tr("{kind}: {words}").format(kind=tr(_kind(finding)), words=finding.seen_from(key))
    return told if finding.regel in PLAN_RULES else tr("{words} (laatste controle)").format(words=told)


def _several(kind: str, number: int) -> str:
    if kind == "Fout":
        return several(number, "fout", "fouten")
    if kind == "Waarschuwing":
        return several(number, "waarschuwing", "waarschuwingen")
    return f"{number} {tr(kind).lower()}"


def _kind(finding: Finding) -> str:
    if finding.is_wrong:
        return later("Fout")
    if finding.is_unanswered:
        return later("Nog in te vullen")
    if finding.is_warning:
        return later("Waarschuwing")
    return later("Ter informatie") if finding.akkoord is None else later("Geaccepteerd")
