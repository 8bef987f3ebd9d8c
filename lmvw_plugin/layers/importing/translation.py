# SPDX-License-Identifier: GPL-2.0-or-later
"""From what was read to plans of the Basisset: by a mapping that was kept, or the one that the plugin proposes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...core.basisset.codelists import has_no_place
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.importing.imported import Imported
from ...core.importing.mapping import dated
from ...core.importing.mapping import plan as m
from ...core.importing.mapping.questions import questions
from ...core.importing.plans import import_plans
from ..planfile.store import PlanFileInfo
from .sources import ImportSources, no_plans

_OTHERS = 5  # municipalities in one sentence


@dataclass(frozen=True, slots=True)
class Translation:
    """What was read, the mapping that it was read by, and the plans that it gave."""

    read: ImportSources
    mapping: m.PlanMapping
    result: Imported


def translate(read: ImportSources, kept: m.PlanMapping | None, info: PlanFileInfo) -> Translation:
    """Make plans of what was read; what a person should know is added to its remarks and to the questions of the result.

    :param kept: the mapping of an earlier import; None for a proposal.
    :raises LmvwError: when the mapping does not fit, or no plan came over.
    """
    if kept is None:
        mapping, said = read.guess(info.peildatum), list[str]()
    else:
        mapping, said = dated.renewed(kept, read.columns, read.samples, info.peildatum)
    m.require_columns(mapping, read.columns)
    result = import_plans(read.polygons, read.sheet, mapping, info.gemeente, read.extras)
    result.strijdig = {plan_id: label for plan in result.plans if (label := read.strijdig.get(plan_id := str(plan.values["plan_id"])))}
    if not result.plans:
        raise LmvwError(_nothing_came_over(result, info, read.titles))
    result.without_polygon += [str(plan.values[m.NAME_FIELD] or "") for plan in result.plans if plan.polygon in read.undrawn]
    nowhere = {plan.values[m.NAME_FIELD] for plan in result.plans if has_no_place(plan.values.get("planstatus"))}
    result.without_polygon = [name for name in result.without_polygon if name not in nowhere]
    read.remarks += [*said, *mapping.doubts]
    result.questions += questions(mapping, read.columns, read.samples, read.known_sources)
    return Translation(read, mapping, result)


def _nothing_came_over(result: Imported, info: PlanFileInfo, titles: Sequence[str]) -> str:
    waiting = result.not_imported
    if not waiting:
        return no_plans(titles)
    if result.elsewhere:
        said = tr("Geen enkel plan is overgenomen: volgens de bron horen de plannen bij {others}, en u koos {gemeente} ({code}). "
                  "Kies de gemeente van de bron, of koppel geen kolom aan de gemeente als alle plannen van {gemeente} zijn.")  # fmt: skip
        others = tr("; ").join(f"{name} ({count}×)" for name, count in result.elsewhere.most_common(_OTHERS))
        return said.format(others=others, gemeente=info.gemeente.name, code=info.gemeente.code)
    first = next((entry for entry in waiting if any(entry.amounts.values())), waiting[0])  # a row of totals says little
    return tr("Geen enkel plan is overgenomen: {where} ({name}) {reason}.").format(where=first.where, name=first.name, reason=first.reason)
