# SPDX-License-Identifier: GPL-2.0-or-later
"""The GeoJSON that DIWI makes for Zuid-Holland: one feature per plan with the 33 counts per year inside."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from ...basisset.peildatum import Peildatum
from ...basisset.values import as_text, whole_number
from ...i18n import tr
from . import counts33
from .known import Flat, KnownFormat, Record, uuid_of
from .tally import Tally

_SHOWN = 80  # letters of a text that is not what it should be
_DIRECT = {"nultreden": "ph_short8", "nultreden_geclusterd": "ph_short7", "zorggeschikt": "ph_short9"}


def _years(tally: Tally, value: object) -> list[Record]:
    try:
        loaded = json.loads(value) if isinstance(value, str) and value.strip() else value
    except (json.JSONDecodeError, RecursionError):
        loaded = None
    records: list[Record] = [record for record in loaded if isinstance(record, dict)] if isinstance(loaded, list) else []
    if not records and value not in (None, "", "[]", []):
        tally.leave("bruto_totaal", "year_properties", as_text(value)[:_SHOWN], tr("kan niet als lijst van jaren gelezen worden"))
    return records


def flatten(records: Sequence[Record], details: Mapping[str, Sequence[Record]], peildatum: Peildatum) -> Flat:
    """One flat row per plan."""
    flat = Flat()
    for record in records:
        tally = Tally(peildatum)
        tally.row |= counts33.shared(record) | {veld: record.get(column) for veld, column in _DIRECT.items()}
        counts33.add_years(
            tally,
            _years(tally, record.get("year_properties")),
            peildatum,
            (whole_number(record.get("ph_short3")), whole_number(record.get("ph_short4"))),
        )
        if record.get("ph_text4") == "Ja":
            tally.leave("tijdelijk", "ph_text4", "Ja", "de bron zegt alleen ja of nee; vul het aantal tijdelijke woningen in")
        row, extra = tally.close(uuid_of(record.get("ph_text9")))
        flat.rows.append(row)
        flat.extras.append(extra)
    return flat


FORMAT = KnownFormat(
    "DIWI-uitvoer voor Zuid-Holland (GeoJSON)",
    (
        ("plannaam", "plannaam"),
        ("plan_id", "ph_text9, als dat een DIWI-kenmerk is"),
        ("plantype", "plantype; ‘Onbekend’ vult u zelf aan"),
        ("planstatus", "de code van status_planologisch; de woorden erachter tellen niet"),
        ("vertrouwelijk", "vertrouwelijkheid; alleen Openbaar is zeker (nee), de andere niveaus kiest u zelf"),
        *counts33.FILLS,
        ("nultreden", "ph_short8"),
        ("nultreden_geclusterd", "ph_short7 (in de bron: geclusterde ouderenwoningen)"),
        ("zorggeschikt", "ph_short9"),
    ),
    (*counts33.CANNOT, "Het aantal tijdelijke woningen staat niet in deze bron, alleen ja of nee (ph_text4)."),
    recognise=lambda columns: {"plannaam", "year_properties", "status_planologisch"} <= set(columns),
    flatten=flatten,
)
