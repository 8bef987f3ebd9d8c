# SPDX-License-Identifier: GPL-2.0-or-later
"""How fast a public version is made, against the delivery of the same plan file: both as the user runs them, with all that they judge.

    .venv-bench/bin/python scripts/bench_public.py [--sizes 10000] [--runs 3]

One line per size: ``public | 10k | 0.4x a delivery | 0.5x its processor time | 12.3 s``: medians of paired runs. A ninth of the plans is confidential.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback

from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.processing.provider import LmvwProvider
from scripts.bench_delivery import _MARKERWAARD, _PEILDATUM, plan, polygon


def write(path: Path, size: int) -> None:
    """A plan file."""
    plans = ((polygon(number), plan(number)) for number in range(size))
    planfile.create(path, planfile.PlanFileInfo(_MARKERWAARD, _PEILDATUM), plans)


def seconds(algorithm: QgsProcessingAlgorithm, source: Path, folder: Path) -> tuple[float, float]:
    """How long an algorithm takes to write into a folder, and how much of that the processor was at work.

    :raises RuntimeError: when it does not.
    """
    parameters: dict[str, Any] = {
        "INPUT": str(source), "GEMEENTE": _MARKERWAARD.code, "PEILDATUM": str(_PEILDATUM), "FOLDER": str(folder),
    }  # fmt: skip
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    started = time.perf_counter(), time.process_time()
    _, right = algorithm.run(parameters, context, feedback)
    ended = time.perf_counter(), time.process_time()
    if not right:
        raise RuntimeError(feedback.textLog())
    return ended[0] - started[0], ended[1] - started[1]


def measure(label: str, size: int, runs: int) -> str:
    """One line."""
    registry = QgsApplication.processingRegistry()
    public, delivery = (registry.algorithmById(f"lmvw:{name}") for name in ("exportpublic", "exportdelivery"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "bron.gpkg", size)
        for target in ("openbaar", "levering"):
            (folder / target).mkdir()
        pairs = [
            (seconds(public, folder / "bron.gpkg", folder / "openbaar"), seconds(delivery, folder / "bron.gpkg", folder / "levering"))
            for _ in range(runs)
        ]
    ratios = [statistics.median(mine[at] / theirs[at] for mine, theirs in pairs) for at in (0, 1)]
    return f"public | {label} | {ratios[0]:.2f}x a delivery | {ratios[1]:.2f}x its processor time | {statistics.median(mine[0] for mine, _ in pairs):.1f} s"


def main() -> None:
    """Print a line per size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", nargs="+", type=int, default=[10_000])
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    provider = LmvwProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    for size in chosen.sizes:
        label = f"{size // 1000}k" if size % 1000 == 0 else str(size)
        print(measure(label, size, chosen.runs), flush=True)
    application.exitQgis()


if __name__ == "__main__":
    main()
