# SPDX-License-Identifier: GPL-2.0-or-later
"""The planregistratie of Utrecht: a feature for every plan and year, each with the 33 counts of that year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...basisset.peildatum import Peildatum
from ...i18n import tr
from . import counts33
from .known import Flat, KnownFormat, Record, text_of
from .tally import Tally

_KEYS = ("parent_globalid", "plan_objectid", "plannaam")  # some municipalities have another


def flatten(records: Sequence[Record], details: Mapping[str, Sequence[Record]], peildatum: Peildatum) -> Flat:
    """One flat row per plan, with the polygon of its first feature."""
    plans: dict[str, list[int]] = {}
    for index, record in enumerate(records):
        plans.setdefault(_key(record) or f"polygoon {index}", []).append(index)
    flat = Flat()
    for indexes in plans.values():
        first, tally = records[indexes[0]], Tally(peildatum)
        tally.row |= counts33.shared(first)
        for index in indexes[1:]:
            for veld, value in counts33.shared(records[index]).items():
                if value not in (None, tally.row[veld]):
                    tally.leave(
                        veld, tr("jaar {year}").format(year=records[index].get("jaartal")), value, tr("een eerder jaar zegt iets anders")
                    )
        counts33.add_years(tally, [records[index] for index in indexes], peildatum, (None, None))
        row, extra = tally.close(text_of(first.get("parent_globalid")).strip("{}").lower())
        flat.rows.append(row)
        flat.extras.append(extra)
        flat.places.append(indexes)
    return flat


def _key(record: Record) -> str:
    return next((str(record[name]).strip("{}").lower() for name in _KEYS if record.get(name) not in (None, "")), "")


FORMAT = KnownFormat(
    "Planregistratie Utrecht",
    (
        ("plannaam", "plannaam; de rijen van één plan horen bij elkaar door parent_globalid"),
        ("plan_id", "parent_globalid"),
        ("plantype", "plantype; ‘Onbekend’ vult u zelf aan"),
        ("planstatus", "de code van status_planologisch; de woorden erachter tellen niet"),
        *(fill for fill in counts33.FILLS if not fill[0].startswith("huur_")),
    ),
    (*counts33.CANNOT, "Sociale huur en middenhuur zijn in de bron niet verdeeld over corporatie en markt; verdeel ze zelf."),
    recognise=lambda columns: "plannaam" in columns and counts33.is_year_row(columns),
    flatten=flatten,
)
