# SPDX-License-Identifier: GPL-2.0-or-later
"""Which names may be made equal, and which of them without asking."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..feedback import Feedback
from ..i18n import joined, tr
from .between import grouped, nearest, proposal, reasons
from .comparing import forms
from .comparing.explain import filled
from .comparing.likeness import Verdict, compare
from .rules import NameEntry, NameSource, require_names

# What differs is not a letter or a digit, or only whether it is a capital: two names that only this sets apart are one.
# All else is a guess, however good: Boswijk and Bosrijk are two places.
_SURE = frozenset(("white", "invisible", "unicode", "case", "dash", "quote"))


@dataclass(frozen=True, slots=True)
class Repair:
    """A pair of near names of which a person may adopt either. ``proposal`` is what both sides should say, ``why`` what differs."""

    left: str
    right: str
    proposal: str
    kinds: tuple[str, ...] = ()
    why: str = ""

    @property
    def sure(self) -> bool:
        """It is one name beyond doubt; anything else is for a person to say, name by name."""
        return set(self.kinds) <= _SURE


def repairs(left: NameSource, right: NameSource, feedback: Feedback | None = None) -> list[Repair]:
    """What can be mended: near names that are each other's only near match, and equal but unclean ones.

    Left out are names that stand more than once, and proposals that another plan carries already.

    :raises LmvwError: when one of them holds notes instead of names.
    """
    require_names(left)
    require_names(right)
    lefts, rights = left.places, right.places
    pairs = nearest(lefts, rights, feedback)
    by_left, by_right = grouped(pairs)
    candidates = [
        Repair(pair.left, pair.right, proposal(pair)[1], pair.likeness.kinds, reasons(pair, left.name, right.name))
        for pair in pairs
        if len(by_left[pair.left]) == len(by_right[pair.right]) == 1
    ]
    candidates += [
        Repair(name, name, forms.cleaned(name), ("white", "invisible"), joined(list(forms.complaints(name))))
        for name in lefts
        if name in rights and not forms.is_clean(name)
    ]
    wanted = Counter(repair.proposal for repair in candidates)
    return [
        repair
        for repair in candidates
        if wanted[repair.proposal] == len(lefts[repair.left]) == len(rights[repair.right]) == 1
        and (repair.proposal == repair.left or repair.proposal not in lefts)
        and (repair.proposal == repair.right or repair.proposal not in rights)
    ]


def repair_of_renamed(now: NameEntry, then: NameEntry) -> Repair | None:
    """What adopting the name of the previous delivery would be, of a plan whose polygon stayed."""
    likeness = compare(now.name, then.name)
    if likeness.verdict in (Verdict.SAME, Verdict.INVALID) or now.name is None or then.name is None or "\ufffd" in then.name:
        return None
    why = filled(likeness.reasons, tr("de laag"), tr("de vorige levering")) or tr("de polygoon is niet verplaatst")
    return Repair(now.name, then.name, forms.cleaned(then.name), likeness.kinds or ("place",), why)
