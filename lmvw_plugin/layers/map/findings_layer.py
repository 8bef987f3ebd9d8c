# SPDX-License-Identifier: GPL-2.0-or-later
"""Findings as a QGIS layer: a point at the place of the error, no geometry where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from qgis.core import QgsFeature, QgsField, QgsFields, QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import QMetaType

from ...core.rules.findings import Finding

_COLUMNS = ("regel", "ernst", "plan_id", "plannummer", "plannaam", "veld", "melding", "waarde", "voorstel", "rij", "soort")
_NUMBERS = ("rij",)
_VALUES = attrgetter(*(f"{name}.value" if name in ("ernst", "soort") else name for name in _COLUMNS))
_ACCEPTED = "geaccepteerd"  # the toelichting with which a warning was accepted


def fields() -> QgsFields:
    """The columns of the interface, in fixed order: text, but for the feature id of the plan."""
    columns = QgsFields()
    for name in (*_COLUMNS, _ACCEPTED):
        columns.append(QgsField(name, QMetaType.Type.LongLong if name in _NUMBERS else QMetaType.Type.QString))
    return columns


def features(findings: Iterable[Finding]) -> Iterator[QgsFeature]:
    """One feature per finding."""
    columns = fields()
    for finding in findings:
        feature = QgsFeature(columns)
        feature.setAttributes([*_VALUES(finding), finding.akkoord.toelichting if finding.akkoord is not None else None])
        if finding.place is not None:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*finding.place)))
        yield feature
