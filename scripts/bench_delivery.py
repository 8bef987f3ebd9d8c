# SPDX-License-Identifier: GPL-2.0-or-later
"""How fast a delivery is written, against ogr2ogr plus XlsxWriter writing the same plans and cells without any check.

    .venv-bench/bin/python scripts/bench_delivery.py [--sizes 10000] [--runs 3]

One line per size: ``delivery | 10k | 1.2x ogr2ogr+xlsxwriter | 83 MiB above an idle QGIS of 221 MiB``. Ours writes GeoPackage,
workbook, report with map, manifest and zip, and reads all of them back: paired runs, median of the ratios. The memory is the peak
of a fresh process that runs the whole algorithm, with all checks, on a plan file.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from qgis.core import QgsApplication, QgsGeometry

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.delivering.delivery import Delivery, make_delivery
from lmvw_plugin.core.delivering.sheets import Formula, sheets
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.reporting.check import Subject
from lmvw_plugin.layers.delivering import package
from lmvw_plugin.layers.planfile import store as planfile

_MARKERWAARD, _PEILDATUM = gemeente("GM9999"), Peildatum.parse("2026-01-01")


def plan(number: int) -> dict[str, object]:
    """A plan that adds up."""
    bruto = 5 + number % 200
    values: dict[str, object] = {field.name: 0 if field.kind is b.Kind.COUNT else None for field in b.COLUMNS}
    return values | {
        "plan_id": f"7b0d0a0c-0000-4000-8000-{number:012d}", "plannummer": f"P{number:06d}", "plannaam": f"Plan {number} aan de Dijkweg {number % 97}",
        "gemeente_code": "GM9999", "gemeente_naam": "Markerwaard", "vertrouwelijk": number % 9 == 0, "plantype": "verdichting",
        "planstatus": ("3", "4A", "4B")[number % 3], "gerealiseerd": False, "vervallen": False, "bruto_totaal": bruto,
        f"bruto_jaar{1 + number % 9:02d}": bruto, "meergezins": bruto, "prijs_onbekend": bruto, "toelichting": "Uitleg van de gemeente.",
    }  # fmt: skip


def polygon(number: int) -> QgsGeometry:
    """A polygon with fifty corners, like a drawn one."""
    x, y = 140_000 + 150 * (number % 300), 500_000 + 150 * (number // 300)
    ring = [(x + 2 * step, y + (step % 2)) for step in range(25)] + [(x + 2 * step, y + 90 + step % 3) for step in reversed(range(25))]
    corners = ", ".join(f"{east} {north}" for east, north in (*ring, ring[0]))
    return QgsGeometry.fromWkt(f"MultiPolygon ((({corners})))")


def prepared(size: int) -> tuple[list[dict[str, object]], list[QgsGeometry], Delivery]:
    """The plans as a check hands them over."""
    plans = [plan(number) for number in range(size)]
    return plans, [polygon(number) for number in range(size)], make_delivery(plans, _MARKERWAARD, _PEILDATUM)


def ours(folder: Path, geometries: list[QgsGeometry], delivery: Delivery) -> float:
    """Seconds to export, verify and zip."""
    started = time.perf_counter()
    package.write_package(folder, delivery, geometries, [], Subject(_PEILDATUM, _MARKERWAARD, "bench"), Silent())
    return time.perf_counter() - started


def theirs(folder: Path, source: Path, delivery: Delivery) -> float | None:
    """Seconds of ogr2ogr and XlsxWriter in constant-memory mode; None when XlsxWriter is absent."""
    try:
        import xlsxwriter
    except ImportError:
        return None
    content = sheets(delivery, [])
    started = time.perf_counter()
    target = folder / "peer.gpkg"
    target.unlink(missing_ok=True)
    subprocess.run(["ogr2ogr", "-f", "GPKG", str(target), str(source), b.LAYER], check=True, capture_output=True)
    book = xlsxwriter.Workbook(str(folder / "peer.xlsx"), {"constant_memory": True})
    for title, rows in content.items():
        sheet = book.add_worksheet(title)
        for number, row in enumerate(rows.rows()):
            for place, cell in enumerate(row):
                if isinstance(cell, Formula):
                    sheet.write_formula(number, place, f"={cell.text}", None, cell.value)
                elif isinstance(cell, int):
                    sheet.write_number(number, place, cell)
                elif cell is not None:
                    sheet.write_string(number, place, str(cell))
    book.close()
    return time.perf_counter() - started


def memory(source: Path) -> tuple[int, int]:
    """Peaks of a process that runs the algorithm, in MiB: before it starts, and at its end."""
    program = Path(__file__).with_name("delivery_memory.py")
    done = subprocess.run([sys.executable, str(program), str(source), str(source.parent)], check=True, stdout=subprocess.PIPE, text=True)
    idle, peak = map(int, done.stdout.split()[-2:])
    return idle, peak


def bench(size: int, runs: int) -> str:
    """One line."""
    label = f"{size // 1000}k" if size % 1000 == 0 else str(size)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plans, geometries, delivery = prepared(size)
        source = folder / "bron.gpkg"
        planfile.create(source, planfile.PlanFileInfo(_MARKERWAARD, _PEILDATUM), zip(geometries, plans, strict=True))
        idle, peak = memory(source)
        pairs = [(ours(folder, geometries, delivery), theirs(folder, source, delivery)) for _ in range(runs)]
    used = f"{peak - idle} MiB above an idle QGIS of {idle} MiB"
    seconds = f"{statistics.median(mine for mine, _ in pairs):.1f} s"
    if pairs[0][1] is None:
        return f"delivery | {label} | XlsxWriter is not installed | {used} | {seconds}"
    return f"delivery | {label} | {statistics.median(a / z for a, z in pairs):.1f}x ogr2ogr+xlsxwriter | {used} | {seconds}"


def main() -> None:
    """Print a line per size; each size in a process of its own, so that its memory is its own."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", nargs="+", type=int, default=[10_000])
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    if len(chosen.sizes) > 1:
        for size in chosen.sizes:
            subprocess.run([sys.executable, __file__, "--sizes", str(size), "--runs", str(chosen.runs)], check=True)
        return
    application = QgsApplication([], False)
    application.initQgis()
    print(bench(chosen.sizes[0], chosen.runs), flush=True)
    application.exitQgis()


if __name__ == "__main__":
    main()
