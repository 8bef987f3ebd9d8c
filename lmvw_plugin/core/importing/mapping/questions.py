# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns that fill nothing and seem to count dwellings: a question for a person, before the totals are called right."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from ...basisset.values import whole_number
from ...i18n import tr
from ...reporting.charts import number
from .plan import Columns, PlanMapping, Samples, title_of

# What the name of a column of dwellings has in it, and what a key, a year or a size is called.
_COUNTS = re.compile(
    r"won|aantal|totaal|^tot|huur|koop|bruto|netto|sloop|app|gezins|grondgebonden|capaciteit|eenheden|units", re.IGNORECASE
)
_KEY = re.compile(r"(?:\w+[_ ])?(?:fid|gid|oid|id|objectid|globalid|code)(?:[_ ]\d+)?|\w*n(?:umme)?r(?:[_ .]\d+)?", re.IGNORECASE)
_YEARS = range(1900, 2200)


def questions(mapping: PlanMapping, columns: Columns, samples: Samples, known: Collection[str] = ()) -> list[str]:
    """A sentence for each column that may count dwellings and that nobody has placed or set aside.

    :param known: the sources of a known format, which says itself what is not used of it.
    """
    return [
        tr("Kolom ‘{column}’ van de bron ‘{source}’ telt misschien woningen (samen {count}) en vult geen veld. Kies welk veld zij vult. "
           "Hoort zij bij geen veld, dan hoeft u niets te doen; bewaart u de koppeling, dan vraagt de plugin het niet meer.").format(
            column=column, source=title_of(source), count=number(count))
        for source, column, count in _unplaced(mapping, columns, samples, known)
    ]  # fmt: skip


def _unplaced(mapping: PlanMapping, columns: Columns, samples: Samples, known: Collection[str]) -> Iterator[tuple[str, str, int]]:
    for source, names in mapping.unused(columns).items():
        if source in known:
            continue
        for column in names:
            if column in mapping.unplaced.get(source, ()) or column in mapping.ignored.get(source, ()) or _KEY.fullmatch(column):
                continue
            if mapping.ignored or _COUNTS.search(column):  # beside a mapping that was kept, every new column of numbers is one
                count = _dwellings(samples.get(source, {}).get(column, ()))
                if count:
                    yield source, column, count


def _dwellings(values: Iterable[object]) -> int:
    """The sum of a column of whole numbers that are no years; 0 for any other."""
    numbers = []
    for value in values:
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        whole = whole_number(value)
        if whole is None:
            return 0
        numbers.append(whole)
    return 0 if all(number in _YEARS for number in numbers) else sum(numbers)
