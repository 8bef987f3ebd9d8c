# SPDX-License-Identifier: GPL-2.0-or-later
"""The window of ``lmvw:rollforward``, filled in for the plan file in hand, and a message that leads to the new file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import Qgis
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QDate

from ...core.basisset.peildatum import Peildatum
from ...core.errors import LmvwError
from ...core.i18n import several, tr
from ...layers.planfile import store as planfile
from ..files import show_file
from ..lasting import show_lasting
from ..messages import guarded, report
from ..plan_in_hand import plan_file_of_any
from ..spoken import name_controls

_DONE = "lmvw_rolled_forward"
_DAY = re.compile(r"[_ -]*[0-9]{4}-[0-9]{2}-[0-9]{2}$")


Opener = Callable[[Path], object]  # opens a plan file in QGIS


def open_rollforward(iface: QgisInterface, opener: Opener) -> None:
    """The window, with what the plan file in hand tells."""
    from qgis import processing

    dialog = processing.createAlgorithmDialog("lmvw:rollforward", proposed(iface))
    if dialog is None:
        return
    dialog.algorithmFinished.connect(lambda successful, results: _tell(iface, results, opener) if successful else None)
    name_controls(dialog)
    show_lasting(dialog)


def proposed(iface: QgisInterface) -> dict[str, Any]:
    """The plan file in hand, the peildatum after its own, and a name beside it that nothing has."""
    path = plan_file_of_any(iface)
    if path is None:
        return {}
    try:
        after = planfile.read_info(path).peildatum.next
    except LmvwError:
        return {"INPUT": str(path)}
    return {
        "INPUT": str(path),
        "PEILDATUM": QDate(after.date.year, after.date.month, after.date.day),
        "OUTPUT": str(free_name(path, after)),
    }


def free_name(path: Path, after: Peildatum) -> Path:
    """``plannen_2026-07-01.gpkg`` for ``plannen_2026-01-01.gpkg``; with a number when that is taken."""
    stem = f"{_DAY.sub('', path.stem) or path.stem}_{after}"
    number, target = 1, path.with_name(f"{stem}{path.suffix}")
    while target.exists():
        number += 1
        target = path.with_name(f"{stem}_{number}{path.suffix}")
    return target


def _tell(iface: QgisInterface, results: dict[str, Any], opener: Opener) -> None:
    """What was made, with buttons that open it."""
    if not results.get("OUTPUT"):  # it was stopped
        return
    words = tr("{plans} overgezet naar ‘{name}’.").format(
        plans=several(results["PLANS"], "plan", "plannen"), name=Path(results["OUTPUT"]).name
    )
    if results["ASKED"]:
        words += " " + tr("Bij {plans} beslist u nog: {fields}.").format(
            plans=several(results["ASKED"], "plan", "plannen"), fields=several(results["DECISIONS"], "veld", "velden")
        )
    buttons = {
        tr("Planbestand openen"): guarded(iface, lambda _: opener(Path(results["OUTPUT"]))),
        tr("Rapport openen"): lambda: show_file(results["REPORT"]),
    }
    report(iface, _DONE, words, Qgis.MessageLevel.Success, buttons, about=None)
