# SPDX-License-Identifier: GPL-2.0-or-later
"""Small plans (Dataprotocol art. 9): with the province's agreement, summed into one plan at the town hall.

A confidential plan is never part of the sum: it goes by itself, so that the sum can be passed on freely (art. 14). Nor is a
plan of which the file says, or its name or type suggests, that it is the rest of a larger one: art. 9 is about small plans.
"""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..basisset import fields as b
from ..basisset.codelists import Gemeente, code_list, is_hard, stays_home
from ..basisset.values import amount, text_or_none
from ..basisset.whole_location import whole_location
from ..errors import LmvwError
from ..i18n import in_dutch, several, tr
from ..rules.catalogue import RULES
from ..rules.findings import Ernst, Finding, Wie
from ..rules.plans import Plan, is_count, is_finished

_NAMESPACE = uuid.UUID("7f0cbb4e-2f3a-5a63-9d5c-0f6e1d6a9c12")
_PART_OF_MORE = re.compile(r"\b(?:deel)?fase|\bdeelplan|\bdeelgebied|\brestant", re.IGNORECASE)  # said in a plan name


@dataclass(frozen=True, slots=True)
class SmallPlans:
    """What art. 9 asks: the province's agreement in words (when, which letter), and whether the town hall is drawn."""

    agreement: str
    has_town_hall: bool


@dataclass(frozen=True, slots=True)
class Summed:
    """The one plan, the places of the plans it stands for, and the province's agreement in words."""

    plan: dict[str, object]
    indexes: tuple[int, ...]
    agreement: str = ""


def is_small(plan: Plan) -> bool:
    """A live, delivered, non-confidential plan with fewer than 12 dwellings bruto, not known or thought to be the rest of more."""
    return _few_left(plan) and (whole_location(plan) or 0) < b.SMALL_BELOW and not _may_be_a_rest(plan)


def _few_left(plan: Plan) -> bool:
    bruto = plan.get("bruto_totaal")
    return (
        isinstance(bruto, int) and is_count(bruto) and bruto < b.SMALL_BELOW
        and not is_finished(plan) and not stays_home(text_or_none(plan.get("planstatus"))) and plan.get("vertrouwelijk") is not True
    )  # fmt: skip


def _may_be_a_rest(plan: Plan) -> bool:
    """Its type says 12 dwellings or more, or its name that it is a part; and the toelichting does not say how large the whole is."""
    part = _is_large(plan) or _PART_OF_MORE.search(text_or_none(plan.get("plannaam")) or "")
    return whole_location(plan) is None and bool(part)


def _is_large(plan: Plan) -> bool:
    code = code_list("plantype").get(text_or_none(plan.get("plantype")) or "")
    return code is not None and (code.least or 0) >= b.SMALL_BELOW


def check_small_plans(small: SmallPlans) -> Iterator[Finding]:
    """D1: without agreement or town hall nothing is summed."""
    rule = RULES["D1"]
    if not small.agreement.strip():
        yield rule.finding(tr("Kleine plannen worden opgeteld, maar het akkoord van de provincie is niet vastgelegd; "
                              "vul in wanneer en hoe de provincie akkoord ging."))  # fmt: skip
    if not small.has_town_hall:
        yield rule.finding(
            tr("Kleine plannen worden opgeteld, maar de polygoon van het gemeentehuis ontbreekt; teken of kies hem één keer.")
        )


def ask_about_rests(plans: Sequence[Plan]) -> Iterator[Finding]:
    """D1: bruto is what remains (Invultip 2), so that a plan with few dwellings left is asked how large it is as a whole."""
    together = sum(map(is_small, plans)) > 1  # one plan is no sum
    for plan in plans:
        bruto, rest = plan.get("bruto_totaal"), _may_be_a_rest(plan)
        if not _few_left(plan) or whole_location(plan) is not None or not (rest or together):
            continue
        if rest:
            melding = tr("Dit plan gaat afzonderlijk mee: het lijkt een deel van een groter plan. Telt het hele plan, met wat al gebouwd is, minder dan "
                         "{below} woningen? Schrijf dan in de toelichting ‘Hele locatie: {bruto} woningen’, met het echte aantal.")  # fmt: skip
        else:
            melding = tr("Dit plan gaat op in de optelling van kleine plannen. Telt het hele plan, met wat al gebouwd is, {below} woningen of meer? "
                         "Schrijf dan in de toelichting ‘Hele locatie: 200 woningen’, met het echte aantal; dan gaat het afzonderlijk mee.")  # fmt: skip
        ernst = Ernst.WAARSCHUWING if rest else Ernst.INFO
        yield RULES["D1"].finding(
            melding.format(below=b.SMALL_BELOW, bruto=bruto), plan, veld="bruto_totaal", waarde=str(bruto), ernst=ernst, wie=Wie.GEMEENTE
        )


def asked_of_sum(findings: Iterable[Finding]) -> str:
    """What ``ask_about_rests`` asks of the plans that go in the sum, in one sentence for who delivers; empty when nothing is asked."""
    count = sum(finding.regel == "D1" and finding.ernst is Ernst.INFO for finding in findings)
    if not count:
        return ""
    words = tr("Telt een van de opgetelde plannen als geheel, met wat al gebouwd is, {below} woningen of meer? Schrijf dan in de toelichting "
               "‘Hele locatie: 200 woningen’, met het echte aantal; dan gaat het afzonderlijk mee. Dit is nog niet gezegd bij {plans}.")  # fmt: skip
    return words.format(below=b.SMALL_BELOW, plans=several(count, "plan", "plannen"))


