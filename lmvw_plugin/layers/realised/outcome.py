# SPDX-License-Identifier: GPL-2.0-or-later
"""The outcome of a comparison with the BAG as a layer: a row for each plan, with its polygon."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from qgis.core import QgsFeature, QgsField, QgsFields, QgsGeometry
from qgis.PyQt.QtCore import QMetaType

from ...core.realised.homes import Status, When, per_year
from ...core.realised.judging import Judged, years_text

_TEXT, _COUNT, _YES = QMetaType.Type.QString, QMetaType.Type.Int, QMetaType.Type.Bool
_OF_PLAN = (
    ("plan_id", _TEXT), ("plannummer", _TEXT), ("plannaam", _TEXT), ("gerealiseerd", _YES), ("vervallen", _YES), ("bruto_totaal", _COUNT),
    ("sloop_totaal", _COUNT),
)  # fmt: skip
_COLUMNS = (
    *_OF_PLAN,
    ("voorstel", _TEXT), ("voorstel_jaren", _TEXT), ("voorstel_bruto", _COUNT), ("reden", _TEXT),
    ("woningen", _COUNT), *((status.column, _COUNT) for status in Status),
    ("sinds", _TEXT), ("nieuw", _COUNT), ("nieuw_misschien", _COUNT), ("stond_er_al", _COUNT), ("na_peildatum", _COUNT), ("zonder_jaar", _COUNT),
    ("jaren", _TEXT), ("status_en_jaar", _TEXT), ("rij", QMetaType.Type.LongLong),
)  # fmt: skip


def fields() -> QgsFields:
    """The columns, in fixed order."""
    columns = QgsFields()
    for name, kind in _COLUMNS:
        columns.append(QgsField(name, kind))
    return columns


def features(judged: Iterable[tuple[Judged, QgsGeometry]]) -> Iterator[QgsFeature]:
    """One feature per plan."""
    columns = fields()
    for plan, polygon in judged:
        feature = QgsFeature(columns)
        feature.setAttributes(_values(plan))
        feature.setGeometry(polygon)
        yield feature


def _values(judged: Judged) -> list[object]:
    homes, counts = judged.known, judged.known.per_status
    known = [len(homes.there), *(counts[status] for status in Status)]
    times = [len(judged.came(when)) for when in (When.BETWEEN, When.MAYBE, When.BEFORE, When.AFTER, When.UNKNOWN)]
    by_status = {status.word: _named(per_year(home for home in homes.of if home.status is status)) for status in Status if counts[status]}
    unread = judged.homes is None
    return [
        *(judged.plan.get(name) for name, _ in _OF_PLAN), judged.proposal.value, years_text(judged.years), judged.rest, judged.reason,
        *([None] * len(known) if unread else known), str(judged.period.since), *([None] * len(times) if unread else times),
        years_text(per_year(homes.used)), json.dumps(by_status, ensure_ascii=False), judged.rij,
    ]  # fmt: skip


def _named(years: dict[int | None, int]) -> dict[str, int]:
    return {"onbekend" if year is None else str(year): count for year, count in years.items()}
