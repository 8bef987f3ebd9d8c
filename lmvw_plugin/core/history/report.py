# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a comparison: what is gone first, then the dwellings explained to the last one, what waits for a person, and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from ..basisset.codelists import code_list
from ..i18n import later, number, several, tr
from ..names.comparing.explain import quoted
from ..reporting import html
from .balance import Balance, Line, in_all, per_status, per_year, signed
from .facts import TITLES, Comparison, Fact, Kind
from .sides import Side, bruto

# The lines of the balance as columns.
_SUREST = 99  # per cent: what must be looked at is not certain, however alike
_SHORT = {
    Line.THEN: later("Toen"), Line.BUILT: later("Gerealiseerd"), Line.DROPPED: later("Vervallen"), Line.GONE: later("Verdwenen"),
    Line.AWAY: later("Naar elders"), Line.HERE: later("Van elders"), Line.NEW: later("Nieuw"), Line.MORE: later("Verhoogd"),
    Line.LESS: later("Verlaagd"), Line.NOW: later("Nu"),
}  # fmt: skip
_MOST_GONE = 20  # names in a window


def comparison_report(comparison: Comparison, notes: Sequence[str] = ()) -> str:
    """The page.

    :param notes: sentences on how the two were read.
    """
    body = [_verdict(comparison), *_gone(comparison), *_balance(comparison)]
    if notes:
        body += [html.heading(tr("Wat opviel bij het lezen")), html.bullets(notes)]
    body += [*_waiting(comparison), *_certain(comparison), *_changes(comparison)]
    return html.page(
        tr("Vergelijking van twee leveringen"), _subtitle(comparison), body, comparison.then.confidential or comparison.now.confidential
    )


def in_short(comparison: Comparison) -> str:
    """What is gone, by name, and how many of each kind: for a window."""
    gone = comparison.of_kind[Kind.GONE]
    said = tr("Niet meer in deze levering: {plans}. Zeg van elk wat ervan geworden is.").format(plans=several(len(gone), "plan", "plannen"))
    names = [_names(fact.names_then) for fact in gone[:_MOST_GONE]]
    if len(gone) > _MOST_GONE:
        names.append(tr("en nog {count}").format(count=number(len(gone) - _MOST_GONE)))
    waiting = len(_doubtful(comparison))
    parts = [html.heading(tr("Sinds de vorige levering"), 3), html.line(escape(comparison.then.title))]
    parts += [html.line(html.strong(escape(said))), html.bullets(names)] if gone else [html.line(escape(tr("Er is geen plan verdwenen.")))]
    parts.append(html.paragraph(_counts(comparison)))
    if waiting:
        parts.append(html.line(escape(tr("Te bekijken: {count}.").format(count=several(waiting, "voorstel", "voorstellen")))))
    return "".join(parts)


def _subtitle(comparison: Comparison) -> str:
    return tr("Vorige: {then}. Nu: {now}.").format(then=_about(comparison.then), now=_about(comparison.now))


def _about(side: Side) -> str:
    plans = several(len(side), "plan", "plannen")
    if side.peildatum is None:
        return tr("‘{title}’, {plans}").format(title=side.title, plans=plans)
    return tr("‘{title}’, peildatum {peildatum}, {plans}").format(title=side.title, peildatum=side.peildatum.words, plans=plans)


def _verdict(comparison: Comparison) -> str:
    gone, waiting = len(comparison.of_kind[Kind.GONE]), len(_doubtful(comparison))
    if gone:
        told = tr("Niet meer in deze levering: {plans}. Zeg van elk wat ervan geworden is.")
        css, text = "fout", told.format(plans=several(gone, "plan", "plannen"))
    elif waiting:
        css, text = "waarschuwing", tr("Er is niets verdwenen, maar niet alles is zeker.")
    else:
        css, text = "goed", tr("Van elk plan is zeker wat ervan geworden is.")
    counts = _counts(comparison)
    doubt = tr("Te bekijken: {count}.").format(count=several(waiting, "voorstel", "voorstellen")) if waiting else ""
    return html.card(css, html.strong(escape(text)), escape(counts), escape(doubt))


def _counts(comparison: Comparison) -> str:
    return ", ".join(f"{tr(title)}: {number(len(comparison.of_kind[kind]))}" for kind, title in TITLES.items() if comparison.of_kind[kind])


def _doubtful(comparison: Comparison) -> list[Fact]:
    return [fact for fact in comparison.facts if not fact.sure and fact.kind is not Kind.GONE]


