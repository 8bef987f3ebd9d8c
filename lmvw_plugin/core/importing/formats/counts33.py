# SPDX-License-Identifier: GPL-2.0-or-later
"""The 33 counts per year that Zuid-Holland, Gelderland and Utrecht share: woningtype times price class.

Only the margins are data. The cells are an estimate of the system that wrote them, so they are never used by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from ...basisset.peildatum import Peildatum
from ...basisset.values import as_text
from ...i18n import tr
from ..imported import PHASING
from .known import Record, year_of
from .tally import Tally

TYPES = {"meergezins": "meergezins", "eengezins": "eengezins", "onbekend": "woningtype_onbekend"}
PRICES = ("koop1", "koop2", "koop3", "koop4", "koop_onb", "huur1", "huur2", "huur3", "huur4", "huur_onb", "onbekend")
_CERTAIN = {
    "koop_betaalbaar": ("koop1", "koop2"),
    "prijs_overig": ("koop3", "koop4", "huur4"),
    "prijs_onbekend": ("koop_onb", "huur_onb", "onbekend"),
}  # fmt: skip
_RENT = (("huur_sociaal", ("huur1", "huur2")), ("huur_midden", ("huur3",)))
_SEGMENTS = {price: (veld,) for veld, prices in _CERTAIN.items() for price in prices} | {
    price: (f"{segment}_corporatie", f"{segment}_markt") for segment, prices in _RENT for price in prices
}

FILLS = (
    ("bruto_totaal", "som van de 33 aantallen van de jaren vanaf de peildatum"),
    ("sloop_totaal", "som van de 33 sloopaantallen van de jaren vanaf de peildatum"),
    ("fasering_bruto", "dezelfde som per jaar; de jaren van een periode zijn opgeteld"),
    ("meergezins", "som over de prijsklassen (randtotaal)"),
    ("eengezins", "som over de prijsklassen (randtotaal)"),
    ("woningtype_onbekend", "som over de prijsklassen (randtotaal)"),
    ("koop_betaalbaar", "koop1 + koop2 (randtotaal); let op het jaar van de grens in de bron"),
    ("prijs_overig", "koop3 + koop4 + huur4 (randtotaal)"),
    ("prijs_onbekend", "koop_onb + huur_onb + onbekend (randtotaal)"),
    ("huur_sociaal_corporatie", "het aantal van de corporatie, alleen zonder sloop en zonder opgeleverde woningen; de rest is markt"),
    ("huur_midden_corporatie", "idem voor middenhuur"),
)
CANNOT = (
    "De losse cellen van woningtype maal prijs zijn schattingen van het bronsysteem; alleen de randtotalen zijn gebruikt.",
    "‘bouw_gerealiseerd’ is niet gebruikt: de bron vult het omgekeerd in. Wat is opgeleverd volgt uit het jaartal.",
    "Gerealiseerd en vervallen staan niet in deze bron; kijk voor gerealiseerd in de BAG.",
    "Instandhouding (25 jaar, 10 jaar), overige ouderenwoningen en de vragen over 55-plus staan niet in deze bron.",
)


# The columns of a plan that the two provinces name alike.
_SHARED = {
    "plannaam": "plannaam",
    "gemeente_naam": "gemeente",
    "vertrouwelijk": "vertrouwelijkheid",
    "plantype": "plantype",
    "planstatus": "status_planologisch",
    "toelichting": "opmerkingen_basis",
}


def shared(record: Record) -> dict[str, object]:
    """The fields of a plan that Zuid-Holland and Gelderland have under the same column names."""
    return {veld: record.get(column) for veld, column in _SHARED.items()}


def is_year_row(columns: Iterable[str]) -> bool:
    """The columns hold the 33 counts of a year."""
    return {"jaartal", "meergezins_koop1", "eengezins_huur1", "onbekend_onbekend"} <= set(columns)


def add_years(tally: Tally, years: Iterable[Record], peildatum: Peildatum, corporation: tuple[int | None, int | None]) -> None:
    """Put the margins of all years into the tally.

    :param corporation: social and middle rent of housing corporations over the whole plan, built minus demolished.
    """
    classes: dict[str, int] = dict.fromkeys(PRICES, 0)
    mixed = False
    for record in years:
        said = as_text(record.get("jaartal") or "")
        year = year_of(record.get("jaartal")) or year_of(said)
        realised = year is not None and year < peildatum.year
        in_year = {total: (total, *filter(None, (tally.slot(total, year),))) for total in PHASING}
        cells, gone = dict[tuple[str, str], int](), 0
        for kind, price in product(TYPES, PRICES):
            # What was delivered is no part of the rest capacity, readable or not.
            parts = (PHASING["bruto_totaal"],) if realised else (*in_year["bruto_totaal"], TYPES[kind], *_SEGMENTS[price])
            cells[kind, price] = tally.number(record.get(f"{kind}_{price}"), f"{kind}_{price} {said}", *parts) or 0
            column = f"sloop_{kind}_{price}"
            demolished = tally.number(
                record.get(column), f"{column} {said}", *((PHASING["sloop_totaal"],) if realised else in_year["sloop_totaal"])
            )
            gone += demolished or 0
            mixed = mixed or (demolished is None and record.get(column) not in (None, ""))
        built, undated = sum(cells.values()), "" if year or not said else f" {said}"
        tally.phase("bruto_totaal", year, built, tr("33 aantallen") + undated, realised)
        tally.phase("sloop_totaal", year, gone, tr("33 sloopaantallen") + undated, realised)
        mixed = mixed or gone > 0 or (realised and built > 0)
        for kind, veld in TYPES.items():
            tally.add(veld, sum(cells[kind, price] for price in PRICES), f"{kind}_*", tally.realised if realised else "")
        margin = {price: sum(cells[kind, price] for kind in TYPES) for price in PRICES}
        for veld, prices in _CERTAIN.items():
            tally.add(veld, sum(margin[price] for price in prices), " + ".join(prices), tally.realised if realised else "")
        for price in PRICES:
            classes[price] += 0 if realised else margin[price]
    for (segment, prices), of_corporation in zip(_RENT, corporation, strict=True):
        _add_rent(tally, segment, prices, sum(classes[price] for price in prices), of_corporation, mixed)


def _add_rent(tally: Tally, segment: str, prices: tuple[str, ...], count: int, of_corporation: int | None, mixed: bool) -> None:
    column = " + ".join(prices)
    if count == 0:
        share: int | None = 0
    elif mixed or of_corporation is None or not 0 <= of_corporation <= count:
        share = None
    else:
        share = of_corporation
    if share is None:
        why = (
            tr("het aantal van de corporatie telt sloop of opgeleverde woningen mee")
            if mixed
            else tr("het aantal van de corporatie ontbreekt of past niet")
        )
        tally.add(f"{segment}_corporatie", count, column, tr("verdeel zelf over corporatie en markt: {why}").format(why=why))
    else:
        tally.add(f"{segment}_corporatie", share, column)
        tally.add(f"{segment}_markt", count - share, column)
