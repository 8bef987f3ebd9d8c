# SPDX-License-Identifier: GPL-2.0-or-later
"""What everybody may see: public plans, and one sum for whatever is confidential. Nothing here can hold a confidential plan.

Who writes public files is given these and nothing else (import contract).

What is guarded. A public plan has no number of its own (``plannummer``, ``plan_id``: a number that lacks tells of a plan), no toelichting
(free text, which may speak of another plan), and no place in the plan file: plans stand in the order of their names. The sum is always
there, also when it is 0, and every count in it is a number: whether there are confidential plans cannot be read from its presence, nor how
many from what is empty. It has no name, status, type or place, and no yes or no that would belong to one plan. What is made has no moment of
its own, so that the same plans and sums give the same bytes.

What cannot be guarded here: a sum that is above 0 tells that something is confidential, and one that few plans make up tells about
those plans: ``inference`` asks a person before it goes out. Totals that others publish (a report to the council, a woondeal) are known to
people only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..basisset import fields as b
from ..basisset.codelists import Gemeente
from ..basisset.peildatum import Peildatum
from ..i18n import tr

# What of a plan is never shown to everybody, and what is the same for all plans of a municipality.
_NOT_SHOWN = frozenset(("plan_id", "plannummer", "vertrouwelijk", "toelichting"))
FIELDS: tuple[b.Field, ...] = tuple(field for field in b.COLUMNS if field.name not in _NOT_SHOWN)
PLANS, SUM, ABOUT = "openbare_plannen", "vertrouwelijk_opgeteld", "over_dit_bestand"  # tables and sheets


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

    @property
    def name(self) -> str:
        """The name of the package, without suffix."""
        return f"LMVW_openbaar_{self.gemeente.code}_{self.peildatum}"

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
        for field, count in zip(b.COUNTS, self.total, strict=True):
            yield field.column_at(self.peildatum), field.title_at(self.peildatum), count

    def about(self) -> list[tuple[str, str]]:
        """What every public file says of itself: that it is the public version, of when, and whose."""
        return [
            (tr("Wat dit is"), tr("De openbare versie van de woningbouwplannen: deze mag iedereen zien.")),
            (tr("Gemeente"), f"{self.gemeente.name} ({self.gemeente.code})"),
            (tr("Peildatum"), self.peildatum.in_full),
            (tr("Bron"), tr("Woningbouwplannen van de gemeente {name}, volgens de Basisset 2.0 van de Landelijke Monitor Voortgang "
                            "Woningbouw.").format(name=self.gemeente.name)),
            (tr("Vertrouwelijke plannen"), tr("Deze zijn opgeteld alsof het één plan is, zonder naam, status en plaats. Hun aantal wordt niet genoemd "
                                              "(Dataprotocol LMVW, artikel 13.d en 14).")),
            (tr("Aantallen"), tr("Woningen die op de peildatum nog gebouwd of gesloopt worden. Leeg is niet beantwoord; in de optelling telt "
                                 "dat als 0.")),
        ]  # fmt: skip
