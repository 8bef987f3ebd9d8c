# SPDX-License-Identifier: GPL-2.0-or-later
"""What waits for a person in a plan, told beside the outcome of the last check."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ...core.asking.offers import told
from ...core.asking.questions import asked
from ...core.i18n import in_dutch
from ...core.rules.plans import Plan
from ..planfile import store as planfile
from ..planfile.tables import check_table
from ..planfile.tables.offers import offers_in


def offered(path: Path, plans: Iterable[Plan]) -> None:
    """What is proposed for these plans is another than at the check, as when somebody refused: the outcome beside them says so.

    :raises LmvwError: when the file cannot be read or written; it is as it was.
    """
    peildatum, offers, words = planfile.read_info(path).peildatum, offers_in(path), dict[str, str | None]()
    with in_dutch():  # as it is kept
        for plan in plans:
            made = offers.of(plan, asked(plan), peildatum)
            words[str(plan.get("plan_id") or "")] = told(made.values(), peildatum) or None
    check_table.offer(path, words)
