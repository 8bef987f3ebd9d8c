# SPDX-License-Identifier: GPL-2.0-or-later
"""How fast the form of a plan opens, on a layer of 10,000 plans, against QGIS's automatic form of the same table.

    .venv/bin/python scripts/bench_form.py [--plans 10000] [--runs 15]

One line: ``form | 10k | 1.9x automatic form | 120 ms | automatic 63 ms``. Opening is: make the attribute dialog for a plan of the
layer, show it, and paint it. Medians of runs in turn, each on another plan.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from qgis.core import QgsApplication, QgsGeometry, QgsVectorLayer
from qgis.gui import QgsAttributeDialog, QgsGui

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.layers.planfile import store as planfile


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


def automatic(path: Path) -> QgsVectorLayer:
    """The same table as QGIS opens it when nothing is stored with it: no form, and no constraints either, for those are ours."""
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    return QgsVectorLayer(f"{path}|layername={b.LAYER}", b.LAYER, "ogr", options)


def opening(layer: QgsVectorLayer, fid: int) -> float:
    """Seconds until the form of a plan is painted."""
    feature = layer.getFeature(fid)
    start = time.perf_counter()
    dialog = QgsAttributeDialog(layer, feature, False)
    dialog.show()
    dialog.grab()
    took = time.perf_counter() - start
    dialog.close()
    dialog.deleteLater()
    QgsApplication.processEvents()
    return took


def measure(count: int = 10_000, runs: int = 15) -> str:
    """The line for ``make bench``; needs a QGIS with widgets that is running."""
    if not QgsGui.editorWidgetRegistry().factories():
        QgsGui.editorWidgetRegistry().initEditors()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plannen.gpkg"
        planfile.create(path, planfile.PlanFileInfo(gemeente("GM9999"), Peildatum.parse("2026-01-01")), plans(count))
        layers = {"ours": planfile.open_layer(path), "automatic": automatic(path)}
        took: dict[str, list[float]] = {name: [] for name in layers}
        for layer in layers.values():
            layer.startEditing()
            opening(layer, 1)  # the first one loads what all need
        for run in range(runs):
            for name, layer in layers.items():
                took[name].append(opening(layer, 2 + run * count // (runs + 1)))
        for layer in layers.values():
            layer.rollBack()
        own, other = (statistics.median(took[name]) for name in layers)
        return f"form | {count // 1000}k | {own / other:.2f}x automatic form | {own * 1000:.0f} ms | automatic {other * 1000:.0f} ms"


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=15)
    chosen = parser.parse_args()
    application = QgsApplication([], True)
    application.initQgis()
    print(measure(chosen.plans, chosen.runs), flush=True)
    os._exit(0)  # QGIS's own clean-up may crash after the work is done


if __name__ == "__main__":
    main()
