# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipality that a person or a file means: by CBS code, number or name, as these are written in practice."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from .. import paths
from ..errors import LmvwError
from ..i18n import tr
from ..keys import key
from .codelists import Gemeente, every_gemeente, gemeenten, read_rows

_CODE = re.compile(r"(?:GM[ ]?)?0*([1-9][0-9]{0,3})(?:\.0)?", re.IGNORECASE)
_CALLED = re.compile(r"(?:gemeente|gem|gmte?)(?:\.\s*|\s+)|\s*\(gemeente\)\s*$|,\s*gemeente\s*$", re.IGNORECASE)
_SUFFIX = re.compile(r"\s*\([^)]*\)\s*$")  # the province that CBS adds where a name stands twice
_NEAR = 0.75


@lru_cache(maxsize=4096)
def gemeenten_of(text: str) -> tuple[Gemeente, ...]:
    """The municipalities that a text may mean; more than one where the name stands for more, none where it is no municipality.

    One that ended is meant only where no other can be.
    """
    text = text.strip()
    match = _CODE.fullmatch(text)
    if match:
        gemeente = every_gemeente().get(f"GM{int(match[1]):04}")
        return (gemeente,) if gemeente else ()
    return _by_name().get(key(text)) or _by_name().get(key(_CALLED.sub("", text)), ())


def one_gemeente(text: str) -> Gemeente:
    """The municipality of a code or a name.

    :raises LmvwError: when there is none, or more than one, or it ended; the sentence names the choices.
    """
    candidates = gemeenten_of(text)
    if len(candidates) == 1 and candidates[0].code not in gemeenten():
        raise LmvwError(candidates[0].what_became_of_it)
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        raise LmvwError(tr("‘{text}’ kan {choices} zijn; geef de code van de gemeente op.").format(text=text, choices=choices(candidates)))
    names = {gemeente.name: gemeente for gemeente in gemeenten().values()}
    near = [names[name] for name in difflib.get_close_matches(_CALLED.sub("", text.strip()), names, 3, _NEAR)]
    meant = tr(" Bedoelt u {choices}?").format(choices=choices(near)) if near else ""
    raise LmvwError(
        tr("Gemeente ‘{text}’ is onbekend; geef de naam of de CBS-code van de gemeente, bijvoorbeeld GM0396 voor Heemskerk.{meant}").format(
            text=text, meant=meant
        )
    )


def choices(gemeenten_meant: Sequence[Gemeente]) -> str:
    """Municipalities with their codes, as a choice in a sentence."""
    return tr(" of ").join(f"{gemeente.name} ({gemeente.code})" for gemeente in gemeenten_meant)


@cache
def _by_name() -> dict[str, tuple[Gemeente, ...]]:
    """Every way to write a name: that of CBS, the same without its province, with it in full, and what people say instead."""
    known = every_gemeente()
    whole = [(gemeente.name, gemeente) for gemeente in known.values()]
    whole += [(row["naam"], known[row["code"]]) for row in read_rows(paths.CODE_LISTS / "gemeenten_ook.csv")]
    short = [(_SUFFIX.sub("", name), gemeente) for name, gemeente in whole if _SUFFIX.search(name)]
    whole += [(f"{name} {gemeente.provincie}", gemeente) for name, gemeente in short]
    by_name: dict[str, dict[str, Gemeente]] = defaultdict(dict)
    for name, gemeente in (*whole, *short):
        by_name[key(name)][gemeente.code] = gemeente
    return {name: tuple(_there(ones.values()) or ones.values()) for name, ones in by_name.items()}


def _there(ones: Iterable[Gemeente]) -> list[Gemeente]:
    return [gemeente for gemeente in ones if gemeente.code in gemeenten()]
