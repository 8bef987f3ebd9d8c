# SPDX-License-Identifier: GPL-2.0-or-later
"""The overview of deliveries beside the map: a row for each municipality, to be filtered, sorted, zoomed to and sent round as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from qgis.core import QgsFeatureRequest
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtWidgets import QFileDialog, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ...core.basisset import fields as b
from ...core.errors import LmvwError
from ...core.feedback import Silent
from ...core.i18n import in_dutch, later, number, tr
from ...core.receiving.overview import Level, Row, counted
from ...core.receiving.sheets import sheets
from ...layers.reports import named
from ...layers.requirements import lack
from ...layers.reviewing.overview import Standing, standing
from ..letters import readable_lines
from ..once import once_after
from ..panels.widgets import button, choice, label, line, side_by_side, table
from ..sizes import scrolled
from .following import ProjectWatch
from .in_hand import layer_of, review_file

_CODE = Qt.ItemDataRole.UserRole
_WIDEST = 360  # pixels
_LEVEL = 1  # the column of the level


def _of_receipt(name: str) -> Callable[[Row], object]:
    return lambda entry: getattr(entry.receipt, name) if entry.receipt is not None else None


def _of_review(name: str) -> Callable[[Row], object]:
    return lambda entry: getattr(entry.reviewed, name) if entry.reviewed is not None else None


def _choice(entry: Row) -> str:
    summed = entry.receipt.optellen if entry.receipt is not None else None
    return "" if summed is None else tr("optellen") if summed else tr("per plan")


_COLUMNS: tuple[tuple[str, Callable[[Row], object]], ...] = (
    (later("Gemeente"), lambda entry: entry.gemeente.name),
    (later("Niveau"), lambda entry: tr(entry.level.value)),
    (later("Beoordeeld"), lambda entry: entry.reviewed.words if entry.reviewed is not None else ""),
    (later("Hier geopend"), lambda entry: entry.receipt.ontvangen_op.replace("T", " ")[:16] if entry.receipt is not None else ""),
    (later("Versie"), _of_receipt("plugin_versie")), (later("Plannen"), _of_receipt("plannen")), (later("Bruto"), _of_receipt("bruto")),
    (later("Sloop"), _of_receipt("sloop")), (later("Netto"), _of_receipt("netto")), (later("Bruto hard"), _of_receipt("bruto_hard")),
    (later("Bruto zacht"), _of_receipt("bruto_zacht")), (later("Fouten"), _of_receipt("fouten")),
    (later("Niet ingevuld"), _of_receipt("in_te_vullen")), (later("Waarschuwingen"), _of_receipt("waarschuwingen")),
    (later("Toegelicht"), _of_receipt("toegelicht")),
    (later("Over de grens"), _of_receipt("over_grens")), (later("Vertrouwelijk"), _of_receipt("vertrouwelijk")), (later("Keuze art. 8"), _choice),
    (later("Plannen toen"), _of_receipt("plannen_vorig")), (later("Weg zonder afmelding"), _of_receipt("verdwenen")),
    (later("Sprongen"), _of_receipt("sprongen")), (later("Gezien"), _of_review("seen")), (later("Gelabeld"), _of_review("labelled")),
    (later("Openstaand"), _of_review("waiting")), (later("Keer"), lambda entry: entry.times or None), (later("Uitleg"), lambda entry: entry.why),
)  # fmt: skip


class Overview(QgsDockWidget):
    """The review file of which the plans are in the project."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(tr("Overzicht van leveringen"), iface.mainWindow())
        self._soon = once_after(0, self._make_room, self)
        readable_lines(self)
        self.setObjectName("lmvw_overview")
        self._iface = iface
        self._path: Path | None = None
        self._standing: Standing | None = None
        self.words = label("overview_words")
        self.wanted = line("overview_filter")
        self.wanted.setPlaceholderText(tr("Zoek in alle kolommen"))
        self.wanted.setAccessibleName(tr("Zoek in alle kolommen"))
        self.wanted.setClearButtonEnabled(True)
        levels = [(tr("Alle niveaus"), ""), *((tr(level.value), tr(level.value)) for level in Level)]
        self.level = choice("overview_level", tr("Alleen gemeenten met dit niveau"), levels)
        self.again = button("overview_again", tr("Opnieuw lezen"), tr("Leest wat er intussen binnenkwam, en wat collega’s deden"))
        self.export = button(
            "overview_export", tr("Als Excel-bestand…"), tr("Bewaart het overzicht en de ontvangen bestanden in een Excel-bestand")
        )
        self.table = table("overview_table", tr("Overzicht van leveringen"), [tr(title) for title, _ in _COLUMNS])
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setMinimumHeight(120)  # its heading, some rows and what scrolls them
        self._lay_out()
        self.wanted.textChanged.connect(lambda *_: self._filter())
        self.level.currentIndexChanged.connect(lambda *_: self._filter())
        self.again.clicked.connect(lambda *_: self.look())
        self.export.clicked.connect(lambda *_: self._export())
        self.table.cellClicked.connect(lambda *_: self._zoom())
        self.table.itemActivated.connect(lambda *_: self._zoom())
        self._watch = ProjectWatch(iface, self, self.look, lambda: self._path)

    def _lay_out(self) -> None:
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(4, 4, 4, 4)
        whole.addWidget(self.words)
        whole.addWidget(self.wanted)
        whole.addWidget(self.level)
        whole.addWidget(self.table, 1)
        whole.addLayout(side_by_side(self.again, self.export))
        self.setWidget(scrolled(inside))

    def stop(self) -> None:
        """Listen no more."""
        self._watch.stop()

    def to_list(self) -> None:
        """The keys are for the table from now on."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self) -> None:
        """Read the review file that is open."""
        self._path = review_file(self._iface, self._path)
        self._watch.hear(layer_of(self._path, b.LAYER))
        self.setWindowTitle(
            tr("Overzicht van leveringen: {file}").format(file=self._path.name) if self._path else tr("Overzicht van leveringen")
        )
        try:
            self._standing = standing(self._path) if self._path is not None else None
        except LmvwError as error:
            self.words.setText(str(error))  # what was read stays in sight
            return
        self.export.setEnabled(self._standing is not None)
        self._fill(self._standing.rows if self._standing is not None else ())
        self._tell()

    def _fill(self, rows: Sequence[Row]) -> None:
        self.table.setSortingEnabled(False)  # a row would move while it is filled
        self.table.setRowCount(len(rows))
        for at, entry in enumerate(rows):
            for column, (_, told) in enumerate(_COLUMNS):
                item = QTableWidgetItem()
                value = told(entry)
                item.setData(Qt.ItemDataRole.DisplayRole, value)  # a number sorts as one
                item.setData(_CODE, entry.gemeente.code)
                if isinstance(value, str):
                    item.setToolTip(value)
                self.table.setItem(at, column, item)
        self.table.setSortingEnabled(True)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """Another theme has other headings."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._soon.start()

    def _make_room(self) -> None:
        """Each column is as wide as its heading and its words; of a long sentence a part shows."""
        self.table.resizeColumnsToContents()
        header = self.table.horizontalHeader()
        for column in range(self.table.columnCount()):
            wanted = min(self.table.columnWidth(column), _WIDEST)
            self.table.setColumnWidth(column, max(header.sectionSizeHint(column), wanted))
        self._filter()

    def _tell(self) -> None:
        """How far the province is."""
        if self._standing is None:
            self.words.setText(tr("Open eerst leveringen met ‘Leveringen openen’, of sleep het beoordelingsbestand in QGIS."))
            return
        rows, levels = self._standing.rows, counted(self._standing.rows)
        closed = sum(entry.reviewed is not None and entry.reviewed.closed for entry in rows)
        said = tr("{provincie}, {day}. Geleverd: {here} van {all}; beoordeling afgesloten: {closed}.")
        self.words.setText(said.format(
            provincie=self._standing.about.provincie, day=self._standing.about.peildatum.words, all=number(len(rows)),
            here=number(len(rows) - levels[Level.MISSING] - levels[Level.UNREADABLE]), closed=number(closed),
        ))  # fmt: skip

    def _filter(self) -> None:
        """Show the rows with these words and this level."""
        words, level = self.wanted.text().casefold().split(), self.level.currentData()
        for at in range(self.table.rowCount()):
            told = [self.table.item(at, column).text().casefold() for column in range(self.table.columnCount())]
            fits = all(any(word in text for text in told) for word in words) and level in ("", self.table.item(at, _LEVEL).text())
            self.table.setRowHidden(at, not fits)

    def _zoom(self) -> None:
        """Show the plans of the municipality in hand on the map."""
        item, layer = self.table.currentItem(), layer_of(self._path, b.LAYER)
        if item is None or layer is None or self._standing is None:
            return
        (entry,) = (entry for entry in self._standing.rows if entry.gemeente.code == item.data(_CODE))
        if entry.receipt is None:
            self.words.setText(f"{entry.gemeente.name}: {entry.why}")
            return
        request = QgsFeatureRequest().setFilterExpression(f'"levering" = {entry.receipt.levering}')
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry).setNoAttributes()
        ids = [plan.id() for plan in layer.getFeatures(request)]
        if ids:
            self._iface.mapCanvas().zoomToFeatureIds(layer, ids)
        self._tell()

    def _export(self) -> None:
        if self._path is None or self._standing is None:
            return
        if why := lack("openpyxl"):
            self.words.setText(why)
            return
        offered = named(self._path.with_suffix(".xlsx"), confidential=True)
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Overzicht als Excel-bestand"), str(offered), "Excel (*.xlsx)")
        if chosen:
            self._write(Path(chosen).with_suffix(".xlsx"), self._standing)

    def _write(self, path: Path, shown: Standing) -> None:
        from ...layers.receiving.workbook import write_workbook  # needs openpyxl

        try:
            with in_dutch():
                write_workbook(path, sheets(shown.rows, shown.receipts), Silent())
        except LmvwError as error:
            self.words.setText(str(error))
        else:
            self.words.setText(tr("Het overzicht staat in {path}. Het is vertrouwelijk.").format(path=path))
