# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import left empty, so grouped that a planner can work through it: words by word, numbers plan by plan."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ...basisset import fields as b
from ...basisset.peildatum import Peildatum
from ...i18n import later, tr
from ...reporting import html
from ...reporting.charts import number
from ..imported import PHASING, Remark, Zero
from ..mapping.plan import PlanMapping
from ..mapping.preview import answer_text
from ..update import POLYGON

_TITLES = {
    PHASING["bruto_totaal"]: later("Fasering van bruto"),
    PHASING["sloop_totaal"]: later("Fasering van sloop"),
    POLYGON: later("Polygoon"),
}
_ORDER = [field.name for field in b.COLUMNS]
_BESIDE = 6  # source columns that fit on a page, next to the plan name


def title(veld: str, peildatum: Peildatum | None) -> str:
    """The name of a field or of a measure."""
    return b.BY_NAME[veld].title_at(peildatum) if veld in b.BY_NAME else tr(_TITLES.get(veld, veld))


def is_choice(veld: str) -> bool:
    """True for a field with a list of answers, where one decision about a word serves every plan that has it."""
    return veld in b.BY_NAME and b.BY_NAME[veld].kind in (b.Kind.CODE, b.Kind.YESNO)


def counts_dwellings(veld: str) -> bool:
    """True for a field that holds a number of dwellings."""
    return veld in b.BY_NAME and b.BY_NAME[veld].kind is b.Kind.COUNT


def listed(names: Sequence[str]) -> str:
    """Names in one cell; a comma is too common inside them."""
    return "; ".join(name or tr("(zonder naam)") for name in names)


def left_section(remarks: Sequence[Remark], mapping: PlanMapping, peildatum: Peildatum) -> list[str]:
    """Every value that was not taken over, field by field."""
    fields: dict[str, list[Remark]] = defaultdict(list)
    for remark in remarks:
        fields[remark.veld].append(remark)
    body = [html.heading(tr("Waarden die niet zijn overgenomen"))] if remarks else []
    years = [column for columns in mapping.unplaced.values() for column in columns]
    for veld, theirs in fields.items():
        body.append(html.heading(_heading(title(veld, peildatum), theirs), 3))
        readers = [mapped[veld] for mapped in (mapping.without_row, mapping.fields) if veld in mapped]
        proposals = {text: code for mapped in readers for text, code in mapped.proposals.items()}
        body += _by_word(veld, theirs, proposals) if is_choice(veld) else _by_reason(theirs, years)
    return body


def zeros_section(zeros: Sequence[Zero], peildatum: Peildatum) -> list[str]:
    """What is 0 because the source has 0 in a column of all those years, column by column."""
    if not zeros:
        return []
    slots: dict[str, dict[str, None]] = defaultdict(dict)
    plans: dict[str, dict[str, None]] = defaultdict(dict)
    for zero in zeros:
        slots[zero.column][zero.veld] = None
        plans[zero.column][zero.plannaam] = None
    rows = (
        (
            column,
            listed([title(veld, peildatum) for veld in sorted(fields, key=_ORDER.index)]),
            number(len(plans[column])),
            listed(list(plans[column])),
        )
        for column, fields in slots.items()
    )
    header = (tr("Kolom in de bron"), tr("Ingevuld met 0"), tr("Aantal"), tr("Plannen"))
    said = tr("De bron zegt 0 over al deze jaren samen, dus zijn de jaren ook 0. Dit is niet gedaan bij plannen met woningen zonder jaar, of "
              "van jaren die voorbij zijn: die woningen kunnen er nog komen.")  # fmt: skip
    return [html.heading(tr("Ingevuld met 0 omdat de bron 0 zegt")), html.paragraph(said), html.table(header, rows, (2,))]


def _heading(name: str, remarks: Sequence[Remark]) -> str:
    dwellings = sum(remark.amount for remark in remarks)
    parts = [tr("1 waarde") if len(remarks) == 1 else tr("{n} waarden").format(n=number(len(remarks)))]
    if dwellings:
        parts.append(tr("samen 1 woning") if dwellings == 1 else tr("samen {n} woningen").format(n=number(dwellings)))
    return f"{name}: {', '.join(parts)}"


def _by_word(veld: str, remarks: Sequence[Remark], proposals: Mapping[str, str]) -> list[str]:
    """A table for each column and reason: the words, what they probably mean, and the plans that have them."""
    groups: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for remark in remarks:
        groups[remark.column, remark.reason][remark.value].append(remark.plannaam)
    body = []
    for (column, reason), words in groups.items():
        extra = [tr("Voorstel")] if proposals.keys() & words.keys() else []
        rows = (
            (word, *(answer_text(veld, proposals.get(word, "")) for _ in extra), number(len(names)), listed(names))
            for word, names in words.items()
        )
        header = (tr("Waarde in de bron"), *extra, tr("Aantal"), tr("Plannen"))
        body.append(html.paragraph(tr("Kolom ‘{column}’: {reason}.").format(column=column, reason=reason)))
        body.append(html.table(header, rows, (1 + len(extra),)))
    return body


def _by_reason(remarks: Sequence[Remark], years: Sequence[str]) -> list[str]:
    """A table for each reason that returns; the others share one."""
    often = Counter(remark.reason for remark in remarks)
    body = []
    for reason, times in often.items():
        if times > 1:
            same = [remark for remark in remarks if remark.reason == reason]
            body += [html.paragraph(tr("Reden: {reason}.").format(reason=reason)), _beside(same, years)]
    once = [(r.plannaam, r.column, r.value, r.reason) for r in remarks if often[r.reason] == 1]
    if once:
        body.append(html.table((tr("Plannaam"), tr("Bronkolom"), tr("Waarde in de bron"), tr("Reden")), once, (2,)))
    return body


def _beside(remarks: Sequence[Remark], years: Sequence[str]) -> str:
    """One row per plan with its source columns next to each other, in the order of the source, as long as that fits."""
    seen = dict.fromkeys(remark.column for remark in remarks)
    columns = [*(column for column in years if column in seen), *(column for column in seen if column not in years)]
    if len(columns) > _BESIDE:
        rows = ((r.plannaam, r.column, r.value) for r in remarks)
        return html.table((tr("Plannaam"), tr("Bronkolom"), tr("Waarde in de bron")), rows, (2,))
    plans: list[tuple[str, dict[str, str]]] = []
    for remark in remarks:  # the remarks of a plan follow one another
        if not plans or plans[-1][0] != remark.plannaam or remark.column in plans[-1][1]:
            plans.append((remark.plannaam, {}))
        plans[-1][1][remark.column] = remark.value
    beside = ((name, *map(values.get, columns)) for name, values in plans)
    return html.table((tr("Plannaam"), *columns), beside, range(1, len(columns) + 1))
