# SPDX-License-Identifier: GPL-2.0-or-later
"""What the import report says of the plans that were there: what changes, what a person decides, what left the source, the totals."""

from __future__ import annotations

from ...basisset.peildatum import Peildatum
from ...basisset.values import amount
from ...i18n import tr
from ...names.comparing.forms import visible
from ...reporting import html
from ...reporting.charts import number
from ..mapping.plan import NAME_FIELD
from ..mapping.preview import answer_text
from ..update import Change, Update
from .left_out import listed, title


def update_sections(update: Update, peildatum: Peildatum) -> list[str]:
    """Changes that are carried out, changes that wait for a choice, and plans that the source does not have."""
    ours = [change for change in update.changes if change.position is not None or change.fid is None]
    body = _section(tr("Wat er verandert in het planbestand"), [change for change in ours if not change.undecided], "", peildatum)
    asked = tr("Deze wijzigingen zijn niet doorgevoerd. Vink aan wat u toch wilt overnemen, en importeer opnieuw.")
    body += _section(tr("Wat op uw keuze wacht"), [change for change in ours if change.undecided], asked, peildatum)
    return body + _left_section(update) + _doubled_section(update) + _totals_section(update)


def _section(heading: str, changes: list[Change], words: str, peildatum: Peildatum) -> list[str]:
    if not changes:
        return []
    body = [html.heading(heading), *([html.paragraph(words)] if words else [])]
    new = [change for change in changes if change.veld is None]
    if new and not words:
        body.append(html.paragraph(tr("Nieuwe plannen: {names}.").format(names=listed([change.name for change in new]))))
    rows, before = [], None
    for c in changes:
        if c.veld is None and not words:
            continue
        what = tr("nieuw plan") if c.veld is None else title(c.veld, peildatum)
        values = ["" if c.veld is None else _answer(c.veld, text) for text in (c.old_text, c.new_text)]
        choice = c.reason if words else "" if c.accepted else tr("overgeslagen")
        rows.append((c.name if c.fid is None or c.fid != before else "", what, *values, choice))  # its name once per plan
        before = c.fid
    if rows:
        last = tr("Waarom") if words else tr("Keuze")
        body.append(html.table((tr("Plannaam"), tr("Veld"), tr("Oud"), tr("Nieuw"), last), rows))
    return body


def _answer(veld: str, text: str) -> str:
    """As a person reads it. Of a name what nobody sees is written out, and a page shows two spaces as one: two values would seem the same."""
    return visible(text) if veld == NAME_FIELD else answer_text(veld, text).replace("  ", " \u00a0")


def _left_section(update: Update) -> list[str]:
    if not update.leaving:
        return []
    ended = {change.fid for change in update.changes if change.accepted and change.position is None}
    rows = [
        (plan.name or tr("(zonder naam)"), number(amount(plan.values.get("bruto_totaal"))), _fate(plan.values, plan.fid in ended))
        for plan in update.leaving
    ]
    said = tr("Deze plannen staan wel in het planbestand en niet in de bron. Ze blijven staan, tenzij u bij ‘vervallen’ kiest voor ja. "
              "Is een plan klaar, zet dan zelf ‘gerealiseerd’ op ja.")  # fmt: skip
    header = (tr("Plannaam"), tr("Bruto"), tr("In het planbestand"))
    return [html.heading(tr("Niet in de bron")), html.paragraph(said), html.table(header, rows, (1,))]


def _doubled_section(update: Update) -> list[str]:
    if not update.doubled:
        return []
    said = tr("Elk van deze nieuwe plannen ligt voor minstens de helft op een plan dat niet in de bron staat. Is het hetzelfde plan, dan tellen de "
              "woningen nu dubbel: kies bij het oude ‘vervallen’.")  # fmt: skip
    header = (tr("Nieuw plan"), tr("Bruto"), tr("Plan dat er al was"), tr("Bruto"))
    rows = [
        (one.name or tr("(zonder naam)"), number(one.bruto), one.old_name or tr("(zonder naam)"), number(one.old_bruto))
        for one in update.doubled
    ]
    return [html.heading(tr("Misschien twee keer")), html.paragraph(said), html.table(header, rows, (1, 3))]


def _fate(values: object, ended: bool) -> str:
    known = values if isinstance(values, dict) else {}
    if known.get("gerealiseerd") is True:
        return tr("gerealiseerd")
    if ended or known.get("vervallen") is True:
        return tr("vervallen")
    return tr("blijft staan")


def _totals_section(update: Update) -> list[str]:
    if update.after is None or not (update.leaving or update.changes or update.same):
        return []
    gone = sum(amount(plan.values.get("bruto_totaal")) for plan in update.leaving)
    rows = [
        (tr("alle plannen"), number(update.after.plans), number(update.after.bruto), number(update.after.sloop)),
        (tr("waarvan niet in de bron"), number(len(update.leaving)), number(gone),
         number(sum(amount(plan.values.get("sloop_totaal")) for plan in update.leaving))),
    ]  # fmt: skip
    heading = tr("Het planbestand na de import") if update.applied else tr("Het planbestand, als u zo importeert")
    return [html.heading(heading), html.table((tr("Wat"), tr("Plannen"), tr("Bruto"), tr("Sloop")), rows, (1, 2, 3))]
