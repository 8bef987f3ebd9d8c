# SPDX-License-Identifier: GPL-2.0-or-later
"""The two files of the sample as Python objects: polygons of the GIS colleague and rows of the planner's worksheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from uuid import NAMESPACE_URL, uuid5

from shapely.geometry.base import BaseGeometry

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.codelists import gemeente, stays_home
from lmvw_plugin.core.basisset.peildatum import Peildatum

from . import amounts
from .ontwerpen import ONTWERPEN, Ontwerp

GEMEENTE = gemeente("GM9999")
PEILDATUM = Peildatum.parse("2026-01-01")
SEED = "Markerwaard 1"


@dataclass(slots=True)
class Feature:
    """One polygon of the layer ``plangebieden``."""

    naam: str
    plannr: str
    opmerking: str | None
    geometry: BaseGeometry | None


@dataclass(slots=True)
class Row:
    """One row of the worksheet: Basisset values by column name, and what only the planner keeps."""

    kern: str
    values: dict[str, object] = field(default_factory=dict)

    @property
    def naam(self) -> str:
        """The plan name in the worksheet."""
        return str(self.values["plannaam"])


@dataclass(slots=True)
class Dataset:
    """Polygons and rows that belong together by plan name."""

    features: list[Feature]
    rows: list[Row]

    def feature(self, naam: str) -> Feature:
        """The one polygon of a name."""
        (found,) = (feature for feature in self.features if feature.naam == naam)
        return found

    def row(self, naam: str) -> Row:
        """The one row of a name."""
        (found,) = (row for row in self.rows if row.naam == naam)
        return found

    def joined(self) -> list[dict[str, object]]:
        """Plans as a join on the exact name makes them, with the geometry under ``geom``.

        A polygon without a row has its name, number and municipality only. A row without a polygon is left out, unless its
        status is 5A or 5B: those need no location.
        """
        rows = {row.naam: row for row in self.rows}
        plans = [_plan(number, one, rows.get(one.naam)) for number, one in enumerate(self.features)]
        known = {one.naam for one in self.features}
        homes = [row for row in self.rows if row.naam not in known and stays_home(str(row.values["planstatus"]))]
        return plans + [_plan(len(plans) + k, Feature(row.naam, str(row.values["plannummer"]), None, None), row)
                        for k, row in enumerate(homes)]  # fmt: skip


def clean_dataset() -> Dataset:
    """Everything right: the sample that can be delivered."""
    features, rows = [], []
    for number, ontwerp in enumerate(ONTWERPEN, 1):
        plannr = f"MW-{number:03d}"
        if ontwerp.shape is not None:
            geometry = ontwerp.shape(Random(f"{SEED}/{ontwerp.naam}"))
            features.append(Feature(ontwerp.naam, plannr, ontwerp.opmerking, geometry))
        rows.append(Row(ontwerp.kern, {"plannummer": plannr, **_values(ontwerp)}))
    return Dataset(features, rows)


def _values(ontwerp: Ontwerp) -> dict[str, object]:
    """The worksheet's values of a plan; a gerealiseerd or vervallen plan has no counts (Invultip 6)."""
    values: dict[str, object] = {
        "plannaam": ontwerp.naam,
        "vertrouwelijk": ontwerp.vertrouwelijk,
        "plantype": ontwerp.plantype,
        "planstatus": ontwerp.planstatus,
        "gerealiseerd": ontwerp.gerealiseerd,
        "vervallen": ontwerp.vervallen,
        "toelichting": ontwerp.toelichting,
    }
    return values if ontwerp.gerealiseerd or ontwerp.vervallen else values | _counts(ontwerp)


def _counts(ontwerp: Ontwerp) -> dict[str, object]:
    counts: dict[str, object] = {
        **{field.name: 0 for field in b.COUNTS if field.need is b.Need.LIVE and field.phase is None},  # one that is added is there as 0
        "bruto_totaal": ontwerp.bruto,
        "sloop_totaal": ontwerp.sloop,
        "tijdelijk": ontwerp.tijdelijk,
        **amounts.phased("bruto_totaal", ontwerp.bruto, ontwerp.start, ontwerp.years, PEILDATUM),
        **amounts.dwelling_types(ontwerp.bruto, ontwerp.flats, ontwerp.unknown_type),
        **amounts.prices(ontwerp.bruto, ontwerp.mix),
        **amounts.elderly(*ontwerp.ouderen),
    }
    if ontwerp.sloop_years:
        counts |= amounts.phased("sloop_totaal", ontwerp.sloop, ontwerp.sloop_start, ontwerp.sloop_years, PEILDATUM)
    return counts


def _plan(number: int, feature: Feature, row: Row | None) -> dict[str, object]:
    plan: dict[str, object] = dict.fromkeys(column.name for column in b.COLUMNS)
    plan |= row.values if row else {"plannummer": feature.plannr, "plannaam": feature.naam}
    plan |= {"plan_id": str(uuid5(NAMESPACE_URL, f"{SEED}/{number}/{feature.naam}")), b.GEOMETRY: feature.geometry}
    return plan | {"gemeente_code": GEMEENTE.code, "gemeente_naam": GEMEENTE.name}
