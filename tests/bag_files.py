# SPDX-License-Identifier: GPL-2.0-or-later
"""Small BAG GeoPackages as others make them: the layout of PDOK (``bag-light.gpkg``) and that of NLExtract with the history of each object."""

from osgeo import ogr, osr

USED, FORMED, UNMEASURED = "Verblijfsobject in gebruik", "Verblijfsobject gevormd", "Verblijfsobject in gebruik (niet ingemeten)"
HOME = "woonfunctie"


def _layer(source, name, kind, crs, columns):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(crs)
    layer = source.CreateLayer(name, reference, kind)
    for column in columns:
        layer.CreateField(ogr.FieldDefn(column, ogr.OFTInteger if column == "bouwjaar" else ogr.OFTString))
    return layer


def _write(layer, rows, outline):
    layer.StartTransaction()
    for row in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, value in row.items():
            if name not in ("x", "y") and value is not None:
                feature.SetField(name, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(outline(row["x"], row["y"])))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def point(x, y):
    return f"POINT ({x} {y})"


def house(x, y):
    return f"POLYGON (({x - 5} {y - 5}, {x + 5} {y - 5}, {x + 5} {y + 5}, {x - 5} {y + 5}, {x - 5} {y - 5}))"


def home(number, x, y, status=USED, bouwjaar=2025, gebruiksdoel=HOME):
    """A verblijfsobject as in the files of PDOK."""
    return {
        "identificatie": f"9999010{number:09d}", "status": status, "gebruiksdoel": gebruiksdoel, "bouwjaar": bouwjaar,
        "pand_identificatie": f"9999100{number:09d}", "pand_status": "Pand in gebruik", "x": x, "y": y,
    }  # fmt: skip


def pdok(path, homes, crs=28992):
    """The layers verblijfsobject and pand: a pand has a gebruiksdoel and a status as well."""
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    columns = ("identificatie", "bouwjaar", "status", "gebruiksdoel")
    panden = _layer(source, "pand", ogr.wkbPolygon, crs, columns)
    rows = [{**one, "identificatie": one["pand_identificatie"], "status": one["pand_status"]} for one in homes]
    _write(panden, [{name: row[name] for name in (*columns, "x", "y")} for row in rows], house)
    columns = ("identificatie", "status", "gebruiksdoel", "bouwjaar", "pand_identificatie", "pand_status")
    _write(_layer(source, "verblijfsobject", ogr.wkbPoint, crs, columns), homes, point)
    return path


def history(path, rows, layer="Verblijfsobject"):
    """A layer of NLExtract, a row for each voorkomen."""
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    columns = {
        "Verblijfsobject": ("identificatie", "status", "gebruiksdoel", "pandRef", "beginGeldigheid", "eindGeldigheid", "eindRegistratie"),
        "Pand": ("identificatie", "status", "oorspronkelijkBouwjaar", "beginGeldigheid", "eindGeldigheid", "eindRegistratie"),
    }[layer]
    _write(_layer(source, layer, ogr.wkbPoint, 28992, columns), rows, point)
    return path
