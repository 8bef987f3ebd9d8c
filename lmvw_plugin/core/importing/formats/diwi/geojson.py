# SPDX-License-Identifier: GPL-2.0-or-later
"""The two GeoJSON forms of DIWI: its export, and the form in which it reads projects."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ....basisset.peildatum import Peildatum
from ....basisset.prices.limits import PUBLISHED, PriceLimits
from ....basisset.values import as_text
from ..known import Flat, KnownFormat, Record, text_of
from . import project as diwi

_KINDS = {"bouw": diwi.BUILD, "construction": diwi.BUILD, "sloop": diwi.DEMOLISH, "demolition": diwi.DEMOLISH}
_OWNERS = {
    "KOOPWONING": diwi.OWNER,
    "HUURWONING_PARTICULIERE_VERHUURDER": diwi.LANDLORD,
    "HUURWONING_WONINGCORPORATIE": diwi.CORPORATION,
}


def _loaded(value: object) -> Any:
    """Nested properties come as text or as Python values, depending on the driver."""
    if isinstance(value, str):
        try:
            return json.loads(value)
        except json.JSONDecodeError:
            return None
    return value


def _part(value: object, *names: str) -> dict[str, Any]:
    inner = _loaded(value)
    for name in names:
        inner = inner.get(name) if isinstance(inner, dict) else None
    return inner if isinstance(inner, dict) else {}


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _first(value: object) -> str | None:
    """A list of options, of which DIWI's export has one, or the option itself."""
    if isinstance(value, list):
        return text_of(value[0]) or None if len(value) == 1 else None
    return text_of(value) or None


def project_of(record: Record) -> diwi.Project:
    """One feature as a project."""
    about = _loaded(record.get("projectgegevens"))
    basic, more = _part(about, "basisgegevens"), _part(about, "projectgegevens")
    row: dict[str, object] = {
        "plannaam": basic.get("naam"),
        "gemeente_naam": _first(_part(about, "locatie").get("gemeente")),
        "vertrouwelijk": text_of(more.get("vertrouwelijkheid")) or None,
        "plantype": text_of(more.get("plan_soort")) or None,
    }
    plan_id = about.get("diwi_id") if isinstance(about, dict) else None
    dates = {name: as_text(day) if day else None for name, day in _part(about, "planologische_planstatus").items()}
    project = diwi.Project(row, dates, status=text_of(more.get("status")), plan_id=text_of(plan_id))
    end = text_of(_part(about, "projectduur").get("eind_project")) or None
    blocks = _loaded(record.get("woning_blokken"))
    project.blocks = [_block(block, end) for block in blocks if isinstance(block, dict)] if isinstance(blocks, list) else []
    return project


def _block(block: Mapping[str, Any], project_end: str | None) -> diwi.Block:
    change = _part(block, "mutatiegegevens")
    count = change.get("aantal")
    imports = "name" in block
    kinds = _part(block, "woning_type")
    flats, houses = kinds.get("meergezinswoning"), kinds.get("eengezinswoning")
    if text_of(change.get("woning_type")) == "MEERGEZINSWONING":
        flats = count
    elif text_of(change.get("woning_type")) == "EENGEZINSWONING":
        houses = count
    end = text_of(block.get("einddatum")) or (project_end if imports else None)
    name = text_of(block.get("naam")) or text_of(block.get("name"))
    kind = _KINDS.get(text_of(change.get("mutatie_type")).casefold())
    return diwi.Block(name, kind, count, [(end, count)], flats, houses, _prices(block, change, count))


def _prices(block: Mapping[str, Any], change: Mapping[str, Any], count: object) -> list[diwi.Price]:
    worth = block.get("waarde")
    if isinstance(worth, dict):  # the import form: one owner and one range for the whole block
        owner = _OWNERS.get(text_of(change.get("eigendom_type")))
        return (
            [diwi.Price(owner, count, _number(worth.get("laag")), _number(worth.get("hoog")), text_of(worth.get("categorie")))]
            if owner
            else []
        )
    prices = []
    for entry in worth if isinstance(worth, list) else []:
        if isinstance(entry, dict):
            exact = _number(entry.get("waarde"))
            low, high = (exact, exact) if exact is not None else (_number(entry.get("laag")), _number(entry.get("hoog")))
            owner = _OWNERS.get(text_of(entry.get("eigendom_type")))
            prices.append(diwi.Price(owner, entry.get("aantal"), low, high, text_of(entry.get("categorie"))))
    return prices


def flatten(
    records: Sequence[Record], details: Mapping[str, Sequence[Record]], peildatum: Peildatum, limits: PriceLimits = PUBLISHED
) -> Flat:
    """One flat row per project."""
    flat = Flat()
    for record in records:
        row, extra = diwi.flatten(project_of(record), peildatum, limits)
        flat.rows.append(row)
        flat.extras.append(extra)
    flat.remarks += diwi.lacking(flat.extras, peildatum.year, limits)
    return flat


FORMAT: KnownFormat = KnownFormat(
    "DIWI GeoJSON",
    (("plan_id", "diwi_id"), *diwi.FILLS),
    (*diwi.CANNOT, "Plannen die met een bestand in DIWI kwamen hebben in de uitvoer geen polygoon; zij staan bij ‘Nog te tekenen’."),
    recognise=lambda columns: {"projectgegevens", "woning_blokken"} <= set(columns),
    flatten=flatten,
    priced=lambda limits: replace(FORMAT, flatten=partial(flatten, limits=limits)),
)
