# SPDX-License-Identifier: GPL-2.0-or-later
"""Every delivery that was placed is kept in the plan file, as it went; and the delivery never depends on that."""

import hashlib
import sqlite3
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from qgis.core import QgsGeometry

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.layers.delivering import placing
from lmvw_plugin.layers.planfile import store
from lmvw_plugin.layers.planfile.tables import delivery_memory as memory
from scripts.bench_memory import make, remember
from tests.conftest import MARKERWAARD, change, consistent_plan, left_in, read_plans, square

GIVEN = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}


@pytest.fixture
def deliver(run, own_file, tmp_path):
    (tmp_path / "uit").mkdir(exist_ok=True)

    def make(**more):
        return run("exportdelivery", INPUT=str(own_file), **GIVEN, FOLDER=str(tmp_path / "uit"), **more)

    return make


def delivered_in(package):
    """The plans in the GeoPackage of a package, by name, with their polygon."""
    with zipfile.ZipFile(package) as packed:
        target = Path(package).with_suffix(".gpkg")
        target.write_bytes(packed.read("plannen.gpkg"))
    found = {plan["plannaam"]: (plan, shape) for plan, shape in read_plans(target)}
    target.unlink()
    return found


def test_a_delivery_is_kept_as_it_went(deliver, own_file):
    done = deliver()
    (kept,) = memory.read(own_file)
    assert (kept.peildatum, kept.gemeente_code, kept.pakket) == ("2026-01-01", "GM9999", Path(done["PACKAGE"]).name)
    assert kept.sha256 == hashlib.sha256(Path(done["PACKAGE"]).read_bytes()).hexdigest()
    assert (kept.plannen, kept.deel, done["NOT_REMEMBERED"]) == (done["DELIVERED"], False, "")
    went = delivered_in(done["PACKAGE"])
    plans = {plan.values["plannaam"]: plan for plan in memory.plans_of(own_file, kept)}
    assert set(plans) == set(went)
    for name, plan in plans.items():
        values, shape = went[name]
        for veld in ("plan_id", "plannummer", "planstatus", "bruto_totaal", "gerealiseerd", "vervallen", "toelichting"):
            assert plan.values.get(veld) == (values[veld] or None if isinstance(values[veld], str) else values[veld])
        geometry = QgsGeometry()
        geometry.fromWkb(plan.wkb)
        assert geometry.asWkb() == shape.asWkb()


def test_plans_that_stay_at_home_and_own_fields_are_not_in_it(deliver, own_file):
    name = next(iter(delivered_in(deliver()["PACKAGE"])))
    change(own_file, name, planstatus="5A", projectleider="A. de Boer")
    deliver()
    _, last = memory.read(own_file)
    plans = memory.plans_of(own_file, last)
    assert name not in {plan.values["plannaam"] for plan in plans}
    assert not any("projectleider" in plan.values for plan in plans)


def test_no_delivery_is_kept_that_was_not_placed(refused, run, own_file, tmp_path, monkeypatch):
    (tmp_path / "uit").mkdir()

    def stuck(*_):
        raise PermissionError(13, "in gebruik")

    monkeypatch.setattr(placing, "move", stuck)
    refused("exportdelivery", INPUT=str(own_file), **GIVEN, FOLDER=str(tmp_path / "uit"))
    assert left_in(tmp_path / "uit") == []
    assert memory.read(own_file) == []


def test_a_plan_file_that_cannot_be_written_is_delivered_and_told(deliver, own_file, monkeypatch):
    with closing(sqlite3.connect(own_file)) as database, database:  # somebody else's table of that name
        database.execute("CREATE TABLE lmvw_levering (iets TEXT)")
    done = deliver()
    assert Path(done["PACKAGE"]).is_file()
    assert done["NOT_REMEMBERED"].startswith("Het planbestand onthoudt deze levering niet.")


def test_nothing_of_the_memory_leaves_with_a_delivery(deliver, own_file, tmp_path):
    deliver()
    done = deliver()
    with zipfile.ZipFile(done["PACKAGE"]) as packed:
        (tmp_path / "uit.gpkg").write_bytes(packed.read("plannen.gpkg"))
    with closing(sqlite3.connect(tmp_path / "uit.gpkg")) as database:
        names = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    assert not [name for name in names if name.startswith(("lmvw_levering", "lmvw_te_beslissen"))]


def test_a_plan_that_was_delivered_as_finished_does_not_go_to_the_next_peildatum(deliver, run, own_file, tmp_path):
    name = next(iter(delivered_in(deliver()["PACKAGE"])))
    change(own_file, name, vervallen=True)
    deliver()
    new = tmp_path / "nieuw.gpkg"
    done = run("rollforward", INPUT=str(own_file), OUTPUT=str(new))
    assert done["LEFT"] >= 1
    assert name not in {plan["plannaam"] for plan, _ in read_plans(new)}
    assert [one.pakket for one in memory.read(new)] == [one.pakket for one in memory.read(own_file)]


def test_ten_deliveries_of_a_thousand_plans_take_little_room(tmp_path):
    path = tmp_path / "plannen.gpkg"
    plans, shapes = make(path, 1000)
    remember(path, plans, shapes)
    assert path.stat().st_size < 30_000_000
    assert path.stat().st_size < 12_000_000  # as measured, with room
    assert [one.plannen for one in memory.read(path)] == [1000] * 10
    last = memory.plans_of(path, memory.read(path)[-1])
    assert [one.values["bruto_jaar02"] for one in last] == [plan["bruto_jaar02"] for plan in plans]
    assert [one.wkb for one in last] == [shape.asWkb().data() for shape in shapes]


def test_what_is_the_same_is_kept_once(tmp_path):
    path = tmp_path / "plannen.gpkg"
    store.create(path, store.PlanFileInfo(MARKERWAARD, Peildatum(date(2026, 1, 1))), [(square(), consistent_plan())])
    about = memory.Delivered("2026-01-01", "2026-04-01T10:00:00", "GM9999", "standaard", "x.zip", "0")
    for _ in range(3):
        with memory.keeping(path, about, [memory.DeliveredPlan(consistent_plan(), b"polygoon")]):
            pass
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT count(*) FROM lmvw_levering_inhoud").fetchone() == (2,)
