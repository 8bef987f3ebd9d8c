# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the municipality's own report of a delivery, and what it decided, come: beside the plan file, and never in the folder that goes out."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from qgis.core import QgsApplication

from ...core.errors import LmvwError
from ..files import require_folder, write_text
from ..reports import write_named

_SUFFIX = "_levering.html"
_DECISIONS = "_besluiten_VERTROUWELIJK.txt"


def write_own_report(text: str, confidential: bool, plan_file: Path | None, folder: Path, name: str) -> tuple[Path, Path | None]:
    """Write the report; returns where it is, and where the user's own file of that name went.

    :param confidential: it is made of confidential plans.
    :param folder: of the delivery; what is in it or below may be sent on.
    :param name: of the delivery, for plans that are in no file, or in one where nothing else may be written.
    :raises LmvwError: when it can be written nowhere.
    """
    beside = _beside(plan_file, folder, _SUFFIX)
    if beside is not None:
        with suppress(LmvwError, OSError):
            return write_named(beside, text, confidential)
    return write_named(_in_profile(name, _SUFFIX), text, confidential)


def add_to_decisions(text: str, plan_file: Path | None, folder: Path, name: str) -> Path:
    """Add what a person decided to the municipality's own list, and return where that is; what stands in it stays.

    :param folder: where what was decided about comes; what is in it or below may be seen by others.
    :param name: of what was decided about, for plans that are in no file, or in one where nothing else may be written.
    :raises LmvwError: when it can be written nowhere.
    """
    beside = _beside(plan_file, folder, _DECISIONS)
    if beside is not None:
        with suppress(LmvwError, OSError):
            return _add(beside, text)
    return _add(_in_profile(name, _DECISIONS), text)


def _add(path: Path, text: str) -> Path:
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    write_text(path, f"{before}{text}\n")
    return path


def _beside(plan_file: Path | None, folder: Path, suffix: str) -> Path | None:
    """A name beside the plan file, when there is one and it is not in the folder that others see."""
    if plan_file is None or plan_file.absolute().is_relative_to(folder.absolute()):
        return None
    return plan_file.with_name(plan_file.stem + suffix)


def _in_profile(name: str, suffix: str) -> Path:
    """A name in the user's own QGIS profile."""
    path = Path(QgsApplication.qgisSettingsDirPath()) / "lmvw" / (name + suffix)
    require_folder(path.parent)
    return path
