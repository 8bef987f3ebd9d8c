# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:makefillsheets``: a workbook for each projectleider with their plans, to be sent round and filled in."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ..core.basisset import fields as b
from ..core.delivering.delivery import Delivery
from ..core.errors import LmvwError, done_already
from ..core.feedback import carried_through, watched
from ..core.filling.leaders import NOBODY, alike, by_leader
from ..core.filling.progress import Sent
from ..core.i18n import tr
from ..core.keys import key
from ..core.reporting.html import CONFIDENTIAL
from ..core.rules.plans import is_secret
from ..layers.files import require_folder
from ..layers.planfile import store as planfile
from ..layers.planfile.tables import fill_memory as memory
from ..layers.planfile.tables.confidential_table import strijdig_in
from .base import Parameters
from .faces.fillsheets import MakeFillSheetsFace
from .fillsheets import FillSheets

_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f.]+')
_LONGEST = 60  # characters of a name in a file name


class MakeFillSheets(FillSheets, MakeFillSheetsFace):
    """Writes the invulbladen and remembers what went out in them."""

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """A plan file of this version."""
        self.plan_file(parameters, context)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Write the workbooks; then remember them.

        :raises LmvwError: when there is nothing to make or it cannot be written.
        """
        from ..layers.filling import books  # needs openpyxl; the provider loads without

        path = self.plan_file(parameters, context)
        folder = Path(self.parameterAsString(parameters, "FOLDER", context)).absolute()
        require_folder(folder)
        info, rows = planfile.read_info(path), self.rows(path)
        if not rows:
            raise LmvwError(tr("Planbestand ‘{path}’ bevat geen plannen; er valt niets rond te sturen.").format(path=path))
        until, today = self.parameterAsString(parameters, "UNTIL", context).strip(), date.today().isoformat()
        leaders, sent, strijdig = by_leader(rows), [], strijdig_in(path)
        for sentence in alike(leaders):
            feedback.pushWarning(sentence)
        with _all_or_none() as made:
            for leader, plans in watched(leaders.items(), len(leaders), feedback):
                whole = [plan for plan in plans if plan.get("plan_id")]
                if len(whole) < len(plans):
                    said = tr(
                        "Plannen zonder planbestand-ID gaan niet mee: {count}. Zet het planbestand eerst goed met ‘Plannen controleren’."
                    )
                    feedback.pushWarning(said.format(count=len(plans) - len(whole)))
                values = tuple(tuple(plan.get(field.name) for field in b.COLUMNS) for plan in whole)
                confidential = any(is_secret(plan, strijdig) for plan in whole)
                target, mark = _free(folder, leader or NOBODY, str(info.peildatum), confidential), str(uuid.uuid4())
                delivery = Delivery(info.gemeente, info.peildatum, values, tuple(range(len(values))), limits=info.limits)
                books.write(target, delivery, leader or NOBODY, mark, until, confidential)
                made.append(target)
                kept = {str(plan["plan_id"]): {field.name: plan.get(field.name) for field in b.COLUMNS} for plan in whole}
                sent.append(Sent(mark, leader, target.name, today, kept))
                feedback.pushInfo(tr("{leader}: {path}").format(leader=leader or tr(NOBODY), path=target))
            carried_through()
            memory.keep_sent(path, sent)
        with done_already(tr("De invulbladen staan al wel in ‘{folder}’.").format(folder=folder)):
            return {"SHEETS": len(sent), "REPORT": self.write_report(path.parent, path, rows, self.unsaved, feedback)}


@contextmanager
def _all_or_none() -> Iterator[list[Path]]:
    """What comes in the list goes again when the rest is not carried through: the plan file would know no invulblad that came back from it."""
    made: list[Path] = []
    try:
        yield made
    except BaseException:
        for path in made:
            with suppress(OSError):  # somebody opened it already
                path.unlink()
        raise


def _free(folder: Path, leader: str, peildatum: str, confidential: bool) -> Path:
    """A name that nothing has yet, also not in other letters: Windows takes ‘Bos’ and ‘bos’ for one file, and so does who reads them."""
    name = f"invulblad_{peildatum}_{_NOT_IN_A_NAME.sub('_', leader)[:_LONGEST].strip()}"
    taken = {key(path.stem) for path in folder.iterdir()}
    word = f"_{CONFIDENTIAL}" if confidential else ""
    names = (f"{name}{'' if number == 1 else f'_{number}'}{word}" for number in count(1))
    return folder / f"{next(candidate for candidate in names if key(candidate) not in taken)}.xlsx"
