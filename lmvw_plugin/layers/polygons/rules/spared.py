# SPDX-License-Identifier: GPL-2.0-or-later
"""One plan never stops a layer: a step that fails is done again without the plan that makes it fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import numpy as np

from ....core.errors import LmvwError
from ....core.feedback import Cancelled
from ..rings import Ints

Result = TypeVar("Result")
Failed = dict[int, str]  # row, and what went wrong in the computer's words


def spared(step: Callable[[Ints], Result], rows: Ints) -> tuple[Result, Failed]:
    """The result of a step without the rows that make it fail, and those rows with the reason.

    Which plan it is, is found by halving: of the shortest run of rows that fails, it is the last; a pair that only fails together loses one.

    :raises Cancelled: when the user cancels.
    :raises LmvwError: as the step does: a sentence for the user is no failure.
    """
    failed: Failed = {}
    while True:
        result, reason = _tried(step, rows)
        if not reason:
            return result, failed  # type: ignore[return-value]  # without a reason there is a result
        good, bad = 0, len(rows)
        if not bad:
            raise RuntimeError(reason)  # it fails without any plan: then it is no plan's fault
        while bad - good > 1:
            middle = (good + bad) // 2
            if _tried(step, rows[:middle])[1]:
                bad = middle
            else:
                good = middle
        failed[int(rows[good])] = reason
        rows = np.delete(rows, good)


def _tried(step: Callable[[Ints], Result], rows: Ints) -> tuple[Result | None, str]:
    try:
        return step(rows), ""
    except (Cancelled, LmvwError):
        raise
    except Exception as error:  # whatever it is, it is told at the plan
        return None, f"{type(error).__name__}: {error}".strip()
