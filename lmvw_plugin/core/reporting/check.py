# SPDX-License-Identifier: GPL-2.0-or-later
"""The control report that a planner reads: what the checks found. The import has a report of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape

from ..basisset import fields as b
from ..basisset.codelists import Gemeente, is_hard, is_soft, listed, stays_home
from ..basisset.peildatum import Peildatum
from ..basisset.prices.limits import SEGMENTS
from ..basisset.values import amount, text_or_none
from ..i18n import several, tr
from ..rules.acceptance import said_in
from ..rules.catalogue import CATALOGUE
from ..rules.findings import Counts, Ernst, Finding
from ..rules.plans import Plan, is_count, is_finished
from ..rules.targets import NO_TARGETS, Targets
from . import certificate, charts, html, plan_map, todo
from .prices import price_bars
from .unanswered import in_words

_SEVERITIES = (Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.INFO)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about; the municipality is not known when a foreign layer is checked. ``confidential``: it is made of confidential plans."""

    peildatum: Peildatum
    gemeente: Gemeente | None
    source: str
    confidential: bool = False

    @property
    def line(self) -> str:
        """The line under the title."""
        of_gemeente = f"{self.gemeente.name} ({self.gemeente.code}), " if self.gemeente else ""
        return tr("{place}peildatum {peildatum} ({delivery}), bron: {source}").format(
            place=of_gemeente, peildatum=self.peildatum.words, delivery=self.peildatum.delivery_words, source=self.source
        )


def check_report(
    subject: Subject, plans: Sequence[Plan], findings: Sequence[Finding], picture: plan_map.PlanMap | None = None, notes: Sequence[str] = (),
    more: Sequence[str] = (), skipped: str = "", judged: certificate.Judged | None = None, delivered: int | None = None,
    proposed: Sequence[todo.Offered] = (), made: Sequence[Plan] = (), targets: Targets = NO_TARGETS,
) -> str:  # fmt: skip
    """The control report: verdict, tasks, totals, map, charts, findings per rule and per plan, and what was checked.

    :param picture: a map of the plans.
    :param notes: what the reader of the worksheet saw, in sentences.
    :param more: what comes under the verdict, as HTML.
    :param skipped: which rules were not applied, and why.
    :param judged: what ran, when and over which file.
    :param proposed: what waits for a person to confirm or refuse, by kind; of what goes to the province itself nothing is.
    :param delivered: how many plans go to the province; None where nobody asked, and in what goes there itself.
    :param targets: what the municipality wants finished by year; in what goes to the province none.
    :param made: plans that stand for several of ``plans`` (art. 9): something may be found about them, but no dwelling counts twice.
    """
    counts = Counts.of(len(plans), findings, delivered, sum(fields for _, fields, _ in proposed))
    live = [plan for plan in plans if not stays_home(_status(plan)) and not is_finished(plan)]
    covered = certificate.in_short(judged.coverage, findings) if judged else ""
    altered = certificate.altered(judged.coverage) if judged else ""
    known = [*plans, *made]
    body = [_verdict(counts, skipped, covered, altered), *more]
    body += todo.sections(findings, len(plans), known, subject.peildatum, sizes_of(known))
    body += todo.offered(proposed) if proposed else []
    if notes:
        body += [html.heading(tr("Wat opviel bij het lezen van het Excel-bestand")), html.bullets(notes)]
    body += [html.heading(tr("Totalen")), _totals(plans)]
    body += plan_map.section(picture) if picture else []
    body += [
        *_phasing(live, subject.peildatum),
        *_targets(live, subject.peildatum, targets),
        *_prices(live),
        *_per_rule(findings),
        *_per_plan(findings, known, subject.peildatum),
    ]
    body += certificate.section(judged, findings) if judged else []
    return html.page(tr("Controle woningbouwplannen"), subject.line, body, subject.confidential)


def _verdict(counts: Counts, skipped: str, covered: str, altered: str) -> str:
    if counts.errors:
        css, text = "fout" if counts.wrong else "waarschuwing", tr("{errors}: er kan nog niet geleverd worden.")
    elif skipped:
        css, text = "waarschuwing", tr("Geen fouten in wat gecontroleerd is.")
    else:
        css, text = "waarschuwing" if counts.warnings else "goed", tr("Geen fouten: er kan geleverd worden.")
    more = tr("{checked}; {warnings}, {infos} ter informatie.")
    words = {
        "errors": counts.holding,
        "checked": counts.checked,
        "warnings": counts.warned,
        "infos": several(counts.infos, "bevinding", "bevindingen"),
    }
    lacks = html.strong(escape(skipped)) if skipped else ""
    told = html.strong(escape(altered)) if altered else ""
    return html.card(css, html.strong(text.format(**words)), more.format(**words), escape(counts.undelivered), lacks, told, escape(covered))


def sizes_of(plans: Iterable[Plan]) -> dict[str, int]:
    """How many dwellings each plan holds."""
    return {str(plan.get("plan_id")): total([plan], "bruto_totaal") for plan in plans if plan.get("plan_id")}


