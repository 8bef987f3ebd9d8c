# SPDX-License-Identifier: GPL-2.0-or-later
"""What somebody answers: read as he types it, and written only where nobody answered yet."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from ..basisset import fields as b
from ..basisset.codelists import Code, code_list
from ..basisset.values import Reading, read_value, text_or_none, typed_count
from ..i18n import later, tr
from ..keys import key as plain
from .explaining import shown
from .proposals import Kind
from .questions import Plans

_SIGN = "?"
_BRACKETS = re.compile(r"[()]")
NOT_KNOWN = later("nog niet bekend")


class How(Enum):
    """Where an answer came from, as the history of the file keeps it."""

    ANSWER = "antwoord"
    ZERO = "zeker 0"
    UNKNOWN = "nog niet bekend"
    PROPOSAL = "voorstel bevestigd"
    REFUSED = "voorstel geweigerd"

    @property
    def fills(self) -> bool:
        """The plan gets a value; else only the history of the file knows of it."""
        return self not in (How.UNKNOWN, How.REFUSED)


class Answer(NamedTuple):
    """One field of one plan, which nobody had answered; a tuple, for one question may be answered for ten thousand plans at once.

    ``value`` is None when it is not known yet, and what was proposed when that is refused.

    :param plan_id: where it is known: a plan that was just drawn is in its form and not yet in the layer.
    """

    key: int
    veld: str
    value: object
    how: How = How.ANSWER
    reason: str = ""
    plan_id: str = ""


def answers(plans: Plans, veld: str, value: object, keys: Iterable[int], how: How = How.ANSWER) -> list[Answer]:
    """The same answer for several plans; what is filled in already is left as it is."""
    lacking = plans.lacking(veld)
    return [Answer(key, veld, value, how, "", plans.plan_id(key)) for key in dict.fromkeys(keys) if key in lacking]


def zeros(plans: Plans) -> list[Answer]:
    """What can be nothing but 0, of every plan."""
    return [
        Answer(key, veld, 0, How.ZERO, reason, plans.plan_id(key))
        for key, reasons in plans.zeros.items()
        for veld, reason in reasons.items()
    ]


def confirmed(plans: Plans, kind: Kind | None = None) -> list[Answer]:
    """What is proposed for every plan, of one kind or of all."""
    return [
        Answer(key, proposal.veld, proposal.value, How.PROPOSAL, proposal.reason, plans.plan_id(key))
        for key, proposed in plans.proposals.items()
        for proposal in proposed.values()
        if kind in (None, proposal.kind)
    ]


def refusals(those: Iterable[Answer]) -> list[Answer]:
    """These proposals, refused: the fields stay open, and the same is not proposed again."""
    return [answer._replace(how=How.REFUSED) for answer in those]


def with_status(plans: Plans, keys: Iterable[int], status: str | None) -> list[int]:
    """Those of the plans that have this planstatus; None for those without one."""
    return [key for key in keys if text_or_none(plans[key].get("planstatus")) == status]


def is_not_known(text: str) -> bool:
    """Somebody says that he does not know yet."""
    return text.strip() == _SIGN or plain(text) in map(plain, (NOT_KNOWN, tr(NOT_KNOWN)))


def read_answer(veld: str, text: str) -> Reading:
    """What somebody typed or pasted as a value of a field, in Dutch or as the screen says it; nothing and no problem where it is empty."""
    asked, text = b.BY_NAME[veld], text.strip()
    if asked.kind is b.Kind.COUNT and (count := typed_count(text)) is not None:
        return Reading(count)
    if asked.kind is b.Kind.YESNO and (yes := _yes_no(veld, text)) is not None:
        return Reading(yes)
    if asked.codes in ("plantype", "planstatus") and (code := _code(asked.codes, text)):
        return Reading(code)
    return read_value(asked, text)


def _yes_no(veld: str, text: str) -> bool | None:
    """By the word of the screen, or its first letter."""
    wanted, words = plain(text), {value: plain(shown(veld, value)) for value in (True, False)}
    return next((value for value, word in words.items() if wanted and wanted in (word, word[:1])), None)


def _code(name: str, text: str) -> str | None:
    """By the code, its label, or both as a list shows them."""
    wanted = plain(text)
    return next((code.code for code in code_list(name).values() if wanted and wanted in map(plain, _words(code))), None)


def _words(code: Code) -> Iterator[str]:
    """In Dutch and as the screen says it, also without what stands between brackets, or that alone: Verdichting (densification)."""
    on_screen = tr(code.label)
    yield code.code
    for label in (code.label, on_screen, *_BRACKETS.split(on_screen)):
        yield label
        yield f"{code.code} {label}"


@dataclass(slots=True)
class Pasted:
    """What a column of a worksheet answers, and a sentence for every row that is not understood."""

    answers: list[Answer] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def paste(plans: Plans, veld: str, text: str, rows: Sequence[int], start: int = 0) -> Pasted:
    """Read what was copied in Excel: one column goes down from a row; of two or more the first names the plan and the last answers.

    :param rows: the plans as the table shows them.
    :param start: the row to begin with.
    """
    lines = _to_last(list(csv.reader(text.splitlines(), delimiter="\t")))
    by_name = any(len(line) > 1 for line in lines)
    names = _names(plans, rows) if by_name else {}
    pasted, taken = Pasted(), set[int]()
    for number, line in enumerate(lines, 1):
        said = line[-1].strip() if line else ""
        wrong = tr("Rij {number}: {what}.")
        if by_name:
            name = line[0].strip() if line else ""
            if not name and not said:
                continue
            those: Collection[int] = names.get(plain(name), ())
            if len(those) != 1:
                what = tr("plan ‘{name}’ staat niet in deze tabel") if not those else tr("er zijn meer plannen ‘{name}’")
                pasted.said.append(wrong.format(number=number, what=what.format(name=name)))
                continue
            (key,) = those
        elif start + number <= len(rows):
            key = rows[start + number - 1]
        else:
            pasted.said.append(wrong.format(number=number, what=tr("onder de laatste rij van de tabel staat geen plan meer")))
            break
        _take(plans, veld, key, said, taken, pasted, number)
    return pasted


def _to_last(lines: list[list[str]]) -> list[list[str]]:
    """Without the empty rows below the last: who copies a whole column copies a million of them."""
    beyond = max((number for number, line in enumerate(lines, 1) if any(cell.strip() for cell in line)), default=0)
    return lines[:beyond]


def _take(plans: Plans, veld: str, key: int, said: str, taken: set[int], pasted: Pasted, number: int) -> None:
    about = {"number": number, "plan": str(plans[key].get("plannaam") or tr("(zonder naam)"))}
    if not said:
        pasted.said.append(tr("Rij {number}, plan ‘{plan}’: deze rij is leeg, er is niets ingevuld.").format(**about))
        return
    if not plans.is_open(key, veld) or key in taken:
        pasted.said.append(tr("Rij {number}, plan ‘{plan}’: dit was al ingevuld en blijft zo.").format(**about))
        return
    reading = Reading() if is_not_known(said) else read_answer(veld, said)
    if reading.problem:
        sentence = tr("Rij {number}, plan ‘{plan}’: ‘{value}’ {problem}.")
        pasted.said.append(sentence.format(**about, value=said, problem=reading.problem))
        return
    taken.add(key)
    pasted.answers.append(Answer(key, veld, reading.value, How.UNKNOWN if reading.value is None else How.ANSWER))


def _names(plans: Plans, rows: Iterable[int]) -> Mapping[str, set[int]]:
    """The plans by name and by number, without what people write differently."""
    by_name: dict[str, set[int]] = {}
    for key in rows:
        for name in (plans[key].get("plannaam"), plans[key].get("plannummer")):
            if name:
                by_name.setdefault(plain(str(name)), set()).add(key)
    return by_name
