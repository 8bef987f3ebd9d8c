# SPDX-License-Identifier: GPL-2.0-or-later
"""Making and opening a plan file: a GeoPackage with the layer ``plannen``, its form and style, and what it is about.

It is written beside its final name and moved there in one rename, because a full disk makes QGIS's writer destroy the
file it overwrites without a word.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from qgis.core import QgsGeometry, QgsVectorLayer

from ...core.basisset import fields as b
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Silent, checkpoint
from ...core.i18n import several, tr
from ..files import written_beside
from ..geopackage import looking, require_unlocked, settle
from ..kinds import PLAN_FILE_SUFFIX
from ..plan_layer.form import lay_form
from . import schema
from .about import PlanFileInfo as PlanFileInfo
from .about import read_info as read_info
from .making.empty import empty_plan_file
from .making.layer import opened
from .recognising import is_plan_file
from .rows import Shape, fill
from .transaction import told


def create(
    path: Path, info: PlanFileInfo, plans: Iterable[tuple[QgsGeometry | Shape | None, Mapping[str, object]]] = (),
    feedback: Feedback | None = None, also: Callable[[sqlite3.Connection], None] | None = None,
) -> int:  # fmt: skip
    """Make a plan file, with plans when given (geometry and column values); returns how many were written.

    An existing plan file is replaced only while it holds no plans.

    :param feedback: may cancel until the file gets its name.
    :param also: writes what belongs with the plans, when they are in the file.
    :raises LmvwError: when the target holds plans or is something else, or cannot be written.
    """
    require_free(path, info)
    with written_beside(path) as target:
        target.write_bytes(empty_plan_file(info))
        count = fill(target, plans, also)
        if opened(target, b.LAYER).featureCount() != count:
            raise LmvwError(tr("Na het schrijven van ‘{path}’ ontbreken plannen; is de schijf vol?").format(path=path))
        settle(target)
        checkpoint(feedback or Silent())
    return count


def require_free(path: Path, info: PlanFileInfo) -> None:
    """The target may be made: it does not exist yet, or is a plan file of the same delivery without plans.

    :raises LmvwError: otherwise; nothing a user made is ever overwritten.
    """
    count = count_plans(path, info)
    if count:
        raise LmvwError(
            tr("Planbestand ‘{path}’ bevat al {count} en wordt niet overschreven; kies een andere naam, "
               "of zet bij ‘Plannen importeren’ ‘Bestaande plannen bijwerken’ (UPDATE) aan.").format(path=path, count=several(count, "plan", "plannen"))
        )  # fmt: skip


def count_plans(path: Path, info: PlanFileInfo) -> int:
    """How many plans the target holds: 0 when it does not exist yet.

    :raises LmvwError: when it cannot become a plan file of this delivery.
    """
    if path.suffix.lower() != PLAN_FILE_SUFFIX and not is_plan_file(path):
        raise LmvwError(tr("Planbestand ‘{path}’ moet op .gpkg eindigen; pas de naam aan.").format(path=path))
    if not path.parent.is_dir():
        raise LmvwError(tr("Map ‘{folder}’ bestaat niet; kies een bestaande map.").format(folder=path.parent))
    if not path.exists():
        return 0
    require_unlocked(path)
    if not is_plan_file(path):
        raise LmvwError(tr("‘{path}’ bestaat al en is geen planbestand; kies een andere naam.").format(path=path))
    there = read_info(path)
    if (there.gemeente, there.peildatum) != (info.gemeente, info.peildatum):
        raise LmvwError(
            tr(
                "Planbestand ‘{path}’ is van {gemeente}, peildatum {peildatum}, en u koos {other}, {date}; kies een ander planbestand of pas uw keuze aan."
            ).format(
                path=path,
                gemeente=there.gemeente.name,
                peildatum=there.peildatum.words,
                other=info.gemeente.name,
                date=info.peildatum.words,
            )
        )
    with told(path), looking(path) as database:
        return int(database.execute("SELECT count(*) FROM plannen").fetchone()[0])


def open_layer(path: Path, styled: bool = True) -> QgsVectorLayer:
    """The plan layer of a plan file.

    :param styled: with its form and style; without takes less time.
    :raises LmvwError: when the file is not a plan file.
    """
    layer = opened(path, b.LAYER, styled)
    if not layer.isValid():
        raise LmvwError(tr("‘{path}’ is geen planbestand; maak er een met ‘Nieuw planbestand’ of ‘Plannen importeren’.").format(path=path))
    return layer


def renew_form(layer: QgsVectorLayer) -> None:
    """Give a plan layer the form of this version of the plugin; what is stored with an older plan file stays as it is.

    A layer of which nobody can tell what it is about, or that lacks columns of this version, keeps the form it has.
    """
    try:
        info = read_info(Path(layer.source().split("|")[0]))
    except LmvwError:
        return
    if not schema.missing(layer.fields().names()):
        lay_form(layer, info.peildatum, info.limits, info.gemeente)
