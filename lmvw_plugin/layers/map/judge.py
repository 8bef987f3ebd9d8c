# SPDX-License-Identifier: GPL-2.0-or-later
"""Judges again what an edit touches: the plan itself, the plans beside it, and those that are called like it; all as a whole check would.

It keeps of every plan what the rules about more than one plan ask for, so that it reads no layer: it works on any thread, on one at a time.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from qgis.core import QgsFeature, QgsGeometry

from ...core.asking.offers import Offers
from ...core.asking.proposals import Proposal
from ...core.asking.questions import open_fields
from ...core.basisset import fields as b
from ...core.basisset.peildatum import Peildatum
from ...core.basisset.values import text_or_none
from ...core.feedback import Feedback
from ...core.i18n import tr
from ...core.names.between import BETWEEN
from ...core.names.namesakes import Namesakes
from ...core.names.numbers import check_numbers, number_of
from ...core.names.rules import WITHIN, NameEntry, NameSource, check_source
from ...core.rules.acceptance import Acceptances, toelichting_of
from ...core.rules.catalogue import OF_BAG, OF_PROVINCE, SINCE
from ...core.rules.findings import Finding
from ...core.rules.ledger import Anew
from ...core.rules.plans import Plan, check_gemeente, check_plan
from ...core.rules.yardstick import OF_PLUGIN, Yardstick
from ..polygons.nearby import Nearby
from ..polygons.reading import Piece
from ..polygons.rules import BY_THEMSELVES, IN_BOUNDARY, check_polygons

_KEPT = ("plan_id", "plannummer", "plannaam", "gemeente_code", "planstatus", "gerealiseerd", "vervallen", "bruto_totaal", "toelichting")
_LAYER_ONLY = BETWEEN | SINCE | OF_BAG | OF_PROVINCE | {"D1"}  # what only a whole check can say
_NEW = 1 << 40  # plans that are not saved come after all that are
_BESIDE = 0.01  # metres: what is this near is judged together, whatever the tolerance


@dataclass(frozen=True, slots=True)
class Edit:
    """A plan as it is now, by its plan_id; without ``plan`` it is gone."""

    key: str
    plan: Plan | None = None
    polygon: QgsGeometry = field(default_factory=QgsGeometry)
    fid: int = 0
    feature: QgsFeature | None = None  # as it was read, for its print


@dataclass(slots=True)
class Judgement:
    """What came of some edits. ``sizes``: dwellings of the plans that changed, None of those that went; ``statuses``: their planstatus.

    ``proposed``: what waits for a person, of the plans that changed.
    ``prints``: what the plans that changed are now, as ``plan_layer.fingerprint`` has it.
    ``moved``: plans whose name, standing or polygon is another than before.
    """

    anew: list[Anew] = field(default_factory=list)
    sizes: dict[str, int | None] = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)
    statuses: dict[str, str] = field(default_factory=dict)
    proposed: dict[str, Sequence[Proposal]] = field(default_factory=dict)
    prints: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Known:
    plan: dict[str, object]
    wkb: bytes
    order: int  # in the order of the layer


class Judge:
    """The plans of a plan file as far as the judgement of one depends on others.

    :param gemeente: the code of the municipality of the plan file.
    :param boundary: its area as a shapely geometry; None when rules about it are left as they are.
    :param rules: those that the check applied; no other speaks.
    :param accepted: the warnings that somebody let stay; may be replaced at any time, as may ``offers``, of what proposals are made.
    :param yardstick: how serious each rule is, and what is small enough to pass.
    """

    def __init__(
        self, peildatum: Peildatum, gemeente: str, rules: Collection[str], boundary: Any | None, polygons: bool = True,
        accepted: Acceptances | None = None, offers: Offers | None = None, yardstick: Yardstick | None = None,
    ) -> None:  # fmt: skip
        self.accepted, self.offers = accepted or Acceptances(), offers or Offers()
        self._peildatum, self._gemeente = peildatum, gemeente
        self.boundary = boundary if IN_BOUNDARY & frozenset(rules) else None
        cannot = (
            BETWEEN
            | SINCE
            | OF_BAG
            | OF_PROVINCE
            | (frozenset() if polygons else BY_THEMSELVES)
            | (frozenset() if polygons and self.boundary is not None else IN_BOUNDARY)
        )
        self.unjudged = cannot & frozenset(rules)  # what it leaves as it was
        self._polygons, self._yardstick = polygons, yardstick or OF_PLUGIN
        self._known: dict[str, _Known] = {}
        self._of_gemeente: dict[object, list[int]] = {}
        self._names, self._nearby = Namesakes(), Nearby()

    def keys(self) -> dict[int, str]:
        """The plans that are saved, by the number that the layer gives them."""
        return {known.order: key for key, known in self._known.items() if known.order < _NEW}

    def know(self, key: str, plan: Plan, polygon: QgsGeometry, fid: int) -> None:
        """A plan is there, or is as it is now; nothing is judged."""
        self.forget(key)
        kept = {name: plan.get(name) for name in _KEPT}
        order = _order(fid)
        self._known[key] = _Known(kept, polygon.asWkb().data(), order)
        insort(self._of_gemeente.setdefault(kept["gemeente_code"], []), order)
        self._names.put(key, kept["gemeente_code"], text_or_none(kept["plannaam"]), number_of(kept))
        self._nearby.put(key, polygon)

    def forget(self, key: str) -> None:
        """A plan is gone."""
        known = self._known.pop(key, None)
        if known is not None:
            places = self._of_gemeente[known.plan["gemeente_code"]]
            del places[bisect_left(places, known.order)]
            self._names.drop(key)
            self._nearby.drop(key)

    def again(self, edits: Iterable[Edit], feedback: Feedback) -> Judgement:
        """What is found now about the plans that changed, and about those of which something is said that depends on them.

        :raises Cancelled: when the user cancels.
        """
        judgement, now = Judgement(), {edit.key: edit for edit in edits}
        judgement.moved = {key for key, edit in now.items() if self._is_moved(edit)}
        named, near = self._names.around(judgement.moved), self._nearby.around(judgement.moved, self._room)
        for key, edit in now.items():
            if edit.plan is None:
                self.forget(key)
                judgement.sizes[key] = None
                continue
            if key in judgement.moved:
                self.know(key, edit.plan, edit.polygon, edit.fid)
            bruto = edit.plan.get("bruto_totaal")
            judgement.statuses[key] = str(edit.plan.get("planstatus") or "")
            judgement.sizes[key] = bruto if isinstance(bruto, int) else 0
            alone = [*check_plan(edit.plan, self._peildatum), *check_gemeente(edit.plan, self._gemeente)]
            judgement.proposed[key] = tuple(self.offers.of(edit.plan, open_fields(alone), self._peildatum).values())
            judgement.anew.append(Anew(key, self._of_plan, alone))
        judgement.anew += self._by_name((named | self._names.around(judgement.moved)) & self._known.keys())
        if self._polygons:
            judgement.anew += self._by_polygon((near | self._nearby.around(judgement.moved, self._room)) & self._known.keys(), feedback)
        judgement.anew = [replace(judged, findings=self._let_be(judged)) for judged in judgement.anew]
        return judgement

    def _let_be(self, judged: Anew) -> list[Finding]:
        """As serious as it is here, and with what was accepted of it."""
        known = self._known.get(judged.plan)
        return self.accepted.applied(
            self._yardstick.applied(judged.findings), {judged.plan: toelichting_of(known.plan)} if known is not None else {}
        )

    @property
    def _room(self) -> float:
        return max(self._yardstick.tolerances.gap_m, 0) + _BESIDE

    def _is_moved(self, edit: Edit) -> bool:
        known = self._known.get(edit.key)
        if known is None or edit.plan is None:
            return True
        same = known.order == _order(edit.fid) and all(known.plan[name] == edit.plan.get(name) for name in _KEPT)
        return not same or known.wkb != edit.polygon.asWkb().data()

    def _in_order(self, keys: Iterable[str]) -> list[str]:
        return sorted(keys, key=lambda key: self._known[key].order)

    # -- what each rule speaks of -----------------------------------------------------------------------------------

    def _by_name(self, keys: set[str]) -> Iterator[Anew]:
        """As ``check_names`` of all plans, about these."""
        together: dict[object, list[NameEntry]] = {}
        for key in self._in_order(self._names.around(keys)):
            plan, order = self._known[key].plan, self._known[key].order
            number = bisect_left(self._of_gemeente[plan["gemeente_code"]], order) + 1
            entry = NameEntry(text_or_none(plan["plannaam"]), tr("plan {number}").format(number=number), plan)
            together.setdefault(plan["gemeente_code"], []).append(entry)
        findings = [
            finding
            for entries in together.values()
            for finding in (
                *check_source(NameSource("", tuple(entries)), in_words=False),
                *check_numbers(entry.plan for entry in entries if entry.plan),
            )
        ]
        return _each(keys, findings, lambda finding: finding.regel in WITHIN)

    def _by_polygon(self, keys: set[str], feedback: Feedback) -> Iterator[Anew]:
        """As ``check_polygons`` of all plans, about these."""
        if not keys:
            return iter(())
        piece = Piece()
        for number, key in enumerate(self._in_order(self._nearby.around(keys, self._room))):
            known, polygon = self._known[key], QgsGeometry()
            polygon.fromWkb(known.wkb)
            piece.add(number, known.plan, polygon)
        findings = check_polygons(piece.polygons(), self.boundary, self._yardstick.tolerances, feedback)
        return _each(keys, findings, lambda finding: finding.veld == b.GEOMETRY and finding.regel not in self.unjudged)

    def _of_plan(self, finding: Finding) -> bool:
        return finding.regel not in WITHIN | _LAYER_ONLY and finding.veld != b.GEOMETRY


def _order(fid: int) -> int:
    return fid if fid >= 0 else _NEW - fid


def _each(keys: Iterable[str], findings: Sequence[Finding], belongs: Any) -> Iterator[Anew]:
    by_plan: dict[str, list[Finding]] = {key: [] for key in keys}
    for finding in findings:
        if finding.plan_id in by_plan:
            by_plan[finding.plan_id].append(finding)
    return (Anew(key, belongs, findings) for key, findings in by_plan.items())
