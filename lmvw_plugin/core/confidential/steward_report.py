# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of each received package, for the province itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..i18n import number, tr
from ..reporting import html


@dataclass(frozen=True, slots=True)
class Received:
    """One package: ``reason`` says why it is not in the set; ``summed``: how many confidential plans went as one (art. 8)."""

    name: str
    gemeente: str = ""
    peildatum: str = ""
    plans: int = 0
    summed: int = 0
    reason: str = ""


def steward_report(received: Sequence[Received], peildatum: str) -> str:
    """One row per package, those that are not in the set first."""
    refused = [package for package in received if package.reason]
    words = tr("{taken} van {all} pakketten zitten in de set; {refused} niet, met de reden erbij.")
    verdict = words.format(taken=number(len(received) - len(refused)), all=number(len(received)), refused=number(len(refused)))
    rows = [
        (package.name, package.gemeente, package.peildatum, "" if package.reason else number(package.plans), _how(package))
        for package in sorted(received, key=lambda package: (not package.reason, package.gemeente, package.name))
    ]
    header = (tr("Pakket"), tr("Gemeente"), tr("Peildatum"), tr("Plannen"), tr("Hoe het meegaat"))
    body = [
        html.card("waarschuwing" if refused else "goed", html.strong(tr("Alleen voor de provincie en de landelijke beheerder.")), verdict),
        html.heading(tr("Pakketten")), html.table(header, rows, (3,)),
    ]  # fmt: skip
    return html.page(
        tr("Levering aan de landelijke beheerder"), tr("peildatum {peildatum}").format(peildatum=peildatum), body, confidential=True
    )


def _how(package: Received) -> str:
    if package.reason:
        return tr("Niet opgenomen: {reason}").format(reason=package.reason)
    if package.summed:
        return tr("Vertrouwelijke plannen als één opgeteld plan op de plaats van het gemeentehuis (art. 8).")
    return tr("Elk plan afzonderlijk (art. 5.c en 7).")
