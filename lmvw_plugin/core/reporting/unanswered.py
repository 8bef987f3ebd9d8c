# SPDX-License-Identifier: GPL-2.0-or-later
"""What still waits for an answer, in as few words as will do: a subject or a phasing that is empty as a whole is named as a whole."""

from __future__ import annotations

from collections.abc import Iterable

from ..basisset import fields as b
from ..basisset.peildatum import Peildatum
from ..i18n import tr

_LIVE = frozenset(field.name for field in b.COLUMNS if field.need is b.Need.LIVE)
_SUBJECTS = {
    group: names
    for group in b.Group
    if len(names := frozenset(field.name for field in b.COLUMNS if field.group is group and field.name in _LIVE)) > 1
}
_PHASINGS = tuple(total for total in b.SUMS if total.parts == b.phasing(total.total))


def in_words(names: Iterable[str | None], peildatum: Peildatum | None) -> str:
    """A sentence; empty when nothing waits."""
    waiting = [name for name in names if name]
    if set(waiting) >= _LIVE:
        return tr("Alle velden zijn nog leeg.")
    return tr("Nog in te vullen: {fields}.").format(fields=", ".join(labels(waiting, peildatum))) if waiting else ""


def labels(names: Iterable[str], peildatum: Peildatum | None) -> list[str]:
    """Labels of fields, in the order of the names; then subjects and phasings of which every field is among them."""
    wanted, whole = dict.fromkeys(names), []
    for group, subject in _SUBJECTS.items():
        if subject <= wanted.keys():
            whole.append(tr("alle velden van {subject}").format(subject=tr(group.value)))
            wanted = {name: None for name in wanted if name not in subject}
    for total in _PHASINGS:
        if wanted.keys() >= set(total.parts):
            whole.append(tr(total.name))
            wanted = {name: None for name in wanted if name not in total.parts}
    return [b.BY_NAME[name].title_at(peildatum) for name in wanted if name in b.BY_NAME] + whole
