# SPDX-License-Identifier: GPL-2.0-or-later
"""How many dwellings the whole location has: bruto is what remains of it, and the Basisset has no field for the whole.

The municipality's answer is a phrase in the toelichting, ``Hele locatie: 200 woningen``: so it travels with the plan, stays in
the plan file for the next delivery, and tells the province the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# A plan of several locations, such as the sum of the small plans, names the largest.
# A number without a colon is one of dwellings only when it says so: ‘de hele locatie 2026 opgeleverd’ is none.
_ANSWER = re.compile(
    r"\b(?P<which>hele|grootste)\s+locatie\s*(?::\s*(?:ca\.?|circa)?\s*|(?:telt|heeft|is|omvat)?\s*\(?(?=\d[\d.]*\s+woning))(?P<said>\d+(?:\.\d{3})*)",
    re.IGNORECASE,
)


def whole_location(plan: Mapping[str, object]) -> int | None:
    """The dwellings of the whole location, built ones too; None while the toelichting does not say. A whole is never less than what remains of it."""
    text, bruto = plan.get("toelichting"), plan.get("bruto_totaal")
    match = _ANSWER.search(text) if isinstance(text, str) else None
    if match is None:
        return None
    said = int(match["said"].replace(".", ""))
    return max(said, bruto) if isinstance(bruto, int) and match["which"].casefold() == "hele" else said


def too_small_whole(plan: Mapping[str, object]) -> int | None:
    """What the toelichting says of the whole location where that is less than what remains of it: one of the two is wrong. None where it is not."""
    bruto = plan.get("bruto_totaal")
    said = whole_location({**plan, "bruto_totaal": None})
    return said if said is not None and isinstance(bruto, int) and said < bruto and said != whole_location(plan) else None
