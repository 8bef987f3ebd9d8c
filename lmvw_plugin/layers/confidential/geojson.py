# SPDX-License-Identifier: GPL-2.0-or-later
"""The public plans as GeoJSON in WGS84, for a website (RFC 7946); the sum stands beside the features, as it has no place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from operator import ne
from pathlib import Path
from typing import Any

from qgis.core import QgsCoordinateTransform, QgsGeometry

from ...core.confidential.public import ABOUT, PLANS, SUM, PublicPlan, PublicVersion
from ...core.errors import LmvwError
from ...core.feedback import Feedback, watched
from ...core.i18n import tr
from ..sources import rd_new, transformer, wgs84

_DECIMALS = 7  # of a degree: a centimetre


def write_geojson(path: Path, version: PublicVersion, feedback: Feedback) -> None:
    """Write the file.

    :raises LmvwError: when a polygon has no place in WGS84.
    """
    head = {"type": "FeatureCollection", "name": PLANS, ABOUT: dict(version.about()), SUM: _sums(version)}
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(_text(head)[:-1] + ',"features":[')
        for number, feature in enumerate(watched(_features(version), len(version.plans), feedback)):
            stream.write((",\n" if number else "\n") + _text(feature))
        stream.write("\n]}\n")


def verify_geojson(path: Path, version: PublicVersion, feedback: Feedback) -> None:
    """Read it back: what is said, the sum, and every plan with its polygon.

    :raises LmvwError: when something differs.
    """
    read = json.loads(path.read_text(encoding="utf-8"))
    same = read.keys() == {"type", "name", ABOUT, SUM, "features"} and read[ABOUT] == dict(version.about()) and read[SUM] == _sums(version)
    meant = watched(_features(version), len(version.plans), feedback)
    if not same or len(read["features"]) != len(version.plans) or any(map(ne, read["features"], meant)):
        raise LmvwError(tr("Het GeoJSON-bestand is niet goed geschreven; is de schijf vol?"))


def _text(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _sums(version: PublicVersion) -> dict[str, int]:
    return {column: count for column, _, count in version.sums()}


def _features(version: PublicVersion) -> Iterator[dict[str, Any]]:
    to_wgs84 = transformer(rd_new(), wgs84())
    for plan in version.plans:
        properties = dict(zip(version.columns, plan.values, strict=True))
        yield {"type": "Feature", "properties": properties, "geometry": _geometry(plan, to_wgs84)}


def _geometry(plan: PublicPlan, to_wgs84: QgsCoordinateTransform) -> dict[str, Any] | None:
    """Outer rings against the clock (RFC 7946, 3.1.6).

    :raises LmvwError: when it cannot be brought to WGS84.
    """
    if plan.wkb is None:
        return None
    shape = QgsGeometry()
    shape.fromWkb(plan.wkb)
    if shape.isEmpty():
        return None
    shape = shape.forcePolygonCounterClockwise()
    try:
        shape.transform(to_wgs84)
    except Exception as error:  # QgsCsException, which has no base of its own in every version
        raise LmvwError(
            tr("De polygoon van het openbare plan ‘{name}’ ligt niet in Nederland; herstel hem.").format(name=plan.values[0])
        ) from error
    parts = [
        [[[round(point.x(), _DECIMALS), round(point.y(), _DECIMALS)] for point in ring] for ring in part] for part in shape.asMultiPolygon()
    ]
    return {"type": "MultiPolygon", "coordinates": parts}
