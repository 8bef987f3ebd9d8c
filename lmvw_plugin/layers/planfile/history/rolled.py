# SPDX-License-Identifier: GPL-2.0-or-later
"""A copy of a plan file that becomes the one for a later peildatum: everything that is in it stays, but for what belongs to the earlier day.

The copy is ours alone: whoever made it gives it its name when all of this is done.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from ....core.basisset import fields as b
from ....core.feedback import Feedback, watched
from ....core.i18n import in_dutch, tr
from ....core.importing.mapping.hints import Hint
from ....core.rolling.counts import Decision, Step, proposed, roll
from ....core.rolling.report import Account, RolledPlan
from ....core.rules.plans import is_finished
from ....core.rules.tasks import field_title
from .. import upgrade
from ..store import read_info
from ..tables import decisions_table, delivery_memory, hints_table
from ..transaction import PlanTable, StoredPlan, read_plans, told

_INFO = "UPDATE lmvw_planbestand SET peildatum = ?, gemeente_code = ?, gemeente_naam = ?"
_OF_GEMEENTE = "UPDATE plannen SET gemeente_code = ?, gemeente_naam = ? WHERE gemeente_code = ?"
_REMOVE = "DELETE FROM plannen WHERE fid = ?"
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
_OVER = {  # by table, what belongs to the earlier peildatum: what a check found, invulbladen that are out, what of the years was asked or proposed
    "lmvw_controle": "DELETE FROM lmvw_controle",
    "lmvw_bevindingen": "DELETE FROM lmvw_bevindingen",
    "lmvw_verklaring": "DELETE FROM lmvw_verklaring",
    "lmvw_invulbladen": "DELETE FROM lmvw_invulbladen",
    "lmvw_import": "DELETE FROM lmvw_import",
    "lmvw_aanwijzingen": "DELETE FROM lmvw_aanwijzingen WHERE kolom GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
}
_OF_YEARS = {
    "lmvw_antwoorden": "DELETE FROM lmvw_antwoorden WHERE veld = ?",
    "lmvw_geaccepteerd": "DELETE FROM lmvw_geaccepteerd WHERE veld = ?",
}
_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND lower(tbl_name) IN ('plannen', 'lmvw_planbestand')"
_PHASING = [slot for total in b.PHASED for slot in b.phasing(total)]


@in_dutch()
def _rows(account: Account) -> list[decisions_table.Row]:
    """As the plan file keeps them, which colleagues read."""
    return [_row(plan, decision, field_title(decision.veld, account.step.after)) for plan, decision in account.decisions]


def _row(plan: RolledPlan, decision: Decision, label: str) -> decisions_table.Row:
    plan_id, number = (str(plan.before.get(name) or "") for name in ("plan_id", "plannummer"))
    return decisions_table.Row(
        plan_id, number, plan.name, decision.veld, label, decision.was, decision.offered, decision.asked, decision.why
    )


def roll_copy(copy: Path, step: Step, feedback: Feedback) -> Account:
    """Make of a copy the plan file for a later peildatum; returns what became of every plan.

    :raises LmvwError: when it is no plan file, of a newer version, cannot be written, or its municipality went on as several.
    :raises Cancelled: when the user cancels; the copy is of no use then.
    """
    upgrade.bring_up(copy)
    info = read_info(copy)
    gemeente = info.gemeente.heir(step.after.date)
    stored, _ = read_plans(copy)
    delivered = delivery_memory.finished(copy)
    plans = [
        RolledPlan(
            stored_plan.values,
            roll(stored_plan.values, step),
            is_finished(stored_plan.values) and str(stored_plan.values.get("plan_id")) in delivered,
        )
        for stored_plan in watched(stored, len(stored), feedback, 0, 40)
    ]
    plans = [plan if plan.goes or not is_finished(plan.before) else _finished(plan) for plan in plans]
    account = Account(step, plans, info.limits, gemeente if gemeente != info.gemeente else None)
    with told(copy), closing(sqlite3.connect(copy, isolation_level=None)) as database:
        table = PlanTable(database)
        database.execute("BEGIN IMMEDIATE")
        with _triggers_aside(database):
            for row, plan in watched(list(zip(stored, plans, strict=True)), len(plans), feedback, 40, 80):
                _change(table, row, plan)
            if account.gemeente:
                database.execute(_OF_GEMEENTE, (gemeente.code, gemeente.name, info.gemeente.code))
            database.execute(_INFO, (str(step.after), gemeente.code, gemeente.name))
            _forget(database)
            hints_table.take_over(database, _hints(account), step.after)
            decisions_table.write(database, _rows(account))
            table.note_change()
        database.execute("COMMIT")
    upgrade.renew(copy)
    return account


def _finished(plan: RolledPlan) -> RolledPlan:
    """A finished plan of which this file does not know that it was delivered: a person says so."""
    veld = next(name for name in ("gerealiseerd", "vervallen") if plan.before.get(name) is True)
    why = tr("Dit planbestand weet niet of het plan al geleverd is. Is het geleverd, haal het dan weg. Zo niet, dan gaat het één keer mee.")
    return replace(plan, rolled=replace(plan.rolled, decisions=(Decision(veld, tr("ja"), None, why, asked=False),)))


def _change(table: PlanTable, stored_plan: StoredPlan, plan: RolledPlan) -> None:
    if plan.goes:
        table.database.execute(_REMOVE, (stored_plan.fid,))
        return
    new = {name: value for name, value in plan.rolled.values.items() if value != stored_plan.values.get(name)}
    if new:
        table.change(stored_plan.fid, new)


def _forget(database: sqlite3.Connection) -> None:
    """What belongs to the earlier peildatum; the plan file that was copied keeps it."""
    there = {name for (name,) in database.execute(_TABLES)}
    for table, statement in _OVER.items():
        if table in there:
            database.execute(statement)
    for table, statement in _OF_YEARS.items():
        if table in there:
            database.executemany(statement, ((name,) for name in _PHASING))


def _hints(account: Account) -> Iterator[tuple[str, Sequence[Hint]]]:
    """What is asked, so that the Vragenlijst proposes it; what a source once said of the same years is older."""
    for plan in account.kept:
        said = proposed(plan.rolled.decisions, account.step.before)
        plan_id = plan.before.get("plan_id")
        if said and plan_id:
            yield str(plan_id), said


@contextmanager
def _triggers_aside(database: sqlite3.Connection) -> Iterator[None]:
    """What the user's own triggers do with an edit is not meant for this: they come back when all is changed."""
    triggers = [(name, sql) for name, sql in database.execute(_TRIGGERS) if not name.startswith(upgrade.OF_GDAL)]
    _drop(database, (name for name, _ in triggers))
    yield
    for _, statement in triggers:
        database.execute(statement)


def _drop(database: sqlite3.Connection, names: Iterable[str]) -> None:
    for name in names:
        database.execute(f'DROP TRIGGER "{name.replace(chr(34), 2 * chr(34))}"')
