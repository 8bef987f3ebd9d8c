# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of municipalities without the plugin: which belong together, and whose they are as far as their names say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ...core.basisset.codelists import Gemeente
from ...core.delivering.file_names import wrong_file
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from ...core.receiving.without import named_in
from ..delivering.archive import UNREADABLE, judged, pieces
from ..kinds import WORKBOOK_SUFFIXES
from ..moment import digest

MAPS = frozenset((".gpkg", ".shp", ".geojson", ".json", ".gml", ".kml", ".gdb", ".tab", ".dxf", ".fgb", ".sqlite"))
SHEETS = frozenset(WORKBOOK_SUFFIXES) | {".xls"}
_OF_SHAPEFILE = (".shp", ".dbf", ".shx", ".prj", ".cpg")
_ZIP = ".zip"


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of one delivery: a map, a workbook, or both; or a zip with these. ``meant``: whose it may be by its names."""

    files: tuple[Path, ...]
    meant: tuple[Gemeente, ...] = ()

    @property
    def name(self) -> str:
        """The names of its files."""
        return " + ".join(path.name for path in self.files)

    @property
    def path(self) -> Path:
        """Where it lies, by the names of its files."""
        return self.files[0].with_name(self.name)

    @property
    def sha256(self) -> str:
        """The SHA-256 of its file; of several files that of their SHA-256s, one a line."""
        digests = [_digest(path) for file in self.files for path in _parts(file)]
        return digests[0] if len(digests) == 1 else hashlib.sha256("".join(f"{digest}\n" for digest in digests).encode()).hexdigest()

    @property
    def made(self) -> str:
        """When its last file was changed: of what it holds nobody says when it was made."""
        last = max((path.stat().st_mtime for file in self.files for path in _parts(file)), default=0.0)
        return datetime.fromtimestamp(last).replace(microsecond=0).isoformat()


def _parts(path: Path) -> Sequence[Path]:
    """All files that one is: those of a shapefile, or in a file geodatabase."""
    if path.is_dir():
        return sorted(part for part in path.rglob("*") if part.is_file())
    if path.suffix.casefold() != ".shp":
        return (path,)
    beside = {part.name.casefold(): part for part in path.parent.glob(f"{path.stem}.*")}
    return [beside[name] for suffix in _OF_SHAPEFILE if (name := f"{path.stem}{suffix}".casefold()) in beside]


def _digest(path: Path) -> str:
    """Of a file that may not be read, where it is."""
    try:
        return digest(path)
    except OSError:
        return str(path.absolute())


def bundled(files: Iterable[tuple[Path, str]]) -> list[Bundle]:
    """Files of others, a map with the workbook that belongs to it.

    A workbook belongs to the map of its name beside it, or to the only map there of the same municipality. In a folder of its own it
    belongs to the only map.

    :param files: each with the name of the folder that it has for itself, empty where all deliveries lie together.
    """
    there: dict[tuple[Path, bool], list[Bundle]] = {}
    for path, folder in files:
        there.setdefault((path.parent, bool(folder)), []).append(Bundle((path,), named_in(path.stem) or named_in(folder)))
    return [bundle for (_, alone), beside in there.items() for bundle in _paired(beside, alone)]


def _paired(beside: Sequence[Bundle], alone: bool) -> Iterator[Bundle]:
    maps, sheets = ([bundle for bundle in beside if bundle.files[0].suffix.casefold() in kinds] for kinds in (MAPS, SHEETS))
    pairs: dict[tuple[Path, ...], Bundle] = {}
    for sheet in sheets:
        if (own := _map_of(sheet, maps, sheets, alone)) is not None:
            pairs.setdefault(own.files, sheet)
    taken = {sheet.files for sheet in pairs.values()}
    for bundle in beside:
        if bundle.files not in taken:
            with_it = pairs.get(bundle.files)
            yield Bundle(bundle.files + with_it.files, bundle.meant or with_it.meant) if with_it is not None else bundle


def _map_of(sheet: Bundle, maps: Sequence[Bundle], sheets: Sequence[Bundle], alone: bool) -> Bundle | None:
    alike = [bundle for bundle in maps if bundle.files[0].stem.casefold() == sheet.files[0].stem.casefold()]
    if len(alike) == 1:
        return alike[0]
    own, others = ([bundle for bundle in kind if bundle.meant == sheet.meant] for kind in (maps, sheets))
    if sheet.meant and len(own) == len(others) == 1:
        return own[0]
    if alone and len(maps) == len(sheets) == 1 and not (sheet.meant and maps[0].meant and sheet.meant != maps[0].meant):
        return maps[0]
    return None


def holds_plans(names: Iterable[str]) -> bool:
    """Among the names in a zip are maps or sheets."""
    return any(Path(name).suffix.casefold() in MAPS | SHEETS for name in names)


def unpacked(bundle: Bundle, folder: Path, feedback: Feedback) -> tuple[Path | None, Path | None]:
    """The map and the workbook of a delivery; what is in a zip is unpacked in a folder of ours, once the zip is judged.

    :raises LmvwError: when a zip is damaged, is no zip that somebody packs, or holds more than one map or workbook.
    :raises Cancelled: when the user cancels.
    """
    files = bundle.files
    if files[0].suffix.casefold() == _ZIP:
        _unpack(files[0], folder, feedback)
        inside = [path for path in sorted(folder.iterdir()) if path.suffix.casefold() in MAPS | SHEETS]
        gdb = {path.parent for path in folder.rglob("*.gdbtable")}
        files = tuple(dict.fromkeys([*(path for path in inside if path.is_file()), *gdb]))
    maps, sheets = ([path for path in files if path.suffix.casefold() in kinds] for kinds in (MAPS, SHEETS))
    if len(maps) > 1 or len(sheets) > 1:
        names = ", ".join(path.name for path in (maps if len(maps) > 1 else sheets))
        raise LmvwError(tr("in ‘{name}’ staan meer bestanden met plannen ({names}); pak uit wat u nodig hebt en geef dat op.").format(
            name=bundle.name, names=names
        ))  # fmt: skip
    return next(iter(maps), None), next(iter(sheets), None)


def _unpack(path: Path, folder: Path, feedback: Feedback) -> None:
    """The files of a zip, without their folders but that of a file geodatabase.

    :raises LmvwError: when it is damaged, or no zip that somebody packs.
    """
    try:
        with judged(path) as archive:
            for entry in archive.infolist():
                *folders, name = entry.filename.replace("\\", "/").split("/")
                if not name or name.startswith(".") or "__MACOSX" in folders:
                    continue
                if ".." in folders or wrong_file(name, (), ()):
                    raise ValueError
                own = next((part for part in folders if part.casefold().endswith(".gdb")), "")
                target = folder / own / name if own and not wrong_file(own, (), ()) else folder / name
                if target.exists():
                    raise ValueError
                target.parent.mkdir(exist_ok=True)
                with target.open("wb") as written:
                    written.writelines(pieces(archive, entry.filename, feedback))
    except UNREADABLE as error:
        said = tr("‘{name}’ is geen zip die hier uitgepakt kan worden; pak hem zelf uit, of vraag hem opnieuw op.")
        raise LmvwError(said.format(name=path.name)) from error


def is_mapping(path: Path) -> bool:
    """A document that says which column fills which field: it is no plans, and may lie among them."""
    with suppress(OSError), path.open("rb") as file:
        return b'"lmvw_kolomkoppeling"' in file.read(200)
    return False
