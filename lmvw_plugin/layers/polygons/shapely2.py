# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapely 2, imported when it is first used: the plugin loads quickly, and loads on a machine without it.

Use ``from .shapely2 import shapely``, and inside functions only; without a usable shapely the first use says what to do.

On Linux the executables of QGIS are linked to the system's GEOS, and its functions then answer shapely's calls as well,
whatever GEOS shapely was built with (QGIS imports shapely before any plugin can set loader flags). A function that the
older GEOS lacks would run in the newer one on geometries of the older, and crash. So nothing newer than GEOS 3.11 is used,
and geometries go out with their dimension named, as its default differs.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from ..requirements import require


@cache
def _module() -> Any:
    require("shapely")
    import shapely

    return shapely


class _Shapely:
    """Takes the place of the module ``shapely``; what was asked of it once is kept."""

    def __getattr__(self, name: str) -> Any:
        """Its attribute of this name.

        :raises LmvwError: when there is no usable shapely.
        """
        if name.startswith("__"):  # copy, pickle and inspect look for these
            raise AttributeError(name)
        value = getattr(_module(), name)
        setattr(self, name, value)
        return value


shapely: Any = _Shapely()
