# SPDX-License-Identifier: GPL-2.0-or-later
"""The files that everybody may see: what is in them, that it was read back, and that nothing confidential changes a byte of them."""

import hashlib
import io
import json
import random
import sqlite3
import tempfile
import unicodedata
import zipfile
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qgis.core import QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QSize

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.confidential.dividing import make_public, make_summed
from lmvw_plugin.core.confidential.public import ABOUT, FIELDS, PLANS, SUM
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.confidential import geojson, geopackage, package, page, workbook
from lmvw_plugin.layers.delivering import report_map
from lmvw_plugin.layers.workbook.openpyxl_alone import load_workbook
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, left_in, square
from tests.secrets import found

HOSTILE = [
    "Geheim & <Haven>", "=CMD('x')", "Ünïcode Zuid", unicodedata.normalize("NFD", "Café Één"), "Nieuw-Oost; DROP TABLE plannen", " Randgeval ",
    "日本の計画", "a" * 300, "_x0041_geheim", "Plan\u00a0B\u200bstil",
]  # fmt: skip
WRITERS = {
    "gpkg": (geopackage.write_geopackage, geopackage.verify_geopackage),
    "xlsx": (workbook.write_workbook, workbook.verify_workbook),
    "geojson": (geojson.write_geojson, geojson.verify_geojson),
    "html": (page.write_page, page.verify_page),
}


def secret(number, **changes):
    return consistent_plan(**{"vertrouwelijk": True, "planstatus": "3", "plannaam": f"Geheime haven {number}", **changes}), square(
        200 + number, 91.3
    )


def shown(number, **changes):
    return consistent_plan(**{"plannaam": f"Openbaar {number}", "plannummer": f"N{number}", **changes}), square(number)


def version_of(pairs):
    def shape(index):
        return None if pairs[index][1].isNull() else pairs[index][1].asWkb().data()

    return make_public([plan for plan, _ in pairs], shape, MARKERWAARD, PEILDATUM)


def written(kind, version, folder):
    write, verify = WRITERS[kind]
    path = folder / f"x.{kind}"
    path.unlink(missing_ok=True)
    write(path, version, Silent())
    verify(path, version, Silent())
    return path


def points(pairs):
    return [(point.x(), point.y()) for _, shape in pairs for point in shape.vertices()]


@pytest.fixture
def plans():
    return [shown(2), secret(1), shown(1, plannaam="=SOM(A1) & <b>"), *(secret(at, plannaam=name) for at, name in enumerate(HOSTILE, 2))]


def test_the_package_holds_the_public_plans_and_the_sum(plans, tmp_path):
    made = package.write_public(tmp_path, version_of(plans), Silent())
    assert made.archive.name == "LMVW_openbaar_GM9999_2026-01-01.zip"
    assert left_in(tmp_path) == ["LMVW_openbaar_GM9999_2026-01-01", made.archive.name]
    with zipfile.ZipFile(made.archive) as packed:
        assert packed.namelist() == [
            "LEESMIJ.txt",
            "openbare_plannen.gpkg",
            "openbare_plannen.xlsx",
            "openbare_plannen.geojson",
            "openbare_plannen.html",
            "manifest.json",
        ]
        manifest = json.loads(packed.read("manifest.json"))
        assert manifest["sha256"] == {name: hashlib.sha256(packed.read(name)).hexdigest() for name in packed.namelist()[:-1]}
        assert "De openbare versie" in packed.read("LEESMIJ.txt").decode() and "1 januari 2026" in packed.read("LEESMIJ.txt").decode()
    assert manifest[SUM]["bruto_totaal"] == 20 * (1 + len(HOSTILE)) and manifest["openbaar"] is True
    assert package.read_published(made.archive, "GM9999") == manifest[SUM]


