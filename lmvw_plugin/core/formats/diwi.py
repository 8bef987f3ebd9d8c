# SPDX-License-Identifier: GPL-2.0-or-later
"""A DIWI project as a plan: blocks of dwellings with one delivery date each, status by date, prices by range."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .. import paths
from ..codelists import read_rows
from ..i18n import tr
from ..import_plans import Extra
from ..peildatum import Peildatum
from .known import year_of
from .tally import Tally

BUILD, DEMOLISH = "bouw", "sloop"
OWNER, LANDLORD, CORPORATION = "koop", "markt", "corporatie"
# In the order of time that DIWI checks; on one day the later one counts.
_STATUS_ORDER = ("4A", "4B", "3", "2A", "2B", "2C", "1A", "1B", "1C")
_CODE = re.compile(r"[\s_]*(?:([124])\s*([ABC])|(3))(?![0-9A-Za-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Price:
    """Dwellings of one owner in one price range, in euro; ``category`` is the municipality's own name of a range."""

    owner: str | None
    count: int
    low: float | None = None
    high: float | None = None
    category: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of dwellings. ``parts``: dwellings by date (ISO, or None); one date in GeoJSON, more in Excel."""

    name: str
    kind: str | None
    count: int | None
    parts: Sequence[tuple[str | None, int]] = ()
    flats: int = 0
    houses: int = 0
    prices: Sequence[Price] = ()


@dataclass(slots=True)
class Project:
    """What the GeoJSON and the Excel file say in common."""

    row: dict[str, object]
    status_dates: Mapping[str, str | None]
    blocks: list[Block] = field(default_factory=list)
    status: str = ""
    plan_id: str = ""


def code_of(name: str) -> str | None:
    """The planstatus at the start of a key or header; the words behind it were swapped between systems."""
    found = _CODE.match(name)
    return (found[3] or found[1] + found[2].upper()) if found else None


def current_status(dates: Mapping[str, str | None], peildatum: Peildatum) -> str | None:
    """The status with the latest start that is not after the peildatum."""
    reached = [
        (day[:10], _STATUS_ORDER.index(code), code)
        for name, day in dates.items()
        if day and (code := code_of(name)) is not None and day[:10] <= str(peildatum)
    ]
    return max(reached)[2] if reached else None


def flatten(project: Project, peildatum: Peildatum) -> tuple[dict[str, object], Extra]:
    """The flat row of a project and what was left aside."""
    tally = Tally(peildatum)
    tally.row |= project.row
    tally.row["planstatus"] = current_status(project.status_dates, peildatum)
    later = [f"{name} ({day[:10]})" for name, day in project.status_dates.items() if day]
    if later and tally.row["planstatus"] is None:
        tally.leave("planstatus", tr("planologische planstatus"), ", ".join(later), tr("begint pas na de peildatum; kies de status zelf"))
    if project.status.casefold() in ("realized", "afgerond"):
        why = tr("betekent alleen dat de einddatum voorbij is; kijk in de BAG of alle woningen in gebruik zijn")
        tally.leave("gerealiseerd", tr("status"), project.status, why)
    elif project.status.casefold() in ("terminated", "afgebroken"):
        tally.leave("vervallen", tr("status"), project.status, tr("kan vervallen betekenen; vul in of het plan definitief niet doorgaat"))
    for block in project.blocks:
        _add_block(tally, block, peildatum)
    return tally.close(project.plan_id)


def _add_block(tally: Tally, block: Block, peildatum: Peildatum) -> None:
    if block.kind is None or block.count is None:
        tally.leave(
            "bruto_totaal",
            tr("blok ‘{name}’").format(name=block.name),
            tr("geen aantal"),
            tr("soort of aantal van dit blok is niet ingevuld"),
        )
        return
    total = "bruto_totaal" if block.kind == BUILD else "sloop_totaal"
    column = tr("blok ‘{name}’").format(name=block.name)
    done = 0
    undivided = block.count - sum(count for _, count in block.parts)
    for day, count in (*block.parts, *(((None, undivided),) if undivided > 0 else ())):
        realised = day is not None and day[:10] < str(peildatum)
        tally.phase(total, year_of(day), count, column, realised)
        done += count if realised else 0
    if undivided < 0:
        tally.leave(total, column, block.count, tr("de opleverjaren tellen op tot meer dan het aantal van het blok"))
        tally.add(total, undivided, column)
    if block.kind != BUILD:
        return
    if 0 < done < block.count:
        reason = tr("een deel van het blok is al opgeleverd; verdeel de rest zelf")
        for veld, count in (
            ("meergezins", block.flats),
            ("eengezins", block.houses),
            ("woningtype_onbekend", block.count - block.flats - block.houses),
        ):
            if count:
                tally.add(veld, count, column, reason)
        tally.add("prijs_onbekend", block.count, column, reason)
        return
    why = tally.realised if done else ""
    unknown = block.count - block.flats - block.houses
    if unknown < 0:
        tally.leave(
            "woningtype_onbekend", column, block.flats + block.houses, tr("de woningtypen tellen op tot meer dan het aantal van het blok")
        )
    for veld, count in (("meergezins", block.flats), ("eengezins", block.houses), ("woningtype_onbekend", max(unknown, 0))):
        tally.add(veld, count, column, why)
    _add_prices(tally, block, column, why, peildatum.year)


_PRICE_FIELDS = (
    "koop_betaalbaar", "huur_sociaal_corporatie", "huur_midden_corporatie", "huur_sociaal_markt", "huur_midden_markt", "prijs_overig", "prijs_onbekend",
)  # fmt: skip


def _add_prices(tally: Tally, block: Block, column: str, why: str, year: int) -> None:
    rest = (block.count or 0) - sum(price.count for price in block.prices)
    if rest < 0:
        tally.leave(
            "prijs_onbekend",
            column,
            sum(price.count for price in block.prices),
            tr("de prijzen tellen op tot meer dan het aantal van het blok"),
        )
    if not why:
        for veld in _PRICE_FIELDS:
            tally.add(veld, 0, column)
    for price in (*block.prices, *((Price(None, rest),) if rest > 0 else ())):
        veld, reason = place_price(price, year)
        tally.add(veld, price.count, column, why or reason)


def limits(year: int) -> dict[str, float]:
    """The price limits of a year that are known."""
    for row in read_rows(paths.PRICE_LIMITS):
        if row["jaar"] == str(year):
            return {name: float(text) for name, text in row.items() if name.endswith("_tot") and text}
    return {}


def place_price(price: Price, year: int) -> tuple[str, str]:
    """The segment of a price, and a reason when it cannot be said."""
    if price.owner is None or (price.low is None and price.high is None):
        reason = (
            tr("prijsklasse ‘{name}’ heeft geen bedragen; kies zelf het segment").format(name=price.category)
            if price.category and price.owner
            else ""
        )
        return "prijs_onbekend", reason
    bounds = [("koop_betaalbaar", "betaalbare_koop_tot")] if price.owner == OWNER else [
        (f"huur_sociaal_{price.owner}", "sociale_huur_tot"), (f"huur_midden_{price.owner}", "middenhuur_tot")]  # fmt: skip
    known = limits(year)
    for veld, name in bounds:
        limit = known.get(name)
        if limit is None:
            return "prijs_onbekend", tr("de prijsgrens van {year} is niet bekend in de plugin; kies zelf het segment").format(year=year)
        if price.high is not None and price.high <= limit:
            return veld, ""
        if price.low is None or price.low <= limit:
            why = tr("prijsklasse {range} loopt over de grens van € {limit:.2f}; kies zelf het segment")
            return "prijs_onbekend", why.format(range=_range(price), limit=limit)
    return "prijs_overig", ""


def _range(price: Price) -> str:
    low, high = (tr("onbekend") if value is None else f"{value:g}" for value in (price.low, price.high))
    return low if low == high else f"{low}–{high}"


FILLS: Iterable[tuple[str, str]] = (
    ("plannaam", "naam van het project"),
    ("plantype", "plan soort"),
    ("planstatus", "de planologische status met de laatste begindatum die niet na de peildatum ligt; alleen de code telt"),
    ("vertrouwelijk", "vertrouwelijkheid; alleen Openbaar is zeker (nee), de andere niveaus kiest u zelf"),
    ("bruto_totaal", "aantallen van de bouwblokken die niet vóór de peildatum zijn opgeleverd"),
    ("sloop_totaal", "idem van de sloopblokken"),
    ("fasering_bruto", "jaar van de einddatum van elk blok; de jaren van een periode zijn opgeteld"),
    ("meergezins", "woningtype per blok"),
    ("eengezins", "woningtype per blok"),
    ("woningtype_onbekend", "wat van een blok overblijft"),
    ("koop_betaalbaar", "eigendom en prijs per blok, naar de grenzen van het peiljaar; zonder prijs of eigendom: onbekend"),
)
CANNOT = (
    "Gerealiseerd volgt niet uit de projectstatus: die zegt alleen dat de einddatum voorbij is. Kijk in de BAG.",
    "Vervallen plannen staan niet in een uitvoer van DIWI; vergelijk met de vorige levering.",
    "Tijdelijke woningen, nultreden, geclusterd en zorggeschikt zijn in DIWI alleen maatwerk; vul ze zelf in.",
    "Instandhouding, overige ouderenwoningen en de vragen over 55-plus staan niet in DIWI.",
    "Een prijsklasse die over een landelijke grens loopt kan niet geplaatst worden en staat in de lijst hieronder.",
)
