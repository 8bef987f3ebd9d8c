# SPDX-License-Identifier: GPL-2.0-or-later
"""What everybody may see: public plans, and one sum for whatever is confidential; or one sum of all. Nothing here can hold a confidential plan.

Who writes public files is given these and nothing else (import contract).

What is guarded. A public plan has no number of its own (``plannummer``, ``plan_id``: a number that lacks tells of a plan), no toelichting
(free text, which may speak of another plan), and no place in the plan file: plans stand in the order of their names. The sum is always
there, also when it is 0, and every count in it is a number: whether there are confidential plans cannot be read from its presence, nor how
many from what is empty. It has no name, status, type or place, and no yes or no that would belong to one plan. What is made has no moment of
its own, so that the same plans and sums give the same bytes.

What cannot be guarded here: a sum that is above 0 tells that something is confidential, and one that few plans make up tells about
those plans: ``inference`` asks a person before it goes out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ..basisset import fields as b
from ..basisset.codelists import Gemeente
from ..basisset.peildatum import Peildatum
from ..i18n import tr

# What of a plan is never shown to everybody, and what is the same for all plans of a municipality.
_NOT_SHOWN = frozenset(("plan_id", "plannummer", "vertrouwelijk", "toelichting"))
FIELDS: tuple[b.Field, ...] = tuple(field for field in b.COLUMNS if field.name not in _NOT_SHOWN)
PLANS, SUM, ABOUT = "openbare_plannen", "vertrouwelijk_opgeteld", "over_dit_bestand"  # tables and sheets
WHOLE = "alle_plannen_opgeteld"  # the table and sheet where there are no public plans


@dataclass(frozen=True, slots=True)
class PublicPlan:
    """A plan that everybody may see: the values of ``FIELDS``, and its polygon in RD as WKB (a plain multipolygon)."""

    values: tuple[object, ...]
    wkb: bytes | None = None


@dataclass(frozen=True, slots=True)
class PublicVersion:
    """All that goes into public files. ``total`` has the sums of ``basisset.COUNTS`` over all confidential plans, each 0 or more."""

    gemeente: Gemeente
    peildatum: Peildatum
    plans: tuple[PublicPlan, ...]
    total: tuple[int, ...]
    sum_table: ClassVar[str] = SUM

    @property
    def name(self) -> str:
        """The name of the package, without suffix."""
        return f"LMVW_openbaar_{self.gemeente.code}_{self.peildatum}"

    @property
    def title(self) -> str:
        """Above a page of it."""
        return tr("Woningbouwplannen: openbare versie")

    @property
    def sum_words(self) -> str:
        """What the sum is of, in a table or a chart."""
        return tr("vertrouwelijk, opgeteld")

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of ``FIELDS``, with the real years."""
        return tuple(field.column_at(self.peildatum) for field in FIELDS)

    @property
    def titles(self) -> tuple[str, ...]:
        """The same as people read them."""
        return tuple(field.title_at(self.peildatum) for field in FIELDS)

    def sums(self) -> Iterator[tuple[str, str, int]]:
        """(column, title, dwellings) of each count of the summed plan."""
        return _sums(self)

    def about(self) -> list[tuple[str, str]]:
        """What every public file says of itself: that it is the public version, of when, and whose."""
        return _about(
            self,
            tr("De openbare versie van de woningbouwplannen: deze mag iedereen zien."),
            (tr("Vertrouwelijke plannen"), tr("Deze zijn opgeteld alsof het één plan is, zonder naam, status en plaats. Hun aantal wordt niet genoemd "
                                              "(Dataprotocol LMVW, artikel 13.d en 14).")),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class SummedVersion:
    """What a researcher may publish (geheimhoudingsverklaring of the Dataprotocol, A.1): the sums of all plans together, and not one plan.

    ``total`` is as in ``PublicVersion``, over public and confidential plans.
    """

    gemeente: Gemeente
    peildatum: Peildatum
    total: tuple[int, ...]
    plans: ClassVar[tuple[PublicPlan, ...]] = ()  # there is no place for any
    sum_table: ClassVar[str] = WHOLE

    @property
    def name(self) -> str:
        """The name of the package, without suffix."""
        return f"LMVW_opgeteld_{self.gemeente.code}_{self.peildatum}"

    @property
    def title(self) -> str:
        """Above a page of it."""
        return tr("Woningbouwplannen: alle plannen opgeteld")

    @property
    def sum_words(self) -> str:
        """What the sum is of, in a table or a chart."""
        return tr("alle plannen, opgeteld")

    def sums(self) -> Iterator[tuple[str, str, int]]:
        """(column, title, dwellings) of each count."""
        return _sums(self)

    def about(self) -> list[tuple[str, str]]:
        """What every file says of itself: that it is one sum, of when, whose, and by which text."""
        return _about(
            self,
            tr("De optelling van alle woningbouwplannen van de gemeente, de vertrouwelijke en de openbare samen."),
            (tr("Vertrouwelijke plannen"), tr("Over vertrouwelijke plannen kan ‘slechts gepubliceerd worden als onderdeel van de optelling van alle "
                                              "gemeentelijke woningbouwplannen, zowel de vertrouwelijke als openbare woningbouwplannen, waarbij het totaal "
                                              "aantal gemeentelijke woningbouwplannen niet vermeld wordt’ (Dataprotocol LMVW, geheimhoudingsverklaring, "
                                              "deel A, punt 1).")),
        )  # fmt: skip


Version = PublicVersion | SummedVersion


def _sums(version: Version) -> Iterator[tuple[str, str, int]]:
    for field, count in zip(b.COUNTS, version.total, strict=True):
        yield field.column_at(version.peildatum), field.title_at(version.peildatum), count


def _about(version: Version, what: str, confidential: tuple[str, str]) -> list[tuple[str, str]]:
    return [
        (tr("Wat dit is"), what),
        (tr("Gemeente"), f"{version.gemeente.name} ({version.gemeente.code})"),
        (tr("Peildatum"), version.peildatum.in_full),
        (tr("Bron"), tr("Woningbouwplannen van de gemeente {name}, volgens de Basisset 2.0 van de Landelijke Monitor Voortgang "
                        "Woningbouw.").format(name=version.gemeente.name)),
        confidential,
        (tr("Aantallen"), tr("Woningen die op de peildatum nog gebouwd of gesloopt worden. Leeg is niet beantwoord; in de optelling telt "
                             "dat als 0.")),
    ]  # fmt: skip
