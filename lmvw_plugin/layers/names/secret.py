# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether there are confidential plans among what is compared by name, as far as the columns beside the names say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...core.rules.plans import is_secret
from .. import sources
from ..workbook.table import Table
from .in_layers import NamedLayer

_FIELD = "vertrouwelijk"


def is_marked(named: NamedLayer | Table) -> bool:
    """A layer or a worksheet with confidential plans; one without a column that is called so has none that anybody can know of."""
    if isinstance(named, Table):
        column = _column(named.columns)
        at = None if column is None else named.columns.index(column)
        return at is not None and any(is_secret({_FIELD: row.values[at]}) for row in named.rows)
    column = _column(named.source.fields().names())
    if column is None:
        return False
    rows: Iterable[dict[str, object]] = (row for _, row in sources.rows(named.source, [column, "plan_id"], drawn=False))
    return any(is_secret({_FIELD: row[column], "plan_id": row.get("plan_id")}, named.strijdig) for row in rows)


def _column(columns: Sequence[str]) -> str | None:
    """The column that says it: municipalities call it ‘Vertrouwelijk’, ‘Vertrouwelijkheid’, ‘vertrouwelijk_jn’."""
    return next((column for column in columns if column.strip().casefold().startswith(_FIELD)), None)
