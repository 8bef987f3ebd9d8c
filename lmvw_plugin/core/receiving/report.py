# SPDX-License-Identifier: GPL-2.0-or-later
"""The overview as a page: how far the province is, each municipality with its figures and level, and every file with what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..basisset.peildatum import Peildatum
from ..i18n import day_of, number, several, tr
from ..reporting import html
from .overview import Level, Row, counted
from .receipts import Receipt


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two plans of different municipalities that share ground, and how much; ``is_one``: they look like one plan."""

    gemeente: str
    plan: str
    other_gemeente: str
    other_plan: str
    area: str
    is_one: bool


def overview_report(
    provincie: str, peildatum: Peildatum, rows: Sequence[Row], receipts: Sequence[Receipt], complaints: Sequence[str] = (),
    again: Sequence[tuple[str, str]] = (), meetings: Sequence[Meeting] = (),
) -> str:  # fmt: skip
    """The whole page.

    :param complaints: what is wrong with the expectations.
    :param again: files that were given once more, each with what is known of it.
    :param meetings: plans of two municipalities that share ground.
    """
    levels = counted(rows)
    verdict = tr(
        "Van {all} zijn {delivered} leveringen geopend: {good} in orde en {mend} te verbeteren. Niet te openen: {broken}. Niet ontvangen: {missing}."
    )
    words = verdict.format(
        all=several(len(rows), "gemeente", "gemeenten"), delivered=number(levels[Level.GOOD] + levels[Level.TO_MEND] + levels[Level.PARTLY]),
        good=number(levels[Level.GOOD]), mend=number(levels[Level.TO_MEND]), broken=number(levels[Level.UNREADABLE]),
        missing=number(levels[Level.MISSING]),
    )  # fmt: skip
    if levels[Level.PARTLY]:
        words += " " + tr("Niet helemaal nagekeken: {partly}.").format(partly=number(levels[Level.PARTLY]))
    css = "goed" if levels[Level.GOOD] == len(rows) else "waarschuwing"
    body = [
        html.card(css, html.strong(tr("Alleen voor de provincie.")), words),
        html.heading(tr("Gemeenten")),
        _levels(rows),
    ]
    body += [
        html.heading(tr("Aantallen")),
        _figures(rows),
        html.paragraph(tr("Aantallen zijn van lopende plannen; netto is bruto min sloop.")),
    ]
    body += [html.heading(tr("Bevindingen")), _findings(rows)]
    compared = [row for row in rows if row.receipt and row.receipt.vergeleken_met]
    body += [html.heading(tr("Sinds de vorige levering")), _since(compared)] if compared else []
    body += [html.heading(tr("Tussen gemeenten")), _meetings(meetings)] if meetings else []
    odd = [(row.gemeente.name, finding.ernst.value, finding.melding) for row in rows for finding in row.complaints]
    body += [html.heading(tr("Niet zoals verwacht")), html.table((tr("Gemeente"), tr("Ernst"), tr("Wat")), odd)] if odd else []
    body += [html.heading(tr("Verwachtingen die niet toegepast zijn")), html.bullets(complaints)] if complaints else []
    body += [html.heading(tr("Ontvangen bestanden")), _files(receipts)]
    body += [html.heading(tr("Al eerder ontvangen")), html.table((tr("Bestand"), tr("Wat")), again)] if again else []
    return html.page(tr("Leveringen van {provincie}").format(provincie=provincie), peildatum.in_full, body, confidential=True)


def _levels(rows: Sequence[Row]) -> str:
    header = (tr("Gemeente"), tr("Niveau"), tr("Uitleg"), tr("Hier geopend"), tr("Versie"), tr("Beoordeeld"), tr("Keer"))
    told = [
        (
            _named(row), tr(row.level.value), row.why, row.receipt.when if row.receipt else "", row.receipt.plugin_versie if row.receipt else "",
            row.reviewed.words if row.reviewed else "", number(row.times) if row.times else "",
        )
        for row in sorted(rows, key=lambda row: (list(Level).index(row.level), row.gemeente.name))
    ]  # fmt: skip
    return html.table(header, told, (6,))


def _figures(rows: Sequence[Row]) -> str:
    header = (
        tr("Gemeente"), tr("Plannen"), tr("Afgemeld"), tr("Bruto"), tr("Sloop"), tr("Netto"), tr("Bruto hard"), tr("Bruto zacht"), tr("Vertrouwelijk"),
        tr("Keuze art. 8"),
    )  # fmt: skip
    names = ("plannen", "afgemeld", "bruto", "sloop", "netto", "bruto_hard", "bruto_zacht", "vertrouwelijk")
    told = [(row.gemeente.name, *(_count(row.receipt, name) for name in names), _choice(row.receipt)) for row in rows if row.receipt]
    together = [sum(getattr(row.receipt, name) or 0 for row in rows if row.receipt) for name in names]
    return html.table(header, [*told, (tr("Samen"), *map(number, together), "")], range(1, 9))


def _findings(rows: Sequence[Row]) -> str:
    header = (
        tr("Gemeente"),
        tr("Fouten"),
        tr("Niet ingevuld"),
        tr("Waarschuwingen"),
        tr("Toegelicht"),
        tr("Ter informatie"),
        tr("Over de grens"),
    )
    names = ("fouten", "in_te_vullen", "waarschuwingen", "toegelicht", "ter_info", "over_grens")
    return html.table(
        header, [(row.gemeente.name, *(_count(row.receipt, name) for name in names)) for row in rows if row.receipt], range(1, 7)
    )


def _since(rows: Sequence[Row]) -> str:
    header = (tr("Gemeente"), tr("Vergeleken met"), tr("Plannen toen"), tr("Bruto toen"), tr("Weg zonder afmelding"), tr("Sprongen"))
    names = ("plannen_vorig", "bruto_vorig", "verdwenen", "sprongen")
    told = [(row.gemeente.name, row.receipt.vergeleken_met, *(_count(row.receipt, name) for name in names)) for row in rows if row.receipt]
    return html.table(header, told, range(2, 6))


def _meetings(meetings: Sequence[Meeting]) -> str:
    header = (tr("Gemeente"), tr("Plan"), tr("Gemeente"), tr("Plan"), tr("Samen"), tr("Wat"))
    told = [
        (m.gemeente, m.plan, m.other_gemeente, m.other_plan, m.area, tr("lijkt één plan") if m.is_one else tr("overlap over de grens"))
        for m in meetings
    ]
    return html.table(header, told, (4,))


def _files(receipts: Sequence[Receipt]) -> str:
    header = (tr("Bestand"), tr("Gemeente"), tr("Peildatum"), tr("Stand"), tr("Reden"), tr("SHA-256"))
    return html.table(
        header,
        [
            (receipt.bestand, receipt.gemeente_naam, day_of(receipt.peildatum), tr(receipt.stand), receipt.reden, receipt.sha256)
            for receipt in receipts
        ],
    )


def _named(row: Row) -> str:
    return f"{row.gemeente.name} ({row.gemeente.code})"


def _count(receipt: Receipt | None, name: str) -> str:
    count = getattr(receipt, name)
    return "" if count is None else number(count)


def _choice(receipt: Receipt | None) -> str:
    if receipt is None or receipt.optellen is None:
        return ""
    return tr("optellen") if receipt.optellen else tr("per plan")
