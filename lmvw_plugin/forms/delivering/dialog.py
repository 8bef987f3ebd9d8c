# SPDX-License-Identifier: GPL-2.0-or-later
"""The window "Levering maken": checks first, shows what goes out and what does not, asks toelichtingen, and only then exports.

The package is made by ``lmvw:exportdelivery`` in a task, as anywhere else; the window only collects its parameters.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QTableWidgetItem, QWidget

from ...core.delivering import delivery as d
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Part
from ...core.i18n import several, tr
from ...core.reporting.check import sizes_of
from ...core.rules.acceptance import said_in, unexplained
from ...core.rules.findings import Finding
from ...core.rules.tasks import tasks_of
from ...layers.delivering import preflight
from ...layers.history.files import read_file
from ...layers.history.since import since_of
from ...layers.planfile import store as planfile
from ...layers.planfile.province import remarks_table
from ...layers.planfile.session import waits
from ...layers.polygons.reading import boundary_in
from ...layers.reading import Taken
from ...layers.realised.checking import Beside
from ...layers.requirements import lack
from ...layers.sources import is_of, path_in
from .. import messages
from ..files import link
from ..packing.window import BAD, CAREFUL, GOOD, Look, open_window
from ..review.nodes import by_task, task_node
from .summary import Seen, summary
from .widgets import PLAN, DeliveryWidgets, fixed

_FINDING, _TOELICHTING = range(PLAN + 1, PLAN + 3)
_MOST_ROWS = 500  # who has more works with the report and the layer; laying them out would hold up the window


class DeliveryDialog(DeliveryWidgets):
    """Everything before the package, in one window."""

    compare = pyqtSignal()  # the user wants to see what became of the plans of the last delivery

    def __init__(self, parent: QWidget | None, layer: QgsVectorLayer, path: Path, iface: QgisInterface | None = None) -> None:
        super().__init__(parent, layer, path, iface)
        self.ready: preflight.Preflight | None = None
        self.left_out: d.LeftOut | None = None
        self._explained: dict[str, str] = {}  # each toelichting there is, by plan_id
        self._filling = False
        self._connect()

    def _connect(self) -> None:
        self.warnings.itemChanged.connect(self._typed)
        self.rest.changed.connect(self.judge)
        self.small.clicked.connect(self.look)  # what goes out is different then
        self.bag.fileChanged.connect(self._file_chosen)
        self.part.toggled.connect(self.judge)
        self.previous.fileChanged.connect(self._previous_chosen)
        self.mapping.fileChanged.connect(self._file_chosen)
        self.town_hall.changed.connect(self._town_hall_changed)
        self.town_hall.failed.connect(lambda words: self.say(words, BAD))
        self.town_hall.drawing.connect(self._make_room)
        self.summary.anchorClicked.connect(lambda *_: self.compare.emit())

    # -- checking -----------------------------------------------------------------------------------------------

    def looks(self) -> Look:
        """Check the plans.

        :raises LmvwError: when they cannot be checked, or not as things were chosen.
        """
        if lack("shapely"):  # nothing of what the province needs to know of the polygons can be said
            raise LmvwError(self._lack)
        info = self._chosen()
        plans = Taken(self.layer)
        boundary, small = self.boundary.currentLayer(), self.small.isChecked()
        outline = Taken(boundary) if boundary is not None else None
        beside = Beside(Path(self.bag.filePath()) if self.bag.filePath() else None)
        previous, mapping = self.previous.filePath(), self.mapping.filePath()
        unsaved = _unsaved_reactions(self.path)

        def work(feedback: Feedback) -> Seen:
            area = boundary_in(outline, info.gemeente, feedback) if outline is not None else None
            with plans.read(self.heard(feedback)) as reading:
                given = read_file(previous, Part(feedback, 0, 1), mapping) if previous else None
                since = since_of(reading.copy, info.peildatum, given, some=reading.left_out is not None)
                look = beside.after(since.checked)
                ready = preflight.prepare(
                    reading.source, info, small, area, feedback, reading.accepted, reading.offers, look, reading.remarks
                )
                told = since.outgoing(ready.delivery, ready.geometries, Part(feedback, 99, 100))
                return Seen(ready, reading.left_out, reading.strange, told, [*unsaved, *(given.notes if given else ()), *since.notes])

        return work

    def _previous_chosen(self, text: str) -> None:
        self.mapping.setEnabled(bool(text))
        self._file_chosen(text)

    def _file_chosen(self, text: str) -> None:
        if not text or path_in(text).is_file():  # and is not still being typed
            self.look()

    def show_seen(self, seen: Seen | None) -> None:
        """What goes out, what there is to do, and what a person may explain."""
        self.ready, self.left_out = (seen.ready, seen.left_out) if seen is not None else (None, None)
        if seen is not None:
            self.summary.setHtml(summary(seen))
            self._fill_errors(seen.ready)
            self._fill_warnings(seen.ready)

    def _chosen(self) -> planfile.PlanFileInfo:
        given = planfile.PlanFileInfo(
            self.info.gemeente, self.info.peildatum, self.info.schema_version, self.aggregate.currentData(), self.agreement.text().strip()
        )
        return preflight.decided(given, planfile.read_info(self.path))

    def _fill_errors(self, ready: preflight.Preflight) -> None:
        """The same tasks, with the same numbers, as in the panel Controle."""
        tasks = tasks_of(ready.errors, len(ready.checked.plans), self.info.peildatum, sizes_of(ready.plans))
        self.todo.show(by_task(map(task_node, tasks)))
        self.errors.expandToDepth(0)
        self.tabs.setTabText(1, tr("Te doen ({count})").format(count=len(tasks)))

    def _fill_warnings(self, ready: preflight.Preflight) -> None:
        """One row per plan, because a plan has one toelichting."""
        findings = ready.checked.findings
        warnings, accepted = (
            [finding for finding in findings if finding.is_warning],
            [finding for finding in findings if finding.akkoord is not None],
        )
        title = tr("Waarschuwingen ({count}, {accepted} geaccepteerd)") if accepted else tr("Waarschuwingen ({count})")
        self.tabs.setTabText(2, title.format(count=len(warnings), accepted=len(accepted)))
        by_plan: dict[str | None, list[Finding]] = {}
        for finding in (*warnings, *accepted):
            by_plan.setdefault(finding.plan_id, []).append(finding)
        names = {plan.get("plan_id"): plan.get("plannaam") for plan in ready.plans}
        made = ready.summed.plan["plan_id"] if ready.summed else None
        self._explained = said_in(ready.plans)
        shown = list(by_plan.items())[:_MOST_ROWS]
        self._filling = True
        self.warnings.setRowCount(len(shown))
        for row, (plan_id, of_plan) in enumerate(shown):
            name = fixed(of_plan[0].name)
            name.setData(Qt.ItemDataRole.UserRole, plan_id)
            self.warnings.setItem(row, PLAN, name)
            told = [_line(finding) for finding in of_plan]
            others = dict.fromkeys(finding.ander for finding in of_plan if finding.ander in self._explained)
            told += [
                tr("Toegelicht bij {plan}: {text}").format(plan=names[other], text=self._explained[other]) for other in others if other
            ]
            self.warnings.setItem(row, _FINDING, fixed("\n".join(told)))
            toelichting = QTableWidgetItem(self._explained.get(plan_id or "", ""))
            if plan_id not in names or plan_id == made:
                toelichting.setFlags(toelichting.flags() & ~Qt.ItemFlag.ItemIsEditable)
            if plan_id is None and of_plan[0].regel == "P2":
                toelichting.setText(toelichting.text() or tr("Antwoord in de laag ‘Antwoord van de provincie’."))
            self.warnings.setItem(row, _TOELICHTING, toelichting)
        self.warnings.resizeRowsToContents()
        self._filling = False

    def without_toelichting(self) -> int:
        """How many plans with a warning that nobody accepted have no toelichting."""
        return len({finding.plan_id for finding in self._silent() if finding.plan_id})

    def _silent(self) -> list[Finding]:
        return unexplained(self.ready.checked.findings, self._explained) if self.ready is not None else []

    def judge(self) -> None:
        """Whether it may go out, in words and in the button."""
        if self.ready is None:
            return
        count, silent = len(self.ready.errors), self.without_toelichting()
        partly = not self.left_out or self.part.isChecked()
        self.part.setVisible(bool(self.left_out))
        self.export.setEnabled(not self._lack and not count and bool(self.ready.delivery.rows) and not self.rest.waits and partly)
        if self._lack:
            self.say(self._lack, BAD)
        elif count:
            counts = self.ready.checked.counts
            words = tr("{count}. Dat houdt de levering tegen: zie het tabblad Te doen, en controleer daarna opnieuw.")
            said = " ".join(filter(None, (words.format(count=counts.holding), counts.undelivered)))
            self.say(said, BAD if counts.wrong else CAREFUL)
            self.tabs.setCurrentWidget(self.errors)
        elif not self.ready.delivery.rows:
            self.say(tr("Er zijn geen plannen om te leveren: het planbestand is leeg of geen enkel plan gaat mee."), BAD)
        elif self.rest.waits:
            words = tr("Geen fouten. Beantwoord nog op het tabblad Gegevens en keuzes of het om restcapaciteit gaat (Invultip 3).")
            self.say(words, CAREFUL)
        elif self.left_out and not partly:
            words = tr("{sentence} Haal het filter van de laag weg en controleer opnieuw, of zet hieronder aan dat dit zo hoort.")
            self.say(words.format(sentence=self.left_out.sentence), BAD)
        elif silent:
            plans = several(silent, "plan heeft een waarschuwing zonder toelichting", "plannen hebben een waarschuwing zonder toelichting")
            words = tr("Geen fouten. {plans}. Vul de toelichting in op het tabblad Waarschuwingen, of lever zonder.")
            self.say(words.format(plans=plans), CAREFUL)
        elif loose := len(self._silent()):
            warnings = several(loose, "waarschuwing gaat", "waarschuwingen gaan")
            words = tr("Geen fouten. {warnings} niet over één plan: lees het tabblad Waarschuwingen voor u levert.")
            self.say(words.format(warnings=warnings), CAREFUL)
        else:
            self.say(tr("Geen fouten: er kan geleverd worden."), GOOD)

    # -- toelichting --------------------------------------------------------------------------------------------

    def _typed(self, item: QTableWidgetItem) -> None:
        """Into the edit buffer of the layer, as one step that can be undone."""
        if self._filling or item.column() != _TOELICHTING:
            return
        plan_id = self.warnings.item(item.row(), PLAN).data(Qt.ItemDataRole.UserRole)
        index = self.layer.fields().lookupField("toelichting")
        feature = next((plan for plan in self.layer.getFeatures() if plan["plan_id"] == plan_id), None)
        if feature is None or not (self.layer.isEditable() or self.layer.startEditing()):
            self.say(tr("Laag ‘{name}’ kan niet bewerkt worden.").format(name=self.layer.name()), BAD)
            return
        self.layer.beginEditCommand(tr("Toelichting bij {plan}").format(plan=feature["plannaam"]))
        self.layer.changeAttributeValue(feature.id(), index, item.text().strip() or None)
        self.layer.endEditCommand()
        self._explained = {key: text for key, text in self._explained.items() if key != plan_id}
        self._explained |= said_in([{"plan_id": plan_id, "toelichting": item.text()}])
        self.judge()

    # -- exporting ----------------------------------------------------------------------------------------------

    def parameters(self) -> dict[str, Any]:
        """With what the province wants to know, and how it is delivered."""
        answers = {None: "zoals vastgelegd", True: "ja", False: "nee"}
        boundary = self.boundary.currentLayer()
        return {
            **super().parameters(),
            "PROFILE": self.profile.currentData(),
            "PROFILE_FILE": self.own_profile.filePath(),
            "BAG": self.bag.filePath(),
            "CONTACT": self.contact.text(),
            "REMARKS": self.remarks.toPlainText(),
            "AGGREGATE": answers[self.aggregate.currentData()],
            **(self.rest.parameters() if self.rest.asked else {}),
            "SMALL_PLANS": self.small.isChecked(),
            "AGREEMENT": self.agreement.text(),
            "ALLOW_PARTIAL": self.part.isChecked(),
            **({"BOUNDARY": boundary.id()} if boundary is not None else {}),
            **({"PREVIOUS": self.previous.filePath(), "MAPPING": self.mapping.filePath()} if self.previous.filePath() else {}),
        }

    def finished(self, results: dict[str, Any]) -> tuple[str, str]:
        """Where it is, and what of it asks something more of the user."""
        self.info = planfile.read_info(self.path)
        package, report = Path(results["PACKAGE"]), Path(results["REPORT"])
        unsaved = tr(". Wat in de laag nog niet was opgeslagen, zit ook in het pakket: sla dat dus op.") if self.layer.isModified() else ""
        forgotten = f" {results['NOT_REMEMBERED']}" if results["NOT_REMEMBERED"] else ""
        words = tr("Het pakket is geschreven, teruggelezen en vergeleken: {path}").format(path=package)
        message = tr("De levering is klaar: {package}, met het {report}.")
        return (
            words + unsaved + results["SET_ASIDE"] + forgotten,
            message.format(package=link(package, package.name), report=link(report, tr("controlerapport"))),
        )

    # -- the town hall ------------------------------------------------------------------------------------------

    def _make_room(self, drawing: bool) -> None:
        """The window is out of the way while the user draws on the map."""
        self.setVisible(not drawing)
        if drawing and self._iface is not None:
            messages.hint(
                self._iface,
                tr("Klik de hoeken van het gemeentehuis en eindig met de rechter muisknop; één hoek geeft een vierkant. Esc stopt."),
            )

    def _town_hall_changed(self) -> None:
        self.info = planfile.read_info(self.path)
        if self.small.isChecked():
            self.look()


def _line(finding: Finding) -> str:
    """A warning, and why it was accepted."""
    words = f"{finding.melding} ({finding.regel})"
    return words if finding.akkoord is None else f"{words}\n{tr('Geaccepteerd: {text}').format(text=finding.akkoord.toelichting)}"


def _unsaved_reactions(path: Path) -> list[str]:
    """What the municipality answers its province goes along as it is in the file: what is only typed stays behind."""
    words = tr("In laag ‘{name}’ staan reacties die niet opgeslagen zijn; die gaan niet mee. Sla de laag op en controleer opnieuw.")
    layers = (layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsVectorLayer))
    return [words.format(name=layer.name()) for layer in layers if is_of(layer, path, remarks_table.TABLE) and waits(layer)]


def open_delivery(iface: QgisInterface, compare: Callable[[], object] | None = None) -> DeliveryDialog | None:
    """Show the window for the plan file in hand; says what to do when there is none.

    :param compare: opens the panel in which the plans lie beside those of the last delivery.
    """
    window = open_window(iface, DeliveryDialog)
    if window is not None and compare is not None:
        window.compare.connect(lambda: compare())
    return window
