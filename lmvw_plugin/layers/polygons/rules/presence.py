# SPDX-License-Identifier: GPL-2.0-or-later
"""G1: there is a polygon, of the right kind, in coordinates that are RD and lie in the Netherlands."""

from __future__ import annotations

import numpy as np

from ....core.i18n import later, tr
from ....core.rules.findings import Ernst
from ..reading import Geometries, Kind, Polygons
from ..rings import Bools, Floats, Ints
from ..shapely2 import shapely
from . import texts
from .collect import Collector

# What a plan without a usable polygon is, and what to do. Second: the repair tool can mend it.
_KINDS = {
    Kind.MISSING: (later("Het plan heeft geen polygoon; teken het plangebied."), False),
    Kind.EMPTY: (later("De polygoon is leeg; teken het plangebied."), False),
    Kind.POINT: (later("Het plan heeft een punt in plaats van een polygoon; teken het plangebied als vlak."), False),
    Kind.LINE: (later("Het plan heeft een lijn in plaats van een polygoon; teken het plangebied als vlak."), False),
    Kind.COLLECTION: (later("Het plan heeft een verzameling van verschillende soorten in plaats van een polygoon; houd alleen de vlakken over."), True),
    Kind.SURFACE: (later("Het plan heeft een net van driehoeken (TIN) of een 3D-oppervlak in plaats van een polygoon; teken het plangebied als vlak."), False),
    Kind.UNCLOSED: (later("Een ring van de polygoon is niet gesloten: het laatste punt is niet gelijk aan het eerste; sluit de grens."), True),
    Kind.UNREADABLE: (later("De polygoon is beschadigd en niet te lezen; teken het plangebied opnieuw."), False),
    Kind.NOT_FINITE: (later("De polygoon heeft een coördinaat die geen getal is; teken het plangebied opnieuw."), False),
}  # fmt: skip

# The validity range of RD New, as (xmin, ymin, xmax, ymax) in metres.
RD = (-7000.0, 289000.0, 300000.0, 629000.0)

# What coordinates look like that are not RD: the first range that holds the whole plan. In this order, since ranges overlap.
_LOOKS = (
    (later("lengte- en breedtegraden (WGS 84)"), (2.0, 50.0, 8.0, 54.5), later("zet de laag om van EPSG:4326 naar EPSG:28992")),
    (later("breedte- en lengtegraden in verwisselde volgorde (WGS 84)"), (50.0, 2.0, 54.5, 8.0),
     later("verwissel de assen en zet de laag om van EPSG:4326 naar EPSG:28992")),
    (later("RD met x en y verwisseld"), (289000.0, -7000.0, 629000.0, 300000.0), later("verwissel x en y")),
    (later("RD in millimeters"), (-7e6, 289e6, 300e6, 629e6), later("deel de coördinaten door 1000")),
    (later("RD in centimeters"), (-7e5, 289e5, 300e5, 629e5), later("deel de coördinaten door 100")),
    (later("UTM-zone 31 (ETRS89)"), (470000.0, 5600000.0, 800000.0, 5960000.0), later("zet de laag om van EPSG:25831 naar EPSG:28992")),
    (later("de kaartprojectie van webkaarten (Web Mercator)"), (350000.0, 6550000.0, 830000.0, 7100000.0),
     later("zet de laag om van EPSG:3857 naar EPSG:28992")),
    (later("het oude RD-stelsel van voor 1970, met Amersfoort als oorsprong"), (-162000.0, -174000.0, 145000.0, 166000.0),
     later("tel 155.000 m bij x en 463.000 m bij y op")),
)  # fmt: skip

# A wide outline of the Netherlands with its territorial waters left out: no municipality comes within a kilometre of it.
_NETHERLANDS = (
    (10000, 355000), (75000, 350000), (110000, 375000), (155000, 362000), (170000, 340000), (168000, 302000),
    (205000, 302000), (215000, 335000), (222000, 405000), (268000, 425000), (285000, 470000), (285000, 585000),
    (262000, 622000), (170000, 622000), (108000, 590000), (90000, 505000), (50000, 455000), (8000, 400000),
)  # fmt: skip


def check_kind(polygons: Polygons, rows: Ints, findings: Collector) -> Ints:
    """Findings about presence and kind; returns the rows that have a polygon with finite coordinates."""
    kinds = polygons.kinds[rows]
    for row in rows[kinds != Kind.POLYGON].tolist():
        text, mendable = _KINDS[Kind(polygons.kinds[row])]
        findings.add(row, "G1", tr(text), _first_point(polygons, row), voorstel=texts.repairable() if mendable else None)
    for row in rows[polygons.curved[rows]].tolist():
        melding = tr(
            "De grens bevat bogen; de controle en de levering gebruiken rechte stukken van één graad, hooguit enkele millimeters ernaast."
        )
        findings.add(row, "G1", melding, _first_point(polygons, row), ernst=Ernst.INFO, voorstel=texts.repairable())
    for row in rows[polygons.hollow[rows]].tolist():
        melding = tr(
            "De polygoon heeft een leeg deel: een vlak of een gat zonder hoekpunten, waar andere programma’s op vastlopen; haal het weg."
        )
        findings.add(row, "G2", melding, _first_point(polygons, row), voorstel=texts.repairable())
    for row in rows[polygons.has_z[rows] | polygons.has_m[rows]].tolist():
        what = tr(" en ").join(
            name for name, has in ((tr("hoogtes (Z)"), polygons.has_z[row]), (tr("meetwaarden (M)"), polygons.has_m[row])) if has
        )
        melding = tr("De polygoon heeft {what} bij de hoekpunten; de levering gebruikt ze niet, haal ze weg.").format(what=what)
        findings.add(row, "G5", melding, _first_point(polygons, row), voorstel=texts.repairable())
    return rows[(kinds == Kind.POLYGON) | (kinds == Kind.UNCLOSED)]


