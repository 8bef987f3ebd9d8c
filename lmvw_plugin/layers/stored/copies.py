# SPDX-License-Identifier: GPL-2.0-or-later
"""The files that a run reads, in copies of one moment: what their columns really hold, and what is odd about them.

A file that nobody has open here is never opened in its place: GDAL writes in a database that it only reads, and beside it.
"""

from __future__ import annotations

import os
import re
import shutil
import time
import zipfile
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

from qgis.core import QgsFields, QgsVectorLayer

from ...core.basisset.values import seen_text
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from ..files import OwnFolder
from ..moment import copy_of, is_database, left_behind
from .at_rest import AtRest, laid_to_rest, without_triggers
from .letters import mended
from .values import Odd, StoredRow, odd_values, only_table, stored_rows

_SUFFIXES = (".gpkg", ".sqlite", ".db")  # in a zip
_LOG = "-wal"
_TICK = 3_000_000_000  # nanoseconds: a disk counts in steps of two seconds at most (exFAT)
_IN_ZIP = re.compile(r"/vsizip/(?P<zip>.+?\.zip)/(?P<member>[^|]+)", re.IGNORECASE)


class SourceCopy:
    """Copies of the files that a run reads, as long as this object lives. The files themselves are only looked at.

    ``feedback`` may cancel a wait for another program, of ``patience`` seconds, and is told for whom we wait.

    ``shares``: the copies of the check that it was handed are good as they are; else each is copied once more when it is asked for.

    :param ask: views and computed columns of a file may be asked what they show.
    """

    def __init__(self, ask: bool = True) -> None:
        self.feedback: Feedback | None = None
        self.patience = 0.0
        self.shares = False
        self._ask = ask
        self._rests: dict[Path, AtRest] = {}  # by copy
        self._numbers = count()
        self._young: set[tuple[Any, ...]] = set()  # of files that were written just before they were copied
        self._made: dict[tuple[Any, ...], Path] = {}  # by the file, and by size and moment of it, its log and its journal
        self._lent: dict[tuple[Any, ...], Path] = {}  # those of the check
        self._lender: SourceCopy | None = None  # lives as long as we do, and so do they

    @cached_property
    def _own(self) -> OwnFolder:
        return OwnFolder()

    @property
    def _folder(self) -> Path:
        return self._own.path

    def _room(self) -> Path:
        """A folder for one copy."""
        folder = self._folder / str(next(self._numbers))
        folder.mkdir()
        return folder

    def _seen(self, text: str) -> tuple[Any, ...]:
        """A file with size and moment of it, its log and its journal."""
        there = list(_there(Path(text)))
        state = (text, *((tail, status.st_size, status.st_mtime_ns) for tail, status in there))
        if state not in self._made and time.time_ns() - max(status.st_mtime_ns for _, status in there) < _TICK:
            self._young.add(state)
        return state

    def of(self, given: str) -> str:
        """A layer or file as it was given, in a copy of its file when that is a SQLite database.

        :raises Locked: when another program keeps the file to itself.
        :raises LmvwError: when the file is damaged, or a zip has two files of one name.
        """
        text, mark, options = given.partition("|")
        path = Path(text)
        if path.suffix.casefold() == ".zip" and zipfile.is_zipfile(path):
            _require_no_twins(path)
        if path in self._made.values() or not is_database(path):
            return given
        state = self._seen(text)
        if not self._has(state):
            self._made[state] = copy_of(path, self._room(), self.feedback, self.patience)
            without_triggers(self._made[state])
        return f"{self._made[state]}{mark}{options}"

    def has(self, read: str) -> bool:
        """A layer or file is one of these copies."""
        return Path(read.partition("|")[0]) in self._made.values()

    def _has(self, state: tuple[Any, ...]) -> bool:
        """A file in this state is copied, by us or by the check."""
        lent = self._lent.get(state)
        if state in self._made or lent is None:
            return state in self._made
        if self.shares:
            self._made[state] = lent
            return True
        with suppress(OSError):  # no room: the run says so when it copies the file itself
            own = self._made[state] = Path(shutil.copyfile(lent, self._room() / lent.name))
            if lent in self._rests:
                self._rests[own] = self._rests[lent]
        return state in self._made

    def handed_on(self) -> SourceCopy:
        """Copies for the run that follows a check: of a file that has not changed since, those of the check are good.

        It gets its own, since QGIS may have the others open in the window; unless it knows better (``shares``). What was written just before it
        was copied may have been written again in the same moment of the disk's clock: that is not among them.
        """
        run = SourceCopy(self._ask)
        run._lender, run._rests = self, dict(self._rests)
        run._lent = {state: made for state, made in {**self._lent, **self._made}.items() if len(state) > 1 and state not in self._young}
        return run

    def resting(self, given: str) -> str:
        """As ``of``, for a file that anybody may have made: nothing in the copy is worked out when it is read.

        :raises Locked: as ``of``.
        :raises LmvwError: as ``of``, and when the layer that is named, or every layer, is a query that cannot be answered.
        """
        if self.shares:  # what is open cannot be laid to rest
            self.shares = False
            self._made = {state: made for state, made in self._made.items() if made not in self._lent.values()}
        read = self._out_of_zip(self.of(given))
        path, rest = Path(read.partition("|")[0]), self.at_rest(read)
        if rest is None and path in self._made.values() and self._own.path in path.parents:
            rest = self._rests[path] = laid_to_rest(path, self._ask, self.feedback)
        wanted = layer_in(read)
        if rest is not None and wanted:
            for name, said in rest.not_read:
                if name == wanted:
                    raise LmvwError(said)
        return read

    def _out_of_zip(self, given: str) -> str:
        """A database that is alone in a zip, out of it: GDAL would read it there as it is."""
        zipped, mark, options = given.partition("|")
        path = Path(zipped)
        if path.suffix.casefold() != ".zip" or not zipfile.is_zipfile(path):
            return given
        state = self._seen(zipped)
        with zipfile.ZipFile(path) as archive:
            files = [name for name in archive.namelist() if not name.endswith("/")]
            if len(files) != 1 or not files[0].casefold().endswith(_SUFFIXES):
                return given
            if not self._has(state):
                self._made[state] = Path(archive.extract(files[0], self._room()))
                without_triggers(self._made[state])
        return f"{self._made[state]}{mark}{options}"

    def at_rest(self, read: str) -> AtRest | None:
        """What became of the queries in a copy that ``resting`` gave."""
        return self._rests.get(Path(read.partition("|")[0]))

    def had_log(self, given: str) -> bool:
        """A write-ahead log stood beside a file when it was copied."""
        text = given.partition("|")[0]
        return any(state[0] == text and any(tail == _LOG for tail, *_ in state[1:]) for state in (*self._made, *self._lent))

    def adopt(self, copy: Path) -> None:
        """A copy that somebody else made, and removes: it need not be copied again."""
        self._made[(copy,)] = copy

    def stored_of(self, layer: QgsVectorLayer) -> Stored:
        """What the file of a layer really holds, but for what was typed since and is not saved.

        :raises LmvwError: as ``of``.
        """
        if layer.providerType() != "ogr":
            return NOTHING_STORED
        buffer, names = layer.editBuffer(), layer.fields().names()
        typed = buffer.changedAttributeValues() if buffer is not None else {}
        return replace(
            self.stored(self.of(layer.source())), typed={fid: frozenset(names[at] for at in values) for fid, values in typed.items()}
        )

    def stored(self, uri: str) -> Stored:
        """What a layer really holds, where GDAL or QGIS gives something else.

        :param uri: of the layer, in a copy or in a zip.
        """
        text = uri.partition("|")[0]
        table = layer_in(uri)
        zipped = _IN_ZIP.match(text)
        if zipped and zipped["member"].casefold().endswith((*_SUFFIXES, ".shp")):
            folder = self._folder / f"zip{len(list(self._folder.iterdir()))}"
            with zipfile.ZipFile(zipped["zip"]) as archive:
                stem = zipped["member"].rpartition(".")[0] + "."
                for name in archive.namelist():
                    if name == zipped["member"] or (name.startswith(stem) and name.casefold().endswith((".dbf", ".cpg"))):
                        archive.extract(name, folder)
            text = str(folder / zipped["member"])
        path = Path(text)
        base = is_database(path)
        if not table and base:
            table = only_table(path)
        if table and path.is_dir() and path.suffix.casefold() != ".gdb":  # a folder of shapefiles
            path /= f"{table}.shp"
        if table and base:
            return Stored((path, table))
        dbf = next((file for file in (path.with_suffix(".dbf"), path.with_suffix(".DBF")) if file.is_file()), None)
        return Stored(dbf=dbf if path.suffix.casefold() in (".shp", ".dbf") else None)


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a layer is stored: the table of a database, or the file of texts; to be read while its copy is there.

    ``typed``: the columns of a feature that no longer are as they are stored.
    """

    table: tuple[Path, str] | None = None
    dbf: Path | None = None
    typed: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def values(self, words: Collection[str]) -> tuple[Odd, list[str]]:
        """The values that are not what QGIS gives, by feature and column, and sentences on them.

        :param words: the texts of the worksheet, which tell the encoding of a shapefile.
        """
        odd, said = mended(self.dbf, words) if self.dbf else (odd_values(*self.table) if self.table else {}, [])
        if self.typed:
            odd = {
                fid: {name: raw for name, raw in values_of.items() if name not in self.typed.get(fid, ())} for fid, values_of in odd.items()
            }
        return odd, said

    def rows(self, fields: QgsFields) -> Iterator[StoredRow] | None:
        """All rows as they are stored, with the values of these columns; None when QGIS must be asked for them."""
        return None if self.table is None or self.typed else stored_rows(*self.table, fields)


NOTHING_STORED = Stored()


def layer_in(uri: str) -> str:
    """The layer that is named in a text such as ``plannen.gpkg|layername=hard``; empty where none is."""
    return uri.partition("|")[2].partition("layername=")[2].split("|")[0]


def about_file(path: Path, had_log: bool = False) -> Iterator[str]:
    """What is odd about a database that a program left behind, or that may have been copied while it was open.

    :param had_log: a log stood beside it when we copied it: whoever had it open closed it since, and lost nothing.
    """
    if not is_database(path):
        return
    tails = {tail: status.st_size for tail, status in _there(path)}
    if tails.get("-journal"):
        yield tr("In ‘{name}’ is een schrijfactie bezig of afgebroken (er staat een bestand ‘{name}-journal’ naast); gelezen is wat er vóór die actie stond. "
                 "Controleer of dat is wat u verwacht.").format(name=path.name)  # fmt: skip
    elif _LOG not in tails and not had_log and left_behind(path):
        yield tr("Naast ‘{name}’ staat geen bestand ‘{name}-wal’. Dat is goed als het bestand gesloten was toen het hier kwam; was het nog ergens open, "
                 "dan kunnen de laatste wijzigingen missen. Sluit het dan daar en kopieer het opnieuw.").format(name=path.name)  # fmt: skip
    elif tails.get(_LOG):
        yield tr("Een ander programma heeft ‘{name}’ open of sloot het niet goed af (er staat een bestand ‘{name}-wal’ naast); "
                 "alles wat daar is opgeslagen is gelezen.").format(name=path.name)  # fmt: skip


def _require_no_twins(path: Path) -> None:
    """Of two files of one name in a zip, one program reads the first and another the last.

    :raises LmvwError: when there are.
    """
    with zipfile.ZipFile(path) as archive:
        often = Counter(archive.namelist())
    twin = next((name for name, count in often.items() if count > 1), None)
    if twin is not None:
        raise LmvwError(
            tr("Bestand ‘{name}’ bevat twee bestanden met dezelfde naam (‘{twin}’); pak het uit en kies het goede bestand.").format(
                name=path.name, twin=seen_text(twin)
            )
        )


def _there(path: Path) -> Iterator[tuple[str, os.stat_result]]:
    """A database, its log and its journal, by what their names end in; log and journal come and go while somebody works in it."""
    yield "", path.stat()
    for tail in (_LOG, "-journal"):
        with suppress(FileNotFoundError):
            yield tail, path.with_name(path.name + tail).stat()
