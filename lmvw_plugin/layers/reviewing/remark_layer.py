# SPDX-License-Identifier: GPL-2.0-or-later
"""How the answers of the province look on the map of a municipality: a point at each plan or place, and a form in which only the reaction is written."""

from __future__ import annotations

from qgis.core import (
    QgsEditorWidgetSetup,
    QgsMarkerSymbol,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from ...core import colours
from ...core.i18n import later, tr

_ALIASES = {
    "soort": later("Soort"), "plannummer": later("Plannummer"), "plannaam": later("Plannaam"), "label": later("Label"), "tekst": later("Tekst"),
    "moment": later("Datum"), "provincie": later("Provincie"), "geldt": later("Geldt nog"), "reactie": later("Uw reactie"),
}  # fmt: skip
_HIDDEN = ("fid", "nummer", "plan_id", "gemaakt", "levering")
_LONG = ("tekst", "reactie")
_SHOWN = '"geldt" AND "label" <> \'geen\''
_OPEN = f"{_SHOWN} AND \"soort\" <> 'label' AND coalesce(trim(\"reactie\"), '') = ''"
_SIZE = "4"


def set_up(layer: QgsVectorLayer) -> None:
    """Dress the layer: what is open stands out, what was answered is quiet, what no longer holds is not drawn."""
    columns, form = layer.fields(), layer.editFormConfig()
    for at, name in enumerate(columns.names()):
        form.setReadOnly(at, name != "reactie")
        if name in _HIDDEN:
            layer.setEditorWidgetSetup(at, QgsEditorWidgetSetup("Hidden", {}))
        elif name in _LONG:
            layer.setEditorWidgetSetup(at, QgsEditorWidgetSetup("TextEdit", {"IsMultiline": True}))
        if name in _ALIASES:
            layer.setFieldAlias(at, tr(_ALIASES[name]))
    layer.setEditFormConfig(form)
    layer.setDisplayExpression('coalesce(nullif("tekst", \'\'), "label")')
    layer.setRenderer(_renderer())
    layer.setMapTipTemplate(f"<b>{_text('plannaam')}</b><br>{_text('label')} {_text('tekst')}")


def _text(name: str) -> str:
    """What somebody else wrote, in a page: its letters, and nothing that a page does with them."""
    return f"[% replace(\"{name}\", map('&', '&amp;', '<', '&lt;', '>', '&gt;')) %]"


def _renderer() -> QgsRuleBasedRenderer:
    root = QgsRuleBasedRenderer.Rule(None)
    for words, where, colour in (
        (tr("Wacht op uw reactie"), _OPEN, colours.WRONG), (tr("Label of beantwoord"), f"{_SHOWN} AND NOT ({_OPEN})", colours.QUIET),
    ):  # fmt: skip
        symbol = QgsMarkerSymbol.createSimple({"name": "diamond", "color": colour, "outline_color": "white", "size": _SIZE})
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, 0, 0, where, words))
    return QgsRuleBasedRenderer(root)
