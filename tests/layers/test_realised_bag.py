# SPDX-License-Identifier: GPL-2.0-or-later
"""Dwellings of the BAG from real GeoPackages in the layouts that there are, from a service that speaks WFS 2.0, and laid on polygons."""

import sqlite3
from contextlib import closing
from datetime import date

import numpy as np
import pytest
from qgis.core import QgsFeedback, QgsGeometry

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Cancelled, Silent
from lmvw_plugin.core.realised.homes import Status
from lmvw_plugin.layers.realised import service as asking
from lmvw_plugin.layers.realised.blocks import SIZE, Block, blocks_of
from lmvw_plugin.layers.realised.geopackage import read_stock, require_bag
from lmvw_plugin.layers.realised.lying import Polygons
from tests.bag_files import FORMED, HOME, USED, history, home, pdok
from tests.bag_service import DEEPEST, serving
from tests.conftest import DATA, square

HERE = [Block(145_000, 505_000)]
COUNTRY = blocks_of(np.array([[0.0, 300_000.0, 299_999.0, 629_999.0]]))


def found(stock):
    return sorted((one.status.name, one.bouwjaar, one.came) for one in stock.homes)


# -- files -------------------------------------------------------------------------------------------------------------


def test_of_a_file_of_pdok_only_dwellings_are_taken(tmp_path):
    homes = [
        home(1, 146_010, 506_010), home(2, 146_020, 506_010, FORMED), home(3, 146_030, 506_010, gebruiksdoel="winkelfunctie"),
        home(4, 146_040, 506_010, gebruiksdoel="winkelfunctie,woonfunctie", bouwjaar=1931), home(5, 146_050, 506_010, bouwjaar=9999),
    ]  # fmt: skip
    stock = read_stock(pdok(tmp_path / "bag.gpkg", homes), None, HERE, Silent())
    assert sorted(one.status.name for one in stock.homes) == ["GEVORMD", *["IN_GEBRUIK"] * 3]
    assert sorted(str(one.bouwjaar) for one in stock.homes) == ["1931", "2025", "2025", "None"]
    assert stock.points[:, 0].tolist() == [146_010, 146_020, 146_040, 146_050]


def test_of_a_file_of_the_whole_country_only_the_squares_with_plans_are_read(tmp_path):
    homes = [home(1, 146_010, 506_010), home(2, 146_010 + SIZE, 506_010), home(3, 250_000, 400_000)]
    path = pdok(tmp_path / "bag.gpkg", homes)
    assert read_stock(path, None, HERE, Silent()).points.tolist() == [[146_010, 506_010]]
    assert len(read_stock(path, None, COUNTRY, Silent()).homes) == 3
    with closing(sqlite3.connect(path)) as database:  # as some programs write it: without an index of places
        database.executescript("DROP TABLE rtree_verblijfsobject_geom; DELETE FROM gpkg_extensions")
        database.commit()
    assert len(read_stock(path, None, HERE, Silent()).homes) == 3, "all of them: the polygons decide"


def test_the_history_of_an_object_counts_once_and_tells_when_it_came(tmp_path):
    vbo = {"identificatie": "NL.IMBAG.Verblijfsobject.0221010000330226", "gebruiksdoel": "(1:woonfunctie)", "x": 146_010, "y": 506_010,
           "pandRef": "(1:NL.IMBAG.Pand.0221100000312938)"}  # fmt: skip
    other = {**vbo, "identificatie": "NL.IMBAG.Verblijfsobject.0221010000330227"}
    rows = [
        {**vbo, "status": FORMED, "beginGeldigheid": "2024-02-01", "eindGeldigheid": "2025-09-15"},
        {**vbo, "status": USED, "beginGeldigheid": "2025-09-15", "eindGeldigheid": "2025-11-01"},
        {**vbo, "status": "Verbouwing verblijfsobject", "beginGeldigheid": "2025-11-01"},
        {**other, "status": USED, "gebruiksdoel": "(1:kantoorfunctie)", "beginGeldigheid": "2012-01-01", "eindGeldigheid": "2025-10-01"},
        {**other, "status": USED, "beginGeldigheid": "2025-10-01"},
        {**other, "identificatie": "NL.IMBAG.Verblijfsobject.0221010000330228", "status": USED, "beginGeldigheid": "2011-01-01"},
        {**other, "identificatie": "NL.IMBAG.Verblijfsobject.0221010000330229", "status": USED, "eindRegistratie": "2020-01-01"},
    ]
    pand = {"identificatie": "NL.IMBAG.Pand.0221100000312938", "status": "Pand in gebruik", "x": 146_010, "y": 506_010}
    panden = [
        {**pand, "oorspronkelijkBouwjaar": "9999", "beginGeldigheid": "1995-01-18", "eindGeldigheid": "2011-06-30"},
        {**pand, "oorspronkelijkBouwjaar": "1990", "beginGeldigheid": "2011-06-30", "eindGeldigheid": "2015-11-23"},
        {**pand, "oorspronkelijkBouwjaar": "1985", "beginGeldigheid": "2015-11-23"},
    ]
    path, beside = history(tmp_path / "vbo.gpkg", rows), history(tmp_path / "pnd.gpkg", panden, "Pand")
    stock = read_stock(path, beside, HERE, Silent())
    assert sorted((one.status.name, one.bouwjaar, one.came or date.min) for one in stock.homes) == [
        ("IN_GEBRUIK", 1985, date.min), ("IN_GEBRUIK", 1985, date(2025, 10, 1)), ("VERBOUWING", 1985, date(2025, 9, 15)),
    ]  # fmt: skip
    assert read_stock(path, None, HERE, Silent()).undated, "without the panden nobody knows"


