# SPDX-License-Identifier: GPL-2.0-or-later
"""What only the municipality reads about its delivery: which plans and columns do not go to the province, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..i18n import several, tr
from ..reporting import charts, html
from .delivery import LeftOut


@dataclass(frozen=True, slots=True)
class StrangeColumn:
    """A column of the plan file that the Basisset does not have, so that it does not go with the delivery.

    ``total`` is the sum of the numbers in it, None when it holds none; ``filled`` counts the plans that have a value.
    """

    name: str
    total: int | float | None
    filled: int

    @property
    def sentence(self) -> str:
        """For window, log and report."""
        words = tr("Kolom ‘{name}’ hoort niet bij de Basisset en gaat niet mee: ingevuld bij {filled}")
        total = tr(", samen {total}").format(total=charts.number(self.total) if isinstance(self.total, int) else self.total)
        return words.format(name=self.name, filled=several(self.filled, "plan", "plannen")) + ("" if self.total is None else total) + "."


def sections(home: Sequence[tuple[str, str]], strange: Sequence[StrangeColumn], left_out: LeftOut | None) -> list[str]:
    """HTML for the report: what stays home.

    :param home: name of a plan, and why it stays.
    """
    body = [
        html.paragraph(tr("Dit rapport is alleen voor de gemeente: het noemt ook wat niet naar de provincie gaat. Stuur het niet mee."))
    ]
    if left_out:
        body.append(html.paragraph(left_out.sentence))
    if home:
        body += [html.heading(tr("Plannen die niet meegaan ({count})").format(count=len(home)))]
        body += [html.table((tr("Plan"), tr("Waarom")), list(home))]
    if strange:
        body += [html.heading(tr("Kolommen die niet meegaan")), html.bullets([column.sentence for column in strange])]
    return body
