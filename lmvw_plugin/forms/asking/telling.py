# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel says: beside a question, and how far the plans are."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ...core.asking.answers import Answer
from ...core.asking.explaining import explain
from ...core.asking.questions import Plans, Question, Unknown
from ...core.basisset.peildatum import Peildatum
from ...core.i18n import several, tr
from ...core.reporting import html
from ...core.rules.tasks import field_title
from ...layers.asking.steps import Step


def about(veld: str, peildatum: Peildatum | None) -> str:
    """What counts, two examples, and why it is asked; as HTML."""
    told = explain(veld)
    first, second = (f"‘{example}’" for example in told.examples)
    lines = (
        (tr("Voorbeelden"), tr("{first} of {second}").format(first=first, second=second)),
        (tr("Waarom gevraagd"), f"{told.why} ({told.why_source})"),
        (tr("Bron"), told.source),
    )
    parts = [html.line(html.strong(escape(field_title(veld, peildatum)))), html.paragraph(told.definition)]
    parts += [html.line(f"{html.strong(escape(title) + ':')} {escape(words)}") for title, words in lines]
    return "".join(parts)


def standing(plans: Plans, unknown: Unknown, waiting: int = 0) -> str:
    """How many questions of how many plans are open, as far as is known.

    :param waiting: how many plans changed, and are judged yet.
    """
    if waiting:
        words = tr("{open} Nog na te kijken na een wijziging: {plans}.")
        return words.format(open=standing(plans, unknown), plans=several(waiting, "plan", "plannen"))
    unanswered = sum(map(len, plans.open.values()))
    if not unanswered:
        return tr("Alle vragen zijn beantwoord ({plans}).").format(plans=several(len(plans), "plan", "plannen"))
    known = plans.not_known(unknown).total()
    words = tr("{fields} open bij {plans}").format(
        fields=several(unanswered, "veld", "velden"), plans=several(len(plans) - plans.complete, "plan", "plannen")
    )
    if known:
        asked = several(known, "veld gevraagd en nog niet bekend", "velden gevraagd en nog niet bekend")
        words += tr(", waarvan {asked}").format(asked=asked)
    return words + "."


def of_question(question: Question, peildatum: Peildatum) -> str:
    """A question on the list: how many plans lack it, and of how many somebody was asked."""
    title = question.title(peildatum)
    return title if not question.unknown else tr("{question}, {count} nog niet bekend").format(question=title, count=question.unknown)


def of_zeros(those: Sequence[Answer]) -> str:
    """The step that fills in what can be nothing but 0."""
    return tr("Alleen 0 mogelijk: {fields} bij {plans}").format(
        fields=several(len(those), "veld", "velden"), plans=several(len({answer.key for answer in those}), "plan", "plannen")
    )


def of_answers(those: Sequence[Answer], words: str, plans: Plans | None) -> str:
    """The step that answers a question."""
    about = several(len({answer.key for answer in those}), "plan", "plannen")
    if plans is not None and len(those) == 1:
        about = tr("plan ‘{name}’").format(name=str(plans[those[0].key].get("plannaam") or tr("(zonder naam)")))
    field = field_title(those[0].veld, plans.peildatum if plans is not None else None)
    return tr("{field}: {answer} bij {plans}").format(field=field, answer=words, plans=about)


def of_step(step: Step) -> str:
    """What was done, and what was left as it is."""
    done = f"{step.title}." if step.title else tr("Er is niets ingevuld.")
    if not step.passed:
        return done
    passed = several(
        len(step.passed), "plan is intussen elders beantwoord of verwijderd", "plannen zijn intussen elders beantwoord of verwijderd"
    )
    return f"{done} {passed}."
