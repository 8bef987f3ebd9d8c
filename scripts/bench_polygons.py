# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures the polygon check against what a colleague would use: one line per size, medians of paired runs.

    python scripts/bench_polygons.py 1k 10k real            # 100k takes some minutes more
    python scripts/bench_polygons.py 10k --runs 5

Every peer reads the same GeoPackage, and has one core, as we have. Paired: in each round all peers run after each other, and the ratios are those of
one round. Memory is the growth of the peak of a process of its own that runs only the check.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from math import ceil, log
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "data" / "schaal" / "scale_25k_real_polygons_rd.gpkg"
CHAIN_LIMIT = 10_000  # above this the chain takes minutes; ask for it with --chain

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]

import numpy as np  # noqa: E402  # after the environment
import shapely  # noqa: E402  # the path or the environment is set first

# -- the plans ---------------------------------------------------------------------------------------------------


def plans(count: int, fill: float = 0.67, seed: int = 1) -> np.ndarray:
    """Parcel-like plans: a quilt with wavy shared borders of which ``fill`` is used, 10-400 vertices, 3% with a defect."""
    rng = np.random.default_rng(seed)
    side, cell = ceil((count / fill) ** 0.5) + 1, 120.0
    nodes = np.stack(np.meshgrid(np.arange(side + 1), np.arange(side + 1), indexing="ij"), -1) * cell
    nodes = nodes + rng.uniform(-0.2, 0.2, nodes.shape) * cell + [90_000.0, 400_000.0]

    def border(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        points = int(np.exp(rng.uniform(log(1.5), log(100))))
        along, across = np.sort(rng.uniform(0.02, 0.98, points)), rng.uniform(-0.004, 0.004, points)
        ahead = b - a
        return np.vstack([a, a + along[:, None] * ahead + across[:, None] * [-ahead[1], ahead[0]]])

    east = {(i, j): border(nodes[i, j], nodes[i + 1, j]) for i in range(side) for j in range(side + 1)}
    north = {(i, j): border(nodes[i, j], nodes[i, j + 1]) for i in range(side + 1) for j in range(side)}
    cells = [divmod(c, side) for c in np.sort(rng.permutation(side * side)[:count])]
    shapes = []
    for i, j in cells:
        top, left = east[i, j + 1], north[i, j]
        back = [nodes[i + 1, j + 1][None], top[:0:-1], nodes[i, j + 1][None], left[:0:-1]]
        shapes.append(spoil(np.vstack([east[i, j], north[i + 1, j], *back]), rng))
    return np.array(shapes)


def spoil(ring: np.ndarray, rng: np.random.Generator) -> Any:
    """The ring as a polygon; in three of a hundred cases with a defect of one of six kinds."""
    kind = rng.integers(0, 200)
    at = int(rng.integers(1, len(ring) - 3))
    if kind == 0:  # crosses itself
        ring[[at, at + 2]] = ring[[at + 2, at]]
    elif kind == 1:  # a duplicate vertex
        ring = np.insert(ring, at, ring[at], axis=0)
    elif kind == 2:  # a spike
        ring = np.insert(ring, [at + 1, at + 1], [ring[at] + [3.0, 3.0], ring[at] + [0.01, 0.0]], axis=0)
    elif kind == 3:  # shifted: overlaps its neighbours
        ring = ring + rng.uniform(0.3, 5.0, 2)
    elif kind == 4:  # a tiny hole
        x, y = ring.mean(axis=0)
        return shapely.Polygon(ring, [[(x, y), (x + 0.5, y), (x, y + 0.5)]])
    elif kind == 5:  # two parts, one a speck
        x, y = ring[0] + 500.0
        return shapely.MultiPolygon([shapely.Polygon(ring), shapely.Polygon([(x, y), (x + 0.3, y), (x, y + 0.3)])])
    return shapely.Polygon(ring)


def municipality(shapes: np.ndarray) -> Any:
    """A border of 4,000 points around nearly all plans."""
    xmin, ymin, xmax, ymax = shapely.total_bounds(shapes)
    square = shapely.box(xmin, ymin, xmax - 0.01 * (xmax - xmin), ymax)
    return shapely.segmentize(square, (xmax - xmin) * 4 / 4000)


def write(shapes: np.ndarray, path: Path, layer: str = "plannen") -> None:
    """Write a GeoPackage with the columns that the check reads and forty counts beside them."""
    from qgis.core import (
        QgsCoordinateTransformContext,
        QgsFeature,
        QgsGeometry,
        QgsVectorFileWriter,
        QgsVectorLayer,
    )

    columns = "field=plan_id:string&field=plannaam:string&field=planstatus:string&field=vervallen:bool"
    counts = "".join(f"&field=aantal{i}:integer" for i in range(40))
    memory = QgsVectorLayer(f"MultiPolygon?crs=EPSG:28992&{columns}{counts}", layer, "memory")
    features = []
    for row, wkb in enumerate(shapely.to_wkb(shapes)):
        feature, geometry = QgsFeature(memory.fields()), QgsGeometry()
        geometry.fromWkb(wkb)
        feature.setGeometry(geometry)
        feature.setAttributes([f"id-{row}", f"Plan {row}", "3", False, *([row % 7] * 40)])
        features.append(feature)
    memory.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", layer
    QgsVectorFileWriter.writeAsVectorFormatV3(memory, str(path), QgsCoordinateTransformContext(), options)


# -- the peers ---------------------------------------------------------------------------------------------------


def start_qgis() -> Any:
    """QGIS with its own algorithms, without a screen."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    return application


def run(algorithm: Any, **parameters: Any) -> dict[str, Any]:
    """One algorithm; invalid features are skipped, as a colleague has to choose."""
    from qgis import processing
    from qgis.core import QgsFeatureRequest, QgsProcessingContext, QgsProcessingFeedback

    context = QgsProcessingContext()
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometrySkipInvalid)
    return processing.run(algorithm, parameters, context=context, feedback=QgsProcessingFeedback(False))


def ours(plans_at: str, border_at: str) -> None:
    """The whole polygon check."""
    from lmvw_plugin.processing.checkpolygons import CheckPolygons

    run(CheckPolygons().create(), INPUT=plans_at, BOUNDARY=border_at, OUTPUT="memory:")


def checkvalidity(plans_at: str, border_at: str) -> None:
    """QGIS validity only, GEOS method, error points (called ``qgis:checkvalidity`` before 3.42)."""
    from qgis.core import QgsApplication

    known = QgsApplication.processingRegistry().algorithmById("native:checkvalidity") is not None
    name = "native:checkvalidity" if known else "qgis:checkvalidity"
    outputs = {"VALID_OUTPUT": "memory:", "INVALID_OUTPUT": "memory:", "ERROR_OUTPUT": "memory:"}
    run(name, INPUT_LAYER=plans_at, METHOD=2, IGNORE_RING_SELF_INTERSECTION=False, **outputs)


def chain(plans_at: str, border_at: str) -> None:
    """Validity, overlap of the layer with itself, and what lies outside the municipality."""
    checkvalidity(plans_at, border_at)
    run("native:intersection", INPUT=plans_at, OVERLAY=plans_at, OUTPUT="memory:")
    run("native:difference", INPUT=plans_at, OVERLAY=border_at, OUTPUT="memory:")


def geopandas_peer() -> Callable[[str, str], None] | None:
    """geopandas: validity, overlay with itself, join with the municipality; None where it is not installed."""
    try:
        import geopandas
    except ImportError:
        return None

    def peer(plans_at: str, border_at: str) -> None:
        frame, border = (geopandas.read_file(at.split("|")[0]) for at in (plans_at, border_at))
        valid = frame[frame.is_valid]
        geopandas.overlay(valid, valid, how="intersection", keep_geom_type=True)
        geopandas.sjoin(valid, border, predicate="within")

    return peer


def floor(plans_at: str, border_at: str) -> Callable[[str, str], None]:
    """Shapely's validity and tree on WKB that is in memory already: nobody can be quicker."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(plans_at, "plans", "ogr")
    wkb = [feature.geometry().asWkb().data() for feature in layer.getFeatures()]

    def peer(_plans: str, _border: str) -> None:
        shapes = shapely.from_wkb(wkb)
        shapely.is_valid(shapes)
        shapely.STRtree(shapes).query(shapes)

    return peer


# -- the measurements -----------------------------------------------------------------------------------------------


def seconds(job: Callable[[str, str], None], plans_at: str, border_at: str) -> float:
    """How long one run takes."""
    start = time.perf_counter()
    job(plans_at, border_at)
    return time.perf_counter() - start


def memory(plans_at: str, border_at: str) -> int:
    """Bytes by which the peak of a process grows that runs the check once (after a first small run)."""
    command = [sys.executable, __file__, "--peak", plans_at, border_at]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(answer.stdout.split()[-1])


def peak(plans_at: str, border_at: str) -> None:
    """In a process of its own: print the growth of the peak in bytes."""
    from qgis.core import QgsVectorLayer

    small = QgsVectorLayer(plans_at, "small", "ogr")
    small.setSubsetString('"fid" < 20')
    ours_on = [small, QgsVectorLayer(plans_at, "plans", "ogr")]
    ours(ours_on[0], border_at)  # loads the modules
    before = _high_water(reset=True)
    ours(ours_on[1], border_at)
    print(_high_water() - before)


def _high_water(reset: bool = False) -> int:
    """Peak of this process in bytes, from now on when reset. Not ``ru_maxrss``: that starts with the parent's peak."""
    if reset:
        Path("/proc/self/clear_refs").write_text("5")
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def cancel(plans_at: str, border_at: str, moments: tuple[float, ...]) -> float:
    """The longest time between pressing cancel and the end of the check; pressed at these shares of a whole run."""
    from qgis.core import QgsFeedback, QgsVectorLayer

    from lmvw_plugin.core.feedback import Cancelled
    from lmvw_plugin.layers.polygons.reading import read_boundary
    from lmvw_plugin.layers.polygons.rules import Tolerances, check_layer

    border = read_boundary(QgsVectorLayer(border_at, "border", "ogr"))
    layer = QgsVectorLayer(plans_at, "plans", "ogr")
    whole, longest = seconds(ours, plans_at, border_at), 0.0
    for moment in moments:
        feedback, pressed = QgsFeedback(), [0.0]

        def press(feedback: QgsFeedback = feedback, pressed: list[float] = pressed) -> None:
            pressed[0] = time.perf_counter()
            feedback.cancel()

        timer = threading.Timer(whole * moment, press)
        timer.start()
        try:
            check_layer(layer, border, Tolerances(), feedback)
        except Cancelled:
            longest = max(longest, time.perf_counter() - pressed[0])
        timer.join()
    return longest


def bench(name: str, plans_at: str, border_at: str, runs: int, with_chain: bool) -> float:
    """Print the line of one layer and return our median in seconds."""
    jobs: dict[str, Callable[[str, str], None] | None] = {
        "ours": ours,
        "native:checkvalidity": checkvalidity,
        "chain": chain if with_chain else None,
        "geopandas": geopandas_peer(),
        "floor": floor(plans_at, border_at),
    }
    ours(plans_at, border_at)  # the first run loads the modules
    took: dict[str, list[float]] = {job: [] for job in jobs}
    for index in range(runs):
        for job, function in jobs.items():
            if function is not None and (job not in ("chain", "geopandas") or index == 0):  # slow and steady: once
                took[job].append(seconds(function, plans_at, border_at))
    own = median(took["ours"])
    cells = ["polygon check", name]
    for job in list(jobs)[1:]:
        if took[job]:
            ratios = [mine / other for mine, other in zip(took["ours"], took[job], strict=False)]
            cells.append(f"{median(ratios):.2f}x {job}")
        else:
            cells.append(f"{job}: {'not installed' if job == 'geopandas' else 'not run'}")
    cells.insert(4, f"{memory(plans_at, border_at) / 2**20:.0f} MiB")
    print(" | ".join([*cells, f"{own:.2f} s"]), flush=True)
    return own


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", default=["1k", "10k", "real"], help="1k, 10k, 100k, or real (the shared set)")
    parser.add_argument("--runs", type=int, default=5, help="paired runs per size")
    parser.add_argument("--fill", type=float, default=0.67, help="part of the quilt that is used: how many neighbours a plan has")
    parser.add_argument("--chain", action="store_true", help="run the chain at every size")
    parser.add_argument("--cores", action="store_true", help="use all cores; else one, so that the figures do not live on a second one")
    parser.add_argument("--cancel", action="store_true", help="also measure how fast cancel is answered, at the largest size")
    parser.add_argument("--peak", nargs=2, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if not chosen.cores and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    application = start_qgis()
    if chosen.peak:
        peak(*chosen.peak)
        return
    measured: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in chosen.sizes:
            if size == "real" and not REAL.exists():
                print(f"polygon check | real | {REAL} is not here")
                continue
            border_at = Path(folder) / f"border_{size}.gpkg"
            if size == "real":
                from lmvw_plugin.layers.moment import copy_of

                plans_at = copy_of(REAL, Path(folder))  # QGIS may write in what it opens
                shapes = shapely.from_wkb(_wkb_of(str(plans_at)))
            else:
                count = int(size.removesuffix("k")) * 1000
                shapes, plans_at = plans(count, chosen.fill), Path(folder) / f"plans_{size}.gpkg"
                write(shapes, plans_at)
            write(np.array([municipality(shapes)]), border_at, "grens")
            own = bench(size, str(plans_at), str(border_at), chosen.runs, chosen.chain or len(shapes) <= CHAIN_LIMIT)
            if size != "real":
                measured[len(shapes)] = own
        if chosen.cancel:
            print(
                f"polygon check | {size} | cancel answered within {cancel(str(plans_at), str(border_at), (0.1, 0.3, 0.5, 0.7, 0.9)):.2f} s"
            )
        if len(measured) > 1:
            least, most = min(measured), max(measured)
            print(f"polygon check | {least} to {most} | grows with n^{log(measured[most] / measured[least]) / log(most / least):.2f}")
    del application


def _wkb_of(path: str) -> list[bytes]:
    from qgis.core import QgsVectorLayer

    return [feature.geometry().asWkb().data() for feature in QgsVectorLayer(path, "plans", "ogr").getFeatures()]


if __name__ == "__main__":
    main()
