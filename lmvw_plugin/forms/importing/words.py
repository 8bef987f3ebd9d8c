# SPDX-License-Identifier: GPL-2.0-or-later
"""How the pages of the import wizard say things."""

from __future__ import annotations

from ...core import colours
from ...core.i18n import tr
from ...core.reporting.charts import number
from ..messages import spoken


def wrong(sentence: str) -> str:
    """A sentence about what is wrong, for a label."""
    return spoken(f"⚠ {sentence}", colours.WRONG)


def counted(*counts: tuple[int, str, str]) -> str:
    """What there is, with the words for one and for more (with ``{count}``); what there is none of goes unsaid."""
    return ", ".join(tr(one) if count == 1 else tr(more).format(count=number(count)) for count, one, more in counts if count)
