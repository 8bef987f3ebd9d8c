# SPDX-License-Identifier: GPL-2.0-or-later
"""Rule S7: what a plan says of itself beside the dwellings that the BAG knows in its polygon."""

from __future__ import annotations

from ..basisset.codelists import stays_home
from ..basisset.peildatum import Peildatum
from ..i18n import number, several, tr
from ..rules.catalogue import RULES
from ..rules.findings import Finding
from ..rules.plans import is_count
from .homes import Home, Homes
from .judging import Values

RECENT = 5  # years before the peildatum: what is older stood there, or left the rest capacity long ago


def finding_of(plan: Values, homes: Homes | None, peildatum: Peildatum, rij: int | None = None) -> Finding | None:
    """The finding about one plan; None where there is nothing to say.

    A plan that runs is only spoken of when as many dwellings came in the last years as it still has to build, which it must say: homes that
    stood there before are all in use as well, and so may be those of which the year is not known.

    :param homes: None where its polygon cannot be compared.
    """
    if homes is None or plan.get("vervallen") is True or stays_home(str(plan.get("planstatus"))):
        return None
    there, used = len(homes.there), len(homes.used)
    if plan.get("gerealiseerd") is True:
        if not there:
            said = tr("Het plan is gerealiseerd, maar de BAG kent in de polygoon geen woning. Kijk gerealiseerd en de polygoon na.")
        elif used < there:
            words = tr(
                "Het plan is gerealiseerd, maar van {homes} in de polygoon zijn er {count} nog niet in gebruik. Kijk gerealiseerd na."
            )
            said = words.format(homes=several(there, "woning", "woningen"), count=number(there - used))
        else:
            return None
        return _finding(said, plan, (there, used), rij)
    recent = sum(_is_recent(home, peildatum) for home in homes.used)
    bruto = plan.get("bruto_totaal")
    if bruto is None or not is_count(bruto) or used < there or recent < max(int(str(bruto)), 1):
        return None
    words = tr(
        "Alle {homes} in de polygoon zijn in gebruik, waarvan {recent} sinds {year}. Is het plan klaar, zet gerealiseerd dan op ja; "
        "horen ze niet bij dit plan, zeg dat in de toelichting."
    )
    said = words.format(homes=several(there, "woning", "woningen"), recent=number(recent), year=peildatum.year - RECENT)
    return _finding(said, plan, (there, used, recent), rij)


def _finding(said: str, plan: Values, beside: object, rij: int | None) -> Finding:
    return RULES["S7"].finding(said, plan, beside, veld="gerealiseerd", rij=rij)


def _is_recent(home: Home, peildatum: Peildatum) -> bool:
    return home.year is not None and home.year >= peildatum.year - RECENT
