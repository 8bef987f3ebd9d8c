# SPDX-License-Identifier: GPL-2.0-or-later
"""What a file, a sheet, a table or a column may be called, so that every computer and program can keep it."""

from __future__ import annotations

import re
from collections.abc import Collection

from ..i18n import tr

LONGEST = 100  # characters of a file name; with its folders it has to fit in the 260 of Windows
_NOT_IN_WINDOWS = re.compile(r'[<>:"/\\|?*]')
_DEVICE = re.compile(r"(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³]|CONIN\$|CONOUT\$)", re.IGNORECASE)  # also with a suffix behind it
# Also what turns the direction of a name, or takes no room: ‘gpj.exe’ can look like ‘exe.jpg’ with it.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]")
_NOT_IN_A_SHEET = re.compile(r"[\[\]:*?/\\]")
_SHEET = 31  # characters; Excel
_IDENTIFIER = re.compile(r"[^\W\d][\w -]{0,62}")
_GEODATABASE = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,62}")
_OF_SQLITE = ("gpkg_", "rtree_", "sqlite_", "gdb_")
_OF_THE_FORMAT = frozenset(("fid", "geom", "objectid", "shape", "shape_length", "shape_area"))


def unseen(text: str) -> str:
    """What is wrong with a text that holds what cannot be seen or written; nothing when it does not."""
    match = _UNSEEN.search(text)
    return tr("het teken U+{code:04X} kan hier niet staan").format(code=ord(match[0])) if match else ""


def wrong_file(name: str, taken: Collection[str], suffixes: Collection[str]) -> str:
    """What is wrong with the name of a file; nothing when it is good.

    :param taken: names that are used already; upper and lower case are the same on Windows.
    :param suffixes: of which it must have one; for a folder none.
    """
    if _NOT_IN_WINDOWS.search(name) or name.startswith("."):
        return tr('geef een bestandsnaam zonder map, en zonder < > : " / \\ | ? * of een punt vooraan')
    if name != name.strip(" .") or len(name) > LONGEST:
        return tr("geef een naam van hoogstens {longest} tekens, zonder spatie of punt aan het begin of eind").format(longest=LONGEST)
    if _DEVICE.fullmatch(name.split(".")[0].strip()):
        return tr("‘{name}’ is op Windows de naam van een apparaat; kies een andere").format(name=name)
    if name.casefold() in {existing.casefold() for existing in taken}:
        return tr("‘{name}’ staat al in het pakket; kies een andere naam").format(name=name)
    if suffixes and not name.casefold().endswith(tuple(suffixes)):
        return tr("de naam moet bij dit formaat eindigen op {suffixes}").format(suffixes=tr(" of ").join(suffixes))
    return ""


def wrong_sheet(name: str) -> str:
    """What is wrong with the name of a sheet in a workbook."""
    if len(name) > _SHEET or _NOT_IN_A_SHEET.search(name) or name != name.strip("' ") or name.casefold() == "history":
        return tr("een blad heet hoogstens {longest} tekens, zonder [ ] : * ? / \\ en zonder ' of spatie aan het begin of eind").format(
            longest=_SHEET
        )
    return ""


def wrong_table(name: str, geodatabase: bool) -> str:
    """What is wrong with the name of a table in a GeoPackage or a file geodatabase."""
    form = _GEODATABASE if geodatabase else _IDENTIFIER
    if not form.fullmatch(name) or name.casefold().startswith(_OF_SQLITE):
        return tr("‘{name}’ kan geen laag heten; begin met een letter en gebruik alleen letters, cijfers en _").format(name=name)
    return ""


def wrong_column(name: str, geodatabase: bool) -> str:
    """What is wrong with the name of a column in a GeoPackage or a file geodatabase."""
    if name.casefold() in _OF_THE_FORMAT:
        return tr("‘{name}’ gebruikt het formaat zelf; kies een andere kolomnaam").format(name=name)
    return wrong_table(name, geodatabase) and tr(
        "‘{name}’ kan geen kolom heten; begin met een letter en gebruik alleen letters, cijfers en _"
    ).format(name=name)
