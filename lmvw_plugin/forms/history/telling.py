# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel of a comparison says: of all plans together, of one fact, and on the buttons that decide about it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ...core.history.decisions import accepted, refused, stale
from ...core.history.facts import TITLES, Comparison, Fact, Kind
from ...core.i18n import number, several, tr
from ...core.names.comparing.explain import quoted
from ...core.reporting import html
from ...layers.history.comparing import Compared

_MOST_CHANGES = 40
_LETTERS = 38  # on a button in a narrow panel; its tip has the rest


def waits(fact: Fact) -> bool:
    """A person has to look."""
    return not fact.sure


def was_decided(fact: Fact) -> bool:
    """A person looked."""
    return fact.decided


def any_(fact: Fact) -> bool:
    """Whatever it is."""
    return True


def state(compared: Compared, changed: bool) -> str:
    """How it came out, and what no longer holds."""
    facts = compared.comparison.facts
    gone = len(compared.comparison.of_kind[Kind.GONE])
    doubtful = sum(map(waits, facts)) - gone
    words = tr("Vorige: {title}. {gone} verdwenen, {doubtful} te bekijken, {decided} besloten.").format(
        title=compared.then.side.title,
        gone=several(gone, "plan", "plannen"),
        doubtful=several(doubtful, "voorstel", "voorstellen"),
        decided=number(sum(fact.decided for fact in facts)),
    )
    since = [tr("De plannen zijn daarna gewijzigd: vergelijk opnieuw.")] if changed else []
    return " ".join((words, *stale(compared.stale), *since))


def line(fact: Fact) -> str:
    """A fact in the list."""
    words = f"{tr(TITLES[fact.kind])}: {_both(fact)}"
    return tr("{words} (besloten)").format(words=words) if fact.decided else words


def _both(fact: Fact) -> str:
    then, now = (" + ".join(map(named, names)) for names in (fact.names_then, fact.names_now))
    return then if then == now or not now else now if not then else f"{then} → {now}"


def named(name: str) -> str:
    """A plan name between quotes."""
    return quoted(name) if name else tr("(zonder naam)")


def short(words: str) -> str:
    """As much as a button has room for."""
    return words if len(words) <= _LETTERS else f"{words[: _LETTERS - 1]}…"


def detail(comparison: Comparison, fact: Fact) -> str:
    """Everything about one fact, as HTML."""
    then, now = (tr("geen") if amount is None else number(amount) for amount in comparison.bruto(fact))
    parts = [html.line(html.strong(escape(line(fact)))), html.paragraph(fact.reason)]
    parts.append(html.line(escape(tr("Bruto toen: {then}; nu: {now}.").format(then=then, now=now))))
    if waits(fact) and fact.kind is not Kind.GONE:
        parts.append(html.line(escape(tr("Zekerheid: {share}%.").format(share=number(round(100 * fact.score))))))
    if fact.changes:
        shown = [change.words for change in fact.changes[:_MOST_CHANGES]]
        parts += [html.line(html.strong(escape(tr("Gewijzigd")))), html.bullets(shown)]
    return "".join(parts)


def remarks(notes: Sequence[str]) -> str:
    """What was noticed in reading, as HTML; for when no fact is in hand."""
    return html.line(html.strong(escape(tr("Wat opviel bij het lezen")))) + html.bullets(notes) if notes else ""


def choices(comparison: Comparison, fact: Fact) -> tuple[str, str]:
    """The words on both buttons, as what is decided then; empty where there is nothing to decide."""
    yes, no = bool(accepted(fact)), bool(refused(fact))
    if fact.kind is Kind.GONE:
        (name,) = [named(comparison.now.name(other)) for _, other in fact.maybe[:1]] or [""]
        return (tr("Opvolger is {name}").format(name=name), tr("Opvolger is niet {name}").format(name=name)) if name else ("", "")
    if fact.kind in (Kind.NEW, Kind.NAME_AGAIN):
        (name,) = [named(comparison.then.name(old)) for old, _ in fact.maybe[:1]] or [""]
        return tr("Nieuw plan"), tr("Opvolger van {name}").format(name=name) if name else ""
    words = {
        Kind.MERGED: (tr("Samengevoegd"), tr("Niet samengevoegd")),
        Kind.SPLIT: (tr("Gesplitst"), tr("Niet gesplitst")),
        Kind.SWAPPED: (tr("Verwisseld"), tr("Niet verwisseld")),
    }.get(fact.kind, (tr("Hetzelfde plan"), tr("Een ander plan")))
    return words[0] if yes else "", words[1] if no else ""
