# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of an import: what came over, what did not and why, what to do next, and that no dwelling was lost.

What a planner must act on stands first; where every number comes from stands below it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ...basisset import fields as b
from ...basisset.peildatum import Peildatum
from ...basisset.values import amount
from ...i18n import tr
from ...reporting import html
from ...reporting.charts import number
from ...reporting.check import Subject
from ...reporting.unanswered import labels
from ..formats.known import KnownFormat
from ..imported import PHASING, Balance, Imported, NotImported
from ..mapping.plan import ColumnMapping, Columns, PlanMapping, title_of
from ..mapping.preview import answer_text
from ..update import Update
from .left_out import counts_dwellings, left_section, listed, title, zeros_section
from .update import update_sections
from .verdict import BRUTO, next_steps, verdict

_WANTED = (BRUTO, "plantype", "planstatus")
_KEY = re.compile(r"(?:\w+_)?(?:fid|gid|oid|id|objectid)(?:_\d+)?|\w*n(?:umme)?r(?:_\d+)?", re.IGNORECASE)  # the sum of these says nothing


def import_report(
    subject: Subject,
    result: Imported,
    mapping: PlanMapping,
    columns: Columns,
    known: Sequence[KnownFormat] = (),
    update: Update | None = None,
    sums: Mapping[tuple[str, str], int] | None = None,
    notes: Sequence[str] = (),
) -> str:
    """The page. ``update``: what happened to the plans that were there; ``sums``: the total of each unused column of numbers;
    ``notes``: sentences on what the reader of the worksheet saw.
    """
    # Of a plan that was there already the source says too little: what it lacks is for the check to say.
    plans = result.plans if update is None else [result.plans[position] for position in update.new]
    missing = Imported(plans).missing()
    unused = {
        source: [name for name in names if name not in mapping.unplaced.get(source, {})]
        for source, names in mapping.unused(columns).items()
    }
    unfilled = [title(veld, subject.peildatum) for veld in _WANTED if veld not in mapping.fields] if any(unused.values()) else []
    body = [verdict(result, update), *next_steps(result, update, len(missing), unfilled)]
    if known:
        said = tr("Herkend als {title}. Onderaan staat waar elk veld vandaan komt.")
        body.append(html.paragraph(said.format(title=" + ".join(tr(known_format.title) for known_format in known))))
    if notes:
        body += [html.heading(tr("Wat opviel bij het lezen")), html.bullets(notes)]
    body += _balance_section(result, subject.peildatum)
    if update:
        body += update_sections(update, subject.peildatum)
    body += _waiting_section(result.waiting)
    body += _undrawn_section(result)
    body += _rowless_section(result)
    body += _no_plans_section([row for row in result.not_imported if not row.waits])
    body += left_section(result.remarks, mapping, subject.peildatum)
    body += zeros_section(result.zeros, subject.peildatum)
    body += _missing_section(missing, len(plans), subject.peildatum)
    body += _mapping_section(mapping, unused, known, subject.peildatum, sums or {})
    body += _values_section(mapping, subject.peildatum)
    for known_format in known:
        body += _format_section(known_format, subject.peildatum)
    return html.page(tr("Import woningbouwplannen"), subject.line, body, subject.confidential)


def _balance_section(result: Imported, peildatum: Peildatum) -> list[str]:
    if not result.balances:
        return []
    rows = [
        (title(balance.measure, peildatum), *map(number, (balance.source, balance.target, balance.listed)), _judged(balance))
        for balance in result.balances
    ]
    header = (tr("Woningen"), tr("In de bron"), tr("In de plannen"), tr("Niet overgenomen"), tr("Controle"))
    body = [html.heading(tr("Totalen van bron en planbestand")), html.table(header, rows, (1, 2, 3))]
    notes = [tr("‘In de plannen’ en ‘Niet overgenomen’ zijn samen de bron.")]
    if any(balance.listed < 0 for balance in result.balances):
        notes.append(tr("Onder nul bij ‘Niet overgenomen’: de bron bevat negatieve aantallen, en die trekken haar totaal omlaag."))
    if any(counts_dwellings(remark.veld) and not remark.amount and not amount(remark.value) for remark in result.remarks):
        notes.append(
            tr("Wat geen heel getal is (‘ca. 40’, ‘12,5’) telt in geen van de kolommen mee; het staat bij de niet overgenomen waarden.")
        )
    return [*body, html.paragraph(" ".join(notes), "stil")]


