# SPDX-License-Identifier: GPL-2.0-or-later
"""The public page, to be read and printed: the totals, a map and charts of public plans, and the one sum beside them."""

from __future__ import annotations

from collections.abc import Sequence

from ..basisset import fields as b
from ..basisset.codelists import is_hard, is_soft
from ..i18n import number, several, tr
from ..reporting import charts, html, plan_map
from ..reporting.prices import price_bars
from .public import FIELDS, PublicPlan, PublicVersion, Version

_AT = {field.name: index for index, field in enumerate(FIELDS)}
_MOST = 2000  # plans that are listed: a browser shows no more at ease


def page(version: Version, picture: plan_map.PlanMap | None) -> str:
    """The whole page.

    :param picture: a map on which public plans were drawn and nothing else.
    """
    (_, what), *about = version.about()
    subtitle = tr("{gemeente}, peildatum {peildatum}").format(gemeente=version.gemeente.name, peildatum=version.peildatum.words)
    body = [html.card("goed", html.strong(what)), html.table((tr("Over deze pagina"), tr("Uitleg")), about)]
    body += [html.heading(tr("Totalen")), _totals(version)]
    body += plan_map.section(picture, tr("Kaart van de openbare plannen"), hidden=False) if picture else []
    body += [*_phasing(version), *_prices(version), *_plans(version)]
    return html.page(version.title, subtitle, body, confidential=False)


def without_map(text: str) -> str:
    """A page as it is where nothing can be drawn."""
    before, head, rest = text.partition(html.heading(tr("Kaart")) + "\n")
    return text if not head else before + rest.partition("\n")[2]


def _value(plan: PublicPlan, name: str) -> object:
    return plan.values[_AT[name]]


def _total(plans: Sequence[PublicPlan], name: str) -> int:
    counts = (_value(plan, name) for plan in plans)
    return sum(count for count in counts if isinstance(count, int))


def _status(plan: PublicPlan) -> str | None:
    status = _value(plan, "planstatus")
    return status if isinstance(status, str) else None


def _finished(plan: PublicPlan) -> bool:
    return _value(plan, "gerealiseerd") is True or _value(plan, "vervallen") is True


def _groups(version: Version) -> list[tuple[str, str, list[PublicPlan]]]:
    """Name, colour and plans of each group of public plans under way."""
    live = [plan for plan in version.plans if not _finished(plan)]
    hard, soft = [plan for plan in live if is_hard(_status(plan))], [plan for plan in live if is_soft(_status(plan))]
    rest = [plan for plan in live if not is_hard(_status(plan)) and not is_soft(_status(plan))]
    groups = ((tr("hard"), charts.HARD, hard), (tr("zacht"), charts.SOFT, soft), (tr("planstatus leeg of geen code"), charts.OTHER, rest))
    return [group for group in groups if group[2]]


def _sums(version: Version) -> dict[str, int]:
    return dict(zip((field.name for field in b.COUNTS), version.total, strict=True))


def _totals(version: Version) -> str:
    """Dwellings, and never how many plans."""
    sums = _sums(version)
    rows = [(name, _total(plans, "bruto_totaal"), _total(plans, "sloop_totaal")) for name, _, plans in _groups(version)]
    rows.append((version.sum_words, sums["bruto_totaal"], sums["sloop_totaal"]))
    if isinstance(version, PublicVersion):
        rows.append((tr("samen"), sum(row[1] for row in rows), sum(row[2] for row in rows)))
    cells = [(name, *map(number, (bruto, sloop, bruto - sloop))) for name, bruto, sloop in rows]
    return html.table((tr("Groep"), tr("Bruto"), tr("Sloop"), tr("Netto")), cells, (1, 2, 3))


def _phasing(version: Version) -> list[str]:
    """Dwellings by year of completion; the sum has a colour of its own."""
    bruto, sloop, sums = b.phasing("bruto_totaal"), b.phasing("sloop_totaal"), _sums(version)
    series = [(name, colour, [_total(plans, slot) for slot in bruto]) for name, colour, plans in _groups(version)]
    series.append((version.sum_words, charts.SUMMED, [sums[slot] for slot in bruto]))
    live = [plan for plan in version.plans if not _finished(plan)]
    below = (tr("sloop"), charts.SLOOP, [_total(live, slot) + sums[slot] for slot in sloop])
    spans = [version.peildatum.span(slot) for slot in range(len(bruto))]
    labels = [version.peildatum.years(slot).replace(" ", "\n", 1) for slot in range(len(bruto))]
    title = tr("Fasering: woningen naar jaar van oplevering")
    note = html.paragraph(tr("De balk van een periode is zo hoog als het gemiddelde jaar; het getal erbij is van de hele periode."), "stil")
    drawn = charts.columns(title, labels, series, below, [last - first + 1 for first, last in spans])
    return [html.heading(title), html.figure(drawn, note)]


def _prices(version: Version) -> list[str]:
    """Dwellings by price segment, of public plans and of the sum together."""
    live, sums = [plan for plan in version.plans if not _finished(plan)], _sums(version)
    title = tr("Prijs en eigendom")
    bars, whole = price_bars(title, lambda name: _total(live, name) + sums[name])
    return [html.heading(title), bars] if whole else []


def _plans(version: Version) -> list[str]:
    """Each public plan on a line."""
    if not version.plans:
        return []
    rows = []
    for plan in version.plans[:_MOST]:
        state = tr("vervallen") if _value(plan, "vervallen") is True else tr("gerealiseerd") if _finished(plan) else _status(plan) or ""
        counts = (_value(plan, name) for name in ("bruto_totaal", "sloop_totaal"))
        rows.append((_value(plan, "plannaam"), state, *("" if count is None else number(int(str(count))) for count in counts)))
    parts = [html.heading(tr("De openbare plannen"))]
    parts.append(html.table((tr("Plan"), tr("Status"), tr("Bruto"), tr("Sloop")), rows, (2, 3)))
    if len(version.plans) > _MOST:
        more = tr("Alle openbare plannen staan in het Excel-bestand; hier staan de eerste {plans}.")
        parts.append(html.paragraph(more.format(plans=several(_MOST, "plan", "plannen")), "stil"))
    return parts
