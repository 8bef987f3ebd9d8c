# SPDX-License-Identifier: GPL-2.0-or-later
"""What came back in invulbladen against what was sent and what the plan file holds now: three ways, field by field."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..asking import explaining
from ..basisset import fields as b
from ..basisset.values import as_text
from ..errors import LmvwError
from ..i18n import later, tr
from ..importing.match import Existing
from ..importing.update import Change, Key, Update, shown
from .moved import moved, plain
from .progress import Sent
from .sheets import ASKED

Plans = Mapping[str, Mapping[str, object]]  # by plan_id and field
STRUCK = later("de cel is doorgehaald")
_UNSAID = object()
_BRIEF = 60  # characters of an answer that a reason tells


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """A cell that cannot be read as a value of its field, and why; ``title`` is that of the field.

    ``about``: what is to be said of this cell alone, before the ``problem``. ``common``: a whole column mostly has it, as when it is in euros.
    """

    plan_id: str
    cell: str
    title: str
    value: str
    problem: str
    about: str = ""
    common: bool = False


@dataclass(frozen=True, slots=True)
class Came:
    """A workbook that came back. ``passed``: sentences on what else in it is not taken over; each begins with its sheet.

    ``others``: further rows of a plan that is already there and differ from it, each with its number as ``row``; ``twice``: the
    plans that have them. ``rows``: the number of its row, by plan_id. ``cells``: the cell of each value, by plan_id and field.
    ``struck``: the cells with a line through them. ``heads``: by field what a person reads above its column, where that is the name of another
    field. ``merged``: the range that a cell was merged into, by cell. ``leader``: who the sheet says it is of.
    """

    file: str
    mark: str
    plans: Plans
    unread: Sequence[NoAnswer] = ()
    others: Sequence[Came] = ()
    row: int | None = None
    twice: Collection[str] = ()
    passed: Sequence[str] = ()
    rows: Mapping[str, int] = field(default_factory=dict)
    cells: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    struck: Sequence[str] = ()
    heads: Mapping[str, str] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    leader: str = ""

    def cell(self, plan_id: str, veld: str) -> str:
        """Where a value stands; empty when that is not known."""
        return self.cells.get(plan_id, {}).get(veld, "")

    def says_as(self, other: Came) -> bool:
        """It is a copy of another workbook, in which nothing differs."""
        rows = [row.plans for row in self.others]
        again = [row.plans for row in other.others]
        mine, theirs = (self.mark, self.plans, self.unread, self.passed), (other.mark, other.plans, other.unread, other.passed)
        return self.row is None and (mine, rows) == (theirs, again)


@dataclass(frozen=True, slots=True)
class Returned:
    """A workbook that came back, with what it was when it was sent."""

    came: Came
    sent: Sent

    @property
    def who(self) -> str:
        """Who answers, and in which file."""
        row = tr(", rij {row}").format(row=self.came.row) if self.came.row else ""
        return f"{self.sent.leader_text} ({self.came.file}{row})"

    @property
    def answers(self) -> dict[str, dict[str, object]]:
        """What the projectleider changed, by plan and field: a cell that says what was sent is no answer."""
        return self._cells(lambda plan_id, veld, value: not same(value, self.sent.plans[plan_id].get(veld)))

    @property
    def taken_back(self) -> dict[str, dict[str, object]]:
        """What says again what was sent although it was answered before: another copy, or an answer that is withdrawn."""
        return self._cells(
            lambda plan_id, veld, value: (
                same(value, self.sent.plans[plan_id].get(veld)) and not same(self.earlier(plan_id, veld, value), value)
            )
        )

    def earlier(self, plan_id: str, veld: str, otherwise: object = None) -> object:
        """What this invulblad answered when it was read before."""
        return self.sent.answers.get(plan_id, {}).get(veld, otherwise)

    def misnamed(self, plan_id: str) -> str:
        """The name in the row of a plan when it is that of another plan that was sent: rows were sorted or pasted without their planbestand-ID."""
        name, sent = self.came.plans.get(plan_id, {}).get("plannaam"), self.sent.plans
        if not name or plan_id not in sent or name == sent[plan_id].get("plannaam"):
            return ""
        return as_text(name) if any(name == other.get("plannaam") for other in sent.values()) else ""

    def _cells(self, counts: Callable[[str, str, object], bool]) -> dict[str, dict[str, object]]:
        answered = {
            plan_id: {
                field.name: plan[field.name] for field in ASKED if field.name in plan and counts(plan_id, field.name, plan[field.name])
            }
            for plan_id, plan in self.came.plans.items()
            if plan_id in self.sent.plans
        }
        return {plan_id: values for plan_id, values in answered.items() if values}


def same(value: object, other: object) -> bool:
    """Nobody sees a difference: white space around a text, and how its lines end, are lost on the way through a spreadsheet."""
    return type(value) is type(other) and (value == other or plain(value) == plain(other))


def merged(before: Plans, after: Plans) -> dict[str, dict[str, object]]:
    """Answers by plan and field, the later ones over the earlier ones."""
    return {plan_id: {**before.get(plan_id, {}), **after.get(plan_id, {})} for plan_id in {**before, **after}}


@dataclass(frozen=True, slots=True)
class Answer(Change):
    """A change that an invulblad asks for: who answered, and what the field was when the sheet was sent. ``doubt``: what contradicts after it.

    ``cells``: where it stands, in each sheet that gives it; ``struck``: with a line through it. ``astray``: all its row waits.
    """

    who: str = ""
    sent: object = None
    doubt: str = ""
    cells: Sequence[str] = ()
    struck: bool = False
    astray: bool = False

    def row(self) -> dict[str, Any]:
        """With who answered, for a reader."""
        return Change.row(self) | {"wie": self.who, "cel": ", ".join(self.cells), "verstuurd": shown(self.veld, self.sent)}


def compare(existing: Sequence[Existing], returned: Sequence[Returned]) -> Update:
    """What the answers would change. Certain is only the first answer to a field that is as it was sent: what a colleague changed
    meanwhile, what was emptied, and what two sheets or two readings say differently, is for a person to decide.
    """
    update = Update()
    said = _by_field(returned)
    asked = [field.name for field in ASKED]
    strays = {id(sheet): moved(sheet.came.plans, sheet.sent.plans, asked) for sheet in returned}
    came = {plan_id for sheet in returned for plan_id in sheet.came.plans}
    for plan in existing:
        plan_id = as_text(plan.values.get("plan_id") or "")
        if plan_id not in came:
            continue
        changes = [change for veld, answers in said.get(plan_id, {}).items() for change in _changes(plan, plan_id, veld, answers, strays)]
        update.changes += changes
        update.same += not changes
    return update


def choose(update: Update, chosen: Mapping[Key, bool] | None) -> Update:
    """What a person chose.

    :param chosen: the choice of ``importing.update.read_choice``; None takes all that needs no person.
    :raises LmvwError: when two answers to one question are chosen.
    """
    if chosen is not None:
        update.changes = [replace(change, accepted=chosen.get(change.key, False)) for change in update.changes]
        _require_one_each([change for change in update.changes if isinstance(change, Answer)])
    return update


Answers = dict[object, list[Returned]]  # by answer: the sheets that give it


def _by_field(returned: Sequence[Returned]) -> dict[str, dict[str, Answers]]:
    by_plan: dict[str, dict[str, Answers]] = {}
    for sheet in returned:
        _collect(by_plan, sheet, sheet.answers)
    answered = {(plan_id, veld) for plan_id, values in by_plan.items() for veld in values}
    for sheet in returned:  # beside an answer, a cell that says what was sent says nothing
        silent = {
            plan_id: {veld: new for veld, new in values.items() if (plan_id, veld) not in answered}
            for plan_id, values in sheet.taken_back.items()
        }
        _collect(by_plan, sheet, silent)
    return by_plan


def _collect(by_plan: dict[str, dict[str, Answers]], sheet: Returned, said: Plans) -> None:
    for plan_id, values in said.items():
        for veld, new in values.items():
            by_plan.setdefault(plan_id, {}).setdefault(veld, {}).setdefault(new, []).append(sheet)


def _changes(plan: Existing, plan_id: str, veld: str, answers: Answers, strays: Mapping[int, Mapping[str, str]]) -> Iterable[Answer]:
    now = plan.values.get(veld)
    for new, sheets in answers.items():
        if same(new, now):
            continue
        others = [sheet.who for other, theirs in answers.items() if other != new for sheet in theirs]
        struck, reasons = any(sheet.came.cell(plan_id, veld) in sheet.came.struck for sheet in sheets), []
        if others:
            reasons.append(tr("een ander antwoord staat in {sheets}").format(sheets=", ".join(dict.fromkeys(others))))
        misnamed = _misnamed(sheets, plan_id)
        stray = next((why for sheet in sheets if (why := strays[id(sheet)].get(plan_id))), "")
        reasons += [misnamed or stray, _misheaded(sheets, veld), _merged(sheets, plan_id, veld), tr(STRUCK) if struck else ""]
        if veld == "vertrouwelijk" and now is True and new is False:
            reasons.append(tr("het plan wordt dan openbaar (Dataprotocol art. 6 en 14)"))
        if new is None and not stray and all(sheet.sent.plans[plan_id].get(veld) is not None for sheet in sheets):
            reasons.append(tr("leeggemaakt in het invulblad"))
        reasons.append(_meanwhile(sheets, plan_id, veld, now) if others else _history(sheets, plan_id, veld, now, new))
        reason = "; ".join(filter(None, reasons))
        who, cells = (
            tuple(dict.fromkeys(said)) for said in zip(*((sheet.who, sheet.came.cell(plan_id, veld)) for sheet in sheets), strict=True)
        )
        sent = sheets[-1].sent.plans[plan_id].get(veld)
        yield Answer(
            plan_id, plan.name, veld, now, new, None, plan.fid, not reason, None, reason, ", ".join(who), sent, cells=cells, struck=struck,
            astray=bool(stray),
        )  # fmt: skip


def _history(sheets: Sequence[Returned], plan_id: str, veld: str, now: object, new: object) -> str:
    """Why what was said before, or changed since, leaves it to a person; empty for the first answer to a field that is as it was sent."""
    sent = [sheet.sent.plans[plan_id].get(veld) for sheet in sheets]
    before = [sheet.earlier(plan_id, veld) for sheet in sheets if veld in sheet.sent.answers.get(plan_id, {})]
    others = [_brief(explaining.shown(veld, other) or tr("leeg")) for other in before if other != new]
    if new in sent and others:
        return tr("dit blad zegt wat verstuurd is; een eerder blad zei iets anders: {value}").format(value=others[-1])
    if meanwhile := _meanwhile(sheets, plan_id, veld, now):
        return meanwhile
    if others:
        return tr("een eerder blad zei iets anders: {value}").format(value=others[-1])
    if any(plan_id in sheet.came.twice for sheet in sheets):
        return tr("het plan staat meer dan één keer in dit blad")
    return tr("al eens ingelezen, en toch staat in het planbestand niet dit antwoord") if before else ""


def _misnamed(sheets: Iterable[Returned], plan_id: str) -> str:
    name = next((name for sheet in sheets if (name := sheet.misnamed(plan_id))), "")
    said = tr("in deze rij staat de naam van een ander plan: ‘{plan}’; kijk bij welk plan het antwoord hoort")
    return said.format(plan=name) if name else ""


def _misheaded(sheets: Iterable[Returned], veld: str) -> str:
    name = next((name for sheet in sheets if (name := sheet.came.heads.get(veld))), "")
    said = tr("boven deze kolom staat de naam van een ander veld: ‘{field}’; kijk bij welk veld het antwoord hoort")
    return said.format(field=name) if name else ""


def _merged(sheets: Iterable[Returned], plan_id: str, veld: str) -> str:
    within = next((cells for sheet in sheets if (cells := sheet.came.merged.get(sheet.came.cell(plan_id, veld)))), "")
    said = tr("de cel is samengevoegd ({cells}); kijk bij welk plan en veld het antwoord hoort")
    return said.format(cells=within) if within else ""


def _meanwhile(sheets: Sequence[Returned], plan_id: str, veld: str, now: object) -> str:
    """A colleague changed the field: it is not what was sent, nor what a sheet answered before."""
    known = [value for sheet in sheets for value in (sheet.sent.plans[plan_id].get(veld), sheet.earlier(plan_id, veld, _UNSAID))]
    return "" if now in known else tr("na het versturen ook in het planbestand gewijzigd")


def _brief(text: str) -> str:
    """A long text is not told whole: there would be no room for what it is about."""
    return text if len(text) <= _BRIEF else f"{text[:_BRIEF].rstrip()}…"


def _require_one_each(changes: Iterable[Answer]) -> None:
    """One answer to each question.

    :raises LmvwError: when two are chosen.
    """
    seen: dict[tuple[str | None, str | None], Answer] = {}
    for change in changes:
        if not change.accepted:
            continue
        first = seen.setdefault((change.plan_id, change.veld), change)
        if first is not change:
            said = tr(
                "Van plan ‘{plan}’ zijn voor ‘{field}’ twee antwoorden gekozen: ‘{one}’ van {who} en ‘{other}’ van {others}; kies er één."
            )
            veld = str(change.veld)
            one, other = (explaining.shown(veld, given.new) for given in (first, change))
            raise LmvwError(
                said.format(plan=change.name, field=b.BY_NAME[veld].title_at(None), one=one, who=first.who, other=other, others=change.who)
            )