def total(plans: Iterable[Plan], name: str) -> int:
    """The sum of a count over plans; what is not answered counts as nothing."""
    values = (plan.get(name) for plan in plans)
    return sum(value for value in values if is_count(value) and isinstance(value, int))


def _totals(plans: Sequence[Plan]) -> str:
    delivered = [plan for plan in plans if not stays_home(_status(plan))]
    live = [plan for plan in delivered if not is_finished(plan)]
    groups = (
        (tr("Hard ({codes})").format(codes=listed("hard")), [plan for plan in live if is_hard(_status(plan))]),
        (tr("Zacht ({codes})").format(codes=listed("zacht")), [plan for plan in live if is_soft(_status(plan))]),
        (tr("Planstatus leeg of geen code"), [plan for plan in live if not is_hard(_status(plan)) and not is_soft(_status(plan))]),
        (tr("Gerealiseerd"), [plan for plan in delivered if plan.get("gerealiseerd") is True]),
        (tr("Vervallen"), [plan for plan in delivered if plan.get("vervallen") is True and plan.get("gerealiseerd") is not True]),
        (tr("Gaat niet mee ({codes})").format(codes=listed("eigen")), [plan for plan in plans if stays_home(_status(plan))]),
        (tr("Lopende plannen samen"), live),
    )
    rows = [
        (
            name,
            *map(charts.number, (len(group), bruto := total(group, "bruto_totaal"), sloop := total(group, "sloop_totaal"), bruto - sloop)),
        )
        for name, group in groups
        if group or group is live
    ]
    return html.table((tr("Groep"), tr("Plannen"), tr("Bruto"), tr("Sloop"), tr("Netto")), rows, (1, 2, 3, 4))


def _phasing(live: Sequence[Plan], peildatum: Peildatum) -> list[str]:
    """Dwellings by year of completion, hard and soft, and demolition below the line."""
    hard, soft = [p for p in live if is_hard(_status(p))], [p for p in live if is_soft(_status(p))]
    rest = [p for p in live if not is_hard(_status(p)) and not is_soft(_status(p))]
    bruto, sloop = b.phasing("bruto_totaal"), b.phasing("sloop_totaal")
    if not any(total(live, name) for name in (*bruto, *sloop)):
        return []
    spans = [peildatum.span(slot) for slot in range(len(bruto))]
    years = [last - first + 1 for first, last in spans]
    labels = [peildatum.years(slot).replace(" ", "\n", 1) for slot in range(len(bruto))]
    groups = [(tr("hard"), charts.HARD, hard), (tr("zacht"), charts.SOFT, soft), (tr("planstatus leeg of geen code"), charts.OTHER, rest)]
    series = [(name, colour, [total(group, slot) for slot in bruto]) for name, colour, group in groups if group]
    note = html.paragraph(tr("De balk van een periode is zo hoog als het gemiddelde jaar; het getal erbij is van de hele periode."), "stil")
    below = (tr("sloop"), charts.SLOOP, [total(live, slot) for slot in sloop])
    title = tr("Fasering: woningen naar jaar van oplevering")
    return [html.heading(title), html.figure(charts.columns(title, labels, series, below, years), note)]


def _targets(live: Sequence[Plan], peildatum: Peildatum, targets: Targets) -> list[str]:
    """What is wanted by year beside what is planned then; where a target was stated."""
    rows = []
    hard = [plan for plan in live if is_hard(_status(plan))]
    for slot, name in enumerate(b.phasing("bruto_totaal")):
        wanted = targets.at(peildatum, slot)
        if wanted is not None:
            planned, certain = total(live, name), total(hard, name)
            rows.append(
                (peildatum.years(slot), *map(charts.number, (wanted, planned, certain, planned - wanted)), charts.share(planned, wanted))
            )
    if not rows:
        return []
    header = (tr("Jaar"), tr("Streefgetal"), tr("In lopende plannen"), tr("Waarvan hard"), tr("Verschil"), tr("Deel"))
    note = tr("Bruto woningen. Het streefgetal heeft de gemeente zelf opgegeven, bij Opties, LMVW. Het telt in geen controle mee en gaat niet naar de "
              "provincie.")  # fmt: skip
    return [html.heading(tr("Streefgetallen naast de plannen")), html.table(header, rows, (1, 2, 3, 4, 5)), html.paragraph(note, "stil")]