@pytest.mark.parametrize("state", ["wal", "delete"])
def test_a_file_stays_as_it_is_and_nothing_comes_beside_it(tmp_path, state):
    path = pdok(tmp_path / "bag.gpkg", [home(1, 146_010, 506_010)])
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA journal_mode={state}")
    before = path.read_bytes()
    require_bag(path)
    assert len(read_stock(path, None, HERE, Silent()).homes) == 1
    assert path.read_bytes() == before and [one.name for one in tmp_path.iterdir()] == ["bag.gpkg"]


def test_what_is_no_bag_is_said_in_a_sentence(tmp_path):
    wrong = tmp_path / "x.gpkg"
    wrong.write_text("geen database", encoding="utf-8")
    with pytest.raises(LmvwError, match="is geen GeoPackage of is beschadigd; kies het GeoPackage-bestand met de BAG"):
        require_bag(wrong)
    with pytest.raises(LmvwError, match="heeft geen laag met verblijfsobjecten"):
        require_bag(history(tmp_path / "pnd.gpkg", [], "Pand"))
    with pytest.raises(LmvwError, match="ligt niet in Rijksdriehoekscoördinaten"):
        require_bag(pdok(tmp_path / "wgs.gpkg", [home(1, 5.3, 52.5)], crs=4326))


def test_it_can_be_stopped(tmp_path):
    path = pdok(tmp_path / "bag.gpkg", [home(number, 146_000 + number, 506_010) for number in range(50)])
    stopped = QgsFeedback()
    stopped.cancel()
    with pytest.raises(Cancelled):
        read_stock(path, None, HERE, stopped)


@pytest.mark.parametrize(
    ("file", "panden", "expected"),
    [
        ("doesburg_small_VBO", "doesburg_small_PND", {("VERBOUWING", 1585): 1}),
        ("doesburg_small_VBO", None, {("VERBOUWING", None): 1}),
        ("amsterdam_vbo_sample_2015_rd", None, {("IN_GEBRUIK", None): 85}),
        ("nlextract_vbo_bag1_samples_rd", None, {("IN_GEBRUIK", None): 39, ("INGETROKKEN", None): 6, ("NIET_INGEMETEN", None): 2, ("GEVORMD", None): 1}),
    ],
)  # fmt: skip
def test_real_files_are_read_as_they_are(file, panden, expected):
    folder = DATA / "bag"
    if not folder.is_dir():
        pytest.skip("the real files are not here")
    stock = read_stock(folder / f"{file}.gpkg", folder / f"{panden}.gpkg" if panden else None, COUNTRY, Silent())
    counts = {}
    for one in stock.homes:
        counts[one.status.name, one.bouwjaar] = counts.get((one.status.name, one.bouwjaar), 0) + 1
    assert counts == expected


# -- the service -------------------------------------------------------------------------------------------------------


