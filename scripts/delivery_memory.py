# SPDX-License-Identifier: GPL-2.0-or-later
"""``delivery_memory.py PLANFILE FOLDER``: deliver a plan file of Markerwaard in this fresh process, with all checks, and print two
numbers: the peak memory of QGIS before the plugin is loaded, and at the end, in MiB.
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


def peak_memory() -> int:
    """MiB that this process has used at most; ``getrusage`` would count the process that started it too."""
    (line,) = (line for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def main(plan_file: str, folder: str) -> None:
    """Idle first; only then the plugin."""
    application = QgsApplication([], False)
    application.initQgis()
    idle = peak_memory()
    from lmvw_plugin.processing.provider import LmvwProvider

    provider, feedback = LmvwProvider(), QgsProcessingFeedback(False)
    registry = QgsApplication.processingRegistry()
    registry.addProvider(provider)
    parameters = {"INPUT": plan_file, "GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "FOLDER": folder}
    _, successful = registry.algorithmById("lmvw:exportdelivery").create().run(parameters, QgsProcessingContext(), feedback)
    if not successful:
        sys.exit(feedback.textLog())
    print(idle, peak_memory(), flush=True)
    registry.removeProvider(provider)
    application.exitQgis()


if __name__ == "__main__":
    main(*sys.argv[1:])
