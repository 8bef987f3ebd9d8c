# SPDX-License-Identifier: GPL-2.0-or-later
"""The outcome of a check, plan by plan: what was found, and what the plan was when it was found.

One row per plan that was checked. Its fingerprint (``plan_layer/fingerprint``) tells whether the plan is still what the check saw.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from qgis.core import QgsFeature, QgsFields

from ...core.asking.offers import told
from ...core.basisset.peildatum import Peildatum
from ...core.feedback import Feedback, watched
from ...core.i18n import tr
from ...core.reporting.certificate import Judged, document
from ...core.reporting.unanswered import in_words
from ...core.rules.catalogue import RULES
from ...core.rules.findings import Ernst, Finding, outcome_of
from ...core.rules.tasks import rank
from ..checks import Checked, skipped_rules
from ..plan_layer.fingerprint import Fingerprint
from ..planfile import store as planfile
from ..planfile.tables import accepted_table, check_table, findings_table


def write(path: Path, columns: QgsFields, checked: Checked, moment: datetime, feedback: Feedback, certificate: str | None = None) -> None:
    """Replace the outcome in a plan file; the plans themselves are not touched.

    :param columns: those of the layer that was checked.
    :param certificate: of the check, when it was made already.
    :raises Cancelled: when the user cancels; the file is as it was.
    :raises LmvwError: when the file cannot be written; it is as it was.
    """
    certificate = certificate or document(Judged(checked.coverage, moment, proposals=checked.counts.proposals), checked.findings, path.name)
    check_table.replace(path, list(_rows(columns, checked, feedback)), moment, feedback, checked.findings, certificate)


def decided(path: Path, finding: Finding) -> bool:
    """A person let a warning stay, or opened it again: the outcome of its plan says so at once; False where it has to wait for a check.

    What the province reads of stands in the plan itself: that plan changed, and its outcome with it.

    :raises LmvwError: when the file cannot be written; it is as it was.
    """
    if not finding.plan_id or RULES[finding.regel].explained:
        return False
    kept = findings_table.of_plan(path, finding.plan_id)
    accepted = accepted_table.read(path)
    if finding.oorzaak not in {row.oorzaak for row in kept if row.regel == finding.regel}:  # found since: the check knows nothing of it
        return False
    uitslag, words = _verdict(finding.plan_id, accepted.applied(kept, {}), skipped_rules(), planfile.read_info(path).peildatum)
    check_table.tell(path, finding.plan_id, uitslag, words)
    return True


def _rows(columns: QgsFields, checked: Checked, feedback: Feedback) -> Iterator[check_table.Row]:
    by_plan: dict[str, list[Finding]] = {}
    for finding in checked.findings:
        if finding.ernst is not Ernst.INFO:
            for plan_id in finding.plans:
                by_plan.setdefault(plan_id, []).append(finding)
    fingerprint, feature = Fingerprint(columns), QgsFeature(columns)
    pairs = zip(checked.plans, checked.geometries, strict=True)
    for plan, geometry in watched(pairs, len(checked.plans), feedback):
        plan_id = str(plan.get("plan_id") or "")
        feature.setAttributes([plan.get(name) for name in columns.names()])
        feature.setGeometry(geometry)
        verdict = _verdict(plan_id, by_plan.get(plan_id, ()), checked.skipped, checked.peildatum)
        yield plan_id, *verdict, fingerprint.of(feature), told(checked.proposed.get(plan_id, ()), checked.peildatum) or None


def _verdict(plan_id: str, findings: Sequence[Finding], skipped: str, peildatum: Peildatum | None) -> tuple[str, str | None]:
    """The worst that was found and everything that was found, the worst first; and what was not looked at."""
    ranked = sorted(findings, key=rank)
    empty = in_words((finding.veld for finding in ranked if finding.is_unanswered), peildatum)
    words = [finding.seen_from(plan_id) for finding in ranked if finding.is_wrong]
    words += [empty] * bool(empty)
    words += [finding.seen_from(plan_id) for finding in ranked if finding.is_warning]
    words += [
        tr("{words} Geaccepteerd: {text}").format(words=finding.seen_from(plan_id), text=finding.akkoord.toelichting)
        for finding in ranked
        if finding.akkoord is not None
    ]
    words += [skipped] * bool(skipped)
    return outcome_of(ranked), " ".join(words) or None
