# SPDX-License-Identifier: GPL-2.0-or-later
"""How fast the form of a plan opens in a real window, against QGIS's automatic form of the same table without any stored style.

    .venv/bin/python scripts/bench_form.py [--pairs 15]

A line for the first form of a project and one for later ones, with 3 plans and with 10,000: ``form | 10k, first | 1.6x automatic form |
worst pair 1.9x | 220 ms | automatic 140 ms | 1.5x its processor time``. The time runs from asking QGIS for the form until it is painted, in
a clean profile with the built zip. Medians of pairs, one form right after the other and each first in turn, so that a busy machine weighs
on both.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # this program; the QGIS that it times has a screen of its own

from qgis.core import QgsApplication, QgsGeometry, QgsVectorLayer  # noqa: E402  # the path must be set first

from lmvw_plugin.core.basisset import fields as b  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.basisset.codelists import gemeente  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.basisset.peildatum import Peildatum  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.layers.planfile import store as planfile  # noqa: E402  # the path or the environment is set first
from scripts.clean_profile import make_profile  # noqa: E402  # the path or the environment is set first
from scripts.package import make_zip  # noqa: E402  # the path or the environment is set first
from tests.window.kit import Qgis  # noqa: E402  # the path or the environment is set first
from tests.window.screen import Screen  # noqa: E402  # the path or the environment is set first

BUILD = ROOT / "build" / "bench-form"
SIZES = (3, 10_000)
INSIDE = "__import__('form_in_window')"


def plans(count: int) -> Iterator[tuple[QgsGeometry, dict[str, object]]]:
    """Complete plans in a grid."""
    counted = {field.name: 0 for field in b.COUNTS}
    for number in range(count):
        x, y = 130_000 + 150 * (number % 100), 480_000 + 150 * (number // 100)
        ring = f"(({x} {y}, {x + 100} {y}, {x + 100} {y + 100}, {x} {y + 100}, {x} {y}))"
        values = counted | {
            "plan_id": str(uuid.UUID(int=number)), "plannaam": f"Plan {number}", "gemeente_code": "GM9999", "gemeente_naam": "Markerwaard",
            "planstatus": "2A", "plantype": "verdichting", "vertrouwelijk": False, "gerealiseerd": False, "vervallen": False,
            "bruto_totaal": 20, "bruto_jaar01": 20, "eengezins": 20, "prijs_overig": 20,
        }  # fmt: skip
        yield QgsGeometry.fromWkt(f"MultiPolygon ({ring})"), values


def same_without_ours(path: Path) -> None:
    """A copy beside it, of which one column has another name: with its own name the plugin would know it, and give it our form."""
    bare = path.with_suffix(".bare.gpkg")
    shutil.copy(path, bare)
    layer = QgsVectorLayer(f"{bare}|layername={b.LAYER}", b.LAYER, "ogr")
    if not layer.dataProvider().renameAttributes({layer.fields().lookupField("plannaam"): "naam"}):
        raise RuntimeError(layer.dataProvider().errors())


def measure(qgis: Qgis, path: Path, count: int, pairs: int) -> Iterator[str]:
    """A line for the first form of a project, and one for later ones."""
    for name, anew in (("first", True), ("later", False)):
        took = [
            qgis.ask(
                "read",
                f"{INSIDE}.pair(path, fid, anew, turn)",
                path=str(path),
                fid=1 + (number * 7919) % count,
                anew=anew,
                turn=number % 2 == 0,
            )
            for number in range(-1, pairs)
        ][1:]  # the very first one loads what all need
        clock, worked = ([[kind[which] for kind in pair] for pair in took] for which in (0, 1))
        ratios, of_processor = ([own / other for own, other in pairs] for pairs in (clock, worked))
        own, other = (1000 * statistics.median(times) for times in zip(*clock, strict=True))
        size = f"{count // 1000}k" if count >= 1000 else str(count)
        yield (
            f"form | {size}, {name} | {statistics.median(ratios):.2f}x automatic form | worst pair {max(ratios):.2f}x | {own:.0f} ms "
            f"| automatic {other:.0f} ms | {statistics.median(of_processor):.2f}x its processor time"
        )


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=15)
    pairs = parser.parse_args().pairs
    shutil.rmtree(BUILD, ignore_errors=True)
    BUILD.mkdir(parents=True)
    application = QgsApplication([], True)
    application.initQgis()
    files = {count: BUILD / f"{count}.gpkg" for count in SIZES}
    for count, path in files.items():
        planfile.create(path, planfile.PlanFileInfo(gemeente("GM9999"), Peildatum.parse("2026-01-01")), plans(count))
        same_without_ours(path)
    make_profile(BUILD / "profile", make_zip(BUILD / "archive"))
    screen = Screen(BUILD / "screen.log")
    try:
        qgis = Qgis(screen, BUILD / "profile", BUILD / "qgis")
        qgis.ask("do", "import sys; sys.path.append(folder)", folder=str(ROOT / "scripts"))
        for count, path in files.items():
            for line in measure(qgis, path, count, pairs):
                print(line, flush=True)
            qgis.ask("do", f"{INSIDE}.give_back()")
        qgis.close()
    finally:
        screen.close()
    os._exit(0)  # QGIS's own clean-up may crash after the work is done


if __name__ == "__main__":
    main()
