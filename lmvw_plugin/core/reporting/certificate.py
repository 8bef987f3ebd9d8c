# SPDX-License-Identifier: GPL-2.0-or-later
"""The certificate of a check: every rule with its state, by which rules, when, and of which file. For people and, as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ..i18n import joined, several, tr
from ..i18n import moment as when
from ..rules.coverage import Coverage, RuleState, State, rule_set, states_of
from ..rules.findings import Acceptance, Counts, Finding
from ..version import plugin_version
from . import html

_FORMAT = "lmvw-controle 1"


@dataclass(frozen=True, slots=True)
class Judged:
    """What was judged: which rules over how many plans, when, and the SHA-256 of the file, if there is one.

    ``unsaved``: edits that were not in the file yet were judged too. ``proposals``: how many waited for a person.
    """

    coverage: Coverage
    moment: datetime
    sha256: str = ""
    unsaved: bool = False
    proposals: int = 0


def in_short(coverage: Coverage, findings: Sequence[Finding]) -> str:
    """One sentence for under a verdict: how many rules ran, and of which it is not known."""
    states = states_of(coverage, findings)
    missing = [state for state in states if state.state is State.NOT_RUN]
    words = tr("{ran} van de {all} regels uitgevoerd").format(ran=len(states) - len(missing), all=len(states))
    return words + (tr("; niet uitgevoerd: {rules}.").format(rules=_reasons(missing)) if missing else ".")


def altered(coverage: Coverage) -> str:
    """That the municipality measures otherwise than the plugin, for under a verdict; empty when it does not."""
    sentences = coverage.yardstick.sentences()
    return " ".join((tr("Let op: hier is met een eigen maatstaf gecontroleerd."), *sentences)) if sentences else ""


def _reasons(missing: Sequence[RuleState]) -> str:
    together: dict[str, list[str]] = {}
    for state in missing:
        together.setdefault(state.why, []).append(state.rule.id)
    return ", ".join(f"{joined(rules)} ({why})" for why, rules in together.items())


def outcome_of(state: RuleState) -> str:
    """How a rule came out, in words."""
    if state.state is State.NOT_RUN:
        return tr("niet uitgevoerd: {why}").format(why=state.why)
    if state.state is State.PASSED:
        return tr("komt niet voor")  # a title says what is wrong
    count = several(state.findings, "bevinding", "bevindingen")
    return tr("{found} bij {plans}").format(found=count, plans=several(state.plans, "plan", "plannen")) if state.plans else count


def section(judged: Judged, findings: Sequence[Finding]) -> list[str]:
    """The certificate as a part of the report."""
    marks = [
        (tr("Gecontroleerd op"), when(judged.moment)),
        (tr("Plugin"), plugin_version()),
        (tr("Regels"), rule_set()),
        (tr("Controlegetal van het bestand (SHA-256)"), judged.sha256 or tr("niet bekend: de plannen komen niet uit een bestand")),
    ]
    if judged.unsaved:
        marks.append((tr("Let op"), tr("ook wijzigingen die nog niet in het bestand stonden, zijn gecontroleerd")))
    marks += [(tr("Eigen maatstaf van de gemeente"), sentence) for sentence in judged.coverage.yardstick.sentences()]
    rows = [(state.rule.id, tr(state.rule.title), outcome_of(state)) for state in states_of(judged.coverage, findings)]
    return [
        html.heading(tr("Wat er gecontroleerd is")),
        html.paragraph(in_short(judged.coverage, findings)),
        html.table((tr("Regel"), tr("Wat"), tr("Uitkomst")), rows),
        html.table((tr("Kenmerk"), tr("Waarde")), marks),
    ]


def _accepted(finding: Finding) -> dict[str, str | None]:
    acceptance = finding.akkoord or Acceptance("")
    return {
        "regel": finding.regel,
        "plan": finding.plannaam,
        "plan_id": finding.plan_id,
        "melding": finding.melding,
        "toelichting": acceptance.toelichting,
        "wie": acceptance.wie or None,
        "moment": acceptance.moment or None,
    }


def document(judged: Judged, findings: Sequence[Finding], about: str, confidential: bool = False) -> str:
    """The certificate as JSON.

    :param about: which plans these are, in one line.
    :param confidential: there are confidential ones among them.
    """
    counts, yardstick = Counts.of(judged.coverage.plans, findings), judged.coverage.yardstick
    content = {
        "formaat": _FORMAT,
        "vertrouwelijk": confidential,
        "onderwerp": about,
        "gecontroleerd": judged.moment.replace(microsecond=0).isoformat(),
        "plugin_versie": plugin_version(),
        "regels_versie": rule_set(),
        "bestand_sha256": judged.sha256 or None,
        "niet_opgeslagen_wijzigingen": judged.unsaved,
        "plannen": counts.plans,
        "fouten": counts.wrong,
        "in_te_vullen": {"plannen": counts.to_fill, "velden": counts.unanswered},
        "voorstellen": judged.proposals,
        "waarschuwingen": counts.warnings,
        "geaccepteerd": [_accepted(finding) for finding in findings if finding.akkoord is not None],
        "meldingen": counts.infos,
        "maatstaf": json.loads(yardstick.to_json() or "{}"),
        "eigen_maatstaf": yardstick.sentences(),
        "regels": [
            {
                "regel": state.rule.id,
                "titel": tr(state.rule.title),
                "ernst": yardstick.ernst_of(state.rule).value,
                "ernst_in_plugin": state.rule.ernst.value,
                "stand": state.state.value,
                "bevindingen": state.findings,
                "plannen": state.plans,
                "reden": state.why or None,
            }
            for state in states_of(judged.coverage, findings)
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
