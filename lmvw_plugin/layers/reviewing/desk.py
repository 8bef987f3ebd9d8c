# SPDX-License-Identifier: GPL-2.0-or-later
"""What a reviewer does with one municipality in a review file: label, remark, question, seen, done, close, and take back what came last."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from ...core.basisset.codelists import gemeente
from ...core.basisset.values import NOT_IN_XML
from ...core.errors import LmvwError
from ...core.i18n import in_dutch, tr
from ...core.receiving.receipts import Receipt
from ...core.reviewing.answer import LONGEST
from ...core.reviewing.entries import Entry, Kind, Label, Place, Review
from ..receiving import tables
from . import entries_table
from .reactions import reactions_in

_OF_PLAN = ("plan_id", "plannummer", "plannaam")
Plan = Mapping[str, object]


class Desk:
    """The review of one municipality, by one reviewer. ``receipt`` is the delivery that was reviewed when it was opened."""

    def __init__(self, path: Path, gemeente_code: str, who: str) -> None:
        """
        :raises LmvwError: when there is no delivery of this municipality to review.
        """
        self._path, self._code, self._who = path, gemeente_code, who.strip()
        current = self.review().current
        if current is None:
            raise LmvwError(tr("Van gemeente {name} is geen levering in beoordeling.").format(name=gemeente(gemeente_code).name))
        self.receipt: Receipt = current

    def review(self) -> Review:
        """How it stands now, with what others said meanwhile.

        :raises LmvwError: when the file cannot be read, or another program keeps it to itself.
        """
        return Review(self._code, tables.receipts(self._path), entries_table.read(self._path), tables.renewed(self._path))

    def hear(self) -> int:
        """Keep what the municipality says in this delivery of earlier remarks; returns how many are new.

        :raises LmvwError: as ``reactions_in`` where a remark waits, and as ``entries_table.add``.
        """
        review = self.review()
        open_ones = {entry.nummer for entry in review.remarks if review.is_carried(entry)}
        heard = {number: entry for number, entry in review.reactions.items() if not review.is_carried(entry)}
        waits = open_ones - heard.keys()
        if not waits:
            return 0  # else the whole package is read for nothing
        new = {number: words for number, words in reactions_in(self.receipt).items() if number in waits}
        for number, words in new.items():
            self._say(Kind.REACTION, text=words, over=number, who=tr("gemeente {name}").format(name=self.receipt.gemeente_naam))
        return len(new)

    def label(self, plan: Plan, label: Label) -> None:
        """Call a plan something.

        :raises LmvwError: as ``entries_table.add``.
        """
        self._say(Kind.LABEL, plan, label=label.value)

    def remark(self, text: str, plan: Plan | None = None, place: Place | None = None) -> None:
        """Say something that the municipality is to look at, of a plan, of a place or of the delivery.

        :raises LmvwError: when nothing is said, and as ``entries_table.add``.
        """
        self._say(Kind.REMARK, plan, _worded(text), place=place)

    def ask(self, text: str, plan: Plan | None = None, place: Place | None = None) -> None:
        """Ask something.

        :raises LmvwError: as ``remark``.
        """
        self._say(Kind.QUESTION, plan, _worded(text), place=place)

    def see(self, plan: Plan) -> None:
        """Mark a plan as seen.

        :raises LmvwError: as ``entries_table.add``.
        """
        self._say(Kind.SEEN, plan)

    def finish(self, remark: Entry) -> None:
        """A remark or question needs nothing more.

        :raises LmvwError: as ``entries_table.add``.
        """
        self._say(Kind.DONE, over=remark.nummer)

    def close(self) -> None:
        """The review of this delivery is done.

        :raises LmvwError: when a newer delivery came, and as ``entries_table.add``.
        """
        self._say(Kind.CLOSED)

    def undo(self) -> Entry | None:
        """Take back what this reviewer did last, and return it; None when there is nothing left.

        :raises LmvwError: as ``entries_table.add``.
        """
        last = self.review().last_of(self._who)
        if last is not None:
            self._say(Kind.UNDONE, over=last.nummer)
        return last

    @in_dutch()
    def _say(
        self, kind: Kind, plan: Plan | None = None, text: str = "", label: str = "", over: str = "", place: Place | None = None, who: str = ""
    ) -> None:  # fmt: skip
        about = {name: NOT_IN_XML.sub("", str((plan or {}).get(name) or ""))[:LONGEST] for name in _OF_PLAN}
        now = datetime.now().replace(microsecond=0).isoformat()
        entry = Entry(
            str(uuid.uuid4()), self.receipt.levering, self.receipt.sha256, self._code, kind.value, who or self._who, now, **about, label=label, tekst=text,
            over=over, place=place,
        )  # fmt: skip
        entries_table.add(self._path, entry)


def _worded(text: str) -> str:
    """What is said, as every file can hold it.

    :raises LmvwError: when it is nothing, or too long.
    """
    words = NOT_IN_XML.sub("", text).strip()
    if not words:
        raise LmvwError(tr("Er staat geen tekst; schrijf eerst de opmerking of de vraag."))
    if len(words) > LONGEST:
        raise LmvwError(tr("De tekst is langer dan {most} tekens; maak er twee van.").format(most=LONGEST))
    return words
