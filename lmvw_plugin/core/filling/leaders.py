# SPDX-License-Identifier: GPL-2.0-or-later
"""Who goes about which plans, and which two names may be those of one person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..i18n import later, tr
from ..keys import key

NOBODY = later("zonder projectleider")


def leader_of(plan: Mapping[str, object]) -> str:
    """The projectleider of a plan, whatever white space is around or in the name; empty when there is none."""
    return " ".join(str(plan.get("projectleider") or "").split())


def in_words(leader: str) -> str:
    """Who it is, for a reader."""
    return leader or tr(NOBODY)


def by_leader(plans: Sequence[Mapping[str, object]]) -> dict[str, list[Mapping[str, object]]]:
    """The plans by projectleider, in the order of their names; who has none comes last."""
    plans_of: dict[str, list[Mapping[str, object]]] = {}
    for plan in plans:
        plans_of.setdefault(leader_of(plan), []).append(plan)
    return {leader: plans_of[leader] for leader in sorted(plans_of, key=lambda leader: (not leader, leader.casefold(), leader))}


def alike(leaders: Iterable[str]) -> list[str]:
    """A sentence for each set of names that differ only in case, spaces, accents or punctuation."""
    groups: dict[str, list[str]] = {}
    for leader in filter(key, leaders):
        groups.setdefault(key(leader), []).append(leader)
    said = tr(
        "Misschien dezelfde persoon: {names}. Schrijf de naam in het veld Projectleider overal gelijk, dan komen de plannen in één invulblad."
    )
    return [said.format(names=", ".join(f"‘{name}’" for name in names)) for names in groups.values() if len(names) > 1]
