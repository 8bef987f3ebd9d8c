# SPDX-License-Identifier: GPL-2.0-or-later
"""The questions that plans leave open: the unanswered fields that hold a delivery, by field instead of by plan. The check counts the same."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Iterable, KeysView, Mapping
from dataclasses import dataclass

from ..basisset import fields as b
from ..basisset.peildatum import Peildatum
from ..basisset.values import text_or_none
from ..i18n import several, tr
from ..rules.findings import Finding
from ..rules.plans import Plan, unanswered
from ..rules.tasks import field_title
from .offers import Offers
from .proposals import Proposal
from .zeros import certain_zeros

Unknown = Collection[tuple[str, str]]  # plan_id and field: somebody was asked and does not know yet

_FIRST = ("gerealiseerd", "vervallen", "planstatus")  # an answer to these may spare all others
_NOBODY: Mapping[int, None] = {}
_ORDER = {name: index for index, name in enumerate((*_FIRST, *(field.name for field in b.COLUMNS if field.name not in _FIRST)))}
_IN_ORDER = tuple(b.BY_NAME[name] for name in _ORDER)


def open_fields(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The fields of a plan that hold a delivery because nobody answered yet, by what is found about the plan."""
    unanswered = (finding.veld for finding in findings if finding.is_unanswered and finding.veld)
    return tuple(sorted(dict.fromkeys(unanswered), key=_ORDER.__getitem__))


def asked(plan: Plan) -> tuple[str, ...]:
    """The same of a plan that nobody checked."""
    return tuple(field.name for field in unanswered(plan, _IN_ORDER))


@dataclass(frozen=True, slots=True)
class Question:
    """A field and the plans that lack it, as they are when somebody looks. ``unknown``: of how many somebody said that it is not known yet."""

    veld: str
    plans: Collection[int]
    unknown: int = 0

    @property
    def field(self) -> b.Field:
        """What is asked."""
        return b.BY_NAME[self.veld]

    def title(self, peildatum: Peildatum | None) -> str:
        """The question in short: ``Vertrouwelijk? 128 plannen``."""
        title = field_title(self.veld, peildatum)
        return tr("{field}? {plans}").format(field=title, plans=several(len(self.plans), "plan", "plannen"))


