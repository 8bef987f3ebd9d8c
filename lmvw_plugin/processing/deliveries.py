# SPDX-License-Identifier: GPL-2.0-or-later
"""Which delivery an algorithm looks back at: a package, the GeoPackage out of it, a plan file, or whatever the importer reads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.core import QgsProcessingContext

from ..core.basisset.peildatum import Peildatum
from ..core.feedback import Feedback
from ..core.importing.mapping.plan import PlanMapping
from ..layers.history import packages
from ..layers.history.packages import OpenPackage
from ..layers.history.reading import Drawn, read_side
from ..layers.importing.mapping_file import read_mapping
from ..layers.sources import names_file, path_in
from .base import Parameters
from .import_source import ReadsAnyPolygons


class ReadsDeliveries(ReadsAnyPolygons):
    """An algorithm of which some inputs are deliveries; ``DELIVERIES`` names them."""

    DELIVERIES: tuple[str, ...] = ("PREVIOUS",)

    def __init__(self) -> None:
        super().__init__()
        self._packages: dict[Path, OpenPackage] = {}

    def understood(self, parameters: Parameters, context: QgsProcessingContext) -> Parameters:
        """Each delivery as one layer."""
        unpacked = self.unpacked(parameters)
        for name in self.DELIVERIES:
            unpacked = self.one_layer(unpacked, name)
        return super().understood(unpacked, context)

    def unpacked(self, parameters: Parameters) -> Parameters:
        """The parameters with the plans of a package in the place of the package.

        :raises LmvwError: when a package is damaged, or of a newer version.
        """
        packages = {name: self._package(parameters.get(name)) for name in self.DELIVERIES}
        return {**parameters, **{name: package.layer for name, package in packages.items() if package is not None}}

    def _package(self, given: object) -> OpenPackage | None:
        if not names_file(given) or not packages.is_package(path_in(str(given))):
            return None
        path = path_in(str(given)).absolute()
        if path not in self._packages:
            self._packages[path] = packages.opened(path)
        return self._packages[path]

    def mapping_of_previous(self, parameters: Parameters, context: QgsProcessingContext) -> PlanMapping | None:
        """How the previous delivery is read; None where the plugin proposes it.

        :raises LmvwError: when the file does not exist, or is no mapping.
        """
        kept = self.existing_file(parameters, context, "MAPPING")
        return read_mapping(kept) if kept else None

    def read_delivery(self, parameters: Parameters, context: QgsProcessingContext, name: str, feedback: Feedback) -> Drawn:
        """One of them.

        :raises LmvwError: when it cannot be read, is of a newer version, or has no plans.
        """
        kept = self.mapping_of_previous(parameters, context) if name == "PREVIOUS" else None
        given, package = parameters.get(name), self._package(parameters.get(name))
        polygons = self.polygons_in(self.unpacked(parameters), context, name)
        path = path_in(str(given)) if names_file(given) else self.path_of(parameters, context, name)
        title = path.name if path is not None else polygons.source.sourceName() if polygons.source is not None else ""
        peildatum: Peildatum | None = package.peildatum if package else packages.peildatum_beside(path) if path is not None else None
        drawn, source = read_side(polygons, title, peildatum, feedback, kept), polygons.source
        known = source is not None and source.fields().lookupField("gemeente_code") >= 0
        return replace(drawn, gemeente=self.gemeente_in(source) if known else None)
