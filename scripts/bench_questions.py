# SPDX-License-Identifier: GPL-2.0-or-later
"""How long the window waits for the panel Vragenlijst.

    .venv/bin/python scripts/bench_questions.py [--sizes 1k 10k 50k]

A line for each deed: ``questions | 10k, answer for all | seen to in 6,500 ms | longest wait 240 ms, of the thread 180 ms``. The time runs until
all that the deed changed is judged; a wait is how late a timer of 1 ms comes meanwhile, as in ``bench_review``. Most plans lack most answers,
as after an import.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from qgis.core import QgsApplication  # noqa: E402  # the path must be set first
from qgis.gui import QgsGui  # noqa: E402  # the path must be set first
from qgis.PyQt.QtWidgets import QApplication  # noqa: E402  # the path must be set first

from lmvw_plugin.forms.asking.dock import QuestionDock  # noqa: E402  # the path must be set first
from lmvw_plugin.forms.asking.panel import QuestionPanel  # noqa: E402  # the path must be set first
from scripts import bench_review  # noqa: E402  # the path must be set first
from scripts.bench_review import SIZES, Waits, until  # noqa: E402  # the path must be set first

_EDITED = 2  # the plan that is answered elsewhere


def measure(size: str, count: int) -> Iterator[str]:
    """The lines of one size."""
    with bench_review.in_project(count) as (desk, layer, _):
        panel = QuestionPanel(desk)
        yield told(size, "opening", panel.show, lambda: panel.dock is not None and panel.dock.plans is not None and is_idle(panel.dock))
        dock, field = panel.dock, layer.fields().lookupField("plantype")
        layer.startEditing()
        dock.ask("plantype")
        for title, deed in (
            ("next question", lambda: dock.step(1)),
            ("answer elsewhere", lambda: layer.changeAttributeValue(_EDITED, field, "verdichting")),
            ("all rows chosen", dock.table.selectAll),
            ("all plans left", layer.removeSelection),
            ("answer for all", lambda: answer(dock)),
            ("undo", dock.take_back),
            ("answer for all again, and another at once", lambda: (answer(dock), painted(), answer(dock, "vertrouwelijk", "nee"))),
            ("undo of the other", dock.take_back),
        ):
            yield told(size, title, deed, lambda: is_idle(dock))
        layer.rollBack()
        until(lambda: is_idle(dock))
        panel.stop()


def told(size: str, title: str, deed: Callable[[], object], done: Callable[[], bool]) -> str:
    """One deed, until all is seen to and painted."""
    waits, start = Waits(), time.perf_counter()
    deed()
    until(done)
    took = time.perf_counter() - start
    later = time.perf_counter() + 0.1
    until(lambda: time.perf_counter() > later)
    return f"questions | {size}, {title} | seen to in {1000 * took:,.0f} ms | {waits}"


def answer(dock: QuestionDock, veld: str = "plantype", words: str = "verdichting") -> None:
    """The same for all plans that lack it."""
    dock.ask(veld)
    dock.answer.say(words)
    painted()  # that was a deed of its own
    dock.fill_in()


def painted() -> None:
    """Let the window have its turn."""
    QApplication.processEvents()
    time.sleep(0.002)
    QApplication.processEvents()


def is_idle(dock: QuestionDock) -> bool:
    """Nothing is read, and nothing waits to be judged."""
    watch = dock.hand._watch
    return not (dock.hand.works or watch is None or watch.waiting or watch._look.isActive() or watch._reload.isActive())


def main() -> int:
    """Print a line for each size and deed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", nargs="+", default=list(SIZES), choices=list(SIZES))
    options = parser.parse_args()
    application = QgsApplication([], True)
    application.initQgis()
    QgsGui.editorWidgetRegistry().initEditors()
    for size in options.sizes:
        for line in measure(size, SIZES[size]):
            print(line, flush=True)
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
