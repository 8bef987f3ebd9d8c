# SPDX-License-Identifier: GPL-2.0-or-later
"""How fast packages of all municipalities are merged, against ogr2ogr that appends the same GeoPackages, unpacked, one after another.

    .venv-bench/bin/python scripts/bench_merge.py [--packages 342] [--plans 100000]

One line: ``merge | 342 packages, 100k | 1.4x ogr2ogr -append, processor time | 36 s | 410 MiB``. Ours verifies every file of every package,
applies every rule to every plan and says of each municipality what was found; ogr2ogr copies. The memory is the peak of the process that merges.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from qgis.core import QgsApplication, QgsGeometry, QgsProcessingContext, QgsProcessingFeedback

from lmvw_plugin.core.basisset.codelists import Gemeente, every_gemeente
from lmvw_plugin.core.delivering.delivery import make_delivery
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.reporting.check import Subject
from lmvw_plugin.layers.delivering import package
from lmvw_plugin.processing.provider import LmvwProvider
from scripts.bench_delivery import _PEILDATUM, plan, polygon

_MOMENT = datetime(2026, 4, 1)


def municipalities(count: int) -> list[Gemeente]:
    """So many that are there on the peildatum."""
    return [one for one in every_gemeente().values() if one.is_there(_PEILDATUM.date)][:count]


def sizes(count: int, plans: int) -> Iterator[int]:
    """How many plans each has: some have many, most have few, and all together are asked for."""
    weights = [1 + 9 * (number % 10 == 0) + number % 4 for number in range(count)]
    done = 0
    for number, weight in enumerate(weights):
        size = plans - done if number == count - 1 else max(1, plans * weight // sum(weights))
        done += size
        yield size


def send(folder: Path, place: Gemeente, first: int, size: int) -> Path:
    """A package as a municipality makes it."""
    own = {"gemeente_code": place.code, "gemeente_naam": place.name}
    plans = [plan(number) | own for number in range(first, first + size)]
    shapes: list[QgsGeometry] = [polygon(number) for number in range(first, first + size)]
    delivery = make_delivery(plans, place, _PEILDATUM, aggregates=False)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        made = package.write_package(Path(name), delivery, shapes, [], Subject(_PEILDATUM, place, "x"), Silent(), moment=_MOMENT)
        return Path(shutil.move(made.archive, folder / made.archive.name))


def make(folder: Path, packages: int, plans: int) -> None:
    """All packages."""
    folder.mkdir()
    first = 0
    for place, size in zip(municipalities(packages), sizes(packages, plans), strict=True):
        send(folder, place, first, size)
        first += size


def merged(folder: Path, target: Path) -> float:
    """How long the processor works at the merge of a folder.

    :raises RuntimeError: when it does not merge everything.
    """
    algorithm = QgsApplication.processingRegistry().algorithmById("lmvw:mergedeliveries")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    started = time.process_time()
    done, right = algorithm.run({"INPUT": str(folder), "OUTPUT": str(target)}, context, feedback)
    spent = time.process_time() - started
    if not right or done["REFUSED"]:
        raise RuntimeError(feedback.textLog())
    return spent


def appended(folder: Path, target: Path) -> float:
    """How long the processor works at ``ogr2ogr -append`` of the same plans; unpacking them is not counted."""
    unpacked = target.parent / "uitgepakt"
    for path in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(path) as packed:
            packed.extract("plannen.gpkg", unpacked / path.stem)
    before = _of_children()
    for file in sorted(unpacked.glob("*/plannen.gpkg")):
        command = ["ogr2ogr", "-f", "GPKG", "-append", "-nln", "plannen", str(target), str(file), "plannen"]
        subprocess.run(command, check=True, capture_output=True)
    return _of_children() - before


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print one line; the packages are made in a process of their own, so that the memory is that of the merge."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--packages", type=int, default=342)
    options.add_argument("--plans", type=int, default=100_000)
    options.add_argument("--folder", type=Path, help="where packages that were made before are, or come")
    options.add_argument("--make", action="store_true", help="make the packages, and no more")
    chosen = options.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    provider = LmvwProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    if chosen.make:
        make(chosen.folder, chosen.packages, chosen.plans)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = chosen.folder or Path(name) / "ontvangen"
        if not folder.is_dir():
            more = ["--make", "--folder", str(folder), "--packages", str(chosen.packages), "--plans", str(chosen.plans)]
            subprocess.run([sys.executable, __file__, *more], check=True, env=os.environ)
        ours = merged(folder, Path(name) / "samen.gpkg")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        theirs = appended(folder, Path(name) / "ogr.gpkg")
    size = f"{chosen.plans // 1000}k" if chosen.plans % 1000 == 0 else str(chosen.plans)
    print(
        f"merge | {chosen.packages} packages, {size} | {ours / theirs:.2f}x ogr2ogr -append, processor time | {ours:.1f} s | {peak} MiB",
        flush=True,
    )


if __name__ == "__main__":
    main()