def test_the_geopackage_opens_in_qgis_with_its_sum_in_a_table_without_geometry(plans, tmp_path):
    path = written("gpkg", version_of(plans), tmp_path)
    layer = QgsVectorLayer(f"{path}|layername={PLANS}", "x", "ogr")
    assert layer.isValid() and layer.crs().authid() == "EPSG:28992" and layer.featureCount() == 2
    assert [(one.id(), one["plannaam"], one["bruto_2026"]) for one in layer.getFeatures()] == [
        (1, "=SOM(A1) & <b>", 8),
        (2, "Openbaar 2", 8),
    ]
    assert {one["plannaam"]: one.geometry().asWkt() for one in layer.getFeatures()}["Openbaar 2"] == square(2).asWkt()
    drawn = QgsGeometry.collectGeometry([square(1), square(2)]).boundingBox()
    assert layer.extent() == drawn
    sums = QgsVectorLayer(f"{path}|layername={SUM}", "x", "ogr")
    assert not sums.isSpatial() and sums.fields().names() == ["fid", "kolom", "omschrijving", "woningen"]
    assert {one["kolom"]: one["woningen"] for one in sums.getFeatures()}["sloop_totaal"] == 4 * (1 + len(HOSTILE))
    about = {one["onderwerp"]: one["tekst"] for one in QgsVectorLayer(f"{path}|layername={ABOUT}", "x", "ogr").getFeatures()}
    assert "openbare versie" in about["Wat dit is"] and "1 januari 2026" in about["Peildatum"] and "Markerwaard" in about["Bron"]
    with closing(sqlite3.connect(path)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
        assert not [name for name in tables if name.startswith("rtree") or "style" in name or "metadata" in name or "sequence" in name]


def test_the_workbook_has_the_same_and_a_name_is_no_formula(plans, tmp_path):
    book = load_workbook(written("xlsx", version_of(plans), tmp_path))
    assert book.sheetnames == [ABOUT, PLANS, SUM]
    rows = list(book[PLANS].iter_rows(values_only=True))
    assert rows[1] == tuple(version_of(plans).columns)
    assert [row[0] for row in rows[2:]] == ["=SOM(A1) & <b>", "Openbaar 2"]
    assert book[PLANS]["A3"].data_type != "f" and "verdichting" in str(rows[3]).lower()
    assert "openbare versie" in str(list(book[ABOUT].iter_rows(values_only=True)))
    assert ("Bruto totaal", "bruto_totaal", 220) in list(book[SUM].iter_rows(values_only=True))
    assert book.properties.lastModifiedBy is None


def test_the_geojson_is_in_wgs84_with_the_sum_beside_its_plans(plans, tmp_path):
    read = json.loads(written("geojson", version_of(plans), tmp_path).read_text(encoding="utf-8"))
    assert [one["properties"]["plannaam"] for one in read["features"]] == ["=SOM(A1) & <b>", "Openbaar 2"]
    ((ring,),) = read["features"][0]["geometry"]["coordinates"]
    assert all(5.1 < x < 5.4 and 52.4 < y < 52.7 for x, y in ring) and ring[0] == ring[-1]
    assert sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring)) < 0  # against the clock
    assert read[SUM]["bruto_totaal"] == 220 and "openbare versie" in read[ABOUT]["Wat dit is"]
    assert QgsVectorLayer(str(tmp_path / "x.geojson"), "x", "ogr").featureCount() == 2


def test_nothing_confidential_is_in_any_byte(plans, tmp_path):
    hidden = [pair for pair in plans if pair[0]["vertrouwelijk"]]
    made = package.write_public(tmp_path, version_of(plans), Silent())
    names = [plan["plannaam"] for plan, _ in hidden] + ["Geheime haven"]
    boxes = [shape.boundingBox() for _, shape in hidden]
    sides = [(box.xMinimum(), box.xMaximum()) for box in boxes] + [(box.yMinimum(), box.yMaximum()) for box in boxes]
    for path in (made.archive, *made.folder.iterdir()):
        assert found(path.read_bytes(), names, points(hidden), path.name, sides) == []
    assert found(made.archive.read_bytes(), ["Openbaar 2"], points([shown(2)]))  # what is public is found by the same search


