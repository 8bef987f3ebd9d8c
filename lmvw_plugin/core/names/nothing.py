# SPDX-License-Identifier: GPL-2.0-or-later
"""Names that name nothing: a word for an empty cell, a bare number, the name of the file, one word with a number behind it.

Nobody finds the plan by such a name, and next year another plan may have it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from ..i18n import tr
from .comparing import forms

# What a program writes where a cell is empty; letter for letter, since a plan may well be called Nanning.
_EMPTY_WORDS = frozenset(
    ("NaN", "nan", "NULL", "null", "<NULL>", "(null)", "<Null>", "None", "none", "<NA>", "N/A", "n/a", "NaT", "undefined")
)
_PLACEHOLDERS = frozenset(
    ("nvt", "nietvantoepassing", "geen", "geennaam", "zondernaam", "naamloos", "naamonbekend", "naamvolgt", "onbekend", "nieuw", "nieuwplan",
     "nieuweplannen", "leeg", "ntb", "nogtebepalen", "nadertebepalen", "nnb", "nognietbekend", "plan", "plannen", "plannaam", "naam", "naamplan",
     "project", "projectnaam", "test", "testplan", "tbd", "todo", "volgt", "idem", "zieboven")
)  # fmt: skip
_CODE = re.compile(r"[A-Z]{0,4}[-._]?\d[\d.\-/_]*[A-Za-z]?")
STEM_OF = 20  # names
_NOTE = 120  # letters; the longest of some six hundred real names has 69
_FEW = 5


def why_nothing(name: str, titles: Collection[str] = ()) -> str:
    """Why a name names nothing, as the part of a sentence; empty when it does name something.

    :param titles: what the layer, sheet or file is called, as ``forms.key`` writes it.
    """
    key = forms.key(name)
    if name.strip() in _EMPTY_WORDS:
        return tr("is wat een programma in een lege cel schrijft")
    if key in _PLACEHOLDERS:
        return tr("zegt niet welk plan het is")
    if len(key) <= 1:
        return tr("is maar één teken") if key else tr("bevat geen letter of cijfer")
    if _CODE.fullmatch(name.strip()):
        return tr("is alleen een nummer of code")
    return tr("is de naam van het bestand of de laag") if key in titles else ""


def stems(names: Iterable[str]) -> dict[str, tuple[str, int]]:
    """The names that differ from many others in a number or a single letter only, with what they share and how many do."""
    marked = {name: shared for name in names if (shared := stem(name))}
    many = {shared: count for shared, count in Counter(marked.values()).items() if count >= STEM_OF}
    return {name: (shared, many[shared]) for name, shared in marked.items() if shared in many}


def stem(name: str) -> str:
    """What is left of a name without its numbers and single letters, when it has those; empty when it has none."""
    marks = forms.marks(name)
    return (
        " ".join(word for word in forms.words(name) if (word.lstrip("0") or "0" if word.isdigit() else word) not in marks) if marks else ""
    )


def notes_among(names: Collection[str]) -> int:
    """How many are texts rather than names, when more than half of a column are: then it is the wrong column. Else 0."""
    long = sum(len(name) > _NOTE for name in names)
    return long if len(names) >= _FEW and 2 * long > len(names) else 0


def proposals(described: Mapping[str, str], taken: Collection[str]) -> dict[str, str]:
    """What a worksheet says about each name, where it would do as a name of its own."""
    often = Counter(described.values())
    return {
        name: text
        for name, text in described.items()
        if often[text] == 1 and text not in taken and len(text) <= _NOTE and forms.is_clean(text) and not why_nothing(text)
    }
