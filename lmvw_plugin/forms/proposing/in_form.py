# SPDX-License-Identifier: GPL-2.0-or-later
"""Proposals in a form of QGIS: a sign and the value in each empty field, the reason in its tip and below the form.

All is done after the form is shown, when there is time: a form without proposals has nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from qgis.core import QgsVectorLayer
from qgis.gui import QgsAttributeForm
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from ...core.asking.offers import SIGN, in_words, labelled
from ...core.asking.proposals import Proposal
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.rules.tasks import field_title
from ...layers.sources import value
from ..lasting import keep
from ..letters import readable
from . import of_plan
from .bar import ProposalBar
from .books import books
from .of_plan import Sources

_SOON = 150  # ms after the last key: the form comes first
Before = tuple[str, str]  # what a widget said before: in the field, and as its tip


class ProposalMarks(QObject):
    """Those of one form, whichever plan it shows.

    :param field_in_hand: the field that has the keyboard, or nothing.
    :param go: takes a field in hand.
    """

    def __init__(self, form: QgsAttributeForm, field_in_hand: Callable[[], str], go: Callable[[str], object]) -> None:
        super().__init__(form)
        keep(self)
        self._form, self._in_hand, self._go = form, field_in_hand, go
        self._known: tuple[str, Sources | None] = ("", None)
        self._marked: dict[QWidget, Before] = {}
        self._known_boxes: dict[str, list[QWidget]] = {}
        self._offered: Mapping[str, Proposal] = {}
        self._bar: ProposalBar | None = None
        self._held = ""  # the field that was in hand last
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self.look)
        form.widgetValueChanged.connect(self.later)
        QApplication.instance().focusChanged.connect(self._turned)
        books().kept.connect(self._anew)
        self.later()

    def later(self, *_: object) -> None:
        """Look again as soon as there is time."""
        self._timer.start()

    def _turned(self, *_: object) -> None:
        if self._offered and not sip.isdeleted(self._form):
            self._tell()

    def _anew(self, layer_id: str) -> None:
        if not sip.isdeleted(self._form) and self._form.layer().id() == layer_id:
            self._known = ("", None)
            self.later()

    @property
    def _layer(self) -> QgsVectorLayer:
        return cast(QgsVectorLayer, self._form.layer())

    def look(self) -> None:
        """Mark what is proposed for the plan as it stands in the form."""
        if sip.isdeleted(self._form) or not self._form.isVisible():
            return
        plan = self._plan()
        key = str(plan.get("plan_id") or "")
        if self._known[0] != key:
            self._known = (key, Sources.of(self._layer, key))
        sources = self._known[1]
        self._offered = sources.proposals(plan) if sources is not None and self._layer.isEditable() else {}
        self._mark()
        self._tell()

    def _plan(self) -> dict[str, Any]:
        """As typed; what does not fit its column yet is as the form has it."""
        fields, typed = self._layer.fields(), self._form.currentFormFeature().attributes()
        return {fields.at(at).name(): _as_column(fields.at(at), raw) for at, raw in enumerate(typed)}

    # -- in the fields ----------------------------------------------------------------------------------------------

    def _mark(self) -> None:
        before = {widget: was for widget, was in self._marked.items() if not sip.isdeleted(widget)}
        wanted: dict[QWidget, Proposal] = {}
        boxes = self._boxes() if self._offered else {}
        for veld, proposal in self._offered.items():
            wanted |= dict.fromkeys(boxes.get(veld, ()), proposal)
        for widget in before.keys() - wanted.keys():
            _say(widget, *before[widget])
        self._marked = {widget: before.get(widget) or _said(widget) for widget in wanted}
        for widget, proposal in wanted.items():
            tip = f"{in_words(proposal)}. {tr('F8 bevestigt, Shift+F8 weigert.')}"
            _say(widget, f"{SIGN} {labelled(proposal)}", tip)
            widget.setAccessibleDescription(tip)

    def _boxes(self) -> Mapping[str, Sequence[QWidget]]:
        """What is typed or chosen in, by field: looked for once, because a form has hundreds of widgets."""
        if not self._known_boxes or any(sip.isdeleted(box) for boxes in self._known_boxes.values() for box in boxes):
            self._known_boxes = {}
            for box in (*self._form.findChildren(QLineEdit), *self._form.findChildren(QComboBox)):
                self._known_boxes.setdefault(str(box.objectName()), []).append(box)
        return self._known_boxes

    # -- below the form ---------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        self._held = self._in_hand() or self._held
        if self._bar is None or sip.isdeleted(self._bar):
            if not self._offered:
                return
            self._bar = ProposalBar(self._form, self._confirm, self._refuse, self._lead)
            self._form.layout().addWidget(self._bar)
        proposal, sources = self._offered.get(self._held), self._known[1]
        title = field_title(self._held, sources.peildatum) if sources is not None else self._held
        self._bar.tell(title, proposal, len(self._offered))

    def _lead(self) -> None:
        self._go(next(iter(self._offered), ""))
        self._tell()

    def _confirm(self) -> None:
        proposal, sources = self._offered.get(self._held), self._known[1]
        if proposal is not None and sources is not None:
            of_plan.note(self._layer, sources.path, self._form.feature().id(), proposal, self._known[0])
            self._form.changeAttribute(proposal.veld, proposal.value)
            self.look()

    def _refuse(self) -> None:
        proposal, sources = self._offered.get(self._held), self._known[1]
        if proposal is not None and sources is not None:
            try:
                of_plan.refuse(self._layer, sources.path, self._form.feature().id(), proposal, sources.peildatum, self._known[0])
            except LmvwError as error:
                self._form.displayWarning(str(error))
            else:
                self._known = ("", None)
                self.look()


def _as_column(field: Any, raw: Any) -> Any:
    plain = value(raw)
    if plain in (None, ""):
        return None
    try:
        return value(field.convertCompatible(plain))
    except ValueError:
        return plain


def _null_row(box: QComboBox) -> int:
    """Of a list the entry for no answer: the first."""
    return 0 if box.count() else -1


def _said(widget: QWidget) -> Before:
    if isinstance(widget, QComboBox):
        return widget.itemText(_null_row(widget)), widget.toolTip()
    return "", widget.toolTip()


def _say(widget: QWidget, words: str, tip: str) -> None:
    if isinstance(widget, QComboBox):
        widget.setItemText(_null_row(widget), words)
    else:
        widget.setPlaceholderText(words)
        readable(widget)
    widget.setToolTip(tip)
