# SPDX-License-Identifier: GPL-2.0-or-later
"""The map in a report, with all that explains it: what the colours mean, and whose name found no room on it."""

from __future__ import annotations

from dataclasses import dataclass

from .. import colours
from ..i18n import later, several, tr
from . import charts, html

MOST_NUMBERS = 60  # as many as fit in three columns under the map on one page of A4


def _hatched(ground: str, lines: str, lean: int) -> str:
    return f"repeating-linear-gradient({lean}deg, {ground} 0 3px, {lines} 3px 4px)"


_FORWARDS, _BACKWARDS = -45, 45  # degrees in which CSS leans as the map does
_HIDDEN = (_hatched(colours.PAPER, colours.KINDS["zacht"][1], _FORWARDS), later("vertrouwelijk (arcering)"))
_KEY = (
    (charts.HARD, later("hard")), (charts.SOFT, later("zacht")),
    (_hatched(*colours.BUILT, _BACKWARDS), later("gerealiseerd")), (_hatched(*colours.DROPPED, _BACKWARDS), later("vervallen")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanMap:
    """A picture of the plans as PNG.

    ``numbered``: number on the map and name of the plans whose name has no room there. ``bare``: how many have neither.
    """

    png: bytes
    numbered: tuple[tuple[int, str], ...] = ()
    bare: int = 0


def section(plan_map: PlanMap, title: str = "", hidden: bool = True) -> list[str]:
    """Heading, map, key and list: all on one page of paper.

    :param title: what it shows, for who cannot see it.
    :param hidden: confidential plans may be on it.
    """
    picture = html.picture(plan_map.png, title or tr("Kaart van de geleverde plannen"))
    parts = [picture, html.key((colour, tr(words)) for colour, words in (*_KEY, *([_HIDDEN] if hidden else ())))]
    if plan_map.numbered:
        parts.append(html.numbered(plan_map.numbered))
    if plan_map.bare:
        words = tr("Geen plaats voor een naam of nummer op de kaart: {plans}.")
        parts.append(html.paragraph(words.format(plans=several(plan_map.bare, "plan", "plannen")), "stil"))
    return [html.heading(tr("Kaart")), html.figure(*parts)]
