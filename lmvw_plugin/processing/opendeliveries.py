# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:opendeliveries``: what municipalities sent, verified and judged, in one file that the province reviews."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import (
    NULL,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from ..core.basisset import fields as b
from ..core.basisset.codelists import every_gemeente
from ..core.basisset.peildatum import Peildatum
from ..core.errors import LmvwError
from ..core.feedback import Part, Silent, carried_through
from ..core.i18n import later, several, tr
from ..core.keys import key
from ..core.receiving.overview import Level, counted
from ..core.receiving.receipts import State
from ..core.receiving.report import overview_report
from ..core.receiving.sheets import sheets
from ..core.receiving.without import mapping_name
from ..layers.files import require_folder, write_text
from ..layers.planfile.recognising import is_plan_file
from ..layers.receiving.opening import Opened, open_deliveries
from ..layers.receiving.review_file import FINDINGS, PREVIOUS
from ..layers.receiving.sifting import Sifted, shown, sifted
from ..layers.receiving.tables import EXPECTATIONS, OVERVIEW, RECEIPTS, about
from ..layers.receiving.translating import Mappings
from ..layers.reports import named, set_aside, write_named
from ..layers.requirements import lack
from ..layers.reviewing.entries_table import refresh
from .base import Parameters
from .faces.opendeliveries import OpenDeliveriesFace
from .written import as_stored

_SHOWN = (  # from the top of the panel down
    (OVERVIEW, later("Overzicht per gemeente")), (FINDINGS, later("Bevindingen")), (PREVIOUS, later("Vorige plannen")),
    (b.LAYER, later("Plannen in beoordeling")), (RECEIPTS, later("Ontvangen bestanden")), (EXPECTATIONS, later("Verwachtingen")),
)  # fmt: skip


def _several(parameters: Parameters) -> list[str]:
    """The files and folders that were given: one, or a list of them."""
    given = parameters.get("INPUT")
    return [str(path) for path in given] if isinstance(given, (list, tuple)) else [str(given)]


def _only_to_read(layer: QgsVectorLayer) -> None:
    """What a municipality delivered is looked at, and never changed."""
    as_stored(layer)
    layer.setReadOnly(True)


