# SPDX-License-Identifier: GPL-2.0-or-later
"""A delivery that was placed is kept in the plan file. Whether that succeeds never undoes the delivery, nor says that it failed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from qgis.core import QgsGeometry

from ...core.basisset import fields as b
from ...core.delivering.delivery import Delivery
from ...core.errors import LmvwError
from ...core.i18n import tr
from ..moment import digest
from ..planfile.tables.delivery_memory import Delivered, DeliveredPlan, keeping

_NAMES = [field.name for field in b.COLUMNS]


@dataclass
class Remembered:
    """What a plan file keeps of one delivery; ``lacking`` says afterwards why it does not, and is empty when it does.

    :param path: the plan file; None for plans that are in none.
    """

    path: Path | None
    delivery: Delivery
    geometries: Sequence[QgsGeometry]
    profile: str
    partial: bool
    lacking: str = field(default="", init=False)

    @contextmanager
    def while_placing(self, archive: Path, package: Path) -> Iterator[None]:
        """Everything is written before the package gets its name (``place``), and holds from the moment that it has it, also when this program is
        stopped there; without a package nothing is kept."""
        with ExitStack() as stack:
            try:
                if self.path is not None:
                    stack.enter_context(keeping(self.path, self._about(archive), self._plans(), package.absolute()))
            except LmvwError as error:
                self._cannot(error)
            yield
            try:
                stack.close()
            except LmvwError as error:
                self._cannot(error)

    def _about(self, archive: Path) -> Delivered:
        moment = datetime.now().isoformat(timespec="seconds")
        day, code = str(self.delivery.peildatum), self.delivery.gemeente.code
        return Delivered(day, moment, code, self.profile, archive.name, digest(archive), self.partial)

    def _plans(self) -> Iterator[DeliveredPlan]:
        for row, geometry in zip(self.delivery.rows, self.geometries, strict=True):
            values = {name: value for name, value in zip(_NAMES, row, strict=True) if value not in (None, "")}
            yield DeliveredPlan(values, None if geometry.isEmpty() else geometry.asWkb().data())

    def _cannot(self, error: LmvwError) -> None:
        words = tr("Het planbestand onthoudt deze levering niet. {reason}")
        self.lacking = words.format(reason=error)
