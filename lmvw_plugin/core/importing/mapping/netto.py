# SPDX-License-Identifier: GPL-2.0-or-later
"""Which column is bruto and which is netto: bruto minus sloop is netto, and the rows tell (Basisset 2.0, netto totaal)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from ...basisset.periods import period_of
from ...basisset.values import WHOLE, whole_number
from ...i18n import tr
from ...keys import key
from .column import ColumnMapping

_ROWS = 2  # with sloop; fewer prove nothing where the names are silent

Values = Mapping[str, Iterable[object]]  # by column


@dataclass(frozen=True, slots=True)
class _Table:
    """The numbers of a source: what was taken as bruto, its demolition, and the columns that fill nothing."""

    bruto: Sequence[int | None]
    sloop: Sequence[int]
    free: Mapping[str, Sequence[int | None]]

    def proof(self, whole: Sequence[int | None], part: Sequence[int | None]) -> int:
        """In how many rows with sloop the whole minus sloop is the part; 0 when it is not so in any row."""
        rows = [
            (all_of, some, gone)
            for all_of, some, gone in zip(whole, part, self.sloop, strict=True)
            if all_of is not None and some is not None
        ]
        return sum(gone != 0 for _, _, gone in rows) if all(all_of - gone == some for all_of, some, gone in rows) else 0


def settled(bruto: ColumnMapping, sloop: ColumnMapping, free: Sequence[str], values: Values, vague: bool) -> ColumnMapping:
    """The column of bruto, after the test; with a doubt where it says another column, or where nothing proves it.

    :param free: columns of the same source that fill nothing.
    :param vague: the name of the column does not say whether it is bruto.
    """
    named = "bruto" in key(bruto.column)
    sign = -1 if sloop.negated else 1
    table = _Table(
        _numbers(values.get(bruto.column, ())),
        [sign * (number or 0) for number in _numbers(values.get(sloop.column, ()))],
        {name: numbers for name in free if period_of(name) is None and any(numbers := _numbers(values.get(name, ())))},
    )
    if not any(table.sloop) or len(table.bruto) != len(table.sloop):
        return bruto  # then bruto and netto are the same
    larger = {name: rows for name, numbers in table.free.items() if (rows := table.proof(numbers, table.bruto))}
    words = {"column": bruto.column, "sloop": sloop.column}
    if larger:
        other = max(larger, key=lambda name: ("bruto" in key(name), larger[name]))
        said = tr("‘{other}’ min ‘{sloop}’ is in alle {rows} rijen met sloop gelijk aan ‘{column}’").format(
            other=other, rows=larger[other], **words
        )
        if not named and ("bruto" in key(other) or "netto" in key(bruto.column) or larger[other] >= _ROWS):
            doubt = tr("Bruto komt uit kolom ‘{other}’ en niet uit ‘{column}’: {said}, en dan is ‘{column}’ netto.")
            return replace(bruto, column=other, doubt=doubt.format(other=other, said=said, **words))
        doubt = tr("Bruto komt uit kolom ‘{column}’, maar {said}; misschien is ‘{column}’ netto. Kies zelf welke kolom bruto is.")
        return replace(bruto, doubt=doubt.format(said=said, **words))
    if vague and not any(table.proof(table.bruto, numbers) for numbers in table.free.values()):
        doubt = tr("Bruto is gegokt: kolom ‘{column}’ zegt niet of zij bruto of netto is, en geen andere kolom bewijst het. "
                   "Is ‘{column}’ het aantal na aftrek van ‘{sloop}’, kies dan een andere kolom.")  # fmt: skip
        return replace(bruto, doubt=doubt.format(**words))
    return bruto


def _numbers(values: Iterable[object]) -> list[int | None]:
    kept = list(values)
    return cast("list[int | None]", kept) if set(map(type, kept)) <= WHOLE else [whole_number(value) for value in kept]
