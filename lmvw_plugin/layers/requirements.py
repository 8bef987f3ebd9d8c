# SPDX-License-Identifier: GPL-2.0-or-later
"""The Python packages that the plugin needs beside QGIS: which are there, in which version, and what is missing without them.

Nothing is advised that would replace a package of QGIS itself: shapely is built against one numpy, and QGIS against another
may stop working. What helps on which machine is in the manual (docs/beheerder.md).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module, metadata
from importlib.util import find_spec

from qgis.core import Qgis, QgsMessageLog

from ..core.errors import LmvwError
from ..core.i18n import later, tr

Version = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """A package, the oldest version that does, what cannot be done without it, the module that brings it in, and what that brings in itself."""

    package: str
    minimum: Version
    without: str
    module: str
    beside: str = ""

    @property
    def version(self) -> str | None:
        """The version that is there; None when it is absent, empty when it does not say. Nothing is imported."""
        if not _is_there(self.package):
            return None
        try:
            return metadata.version(self.package)
        except metadata.PackageNotFoundError:
            return ""

    @property
    def is_met(self) -> bool:
        """It is there and new enough, as far as it says."""
        version = self.version
        whole = not self.beside or _is_there(self.beside)
        return version is not None and whole and (not version or version_of(version) >= self.minimum)

    @property
    def starts(self) -> bool:
        """It can be imported: its libraries load, and the numpy that is there is one that it was built for; else the log says why."""
        try:
            import_module(self.module, __package__)
        except (ImportError, OSError, AttributeError) as error:
            where = getattr(find_spec(self.package), "origin", None) or ""
            QgsMessageLog.logMessage(f"{self.shortfall}: {error} ({where})", "LMVW", Qgis.MessageLevel.Warning)
            return False
        return True

    @property
    def needed(self) -> str:
        """Name and oldest version, in some words."""
        return tr("{package} {version} of nieuwer").format(package=self.package, version=".".join(map(str, self.minimum)))

    @property
    def shortfall(self) -> str:
        """What is the matter, in some words."""
        version = self.version
        if version is None:
            return tr("{package} ontbreekt").format(package=self.package)
        if self.beside and not _is_there(self.beside):
            return tr("{package}, dat bij {whole} hoort, ontbreekt").format(package=self.beside, whole=self.package)
        words = tr("{package} start niet") if self.is_met else tr("{package} {found} is te oud")
        return words.format(package=self.package, found=version)


REQUIREMENTS = (
    Requirement("shapely", (2, 0), later("polygonen controleren en leveren"), "shapely"),
    Requirement("openpyxl", (3, 0, 9), later("Excel-bestanden maken en leveren"), ".workbook.openpyxl_alone", "et_xmlfile"),
)


def _is_there(package: str) -> bool:
    """An empty folder of that name is no package, though Python finds it."""
    spec = find_spec(package)
    return spec is not None and spec.origin is not None


def version_of(text: str) -> Version:
    """``2.1.0rc1`` is (2, 1, 0)."""
    return tuple(int(part) for part in re.findall(r"(?:^|\.)(\d+)", text))


def unmet() -> list[Requirement]:
    """The packages that are absent or too old. Nothing is imported, so that it can be asked when QGIS starts."""
    return [requirement for requirement in REQUIREMENTS if not requirement.is_met]


def notice(requirements: Sequence[Requirement]) -> str:
    """So few words that they fit in the message bar of a small window."""
    return tr("{what}: leveren kan niet.").format(what=_shortfalls(requirements))


def lack(*packages: str) -> str:
    """What stops the work that needs these packages, and what to do; empty when they are there, new enough, and start."""
    wanting = [
        requirement for requirement in REQUIREMENTS if requirement.package in packages and not (requirement.is_met and requirement.starts)
    ]
    if not wanting:
        return ""
    return tr("{what}: {without} kan nu niet. Nodig: {needed}. Vraag uw beheerder; de handleiding zegt onder ‘Voor uw beheerder’ wat er nodig is.").format(
        what=_shortfalls(wanting), without=tr(wanting[0].without), needed=tr(" en ").join(requirement.needed for requirement in wanting)
    )  # fmt: skip


def _shortfalls(requirements: Sequence[Requirement]) -> str:
    absent = [requirement.package for requirement in requirements if requirement.version is None]
    if len(absent) > 1:
        return tr("{packages} ontbreken").format(packages=tr(" en ").join(absent))
    return ", ".join(requirement.shortfall for requirement in requirements)


def require(*packages: str) -> None:
    """The packages are there, new enough, and start.

    :raises LmvwError: when they are not.
    """
    sentence = lack(*packages)
    if sentence:
        raise LmvwError(sentence)
