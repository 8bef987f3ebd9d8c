# SPDX-License-Identifier: GPL-2.0-or-later
"""What a province lays beside a delivery: the one of an earlier peildatum, whole; and what it says when that cannot be done."""

import shutil
import sqlite3
import zipfile
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.delivering.small_plans import sum_id
from lmvw_plugin.core.receiving.overview import members
from lmvw_plugin.layers.history import lying
from tests.conftest import DATA, PEILDATUM, Listener, polygon_layer
from tests.packages import by_hand, changed, of, place_of, remade, sent

EARLIER, EARLIEST = Peildatum.parse("2025-07-01"), Peildatum.parse("2025-01-01")
HOME, NEIGHBOUR = members("Noord-Holland", PEILDATUM)[:2]
SMALL = {"bruto_totaal": 8}
PLANS = DATA / "plannen"


@pytest.fixture
def send(tmp_path, provider):
    return partial(sent, tmp_path)


@pytest.fixture
def opened(run, tmp_path):
    def go(**more):
        given = {"INPUT": [str(tmp_path / "in")], "OUTPUT": str(tmp_path / "beoordeling.gpkg"), **more}
        return run("opendeliveries", **given)

    return go


def table(done, name, key):
    with closing(sqlite3.connect(done["OUTPUT"])) as database:
        database.row_factory = sqlite3.Row
        return {row[key]: dict(row) for row in database.execute(f"SELECT * FROM {name}")}


def home_of(done, code=HOME.code):
    return table(done, "overzicht", "gemeente_code")[code]


def test_a_correction_is_not_laid_beside_the_delivery_that_it_replaces(send, opened, tmp_path):
    plans = [of(HOME, "Klaar", gerealiseerd=True), of(HOME, "Zuid", bruto_totaal=80), of(HOME, "Weg")]
    send(plans, HOME).rename(tmp_path / "in" / "eerst.zip")
    opened()
    send([plans[0], of(HOME, "Zuid")], HOME, moment=datetime(2026, 4, 9))
    done = opened()
    row = home_of(done)
    assert (row["keer"], row["vergeleken_met"], row["verdwenen"]) == (2, "", None)
    assert not {"S4", "S5", "S6", "V4", "V5"} & set(table(done, "bevindingen", "regel"))
    assert set(table(done, "vorige_plannen", "plannaam")) == {"Klaar", "Zuid", "Weg"}  # still to be looked at


def test_a_previous_delivery_that_cannot_be_opened_is_no_comparison_and_says_why(send, opened, tmp_path):
    changed(send([of(HOME, "Toen")], HOME, folder="toen", peildatum=EARLIER))
    send([of(HOME, "Zuid")], HOME)
    row = home_of(opened(PREVIOUS=str(tmp_path / "toen")))
    assert row["niveau"] == "in orde" and "Niet vergeleken" in row["uitleg"] and "LEESMIJ.txt" in row["uitleg"]


def test_what_is_no_package_among_previous_deliveries_is_told_and_counts_nowhere(send, opened, sample, tmp_path):
    send([of(HOME, "Toen")], HOME, folder="toen", peildatum=EARLIER)
    (tmp_path / "toen" / "plannen.gpkg").write_bytes((sample / "schoon" / "plannen.gpkg").read_bytes())
    send([of(HOME, "Zuid")], HOME)
    for _ in range(2):
        done = opened(PREVIOUS=str(tmp_path / "toen"))
        assert table(done, "leveringen", "bestand")["plannen.gpkg"]["stand"] == "vorige niet te openen"
        assert (done["REFUSED"], done["FOREIGN"]) == (0, 0) and home_of(done)["plannen_vorig"] == 1
    assert done["AGAIN"] == 1  # the delivery itself