class Plans:
    """The plans of a file by a key of their own (``fid``), each with what it leaves open; kept up plan by plan."""

    def __init__(self, peildatum: Peildatum, offers: Offers | None = None) -> None:
        self.peildatum = peildatum
        self.offers = offers or Offers()
        self._proposals: dict[int, dict[str, Proposal]] = {}
        self._plans: dict[int, dict[str, object]] = {}
        self._open: dict[int, tuple[str, ...]] = {}
        self._lacking: dict[str, dict[int, None]] = {}  # by field, the plans that leave it open
        self._zeros: dict[int, dict[str, str]] = {}
        self._statuses: dict[int, str | None] = {}
        self._places: dict[int, tuple[str, int]] = {}  # by its name, without capitals
        self._in_order: list[tuple[str, int]] = []

    def put(self, key: int, plan: Plan) -> None:
        """A plan as it is now."""
        self._plans[key] = dict(plan)
        self._statuses[key] = text_or_none(plan.get("planstatus"))
        self._place(key, (str(plan.get("plannaam") or "").casefold(), key))
        self.judge(key)

    def change(self, key: int, veld: str, value: object) -> None:
        """One field of a plan is another than it was: an answer is asked no more; what else follows from it is judged yet."""
        plan = self._plans.get(key)
        if plan is None or veld not in plan:
            return
        plan[veld] = value
        if value is not None and key in self._lacking.get(veld, _NOBODY):
            self._close(key, veld)
        if veld == "planstatus":
            self._statuses[key] = text_or_none(value)
        elif veld == "plannaam":
            self._place(key, (str(value or "").casefold(), key))

    def judge(self, key: int) -> None:
        """All that follows from a plan as it is now."""
        if key not in self._plans:
            return
        plan, fields = self._plans[key], asked(self._plans[key])
        self._leave_open(key, fields)
        self._zeros[key] = certain_zeros(plan, fields, self.peildatum) if fields else {}
        self._proposals[key] = self.offers.of(plan, fields, self.peildatum)

    def judge_question(self, veld: str, keys: Iterable[int]) -> None:
        """Only whether these plans leave this question open: of many the rest can wait."""
        question, lacking = (b.BY_NAME[veld],), self._lacking.setdefault(veld, {})
        for key in keys:
            if key not in self._plans or bool(unanswered(self._plans[key], question)) == (key in lacking):
                continue
            if key in lacking:
                self._close(key, veld)
            else:
                lacking[key] = None
                self._open[key] = tuple(sorted((*self._open[key], veld), key=_ORDER.__getitem__))

    def _close(self, key: int, veld: str) -> None:
        fields = self._open[key]
        place = fields.index(veld)
        self._open[key] = fields[:place] + fields[place + 1 :]
        del self._lacking[veld][key]
        self._zeros[key].pop(veld, None)
        self._proposals[key].pop(veld, None)

    def offer(self, offers: Offers) -> None:
        """What proposals are made of is another."""
        self.offers = offers
        for key, plan in self._plans.items():
            self._proposals[key] = offers.of(plan, self._open[key], self.peildatum)

    def drop(self, key: int) -> None:
        """A plan that is gone."""
        self._leave_open(key, ())
        self._place(key, None)
        self._statuses.pop(key, None)
        self._plans.pop(key, None)
        self._open.pop(key, None)
        self._zeros.pop(key, None)
        self._proposals.pop(key, None)

    def _leave_open(self, key: int, fields: tuple[str, ...]) -> None:
        for veld in self._open.get(key, ()):
            if veld not in fields:
                del self._lacking[veld][key]
        for veld in fields:
            self._lacking.setdefault(veld, {})[key] = None
        self._open[key] = fields

    def _place(self, key: int, place: tuple[str, int] | None) -> None:
        was = self._places.pop(key, None)
        if place is not None:
            self._places[key] = place
        if was != place:
            if was is not None:
                del self._in_order[bisect_left(self._in_order, was)]
            if place is not None:
                insort(self._in_order, place)

    def __getitem__(self, key: int) -> Plan:
        return self._plans[key]

    def plan_id(self, key: int) -> str:
        """What a plan is called in the history of its file; empty where it has none."""
        return str(self._plans[key].get("plan_id") or "")

    def __contains__(self, key: int) -> bool:
        return key in self._plans

    def __len__(self) -> int:
        return len(self._plans)

    @property
    def open(self) -> Mapping[int, tuple[str, ...]]:
        """By key, what each plan leaves open."""
        return self._open

    @property
    def zeros(self) -> Mapping[int, Mapping[str, str]]:
        """By key, what can be nothing but 0, with the reason."""
        return self._zeros

    @property
    def proposals(self) -> Mapping[int, Mapping[str, Proposal]]:
        """By key, what each open field probably is, for a person to confirm."""
        return self._proposals

    def is_open(self, key: int, veld: str) -> bool:
        """Nobody answered this yet."""
        return veld in self._open.get(key, ())

    @property
    def complete(self) -> int:
        """How many plans leave nothing open."""
        return list(self._open.values()).count(())

    def questions(self, unknown: Unknown = (), also: str = "") -> list[Question]:
        """What is still to be asked: first what may spare other questions, then in the order of the Basisset.

        :param also: a field that keeps its place although no plan lacks it any more.
        """
        fields = {veld for veld, keys in self._lacking.items() if keys} | ({also} if also else set())
        not_known = self.not_known(unknown)
        return [Question(veld, self.lacking(veld), not_known[veld]) for veld in sorted(fields, key=_ORDER.__getitem__)]

    def lacking(self, veld: str) -> KeysView[int]:
        """The plans in which nobody answered this yet, as they are when somebody looks: a panel asks it of every field after every edit."""
        return self._lacking.get(veld, _NOBODY).keys()

    def by_name(self, some: Collection[int]) -> list[int]:
        """Some of the plans, in the order of their names."""
        return [key for _, key in self._in_order if key in some]

    def statuses(self, keys: Iterable[int]) -> Counter[str | None]:
        """How many of these plans have which planstatus; None for those without one."""
        return Counter(map(self._statuses.__getitem__, keys))

    def not_known(self, unknown: Unknown) -> Counter[str]:
        """By field, of how many plans that leave it open somebody was asked, and did not know yet."""
        asked: dict[str, set[str]] = {}
        for plan_id, veld in unknown:
            asked.setdefault(veld, set()).add(plan_id)
        return Counter({veld: sum(self.plan_id(key) in ids for key in self.lacking(veld)) for veld, ids in asked.items()})