def _judged(balance: Balance) -> str:
    return tr("klopt") if balance.holds else tr("KLOPT NIET")


# -- plan by plan ---------------------------------------------------------------------------------------------------------


def _waiting_section(waiting: Sequence[NotImported]) -> list[str]:
    if not waiting:
        return []
    rows = [(entry.name or tr("(zonder naam)"), entry.where, entry.reason) for entry in waiting]
    header = (tr("Plannaam"), tr("Waar"), tr("Waarom"))
    bruto = [entry.amounts.get(BRUTO, 0) for entry in waiting]
    if not any(bruto):
        return [html.heading(tr("Niet overgenomen rijen")), html.table(header, rows)]
    counted = ((*row, number(count)) for row, count in zip(rows, bruto, strict=True))
    return [html.heading(tr("Niet overgenomen rijen")), html.table((*header, tr("Bruto")), counted, (3,))]


def _undrawn_section(result: Imported) -> list[str]:
    names = result.without_polygon
    if not names:
        return []
    body = [html.heading(tr("Nog te tekenen"))]
    if len(names) == len(result.plans) > 1:
        return [*body, html.paragraph(tr("Geen enkel plan heeft al een polygoon; teken ze in het planbestand."))]
    said = tr("Deze plannen hebben nog geen polygoon; teken die in het planbestand.")
    return [*body, html.paragraph(said), html.bullets(name or tr("(zonder naam)") for name in names)]


def _rowless_section(result: Imported) -> list[str]:
    """Plans that have a polygon only."""
    names = result.without_row
    if not names:
        return []
    said = tr("Van {n} plannen staat er geen rij in het Excel-bestand; ze hebben alleen wat de kaartlaag zegt.")
    single = tr("Van 1 plan staat er geen rij in het Excel-bestand; het heeft alleen wat de kaartlaag zegt.")
    listed_names = html.bullets(name or tr("(zonder naam)") for name in names)
    return [
        html.heading(tr("Polygonen zonder rij in het Excel-bestand")),
        html.paragraph(single if len(names) == 1 else said.format(n=number(len(names)))),
        listed_names,
    ]


def _no_plans_section(rows: Sequence[NotImported]) -> list[str]:
    if not rows:
        return []
    header = (tr("Tekst"), tr("Waar"), tr("Waarom"))
    return [html.heading(tr("Rijen die geen plan zijn")), html.table(header, [(row.name, row.where, row.reason) for row in rows])]


def _missing_section(missing: Sequence[tuple[str, list[b.Field]]], plans: int, peildatum: Peildatum) -> list[str]:
    """What every plan lacks said once, then what some lack besides."""
    if not missing:
        return []
    asked = [_asked(fields) for _, fields in missing]
    everywhere = set(asked[0]).intersection(*asked) if len(missing) == plans > 1 else set[str]()
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for (name, _), fields in zip(missing, asked, strict=True):
        groups[tuple(veld for veld in fields if veld not in everywhere)].append(name)
    rows = [(listed(names), "; ".join(labels(fields, peildatum))) for fields, names in groups.items() if fields]
    if everywhere:
        of_all = labels((veld for veld in asked[0] if veld in everywhere), peildatum)
        rows.insert(0, (tr("alle {n} plannen").format(n=number(plans)), "; ".join(of_all)))
    return [html.heading(tr("Wat de Basisset nog vraagt")), html.table((tr("Plannen"), tr("Nog in te vullen")), rows)]


