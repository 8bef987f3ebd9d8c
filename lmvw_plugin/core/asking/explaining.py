# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands beside a question: what counts, two answers as examples, and why it is asked. All from the one statement of the Basisset."""

from __future__ import annotations

from dataclasses import dataclass

from ..basisset import fields as b
from ..basisset.codelists import Code, code_list
from ..basisset.purposes import purpose_of
from ..i18n import tr

_COUNTS = ("0", "24")
_LISTS = ("plantype", "planstatus")


@dataclass(frozen=True, slots=True)
class Explained:
    """``source`` is that of the definition, ``why_source`` that of the reason."""

    definition: str
    examples: tuple[str, str]
    why: str
    source: str
    why_source: str


def explain(veld: str) -> Explained:
    """What a planner has to know to answer."""
    field = b.BY_NAME[veld]
    why, why_source = purpose_of(field)
    return Explained(tr(field.definition), examples(field), why, field.source, why_source)


def examples(field: b.Field) -> tuple[str, str]:
    """Two answers as they can be typed."""
    if field.kind is b.Kind.YESNO:
        return tr("ja"), tr("nee")
    if field.kind is b.Kind.COUNT:
        return _COUNTS
    if field.codes in _LISTS:
        first, second, *_ = choices(field.name)
        return first[1], second[1]
    return ("GM0396", "GM0479") if field.codes else ("Heemskerk", "Zaanstad")


def choices(veld: str) -> list[tuple[object, str]]:
    """The answers of a list, as value and words; none where anything may be typed."""
    field = b.BY_NAME[veld]
    if field.kind is b.Kind.YESNO:
        return [(True, tr("ja")), (False, tr("nee"))]
    if field.codes not in _LISTS:
        return []
    return [(code.code, _in_list(field, code)) for code in code_list(field.codes).values()]


def shown(veld: str, value: object) -> str:
    """A value as a person reads it: a word for yes and no, and of a list the words that its form has; nothing where it is not answered.

    :param veld: may also be what is no field, as a polygon.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return tr("ja") if value else tr("nee")
    field = b.BY_NAME.get(veld)
    code = code_list(field.codes).get(str(value)) if field is not None and field.codes in _LISTS else None
    return _in_list(field, code) if field is not None and code is not None else str(value)


def _in_list(field: b.Field, code: Code) -> str:
    return f"{code.code} {tr(code.label)}" if field.codes == "planstatus" else tr(code.label)
