# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel says: of the whole check, of one finding, and of the rules that found nothing."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ...core.i18n import moment as when
from ...core.i18n import several, tr
from ...core.reporting import html
from ...core.reporting.certificate import outcome_of
from ...core.rules.catalogue import RULES
from ...core.rules.coverage import Coverage, RuleState, State, nothing_found, states_of
from ...core.rules.findings import Counts, Finding
from ...layers.map.outcome import Outcome
from .tree import Node


def state(outcome: Outcome, counts: Counts, changed: int, waiting: int) -> str:
    """How the check came out, when it was, and how many plans changed since of which that is not known, or not yet."""
    infos = several(counts.infos, "melding ter informatie", "meldingen ter informatie")
    words = counts.words or (infos if counts.infos else nothing_found(outcome.coverage))
    told = tr("{words}. Gecontroleerd op {moment}.").format(words=words, moment=when(outcome.moment))
    if waiting:
        return told + " " + tr("{changed}; de beoordeling loopt.").format(changed=_changed(waiting))
    return told + " " + tr("{changed}: controleer opnieuw.").format(changed=_changed(changed)) if changed else told


def _changed(plans: int) -> str:
    return several(plans, "plan is daarna gewijzigd", "plannen zijn daarna gewijzigd")


def detail(finding: Finding, changed: bool) -> str:
    """Everything about one finding, as HTML."""
    rule = RULES[finding.regel]
    lines = (
        (tr("Waarom"), tr(rule.why)),
        (tr("Wat u kunt doen"), tr(rule.remedy)),
        (tr("Wie"), tr(finding.wie.value)),
        (tr("Bron"), tr("{source}; regel {rule}").format(source=rule.source, rule=rule.id)),
    )
    name = finding.plannaam or (tr("(zonder naam)") if finding.plan_id else tr("(de levering als geheel)"))
    parts = [html.line(html.strong(escape(name)))]
    if changed:
        stale = tr("Dit plan is na de controle gewijzigd: of dit nog klopt, zegt de volgende controle.")
        parts.append(html.line(html.aside(escape(stale))))
    parts.append(html.paragraph(finding.melding))
    parts += [html.line(f"{html.strong(escape(title) + ':')} {escape(words)}") for title, words in lines]
    return "".join(parts)


def rules(coverage: Coverage, findings: Sequence[Finding]) -> list[Node]:
    """The rules that found nothing, and those that did not run and why: they stay in sight."""
    states = states_of(coverage, findings)
    groups = (
        (tr("Geslaagd ({rules})"), [one for one in states if one.state is State.PASSED]),
        (tr("Niet uitgevoerd ({rules})"), [one for one in states if one.state is State.NOT_RUN]),
    )
    return [_group(title, found) for title, found in groups if found]


def _group(title: str, states: Sequence[RuleState]) -> Node:
    words = title.format(rules=several(len(states), "regel", "regels"))
    return Node(words, make=lambda: map(_rule, states), bold=True, key=title)


def _rule(one: RuleState) -> Node:
    reason = f" ({one.why})" if one.why else ""
    return Node(f"{one.rule.id}: {tr(one.rule.title)}{reason}", outcome_of(one), tip=tr(one.rule.why), key=one.rule.id)
