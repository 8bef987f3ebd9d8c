# SPDX-License-Identifier: GPL-2.0-or-later
"""One side of a comparison, read by the importer: a delivery, a plan file, or any layer with plan names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ...core.basisset import fields as b
from ...core.basisset.codelists import Gemeente, gemeenten, stays_home
from ...core.basisset.peildatum import Peildatum
from ...core.basisset.periods import period_of
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.history.sides import Side
from ...core.i18n import tr
from ...core.importing.formats import own
from ...core.importing.mapping.dated import renewed
from ...core.importing.mapping.plan import NAME_FIELD, POLYGONEN, WERKBLAD, PlanMapping, require_columns
from ...core.importing.plans import import_plans
from ..importing import sources as import_sources
from ..importing.polygons import Polygons
from ..planfile import store as planfile
from ..planfile.recognising import is_plan_file
from ..planfile.rows import Shape

NOT_COMPARED = frozenset(("gemeente_code", "gemeente_naam"))  # of another municipality is a plan after a reorganisation too


@dataclass(frozen=True, slots=True)
class Drawn:
    """The plans of one delivery with their polygons; ``notes`` are sentences on how it was read. ``gemeente``: of which all plans are, where
    they say so."""

    side: Side
    shapes: Sequence[Shape | None]
    notes: Sequence[str]
    gemeente: Gemeente | None = None


def read_side(polygons: Polygons, title: str, peildatum: Peildatum | None, feedback: Feedback, kept: PlanMapping | None = None) -> Drawn:
    """Read one delivery. Plans with a status that is not delivered are no part of it.

    :param peildatum: where it is known; else the plan file, the years of its columns or the mapping say it, or nobody does.
    :param kept: which column fills which field; None for a proposal.
    :raises LmvwError: when it has no plans or no plan names, or the mapping is of another source.
    """
    columns = polygons.source.fields().names() if polygons.source is not None else []
    peildatum = peildatum or _of_plan_file(polygons.path, columns) or _of_years(columns) or (kept.peildatum if kept else None)
    day = peildatum or Peildatum.current(date.today())
    read = import_sources.read(polygons, None, day, feedback)
    renewed_mapping, said = renewed(_of_polygons(kept), read.columns, read.samples, day) if kept else (read.guess(day), [])
    mapping = _compared(renewed_mapping, peildatum is not None)
    if kept:
        require_columns(mapping, read.columns)
    if POLYGONEN not in mapping.names:
        raise LmvwError(
            tr("‘{name}’ heeft geen kolom met plannamen; geef die kolom de naam ‘plannaam’ of kies een andere laag.").format(name=title)
        )
    result = import_plans(read.polygons, [], mapping, next(iter(gemeenten().values())), read.extras)
    extras = read.extras.get(POLYGONEN, {})
    plans, shapes = [], []
    for index, values in result.plans:
        if index is None or stays_home(str(values.get("planstatus"))):
            continue
        extra = extras.get(index)
        plans.append(values | {"plan_id": extra.plan_id if extra else None})
        shapes.append(read.shapes[index])
    if not plans:
        raise LmvwError(import_sources.no_plans([title]))
    fields = frozenset((*mapping.fields, NAME_FIELD))
    side = Side(title, plans, fields, peildatum, tuple(read.strijdig))
    return Drawn(side, shapes, [f"{title}: {remark}" for remark in (*read.remarks, *said)])


def _of_polygons(mapping: PlanMapping) -> PlanMapping:
    """What it says of the map: a worksheet that was imported with it is not read here."""
    fields = {name: column for name, column in mapping.fields.items() if column.source != WERKBLAD}
    names = {source: column for source, column in mapping.names.items() if source == POLYGONEN}
    unplaced = {source: columns for source, columns in mapping.unplaced.items() if source == POLYGONEN}
    return replace(mapping, fields=fields, names=names, numbers={}, unplaced=unplaced, without_row={})


def _compared(mapping: PlanMapping, dated: bool) -> PlanMapping:
    """The mapping without what is not compared; a source whose years nobody knows has none."""
    fields = {
        name: column for name, column in mapping.fields.items() if name not in NOT_COMPARED and (dated or b.BY_NAME[name].phase is None)
    }
    return replace(mapping, fields=fields, unplaced={})


def _of_plan_file(path: Path | None, columns: Sequence[str]) -> Peildatum | None:
    if path is None or not own.has_relative_years(columns) or not is_plan_file(path):
        return None
    return planfile.read_info(path).peildatum


def _of_years(columns: Sequence[str]) -> Peildatum | None:
    """A delivery says its real years: the first is that of its peildatum. 1 January and 1 July have the same years."""
    if not own.recognise(columns):
        return None
    years = [period.first for period in map(period_of, columns) if period is not None and period.first is not None]
    return Peildatum(date(min(years), 1, 1)) if years else None
