# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers after which a plan contradicts itself are left to a person, with what the rule says of the plan as it would become."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ..asking.explaining import shown
from ..basisset import fields as b
from ..basisset.peildatum import Peildatum
from ..basisset.values import as_text
from ..delivering.sheets import PLANNEN
from ..i18n import joined, tr
from ..importing.match import Existing
from ..importing.update import Update
from .answers import Answer
from .contradictions import Plan, more_wrong


def doubt(update: Update, existing: Sequence[Existing], peildatum: Peildatum) -> None:
    """Take the tick from answers that make a plan contradict itself, and say why.

    Certain answers to one plan are judged together, since one may mend what another does; what waits already is judged beside them.
    """
    plans = {plan.fid: plan.values for plan in existing}
    answers = [change for change in update.changes if isinstance(change, Answer)]
    update.changes = []
    for fid, changes in groupby(answers, key=lambda change: change.fid):
        update.changes += _judged(plans[fid] if fid is not None else {}, list(changes), peildatum)


def _judged(plan: Plan, answers: Sequence[Answer], peildatum: Peildatum) -> Iterator[Answer]:
    certain = {as_text(answer.veld): answer.new for answer in answers if not answer.reason}
    alone = {
        id(answer): ""
        if answer.astray
        else more_wrong(  # one answer of a row that is not of this plan says nothing
            {**plan, **{veld: new for veld, new in certain.items() if veld != answer.veld}}, {as_text(answer.veld): answer.new}, peildatum
        )
        for answer in answers
    }
    together = "" if any(alone[id(answer)] for answer in answers if not answer.reason) else more_wrong(plan, certain, peildatum)
    for answer in answers:
        said = alone[id(answer)] or ("" if answer.reason else together)  # two that each suffice to make it wrong
        yield _doubted(answer, said.rstrip(".")) if said else answer


def _doubted(answer: Answer, said: str) -> Answer:
    reason = "; ".join(filter(None, (answer.reason, _finding(said))))
    return replace(answer, accepted=False, reason=reason, doubt=said)


def _finding(said: str) -> str:
    return tr("het plan klopt daarna niet: {finding}").format(finding=said)


def told(update: Update, peildatum: Peildatum) -> Iterator[str]:
    """A sentence for the answers of one sheet to one plan that wait for one reason: each with its cell, field and value."""
    waiting: dict[tuple[str, str | None, str, str], list[Answer]] = {}
    for answer in update.changes:
        if isinstance(answer, Answer) and answer.undecided:
            waiting.setdefault((answer.who, answer.plan_id, answer.name, answer.reason), []).append(answer)
    for (who, _, name, why), answers in waiting.items():
        each = [
            tr("{field}: ‘{value}’").format(
                field=b.BY_NAME[as_text(given.veld)].title_at(peildatum), value=shown(as_text(given.veld), given.new) or tr("leeg")
            )
            for given in answers
        ]
        if len(answers) == 1:
            said = tr("{who}, blad {sheet}, cel {cells}: plan ‘{plan}’, {answer} is niet aangevinkt, want {why}.")
            yield said.format(who=who, sheet=PLANNEN, cells=joined(answers[0].cells), plan=name, answer=each[0], why=why)
        else:
            all_of_them = joined([f"{joined(given.cells)} ({words})" for given, words in zip(answers, each, strict=True)])
            said = tr("{who}, blad {sheet}: plan ‘{plan}’, niet aangevinkt is wat in cel {answers} staat, want {why}.")
            yield said.format(who=who, sheet=PLANNEN, plan=name, answers=all_of_them, why=why)
