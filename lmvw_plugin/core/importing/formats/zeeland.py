# SPDX-License-Identifier: GPL-2.0-or-later
"""The workbook of Planmonitor Wonen (Zeeland): one plan per sheet, plan fields on top, a table with years below."""

from __future__ import annotations

from collections.abc import Mapping

from ...basisset.peildatum import Peildatum
from ...i18n import later, tr
from ..imported import PHASING
from .known import Flat, Grid, KnownFormat, text_of, year_of
from .tally import Tally

_PLAN = {
    "Plannaam": "plannaam",
    "Gemeente": "gemeente_naam",
    "Plantype": "plantype",
    "Vertrouwelijkheid": "vertrouwelijk",
    "Status Planologisch": "planstatus",
    "Opmerkingen": "toelichting",
}
Cells = Mapping[int, object]  # of one row, by column number
_TOTAL, _DONE, _YEARS = 3, 5, range(7, 27)  # columns C, E and G to Z; F = C - E is computed here, its cell may never have been
# Group and label to the fields that count it. "Wonen en zorg" is exclusive here and nested in the Basisset.
_ROWS = {
    ("woningtype", "Eengezins"): ("eengezins",),
    ("woningtype", "Meergezins"): ("meergezins",),
    ("woningtype", "Onbekend"): ("woningtype_onbekend",),
    ("wonen en zorg", "Nultreden"): ("nultreden",),
    ("wonen en zorg", "Geclusterd"): ("nultreden", "nultreden_geclusterd"),
    ("wonen en zorg", "Zorggeschikt"): ("nultreden", "nultreden_geclusterd", "zorggeschikt"),
    ("betaalbaarheid", "Huur dure huur"): ("prijs_overig",),
    ("betaalbaarheid", "Koop dure koop"): ("prijs_overig",),
    ("betaalbaarheid", "Koop betaalbare koop"): ("koop_betaalbaar",),
    ("betaalbaarheid", "Huur onbekend"): ("prijs_onbekend",),
    ("betaalbaarheid", "Koop onbekend"): ("prijs_onbekend",),
    ("betaalbaarheid", "Onbekend Koop of Huur"): ("prijs_onbekend",),
}
_BY_HAND = {
    ("betaalbaarheid", "Sociale huur"): (
        "huur_sociaal_corporatie",
        later("verdeel zelf over corporatie en markt: de bron zegt niet wie verhuurt"),
    ),
    ("betaalbaarheid", "Huur middenhuur"): (
        "huur_midden_corporatie",
        later("verdeel zelf over corporatie en markt: de bron zegt niet wie verhuurt"),
    ),
    ("flexwoningen", "Flexwoningen"): ("tijdelijk", later("flexwoningen hoeven geen tijdelijke woningen te zijn; vul het aantal zelf in")),
}
_GROUPS = ("nieuwbouw", "woningtype", "wonen en zorg", "flexwoningen", "betaalbaarheid", "sloop")


def recognise(grid: Grid) -> bool:
    """The table with its groups, and the row Nieuwbouw."""
    headings = {(text_of(cells.get(1)), text_of(cells.get(2))) for cells in grid.values()}
    return {("Nieuwbouw", "nieuwbouw"), ("Sloop", "sloop"), ("Eengezins", "woningtype")} <= headings


def flatten(grid: Grid, peildatum: Peildatum) -> tuple[list[int], Flat]:
    """The one plan of a sheet; none when the form was never filled in."""
    tally, group = Tally(peildatum), ""
    years = _header(grid)
    for number in sorted(grid):
        cells = grid[number]
        label = text_of(cells.get(1))
        if label in _PLAN and text_of(cells.get(2)) not in _GROUPS:
            tally.row[_PLAN[label]] = cells.get(2)
            continue
        named = text_of(cells.get(2))
        group = named if named in _GROUPS else group  # the cells of a group are merged: its name stands in the first
        if (group, label) in (("nieuwbouw", "Nieuwbouw"), ("sloop", "Sloop")):
            _add_total(tally, "bruto_totaal" if label == "Nieuwbouw" else "sloop_totaal", label, cells, years)
        else:
            _add_part(tally, group, label, cells)
    if not text_of(tally.row.get("plannaam")) and not any(isinstance(value, int) for value in tally.row.values()):
        return [], Flat()
    row, extra = tally.close()
    return [1], Flat([row], [extra])


