# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of one delivery, for its receipt: plans, dwellings, what is confidential, and what was found."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from ..basisset.codelists import code_list, is_hard, is_soft
from ..confidential.dividing import Standing, count_of, standing
from ..rules.acceptance import is_explained, said_in
from ..rules.catalogue import RULES
from ..rules.findings import Ernst, Finding
from ..rules.plans import Plan, is_finished


def figures(plans: Sequence[Plan], aggregates: bool, findings: Iterable[Finding]) -> dict[str, Any]:
    """By column of ``Receipt``.

    :param aggregates: the municipality chose that the province sums its confidential plans (art. 8).
    """
    live = [plan for plan in plans if not is_finished(plan)]
    bruto, sloop = (sum(count_of(plan, name) for plan in live) for name in ("bruto_totaal", "sloop_totaal"))
    hidden = sum(standing(plan) is Standing.CONFIDENTIAL for plan in live)
    return {
        "plannen": len(plans),
        "afgemeld": len(plans) - len(live),
        "bruto": bruto,
        "sloop": sloop,
        "netto": bruto - sloop,
        "bruto_hard": sum(count_of(plan, "bruto_totaal") for plan in live if is_hard(_status(plan))),
        "bruto_zacht": sum(count_of(plan, "bruto_totaal") for plan in live if is_soft(_status(plan))),
        "statussen": _statuses(live),
        "vertrouwelijk": hidden,
        "optellen": aggregates if hidden else None,
        **counted(plans, findings),
    }


def counted(plans: Sequence[Plan], findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each kind. A warning that the toelichting of its plan answers is counted apart."""
    said, many = said_in(plans), Counter[str]()
    for finding in findings:
        rule = RULES.get(finding.regel)
        if finding.is_unanswered:
            many["in_te_vullen"] += 1
        elif finding.ernst is Ernst.FOUT:
            many["fouten"] += 1
        elif finding.ernst is Ernst.WAARSCHUWING:
            many["toegelicht" if rule is not None and rule.explained and is_explained(finding, said) else "waarschuwingen"] += 1
        else:
            many["ter_info"] += 1
    return {name: many[name] for name in ("fouten", "in_te_vullen", "waarschuwingen", "toegelicht", "ter_info")}


def print_of(rows: Iterable[tuple[object, bytes | None]], aggregates: bool) -> str:
    """The print of a delivery: the same where values, polygons and choice are, whenever and by whom its files were made.

    :param rows: of each plan its values and its polygon as WKB.
    :param aggregates: the municipality chose that the province sums its confidential plans (art. 8).
    """
    digest = hashlib.sha256(b"8" if aggregates else b"")
    for values, wkb in rows:
        digest.update(repr(values).encode())
        digest.update(wkb or b"-")
    return digest.hexdigest()


def _status(plan: Plan) -> str | None:
    status = plan.get("planstatus")
    return status if isinstance(status, str) else None


def _statuses(live: Iterable[Plan]) -> str:
    """``1A: 3, 2B: 12``: in the order of the list, what is in none of it last."""
    many = Counter(_status(plan) or "?" for plan in live)
    known = [code for code in code_list("planstatus") if code in many]
    return ", ".join(f"{code}: {many[code]}" for code in [*known, *sorted(many.keys() - known)])
