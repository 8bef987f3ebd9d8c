# SPDX-License-Identifier: GPL-2.0-or-later
"""What came back in an invulblad and is no answer to what was sent: a sentence for each, so that nothing is passed over without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..basisset import fields as b
from ..basisset.values import as_text
from ..delivering.sheets import PLANNEN, UITLEG
from ..i18n import first_few, joined, number, tr
from .answers import NoAnswer, Returned
from .leaders import NOBODY, in_words
from .sheets import KEYS


@dataclass(frozen=True, slots=True)
class Known:
    """A plan of the plan file: what it is called there, and who goes about it."""

    name: str
    leader: str

    @property
    def leader_text(self) -> str:
        """For a reader."""
        return in_words(self.leader)


Plans = Mapping[str, Known]  # by plan_id


def name_of(returned: Returned, plan_id: str, plans: Plans) -> str:
    """What a plan is called: in the plan file, else when it was sent, else in the sheet."""
    if plan_id in plans:
        return plans[plan_id].name
    return as_text(returned.sent.plans.get(plan_id, {}).get("plannaam") or returned.came.plans.get(plan_id, {}).get("plannaam") or plan_id)


def unread(returned: Returned, plans: Plans) -> Iterator[str]:
    """Cells that are no answer; those of a column that show the same are told together."""
    alike: dict[tuple[str, ...], list[NoAnswer]] = {}
    for cell in returned.came.unread:
        alike.setdefault((cell.title, cell.problem, cell.about, cell.value) if cell.common else (cell.cell,), []).append(cell)
    for cells in alike.values():
        said = tr("blad {sheet}, cel {cells}: plan ‘{plan}’, {field}: ‘{value}’ {problem}. Dit antwoord is niet overgenomen.")
        if len(cells) > 1:
            said = tr(
                "blad {sheet}, cel {cells}: {field}, zoals van plan ‘{plan}’: ‘{value}’ {problem}. Deze {count} antwoorden zijn niet overgenomen."
            )
        first = cells[0]
        yield said.format(
            sheet=PLANNEN,
            cells=joined(ranges([cell.cell for cell in cells])),
            plan=name_of(returned, first.plan_id, plans),
            field=first.title,
            value=first.value,
            problem="; ".join(filter(None, (first.about, first.problem))),
            count=number(len(cells)),
        )


def ranges(cells: Iterable[str]) -> list[str]:
    """Cells of one column below each other as one: ``N5 t/m N9``."""
    runs: list[list[str]] = []
    for cell in cells:
        column, row = _split(cell)
        if runs and _split(runs[-1][-1]) == (column, row - 1):
            runs[-1][1:] = [cell]
        else:
            runs.append([cell])
    return [tr(" t/m ").join(run) for run in runs]


def _split(cell: str) -> tuple[str, int]:
    column = cell.rstrip("0123456789")
    return column, int(cell[len(column) :])


def struck(returned: Returned) -> Iterator[str]:
    """Cells with a line through them that are no answer; the answers that have one wait, and are told with those that contradict."""
    answers = {returned.came.cell(plan_id, veld) for plan_id, values in returned.answers.items() for veld in values}
    cells = ranges(cell for cell in returned.came.struck if cell not in answers)
    if cells:
        said = tr("blad {sheet}: in cel {cells} is doorgehaald wat verstuurd is, of wat geen antwoord is. Daardoor verandert niets; vraag de "
                  "projectleider wat de bedoeling is.")  # fmt: skip
        yield said.format(sheet=PLANNEN, cells=first_few(cells))


def other_leader(returned: Returned) -> Iterator[str]:
    """Another name where the sheet says whose it is."""
    came, sent = returned.came.leader.strip(), returned.sent.leader
    if came and came not in (sent or NOBODY, returned.sent.leader_text):
        said = tr("blad {sheet}: bij Projectleider staat nu ‘{came}’ en dat was ‘{sent}’. Wijzig het veld Projectleider zelf in het planbestand als "
                  "dat klopt.")  # fmt: skip
        yield said.format(sheet=UITLEG, came=came, sent=returned.sent.leader_text)


def odd_rows(returned: Returned, plans: Plans) -> Iterator[str]:
    """Rows that are not of this sheet or whose plan is gone, and keys that were typed over."""
    for plan_id, row in returned.came.rows.items():
        if plan_id in returned.sent.plans and plan_id in plans:
            yield from _typed_over(returned, plan_id, plans)
        else:
            yield _stray(returned, plan_id, plans).format(
                sheet=PLANNEN, row=row, plan=name_of(returned, plan_id, plans), leader=_leader(plan_id, plans)
            )


def missing(returned: Returned, plans: Plans) -> Iterator[str]:
    """Plans that were sent and did not come back."""
    names = [
        f"‘{name_of(returned, plan_id, plans)}’"
        for plan_id in returned.sent.plans
        if plan_id not in returned.came.rows and plan_id in plans
    ]
    if names:
        said = tr("blad {sheet}: wel verstuurd, niet teruggekomen: {plans}. Daaraan verandert niets.")
        yield said.format(sheet=PLANNEN, plans=first_few(names))


def _leader(plan_id: str, plans: Plans) -> str:
    return plans[plan_id].leader_text if plan_id in plans else ""


def _stray(returned: Returned, plan_id: str, plans: Plans) -> str:
    if plan_id in plans:
        return tr("blad {sheet}, rij {row}: plan ‘{plan}’ ({leader}) zat niet in dit invulblad; de rij is niet overgenomen. Laat dit plan "
                  "invullen in het invulblad waarin het verstuurd is.")  # fmt: skip
    if plan_id in returned.sent.plans:
        return tr("blad {sheet}, rij {row}: plan ‘{plan}’ staat niet meer in het planbestand; de rij is niet overgenomen.")
    return tr(
        "blad {sheet}, rij {row}: plan ‘{plan}’ zat niet in dit invulblad en staat niet in het planbestand; de rij is niet overgenomen."
    )


def _typed_over(returned: Returned, plan_id: str, plans: Plans) -> Iterator[str]:
    sent, came = returned.sent.plans[plan_id], returned.came.plans[plan_id]
    for veld in KEYS:
        cell = returned.came.cell(plan_id, veld)
        if not cell:
            continue
        before, now = sent.get(veld), as_text(came.get(veld) or "")
        if veld == "plannaam" and before is None:
            before = plans[plan_id].name  # sent by an older version, which kept no names
        if before is not None and now != as_text(before):
            said = tr("blad {sheet}, cel {cell}: plan ‘{plan}’, {field} is gewijzigd in ‘{value}’. Dat is niet overgenomen; wijzig het zelf in het "
                      "planbestand als het klopt.")  # fmt: skip
            title = b.BY_NAME[veld].title_at(None)
            yield said.format(sheet=PLANNEN, cell=cell, plan=plans[plan_id].name, field=title, value=now)
