# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns whose name says years: which slot of the phasing they fill at a peildatum, also when the mapping was made for another."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from ...basisset import fields as b
from ...basisset.peildatum import Peildatum
from ...basisset.periods import Period, period_of, slot_of
from ...basisset.values import whole_number
from ...i18n import tr
from .column import ColumnMapping
from .plan import WERKBLAD, Columns, PlanMapping, Samples


def add_dated(
    period: Period, mapped: ColumnMapping, peildatum: Peildatum, fields: dict[str, ColumnMapping], named: Container[str],
    waiting: dict[str, dict[str, str]],
) -> None:  # fmt: skip
    """Add a column of years to the slot that holds them, or to what waits for a person. ``named``: fields that have their columns."""
    slot = slot_of(period, peildatum)
    before = fields.get(slot or "")
    if slot is None or slot in named or (before is not None and before.source != mapped.source):
        waiting.setdefault(mapped.source, {})[mapped.column] = period.total
    else:
        fields[slot] = mapped if before is None else replace(before, plus=(*before.plus, mapped.column))


def moved_to(mapping: PlanMapping, peildatum: Peildatum) -> PlanMapping:
    """A mapping that was made for another peildatum, with every column of years in the slot that holds those years now.

    Columns whose name says no year stay where they are.
    """
    if mapping.peildatum in (None, peildatum):
        return mapping
    fields, waiting = _moved(mapping.fields, mapping.unplaced, peildatum)
    without_row, _ = _moved(mapping.without_row, {}, peildatum)
    without_row = {veld: column for veld, column in without_row.items() if veld in fields and fields[veld].source == WERKBLAD}
    return replace(mapping, fields=fields, unplaced=waiting, peildatum=peildatum, without_row=without_row)


def renewed(mapping: PlanMapping, columns: Columns, samples: Samples, peildatum: Peildatum) -> tuple[PlanMapping, list[str]]:
    """A kept mapping for the columns of now: years that came since have their place, or wait for a person. With a sentence on each."""
    mapping = moved_to(mapping, peildatum)
    fields, waiting = dict(mapping.fields), {source: dict(totals) for source, totals in mapping.unplaced.items()}
    said = []
    for source, names in mapping.unused(columns).items():
        for column in names:
            period = None if column in waiting.get(source, ()) or column in mapping.ignored.get(source, ()) else period_of(column)
            if period is None:
                continue
            slot = slot_of(period, peildatum)
            dated = ColumnMapping(source, column, stored_negative(b.BY_NAME[period.total], samples.get(source, {}).get(column, ())))
            if slot is None or slot in fields:
                waiting.setdefault(source, {})[column] = period.total
                said.append(tr("Kolom ‘{column}’ stond niet in de kolomkoppeling en past niet in één vrij jaar of één vrije periode; verdeel zelf.")
                            .format(column=column))  # fmt: skip
            else:
                fields[slot] = dated
                told = tr("Kolom ‘{column}’ stond niet in de kolomkoppeling en vult nu ‘{field}’; controleer of dat klopt.")
                said.append(told.format(column=column, field=b.BY_NAME[slot].title_at(peildatum)))
    return replace(mapping, fields={veld: fields[veld] for veld in b.BY_NAME if veld in fields}, unplaced=waiting), said


def _moved(
    before: Mapping[str, ColumnMapping], waiting: Mapping[str, Mapping[str, str]], peildatum: Peildatum
) -> tuple[dict[str, ColumnMapping], dict[str, dict[str, str]]]:
    fields: dict[str, ColumnMapping] = {}
    dated: list[tuple[Period, ColumnMapping]] = []
    for veld, mapped in before.items():
        phase = b.BY_NAME[veld].phase
        periods = [period_of(column) for column in mapped.columns] if phase else []
        if phase and periods and all(period and period.first and period.total == phase.total for period in periods):
            dated += [
                (period, replace(mapped, column=name, plus=())) for period, name in zip(periods, mapped.columns, strict=True) if period
            ]
        else:
            fields[veld] = mapped
    for source, columns in waiting.items():
        dated += [(period_of(column) or Period(total, None, None), ColumnMapping(source, column)) for column, total in columns.items()]
    named, unplaced = set(fields), dict[str, dict[str, str]]()
    for period, mapped in dated:
        add_dated(period, mapped, peildatum, fields, named, unplaced)
    return {veld: fields[veld] for veld in b.BY_NAME if veld in fields}, unplaced


def stored_negative(field: b.Field, values: Iterable[object]) -> bool:
    """Demolition that is never above and at least once below zero is stored as a negative number (EIB 2020)."""
    if not field.name.startswith("sloop_"):
        return False
    below = False
    for value in values:
        number = whole_number(value) or 0
        if number > 0:
            return False
        below = below or number < 0
    return below
