# SPDX-License-Identifier: GPL-2.0-or-later
"""What a province asks beside the standard package, as data: a JSON file says which columns it wants and how they are filled.

The schema is in ``resources/profielen/schema.json``; a province can write its own profile without any code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .. import paths
from ..basisset import fields as b
from ..basisset.codelists import Gemeente
from ..basisset.peildatum import Peildatum
from ..basisset.values import amount
from ..errors import LmvwError, reason_of
from ..i18n import later, tr

if TYPE_CHECKING:
    from ..rules.plans import Plan

FORMATS = ("geojson", "gdb", "gpkg", "werkbladen")
YEARS = ("dit", "eerste", "laatste")
_SCHEMA_FILE = "schema.json"
SOURCES = ("veld", "vast", "som", "jaar", "fasering")
MEASURES = {"bruto": "bruto_totaal", "sloop": "sloop_totaal"}


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
            return 0 if slot is None else amount(plan.get(b.phasing(MEASURES[str(self.value)])[slot]))
        answer = plan.get(str(self.value))
        if self.values:
            return self.values.get(_word(answer))
        return _word(answer) if isinstance(answer, bool) else answer


@dataclass(frozen=True, slots=True)
class Profile:
    """A province's wish. ``limits`` are sentences: what the format cannot carry; ``provinces`` are those that ask it, empty for any."""

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
    provinces: tuple[str, ...] = ()

    def not_of(self, gemeente: Gemeente) -> str:
        """What to say when the province of a municipality is none of those that ask this; else nothing."""
        if not self.provinces or gemeente.provincie in self.provinces:
            return ""
        return tr("Profiel ‘{title}’ is van provincie {provinces}, en {gemeente} ligt in {provincie}; kies het profiel van uw eigen provincie "
                  "als dat niet zo hoort.").format(title=self.title, provinces=", ".join(self.provinces), gemeente=gemeente.name,
                                                   provincie=gemeente.provincie)  # fmt: skip

    def readme_lines(self, files: Sequence[str]) -> list[str]:
        """Lines for ``LEESMIJ.txt``."""
        if not files:
            return []
        named = files[0] if len(files) == 1 else tr("{folder} ({count} bestanden)").format(folder=Path(files[0]).parent, count=len(files))
        return [tr("Profiel {title}: {files}").format(title=self.title, files=named), *(f"- {limit}" for limit in self.limits)]


STANDARD = Profile("lmvw", later("LMVW-standaard"))


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

    :raises LmvwError: with every place where something else should stand.
    """
    from .profile_reader import read_document  # which makes what stands here

    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise LmvwError(tr("Profiel ‘{path}’ kan niet gelezen worden ({reason}).").format(path=path, reason=reason_of(error))) from error
    except RecursionError as error:
        raise LmvwError(tr("Profiel ‘{path}’ is te diep genest om een profiel te zijn.").format(path=path)) from error
    except json.JSONDecodeError as error:
        raise LmvwError(tr("Profiel ‘{path}’ is geen geldige JSON (tekstregel {line}).").format(path=path, line=error.lineno)) from error
    except ValueError as error:  # no UTF-8, or a number of thousands of digits
        raise LmvwError(
            tr("Profiel ‘{path}’ is geen geldige JSON: het is geen tekst in UTF-8, of heeft een veel te lang getal.").format(path=path)
        ) from error
    return read_document(document, path.name)


def slots(plan: Plan, peildatum: Peildatum) -> Iterator[tuple[int, int]]:
    """Slot and first year of each stretch of the phasing in which the plan builds or demolishes."""
    for slot, names in enumerate(zip(b.phasing("bruto_totaal"), b.phasing("sloop_totaal"), strict=True)):
        if any(amount(plan.get(name)) for name in names):
            yield slot, peildatum.span(slot)[0]


def _year(plan: Plan, peildatum: Peildatum, which: str, slot: int | None) -> int | None:
    if which == "dit":
        return None if slot is None else peildatum.span(slot)[0]
    years = [peildatum.span(index) for index, name in enumerate(b.phasing("bruto_totaal")) if amount(plan.get(name))]
    if not years:
        return None
    return years[0][0] if which == "eerste" else years[-1][1]


def _sum(plan: Plan, names: object) -> int | None:
    parts = [str(name) for name in names] if isinstance(names, list) else []
    answers = [plan.get(name.removeprefix("-")) for name in parts]
    if all(answer is None for answer in answers):
        return None
    return sum(-amount(plan.get(name[1:])) if name.startswith("-") else amount(plan.get(name)) for name in parts)


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return "" if value is None else str(value)
