# SPDX-License-Identifier: GPL-2.0-or-later
"""What a province asks beside the standard package, as data: a JSON file says which columns it wants and how they are filled.

The schema is in ``resources/profielen/schema.json``; a province can write its own profile without any code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from . import basisset as b
from . import paths
from .errors import LmvwError, reason_of
from .i18n import tr
from .peildatum import Peildatum
from .plan_rules import Plan

FORMATS = ("geojson", "gdb", "gpkg", "werkbladen")
YEARS = ("dit", "eerste", "laatste")
_SCHEMA_FILE = "schema.json"
_SOURCES = ("veld", "vast", "som", "jaar", "fasering")
_MEASURES = {"bruto": "bruto_totaal", "sloop": "sloop_totaal"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column and where its value comes from: exactly one of the sources."""

    name: str
    source: str
    value: object
    values: Mapping[str, str]
    group: str = ""  # of a row in a workbook per plan
    phased: str = ""  # measure whose years stand behind that row

    @property
    def is_number(self) -> bool:
        """The column holds whole numbers."""
        if self.source == "veld":
            return b.BY_NAME[str(self.value)].kind is b.Kind.COUNT
        return self.source in ("som", "jaar", "fasering") or (self.source == "vast" and isinstance(self.value, int))

    def of(self, plan: Plan, peildatum: Peildatum, slot: int | None = None) -> object:
        """The value for a plan, in one slot of the phasing when one is given."""
        if self.source == "vast":
            return self.value
        if self.source == "som":
            return _sum(plan, self.value)
        if self.source == "jaar":
            return _year(plan, peildatum, str(self.value), slot)
        if self.source == "fasering":
            return 0 if slot is None else _number(plan, b.phasing(_MEASURES[str(self.value)])[slot])
        found = plan.get(str(self.value))
        if self.values:
            return self.values.get(_word(found))
        return _word(found) if isinstance(found, bool) else found


@dataclass(frozen=True, slots=True)
class Profile:
    """A province's wish. ``limits`` are sentences: what the format cannot carry."""

    name: str
    title: str
    format: str = ""
    file: str = ""
    layer: str = ""
    limits: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    years_name: str = ""
    years: tuple[Column, ...] = ()
    first_year: int | None = None
    finished: bool = False  # realised and cancelled plans go too

    def readme_lines(self, files: Sequence[str]) -> list[str]:
        """Lines for ``LEESMIJ.txt``."""
        if not files:
            return []
        named = files[0] if len(files) == 1 else tr("{folder} ({count} bestanden)").format(folder=Path(files[0]).parent, count=len(files))
        return [tr("Profiel {title}: {files}").format(title=self.title, files=named), *(f"- {limit}" for limit in self.limits)]


STANDARD = Profile("lmvw", "LMVW-standaard")


def names() -> list[str]:
    """The profiles that come with the plugin, by file name, the standard first."""
    return [STANDARD.name, *sorted(path.stem for path in paths.PROFILES.glob("*.json") if path.name != _SCHEMA_FILE)]


def profile_named(name: str) -> Profile:
    """A profile that comes with the plugin.

    :raises LmvwError: when there is none of that name.
    """
    if name in ("", STANDARD.name):
        return STANDARD
    if name not in names():
        raise LmvwError(tr("Profiel ‘{name}’ bestaat niet; kies uit {names}.").format(name=name, names=", ".join(names())))
    return read_profile(paths.PROFILES / f"{name}.json")


