# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in an invulblad: the plans of one projectleider as in the delivered workbook, and a sheet that says what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..basisset import fields as b
from ..basisset.codelists import kinds, stays_home
from ..basisset.values import text_or_none
from ..delivering import sheets as s
from ..delivering.delivery import Delivery
from ..delivering.sheets import Cells, Formula, Sheet
from ..i18n import later, tr
from ..reporting.html import only_for_some
from ..rules.plans import missing_fields

MARK = later("Kenmerk van dit invulblad")
GEMEENTE, PEILDATUM, LEADER = later("Gemeente"), later("Peildatum"), later("Projectleider")
KEYS = ("plannaam", "gemeente_code", "gemeente_naam")  # what a plan is known by, beside its plan_id, is not typed here
ASKED = tuple(field for field in b.COLUMNS if field.name not in ("plan_id", *KEYS))
LOCKED = tuple(field for field in s.FIELDS if field not in b.COLUMNS)  # answered once for the whole delivery
_NAMES = frozenset(field.name for field in ASKED)
_WAITING = tuple(field.name for field in ASKED if field.need in (b.Need.LIVE, b.Need.ALWAYS))


def waiting(plan: Mapping[str, object]) -> int:
    """How many fields of a plan still wait for an answer: those that the check asks, and none of a plan that stays at home."""
    if stays_home(text_or_none(plan.get("planstatus"))):
        return 0
    return sum(field.name in _NAMES for field in missing_fields(plan))


def fill_sheets(plans: Delivery, leader: str, mark: str, until: str, confidential: bool = False) -> dict[str, Sheet]:
    """The sheets of one projectleider, in order.

    :param confidential: among the plans are confidential ones.

    :param mark: tells, when it comes back, which one it was.
    :param until: when it is wanted back, in the sender's words.
    """
    whole = s.sheets(plans, [])
    return {
        s.UITLEG: Sheet.of(_explanation(plans, leader, mark, until, confidential)),
        s.PLANNEN: whole[s.PLANNEN],
        s.DEFINITIES: whole[s.DEFINITIES],
    }


def _explanation(plans: Delivery, leader: str, mark: str, until: str, confidential: bool) -> list[Cells]:
    asked = tr("Vul op blad Plannen de witte cellen in; grijze cellen zijn beveiligd. Vul 0 in als er geen woningen zijn en laat leeg wat u niet "
               "weet. Kies bij status, type en ja/nee uit de lijst. Rechts op dat blad ziet u of alles optelt; wat een veld betekent, staat op blad "
               "Definities. Sla het bestand op en stuur het terug.")  # fmt: skip
    rows: list[Cells] = [
        (tr("Invulblad woningbouwplannen"), only_for_some() if confidential else None),
        (tr(LEADER), leader),
        (tr(GEMEENTE), plans.gemeente.name),
        (tr(PEILDATUM), plans.peildatum.date),
        (tr("Levering"), plans.peildatum.delivery_words),
        (tr("Graag terug"), until or None),
        (tr("Wat wordt gevraagd"), asked),
        (tr(MARK), mark),
        (tr("Plan"), tr("Velden die nog leeg zijn")),
    ]
    names = [field.name for field in b.COLUMNS]
    for number, row in enumerate(plans.rows, start=s.FIRST):
        plan = dict(zip(names, row, strict=True))
        rows.append((plan["plannaam"], Formula(_still_empty(number), waiting(plan))))
    return rows


def _still_empty(number: int) -> str:
    """The formula that counts the empty cells of a row in sheet Plannen, as ``waiting`` does."""
    home = _one_of(number, [("planstatus", code.code) for code in kinds("planstatus").get("eigen", ())])
    finished = _one_of(number, [(name, tr("ja")) for name in b.FINISHES])
    return f"IF({home},0,IF({finished},0,{_empty(number, _WAITING)}))"


def _one_of(number: int, answers: Sequence[tuple[str, str]]) -> str:
    return "OR(" + ",".join(f'{s.PLANNEN}!{s.COLUMN[name]}{number}="{answer}"' for name, answer in answers) + ")"


def _empty(number: int, names: Sequence[str]) -> str:
    return "+".join(f"COUNTBLANK({s.PLANNEN}!{cells.replace('#', str(number))})" for cells in s.ranges(names))
