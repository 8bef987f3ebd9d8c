# SPDX-License-Identifier: GPL-2.0-or-later
"""How a plan file stands: as the file has it, or its layer that is open with what is not saved yet. Works on any thread."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from qgis.core import QgsExpression, QgsExpressionContext, QgsFeatureSource

from ...core.confidential.asked import Hidden, hidden_plans
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Silent, checkpoint
from ...core.i18n import tr
from ...core.reporting.next_step import Standing
from ...core.rules.acceptance import said_in, unexplained
from ...core.rules.coverage import State
from ...core.rules.findings import Ernst
from ...core.rules.plans import is_secret
from .. import moment
from ..files import OwnFolder
from ..plan_layer.expressions import Expressions
from ..reading import Taken
from ..sources import value
from . import schema, upgrade
from . import store as planfile
from .store import PlanFileInfo
from .tables import check_table, confidential_table, delivery_memory
from .transaction import PATIENCE

_OUTCOMES = "SELECT plan_id, uitslag, afdruk FROM lmvw_controle WHERE uitslag IS NOT NULL"
_TEXTS = ("plan_id", "plannaam", "toelichting", "vertrouwelijk", "planstatus", "gerealiseerd", "vervallen")
_OF_POLYGONS = "G1"  # speaks wherever polygons can be judged at all
_LOOK = 200  # plans between two looks at cancel


@dataclass(frozen=True, slots=True)
class Known:
    """A plan file, how it stands, and the first plan to go on with (its ``plan_id``). ``hidden``: the plans that were called confidential."""

    path: Path
    info: PlanFileInfo
    standing: Standing
    first: str | None = None
    hidden: Sequence[Hidden] = ()


def look(path: Path, plans: Taken | None = None, feedback: Feedback | None = None) -> Known:
    """Read how a plan file stands.

    :param plans: as they are in QGIS; those in the file when not given.
    :raises LmvwError: when it is not a plan file, or another program keeps it to itself.
    """
    if not path.is_file():
        raise LmvwError(tr("‘{path}’ is geen planbestand: het bestand is er niet meer.").format(path=path))
    # In a copy: QGIS stands still when one thread opens a layer of a file and another closes one of the same file.
    with ExitStack() as stack:
        reading = stack.enter_context(plans.read(feedback, PATIENCE)) if plans is not None else None
        copy = reading.copy if reading is not None else None
        if copy is None:
            copy = moment.copy_of(path, stack.enter_context(closing(OwnFolder())).path, feedback, PATIENCE)
        return replace(_look(copy, reading.source if reading is not None else None, feedback or Silent()), path=path)


def _look(path: Path, source: QgsFeatureSource | None, feedback: Feedback) -> Known:
    upgrade.bring_up(path)
    info = planfile.read_info(path)
    opened = planfile.open_layer(path, styled=False) if source is None or schema.missing(source.fields().names()) else source
    outcomes = dict(_outcomes(path))
    e = Expressions()
    unfinished, print_of = (QgsExpression(text) for text in (_unfinished(e), e.fingerprint))
    context = QgsExpressionContext()
    context.setFields(opened.fields())
    unfinished.prepare(context)
    print_of.prepare(context)
    plans = unanswered = changed = errors = 0
    first: dict[str, str] = {}
    texts: list[dict[str, object]] = []
    for plan in opened.getFeatures():
        if plans % _LOOK == 0:
            checkpoint(feedback)
        plans += 1
        context.setFeature(plan)
        outcome, was = outcomes.get(value(plan["plan_id"]), ("", ""))
        now = "onaf" if unfinished.evaluate(context) else outcome
        unanswered += now == "onaf"
        changed += not outcome or was != str(print_of.evaluate(context))
        errors += outcome == Ernst.FOUT.value
        texts.append({name: value(plan[name]) for name in _TEXTS})
        first.setdefault(now, str(value(plan["plan_id"]) or ""))
    checked = check_table.moment_of(path)
    kept = check_table.kept(path)
    warnings, no_polygons = (_unexplained(kept, texts), _without_polygons(kept)) if kept is not None else (0, False)
    standing = Standing(plans, unanswered, checked, changed if checked else 0, errors, warnings, _delivered(path, info), no_polygons)
    return Known(path, info, standing, first.get("onaf", first.get(Ernst.FOUT.value)), _hidden(path, info, texts))


def _hidden(path: Path, info: PlanFileInfo, plans: Sequence[Mapping[str, object]]) -> list[Hidden]:
    """The plans that somebody, or the province, called confidential; of those without an answer nothing is said yet."""
    said = confidential_table.read(path, str(info.peildatum))
    secret = [plan for plan in plans if is_secret(plan, said.strijdig)]
    return hidden_plans(secret, {index for index, plan in enumerate(secret) if plan["plan_id"] in said.strijdig}, said.confirmed)


def _delivered(path: Path, info: PlanFileInfo) -> datetime | None:
    """When all plans last went for the peildatum of the file."""
    moments = [
        delivered.moment for delivered in delivery_memory.read(path) if delivered.peildatum == str(info.peildatum) and not delivered.deel
    ]
    return datetime.fromisoformat(moments[-1]) if moments else None


def _without_polygons(kept: check_table.Kept) -> bool:
    """The last check ran where polygons cannot be judged."""
    states = {rule["regel"]: rule["stand"] for rule in json.loads(kept.certified.certificate)["regels"]}
    return states.get(_OF_POLYGONS) == State.NOT_RUN.value


def _unexplained(kept: check_table.Kept, plans: Sequence[Mapping[str, object]]) -> int:
    """How many of these plans have a warning of the last check and no toelichting."""
    known = {plan["plan_id"] for plan in plans}
    return len({finding.plan_id for finding in unexplained(kept.certified.findings, said_in(plans)) if finding.plan_id in known})


def _unfinished(e: Expressions) -> str:
    """Without a name, or with a question that waits; a finished plan needs its name only (Invultip 6)."""
    return f"NOT {e.named} OR (NOT {e.finished} AND {e.missing()} > 0)"


def _outcomes(path: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    """What the last check said of each plan; nothing where there was none."""
    try:
        with closing(sqlite3.connect(path, timeout=PATIENCE)) as database:
            yield from ((plan_id, (outcome, was)) for plan_id, outcome, was in database.execute(_OUTCOMES))
    except sqlite3.Error:
        return
