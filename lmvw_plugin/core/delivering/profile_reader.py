# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the document of a profile, and says all that is wrong with it at once, each with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from ..basisset import fields as b
from ..basisset.codelists import gemeenten
from ..errors import LmvwError
from ..i18n import several, tr
from . import delivery as d
from . import file_names as names
from .profiles import FORMATS, MEASURES, SOURCES, YEARS, Column, Profile

_PACKAGE = (d.GPKG, d.XLSX, d.REPORT, d.MANIFEST, d.README)
_SUFFIXES = {"geojson": (".geojson", ".json"), "gdb": (".gdb.zip",), "gpkg": (".gpkg",), "werkbladen": ()}
_FIRST_YEARS = range(1900, 2201)
_LARGEST = 2**31 - 1  # what a column with whole numbers holds
_MOST = 12  # complaints in one sentence
_KEYS = (
    "naam",
    "titel",
    "formaat",
    "bestand",
    "laag",
    "kan_niet",
    "kolommen",
    "jaren",
    "eerste_jaar",
    "ook_afgerond",
    "provincies",
    "$schema",
)


def read_document(document: object, file: str) -> Profile:
    """The profile that a document describes.

    :raises LmvwError: with all complaints.
    """
    reader = _Reader()
    profile = reader.profile(document)
    if reader.complaints:
        complaints = list(dict.fromkeys(reader.complaints))
        more = tr("; en nog {count}").format(count=several(len(complaints) - _MOST, "fout", "fouten")) if len(complaints) > _MOST else ""
        raise LmvwError(tr("Profiel ‘{file}’, {complaints}.").format(file=file, complaints="; ".join(complaints[:_MOST]) + more))
    return profile


