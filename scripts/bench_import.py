# SPDX-License-Identifier: GPL-2.0-or-later
"""How fast plans are imported, against ``ogr2ogr`` copying the same file to a GeoPackage.

    .venv/bin/python scripts/bench_import.py [--sizes 10000] [--runs 5] [--profile]

One line per size: ``import | 10k | 2.4x ogr2ogr | ... MiB``, medians of runs in turn. The file has the polygons of
``bench_polygons.py`` (10 to 400 vertices) and every column of the Basisset. The second line
is the first run alone: it also makes the form and the map styles, which the others of a session take over. The last line imports
again, into the plan file that then holds the plans.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import shapely
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.layers.planfile.making.layer import COLUMN_TYPES, write_features
from scripts.bench_polygons import plans as polygons

_PEILDATUM = Peildatum.parse("2026-01-01")
_CODES = {"plantype": "verdichting", "planstatus": "2A", "gemeente_code": "GM9999", "gemeente_naam": "Markerwaard"}


def write(path: Path, count: int) -> None:
    """Plans as a municipality could have them: our columns with real years, so that everything is mapped."""
    rng = random.Random(1)
    shapes = shapely.to_wkb(polygons(count))
    columns = [field for field in b.COLUMNS if field.name != "plan_id"]
    fields = QgsFields()
    for field in columns:
        fields.append(QgsField(field.column_at(_PEILDATUM), COLUMN_TYPES[field.kind]))

    def features() -> Any:
        for number in range(count):
            feature = QgsFeature(fields)
            values = [_value(field, number, rng) for field in columns]
            feature.setAttributes(values)
            geometry = QgsGeometry()
            geometry.fromWkb(shapes[number])
            feature.setGeometry(geometry)
            yield feature

    write_features(path, "plannen", fields, QgsWkbTypes.Type.MultiPolygon, features())


def _value(field: b.Field, number: int, rng: random.Random) -> object:
    if field.kind is b.Kind.COUNT:
        return rng.randrange(40)
    if field.kind is b.Kind.YESNO:
        return bool(rng.randrange(2))
    return _CODES.get(field.name, f"Plan {number}")


def ours(source: Path, target: Path, algorithm: Any, update: bool = False) -> float:
    """Seconds of one import."""
    began = time.perf_counter()
    parameters = {"INPUT": str(source), "GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "OUTPUT": str(target), "UPDATE": update}
    _, done = algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False))
    if not done:
        raise SystemExit("the import failed")
    return time.perf_counter() - began


def peer(source: Path, target: Path) -> float:
    """Seconds of ``ogr2ogr``."""
    began = time.perf_counter()
    subprocess.run(["ogr2ogr", "-f", "GPKG", str(target), str(source)], check=True, capture_output=True)
    return time.perf_counter() - began


def bench(count: int, runs: int, folder: Path, algorithm: Any) -> None:
    """Time both in turn and print the lines."""
    source = folder / f"bron_{count}.gpkg"
    write(source, count)
    own, other, again = [], [], []
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(runs):
        target = folder / f"p{number}.gpkg"
        own.append(ours(source, target, algorithm))
        other.append(peer(source, folder / f"kopie{number}.gpkg"))
        again.append(ours(source, target, algorithm, update=True))
        for path in folder.glob(f"*{number}*.*"):
            if path != source:
                path.unlink()
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    size = f"{count // 1000}k" if count >= 1000 else str(count)
    median = statistics.median
    print(f"import | {size} | {median(own) / median(other):.1f}x ogr2ogr | {memory:.0f} MiB | {median(own):.2f} s", flush=True)
    print(f"import, the first of a session | {size} | {own[0] / median(other):.1f}x ogr2ogr | {own[0]:.2f} s", flush=True)
    print(f"import again, nothing changes | {size} | {median(again) / median(other):.1f}x ogr2ogr | {median(again):.2f} s", flush=True)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--profile", action="store_true", help="print where the time of one import goes")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], False)
    application.initQgis()
    from lmvw_plugin.processing.provider import LmvwProvider

    provider = LmvwProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    algorithm = QgsApplication.processingRegistry().algorithmById("lmvw:importplans")
    with tempfile.TemporaryDirectory() as name:
        for size in options.sizes:
            if options.profile:
                write(Path(name) / "bron.gpkg", size)
                profile = cProfile.Profile()
                profile.runcall(ours, Path(name) / "bron.gpkg", Path(name) / "p.gpkg", algorithm)
                pstats.Stats(profile).sort_stats("tottime").print_stats(18)
            else:
                bench(size, options.runs, Path(name), algorithm)
    QgsApplication.processingRegistry().removeProvider(provider)


if __name__ == "__main__":
    main()
