# SPDX-License-Identifier: GPL-2.0-or-later
"""What is 0 without asking: the parts of nothing, and what is left of a total that the other parts fill already (A2, A4, A5 and A6)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from ..basisset import fields as b
from ..basisset.peildatum import Peildatum
from ..i18n import later, tr
from ..rules.plans import Plan, is_count
from ..rules.tasks import field_title

_OF_NOTHING, _FULL = later("{whole} is 0"), later("de andere delen zijn samen al {count}, evenveel als {whole}")
_FAMILIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    *((total.total, total.parts) for total in b.SUMS),
    *((limit.whole, limit.parts) for limit in b.AT_MOST),
)


def certain_zeros(plan: Plan, wanted: Collection[str], peildatum: Peildatum) -> dict[str, str]:
    """Of the fields that are wanted those that can be nothing but 0, each with its reason.

    What is answered is never looked at twice: a plan that contradicts itself is a finding, and nothing follows from it.
    """
    answers, reasons = dict(plan), dict[str, str]()
    while new := dict(chain.from_iterable(_of(whole, parts, answers, wanted, peildatum) for whole, parts in _FAMILIES)):
        reasons |= {name: reason for name, reason in new.items() if name not in reasons}
        answers |= dict.fromkeys(new, 0)
    return reasons


def _of(
    whole: str, parts: Sequence[str], answers: Mapping[str, object], wanted: Collection[str], peildatum: Peildatum
) -> Iterator[tuple[str, str]]:
    total, known = answers.get(whole), [answers[name] for name in parts if answers.get(name) is not None]
    if not is_count(total) or not all(map(is_count, known)) or sum(known) != total:  # type: ignore[arg-type]  # counts
        return
    reason = tr(_FULL if total else _OF_NOTHING).format(whole=f"‘{field_title(whole, peildatum)}’", count=total)
    yield from ((name, reason) for name in parts if answers.get(name) is None and name in wanted)
