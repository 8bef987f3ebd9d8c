# SPDX-License-Identifier: GPL-2.0-or-later
"""A delivery that the plan file remembers and one that is about to go, as the sides of a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from qgis.core import QgsGeometry

from ...core.basisset import fields as b
from ...core.basisset.codelists import every_gemeente
from ...core.basisset.peildatum import Peildatum
from ...core.delivering.delivery import Delivery
from ...core.history.sides import Side
from ...core.i18n import moment, tr
from ..planfile.rows import shape_of
from ..planfile.tables.delivery_memory import Delivered, interrupted, plans_of, read
from .reading import NOT_COMPARED, Drawn

_FIELDS = frozenset(field.name for field in b.COLUMNS if field.name not in NOT_COMPARED)


def last_delivery(path: Path, before: Peildatum | None = None) -> Delivered | None:
    """The last of the latest peildatum: what is delivered once more for one peildatum takes the place of what was. Of all plans, where there is
    one; None where none is kept.

    :param before: only of an earlier peildatum than this.
    :raises LmvwError: when another program keeps the file to itself.
    """
    kept = [delivered for delivered in read(path) if before is None or Peildatum.parse(delivered.peildatum) < before]
    latest = max((delivered.peildatum for delivered in kept), default="")
    of_latest = [delivered for delivered in kept if delivered.peildatum == latest]
    return next((delivered for delivered in reversed(of_latest) if not delivered.deel), of_latest[-1] if of_latest else None)


def stopped(path: Path) -> list[str]:
    """What to say of deliveries that were stopped half way, so that nobody knows whether they went; nothing where that is known.

    :raises LmvwError: when another program keeps the file to itself.
    """
    words = tr("De levering van {day} die op {moment} werd gemaakt, is afgebroken: pakket ‘{name}’ staat niet in ‘{folder}’. Dit planbestand telt "
               "die levering niet mee. Hebt u het pakket toch verstuurd, kies het dan als vorige levering.")  # fmt: skip
    return [
        words.format(
            day=Peildatum.parse(delivered.peildatum).words,
            moment=moment(datetime.fromisoformat(delivered.moment)),
            name=archive.name,
            folder=archive.parent,
        )
        for delivered, archive in interrupted(path)
    ]


def as_delivered(path: Path, delivered: Delivered) -> Drawn:
    """Its plans, with the polygons that they had.

    :raises LmvwError: when another program keeps the file to itself.
    """
    plans, shapes = [], []
    for plan in plans_of(path, delivered):
        plans.append(plan.values)
        geometry = QgsGeometry()
        if plan.wkb is not None:
            geometry.fromWkb(plan.wkb)
        shapes.append(shape_of(geometry, plan.wkb) if plan.wkb is not None else None)
    peildatum = Peildatum.parse(delivered.peildatum)
    return Drawn(
        Side(tr("Levering van {day}").format(day=peildatum.words), plans, _FIELDS, peildatum),
        shapes,
        [],
        every_gemeente().get(delivered.gemeente_code),
    )


def as_it_goes(delivery: Delivery, geometries: Sequence[QgsGeometry]) -> Drawn:
    """The plans that are about to be delivered, in their order."""
    names = [field.name for field in b.COLUMNS]
    plans = [dict(zip(names, row, strict=True)) for row in delivery.rows]
    title = tr("Levering van {day}").format(day=delivery.peildatum.words)
    return Drawn(Side(title, plans, _FIELDS, delivery.peildatum), [shape_of(geometry) for geometry in geometries], [], delivery.gemeente)
