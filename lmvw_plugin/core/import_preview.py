# SPDX-License-Identifier: GPL-2.0-or-later
"""What a column really gives for a field: the first different values of the source, each with what it becomes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from . import basisset as b
from .i18n import tr
from .import_plans import Reader, Row
from .mapping import ColumnMapping
from .values import as_text, key

_LOOKED_AT = 2_000  # rows
_SHOWN = 4


def preview(veld: str, column: ColumnMapping, rows: Iterable[Row]) -> list[str]:
    """Texts such as ``12``, ``-3 → 3``, ``10 + 2 → 12`` and ``ca. 40 → leeg``; a constant gives one."""
    reader = Reader(veld, column)
    if column.constant is not None:
        return [tr("{value} (elk plan)").format(value=_text(reader.read({}, "", [])))]
    seen: dict[str, None] = {}
    for row in islice(rows, _LOOKED_AT):
        raws = [row.get(name) for name in column.columns]
        if all(raw is None or raw == "" for raw in raws):
            continue
        source = " + ".join(tr("leeg") if raw is None or raw == "" else _text(raw) for raw in raws)
        became = _text(reader.read({column.source: row}, "", []))
        seen[source if _same(veld, source, became) else f"{source} → {became}"] = None
        if len(seen) == _SHOWN:
            break
    return list(seen)


def _text(value: object) -> str:
    if value is None:
        return tr("leeg")
    if isinstance(value, bool):
        return tr("ja") if value else tr("nee")
    return as_text(value)


def _same(veld: str, source: str, became: str) -> bool:
    """A code in other letters needs no arrow; a number does."""
    return source == became or (b.BY_NAME[veld].kind in (b.Kind.CODE, b.Kind.YESNO) and key(source) == key(became))
