# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules about the attributes of one plan: A1-A10 and S1-S3.

A plan is a mapping of Basisset column name to value; ``None`` means "not answered" and is never the same as 0 or nee.
Rules about amounts stay silent while an amount that could still make it right is missing, or one is no count: that is A1's finding
already. Of a finished plan only name, polygon, confidentiality and toelichting count (Invultip 6): rules about the rest are for live plans.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from ..basisset import fields as b
from ..basisset.codelists import code_list, every_gemeente, gemeenten, is_hard, stays_home
from ..basisset.peildatum import Peildatum
from ..basisset.values import NOT_IN_XML, Binary, read_value
from ..basisset.whole_location import too_small_whole, whole_location
from ..i18n import joined, number, several, tr
from .catalogue import RULES
from .findings import Ernst, Finding, Soort, Wie
from .tasks import rank
from .yardstick import OF_PLUGIN, Yardstick

Plan = Mapping[str, object]
PlanRule = Callable[[Plan, Peildatum], Iterator[Finding]]

PLAN_RULES: dict[str, PlanRule] = {}
_PARTS = {whole: [limit.parts for limit in b.AT_MOST if limit.whole == whole] for whole in {limit.whole for limit in b.AT_MOST}}


def _applies(rule_id: str, live: bool = False) -> Callable[[PlanRule], PlanRule]:
    """Put a rule in the table. ``live``: it says nothing about a finished plan."""

    def register(function: PlanRule) -> PlanRule:
        def of_live(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
            return iter(()) if is_finished(plan) else function(plan, peildatum)

        PLAN_RULES[rule_id] = of_live if live else function
        return function

    return register


def check_plan(plan: Plan, peildatum: Peildatum) -> list[Finding]:
    """All findings about the attributes of one plan. A 5A/5B plan stays at home: only S3 speaks of it."""
    if stays_home(_code(plan, "planstatus")):
        return list(s3_stays_home(plan, peildatum))
    return [finding for rule_id, rule in PLAN_RULES.items() for finding in _spared(rule_id, rule, plan, peildatum)]


def _spared(rule_id: str, rule: PlanRule, plan: Plan, peildatum: Peildatum) -> list[Finding]:
    """What a rule finds. One that fails on a plan, a fault of ours, is told there and hides nothing else."""
    try:
        return list(rule(plan, peildatum))
    except Exception as error:
        melding = tr("Regel {rule} ({title}) kon bij dit plan niet uitgevoerd worden door een fout in de plugin; kijk dit zelf na en meld het "
                     "de makers.").format(rule=rule_id, title=tr(RULES[rule_id].title))  # fmt: skip
        return [RULES["X1"].finding(melding, plan, waarde=f"{type(error).__name__}: {error}".strip())]


def check_gemeente(plan: Plan, code: str) -> Iterator[Finding]:
    """A plan is of the municipality of its plan file, whose code this is. What stays at home is not looked at."""
    other = plan.get("gemeente_code")
    if other not in (None, "", code) and not stays_home(_code(plan, "planstatus")):
        melding = tr("Het plan heeft gemeentecode {other}, maar het planbestand is van {code}; verbeter de gemeente of haal het plan weg.")
        yield RULES["A1"].finding(
            melding.format(other=_show(other), code=code), plan, veld="gemeente_code", waarde=_show(other), voorstel=code
        )


def is_finished(plan: Plan) -> bool:
    """Gerealiseerd or vervallen: name and polygon suffice (Invultip 6)."""
    return any(plan.get(name) is True for name in b.FINISHES)


def is_secret(plan: Plan, strijdig: Collection[str] = ()) -> bool:
    """Somebody said that it is confidential, or said something that is no nee; or the province labelled it (Dataprotocol art. 5.d).

    Whatever is made of such a plan says so. A plan that nobody answered for yet is no public one either (``confidential.dividing``), but says
    nothing here: a plan file begins with empty answers, and a word that stands on everything warns of nothing.

    :param strijdig: the ids of the plans that the province labelled so.
    """
    said = plan.get("vertrouwelijk")
    if isinstance(said, bool) or said is None:
        return said is True or plan.get("plan_id") in strijdig
    read = read_value(b.BY_NAME["vertrouwelijk"], said)
    word = str(said).strip().casefold()
    return (read.value is not False and word not in ("", "openbaar")) or plan.get(
        "plan_id"
    ) in strijdig  # "openbaar": as some provinces ask it


def answer(plan: Plan, name: str) -> object:
    """What a plan says in a field. A finished one says of the other way to finish nee, also where nobody asked it (S2)."""
    value = plan.get(name)
    return False if name in b.FINISHES and _is_empty(value) and is_finished(plan) else value


def is_count(value: object) -> bool:
    """A whole number of 0 or more; True and False are not counts."""
    return type(value) is int and value >= 0


def missing_fields(plan: Plan) -> list[b.Field]:
    """The required fields that this plan has not answered, in the order of the Basisset."""
    return [field for field in b.COLUMNS if _is_missing(field, plan)]


def unanswered(plan: Plan, fields: Sequence[b.Field] = b.COLUMNS) -> list[b.Field]:
    """Those of the fields that hold a delivery because nobody answered them: what A1 and A7 find, without their sentences."""
    found = [field for field in fields if _is_missing(field, plan) or _is_unexplained(field, plan)]
    return found if found and not stays_home(_code(plan, "planstatus")) else []


def _is_missing(field: b.Field, plan: Plan) -> bool:
    return _is_empty(plan.get(field.name)) and _is_required(field, plan)


def _is_unexplained(field: b.Field, plan: Plan) -> bool:
    """There are dwellings that the question is about, in a live plan, and nobody answered it."""
    if field.explains is None or plan.get(field.name) is not None or is_finished(plan):
        return False
    count = plan.get(field.explains)
    return is_count(count) and count != 0


def _is_required(field: b.Field, plan: Plan) -> bool:
    if field.kind is b.Kind.ID or field.name == "plannaam":  # the plugin's own key; N1 speaks of the name
        return False
    spared = field.need is b.Need.LIVE or field.name in b.FINISHES
    return (spared and not is_finished(plan)) or (not spared and field.need is b.Need.ALWAYS)


def _is_empty(value: object) -> bool:
    return value is None or value == ""


def _code(plan: Plan, name: str) -> str | None:
    value = plan.get(name)
    return value if isinstance(value, str) else None


def _show(value: object) -> str:
    shown = {True: tr("ja"), False: tr("nee")}.get(value, str(value)) if isinstance(value, bool) else str(value)
    return NOT_IN_XML.sub(lambda sign: f"[U+{ord(sign[0]):04X}]", shown)


@_applies("A1")
def a1_valid_values(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """Required fields are answered; codes are in their list; counts are whole numbers of 0 or more."""
    rule, finished = RULES["A1"], is_finished(plan)
    for field in missing_fields(plan):
        melding = tr("‘{label}’ is niet ingevuld; {remedy}.").format(label=field.title_at(peildatum), remedy=how_to_answer(field))
        yield rule.finding(melding, plan, veld=field.name, soort=Soort.INVULLEN)
    if plan.get("vervallen") is True and plan.get("vertrouwelijk") is None:  # art. 6.b lets it be, Invultip 6 does not ask it
        melding = tr("‘Vertrouwelijk’ is niet ingevuld; een vervallen plan mag het zijn, en leeg telt het in de openbare versie als "
                     "vertrouwelijk. Kies ja of nee.")  # fmt: skip
        yield rule.finding(melding, plan, veld="vertrouwelijk", ernst=Ernst.WAARSCHUWING, soort=Soort.INVULLEN)
    for field in b.COLUMNS:
        value = plan.get(field.name)
        if _is_empty(value) or (finished and field.name not in b.OF_FINISHED):
            continue
        complaint = _complaint(field, value)
        if complaint:
            melding = complaint.format(label=field.title_at(peildatum), value=_show(value))
            yield rule.finding(melding, plan, veld=field.name, waarde=_show(value))


def how_to_answer(field: b.Field) -> str:
    """What to do about a field without an answer, as the part of a sentence."""
    if field.kind is b.Kind.COUNT:
        return _how_to_count(field)
    if field.kind is b.Kind.YESNO:
        return tr("kies ja of nee")
    return tr("kies een waarde uit de lijst") if field.codes else tr("vul het in")


def _how_to_count(field: b.Field) -> str:
    """What 0 means here, and where what is not known yet belongs: the Basisset has a field for it in two splits only."""
    if field.phase:
        return tr("vul in hoeveel woningen de planning dan oplevert, 0 als er geen zijn")
    unknown = next((total.unknown for total in b.SUMS if field.name in total.parts), None)
    if unknown == field.name:
        return tr("vul in van hoeveel woningen dit nog niet bekend is, of 0")
    if unknown:
        label = tr(b.BY_NAME[unknown].label)
        return tr("vul het aantal in, of 0 als er geen zijn; wat nog niet bekend is, hoort bij ‘{label}’").format(label=label)
    return tr("vul in wat nu gepland is; 0 betekent dat er geen zijn, niet dat het onbekend is")


def _complaint(field: b.Field, value: object) -> str | None:
    if field.kind is b.Kind.COUNT and not is_count(value):
        return tr("‘{label}’ is {value}, maar moet een heel getal van 0 of meer zijn; verbeter het aantal.")
    if field.kind is b.Kind.YESNO and not isinstance(value, bool):
        return tr("‘{label}’ staat in het bestand als ‘{value}’, en dat is geen ja of nee zoals QGIS het bewaart; kies een van beide.")
    if isinstance(value, Binary):
        return tr("‘{label}’ heeft in het bestand geen tekst maar {value}; typ de tekst opnieuw.")
    if isinstance(value, str) and NOT_IN_XML.search(value):
        return tr("‘{label}’ heeft een stuurteken dat een Excel-bestand niet kan bewaren (‘{value}’); haal het weg.")
    if field.codes == "gemeenten" and (gone := every_gemeente().get(str(value))) and gone.code not in gemeenten():
        return gone.what_became_of_it
    if field.codes and value not in (gemeenten() if field.codes == "gemeenten" else code_list(field.codes)):
        return tr("‘{value}’ staat niet in de lijst van ‘{label}’; kies een code uit de lijst.")
    return None


def at_least(plan: Plan, name: str) -> dict[str, int]:
    """How many dwellings a count is at least, by the answers that say so: its own, or while it is open those of its parts. Empty: nobody knows."""
    value = plan.get(name)
    if value is not None:
        return {name: value} if isinstance(value, int) and is_count(value) else {}
    of_parts = (_together(plan, parts) for parts in _PARTS.get(name, ()))
    return max(of_parts, key=lambda known: sum(known.values()), default={})


def _together(plan: Plan, parts: Iterable[str]) -> dict[str, int]:
    """The same for parts that exclude each other."""
    return {answered: count for part in parts for answered, count in at_least(plan, part).items()}


def _check_sum(total: b.Sum, plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    whole = plan.get(total.total)
    answered = {name: plan.get(name) for name in total.parts if plan.get(name) is not None}
    if not isinstance(whole, int) or not is_count(whole) or not all(is_count(value) for value in answered.values()):
        return
    incomplete = len(answered) < len(total.parts)
    if total.only_when_used:
        incomplete = not answered
    known = _together(plan, total.parts)
    divided = sum(known.values())
    if divided == whole or (incomplete and divided < whole):  # what is open can add, never take away
        return
    used = ", ".join(f"{b.BY_NAME[name].title_at(peildatum)}: {value}" for name, value in known.items() if value) or tr("overal 0")
    rest = tr("nog {count} te verdelen") if divided < whole else tr("{count} te veel verdeeld")
    melding = tr("‘{label}’ is {whole}, maar de som van {parts} is {found} ({used}): {rest}. Verbeter het totaal of de verdeling.")
    if incomplete:
        melding = tr("‘{label}’ is {whole}, maar wat van {parts} is ingevuld, is samen al {found} ({used}): {rest}. Verbeter het totaal of de "
                     "verdeling.")  # fmt: skip
    melding = melding.format(
        label=b.BY_NAME[total.total].title_at(peildatum), whole=whole, parts=tr(total.name), found=divided, used=used,
        rest=rest.format(count=abs(whole - divided)),
    )  # fmt: skip
    if divided < whole and total.parts == b.phasing(total.total):  # Basisset 2.0, Algemeen: twenty years
        last = peildatum.span(len(total.parts) - 1)[1]
        melding += " " + tr("Woningen van na {year} tellen niet mee in het totaal.").format(year=last)
    suggested = None if incomplete else str(divided)
    yield RULES[total.rule].finding(melding, plan, veld=total.total, waarde=str(whole), voorstel=suggested)


def _register_sum(total: b.Sum) -> None:
    @_applies(total.rule, live=True)
    def rule(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
        return _check_sum(total, plan, peildatum)


for _sum in b.SUMS:
    _register_sum(_sum)


@_applies("A6", live=True)
def a6_part_of_whole(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """A part is never more than the count it is part of, also where another part or the count between them is still open."""
    for limit in b.AT_MOST:
        whole, known = plan.get(limit.whole), _together(plan, limit.parts)
        together = sum(known.values())
        if isinstance(whole, int) and is_count(whole) and together > whole:
            labels = joined(f"‘{b.BY_NAME[name].title_at(peildatum)}’" for name in known)
            melding = tr("{parts} is {found}, meer dan de {whole} van ‘{label}’; verlaag het deel of verhoog het geheel.")
            if len(known) > 1:
                melding = tr("{parts} zijn samen {found}, meer dan de {whole} van ‘{label}’; verlaag de delen of verhoog het geheel.")
            melding = melding.format(parts=labels, found=together, whole=whole, label=b.BY_NAME[limit.whole].title_at(peildatum))
            yield RULES["A6"].finding(melding, plan, veld=next(iter(known)), waarde=str(together))


@_applies("A7", live=True)
def a7_55plus_answered(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """The 55-plus question is answered when there are dwellings it is about."""
    for field in b.COLUMNS:
        if field.explains is not None and _is_unexplained(field, plan):
            melding = tr("‘{question}’ is niet beantwoord terwijl ‘{label}’ {number} is; kies ja of nee.").format(
                question=field.title_at(peildatum), label=b.BY_NAME[field.explains].title_at(peildatum), number=plan[field.explains]
            )
            yield RULES["A7"].finding(melding, plan, veld=field.name, soort=Soort.INVULLEN)


@_applies("A8", live=True)
def a8_cluster_size(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """A cluster below the national scale counts as nultreden only."""
    number = plan.get("nultreden_geclusterd")
    if isinstance(number, int) and is_count(number) and 0 < number < b.CLUSTER_MINIMUM:
        melding = tr("Geclusterd is {number}, minder dan de landelijke ondergrens van {minimum}; zet geclusterd en zorggeschikt op 0. "
                     "De woningen blijven tellen als nultreden.").format(number=number, minimum=b.CLUSTER_MINIMUM)  # fmt: skip
        yield RULES["A8"].finding(melding, plan, veld="nultreden_geclusterd", waarde=str(number), voorstel="0")


@_applies("A9", live=True)
def a9_plantype_fits(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """Some plantypes are for large, others for small locations only: the whole location, of which bruto is the rest."""
    bruto, plantype, whole = plan.get("bruto_totaal"), plan.get("plantype"), whole_location(plan)
    if not isinstance(bruto, int) or not is_count(bruto):
        return
    size, now = bruto if whole is None else whole, code_list("plantype").get(str(plantype))
    said = too_small_whole(plan)
    if said is not None and now is not None and now.has_size:
        melding = tr("De toelichting noemt een hele locatie van {said}, maar er zijn nog {bruto} te bouwen. Verbeter het aantal in de "
                     "toelichting, of bruto totaal.").format(said=several(said, "woning", "woningen"), bruto=number(bruto))  # fmt: skip
        yield RULES["A9"].finding(melding, plan, veld="toelichting", waarde=str(said))
    if now is None or now.fits(size):
        return
    other = next((code for code in code_list("plantype").values() if code.kind == now.kind and code.has_size and code.fits(size)), None)
    if other is None:
        return
    too_large = now.most is not None and size > now.most
    if too_large:
        melding = tr("Plantype is ‘{now}’ bij een locatie van {size}; vanaf {minimum} woningen hoort daar ‘{other}’ bij.")
    elif whole is not None:
        melding = tr("Plantype is ‘{now}’ bij een locatie van {size}; onder {minimum} woningen hoort daar ‘{other}’ bij.")
    else:
        melding = tr("Plantype is ‘{now}’ met nog {size} te bouwen. Telt de hele locatie, met wat al gebouwd is, {minimum} woningen of "
                     "meer? Schrijf dan in de toelichting ‘Hele locatie: 200 woningen’, met het echte aantal. Kies anders ‘{other}’.")  # fmt: skip
    words = melding.format(
        now=tr(now.label), other=tr(other.label), size=several(size, "woning", "woningen"), minimum=other.least if too_large else now.least
    )
    yield RULES["A9"].finding(
        words, plan, veld="plantype", waarde=now.code, voorstel=other.code if whole is not None or too_large else None
    )


@_applies("A10", live=True)
def a10_not_empty(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """A live plan builds or demolishes something."""
    if plan.get("bruto_totaal") == 0 and plan.get("sloop_totaal") == 0:
        melding = tr("Bruto en sloop zijn allebei 0; is dit plan gerealiseerd of vervallen, of ontbreken de aantallen?")
        yield RULES["A10"].finding(melding, plan, veld="bruto_totaal", waarde="0")


@_applies("S1")
def s1_confidential_only_soft(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """Confidential only while the status is soft, or when vervallen (art. 6.a, 6.b): never when gerealiseerd."""
    if plan.get("vertrouwelijk") is not True:
        return
    status = _code(plan, "planstatus")
    if plan.get("gerealiseerd") is True:
        melding = tr("Vertrouwelijk is ja bij een gerealiseerd plan; zet vertrouwelijk op nee.")
    elif is_hard(status) and plan.get("vervallen") is not True:
        melding = tr("Vertrouwelijk is ja bij de harde planstatus {status}; zet vertrouwelijk op nee of verbeter de planstatus.")
    else:
        return
    yield RULES["S1"].finding(melding.format(status=status), plan, veld="vertrouwelijk", waarde=tr("ja"), voorstel=tr("nee"))


@_applies("S2")
def s2_not_both(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """Never gerealiseerd and vervallen together."""
    if plan.get("gerealiseerd") is True and plan.get("vervallen") is True:
        melding = tr("Gerealiseerd en vervallen zijn allebei ja; zet een van beide op nee.")
        yield RULES["S2"].finding(melding, plan, veld="vervallen", waarde=tr("ja"))


@_applies("S3")
def s3_stays_home(plan: Plan, peildatum: Peildatum) -> Iterator[Finding]:
    """A 5A or 5B plan is not delivered and not counted. A finished one is asked after: what was delivered once, is delivered as finished."""
    status = _code(plan, "planstatus")
    if not stays_home(status):
        return
    if is_finished(plan):
        melding = tr("Het plan is {finished} en heeft planstatus {status}, en gaat daarom niet mee. Stond het in de vorige levering, dan hoort het nog "
                     "één keer mee te gaan: kies dan de planstatus van toen.")  # fmt: skip
        words = melding.format(finished=tr("gerealiseerd") if plan.get("gerealiseerd") is True else tr("vervallen"), status=status)
        yield RULES["S3"].finding(words, plan, veld="planstatus", waarde=status, ernst=Ernst.WAARSCHUWING, wie=Wie.GEMEENTE)
    else:
        melding = tr("Planstatus is {status}; dit plan gaat niet mee naar de provincie en telt niet mee.").format(status=status)
        yield RULES["S3"].finding(melding, plan, veld="planstatus", waarde=status)


def judged_again(
    findings: Iterable[Finding], plans: Iterable[Plan], peildatum: Peildatum, yardstick: Yardstick = OF_PLUGIN
) -> list[Finding]:
    """The findings with those about the answers of these plans made anew; what is said of names and polygons stays as it was."""
    fresh = {str(plan.get("plan_id") or ""): yardstick.applied(check_plan(plan, peildatum)) for plan in plans}
    kept = [finding for finding in findings if finding.plan_id not in fresh or finding.regel not in PLAN_RULES or _of_plan_file(finding)]
    return sorted(dict.fromkeys([*kept, *(finding for of_plan in fresh.values() for finding in of_plan)]), key=rank) if fresh else kept


def _of_plan_file(finding: Finding) -> bool:
    """It compares a plan with its plan file (``check_gemeente``), and only that proposes the municipality of the file."""
    return finding.veld == "gemeente_code" and finding.voorstel is not None
