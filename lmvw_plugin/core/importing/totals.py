# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of a worksheet that are no plan: totals, averages and notes below the table."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ..basisset import fields as b
from ..basisset.values import amount, as_text
from ..i18n import tr
from .headings import NoPlan
from .imported import Row, SheetLine
from .mapping.plan import WERKBLAD, ColumnMapping, PlanMapping

_WORD = r"tota(?:al|len)(?!\w)"
_TOTAL = re.compile(rf"\W*(?:sub|eind|deel|hoofd|tussen)?[- ]?{_WORD}.*|\W*(?:som|saldo|gemiddelde?n?)\W*", re.IGNORECASE | re.DOTALL)
_SAYS_TOTAL = re.compile(rf".*(?<!\w){_WORD}.*", re.IGNORECASE | re.DOTALL)  # "Markerwaard totaal": may be a name, its numbers tell
_NOTE = re.compile(r"\W*(?:bron|noot|toelichting|opmerking(?:en)?|legenda|let op|peildatum|stand)\s*:.*", re.IGNORECASE | re.DOTALL)
_ROWS = 2  # with fewer above it, a row that equals their sum proves nothing

Counts = dict[str, int]  # by the title of what is counted


def no_plans(sheet: Sequence[SheetLine], mapping: PlanMapping, names: Collection[str]) -> dict[int, NoPlan]:
    """The rows that are no plan: by row number the text that stands for the name, and why.

    :param names: of the polygons; what has its polygon is a plan, whatever it is called.
    """
    if WERKBLAD not in mapping.names:
        return {}
    named = [(number, _stands_for_name(row, mapping.names[WERKBLAD]), row) for number, row in sheet]
    if not any(_may_be_none(name, names) for _, name, _ in named):
        return {}
    counted = {tr(b.BY_NAME[veld].label): mapped.columns for veld, mapped in mapping.fields.items() if _counts(veld, mapped)}
    counted |= {column: (column,) for column in mapping.unplaced.get(WERKBLAD, {})}
    skipped: dict[int, NoPlan] = {}
    totals: list[tuple[int, str, Counts, list[Counts]]] = []
    above, since, rows, rows_since = dict.fromkeys(counted, 0), dict.fromkeys(counted, 0), 0, 0
    for number, name, row in named:
        own = {title: sum(amount(row.get(column)) for column in columns) for title, columns in counted.items()}
        proven = any(own.values()) and ((rows >= _ROWS and own == above) or (rows_since >= _ROWS and own == since))
        if _is_total(name, proven) and name not in names:
            totals.append((number, name, own, [dict(above), since]))
            since, rows_since = dict.fromkeys(counted, 0), 0
        elif name and name not in names and _NOTE.fullmatch(name) and not any(own.values()):
            skipped[number] = NoPlan(name, tr("is een noot bij de tabel en geen plan"))
        else:
            rows, rows_since = rows + 1, rows_since + 1
            for title, count in own.items():
                above[title] += count
                since[title] += count
    return skipped | {number: NoPlan(name, _reason(own, [*sums, above])) for number, name, own, sums in totals}


def _stands_for_name(row: Row, column: str) -> str:
    """The name; of a row without one its first cell, when that says total: a remark further on may speak of one too."""
    name = as_text(row.get(column) or "")
    if name.strip():
        return name
    first = next((value for value in row.values() if value is not None and as_text(value).strip()), None)
    return first if isinstance(first, str) and _TOTAL.fullmatch(first) else name


def _may_be_none(name: str, names: Collection[str]) -> bool:
    return not name or (name not in names and bool(_TOTAL.fullmatch(name) or _SAYS_TOTAL.fullmatch(name) or _NOTE.fullmatch(name)))


def _counts(veld: str, column_mapping: ColumnMapping) -> bool:
    return column_mapping.source == WERKBLAD and b.BY_NAME[veld].kind is b.Kind.COUNT


def _is_total(name: str, proven: bool) -> bool:
    """By its name, or by its numbers where the name says nothing or only may say so."""
    return bool(name and _TOTAL.fullmatch(name)) or (proven and (not name or bool(_SAYS_TOTAL.fullmatch(name))))


def _reason(own: Counts, sums: Sequence[Counts]) -> str:
    """With the check that a planner would make: does it equal the rows above it, those since the last total, or all of them?"""
    said = tr("is een totaalrij en geen plan; zij telt niet mee")
    wrong = [title for title, count in own.items() if count and all(count != counts[title] for counts in sums)]
    if not wrong:
        return said
    title = wrong[0]
    return tr("{said}. Let op: bij ‘{field}’ staat {own}, de rijen erboven tellen op tot {above}").format(
        said=said, field=title, own=own[title], above=sums[0][title]
    )
