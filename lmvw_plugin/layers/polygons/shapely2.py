# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapely 2, or a stand-in that tells the user what to do: the provider loads on a machine without it.

Use ``from .shapely2 import shapely``; the stand-in raises on first use, inside the run of an algorithm.

On Linux the executables of QGIS are linked to the system's GEOS, and its functions then answer shapely's calls as well,
whatever GEOS shapely was built with (QGIS imports shapely before any plugin can set loader flags). A function that the
older GEOS lacks would run in the newer one on geometries of the older, and crash. So nothing newer than GEOS 3.11 is used,
and geometries go out with their dimension named, as its default differs.
"""

from __future__ import annotations

from typing import Any, NoReturn

from ...core.errors import LmvwError
from ...core.i18n import tr
from ..requirements import require, unmet


class Missing:
    """Takes the place of the module ``shapely``."""

    def __getattr__(self, name: str) -> NoReturn:
        """Say at the first use what is the matter with shapely.

        :raises LmvwError: when it is missing, too old, or does not start.
        """
        if name.startswith("__"):  # copy, pickle and inspect look for these
            raise AttributeError(name)
        require("shapely")
        raise LmvwError(
            tr("Het Python-pakket shapely is er, maar start niet; vraag uw beheerder om het opnieuw te installeren in een versie die bij "
               "numpy past (handleiding, ‘Voor uw beheerder’).")
        )  # fmt: skip


def load() -> Any:
    """The module, when it is there, new enough and starts; otherwise the stand-in."""
    if any(requirement.package == "shapely" for requirement in unmet()):
        return Missing()
    try:
        import shapely
    except (ImportError, OSError):  # a GEOS library that does not load, a numpy it was not built for
        return Missing()
    return shapely


shapely: Any = load()
