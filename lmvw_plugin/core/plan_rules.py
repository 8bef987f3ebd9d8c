# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules about the attributes of one plan: A1-A10 and S1-S3.

A plan is a mapping of Basisset column name to value; ``None`` means "not answered" and is never the same as 0 or nee.
Rules about amounts stay silent while an amount they need is missing or no count: that is A1's finding already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from . import basisset as b
from .codelists import code_list, gemeenten, is_hard, stays_home
from .findings import Finding
from .i18n import tr
from .peildatum import Peildatum
from .rules import RULES

Plan = Mapping[str, object]
PlanRule = Callable[[Plan, Peildatum], Iterator[Finding]]

PLAN_RULES: dict[str, PlanRule] = {}


def _applies(rule_id: str) -> Callable[[PlanRule], PlanRule]:
    def register(function: PlanRule) -> PlanRule:
        PLAN_RULES[rule_id] = function
        return function

    return register


def check_plan(plan: Plan, peildatum: Peildatum) -> list[Finding]:
    """All findings about the attributes of one plan. A 5A/5B plan stays at home: only S3 speaks of it."""
    if stays_home(_code(plan, "planstatus")):
        return list(s3_stays_home(plan, peildatum))
    return [finding for rule in PLAN_RULES.values() for finding in rule(plan, peildatum)]


def is_finished(plan: Plan) -> bool:
    """Gerealiseerd or vervallen: name and polygon suffice (Invultip 6)."""
    return plan.get("gerealiseerd") is True or plan.get("vervallen") is True


def is_count(value: object) -> bool:
    """A whole number of 0 or more; True and False are not counts."""
    return type(value) is int and value >= 0


def missing_fields(plan: Plan) -> list[b.Field]:
    """The required fields that this plan has not answered, in the order of the Basisset."""
    return [field for field in b.COLUMNS if _is_required(field, plan) and _is_empty(plan.get(field.name))]


def _is_required(field: b.Field, plan: Plan) -> bool:
    if field.kind is b.Kind.ID or field.name == "plannaam":  # the plugin's own key; N1 speaks of the name
        return False
    return field.need is b.Need.ALWAYS or (field.need is b.Need.LIVE and not is_finished(plan))


def _is_empty(value: object) -> bool:
    return value is None or value == ""


def _code(plan: Plan, name: str) -> str | None:
    value = plan.get(name)
    return value if isinstance(value, str) else None


def _show(value: object) -> str:
    return {True: tr("ja"), False: tr("nee")}.get(value, str(value)) if isinstance(value, bool) else str(value)


