# SPDX-License-Identifier: GPL-2.0-or-later
"""How far each projectleider is, in a sentence per person and per plan, for the report to the council."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from ..basisset.codelists import Gemeente, stays_home
from ..basisset.peildatum import Peildatum
from ..basisset.values import text_or_none
from ..i18n import day_of, later, several, tr
from ..reporting import html
from .sheets import waiting

NOBODY = later("zonder projectleider")


@dataclass(frozen=True, slots=True)
class Sent:
    """An invulblad as the plan file remembers it; days as ``jjjj-mm-dd``. ``back`` is empty as long as it did not come back.

    ``plans``: what was sent; ``answers``: what was answered when it was read last; both by plan and field.
    """

    mark: str
    leader: str
    file: str
    day: str
    plans: Mapping[str, Mapping[str, object]]
    back: str = ""
    back_file: str = ""
    answers: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    @property
    def leader_text(self) -> str:
        """Who it is from, for a reader."""
        return self.leader or tr(NOBODY)

    @property
    def count(self) -> int:
        """How many answers were given."""
        return sum(map(len, self.answers.values()))


def by_leader(plans: Sequence[Mapping[str, object]]) -> dict[str, list[Mapping[str, object]]]:
    """The plans by projectleider, in the order of their names; who has none comes last."""
    found: dict[str, list[Mapping[str, object]]] = {}
    for plan in plans:
        found.setdefault(" ".join(str(plan.get("projectleider") or "").split()), []).append(plan)
    return {leader: found[leader] for leader in sorted(found, key=lambda leader: (not leader, leader.casefold()))}


def of_plan(plan: Mapping[str, object]) -> str:
    """One sentence on a plan; of a confidential one, that the council may not hear of it (Dataprotocol art. 14)."""
    left, name, status = waiting(plan), str(plan.get("plannaam") or tr("plan zonder naam")), text_or_none(plan.get("planstatus"))
    if stays_home(status):
        words = tr("{plan} gaat niet mee (planstatus {status}).").format(plan=name, status=status)
    elif left:
        words = tr("{plan}: nog {count} in te vullen.").format(plan=name, count=several(left, "veld", "velden"))
    else:
        words = tr("{plan} is ingevuld.").format(plan=name)
    return words + (" " + tr("Vertrouwelijk: niet noemen in de raad.") if _is_secret(plan) else "")


def _is_secret(plan: Mapping[str, object]) -> bool:
    return plan.get("vertrouwelijk") is True


def of_leader(leader: str, plans: Sequence[Mapping[str, object]], last: Sent | None) -> str:
    """One sentence on a projectleider."""
    ready = sum(not waiting(plan) for plan in plans)
    words = tr("{leader}: {ready} van {count} ingevuld").format(
        leader=leader or tr(NOBODY), ready=ready, count=several(len(plans), "plan", "plannen")
    )
    if last is None:
        return words + tr("; nog geen invulblad verstuurd.")
    if not last.back:
        return words + tr("; invulblad verstuurd op {day}, nog niet terug.").format(day=day_of(last.day))
    count = several(last.count, "antwoord", "antwoorden")
    return words + tr("; invulblad verstuurd op {day}, terug op {back} met {count}.").format(
        day=day_of(last.day), back=day_of(last.back), count=count
    )


def report(gemeente: Gemeente, peildatum: Peildatum, plans: Sequence[Mapping[str, object]], sent: Sequence[Sent]) -> str:
    """A page with a sentence for each projectleider and each plan, and which sheets went out and came back."""
    last = {one.leader: one for one in sent}
    body = []
    if any(map(_is_secret, plans)):
        said = tr("Neem vertrouwelijke plannen niet over in een rapport aan de raad of aan anderen. Daar mag alleen de optelling van alle vertrouwelijke "
                  "plannen in staan, zonder namen, locaties of het aantal plannen (Dataprotocol art. 14).")  # fmt: skip
        body.append(html.card("waarschuwing", escape(said)))
    for leader, found in by_leader(plans).items():
        body += [html.heading(leader or tr(NOBODY).capitalize()), html.paragraph(of_leader(leader, found, last.get(leader)))]
        body.append(html.bullets(map(of_plan, found)))
    header = [tr("Projectleider"), tr("Bestand"), tr("Verstuurd"), tr("Terug"), tr("Teruggekomen bestand"), tr("Antwoorden")]
    rows = [(one.leader_text, one.file, day_of(one.day), day_of(one.back), one.back_file, one.count if one.back else None) for one in sent]
    body += [html.heading(tr("Invulbladen")), html.table(header, rows, (5,))]
    subtitle = tr("{gemeente}, peildatum {peildatum} ({delivery}). Dit rapport is van de gemeente zelf en wordt niet geleverd.").format(
        gemeente=gemeente.name, peildatum=peildatum.words, delivery=peildatum.delivery_words
    )
    return html.page(tr("Voortgang per projectleider"), subtitle, body)