@pytest.mark.parametrize("kind", WRITERS)
def test_a_planted_leak_is_found(kind, plans, tmp_path):
    """In each kind of file: a confidential plan that somebody lets through is seen by the search above."""
    hidden = secret(7, plannaam="Geheim & <Haven>")
    path = written(kind, version_of([*plans, (hidden[0] | {"vertrouwelijk": False}, hidden[1])]), tmp_path)
    leaked = {name for _, name in found(path.read_bytes(), ["Geheim & <Haven>"], points([hidden]))}
    assert "Geheim & <Haven>" in leaked
    assert kind != "gpkg" or str(points([hidden])[0]) in leaked


_COUNTS = st.fixed_dictionaries(
    {name: st.integers(0, 90) for name in ("bruto_totaal", "sloop_totaal", "meergezins", "nultreden", "bruto_jaar01")}
)
_ZERO = {field.name: 0 for field in b.COUNTS}


def otherwise(counts, chance, answers=(True, None, "?")):
    """Other plans with the same sums: split, renamed, moved, flagged otherwise, with the own administration between them.

    ``answers`` at Vertrouwelijk: those of confidential plans, unless more are given.
    """
    after = []
    for one in counts:
        left = {name: chance.randint(0, count) for name, count in one.items()}
        for part in (left, {name: one[name] - left[name] for name in one}) if chance.random() < 0.7 else (one,):
            name = chance.choice(HOSTILE)
            words = {"plannaam": name, "toelichting": name, "plannummer": chance.choice(HOSTILE), "plan_id": f"{chance.getrandbits(64):x}"}
            flags = {"vertrouwelijk": chance.choice(answers), "planstatus": chance.choice(["3", "4A", None])}
            after.append(secret(chance.randint(0, 300), **_ZERO | part, **words, **flags))
    return [*after, secret(1, vervallen=True), secret(2, planstatus="5A"), shown(300, planstatus="5B", plannaam="Alleen hier")]


@pytest.mark.parametrize("kind", [*WRITERS, "zip"])
@settings(max_examples=200)
@given(counts=st.lists(_COUNTS, min_size=1, max_size=3), chance=st.randoms(use_true_random=False))
def test_no_confidential_plan_changes_a_byte(kind, counts, chance, tmp_path_factory):
    """Permuted, renamed, moved, split, replaced, flagged otherwise: the same bytes, in each file and in the zip with all of them."""
    open_to_all = [shown(at) for at in range(2)]
    before = [*open_to_all, *(secret(at, **_ZERO | one) for at, one in enumerate(counts))]
    after = [*open_to_all, *otherwise(counts, chance)]
    chance.shuffle(after)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(report_map, "_SIZE", QSize(70, 50))  # the same map, drawn in a moment; a test below draws it as it is
        patch.setattr(report_map, "_PLACES", 1)
        first, second = (_made(kind, version_of(pairs), tmp_path_factory.getbasetemp()) for pairs in (before, after))
    assert first == second


@pytest.mark.parametrize("kind", ["xlsx", "html", "zip"])
@settings(max_examples=200)
@given(counts=st.lists(_COUNTS, min_size=1, max_size=3), chance=st.randoms(use_true_random=False))
def test_no_plan_changes_a_byte_of_the_one_sum(kind, counts, chance, tmp_path_factory):
    """Where all plans are one sum, the public ones may be others as well (geheimhoudingsverklaring, A.1)."""
    before = [*(shown(at) for at in range(2)), *(secret(at, **_ZERO | one) for at, one in enumerate(counts))]
    after = otherwise([{name: plan[name] or 0 for name in _ZERO} for plan, _ in before], chance, (False, True, None, "?"))
    chance.shuffle(after)
    versions = [make_summed([plan for plan, _ in pairs], MARKERWAARD, PEILDATUM) for pairs in (before, after)]
    first, second = (_made(kind, version, tmp_path_factory.getbasetemp()) for version in versions)
    assert first == second


def _made(kind, version, folder):
    if kind != "zip":
        return written(kind, version, folder).read_bytes()
    with tempfile.TemporaryDirectory(dir=folder) as beside:
        return package.write_public(Path(beside), version, Silent()).archive.read_bytes()


