# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes back to a municipality: of its delivery, only what it is to act on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from ..basisset.codelists import Gemeente
from ..basisset.peildatum import Peildatum
from .entries import Kind, Label, Place, Review

GPKG, PAGE, LAYER = "antwoord.gpkg", "antwoord.html", "opmerkingen"
NAMES = (GPKG, PAGE)  # in the zip, beside the manifest
TEXTS = ("nummer", "soort", "plan_id", "plannummer", "plannaam", "label", "tekst", "moment")  # the columns of the layer
SORT = "antwoord"  # what a manifest says that it is of
VERSION = "1.0"
LONGEST = 4000  # letters of a remark, or of a name
MOST = 20_000  # lines, more than a country has plans to say something of


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to act on: a label, a remark or a question. ``moment`` is the day. Nobody's name goes out: the province answers."""

    nummer: str
    soort: str
    plan_id: str
    plannummer: str
    plannaam: str
    label: str
    tekst: str
    moment: str
    place: Place | None = None

    @property
    def is_strijdig(self) -> bool:
        """It makes the plan confidential (art. 5.d)."""
        return self.soort == Kind.LABEL.value and self.label == Label.STRIJDIG.value


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one delivery, which is known by the SHA-256 of its package. ``made``: when, as ``jjjj-mm-ddTuu:mm:ss``."""

    provincie: str
    gemeente: Gemeente
    peildatum: Peildatum
    made: str
    delivery: str
    sha256: str
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        """The name of its file, without the end."""
        return f"LMVW_antwoord_{self.gemeente.code}_{self.peildatum}"


def lines(review: Review, delivered: Collection[str]) -> list[Line]:
    """What a municipality is to act on, labels first.

    A label that was taken back is told too, for the municipality may have had it. What is about a plan that is no longer delivered is not.

    :param delivered: the plan_id of each plan that is reviewed.
    """
    labels = [replace(entry, label=review.label_of(plan_id).value) for plan_id, entry in {**review.once, **review.labels}.items()]
    said = [*(entry for entry in labels if entry.plan_id in review.once), *review.remarks]
    return [
        Line(
            entry.nummer,
            entry.soort,
            entry.plan_id,
            entry.plannummer,
            entry.plannaam,
            entry.label,
            entry.tekst,
            entry.moment[:10],
            entry.place,
        )
        for entry in said
        if not entry.plan_id or entry.plan_id in delivered
    ]
