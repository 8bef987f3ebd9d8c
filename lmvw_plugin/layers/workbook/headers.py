# SPDX-License-Identifier: GPL-2.0-or-later
"""Column names that take two rows: a group such as ‘Bruto’ over the years 2026, 2027 and on, above or below the row with the plan names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping

from ...core.basisset.values import as_text
from .cells import Cells

Labels = Mapping[int, str]  # by column number
_MORE = 3  # rows of years and units below the header
_UNIT = re.compile(
    r"\W*(?:aantal(?:len)?|(?:aantal )?won(?:ingen|\.)?|wooneenheden|stuks?|st\.?|n|nr\.?|nummer|code|tekst|naam|omschrijving|datum|jaar|jaartal|"
    r"ja ?/ ?nee|j ?/ ?n|keuze(?:lijst)?|m2|m²|ha|%|€|euro|x 1\.?000|verplicht|optioneel|invullen|getal)\W*", re.IGNORECASE,
)  # fmt: skip
_YEAR = re.compile(r"20[0-9]{2}(?:\s*(?:-|–|/|t/m)\s*(?:20)?[0-9]{2})?")


def whole_labels(cells: Cells, row: int, labels: Labels, name: int | None, is_name: Callable[[str], bool]) -> tuple[dict[int, str], int]:
    """The names of all columns, and the last row of the header.

    :param labels: the row with the plan names, as texts; ``name`` is the column of the plan names.
    :param is_name: whether a text is what people write above plan names.
    """
    if name is None:
        return dict(labels), row
    below, above = _texts(cells, row + 1), _texts(cells, row - 1)
    labels_found, last = dict(labels), row
    if _goes_on(labels, below, cells.rows.get(row + 1, {}), name):
        groups = _spread(labels, {*labels, *below}, name)
        labels_found, last = {**labels, **{column: f"{groups[column]} {text}".strip() for column, text in below.items()}}, row + 1
    while _explains(below := _texts(cells, last + 1), name, is_name) and last < row + _MORE and cells.rows.get(last + 2):
        groups = _spread(labels_found, {*labels_found, *below}, name)
        more = {column: text for column, text in below.items() if column != name and (_YEAR.fullmatch(text) or column not in labels_found)}
        labels_found, last = {**labels_found, **{column: f"{groups[column]} {text}".strip() for column, text in more.items()}}, last + 1
    if last > row or len(above) < 2:  # a title, or nothing
        return labels_found, last
    groups, often = _spread(above, {*labels, *above}, name), Counter(labels.values())
    labels_found = {column: text for column, text in above.items() if column > name and column not in labels}
    for column, text in labels.items():
        if column > name and groups[column] and _UNIT.fullmatch(text):
            labels_found[column] = above.get(column, f"{groups[column]} {text}")  # a unit names nothing
        else:
            unclear = column > name and (often[text] > 1 or _YEAR.fullmatch(text))
            labels_found[column] = f"{groups[column]} {text}".strip() if unclear else text
    return labels_found, row


def _explains(below: Labels, name: int, is_name: Callable[[str], bool]) -> bool:
    """A row that only says years and units is no plan, also when the word ‘naam’ stands above the plan names."""
    rest = [text for column, text in below.items() if column != name]
    own = below.get(name, "")
    if not rest or not (not own or is_name(own) or _UNIT.fullmatch(own)):
        return False
    return all(_YEAR.fullmatch(text) or _UNIT.fullmatch(text) or is_name(text) for text in rest)


def _texts(cells: Cells, row: int) -> dict[int, str]:
    texts = {column: " ".join(as_text(value).split()) for column, value in cells.rows.get(row, {}).items()}
    return {column: text for column, text in texts.items() if text}


def _goes_on(labels: Labels, below: Labels, values: Mapping[int, object], name: int) -> bool:
    """The row below belongs to the header: it has no plan name, only words and years, and names columns that had none."""
    if not below or name in below or min(below) < name:
        return False
    if not all(_YEAR.fullmatch(text) or (isinstance(values[column], str) and not text[0].isdigit()) for column, text in below.items()):
        return False
    return any(column not in labels for column in below)


def _spread(labels: Labels, columns: set[int], name: int) -> dict[int, str]:
    """The group over every column: its own text, or the nearest on its left, right of the plan names."""
    groups, group = {}, ""
    for column in sorted(columns):
        if column > name:
            group = labels.get(column, group)
        groups[column] = group
    return groups
