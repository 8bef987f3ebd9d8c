# SPDX-License-Identifier: GPL-2.0-or-later
"""The reports a planner reads: what the checks found, and what the import did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from . import basisset as b
from . import html
from .codelists import Gemeente, is_hard, is_soft, stays_home
from .findings import Counts, Ernst, Finding
from .i18n import tr
from .import_plans import Imported
from .mapping import Columns, PlanMapping
from .peildatum import Peildatum
from .plan_rules import Plan, is_count, is_finished
from .rules import CATALOGUE, RULES

_SEVERITIES = (Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.INFO)
_EMPTY_FIELD = "A1"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about; the municipality is not known when a foreign layer is checked."""

    peildatum: Peildatum
    gemeente: Gemeente | None
    source: str

    @property
    def line(self) -> str:
        """The line under the title."""
        place = f"{self.gemeente.name} ({self.gemeente.code}), " if self.gemeente else ""
        return tr("{place}peildatum {peildatum} ({delivery}), bron: {source}").format(
            place=place, peildatum=self.peildatum, delivery=self.peildatum.delivery_name, source=self.source
        )


def check_report(subject: Subject, plans: Sequence[Plan], findings: Sequence[Finding]) -> str:
    """The control report: verdict, totals, findings per rule and per plan."""
    counts = Counts.of(len(plans), findings)
    body = [_verdict(counts), html.heading(tr("Totalen")), _totals(plans), *_per_rule(findings), *_per_plan(findings, subject.peildatum)]
    return html.page(tr("Controle woningbouwplannen"), subject.line, body)


def _verdict(counts: Counts) -> str:
    css, text = (
        ("fout", tr("{errors} fouten: er kan nog niet geleverd worden."))
        if counts.errors
        else ("goed", tr("Geen fouten: er kan geleverd worden."))
    )
    more = tr("{plans} plannen gecontroleerd; {warnings} waarschuwingen, {infos} meldingen ter informatie.")
    words = {"errors": counts.errors, "plans": counts.plans, "warnings": counts.warnings, "infos": counts.infos}
    return f'<div class="kaart {css}"><b>{text.format(**words)}</b><br>{more.format(**words)}</div>'


def total(plans: Iterable[Plan], name: str) -> int:
    """The sum of a count over plans; what is not answered counts as nothing."""
    values = (plan.get(name) for plan in plans)
    return sum(value for value in values if is_count(value) and isinstance(value, int))


def _totals(plans: Sequence[Plan]) -> str:
    delivered = [plan for plan in plans if not stays_home(_status(plan))]
    live = [plan for plan in delivered if not is_finished(plan)]
    groups = (
        (tr("Hard (1A, 1B, 2A, 2B)"), [plan for plan in live if is_hard(_status(plan))]),
        (tr("Zacht (1C, 2C, 3, 4A, 4B)"), [plan for plan in live if is_soft(_status(plan))]),
        (tr("Planstatus niet ingevuld"), [plan for plan in live if not is_hard(_status(plan)) and not is_soft(_status(plan))]),
        (tr("Gerealiseerd"), [plan for plan in delivered if plan.get("gerealiseerd") is True]),
        (tr("Vervallen"), [plan for plan in delivered if plan.get("vervallen") is True and plan.get("gerealiseerd") is not True]),
        (tr("Blijft thuis (5A, 5B)"), [plan for plan in plans if stays_home(_status(plan))]),
        (tr("Lopende plannen samen"), live),
    )
    rows = [
        (name, len(group), bruto := total(group, "bruto_totaal"), sloop := total(group, "sloop_totaal"), bruto - sloop)
        for name, group in groups
        if group or group is live
    ]
    return html.table((tr("Groep"), tr("Plannen"), tr("Bruto"), tr("Sloop"), tr("Netto")), rows, (1, 2, 3, 4))


def _status(plan: Plan) -> str | None:
    status = plan.get("planstatus")
    return status if isinstance(status, str) else None


def _per_rule(findings: Sequence[Finding]) -> list[str]:
    if not findings:
        return []
    numbers = Counter((finding.regel, finding.ernst) for finding in findings)
    rows = [
        (rule.id, tr(rule.title), tr(severity.value), numbers[rule.id, severity], tr(rule.remedy), rule.source)
        for severity in _SEVERITIES
        for rule in CATALOGUE
        if numbers[rule.id, severity]
    ]
    header = (tr("Regel"), tr("Wat"), tr("Ernst"), tr("Aantal"), tr("Wat kunt u doen"), tr("Bron"))
    return [html.heading(tr("Bevindingen per regel")), html.table(header, rows, (3,))]


