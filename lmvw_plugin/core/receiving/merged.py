# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of each package that was to be merged: origin, version, figures and checks of a municipality; as a page and as sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from ..basisset.peildatum import Peildatum
from ..delivering.sheets import Cells, Sheet
from ..i18n import number, several, tr
from ..reporting import html
from ..reporting.html import CONFIDENTIAL, only_for_some
from .sheets import cell


@dataclass(frozen=True, slots=True)
class Origin:
    """A package that is in it: a row of the table ``pakketten``, with the names of its columns. ``levering`` is its number.

    Counts are of what stands in the merged file, never of what was summed. ``opgeteld``: confidential plans went as one (art. 8).
    """

    levering: int
    pakket: str
    gemeente_code: str
    gemeente_naam: str
    provincie: str
    peildatum: str
    gemaakt: str
    plugin_versie: str
    sha256: str
    opgeteld: bool
    plannen: int = 0
    bruto: int = 0
    sloop: int = 0
    netto: int = 0
    bruto_hard: int = 0
    bruto_zacht: int = 0
    vertrouwelijk: int = 0
    fouten: int | None = None
    in_te_vullen: int | None = None
    waarschuwingen: int | None = None
    toegelicht: int | None = None
    ter_info: int | None = None
    polygonen: bool | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A package that is not in it. Why, only who received it may know: the reason can tell how many plans a municipality has."""

    pakket: str
    gemeente: str
    reason: str


COLUMNS = tuple(field.name for field in fields(Origin))


def merged_report(peildatum: Peildatum, origins: Sequence[Origin], refused: Sequence[Refused], steward: bool) -> str:
    """The whole page.

    :param steward: the file is that of the national steward, by art. 7 and 8.
    """
    words = tr("{packages} samengevoegd, met {plans}. Niet meegenomen: {refused}.").format(
        packages=several(len(origins), "pakket", "pakketten"),
        plans=several(sum(origin.plannen for origin in origins), "plan", "plannen"), refused=number(len(refused)),
    )  # fmt: skip
    whose = tr("Voor de provincie en de landelijke beheerder (art. 7 en 8).") if steward else tr("Alleen voor de provincie.")
    body = [html.card("waarschuwing" if refused else "goed", html.strong(whose), words)]
    if refused and not steward:  # why can tell how many plans a municipality has
        body += [html.heading(tr("Niet meegenomen"))]
        body += [
            html.table(
                (tr("Pakket"), tr("Gemeente"), tr("Reden")), [(package.pakket, package.gemeente, package.reason) for package in refused]
            )
        ]
    body += [html.heading(tr("Gemeenten")), _origins(origins), html.paragraph(tr("Bruto, sloop en netto zijn van lopende plannen."))]
    if any(origin.polygonen is False for origin in origins):
        body.append(html.paragraph(tr("De polygonen zijn niet nagekeken, want shapely ontbreekt of is te oud.")))
    return html.page(tr("Samengevoegde leveringen"), peildatum.in_full, body, confidential=True)


def _origins(origins: Sequence[Origin]) -> str:
    header = (
        tr("Gemeente"), tr("Pakket"), tr("Gemaakt"), tr("Versie"), tr("Plannen"), tr("Bruto"), tr("Sloop"), tr("Netto"), tr("Fouten"),
        tr("Niet ingevuld"), tr("Waarschuwingen"), tr("Hoe het meegaat"),
    )  # fmt: skip
    names = ("plannen", "bruto", "sloop", "netto", "fouten", "in_te_vullen", "waarschuwingen")
    told = [
        (
            f"{origin.gemeente_naam} ({origin.gemeente_code})", origin.pakket, origin.gemaakt.replace("T", " "), origin.plugin_versie,
            *(number(getattr(origin, name) or 0) for name in names), tr("vertrouwelijke plannen opgeteld") if origin.opgeteld else tr("elk plan"),
        )
        for origin in origins
    ]  # fmt: skip
    return html.table(header, told, range(4, 11))


def merged_sheets(
    origins: Sequence[Origin], head: Sequence[str], count: int, plans: Callable[[], Iterator[Sequence[object]]]
) -> Mapping[str, Sheet]:
    """One workbook of all: what it is, the municipalities, and every plan.

    :param head: the columns of the plans.
    :param plans: reads them, row by row, as often as it is asked.
    """

    def rows() -> Iterator[Cells]:
        yield head
        for row in plans():
            yield tuple(map(cell, row))

    told = [tuple(cell(getattr(origin, name)) for name in COLUMNS) for origin in origins]
    return {
        CONFIDENTIAL: Sheet.of([(CONFIDENTIAL,), (only_for_some(),)]),
        tr("Gemeenten"): Sheet.of([COLUMNS, *told]),
        tr("Plannen"): Sheet(1 + count, len(head), rows),
    }
