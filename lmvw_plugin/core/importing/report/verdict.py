# SPDX-License-Identifier: GPL-2.0-or-later
"""The top of the import report: how it went in one sentence, and what a planner can do next."""

from __future__ import annotations

from collections.abc import Sequence

from ...i18n import several, tr
from ...reporting import html
from ...reporting.charts import number
from ..imported import Imported
from ..mapping.plan import NAME_FIELD
from ..update import Update
from .left_out import is_choice

BRUTO = "bruto_totaal"
_NAMED = 5  # municipalities in one step


def _count(count: int, one: str, many: str) -> str:
    return (one if count == 1 else many).format(n=number(count))


def verdict(result: Imported, update: Update | None) -> str:
    """What came over, what did not, and whether every dwelling is accounted for."""
    lost = [balance for balance in result.balances if not balance.holds]
    css = (
        "fout"
        if lost
        else "waarschuwing"
        if result.waiting or result.remarks or result.questions or result.twins or (update and update.undecided)
        else "goed"
    )
    waiting = ", ".join((
        _count(len(result.waiting), tr("{n} rij wacht op u"), tr("{n} rijen wachten op u")),
        _count(len(result.remarks), tr("{n} waarde is niet overgenomen"), tr("{n} waarden zijn niet overgenomen")),
    ))  # fmt: skip
    if update is not None and update.undecided:
        waiting += ", " + _count(update.undecided, tr("{n} wijziging wacht op uw keuze"), tr("{n} wijzigingen wachten op uw keuze"))
    said = [html.strong(f"{_came_over(result, update)}, {waiting}.")]
    bruto = next((balance for balance in result.balances if balance.measure == BRUTO), None)
    if lost:
        said.append(tr("De totalen van bron en plannen zijn niet gelijk; gebruik het planbestand niet voordat duidelijk is waarom."))
    elif bruto:
        balanced = tr("Bruto woningen: {source} in de bron, {target} in de plannen. Alle totalen kloppen.")
        if bruto.listed:
            balanced = tr(
                "Bruto woningen: {source} in de bron, {target} in de plannen. {aside} ontbreken nog; zij staan hieronder, er is niets zoek."
            )
        said.append(balanced.format(source=number(bruto.source), target=number(bruto.target), aside=number(bruto.listed)))
    elif result.balances:
        said.append(tr("Alle totalen kloppen."))
    if update is not None and update.after is not None:
        said.append(_in_the_file(update))
    if result.questions:
        said.append(_count(
            len(result.questions), tr("Let op: {n} kolom telt misschien woningen en is niet gebruikt; zij zit in geen van deze totalen."),
            tr("Let op: {n} kolommen tellen misschien woningen en zijn niet gebruikt; zij zitten in geen van deze totalen."),
        ))  # fmt: skip
    return html.card(css, *said)


def _in_the_file(update: Update) -> str:
    """What the plan file holds, which is more than the source when plans have left it."""
    after = update.after
    if after is None:
        return ""
    said = tr("Nu in het planbestand: {n} met {bruto} bruto") if update.applied else tr(
        "Na deze wijzigingen in het planbestand: {n} met {bruto} bruto")  # fmt: skip
    text = said.format(n=several(after.plans, "plan", "plannen"), bruto=several(after.bruto, "woning", "woningen"))
    if update.leaving:
        text += "; " + _count(len(update.leaving), tr("{n} daarvan staat niet in de bron"), tr("{n} daarvan staan niet in de bron"))
    return text + "."


def _came_over(result: Imported, update: Update | None) -> str:
    if update is None:
        return _count(len(result.plans), tr("{n} plan overgenomen"), tr("{n} plannen overgenomen"))
    if update.applied and update.added and not update.changed and not update.same:
        return _count(update.added, tr("{n} nieuw plan"), tr("{n} nieuwe plannen"))
    if update.applied:
        return tr("{changed} gewijzigd, {new} nieuw, {same} ongewijzigd").format(
            changed=_count(update.changed, tr("{n} plan"), tr("{n} plannen")), new=number(update.added), same=number(update.same)
        )
    return ", ".join((
        _count(update.changed, tr("Alleen getoond, niets veranderd: {n} plan zou wijzigen"),
               tr("Alleen getoond, niets veranderd: {n} plannen zouden wijzigen")),
        _count(update.added, tr("{n} is nieuw"), tr("{n} zijn nieuw")),
        _count(update.same, tr("{n} blijft gelijk"), tr("{n} blijven gelijk")),
    ))  # fmt: skip


