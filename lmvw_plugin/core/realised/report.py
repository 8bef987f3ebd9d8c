# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a comparison with the BAG: what is proposed for which plan, and every plan with the dwellings in its polygon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from ..i18n import number, several, tr
from ..reporting import html
from ..reporting.check import Subject
from ..rules.tasks import field_title
from .homes import Period, Status, When, per_year
from .judging import Judged, Proposal, years_text

_ALL_THERE = (Status.IN_GEBRUIK, Status.NIET_INGEMETEN, Status.VERBOUWING, Status.GEVORMD, Status.BUITEN_GEBRUIK)


def realised_report(subject: Subject, period: Period, plans: Sequence[Judged], source: str) -> str:
    """The page.

    :param source: of which BAG the dwellings are.
    """
    body = [_verdict(plans), *(html.paragraph(text) for text in _mind(period, source))]
    body += _proposed(plans, Proposal.DONE, tr("Misschien gerealiseerd"), tr("Staat alles er, zet gerealiseerd dan zelf op ja."))
    body += _proposed(plans, Proposal.BUILT, tr("Woningen opgeleverd"), tr("Trek zelf af wat nog in bruto totaal en de fasering zit."))
    body += _proposed(plans, Proposal.LOOK, tr("Klopt misschien niet"), tr("Het plan en de BAG zeggen iets anders; kijk het na."))
    body += _sloop(plans) + _unread(plans) + _every(plans)
    return html.page(tr("Vergelijking met de BAG"), subject.line, body, subject.confidential)


def in_short(plans: Sequence[Judged]) -> str:
    """One line for message and log."""
    words = tr("{plans} vergeleken: {done} misschien gerealiseerd, {built} met opgeleverde woningen, {look} na te kijken. U beslist zelf.")
    done, built, look = (number(len(_of(plans, kind))) for kind in (Proposal.DONE, Proposal.BUILT, Proposal.LOOK))
    return words.format(plans=several(len(plans), "plan", "plannen"), done=done, built=built, look=look)


def _of(plans: Iterable[Judged], kind: Proposal) -> list[Judged]:
    return [plan for plan in plans if plan.proposal is kind]


def _verdict(plans: Sequence[Judged]) -> str:
    any_proposal = any(plan.proposal is not Proposal.NONE for plan in plans)
    return html.card("waarschuwing" if any_proposal else "goed", html.strong(escape(in_short(plans))))


def _mind(period: Period, source: str) -> Iterable[str]:
    yield tr("Dit zijn voorstellen: in het planbestand is niets veranderd.")
    yield tr("Geteld zijn de verblijfsobjecten met woonfunctie waarvan het punt in de polygoon ligt. Ook woningen die er al stonden tellen mee, en "
             "bij plannen die overlappen telt een woning bij elk plan.")  # fmt: skip
    words = tr("Nieuw is wat in gebruik kwam vanaf {since} en vóór {until}. De BAG geeft meestal alleen een bouwjaar.")
    yield words.format(since=period.since.words, until=period.until.words)
    yield source


def _proposed(plans: Sequence[Judged], kind: Proposal, title: str, what: str) -> list[str]:
    judged = _of(plans, kind)
    if not judged:
        return []
    rows = [(plan.name, _amount(plan, "bruto_totaal"), number(len(plan.built)), years_text(plan.years), plan.reason) for plan in judged]
    header = (tr("Plannaam"), tr("Bruto"), tr("Nieuw in gebruik"), tr("Per jaar"), tr("Waarom"))
    return [html.heading(title), html.paragraph(what), html.table(header, rows, (1, 2))]


def _sloop(plans: Sequence[Judged]) -> list[str]:
    rows = [
        (plan.name, number(plan.amount("sloop_totaal") or 0), number(plan.stood), number(len(plan.came(When.UNKNOWN))))
        for plan in plans
        if plan.amount("sloop_totaal") and plan.homes is not None
    ]
    if not rows:
        return []
    what = tr("Wat er stond naast wat het plan nog sloopt. Staat er minder dan het plan sloopt, dan is een deel misschien al gesloopt.")
    header = (tr("Plannaam"), field_title("sloop_totaal", None), tr("Stond er al, in gebruik"), tr("Zonder bouwjaar"))
    return [html.heading(tr("Plannen met sloop")), html.paragraph(what), html.table(header, rows, (1, 2, 3))]


def _unread(plans: Sequence[Judged]) -> list[str]:
    unread = _of(plans, Proposal.UNREAD)
    if not unread:
        return []
    return [html.heading(tr("Niet vergeleken")), html.table((tr("Plannaam"), tr("Waarom")), [(plan.name, plan.reason) for plan in unread])]


def _every(plans: Sequence[Judged]) -> list[str]:
    rows = []
    for plan in plans:
        if plan.homes is not None:
            counts = plan.homes.per_status
            other = len(plan.homes.of) - sum(counts[status] for status in _ALL_THERE)
            rows.append(
                (plan.name, *(number(counts[status]) for status in _ALL_THERE), number(other), years_text(per_year(plan.homes.used)))
            )
    header = (
        tr("Plannaam"), tr("In gebruik"), tr("Niet ingemeten"), tr("Verbouwing"), tr("Gevormd"), tr("Buiten gebruik"), tr("Anders"),
        tr("In gebruik, per jaar"),
    )  # fmt: skip
    return [html.heading(tr("Elk plan")), html.table(header, rows, range(1, 7))]


def _amount(plan: Judged, name: str) -> str:
    amount = plan.amount(name)
    return "" if amount is None else number(amount)
