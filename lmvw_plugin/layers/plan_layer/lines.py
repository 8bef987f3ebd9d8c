# SPDX-License-Identifier: GPL-2.0-or-later
"""The lines of text in the form: what still has to be divided, and what is missing or wrong.

Text elements of QGIS: HTML with expressions between ``[%`` and ``%]``, evaluated again with every key. Each is laid out whether
its tab is in sight or not, and QGIS does not break it: few lines, and short ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...core import colours
from ...core.basisset import fields as b
from ...core.basisset.codelists import listed
from ...core.i18n import tr
from ...core.reporting import html
from .expressions import Expressions, escaped, text

_WAITS = (b.Need.LIVE, b.Need.WHEN_COUNTED)

_HERE = "\0"  # where an expression comes in a text


def tab_title(group: b.Group) -> str:
    """One word, so that all tabs are in sight at the first size of the form."""
    return tr(group.value).split()[0]


def sum_line(e: Expressions, rule: str) -> str:
    """The sum of a tab against bruto (or sloop), and what is still to be divided."""
    total = b.SUM_OF[rule]
    whole = e.column(total.total)
    unused = f" WHEN NOT {e.judged(total)} THEN {text(tr('niet ingevuld'))}" if total.only_when_used else ""
    state = (
        f"CASE WHEN {whole} IS NULL THEN {_fill_first(total.total)}{unused}"
        f" WHEN @som > {whole} THEN {_wrong(tr('te veel:'), f'@som - {whole}')}"
        f" WHEN @som < {whole} THEN {_busy(tr('nog te verdelen:'), f'{whole} - @som')}"
        f" WHEN NOT {e.judged(total)} THEN {_busy(tr('telt op; vul lege velden met 0'))}"
        f" ELSE {_good(tr('telt op'))} END"
    )
    return _against(e, tr("Som van {parts}").format(parts=tr(total.name)), total.parts, whole, state)


def at_most_line(e: Expressions, parts: Sequence[str], name: str) -> str:
    """How many of bruto the parts are: they may leave a rest, but not be more."""
    whole = e.column("bruto_totaal")
    empty = " OR ".join(f"{e.column(part)} IS NULL" for part in parts)
    state = (
        f"CASE WHEN {whole} IS NULL THEN {_fill_first('bruto_totaal')}"
        f" WHEN @som > {whole} THEN {_wrong(tr('te veel:'), f'@som - {whole}')}"
        f" WHEN {empty} THEN {_busy(tr('nog niet alles ingevuld; vul 0 in als er geen zijn'))}"
        f" ELSE {_good(tr('past; andere woningen van dit plan:'), f'{whole} - @som')} END"
    )
    return _against(e, name, parts, whole, state)


def parts_line(e: Expressions, group: b.Group) -> str:
    """Which "of which" counts of a tab are more than the count they are part of; empty when none is."""
    said = " || ".join(
        f"CASE WHEN {e.at_most(limit)} THEN '' ELSE {_wrong(_more_than(limit))} || {text(html.BREAK)} END" for limit in _parts(group)
    )
    return f"[% {said} %]"


def has_parts(group: b.Group) -> bool:
    """A tab has "of which" counts, other than of bruto."""
    return any(_parts(group))


def _parts(group: b.Group) -> Iterator[b.AtMost]:
    return (limit for limit in b.AT_MOST if limit.whole != "bruto_totaal" and b.BY_NAME[limit.whole].group is group)


def overall_line(e: Expressions) -> str:
    """Bruto, sloop and netto where they count, and what this plan still needs, tab by tab; of answers that exclude each other all that do."""
    bruto, sloop = e.column("bruto_totaal"), e.column("sloop_totaal")
    amounts = f" || {text(f' {html.SPACE} ')} || ".join(
        f"{text(f'{label} ')} || {_number(amount)}"
        for label, amount in ((tr("Bruto"), bruto), (tr("Sloop"), sloop), (tr("Netto"), f"{bruto} - {sloop}"))
    )
    counted = f"CASE WHEN {e.finished} THEN {text(tr('Van dit plan tellen geen aantallen meer mee.'))} ELSE {amounts} END"
    asking = [group for group in b.Group if any(field.group is group and field.need in _WAITS for field in b.COLUMNS)]
    tabs = ", ".join(
        f"CASE WHEN {e.missing(group)} > 0 THEN {text(f', {tab_title(group)}: ')} || {e.missing(group)} END" for group in asking
    )
    excluding = " || ".join(
        f"CASE WHEN {condition} THEN {_wrong(words)} || {text(html.BREAK)} ELSE '' END"
        for condition, words in (
            (e.contradicts_itself, tr("Gerealiseerd en vervallen kunnen niet allebei ja zijn.")),
            (e.confidential_wrongly, tr("Dit plan kan niet vertrouwelijk zijn.")),
        )
    )
    state = (
        f"CASE WHEN NOT {e.named} THEN {_busy(tr('Geef het plan een naam.'))} || ' ' ELSE '' END ||"
        f" CASE WHEN {e.contradicts_itself} OR {e.confidential_wrongly} THEN {excluding}"
        f" WHEN {e.confidential_asked} THEN {_busy(tr('Kies of dit vervallen plan vertrouwelijk is.'))}"
        f" WHEN {e.finished} THEN {_good(tr('Naam en polygoon zijn genoeg voor dit plan.'))}"
        f" WHEN {e.status_in('eigen')} THEN {text(_stays_home())}"
        f" WHEN {e.no_count} THEN {_wrong(tr('Een aantal is een heel getal van 0 of meer: typ alleen cijfers.'))}"
        f" WHEN {e.missing()} > 0 THEN CASE WHEN {e.adds_up} THEN '' ELSE {_wrong(tr('De aantallen tellen niet op.'))} || ' ' END ||"
        f" {_busy(tr('Nog in te vullen per tabblad:'), f'substr(concat({tabs}), 3)')}"
        f" WHEN NOT {e.adds_up} THEN {_wrong(tr('Alles is ingevuld, maar de aantallen tellen niet op.'))}"
        f" ELSE {_good(tr('Compleet: alles is ingevuld en telt op.'))} END"
    )
    return f"[% {counted} || {text(html.BREAK)} || {state} %]"


def _stays_home() -> str:
    return tr("Dit plan gaat niet mee: {codes} worden niet geleverd.").format(codes=listed("eigen", tr(" en ")))


def confidential_line(e: Expressions) -> str:
    """Whether vertrouwelijk may be what it is, and why: one sentence for each state of the answer (Dataprotocol art. 6.a and 6.b)."""
    yes, open_ = e.is_yes("vertrouwelijk"), f"{e.column('vertrouwelijk')} IS NULL"
    built, dropped, hard = e.is_yes("gerealiseerd"), e.is_yes("vervallen"), e.status_in("hard")
    status = escaped(f"coalesce({e.column('planstatus')}, '')")
    states = (
        (f"{built} AND {yes}", _wrong(tr("Een gerealiseerd plan kan niet vertrouwelijk zijn (art. 6.a): kies nee."))),
        (f"{built} AND {open_}", text(tr("Bij een gerealiseerd plan mag dit leeg blijven; ja kan niet (art. 6.a)."))),
        (built, _good(tr("Nee klopt: dit plan is gerealiseerd (art. 6.a)."))),
        (f"{dropped} AND {open_}", _busy(tr("Kies ja of nee: een vervallen plan mag vertrouwelijk zijn (art. 6.b)."))),
        (f"{dropped} AND {yes}", _good(tr("Ja mag: dit plan is vervallen (art. 6.b)."))),
        (dropped, _good(tr("Nee mag; bij een vervallen plan mag ook ja (art. 6.b)."))),
        (f"{hard} AND {yes}", _wrong(tr("Bij harde planstatus {status} kan ja niet (art. 6.a): kies nee."), status)),
        (f"{hard} AND {open_}", _busy(tr("Kies nee: bij harde planstatus {status} kan ja niet (art. 6.a)."), status)),
        (hard, _good(tr("Nee klopt: planstatus {status} is hard (art. 6.a)."), status)),
        (e.status_in("zacht"), _good(tr("Ja mag zolang omwonenden niet alles van dit plan weten (art. 6.a)."))),
        ("true", _busy(tr("Kies een planstatus: ja mag alleen bij een zachte (art. 6.a)."))),
    )
    return f"[% CASE {' '.join(f'WHEN {condition} THEN {said}' for condition, said in states)} END %]"


def _against(e: Expressions, name: str, parts: Sequence[str], whole: str, state: str) -> str:
    """``state``: an expression that knows the sum of the parts as ``@som``."""
    of = text(f" {tr('van')} ")
    said = f"{_number('@som')} || {of} || {_number(whole)} || {text(f' {html.SPACE} ')} || {state}"
    return f"{name}: [% with_variable('som', {e.total_of(parts)}, {said}) %]"


def _number(amount: str) -> str:
    """An expression for what another one counts, in HTML."""
    start, end = map(text, html.strong(_HERE).split(_HERE))
    return f"{start} || coalesce({amount}, '-') || {end}"


def _more_than(limit: b.AtMost) -> str:
    (part,) = (b.BY_NAME[name].own_label for name in limit.parts)
    whole = b.BY_NAME[limit.whole].own_label
    return tr("‘{part}’ is meer dan ‘{whole}’").format(part=part, whole=whole)


def _fill_first(name: str) -> str:
    return text(tr("vul eerst ‘{label}’ in").format(label=tr(b.BY_NAME[name].label)))


def _good(words: str, more: str = "") -> str:
    return _mark(colours.GOOD, f"✔ {words}", more)


def _busy(words: str, more: str = "") -> str:
    return _mark(colours.BUSY, f"✎ {words}", more)


def _wrong(words: str, more: str = "") -> str:
    return _mark(colours.WRONG, f"⚠ {words}", more)


def _mark(ground: str, words: str, more: str) -> str:
    """An expression for white words on a ground of their own, which reads alike in a light and a dark theme.

    The sign in front says the same without colour. ``more`` is an expression for what stands in the words at ``{status}``, or behind them.
    """
    before, named, after = words.partition("{status}")
    before = before if named or not more else f"{before} "
    start, end = map(text, html.tinted(colours.marked(ground), f"{html.SPACE}{before}{_HERE}{after}{html.SPACE}").split(_HERE))
    return f"{start} || ({more}) || {end}" if more else f"{start} || {end}"