def read_profile(path: Path) -> Profile:
    """A profile from its JSON file.

    :raises LmvwError: with the place and what should stand there.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LmvwError(tr("Profiel ‘{path}’ kan niet gelezen worden ({reason}).").format(path=path, reason=reason_of(error))) from error
    except ValueError as error:
        raise LmvwError(tr("Profiel ‘{path}’ is geen geldige JSON ({reason}).").format(path=path, reason=error)) from error
    return _Reader(path.name).profile(document)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads a document; every complaint names its place."""

    file: str

    def wrong(self, where: str, what: str) -> LmvwError:
        return LmvwError(tr("Profiel ‘{file}’, {where}: {what}.").format(file=self.file, where=where, what=what))

    def profile(self, document: object) -> Profile:
        whole = self.mapping(document, tr("het geheel"), ("naam", "titel", "formaat", "bestand", "laag", "kan_niet", "kolommen", "jaren",
                                                          "eerste_jaar", "ook_afgerond", "$schema"))  # fmt: skip
        kind = self.text(whole, "formaat")
        if kind not in FORMATS:
            raise self.wrong(
                "formaat", tr("‘{found}’ kan de plugin niet schrijven; kies uit {names}").format(found=kind, names=", ".join(FORMATS))
            )
        file = self.text(whole, "bestand")
        if Path(file).name != file or file.startswith(".") or not file:
            raise self.wrong("bestand", tr("geef een bestandsnaam zonder map"))
        years = whole.get("jaren")
        name = ""
        columns: tuple[Column, ...] = ()
        if years is not None:
            table = self.mapping(years, "jaren", ("naam", "kolommen"))
            name, columns = self.text(table, "naam", "jaren."), self.columns(table.get("kolommen"), "jaren.kolommen", in_years=True)
        limits = whole.get("kan_niet", [])
        if not isinstance(limits, list) or not all(isinstance(limit, str) for limit in limits):
            raise self.wrong("kan_niet", tr("hier hoort een lijst met zinnen"))
        first = whole.get("eerste_jaar")
        if first is not None and type(first) is not int:
            raise self.wrong("eerste_jaar", tr("hier hoort een jaartal"))
        return Profile(
            name=self.text(whole, "naam"), title=self.text(whole, "titel"), format=kind, file=file,
            layer=self.text(whole, "laag") if "laag" in whole else b.LAYER, limits=tuple(limits),
            columns=self.columns(whole.get("kolommen"), "kolommen"), years_name=name, years=columns, first_year=first,
            finished=whole.get("ook_afgerond") is True,
        )  # fmt: skip

    def columns(self, items: object, where: str, in_years: bool = False) -> tuple[Column, ...]:
        if not isinstance(items, list) or not items:
            raise self.wrong(where, tr("hier hoort een lijst met minstens één kolom"))
        found = tuple(self.column(item, f"{where}[{number}]", in_years) for number, item in enumerate(items, start=1))
        names = [(column.name, column.group) for column in found]
        double = next((name for name, group in names if names.count((name, group)) > 1), None)
        if double is not None:
            raise self.wrong(where, tr("kolom ‘{name}’ staat er twee keer").format(name=double))
        return found

    def column(self, item: object, where: str, in_years: bool) -> Column:
        whole = self.mapping(item, where, ("naam", "waarden", "groep", "jaren", *_SOURCES))
        name = self.text(whole, "naam", f"{where}.")
        given = [source for source in _SOURCES if source in whole]
        if len(given) != 1:
            raise self.wrong(f"{where} ‘{name}’", tr("geef precies één van {names}").format(names=", ".join(_SOURCES)))
        source, value = given[0], whole[given[0]]
        place = f"{where} ‘{name}’"
        if source == "veld":
            self.field(value, place)
        elif source == "som":
            if not isinstance(value, list) or not value:
                raise self.wrong(place, tr("‘som’ is een lijst met velden"))
            for part in value:
                self.field(str(part).removeprefix("-"), place, b.Kind.COUNT)
        elif source == "jaar" and (value not in YEARS or (value == "dit" and not in_years)):
            raise self.wrong(place, tr("‘jaar’ is eerste of laatste, of dit binnen ‘jaren’"))
        elif source == "fasering" and (value not in _MEASURES or not in_years):
            raise self.wrong(place, tr("‘fasering’ is bruto of sloop, en kan alleen binnen ‘jaren’"))
        elif source == "vast" and not (value is None or isinstance(value, (str, int))):
            raise self.wrong(place, tr("‘vast’ is een tekst, een geheel getal of null"))
        values = whole.get("waarden", {})
        if not isinstance(values, dict) or not all(isinstance(word, str) for word in values.values()):
            raise self.wrong(place, tr("‘waarden’ koppelt elke waarde aan een tekst"))
        phased = whole.get("jaren", "")
        if phased not in ("", *_MEASURES):
            raise self.wrong(place, tr("‘jaren’ is bruto of sloop"))
        return Column(name, source, value, values, str(whole.get("groep", "")), str(phased))

    def field(self, name: object, where: str, kind: b.Kind | None = None) -> None:
        known = [field.name for field in b.COLUMNS if kind is None or field.kind is kind]
        if name not in known:
            near = get_close_matches(str(name), known, 1)
            hint = tr("; bedoelt u ‘{near}’?").format(near=near[0]) if near else ""
            raise self.wrong(where, tr("veld ‘{name}’ kent het planbestand niet").format(name=name) + hint)

    def mapping(self, document: object, where: str, known: Sequence[str]) -> Mapping[str, object]:
        if not isinstance(document, dict):
            raise self.wrong(where, tr("hier hoort een object tussen accolades"))
        strange = next((name for name in document if name not in known), None)
        if strange is not None:
            near = get_close_matches(strange, known, 1)
            hint = tr("; bedoelt u ‘{near}’?").format(near=near[0]) if near else ""
            raise self.wrong(where, tr("‘{name}’ is onbekend").format(name=strange) + hint)
        return document

    def text(self, document: Mapping[str, object], name: str, before: str = "") -> str:
        value = document.get(name)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(before + name, tr("hier hoort een tekst"))
        return value


def slots(plan: Plan, peildatum: Peildatum) -> Iterator[tuple[int, int]]:
    """Slot and first year of each stretch of the phasing in which the plan builds or demolishes."""
    for slot, names in enumerate(zip(b.phasing("bruto_totaal"), b.phasing("sloop_totaal"), strict=True)):
        if any(_number(plan, name) for name in names):
            yield slot, peildatum.span(slot)[0]


def _year(plan: Plan, peildatum: Peildatum, which: str, slot: int | None) -> int | None:
    if which == "dit":
        return None if slot is None else peildatum.span(slot)[0]
    years = [peildatum.span(place) for place, name in enumerate(b.phasing("bruto_totaal")) if _number(plan, name)]
    if not years:
        return None
    return years[0][0] if which == "eerste" else years[-1][1]


def _sum(plan: Plan, names: object) -> int | None:
    parts = [str(name) for name in names] if isinstance(names, list) else []
    answers = [plan.get(name.removeprefix("-")) for name in parts]
    if all(answer is None for answer in answers):
        return None
    return sum(-_number(plan, name[1:]) if name.startswith("-") else _number(plan, name) for name in parts)


def _number(plan: Plan, name: str) -> int:
    value = plan.get(name)
    return value if isinstance(value, int) else 0


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return "" if value is None else str(value)
