# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of a worksheet that are no plan: totals, averages and notes below the table."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from . import basisset as b
from .i18n import tr
from .mapping import WERKBLAD, PlanMapping
from .values import amount, as_text

Row = Mapping[str, object]
_TOTAL = re.compile(r"\W*(?:sub|eind|deel|hoofd|tussen)?[- ]?tota(?:al|len)(?!\w).*|\W*(?:som|saldo|gemiddelde?n?)\W*", re.IGNORECASE)
_NOTE = re.compile(r"\W*(?:bron|noot|toelichting|opmerking(?:en)?|legenda|let op|peildatum|stand)\s*:.*", re.IGNORECASE | re.DOTALL)
_ROWS = 2  # with fewer above it, a row without a name that equals their sum proves nothing


def no_plans(sheet: Sequence[tuple[int, Row]], mapping: PlanMapping, names: Collection[str]) -> dict[int, tuple[str, str]]:
    """The rows that are no plan: by row number the text that stands for the name, and why.

    :param names: of the polygons; what has its polygon is a plan, whatever it is called.
    """
    if WERKBLAD not in mapping.names:
        return {}
    counted = {veld: one.columns for veld, one in mapping.fields.items() if one.source == WERKBLAD and b.BY_NAME[veld].kind is b.Kind.COUNT}
    above, since, plans = dict.fromkeys(counted, 0), dict.fromkeys(counted, 0), 0
    found: dict[int, tuple[str, str]] = {}
    for number, row in sheet:
        name = as_text(row.get(mapping.names[WERKBLAD]) or "")
        own = {veld: sum(amount(row.get(column)) for column in columns) for veld, columns in counted.items()}
        if name and name not in names and _TOTAL.fullmatch(name):
            found[number] = name, _reason(own, above, since)
            since = dict.fromkeys(counted, 0)
        elif name and name not in names and _NOTE.fullmatch(name) and not any(own.values()):
            found[number] = name, tr("is een noot bij de tabel en geen plan")
        elif not name and plans >= _ROWS and any(own.values()) and own == above:
            found[number] = "", _reason(own, above, since)
        else:
            plans += 1
            for veld, count in own.items():
                above[veld] += count
                since[veld] += count
    return found


def _reason(own: Mapping[str, int], above: Mapping[str, int], since: Mapping[str, int]) -> str:
    """With the check that a planner would make: does the total equal the rows above it?"""
    said = tr("is een totaalregel en geen plan; zij telt niet mee")
    wrong = [veld for veld, count in own.items() if count and count not in (above[veld], since[veld])]
    if not wrong:
        return said
    veld = wrong[0]
    return tr("{said}. Let op: bij ‘{field}’ staat {own}, de rijen erboven tellen op tot {above}").format(
        said=said, field=b.BY_NAME[veld].label, own=own[veld], above=above[veld]
    )