@_applies("A1")
def a1_valid_values(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """Required fields are answered; codes are in their list; counts are whole numbers of 0 or more."""
    rule = RULES["A1"]
    for field in missing_fields(plan):
        melding = tr("‘{label}’ is niet ingevuld; {remedy}.").format(label=field.title_at(peildatum), remedy=_how_to_answer(field))
        yield rule.finding(melding, plan, veld=field.name)
    for field in b.COLUMNS:
        value = plan.get(field.name)
        if _is_empty(value):
            continue
        complaint = _complaint(field, value)
        if complaint:
            melding = complaint.format(label=field.title_at(peildatum), value=_show(value))
            yield rule.finding(melding, plan, veld=field.name, waarde=_show(value))


def _how_to_answer(field: b.Field) -> str:
    if field.kind is b.Kind.COUNT:
        return tr("vul het aantal woningen in, of 0 als er geen zijn")
    if field.kind is b.Kind.YESNO:
        return tr("kies ja of nee")
    return tr("kies een waarde uit de lijst") if field.codes else tr("vul het in")


def _complaint(field: b.Field, value: object) -> str | None:
    if field.kind is b.Kind.COUNT and not is_count(value):
        return tr("‘{label}’ is {value}, maar moet een heel getal van 0 of meer zijn; verbeter het aantal.")
    if field.kind is b.Kind.YESNO and not isinstance(value, bool):
        return tr("‘{label}’ is {value}, maar moet ja of nee zijn; kies een van beide.")
    if field.codes and value not in (gemeenten() if field.codes == "gemeenten" else code_list(field.codes)):
        return tr("‘{value}’ staat niet in de lijst van ‘{label}’; kies een code uit de lijst.")
    return None


def _check_sum(total: b.Sum, plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    whole = plan.get(total.total)
    answered = {name: plan.get(name) for name in total.parts if plan.get(name) is not None}
    incomplete = len(answered) < len(total.parts)
    if total.only_when_used:
        incomplete = not answered
    if not is_count(whole) or incomplete or not all(is_count(value) for value in answered.values()):
        return
    found = sum(value for value in answered.values() if isinstance(value, int))
    if found == whole or not isinstance(whole, int):
        return
    used = ", ".join(f"{b.BY_NAME[name].title_at(peildatum)}: {value}" for name, value in answered.items() if value) or tr("overal 0")
    melding = tr(
        "‘{label}’ is {whole}, maar de som van {parts} is {found} ({used}): een verschil van {difference}; verbeter het totaal of de verdeling."
    ).format(
        label=b.BY_NAME[total.total].title_at(peildatum),
        whole=whole,
        parts=tr(total.name),
        found=found,
        used=used,
        difference=f"{whole - found:+d}",
    )
    yield RULES[total.rule].finding(melding, plan, veld=total.total, waarde=str(whole), voorstel=str(found))


def _register_sum(total: b.Sum) -> None:
    @_applies(total.rule)
    def rule(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
        return _check_sum(total, plan, peildatum)


for _sum in b.SUMS:
    _register_sum(_sum)


@_applies("A6")
def a6_part_of_whole(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """A part is never more than the count it is part of."""
    for limit in b.AT_MOST:
        whole, parts = plan.get(limit.whole), [plan.get(name) for name in limit.parts]
        if not is_count(whole) or not all(is_count(part) for part in parts):
            continue
        found = sum(part for part in parts if isinstance(part, int))
        if isinstance(whole, int) and found > whole:
            labels = tr(" en ").join(f"‘{b.BY_NAME[name].title_at(peildatum)}’" for name in limit.parts)
            melding = tr("{parts} is {found}, meer dan de {whole} van ‘{label}’; verlaag het deel of verhoog het geheel.").format(
                parts=labels, found=found, whole=whole, label=b.BY_NAME[limit.whole].title_at(peildatum)
            )
            yield RULES["A6"].finding(melding, plan, veld=limit.parts[0], waarde=str(found))


@_applies("A7")
def a7_55plus_answered(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """The 55-plus question is answered when there are dwellings it is about."""
    for field in b.COLUMNS:
        if field.explains is None:
            continue
        number = plan.get(field.explains)
        if is_count(number) and number != 0 and plan.get(field.name) is None and not is_finished(plan):
            melding = tr("‘{question}’ is niet beantwoord terwijl ‘{label}’ {number} is; kies ja of nee.").format(
                question=field.title_at(peildatum), label=b.BY_NAME[field.explains].title_at(peildatum), number=number
            )
            yield RULES["A7"].finding(melding, plan, veld=field.name)


@_applies("A8")
def a8_cluster_size(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """A cluster below the national scale counts as nultreden only."""
    number = plan.get("nultreden_geclusterd")
    if isinstance(number, int) and is_count(number) and 0 < number < b.CLUSTER_MINIMUM:
        melding = tr("Geclusterd is {number}, minder dan de landelijke ondergrens van {minimum}; "
                     "landelijk tellen deze woningen alleen als nultreden. Zet het op 0 of licht het toe.").format(
            number=number, minimum=b.CLUSTER_MINIMUM)  # fmt: skip
        yield RULES["A8"].finding(melding, plan, veld="nultreden_geclusterd", waarde=str(number), voorstel="0")


@_applies("A9")
def a9_plantype_fits(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """Uitbreiding uitleg has 12 or more dwellings, uitbreiding overig 11 or fewer."""
    bruto, plantype = plan.get("bruto_totaal"), plan.get("plantype")
    if not isinstance(bruto, int) or not is_count(bruto) or is_finished(plan):
        return
    other = None
    if plantype == "uitbreiding_uitleg" and bruto < b.UITLEG_MINIMUM:
        other = "uitbreiding_overig"
    if plantype == "uitbreiding_overig" and bruto >= b.UITLEG_MINIMUM:
        other = "uitbreiding_uitleg"
    if other:
        codes = code_list("plantype")
        melding = tr("Plantype is ‘{now}’ bij {bruto} woningen bruto; bij dat aantal hoort ‘{other}’.").format(
            now=codes[str(plantype)].label, bruto=bruto, other=codes[other].label
        )
        yield RULES["A9"].finding(melding, plan, veld="plantype", waarde=str(plantype), voorstel=other)


@_applies("A10")
def a10_not_empty(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """A live plan builds or demolishes something."""
    if plan.get("bruto_totaal") == 0 and plan.get("sloop_totaal") == 0 and not is_finished(plan):
        melding = tr("Bruto en sloop zijn allebei 0; is dit plan gerealiseerd of vervallen, of ontbreken de aantallen?")
        yield RULES["A10"].finding(melding, plan, veld="bruto_totaal", waarde="0")


@_applies("S1")
def s1_confidential_only_soft(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """Confidential only while the status is soft, or when vervallen (art. 6.a, 6.b)."""
    status = _code(plan, "planstatus")
    if plan.get("vertrouwelijk") is True and is_hard(status) and plan.get("vervallen") is not True:
        melding = tr("Vertrouwelijk is ja bij de harde planstatus {status}; zet vertrouwelijk op nee of verbeter de planstatus.").format(
            status=status
        )
        yield RULES["S1"].finding(melding, plan, veld="vertrouwelijk", waarde=tr("ja"), voorstel=tr("nee"))


@_applies("S2")
def s2_not_both(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """Never gerealiseerd and vervallen together."""
    if plan.get("gerealiseerd") is True and plan.get("vervallen") is True:
        melding = tr("Gerealiseerd en vervallen zijn allebei ja; zet een van beide op nee.")
        yield RULES["S2"].finding(melding, plan, veld="vervallen", waarde=tr("ja"))


@_applies("S3")
def s3_stays_home(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """A 5A or 5B plan is not delivered and not counted."""
    status = _code(plan, "planstatus")
    if stays_home(status):
        melding = tr("Planstatus is {status}: dit plan blijft thuis, het wordt niet geleverd en telt niet mee.").format(status=status)
        yield RULES["S3"].finding(melding, plan, veld="planstatus", waarde=status)
