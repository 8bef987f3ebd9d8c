# SPDX-License-Identifier: GPL-2.0-or-later
"""A delivery that the plan file remembers, as one side of a comparison."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsGeometry

from ...core.basisset import fields as b
from ...core.basisset.codelists import every_gemeente
from ...core.basisset.peildatum import Peildatum
from ...core.history.sides import Side
from ...core.i18n import tr
from ..planfile.rows import shape_of
from ..planfile.tables.delivery_memory import Delivered, plans_of, read
from .reading import NOT_COMPARED, Drawn

_FIELDS = frozenset(field.name for field in b.COLUMNS if field.name not in NOT_COMPARED)


def last_delivery(path: Path) -> Delivered | None:
    """The delivery that was made last of all plans; of a part of them when there is no other; None where none is kept.

    :raises LmvwError: when another program keeps the file to itself.
    """
    kept = read(path)
    return next((one for one in reversed(kept) if not one.deel), kept[-1] if kept else None)


def as_delivered(path: Path, delivered: Delivered) -> Drawn:
    """Its plans, with the polygons that they had.

    :raises LmvwError: when another program keeps the file to itself.
    """
    plans, shapes = [], []
    for one in plans_of(path, delivered):
        plans.append(one.values)
        geometry = QgsGeometry()
        if one.wkb is not None:
            geometry.fromWkb(one.wkb)
        shapes.append(shape_of(geometry, one.wkb) if one.wkb is not None else None)
    peildatum = Peildatum.parse(delivered.peildatum)
    return Drawn(
        Side(tr("Levering van {day}").format(day=peildatum.words), plans, _FIELDS, peildatum),
        shapes,
        [],
        every_gemeente().get(delivered.gemeente_code),
    )
