# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel in which a province reviews: a plan at a time, by one key each, and nothing of the municipality's data changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import inf
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCsException,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgisInterface, QgsMapToolEmitPoint, QgsVertexMarker
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QShortcut

from ...core.basisset import fields as b
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.reviewing.entries import Entry, Kind, Label, Place, Review
from ...layers.receiving import tables
from ...layers.receiving.review_file import FINDINGS, PREVIOUS
from ...layers.reviewing.desk import Desk
from ...layers.sources import NETHERLANDS, rd_new, transformer, value
from . import telling
from .following import ProjectWatch
from .in_hand import came_before, layer_of, review_file
from .swipe import Swipe
from .widgets import DeskWidgets

_READ = ("levering", "plan_id", "plannummer", "plannaam", "planstatus", "bruto_totaal")


class ReviewDesk(DeskWidgets):
    """The review of the municipality that is chosen, in the review file of which the plans are in the project."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface)
        self.desk: Desk | None = None
        self.review: Review | None = None
        self._path: Path | None = None
        self._plans: list[QgsFeature] = []
        self._place: Place | None = None
        self._refused = ""  # why what was done last was not kept, where the panel then shows a newer delivery
        self._tool = QgsMapToolEmitPoint(iface.mapCanvas())
        self._tool.canvasClicked.connect(lambda point, _: self._placed(point))
        self.places.activated.connect(lambda *_: self._turn_to_chosen())
        self.again.clicked.connect(lambda *_: self.look())
        self.list.currentRowChanged.connect(lambda *_: self._other_plan())
        for pressed, job in (
            (self.contrary, lambda: self._label(Label.STRIJDIG)), (self.unjudged, lambda: self._label(Label.NOT_JUDGED)),
            (self.plain, lambda: self._label(Label.NONE)), (self.remark, lambda: self._say(Kind.REMARK)),
            (self.question, lambda: self._say(Kind.QUESTION)), (self.done, self._finish), (self.seen, self._see), (self.form, self._open_form),
            (self.before, self._toggle_before), (self.undo, lambda: self._do(lambda desk: desk.undo())),
            (self.close_review, lambda: self._do(lambda desk: desk.close())), (self.back, lambda: self.walk(-1)), (self.next, lambda: self.walk(1)),
        ):  # fmt: skip
            pressed.clicked.connect(lambda *_, job=job: job())
        self.point.toggled.connect(self._look_for_place)
        self._watch = ProjectWatch(iface, self, self.look, lambda: self._path)
        self._mark: QgsVertexMarker | None = None
        self._swiping: Swipe | None = None
        self.swipe.toggled.connect(self._swipe)
        self.visibilityChanged.connect(lambda seen: seen or self.swipe.setChecked(False))
        for key, pressed in (
            ("1", self.contrary), ("2", self.unjudged), ("0", self.plain), ("G", self.seen), ("A", self.done), ("F", self.form), ("T", self.before),
            ("Z", self.undo), ("K", self.point), ("S", self.swipe), ("N", self.next), ("P", self.back),
        ):  # fmt: skip
            self._key(key, pressed.click, repeats=pressed in (self.next, self.back))
        for key, steps in ((",", -1), (".", 1)):
            self._key(key, partial(self._move_line, steps), repeats=True)
        self._key("O", lambda: self.text.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.places.left.connect(self.to_list)
        leaves = QShortcut(QKeySequence("Escape"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leaves.activated.connect(self._leave)
        self.text.returnPressed.connect(lambda: self._say(Kind.REMARK))
        QShortcut(QKeySequence("Shift+Return"), self.text, self.question.click, context=Qt.ShortcutContext.WidgetShortcut)

    def _key(self, key: str, job: Callable[[], object], repeats: bool = False) -> None:
        shortcut = QShortcut(QKeySequence(key), self.work, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(repeats)
        shortcut.activated.connect(job)

    def stop(self) -> None:
        """The map is no longer asked for a place, marked or covered; listen no more."""
        self._watch.stop()
        self._forget_place()
        self.point.setChecked(False)
        self.swipe.setChecked(False)

    # -- which review ---------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Read the review file that is open, and turn to the municipality that was in hand."""
        held, path = self.places.currentData(), review_file(self._iface, self._path)
        try:
            current = [receipt for receipt in tables.receipts(path) if receipt.is_current] if path is not None else []
        except LmvwError as error:
            self.words.setText(str(error))  # the review in hand stays in hand
            return
        self._path = path
        self._watch.hear(self.layer)
        self.setWindowTitle(tr("Beoordelen: {file}").format(file=path.name) if path else tr("Beoordelen"))
        self.places.clear()
        for receipt in sorted(current, key=lambda receipt: receipt.gemeente_naam):
            self.places.addItem(receipt.gemeente_naam, receipt.gemeente_code)
        self.places.setCurrentIndex(max(0, self.places.findData(held)))
        self._turn()

    def _turn_to_chosen(self) -> None:
        self._refused = ""
        self._turn()

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The plans of the review file in hand."""
        return layer_of(self._path, b.LAYER)

    def _turn(self) -> None:
        """Read the delivery of the municipality that is chosen, and what it says of earlier remarks."""
        layer, code, path = self.layer, self.places.currentData(), self._path
        desk, review, plans, said = None, None, [], ""
        held = self._held()
        if layer is None or path is None:
            said = tr("Open eerst leveringen met ‘Leveringen openen’, of sleep het beoordelingsbestand in QGIS.")
        elif code:
            try:
                desk = Desk(path, code, QgsApplication.userFullName() or QgsApplication.userLoginName())
                said = self._heard(desk)
                review, plans = desk.review(), self._plans_in(layer, desk.receipt.levering)
                said = " ".join(filter(None, (self._refused, said)))
                said = said and f"{telling.of_municipality(review, desk.receipt)} {said}"
            except LmvwError as error:
                desk, review, plans, said = None, None, [], str(error)
        self._unmark()
        self.desk, self.review, self._plans, self._place = desk, review, plans, None
        self._fill(said)
        rows = {str(value(plan["plan_id"]) or ""): row for row, plan in enumerate(plans, 1)}
        self.list.blockSignals(True)
        self.list.setCurrentRow(rows.get(held[1], 1 if plans else 0))
        self.list.blockSignals(False)
        self._show_plan(zoom=self._held() != held)

    def _held(self) -> tuple[object, str]:
        """Which plan of which delivery is in hand."""
        plan = self.plan()
        return (self.desk.receipt.levering, str(value(plan["plan_id"]) or "")) if self.desk is not None and plan is not None else (None, "")

    @staticmethod
    def _heard(desk: Desk) -> str:
        """Why what the municipality says of earlier remarks cannot be kept: its plans can be reviewed all the same."""
        try:
            desk.hear()
        except LmvwError as error:
            return str(error)
        return ""

    @staticmethod
    def _plans_in(layer: QgsVectorLayer, levering: int) -> list[QgsFeature]:
        request = QgsFeatureRequest().setFilterExpression(f'"levering" = {levering}')
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([*_READ], layer.fields())
        return sorted(layer.getFeatures(request), key=lambda plan: str(value(plan["plannaam"]) or "").casefold())

    def _fill(self, said: str = "") -> None:
        """Show the review as it was read; the plan in hand stays in hand."""
        at = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        if self.review is not None:
            self.list.addItem(telling.of_loose_line(self._loose()))
            self.list.addItems([telling.of_line(self.review, self._told(plan)) for plan in self._plans])
            for row in range(self.list.count()):
                self.list.item(row).setToolTip(self.list.item(row).text())  # of which a narrow panel shows a part
        self._tell(said)
        self.list.setCurrentRow(min(at, self.list.count() - 1))
        self.list.blockSignals(False)
        self._show_plan(zoom=False)

    def _tell(self, said: str = "") -> None:
        """A sentence; without one, how far the review is."""
        if not said and self.review is not None and self.desk is not None:
            said = telling.of_municipality(self.review, self.desk.receipt)
        self.words.setText(said)

    # -- the plan in hand -----------------------------------------------------------------------------------------

    def plan(self) -> QgsFeature | None:
        """The one in hand; None in the first line, which is of no plan."""
        at = self.list.currentRow() - 1
        return self._plans[at] if 0 <= at < len(self._plans) else None

    @staticmethod
    def _told(plan: QgsFeature) -> dict[str, object]:
        return {name: value(plan[name]) for name in _READ}

    def _loose(self) -> list[Entry]:
        delivered = {str(value(plan["plan_id"]) or "") for plan in self._plans}
        return telling.loose(self.review, delivered) if self.review is not None else []

    def walk(self, step: int) -> None:
        """To the plan before or after."""
        if self.list.count():
            self.list.setCurrentRow(max(0, min(self.list.currentRow() + step, self.list.count() - 1)))

    def _other_plan(self) -> None:
        self._forget_place()
        self._show_plan()
        if self.text.text().strip():
            plan = self.plan()
            about = str(value(plan["plannaam"]) or tr("(zonder naam)")) if plan is not None else tr("(levering en plekken)")
            self._tell(tr("Uw tekst is nog niet bewaard en gaat nu over ‘{about}’.").format(about=about))

    def _show_plan(self, zoom: bool = True) -> None:
        plan, layer = self.plan(), self.layer
        if plan is None or layer is None or self.review is None:
            self.detail.setHtml(telling.of_loose(self.review, self._loose()) if self.review is not None else "")
            return
        told = self._told(plan)
        self.detail.setHtml(telling.of_plan(self.review, told, self._findings(str(told["plan_id"] or ""))))
        there = layer.getFeature(plan.id()) if zoom else plan
        if any(not there.isValid() or value(there[name]) != value(plan[name]) for name in ("levering", "plan_id")):
            self._watch.soon.start()  # a newer delivery came in its place
        elif zoom:
            layer.selectByIds([plan.id()])
            self._iface.mapCanvas().zoomToFeatureIds(layer, [plan.id()])

    def _findings(self, plan_id: str) -> list[str]:
        layer = layer_of(self._path, FINDINGS)
        if layer is None or self.desk is None or not plan_id:
            return []
        where = f'"levering" = {self.desk.receipt.levering} AND "plan_id" = {QgsExpression.quotedString(plan_id)}'
        request = QgsFeatureRequest().setFilterExpression(where).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        return [f"{finding['regel']} ({finding['ernst']}): {finding['melding']}" for finding in layer.getFeatures(request)]

    def _open_form(self) -> None:
        """The form as the municipality has it; the layer is only read."""
        plan, layer = self.plan(), self.layer
        if plan is not None and layer is not None:
            self._iface.openFeatureForm(layer, layer.getFeature(plan.id()), False, False)

    def _toggle_before(self) -> None:
        """The outlines of the previous delivery, in two states."""
        before = layer_of(self._path, PREVIOUS)
        node = QgsProject.instance().layerTreeRoot().findLayer(before.id()) if before is not None else None
        if node is None:
            self.words.setText(tr("De laag ‘Vorige plannen’ staat niet in dit project."))
        else:
            node.setItemVisibilityChecked(not node.isVisible())

    def _move_line(self, steps: int) -> None:
        if self._swiping is not None:
            self._swiping.step(steps)

    def _swipe(self, wanted: bool) -> None:
        """The previous delivery left of a line over the map, this one right of it."""
        if self._swiping is not None:
            self._swiping.end()
            self._swiping = None
        before, layer = layer_of(self._path, PREVIOUS), self.layer
        why = tr("De laag ‘Vorige plannen’ staat niet in dit project.") if before is None else ""
        if before is not None and self.desk is not None and not came_before(before, self.desk.receipt.gemeente_code):
            why = tr("Van {gemeente} is hier geen vorige levering; open haar mee om te vergelijken.")
            why = why.format(gemeente=self.desk.receipt.gemeente_naam)
        if wanted and before is not None and layer is not None and not why:
            self._swiping = Swipe(self._iface.mapCanvas(), before, layer, self.list)
            self._swiping.gone.connect(lambda: self.swipe.setChecked(False))
        elif wanted:
            self.swipe.setChecked(False)
            self.words.setText(why)

    # -- what is said ---------------------------------------------------------------------------------------------

    def _do(self, job: Callable[[Desk], object]) -> bool:
        """Do it and tell how it stands; what cannot be done is said, and nothing is kept."""
        if self.desk is None:
            return False
        why = said = self._refused = ""
        try:
            job(self.desk)
        except LmvwError as error:
            why = str(error)
        try:
            self.review = self.desk.review()
        except LmvwError as error:
            said = str(error)
        current = self.review.current if self.review is not None else None
        if current is not None and current.levering != self.desk.receipt.levering:  # a newer one, which is what is shown from now on
            self._refused = why
            self._turn()
        else:
            self._fill(why or said)
        return not why

    def _label(self, label: Label) -> None:
        if (plan := self.plan()) is not None:
            self._do(lambda desk: desk.label(self._told(plan), label))

    def _say(self, kind: Kind) -> None:
        plan, place, text = self.plan(), self._place, self.text.text()
        about = self._told(plan) if plan is not None and place is None else None

        def say(desk: Desk) -> None:
            (desk.remark if kind is Kind.REMARK else desk.ask)(text, about, place)

        if self._do(say):
            self.text.clear()
            self._unmark()
            self._place = None
            self.to_list()

    def _finish(self) -> None:
        plan, review = self.plan(), self.review
        if review is None:
            return
        said = self._loose() if plan is None else telling.waiting(review, str(self._told(plan)["plan_id"] or ""))
        if said:
            self._do(lambda desk: desk.finish(said[0]))

    def _see(self) -> None:
        if (plan := self.plan()) is not None and self._do(lambda desk: desk.see(self._told(plan))):
            self.walk(1)

    # -- a place on the map ---------------------------------------------------------------------------------------

    def _look_for_place(self, wanted: bool) -> None:
        canvas = self._iface.mapCanvas()
        if wanted:
            canvas.setMapTool(self._tool)
            self.words.setText(tr("Klik op de kaart de plek aan waarover u iets schrijft."))
        else:
            canvas.unsetMapTool(self._tool)

    def _placed(self, point: QgsPointXY) -> None:
        """The next remark is about this place."""
        self.point.setChecked(False)
        try:
            there = transformer(self._iface.mapCanvas().mapSettings().destinationCrs(), rd_new()).transform(point)
        except (LmvwError, QgsCsException):
            there = QgsPointXY(inf, inf)
        if not NETHERLANDS.contains(there):
            self.words.setText(tr("Deze plek ligt niet in Nederland; wijs een andere plek aan."))
            return
        self._unmark()
        self._place = there.x(), there.y()
        self._mark = QgsVertexMarker(self._iface.mapCanvas())
        self._mark.setCenter(point)
        self._mark.setPenWidth(3)
        self.words.setText(tr("De volgende opmerking of vraag gaat over deze plek."))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_place(self) -> None:
        """What is written next is about the plan in hand again."""
        self._unmark()
        if self._place is not None:
            self._place = None
            self._tell()

    def _unmark(self) -> None:
        if self._mark is not None:
            self._iface.mapCanvas().scene().removeItem(self._mark)
            self._mark = None

    def _leave(self) -> None:
        self.point.setChecked(False)
        self._forget_place()
        self.to_list()
