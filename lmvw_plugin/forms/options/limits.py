# SPDX-License-Identifier: GPL-2.0-or-later
"""The price limits of one year: what is official to read, and for the rest a box for what the municipality states itself."""

from __future__ import annotations

from datetime import date

from qgis.PyQt.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from ...core.basisset.pricelimits import SEGMENTS, PriceLimit, PriceLimits, euro, read_euro, stated
from ...core.errors import LmvwError
from ...core.i18n import tr


class LimitBoxes(QWidget):
    """A line for each segment. ``said_by``: who states what is new here."""

    def __init__(self, limits: PriceLimits, year: int, said_by: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limits, self._year = limits, year
        self._boxes: dict[str, tuple[QLineEdit, QLineEdit]] = {}
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        asked = limits.asked(year)
        for segment, title in SEGMENTS.items():
            name, known = tr("{segment} {year}").format(segment=tr(title), year=year), limits.at(segment, year)
            if segment in asked:
                rows.addRow(name, self._boxes_for(segment, name, known))
            elif known is not None:
                official = QLabel(tr("{limit} Officieel: {source}.").format(limit=known.text, source=known.source))
                official.setWordWrap(True)
                rows.addRow(name, official)
        self.by = QLineEdit(next((one.by for one in limits.own if one.year == year), said_by))
        self.by.setObjectName("limit_by")
        self.by.setPlaceholderText(tr("Uw naam of afdeling; blijft in het planbestand en wordt niet geleverd"))
        if asked:
            rows.addRow(tr("Opgegeven door"), self.by)

    def _boxes_for(self, segment: str, name: str, known: PriceLimit | None) -> QWidget:
        own = known if known is not None and known.on is not None else None
        amount, source = QLineEdit(euro(own.amount) if own else ""), QLineEdit(own.source if own else "")
        amount.setObjectName(f"limit_{segment}")
        amount.setAccessibleName(name)
        amount.setMaximumWidth(130)
        amount.setPlaceholderText(tr("niet bekend") if known is None or own else euro(known.amount))
        if known is not None and not own:
            amount.setToolTip(f"{known.text} ({known.source})")
        source.setObjectName(f"limit_source_{segment}")
        source.setAccessibleName(tr("Bron van {name}").format(name=name))
        source.setPlaceholderText(tr("Bron, bijvoorbeeld ‘brief provincie 3 maart 2026’"))
        self._boxes[segment] = amount, source
        line = QWidget()
        beside = QHBoxLayout(line)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(amount)
        beside.addWidget(source, 1)
        line.setFocusProxy(amount)
        return line

    def stated(self, today: date) -> PriceLimits:
        """The limits with what is in the boxes. What was not changed keeps its day.

        :raises LmvwError: when an amount cannot be read, or it is not said where it comes from and who states it.
        """
        said = []
        for segment, (amount_box, source_box) in self._boxes.items():
            amount, source, by = read_euro(amount_box.text()), source_box.text().strip(), self.by.text().strip()
            if amount is None:
                continue
            if not source or not by:
                raise LmvwError(
                    tr("{segment} {year}: geef bij het bedrag ook de bron op, en wie het opgeeft.").format(
                        segment=tr(SEGMENTS[segment]), year=self._year
                    )
                )
            before = self._limits.at(segment, self._year)
            new = stated(segment, self._year, amount, source, by, before.on if before is not None and before.on else today)
            said.append(new if new == before else stated(segment, self._year, amount, source, by, today))
        return self._limits.with_own(self._year, said)
