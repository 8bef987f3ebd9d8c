# SPDX-License-Identifier: GPL-2.0-or-later
"""What a click can do about a finding: new answers for one plan. Only where there is one right answer, or the user chooses which."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..basisset import fields as b
from ..basisset.codelists import code_list
from ..basisset.peildatum import Peildatum
from ..i18n import tr
from .findings import Finding
from .plans import Plan, check_plan, is_count


@dataclass(frozen=True, slots=True)
class Remedy:
    """``title`` says what it does for this plan, ``together`` for several; ``changes`` are the new answers by field.

    What does the same for another plan has the same ``key``.
    """

    key: str
    title: str
    changes: Mapping[str, object]
    together: str


def remedies(finding: Finding, plan: Plan, peildatum: Peildatum) -> list[Remedy]:
    """The remedies of a finding about a plan as it is now; none when it is not found any more."""
    if finding.regel in _OF_NAME:
        same = plan.get(b.BY_NAME["plannaam"].name) == finding.waarde
        return list(_adopt(finding)) if same and finding.voorstel else []
    now = next(
        (
            other
            for other in check_plan(plan, peildatum)
            if (other.regel, other.veld, other.soort) == (finding.regel, finding.veld, finding.soort)
        ),
        None,
    )
    return list(_OF[finding.regel](now, plan)) if now is not None and finding.regel in _OF else []


def _adopt(finding: Finding) -> Iterator[Remedy]:
    title = tr("Neem ‘{name}’ over").format(name=finding.voorstel)
    yield Remedy("naam", title, {"plannaam": finding.voorstel}, tr("Neem de voorgestelde naam over"))


def _answer(finding: Finding, plan: Plan) -> Iterator[Remedy]:
    """A question that is answered with yes or no; ``vertrouwelijk`` is asked of a plan that may be so."""
    field = b.BY_NAME.get(finding.veld or "")
    if field is not None and field.kind is b.Kind.YESNO and finding.waarde is None:
        for answer, word in ((True, tr("ja")), (False, tr("nee"))):
            title = tr("Antwoord: {answer}").format(answer=word)
            yield Remedy(word, title, {field.name: answer}, title)


def _total(finding: Finding, plan: Plan) -> Iterator[Remedy]:
    if finding.veld and finding.voorstel:
        label = tr(b.BY_NAME[finding.veld].label).lower()
        title = tr("Neem de som {sum} als {total}").format(sum=finding.voorstel, total=label)
        yield Remedy("som", title, {finding.veld: int(finding.voorstel)}, tr("Neem de som als {total}").format(total=label))


def _rest(finding: Finding, plan: Plan) -> Iterator[Remedy]:
    """What is left of bruto is not known yet; what is too much comes from what was not known."""
    total = b.SUM_OF[finding.regel]
    unknown, whole, parts = total.unknown, plan.get(total.total), [plan.get(part) for part in total.parts]
    if unknown is None or not isinstance(whole, int) or not all(map(is_count, parts)):
        return
    rest = whole - sum(part for part in parts if isinstance(part, int))
    had = plan.get(unknown)
    if isinstance(had, int) and had + rest >= 0:
        label = tr(b.BY_NAME[unknown].label)
        title = tr("Maak van ‘{field}’ {count}").format(field=label, count=had + rest)
        yield Remedy("rest", title, {unknown: had + rest}, tr("Zet de rest bij ‘{field}’").format(field=label))


def _cluster(finding: Finding, plan: Plan) -> Iterator[Remedy]:
    title = tr("Zet geclusterd en zorggeschikt op 0")
    yield Remedy("cluster", title, {"nultreden_geclusterd": 0, "zorggeschikt": 0}, title)


def _plantype(finding: Finding, plan: Plan) -> Iterator[Remedy]:
    code = code_list("plantype").get(finding.voorstel or "")
    if code is not None:
        title = tr("Kies ‘{label}’").format(label=tr(code.label))
        yield Remedy(code.code, title, {"plantype": code.code}, title)


def _public(finding: Finding, plan: Plan) -> Iterator[Remedy]:
    title = tr("Zet vertrouwelijk op nee")
    yield Remedy("openbaar", title, {"vertrouwelijk": False}, title)


def _either(finding: Finding, plan: Plan) -> Iterator[Remedy]:
    for name in ("gerealiseerd", "vervallen"):
        title = tr("Zet {field} op nee").format(field=tr(b.BY_NAME[name].label).lower())
        yield Remedy(name, title, {name: False}, title)


def _done(finding: Finding, plan: Plan) -> Iterator[Remedy]:
    """Nothing is left to be built: it was built, or will not be."""
    if plan.get("bruto_totaal") == 0:
        for name in ("gerealiseerd", "vervallen"):
            title = tr("Zet {field} op ja").format(field=tr(b.BY_NAME[name].label).lower())
            yield Remedy(f"{name} ja", title, {name: True}, title)


def _types(finding: Finding, plan: Plan) -> Iterator[Remedy]:
    """What is divided of a plan with nothing left to be built may be what was built."""
    yield from _rest(finding, plan)
    yield from _done(finding, plan)


_OF_NAME = frozenset(("N3", "N4", "N5", "S5", "S6"))
_OF: dict[str, Callable[[Finding, Plan], Iterator[Remedy]]] = {
    "A1": _answer, "A2": _total, "A3": _total, "A4": _types, "A5": _types, "A7": _answer, "A8": _cluster, "A9": _plantype, "A10": _done,
    "S1": _public, "S2": _either,
}  # fmt: skip