def _header(grid: Grid) -> dict[int, int]:
    """The years above columns G to Z, in row 1 or in the row that says Groepnaam."""
    for number in sorted(grid):
        years = {
            column: year for column in _YEARS if (year := year_of(grid[number].get(column)) or year_of(text_of(grid[number].get(column))))
        }
        if len(years) > 5:
            return years
    return {}


def _add_total(tally: Tally, total: str, label: str, cells: Cells, years: Mapping[int, int]) -> None:
    count, done = _counted(tally, label, cells, total)
    by_year = []
    for column, year in years.items():
        if number := tally.number(cells.get(column), f"{label} {year}", tally.slot(total, year) or PHASING[total]):
            by_year.append((year, number))
    if count is None and not by_year:
        return
    placed = sum(number for _, number in by_year)
    rest = (count if count is not None else placed + done) - done
    if done:
        tally.phase(total, None, done, tr("{label}, Gerealiseerd").format(label=label), realised=True)
    for year, number in by_year:
        tally.phase(total, year, number, label, realised=False)
    if rest < 0:
        tally.leave(total, label, count, tr("gerealiseerd is {done}, meer dan het totaal").format(done=done))
    elif placed < rest:
        tally.phase(total, None, rest - placed, label, realised=False)
    elif placed > rest:
        tally.leave(
            total,
            label,
            rest,
            tr("de jaren tellen op tot {sum}, meer dan totaal min gerealiseerd; de jaren zijn gebruikt").format(sum=placed),
        )


def _add_part(tally: Tally, group: str, label: str, cells: Cells) -> None:
    by_hand, reason = _BY_HAND.get((group, label), ("", ""))
    velden = (by_hand,) if by_hand else _ROWS.get((group, label), ())
    if not velden:
        return
    count, done = _counted(tally, label, cells, *velden)
    if count is None or (by_hand and not count):
        return
    for veld in velden:
        tally.add(veld, count - done, label, tr(reason) if reason else "")
        if done and not by_hand:
            tally.add(veld, done, tr("{label}, Gerealiseerd").format(label=label), tally.realised)


def _counted(tally: Tally, label: str, cells: Cells, *velden: str) -> tuple[int | None, int]:
    """The columns Totalen and Gerealiseerd of a row."""
    count = tally.number(cells.get(_TOTAL), tr("{label}, Totalen").format(label=label), *velden)
    return count, tally.number(cells.get(_DONE), tr("{label}, Gerealiseerd").format(label=label), *velden) or 0


FORMAT = KnownFormat(
    "Excel-bestand Planmonitor Wonen (Zeeland)",
    (
        ("plannaam", "Plannaam"),
        ("plantype", "Plantype"),
        ("planstatus", "de code van Status Planologisch"),
        ("vertrouwelijk", "Vertrouwelijkheid; alleen Openbaar is zeker (nee)"),
        ("bruto_totaal", "Nieuwbouw: Totalen min Gerealiseerd"),
        ("sloop_totaal", "Sloop: Totalen min Gerealiseerd"),
        ("fasering_bruto", "de jaren van de rij Nieuwbouw; de jaren van een periode zijn opgeteld"),
        ("meergezins", "Totalen min Gerealiseerd; zo ook eengezins en onbekend"),
        ("nultreden", "Nultreden + Geclusterd + Zorggeschikt: in de bron sluiten zij elkaar uit, in de Basisset niet"),
        ("nultreden_geclusterd", "Geclusterd + Zorggeschikt"),
        ("zorggeschikt", "Zorggeschikt"),
        ("koop_betaalbaar", "Koop betaalbare koop"),
        ("prijs_overig", "dure huur + dure koop"),
        ("prijs_onbekend", "huur onbekend + koop onbekend + onbekend koop of huur"),
    ),
    (
        "Sociale huur en middenhuur zijn in de bron niet verdeeld over corporatie en markt; verdeel ze zelf.",
        "Flexwoningen zijn niet als tijdelijke woningen overgenomen.",
        "De fasering van de bron eindigt vóór het twintigste jaar.",
        "Gerealiseerd, vervallen, instandhouding, overige ouderenwoningen en de vragen over 55-plus staan niet in deze bron.",
        "In dit Excel-bestand staan geen polygonen: zonder kaartlaag komt het plan bij ‘Nog te tekenen’.",
    ),
    recognise_grid=recognise,
    flatten_grid=flatten,
)
