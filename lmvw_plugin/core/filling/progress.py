# SPDX-License-Identifier: GPL-2.0-or-later
"""How far each projectleider is, in a sentence per person and per plan, for the report to the council."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from ..asking.explaining import shown
from ..basisset import fields as b
from ..basisset.codelists import Gemeente, listed, stays_home
from ..basisset.peildatum import Peildatum
from ..basisset.values import amounts, text_or_none
from ..confidential.dividing import Standing, standing
from ..i18n import day_of, number, several, tr
from ..reporting import html
from ..rules.plans import is_count, is_finished, is_secret
from .contradictions import more_wrong, wrong_in
from .leaders import alike, by_leader, in_words
from .sheets import waiting

Plan = Mapping[str, object]  # by field


@dataclass(frozen=True, slots=True)
class Sent:
    """An invulblad as the plan file remembers it; days as ``jjjj-mm-dd``. ``back`` is empty as long as it did not come back;
    ``back_file`` has a line for each file in which it came.

    ``plans``: what was sent; ``answers``: what was answered when it was read last; both by plan and field.
    """

    mark: str
    leader: str
    file: str
    day: str
    plans: Mapping[str, Plan]
    back: str = ""
    back_file: str = ""
    answers: Mapping[str, Plan] = field(default_factory=dict)

    @property
    def leader_text(self) -> str:
        """Who it is from, for a reader."""
        return in_words(self.leader)

    @property
    def count(self) -> int:
        """How many answers were given."""
        return sum(map(len, self.answers.values()))

    def name_of(self, plan_id: str, plans: Mapping[object, Plan]) -> str:
        """What a plan is called, now or when it was sent."""
        return str(plans.get(plan_id, {}).get("plannaam") or self.plans.get(plan_id, {}).get("plannaam") or plan_id)

    def not_in(self, plans: Mapping[object, Plan]) -> list[tuple[str, str, object]]:
        """Plan_id, field and value of the answers that are not what the plans say now: they wait, were not chosen, were undone, or somebody
        changed them since.

        :param plans: by plan_id.
        """
        return [
            (plan_id, veld, value)
            for plan_id, said in self.answers.items()
            for veld, value in said.items()
            if plan_id not in plans or plans[plan_id].get(veld) != value
        ]


def of_plan(plan: Plan, peildatum: Peildatum, strijdig: Collection[str] = ()) -> str:
    """One sentence on a plan, and one on what contradicts in it; of a confidential one, that the council may not hear of it (Dataprotocol art. 14).

    :param strijdig: the ids of the plans that the province labelled so.
    """
    unanswered, status = waiting(plan), text_or_none(plan.get("planstatus"))
    if stays_home(status):
        words = tr("{plan} gaat niet mee (planstatus {status}).").format(plan=_named(plan), status=status)
    elif unanswered:
        words = tr("{plan}: nog {count} in te vullen.").format(plan=_named(plan), count=several(unanswered, "veld", "velden"))
    elif plan.get("gerealiseerd") is True:
        words = tr("{plan} is gerealiseerd.").format(plan=_named(plan))
    elif plan.get("vervallen") is True:
        words = tr("{plan} is vervallen.").format(plan=_named(plan))
    else:
        words = tr("{plan} is ingevuld: planstatus {status}, bruto {count}.").format(
            plan=_named(plan), status=status, count=several(_bruto(plan), "woning", "woningen")
        )
    wrong = wrong_in(plan, peildatum)
    return " ".join([words, *wrong, *([tr("Vertrouwelijk: niet noemen in de raad.")] if is_secret(plan, strijdig) else [])])


def _named(plan: Plan) -> str:
    name = str(plan.get("plannaam") or "")
    return tr("Plan ‘{name}’").format(name=name) if name else tr("Een plan zonder naam")


def _bruto(plan: Plan) -> int:
    total = plan.get("bruto_totaal")
    return total if isinstance(total, int) else 0


def secret_sum(gemeente: Gemeente, plans: Sequence[Plan], strijdig: Collection[str] = ()) -> str:
    """What the council may hear of the confidential plans: one sum, and none that would tell of one plan (Dataprotocol art. 14)."""
    secret = (plan for plan in plans if is_secret(plan, strijdig))
    live = [plan for plan in secret if not is_finished(plan) and not stays_home(text_or_none(plan.get("planstatus")))]
    if not live:
        return ""
    if len(live) == 1:
        return tr("Ook de optelling mag niet: zij gaat over één plan.")
    bruto, sloop = ([plan.get(name) for plan in live] for name in ("bruto_totaal", "sloop_totaal"))
    if not all(map(is_count, (*bruto, *sloop))):
        return tr("De optelling kan nog niet: bij vertrouwelijke plannen zijn bruto of sloop nog leeg.")
    words = tr("Dit mag wel: ‘De vertrouwelijke plannen van {gemeente} hebben samen bruto {bruto} en sloop {sloop}.’")
    built, gone = (several(amounts(counts), "woning", "woningen") for counts in (bruto, sloop))
    return words.format(gemeente=gemeente.name, bruto=built, sloop=gone)


def of_leader(leader: str, plans: Sequence[Plan], sent: Sequence[Sent], now: Mapping[object, Plan], strijdig: Collection[str] = ()) -> str:
    """One sentence on a projectleider, that the council may hear: it counts public plans only (Dataprotocol art. 14).

    :param sent: every invulblad that was made for this person, the oldest first.
    :param now: the plans of the plan file, by plan_id.
    """
    public = _standing(plans, Standing.PUBLIC, strijdig)
    words = f"{in_words(leader)}: {_ready(public, several(len(public), 'openbaar plan', 'openbare plannen'))}"
    if not sent:
        return words + tr("; nog geen invulblad gemaakt.")
    if len(sent) == 1:
        return words + tr("; invulblad gemaakt op {day}, {state}.").format(day=day_of(sent[0].day), state=_state(sent[0], now))
    each = tr("‘{file}’ van {day}, {state}")
    told = [each.format(file=sheet.file, day=day_of(sheet.day), state=_state(sheet, now)) for sheet in sent]
    return words + tr("; {count} invulbladen gemaakt: {each}.").format(count=len(sent), each="; ".join(told))


def not_for_council(plans: Sequence[Plan], strijdig: Collection[str] = ()) -> str:
    """How far the plans are that are not public, for the municipality itself; empty when there are none.

    A plan of which nobody said whether it is confidential is not public either.
    """
    hidden, home = _standing(plans, Standing.CONFIDENTIAL, strijdig), _standing(plans, Standing.HOME, strijdig)
    told = [_ready(hidden, several(len(hidden), "ander plan", "andere plannen"))] if hidden else []
    if home:
        told.append(
            tr("{plans} met planstatus {codes}").format(plans=several(len(home), "plan", "plannen"), codes=listed("eigen", tr(" of ")))
        )
    return tr("Niet noemen in de raad: {told}.").format(told=", ".join(told)) if told else ""


def _standing(plans: Sequence[Plan], wanted: Standing, strijdig: Collection[str]) -> list[Plan]:
    return [plan for plan in plans if standing(plan, plan.get("plan_id") in strijdig) is wanted]


def _ready(plans: Sequence[Plan], count: str) -> str:
    ready = sum(not waiting(plan) for plan in plans)
    return tr("{ready} van {count} ingevuld").format(ready=number(ready), count=count)


def _state(sheet: Sent, now: Mapping[object, Plan]) -> str:
    if not sheet.back:
        return tr("nog niet terug")
    words = tr("terug op {day} met {count}").format(day=day_of(sheet.back), count=several(sheet.count, "antwoord", "antwoorden"))
    lost = len(sheet.not_in(now))
    return words + (tr(" ({count} niet in het planbestand)").format(count=number(lost)) if lost else "")


def report(
    gemeente: Gemeente, peildatum: Peildatum, plans: Sequence[Plan], sent: Sequence[Sent], unsaved: bool = False, waits: Sequence[str] = (),
    strijdig: Collection[str] = (), confidential: bool = False,
) -> str:  # fmt: skip
    """A page with a sentence for each projectleider and each plan, and which sheets went out and came back.

    :param strijdig: the ids of the plans that the province labelled so.
    :param confidential: it is called so, whatever the plans say now.
    :param unsaved: something of the plans is not saved yet, and may still be undone.
    :param waits: a sentence on each answer that waits for a choice.
    """
    now: dict[object, Plan] = {plan.get("plan_id"): plan for plan in plans}
    leaders = by_leader(plans)
    body = [html.card("waarschuwing", escape(said)) for said in alike(leaders)]
    if unsaved:
        said = tr("De laag heeft wijzigingen die nog niet zijn opgeslagen; ze tellen in dit rapport mee.")
        body.append(html.card("waarschuwing", escape(said)))
    secret = any(is_secret(plan, strijdig) for plan in plans)
    if secret:
        said = tr("Neem vertrouwelijke plannen niet over in een rapport aan de raad of aan anderen. Daar mag alleen de optelling van alle vertrouwelijke "
                  "plannen in staan, zonder namen, locaties of het aantal plannen (Dataprotocol art. 14).")  # fmt: skip
        body.append(html.card("waarschuwing", *map(escape, filter(None, (said, secret_sum(gemeente, plans, strijdig))))))
    for leader, theirs in leaders.items():
        mine = [sheet for sheet in sent if sheet.leader == leader]
        body += [html.heading(_upper(in_words(leader))), html.paragraph(of_leader(leader, theirs, mine, now, strijdig))]
        warning = not_for_council(theirs, strijdig)
        body += [html.paragraph(warning, "fout")] if warning else []
        body.append(html.bullets([of_plan(plan, peildatum, strijdig) for plan in theirs]))
    header = [
        tr("Projectleider"), tr("Bestand"), tr("Gemaakt"), tr("Terug"), tr("Teruggekomen bestand"), tr("Antwoorden"),
        tr("Niet in het planbestand"),
    ]  # fmt: skip
    rows = [
        (
            sheet.leader_text, sheet.file, day_of(sheet.day), day_of(sheet.back) if sheet.back else tr("nog niet"), sheet.back_file,
            *((sheet.count, len(sheet.not_in(now))) if sheet.back else (None, None)),
        )
        for sheet in sent
    ]  # fmt: skip
    body += [html.heading(tr("Invulbladen")), html.table(header, rows, (5, 6))]
    if waits:
        body += [html.heading(tr("Antwoorden die op uw keuze wachten")), html.bullets(waits)]
    body += _left_out(peildatum, sent, now)
    subtitle = tr("{gemeente}, peildatum {peildatum} ({delivery}). Dit rapport is van de gemeente zelf en wordt niet geleverd.").format(
        gemeente=gemeente.name, peildatum=peildatum.words, delivery=peildatum.delivery_words
    )
    return html.page(tr("Voortgang per projectleider"), subtitle, body, confidential or secret)


def _left_out(peildatum: Peildatum, sent: Sequence[Sent], now: Mapping[object, Plan]) -> list[str]:
    """A table of the answers that did not come into the plan file, with what would contradict after them."""
    rows = [
        (
            sheet.leader_text, sheet.name_of(plan_id, now), b.BY_NAME[veld].title_at(peildatum), shown(veld, now.get(plan_id, {}).get(veld)),
            shown(veld, value) or tr("leeg"), more_wrong(now[plan_id], {veld: value}, peildatum) if plan_id in now else "",
        )
        for sheet in sent
        for plan_id, veld, value in sheet.not_in(now)
    ]  # fmt: skip
    if not rows:
        return []
    header = [
        tr("Projectleider"),
        tr("Plan"),
        tr("Veld"),
        tr("In het planbestand"),
        tr("Antwoord"),
        tr("Wat er na dit antwoord niet klopt"),
    ]
    return [html.heading(tr("Antwoorden die niet in het planbestand staan")), html.table(header, rows, ())]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
