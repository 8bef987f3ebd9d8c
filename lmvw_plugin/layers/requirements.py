# SPDX-License-Identifier: GPL-2.0-or-later
"""The Python packages that the plugin needs beside QGIS, and what to tell the user when one is absent."""

from __future__ import annotations

from importlib.util import find_spec

from ..core.errors import LmvwError
from ..core.i18n import tr

PACKAGES = ("shapely", "openpyxl")


def missing_packages() -> list[str]:
    """The packages that are not installed in QGIS's Python."""
    return [name for name in PACKAGES if find_spec(name) is None]


def how_to_install(names: list[str]) -> str:
    """One sentence that says what to do."""
    return tr("De plugin mist het Python-pakket {names}; installeer het met ‘python -m pip install {arguments}’ "
              "(op Windows in de OSGeo4W Shell, op Linux in de Python van QGIS) en start QGIS opnieuw.").format(
        names=tr(" en ").join(names), arguments=" ".join(names))  # fmt: skip


def require(name: str) -> None:
    """The package is there.

    :raises LmvwError: when it is not.
    """
    if find_spec(name) is None:
        raise LmvwError(how_to_install([name]))