def _per_plan(findings: Sequence[Finding], peildatum: Peildatum) -> list[str]:
    if not findings:
        return []
    by_plan: dict[str, list[Finding]] = {}
    for finding in findings:
        by_plan.setdefault(finding.plannaam or tr("(zonder naam)"), []).append(finding)
    body = [html.heading(tr("Bevindingen per plan"))]
    for name, found in sorted(by_plan.items(), key=lambda item: item[0].casefold()):
        body.append(html.heading(name, 3))
        empty = [finding.veld for finding in found if _is_empty(finding)]
        if empty:
            body.append(html.paragraph(tr("Nog in te vullen: {fields}.").format(fields=", ".join(_labels(empty, peildatum))), "fout"))
        for severity in _SEVERITIES:
            texts = [f"{finding.regel}: {finding.melding}" for finding in found if finding.ernst is severity and not _is_empty(finding)]
            if texts:
                body.append(html.bullets(texts, severity.value))
    return body


def _is_empty(finding: Finding) -> bool:
    return finding.regel == _EMPTY_FIELD and finding.waarde is None


def _labels(names: Sequence[str | None], peildatum: Peildatum) -> list[str]:
    """Labels of fields; when all twelve phasing slots are among them, one word for all."""
    wanted = [name for name in names if name]
    labels = []
    for sum_ in b.SUMS:
        if sum_.parts == b.phasing(sum_.total) and set(sum_.parts) <= set(wanted):
            labels.append(tr(sum_.name))
            wanted = [name for name in wanted if name not in sum_.parts]
    return [b.BY_NAME[name].title_at(peildatum) for name in wanted if name in b.BY_NAME] + labels


def import_report(subject: Subject, result: Imported, mapping: PlanMapping, columns: Columns) -> str:
    """The import report: what came over, from which column, what did not and why, and what the Basisset still needs."""
    good = not result.not_imported and not result.remarks
    head = tr("{plans} plannen overgenomen, {waiting} regels wachten op u, {values} waarden zijn niet overgenomen.").format(
        plans=len(result.plans), waiting=len(result.not_imported), values=len(result.remarks)
    )
    body = [f'<div class="kaart {"goed" if good else "fout"}"><b>{head}</b></div>']
    body += _mapping_section(mapping, columns, subject.peildatum)
    if result.not_imported:
        waiting = ((entry.name, entry.where, entry.reason) for entry in result.not_imported)
        body += [html.heading(tr("Niet overgenomen regels")), html.table((tr("Plannaam"), tr("Waar"), tr("Waarom")), waiting)]
    if result.without_polygon:
        body += [
            html.heading(tr("Nog te tekenen")),
            html.paragraph(tr("Deze plannen staan in het werkblad maar hebben geen polygoon.")),
            html.bullets(result.without_polygon),
        ]
    if result.remarks:
        values = ((r.plannaam, b.BY_NAME[r.veld].title_at(subject.peildatum), r.column, r.value, r.reason) for r in result.remarks)
        header = (tr("Plannaam"), tr("Veld"), tr("Bronkolom"), tr("Waarde in de bron"), tr("Waarom leeg gelaten"))
        body += [html.heading(tr("Waarden die niet zijn overgenomen")), html.table(header, values)]
    missing = result.missing()
    if missing:
        rows = ((name, ", ".join(_labels([field.name for field in fields], subject.peildatum))) for name, fields in missing)
        body += [html.heading(tr("Wat de Basisset nog vraagt")), html.table((tr("Plannaam"), tr("Nog in te vullen")), rows)]
    return html.page(tr("Import woningbouwplannen"), subject.line, body)


def _mapping_section(mapping: PlanMapping, columns: Columns, peildatum: Peildatum) -> list[str]:
    rows = [(tr("Plannaam"), tr(source), column, "") for source, column in mapping.names.items()]
    rows += [
        (
            b.BY_NAME[name].title_at(peildatum),
            tr(m.source),
            m.column,
            tr("teken omgekeerd: staat in de bron als negatief getal") if m.negated else "",
        )
        for name, m in mapping.fields.items()
    ]
    unused = [f"{tr(source)}: {', '.join(names)}" for source, names in mapping.unused(columns).items() if names]
    body = [html.heading(tr("Kolommen")), html.table((tr("Veld"), tr("Bron"), tr("Kolom"), tr("Bewerking")), rows)]
    if unused:
        body += [html.paragraph(tr("Niet gebruikte kolommen:")), html.bullets(unused)]
    return body


def first_errors(findings: Sequence[Finding], number: int = 3) -> str:
    """The first errors in one line, for a message."""
    errors = [finding for finding in findings if finding.ernst is Ernst.FOUT]
    shown = [f"{error.plannaam or tr('(zonder naam)')}: {error.melding}" for error in errors[:number]]
    return " / ".join(shown)


def findings_by_rule(findings: Sequence[Finding]) -> list[tuple[str, str, str, int]]:
    """Rule id, severity, title and number of findings, most serious first."""
    numbers = Counter((finding.regel, finding.ernst) for finding in findings)
    return [(rule, severity.value, tr(RULES[rule].title), numbers[rule, severity])
            for severity in _SEVERITIES for rule in RULES if numbers[rule, severity]]  # fmt: skip
