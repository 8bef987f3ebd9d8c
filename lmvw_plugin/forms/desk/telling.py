# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel of a review says: of a municipality, of a plan in the list, and of the plan in hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from ...core.i18n import moment, number, several, tr
from ...core.receiving.receipts import Receipt
from ...core.reporting import html
from ...core.reviewing.entries import Entry, Label, Review
from ...core.reviewing.renewed import Became

Plan = Mapping[str, object]


def of_municipality(review: Review, receipt: Receipt) -> str:
    """How far the review is, and what came over from an earlier delivery."""
    seen = tr("{seen} van {plans} gezien.").format(seen=number(len(review.seen)), plans=several(receipt.plannen or 0, "plan", "plannen"))
    carried = several(len(review.carried), "label of opmerking komt", "labels of opmerkingen komen") if review.carried else ""
    over = tr("{count} van een eerdere levering van deze gemeente.").format(count=carried) if carried else ""
    return " ".join(filter(None, (seen, over, _changed(review), _closed(review, receipt))))


def _changed(review: Review) -> str:
    """How many plans are not what they were in the delivery that this one replaced, of each kind."""
    kinds = Counter(step.soort for step in review.steps.last) if review.steps is not None else Counter()
    counts = [
        words.format(count=number(kinds[became.value]))
        for became, words in (
            (Became.CHANGED, tr("{count} gewijzigd")), (Became.NEW, tr("{count} nieuw")), (Became.GONE, tr("{count} weg")),
        )
        if kinds[became.value]
    ]  # fmt: skip
    return tr("Sinds de levering hiervoor: {counts}.").format(counts=", ".join(counts)) if counts else ""


def _closed(review: Review, receipt: Receipt) -> str:
    """Who closed it, and what nobody looked at then."""
    if review.closed is None:
        return ""
    unseen = (receipt.plannen or 0) - len(review.seen)
    said = tr("Afgesloten door {who}.").format(who=review.closed.wie)
    if unseen <= 0:
        return said
    rest = several(unseen, "plan is in deze levering nog door niemand gezien", "plannen zijn in deze levering nog door niemand gezien")
    return f"{said} {tr('Let op: {rest}.').format(rest=rest)}"


def waiting(review: Review, plan_id: str) -> list[Entry]:
    """The remarks and questions of a plan."""
    return [entry for entry in review.remarks if plan_id and entry.plan_id == plan_id]


def loose(review: Review, delivered: Collection[str]) -> list[Entry]:
    """The remarks and questions of no plan of this delivery: of places, of the delivery, and of plans that are not delivered any more."""
    return [entry for entry in review.remarks if not entry.plan_id or entry.plan_id not in delivered]


def of_loose_line(entries: Sequence[Entry]) -> str:
    """The first line of the list."""
    return " ".join(filter(None, (tr("(levering en plekken)"), _count(len(entries)))))


def of_loose(review: Review, entries: Iterable[Entry]) -> str:
    """What was said of no plan of this delivery, and the plans that it no longer has."""
    names = [step.plannaam or tr("(zonder naam)") for step in review.steps.gone] if review.steps is not None else []
    left = [html.heading(tr("Eerder geleverd voor deze peildatum, nu niet meer"), 3), html.bullets(names)] if names else []
    return "".join([*(_remark(review, entry, entry.plannaam) for entry in entries), *left])


def of_line(review: Review, plan: Plan) -> str:
    """A plan in the list: seen or not, its name, its label, and what waits."""
    plan_id = str(plan.get("plan_id") or "")
    label = review.label_of(plan_id)
    parts = [
        "✓" if plan_id in review.seen else "○",
        _became(review, plan_id),  # before the name, which may be cut off
        str(plan.get("plannaam") or tr("(zonder naam)")),
        f"[{tr(label.value)}]" if label is not Label.NONE else "",
        _count(len(waiting(review, plan_id))),
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
    if changed := "; ".join(step.wijziging for step in review.renewed(plan_id) if step.wijziging):
        since = (
            tr("Gewijzigd sinds iemand het zag: {what}.")
            if review.was_seen(plan_id)
            else tr("Gewijzigd sinds de levering hiervoor: {what}.")
        )
        body.append(html.paragraph(since.format(what=changed)))
    body += [_remark(review, entry) for entry in waiting(review, plan_id)]
    if who := review.seen.get(plan_id):
        body.append(html.paragraph(tr("Gezien door {who}").format(who=", ".join(who))))
    if told := list(findings):
        body += [html.heading(tr("Bevindingen"), 3), html.bullets(told)]
    return "".join(body)


def _became(review: Review, plan_id: str) -> str:
    """Whether it is what it was when somebody saw it, or else in the delivery before."""
    steps = review.renewed(plan_id)
    if steps and steps[0].soort == Became.NEW.value:
        return tr("(nieuw)")
    if any(step.soort == Became.GONE.value for step in steps):
        return tr("(weg geweest)")
    if steps:
        return tr("(gewijzigd)")
    return tr("(gezien, niet gewijzigd)") if review.was_seen(plan_id) else ""


def _count(waits: int) -> str:
    return several(waits, "opmerking", "opmerkingen") if waits else ""


def _remark(review: Review, entry: Entry, of_plan: str = "") -> str:
    """What was said, and what the municipality answers; with the name of its plan where that is not in sight."""
    words = tr("{kind} bij {plan}: {text} ({said})") if of_plan else tr("{kind}: {text} ({said})")
    told = [words.format(kind=tr(entry.soort).capitalize(), plan=of_plan, text=entry.tekst, said=_said(review, entry))]
    reaction = review.reactions.get(entry.nummer)
    if reaction is not None:
        told.append(tr("De gemeente antwoordt: {text}").format(text=reaction.tekst))
    return "".join(map(html.paragraph, told))


def _said(review: Review, entry: Entry) -> str:
    words = f"{entry.wie}, {moment(datetime.fromisoformat(entry.moment))}"
    return tr("{words}, bij een eerdere levering").format(words=words) if review.is_carried(entry) else words
