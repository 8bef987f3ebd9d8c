# SPDX-License-Identifier: GPL-2.0-or-later
"""What a check found: one finding per mistake, in words a planner can act on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from ..i18n import several, tr


class Ernst(Enum):
    """How serious a finding is: a ``fout`` blocks the delivery, a ``waarschuwing`` needs an explanation or a fix."""

    __hash__ = object.__hash__  # as they are compared, and much sooner than by name: findings are counted by the million

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    INFO = "info"


class Soort(Enum):
    """Two kinds of work: a question that nobody answered yet, and something that is not right. Both may hold the delivery."""

    __hash__ = object.__hash__  # as they are compared, and much sooner than by name: findings are counted by the million

    FOUT = "fout"
    INVULLEN = "invullen"


class Wie(Enum):
    """Who is to act."""

    __hash__ = object.__hash__  # as they are compared, and much sooner than by name: findings are counted by the million

    GEMEENTE = "gemeente"
    PROVINCIE = "provincie"
    PLUGIN = "plugin"  # it is done already, and to be looked at


@dataclass(frozen=True, slots=True)
class Acceptance:
    """That a warning may stay: why, who said so, and when (``jjjj-mm-dd uu:mm``)."""

    toelichting: str
    wie: str = ""
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. ``place`` is the (x, y) of the error in EPSG:28992, where there is one.

    What is between two plans is one finding, at the first of them; ``ander`` is the plan_id of the second.
    ``rij`` is the feature id of the plan in the layer that was checked, where it is known: another reading may give another.
    ``oorzaak`` is the print of what a warning is about: another one when that changes. ``akkoord``: a person let the warning stay.
    """

    regel: str
    ernst: Ernst
    melding: str
    plan_id: str | None = None
    plannummer: str | None = None
    plannaam: str | None = None
    veld: str | None = None
    waarde: str | None = None
    voorstel: str | None = None
    place: tuple[float, float] | None = None
    soort: Soort = Soort.FOUT
    wie: Wie = Wie.GEMEENTE
    ander: str | None = None
    rij: int | None = field(default=None, compare=False, repr=False)
    oorzaak: str = ""
    akkoord: Acceptance | None = None

    @property
    def plans(self) -> tuple[str, ...]:
        """The plan_id of every plan it is about, the one where it is told first."""
        return tuple(filter(None, (self.plan_id, self.ander)))

    @property
    def name(self) -> str:
        """The plan by its name, or what it is about instead."""
        return self.plannaam or (
            tr("(zonder naam)") if self.plan_id else tr("(een plek op de kaart)") if self.place else tr("(de levering als geheel)")
        )

    def seen_from(self, plan_id: str) -> str:
        """What is said, for who looks at this plan: at the other one the sentence names the plan that it speaks from."""
        if plan_id != self.ander or plan_id == self.plan_id:
            return self.melding
        return tr("Bij {plan}: {melding}").format(plan=self.name, melding=self.melding)

    @property
    def is_warning(self) -> bool:
        """It waits for an explanation or a fix."""
        return self.ernst is Ernst.WAARSCHUWING and self.akkoord is None

    @property
    def can_be_accepted(self) -> bool:
        """A person may let it stay: a warning about a plan, never a mistake."""
        return self.is_warning and bool(self.plan_id and self.oorzaak)

    @property
    def is_unanswered(self) -> bool:
        """It holds the delivery until somebody fills it in."""
        return self.ernst is Ernst.FOUT and self.soort is Soort.INVULLEN

    @property
    def is_wrong(self) -> bool:
        """It holds the delivery until somebody mends it."""
        return self.ernst is Ernst.FOUT and self.soort is Soort.FOUT


GOOD, TO_FILL = "in orde", "in te vullen"  # what is said of a whole plan, beside what ``Ernst`` calls it


