# SPDX-License-Identifier: GPL-2.0-or-later
"""Which row of the worksheet belongs to which polygon: on the plan number where the mapping says so, or else on exactly the name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from ..basisset.values import as_text, kept_text
from ..i18n import tr
from ..names.between import reasons
from ..names.comparing.explain import quoted
from ..names.comparing.likeness import Verdict, compare
from ..names.comparing.matching import near_pairs
from .imported import Remark, Row, SheetLine
from .mapping.plan import NAME_FIELD, POLYGONEN, WERKBLAD, PlanMapping


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the worksheet: its number there, the plan name in it, and its values by column."""

    number: int
    name: str
    values: Row


@dataclass(slots=True)
class Join:
    """The polygons by name, the row of each that has one, and the rows that have none."""

    names: list[str]  # of the polygons
    row_of: dict[int, SheetRow] = field(default_factory=dict)  # by index of the polygon
    alone: list[SheetRow] = field(default_factory=list)
    refused: list[tuple[SheetRow, str]] = field(default_factory=list)  # rows that may belong to any of several, or to none, and why
    remarks: list[Remark] = field(default_factory=list)


def name_of(source: str, row: Row, mapping: PlanMapping) -> str:
    """The plan name in a row, as it is kept."""
    raw = row.get(mapping.names[source])
    return "" if raw is None else kept_text(as_text(raw))


def sheet_rows(sheet: Sequence[SheetLine], mapping: PlanMapping) -> list[SheetRow]:
    """The rows of the worksheet with their names."""
    return [SheetRow(number, name_of(WERKBLAD, row, mapping), row) for number, row in sheet]


def join(polygons: Sequence[Row], names: list[str], rows: Sequence[SheetRow], mapping: PlanMapping) -> Join:
    """Find the polygon of every row. A name or number that stands twice joins nothing.

    :param names: of the polygons.
    """
    joined = Join(names)
    if len(mapping.numbers) == 2:
        _join_on_number(joined, polygons, rows, mapping)
    _join_on_name(joined, polygons, rows, mapping)
    return joined


def almost_joined(joined: Join) -> dict[str, str]:
    """The names of rows without polygon that come so close to a free polygon that a person must decide, and why."""
    free = [name for index, name in enumerate(joined.names) if name and index not in joined.row_of]
    if not joined.alone or not free:
        return {}
    why: dict[str, str] = {}
    for pair in sorted(near_pairs([row.name for row in joined.alone], free), key=lambda pair: pair.likeness.rank):
        if pair.left not in why:
            words = tr(
                "er is geen polygoon met de naam {name}, wel met de naam {near}: {why}; ‘Plannamen overnemen’ maakt ze gelijk, importeer daarna "
                "opnieuw"
            )
            likeness = reasons(pair, tr("het Excel-bestand"), tr("de kaartlaag"))
            why[pair.left] = words.format(name=quoted(pair.left), near=quoted(pair.right), why=likeness)
    return why


def _plan_number(source: str, row: Row, mapping: PlanMapping) -> str:
    """The number that plans are joined on; empty when the mapping says none."""
    raw = row.get(mapping.numbers[source]) if source in mapping.numbers else None
    return "" if raw is None else as_text(raw).strip()


def _join_on_number(joined: Join, polygons: Sequence[Row], rows: Sequence[SheetRow], mapping: PlanMapping) -> None:
    """Join what has the same plan number, once on either side.

    A pairing needs two witnesses. Who chose to join on numbers is the second one, as long as no number contradicts an equal name:
    running numbers of which one row went are all wrong together.
    """
    of_polygons = [_plan_number(POLYGONEN, row, mapping) for row in polygons]
    of_rows = [_plan_number(WERKBLAD, row.values, mapping) for row in rows]
    polygons_with, rows_with = Counter(of_polygons), Counter(of_rows)
    index_of = {plan_number: index for index, plan_number in enumerate(of_polygons)}
    pairs = [
        (plan_number, index_of[plan_number], row)
        for plan_number, row in zip(of_rows, rows, strict=True)
        if plan_number and polygons_with[plan_number] == 1 and rows_with[plan_number] == 1
    ]
    denied = _denied(joined.names, [(index, row) for _, index, row in pairs], {row.name for row in rows})
    for plan_number, index, row in pairs:
        name = joined.names[index]
        if row.number in denied:
            continue  # the names join it, or it waits
        if denied and row.name and name and compare(row.name, name).verdict is Verdict.DIFFERENT:
            reason = tr("alleen plannummer {number} is gelijk met polygoon {name}, en elders spreken plannummer en naam elkaar "
                        "tegen; maak de namen gelijk of verbeter de plannummers")  # fmt: skip
            joined.refused.append((row, reason.format(number=plan_number, name=quoted(name))))
            continue
        joined.row_of[index] = row
        if row.name != name:
            reason = tr("gekoppeld op plannummer {number}; de naam van de polygoon is aangehouden").format(number=plan_number)
            joined.remarks.append(Remark(name, NAME_FIELD, mapping.names[WERKBLAD], row.name, reason))


def _denied(names: Sequence[str], pairs: Sequence[tuple[int, SheetRow]], in_sheet: Set[str]) -> frozenset[int]:
    """The numbers of the rows of which a name says that the polygon with their plan number is that of another plan."""
    of_polygons = frozenset(names)
    return frozenset(
        row.number
        for index, row in pairs
        if row.name != names[index] and ((row.name and row.name in of_polygons) or (names[index] and names[index] in in_sheet))
    )


def _join_on_name(joined: Join, polygons: Sequence[Row], rows: Sequence[SheetRow], mapping: PlanMapping) -> None:
    done = {row.number for row in (*joined.row_of.values(), *(row for row, _ in joined.refused))}
    rows = [row for row in rows if row.number not in done]
    free = [(name, index) for index, name in enumerate(joined.names) if index not in joined.row_of]
    index_of = dict(free)
    polygons_with, rows_with = Counter(name for name, _ in free), Counter(row.name for row in rows)
    for row in rows:
        if not row.name:
            joined.refused.append((row, tr("de plannaam is leeg; vul hem in en importeer opnieuw")))
        elif rows_with[row.name] > 1 or polygons_with[row.name] > 1:
            source = tr("in het Excel-bestand") if rows_with[row.name] > 1 else tr("bij de polygonen")
            reason = tr("de naam staat meer dan één keer {source}; geef elk plan een eigen naam en importeer opnieuw").format(source=source)
            joined.refused.append((row, reason))
        elif row.name in index_of:
            index = index_of[row.name]
            joined.row_of[index] = row
            ours, theirs = _plan_number(POLYGONEN, polygons[index], mapping), _plan_number(WERKBLAD, row.values, mapping)
            if ours and theirs and ours != theirs:
                reason = tr("gekoppeld op plannaam, maar bij de polygoon staat plannummer {number}").format(number=ours)
                joined.remarks.append(Remark(row.name, "plannummer", mapping.numbers[WERKBLAD], theirs, reason))
        else:
            joined.alone.append(row)
