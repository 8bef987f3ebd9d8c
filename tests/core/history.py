# SPDX-License-Identifier: GPL-2.0-or-later
"""A generated history with known answers: plans that are renamed, moved, merged, split, swapped, ended, and names that are used again.

A plan is a set of rectangles, so that areas and overlaps are known without a geometry library.
"""

import random
import uuid
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import sqrt

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.history.sides import Ground, Side
from tests.conftest import consistent_plan

FIELDS = frozenset(field.name for field in b.COLUMNS)
_FIRST = ("Kerk", "Molen", "Haven", "Stations", "Wilhelmina", "Linden", "Dorps", "Raadhuis", "Noorder", "Zuider", "Ooster", "Wester", "Schans",
          "Tuin", "Vijver", "Meent", "Hout", "Zand", "Klei", "Veen", "Brink", "Toren", "Markt", "Vaart", "Sluis")  # fmt: skip
_LAST = ("weg", "straat", "laan", "kwartier", "hof", "park", "dijk", "kade", "plein", "akker", "zoom", "rand")
_KIND = ("", "", "", " e.o.", " fase 1", " fase 2", " Noord", " Zuid", " (school)", " 12-18", " inbreiding")


@dataclass
class Known:
    """A plan as it is: which one, its values, and its rectangles (x, y, wide, high in metres)."""

    key: int
    values: dict
    rects: list


@dataclass
class Year:
    """A delivery, with what became of the plans since the one before: by key, which plans of then a plan of now is or came from."""

    peildatum: Peildatum
    plans: list
    origin: dict = field(default_factory=dict)  # key now -> set of keys then
    kinds: dict = field(default_factory=dict)  # key now (or then, of what is gone) -> kind

    def side(self, title="levering", ids=True, numbers=True):
        plans = [dict(one.values) for one in self.plans]
        for plan in plans:
            plan["plan_id"] = plan["plan_id"] if ids else None
            plan["plannummer"] = plan["plannummer"] if numbers else None
        return Side(title, plans, FIELDS, self.peildatum)


