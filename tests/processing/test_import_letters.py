# SPDX-License-Identifier: GPL-2.0-or-later
"""The letters of a shapefile that does not say how they are stored, or says it wrong: no name is damaged, and the choice is told."""

import html
import re
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from osgeo import gdal, ogr, osr

from tests.conftest import read_plans, square

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
NAMES = ("De Hoef – Oost", "Café Skûtsje", "Haven")


def shapefile(folder, names, encoding, declared=None):
    """Names as bytes of an encoding; ``declared`` is what the .cpg says, None for no such file."""
    rd = osr.SpatialReference()
    rd.ImportFromEPSG(28992)
    path = Path(folder) / "plannen.shp"
    before = gdal.GetConfigOption("SHAPE_ENCODING")
    gdal.SetConfigOption("SHAPE_ENCODING", "")
    source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
    layer = source.CreateLayer("plannen", rd, ogr.wkbPolygon, ["ENCODING="])
    for name, kind in (("PLANNAAM", ogr.OFTString), ("BRUTO", ogr.OFTInteger)):
        layer.CreateField(ogr.FieldDefn(name, kind))
    for number, name in enumerate(names):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("PLANNAAM", "@" * len(name.encode(encoding)))
        feature.SetField("BRUTO", number + 1)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(square(number).asWkt()))
        layer.CreateFeature(feature)
    del feature, layer, source
    gdal.SetConfigOption("SHAPE_ENCODING", before)
    raw = path.with_suffix(".dbf").read_bytes()
    head, body = raw[: 2 * 32 + 33], raw[2 * 32 + 33 :]
    for name in names:
        stored = name.encode(encoding)
        body = body.replace(b"@" * len(stored), stored, 1)
    path.with_suffix(".dbf").write_bytes(head[:29] + b"\0" + head[30:] + body)
    path.with_suffix(".cpg").unlink(missing_ok=True)
    if declared:
        path.with_suffix(".cpg").write_text(declared, encoding="ascii")
    return path


def worksheet(folder, names):
    book = openpyxl.Workbook()
    book.active.append(("Plannaam", "Sloop totaal"))
    for name in names:
        book.active.append((name, 1))
    book.save(Path(folder) / "w.xlsx")
    return str(Path(folder) / "w.xlsx")


def imported(run, folder, **given):
    result = run("importplans", **given, **SHARED, OUTPUT=str(Path(folder) / "p.gpkg"))
    text = html.unescape(re.sub(r"<[^>]+>", " ", Path(result["REPORT"]).read_text(encoding="utf-8")))
    return [plan["plannaam"] for plan, _ in read_plans(Path(folder) / "p.gpkg")], re.sub(r"\s+", " ", text), result


def test_without_a_worksheet_the_usual_encoding_is_used_and_said(run, tmp_path):
    names, text, _ = imported(run, tmp_path, INPUT=str(shapefile(tmp_path, NAMES, "cp1252")))
    assert names == list(NAMES)
    assert "gelezen als Windows-1252, want dat geeft Nederlandse letters. Controleer ze, zoals in ‘De Hoef – Oost’" in text


@pytest.mark.parametrize("way", ["file", "zip"])
@pytest.mark.parametrize(("encoding", "title"), [("cp1252", "Windows-1252"), ("cp850", "DOS 850"), ("mac-roman", "Mac Roman")])
def test_the_worksheet_tells_the_encoding(run, tmp_path, encoding, title, way):
    wanted = ("Café Skûtsje", "Wâldsein", "Haven")
    path = shapefile(tmp_path, wanted, encoding)
    if way == "zip":
        with zipfile.ZipFile(tmp_path / "z.zip", "w") as packed:
            for part in tmp_path.glob("plannen.*"):
                packed.write(part, f"map/{part.name}")
        path = tmp_path / "z.zip"
    names, text, result = imported(run, tmp_path, INPUT=str(path), WORKBOOK=worksheet(tmp_path, wanted))
    assert names == list(wanted)
    assert result["NOT_IMPORTED"] == 0
    assert f"gelezen als {title}, want zo komen de namen overeen met het Excel-bestand" in text


@pytest.mark.parametrize(("encoding", "declared", "said"), [
    ("utf-8", None, ""), ("utf-8", "UTF-8", ""), ("cp1252", "1252", ""), ("cp1252", "ISO-8859-1", ""), ("cp1252", "UTF-8", "zegt dat zijn letters UTF-8 zijn"),
    ("utf-8", "ISO-8859-1", "zegt dat zijn letters Windows-1252 zijn"), ("cp1252", "onzin", "er is geen .cpg-bestand"),
])  # fmt: skip
def test_what_the_file_says_of_itself(run, tmp_path, encoding, declared, said):
    path = shapefile(tmp_path, NAMES, encoding, declared)
    names, text, _ = imported(run, tmp_path, INPUT=str(path), WORKBOOK=worksheet(tmp_path, NAMES))
    assert names == list(NAMES)
    assert (said in text) if said else "gelezen als" not in text


@settings(max_examples=15, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(
    names=st.lists(st.text("abc éèëâûç’–", min_size=1, max_size=12).filter(lambda name: name == name.strip()), min_size=1, max_size=5, unique=True),
    encoding=st.sampled_from(("utf-8", "cp1252")), declared=st.sampled_from((None, "UTF-8", "1252", "ISO-8859-1")),
)  # fmt: skip
def test_names_that_stand_in_the_worksheet_are_never_damaged(run, names, encoding, declared):
    with TemporaryDirectory() as folder:
        found, _, result = imported(run, folder, INPUT=str(shapefile(folder, names, encoding, declared)), WORKBOOK=worksheet(folder, names))
    assert found == names
    assert result["NOT_IMPORTED"] == 0


@pytest.mark.parametrize(("names", "encoding", "title"), [
    (("Café Skûtsje", "Hoëvelt", "Zeeëend"), "cp850", "DOS 850"),
    (NAMES, "cp1252", "Windows-1252"),
    (("D’Oude Haven", "’t Hof – Oost"), "cp1252", "Windows-1252"),
])  # fmt: skip
def test_letters_that_are_dutch_tell_the_encoding_where_no_worksheet_does(run, tmp_path, names, encoding, title):
    found, text, _ = imported(run, tmp_path, INPUT=str(shapefile(tmp_path, names, encoding)))
    assert found == list(names)
    assert f"gelezen als {title}, want dat geeft Nederlandse letters" in text
