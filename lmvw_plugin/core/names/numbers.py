# SPDX-License-Identifier: GPL-2.0-or-later
"""Plannummers that more than one plan has (N1).

Invultip 5 lets files be joined by plannummer as well as by plannaam. A number may be left out, and no text forbids the same one twice: so it is a
warning. Of a finished plan only name and polygon count (Invultip 6), so its number may live on in its successor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..basisset.values import text_or_none
from ..i18n import first_few, tr
from ..rules.catalogue import RULES
from ..rules.findings import Ernst, Finding
from ..rules.plans import is_finished
from .comparing.explain import quoted

Plan = Mapping[str, object]

_FIELD = "plannummer"
_SHOWN = 3  # other plans in one sentence


def number_of(plan: Plan) -> str:
    """The plannummer without white space around it; empty where it has none, and of a finished plan."""
    return "" if is_finished(plan) else (text_or_none(plan.get(_FIELD)) or "").strip()


def check_numbers(plans: Iterable[Plan]) -> list[Finding]:
    """N1 of the plans of one municipality that have one plannummer: each names the others."""
    together: dict[str, list[Plan]] = {}
    for plan in plans:
        together.setdefault(number_of(plan), []).append(plan)
    together.pop("", None)
    return [_repeated(number, plan, alike) for number, alike in together.items() if len(alike) > 1 for plan in alike]


def _repeated(number: str, plan: Plan, alike: list[Plan]) -> Finding:
    others = [text_or_none(other.get("plannaam")) or "" for other in alike[: _SHOWN + 1] if other is not plan][:_SHOWN]
    names = [quoted(name) if name else tr("een plan zonder naam") for name in others]
    melding = tr("Plannummer {number} staat ook bij {others}; geef elk plan een eigen plannummer of laat het leeg.").format(
        number=quoted(number), others=first_few(names, len(alike) - 1, _SHOWN)
    )
    return RULES["N1"].finding(melding, plan, ernst=Ernst.WAARSCHUWING, veld=_FIELD, waarde=number, beside=[number, *sorted(others)])
