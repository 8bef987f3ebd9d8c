# SPDX-License-Identifier: GPL-2.0-or-later
"""The sheets of the public workbook: the public plans, the one sum, and what this is."""

from __future__ import annotations

from collections.abc import Iterator

from ..basisset import fields as b
from ..basisset.codelists import code_list
from ..delivering.sheets import Cells, Sheet
from ..i18n import tr
from .public import ABOUT, FIELDS, PLANS, PublicVersion, Version

HEADER_ROWS = 2  # what people read, and the column as files have it


def sheets(version: Version) -> dict[str, Sheet]:
    """Each sheet by its title, in order."""

    sums = [(tr("Wat"), tr("Kolom"), tr("Woningen")), *((title, column, count) for column, title, count in version.sums())]
    plans = {PLANS: _plans(version)} if isinstance(version, PublicVersion) else {}
    return {ABOUT: Sheet.of(version.about()), **plans, version.sum_table: Sheet.of(sums)}


def _plans(version: PublicVersion) -> Sheet:
    def rows() -> Iterator[Cells]:
        yield version.titles
        yield version.columns
        for plan in version.plans:
            yield tuple(map(_shown, FIELDS, plan.values))

    return Sheet(len(version.plans) + HEADER_ROWS, len(FIELDS), rows)


def _shown(field: b.Field, value: object) -> object:
    """A value as a person reads it: ja or nee, and a plantype by its name."""
    if isinstance(value, bool):
        return tr("ja") if value else tr("nee")
    if field.codes == "plantype" and isinstance(value, str):
        return code_list("plantype")[value].label
    return value
