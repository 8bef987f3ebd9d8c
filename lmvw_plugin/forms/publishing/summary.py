# SPDX-License-Identifier: GPL-2.0-or-later
"""What everybody will see of the plans, in words and numbers, for the window."""

from __future__ import annotations

from ...core.basisset import fields as b
from ...core.confidential.public import FIELDS, PublicVersion, Version
from ...core.i18n import number, tr
from ...core.reporting import html

_MOST = 500  # names that are listed
_AT = {field.name: index for index, field in enumerate(FIELDS)}


def summary(version: Version) -> str:
    """The public plans by name, and the one sum; or one sum of all."""
    sums = dict(zip((field.name for field in b.COUNTS), version.total, strict=True))
    if not isinstance(version, PublicVersion):
        return (
            html.heading(version.title, 3)
            + html.amounts([(tr("Bruto woningen"), number(sums["bruto_totaal"])), (tr("Sloop"), number(sums["sloop_totaal"]))])
            + html.paragraph(tr("Geen plannen, geen kaart en geen aantal plannen (geheimhoudingsverklaring, deel A, punt 1)."))
        )
    names = [str(plan.values[_AT["plannaam"]] or tr("(zonder naam)")) for plan in version.plans]
    parts = [html.heading(tr("Dit ziet iedereen"), 3), html.amounts([
        (tr("Openbare plannen"), number(len(names))),
        (tr("Bruto woningen in openbare plannen"), number(_total(version, "bruto_totaal"))),
        (tr("Sloop in openbare plannen"), number(_total(version, "sloop_totaal"))),
    ])]  # fmt: skip
    parts += [html.heading(tr("En van de vertrouwelijke plannen alleen hun som"), 3), html.amounts([
        (tr("Bruto woningen"), number(sums["bruto_totaal"])),
        (tr("Sloop"), number(sums["sloop_totaal"])),
    ])]  # fmt: skip
    parts.append(html.paragraph(tr("Zonder naam, status, plaats en aantal plannen (Dataprotocol art. 13.d en 14).")))
    if names:
        shown = names[:_MOST] + ([tr("en nog {count}").format(count=number(len(names) - _MOST))] if len(names) > _MOST else [])
        parts += [html.heading(tr("De openbare plannen"), 3), html.bullets(shown)]
    return "".join(parts)


def _total(version: PublicVersion, name: str) -> int:
    counts = (plan.values[_AT[name]] for plan in version.plans)
    return sum(count for count in counts if isinstance(count, int))