def test_no_confidential_plan_changes_a_pixel_of_the_map(plans, tmp_path):
    others = [secret(90 + at, plannaam=f"Anders {at}") for at in range(1 + len(HOSTILE))]
    first, second = (
        written("html", version_of(pairs), tmp_path).read_bytes() for pairs in (plans, [*others[:3], plans[2], *others[3:], plans[0]])
    )
    assert first == second and b"data:image/png;base64," in first
    moved = [(plan, square(3) if plan["plannaam"] == "Openbaar 2" else shape) for plan, shape in plans]
    assert written("html", version_of(moved), tmp_path).read_bytes() != first  # what is public is drawn


def test_the_page_has_totals_map_charts_and_public_plans(plans, tmp_path):
    text = written("html", version_of(plans), tmp_path).read_text(encoding="utf-8")
    for words in (
        "De openbare versie",
        "1 januari 2026",
        "vertrouwelijk, opgeteld",
        "Kaart van de openbare plannen",
        "Fasering",
        "Prijs en eigendom",
    ):
        assert words in text
    assert "Openbaar 2" in text and "=SOM(A1) &amp; &lt;b&gt;" in text and "arcering" not in text
    assert text.count("<svg") == 2 and "http" not in text


def test_the_whole_package_is_the_same_to_the_byte(plans, tmp_path):
    made = [tmp_path / str(at) for at in range(2)]
    others = [plans[0], plans[2], *(secret(50 + at, plannaam=f"Iets anders {at}") for at in range(1 + len(HOSTILE)))]
    for folder, pairs in zip(made, (plans, others), strict=True):
        folder.mkdir()
        package.write_public(folder, version_of(pairs), Silent())
    first, second = ((folder / "LMVW_openbaar_GM9999_2026-01-01.zip").read_bytes() for folder in made)
    assert first == second


@pytest.mark.parametrize("kind", WRITERS)
def test_what_was_written_otherwise_is_refused(kind, plans, tmp_path):
    path, (write, verify) = tmp_path / "x", WRITERS[kind]
    write(path, version_of(plans), Silent())
    with pytest.raises(LmvwError, match="niet goed geschreven"):
        verify(path, version_of(plans[1:]), Silent())
    with pytest.raises(LmvwError, match="niet goed geschreven"):
        verify(path, version_of([*plans, shown(9)]), Silent())
    with pytest.raises(LmvwError, match="niet goed geschreven"):
        verify(path, version_of([*plans, secret(99)]), Silent())


def test_no_plans_at_all_is_a_version_too(tmp_path):
    made = package.write_public(tmp_path, version_of([]), Silent())
    assert QgsVectorLayer(f"{made.file(package.GPKG)}|layername={PLANS}", "x", "ogr").isValid()


def test_a_name_that_no_workbook_holds_is_told_and_leaves_nothing(tmp_path):
    with pytest.raises(LmvwError, match="openbare plan ‘Haven�’"):
        package.write_public(tmp_path, version_of([shown(1, plannaam="Haven\x01")]), Silent())
    assert left_in(tmp_path) == []


def _not_packed_as_it_says():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(package.MANIFEST, "{}")
    content = bytearray(buffer.getvalue())
    content[30 + len(package.MANIFEST)] = 7  # a block of a kind that deflate does not know
    return bytes(content)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"geen zip", _not_packed_as_it_says()])
def test_what_is_no_public_package_is_not_compared_with(content, tmp_path):
    path = tmp_path / "vorige.zip"
    path.write_bytes(content)
    with pytest.raises(LmvwError, match="geen openbaar pakket"):
        package.read_published(path, "GM9999")


def test_a_public_package_of_another_municipality_is_refused(plans, tmp_path):
    made = package.write_public(tmp_path, version_of(plans), Silent())
    with pytest.raises(LmvwError, match="van gemeente GM9999 en niet van GM0396"):
        package.read_published(made.archive, "GM0396")


def test_what_is_searched_is_what_is_made(plans):
    """The counts of the plans that everybody sees are in the files: else a search that finds nothing would say nothing."""
    assert random.Random(1).choice(version_of(plans).plans).values[[field.name for field in FIELDS].index("bruto_totaal")] == 20