class _Reader:
    """Reads on after a mistake; what it then makes up is never used."""

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self._kind = ""

    def wrong(self, where: str, what: str) -> None:
        if what:
            self.complaints.append(f"{where}: {what}")

    def profile(self, document: object) -> Profile:
        whole = self.mapping(document, tr("het geheel"), _KEYS)
        if whole is None:
            return Profile("", "")
        self._kind = self.text(whole, "formaat")
        if self._kind and self._kind not in FORMATS:
            self.wrong(
                "formaat", tr("‘{found}’ kan de plugin niet schrijven; kies uit {names}").format(found=self._kind, names=", ".join(FORMATS))
            )
        file = self.text(whole, "bestand")
        if file:
            self.wrong("bestand", names.wrong_file(file, _PACKAGE, _SUFFIXES.get(self._kind, ())))
        layer = self.text(whole, "laag") if "laag" in whole else b.LAYER
        self.layer(layer, "laag")
        name, years = "", whole.get("jaren")
        in_years: tuple[Column, ...] = ()
        if years is not None:
            table = self.mapping(years, "jaren", ("naam", "kolommen")) or {}
            name = self.text(table, "naam", "jaren.")
            self.layer(name, "jaren.naam")
            if name.casefold() == layer.casefold():
                self.wrong("jaren.naam", tr("‘{name}’ heet de laag al").format(name=name))
            in_years = self.columns(table.get("kolommen"), "jaren.kolommen", in_years=True)
        limits = whole.get("kan_niet", [])
        if not isinstance(limits, list) or not all(isinstance(limit, str) for limit in limits):
            self.wrong("kan_niet", tr("hier hoort een lijst met zinnen"))
            limits = []
        for limit in limits:
            self.wrong("kan_niet", names.unseen(limit))
        provinces, known = whole.get("provincies", []), {gemeente.provincie for gemeente in gemeenten().values()}
        if not isinstance(provinces, list) or not all(isinstance(province, str) and province in known for province in provinces):
            self.wrong("provincies", tr("hier hoort een lijst met namen van provincies: {names}").format(names=", ".join(sorted(known))))
            provinces = []
        first = whole.get("eerste_jaar")
        if first is not None and (type(first) is not int or first not in _FIRST_YEARS):
            self.wrong("eerste_jaar", tr("hier hoort een jaartal"))
        return Profile(
            name=self.text(whole, "naam"), title=self.text(whole, "titel"), format=self._kind, file=file, layer=layer, limits=tuple(limits),
            columns=self.columns(whole.get("kolommen"), "kolommen"), years_name=name, years=in_years,
            first_year=first if type(first) is int else None, finished=whole.get("ook_afgerond") is True,
            provinces=tuple(provinces),
        )  # fmt: skip

    def layer(self, name: str, where: str) -> None:
        if name and self._kind == "werkbladen":
            self.wrong(where, names.wrong_sheet(name))
        elif name and self._kind in ("gdb", "gpkg"):
            self.wrong(where, names.wrong_table(name, self._kind == "gdb"))

    def columns(self, items: object, where: str, in_years: bool = False) -> tuple[Column, ...]:
        if not isinstance(items, list) or not items:
            self.wrong(where, tr("hier hoort een lijst met minstens één kolom"))
            return ()
        columns = tuple(self.column(item, f"{where}[{number}]", in_years) for number, item in enumerate(items, start=1))
        seen: set[tuple[str, str]] = set()
        for column in columns:
            key = (column.name.casefold() if self._kind in ("gdb", "gpkg") else column.name, column.group)
            if column.name and key in seen:
                self.wrong(where, tr("kolom ‘{name}’ staat er twee keer").format(name=column.name))
            seen.add(key)
        return columns

    def column(self, item: object, where: str, in_years: bool) -> Column:
        whole = self.mapping(item, where, ("naam", "waarden", "groep", "jaren", *SOURCES))
        if whole is None:
            return Column("", "vast", None, {})
        name = self.text(whole, "naam", f"{where}.")
        where_column = f"{where} ‘{name}’"
        if name and self._kind in ("gdb", "gpkg"):
            self.wrong(where_column, names.wrong_column(name, self._kind == "gdb"))
        given = [source for source in SOURCES if source in whole]
        if len(given) != 1:
            self.wrong(where_column, tr("geef precies één van {names}").format(names=", ".join(SOURCES)))
            return Column(name, "vast", None, {})
        source, value = given[0], whole[given[0]]
        self.source(source, value, where_column, in_years)
        values = whole.get("waarden", {})
        if not isinstance(values, dict) or not all(isinstance(word, str) for word in values.values()):
            self.wrong(where_column, tr("‘waarden’ koppelt elke waarde aan een tekst"))
            values = {}
        for word in values.values():
            self.wrong(where_column, names.unseen(word))
        phased, group = whole.get("jaren", ""), whole.get("groep", "")
        if phased not in ("", *MEASURES):
            self.wrong(where_column, tr("‘jaren’ is bruto of sloop"))
        if not isinstance(group, str):
            self.wrong(where_column, tr("‘groep’ is een tekst"))
        else:
            self.wrong(where_column, names.unseen(group))
        return Column(name, source, value, values, str(group), str(phased))

    def source(self, source: str, value: object, where: str, in_years: bool) -> None:
        """Where the value of a column comes from."""
        if source == "veld":
            self.field(value, where)
        elif source == "som":
            if not isinstance(value, list) or not value:
                self.wrong(where, tr("‘som’ is een lijst met velden"))
                return
            for part in value:
                self.field(str(part).removeprefix("-"), where, b.Kind.COUNT)
        elif source == "jaar" and (value not in YEARS or (value == "dit" and not in_years)):
            self.wrong(where, tr("‘jaar’ is eerste of laatste, of dit binnen ‘jaren’"))
        elif source == "fasering" and (not isinstance(value, str) or value not in MEASURES or not in_years):
            self.wrong(where, tr("‘fasering’ is bruto of sloop, en kan alleen binnen ‘jaren’"))
        elif source == "vast":
            if isinstance(value, str):
                self.wrong(where, names.unseen(value))
            elif value is not None and (type(value) is not int or abs(value) > _LARGEST):
                self.wrong(where, tr("‘vast’ is een tekst, een geheel getal of null"))

    def field(self, name: object, where: str, kind: b.Kind | None = None) -> None:
        known = [field.name for field in b.COLUMNS if kind is None or field.kind is kind]
        if name not in known:
            self.wrong(where, tr("veld ‘{name}’ kent het planbestand niet").format(name=name) + _near(str(name), known))

    def mapping(self, document: object, where: str, known: Sequence[str]) -> Mapping[str, object] | None:
        if not isinstance(document, dict):
            self.wrong(where, tr("hier hoort een object tussen accolades"))
            return None
        for name in document:
            if name not in known:
                self.wrong(where, tr("‘{name}’ is onbekend").format(name=name) + _near(name, known))
        return document

    def text(self, document: Mapping[str, object], name: str, before: str = "") -> str:
        value = document.get(name)
        if not isinstance(value, str) or not value.strip():
            self.wrong(before + name, tr("hier hoort een tekst"))
            return ""
        self.wrong(before + name, names.unseen(value))
        return value


def _near(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name[:100], known, 1)
    return tr("; bedoelt u ‘{near}’?").format(near=near[0]) if near else ""
