# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes out: which plans, which columns, which values, and how the package is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..basisset import fields as b
from ..basisset.codelists import Gemeente, code_list, listed, stays_home
from ..basisset.peildatum import Peildatum
from ..basisset.prices.limits import PUBLISHED, PriceLimits
from ..basisset.values import text_or_none
from ..compact import CompactPlan
from ..i18n import joined, several, tr
from ..reporting.html import only_for_some
from ..rules.plans import Plan, answer, is_finished
from .small_plans import Summed

GPKG, XLSX, REPORT, MANIFEST, README = "plannen.gpkg", "plannen.xlsx", "controle.html", "manifest.json", "LEESMIJ.txt"

AT_TOWN_HALL = -1  # place of the plan that sums the small plans: its polygon is the town hall

# What is delivered per plan: the columns of the plan file, and the choice of art. 8, which travels with confidential plans.
ART_8 = b.BY_NAME["provincie_aggregeert"]
FIELDS = (*b.COLUMNS, ART_8)
_CONFIDENTIAL = next(index for index, field in enumerate(b.COLUMNS) if field.name == "vertrouwelijk")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many plans the user kept out of this delivery that would else have gone, and by what: a filter, a selection."""

    count: int
    reasons: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """For window, log and ``LEESMIJ.txt``."""
        return tr("Dit is een deel van de plannen. Niet meegeleverd door {reasons}: {count}.").format(
            count=several(self.count, "plan", "plannen"), reasons=joined(map(tr, self.reasons))
        )


@dataclass(frozen=True, slots=True)
class Delivery:
    """The rows of a delivery, in the order of the plan file; ``indexes`` are their places in the plan file.

    It knows what goes out and nothing of what stays at home, not even how much. Each row has the values of
    ``basisset.COLUMNS``. ``summed`` counts the small plans that went as one (art. 9); ``agreement`` says how the province agreed;
    ``limits`` are the price limits that the plans were made with.
    ``aggregates`` is the choice of art. 8, None when it was not made.
    """

    gemeente: Gemeente
    peildatum: Peildatum
    rows: tuple[tuple[object, ...], ...]
    indexes: tuple[int, ...]
    summed: int = 0
    aggregates: bool | None = None
    agreement: str = ""
    limits: PriceLimits = PUBLISHED

    @property
    def name(self) -> str:
        """The name of the package, without suffix."""
        return package_name(self.gemeente, self.peildatum)

    @property
    def columns(self) -> tuple[str, ...]:
        """Column names with the real years."""
        return tuple(field.column_at(self.peildatum) for field in b.COLUMNS)

    @property
    def confidential(self) -> int:
        """How many plans are confidential."""
        return sum(row[_CONFIDENTIAL] is True for row in self.rows)

    @property
    def finished(self) -> int:
        """How many plans are gerealiseerd or vervallen."""
        names = [field.name for field in b.COLUMNS]
        ready = names.index("gerealiseerd"), names.index("vervallen")
        return sum(any(row[index] is True for index in ready) for row in self.rows)

    def values(self) -> Iterator[tuple[object, ...]]:
        """Each row with the values of ``FIELDS``."""
        for row in self.rows:
            yield (*row, self.aggregates if row[_CONFIDENTIAL] is True else None)


def package_name(gemeente: Gemeente, peildatum: Peildatum) -> str:
    """``LMVW_GM0396_2026-01-01``."""
    return f"LMVW_{gemeente.code}_{peildatum}"


def make_delivery(
    plans: Sequence[Plan],
    gemeente: Gemeente,
    peildatum: Peildatum,
    summed: Summed | None = None,
    aggregates: bool | None = None,
    limits: PriceLimits = PUBLISHED,
) -> Delivery:
    """Select and trim the plans: 5A and 5B stay at home, finished plans go by name.

    :param summed: the small plans that go as one; they stay at home themselves.
    :param aggregates: the municipality asks the province to sum its confidential plans (art. 8).
    :param limits: the price limits of the plan file.
    """
    inside = frozenset(summed.indexes) if summed else frozenset()
    delivered = [index for index, plan in enumerate(plans) if not stays_home(text_or_none(plan.get("planstatus")))]
    indexes = [index for index in delivered if index not in inside]
    rows = [_row(plans[index]) for index in indexes]
    if summed:
        indexes.append(AT_TOWN_HALL)
        rows.append(_row(summed.plan))
    agreement = summed.agreement if summed else ""
    return Delivery(gemeente, peildatum, tuple(rows), tuple(indexes), len(inside), aggregates, agreement, limits)


def _row(plan: Plan) -> tuple[object, ...]:
    if is_finished(plan):
        return tuple(answer(plan, field.name) if field.name in b.OF_FINISHED else None for field in b.COLUMNS)
    return plan.row if isinstance(plan, CompactPlan) else tuple(plan.get(field.name) for field in b.COLUMNS)


def plans_of(delivery: Delivery) -> list[CompactPlan]:
    """The delivered rows as plans."""
    return [CompactPlan(row) for row in delivery.rows]


def shown(field: b.Field, value: object) -> object:
    """A value as a person reads it in the workbook: ja/nee, and codes with their meaning where the code says nothing."""
    if isinstance(value, bool):
        return tr("ja") if value else tr("nee")
    if field.codes == "plantype" and isinstance(value, str):
        code = code_list("plantype").get(value)
        return code.label if code else value
    return value


def totals(delivery: Delivery) -> Mapping[str, int]:
    """The sum of every count over the delivered plans."""
    names = [field.name for field in b.COLUMNS]
    counts = {field.name: names.index(field.name) for field in b.COUNTS}
    return {name: sum(value for row in delivery.rows if isinstance(value := row[index], int)) for name, index in counts.items()}


def _confidential(count: int) -> str:
    if not count:
        return tr("Dit pakket bevat geen vertrouwelijke plannen")
    return tr("Dit pakket bevat {plans}").format(plans=several(count, "vertrouwelijk plan", "vertrouwelijke plannen"))


def readme(delivery: Delivery, plugin_version: str, more: Sequence[str] = (), left_out: LeftOut | None = None) -> str:
    """``LEESMIJ.txt``: what is what, for the province. ``more``: lines about files that a profile adds."""
    total = totals(delivery)
    text = tr(
        "Levering woningbouwplannen voor de Landelijke Monitor Voortgang Woningbouw\n"
        "\n"
        "Gemeente:   {gemeente} ({code}), provincie {provincie}\n"
        "Peildatum:  {peildatum} ({delivery})\n"
        "Plannen:    {plans}, waarvan {finished} gerealiseerd of vervallen\n"
        "Bruto:      {bruto}, sloop: {sloop}\n"
        "\n"
        "plannen.gpkg   polygonen met alle kenmerken van de Basisset 2.0 (EPSG:28992, laag plannen);\n"
        "               formulier en kaartstijl zitten in het bestand\n"
        "plannen.xlsx   dezelfde plannen als Excel-bestand, met toelichting, definities en controlelijst\n"
        "controle.html  het controlerapport van de gemeente, te openen in elke browser\n"
        "manifest.json  aantallen en SHA-256 van elk bestand\n"
        "\n"
        "De plannamen zijn in beide bestanden letter voor letter gelijk. Van gerealiseerde en vervallen plannen\n"
        "gaan naam, polygoon, vertrouwelijkheid en toelichting mee, en geen aantallen (Invultip 6). Plannen met\n"
        "status {home} zijn niet geleverd.\n"
        "{confidential}: deel het alleen volgens het Dataprotocol LMVW.\n"
        "{choices}"
        "{left_out}"
        "\n"
        "Na het schrijven zijn beide bestanden teruggelezen en vergeleken met het planbestand (LMVW Woningbouwplannen {version}).\n"
    ).format(
        gemeente=delivery.gemeente.name,
        code=delivery.gemeente.code,
        peildatum=delivery.peildatum.words,
        provincie=delivery.gemeente.provincie,
        delivery=delivery.peildatum.delivery_words,
        plans=len(delivery.rows),
        finished=delivery.finished,
        bruto=several(total["bruto_totaal"], "woning", "woningen"),
        sloop=several(total["sloop_totaal"], "woning", "woningen"),
        confidential=_confidential(delivery.confidential),
        version=plugin_version,
        home=listed("eigen", tr(" of ")),
        choices="".join(f"{line}\n" for line in choices(delivery)),
        left_out=f"{left_out.sentence}\n" if left_out else "",
    )
    text = f"{only_for_some()}\n\n{text}" if delivery.confidential else text
    return text + "".join(f"\n{line}" for line in more) + ("\n" if more else "")


def choices(delivery: Delivery) -> list[str]:
    """What the municipality chose under art. 8 and 9, in sentences."""
    lines = []
    if delivery.aggregates and delivery.confidential:
        lines.append(tr("De gemeente vraagt de provincie haar vertrouwelijke plannen opgeteld door te leveren (Dataprotocol art. 8)."))
    if delivery.summed:
        lines.append(tr("{count} plannen met minder dan {below} woningen gaan als één plan mee, met de polygoon van het gemeentehuis "
                        "(Dataprotocol art. 9). Akkoord van de provincie: {agreement}.").format(
            count=delivery.summed, below=b.SMALL_BELOW, agreement=delivery.agreement.rstrip(".") or tr("niet vermeld")))  # fmt: skip
    return lines
