# SPDX-License-Identifier: GPL-2.0-or-later
"""What a column really gives for a field: the first different values of the source, each with what it becomes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from ...basisset import fields as b
from ...basisset.codelists import code_list
from ...basisset.values import as_text
from ...i18n import tr
from ...keys import key
from ..field_reader import Reader
from ..imported import Row
from .plan import ColumnMapping

_LOOKED_AT = 2_000  # rows
_SHOWN = 4


def preview(veld: str, column: ColumnMapping, rows: Iterable[Row]) -> list[str]:
    """Texts such as ``12``, ``-3 → 3``, ``10 + 2 → 12`` and ``ca. 40 → leeg``; a constant gives one.

    The last place is kept for the first value that becomes empty, which may stand far down.
    """
    reader = Reader(veld, column)
    if column.constant is not None:
        return [tr("{value} (elk plan)").format(value=_answer(veld, reader.read({}, "", [])))]
    seen: dict[str, bool] = {}  # a text, and whether its value is lost
    for row in islice(rows, _LOOKED_AT):
        raws = [row.get(name) for name in column.columns]
        if all(raw is None or raw == "" for raw in raws):
            continue
        source = " + ".join(tr("leeg") if raw is None or raw == "" else _answer("", raw) for raw in raws)
        value = reader.read({column.source: row}, "", [])
        became = _answer(veld, value)
        if len(seen) < _SHOWN or value is None:
            seen[source if _same(veld, source, became) else f"{source} → {became}"] = value is None
        if len(seen) >= _SHOWN and any(seen.values()):
            break
    texts = list(seen)
    return texts if len(texts) <= _SHOWN else [*texts[: _SHOWN - 1], texts[-1]]


def answer_text(veld: str, value: object) -> str:
    """An answer as a reader knows it: yes and no in words, a plan type by its label. A status is known by its code."""
    if isinstance(value, bool):
        return tr("ja") if value else tr("nee")
    text = as_text(value)
    known = code_list("plantype").get(text) if veld in b.BY_NAME and b.BY_NAME[veld].codes == "plantype" else None
    return tr(known.label) if known else text


def _answer(veld: str, value: object) -> str:
    return tr("leeg") if value is None else answer_text(veld, value)


def _same(veld: str, source: str, became: str) -> bool:
    """A code in other letters needs no arrow; a number does."""
    return source == became or (b.BY_NAME[veld].kind in (b.Kind.CODE, b.Kind.YESNO) and key(source) == key(became))
