# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin adds to the start of QGIS, against MetaSearch, which comes with QGIS: ``classFactory`` and ``initGui``.

    .venv/bin/python scripts/bench_start.py [--runs 8]

Two lines: ``start | warm | 0.60x MetaSearch | 62 ms | MetaSearch 103 ms``, and the same for ``cold``: the first start after installing,
when Python has compiled nothing yet. Each run is a QGIS of its own, in a clean profile with the built zip; there both plugins are loaded
one after the other by QGIS's own functions, in turn the one and the other first. Medians of processor time.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.clean_profile import PROFILE, make_profile
from scripts.package import NAME, make_zip
from tests.window.screen import Screen

PEER = "MetaSearch"
LIMIT = 180  # seconds for one start of QGIS on a busy machine
# Runs inside QGIS, after its own start: QGIS has not loaded either of the two.
PROBE = """
import json, os, time
import qgis.utils as utils
took = {}
for name in os.environ["LMVW_ORDER"].split():
    assert name not in utils.active_plugins, name
    start = time.thread_time()
    loaded = utils.loadPlugin(name) and utils.startPlugin(name)
    took[name] = time.thread_time() - start
    assert loaded, name
with open(os.environ["LMVW_TOOK"], "w") as answer:
    json.dump(took, answer)
os._exit(0)
"""


def start(screen: Screen, folder: Path, order: tuple[str, str], compiled: Path) -> dict[str, float]:
    """Seconds of processor time per plugin in one start of QGIS; ``compiled`` is where Python keeps what it compiled."""
    answer, probe = folder / "took.json", folder / "probe.py"
    answer.unlink(missing_ok=True)
    probe.write_text(PROBE, encoding="utf-8")
    (folder / "run").mkdir(mode=0o700, exist_ok=True)
    environment = {
        name: value
        for name, value in screen.environment.items()
        if name not in ("PYTHONDONTWRITEBYTECODE", "QGIS_PLUGINPATH", "QT_QPA_PLATFORM")
    }
    environment |= {
        "LC_ALL": "C.UTF-8", "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder / "run"),
        "PYTHONPYCACHEPREFIX": str(compiled), "PYTHONPATH": sysconfig.get_path("purelib"), "LMVW_ORDER": " ".join(order), "LMVW_TOOK": str(answer),
    }  # fmt: skip
    subprocess.run(
        ["qgis", "--nologo", "--profiles-path", str(folder / "profile"), "--profile", PROFILE, "--code", str(probe)],
        env=environment, check=True, timeout=LIMIT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    return {str(name): float(seconds) for name, seconds in json.loads(answer.read_text()).items()}


def measure(folder: Path, runs: int = 8) -> list[str]:
    """The lines for ``make bench``; works in an empty folder."""
    lines, screen = [], Screen(folder / "screen.log")
    try:
        profile = make_profile(folder / "profile", make_zip(folder / "zip"))
        settings = profile / "QGIS" / "QGIS3.ini"
        settings.write_text(settings.read_text().replace(f"{NAME}=true", f"{NAME}=false\n{PEER}=false"), encoding="utf-8")
        orders = ((NAME, PEER), (PEER, NAME))
        warm = folder / "compiled"
        for order in orders:  # so that all is compiled
            start(screen, folder, order, warm)
        for state in ("warm", "cold"):
            took: dict[str, list[float]] = {NAME: [], PEER: []}
            for run in range(runs):
                compiled = warm if state == "warm" else folder / f"compiled{run}"
                for plugin, seconds in start(screen, folder, orders[run % 2], compiled).items():
                    took[plugin].append(seconds)
            own, other = statistics.median(took[NAME]), statistics.median(took[PEER])
            lines.append(f"start | {state} | {own / other:.2f}x {PEER} | {own * 1000:.0f} ms | {PEER} {other * 1000:.0f} ms")
    finally:
        screen.close()
    return lines


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=8)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        print("\n".join(measure(Path(folder), runs)), flush=True)


if __name__ == "__main__":
    main()
