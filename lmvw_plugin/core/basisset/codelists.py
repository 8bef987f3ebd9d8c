# SPDX-License-Identifier: GPL-2.0-or-later
"""The code lists of the Basisset, read once from ``resources/codelijsten``."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from .. import paths
from ..errors import LmvwError
from ..i18n import day as day_words
from ..i18n import tr


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a code list: all that form, map, sentences and rules need of it. The order is that of the rows.

    ``kind`` groups entries (planstatus: hard, zacht, eigen); ``colour`` is that on the map. A plantype with a size has at least ``least``
    and at most ``most`` dwellings in the whole location.
    """

    code: str
    label: str
    definition: str
    kind: str
    source: str
    colour: str
    least: int | None = None
    most: int | None = None

    def fits(self, size: int) -> bool:
        """A location of so many dwellings can be of this plantype."""
        return (self.least is None or size >= self.least) and (self.most is None or size <= self.most)

    @property
    def has_size(self) -> bool:
        """It is only for small, or only for large locations."""
        return self.least is not None or self.most is not None


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality by its CBS code (``GM`` and four digits).

    One that ends has the day from which it is no more, and the codes of the municipalities that came in its place.
    """

    code: str
    name: str
    provincie: str
    ended: date | None = None
    successors: tuple[str, ...] = ()

    def is_there(self, day: date) -> bool:
        """It has not ended yet on that day."""
        return self.ended is None or day < self.ended

    def heir(self, day: date) -> Gemeente:
        """The municipality that this one is on a day: itself, or the only one that came in its place.

        :raises LmvwError: when several came in its place: which plans go where is not known.
        """
        if self.is_there(day):
            return self
        if len(self.successors) != 1:
            raise LmvwError(
                self.what_became_of_it + " " + tr("Maak voor elke nieuwe gemeente een planbestand en importeer daarin haar plannen.")
            )
        return gemeente(self.successors[0]).heir(day)

    def came_of(self, other: Gemeente) -> bool:
        """It is that municipality, or one of those that came in its place."""
        return self.code == other.code or any(
            (heir := every_gemeente().get(code)) is not None and self.came_of(heir) for code in other.successors
        )

    @property
    def what_became_of_it(self) -> str:
        """A sentence for who still names it."""
        heirs = tr(" of ").join(f"{heir.name} ({code})" for code in self.successors if (heir := every_gemeente().get(code)))
        return tr("Gemeente {name} ({code}) bestaat niet meer sinds {day}; zij is opgegaan in {heirs}. Gebruik die code.").format(
            name=self.name, code=self.code, day=day_words(self.ended) if self.ended else "", heirs=heirs
        )


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of one of the plugin's own csv files."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def code_list(name: str) -> dict[str, Code]:
    """The codes of a list (``planstatus``, ``plantype``) in the order of the Basisset."""
    return {
        row["code"]: Code(row["code"], row["label"], row["definitie"], row["soort"], row["bron"], row["kleur"],
                          _whole(row.get("vanaf")), _whole(row.get("tot_en_met")))
        for row in read_rows(paths.CODE_LISTS / f"{name}.csv")
    }  # fmt: skip


def _whole(text: str | None) -> int | None:
    return int(text) if text else None


def kinds(name: str) -> dict[str, list[Code]]:
    """The codes of a list by kind, in order."""
    by_kind: dict[str, list[Code]] = {}
    for code in code_list(name).values():
        by_kind.setdefault(code.kind, []).append(code)
    return by_kind


def listed(kind: str, last: str = ", ") -> str:
    """The statuses of a kind in a sentence: ``5A en 5B``; ``last`` stands before the last one."""
    codes = [code.code for code in kinds("planstatus").get(kind, ())]
    return last.join(filter(None, (", ".join(codes[:-1]), codes[-1]))) if codes else ""


def delivered_statuses() -> tuple[str, ...]:
    """The statuses that are delivered, sorted: the first and the last bound a sentence."""
    return tuple(sorted(code for code in code_list("planstatus") if not stays_home(code)))


@cache
def every_gemeente() -> dict[str, Gemeente]:
    """All municipalities by code: those there are (CBS, Gemeentelijke indeling 2026), the fictitious one of the sample data, and those that
    ended since 2019.

    Of these: names and codes after Kadaster, BGT-bronhoudercodes (2024); dates and successors after what CBS said of the
    gemeentelijke indeling in December 2018, 2020, 2021 and 2022, RvIG of 2021 (Haaren in four) and Kamerstuk 35623 (Weesp). Each
    has the province in which its land lies now: Leerdam and Zederik were Zuid-Holland.
    """
    return {row["code"]: _gemeente(row) for row in read_rows(paths.CODE_LISTS / "gemeenten.csv")}


def _gemeente(row: dict[str, str]) -> Gemeente:
    ended = date.fromisoformat(row["vervalt_op"]) if row["vervalt_op"] else None
    return Gemeente(row["code"], row["naam"], row["provincie"], ended, tuple(row["opvolger"].split()))


@cache
def gemeenten() -> dict[str, Gemeente]:
    """The municipalities that there are today, by code."""
    return {code: entry for code, entry in every_gemeente().items() if entry.is_there(date.today())}


def gemeente(code: str) -> Gemeente:
    """The municipality of a code, be it one that ended: an older plan file names it.

    :raises LmvwError: when the code is unknown.
    """
    entry = every_gemeente().get(code.strip().upper())
    if entry is None:
        raise LmvwError(
            tr("Gemeentecode ‘{code}’ is onbekend; geef de CBS-code van de gemeente, bijvoorbeeld GM0396 voor Heemskerk.").format(code=code)
        )
    return entry


def is_hard(planstatus: str | None) -> bool:
    """True where the code list says hard (Basisset, planologische planstatus)."""
    return _kind(planstatus) == "hard"


def is_soft(planstatus: str | None) -> bool:
    """True where it says zacht."""
    return _kind(planstatus) == "zacht"


def stays_home(planstatus: str | None) -> bool:
    """True for the own administration, which is never delivered and never counted."""
    return _kind(planstatus) == "eigen"


def _kind(planstatus: str | None) -> str:
    code = code_list("planstatus").get(planstatus or "")
    return code.kind if code else ""


def has_no_place(planstatus: object) -> bool:
    """True for 5B, a plan for which no location is in sight yet (Basisset 2.0, Planologische planstatus): there is nothing to draw."""
    return planstatus == "5B"