def test_a_service_is_asked_in_pages_and_gives_what_a_file_gives(qgis_app, tmp_path):
    homes = [home(number, 146_000 + number % 100, 506_000 + number // 100, FORMED if number % 3 else USED) for number in range(2_500)]
    with serving(homes) as service:
        stock = asking.fetch_stock(service.address, HERE, QgsFeedback())
    assert [asked.get("startIndex", asked.get("resultType")) for asked in service.asked] == ["hits", "0", "1000", "2000"]
    assert {asked["bbox"] for asked in service.asked} == {"145000,505000,150000,510000,urn:ogc:def:crs:EPSG::28992"}
    of_file = read_stock(pdok(tmp_path / "bag.gpkg", homes), None, HERE, Silent())
    assert found(stock) == found(of_file) and np.array_equal(stock.points, of_file.points)


def test_a_square_with_more_than_the_service_gives_is_asked_in_quarters(qgis_app):
    one = home(0, 0, 0)
    homes = [
        {**one, "identificatie": f"{number:016d}", "x": 145_001 + 4_990 * (number % 2), "y": 505_001.0} for number in range(DEEPEST + 500)
    ]
    with serving(homes) as service:
        stock = asking.fetch_stock(service.address, HERE, QgsFeedback())
    assert len(stock.homes) == len(homes)
    assert max(int(asked.get("startIndex", 0)) for asked in service.asked) < DEEPEST


def test_what_fails_for_a_moment_is_asked_again(qgis_app, monkeypatch):
    monkeypatch.setattr(asking, "_PAUSE", 0.01)
    with serving([home(1, 146_010, 506_010)]) as service:
        service.broken = 2
        assert len(asking.fetch_stock(service.address, HERE, QgsFeedback()).homes) == 1
        service.broken = 99
        with pytest.raises(LmvwError, match=r"geeft geen antwoord \(.+\)\. Is er internet"):
            asking.fetch_stock(service.address, HERE, QgsFeedback())


def test_no_service_and_another_service_are_said_in_a_sentence(qgis_app, monkeypatch):
    monkeypatch.setattr(asking, "_PAUSE", 0.01)
    with serving([home(1, 146_010, 506_010)]) as service:
        address = service.address
        service.answer = lambda asked: (200, "text/html", "<html>inlogpagina</html>")
        with pytest.raises(LmvwError, match="antwoordt anders dan verwacht"):
            asking.fetch_stock(address, HERE, QgsFeedback())
    with pytest.raises(LmvwError, match="geeft geen antwoord"):
        asking.fetch_stock(address, HERE, QgsFeedback())


def test_a_page_that_stays_empty_is_never_taken_for_the_end(qgis_app):
    with serving([home(number, 146_010, 506_010) for number in range(1_500)]) as service:
        whole = service.answer

        def short(asked):
            return (200, "application/json", '{"features": []}') if asked.get("startIndex") == "1000" else whole(asked)

        service.answer = short
        with pytest.raises(LmvwError, match="antwoordt anders dan verwacht"):
            asking.fetch_stock(service.address, HERE, QgsFeedback())


def test_the_service_is_never_asked_for_more_than_a_large_city(qgis_app, monkeypatch):
    monkeypatch.setattr(asking, "_MOST", 100)
    with serving([home(number, 146_010, 506_010) for number in range(101)]) as service:
        with pytest.raises(LmvwError, match="kent de BAG 101 verblijfsobjecten; dat is te veel"):
            asking.fetch_stock(service.address, HERE, QgsFeedback())
        assert [asked.get("resultType") for asked in service.asked] == ["hits"], "nothing was fetched"


def test_a_cancel_ends_the_asking(qgis_app):
    with serving([home(number, 146_010, 506_010) for number in range(5_000)]) as service:
        feedback = QgsFeedback()
        service.before = lambda asked: feedback.cancel() if asked.get("startIndex") == "1000" else None
        with pytest.raises(Cancelled):
            asking.fetch_stock(service.address, HERE, feedback)
        assert len(service.asked) == 3


# -- on the plans ------------------------------------------------------------------------------------------------------

CROSSED = "MultiPolygon (((146000 506000, 146100 506100, 146100 506000, 146000 506100, 146000 506000)))"
OPEN = bytes.fromhex("0106000000010000000103000000010000000400000000000000") + b"\0" * 5
WIDE = "MultiPolygon (((0 300000, 280000 300000, 280000 620000, 0 620000, 0 300000)))"


def wkb(text):
    return QgsGeometry.fromWkt(text).asWkb().data()


def test_one_odd_polygon_never_stops_the_rest(tmp_path):
    homes = [home(1, 146_010, 506_050), home(2, 146_260, 506_050), home(3, 146_100, 506_050, bouwjaar=1950)]
    stock = read_stock(pdok(tmp_path / "bag.gpkg", homes), None, HERE, Silent())
    whole = square(0).asWkb().data()
    odd = [
        None,
        OPEN,
        wkb(WIDE),
        wkb("MultiPolygon EMPTY"),
        wkb("MultiPolygon (((146000 506000, nan 506100, 146100 506100, 146000 506000)))"),
    ]
    polygons = Polygons([whole, *odd, wkb(CROSSED), whole], Silent())
    assert polygons.blocks == HERE
    lying = polygons.homes(stock, Silent())
    assert [one is None for one in lying] == [False, *[True] * len(odd), False, False]
    assert len(lying[0].of) == len(lying[-1].of) == 2, "the one on its border too"
    assert [one.status for one in lying[0].of] == [Status.IN_GEBRUIK] * 2


def test_without_any_dwelling_every_plan_has_none(tmp_path):
    stock = read_stock(pdok(tmp_path / "bag.gpkg", []), None, HERE, Silent())
    assert [len(one.of) for one in Polygons([square(0).asWkb().data()], Silent()).homes(stock, Silent())] == [0]
    assert Polygons([], Silent()).homes(stock, Silent()) == []
    assert Polygons([None], Silent()).blocks == []


def test_a_dwelling_in_two_plans_counts_in_both_and_many_in_one(tmp_path):
    homes = [home(number, 146_001 + number % 90, 506_001 + number // 90, gebruiksdoel=HOME) for number in range(3_000)]
    stock = read_stock(pdok(tmp_path / "bag.gpkg", homes), None, HERE, Silent())
    shape = square(0).asWkb().data()
    assert [len(one.of) for one in Polygons([shape] * 600 + [square(1).asWkb().data()], Silent()).homes(stock, Silent())] == [
        3_000
    ] * 600 + [0]
