# SPDX-License-Identifier: GPL-2.0-or-later
"""What a province expects of a delivery, as rows of data: an operation, its parameters, how serious it is, who acts, and from when until when.

A province adds a row without code. A row that cannot be applied is told, with everything that is wrong with any row at once; the others hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeVar

from .. import paths
from ..basisset.codelists import every_gemeente, read_rows
from ..basisset.peildatum import Peildatum
from ..i18n import number, several, tr
from ..rules.findings import Ernst, Finding, Wie
from .receipts import Receipt

COLUMNS = ("naam", "bewerking", "parameters", "ernst", "wie", "geldig_van", "geldig_tot")
Given = Mapping[str, str]
_PAIR = re.compile(r"\s*(\w+)\s*=\s*([^=;]*?)\s*")
_OF_TOTAL = ("bruto", "sloop", "netto")
_E = TypeVar("_E", bound=Enum)


@dataclass(frozen=True, slots=True)
class Expectation:
    """One row that can be applied; ``row`` is its number in the table."""

    row: int
    name: str
    operation: str
    given: Given
    ernst: Ernst
    wie: Wie
    since: date | None
    until: date | None

    def holds_on(self, peildatum: Peildatum) -> bool:
        """It is asked of deliveries of this peildatum."""
        return (self.since is None or self.since <= peildatum.date) and (self.until is None or peildatum.date <= self.until)

    def finding(self, receipt: Receipt) -> Finding | None:
        """What is said of a delivery; None where it is as expected, or where what is asked is not known of it."""
        words = _OPERATIONS[self.operation].say(receipt, self.given)
        if not words:
            return None
        return Finding(f"V{self.row}", self.ernst, tr("{name}: {words}").format(name=self.name, words=words), wie=self.wie)


def usual() -> list[dict[str, str]]:
    """The rows that a new review file begins with."""
    return read_rows(paths.EXPECTATIONS)


def understood(rows: Iterable[tuple[int, Mapping[str, object]]]) -> tuple[list[Expectation], list[str]]:
    """The rows that can be applied, and a sentence on each thing that is wrong with any other.

    :param rows: each with its number, by the names of ``COLUMNS``.
    """
    expectations, complaints = [], []
    for at, row in rows:
        words = {name: str(row.get(name) or "").strip() for name in COLUMNS}
        reader = _Row(at, words)
        expectation = reader.read()
        complaints += reader.complaints
        if expectation is not None and not reader.complaints:
            expectations.append(expectation)
    return expectations, complaints


class _Row:
    """Reads one row, and goes on after what is wrong with it."""

    def __init__(self, at: int, words: Mapping[str, str]) -> None:
        self._at, self._words = at, words
        self.complaints: list[str] = []

    def read(self) -> Expectation | None:
        given = self._parameters()
        operation = _OPERATIONS.get(self._words["bewerking"])
        if operation is None:
            self._wrong("bewerking", tr("kies {choices}").format(choices=tr(" of ").join(_OPERATIONS)))
        else:
            self._judge(operation, given)
        ernst, wie = self._chosen("ernst", Ernst), self._chosen("wie", Wie)
        since, until = self._day("geldig_van"), self._day("geldig_tot")
        if since and until and until < since:
            self._wrong("geldig_tot", tr("dat is vóór ‘geldig_van’"))
        if operation is None or ernst is None or wie is None:
            return None
        name = self._words["naam"] or self._words["bewerking"]
        return Expectation(self._at, name, self._words["bewerking"], given, ernst, wie, since, until)

    def _wrong(self, column: str, what: str) -> None:
        said = tr("Verwachting in rij {row}, kolom ‘{column}’: ‘{value}’ kan niet; {what}.")
        self.complaints.append(said.format(row=self._at, column=column, value=self._words[column], what=what))

    def _parameters(self) -> dict[str, str]:
        given = {}
        for part in filter(str.strip, self._words["parameters"].split(";")):
            if match := _PAIR.fullmatch(part):
                given[match[1]] = match[2]
            else:
                self._wrong("parameters", tr("schrijf naam=waarde, met ; ertussen"))
        return given

    def _judge(self, operation: _Operation, given: Given) -> None:
        for name in given.keys() - operation.parameters.keys():
            known = ", ".join(operation.parameters) or tr("geen")
            self._wrong("parameters", tr("‘{name}’ hoort niet bij deze bewerking, die kent: {known}").format(name=name, known=known))
        for name, fits in operation.parameters.items():
            if name not in given:
                self._wrong("parameters", tr("‘{name}’ ontbreekt").format(name=name))
            elif not fits(given[name]):
                self._wrong("parameters", tr("‘{name}’ heeft een waarde die niet past").format(name=name))

    def _chosen(self, column: str, kinds: type[_E]) -> _E | None:
        chosen = next((kind for kind in kinds if kind.value == self._words[column]), None)
        if chosen is None:
            self._wrong(column, tr("kies {choices}").format(choices=tr(" of ").join(kind.value for kind in kinds)))
        return chosen

    def _day(self, column: str) -> date | None:
        text = self._words[column][:10]
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self._wrong(column, tr("schrijf de dag als jjjj-mm-dd of laat hem leeg"))
            return None


# -- operations: what each says of a delivery that is not as expected, empty when it is -----------------------------------


@dataclass(frozen=True, slots=True)
class _Operation:
    """``parameters``: each with what it may be."""

    say: Callable[[Receipt, Given], str]
    parameters: Mapping[str, Callable[[str], bool]]


def _empty(receipt: Receipt, _: Given) -> str:
    return tr("er staat geen enkel plan in.") if not receipt.plannen else ""


def _no_previous(receipt: Receipt, _: Given) -> str:
    return tr("er is geen eerdere levering gegeven.") if receipt.plannen_vorig is None else ""


def _grown(receipt: Receipt, given: Given) -> str:
    return _moved(receipt, int(given["procent"]), 1)


def _shrunk(receipt: Receipt, given: Given) -> str:
    return _moved(receipt, int(given["procent"]), -1)


def _moved(receipt: Receipt, percent: int, way: int) -> str:
    if receipt.bruto is None or not receipt.bruto_vorig:
        return ""
    if way * (receipt.bruto - receipt.bruto_vorig) * 100 <= percent * receipt.bruto_vorig:
        return ""
    was, now = several(receipt.bruto_vorig, "woning", "woningen"), number(receipt.bruto)
    return tr("bruto totaal gaat van {was} naar {now}, meer dan {percent}% verschil.").format(was=was, now=now, percent=percent)


def _gone(receipt: Receipt, given: Given) -> str:
    if receipt.verdwenen is None or receipt.verdwenen <= int(given["hoogstens"]):
        return ""
    return tr("sinds ‘{name}’ zijn {plans} weg zonder afmelding.").format(
        name=receipt.vergeleken_met, plans=several(receipt.verdwenen, "plan", "plannen")
    )


def _one_status(receipt: Receipt, given: Given) -> str:
    live = (receipt.plannen or 0) - (receipt.afgemeld or 0)
    alone = receipt.statussen and "," not in receipt.statussen
    return tr("alle {live} lopende plannen hebben één planstatus ({status}).").format(
        live=number(live), status=receipt.statussen.partition(":")[0]
    ) if alone and live >= int(given["vanaf"]) else ""  # fmt: skip


def _total(receipt: Receipt, given: Given) -> str:
    there: int | None = getattr(receipt, given["veld"])
    if receipt.gemeente_code != given["gemeente"] or there is None:
        return ""
    meant, percent = int(given["woningen"]), int(given["procent"])
    if abs(there - meant) * 100 <= percent * meant:
        return ""
    return tr("{field} is {there} en afgesproken is {meant}, met {percent}% ruimte.").format(
        field=given["veld"], there=several(there, "woning", "woningen"), meant=number(meant), percent=percent
    )


def _whole(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


_OPERATIONS = {
    "leeg": _Operation(_empty, {}),
    "geen_vorige": _Operation(_no_previous, {}),
    "groei": _Operation(_grown, {"procent": _whole}),
    "krimp": _Operation(_shrunk, {"procent": _whole}),
    "verdwenen": _Operation(_gone, {"hoogstens": _whole}),
    "een_status": _Operation(_one_status, {"vanaf": _whole}),
    "totaal": _Operation(_total, {
        "gemeente": lambda text: text in every_gemeente(), "veld": lambda text: text in _OF_TOTAL, "woningen": _whole, "procent": _whole,
    }),
}  # fmt: skip


def judged(expectations: Sequence[Expectation], receipt: Receipt, peildatum: Peildatum) -> list[Finding]:
    """What a delivery is not as expected."""
    asked = (expectation for expectation in expectations if expectation.holds_on(peildatum))
    return [finding for expectation in asked if (finding := expectation.finding(receipt)) is not None]