def _gone(comparison: Comparison) -> list[str]:
    facts = comparison.of_kind[Kind.GONE]
    if not facts:
        return []
    plans = comparison.then.plans
    rows = [
        (_names(fact.names_then), plans[fact.then[0]].get("planstatus"), number(bruto(plans[fact.then[0]])), fact.reason) for fact in facts
    ]
    header = (tr("Plan"), tr("Planstatus"), tr("Bruto"), tr("Wat u kunt doen"))
    return [html.heading(tr("Verdwenen plannen")), html.table(header, rows, (2,))]


# -- dwellings -----------------------------------------------------------------------------------------------------------


def _balance(comparison: Comparison) -> list[str]:
    whole = in_all(comparison)
    rows = [
        (tr(line.value), number(signed(line, whole.total(line)))) for line in Line if line in (Line.THEN, Line.NOW) or whole.total(line)
    ]
    parts = [html.heading(tr("De woningen verklaard")), html.table((tr("Bruto"), tr("Woningen")), rows, (1,))]
    empty = sum(plan.get("bruto_totaal") is None for side in (comparison.then, comparison.now) for plan in side.plans)
    if empty:
        words = tr("Een plan zonder ingevuld bruto telt als 0 woningen; dat zijn er in beide leveringen samen {count}.")
        parts.append(html.paragraph(words.format(count=number(empty)), "stil"))
    statuses = code_list("planstatus")
    by_status = per_status(comparison)
    titles = {code: f"{code} {statuses[code].label}" if code in statuses else code for code in by_status.of}
    parts += _apart(tr("Per planstatus"), tr("Planstatus"), by_status, titles | {"": tr("Niet ingevuld")})
    years = per_year(comparison)
    if years is not None:
        parts += _apart(tr("Per jaar"), tr("Jaar"), years, {"": tr("In geen jaar")})
    return parts


def _apart(title: str, first: str, balance: Balance, titles: dict[str, str]) -> list[str]:
    """A balance with its lines as columns, those that are 0 everywhere left out."""
    lines = [line for line in Line if line in (Line.THEN, Line.NOW) or any(parts[line] for parts in balance.of.values())]
    rows = [
        (titles.get(part, part), *(number(signed(line, amounts[line])) for line in lines))
        for part, amounts in balance.of.items()
        if any(amounts.values())
    ]
    if not rows:
        return []
    return [html.heading(title, 3), html.table((first, *(tr(_SHORT[line]) for line in lines)), rows, range(1, len(lines) + 1))]


# -- plans ---------------------------------------------------------------------------------------------------------------


def _waiting(comparison: Comparison) -> list[str]:
    facts = _doubtful(comparison)
    if not facts:
        return []
    header = (tr("Voorstel"), tr("Vorige levering"), tr("Deze levering"), tr("Waarom"), tr("Zekerheid"))
    rows = [
        (tr(TITLES[fact.kind]), _names(fact.names_then), _names(fact.names_now), fact.reason, f"{min(_SUREST, round(100 * fact.score))}%")
        for fact in facts
    ]
    return [html.heading(tr("Te bekijken")), html.table(header, rows, (4,))]


def _certain(comparison: Comparison) -> list[str]:
    parts = []
    for kind, facts in comparison.of_kind.items():
        sure = [fact for fact in facts if fact.sure]
        if sure and kind not in (Kind.GONE, Kind.CHANGED, Kind.SAME):
            parts.append(html.heading(f"{tr(TITLES[kind])} ({number(len(sure))})"))
            header = (tr("Vorige levering"), tr("Deze levering"), tr("Bruto toen"), tr("Bruto nu"), tr("Wat er is"))
            rows = [(_names(fact.names_then), _names(fact.names_now), *map(_amount, comparison.bruto(fact)), fact.reason) for fact in sure]
            parts.append(html.table(header, rows, (2, 3)))
    same = len(comparison.of_kind[Kind.SAME])
    if same:
        parts.append(html.paragraph(tr("Geheel gelijk gebleven: {plans}.").format(plans=several(same, "plan", "plannen"))))
    return parts


def _changes(comparison: Comparison) -> list[str]:
    rows = [
        (_names(fact.names_now), change.title, _value(change.then), _value(change.now))
        for fact in comparison.facts
        if fact.now
        for change in fact.changes
    ]
    if not rows:
        return []
    header = (tr("Plan"), tr("Veld"), tr("Vorige levering"), tr("Deze levering"))
    return [html.heading(tr("Gewijzigde velden")), html.table(header, rows)]


def _names(names: Iterable[str]) -> str:
    return "\n".join(quoted(name) if name else tr("(zonder naam)") for name in names)


def _amount(value: int | None) -> str:
    return "" if value is None else number(value)


def _value(value: object) -> object:
    return tr("leeg") if value is None else number(value) if type(value) is int else value