def test_a_merged_municipality_is_laid_beside_those_that_it_came_of(send, opened, tmp_path):
    new, olds = gemeente("GM1979"), [gemeente(code) for code in ("GM0003", "GM0010", "GM0024")]
    then = Peildatum.parse("2020-07-01")
    for at, old in enumerate(olds):
        send([of(old, f"Plan van {old.name}"), of(old, f"Weg uit {old.name}")], old, folder="toen", peildatum=then, at=10 * at)
    now = [of(new, f"Plan van {old.name}") for old in olds]
    send(now, new)
    row = home_of(opened(PREVIOUS=str(tmp_path / "toen")), new.code)
    assert (row["plannen_vorig"], row["bruto_vorig"], row["verdwenen"]) == (6, 120, 3)
    assert all(old.code in row["vergeleken_met"] for old in olds)


def as_sum(path):
    remade(path, f"UPDATE plannen SET plan_id = '{sum_id(HOME.code)}' WHERE plannaam = 'Kleine plannen'")


@pytest.mark.parametrize("summed_then", [True, False])
def test_small_plans_that_are_summed_on_one_side_only_are_not_gone(send, opened, tmp_path, summed_then):
    summed, apart = [of(HOME, "Kleine plannen")], [of(HOME, "Klein een", **SMALL), of(HOME, "Klein twee", **SMALL)]
    then = send([*(summed if summed_then else apart), of(HOME, "Weg")], HOME, folder="toen", peildatum=EARLIER, at=20)
    now = send([*(apart if summed_then else summed), of(HOME, "Zuid")], HOME)
    remade(then, "UPDATE plannen SET plan_id = replace(plan_id, '1111', '2222')")  # none has the id of another
    as_sum(then if summed_then else now)
    done = opened(PREVIOUS=str(tmp_path / "toen"))
    assert table(done, "bevindingen", "regel")["S4"]["plannaam"] == "Weg" and home_of(done)["verdwenen"] == 1


def test_another_previous_delivery_of_the_same_name_is_compared_anew(send, opened, tmp_path):
    send([of(HOME, "Zuid")], HOME)
    send([of(HOME, "Zuid")], HOME, folder="a", peildatum=EARLIEST).rename(tmp_path / "a" / "vorig.zip")
    assert home_of(opened(PREVIOUS=str(tmp_path / "a")))["verdwenen"] == 0
    send([of(HOME, "Zuid"), of(HOME, "Weg")], HOME, folder="b", peildatum=EARLIER).rename(tmp_path / "b" / "vorig.zip")
    row = home_of(opened(PREVIOUS=str(tmp_path / "b")))
    assert (row["plannen_vorig"], row["verdwenen"]) == (2, 1)


def test_two_polygons_that_cannot_be_laid_over_each_other_stop_no_comparison(send, opened, tmp_path, monkeypatch):
    send([of(HOME, "Zuid"), of(HOME, "Noord"), of(HOME, "Weg")], HOME, folder="toen", peildatum=EARLIER)
    send([of(HOME, "Zuid"), of(HOME, "Noord")], HOME)
    intersection, bad = lying.shapely.intersection, []

    def fails_at_one(ones, others, **how):
        bad.append(ones[0].wkb)
        if any(one.wkb == bad[0] for one in ones):
            raise lying.shapely.GEOSException("TopologyException")
        return intersection(ones, others, **how)

    monkeypatch.setattr(lying.shapely, "intersection", fails_at_one)
    row = home_of(opened(PREVIOUS=str(tmp_path / "toen")))
    assert (row["plannen_vorig"], row["verdwenen"]) == (3, 1)


def test_a_comparison_that_fails_is_told_and_the_rest_goes_on(send, opened, tmp_path, monkeypatch):
    from lmvw_plugin.layers.receiving import comparing

    send([of(HOME, "Zuid")], HOME, folder="toen", peildatum=EARLIER)
    send([of(HOME, "Zuid")], HOME)

    def fails(*_):
        raise lying.shapely.GEOSException("TopologyException")

    monkeypatch.setattr(comparing, "compare", fails)
    row = home_of(opened(PREVIOUS=str(tmp_path / "toen")))
    assert row["niveau"] == "in orde" and "Niet vergeleken" in row["uitleg"] and row["verdwenen"] is None
    monkeypatch.undo()
    assert home_of(opened())["verdwenen"] == 0


