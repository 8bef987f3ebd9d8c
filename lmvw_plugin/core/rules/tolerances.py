# SPDX-License-Identifier: GPL-2.0-or-later
"""The tolerances of the polygon check: below them nothing is said. Each has a unit, a default and a reason."""

from __future__ import annotations

from dataclasses import Field, dataclass, field, fields


def _tolerance(default: float, label: str, why: str) -> float:
    """A tolerance with the texts of its parameter (Dutch)."""
    return field(default=default, metadata={"label": label, "why": why})


@dataclass(frozen=True, slots=True)
class Tolerances:
    """What is small enough to pass. Metres, square metres or per cent, as the name says."""

    outside_m: float = _tolerance(
        1.0, "Buiten de gemeente: afstand tot de grens (m)",
        "Zo ver mag een plan over de gemeentegrens steken. Gebruik bij een gegeneraliseerde grens 50 m: die grens ligt zelf "
        "tientallen meters naast de echte.")  # fmt: skip
    overlap_m2: float = _tolerance(
        10.0, "Overlap: oppervlakte (m2)",
        "Een kleinere overlap komt van het tekenen. Een overlap telt als hij boven deze oppervlakte komt, of boven de breedte of het "
        "deel hieronder.")  # fmt: skip
    overlap_m: float = _tolerance(
        1.0, "Overlap: gemiddelde breedte (m)",
        "Een overlap die gemiddeld breder is, komt niet van het tekenen en telt ook als hij klein is.")  # fmt: skip
    overlap_percent: float = _tolerance(
        5.0, "Overlap: deel van het kleinste plan (%)",
        "Een overlap die een groter deel van het kleinste plan is, telt ook als hij klein is.")  # fmt: skip
    gap_m: float = _tolerance(
        0.5, "Kier of strook: breedte (m)",
        "Een smallere kier tussen twee buurplannen, of een smallere strook overlap, is een tekenfout. 0 zoekt er niet naar.")  # fmt: skip
    gap_m2: float = _tolerance(
        2.0, "Kier of strook: oppervlakte (m2)", "Een kleinere kier of strook wordt niet gemeld.")  # fmt: skip
    far_m: float = _tolerance(
        5000.0, "Losse delen: afstand (m)",
        "Een deel dat verder van het grootste deel van hetzelfde plan ligt, is vermoedelijk verschoven.")  # fmt: skip
    duplicate_m: float = _tolerance(
        0.001, "Dubbele hoekpunten: afstand (m)",
        "Twee opeenvolgende hoekpunten die niet verder uit elkaar liggen, zijn samen één punt; een millimeter is de precisie van RD.")  # fmt: skip
    spike_m: float = _tolerance(
        0.10, "Uitschieter: breedte (m)",
        "Een uitschieter is een punt waar de grens heen en terug loopt binnen deze breedte.")  # fmt: skip
    spike_degrees: float = _tolerance(
        2.0, "Uitschieter: hoek (graden)",
        "Alleen een scherpere hoek telt als uitschieter; zo blijven echte scherpe percelen buiten schot.")  # fmt: skip
    speck_m2: float = _tolerance(
        1.0, "Snippers en gaatjes: oppervlakte (m2)",
        "Een los deel of een gat dat kleiner is, blijft vaak over na knippen.")  # fmt: skip
    needle_m: float = _tolerance(
        0.5, "Naalddeel: gemiddelde breedte (m)",
        "Een deel dat gemiddeld smaller is, is geen bouwplaats maar een restje.")  # fmt: skip
    dense_m: float = _tolerance(
        0.01, "Overbodige hoekpunten: afwijking (m)",
        "Een hoekpunt dat niet verder naast de lijn tussen zijn buren ligt, voegt niets toe.")  # fmt: skip
    tiny_m2: float = _tolerance(
        100.0, "Klein vierkant: oppervlakte (m2)",
        "Een rechthoek die kleiner is dan een kavel, is vermoedelijk een aanduiding en geen plangebied.")  # fmt: skip


USUAL = Tolerances()


@dataclass(frozen=True, slots=True)
class Limits:
    """A change above one of these is made, and flagged for a person to look at."""

    area_m2: float = 1.0  # gained plus lost
    move_m: float = 0.1  # how far a new border point lies from the old border


def usual(name: str) -> float:
    """The default of a tolerance."""
    return float(getattr(USUAL, name))


def explained() -> tuple[Field[float], ...]:
    """The tolerances with their texts, in the order of the class."""
    return fields(Tolerances)
