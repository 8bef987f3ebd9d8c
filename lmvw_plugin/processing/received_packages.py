# SPDX-License-Identifier: GPL-2.0-or-later
"""What every algorithm asks that passes received packages on: the peildatum, the labels of the province, the town halls."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import NULL, QgsProcessingContext, QgsProcessingFeedback

from ..core.basisset.codelists import gemeente
from ..core.basisset.peildatum import Peildatum
from ..core.errors import LmvwError
from ..core.i18n import tr
from ..layers.polygons.shapes import plain
from ..layers.publishing.steward import Label, Labels
from ..layers.reviewing.labels import strijdig_in
from ..layers.sources import rows
from .base import LmvwAlgorithm, Parameters

_CODE = "gemeente_code"


class AsksOfPackages(LmvwAlgorithm):
    """Reads the parameters PEILDATUM, STRIJDIG, REVIEW and TOWN_HALLS."""

    def peildatum_given(self, parameters: Parameters, context: QgsProcessingContext) -> Peildatum | None:
        """The peildatum that was asked; None for that of the most municipalities."""
        return None if parameters.get("PEILDATUM") in (None, "", NULL) else self.peildatum_of(parameters, context)

    def labels_given(self, parameters: Parameters, context: QgsProcessingContext) -> Labels:
        """What was typed, and what reviewers said.

        :raises LmvwError: when a line has no municipality that there is, or no plan; or the review file is none.
        """
        lines = [line.split(maxsplit=1) for line in self.parameterAsString(parameters, "STRIJDIG", context).splitlines() if line.strip()]
        for words in lines:
            if len(words) < 2:
                raise LmvwError(tr("Bij ‘Strijdig volgens de provincie’ staat ‘{line}’; schrijf de gemeentecode en dan de plannaam, bijvoorbeeld "
                                   "GM0396 Havenkwartier.").format(line=words[0]))  # fmt: skip
        path = self.existing_file(parameters, context, "REVIEW")
        return Labels(frozenset((gemeente(code).code, name.strip()) for code, name in lines), strijdig_in(path) if path else {})

    @staticmethod
    def tell_gone(gone: Iterable[Label], feedback: QgsProcessingFeedback) -> None:
        """Reviewers labelled a plan that is not in what goes: what lies there now may be strijdig too."""
        for code, name in gone:
            said = tr("Strijdig plan ‘{name}’ van {code} zit niet in het pakket dat meegaat; kijk wat er nu op die plek ligt.")
            feedback.pushWarning(said.format(name=name, code=code))

    def halls_given(self, parameters: Parameters, context: QgsProcessingContext) -> dict[str, bytes]:
        """By municipality the polygon of its town hall.

        :raises LmvwError: when the layer does not say of whom each polygon is.
        """
        if parameters.get("TOWN_HALLS") in (None, ""):
            return {}
        source = self.source_of(parameters, context, "TOWN_HALLS")
        if source.fields().lookupField(_CODE) < 0:
            raise LmvwError(tr("De laag met gemeentehuizen heeft geen kolom ‘gemeente_code’; voeg die toe, met codes zoals GM0396."))
        halls = {}
        for feature, row in rows(source, [_CODE]):
            if not feature.geometry().isEmpty():
                halls[str(row[_CODE])] = plain(feature.geometry()).asWkb().data()
        return halls