def _first_point(polygons: Polygons, row: int) -> Floats | None:
    xy = shapely.get_coordinates(polygons.geometries[row])
    finite = xy[np.isfinite(xy).all(axis=1)]
    return finite[0] if len(finite) else None


def in_rd(geometries: Geometries) -> Bools:
    """Which geometries lie in the validity range of RD: only there is a coordinate a metre."""
    return _within(shapely.bounds(geometries), RD)


def check_coordinates(polygons: Polygons, rows: Ints, findings: Collector) -> Ints:
    """Findings about where the coordinates are; returns the rows that lie in the range of RD."""
    bounds = shapely.bounds(polygons.geometries[rows])
    in_range = _within(bounds, RD)
    for at in np.flatnonzero(~in_range).tolist():
        look = next(((tr(name), tr(remedy)) for name, box, remedy in _LOOKS if _within(bounds[at], box)), None)
        x, y = texts.number(bounds[at, 0], 3), texts.number(bounds[at, 1], 3)
        if look:
            melding = tr("De coördinaten (x {x}, y {y}) zijn geen RD maar lijken op {look}; {remedy}.").format(
                x=x, y=y, look=look[0], remedy=look[1]
            )
        else:
            melding = tr("De coördinaten (x {x}, y {y}) liggen buiten het bereik van RD (EPSG:28992); "
                         "controleer in welk coördinatenstelsel de laag is gemaakt.").format(x=x, y=y)  # fmt: skip
        findings.add(int(rows[at]), "G1", melding, _first_point(polygons, int(rows[at])))
    inside = rows[in_range]
    for row in inside[_abroad((bounds[in_range, :2] + bounds[in_range, 2:]) / 2)].tolist():
        point = _first_point(polygons, row)
        melding = tr("Het plan ligt bij x {x} y {y}, buiten Nederland; controleer of de polygoon verschoven is.").format(
            x=texts.number(point[0]), y=texts.number(point[1])
        )
        findings.add(row, "G1", melding, point)
    if not polygons.declared and len(rows):
        melding = tr("De laag zegt niet in welk coördinatenstelsel hij is. Polygonen in het bereik van RD: {inside} van de {all}. "
                     "Leg EPSG:28992 vast bij de eigenschappen van de laag.").format(
            inside=texts.count(len(inside)), all=texts.count(len(rows)))  # fmt: skip
        findings.add(-1, "G1", melding, ernst=Ernst.WAARSCHUWING if len(inside) == len(rows) else Ernst.FOUT)
    return inside


def _abroad(points: Floats) -> Ints:
    """Which points (n, 2) lie outside the Netherlands."""
    netherlands = shapely.Polygon(_NETHERLANDS)
    shapely.prepare(netherlands)
    if len(points) and shapely.covers(netherlands, shapely.box(*points.min(axis=0), *points.max(axis=0))):
        return np.zeros(0, int)  # as in nearly every layer
    return np.flatnonzero(~shapely.covers(netherlands, shapely.points(points)))


def _within(bounds: Floats, box: tuple[float, float, float, float]) -> Bools:
    xmin, ymin, xmax, ymax = np.moveaxis(bounds, -1, 0)
    return (xmin >= box[0]) & (ymin >= box[1]) & (xmax <= box[2]) & (ymax <= box[3])


def check_area(polygons: Polygons, rows: Ints, findings: Collector) -> Ints:
    """A polygon whose points lie on one line has no area; returns the rows that have one."""
    flat = _flat(polygons, rows)
    for row in rows[flat].tolist():
        melding = tr("De polygoon heeft geen oppervlakte: alle hoekpunten liggen op één lijn; teken het plangebied opnieuw.")
        findings.add(row, "G1", melding, _first_point(polygons, row))
    return np.delete(rows, flat)


def _flat(polygons: Polygons, rows: Ints) -> Ints:
    """Which of the rows have no area."""
    suspect = np.flatnonzero(polygons.areas[rows] < 1e-6)
    return suspect[shapely.area(shapely.convex_hull(polygons.geometries[rows[suspect]])) < 1e-6]


def to_inspect(polygons: Polygons) -> Ints:
    """The rows that the checks of this module let through; safe to run on a thread."""
    rows = np.flatnonzero((polygons.kinds == Kind.POLYGON) | (polygons.kinds == Kind.UNCLOSED))
    rows = rows[in_rd(polygons.geometries[rows])]
    return np.delete(rows, _flat(polygons, rows))
