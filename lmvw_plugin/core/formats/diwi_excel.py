# SPDX-License-Identifier: GPL-2.0-or-later
"""The Excel sheet of DIWI, as it exports and as it imports: sections in row 2, headers in rows 4 and 5, projects from row 6."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from ..i18n import tr
from ..peildatum import Peildatum
from . import diwi
from .known import Flat, Grid, KnownFormat, text_of, whole

_SECTIONS = ("Projectgegevens", "Woning aantallen", "Bouw gegevens", "Sloop gegevens")
_FIRST = 6
_OWNER_OF = (("koopprijs", diwi.OWNER), ("huurprijs particuliere", diwi.LANDLORD), ("huurprijs woningcorporatie", diwi.CORPORATION))
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)?|inf", re.IGNORECASE)

Cell = tuple[str, str, str, object]  # section, header, subheader, value


def recognise(grid: Grid) -> bool:
    """The four sections in row 2 and the two keys in row 4."""
    return set(_SECTIONS) <= {text_of(value) for value in grid.get(2, {}).values()} and {"Identificatie nr", "Naam"} <= {
        text_of(value) for value in grid.get(4, {}).values()
    }


def _day(value: object) -> str | None:
    if isinstance(value, date):
        return value.isoformat()[:10]
    text = text_of(value)
    return text[:10] if re.match(r"\d{4}-\d{2}-\d{2}", text) else None


def _columns(grid: Grid) -> dict[int, tuple[str, str, str]]:
    """Section, header and subheader of each column with a header."""
    starts = sorted((column, text_of(value)) for column, value in grid.get(2, {}).items() if text_of(value))
    found = {}
    for column, value in grid.get(4, {}).items():
        section = next((name for start, name in reversed(starts) if start <= column), "")
        below = grid.get(5, {}).get(column)
        found[column] = section, text_of(value), _day(below) or ("" if below is None else str(below).strip())
    return found


def _bounds(subheader: str) -> tuple[float | None, float | None]:
    amounts = [None if text.casefold() == "inf" else float(text.replace(",", ".")) for text in _AMOUNT.findall(subheader)]
    if not amounts:
        return None, None
    return amounts[0], amounts[-1]


def _block(kind: str, name: str, count: int, cells: list[Cell]) -> diwi.Block:
    section = _SECTIONS[2] if kind == diwi.BUILD else _SECTIONS[3]
    parts, prices, flats, houses = [], [], 0, 0
    for where, header, below, value in cells:
        number = whole(value)
        if where != section or not number:
            continue
        lowered = header.casefold()
        if lowered == "opleverdatum":
            parts.append((_day(below), number))
        elif lowered == "meergezins woning":
            flats = number
        elif lowered == "eengezins woning":
            houses = number
        else:
            owner = next((owner for start, owner in _OWNER_OF if lowered.startswith(start)), None)
            if owner and below.casefold() != "onbekend":
                low, high = (None, None) if "categorie" in lowered and not below[:1].isdigit() else _bounds(below)
                prices.append(diwi.Price(owner, number, low, high, below))
    return diwi.Block(name, kind, count, parts, flats, houses, prices)


def flatten(grid: Grid, peildatum: Peildatum) -> tuple[list[int], Flat]:
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
        if identity not in projects:
            projects[identity] = number, _project(project, cells)
        for kind, header in ((diwi.BUILD, "Bouw"), (diwi.DEMOLISH, "Sloop")):
            raw = project.get((_SECTIONS[1], header))
            count = whole(raw)
            if count:
                projects[identity][1].blocks.append(_block(kind, tr("{kind} in rij {row}").format(kind=header, row=number), count, cells))
    flat = Flat()
    for _, found in projects.values():
        row, extra = diwi.flatten(found, peildatum)
        flat.rows.append(row)
        flat.extras.append(extra)
    return [number for number, _ in projects.values()], flat


def _project(values: Mapping[tuple[str, str], object], cells: list[Cell]) -> diwi.Project:
    about = {header: value for (section, header), value in values.items() if section == _SECTIONS[0]}
    row = {
        "plannaam": about.get("Naam"),
        "gemeente_naam": about.get("Gemeente"),
        "vertrouwelijk": about.get("Vertrouwelijkheid"),
        "plantype": about.get("Plan soort"),
    }
    # Headers of phases begin with a number too ("3 Definitie"): only those whose words belong to the planning status.
    dates = {header: _day(value) for header, value in about.items() if re.match(r"[124][abc] |3 In voorbereiding", header)}
    key = about.get("Identificatie nr")
    return diwi.Project(
        row, dates, status=text_of(about.get("Project status")), plan_id=key if isinstance(key, str) and len(key) == 36 else ""
    )


FORMAT = KnownFormat(
    "DIWI Excel",
    (("plan_id", "Identificatie nr, als dat een DIWI-kenmerk is"), *diwi.FILLS),
    (*diwi.CANNOT, "In dit werkblad staan geen polygonen: zonder kaartlaag komen alle plannen bij ‘Nog te tekenen’."),
    recognise_grid=recognise,
    flatten_grid=flatten,
)
