# SPDX-License-Identifier: GPL-2.0-or-later
"""Of what proposals are made, as a plan file keeps it: what its source said, what a person refused, and what is usual."""

from __future__ import annotations

from pathlib import Path

from ....core.asking.offers import Offers
from ..about import read_info
from . import answer_history, hints_table


def offers_in(path: Path, plan_id: str = "", opened: Path | None = None) -> Offers:
    """That of all plans, or of one.

    :param opened: the file that this is a copy of.
    :raises LmvwError: when another program keeps the file to itself.
    """
    refused = answer_history.refused(answer_history.read(path, plan_id))
    return Offers(hints_table.read(path, plan_id, opened), refused, read_info(path).defaults)