# -- without the plugin ---------------------------------------------------------------------------------------------------

HEEMSKERK = gemeente("GM0396")


def file_of(path, **bruto):
    """A layer that a municipality without the plugin delivered then."""
    path.parent.mkdir(exist_ok=True)
    rows = [{"plannaam": name, "bruto_totaal": count, "planstatus": "2A"} for name, count in bruto.items()]
    layer = polygon_layer(rows, geometries=[place_of(at) for at in range(len(rows))])
    options = QgsVectorFileWriter.SaveVectorOptions()
    assert QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)[0] == 0


@pytest.mark.parametrize(
    ("name", "day"), [("heemskerk.gpkg", "2025-07-01"), ("heemskerk 2025-01-01.gpkg", "2025-01-01"), ("GM0396_20240701.gpkg", "2024-07-01")]
)
def test_a_file_without_the_plugin_is_a_previous_delivery_of_the_day_that_it_or_its_folder_names(send, opened, tmp_path, name, day):
    file_of(tmp_path / "toen" / name, Zuid=20, Weg=12)
    send([of(HEEMSKERK, "Zuid")], HEEMSKERK)
    listener = Listener()
    done = opened(PREVIOUS=str(tmp_path / "toen"), feedback=listener)
    row, receipt = home_of(done, "GM0396"), table(done, "leveringen", "bestand")[name]
    assert (row["plannen_vorig"], row["bruto_vorig"], row["verdwenen"], row["vergeleken_met"]) == (2, 32, 1, name)
    assert (receipt["stand"], receipt["peildatum"], receipt["plugin_versie"]) == ("vorige levering", day, "zonder plugin")
    assert Peildatum.parse(day).words in receipt["reden"] and receipt["reden"] in listener.textLog()
    assert table(done, "bevindingen", "regel")["S4"]["plannaam"] == "Weg" and set(table(done, "plannen", "plannaam")) == {"Zuid"}
    assert not table(done, "kolomkoppelingen", "gemeente_code"), "the mapping that is kept is of what is reviewed"


def test_it_has_the_day_of_the_packages_beside_it_and_a_package_of_the_same_municipality_counts_before_it(send, opened, tmp_path):
    file_of(tmp_path / "toen" / "heemskerk.gpkg", Zuid=20, Weg=12)
    send([of(NEIGHBOUR, "Noord")], NEIGHBOUR, folder="toen", peildatum=EARLIEST)
    send([of(HEEMSKERK, "Zuid")], HEEMSKERK)
    done = opened(PREVIOUS=str(tmp_path / "toen"))
    assert (
        table(done, "leveringen", "bestand")["heemskerk.gpkg"]["peildatum"] == str(EARLIEST) and home_of(done, "GM0396")["verdwenen"] == 1
    )
    package = send([of(HEEMSKERK, "Zuid")], HEEMSKERK, folder="toen", peildatum=EARLIEST)
    row = home_of(opened(PREVIOUS=str(tmp_path / "toen")), "GM0396")
    assert (row["verdwenen"], row["vergeleken_met"]) == (0, package.name)


def test_a_mapping_of_the_columns_of_now_does_not_keep_a_previous_delivery_out(opened, tmp_path):
    """It had other columns then."""
    (tmp_path / "in").mkdir()
    _, mapping = by_hand(tmp_path / "in" / "heemskerk.gpkg", ["Zuid"])
    (tmp_path / "koppelingen").mkdir()
    mapping.rename(tmp_path / "koppelingen" / "GM0396_kolomkoppeling.json")
    file_of(tmp_path / "toen" / "heemskerk.gpkg", Zuid=20, Weg=12)
    done = opened(
        PREVIOUS=str(tmp_path / "toen"), PROVINCIE="Noord-Holland", PEILDATUM="2026-01-01", MAPPINGS=str(tmp_path / "koppelingen")
    )
    row = home_of(done, "GM0396")
    assert (row["plannen"], row["plannen_vorig"]) == (1, 2)


