# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plan map of a spatial plan (IMRO2008 and IMRO2012, Geonovum) says of a housing plan that lies in it: its planstatus, as a proposal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from ..importing.mapping.hints import PLAN_MAP, Hint

VELD = "planstatus"
# Plans and decisions by which dwellings may be built (typePlan); a visie, verordening or voorbereidingsbesluit is none.
_KINDS = (
    "bestemmingsplan", "rijksbestemmingsplan", "inpassingsplan", "uitwerkingsplan", "wijzigingsplan", "projectbesluit", "omgevingsvergunning",
)  # fmt: skip
_ABOUT_ONE_SUBJECT = ("paraplu", "facet")  # in the name: parking, short lets; it says nothing of building here
_PREPARED = ("concept", "voorontwerp", "ontwerp")
_STEPS = {"onherroepelijk": "1", "vastgesteld": "2"}  # what a geconsolideerde versie is, cannot be told
_HOUSING = ("wonen", "woongebied", "gemengd", "centrum")  # bestemmingshoofdgroepen in which dwellings are direct (SVBP2012)
_TO_WORK_OUT, _CHANGE = "uit te werken", "wijzigingsgebied"  # how SVBP2012 names them
COVERS = 0.98  # of a plan: what is drawn along one line twice differs this little
_COUNTS = 0.1  # of a plan: a bestemming that has less is a border drawn otherwise


class Part(Enum):
    """What a part of a plan map means for dwellings."""

    HOUSING = auto()  # direct
    TO_WORK_OUT = auto()  # after an uitwerking
    CHANGE = auto()  # after a wijziging by B en W
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class SpatialPlan:
    """A plan as its map says: ``NL.IMRO.0664.BPBS02-VG99``, its name, typePlan, planstatus, and the day of that as ``jjjj-mm-dd``."""

    identificatie: str
    naam: str
    soort: str
    status: str
    datum: str


@dataclass(frozen=True, slots=True)
class Lying:
    """Of a housing plan, by its own area (0 to 1), what lies in a spatial plan and in each kind of its parts; None where its map has no parts."""

    covered: float
    parts: dict[Part, float] | None = None


def part_of(hoofdgroep: str, naam: str) -> Part:
    """What an enkelbestemming means for dwellings."""
    if hoofdgroep.strip().casefold() not in _HOUSING:
        return Part.OTHER
    return Part.TO_WORK_OUT if _TO_WORK_OUT in naam.casefold() else Part.HOUSING


def is_change(naam: str) -> bool:
    """A gebiedsaanduiding in which B en W may change the plan."""
    return _CHANGE in naam.casefold()


def planstatus_of(plan: SpatialPlan, lying: Lying) -> str | None:
    """The code of the Basisset that follows for a housing plan; None where nothing does."""
    soort, status, naam = (text.strip().casefold() for text in (plan.soort, plan.status, plan.naam))
    parts = lying.parts
    if lying.covered < COVERS or soort not in _KINDS or (parts is None and any(word in naam for word in _ABOUT_ONE_SUBJECT)):
        return None
    letter = "A" if parts is None else _letter(parts)
    if letter is None:
        return None
    return "3" if status in _PREPARED else f"{_STEPS[status]}{letter}" if status in _STEPS else None


def _letter(parts: dict[Part, float]) -> str | None:
    direct, to_work_out = parts.get(Part.HOUSING, 0.0), parts.get(Part.TO_WORK_OUT, 0.0)
    if max(direct, to_work_out) >= _COUNTS:
        return "A" if direct >= to_work_out else "B"
    return "C" if parts.get(Part.CHANGE, 0.0) >= _COUNTS else None


def hint_of(maps: Iterable[tuple[SpatialPlan, Lying]]) -> Hint | None:
    """What the maps say of a housing plan: one that knows its bestemmingen before one that does not, and of those the latest."""
    said = [(plan, lying, code) for plan, lying in maps if (code := planstatus_of(plan, lying)) is not None]
    if not said:
        return None
    plan, _, code = max(said, key=lambda of_plan: (of_plan[1].parts is not None, of_plan[0].datum, of_plan[0].identificatie))
    words = ", ".join(filter(None, (_titled(plan), f"{plan.status} {plan.datum}".strip())))
    return Hint(VELD, plan.identificatie if plan.identificatie.startswith(PLAN_MAP) else PLAN_MAP + plan.identificatie, words, code)


def _titled(plan: SpatialPlan) -> str:
    return plan.naam if plan.naam.casefold().startswith(plan.soort.casefold()) else f"{plan.soort} {plan.naam}".strip()
