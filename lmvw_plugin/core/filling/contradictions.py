# SPDX-License-Identifier: GPL-2.0-or-later
"""What contradicts in a plan, as it is or as an answer would make it: the rules of the check, and nothing of its own."""

from __future__ import annotations

from collections.abc import Mapping

from ..basisset.peildatum import Peildatum
from ..rules.plans import check_plan

Plan = Mapping[str, object]  # by field


def wrong_in(plan: Plan, peildatum: Peildatum) -> list[str]:
    """What contradicts in a plan, a sentence each; what is only not filled in does not."""
    return [finding.melding for finding in check_plan(plan, peildatum) if finding.is_wrong]


def more_wrong(plan: Plan, answers: Plan, peildatum: Peildatum) -> str:
    """The first sentence on what answers make contradict in a plan; empty when nothing does."""
    before = wrong_in(plan, peildatum)
    return next((said for said in wrong_in({**plan, **answers}, peildatum) if said not in before), "")
