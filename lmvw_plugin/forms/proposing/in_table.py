# SPDX-License-Identifier: GPL-2.0-or-later
"""Proposals in the attribute table: the reason as tip of an empty cell, and its menu confirms or refuses. The sign in the cell is the layer's own."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsVectorLayer
from qgis.gui import QgisInterface, QgsAttributeTableFilterModel, QgsAttributeTableModel, QgsAttributeTableView
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QModelIndex, QObject
from qgis.PyQt.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from ...core.asking.offers import SIGN, in_words, labelled
from ...core.asking.proposals import Proposal
from ...core.basisset import fields as b
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...layers.asking.book import plan_of
from ...layers.planfile.edits import is_plan_layer
from .. import messages
from . import of_plan
from .of_plan import Sources

_HEARD = "lmvw_proposals"  # property of a table that is listened to


class TableProposals(QObject):
    """While it lives, every attribute table of plans has them as soon as it gets the keyboard."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__()
        self._iface = iface
        QApplication.instance().focusChanged.connect(self._take)

    def stop(self) -> None:
        """Let go of QGIS."""
        QApplication.instance().focusChanged.disconnect(self._take)

    def _take(self, _: QWidget | None, widget: QWidget | None) -> None:
        if widget is None or not widget.inherits("QgsAttributeTableView") or widget.property(_HEARD):
            return
        view = sip.cast(widget, QgsAttributeTableView)
        if is_plan_layer(_layer_of(view)):
            view.setProperty(_HEARD, True)
            view.viewport().installEventFilter(self)
            view.willShowContextMenu.connect(partial(self._offer, view))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """The reason, where the mouse rests on a field that has a proposal."""
        if event.type() == QEvent.Type.ToolTip and isinstance(watched, QWidget):
            view = sip.cast(watched.parentWidget(), QgsAttributeTableView)
            _, _, proposal = _at(view, view.indexAt(event.pos()))
            if proposal is not None:
                QToolTip.showText(event.globalPos(), f"{SIGN} {in_words(proposal)}", view)
                return True
        return False

    def _offer(self, view: QgsAttributeTableView, menu: QMenu, index: QModelIndex) -> None:
        """Above what QGIS has in the menu of a cell."""
        fid, sources, proposal = _at(view, index)
        if proposal is None or sources is None:
            return
        layer, first = _layer_of(view), menu.actions()[0] if menu.actions() else None
        menu.setToolTipsVisible(True)
        for name, words, job in (
            ("lmvw_confirm", tr("Voorstel bevestigen: {value}"), of_plan.confirm),
            ("lmvw_refuse", tr("Voorstel weigeren: {value}"), of_plan.refuse),
        ):
            action = menu.addAction(words.format(value=labelled(proposal).replace("&", "&&")))
            action.setObjectName(name)
            action.setToolTip(in_words(proposal))
            action.triggered.connect(partial(self._do, partial(job, layer, sources.path, fid, proposal, sources.peildatum)))
            menu.removeAction(action)
            menu.insertAction(first, action)
        menu.insertSeparator(first)

    def _do(self, job: partial[None], *_: object) -> None:
        try:
            job()
        except LmvwError as error:
            messages.warn(self._iface, str(error))


def _layer_of(view: QgsAttributeTableView) -> QgsVectorLayer | None:
    model = _model(view)
    layer: QgsVectorLayer | None = model.layer() if model is not None else None
    return layer


def _model(view: QgsAttributeTableView) -> QgsAttributeTableFilterModel | None:
    """Qt knows it by another class."""
    model = view.model()
    return sip.cast(model, QgsAttributeTableFilterModel) if model is not None and model.inherits("QgsAttributeTableFilterModel") else None


def _at(view: QgsAttributeTableView, index: QModelIndex) -> tuple[int, Sources | None, Proposal | None]:
    """The plan of a cell, of what proposals for it are made, and the one for its field; None where there is none."""
    layer, model = _layer_of(view), _model(view)
    if layer is None or model is None or not index.isValid():
        return 0, None, None
    fid = model.rowToId(index)
    at = index.data(int(QgsAttributeTableModel.CustomRole.FieldIndex))
    veld = layer.fields().at(at).name() if isinstance(at, int) and 0 <= at < layer.fields().count() else ""
    plan = plan_of(layer, fid) if veld in b.BY_NAME else None
    sources = Sources.of(layer, str(plan.get("plan_id") or "")) if plan is not None and plan.get(veld) in (None, "") else None
    return fid, sources, sources.proposals(plan).get(veld) if sources is not None and plan is not None else None
