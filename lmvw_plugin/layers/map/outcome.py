# SPDX-License-Identifier: GPL-2.0-or-later
"""The last check of a plan file as a whole: what was found, what ran, when, and which plans are no longer what was checked."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from qgis.core import QgsFeatureSource

from ...core.asking.offers import Offers
from ...core.asking.questions import open_fields
from ...core.basisset import fields as b
from ...core.basisset.peildatum import Peildatum
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Part, watched
from ...core.i18n import is_dutch
from ...core.rules.acceptance import toelichting_of
from ...core.rules.coverage import Coverage, State
from ...core.rules.findings import Finding
from ...core.rules.yardstick import Yardstick
from ..checks import check_plan_layer, skipped_rules
from ..plan_layer.fingerprint import Fingerprint
from ..planfile import store as planfile
from ..planfile.tables import accepted_table, check_table
from ..planfile.tables.offers import offers_in
from ..polygons.reading import boundary_in
from ..reading import Taken
from ..sources import rows
from .judge import Judge
from .live import Now, since


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known of a check, without findings about plans that are gone.

    ``sizes`` and ``statuses``: dwellings and planstatus by plan_id; ``prints``: what each plan was when it was checked;
    ``proposed``: by plan_id, how much waits for a person. ``changed``: plans of which not everything could be judged again since;
    ``now``: what is other than what the check found; ``read``: what each plan was when this was read.
    """

    findings: list[Finding]
    coverage: Coverage
    moment: datetime
    peildatum: Peildatum
    sizes: Mapping[str, int] = field(default_factory=dict)
    prints: Mapping[str, str] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    statuses: Mapping[str, str] = field(default_factory=dict)
    proposed: Mapping[str, int] = field(default_factory=dict)
    now: Now = field(default_factory=dict)
    read: Mapping[str, str] = field(default_factory=dict)


def load(path: Path, source: QgsFeatureSource, boundary: Any | None, feedback: Feedback) -> tuple[Outcome, Judge] | None:
    """The outcome that a plan file keeps, for the plans as they are now, and who judges them again; None without a check.

    When plans changed since, all are judged again: what they were beside is not known any more. So they are for who reads no Dutch, the
    language of what is kept. Works on any thread.

    :param boundary: the municipality as a shapely geometry, when it is at hand.
    :raises Cancelled: when the user cancels.
    :raises LmvwError: when it is not a plan file.
    """
    kept = check_table.kept(path)
    if kept is None:
        return None
    info, coverage = planfile.read_info(path), covered(kept.certified.certificate)
    judge = Judge(
        info.peildatum,
        info.gemeente.code,
        coverage.ran,
        boundary,
        not skipped_rules(),
        accepted_table.read(path),
        offers_in(path),
        info.yardstick,
    )
    fingerprint = Fingerprint(source.fields())
    sizes: dict[str, int] = {}
    prints: dict[str, str] = {}
    statuses: dict[str, str] = {}
    said: dict[str, str] = {}
    changed: set[str] = set()
    for feature, plan in watched(rows(source), source.featureCount(), feedback, 0, 50):
        key, bruto = str(plan["plan_id"] or ""), plan["bruto_totaal"]
        sizes[key] = bruto if isinstance(bruto, int) else 0
        prints[key] = fingerprint.of(feature)
        if kept.prints.get(key) != prints[key]:
            changed.add(key)
        statuses[key], said[key] = str(plan["planstatus"] or ""), toelichting_of(plan)
        judge.know(key, plan, feature.geometry(), feature.id())
    findings = [finding for finding in kept.certified.findings if not finding.plan_id or finding.plan_id in sizes]
    before = findings
    if changed or kept.prints.keys() - sizes.keys() or not is_dutch():
        checked = check_plan_layer(
            source, info.peildatum, judge.boundary, None, Part(feedback, 50, 100), info.gemeente.code, yardstick=info.yardstick
        )
        findings = joined(checked.findings, findings, coverage.ran, judge.unjudged)
    unsure = frozenset(changed if judge.unjudged else ())
    anew = findings is not before
    findings = judge.accepted.applied(findings, said)
    proposed = _proposed(findings, source, judge.offers, info.peildatum)
    sure = {key: afdruk for key, afdruk in prints.items() if key not in unsure}
    now = since(before, findings, sure, changed) if anew else {}
    return Outcome(findings, coverage, kept.moment, info.peildatum, sizes, kept.prints, unsure, statuses, proposed, now, prints), judge


def _proposed(findings: Iterable[Finding], source: QgsFeatureSource, offers: Offers, peildatum: Peildatum) -> dict[str, int]:
    """By plan_id, how much waits for a person, of the plans that leave something open."""
    unanswered: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.is_unanswered and finding.plan_id:
            unanswered.setdefault(finding.plan_id, []).append(finding)
    if not unanswered:
        return {}
    plans = ((str(plan["plan_id"] or ""), plan) for _, plan in rows(source, [field.name for field in b.COLUMNS], drawn=False))
    made = ((key, len(offers.of(plan, open_fields(unanswered[key]), peildatum))) for key, plan in plans if key in unanswered)
    return {key: offered for key, offered in made if offered}


def others(source: QgsFeatureSource, known: Mapping[str, str], feedback: Feedback) -> tuple[list[int], list[str]]:
    """The plans that are not what is known of them, or not known, by the number that the layer gives them; and those that are gone, by plan_id.

    :param known: by plan_id, what each plan was.
    :raises Cancelled: when the user cancels.
    """
    fingerprint, gone, other = Fingerprint(source.fields()), set(known), []
    for feature, plan in watched(rows(source), source.featureCount(), feedback):
        key = str(plan["plan_id"] or "")
        gone.discard(key)
        if known.get(key) != fingerprint.of(feature):
            other.append(feature.id())
    return other, sorted(gone)


def area_of(boundary: Taken, path: Path, feedback: Feedback) -> Any | None:
    """The municipality of a plan file as a shapely geometry; None when the layer with its boundary cannot be used, or without shapely."""
    if skipped_rules():
        return None
    try:
        return boundary_in(boundary, planfile.read_info(path).gemeente, feedback)
    except LmvwError:
        return None


def joined(now: Iterable[Finding], before: Iterable[Finding], ran: Collection[str], unjudged: Collection[str]) -> list[Finding]:
    """What is found now by the rules that ran, and what was found before by those that cannot be applied now."""
    return [
        *(finding for finding in now if finding.regel in ran and finding.regel not in unjudged),
        *(finding for finding in before if finding.regel in unjudged),
    ]


def covered(certificate: str) -> Coverage:
    """What ran, as a certificate says it."""
    document = json.loads(certificate)
    rules = {rule["regel"]: rule for rule in document["regels"]}
    not_run = {name: str(rule["reden"] or "") for name, rule in rules.items() if rule["stand"] == State.NOT_RUN.value}
    yardstick = Yardstick.from_json(json.dumps(document.get("maatstaf", {})))  # an earlier version knew none
    return Coverage(int(document["plannen"]), frozenset(rules) - not_run.keys(), not_run, yardstick)
