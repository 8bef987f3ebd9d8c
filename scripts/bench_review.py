# SPDX-License-Identifier: GPL-2.0-or-later
"""How soon the panel Controle has judged an edit, and how long the window waits for it.

    .venv/bin/python scripts/bench_review.py [--sizes 1k 10k 50k] [--rounds 5]

A line for each kind of edit: ``review | 10k, polygon | judged 84 ms, worst 120 ms | longest wait 31 ms, of the thread 22 ms | 240,000
findings``. The time runs from the edit until panel and tree show what came of it; a wait is how late a timer of 1 ms comes meanwhile: by the
clock, and in processor time of the main thread, in which a machine that has other work too does not count. Most plans lack most answers,
as after an import, and each touches the plans beside it. Before those stand the reading of the outcome, with the time of one search for
cycles by Python afterwards, and each filter, and a task that is opened, in processor time of the main thread: how long it takes until its
lines are on the screen.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import statistics
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer  # noqa: E402  # the path must be set first
from qgis.gui import QgsGui, QgsMapCanvas  # noqa: E402  # the path or the environment is set first
from qgis.PyQt.QtCore import QModelIndex, Qt, QTimer  # noqa: E402  # the path or the environment is set first
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QMainWindow  # noqa: E402  # the path or the environment is set first

from lmvw_plugin.core.basisset import fields as b  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.basisset.codelists import gemeente  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.basisset.peildatum import Peildatum  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.feedback import Silent  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.forms.review.dock import ReviewDock  # noqa: E402  # the path must be set first
from lmvw_plugin.forms.review.panel import ReviewPanel  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.layers.checks import check_plan_layer  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.layers.map import check_join, check_result  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.layers.map.project import set_up_project  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.layers.planfile import store as planfile  # noqa: E402  # the path or the environment is set first

BUILD = ROOT / "build" / "bench-review"
SIZES = {"1k": 1000, "10k": 10_000, "50k": 50_000}
SIDE = 60
NAMES = ("Kade", "Haven", "Oost", "Veld", "Molen", "Dijk", "Sluis", "Linde", "Meer", "Brug")


def name(number: int) -> str:
    """One of its own, of words."""
    return " ".join(NAMES[int(digit)] for digit in str(number)) + "hof"


def polygon(number: int, grown: float = 0.0) -> QgsGeometry:
    """A square that touches those beside it."""
    x, y = 130_000 + SIDE * (number % 250), 480_000 + SIDE * (number // 250)
    right, top = x + SIDE + grown, y + SIDE
    return QgsGeometry.fromWkt(f"MultiPolygon ((({x} {y}, {right} {y}, {right} {top}, {x} {top}, {x} {y})))")


def plans(count: int) -> Iterator[tuple[QgsGeometry, dict[str, object]]]:
    """Plans as they come out of an import: their name and size, and little else."""
    for number in range(count):
        values = {
            "plan_id": str(uuid.UUID(int=number)), "plannaam": name(number), "gemeente_code": "GM9999", "gemeente_naam": "Markerwaard",
            "planstatus": "2A", "gerealiseerd": False, "vervallen": False, "bruto_totaal": 20, "sloop_totaal": 0,
        }  # fmt: skip
        yield polygon(number), {field.name: None for field in b.COLUMNS} | values


class Desk(QMainWindow):
    """What the panel asks of QGIS: a window with a map."""

    def __init__(self) -> None:
        super().__init__()
        self.active: QgsVectorLayer | None = None
        self._canvas = QgsMapCanvas(self)
        self.setCentralWidget(self._canvas)
        self.resize(1000, 700)
        self.show()

    def mainWindow(self) -> QMainWindow:  # noqa: N802  # QGIS's name
        """This one."""
        return self

    def mapCanvas(self) -> QgsMapCanvas:  # noqa: N802  # QGIS's name
        """The map."""
        return self._canvas

    def activeLayer(self) -> QgsVectorLayer | None:  # noqa: N802  # QGIS's name
        """The plans."""
        return self.active

    def addTabifiedDockWidget(self, area: Qt.DockWidgetArea, dock: QDockWidget, *_: object) -> None:  # noqa: N802  # QGIS's name
        """Beside the map."""
        self.addDockWidget(area, dock)


class Waits:
    """How late a timer comes: ``longest`` by the clock, ``busiest`` in processor time of the thread that it is in."""

    def __init__(self) -> None:
        self.longest, self.busiest = 0.0, 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)

    def _tick(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest, self._last = max(self.longest, now - self._last), now
        self.busiest, self._worked = max(self.busiest, worked - self._worked), worked

    def take(self, other: Waits) -> None:
        """The longest of both."""
        self.longest, self.busiest = max(self.longest, other.longest), max(self.busiest, other.busiest)

    def __str__(self) -> str:
        return f"longest wait {1000 * self.longest:.0f} ms, of the thread {1000 * self.busiest:.0f} ms"


def until(done: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    while not done():
        QApplication.processEvents()
        time.sleep(0.0005)


def settled(dock: object) -> bool:
    """Nothing waits to be judged."""
    watch = dock._watch  # type: ignore[attr-defined]
    return not (watch._dirty or watch._edits or watch._job or watch._look.isActive() or dock._waiting)  # type: ignore[attr-defined]


@contextmanager
def in_project(count: int) -> Iterator[tuple[Desk, QgsVectorLayer, Path]]:
    """So many plans in a project, and the window with it."""
    shutil.rmtree(BUILD, ignore_errors=True)
    BUILD.mkdir(parents=True)
    path = BUILD / "plannen.gpkg"
    planfile.create(path, planfile.PlanFileInfo(gemeente("GM9999"), Peildatum.parse("2026-01-01")), plans(count))
    desk = Desk()
    layer = set_up_project(QgsProject.instance(), path)
    desk.active = layer
    desk.mapCanvas().setDestinationCrs(layer.crs())
    try:
        yield desk, layer, path
    finally:
        QgsProject.instance().clear()
        desk.close()


@contextmanager
def opened(count: int) -> Iterator[tuple[QgsVectorLayer, ReviewDock, Waits]]:
    """The panel with a check of so many plans in hand; the waits began when it was shown."""
    with in_project(count) as (desk, layer, path):
        check(layer, path)
        gc.collect()
        panel = ReviewPanel(desk, lambda *_: None, lambda: None, lambda _: None)
        waits = Waits()
        panel.show()
        dock = panel.dock
        until(lambda: not dock.hand.works and dock._ledger is not None)
        try:
            yield layer, dock, waits
        finally:
            layer.rollBack()
            panel.stop()


def check(layer: QgsVectorLayer, path: Path) -> None:
    """Check all plans, and keep what was found."""
    checked = check_plan_layer(layer, Peildatum.parse("2026-01-01"), None, None, Silent(), "GM9999")
    check_result.write(path, layer.fields(), checked, datetime.now(), Silent())
    check_join.show(QgsProject.instance(), layer)


def measure(size: str, count: int, rounds: int) -> Iterator[str]:
    """The lines of one size."""
    with opened(count) as (layer, dock, waits):
        yield reading(size, waits)
        yield from filters(size, layer, dock, rounds)
        yield opening(size, dock, rounds)
        layer.startEditing()
        for together in (1, 0):
            dock.group.setCurrentIndex(together)
            yield from edits(f"{size}, {'per plan' if together else 'per task'}", range(2 + together, count - 1, 2), layer, dock, rounds)


def reading(size: str, waits: Waits) -> str:
    """How long the window waits while it is read, and how long Python searches for cycles when all is kept."""
    kept = len(gc.get_objects())
    start = time.thread_time()
    gc.collect()
    return (
        f"review | {size}, reading | {waits}"
        f" | search for cycles {1000 * (time.thread_time() - start):.0f} ms, {kept:,} objects of all that runs in QGIS"
    )


def filters(size: str, layer: QgsVectorLayer, dock: ReviewDock, rounds: int) -> Iterator[str]:
    """How long the window waits for what is filtered, by task and by plan."""
    whole = layer.extent()
    half = QgsRectangle(whole.xMinimum(), whole.yMinimum(), whole.center().x(), whole.yMaximum())
    places = [plan.id() for plan in layer.getFeatures() if plan.id() % 2]
    for together in (0, 1):
        dock.group.setCurrentIndex(together)
        for title, set_up in (
            ("selection", lambda: (layer.selectByIds(places), dock.selection.setChecked(True))),
            ("extent", lambda: (dock._iface.mapCanvas().setExtent(half), dock.extent.setChecked(True))),
            ("one letter", lambda: dock.search.setText("i")),
            ("a word", lambda: dock.search.setText("haven")),
            ("kind", lambda: dock.kinds.setCurrentIndex(2)),
            ("none", lambda: None),
        ):
            set_up()
            yield f"review | {size}, filter by {title} {'per plan' if together else 'per task'} | {worked(dock.refresh, rounds)}"
            dock.show_all()
            layer.removeSelection()
            until(lambda: settled(dock))
    dock.group.setCurrentIndex(0)


def worked(deed: Callable[[], object], rounds: int) -> str:
    """How much the main thread works until what came of a deed is on the screen."""
    took = []
    for _ in range(rounds):
        start = time.thread_time()
        deed()
        QApplication.processEvents()
        took.append(time.thread_time() - start)
    return f"{1000 * statistics.median(took):.0f} ms | worst {1000 * max(took):.0f} ms"


def opening(size: str, dock: ReviewDock, rounds: int) -> str:
    """How long the window waits for the plans of the first task; each time as for the first time."""
    return f"review | {size}, a task is opened | {worked(lambda: (dock.refresh(), dock.tree.expand(first_task(dock))), rounds)}"


def first_task(dock: ReviewDock) -> QModelIndex:
    """Where it stands."""
    return dock.model.index(0, 0, dock.model.index(0, 0))


def edits(size: str, fids: Sequence[int], layer: QgsVectorLayer, dock: ReviewDock, rounds: int) -> Iterator[str]:
    """How soon an edit of some of these plans is judged."""
    places = {field: layer.fields().lookupField(field) for field in ("plantype", "plannaam")}
    dock.tree.expand(dock.model.index(0, 0))

    def answer(fid: int) -> None:
        layer.changeAttributeValue(fid, places["plantype"], "verdichting")

    def rename(fid: int) -> None:
        layer.changeAttributeValue(fid, places["plannaam"], name(fid + 1))

    def grow(fid: int) -> None:
        layer.changeGeometry(fid, polygon(fid - 1, 20))

    def undo(_: int) -> None:
        layer.undoStack().undo()

    for title, deeds in (("answer", (answer,)), ("name", (rename,)), ("polygon", (grow,)), ("undo of a polygon", (grow, undo))):
        took, longest = [], Waits()
        for number in range(rounds + 1):
            fid = fids[(number * 7919 + len(title) * 101) % len(fids)]
            for deed in deeds:
                until(lambda: settled(dock))
                waits, start = Waits(), time.perf_counter()
                deed(fid)
                until(lambda: settled(dock))
                spent = time.perf_counter() - start
            if number:  # the first loads what all need
                took.append(spent)
                longest.take(waits)
        yield (
            f"review | {size}, {title} | judged {1000 * statistics.median(took):.0f} ms, worst {1000 * max(took):.0f} ms"
            f" | {longest} | {len(list(dock._ledger.findings())):,} findings"
        )


def main() -> int:
    """Print a line for each size and edit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", nargs="+", default=list(SIZES), choices=list(SIZES))
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    application = QgsApplication([], True)
    application.initQgis()
    QgsGui.editorWidgetRegistry().initEditors()
    for size in options.sizes:
        for line in measure(size, SIZES[size], options.rounds):
            print(line, flush=True)
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
