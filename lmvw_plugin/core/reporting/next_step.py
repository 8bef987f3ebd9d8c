# SPDX-License-Identifier: GPL-2.0-or-later
"""How a plan file stands, and in one sentence what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from ..i18n import moment, tr


class Todo(Enum):
    """What the next step is."""

    IMPORT = "import"
    FILL = "fill"
    CHECK = "check"
    MEND = "mend"
    DELIVER = "deliver"


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts of plans: all, those with a question that waits for an answer, and what the last check said of those it still knows.

    ``warnings``: of plans without a toelichting. ``delivered``: when all plans last went to the province for this peildatum.
    """

    plans: int
    unanswered: int = 0
    checked: datetime | None = None
    changed: int = 0  # since the check, or new
    errors: int = 0
    warnings: int = 0
    delivered: datetime | None = None
    no_polygons: bool = False  # the check could not judge any

    @property
    def went(self) -> bool:
        """It was delivered, and not checked since; a delivery judges every plan, and keeps no outcome for the map."""
        return self.delivered is not None and (self.checked is None or self.delivered >= self.checked)


def next_step(now: Standing) -> tuple[Todo, str]:
    """What to do next, and the sentence that says so."""
    if not now.plans:
        return Todo.IMPORT, tr("Er staan nog geen plannen in: importeer plannen of teken een polygoon.")
    if now.unanswered:
        return Todo.FILL, _counted(
            now.unanswered,
            now.plans,
            "Bij 1 plan is nog niet alles ingevuld.",
            "Bij {count} van de {plans} plannen is nog niet alles ingevuld.",
        )
    if now.checked is None and not now.went:
        return Todo.CHECK, tr("Alles is ingevuld, maar nog nooit gecontroleerd: controleer de plannen.")
    if now.changed:
        return Todo.CHECK, _counted(
            now.changed, now.plans, "1 plan is na de controle gewijzigd: controleer opnieuw.",
            "{count} plannen zijn na de controle gewijzigd: controleer opnieuw.",
        )  # fmt: skip
    if now.errors:
        return Todo.MEND, _counted(
            now.errors, now.plans, "1 plan heeft nog een fout: verbeter die.", "{count} plannen hebben nog een fout: verbeter die."
        )
    if now.went and now.delivered is not None:
        return Todo.DELIVER, tr(
            "Geleverd op {moment}. Wijzigt u daarna nog iets, controleer dan opnieuw en maak een nieuwe levering."
        ).format(moment=moment(now.delivered))
    if now.no_polygons:
        return Todo.CHECK, tr(
            "De polygonen zijn nog niet gecontroleerd: dat kon niet op de computer van die controle. Controleer opnieuw waar het wel kan."
        )
    if now.warnings:
        return Todo.DELIVER, _counted(
            now.warnings, now.plans, "Klaar om te leveren; 1 plan met een waarschuwing vraagt nog een toelichting.",
            "Klaar om te leveren; {count} plannen met een waarschuwing vragen nog een toelichting.",
        )  # fmt: skip
    return Todo.DELIVER, tr("Klaar om te leveren: maak de levering.")


def in_short(now: Standing) -> str:
    """What is left to do, in a few words for a list."""
    todo, _ = next_step(now)
    words = {
        Todo.IMPORT: tr("nog leeg"),
        Todo.FILL: tr("{count} nog in te vullen").format(count=now.unanswered),
        Todo.CHECK: tr("nog te controleren"),
        Todo.MEND: tr("{count} met een fout").format(count=now.errors),
        Todo.DELIVER: tr("geleverd") if now.went else tr("klaar om te leveren"),
    }
    return words[todo]


def _counted(count: int, plans: int, one: str, more: str) -> str:
    return tr(one) if count == 1 else tr(more).format(count=count, plans=plans)
