# SPDX-License-Identifier: GPL-2.0-or-later
"""A check that looks back: the plans that go beside those of the previous delivery, which is given or remembered by the plan file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from qgis.core import QgsGeometry

from ...core.basisset import fields as b
from ...core.basisset.codelists import every_gemeente, stays_home
from ...core.basisset.peildatum import Peildatum
from ...core.delivering.delivery import Delivery
from ...core.delivering.small_plans import sum_id
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.history.decisions import Decision
from ...core.history.facts import Comparison
from ...core.history.sides import Side, Values
from ...core.history.since import findings_since
from ...core.i18n import tr
from ...core.rules.acceptance import Acceptances
from ...core.rules.catalogue import SINCE
from ..checks import NO_PREVIOUS, Checked
from ..planfile.rows import shape_of
from ..planfile.tables import comparison_table, delivery_memory
from ..requirements import lack
from .comparing import compare
from .reading import Drawn
from .remembered import as_delivered, as_it_goes, last_delivery, stopped

_FIELDS = frozenset(field.name for field in b.COLUMNS)


@dataclass(frozen=True)
class Since:
    """What a check compares with. ``previous`` is None when there is nothing to compare with.

    ``partial``: the previous delivery was a part of the plans, so that nobody can say what was not in it. ``some``: only some of the plans of
    now are checked, so that nobody can say what is gone. ``before``: the plan_id of each plan that was ever reported as finished. ``notes``:
    sentences on deliveries of which nobody knows whether they went.
    """

    previous: Drawn | None = None
    partial: bool = False
    some: bool = False
    before: frozenset[str] = frozenset()
    decisions: Sequence[Decision] = field(default_factory=tuple)
    notes: Sequence[str] = field(default_factory=tuple)

    def checked(self, checked: Checked, accepted: Acceptances | None, feedback: Feedback) -> Checked:
        """A check with what is found beside the previous delivery.

        :param accepted: the warnings that somebody let stay.
        :raises Cancelled: when the user cancels.
        """
        why = lack("shapely") or (tr(NO_PREVIOUS) if self.previous is None else "")
        if why or self.previous is None:
            return checked.compared([], None, dict.fromkeys(SINCE, why))
        home: list[int] = []
        going: list[int] = []
        for index, plan in enumerate(checked.plans):
            (home if stays_home(str(plan.get("planstatus"))) else going).append(index)
        shapes = [shape_of(geometry) for geometry in checked.geometries.take(going)]
        codes = {str(plan.get("gemeente_code")) for plan in checked.plans}
        gemeente = every_gemeente().get(next(iter(codes))) if len(codes) == 1 else None
        now = Drawn(Side(tr("Deze levering"), [checked.plans[index] for index in going], _FIELDS, checked.peildatum), shapes, [], gemeente)
        then = without_sum(self.previous, codes)
        compared = compare(then, now, self.decisions, feedback)
        whole = not self.partial and then is self.previous
        at_home: list[Values] = [checked.plans[index] for index in home]
        findings = findings_since(compared.comparison, compared.ground, at_home, self.before, whole)
        if not self.some:
            return checked.compared(findings, accepted, {})
        findings = [finding for finding in findings if finding.regel != "S4"]
        return checked.compared(findings, accepted, {"S4": tr("niet alle plannen zijn gecontroleerd")})

    def outgoing(self, delivery: Delivery, geometries: Sequence[QgsGeometry], feedback: Feedback) -> Comparison | None:
        """What became of every plan of the previous delivery when this one goes; None where there is nothing to compare with.

        :raises Cancelled: when the user cancels.
        """
        if self.previous is None or lack("shapely"):
            return None
        then = self.previous if delivery.summed else without_sum(self.previous, [delivery.gemeente.code])
        return compare(then, as_it_goes(delivery, geometries), self.decisions, feedback).comparison


def since_of(plan_file: Path | None, peildatum: Peildatum, given: Drawn | None = None, some: bool = False) -> Since:
    """What to compare with: what was given, or else the last delivery of an earlier peildatum that the plan file remembers.

    :param plan_file: the plan file, or a copy of it; None for plans that are in none.
    :param some: only some of its plans are checked.
    :raises LmvwError: when what was given is not of an earlier peildatum, or another program keeps the file to itself.
    """
    decisions = comparison_table.read(plan_file) if plan_file else []
    before = delivery_memory.finished(plan_file, str(peildatum)) if plan_file else frozenset()
    notes = stopped(plan_file) if plan_file else []
    if given is not None:
        when = given.side.peildatum
        if when is not None and not when < peildatum:
            raise LmvwError(
                tr("De vorige levering ‘{title}’ heeft peildatum {then}; kies een levering van vóór {now}.").format(
                    title=given.side.title, then=when.words, now=peildatum.words
                )
            )
        return Since(given, False, some, before, decisions, notes)
    last = last_delivery(plan_file, peildatum) if plan_file else None
    if plan_file is None or last is None:
        return Since(notes=notes)
    return Since(as_delivered(plan_file, last), last.deel, some, before, decisions, notes)


def without_sum(then: Drawn, codes: Iterable[str]) -> Drawn:
    """The previous delivery without the plan that stood for small ones (art. 9): those are in the plan file by themselves."""
    sums = {sum_id(code) for code in codes}
    kept = [index for index, plan in enumerate(then.side.plans) if plan.get("plan_id") not in sums]
    if len(kept) == len(then.side):
        return then
    side = replace(then.side, plans=[then.side.plans[index] for index in kept])
    return replace(then, side=side, shapes=[then.shapes[index] for index in kept])
