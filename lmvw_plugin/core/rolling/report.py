# SPDX-License-Identifier: GPL-2.0-or-later
"""The report on a plan file for the next peildatum: every dwelling of the old one, what a person decides, and what else changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..basisset import fields as b
from ..basisset.codelists import Gemeente
from ..basisset.prices.limits import SEGMENTS, PriceLimits
from ..i18n import several, tr
from ..reporting import html
from ..reporting.charts import number
from ..reporting.check import Subject
from ..rules.plans import Plan, is_count
from ..rules.tasks import field_title
from .counts import Decision, Rolled, Step


@dataclass(frozen=True, slots=True)
class RolledPlan:
    """A plan before and after. ``goes``: it was delivered as finished and is not in the new file."""

    before: Plan
    rolled: Rolled
    goes: bool = False

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.before.get("plannaam") or tr("(zonder naam)"))

    def was(self, veld: str) -> int:
        """The dwellings of a count, 0 where there is none."""
        return _dwellings(self.before.get(veld))


@dataclass(frozen=True)
class Account:
    """What became of all plans of a file. ``gemeente``: the one that it is of now, when that is another."""

    step: Step
    plans: Sequence[RolledPlan]
    limits: PriceLimits
    gemeente: Gemeente | None = None

    @property
    def kept(self) -> list[RolledPlan]:
        """The plans of the new file."""
        return [plan for plan in self.plans if not plan.goes]

    @cached_property
    def decisions(self) -> list[tuple[RolledPlan, Decision]]:
        """What a person decides, plan by plan."""
        return [(plan, decision) for plan in self.kept for decision in plan.rolled.decisions]

    @property
    def asked(self) -> int:
        """How many plans have something to decide."""
        return len({id(plan) for plan, _ in self.decisions})

    @property
    def sentence(self) -> str:
        """What was done, for message and log."""
        words = tr("{plans} overgezet van {before} naar {after}.").format(
            plans=several(len(self.kept), "plan", "plannen"), before=self.step.before.words, after=self.step.after.words
        )
        if not self.asked:
            return words
        return (
            words
            + " "
            + tr("Bij {plans} beslist u nog: {fields}.").format(
                plans=several(self.asked, "plan", "plannen"), fields=several(len(self.decisions), "veld", "velden")
            )
        )


def _dwellings(value: object) -> int:
    return value if isinstance(value, int) and is_count(value) else 0


def rolling_report(subject: Subject, account: Account) -> str:
    """The page."""
    body = [html.card("waarschuwing" if account.asked else "goed", html.strong(account.sentence))]
    body += [html.paragraph(tr("Het oude planbestand is niet veranderd."))]
    body += [html.heading(tr("Wat u nu doet")), html.steps(_steps(account))]
    body += [html.heading(tr("Elke woning verklaard")), *_totals(account), *_years(account)]
    body += _gone(account) + _limits(account) + _decisions(account)
    return html.page(tr("Naar de volgende peildatum"), subject.line, body, subject.confidential)


def _steps(account: Account) -> Iterable[str]:
    yield tr("Open het nieuwe planbestand.")
    if account.asked:
        yield tr("Beantwoord in de Vragenlijst wat leeg is. De voorstellen staan erbij; u bevestigt ze per plan of allemaal samen.")
    yield tr("Werk bij wat er sinds de vorige levering veranderde: nieuwe plannen, planstatus, gerealiseerd en vervallen.")
    if account.limits.unknown(account.step.after.year):
        yield tr("Vul de prijsgrens in die nog niet bekend is: Extra > Opties > LMVW.")
    yield tr("Controleer de plannen.")


def _totals(account: Account) -> list[str]:
    rows = []
    for total in b.PHASED:
        now, out = [sum(plan.was(total) for plan in group) for group in (account.kept, [plan for plan in account.plans if plan.goes])]
        asked = [(plan.was(total), decision.proposal or 0) for plan, decision in account.decisions if decision.veld == total]
        open_now, proposed = (sum(pair[at] for pair in asked) for at in (0, 1))
        rows.append((field_title(total, account.step.after), *map(number, (now + out, out, now - open_now, proposed, open_now - proposed))))
    finished = tr("Gevraagd: volgens de planning klaar")
    header = (
        tr("Woningen"),
        tr("In het oude planbestand"),
        tr("Plannen die eruit zijn"),
        tr("Overgenomen"),
        tr("Gevraagd: blijft"),
        finished,
    )
    note = tr("De laatste vier kolommen zijn samen de eerste. Wat gevraagd is, staat leeg in het nieuwe planbestand tot u antwoordt.")
    return [html.table(header, rows, range(1, 6)), html.paragraph(note, "stil")]


def _years(account: Account) -> list[str]:
    after, body = account.step.after, []
    for total in b.PHASED:
        asked = [(decision.veld, decision.proposal or 0) for _, decision in account.decisions]
        rows = []
        for slot, name in enumerate(b.phasing(total)):
            known = sum(_dwellings(plan.rolled.values[name]) for plan in account.kept)
            open_now = [count for veld, count in asked if veld == name]
            if known or open_now:
                rows.append((after.years(slot), number(known), number(len(open_now)), number(sum(open_now))))
        if rows:
            header = (tr("Jaren"), tr("Overgenomen"), tr("Plannen met een vraag"), tr("Voorstel"))
            body += [html.heading(field_title(total, after), 3), html.table(header, rows, (1, 2, 3))]
    before_last, last = account.step.before.span(len(b.phasing(total)) - 1)[1], after.span(len(b.phasing(total)) - 1)[1]
    if last > before_last:
        words = tr("De laatste periode loopt nu tot en met {last}. Wat u eerst na {before} verwachtte, telt daar nu mee: tel het zelf op bij "
                   "periode en totaal.")  # fmt: skip
        body.append(html.paragraph(words.format(last=last, before=before_last)))
    return body


def _gone(account: Account) -> list[str]:
    body, out = (
        [],
        [(plan.name, number(plan.was("bruto_totaal")), number(plan.was("sloop_totaal"))) for plan in account.plans if plan.goes],
    )
    if out:
        words = tr("Deze plannen zijn als gerealiseerd of vervallen geleverd. Dat gebeurt één keer (Invultip 6). Wat er geleverd is, blijft in "
                   "het nieuwe planbestand bewaard.")  # fmt: skip
        body += [html.heading(tr("Plannen die eruit zijn")), html.paragraph(words)]
        body += [html.table((tr("Plannaam"), tr("Bruto"), tr("Sloop")), out, (1, 2))]
    if account.gemeente:
        words = tr("Na de herindeling is dit planbestand van {name} ({code}). Ook de plannen hebben die gemeente gekregen. De namen van de plannen "
                   "zijn gelijk gebleven.")  # fmt: skip
        words = words.format(name=account.gemeente.name, code=account.gemeente.code)
        body += [html.heading(tr("Gemeente")), html.paragraph(words)]
    return body


def _limits(account: Account) -> list[str]:
    year = account.step.after.year
    unknown = account.limits.unknown(year)
    rows = [
        (tr(label), tr("nog niet bekend, vul hier in: Extra > Opties > LMVW") if segment in unknown else account.limits.text(segment, year))
        for segment, label in SEGMENTS.items()
    ]
    heading = html.heading(tr("Prijsgrenzen van {year}").format(year=year))
    return [heading, html.table((tr("Segment"), tr("Grens")), rows)]


def _decisions(account: Account) -> list[str]:
    if not account.decisions:
        return []
    rows, before = [], None
    for plan, decision in account.decisions:
        proposal = "" if decision.offered is None else number(decision.offered)
        stays = "" if decision.asked else tr("blijft staan") if decision.offered is None else tr("oude aantal")
        rows.append(
            (
                plan.name if plan is not before else "",
                field_title(decision.veld, account.step.after),
                decision.was,
                proposal,
                stays,
                decision.why,
            )
        )
        before = plan
    header = (tr("Plannaam"), tr("Veld"), tr("Was"), tr("Voorstel"), tr("Nu"), tr("Waarom"))
    return [html.heading(tr("Wat u beslist")), html.table(header, rows, (3,))]