def _prices(live: Sequence[Plan]) -> list[str]:
    """Dwellings by price segment; what is planned as affordable, and what of that counts for the national goal."""
    title = tr("Prijs en eigendom")
    bars, whole = price_bars(title, lambda name: total(live, name))
    if not whole:
        return []
    planned = sum(total(live, name) for name in b.COUNTS_NATIONALLY)
    counted = sum(total(live, name) for name in b.COUNTS_NATIONALLY.values())
    larger = (any(amount(plan.get(part)) > amount(plan.get(name)) for name, part in b.COUNTS_NATIONALLY.items()) for plan in live)
    impossible = sum(larger)
    nationally = (
        tr("Telt landelijk mee: van marktpartijen alleen sociale huur met 25 jaar en DAEB-doelgroep, en middenhuur met 10 jaar"),
        charts.number(counted), charts.share(counted, whole), tr("twee derde ({share}): {count}").format(
            share=charts.share(2, 3), count=several(_two_thirds(whole), "woning", "woningen")),
    )  # fmt: skip
    if impossible:  # more could count than is planned
        why = tr("bij {plans} is een deel groter dan zijn geheel (regel A6)").format(plans=several(impossible, "plan", "plannen"))
        nationally = tr("Telt landelijk mee: niet te zeggen"), "", "", why
    shares = [
        (tr("Gepland: {segments}").format(segments=_affordable()), charts.number(planned), charts.share(planned, whole), None),
        nationally,
    ]
    header = (tr("Betaalbare woningen"), tr("Woningen"), tr("Deel van {whole}").format(whole=charts.number(whole)), tr("Landelijk doel"))
    bruto, other = total(live, "bruto_totaal"), []
    if bruto != whole:  # parts that do not add up, or are not all filled in
        words = tr("De segmenten tellen op tot {parts} en de plannen tot {bruto} woningen bruto; wat niet klopt of nog leeg is, staat bij regels "
                   "{rules}.").format(parts=charts.number(whole), bruto=charts.number(bruto), rules=tr("A1 en A5"))  # fmt: skip
        other = [html.paragraph(words, "stil")]
    return [html.heading(title), bars, html.table(header, shares, (1, 2, 3)), *other]


def _two_thirds(whole: int) -> int:
    """How many dwellings that is at least: a share in per cent looks like the goal before it is reached."""
    return -(-2 * whole // 3)


def _affordable() -> str:
    """The affordable segments in words."""
    *first, last = (tr(label).lower() for label in SEGMENTS.values())
    return tr("{first} en {last}").format(first=", ".join(first), last=last)


def _status(plan: Plan) -> str | None:
    status = plan.get("planstatus")
    return status if isinstance(status, str) else None


def _per_rule(findings: Sequence[Finding]) -> list[str]:
    if not findings:
        return []
    numbers = Counter((finding.regel, finding.ernst) for finding in findings)
    rows = [
        (rule.id, f"{tr(rule.title)}.\n{tr(rule.remedy)}\n{tr('Bron')}: {rule.source}", tr(severity.value), numbers[rule.id, severity])
        for severity in _SEVERITIES
        for rule in CATALOGUE
        if numbers[rule.id, severity]
    ]
    header = (tr("Regel"), tr("Wat er is en wat u kunt doen"), tr("Ernst"), tr("Aantal"))
    return [html.heading(tr("Bevindingen per regel")), html.table(header, rows, (3,))]


def _per_plan(findings: Sequence[Finding], plans: Sequence[Plan], peildatum: Peildatum) -> list[str]:
    """What was found about each plan, and what the municipality says of it."""
    if not findings:
        return []
    explained, names = said_in(plans), {str(plan.get("plan_id") or ""): text_or_none(plan.get("plannaam")) for plan in plans}
    by_plan: dict[str, list[Finding]] = {}
    for finding in findings:
        by_plan.setdefault(finding.name, []).append(finding)
        if finding.ander in names:  # told at the first of the two; who looks under the other one finds it too
            name = names[finding.ander] or tr("(zonder naam)")
            by_plan.setdefault(name, []).append(replace(finding, melding=finding.seen_from(finding.ander)))
    body = [html.heading(tr("Bevindingen per plan"))]
    for name, of_plan in sorted(by_plan.items(), key=lambda item: item[0].casefold()):
        body.append(html.heading(name, 3))
        empty = [finding.veld for finding in of_plan if finding.is_unanswered]
        if empty:
            body.append(html.paragraph(in_words(empty, peildatum), "fout"))
        for severity in _SEVERITIES:
            texts = [
                f"{finding.regel} ({tr(severity.value)}): {finding.melding}" + _let_be(finding)
                for finding in of_plan
                if finding.ernst is severity and not finding.is_unanswered
            ]
            if texts:
                body.append(html.bullets(texts, severity.value))
        for plan_id in dict.fromkeys(plan_id for finding in of_plan for plan_id in finding.plans if plan_id in explained):
            words = (
                tr("Toelichting van de gemeente: {text}")
                if names[plan_id] in (name, None)
                else tr("Toelichting van de gemeente bij {plan}: {text}")
            )
            body.append(html.paragraph(words.format(text=explained[plan_id], plan=names[plan_id])))
    return body


def _let_be(finding: Finding) -> str:
    """Why a warning was accepted."""
    return "" if finding.akkoord is None else " " + tr("Geaccepteerd: {text}").format(text=finding.akkoord.toelichting)


def first_errors(findings: Sequence[Finding], number: int = 3) -> str:
    """The first errors in one line, for a message."""
    errors = [finding for finding in findings if finding.ernst is Ernst.FOUT]
    shown = [f"{error.name}: {error.melding}" for error in errors[:number]]
    return " / ".join(shown)
