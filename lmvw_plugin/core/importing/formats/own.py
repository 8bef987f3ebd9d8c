# SPDX-License-Identifier: GPL-2.0-or-later
"""Our own plan file or delivery, of this peildatum or another: the columns carry field names or real years."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...basisset.peildatum import Peildatum
from ...feedback import breathing
from ..imported import Extra
from .known import Flat, KnownFormat, Record, text_of


def recognise(columns: Sequence[str]) -> bool:
    """The key and some fields that nobody else has."""
    return {"plan_id", "plannaam", "huur_sociaal_markt_25jaar", "zorg_55plus"} <= set(columns)


def flatten(records: Sequence[Record], details: Mapping[str, Sequence[Record]], peildatum: Peildatum) -> Flat:
    """The rows as they are, with the key of each plan."""
    return Flat(list(map(dict, records)), [Extra(plan_id=text_of(record.get("plan_id")) or None) for record in breathing(records)])


def has_relative_years(columns: Sequence[str]) -> bool:
    """A plan file counts its years from its own peildatum (``bruto_jaar01``); a delivery says the real ones."""
    return any(re.fullmatch(r"bruto_jaar\d\d", column) for column in columns)


FORMAT = KnownFormat(
    "Planbestand of levering van deze plugin",
    (
        ("plan_id", "plan_id: plannen houden hun planbestand-ID"),
        ("fasering_bruto", "de kolommen met echte jaren; jaren van een periode zijn opgeteld"),
    ),
    (
        "Jaren of perioden die niet in één jaar of periode van deze peildatum passen worden niet verdeeld; zij staan bij de niet overgenomen waarden.",
        "Een planbestand met jaar 1 tot en met 10 telt vanaf zijn eigen peildatum; gebruik voor een nieuwe peildatum de levering, met echte jaren.",
    ),
    recognise=recognise,
    flatten=flatten,
)
