# SPDX-License-Identifier: GPL-2.0-or-later
"""The last check of a plan file as a whole: what was found, what ran, when, and which plans are no longer what was checked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from qgis.core import QgsFeatureSource

from ...core.basisset.peildatum import Peildatum
from ...core.feedback import Feedback, watched
from ...core.rules.coverage import Coverage, State
from ...core.rules.findings import Finding
from ...core.rules.plans import PLAN_RULES, Plan, check_plan
from ...core.rules.tasks import rank
from ..planfile import store as planfile
from ..planfile.tables import check_table
from ..sources import rows
from .check_result import Fingerprint

# On these hang rules that look at more than one plan, or at its polygon; the other answers are judged plan by plan.
OF_OTHERS = frozenset(("plannaam", "planstatus", "gerealiseerd", "vervallen", "gemeente_code"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is kept of a check, without findings about plans that are gone.

    ``sizes``: dwellings by plan_id; ``prints``: what each plan was; ``changed``: plans that are no longer that, or new.
    """

    findings: list[Finding]
    coverage: Coverage
    moment: datetime
    peildatum: Peildatum
    sizes: Mapping[str, int] = field(default_factory=dict)
    prints: Mapping[str, str] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()


def load(path: Path, source: QgsFeatureSource, feedback: Feedback) -> Outcome | None:
    """The outcome that a plan file keeps, beside the plans as they are now; None without a check. Works on any thread.

    :raises Cancelled: when the user cancels.
    :raises LmvwError: when it is not a plan file.
    """
    kept = check_table.kept(path)
    if kept is None:
        return None
    fingerprint = Fingerprint(source.fields())
    sizes: dict[str, int] = {}
    changed: dict[str, Plan] = {}
    for feature, plan in watched(rows(source), source.featureCount(), feedback):
        key, bruto = str(plan["plan_id"] or ""), plan["bruto_totaal"]
        sizes[key] = bruto if isinstance(bruto, int) else 0
        if kept.prints.get(key) != fingerprint.of(feature):
            changed[key] = plan
    peildatum = planfile.read_info(path).peildatum
    still = [finding for finding in kept.found.findings if not finding.plan_id or finding.plan_id in sizes]
    still = judged_again(still, changed.values(), peildatum)
    return Outcome(still, covered(kept.found.certificate), kept.moment, peildatum, sizes, kept.prints, frozenset(changed))


def judged_again(findings: Iterable[Finding], plans: Iterable[Plan], peildatum: Peildatum) -> list[Finding]:
    """The findings with those about the answers of these plans made anew; what is said of names and polygons stays as it was."""
    fresh = {str(plan.get("plan_id") or ""): check_plan(plan, peildatum) for plan in plans}
    kept = [one for one in findings if one.plan_id not in fresh or one.regel not in PLAN_RULES or _of_plan_file(one)]
    return sorted(dict.fromkeys([*kept, *(one for found in fresh.values() for one in found)]), key=rank) if fresh else kept


def _of_plan_file(finding: Finding) -> bool:
    """It compares a plan with its plan file (``check_gemeente``), and only that proposes the municipality of the file."""
    return finding.veld == "gemeente_code" and finding.voorstel is not None


def covered(certificate: str) -> Coverage:
    """What ran, as a certificate says it."""
    document = json.loads(certificate)
    rules = {rule["regel"]: rule for rule in document["regels"]}
    not_run = {name: str(rule["reden"] or "") for name, rule in rules.items() if rule["stand"] == State.NOT_RUN.value}
    return Coverage(int(document["plannen"]), frozenset(rules) - not_run.keys(), not_run)
