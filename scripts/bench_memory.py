# SPDX-License-Identifier: GPL-2.0-or-later
"""How fast a plan file opens that remembers ten deliveries of 1,000 plans, beside the same plans in a file that remembers none.

    .venv/bin/python scripts/bench_memory.py [--pairs 15]

Two lines: ``memory | opened | 1.01x without | 150 ms, without 148 ms | 9.4 MB, without 2.0 MB``, from choosing the file until QGIS has its project
and has read every plan; and the same until a panel has the copy that it works on. Medians of pairs, each first in turn, in one run.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from math import cos, pi, sin
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication, QgsGeometry, QgsProject  # noqa: E402  # the path must be set first

from lmvw_plugin.core.basisset import fields as b  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.basisset.codelists import gemeente  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.basisset.peildatum import Peildatum  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.feedback import Silent  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.layers.map.project import set_up_project  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.layers.planfile import store as planfile  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.layers.planfile.tables import delivery_memory as memory  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.layers.reading import Taken  # noqa: E402  # the path or the environment is set first

BUILD = ROOT / "build" / "bench-memory"
PLANS, DELIVERIES = 1000, 10
DAY = Peildatum.parse("2026-01-01")
Row = dict[str, object]


def star(number: int, corners: int = 60) -> QgsGeometry:
    """A polygon with as many corners as a real plan has."""
    radius = [40 + (7 * corner + number) % 11 for corner in range(corners)]
    ring = [
        (121000 + 250 * (number % 40) + r * cos(2 * pi * at / corners), 487000 + 250 * (number // 40 % 40) + r * sin(2 * pi * at / corners))
        for at, r in enumerate(radius)
    ]
    return QgsGeometry.fromWkt("MULTIPOLYGON(((" + ", ".join(f"{x:.3f} {y:.3f}" for x, y in [*ring, ring[0]]) + ")))")


def make(path: Path, count: int) -> tuple[list[Row], list[QgsGeometry]]:
    """A plan file, with its plans and their polygons."""
    counted: Row = {field.name: 0 for field in b.COUNTS}
    plans = [
        {field.name: None for field in b.COLUMNS} | counted | {
            "plan_id": f"0000-{number}", "plannaam": f"Plan {number}", "gemeente_code": "GM9999", "gemeente_naam": "Markerwaard",
            "planstatus": "2A", "plantype": "verdichting", "vertrouwelijk": False, "gerealiseerd": False, "vervallen": False,
            "bruto_totaal": 20, "bruto_jaar02": 20, "eengezins": 20, "prijs_overig": 20,
        }
        for number in range(count)
    ]  # fmt: skip
    shapes = [star(number) for number in range(count)]
    planfile.create(path, planfile.PlanFileInfo(gemeente("GM9999"), DAY), list(zip(shapes, plans, strict=True)))
    return plans, shapes


def remember(path: Path, plans: list[Row], shapes: list[QgsGeometry], deliveries: int = DELIVERIES) -> None:
    """Deliver again and again: the years shift, and each time a tenth of the polygons is drawn anew."""
    for delivery in range(deliveries):
        for number, plan in enumerate(plans):
            plan["bruto_jaar02"] = (number * 7 + delivery) % 40
            if number % 10 == delivery:
                shapes[number] = star(number + 1000 * delivery)
        sent = [memory.DeliveredPlan(plan, shape.asWkb().data()) for plan, shape in zip(plans, shapes, strict=True)]
        with memory.keeping(path, memory.Delivered(str(DAY), "2026-04-01T10:00:00", "GM9999", "standaard", "x.zip", "0"), sent):
            pass


def opened(path: Path) -> float:
    """Seconds from the file to its project, with every plan read as for the first map."""
    project = QgsProject.instance()
    project.clear()
    start = time.perf_counter()
    layer = set_up_project(project, path)
    for plan in layer.getFeatures():
        plan.geometry()
    return time.perf_counter() - start


def taken(path: Path) -> float:
    """Seconds until a panel has a copy of the plans to work on."""
    project = QgsProject.instance()
    project.clear()
    layer = set_up_project(project, path)
    start = time.perf_counter()
    with Taken(layer).read(Silent()):
        return time.perf_counter() - start


def measure(pairs: int, count: int = PLANS) -> Iterator[str]:
    """The two lines."""
    shutil.rmtree(BUILD, ignore_errors=True)
    BUILD.mkdir(parents=True)
    bare, full = BUILD / "zonder.gpkg", BUILD / "met.gpkg"
    held = make(bare, count)
    shutil.copy(bare, full)
    remember(full, *held)
    sizes = [path.stat().st_size / 1e6 for path in (full, bare)]
    jobs: dict[str, Callable[[Path], float]] = {"opened": opened, "read by a panel": taken}
    for name, job in jobs.items():
        took: dict[Path, list[float]] = {bare: [], full: []}
        for pair in range(pairs + 1):
            for path in (bare, full) if pair % 2 else (full, bare):
                seconds = job(path)
                if pair:  # what QGIS does once is done by then
                    took[path].append(seconds)
        ratio = statistics.median(one / other for one, other in zip(took[full], took[bare], strict=True))
        own, other = (1000 * statistics.median(took[path]) for path in (full, bare))
        yield f"memory | {name} | {ratio:.2f}x without | {own:.0f} ms, without {other:.0f} ms | {sizes[0]:.1f} MB, without {sizes[1]:.1f} MB"
    QgsProject.instance().clear()


def main() -> int:
    """Print the lines."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pairs", type=int, default=15)
    options = parser.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    for line in measure(options.pairs):
        print(line, flush=True)
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
