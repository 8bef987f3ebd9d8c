# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapely 2, or a stand-in that tells the user how to install it: the provider loads on a machine without it.

Use ``from .shapely2 import shapely``; the stand-in raises on first use, inside the run of an algorithm.

On Linux the executables of QGIS are linked to the system's GEOS, and its functions then answer shapely's calls as well,
whatever GEOS shapely was built with (QGIS imports shapely before any plugin can set loader flags). A function that the
older GEOS lacks would run in the newer one on geometries of the older, and crash. So nothing newer than GEOS 3.11 is used,
and geometries go out with their dimension named, as its default differs.
"""

from __future__ import annotations

from typing import Any, NoReturn

from ..core.errors import LmvwError
from ..core.i18n import tr

MINIMUM = (2, 0)  # vectorised; what 2.1 adds is not used


class Missing:
    """Takes the place of the module ``shapely``."""

    def __init__(self, found: str | None = None) -> None:
        self._found = found

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):  # copy, pickle and inspect look for these
            raise AttributeError(name)
        found = tr("versie {version} is te oud").format(version=self._found) if self._found else tr("het ontbreekt")
        raise LmvwError(
            tr("De polygonen kunnen niet gecontroleerd worden zonder het Python-pakket shapely 2.0 of nieuwer ({found}); installeer het met "
               "‘python -m pip install shapely’, op Windows in de OSGeo4W Shell, op Linux in de Python van QGIS "
               "(python3-shapely van Debian 12 is te oud), en start QGIS opnieuw.").format(found=found)
        )  # fmt: skip


def load() -> Any:
    """The module, when it is there and new enough; otherwise the stand-in."""
    try:
        import shapely
    except (ImportError, OSError):  # OSError: a GEOS library that does not load
        return Missing()
    version = tuple(int(part) for part in shapely.__version__.split(".")[:2])
    return shapely if version >= MINIMUM else Missing(shapely.__version__)


shapely: Any = load()