class OpenDeliveries(OpenDeliveriesFace):
    """Makes the review file and its overview, or adds to it."""

    def __init__(self) -> None:
        super().__init__()
        self._written: set[str] = set()
        self._open: frozenset[str] = frozenset()  # the sources of the layers that the project has

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """There is something to open, and what is there under the name of the review file is one.

        :raises LmvwError: when not.
        """
        self._given(parameters, context)
        self._previous(parameters, context)
        self._provincie(parameters, context)
        self._peildatum(parameters, context)
        self._output(parameters, context)
        self._mappings(parameters, context)
        if self.parameterAsFileOutput(parameters, "WORKBOOK", context) and (why := lack("openpyxl")):
            raise LmvwError(why)

    def understood(self, parameters: Parameters, context: QgsProcessingContext) -> Parameters:
        """A list is one folder for QGIS: it knows no parameter that is a folder or some files."""
        return {**super().understood(parameters, context), "INPUT": next(iter(_several(parameters)), "")}

    def prepareAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:  # noqa: N802  # QGIS's name
        """Note which layers of the review file are open: the project belongs to the main thread."""
        project = context.project()
        self._open = frozenset(layer.source() for layer in project.mapLayers().values()) if project else frozenset()
        return super().prepareAlgorithm(parameters, context, feedback)

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:  # noqa: N802  # QGIS's name
        """Layers of the review file that were open show what came in."""
        project = context.project()
        for layer in project.mapLayers().values() if project else ():
            if isinstance(layer, QgsVectorLayer) and layer.source() in self._written and not layer.isEditable():
                layer.reload()
                layer.triggerRepaint()
        return {}

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Verify, judge, gather, report."""
        given, output = self._given(parameters, context), self._output(parameters, context)
        require_folder(output if output.is_dir() else output.parent)
        done = open_deliveries(
            given, self._previous(parameters, context), output, self._provincie(parameters, context), self._peildatum(parameters, context),
            Part(feedback, 0, 95), self._mappings(parameters, context),
        )  # fmt: skip
        carried_through()
        self._tell_reviewed(done, feedback)
        self._keep_mappings(done, self._mappings(parameters, context), feedback)
        report = self._report(done, self.parameterAsFileOutput(parameters, "WORKBOOK", context), feedback)
        self._tell(done, given, feedback)
        self._load(done, context)
        feedback.pushInfo(tr("Het beoordelingsbestand staat in {path}, het overzicht in {report}").format(path=done.path, report=report))
        became = Counter(receipt.stand for receipt in done.new)
        return {
            "OUTPUT": str(done.path),
            "REPORT": str(report),
            "PLANS": sum(receipt.plannen or 0 for receipt in done.receipts if receipt.is_current),
            "OPENED": became[State.CURRENT.value] + became[State.REPLACED.value],
            "REFUSED": became[State.REFUSED.value],
            "OLDER": became[State.OLDER.value] + became[State.SAME.value],
            "FOREIGN": became[State.FOREIGN.value],
            "AGAIN": len(done.again),
            "MISSING": counted(done.rows)[Level.MISSING],
        }

    @staticmethod
    def _report(done: Opened, workbook: str, feedback: QgsProcessingFeedback) -> Path:
        """The overview as a page, and as a workbook when that is asked. The review file is in its place: what goes wrong here is only told."""
        report = named(done.path.with_suffix(".html"), True)
        page = overview_report(
            done.about.provincie, done.about.peildatum, done.rows, done.receipts, done.complaints, done.again, done.meetings
        )
        try:
            _, moved_to = write_named(done.path.with_suffix(".html"), page, True)
            if moved_to:
                feedback.pushWarning(set_aside(report, moved_to))
            if workbook:
                from ..layers.receiving.workbook import write_workbook  # needs openpyxl

                write_workbook(Path(workbook).absolute(), sheets(done.rows, done.receipts), Silent())
        except LmvwError as error:
            feedback.pushWarning(tr("Het beoordelingsbestand is klaar, maar het overzicht niet. {reason}").format(reason=error))
        return report

    @staticmethod
    def _tell_reviewed(done: Opened, feedback: QgsProcessingFeedback) -> None:
        """How far each review is, in the overview of the file and in that of this run."""
        try:
            far = refresh(done.path)
        except LmvwError as error:
            feedback.pushWarning(str(error))
            return
        done.rows = [replace(row, reviewed=far.get(row.gemeente.code)) for row in done.rows]

    @staticmethod
    def _keep_mappings(done: Opened, folder: Path | None, feedback: QgsProcessingFeedback) -> None:
        """In the folder that was chosen, the mappings of which it has none yet: to be changed there, and used for a later peildatum."""
        if folder is None:
            return
        for code, text in done.mappings.items():
            try:
                if not Mappings({}, folder).chosen(code):
                    write_text(folder / mapping_name(code), text)
            except LmvwError as error:
                feedback.pushWarning(str(error))

    @staticmethod
    def _tell(done: Opened, given: Sifted, feedback: QgsProcessingFeedback) -> None:
        for name, said in done.again:
            feedback.pushInfo(f"{name}: {said}")
        for receipt in (*done.unread, *done.new):
            if receipt.reden:
                feedback.pushWarning(f"{receipt.bestand}: {receipt.reden}")
        for receipt in done.without_day:
            feedback.pushInfo(f"{receipt.bestand}: {receipt.reden}")
        for sentence in done.complaints:
            feedback.pushWarning(sentence)
        if given.passed:
            names = ", ".join(map(shown, given.passed[:5]))
            said = tr("Niet bekeken, want daar staan geen plannen in: {count} ({names}).")
            feedback.pushInfo(said.format(count=several(len(given.passed), "bestand", "bestanden"), names=names))

    def _load(self, done: Opened, context: QgsProcessingContext) -> None:
        """Put its layers in the project that is open, to be read only, in a group that goes at once; what the province expects it says itself."""
        group = tr("Leveringen {provincie}, {day}").format(provincie=done.about.provincie, day=done.about.peildatum.words)
        for nth, (name, title) in enumerate(_SHOWN):
            source = f"{done.path}|layername={name}"
            self._written.add(source)
            if source not in self._open:
                self.show_when_done(source, tr(title), context, -nth, as_stored if name == EXPECTATIONS else _only_to_read, group)

    def _given(self, parameters: Parameters, context: QgsProcessingContext) -> Sifted:
        """What was chosen.

        :raises LmvwError: when nothing in it is a delivery.
        """
        return sifted(map(Path, _several(parameters)))

    def _previous(self, parameters: Parameters, context: QgsProcessingContext) -> Sifted:
        """What was chosen to compare with.

        :raises LmvwError: when nothing in it is a delivery.
        """
        folder = self.parameterAsString(parameters, "PREVIOUS", context)
        return sifted([Path(folder)]) if folder else Sifted()

    def _mappings(self, parameters: Parameters, context: QgsProcessingContext) -> Path | None:
        """The folder of the mappings, if one was chosen.

        :raises LmvwError: when it is not there.
        """
        folder = self.parameterAsString(parameters, "MAPPINGS", context)
        if folder and not Path(folder).is_dir():
            raise LmvwError(tr("Map ‘{folder}’ bestaat niet; kies een bestaande map.").format(folder=folder))
        return Path(folder).absolute() if folder else None

    def _provincie(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        """The province as the code list calls it.

        :raises LmvwError: when there is none of that name.
        """
        text = self.parameterAsString(parameters, "PROVINCIE", context).strip()
        known = {key(gemeente.provincie): gemeente.provincie for gemeente in every_gemeente().values()}
        if text and key(text) not in known:
            raise LmvwError(
                tr("‘{text}’ is geen provincie; kies {choices}.").format(text=text, choices=tr(" of ").join(sorted(known.values())))
            )
        return known[key(text)] if text else ""

    def _peildatum(self, parameters: Parameters, context: QgsProcessingContext) -> Peildatum | None:
        return None if parameters.get("PEILDATUM") in (None, "", NULL) else self.peildatum_of(parameters, context)

    def _output(self, parameters: Parameters, context: QgsProcessingContext) -> Path:
        """Where the review file is, or comes.

        :raises LmvwError: when something else has that name.
        """
        output = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context)).absolute()
        if is_plan_file(output):
            raise LmvwError(tr("‘{path}’ is een planbestand; kies voor het beoordelingsbestand een ander bestand.").format(path=output))
        if output.is_file():
            about(output)
        return output