def test_of_the_day_that_is_reviewed_or_of_another_province_it_is_not_compared_with_and_says_why(send, opened, tmp_path):
    file_of(tmp_path / "toen" / "heemskerk_2026-01-01.gpkg", Zuid=20)
    file_of(tmp_path / "toen" / "assen.gpkg", Ver=20)
    send([of(HEEMSKERK, "Zuid")], HEEMSKERK)
    receipts = table(opened(PREVIOUS=str(tmp_path / "toen")), "leveringen", "bestand")
    for name, said in (("heemskerk_2026-01-01.gpkg", "van vóór 1 januari 2026"), ("assen.gpkg", "Drenthe")):
        assert receipts[name]["stand"] == "vorige niet te openen" and said in receipts[name]["reden"]


@pytest.mark.skipif(not PLANS.is_dir(), reason="needs the real plans in ../shared/data/plannen")
@pytest.mark.parametrize(("then", "now", "code", "count"), [
    ("heemskerk_2017.shp", "heemskerk_2020.gpkg", "GM0396", 18), ("alkmaar_2017.gpkg", "alkmaar_2020.gpkg", "GM0361", 60),
])  # fmt: skip
def test_a_real_registry_is_laid_beside_that_of_three_years_before(opened, tmp_path, then, now, code, count):
    (tmp_path / "toen").mkdir()
    for part in PLANS.glob(f"{Path(then).stem}.*"):
        shutil.copy(part, tmp_path / "toen")
    done = opened(INPUT=[str(PLANS / now)], PREVIOUS=str(tmp_path / "toen"), PROVINCIE="Noord-Holland", PEILDATUM="2026-01-01")
    row = home_of(done, code)
    assert row["plannen_vorig"] == count and 0 < row["verdwenen"] < count and row["vergeleken_met"] == then
    assert "Planstatus" in table(done, "kolomkoppelingen", "gemeente_code")[code]["koppeling"], "of the columns of now"


# -- which delivery counts ------------------------------------------------------------------------------------------------


def test_the_choice_of_art_8_is_part_of_the_content(send, opened, tmp_path):
    secret = of(HOME, "Geheim", vertrouwelijk=True, planstatus="3")
    send([secret], HOME, aggregates=False).rename(tmp_path / "in" / "eerst.zip")
    opened()
    new = send([secret], HOME, aggregates=True, moment=datetime(2026, 4, 9))
    done = opened()
    assert table(done, "leveringen", "bestand")[new.name]["stand"] == "in beoordeling" and home_of(done)["optellen"] == 1


def test_a_clock_that_is_ahead_keeps_no_later_delivery_out(send, opened, tmp_path):
    ahead = send([of(HOME, "Zuid")], HOME)
    remade(ahead, gemaakt="2931-01-01T00:00:00")
    ahead = ahead.rename(tmp_path / "in" / "eerst.zip")
    assert "2931" in table(opened(), "leveringen", "bestand")["eerst.zip"]["reden"]
    now = datetime.now().replace(microsecond=0)
    new = send([of(HOME, "Noord")], HOME, moment=now)
    done = opened()
    assert table(done, "leveringen", "bestand")[new.name]["stand"] == "in beoordeling"


def test_a_municipality_that_is_no_more_has_a_row_that_says_so(send, opened):
    gone = gemeente("GM0010")
    send([of(gone, "Haven")], gone)
    done = opened()
    row = home_of(done, gone.code)
    assert row["niveau"] == "te verbeteren" and "Eemsdelta" in row["uitleg"] and row["plannen"] == 1


