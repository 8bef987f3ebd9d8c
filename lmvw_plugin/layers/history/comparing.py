# SPDX-License-Identifier: GPL-2.0-or-later
"""Two deliveries that were read, compared with what people decided about them: the one way to a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ...core.errors import LmvwError
from ...core.feedback import Feedback, Part
from ...core.history.decisions import Decision, applied, stale
from ...core.history.evidence import Evidence, candidates
from ...core.history.facts import Comparison, facts_of
from ...core.history.pairing import pair
from ...core.history.sides import Ground, Link
from ...core.i18n import tr
from .lying import ground, remarks
from .reading import Drawn


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, with what it was made of.

    ``known``: what speaks for each pair; ``stale``: decisions that no longer hold, for their plans changed.
    """

    comparison: Comparison
    then: Drawn
    now: Drawn
    ground: Ground
    known: Mapping[Link, Evidence]
    stale: int = 0

    @property
    def notes(self) -> list[str]:
        """What to say of how the two were read and laid over each other."""
        return [*self.then.notes, *self.now.notes, *remarks(self.ground), *stale(self.stale)]

    def again(self, decisions: Iterable[Decision], feedback: Feedback) -> Compared:
        """The same deliveries with other decisions: nothing is read or measured anew.

        :raises Cancelled: when the user cancels.
        """
        then, now = self.then.side, self.now.side
        decided = applied(decisions, then, now, self.ground)
        pairing = pair(then, now, self.ground, Part(feedback, 0, 40), decided, self.known)
        comparison = facts_of(then, now, self.ground, pairing, Part(feedback, 40, 100))
        return replace(self, comparison=comparison, stale=decided.stale)


def compare(then: Drawn, now: Drawn, decisions: Iterable[Decision], feedback: Feedback) -> Compared:
    """What became of every plan.

    :raises Cancelled: when the user cancels.
    :raises LmvwError: when they are of different municipalities, or shapely 2 is missing.
    """
    if then.gemeente and now.gemeente and not (now.gemeente.came_of(then.gemeente) or then.gemeente.came_of(now.gemeente)):
        raise LmvwError(
            tr("‘{then}’ is van gemeente {one} en ‘{now}’ van gemeente {other}; kies twee leveringen van dezelfde gemeente.").format(
                then=then.side.title, now=now.side.title, one=then.gemeente.name, other=now.gemeente.name
            )
        )
    lying = ground(then.shapes, now.shapes, Part(feedback, 0, 60))
    known = candidates(then.side, now.side, lying, Part(feedback, 60, 90))
    nothing_yet = Compared(Comparison(then.side, now.side, ()), then, now, lying, known)
    return nothing_yet.again(decisions, Part(feedback, 90, 100))
