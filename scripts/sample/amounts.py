# SPDX-License-Identifier: GPL-2.0-or-later
"""The amounts of a plan, computed so that every sum of the Basisset is right by construction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.peildatum import PERIODS, YEARS, Peildatum

# What each kind of programme builds, in shares of the price segments. Segments that are not named get none.
PRICE_MIX: dict[str, Mapping[str, float]] = {
    "gemengd": {"huur_sociaal_corporatie": 30, "huur_sociaal_markt": 4, "huur_midden_corporatie": 5, "huur_midden_markt": 12,
                "koop_betaalbaar": 18, "prijs_overig": 31},
    "corporatie": {"huur_sociaal_corporatie": 70, "huur_midden_corporatie": 18, "koop_betaalbaar": 12},
    "sociaal": {"huur_sociaal_corporatie": 100},
    "koop": {"koop_betaalbaar": 34, "prijs_overig": 66},
    "vrij": {"prijs_overig": 100},
    "beleggers": {"huur_sociaal_markt": 22, "huur_midden_markt": 48, "koop_betaalbaar": 15, "prijs_overig": 15},
    "visie": {"huur_sociaal_corporatie": 30, "koop_betaalbaar": 15, "huur_midden_markt": 15, "prijs_overig": 10, "prijs_onbekend": 30},
    "onbekend": {"prijs_onbekend": 100},
}  # fmt: skip

KEPT = {"huur_sociaal_markt": 0.75, "huur_midden_markt": 0.6}  # share of market rent with an instandhoudingsplicht


def divide(total: int, shares: Sequence[float]) -> list[int]:
    """Whole numbers in proportion to the shares that add up to the total (largest remainder)."""
    exact = [total * share / sum(shares) for share in shares]
    whole = [int(value) for value in exact]
    by_remainder = sorted(range(len(shares)), key=lambda k: (whole[k] - exact[k], k))
    for k in by_remainder[: total - sum(whole)]:
        whole[k] += 1
    return whole


def phased(total_name: str, total: int, first: int, years: int, peildatum: Peildatum) -> dict[str, int]:
    """The phasing of a total over calendar years, fewer in the first and the last year."""
    shares = [0.6 if year in (0, years - 1) else 1.0 for year in range(years)]
    per_year = {first + number: amount for number, amount in enumerate(divide(total, shares))}
    spans = [peildatum.span(slot) for slot in range(YEARS + PERIODS)]
    return {
        name: sum(amount for year, amount in per_year.items() if start <= year <= end)
        for name, (start, end) in zip(b.phasing(total_name), spans, strict=True)
    }


def dwelling_types(bruto: int, flats: float, unknown: float) -> dict[str, int]:
    """Meergezins, eengezins and unknown; the shares of flats and unknown run from 0 to 1."""
    shares = [flats * (1 - unknown), (1 - flats) * (1 - unknown), unknown]
    return dict(zip(("meergezins", "eengezins", "woningtype_onbekend"), divide(bruto, shares), strict=True))


def prices(bruto: int, mix: str) -> dict[str, int]:
    """The price segments, and the parts of market rent that stay available."""
    segments = b.SUM_OF["A5"].parts
    amounts = dict(zip(segments, divide(bruto, [PRICE_MIX[mix].get(name, 0) for name in segments]), strict=True))
    for field in b.COUNTS:
        if field.part_of in KEPT:
            amounts[field.name] = int(amounts[field.part_of] * KEPT[field.part_of])
    return amounts


def elderly(nultreden: int, clustered: int, care: int, other: int) -> dict[str, object]:
    """Dwellings for the elderly; the 55-plus questions are answered where they apply."""
    return {
        "nultreden": nultreden,
        "nultreden_geclusterd": clustered,
        "zorggeschikt": care,
        "ouderen_overig": other,
        "geclusterd_55plus": True if clustered else None,
        "zorg_55plus": True if care else None,
    }
