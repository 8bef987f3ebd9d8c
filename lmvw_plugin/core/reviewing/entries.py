# SPDX-License-Identifier: GPL-2.0-or-later
"""What reviewers said, one entry after another: nothing is ever changed or removed, so that it stays to be seen who said what and when.

An entry is of one delivery, by the checksum of its package. What is taken back is an entry too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from ..i18n import later
from ..receiving.overview import Reviewed
from ..receiving.receipts import Receipt, State, current_of
from .renewed import Renewed, Steps

Place = tuple[float, float]


class Kind(Enum):
    """What an entry does."""

    LABEL = later("label")
    REMARK = later("opmerking")
    QUESTION = later("vraag")
    SEEN = later("gezien")
    REACTION = later("reactie")
    DONE = later("afgehandeld")
    CLOSED = later("afgesloten")
    UNDONE = later("ongedaan gemaakt")


class Label(Enum):
    """What the province calls a plan (Dataprotocol art. 5.d and 5.e)."""

    NONE = later("geen")
    STRIJDIG = later("strijdig met provinciaal beleid")
    NOT_JUDGED = later("niet beoordeeld")


SAID = frozenset((Kind.REMARK.value, Kind.QUESTION.value))  # what waits until somebody calls it done
_REVIEWED = frozenset((State.CURRENT.value, State.REPLACED.value))


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that somebody said: a row of the table ``beoordelingen`` of a review file, with the names of its columns.

    ``over`` is the ``nummer`` of the entry that is done or taken back. ``place`` is in EPSG:28992, where it is about a place on the map.
    """

    nummer: str
    levering: int
    sha256: str
    gemeente_code: str
    soort: str
    wie: str
    moment: str
    plan_id: str = ""
    plannummer: str = ""
    plannaam: str = ""
    label: str = ""
    tekst: str = ""
    over: str = ""
    place: Place | None = None


class Review:
    """The review of one municipality as it stands: of the delivery that is reviewed, with what was said of those that it replaced.

    ``current`` is that delivery; None where there is none. ``labels``: by plan_id the last that was said of it. ``once``: the last label but geen
    that a plan ever had, also where it was taken back. ``remarks``: remarks and questions that are not done; ``reactions``: what the
    municipality last said of each, by its number. ``seen``: by plan_id by whom, in
    this delivery: a plan of a newer one is looked at again. ``steps``: what newer
    deliveries made of plans.
    """

    def __init__(
        self, gemeente_code: str, receipts: Sequence[Receipt], entries: Iterable[Entry], renewed: Iterable[Renewed] = ()
    ) -> None:  # fmt: skip
        self.current = current_of(receipts, gemeente_code)
        own = [receipt for receipt in receipts if receipt.gemeente_code == gemeente_code and receipt.stand in _REVIEWED]
        of, numbers = {receipt.sha256 for receipt in own}, {receipt.levering for receipt in own}
        every = [entry for entry in entries if entry.sha256 in of and entry.gemeente_code == gemeente_code]
        self.once = {entry.plan_id: entry for entry in every if entry.label not in ("", Label.NONE.value)}
        undone = {entry.over for entry in every if entry.soort == Kind.UNDONE.value}
        self._standing = [entry for entry in every if entry.soort != Kind.UNDONE.value and entry.nummer not in undone]
        self.labels = {entry.plan_id: entry for entry in self._of(Kind.LABEL)}
        done = {entry.over for entry in self._of(Kind.DONE)}
        self.remarks = [entry for entry in self._standing if entry.soort in SAID and entry.nummer not in done]
        self.reactions = {entry.over: entry for entry in self._of(Kind.REACTION)}
        self.seen: dict[str, list[str]] = {}
        for entry in self._of(Kind.SEEN):
            who = self.seen.setdefault(entry.plan_id, []) if not self.is_carried(entry) else []
            if entry.wie not in who:
                who.append(entry.wie)
        self._last_seen = {entry.plan_id: entry.levering for entry in self._of(Kind.SEEN) if self.is_carried(entry)}
        self.steps = (
            Steps(self.current.levering, (step for step in renewed if step.levering in numbers)) if self.current is not None else None
        )

    def _of(self, kind: Kind) -> list[Entry]:
        return [entry for entry in self._standing if entry.soort == kind.value]

    def is_carried(self, entry: Entry) -> bool:
        """It was said of a delivery that this one replaced."""
        return self.current is None or entry.sha256 != self.current.sha256

    @property
    def carried(self) -> list[Entry]:
        """What holds for this delivery and was said of one before."""
        there = [*self.labels.values(), *self.remarks]
        return [entry for entry in there if self.is_carried(entry) and entry.label != Label.NONE.value]

    def was_seen(self, plan_id: str) -> bool:
        """Somebody saw it in a delivery that this one replaced, and what was changed since is known."""
        return self.steps is not None and plan_id in self._last_seen and self.steps.knows(self._last_seen[plan_id])

    def renewed(self, plan_id: str) -> list[Renewed]:
        """What became of a plan since somebody saw it, or else in this delivery; oldest first."""
        if self.steps is None:
            return []
        if self.was_seen(plan_id):
            return self.steps.since(self._last_seen[plan_id], plan_id)
        return self.steps.now(plan_id) if plan_id not in self._last_seen else []

    @property
    def closed(self) -> Entry | None:
        """Who closed the review; None when nobody did, or something was said since."""
        said = (entry for entry in reversed(self._standing) if entry.soort != Kind.REACTION.value)
        last = next((entry for entry in said if not self.is_carried(entry)), None)
        return last if last is not None and last.soort == Kind.CLOSED.value else None

    @property
    def how_far(self) -> Reviewed:
        """How far it is, for the overview of all municipalities."""
        plans = (self.current.plannen or 0) if self.current is not None else 0
        labelled = sum(entry.label != Label.NONE.value for entry in self.labels.values())
        return Reviewed(plans, min(len(self.seen), plans), labelled, len(self.remarks), self.closed is not None)

    def last_of(self, who: str) -> Entry | None:
        """What a reviewer did last in this delivery: what is taken back first."""
        own = (entry for entry in reversed(self._standing) if entry.wie == who and entry.soort != Kind.REACTION.value)
        return next((entry for entry in own if not self.is_carried(entry)), None)

    def label_of(self, plan_id: str) -> Label:
        """What the province calls a plan."""
        entry = self.labels.get(plan_id)
        return Label(entry.label) if entry else Label.NONE
