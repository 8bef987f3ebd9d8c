# SPDX-License-Identifier: GPL-2.0-or-later
"""Every rule over a plan layer, in one place: for the check and for the delivery."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import QgsFeatureSource, QgsGeometry

from ..core import basisset as b
from ..core.errors import LmvwError
from ..core.feedback import Feedback, Part, watched
from ..core.findings import Counts, Ernst, Finding
from ..core.i18n import tr
from ..core.name_rules import NameSource, check_names, match_names
from ..core.peildatum import Peildatum
from ..core.plan_rules import check_plan
from . import sources
from .polygon_rules import Tolerances, check_polygons
from .polygons import read_polygons
from .workbook_reader import Table, name_source

_ORDER = {severity: rank for rank, severity in enumerate(Ernst)}


@dataclass(frozen=True, slots=True)
class Checked:
    """The plans as they were read, their geometries in the same order, and what was found."""

    plans: list[dict[str, object]]
    geometries: list[QgsGeometry]
    findings: list[Finding]

    @property
    def counts(self) -> Counts:
        """How much was checked and found."""
        return Counts.of(len(self.plans), self.findings)


def require_plan_layer(source: QgsFeatureSource) -> None:
    """The layer has the columns of the Basisset.

    :raises LmvwError: when it has not.
    """
    missing = [field.name for field in b.COLUMNS if source.fields().lookupField(field.name) < 0]
    if missing:
        raise LmvwError(
            tr(
                "Laag ‘{name}’ is geen planbestand: {count} kolommen ontbreken ({columns} ...). Zet de laag eerst om met ‘Plannen importeren’."
            ).format(name=source.sourceName(), count=len(missing), columns=", ".join(missing[:3]))
        )


def check_plan_layer(
    source: QgsFeatureSource, peildatum: Peildatum, boundary: Any | None, workbook: Table | None, feedback: Feedback
) -> Checked:
    """Apply the rules about attributes, names and polygons.

    :param boundary: the municipality as a shapely geometry, when known.
    :raises LmvwError: when the layer is not a plan layer.
    """
    require_plan_layer(source)
    plans, geometries = [], []
    for feature, plan in watched(sources.rows(source), source.featureCount(), feedback, 0, 20):
        plans.append(plan)
        geometries.append(feature.geometry())
    findings = check_names(plans)
    for plan in watched(plans, len(plans), feedback, 20, 40):
        findings += check_plan(plan, peildatum)
    polygons = read_polygons(source, Part(feedback, 40, 45))
    findings += check_polygons(polygons, boundary, Tolerances(), Part(feedback, 45, 100))
    if workbook:
        own = NameSource.of_plans(source.sourceName(), plans)
        findings += match_names(own, name_source(workbook))
    findings.sort(key=lambda finding: _ORDER[finding.ernst])
    return Checked(plans, geometries, findings)
