# SPDX-License-Identifier: GPL-2.0-or-later
"""The values of the parameters that several algorithms have, read and judged.

What judges them is brought in when there is something to judge: QGIS registers the algorithms when it starts.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.core import (
    NULL,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterEnum,
)
from qgis.PyQt.QtCore import QDate, QDateTime

from ..core.basisset.codelists import Gemeente
from ..core.basisset.gemeenten import one_gemeente
from ..core.basisset.peildatum import Peildatum
from ..core.errors import LmvwError
from ..core.i18n import tr
from ..layers import sources
from ..layers.planfile.recognising import plan_file_at
from ..layers.planfile.store import PlanFileInfo, read_info
from .given_layers import GivenLayers, Parameters


class GivenValues(GivenLayers):
    """What the user chose beside layers, each in the form that the work needs."""

    def gemeente_of(self, parameters: Parameters, context: QgsProcessingContext) -> Gemeente:
        """The municipality that was chosen.

        :raises LmvwError: when its code is unknown.
        """
        return one_gemeente(self.parameterAsString(parameters, "GEMEENTE", context))

    def peildatum_of(self, parameters: Parameters, context: QgsProcessingContext, own: PlanFileInfo | None = None) -> Peildatum:
        """The reference date that was chosen; where none was, that of the plan file, or else of the delivery of today.

        :param own: what the plan file is about whose plans are read: each of its years counts from its own date.
        :raises LmvwError: when it is no date, not 1 January or 1 July, or not that of the plan file.
        """
        raw = parameters.get("PEILDATUM")
        if raw is None or raw == NULL or (raw == "" and own is not None):
            return own.peildatum if own is not None else Peildatum.current(date.today())
        given = self._date_in("PEILDATUM", parameters, context)
        if own is not None:
            own.require_peildatum(given)
        return given

    def _date_in(self, name: str, parameters: Parameters, context: QgsProcessingContext) -> Peildatum:
        raw = parameters.get(name)
        if isinstance(raw, (QDate, QDateTime)):
            return Peildatum.parse(raw.toString("yyyy-MM-dd"))
        if isinstance(raw, date):
            return Peildatum.parse(raw.isoformat())
        if isinstance(raw, str):
            return Peildatum.parse(raw)
        return Peildatum.parse(self.parameterAsDateTime(parameters, name, context).toString("yyyy-MM-dd"))

    def own_info(self, parameters: Parameters, context: QgsProcessingContext) -> PlanFileInfo | None:
        """What the plan file is about that the plans come from; None for plans in no plan file.

        :raises LmvwError: when it was made by a later version.
        """
        path = plan_file_at(self.path_of(parameters, context))
        return read_info(path) if path is not None else None

    def info_of(self, parameters: Parameters, context: QgsProcessingContext, own: PlanFileInfo | None = None) -> PlanFileInfo:
        """What the plan file to be made, or the plans that go out, are about.

        :param own: what the plan file is about whose plans are read.
        :raises LmvwError: when municipality or reference date is not valid, or the municipality has ended by that date.
        """
        info = PlanFileInfo(self.gemeente_of(parameters, context), self.peildatum_of(parameters, context, own))
        if not info.gemeente.is_there(info.peildatum.date):
            raise LmvwError(info.gemeente.what_became_of_it)
        return info

    def plan_file_of(self, parameters: Parameters, context: QgsProcessingContext) -> Path:
        """The plan file to be made.

        :raises LmvwError: when none was chosen: work in a temporary file would be lost when QGIS closes.
        """
        if parameters.get("OUTPUT") == QgsProcessing.TEMPORARY_OUTPUT:
            raise LmvwError(tr("Kies waar het planbestand komt te staan; een tijdelijk bestand verdwijnt als u QGIS sluit."))
        return Path(self.parameterAsFileOutput(parameters, "OUTPUT", context)).absolute()

    def in_words(self, parameters: Parameters) -> Parameters:
        """The parameters with each choice among words as the word: ``qgis_process`` lists them by number, and takes only the word."""
        words = dict(parameters)
        for parameter in self.parameterDefinitions():
            given = parameters.get(parameter.name())
            if isinstance(parameter, QgsProcessingParameterEnum) and parameter.usesStaticStrings() and str(given).isdecimal():
                options = parameter.options()
                if str(given) not in options and int(str(given)) < len(options):
                    words[parameter.name()] = options[int(str(given))]
        return words

    def parameterAsEnumString(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> str:  # noqa: N802  # QGIS's name
        """The word that was chosen, also by its number."""
        return str(super().parameterAsEnumString(self.in_words(parameters), name, context))

    def existing_file(self, parameters: Parameters, context: QgsProcessingContext, name: str) -> Path | None:
        """The file that was chosen, or None.

        :raises LmvwError: when it does not exist.
        """
        text = self.parameterAsString(parameters, name, context)
        if not text:
            return None
        sources.require_file(str(Path(text).absolute()))
        return Path(text)

    def workbook_of(self, parameters: Parameters, context: QgsProcessingContext) -> Path | None:
        """The worksheet that was chosen, or None.

        :raises LmvwError: when it does not exist or is of another kind.
        """
        from ..layers.workbook.reader import require_suffix

        path = self.existing_file(parameters, context, "WORKBOOK")
        if path is not None:
            require_suffix(path)
        return path