def outcome_of(findings: Iterable[Finding]) -> str:
    """What is said of a plan with these findings: the worst of them, where a mistake is worse than what waits for an answer."""
    gathered = list(findings)
    if any(finding.is_wrong for finding in gathered):
        return Ernst.FOUT.value
    if any(finding.is_unanswered for finding in gathered):
        return TO_FILL
    return Ernst.WAARSCHUWING.value if any(finding.is_warning for finding in gathered) else GOOD


@dataclass(frozen=True, slots=True)
class Counts:
    """How many plans were checked and what was found: ``errors`` holds the delivery, and ``unanswered`` of those are only not filled in.

    ``to_fill`` is how many plans those unanswered fields are of. ``delivered`` is how many plans go to the province; None where nobody asked.
    ``accepted`` warnings are no part of ``warnings``. ``proposals``: open fields of which is proposed what they are.
    """

    plans: int
    errors: int
    warnings: int
    infos: int
    unanswered: int = 0
    to_fill: int = 0
    delivered: int | None = None
    accepted: int = 0
    proposals: int = 0

    @classmethod
    def of(cls, plans: int, findings: Iterable[Finding], delivered: int | None = None, proposals: int = 0) -> Counts:
        """Count findings by severity and kind."""
        numbers, unanswered, waiting, accepted = dict.fromkeys(Ernst, 0), 0, set(), 0
        for finding in findings:
            if finding.akkoord is not None:
                accepted += 1
                continue
            numbers[finding.ernst] += 1
            if finding.is_unanswered:
                unanswered += 1
                waiting.add(finding.plan_id)
        return cls(
            plans, numbers[Ernst.FOUT], numbers[Ernst.WAARSCHUWING], numbers[Ernst.INFO], unanswered, len(waiting), delivered, accepted,
            proposals,
        )  # fmt: skip

    @property
    def checked(self) -> str:
        """How many plans were checked, and how many of them go, where those are not all: ``44 plannen gecontroleerd, 42 gaan mee``."""
        checked = several(self.plans, "plan gecontroleerd", "plannen gecontroleerd")
        if self.delivered in (None, self.plans):
            return checked
        return f"{checked}, {several(self.delivered or 0, 'gaat mee', 'gaan mee')}"

    @property
    def wrong(self) -> int:
        """How much of what holds the delivery is a mistake."""
        return self.errors - self.unanswered

    @property
    def holding(self) -> str:
        """What holds the delivery, in words: ``0 fouten, 36 plannen in te vullen (1.120 velden)``."""
        wrong = several(self.wrong, "fout", "fouten")
        if not self.unanswered:
            return wrong
        return tr("{wrong}, {plans} in te vullen ({fields})").format(
            wrong=wrong, plans=several(self.to_fill, "plan", "plannen"), fields=several(self.unanswered, "veld", "velden")
        )

    @property
    def warned(self) -> str:
        """The warnings in words, and apart those that were accepted: ``2 waarschuwingen, 1 geaccepteerd``."""
        warnings = several(self.warnings, "waarschuwing", "waarschuwingen")
        return f"{warnings}, {self.let_be}" if self.accepted else warnings

    @property
    def let_be(self) -> str:
        """How many warnings were accepted; empty when none was."""
        return tr("{count} geaccepteerd").format(count=self.accepted) if self.accepted else ""

    @property
    def offered(self) -> str:
        """How many proposals wait for a person; empty when none does: ``12 voorstellen wachten op u``."""
        return several(self.proposals, "voorstel wacht op u", "voorstellen wachten op u") if self.proposals else ""

    @property
    def undelivered(self) -> str:
        """The same with what is to be done about it, where a delivery is asked for; empty when none waits."""
        if not self.proposals:
            return ""
        return tr("{offered}: een voorstel wordt niet geleverd. Bevestig of weiger het in de Vragenlijst of het formulier.").format(
            offered=self.offered
        )

    @property
    def words(self) -> str:
        """What was found that asks for work; empty when nothing does."""
        warnings = several(self.warnings, "waarschuwing", "waarschuwingen") if self.warnings else ""
        return ", ".join(part for part in (self.holding if self.errors else "", warnings, self.offered) if part)
