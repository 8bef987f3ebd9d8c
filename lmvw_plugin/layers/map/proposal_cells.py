# SPDX-License-Identifier: GPL-2.0-or-later
"""The sign in a cell of the attribute table whose field has a proposal, by the outcome of the last check that is joined to the plans.

The signs are the layer's for as long as it is open, and in none of its styles: another style takes them away, and they are put back.
"""

from __future__ import annotations

from qgis.core import QgsConditionalStyle, QgsMarkerSymbol, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from ...core import colours as c
from ...core.asking.offers import mark
from ...core.basisset import fields as b
from ...core.basisset.peildatum import Peildatum
from ...core.i18n import in_dutch, tr
from ..plan_layer.expressions import CHECKED, Expressions, text

_COLUMN = f"{CHECKED}voorstellen"
_ASKED = [
    field for field in b.COLUMNS if field.need in (b.Need.ALWAYS, b.Need.LIVE) and field.kind in (b.Kind.COUNT, b.Kind.CODE, b.Kind.YESNO)
]


def show(plans: QgsVectorLayer, peildatum: Peildatum) -> None:
    """Give the columns of a plan layer their sign: a diamond, on a ground of its own."""
    symbol, e = QgsMarkerSymbol.createSimple({"name": "diamond", "color": c.LETTERS, "outline_color": c.PAPER, "size": "3"}), Expressions()
    for field in _ASKED:
        with in_dutch():  # as it is kept
            said = text(mark(field.name, peildatum))
        style = QgsConditionalStyle(f"{e.unanswered(field.name)} AND coalesce(strpos(attribute({text(_COLUMN)}), {said}), 0) > 0")
        style.setName(tr("Voorstel"))
        style.setSymbol(symbol)
        style.setBackgroundColor(QColor(c.ROW_UNFINISHED[0]))
        style.setTextColor(QColor(c.ROW_UNFINISHED[1]))
        plans.conditionalStyles().setFieldStyles(field.name, [style])
