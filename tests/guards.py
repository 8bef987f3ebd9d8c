# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever package, public version or set any test makes is searched for what must not be in it: the names, corners and bounding boxes of plans
that stay at home, of confidential plans, and of plans that went as a sum. What is made in this process is searched by what went into it; what a
journey has another one make, by the plan files that lie beside it (``leaks_in``)."""

import inspect
import json
import sqlite3
import tempfile
import unicodedata
import zipfile
from collections import defaultdict
from contextlib import closing, contextmanager, suppress
from itertools import chain
from pathlib import Path

import pytest
from qgis.core import QgsGeometry

from lmvw_plugin.core.delivering.delivery import MANIFEST
from lmvw_plugin.layers.moment import PATIENCE, copy_of
from lmvw_plugin.layers.stored.geometry import wkb_in
from tests.secrets import Search

SHORTEST = 5  # letters; shorter names and common words stand in any text: tests/processing/test_leaks.py compares whole packages for those
_SURE = 9  # letters; of a shorter name another case may be words of a text, as of Plan B in: het plan bestaat
_MOST = 400  # plans of one package that are looked for


def search_for(hidden, shown):
    """A search for (name, polygon) of hidden plans; not for what the ones that are shown have as well. A polygon may be WKB, or None."""
    hidden, shown = list(hidden)[:_MOST], list(shown)
    said = _spelled(" \x00 ".join(name for name, _ in shown))
    names = [name for name, _ in hidden if sum(map(str.isalpha, name)) >= SHORTEST and _spelled(name).strip() not in said]
    sure = [name for name in names if sum(map(str.isalpha, name)) >= _SURE and not name.isalpha()]
    words = [name for name in names if name not in sure and not (name.isalpha() and name.islower())]
    seen, kept = _Places(shape for _, shape in shown), _Places(shape for _, shape in hidden)
    return Search(sure, kept.points - seen.points, kept.sides - seen.sides, words)


def _spelled(text):
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


class _Places:
    """The corners and the sides of the bounding boxes of polygons."""

    def __init__(self, shapes):
        self.points, self.sides = set(), set()
        for given in shapes:
            shape = QgsGeometry(given) if isinstance(given, QgsGeometry) else QgsGeometry()
            if isinstance(given, bytes):
                shape.fromWkb(given)
            if not shape.isEmpty():
                box = shape.boundingBox()
                self.points |= {(point.x(), point.y()) for point in shape.vertices()}
                self.sides |= {(box.xMinimum(), box.xMaximum()), (box.yMinimum(), box.yMaximum())}


def leaks_in(folder):
    """(place, secret) in the packages and sets for the steward that another program made somewhere in a folder: of the plans of plan files and
    packages there that they do not show.

    A plan file counts for packages of its own municipality and peildatum: what was delivered for an earlier one may since have been taken home.
    """
    from lmvw_plugin.layers.planfile import store, transaction
    from lmvw_plugin.layers.planfile.recognising import is_plan_file

    plans = defaultdict(list)
    for path in folder.rglob("*.gpkg"):
        if is_plan_file(path):
            about = store.read_info(path)
            with tempfile.TemporaryDirectory() as own:
                read, _ = transaction.read_plans(copy_of(path, Path(own), patience=PATIENCE))  # QGIS may be letting go of it
            plans[about.gemeente.code, str(about.peildatum)] += [(str(plan.values.get("plannaam") or ""), plan.wkb) for plan in read]
    hits, received = [], []
    for archive in folder.rglob("*.zip"):
        with zipfile.ZipFile(archive) as packed:
            about = json.loads(packed.read(MANIFEST)) if MANIFEST in packed.namelist() else {}
            maps = [packed.read(name) for name in packed.namelist() if name.endswith(".gpkg")]
        shown = [row for one in maps for row in _shown(one)]
        received += [plan for one in maps for plan in _plans_in(one)]
        there = {name for row, _ in shown for name in row}
        hidden = [(name, wkb) for name, wkb in plans[about.get("gemeente_code"), about.get("peildatum")] if name not in there]
        search = search_for(hidden, [(" ".join(map(str, row)), shape) for row, shape in shown])
        hits += search.found_in(archive, *filter(Path.is_dir, [archive.with_suffix("")]))
    known = [*chain.from_iterable(plans.values()), *received]
    return hits + [hit for path in folder.rglob("*.gpkg") if _is_set(path) for hit in _leaks_in_set(path, known)]


def _is_set(path):
    """A file with plans of packages, for the steward."""
    with closing(sqlite3.connect(path)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {"plannen", "pakketten"} <= tables


def _leaks_in_set(path, known):
    """In a set and the page beside it, of the plans that are known and do not stand in it."""
    shown = list(_shown(path.read_bytes()))
    there = {name for row, _ in shown for name in row}
    search = search_for([plan for plan in known if plan[0] not in there], [(" ".join(map(str, row)), shape) for row, shape in shown])
    return search.found_in(path, *filter(Path.is_file, [path.with_suffix(".html")]))


@contextmanager
def _opened(geopackage):
    with tempfile.TemporaryDirectory() as own:
        path = Path(own) / "x.gpkg"
        path.write_bytes(geopackage)
        with closing(sqlite3.connect(path)) as database:
            yield database


def _plans_in(geopackage):
    """(name, polygon) of the plans of a package; nothing of a map without them."""
    with _opened(geopackage) as database, suppress(sqlite3.OperationalError):
        for name, geometry in database.execute("SELECT plannaam, geom FROM plannen"):
            yield str(name or ""), wkb_in(geometry)


def _shown(geopackage):
    """(values, polygon) of everything with a place in a GeoPackage that is delivered."""
    with _opened(geopackage) as database:
        for table, column in database.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchall():
            rows = database.execute(f'SELECT "{column}", * FROM "{table}"')
            for geometry, *row in rows:
                yield [value for value in row if isinstance(value, str)], wkb_in(geometry)


@pytest.fixture(autouse=True)
def nothing_leaks(monkeypatch):
    """Every package, public version and set for the steward that any test makes is searched."""
    _guard_deliveries(monkeypatch)
    _guard_public_versions(monkeypatch)
    _guard_sets(monkeypatch)


def _guard_deliveries(monkeypatch):
    """A package for the province knows nothing of what stays at home."""
    from lmvw_plugin.layers.delivering import package, preflight

    prepare, write, made_of, asked = preflight.prepare, package.write_package, {}, inspect.signature(preflight.prepare)
    said = {}  # by plan_id, what the municipality said of it to the province

    def remember(*given, **named):
        ready = prepare(*given, **named)
        made_of[id(ready.delivery)] = ready  # kept, so that no other has its id
        remarks = asked.bind(*given, **named).arguments.get("remarks")
        said.update((one.line.plan_id, one.reaction) for one in remarks or () if one.line.plan_id)
        return ready

    def search(folder, delivery, geometries, *given, **named):
        made = write(folder, delivery, geometries, *given, **named)
        if ready := made_of.get(id(delivery)):
            gone = set(delivery.indexes)
            plans, shapes = ready.checked.plans, ready.checked.geometries
            home = [(str(plan.get("plannaam") or ""), shapes[at]) for at, plan in enumerate(plans) if at not in gone]
            home += [(said.get(plan.get("plan_id"), ""), None) for at, plan in enumerate(plans) if at not in gone]
            shown = [(" ".join(map(str, row)), shape) for row, shape in zip(delivery.rows, geometries, strict=True)]
            assert search_for(home, shown).found_in(made.archive, made.folder) == []
        return made

    monkeypatch.setattr(preflight, "prepare", remember)
    monkeypatch.setattr(package, "write_package", search)


def _guard_public_versions(monkeypatch):
    """A public version knows no confidential plan, and the one sum of all knows no plan."""
    from lmvw_plugin.core.confidential.dividing import Standing, standing
    from lmvw_plugin.layers.confidential import package
    from lmvw_plugin.layers.publishing import judging

    make, make_sum, draw, write, made_of = judging.make_public, judging.make_summed, judging.drawn_borders, package.write_public, {}
    read = []  # the polygons of what is judged: the one sum is made without

    def remember_shapes(hidden, public, feedback):
        read[:] = [*hidden.values(), *public][: _MOST // 2]
        return draw(hidden, public, feedback)

    def remember_all(plans, place, peildatum):
        version = make_sum(plans, place, peildatum)
        made_of[version] = [*((str(plan.get("plannaam") or ""), None) for plan in plans[: _MOST // 2]), *(("", shape) for shape in read)]
        return version

    def remember(plans, shape, place, peildatum, strijdig=()):
        version = make(plans, shape, place, peildatum, strijdig)
        kept = [at for at, plan in enumerate(plans) if standing(plan, at in strijdig) is not Standing.PUBLIC]
        made_of[version] = [(str(plans[at].get("plannaam") or ""), shape(at)) for at in kept[:_MOST]]
        return version

    def search(folder, version, feedback, *given):
        made = write(folder, version, feedback, *given)
        shown = [(" ".join(map(str, plan.values)), plan.wkb) for plan in version.plans]
        assert search_for(made_of.get(version, ()), shown).found_in(made.archive, made.folder) == []
        return made

    monkeypatch.setattr(judging, "make_public", remember)
    monkeypatch.setattr(judging, "make_summed", remember_all)
    monkeypatch.setattr(judging, "drawn_borders", remember_shapes)
    monkeypatch.setattr(package, "write_public", search)


def _guard_sets(monkeypatch):
    """A set for the steward, and its report, know no plan of a municipality that chose a sum."""
    from lmvw_plugin.layers.publishing import merging, steward
    from lmvw_plugin.processing import exportsteward, mergedeliveries

    take, make, write, taken = steward.passed, exportsteward.make_set, exportsteward.write_report, []
    merge, write_merged = mergedeliveries.merge, mergedeliveries.write_named

    def remember(head, content, *given):
        one = take(head, content, *given)
        names = [str(plan.get("plannaam") or "") for plan in content.plans]
        gone = set(one.passed.indexes)
        taken.append(([(names[at], content.shapes[at]) for at in range(len(names)) if at not in gone], one))
        return one

    def search():
        hidden = [plan for plans, _ in taken for plan in plans]
        shown = [(" ".join(map(str, row)), shape) for _, one in taken for row, shape in zip(one.passed.rows, one.shapes, strict=True)]
        return search_for(hidden, shown)

    def search_set(packages, target, *given, **named):
        taken.clear()
        told = make(packages, target, *given, **named)
        assert search().found_in(target) == []
        return told

    def search_merged(*given):
        taken.clear()
        outcome = merge(*given)
        assert search().found_in(outcome.merged.path) == []
        return outcome

    def search_page(path, text, confidential):
        made = write_merged(path, text, confidential)
        assert search().found_in(made[0]) == []
        return made

    def search_report(path, text):
        aside = write(path, text)
        assert search().found_in(path) == []
        return aside

    monkeypatch.setattr(steward, "passed", remember)
    monkeypatch.setattr(merging, "passed", remember)
    monkeypatch.setattr(mergedeliveries, "merge", search_merged)
    monkeypatch.setattr(mergedeliveries, "write_named", search_page)
    monkeypatch.setattr(exportsteward, "make_set", search_set)
    monkeypatch.setattr(exportsteward, "write_report", search_report)
