# SPDX-License-Identifier: GPL-2.0-or-later
"""The Excel sheet of DIWI, as it exports and as it imports: sections in row 2, headers in rows 4 and 5, projects from row 6."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from ....basisset.peildatum import Peildatum
from ....basisset.prices.limits import PUBLISHED, PriceLimits
from ....basisset.values import as_text
from ....i18n import tr
from ..known import Flat, Grid, KnownFormat, day_of, text_of, uuid_of
from . import project as diwi

_SECTIONS = ("Projectgegevens", "Woning aantallen", "Bouw gegevens", "Sloop gegevens")
_FIRST = 6
_STATUS = r"[124][abc] |3 In voorbereiding"
_OWNER_OF = (("koopprijs", diwi.OWNER), ("huurprijs particuliere", diwi.LANDLORD), ("huurprijs woningcorporatie", diwi.CORPORATION))
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)?|inf", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d\.\d{3}(?!\d)")  # 280.000 may be 280 to a machine

Cell = tuple[str, str, str, object]  # section, header, subheader, value


def recognise(grid: Grid) -> bool:
    """The four sections in row 2 and the two keys in row 4."""
    return set(_SECTIONS) <= {text_of(value) for value in grid.get(2, {}).values()} and {"Identificatie nr", "Naam"} <= {
        text_of(value) for value in grid.get(4, {}).values()
    }


def _columns(grid: Grid) -> dict[int, tuple[str, str, str]]:
    """Section, header and subheader of each column with a header."""
    starts = sorted((column, text_of(value)) for column, value in grid.get(2, {}).items() if text_of(value))
    headed = {}
    for column, value in grid.get(4, {}).items():
        section = next((name for start, name in reversed(starts) if start <= column), "")
        below = grid.get(5, {}).get(column)
        headed[column] = section, text_of(value), day_of(below) or ("" if below is None else str(below).strip())
    return headed


def _bounds(subheader: str) -> tuple[float | None, float | None]:
    """Lowest and highest price in euro; none when it cannot be told."""
    if _THOUSANDS.search(subheader):
        return None, None
    amounts = [None if text.casefold() == "inf" else float(text.replace(",", ".")) for text in _AMOUNT.findall(subheader)]
    if not amounts:
        return None, None
    return amounts[0], amounts[-1]


def _block(kind: str, name: str, count: object, cells: list[Cell]) -> diwi.Block:
    section = _SECTIONS[2] if kind == diwi.BUILD else _SECTIONS[3]
    parts: list[tuple[str | None, object]] = []
    prices: list[diwi.Price] = []
    flats: object = None
    houses: object = None
    for where, header, below, value in cells:
        if where != section or value == 0:
            continue
        lowered = header.casefold()
        if lowered == "opleverdatum":
            parts.append((below or None, value))
        elif lowered == "meergezins woning":
            flats = value
        elif lowered == "eengezins woning":
            houses = value
        else:
            owner = next((owner for start, owner in _OWNER_OF if lowered.startswith(start)), None)
            if owner and below.casefold() != "onbekend":
                low, high = (None, None) if "categorie" in lowered and not below[:1].isdigit() else _bounds(below)
                prices.append(diwi.Price(owner, value, low, high, below))
    return diwi.Block(name, kind, count, parts, flats, houses, prices)


def flatten(grid: Grid, peildatum: Peildatum, limits: PriceLimits = PUBLISHED) -> tuple[list[int], Flat]:
    """One flat row per Identificatie nr; several rows with one number are one project."""
    columns = _columns(grid)
    projects: dict[str, tuple[int, diwi.Project]] = {}
    for number in sorted(row for row in grid if row >= _FIRST):
        cells = [(*columns[column], value) for column, value in grid[number].items() if column in columns and value is not None]
        project = {(section, header): value for section, header, _, value in cells}
        key, name = project.get((_SECTIONS[0], "Identificatie nr")), project.get((_SECTIONS[0], "Naam"))
        if key is None and name is None:
            continue
        identity = f"row {number}" if key is None else str(key)
        read = _project(project)
        _, joined = projects.setdefault(identity, (number, read))
        joined.other += [
            (veld, tr("rij {number}").format(number=number), value)
            for veld, value in read.row.items()
            if value not in (None, joined.row[veld])
        ]
        for kind, header in ((diwi.BUILD, "Bouw"), (diwi.DEMOLISH, "Sloop")):
            block = _block(kind, tr("{kind} in rij {row}").format(kind=header, row=number), project.get((_SECTIONS[1], header)), cells)
            if block.count not in (None, 0) or block.parts:
                joined.blocks.append(block)
    flat = Flat()
    for _, joined in projects.values():
        row, extra = diwi.flatten(joined, peildatum, limits)
        flat.rows.append(row)
        flat.extras.append(extra)
    flat.remarks += diwi.lacking(flat.extras, peildatum.year, limits)
    return [number for number, _ in projects.values()], flat


def _project(values: Mapping[tuple[str, str], object]) -> diwi.Project:
    about = {header: value for (section, header), value in values.items() if section == _SECTIONS[0]}
    row = {
        "plannaam": about.get("Naam"),
        "gemeente_naam": about.get("Gemeente"),
        "vertrouwelijk": about.get("Vertrouwelijkheid"),
        "plantype": about.get("Plan soort"),
    }
    # Headers of phases begin with a number too ("3 Definitie"): only those whose words belong to the planning status.
    dates = {header: day_of(value) or as_text(value) for header, value in about.items() if re.match(_STATUS, header) and value}
    return diwi.Project(row, dates, status=text_of(about.get("Project status")), plan_id=uuid_of(about.get("Identificatie nr")))


FORMAT: KnownFormat = KnownFormat(
    "DIWI Excel",
    (("plan_id", "Identificatie nr, als dat een DIWI-kenmerk is"), *diwi.FILLS),
    (*diwi.CANNOT, "In dit Excel-bestand staan geen polygonen: zonder kaartlaag komen alle plannen bij ‘Nog te tekenen’."),
    recognise_grid=recognise,
    flatten_grid=flatten,
    priced=lambda limits: replace(FORMAT, flatten_grid=partial(flatten, limits=limits)),
)
