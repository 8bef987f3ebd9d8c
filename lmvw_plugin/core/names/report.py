# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of the check of plan names: what was compared, what was found, name by name, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from ..i18n import tr
from ..reporting import html
from ..reporting.charts import number
from ..rules.catalogue import RULES
from ..rules.findings import Counts, Ernst, Finding
from .comparing.explain import quoted
from .rules import NameSource

_SEVERITIES = (Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.INFO)


def name_report(sources: Sequence[NameSource], findings: Sequence[Finding], remarks: Sequence[str] = (), confidential: bool = False) -> str:
    """The page.

    :param confidential: among what was compared are confidential plans.

    :param sources: the layer first, then what it was compared with.
    :param remarks: sentences on what the reader of the worksheets saw.
    """
    own = sources[0]
    body = [_verdict(Counts.of(len(own.entries), findings), bool(findings)), html.heading(tr("Wat er vergeleken is"))]
    header = (tr("Bron"), tr("Rijen"), tr("Verschillende namen"))
    body.append(html.table(header, [(source.name, number(len(source.entries)), number(len(source.places))) for source in sources], (1, 2)))
    if remarks:
        body += [html.heading(tr("Wat opviel bij het lezen")), html.bullets(remarks)]
    for severity in _SEVERITIES:
        for rule in RULES.values():
            of_rule = [finding for finding in findings if (finding.regel, finding.ernst) == (rule.id, severity)]
            if of_rule:
                body += _section(f"{rule.id}: {tr(rule.title)} ({tr(severity.value)}, {number(len(of_rule))})", tr(rule.why), of_rule)
    if findings:
        steps = [
            tr("Neem namen over met ‘Plannamen overnemen’: wat zeker gelijk is vanzelf, de rest als u de naam noemt."),
            tr("Verbeter zelf wat geen voorstel heeft, in alle bestanden tegelijk, en controleer opnieuw."),
        ]
        body += [html.heading(tr("Wat u nu kunt doen")), html.steps(steps)]
    return html.page(tr("Controle plannamen"), tr("Bron: {source}").format(source=own.name), body, confidential)


def _verdict(counts: Counts, any_findings: bool) -> str:
    css = "fout" if counts.wrong else "waarschuwing" if any_findings else "goed"
    text = (
        tr("Nog niet alle plannamen zijn gelijk.") if counts.errors else tr("De plannamen zijn gelijk.")
    )  # fmt: skip
    more = tr("Plannen: {plans}; fouten: {wrong}; nog in te vullen: {unanswered}; waarschuwingen: {warnings}.").format(
        plans=number(counts.plans), wrong=number(counts.wrong), unanswered=number(counts.unanswered), warnings=number(counts.warnings)
    )
    return html.card(css, html.strong(text), more)


def _section(title: str, why: str, findings: Sequence[Finding]) -> list[str]:
    rows = [
        (
            quoted(finding.waarde) if isinstance(finding.waarde, str) else "",
            finding.melding,
            quoted(str(finding.voorstel)) if finding.voorstel else "",
        )
        for finding in findings
    ]
    return [html.heading(title), html.paragraph(why, "stil"), html.table((tr("Plannaam"), tr("Bevinding"), tr("Voorstel")), rows)]
