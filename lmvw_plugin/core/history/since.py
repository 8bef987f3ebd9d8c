# SPDX-License-Identifier: GPL-2.0-or-later
"""What a check finds of plans beside the previous delivery (rules S4 to S6): who is gone, who was reported before, who differs by a jump."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..basisset import fields as b
from ..basisset.codelists import code_list
from ..i18n import number, several, tr
from ..names.comparing.explain import quoted
from ..rules.catalogue import RULES
from ..rules.findings import Ernst, Finding
from ..rules.plans import is_count, is_finished
from .facts import Comparison, Fact, Kind
from .sides import Ground, Link, Values

_JUMP = 0.5  # of the dwellings of then: more or fewer than this part is a jump
_AWAY = 0.5  # of what both polygons cover together: with less in common the plan lies elsewhere


def findings_since(
    comparison: Comparison, ground: Ground, at_home: Sequence[Values] = (), before: Collection[str] = (), whole: bool = True
) -> list[Finding]:
    """The findings about every plan that is not simply the one of then.

    :param at_home: the plans of now that are not delivered.
    :param before: the planbestand-IDs of the plans that any earlier delivery reported as gerealiseerd or vervallen.
    :param whole: all plans of then are known; of a part nobody can say that a plan was not in it.
    """
    since = _Since(comparison, ground, at_home, frozenset(before), whole)
    return [finding for fact in comparison.facts for finding in since.of(fact)]


class _Since:
    def __init__(self, comparison: Comparison, ground: Ground, at_home: Sequence[Values], before: frozenset[str], whole: bool) -> None:
        self._then, self._now, self._ground = comparison.then, comparison.now, ground
        self._before, self._whole = before, whole
        self._home = {key: plan for plan in at_home for key in (plan.get("plan_id"), plan.get("plannaam")) if key}

    def of(self, fact: Fact) -> Iterator[Finding]:
        """What is to be said of one fact."""
        if fact.kind is Kind.GONE:
            yield self._gone(fact)
        elif fact.kind in (Kind.NEW, Kind.NAME_AGAIN):
            yield from self._new(fact)
        elif not fact.sure and fact.then and fact.now:
            yield self._doubtful(fact)
        elif fact.kind is Kind.SWAPPED:
            yield self._jump(fact.now[0], "plannaam", fact.reason, fact.names_then)
        elif len(fact.then) == len(fact.now) == 1:
            ended = is_finished(self._now.plans[fact.now[0]])
            yield from self._ended((fact.then[0], fact.now[0])) if ended else self._lives((fact.then[0], fact.now[0]))

    # -- S4 ----------------------------------------------------------------------------------------------------------

    def _gone(self, fact: Fact) -> Finding:
        (index,) = fact.then
        plan, spot = self._then.plans[index], self._ground.then[index]
        home = self._home.get(plan.get("plan_id")) or self._home.get(plan.get("plannaam"))
        melding = fact.reason
        if home is not None:
            said = tr(
                "Het plan stond in de vorige levering en gaat nu niet mee door planstatus {status}. Gaat het niet door, "
                "meld het dan af als vervallen met de planstatus van toen; anders hoort het mee te gaan."
            )
            melding = said.format(status=home.get("planstatus"))
        about: Values = home or {"plannummer": plan.get("plannummer"), "plannaam": self._then.name(index)}
        maybe_home = home is not None and "planstatus" not in self._then.fields  # a layer of polygons may hold what was not delivered
        ernst = Ernst.WAARSCHUWING if maybe_home else Ernst.FOUT
        return RULES["S4"].finding(melding, about, self._then.name(index), place=spot[1] if spot else None, ernst=ernst)

    def _doubtful(self, fact: Fact) -> Finding:
        """It may be there still: a person says so, and until then it holds nothing."""
        was = tr("In de vorige levering: {names}.").format(names=", ".join(quoted(name) for name in fact.names_then))
        melding = f"{fact.reason} {was} {tr('Is dat niet hetzelfde plan, meld het oude dan af.')}"
        return RULES["S4"].finding(melding, self._now.plans[fact.now[0]], fact.names_then, ernst=Ernst.WAARSCHUWING)

    # -- S5 ----------------------------------------------------------------------------------------------------------

    def _new(self, fact: Fact) -> Iterator[Finding]:
        (index,) = fact.now
        plan = self._now.plans[index]
        if is_finished(plan):
            if plan.get("plan_id") in self._before:
                yield self._again(plan)
            elif self._whole:
                yield RULES["S5"].finding(fact.reason, plan)
        elif fact.kind is Kind.NAME_AGAIN:
            yield self._jump(index, "plannaam", fact.reason, fact.names_then)

    @staticmethod
    def _again(plan: Values) -> Finding:
        said = tr("Dit plan is in een eerdere levering al afgemeld. Dat hoeft maar één keer: haal het uit het planbestand.")
        return RULES["S5"].finding(said, plan)

    def _ended(self, link: Link) -> Iterator[Finding]:
        """A plan that is reported as finished, of which name and polygon are asked (Invultip 6)."""
        old, new = self._then.plans[link[0]], self._now.plans[link[1]]
        if is_finished(old) or new.get("plan_id") in self._before:
            yield self._again(new)
            return
        was, name = self._then.name(link[0]), self._now.name(link[1])
        if was != name:
            said = tr("Dit plan is afgemeld en heette in de vorige levering {name}; neem die naam over.").format(name=quoted(was))
            yield RULES["S5"].finding(said, new, (was, name), veld="plannaam", waarde=name, voorstel=was)
        if self._ground.known(link) and link not in self._ground.equal:
            said = tr(
                "Dit plan is afgemeld met een andere polygoon dan in de vorige levering ({share}% is hetzelfde); neem die polygoon over."
            )
            share = self._share(link)
            yield RULES["S5"].finding(said.format(share=share), new, (share,), veld=b.GEOMETRY, place=self._spot(link))

    # -- S6 ----------------------------------------------------------------------------------------------------------

    def _jump(self, at: int, veld: str, melding: str, beside: object, **more: object) -> Finding:
        return RULES["S6"].finding(melding, self._now.plans[at], beside, veld=veld, **more)

    def _lives(self, link: Link) -> Iterator[Finding]:
        old, new = self._then.plans[link[0]], self._now.plans[link[1]]
        if is_finished(old):
            said = tr("Dit plan is in de vorige levering afgemeld en loopt nu weer. Klopt dat, zeg het dan in de toelichting.")
            veld = "vervallen" if old.get("vervallen") is True else "gerealiseerd"
            yield self._jump(link[1], veld, said, (old.get("gerealiseerd"), old.get("vervallen")))
            return
        yield from self._status(old, new, link[1])
        yield from self._dwellings(old, new, link[1])
        was, name = self._then.name(link[0]), self._now.name(link[1])
        if was != name:
            said = tr("Dit plan heette in de vorige levering {name}. Neem die naam over, of zeg in de toelichting dat het anders heet.")
            yield self._jump(link[1], "plannaam", said.format(name=quoted(was)), (was, name), waarde=name, voorstel=was)
        yield from self._moved(link)

    def _status(self, old: Values, new: Values, index: int) -> Iterator[Finding]:
        steps = list(code_list("planstatus"))  # from hard to soft
        was, status = (str(plan.get("planstatus") or "") for plan in (old, new))
        if was in steps and status in steps and steps.index(status) > steps.index(was):
            said = tr("De planstatus gaat terug van {was} naar {now}. Klopt dat, zeg dan in de toelichting waarom.")
            yield self._jump(index, "planstatus", said.format(was=was, now=status), (was, status), waarde=status)

    def _dwellings(self, old: Values, new: Values, index: int) -> Iterator[Finding]:
        if not (is_count(old.get("bruto_totaal")) and is_count(new.get("bruto_totaal"))):
            return
        was, amount = int(str(old["bruto_totaal"])), int(str(new["bruto_totaal"]))
        if was and abs(amount - was) > _JUMP * was:
            said = tr("Bruto totaal gaat van {was} naar {now}. Klopt dat, zeg dan in de toelichting waarom.")
            words = said.format(was=several(was, "woning", "woningen"), now=number(amount))
            yield self._jump(index, "bruto_totaal", words, (was, amount), waarde=str(amount))

    def _moved(self, link: Link) -> Iterator[Finding]:
        if not self._ground.known(link) or self._ground.together(link) >= _AWAY:
            return
        share, metres = self._share(link), number(round(self._ground.distance(link)))
        if self._ground.apart(link):
            said = tr("De polygoon ligt {metres} m verder dan in de vorige levering. Klopt dat, zeg dan in de toelichting waarom.")
        else:
            said = tr(
                "De polygoon is nog maar voor {share}% dezelfde als in de vorige levering. Klopt dat, zeg dan in de toelichting waarom."
            )
        words = said.format(metres=metres, share=share)
        yield self._jump(link[1], b.GEOMETRY, words, (metres, share), place=self._spot(link))

    def _share(self, link: Link) -> str:
        return number(min(99.9, 100 * self._ground.together(link)), 1)

    def _spot(self, link: Link) -> tuple[float, float] | None:
        spot = self._ground.now[link[1]]
        return spot[1] if spot else None
