# SPDX-License-Identifier: GPL-2.0-or-later
"""How long it takes to compare two deliveries, beside the time of reading both.

    .venv/bin/python scripts/bench_history.py [--sizes 1k 10k 100k]

A line for each: ``history | 10k, with ids | read 2.6 s, compared 2.8 s | 2.1 x reading in all | cancels within 0.2 s | 400 MB``. Half a year
later a fifth of the plans has another name, polygon or count, a tenth is gone, and as many are new; without ids and numbers, name and place
say which is which. Who cancels waits no longer than the longest stretch in which nobody asks: while reading, comparing or reporting.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication, QgsGeometry  # noqa: E402  # the path must be set first

from lmvw_plugin.core.basisset import fields as b  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.basisset.codelists import gemeente  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.basisset.peildatum import Peildatum  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.feedback import Silent, asking  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.history.facts import Kind  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.history.report import comparison_report  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.memory import collector_paused  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.layers.history.comparing import compare  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.layers.history.files import read_file  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.layers.planfile import store as planfile  # noqa: E402  # the path or the environment is set first

BUILD = ROOT / "build" / "bench-history"
SIZES = {"1k": 1000, "10k": 10_000, "100k": 100_000}
NAMES = ("Kade", "Haven", "Oost", "Veld", "Molen", "Dijk", "Sluis", "Linde", "Meer", "Brug")
THEN, NOW = Peildatum.parse("2026-01-01"), Peildatum.parse("2026-07-01")
SIDE, CORNERS = 60, 24


class Asked(Silent):
    """Notes how long the work goes on without asking whether it may: so long a person waits who cancels."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()

    def isCanceled(self) -> bool:  # noqa: N802  # QGIS's name
        """Never, but when it was asked is remembered."""
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now
        return False


def polygon(number: int, shift: float) -> QgsGeometry:
    """A square with corners on its sides, beside others; ``shift`` metres further east."""
    x, y, step = 130_000 + 70 * (number % 400) + shift, 480_000 + 70 * (number // 400), SIDE / (CORNERS // 4)
    ring = [(x + step * at, y) for at in range(CORNERS // 4)] + [(x + SIDE, y + step * at) for at in range(CORNERS // 4)]
    ring += [(x + SIDE - step * at, y + SIDE) for at in range(CORNERS // 4)] + [(x, y + SIDE - step * at) for at in range(CORNERS // 4)]
    return QgsGeometry.fromWkt("MultiPolygon (((" + ", ".join(f"{one} {other}" for one, other in [*ring, ring[0]]) + ")))")


def plans(count: int, later: bool, ids: bool) -> Iterator[tuple[QgsGeometry, dict[str, object]]]:
    """Of then, or of half a year later."""
    for number in range(count // 10 if later else 0, count + count // 10 if later else count):
        changed = later and number % 5 == 0
        name = " ".join(NAMES[int(digit)] for digit in str(number)) + ("kwartier" if changed and number % 3 == 0 else "hof")
        values = {
            "plan_id": str(uuid.UUID(int=number + (0 if ids or not later else 1 << 64))), "plannaam": name, "gemeente_code": "GM9999",
            "gemeente_naam": "Markerwaard", "planstatus": "2A", "gerealiseerd": False, "vervallen": False,
            "plannummer": f"P{number}" if ids else None,
            "bruto_totaal": 25 if changed and number % 3 == 1 else 20, "sloop_totaal": 0,
        }  # fmt: skip
        yield polygon(number, 8.0 if changed and number % 3 == 2 else 0.0), {field.name: None for field in b.COLUMNS} | values


def measure(size: str, count: int) -> Iterator[str]:
    """The lines of one size."""
    for ids in (True, False):
        shutil.rmtree(BUILD, ignore_errors=True)
        BUILD.mkdir(parents=True)
        paths = BUILD / "toen.gpkg", BUILD / "nu.gpkg"
        for path, day, later in zip(paths, (THEN, NOW), (False, True), strict=True):
            planfile.create(path, planfile.PlanFileInfo(gemeente("GM9999"), day), plans(count, later, ids))
        start, asked = time.perf_counter(), Asked()
        with asking(asked), collector_paused():  # as every algorithm does
            then, now = (read_file(str(path), asked) for path in paths)
            reading = time.perf_counter() - start
            start = time.perf_counter()
            compared = compare(then, now, (), asked)
            comparing = time.perf_counter() - start
            comparison_report(compared.comparison)
            asked.isCanceled()
        found = {kind: len(facts) for kind, facts in compared.comparison.of_kind.items() if facts}
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        yield (
            f"history | {size}, {'with' if ids else 'without'} ids | read {reading:.1f} s, compared {comparing:.1f} s"
            f" | {(reading + comparing) / reading:.2f} x reading in all | cancels within {asked.longest:.1f} s | {memory} MB"
            f" | {found.get(Kind.GONE, 0)} gone, {found.get(Kind.NEW, 0)} new, {sum(not one.sure for one in compared.comparison.facts)} to look at"
        )


def main() -> int:
    """Print the lines of each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", nargs="+", default=list(SIZES), choices=list(SIZES))
    options = parser.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    for size in options.sizes:
        for line in measure(size, SIZES[size]):
            print(line, flush=True)
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
