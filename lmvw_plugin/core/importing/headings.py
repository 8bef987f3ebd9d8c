# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of a worksheet that only stand above plans: ‘Kern Noord’, and below it the plans of that village."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from ..basisset.values import as_text
from ..i18n import tr
from .imported import Row, SheetLine

_WORD = re.compile(
    r"(?:kern(?:en)?|wijk|buurt|dorp(?:en)?|stad(?:sdeel)?|deelgebied|gebied|regio|categorie|groep|cluster|fase|plannen|projecten|locaties|"
    r"harde?|zachte?|status|planstatus|overige?)(?!\w).*", re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_TWICE = 2  # one such row may be a plan that nobody has numbers of yet


class NoPlan(NamedTuple):
    """A row that is no plan: the text that stands for its name, why, and whether a person must look at it."""

    name: str
    reason: str
    waits: bool = False


def headings(sheet: Sequence[SheetLine], column: str, names: Collection[str]) -> dict[int, NoPlan]:
    """The rows that are a heading: by row number the text, why, and whether a person must look at it.

    A row with nothing but a name, or another text, is a heading when the table is built of such rows with plans below each; one that only is called so,
    waits for a person. What has its polygon is a plan, whatever it is called.
    """
    alone = [_only_text(row, column, names) for _, row in sheet]
    below = [index + 1 < len(sheet) and not alone[index + 1] for index in range(len(sheet))]
    filled = [index for index, text in enumerate(alone) if text]
    built_so = (
        len(filled) >= _TWICE and filled[0] == 0 and all(below[index] for index in filled) and 2 * len(filled) <= len(sheet) - len(filled)
    )
    sure, doubtful = (
        tr("is een tussenkop boven plannen en geen plan"),
        tr(
            "heeft alleen een naam en staat boven plannen; het lijkt een tussenkop. Is het een plan, vul dan iets in (0 mag) en importeer opnieuw"
        ),
    )
    return {
        sheet[index][0]: NoPlan(alone[index], sure if built_so else doubtful, not built_so)
        for index in filled
        if built_so or (below[index] and _WORD.fullmatch(alone[index].strip()))
    }


def _only_text(row: Row, column: str, names: Collection[str]) -> str:
    """The text of a row that has nothing else, in the column of the names or in another; empty for any other row."""
    filled = [(other, value) for other, value in row.items() if value is not None and (not isinstance(value, str) or value.strip())]
    if len(filled) != 1:
        return ""
    ((where, value),) = filled
    name = as_text(value) if where == column or isinstance(value, str) else ""
    return "" if name in names or (where != column and not any(map(str.isalpha, name))) else name
