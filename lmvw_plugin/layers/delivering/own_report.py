# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the municipality's own report of a delivery comes: beside the plan file, and never in the folder that goes out."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from qgis.core import QgsApplication

from ...core.errors import LmvwError
from ..files import require_folder
from ..reports import write_report

_SUFFIX = "_levering.html"


def write_own_report(text: str, plan_file: Path | None, folder: Path, name: str) -> tuple[Path, Path | None]:
    """Write the report; returns where it is, and where the user's own file of that name went.

    :param folder: of the delivery; what is in it or below may be sent on.
    :param name: of the delivery, for plans that are in no file, or in one where nothing else may be written.
    :raises LmvwError: when it can be written nowhere.
    """
    if plan_file is not None and not plan_file.absolute().is_relative_to(folder.absolute()):
        path = plan_file.with_name(plan_file.stem + _SUFFIX)
        with suppress(LmvwError):
            return path, write_report(path, text)
    path = Path(QgsApplication.qgisSettingsDirPath()) / "lmvw" / (name + _SUFFIX)
    require_folder(path.parent)
    return path, write_report(path, text)
