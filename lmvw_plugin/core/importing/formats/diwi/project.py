# SPDX-License-Identifier: GPL-2.0-or-later
"""A DIWI project as a plan: blocks of dwellings with one delivery date each, status by date, prices by range."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

from ....basisset import fields as b
from ....basisset.peildatum import Peildatum
from ....basisset.prices.euros import euro
from ....basisset.prices.limits import PUBLISHED, SEGMENTS, PriceLimits
from ....i18n import joined, several, tr
from ...imported import PHASING, Extra
from ..known import day_of, year_of
from ..tally import Tally

BUILD, DEMOLISH = "bouw", "sloop"
OWNER, LANDLORD, CORPORATION = "koop", "markt", "corporatie"
_CODE = re.compile(r"[\s_]*(?:([124])\s*([ABC])|(3))(?![0-9A-Za-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Price:
    """Dwellings of one owner in one price range, in euro; ``category`` is the municipality's own name of a range."""

    owner: str | None
    count: object
    low: float | None = None
    high: float | None = None
    category: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of dwellings, the counts as they stand in the source. ``parts``: dwellings by date; one in GeoJSON, more in Excel."""

    name: str
    kind: str | None
    count: object
    parts: Sequence[tuple[str | None, object]] = ()
    flats: object = None
    houses: object = None
    prices: Sequence[Price] = ()


@dataclass(slots=True)
class Project:
    """What the GeoJSON and the Excel file say in common."""

    row: dict[str, object]
    status_dates: Mapping[str, str | None]
    blocks: list[Block] = field(default_factory=list)
    status: str = ""
    plan_id: str = ""
    other: list[tuple[str, str, object]] = field(default_factory=list)  # field, where, value: what another row says otherwise


def code_of(name: str) -> str | None:
    """The planstatus at the start of a key or header; the words behind it were swapped between systems."""
    parts = _CODE.match(name)
    return (parts[3] or parts[1] + parts[2].upper()) if parts else None


def current_status(dates: Mapping[str, str | None], peildatum: Peildatum) -> str | None:
    """The status with the latest start that is not after the peildatum; the dates are ISO texts.

    On one day the later one counts, in the order of time that DIWI checks: 4A, 4B, 3, 2A to 2C, 1A to 1C.
    """
    reached = [
        (day, -int(code[0]), code)
        for name, text in dates.items()
        if (day := day_of(text)) and (code := code_of(name)) is not None and day <= str(peildatum)
    ]
    return max(reached)[2] if reached else None


def flatten(project: Project, peildatum: Peildatum, limits: PriceLimits = PUBLISHED) -> tuple[dict[str, object], Extra]:
    """The flat row of a project and what was left aside."""
    tally = Tally(peildatum)
    tally.row |= project.row
    _add_status(tally, project.status_dates, peildatum)
    for veld, where, value in project.other:
        tally.leave(veld, where, value, tr("een eerdere rij van dit project zegt iets anders; die is gebruikt"))
    if project.status.casefold() in ("realized", "afgerond"):
        why = tr("betekent alleen dat de einddatum voorbij is; kijk in de BAG of alle woningen in gebruik zijn")
        tally.leave("gerealiseerd", tr("status"), project.status, why)
    elif project.status.casefold() in ("terminated", "afgebroken"):
        tally.leave("vervallen", tr("status"), project.status, tr("kan vervallen betekenen; vul in of het plan definitief niet doorgaat"))
    for block in project.blocks:
        _add_block(tally, block, peildatum, limits)
    return tally.close(project.plan_id)


def _add_status(tally: Tally, dates: Mapping[str, str | None], peildatum: Peildatum) -> None:
    """The current status; left to a person when it starts later, or when a date that may decide cannot be read."""
    said = {name: text for name, text in dates.items() if text}
    tally.row["planstatus"] = current_status(said, peildatum)
    if any(day_of(text) is None for text in said.values()):
        tally.row["planstatus"], why = None, tr("heeft een begin dat geen datum is (jjjj-mm-dd); kies de status zelf")
    else:
        why = tr("begint pas na de peildatum; kies de status zelf")
    if said and tally.row["planstatus"] is None:
        shown = ", ".join(f"{name} ({day_of(text) or text})" for name, text in said.items())
        tally.leave("planstatus", tr("planologische planstatus"), shown, why)


_TYPES = ("meergezins", "eengezins", "woningtype_onbekend")


def _add_block(tally: Tally, block: Block, peildatum: Peildatum, limits: PriceLimits) -> None:
    """One block; a count that cannot be read is listed, and empties the fields that it is a part of."""
    total = "sloop_totaal" if block.kind == DEMOLISH else "bruto_totaal"
    column = tr("blok ‘{name}’").format(name=block.name)
    of_all = (total, *b.phasing(total), *((*_TYPES, *_PRICE_FIELDS) if total == "bruto_totaal" else ()))
    size = tally.number(block.count, column, *of_all)
    if size is None and block.count is not None:
        return
    parts = [
        (day, number)
        for day, raw in block.parts
        if (number := tally.number(raw, column, tally.slot(total, year_of(day_of(day))) or PHASING[total])) is not None
    ]
    if block.kind is None or size is None:
        known = size if size is not None else sum(number for _, number in parts)
        reason = tr("soort of aantal van dit blok is niet ingevuld")
        if known:
            tally.add(total, known, column, reason)
        else:
            tally.leave(total, column, tr("geen aantal"), reason)
        return
    done, unfinished = 0, not parts
    undivided = size - sum(number for _, number in parts)
    for text, number in (*parts, *(((None, undivided),) if undivided > 0 else ())):
        day = day_of(text)
        realised = day is not None and day < str(peildatum)
        tally.phase(total, year_of(day), number, column if day or not text else f"{column} {text}", realised)
        done += number if realised else 0
        unfinished = unfinished or not realised
    if undivided < 0:
        tally.leave(total, column, size, tr("de opleverjaren tellen op tot meer dan het aantal van het blok"))
        tally.add(total, undivided, column)
    if block.kind != BUILD:
        return
    flats, houses = (tally.number(raw, column, veld, *_TYPES) or 0 for veld, raw in zip(_TYPES, (block.flats, block.houses), strict=False))
    unknown = size - flats - houses
    if 0 < done < size:
        reason = tr("een deel van het blok is al opgeleverd; verdeel de rest zelf")
        for veld, number in zip(_TYPES, (flats, houses, unknown), strict=True):
            if number:
                tally.add(veld, number, column, reason)
        tally.add("prijs_onbekend", size, column, reason)
        return
    why = "" if unfinished else tally.realised
    if unknown < 0:
        tally.leave("woningtype_onbekend", column, flats + houses, tr("de woningtypen tellen op tot meer dan het aantal van het blok"))
    for veld, number in zip(_TYPES, (flats, houses, max(unknown, 0)), strict=True):
        tally.add(veld, number, column, why)
    _add_prices(tally, block.prices, size, column, why, partial(place_price, year=peildatum.year, limits=limits))


_PRICE_FIELDS = (
    "koop_betaalbaar", "huur_sociaal_corporatie", "huur_midden_corporatie", "huur_sociaal_markt", "huur_midden_markt", "prijs_overig", "prijs_onbekend",
)  # fmt: skip


def _add_prices(
    tally: Tally, prices: Sequence[Price], size: int, column: str, why: str, segment_of: Callable[[Price], tuple[str, str]]
) -> None:
    counted = [(price, number) for price in prices if (number := tally.number(price.count, column, "prijs_onbekend", *_PRICE_FIELDS))]
    rest = size - sum(number for _, number in counted)
    if rest < 0:
        tally.leave("prijs_onbekend", column, size - rest, tr("de prijzen tellen op tot meer dan het aantal van het blok"))
    if not why:
        for veld in _PRICE_FIELDS:
            tally.add(veld, 0, column)
    for price, number in (*counted, *(((Price(None, rest), rest),) if rest > 0 else ())):
        veld, reason = segment_of(price)
        tally.add(veld, number, column, why or reason)


def place_price(price: Price, year: int, limits: PriceLimits = PUBLISHED) -> tuple[str, str]:
    """The segment of a price, and a reason when it cannot be said."""
    if price.owner is None or (price.low is None and price.high is None):
        reason = (
            tr("prijsklasse ‘{name}’ heeft geen bedragen; kies zelf het segment").format(name=price.category)
            if price.category and price.owner
            else ""
        )
        return "prijs_onbekend", reason
    bounds = [("koop_betaalbaar", "betaalbare_koop")] if price.owner == OWNER else [
        (f"huur_sociaal_{price.owner}", "sociale_huur"), (f"huur_midden_{price.owner}", "middenhuur")]  # fmt: skip
    low, high = (None if value is None else Decimal(str(value)) for value in (price.low, price.high))
    for veld, segment in bounds:
        limit = limits.at(segment, year)
        if limit is None:
            return "prijs_onbekend", _unknown(year)
        if high is not None and high <= limit.amount:
            return veld, ""
        if high is not None and low is not None and limit.amount < low and high <= limit.highest:
            why = tr("prijs {range} telt als middenhuur als de bouw start voor 1 januari {year}; kies zelf het segment")
            return "prijs_onbekend", why.format(range=_range(price), year=limit.started_before and limit.started_before.year)
        if low is None or low <= limit.highest:
            why = tr("prijsklasse {range} loopt over de grens van {limit}; kies zelf het segment")
            return "prijs_onbekend", why.format(range=_range(price), limit=euro(limit.amount))
    return "prijs_overig", ""


def _unknown(year: int) -> str:
    return tr("de prijsgrens van {year} is niet bekend; kies zelf het segment").format(year=year)


def lacking(extras: Iterable[Extra], year: int, limits: PriceLimits) -> list[str]:
    """A sentence when dwellings have a price of which nobody knows the limit."""
    count = sum(remark.amount for extra in extras for remark in extra.unplaced if remark.reason == _unknown(year))
    if not count:
        return []
    words = tr("Bij {dwellings} is het prijssegment niet bepaald: de grens van {year} is niet bekend voor {segments}. Geef haar op bij de opties "
               "van dit planbestand en importeer dan opnieuw.")  # fmt: skip
    segments = joined(tr(SEGMENTS[segment]).lower() for segment in limits.unknown(year))
    return [words.format(dwellings=several(count, "woning", "woningen"), year=year, segments=segments)]


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
    (_PRICE_FIELDS[0], "eigendom en prijs per blok, naar de grenzen van het peiljaar; zonder prijs of eigendom: onbekend"),
    *((veld, "idem") for veld in _PRICE_FIELDS[1:]),
)
CANNOT = (
    "Gerealiseerd volgt niet uit de projectstatus: die zegt alleen dat de einddatum voorbij is. Kijk in de BAG.",
    "Vervallen plannen staan niet in een uitvoer van DIWI; vergelijk met de vorige levering.",
    "Tijdelijke woningen, nultreden, geclusterd en zorggeschikt zijn in DIWI alleen maatwerk; vul ze zelf in.",
    "Instandhouding, overige ouderenwoningen en de vragen over 55-plus staan niet in DIWI.",
    "Een prijsklasse die over een landelijke grens loopt kan niet geplaatst worden en staat bij de niet overgenomen waarden.",
)
