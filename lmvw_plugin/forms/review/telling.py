# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel says: of the whole check, of one finding, and of the rules that found nothing."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ...core.basisset.fields import BY_NAME, Kind
from ...core.i18n import moment as when
from ...core.i18n import several, tr
from ...core.reporting import html
from ...core.reporting.certificate import outcome_of
from ...core.rules.catalogue import RULES
from ...core.rules.coverage import Coverage, RuleState, State, nothing_found, states_of
from ...core.rules.findings import Acceptance, Counts, Finding, Soort
from ...core.rules.plans import how_to_answer
from ...core.rules.tasks import Task
from ...layers.map.outcome import Outcome
from .nodes import Node


def state(outcome: Outcome, counts: Counts, changed: int, waiting: int) -> str:
    """How the check came out, when it was, and how many plans changed since of which that is not known, or not yet."""
    infos = several(counts.infos, "bevinding ter informatie", "bevindingen ter informatie")
    open_ = counts.words or ("" if counts.accepted else infos if counts.infos else nothing_found(outcome.coverage))
    words = ", ".join(filter(None, (open_, _let_be(counts.accepted))))
    told = tr("{words}. Gecontroleerd op {moment}.").format(words=words, moment=when(outcome.moment))
    if waiting:
        return told + " " + tr("{changed}; de beoordeling loopt.").format(changed=_changed(waiting))
    return told + " " + tr("{changed}: controleer opnieuw.").format(changed=_changed(changed)) if changed else told


def _let_be(accepted: int) -> str:
    return several(accepted, "waarschuwing geaccepteerd", "waarschuwingen geaccepteerd") if accepted else ""


def _accepted(acceptance: Acceptance) -> str:
    by = " ".join(filter(None, (tr("door {who}").format(who=acceptance.wie) if acceptance.wie else "", acceptance.moment)))
    return tr("{text} ({by})").format(text=acceptance.toelichting, by=by) if by else acceptance.toelichting


def _changed(plans: int) -> str:
    return several(plans, "plan is daarna gewijzigd", "plannen zijn daarna gewijzigd")


def detail(finding: Finding, changed: bool) -> str:
    """Everything about one finding, as HTML."""
    rule = RULES[finding.regel]
    lines: tuple[tuple[str, str], ...] = (
        (tr("Waarom"), tr(rule.why)),
        (tr("Wat u kunt doen"), _what_to_do(finding)),
        (tr("Wie"), tr(finding.wie.value)),
        (tr("Bron"), tr("{source}; regel {rule}").format(source=rule.source, rule=rule.id)),
    )
    parts = [html.line(html.strong(escape(finding.name)))]
    if changed:
        stale = tr("Dit plan is na de controle gewijzigd: of dit nog klopt, zegt de volgende controle.")
        parts.append(html.line(html.aside(escape(stale))))
    parts.append(html.paragraph(finding.melding))
    if finding.akkoord is not None:
        lines = ((tr("Geaccepteerd"), _accepted(finding.akkoord)), *lines)
    parts += [html.line(f"{html.strong(escape(title) + ':')} {escape(words)}") for title, words in lines]
    return "".join(parts)


def of_task(task: Task) -> str:
    """A task in full, however narrow the panel is, as HTML."""
    what_to_do = f"{html.strong(escape(tr('Wat u kunt doen')) + ':')} {escape(_what_to_do(task))}"
    return html.paragraph(task.sentence) + html.line(what_to_do)


def _what_to_do(about: Finding | Task) -> str:
    """Of one field that lacks its answer, or is answered by choosing, it can be said in fewer words than of all."""
    field = BY_NAME.get(about.veld or "")
    chosen = field is not None and (field.kind is Kind.YESNO or bool(field.codes))
    if about.regel == "A1" and field is not None and (about.soort is Soort.INVULLEN or chosen):
        words = how_to_answer(field)
        return words[:1].upper() + words[1:] + "."
    return tr(RULES[about.regel].remedy)


def rules(coverage: Coverage, findings: Sequence[Finding]) -> list[Node]:
    """The rules that found nothing, and those that did not run and why: they stay in sight."""
    states = states_of(coverage, findings)
    groups = (
        (tr("Geslaagd ({rules})"), [state for state in states if state.state is State.PASSED]),
        (tr("Niet uitgevoerd ({rules})"), [state for state in states if state.state is State.NOT_RUN]),
    )
    return [_group(title, rules_so) for title, rules_so in groups if rules_so]


def _group(title: str, states: Sequence[RuleState]) -> Node:
    words = title.format(rules=several(len(states), "regel", "regels"))
    return Node(words, make=lambda: [_rule(state) for state in states], bold=True, key=title)


def _rule(rule_state: RuleState) -> Node:
    reason = f" ({rule_state.why})" if rule_state.why else ""
    return Node(
        f"{rule_state.rule.id}: {tr(rule_state.rule.title)}{reason}",
        outcome_of(rule_state),
        tip=tr(rule_state.rule.why),
        key=rule_state.rule.id,
    )
