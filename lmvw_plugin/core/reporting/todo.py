# SPDX-License-Identifier: GPL-2.0-or-later
"""What there is to do, as the report has it: one row per task, and one for all fields that wait for the same who."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..basisset.peildatum import Peildatum
from ..i18n import several, tr
from ..rules.acceptance import Said, is_explained, said_in
from ..rules.catalogue import RULES
from ..rules.findings import Acceptance, Finding
from ..rules.tasks import Sizes, Task, of_plans, tasks_of
from . import html
from .unanswered import labels

_Row = tuple[str, str, str]
Offered = tuple[str, int, int]  # a kind of proposals, of how many fields and how many plans


def sections(
    findings: Sequence[Finding], plans: int, known: Sequence[Mapping[str, object]], peildatum: Peildatum, sizes: Sizes
) -> list[str]:  # fmt: skip
    """The two kinds of work apart, as in the panel Controle and in the window of the delivery.

    :param plans: how many were checked.
    :param known: all that something may be found about.
    """
    said = said_in(known)
    answered = [finding for finding in findings if finding.is_warning and RULES[finding.regel].explained and is_explained(finding, said)]
    told = set(map(id, answered))
    tasks = tasks_of((finding for finding in findings if id(finding) not in told), plans, peildatum, sizes)
    wrong, unanswered = [task for task in tasks if task.is_wrong], [task for task in tasks if task.is_unanswered]
    warned = [task for task in tasks if task.is_warning]
    accepted = [finding for task in tasks if task.accepted for finding in task.findings]
    body = [
        *_part(tr("Klopt niet"), str(len(wrong)), [_row(task) for task in wrong]),
        *_part(tr("Nog in te vullen"), several(len(unanswered), "veld", "velden"), _together(unanswered, plans, peildatum)),
        *_part(tr("Toe te lichten of te verbeteren"), str(len(warned)), [_row(task) for task in warned]),
    ]
    if answered:
        names = {str(plan.get("plan_id") or ""): str(plan.get("plannaam") or "") for plan in known}
        rows = [(finding.name, f"{finding.melding} ({finding.regel})", _said(finding, said, names)) for finding in answered]
        body += [
            html.heading(tr("Toegelicht ({count})").format(count=len(answered)), 3),
            html.table((tr("Plan"), tr("Waarschuwing"), tr("Toelichting")), rows),
        ]
    done = html.heading(tr("Geaccepteerd ({count})").format(count=len(accepted)), 3)
    table = html.table((tr("Plan"), tr("Waarschuwing"), tr("Toelichting"), tr("Wie en wanneer")), list(map(_accepted, accepted)))
    body += [done, table] if accepted else []
    return [html.heading(tr("Wat er te doen is")), *body] if body else []


def offered(rows: Sequence[Offered]) -> list[str]:
    """What waits for a person to confirm or refuse, by kind."""
    title = tr("Voorstellen ({count})").format(count=sum(fields for _, fields, _ in rows))
    note = tr("Een voorstel telt pas als u het bevestigt: tot dan is het veld leeg en wordt het niet geleverd.")
    return [html.heading(title, 3), html.paragraph(note), html.table((tr("Soort"), tr("Velden"), tr("Plannen")), rows, (1, 2))]


def _said(finding: Finding, said: Said, names: Mapping[str, str]) -> str:
    """What the plans that a warning is about say of it."""
    return "\n".join(
        said[plan] if plan == finding.plan_id else tr("Bij {plan}: {melding}").format(plan=names[plan], melding=said[plan])
        for plan in finding.plans
        if plan in said
    )


def _accepted(finding: Finding) -> tuple[str, ...]:
    acceptance = finding.akkoord or Acceptance("")
    return (
        finding.plannaam or tr("(zonder naam)"),
        f"{finding.melding} ({finding.regel})",
        acceptance.toelichting,
        " ".join(filter(None, (acceptance.wie, acceptance.moment))),
    )


def _part(title: str, count: str, rows: Sequence[_Row]) -> list[str]:
    return [html.heading(f"{title} ({count})", 3), html.table((tr("Taak"), tr("Wie"), tr("Regel")), rows)] if rows else []


def _row(task: Task) -> _Row:
    return task.sentence, tr(task.wie.value), task.regel


def _together(tasks: Iterable[Task], plans: int, peildatum: Peildatum) -> list[_Row]:
    """A row per rule; in it a line for each number of plans, with the fields that wait there."""
    rows: dict[tuple[str, str], dict[str, list[str]]] = {}
    for task in tasks:
        where = of_plans(task.findings, len(task.plans), plans)
        rows.setdefault((tr(task.wie.value), task.regel), {}).setdefault(where, []).append(task.veld or "")
    said = tr("Bij {plans}: {fields}.")
    return [
        ("\n".join(said.format(plans=where, fields=", ".join(labels(fields, peildatum))) for where, fields in lines.items()), who, rule)
        for (who, rule), lines in rows.items()
    ]
