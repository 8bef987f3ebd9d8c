# SPDX-License-Identifier: GPL-2.0-or-later
"""Several invulbladen read at once: what is wrong with one is told, and the rest goes on."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ...core.delivering.sheets import PLANNEN
from ...core.errors import LmvwError, sentence_of
from ...core.feedback import Feedback, watched
from ...core.filling.answers import Came, Returned
from ...core.filling.oddities import Plans, missing, odd_rows, other_leader, struck, unread
from ...core.filling.progress import Sent
from ...core.i18n import day_of, first_few, several, tr
from ..planfile.store import PlanFileInfo
from . import books

_SHEETS = frozenset((*books.READ, *books.REFUSED))
_ANSWERS = frozenset(
    (".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt", ".tsv", ".xltx", ".numbers", ".zip", ".7z", ".msg", ".eml", ".jpg", ".png")
)


@dataclass(slots=True)
class Pile:
    """What was read. ``told``: a sentence for each workbook and for each cell that is no answer, in the order of the workbooks."""

    returned: list[Returned] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    refused: int = 0
    sheets: int = 0
    unread: int = 0


def workbooks(chosen: Iterable[Path]) -> list[Path]:
    """The workbooks that are meant: of a folder all that it holds, each once.

    :raises LmvwError: when a file is not there, or a folder holds none.
    """
    by_path: dict[Path, Path] = {}
    for path in chosen:
        inside = [path]
        if path.is_dir():
            inside = sorted(file for file in path.iterdir() if file.suffix.casefold() in _SHEETS and not file.name.startswith(("~$", ".")))
            if not inside:
                raise LmvwError(tr("Map ‘{path}’ bevat geen Excel-bestanden; kies de map waarin de invulbladen staan.").format(path=path))
        elif not path.exists():
            raise LmvwError(tr("Invulblad ‘{path}’ bestaat niet; kies een bestand of map die er is.").format(path=path))
        by_path |= {file.resolve(): file for file in inside if file.resolve() not in by_path}
    return list(by_path.values())


def not_read(chosen: Iterable[Path]) -> list[str]:
    """A sentence for each folder that holds more in which somebody may have answered, or workbooks in a folder of their own."""
    said = tr("In map ‘{path}’ is niet gelezen: {names}; alleen Excel-bestanden die in de map zelf staan worden gelezen.")
    sentences = []
    for path in chosen:
        inside = sorted(path.iterdir()) if path.is_dir() else []
        unread_files = [
            f"‘{beside.name}’"
            for beside in inside
            if beside.suffix.casefold() in _ANSWERS
            or (beside.is_dir() and any(file.suffix.casefold() in _SHEETS for file in beside.iterdir()))
        ]
        if unread_files:
            sentences.append(said.format(path=path, names=first_few(unread_files)))
    return sentences


def read_all(paths: Sequence[Path], info: PlanFileInfo, sent: Sequence[Sent], plans: Plans, feedback: Feedback) -> Pile:
    """Read the workbooks that belong to a plan file.

    :param sent: what the plan file remembers of what went out.
    :param plans: what the plans are called now.
    """
    pile, known = Pile(), {sheet.mark: sheet for sheet in sent}
    for path in watched(paths, len(paths), feedback, 0, 60):
        try:
            came = _ours(path, info, known, feedback)
        except (LmvwError, OSError) as error:
            pile.told.append(sentence_of(error) if isinstance(error, OSError) else str(error))
            pile.refused += 1
            continue
        sheet = Returned(came, known[came.mark])
        twin = next((other for other in pile.returned if other.came.says_as(came)), None)
        if twin is not None:
            said = tr("‘{name}’ is hetzelfde invulblad als ‘{twin}’ en telt één keer.")
            pile.told.append(said.format(name=came.file, twin=twin.came.file))
            continue
        pile.returned.append(sheet)
        pile.sheets += 1
        pile.unread += len(came.unread)
        pile.told += [_words(sheet, sent), *(f"‘{came.file}’, {said}" for said in _oddities(sheet, plans))]
        pile.returned += [Returned(other, sheet.sent) for other in came.others]
    return pile


def _oddities(sheet: Returned, plans: Plans) -> Iterator[str]:
    """All that came back in a workbook and is no answer."""
    yield from sheet.came.passed
    yield from other_leader(sheet)
    yield from odd_rows(sheet, plans)
    yield from missing(sheet, plans)
    yield from unread(sheet, plans)
    yield from struck(sheet)
    for other in sheet.came.others:
        (plan_id,) = other.plans
        if plan_id in sheet.sent.plans and plan_id in plans:
            said = tr("blad {sheet}, rij {row}: plan ‘{plan}’ staat meer dan één keer in dit blad; elk antwoord wacht op uw keuze.")
            yield said.format(sheet=PLANNEN, row=other.row, plan=plans[plan_id].name)
        else:
            yield from odd_rows(Returned(other, sheet.sent), plans)


def _ours(path: Path, info: PlanFileInfo, known: Container[str], feedback: Feedback) -> Came:
    """Read a workbook that went out of this plan file.

    :param known: the marks of what went out.
    :raises LmvwError: when it did not, or cannot be read.
    """
    came = books.read(path, info, feedback)
    if came.mark not in known:
        raise LmvwError(
            tr("Invulblad ‘{name}’ is niet uit dit planbestand verstuurd; kies het planbestand waar het uit kwam.").format(name=path.name)
        )
    return came


def _words(sheet: Returned, sent: Sequence[Sent]) -> str:
    """One sentence on a workbook that was read; a second one when it was read before, or is not the last that was made for this person."""
    count = sum(map(len, sheet.answers.values()))
    answers = several(count, "antwoord", "antwoorden") if count else tr("geen antwoord gewijzigd")
    said = tr("{leader}, ‘{name}’: {answers}.").format(leader=sheet.sent.leader_text, name=sheet.came.file, answers=answers)
    if sheet.sent.back:
        said += " " + tr("Dit invulblad is op {day} al eens ingelezen.").format(day=day_of(sheet.sent.back))
    last = [other for other in sent if other.leader == sheet.sent.leader][-1]
    if last.mark != sheet.sent.mark:
        newer = tr("Dit is het invulblad van {day} (‘{file}’); daarna is op {later} een nieuw gemaakt (‘{newer}’).")
        said += " " + newer.format(day=day_of(sheet.sent.day), file=sheet.sent.file, later=day_of(last.day), newer=last.file)
    return said
