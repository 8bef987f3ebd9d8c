# SPDX-License-Identifier: GPL-2.0-or-later
"""How a comparison looks on the map: what needs a person stands out, the old outlines are dashed. Line patterns say what colours say."""

from __future__ import annotations

from qgis.core import QgsFillSymbol, QgsRuleBasedRenderer, QgsSingleSymbolRenderer, QgsVectorLayer

from ...core import colours as c
from ...core.history.facts import TITLES, Kind
from ...core.i18n import tr

# Per kind: ground, outline, line, and the pattern of the ground.
_LOOKS = {
    Kind.GONE: (c.WRONG, c.WRONG, "dash", "b_diagonal"),
    Kind.MERGED: (c.SIZES[3], c.INK, "solid", "dense5"),
    Kind.SPLIT: (c.SIZES[3], c.INK, "dash dot", "dense5"),
    Kind.SWAPPED: (c.SIZES[3], c.INK, "dot", "dense5"),
    Kind.NAME_AGAIN: (c.UNFINISHED[0], c.UNFINISHED[1], "dot", "solid"),
    Kind.RENAMED_MOVED: (c.UNFINISHED[0], c.UNFINISHED[1], "dash dot", "solid"),
    Kind.RENAMED: (c.UNFINISHED[0], c.UNFINISHED[1], "solid", "solid"),
    Kind.MOVED: (c.KINDS["hard"][0], c.KINDS["hard"][1], "dash", "dense6"),
    Kind.BUILT: (*c.BUILT, "solid", "solid"),
    Kind.DROPPED: (*c.DROPPED, "solid", "diagonal_x"),
    Kind.NEW: (c.GOOD, c.GOOD, "solid", "f_diagonal"),
    Kind.CHANGED: (c.CHANGED, c.OUTLINE, "solid", "solid"),
    Kind.SAME: (c.PLAIN, c.OUTLINE, "solid", "solid"),
}


def look_of_facts(layer: QgsVectorLayer) -> None:
    """A rule for each kind; of what is not certain the outline is thick."""
    root = QgsRuleBasedRenderer.Rule(None)
    for kind, title in TITLES.items():
        for sure, width, words in ((False, 0.9, tr("{kind}, te bekijken")), (True, 0.4, "{kind}")):
            ground, outline, line, pattern = _LOOKS[kind]
            looks = {"color": ground, "outline_color": outline, "outline_width": str(width), "outline_style": line, "style": pattern}
            symbol = QgsFillSymbol.createSimple(looks)
            symbol.setOpacity(0.8)
            condition = f'"soort" = \'{kind.value}\' AND {"" if sure else "NOT "}"zeker"'
            root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=condition, label=words.format(kind=tr(title))))
    layer.setRenderer(QgsRuleBasedRenderer(root))


def look_of_old(layer: QgsVectorLayer) -> None:
    """An outline and nothing in it: the new plans are seen through it."""
    looks = {"style": "no", "outline_color": c.INK, "outline_width": "0.5", "outline_style": "dash"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(looks)))
