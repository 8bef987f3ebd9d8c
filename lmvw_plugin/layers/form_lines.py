# SPDX-License-Identifier: GPL-2.0-or-later
"""The lines of text in the form: what still has to be divided, what is missing, and what the fields mean.

Text elements of QGIS: HTML with expressions between ``[%`` and ``%]``, evaluated again with every key.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ..core import basisset as b
from ..core.codelists import code_list
from ..core.i18n import tr
from ..core.peildatum import Peildatum
from ..core.pricelimits import price_limit_text
from .expressions import Expressions, text

# Readable on a light and on a dark background; the mark in front says the same without colour.
_GOOD, _BUSY, _WRONG = "#2e8b57", "#c77700", "#d9402f"
_TEXT_WIDTH = 760  # pixels: wider texts would stretch the form


def sum_of(rule: str) -> b.Sum:
    """The sum that a rule asks for."""
    return next(total for total in b.SUMS if total.rule == rule)


def sum_line(e: Expressions, rule: str) -> str:
    """Bruto (or sloop) against the sum of a tab, and what is still to be divided."""
    total = sum_of(rule)
    label = b.BY_NAME[total.total].label
    whole, found = e.column(total.total), e.total_of(total.parts)
    unused = f" WHEN NOT {e.judged(total)} THEN {text(tr('niet ingevuld'))}" if total.only_when_used else ""
    empty = f"to_string({whole}) || {text(tr('; vul lege velden met 0'))}"
    state = (
        f"CASE WHEN {whole} IS NULL THEN {text(tr('vul eerst ‘{label}’ in').format(label=label))}{unused}"
        f" WHEN {found} = {whole} AND NOT {e.judged(total)} THEN {_words(_BUSY, '✎ ' + tr('telt op tot'), empty)}"
        f" WHEN {found} = {whole} THEN {_words(_GOOD, '✔ ' + tr('telt op tot'), f'to_string({whole})')}"
        f" WHEN {found} < {whole} THEN {_words(_BUSY, '✎ ' + tr('nog te verdelen:'), f'to_string({whole} - {found})')}"
        f" ELSE {_words(_WRONG, '⚠ ' + tr('te veel:'), f'to_string({found} - {whole})')} END"
    )
    return f"<b>{label}: [% coalesce(to_string({whole}), '-') %]</b> &nbsp; {tr('som van')} {tr(total.name)}: [% to_string({found}) %] &nbsp; [% {state} %]"


def at_most_line(e: Expressions, parts: Sequence[str], name: str) -> str:
    """How many of bruto the parts are: they may leave a rest, but not be more."""
    whole, found = e.column("bruto_totaal"), e.total_of(parts)
    empty = " OR ".join(f"{e.column(part)} IS NULL" for part in parts)
    state = (
        f"CASE WHEN {whole} IS NULL THEN {text(tr('vul eerst ‘{label}’ in').format(label=b.BY_NAME['bruto_totaal'].label))}"
        f" WHEN {found} > {whole} THEN {_words(_WRONG, '⚠ ' + tr('te veel:'), f'to_string({found} - {whole})')}"
        f" WHEN {empty} THEN {_words(_BUSY, '✎ ' + tr('nog niet alles ingevuld; vul 0 in als er geen zijn'))}"
        f" ELSE {_words(_GOOD, '✔ ' + tr('past; overige woningen:'), f'to_string({whole} - {found})')} END"
    )
    label = b.BY_NAME["bruto_totaal"].label
    return f"<b>{label}: [% coalesce(to_string({whole}), '-') %]</b> &nbsp; {name}: [% to_string({found}) %] &nbsp; [% {state} %]"


def overall_line(e: Expressions) -> str:
    """Bruto, sloop and netto, and what this plan still needs."""
    bruto, sloop = e.column("bruto_totaal"), e.column("sloop_totaal")
    amounts = " &nbsp; ".join(
        f"{label} <b>[% coalesce(to_string({amount}), '-') %]</b>"
        for label, amount in ((tr("Bruto"), bruto), (tr("Sloop"), sloop), (tr("Netto"), f"({bruto} - {sloop})"))
    )
    missing = e.missing()
    tabs = " || ".join(
        f"CASE WHEN {e.missing(group)} > 0 THEN {text(tr(group.value).split()[0] + ' ')} || to_string({e.missing(group)}) || ', ' ELSE '' END"
        for group in b.Group
        if any(field.group is group and field.need in (b.Need.LIVE, b.Need.WHEN_COUNTED) for field in b.COLUMNS)
    )
    where = f"' (' || regexp_replace({tabs}, ', $', '') || ')'"
    state = (
        f"CASE WHEN NOT {e.named} THEN {_words(_BUSY, '✎ ' + tr('Geef het plan een naam.'))} || ' ' ELSE '' END ||"
        f" CASE WHEN {e.confidential_asked} THEN {_words(_BUSY, '✎ ' + tr('Kies of dit vervallen plan vertrouwelijk is.'))}"
        f" WHEN {e.finished} THEN {_words(_GOOD, tr('✔ Naam en polygoon zijn genoeg voor dit plan.'))}"
        f" WHEN {e.status_in('eigen')} THEN {text(tr('Dit plan blijft thuis: 5A en 5B worden niet geleverd.'))}"
        f" WHEN {missing} > 0 THEN {_words(_BUSY, '✎ ' + tr('Nog in te vullen velden:'), f'to_string({missing}) || {where}')}"
        f" WHEN NOT {e.balanced} THEN {_words(_WRONG, '⚠ ' + tr('Alles is ingevuld, maar de aantallen tellen niet op.'))}"
        f" ELSE {_words(_GOOD, '✔ ' + tr('Compleet: alles is ingevuld en telt op.'))} END"
    )
    return f"{amounts}<br>[% {state} %]"


def confidential_line(e: Expressions) -> str:
    """Why vertrouwelijk cannot be ja."""
    built, hard = (
        tr("Dit plan is gerealiseerd:"),
        f"{text(tr('Planstatus'))} || ' ' || coalesce({e.column('planstatus')}, '') || ' ' || {text(tr('is hard:'))}",
    )
    reason = tr("vertrouwelijk kan niet ja zijn, behalve bij een vervallen plan (Dataprotocol art. 6).")
    return f"[% if({e.is_yes('gerealiseerd')}, {text(built)}, {hard}) %] {reason}"


def explanation(group: b.Group, peildatum: Peildatum) -> str:
    """The definition of each field of a tab with its source; the slots of the phasing share one."""
    told: dict[str, str] = {}
    for field in b.FIELDS:
        if field.group is group and field.kind is not b.Kind.ID and field.place is not b.Place.LEVERING:
            label = tr("{measure} per jaar").format(measure=field.label.split()[0]) if field.phase else field.title_at(peildatum)
            limit = f" {price_limit_text(field.limit, peildatum.year)}" if field.limit else ""
            told.setdefault(label, f"<b>{escape(label)}</b>: {escape(field.definition + limit)} <i>{escape(field.source)}.</i>")
            for code in code_list(field.codes).values() if field.codes in ("planstatus", "plantype") else ():
                name = f"{code.code} {code.label}" if field.codes == "planstatus" else code.label
                told[name] = f"&nbsp;&nbsp;<b>{escape(name)}</b>: {escape(code.definition)}"
    return f'<table width="{_TEXT_WIDTH}"><tr><td>{"<br>".join(told.values())}</td></tr></table>'


def _words(colour: str, words: str, number: str = "") -> str:
    """An expression for coloured words with a number behind them."""
    start, end = text(f'<span style="color:{colour}">{words}'), text("</span>")
    return f"{start} || ' ' || {number} || {end}" if number else f"{start} || {end}"