def next_steps(result: Imported, update: Update | None, incomplete: int, unfilled: Sequence[str]) -> list[str]:
    """What to do, in the order in which it is best done.

    :param incomplete: how many plans still lack an answer that the Basisset asks.
    :param unfilled: titles of fields that matter and that no column fills, while columns are left over.
    """
    steps = [*result.questions, *result.twins]
    if unfilled:
        steps.append(
            tr(
                "Geen kolom vult {fields}. Staat het wel in de bron, kies de kolom dan bij het importeren onder ‘Welke kolom vult welk veld?’."
            ).format(fields=", ".join(f"‘{name}’" for name in unfilled))
        )
    if result.elsewhere:
        steps.append(
            tr(
                "Rijen van een andere gemeente zijn niet overgenomen ({others}). Zijn zij toch van u, koppel dan geen kolom aan de gemeente."
            ).format(others="; ".join(f"{name} ({count}×)" for name, count in result.elsewhere.most_common(_NAMED)))
        )
    if result.waiting:
        steps.append(
            tr(
                "Bekijk ‘Niet overgenomen rijen’. Pas zo nodig de bron aan en importeer opnieuw in dit planbestand "
                "(zonder venster: met ‘Bestaande plannen bijwerken’ aan)."
            )
        )
    if update and update.undecided:
        steps.append(tr("Bekijk ‘Wat op uw keuze wacht’. Wat u toch wilt, kiest u in de lijst van wijzigingen; dan importeert u opnieuw."))
    if update and update.leaving:
        steps.append(tr("Bekijk ‘Niet in de bron’ en kies per plan: laten staan, gerealiseerd of vervallen."))
    if update and update.doubled:
        steps.append(tr("Bekijk ‘Misschien twee keer’: daar kunnen woningen dubbel tellen."))
    if update and update.changes and not update.applied:
        steps.append(
            tr("Kies in het venster wat er verandert, en dan ‘Importeren’. Zonder venster importeert u zonder ‘Alleen tonen’; wat moet blijven "
               "zoals het is, zet u in de lijst van wijzigingen op ‘overnemen: false’.")
        )  # fmt: skip
        return [html.heading(tr("Wat u nu kunt doen")), html.steps(steps)]
    if any(is_choice(remark.veld) for remark in result.remarks):
        steps.append(
            tr("Zeg wat onbekende woorden betekenen: kies bij het importeren onder ‘Welke kolom vult welk veld?’ de code en importeer opnieuw, "
               "of vul het veld in het formulier in.")
        )  # fmt: skip
    if any(not is_choice(remark.veld) and remark.veld != NAME_FIELD for remark in result.remarks):
        steps.append(
            tr(
                "Vul zelf aan wat nodig is: onder ‘Waarden die niet zijn overgenomen’ staat per plan wat de bron zegt en waarom het leeg bleef."
            )
        )
    if result.without_polygon:
        drawn = len(result.without_polygon)
        steps.append(
            _count(
                drawn,
                tr("Teken de polygoon van {n} plan (‘Nog te tekenen’)."),
                tr("Teken de polygonen van {n} plannen (‘Nog te tekenen’)."),
            )
        )
    if incomplete:
        steps.append(
            _count(
                incomplete,
                tr("Vul in het formulier aan wat {n} plan nog mist."),
                tr("Vul in het formulier aan wat {n} plannen nog missen."),
            )
        )
    return [html.heading(tr("Wat u nu kunt doen")), html.steps([*steps, tr("Kies ‘Plannen controleren’ voordat u levert.")])]
