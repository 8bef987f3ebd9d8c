# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes out with a delivery and what stays home, in words and numbers, for the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ...core.basisset import fields as b
from ...core.basisset.peildatum import through
from ...core.delivering import delivery as d
from ...core.delivering.own_report import StrangeColumn
from ...core.delivering.small_plans import asked_of_sum
from ...core.history.facts import Comparison
from ...core.history.report import in_short
from ...core.i18n import tr
from ...core.reporting import certificate, html
from ...core.reporting.charts import number
from ...layers.delivering import preflight

COMPARE = "compare"  # the link to the panel of the comparison
_MOST = 500  # names that are listed


@dataclass(frozen=True, slots=True)
class Seen:
    """What the checks told: the state before the delivery, what of the layer is not in it, what became of the last delivery, and
    what is to be said of deliveries that were stopped."""

    ready: preflight.Preflight
    left_out: d.LeftOut | None
    strange: list[StrangeColumn]
    since: Comparison | None = None
    notes: Sequence[str] = ()


def summary(seen: Seen) -> str:
    """What goes out and what stays home, in words and numbers."""
    ready, delivery = seen.ready, seen.ready.delivery
    totals = d.totals(delivery)
    first, last = delivery.peildatum.span(0)[0], delivery.peildatum.span(len(b.phasing("bruto_totaal")) - 1)[1]
    rows = [
        (tr("Plannen"), number(len(delivery.rows))),
        (tr("waarvan gerealiseerd of vervallen (zonder aantallen)"), number(delivery.finished)),
        (tr("waarvan vertrouwelijk (gaan volledig naar de provincie)"), number(delivery.confidential)),
        (tr("Bruto woningen"), number(totals["bruto_totaal"])),
        (tr("Sloop"), number(totals["sloop_totaal"])),
        (tr("Netto"), number(totals["bruto_totaal"] - totals["sloop_totaal"])),
        (tr("Jaren"), through(first, last)),
    ]
    parts = [html.line(html.strong(escape(note))) for note in seen.notes]
    parts += _since(seen.since) if seen.since else []
    parts += [html.heading(tr("Dit gaat naar de provincie"), 3), html.amounts(rows), *map(html.paragraph, d.choices(delivery))]
    if altered := certificate.altered(ready.checked.coverage):
        parts.append(html.line(html.strong(escape(altered))))
    if asked := asked_of_sum(ready.checked.findings):
        parts.append(html.line(html.strong(escape(asked))))
    if seen.left_out:
        parts.append(html.line(html.strong(escape(seen.left_out.sentence))))
    parts += [html.paragraph(column.sentence) for column in seen.strange]
    if ready.home:
        names = [f"{name}: {reason}" for name, reason in ready.home[:_MOST]]
        if len(ready.home) > _MOST:
            names.append(tr("en nog {count}").format(count=number(len(ready.home) - _MOST)))
        parts += [html.heading(tr("Dit gaat niet mee ({count})").format(count=len(ready.home)), 3), html.bullets(names)]
    return "".join(parts)


def _since(comparison: Comparison) -> list[str]:
    """What is gone stands above all else: the province asks for it."""
    return [in_short(comparison), html.line(html.link(COMPARE, tr("Bekijk en beslis: Plannen van toen en nu")))]
