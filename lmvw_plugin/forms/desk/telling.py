# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel of a review says: of a municipality, of a plan in the list, and of the plan in hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from ...core.i18n import moment, number, several, tr
from ...core.receiving.receipts import Receipt
from ...core.reporting import html
from ...core.reviewing.entries import Entry, Label, Review

Plan = Mapping[str, object]


def of_municipality(review: Review, receipt: Receipt) -> str:
    """How far the review is, and what came over from an earlier delivery."""
    seen = tr("{seen} van {plans} gezien.").format(seen=number(len(review.seen)), plans=several(receipt.plannen or 0, "plan", "plannen"))
    carried = several(len(review.carried), "label of opmerking komt", "labels of opmerkingen komen") if review.carried else ""
    over = tr("{count} van een eerdere levering van deze gemeente.").format(count=carried) if carried else ""
    closed = tr("Afgesloten door {who}.").format(who=review.closed.wie) if review.closed else ""
    return " ".join(filter(None, (seen, over, closed)))


def of_line(review: Review, plan: Plan) -> str:
    """A plan in the list: seen or not, its name, its label, and what waits."""
    plan_id = str(plan.get("plan_id") or "")
    label, waits = review.label_of(plan_id), sum(entry.plan_id == plan_id for entry in review.remarks)
    parts = [
        "✓" if plan_id in review.seen else "○",
        str(plan.get("plannaam") or tr("(zonder naam)")),
        f"[{tr(label.value)}]" if label is not Label.NONE else "",
        several(waits, "opmerking", "opmerkingen") if waits else "",
    ]
    return " ".join(filter(None, parts))


def of_plan(review: Review, plan: Plan, findings: Iterable[str]) -> str:
    """The plan in hand: figures, what was said, and what was found."""
    plan_id = str(plan.get("plan_id") or "")
    figures = (tr("Planstatus"), str(plan.get("planstatus") or "")), (tr("Bruto totaal"), str(plan.get("bruto_totaal") or ""))
    body = [html.amounts(figures)]
    label = review.labels.get(plan_id)
    if label is not None:
        body.append(html.paragraph(tr("Label: {label} ({said})").format(label=tr(label.label), said=_said(review, label))))
    for entry in review.remarks:
        if entry.plan_id == plan_id:
            body.append(
                html.paragraph(
                    tr("{kind}: {text} ({said})").format(kind=tr(entry.soort).capitalize(), text=entry.tekst, said=_said(review, entry))
                )
            )
            reaction = review.reactions.get(entry.nummer)
            if reaction is not None:
                body.append(html.paragraph(tr("De gemeente antwoordt: {text}").format(text=reaction.tekst)))
    if who := review.seen.get(plan_id):
        body.append(html.paragraph(tr("Gezien door {who}").format(who=", ".join(who))))
    if told := list(findings):
        body += [html.heading(tr("Bevindingen"), 3), html.bullets(told)]
    return "".join(body)


def _said(review: Review, entry: Entry) -> str:
    words = f"{entry.wie}, {moment(datetime.fromisoformat(entry.moment))}"
    return tr("{words}, bij een eerdere levering").format(words=words) if review.is_carried(entry) else words
