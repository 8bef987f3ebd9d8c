# SPDX-License-Identifier: GPL-2.0-or-later
"""Which of the files that a province was sent are packages, and what to do about those that are none."""

from __future__ import annotations

import json
import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ...core.basisset.values import NOT_IN_XML
from ...core.delivering import delivery as d
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.receiving.sheets import TITLE
from ..delivering.archive import UNREADABLE, judged, small
from ..planfile.recognising import is_plan_file
from ..reports import is_ours as is_our_page
from .tables import is_review_file
from .without import MAPS, SHEETS, Bundle, bundled, holds_plans, is_mapping

_PACKAGE = ".zip"
_LONGEST_TITLE = 64 << 10  # bytes of what a workbook says of itself; ours has less than one
_CLAIMED = re.compile(r"LMVW_(GM\d{4})_", re.IGNORECASE)


@dataclass(slots=True)
class Sifted:
    """``packages``: the zips, by name. ``without``: files with plans of who does not have the plugin. ``foreign``: what cannot be opened as it is,
    each with what to do. ``passed``: what is no plans at all.
    """

    packages: list[Path] = field(default_factory=list)
    without: list[Bundle] = field(default_factory=list)
    foreign: list[tuple[Path, str]] = field(default_factory=list)
    passed: list[Path] = field(default_factory=list)


def sifted(given: Iterable[Path]) -> Sifted:
    """Look at files, and at everything in folders; nothing is opened but the directory of a zip. What we made of
    deliveries ourselves (review files, overviews) may lie among them, and is left out.

    :raises LmvwError: when something that was given is not there, or there is nothing to look at.
    """
    chosen, others = Sifted(), list[tuple[Path, str]]()
    seen: set[Path] = set()
    for root in given:
        if not root.exists():
            raise LmvwError(tr("‘{path}’ bestaat niet; kies de bestanden of de map met leveringen.").format(path=root))
        for path in _within(root) if root.is_dir() and root.suffix.casefold() != ".gdb" else (root,):
            if path.absolute() not in seen and not _is_ours(path):
                seen.add(path.absolute())
                folder = (
                    path.parent.name if path.parent != root and path != root else ""
                )  # that of a province may be called like one of its cities
                if _sift(chosen, path, asked=path == root):
                    others.append((path, folder))
    chosen.without = bundled(others)
    if not chosen.packages and not chosen.foreign and not others:
        raise LmvwError(tr("Hier is geen levering; kies de zips die gemeenten stuurden, of de map waarin ze staan."))
    return chosen


def _within(folder: Path) -> Iterator[Path]:
    """The files in a folder and its folders, by name. What was unpacked beside its zip is that package once more."""
    for parent, folders, names in os.walk(folder):
        here = Path(parent)
        for name in sorted(folders):
            if (here / f"{name}{_PACKAGE}").is_file() and (here / name / d.MANIFEST).is_file():
                folders.remove(name)
            elif Path(name).suffix.casefold() == ".gdb":
                folders.remove(name)
                yield here / name
        folders.sort()
        if d.MANIFEST in names and d.GPKG in names:
            yield here / d.MANIFEST
            inside = _unpacked(here / d.MANIFEST)
            names = [name for name in names if name not in inside]
        yield from (here / name for name in sorted(names) if not name.startswith("."))


def _unpacked(manifest: Path) -> set[str]:
    """The files of an unpacked package, by its manifest; other zips may lie beside it."""
    try:
        return {d.MANIFEST, *map(str, json.loads(manifest.read_bytes())["sha256"])}
    except UNREADABLE:
        return {d.MANIFEST, d.GPKG, d.XLSX, d.REPORT, d.README}


def _is_ours(path: Path) -> bool:
    """A review file, or its overview as a page or a workbook."""
    suffix = path.suffix.casefold()
    if suffix == ".gpkg":
        return is_review_file(path)
    if suffix == ".xlsx":
        return _is_overview(path)
    return suffix == ".html" and is_our_page(path)


def _is_overview(path: Path) -> bool:
    try:
        with judged(path) as book:
            return TITLE.encode() in small(book, "docProps/core.xml", _LONGEST_TITLE)
    except UNREADABLE:
        return False


def _sift(chosen: Sifted, path: Path, asked: bool) -> bool:
    """True for a file with plans of who does not have the plugin."""
    suffix = path.suffix.casefold()
    if suffix == _PACKAGE:
        if _holds_plans_of_others(path):
            return True
        chosen.packages.append(path)
    elif path.name == d.MANIFEST:
        chosen.foreign.append((path.parent, tr("dit is een uitgepakt pakket; geef de zip zelf op, zoals de gemeente die stuurde.")))
    elif is_plan_file(path):
        chosen.foreign.append((path, tr("dit is een planbestand; vraag de gemeente om het pakket dat zij met ‘Levering maken’ maakt.")))
    elif suffix in MAPS | SHEETS and not is_mapping(path):
        return True
    elif asked:
        chosen.foreign.append((path, tr("dit is geen levering; vraag de gemeente om haar pakket (een zip).")))
    else:
        chosen.passed.append(path)
    return False


def _holds_plans_of_others(path: Path) -> bool:
    """A zip without a manifest that has map layers or sheets in it, as a shapefile is sent."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except UNREADABLE:
        return False
    return d.MANIFEST not in names and holds_plans(names)


def shown(path: Path) -> str:
    """The name of a file as it can be written: on some disks a name holds what is no letter."""
    return NOT_IN_XML.sub("�", path.name)


def claimed(name: str) -> str:
    """The code of the municipality that a file says in its name, as our packages do; empty where it says none."""
    match = _CLAIMED.match(name)
    return match[1].upper() if match else ""