def _asked(fields: Iterable[b.Field]) -> list[str]:
    """Names of fields; the slots of a phasing are one question."""
    return list(dict.fromkeys(name for field in fields for name in (b.phasing(field.phase.total) if field.phase else (field.name,))))


# -- where every value comes from -----------------------------------------------------------------------------------------


def _mapping_section(
    mapping: PlanMapping,
    unused: Columns,
    known: Iterable[KnownFormat],
    peildatum: Peildatum,
    sums: Mapping[tuple[str, str], int],
) -> list[str]:
    derived = any(known_format.flatten or known_format.flatten_grid for known_format in known)  # its columns are ours already
    rows = [(tr("Plannaam"), title_of(source), column, "") for source, column in mapping.names.items()]
    rows += [(tr("Koppeling op plannummer"), title_of(source), column, "") for source, column in mapping.numbers.items()]
    rows += [
        (title(veld, peildatum), title_of(column.source), column.title, _how(veld, column))
        for veld, column in mapping.fields.items()
        if not (derived and column.columns == (veld,))
    ]
    for_rowless = tr("voor plannen zonder rij in het Excel-bestand")
    rows += [
        (title(veld, peildatum), title_of(column.source), column.title, "; ".join(filter(None, (for_rowless, _how(veld, column)))))
        for veld, column in mapping.without_row.items()
    ]
    rows += [
        (title(PHASING[total], peildatum), title_of(source), column, tr("niet verdeeld; zie de niet overgenomen waarden"))
        for source, totals in mapping.unplaced.items()
        for column, total in totals.items()
    ]
    body = [html.heading(tr("Kolommen")), html.table((tr("Veld"), tr("Bron"), tr("Kolom"), tr("Bewerking")), rows)]
    texts = [
        f"{title_of(source)}: {', '.join(_with_sum(name, sums.get((source, name))) for name in names)}"
        for source, names in unused.items()
        if names
    ]
    if texts:
        body += [html.paragraph(tr("Niet gebruikte kolommen, met de som waar er getallen in staan:")), html.bullets(texts)]
    return body


def _how(veld: str, m: ColumnMapping) -> str:
    parts = [tr("een gok: zie ‘Wat opviel bij het lezen’")] if m.doubt else []
    if m.negated:
        parts.append(tr("teken omgekeerd: staat in de bron als negatief getal"))
    if m.plus:
        parts.append(tr("opgeteld; een lege cel telt niet mee"))
    if m.constant is not None:
        parts.append(tr("voor elk plan ‘{value}’").format(value=answer_text(veld, m.constant)))
    return "; ".join(parts)


def _with_sum(name: str, total: int | None) -> str:
    return tr("{name} (samen {total})").format(name=name, total=number(total)) if total and not _KEY.fullmatch(name) else name


def _values_section(mapping: PlanMapping, peildatum: Peildatum) -> list[str]:
    """The texts that were translated; those that wait stand with the values that were not taken over."""
    rows = [
        (title(veld, peildatum), text, answer_text(veld, code))
        for veld, m in mapping.fields.items()
        for text, code in m.values.items()
        if code
    ]
    if not rows:
        return []
    return [html.heading(tr("Vertaalde waarden")), html.table((tr("Veld"), tr("Tekst in de bron"), tr("Gelezen als")), rows)]


def _format_section(known: KnownFormat, peildatum: Peildatum) -> list[str]:
    """What this plugin knows of a format: printed whole, so that nobody has to guess where a number comes from."""
    body = [html.heading(tr("Herkende bestandsvorm: {title}").format(title=tr(known.title)))]
    rows = [(title(veld, peildatum), tr(how)) for veld, how in known.fills]
    body.append(html.table((tr("Veld"), tr("Waar het vandaan komt")), rows))
    body += [
        html.paragraph(tr("Wat deze bestandsvorm niet kan vullen of wat niet is gebruikt:")),
        html.bullets(tr(text) for text in known.cannot),
    ]
    return body


__all__ = ["import_report", "title"]