class History:
    """Some years of plans of one municipality; the same seed gives the same."""

    def __init__(self, plans=300, seed=1):
        self.random = random.Random(seed)
        self.keys = self.cells = 0
        self.wide = int(sqrt(plans)) * 2 + 6
        self.names = set()
        first = [self.fresh() for _ in range(plans)]
        for one, other in zip(first[::40], first[1::40], strict=False):  # two plans in one building
            other.rects = one.rects
        self.years = [Year(Peildatum.parse("2024-01-01"), first)]

    def name(self):
        while True:
            name = self.random.choice(_FIRST) + self.random.choice(_LAST) + self.random.choice(_KIND)
            if name in self.names:
                name += f" {self.random.choice(_FIRST)}"
            if name not in self.names:
                self.names.add(name)
                return name

    def rect(self):
        self.cells += 1
        x, y = 100_000 + 400 * (self.cells % self.wide), 500_000 + 400 * (self.cells // self.wide)
        return (x + self.random.uniform(0, 60), y + self.random.uniform(0, 60), self.random.uniform(40, 230), self.random.uniform(40, 230))

    def fresh(self, name=None, rects=None):
        self.keys += 1
        values = consistent_plan(
            plan_id=str(uuid.UUID(int=self.random.getrandbits(128))), plannaam=name or self.name(), plannummer=str(1000 + self.keys)
        )
        return Known(self.keys, values | self.sizes(), rects or [self.rect()])

    def sizes(self):
        houses, flats = self.random.randrange(60), self.random.randrange(90)
        total = houses + flats
        years = [0] * 12
        for _ in range(4):
            years[self.random.randrange(4, 9)] += total // 4
        years[9] += total - sum(years)
        social = self.random.randrange(total + 1)
        return {
            "bruto_totaal": total, "eengezins": houses, "meergezins": flats, "woningtype_onbekend": 0, "huur_sociaal_corporatie": social,
            **dict.fromkeys(b.phasing("sloop_totaal"), 0),
            "prijs_overig": total - social, "koop_betaalbaar": 0, "sloop_totaal": self.random.choice((0, 0, 0, 5, 11)),
            "plantype": self.random.choice(("verdichting", "uitbreiding_uitleg", "herstructurering")),
            "planstatus": self.random.choice(("1A", "2A", "3", "4A")), **dict(zip(b.phasing("bruto_totaal"), years, strict=True)),
        }  # fmt: skip

    def next(self, months=12):
        """One delivery on."""
        roll, before = self.random, self.years[-1]
        year = Year(Peildatum.parse(f"{before.peildatum.year + months // 12}-01-01"), [])
        live = [one for one in before.plans if not (one.values["gerealiseerd"] or one.values["vervallen"])]
        for one in before.plans:
            if one not in live:
                year.kinds[one.key] = "vervallen" if one.values["vervallen"] else "gerealiseerd"
        roll.shuffle(live)
        many = len(live)

        def take(share, live=live, many=many):
            return [live.pop() for _ in range(max(1, int(share * many)))]

        def keep(one, kind, values=None, rects=None):
            slots = b.phasing("bruto_totaal")  # a year on: what was the second year is the first
            years = {slot: one.values[following] for slot, following in pairwise(slots[:10])} | {slots[9]: 0} if months == 12 else {}
            year.plans.append(replace(one, values=one.values | years | (values or {}), rects=rects or one.rects))
            year.origin[one.key], year.kinds[one.key] = {one.key}, kind

        gone = take(0.03)
        for one in gone:
            year.kinds[one.key] = "verdwenen"
        for ending, share in (("gerealiseerd", 0.04), ("vervallen", 0.03)):
            for one in take(share):
                empty = dict.fromkeys(FIELDS - b.OF_FINISHED)
                keep(one, ending, empty | {ending: True})
                if ending == "vervallen" and roll.random() < 0.6:  # art. 6.d
                    new = self.fresh(rects=[roll.choice((one.rects[0], (*one.rects[0][:2], 30.0, one.rects[0][3])))])
                    year.plans.append(new)
                    year.kinds[new.key] = "nieuw"
        for one in take(0.04):
            x, y, wide, high = one.rects[0]
            parts = [(x, y, wide * 0.45, high), (x + wide * 0.45, y, wide * 0.55, high)]
            total = one.values["bruto_totaal"]
            first = self.fresh(f"{one.values['plannaam']} A" if roll.random() < 0.5 else one.values["plannaam"], parts[:1])
            second = self.fresh(f"{one.values['plannaam']} B", parts[1:])
            first.values |= {"bruto_totaal": total // 2}
            second.values |= {"bruto_totaal": total - total // 2}
            for new in (first, second):
                year.origin[new.key] = {one.key}
                year.kinds[new.key] = "gesplitst"
                year.plans.append(new)
            first.values["plan_id"], first.values["plannummer"] = one.values["plan_id"], one.values["plannummer"]
        for one, other in zip(take(0.03), take(0.03), strict=True):
            new = self.fresh(roll.choice((one.values["plannaam"], None)), [*one.rects, *other.rects])
            new.values["bruto_totaal"] = one.values["bruto_totaal"] + other.values["bruto_totaal"]
            new.values["plan_id"], new.values["plannummer"] = one.values["plan_id"], one.values["plannummer"]
            year.origin[new.key], year.kinds[new.key] = {one.key, other.key}, "samengevoegd"
            year.plans.append(new)
        for one, other in zip(take(0.02), take(0.02), strict=True):
            keep(one, "verwisseld", {"plannaam": other.values["plannaam"]})
            keep(other, "verwisseld", {"plannaam": one.values["plannaam"]})
        for one in take(0.06):
            keep(one, "hernoemd", {"plannaam": self.name()})
        for one in take(0.05):
            name = one.values["plannaam"]
            keep(one, "hernoemd", {"plannaam": roll.choice((name.upper(), name + " ", name.replace("a", "aa", 1), f"{name} (wonen)"))})
            if year.plans[-1].values["plannaam"] == name:
                year.kinds[one.key] = "gelijk"
        for one in take(0.06):
            x, y, wide, high = one.rects[0]
            keep(
                one,
                "verplaatst",
                None,
                [(x + roll.uniform(1, 8), y - roll.uniform(1, 8), wide * roll.uniform(0.85, 1.2), high), *one.rects[1:]],
            )
        for one in take(0.02):
            keep(one, "verplaatst", None, [self.rect()])
        for one in take(0.03):
            x, y, wide, high = one.rects[0]
            keep(one, "hernoemd_verplaatst", {"plannaam": self.name()}, [(x + 3, y + 3, wide, high), *one.rects[1:]])
        for one in take(0.3):
            keep(one, "gewijzigd", {"bruto_totaal": one.values["bruto_totaal"] + roll.randrange(1, 9), "planstatus": "1A"})
        for one in live:
            keep(one, "gelijk")
        for _ in range(max(1, int(0.05 * many))):
            year.plans.append(self.fresh())
            year.kinds[year.plans[-1].key] = "nieuw"
        for one in gone[: len(gone) // 2]:
            year.plans.append(self.fresh(one.values["plannaam"]))
            year.kinds[year.plans[-1].key] = "naam_hergebruikt"
        roll.shuffle(year.plans)
        self.years.append(year)
        return year


def _common(one, other):
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    along = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return across * along if across > 0 and along > 0 else 0.0


def ground(then, now):
    """How the plans of two years lie to each other."""

    def spots(year):
        for one in year.plans:
            x, y, wide, high = one.rects[0]
            yield sum(rect[2] * rect[3] for rect in one.rects), (x + wide / 2, y + high / 2)

    cells = {}
    for place, one in enumerate(now.plans):
        for x, y, *_ in one.rects:
            cells.setdefault((x // 400, y // 400), set()).add(place)
    shared, equal = {}, set()
    for place, one in enumerate(then.plans):
        near = set().union(
            *(cells.get((x // 400 + dx, y // 400 + dy), ()) for x, y, *_ in one.rects for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        )
        for other in near:
            common = sum(_common(rect, rect2) for rect in one.rects for rect2 in now.plans[other].rects)
            if common:
                shared[place, other] = common
            if sorted(one.rects) == sorted(now.plans[other].rects):
                equal.add((place, other))
    return Ground(list(spots(then)), list(spots(now)), shared, frozenset(equal))
