# SPDX-License-Identifier: GPL-2.0-or-later
"""The working copies that this user made on this computer, and which plan file each is a copy of."""

from __future__ import annotations

import json
from pathlib import Path

from qgis.core import QgsSettings

from ...layers.planfile.working_copy import WorkingCopy

_SETTING = "lmvw/working_copies"  # by the path of the copy: the original, and the state of its plans


def known(path: Path) -> WorkingCopy | None:
    """The working copy at a path; None when it is no working copy of ours."""
    original, state = _stored().get(str(path), ("", ""))
    return WorkingCopy(path, Path(original), bytes.fromhex(state)) if original else None


def remember(work: WorkingCopy) -> None:
    """Keep where a copy came from; copies that are gone are forgotten."""
    there = {path: about for path, about in _stored().items() if Path(path).exists()}
    QgsSettings().setValue(_SETTING, json.dumps({**there, str(work.path): (str(work.original), work.state.hex())}))


def _stored() -> dict[str, tuple[str, str]]:
    try:
        return {str(path): (str(about[0]), str(about[1])) for path, about in json.loads(QgsSettings().value(_SETTING, "{}")).items()}
    except (ValueError, TypeError, AttributeError, LookupError):  # somebody changed the settings by hand
        return {}