def test_without_shapely_a_delivery_is_not_in_order_and_is_judged_when_it_is_there(send, opened, monkeypatch):
    from lmvw_plugin.layers import checks, requirements

    send([of(HOME, "Zuid")], HOME)
    with monkeypatch.context() as without:
        without.setattr(checks, "skipped_rules", lambda: "shapely ontbreekt")
        done = opened()
        row = home_of(done)
        assert row["niveau"] == "niet helemaal nagekeken" and "polygonen" in row["uitleg"]
        assert "niet helemaal nagekeken" in Path(done["REPORT"]).read_text(encoding="utf-8")
    assert not requirements.lack("shapely")
    done = opened()
    assert home_of(done)["niveau"] == "in orde" and (done["PLANS"], len(table(done, "leveringen", "bestand"))) == (1, 1)


def test_a_negative_number_of_plans_is_a_broken_package(send, opened, run, tmp_path):
    path = send([of(HOME, "Zuid")], HOME)
    send([of(NEIGHBOUR, "Noord")], NEIGHBOUR)
    remade(path, plannen=-5)
    assert table(opened(), "leveringen", "bestand")[path.name]["stand"] == "niet te openen"
    (tmp_path / "set").mkdir()
    done = run("exportsteward", INPUT=str(tmp_path / "in"), FOLDER=str(tmp_path / "set"))
    assert (done["MERGED"], done["REFUSED"]) == (1, 1)


def test_a_broken_file_keeps_the_moment_at_which_it_was_first_seen(send, opened):
    path = send([of(HOME, "Zuid")], HOME)
    send([of(NEIGHBOUR, "Noord")], NEIGHBOUR)
    changed(path)
    done = opened()
    with closing(sqlite3.connect(done["OUTPUT"])) as database, database:
        database.execute("UPDATE leveringen SET ontvangen_op = '2026-03-01T10:00:00'")
    assert table(opened(), "leveringen", "bestand")[path.name]["ontvangen_op"] == "2026-03-01T10:00:00"


# -- what lies in the folder ----------------------------------------------------------------------------------------------


def test_an_unpacked_package_hides_no_zip_beside_it(send, opened, tmp_path):
    path = send([of(HOME, "Zuid")], HOME)
    with zipfile.ZipFile(path) as packed:
        packed.extractall(tmp_path / "in")
    send([of(NEIGHBOUR, "Noord")], NEIGHBOUR)
    done = opened()
    assert (done["OPENED"], done["FOREIGN"]) == (2, 1) and set(table(done, "plannen", "plannaam")) == {"Zuid", "Noord"}


def test_review_files_and_overviews_in_the_folder_are_no_deliveries(send, opened, tmp_path):
    send([of(HOME, "Zuid")], HOME)
    inside = {"OUTPUT": str(tmp_path / "in" / "mijn.gpkg"), "WORKBOOK": str(tmp_path / "in" / "overzicht.xlsx")}
    opened(**inside)
    assert (tmp_path / "in" / "overzicht.xlsx").is_file()
    done = opened(**inside)
    other = opened()
    assert done["FOREIGN"] == other["FOREIGN"] == 0 and list(table(other, "leveringen", "bestand")) == list(
        table(done, "leveringen", "bestand")
    )


def test_what_is_older_or_of_another_program_could_not_be_refused(send, opened, sample, tmp_path):
    send([of(HOME, "Nieuw")], HOME, moment=datetime(2026, 4, 9)).rename(tmp_path / "in" / "a.zip")
    opened()
    send([of(HOME, "Oud")], HOME)
    changed(send([of(NEIGHBOUR, "Noord")], NEIGHBOUR))
    (tmp_path / "in" / "werkblad.xlsx").write_bytes((sample / "schoon" / "werkblad.xlsx").read_bytes())
    done = opened()
    assert (done["OPENED"], done["REFUSED"], done["OLDER"], done["FOREIGN"]) == (0, 1, 1, 1)


