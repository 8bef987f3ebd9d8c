# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the municipality's own report of a delivery, and what it decided, come: beside the plan file, and never in the folder that goes out."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from qgis.core import QgsApplication

from ...core.errors import LmvwError
from ..files import decoded, require_folder, write_text, written_beside
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


class Deciding:
    """What a person decided stands in the municipality's own list before it is done, and is taken out of it when it is not done after all.

    What stood in the list stays, in whatever encoding somebody saved it. ``path``: where the list is, once the decision stands in it.

    :param folder: where what was decided about comes; what is in it or below may be seen by others.
    :param name: of what was decided about, for plans that are in no file, or in one where nothing else may be written.
    """

    def __init__(self, text: str, plan_file: Path | None, folder: Path, name: str) -> None:
        self.path: Path | None = None
        self._text, self._beside, self._name = text, _beside(plan_file, folder, _DECISIONS), name
        self._before: bytes | None = None

    def __enter__(self) -> Deciding:
        """Write it down.

        :raises LmvwError: when it can be written nowhere.
        """
        if self._beside is not None:
            with suppress(LmvwError, OSError):
                self._add(self._beside)
        if self.path is None:
            self._add(_in_profile(self._name, _DECISIONS))
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        """Take it back when it was not done; when that cannot be, what is told is still why it was not done."""
        if error is not None and self.path is not None:
            with suppress(LmvwError, OSError):
                if self._before is None:
                    self.path.unlink()
                else:
                    with written_beside(self.path) as temporary:
                        temporary.write_bytes(self._before)

    def _add(self, path: Path) -> None:
        raw = path.read_bytes() if path.exists() else None
        before = "".join(f"{line}\n" for line in decoded(raw or b"").splitlines())
        write_text(path, f"{before}{self._text}\n")
        self.path, self._before = path, raw


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
