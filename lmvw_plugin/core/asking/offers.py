# SPDX-License-Identifier: GPL-2.0-or-later
"""What waits for a person to confirm or refuse: the proposals for a plan, without what is certain and what was refused."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from ..basisset.peildatum import Peildatum
from ..i18n import in_dutch, tr
from ..importing.mapping.hints import Hint
from ..rules.plans import Plan
from ..rules.tasks import field_title
from .defaults import NO_DEFAULTS, Defaults
from .explaining import shown
from .proposals import Kind, Proposal, as_kept, proposals
from .zeros import certain_zeros

Refusal = tuple[str, str, str]  # plan_id, field and the value as it is kept
SIGN = "◆"  # before every proposal, wherever it is shown


@dataclass(frozen=True, slots=True)
class Offers:
    """Of what proposals are made, beside the plans: what a source said by plan_id, what a person refused, and what is
    usual in the municipality."""

    hints: Mapping[str, Sequence[Hint]] = field(default_factory=dict)
    refused: Collection[Refusal] = frozenset()
    defaults: Defaults = NO_DEFAULTS

    def of(self, plan: Plan, unanswered: Collection[str], peildatum: Peildatum) -> dict[str, Proposal]:
        """By field what a plan probably answers.

        :param unanswered: the fields that it leaves open.
        """
        if not unanswered:
            return {}
        zeros, key = certain_zeros(plan, unanswered, peildatum), str(plan.get("plan_id") or "")
        made = proposals(plan, [veld for veld in unanswered if veld not in zeros], self.hints.get(key, ()), peildatum, self.defaults)
        return {veld: proposal for veld, proposal in made.items() if not self._is_refused(key, proposal)} if self.refused else made

    def _is_refused(self, key: str, proposal: Proposal) -> bool:
        with in_dutch():  # as it is kept
            return (key, proposal.veld, as_kept(proposal.value)) in self.refused


def by_kind(proposed: Mapping[str, Collection[Proposal]]) -> list[tuple[str, int, int]]:
    """How many fields and how many plans have a proposal of each kind that there is.

    :param proposed: by plan_id.
    """
    rows = []
    for kind in Kind:
        of_kind = [sum(proposal.kind is kind for proposal in of_plan) for of_plan in proposed.values()]
        name = tr(kind.value)
        rows.append((name[:1].upper() + name[1:], sum(of_kind), sum(map(bool, of_kind))))
    return [row for row in rows if row[1]]


def in_words(proposal: Proposal) -> str:
    """A proposal for who sees its field: ``Voorstel: 10, want de bron zegt …``."""
    return tr("Voorstel: {value}, want {reason}").format(value=labelled(proposal), reason=proposal.reason)


def labelled(proposal: Proposal) -> str:
    """Its value as a list shows it."""
    return shown(proposal.veld, proposal.value)


def mark(veld: str, peildatum: Peildatum | None) -> str:
    """What a proposal for a field begins with in the words of ``told``: also a condition can look for it."""
    return f"{SIGN} {field_title(veld, peildatum)}: "


def told(offered: Collection[Proposal], peildatum: Peildatum | None) -> str:
    """All that is proposed for a plan, each with its sign and its reason; empty when nothing is."""
    return " ".join(f"{mark(proposal.veld, peildatum)}{labelled(proposal)} ({proposal.reason})" for proposal in offered)