# -- the files that are made ----------------------------------------------------------------------------------------------


def test_no_reason_names_a_plan(send, opened):
    path, other = send([of(HOME, "Geheime haven")], HOME), send([of(NEIGHBOUR, "Stille kade")], NEIGHBOUR)
    remade(path, "UPDATE plannen SET plannaam = 'Zachte oever'")
    remade(other, "UPDATE plannen SET bruto_totaal = 'Verborgen dok'")
    listener = Listener()
    done = opened(feedback=listener, PROVINCIE="Noord-Holland", PEILDATUM="2026-01-01")
    assert done["REFUSED"] == 2
    told = Path(done["REPORT"]).read_text(encoding="utf-8") + listener.textLog() + str(table(done, "leveringen", "bestand"))
    for name in ("Geheime haven", "Stille kade", "Zachte oever", "Verborgen dok"):
        assert name not in told


def test_page_and_workbook_say_that_they_are_confidential(send, opened, tmp_path):
    from lmvw_plugin.layers.workbook.openpyxl_alone import load_workbook

    send([of(HOME, "Zuid")], HOME)
    done = opened(WORKBOOK=str(tmp_path / "overzicht.xlsx"))
    assert Path(done["REPORT"]).name == "beoordeling_VERTROUWELIJK.html"
    book = load_workbook(tmp_path / "overzicht.xlsx")
    assert all(sheet.oddHeader.center.text == "VERTROUWELIJK" for sheet in book)
    assert "VERTROUWELIJK" in " ".join(map(str, next(book[book.sheetnames[0]].iter_rows(values_only=True))))


def test_a_workbook_that_cannot_be_written_is_told_and_the_review_file_is_there(send, run, tmp_path):
    class Meanwhile(Listener):
        """Somebody takes the name of the workbook when the work begins."""

        def _progressed(self, progress):
            (tmp_path / "overzicht.xlsx").mkdir(exist_ok=True)

    send([of(HOME, "Zuid")], HOME)
    listener = Meanwhile()
    done = run(
        "opendeliveries", listener, INPUT=[str(tmp_path / "in")], OUTPUT=str(tmp_path / "b.gpkg"), WORKBOOK=str(tmp_path / "overzicht.xlsx")
    )
    assert done["OPENED"] == 1 and "overzicht.xlsx" in listener.textLog() and "niets veranderd" not in listener.textLog()


def test_a_review_file_that_a_colleague_made_meanwhile_stays(send, refused, tmp_path):
    target = tmp_path / "beoordeling.gpkg"

    class Meanwhile(Listener):
        def _progressed(self, progress):
            if progress > 50 and not target.exists():
                target.write_bytes(b"het werk van een collega")

    send([of(HOME, "Zuid")], HOME)
    said = refused("opendeliveries", feedback=Meanwhile(), INPUT=[str(tmp_path / "in")], OUTPUT=str(target))
    assert "intussen" in said and target.read_bytes() == b"het werk van een collega"


def test_a_disk_that_takes_no_more_is_said_and_the_review_file_stays_as_it_was(send, opened, refused, tmp_path, monkeypatch):
    from lmvw_plugin.layers import moment

    send([of(HOME, "Zuid")], HOME)
    path = Path(opened()["OUTPUT"])
    before = path.read_bytes()
    send([of(NEIGHBOUR, "Noord")], NEIGHBOUR)
    begin = moment.begin

    def only_read(database):
        database.execute("PRAGMA query_only = 1")
        begin(database)

    monkeypatch.setattr(moment, "begin", only_read)
    said = refused("opendeliveries", INPUT=[str(tmp_path / "in")], OUTPUT=str(path))
    assert "alleen-lezen" in said and "fout in de plugin" not in said and path.read_bytes() == before
