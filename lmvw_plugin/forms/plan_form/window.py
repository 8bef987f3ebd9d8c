# SPDX-License-Identifier: GPL-2.0-or-later
"""The window of planner mode: QGIS's own attribute form of one plan, with the plan before and after it in reach.

Nothing that was typed is lost on the way: leaving a plan, the window, or QGIS's attention puts it into the layer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QEvent, QTimer
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QShortcut

from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.rules.findings import Finding
from ...layers.planfile.edits import why_read_only
from ...layers.planfile.session import PlanSession, find_again, plan_order
from ...layers.sources import value
from .. import messages
from . import counts
from . import fields as plan_fields
from .finding_list import FindingList
from .on_map import Mark, uncover
from .widgets import PlanWidgets, keep_room

_MOST_NAME = 70  # characters; a window is no wider for a longer name


class PlanWindow(PlanWidgets):
    """One plan of one layer, to be filled in. Closing it, whoever does, keeps what was typed."""

    def __init__(self, iface: QgisInterface, layer: QgsVectorLayer, plan: QgsFeature) -> None:
        super().__init__(iface)
        self.session = PlanSession(layer)
        self.layer: QgsVectorLayer | None = layer
        self.plan, self.before = QgsFeature(plan), QgsFeature(plan)
        self.order = plan_order(layer)
        self._busy = False  # what the layer tells now is our own doing
        self._must_go = False
        self._mark = Mark(iface.mapCanvas())
        self.session.begin()
        self.make_form(layer, plan)
        self.form.widgetValueChanged.connect(lambda *_: self._tell_state())
        self.findings = FindingList(self, self.layer, self._judged, self._lead)
        self.lay_out(self.findings)
        self._connect()
        plan_fields.mark_proposals(self.form)
        self._listen(layer)
        self._take(plan.id())
        plan_fields.focus_first(self.form)

    # -- the window ---------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.previous.clicked.connect(lambda *_: self.walk(-1))
        self.next.clicked.connect(lambda *_: self.walk(1))
        self.undo.clicked.connect(lambda *_: self.restore())
        self.store.clicked.connect(lambda *_: self.save())
        plan_fields.number_tabs(self.form, self, self.state.setText)
        self._key("Alt+Left", partial(self.walk, -1))
        self._key("Alt+Right", partial(self.walk, 1))
        self._key("Ctrl+S", self.save)

    def _key(self, keys: str, job: Callable[[], Any]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(job)

    def event(self, event: QEvent) -> bool:
        """Nothing stays half typed when the user turns to another window; whoever comes back can type, also when the pencil was put out."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.flush(going=False)
        elif event.type() == QEvent.Type.WindowActivate and self.layer is not None:
            self.session.begin()
        return super().event(event)

    # -- one plan -----------------------------------------------------------------------------------------------

    def open_plan(self, plan: QgsFeature) -> None:
        """Turn to another plan of the same layer; what was typed for the one in hand goes into the layer first. A click is to fill it in."""
        self.session.begin()
        if plan.id() != self.plan.id() and self.flush():
            self._take(plan.id())

    def walk(self, step: int) -> None:
        """The next plan by name, or the one before; the same field stays in hand."""
        field = plan_fields.focused_field(self.form)
        if not self.flush() or not self.order:
            return
        at = self.order.index(self.plan.id()) if self.plan.id() in self.order else -step
        self._take(self.order[(at + step) % len(self.order)])
        plan_fields.focus_field(self.form, field)

    def _take(self, fid: int) -> None:
        """Show a plan as it is now, and where it lies."""
        now = self.layer.getFeature(fid)
        if now.isValid():  # else it went a moment ago, and the layer will say so
            self.plan = now
        self.before = QgsFeature(self.plan)
        self._fill()
        self._mark.show(self.layer, self.plan.geometry())
        self._uncover()

    def _fill(self) -> None:
        with self._our_doing():
            self.form.setFeature(self.plan)
            plan_fields.ready(self.form)
        number = self.order.index(self.plan.id()) + 1 if self.plan.id() in self.order else len(self.order)
        title = str(value(self.plan["plannaam"]) or tr("(nog geen naam)"))
        self.name.setToolTip(title if len(title) > _MOST_NAME else "")
        title = title if len(title) <= _MOST_NAME else f"{title[: _MOST_NAME - 1].rstrip()}…"
        self.name.setText(title)
        self.position.setText(tr("plan {number} van {count}").format(number=number, count=len(self.order)))
        self.setWindowTitle(tr("Plan invullen: {name}").format(name=title))
        self._tell_state()

    def changes(self, unread: counts.Unread | None = None) -> dict[int, Any]:
        """What was typed since the plan was shown, by column index. An empty text is no answer to a question that had none.

        :param unread: what cannot be read, for who knows it already: looking for it takes time.
        """
        if self.layer is None or not self.layer.isEditable():
            return {}
        waiting = self._unread() if unread is None else unread
        typed, known, fields = self.form.currentFormFeature().attributes(), self.plan.attributes(), self.layer.fields()
        own = (
            at
            for at in range(min(len(typed), len(known)))
            if fields.fieldOrigin(at) == Qgis.FieldOrigin.Provider and fields.at(at).name() not in waiting
        )
        return {at: typed[at] for at in own if _plain(self.session.as_column(at, typed[at])) != _plain(known[at])}

    def _judged(self) -> dict[str, Any] | None:
        """The answers as they stand in the form, for who judges them: a count that cannot be read as it was typed, never what it was before."""
        if self.layer is None or not self.plan.isValid():
            return None
        unread = self._unread()
        typed = {**dict(enumerate(self.plan.attributes())), **self.changes(unread)}
        read = {name: _plain(self.session.as_column(at, typed.get(at))) for at, name in enumerate(self.layer.fields().names())}
        return {**read, **{name: text.strip() for name, text in unread.items()}}

    def _lead(self, finding: Finding) -> None:
        """To the field of a finding, or to its place on the map."""
        if not (finding.veld and plan_fields.go_to_field(self.form, finding.veld)) and finding.place is not None:
            box = QgsRectangle.fromCenterAndSize(QgsPointXY(*finding.place), 1, 1)
            uncover(self.iface.mapCanvas(), box, self.frameGeometry())

    def _unread(self) -> counts.Unread:
        return counts.unread(self.form) if self.layer is not None and self.layer.isEditable() else {}

    def flush(self, going: bool = True) -> bool:
        """Put what was typed into the layer; False when it cannot be taken, and then the plan stays in hand.

        ``going``: the user leaves the plan or asks for this, so that he is shown what holds him up.
        """
        unread = self._unread()
        changed = self.changes(unread)
        if changed and not self._write(changed):
            return False
        if unread and going:
            counts.go_to(self.form, next(iter(unread)))
        self._tell_state()
        return not unread

    def _write(self, changed: dict[int, Any]) -> bool:
        try:
            with self._our_doing():
                self.session.write(self.plan.id(), changed)
        except LmvwError as error:
            taken = bool(find_again(self.layer, self.plan)) and self.session.unsaved  # by the layer, not yet by the file
            if taken:
                self._follow({})
            self._complain(str(error))
            return taken
        self._follow({})
        return True

    def save(self) -> None:
        """Everything that waits in the layer goes into the file."""
        if not self.flush():
            return
        try:
            with self._our_doing():
                self.session.save()
        except LmvwError as error:
            self._complain(str(error))
            return
        self._follow({})

    def restore(self) -> None:
        """The plan as it was when it was opened here."""
        field = plan_fields.focused_field(self.form)
        self._fill()
        now = self.plan.attributes()
        back = {at: old for at, old in enumerate(self.before.attributes()) if value(old) != value(now[at])}
        try:
            with self._our_doing():
                self.session.write(self.plan.id(), back)
        except LmvwError as error:
            self._complain(str(error))
        self._follow({})
        plan_fields.focus_field(self.form, field)

    # -- what happens to the layer meanwhile ----------------------------------------------------------------------

    def _listen(self, layer: QgsVectorLayer) -> None:
        layer.willBeDeleted.connect(self._lost)
        QgsProject.instance().aboutToBeCleared.connect(self.give_up)
        layer.attributeValueChanged.connect(self._changed_elsewhere)
        layer.geometryChanged.connect(self._moved)
        self._timer, self._soon = (QTimer(self, singleShot=True, interval=0) for _ in range(2))
        self._timer.timeout.connect(self._catch_up)
        self._soon.timeout.connect(self._tell_state)
        for signal in (layer.featureAdded, layer.featureDeleted, layer.editingStarted, layer.editingStopped, layer.afterRollBack):
            signal.connect(self._later)
        layer.editingStopped.connect(self.session.left)
        layer.undoStack().indexChanged.connect(self._edited)  # of any plan, and a save: what is said is about the layer

    def _edited(self) -> None:
        self._soon.start()

    def _later(self, *_: object) -> None:
        if not self._busy:
            self._timer.start()

    def _changed_elsewhere(self, fid: int, *_: object) -> None:
        if fid == self.plan.id():
            self._later()

    def _moved(self, fid: int, geometry: QgsGeometry) -> None:
        if fid == self.plan.id():
            self.plan.setGeometry(geometry)
            self._mark.show(self.layer, geometry)

    def _catch_up(self) -> None:
        """What others did to the plan or the layer; what was typed and not yet taken stays in the fields."""
        if self.layer is not None:
            self._follow(self.changes())

    def _follow(self, typed: dict[int, Any]) -> None:
        now = find_again(self.layer, self.plan)
        self.order = plan_order(self.layer) if now is None or now.id() not in self.order else self.order
        if now is None:
            self.plan = QgsFeature()
            self.close()
            return
        waiting = self._unread()
        self.plan = now
        self._fill()
        counts.put_back(self.form, waiting)
        for at, new in typed.items():
            self.form.changeAttribute(self.layer.fields().at(at).name(), new)
        self._mark.show(self.layer, self.plan.geometry())

    def give_up(self) -> None:
        """The project or the plugin goes: keep what can be kept."""
        self._must_go = True
        self.close()

    def _lost(self) -> None:
        self.layer = None
        self.close()

    @contextmanager
    def _our_doing(self) -> Iterator[None]:
        before, self._busy = self._busy, True
        try:
            yield
        finally:
            self._busy = before

    # -- what the user sees ---------------------------------------------------------------------------------------

    def _tell_state(self) -> None:
        if self.layer is None or self._busy:
            return
        editable = self.layer.isEditable()
        unread = self._unread()
        typed = bool(unread or self.changes(unread))
        if unread:
            name, text = next(iter(unread.items()))
            label = self.layer.attributeDisplayName(self.layer.fields().lookupField(name))
            self.state.setText(f"⚠ {label}: {counts.why_not(text)}")
        elif not editable:
            self.state.setText(why_read_only(self.layer))
        elif typed or self.session.unsaved:
            self.state.setText(tr("● Nog niet alles is opgeslagen."))
        else:
            self.state.setText(tr("✔ Alles is opgeslagen."))
        self.store.setEnabled(editable and (typed or self.session.unsaved))
        self.undo.setEnabled(editable and (typed or self.plan.attributes() != self.before.attributes()))
        self.findings.later()

    def _complain(self, sentence: str) -> None:
        self.state.setText(f"⚠ {sentence}")
        self.state.setFocus()

    def _uncover(self) -> None:
        """Move the map when the plan lies outside it or under this window."""
        canvas = self.iface.mapCanvas()
        box = canvas.mapSettings().layerExtentToOutputExtent(self.layer, self.plan.geometry().boundingBox())
        if not box.isFinite():  # no polygon, or an empty one
            return
        uncover(canvas, box, self.frameGeometry())

    def done(self, result: int) -> None:
        """Whoever closes the window: what was typed is kept, and the layer is given back as it was."""
        if self.layer is not None:
            if self.plan.isValid() and not self.flush() and not self._must_go:
                return
            try:
                self.session.end()
            except LmvwError as error:
                messages.warn(self.iface, str(error))
            layer, self.layer = self.layer, None
            layer.willBeDeleted.disconnect(self._lost)
            QgsProject.instance().aboutToBeCleared.disconnect(self.give_up)
            self._timer.stop()
            self.findings.stop()
        self._mark.hide()
        keep_room(self)
        super().done(result)


def _plain(raw: Any) -> Any:
    """An empty text is no answer."""
    plain = value(raw)
    return None if plain == "" else plain
