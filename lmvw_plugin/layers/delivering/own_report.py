# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the municipality's own report of a delivery, and what it decided, come: beside the plan file, and never in the folder that goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from qgis.core import QgsApplication

from ...core.errors import LmvwError
from ...core.i18n import in_dutch, tr
from ..files import decoded, require_folder, write_text, written_beside
from ..moment import digest
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

    It says of which file it is, by its digest, and that this has not its name yet, until it has: a run that is killed between leaves no more
    than that, and the next decision looks what became of it. What stood in the list stays, in whatever encoding somebody saved it. ``path``:
    where the list is, once the decision stands in it.

    :param folder: where what was decided about comes; what is in it or below may be seen by others.
    :param name: of what was decided about, for plans that are in no file, or in one where nothing else may be written.
    """

    def __init__(self, text: str, plan_file: Path | None, folder: Path, name: str) -> None:
        self.path: Path | None = None
        self._text, self._beside, self._name = text, _beside(plan_file, folder, _DECISIONS), name

    @contextmanager
    def while_placing(self, archive: Path, package: Path) -> Iterator[None]:
        """Write it down, before a file is put in its place.

        :param archive: where it is now.
        :raises LmvwError: when it can be written nowhere.
        """
        line = _states()[0].format(path=package.absolute(), digest=digest(archive))
        path, before = self._written(f"{self._text}\n{line}\n")
        self.path = path
        try:
            yield
        except BaseException:
            with suppress(LmvwError, OSError):  # when it cannot be taken out, what is told is still why it was not done
                _put_back(path, before)
            raise
        with suppress(LmvwError, OSError):  # the next decision says it
            write_text(path, _settled(path.read_bytes()))

    def _written(self, text: str) -> tuple[Path, bytes | None]:
        """Where the list is, and what it was."""
        if self._beside is not None:
            with suppress(LmvwError, OSError):
                return self._beside, _add(self._beside, text)
        path = _in_profile(self._name, _DECISIONS)
        return path, _add(path, text)


def _add(path: Path, text: str) -> bytes | None:
    before = path.read_bytes() if path.exists() else None
    write_text(path, _settled(before or b"") + text)
    return before


def _put_back(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink()
        return
    with written_beside(path) as temporary:
        temporary.write_bytes(before)


@in_dutch()
def _states() -> tuple[str, str, str]:
    """What a list says of the file that was decided about: before it is placed, when it is there, and when it is not."""
    which = "{path} (SHA-256 {digest})"
    return f"- {tr('Nog niet geplaatst')}: {which}", f"- {tr('Geplaatst')}: {which}", f"- {tr('Niet gevonden')}: {which}"


def _settled(raw: bytes) -> str:
    """A list that says of each file what became of it."""
    waits, *_ = _states()
    line = re.compile(re.escape(waits).replace(re.escape("{path}"), "(.+)").replace(re.escape("{digest}"), "([0-9a-f]{64})"))
    return "".join(f"{_seen(match) if (match := line.fullmatch(written)) else written}\n" for written in decoded(raw).splitlines())


def _seen(waits: re.Match[str]) -> str:
    """What became of a file that had not its name yet; as it stands where nobody can say."""
    _, placed, gone = _states()
    path, meant = Path(waits[1]), waits[2]
    try:
        there = path.is_file() and digest(path) == meant
    except OSError:
        return waits[0]
    return (placed if there else gone).format(path=path, digest=meant)


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