def sum_id(gemeente_code: str) -> str:
    """The plan_id of the plan that stands for the small plans of a municipality: in every delivery the same."""
    return str(uuid.uuid5(_NAMESPACE, gemeente_code))


@in_dutch()
def sum_small_plans(plans: Sequence[Plan], gemeente: Gemeente, agreement: str = "") -> Summed | None:
    """All small plans as one; None when there are fewer than two, because one plan is no sum.

    :param agreement: when and how the province agreed.
    :raises LmvwError: when the name of the sum is taken.
    """
    indexes = tuple(index for index, plan in enumerate(plans) if is_small(plan))
    if len(indexes) < 2:
        return None
    parts = [plans[index] for index in indexes]
    name = tr("Kleine plannen {gemeente} (opgeteld)").format(gemeente=gemeente.name)
    if any(plan.get("plannaam") == name for plan in plans):
        raise LmvwError(
            tr("Er is al een plan met de naam ‘{name}’, de naam van de opgetelde kleine plannen; hernoem dat plan.").format(name=name)
        )
    summed: dict[str, object] = {field.name: None for field in b.COLUMNS}
    summed |= _counts(parts)
    summed |= {
        "plan_id": sum_id(gemeente.code),
        "plannaam": name,
        "gemeente_code": gemeente.code,
        "gemeente_naam": gemeente.name,
        "vertrouwelijk": False,
        "gerealiseerd": False,
        "vervallen": False,
        "plantype": _most(parts, "plantype"),
        "planstatus": _most(parts, "planstatus"),
        "toelichting": _explain(parts, agreement.strip()),
    }
    return Summed(summed, indexes, agreement.strip())


def _counts(parts: Sequence[Plan]) -> dict[str, int | None]:
    """The sum of each count; None where no plan answered it."""
    counts: dict[str, int | None] = {}
    for field in b.COUNTS:
        answers = [answer for plan in parts if isinstance(answer := plan.get(field.name), int)]
        counts[field.name] = sum(answers) if answers else None
    if not _sloop_is_phased(parts):
        counts |= dict.fromkeys(b.phasing("sloop_totaal"))
    return counts | dict.fromkeys(_CLUSTERED, 0)


# A cluster of fewer than 12 counts as nultreden only (note * of the Basisset), and a small plan has no larger one.
_CLUSTERED = ("nultreden_geclusterd", "zorggeschikt")


def _sloop_is_phased(parts: Sequence[Plan]) -> bool:
    """Every plan that demolishes says when: else the years of the sum would not add up to its total (rule A3)."""
    slots = b.phasing("sloop_totaal")
    return all(plan.get("sloop_totaal") == 0 or any(plan.get(name) is not None for name in slots) for plan in parts)


def _weighed_by(parts: Sequence[Plan]) -> str:
    """What plans weigh by: the dwellings that are built, and where none is, those that go."""
    return "bruto_totaal" if any(amount(plan.get("bruto_totaal")) for plan in parts) else "sloop_totaal"


def _by_code(parts: Sequence[Plan], name: str) -> Counter[str]:
    """Dwellings per code."""
    weights: Counter[str] = Counter()
    measure = _weighed_by(parts)
    for plan in parts:
        weights[str(plan.get(name))] += amount(plan.get(measure))
    return weights


def _most(parts: Sequence[Plan], name: str) -> str:
    """The code with the most dwellings; of equals a soft one, so that no more is promised than is sure, and then the one that sorts first."""
    weights = _by_code(parts, name)
    return min(weights, key=lambda code: (-weights[code], is_hard(code), code))


def _explain(parts: Sequence[Plan], agreement: str) -> str:
    """What the one plan is made of: what the sum alone cannot say is said here."""
    by_status, by_type, types = _by_code(parts, "planstatus"), _by_code(parts, "plantype"), code_list("plantype")
    hard = sum(count for status, count in by_status.items() if is_hard(status))
    said = [
        tr("Dataprotocol art. 9: de optelling van {count} plannen met minder dan {below} woningen bruto.").format(
            count=len(parts), below=b.SMALL_BELOW
        )
    ]
    if agreement:
        said.append(tr("Akkoord van de provincie: {agreement}.").format(agreement=agreement.rstrip(".")))
    built = _weighed_by(parts) == "bruto_totaal"
    most = tr("De polygoon is het gemeentehuis; plantype en planstatus zijn die van de meeste woningen.")
    if not built:
        most = tr("De polygoon is het gemeentehuis. Er wordt alleen gesloopt; plantype en planstatus zijn die van de meeste sloop.")
    measure = tr("Bruto") if built else tr("Sloop")
    largest = max(max(whole_location(plan) or 0, amount(plan.get("bruto_totaal"))) for plan in parts)
    said += [
        most,
        tr("{measure} naar planstatus: {split} (hard {hard}, zacht {soft}).").format(
            measure=measure, split=_split(by_status), hard=hard, soft=sum(by_status.values()) - hard
        ),
        tr("{measure} naar plantype: {split}.").format(
            measure=measure, split=_split({tr(types[code].label) if code in types else code: n for code, n in by_type.items()})
        ),
        tr("Grootste locatie: {dwellings}.").format(dwellings=several(largest, "woning", "woningen")),
    ]
    clustered = sum(amount(plan.get("nultreden_geclusterd")) for plan in parts)
    if clustered:
        said.append(tr("Woningen in clusters van minder dan {minimum}, die landelijk als nultreden tellen: {count}.").format(
            minimum=b.CLUSTER_MINIMUM, count=clustered))  # fmt: skip
    if not _sloop_is_phased(parts):
        said.append(tr("De fasering van sloop is leeg, omdat niet elk plan haar heeft."))
    return " ".join(said)


def _split(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{code} {count}" for code, count in sorted(counts.items()))
