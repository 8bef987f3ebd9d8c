# SPDX-License-Identifier: GPL-2.0-or-later
"""The Python packages that the plugin needs beside QGIS: which are there, in which version, and what is missing without them.

Nothing is advised that would replace a package of QGIS itself: shapely is built against one numpy, and QGIS against another
may stop working. What helps on which machine is in the manual (docs/beheerder.md).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec

from ..core.errors import LmvwError
from ..core.i18n import tr

Version = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """A package, the oldest version that does, and what cannot be done without it."""

    package: str
    minimum: Version
    without: str

    @property
    def found(self) -> str | None:
        """The version that is there; None when it is absent, empty when it does not say. Nothing is imported."""
        if find_spec(self.package) is None:
            return None
        try:
            return metadata.version(self.package)
        except metadata.PackageNotFoundError:
            return ""

    @property
    def is_met(self) -> bool:
        """It is there and new enough, as far as it says."""
        found = self.found
        return found is not None and (not found or version_of(found) >= self.minimum)

    @property
    def shortfall(self) -> str:
        """What is there and what is needed, in some words."""
        needed = ".".join(map(str, self.minimum))
        if self.found is None:
            return tr("{package} ontbreekt (nodig: {needed} of nieuwer)").format(package=self.package, needed=needed)
        return tr("{package} {found} is te oud (nodig: {needed} of nieuwer)").format(package=self.package, found=self.found, needed=needed)


REQUIREMENTS = (
    Requirement("shapely", (2, 0), "polygonen controleren en leveren"),
    Requirement("openpyxl", (3, 0, 9), "leveren"),
)


def version_of(text: str) -> Version:
    """``2.1.0rc1`` is (2, 1, 0)."""
    return tuple(int(part) for part in re.findall(r"(?:^|\.)(\d+)", text))


def unmet() -> list[Requirement]:
    """The packages that are absent or too old."""
    return [requirement for requirement in REQUIREMENTS if not requirement.is_met]


def warning(requirements: list[Requirement]) -> str:
    """One short sentence for the message bar: what is the matter, and what cannot be done."""
    what = "; ".join(requirement.shortfall for requirement in requirements)
    return tr("{what}. Zolang kunt u niet {without}.").format(what=what, without=tr(requirements[0].without))


def require(*packages: str) -> None:
    """The packages are there and new enough.

    :raises LmvwError: when they are not.
    """
    missing = [requirement for requirement in unmet() if requirement.package in packages]
    if missing:
        raise LmvwError(
            tr("{warning} Vraag uw beheerder; wat er nodig is staat in de handleiding onder ‘Voor uw beheerder’.").format(
                warning=warning(missing)
            )
        )
