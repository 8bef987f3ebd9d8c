# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of an import: what came over, from which column, what did not and why, and that no dwelling was lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from . import basisset as b
from . import html
from .formats.known import KnownFormat
from .i18n import tr
from .import_plans import PHASING, Balance, Imported
from .import_update import POLYGON, Update
from .mapping import ColumnMapping, Columns, PlanMapping
from .peildatum import Peildatum
from .reports import Subject, labels

_TITLES = {PHASING["bruto_totaal"]: "Fasering van bruto", PHASING["sloop_totaal"]: "Fasering van sloop", POLYGON: "Polygoon"}


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
    good = not result.not_imported and not result.remarks
    head = tr("{plans} plannen overgenomen, {waiting} regels wachten op u, {values} waarden zijn niet overgenomen.").format(
        plans=len(result.plans), waiting=len(result.not_imported), values=len(result.remarks)
    )
    body = [f'<div class="kaart {"goed" if good else "fout"}"><b>{head}</b></div>']
    if notes:
        body += [html.heading(tr("Wat opviel bij het lezen")), html.bullets(notes)]
    for one in known:
        body += _format_section(one, subject.peildatum)
    if update:
        body += _update_section(update, subject.peildatum)
    body += _balance_section(result.balances, subject.peildatum)
    body += _mapping_section(mapping, columns, subject.peildatum, sums or {})
    body += _values_section(mapping, subject.peildatum)
    if result.not_imported:
        waiting = ((entry.name, entry.where, entry.reason) for entry in result.not_imported)
        body += [html.heading(tr("Niet overgenomen regels")), html.table((tr("Plannaam"), tr("Waar"), tr("Waarom")), waiting)]
    if result.without_polygon:
        body += [
            html.heading(tr("Nog te tekenen")),
            html.paragraph(tr("Deze plannen hebben nog geen polygoon; teken haar in het planbestand.")),
            html.bullets(result.without_polygon),
        ]
    if result.remarks:
        values = ((r.plannaam, title(r.veld, subject.peildatum), r.column, r.value, r.reason) for r in result.remarks)
        header = (tr("Plannaam"), tr("Veld"), tr("Bronkolom"), tr("Waarde in de bron"), tr("Waarom leeg gelaten"))
        body += [html.heading(tr("Waarden die niet zijn overgenomen")), html.table(header, values)]
    missing = result.missing()
    if missing:
        known_lists: dict[tuple[str, ...], str] = {}
        rows = []
        for name, fields in missing:
            names = tuple(field.name for field in fields)
            if names not in known_lists:
                known_lists[names] = ", ".join(labels(names, subject.peildatum))
            rows.append((name, known_lists[names]))
        body += [html.heading(tr("Wat de Basisset nog vraagt")), html.table((tr("Plannaam"), tr("Nog in te vullen")), rows)]
    return html.page(tr("Import woningbouwplannen"), subject.line, body)


def title(veld: str, peildatum: Peildatum) -> str:
    """The name of a field or of a measure."""
    return b.BY_NAME[veld].title_at(peildatum) if veld in b.BY_NAME else tr(_TITLES.get(veld, veld))


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


def _update_section(update: Update, peildatum: Peildatum) -> list[str]:
    head = tr("{changed} plannen gewijzigd, {new} nieuw, {same} ongewijzigd.") if update.applied else tr(
        "Alleen getoond, niets veranderd: {changed} plannen zouden wijzigen, {new} zijn nieuw, {same} blijven gelijk.")  # fmt: skip
    body = [
        html.heading(tr("Wat er verandert in het planbestand")),
        html.paragraph(head.format(changed=update.changed, new=update.added, same=update.same)),
    ]
    if update.changes:
        rows = [
            (
                c.name,
                title(c.veld, peildatum) if c.veld else tr("nieuw plan"),
                _with_every_space(c.old_text),
                _with_every_space(c.new_text),
                "" if c.accepted else tr("overgeslagen"),
            )
            for c in update.changes
        ]
        body.append(html.table((tr("Plannaam"), tr("Veld"), tr("Oud"), tr("Nieuw"), tr("Keuze")), rows))
    return body


def _with_every_space(text: str) -> str:
    """A page shows two spaces as one, and then a name that differs in its spaces seems the same."""
    return text.replace("  ", " \u00a0")


def _balance_section(balances: Sequence[Balance], peildatum: Peildatum) -> list[str]:
    if not balances:
        return []
    rows = [
        (title(one.measure, peildatum), one.source, one.target, one.aside, tr("klopt") if one.holds else tr("KLOPT NIET"))
        for one in balances
    ]
    header = (tr("Woningen"), tr("In de bron"), tr("In de plannen"), tr("Niet overgenomen"), tr("Samen gelijk aan de bron"))
    note = tr("Getallen die als tekst in de bron staan (‘ca. 40’) tellen in geen van de kolommen mee; zij staan hieronder bij de waarden.")
    return [html.heading(tr("Totalen van bron en planbestand")), html.table(header, rows, (1, 2, 3)), html.paragraph(note, "stil")]


def _how(m: ColumnMapping) -> str:
    parts = []
    if m.negated:
        parts.append(tr("teken omgekeerd: staat in de bron als negatief getal"))
    if m.plus:
        parts.append(tr("opgeteld; een lege cel telt niet mee"))
    if m.constant is not None:
        parts.append(tr("voor elk plan ‘{value}’").format(value=m.constant))
    return "; ".join(parts)


def _mapping_section(mapping: PlanMapping, columns: Columns, peildatum: Peildatum, sums: Mapping[tuple[str, str], int]) -> list[str]:
    rows = [(tr("Plannaam"), tr(source), column, "") for source, column in mapping.names.items()]
    rows += [(b.BY_NAME[name].title_at(peildatum), tr(m.source), m.title, _how(m)) for name, m in mapping.fields.items()]
    body = [html.heading(tr("Kolommen")), html.table((tr("Veld"), tr("Bron"), tr("Kolom"), tr("Bewerking")), rows)]
    unused = [
        f"{tr(source)}: {', '.join(_with_sum(name, sums.get((source, name))) for name in names)}"
        for source, names in mapping.unused(columns).items()
        if names
    ]
    if unused:
        body += [html.paragraph(tr("Niet gebruikte kolommen:")), html.bullets(unused)]
    return body


def _with_sum(name: str, total: int | None) -> str:
    return tr("{name} (samen {total})").format(name=name, total=total) if total else name


def _values_section(mapping: PlanMapping, peildatum: Peildatum) -> list[str]:
    """The texts that need a translation: what was used, and what waits for a person with a proposal."""
    rows = [
        (b.BY_NAME[veld].title_at(peildatum), text, code or "", m.proposals.get(text, "") if code is None else "")
        for veld, m in mapping.fields.items()
        for text, code in m.values.items()
    ]
    if not rows:
        return []
    header = (tr("Veld"), tr("Tekst in de bron"), tr("Gelezen als"), tr("Voorstel, nog te bevestigen in de kolomkoppeling"))
    return [html.heading(tr("Vertaalde waarden")), html.table(header, rows)]
