# SPDX-License-Identifier: GPL-2.0-or-later
"""Translation of the plugin's texts: the source language is Dutch, the plugin may install a translator.

Always translate the template, then fill it in: ``tr("Plan {name}").format(name=name)``. A text is looked up at the moment it is
needed, never when a module is read and never kept: the screen may be English while a document for the province is written in Dutch.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from typing import Any

_translate: Callable[[str], str] = str
_dutch = ContextVar("dutch", default=False)  # of this thread: what else runs meanwhile keeps the language of the screen


def set_translator(translate: Callable[[str], str]) -> None:
    """Install the function that turns a Dutch source text into the language of the screen."""
    global _translate
    _translate = translate


def tr(text: str) -> str:
    """The text in the language of the screen; the Dutch source text inside ``in_dutch``, or when there is no translation."""
    if not _dutch.get():
        return _translate(text)
    return text if _translate is str else _Said(text, lambda: tr(text))


class _Said(str):
    """A text in Dutch for a document that knows how it was made: what goes wrong meanwhile is read on the screen."""

    again: Callable[[], str]

    def __new__(cls, text: str, again: Callable[[], str]) -> "_Said":
        said = super().__new__(cls, text)
        said.again = again
        return said

    def format(self, *given: object, **named: object) -> str:
        return _Said(
            super().format(*given, **named), lambda: self.again().format(*given, **{name: anew(value) for name, value in named.items()})
        )


def anew(text: Any) -> Any:
    """A text that was made in Dutch for a document, in the language that holds now; anything else as it is."""
    return text.again() if isinstance(text, _Said) else text


def later(text: str) -> str:
    """A Dutch text that stands in a table and is translated where it is used; so that the translation is known to be needed."""
    return text


@contextmanager
def in_dutch() -> Iterator[None]:
    """While this lasts everything is in Dutch: documents for the province or for colleagues, and what a plan file keeps.

    Also a decorator: ``@in_dutch()``.
    """
    before = _dutch.set(True)
    try:
        yield
    finally:
        _dutch.reset(before)


def is_dutch() -> bool:
    """What is said now is in Dutch, and the same as in a document."""
    return _dutch.get() or _translate is str


def several(count: int, one: str, more: str) -> str:
    """A number with its word: ``1 fout``, ``1.200 fouten``."""
    return f"{number(count)} {tr(one if count == 1 else more)}"


def joined(parts: Iterable[str]) -> str:
    """What is named in one sentence: ``a, b en c``."""
    *first, last = [*parts] or [""]
    return tr(" en ").join(filter(None, (", ".join(first), last)))


def first_few(items: Sequence[str], count: int | None = None, most: int = 3) -> str:
    """The first few of them, and how many more there are: ``a, b, c en nog 7``.

    :param count: how many there are in all, when only the first are given.
    :param most: how many are named.
    """
    count = len(items) if count is None else count
    if count > most:
        return tr("{items} en nog {more}").format(items=", ".join(items[:most]), more=count - most)
    return joined(items)


def number(value: float, decimals: int = 0) -> str:
    """A number as people write it: ``1.234,5`` in Dutch, ``1,234.5`` in English."""
    text = f"{value:,}" if isinstance(value, int) and not decimals else f"{value:,.{decimals}f}"  # the latter goes by way of a float
    return text.translate(_DUTCH_SIGNS) if is_dutch() else text


def day(when: date) -> str:
    """A day as people write it: ``1 januari 2026``."""
    return f"{when.day} {tr(_MONTHS[when.month - 1])} {when.year}"


def moment(when: datetime) -> str:
    """A day with its time: ``1 januari 2026, 14:05``."""
    return f"{day(when)}, {when:%H:%M}"


def day_of(text: str) -> str:
    """A day that was kept as ``YYYY-MM-DD``, in words; anything else as it is."""
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text


_MONTHS = (
    later("januari"), later("februari"), later("maart"), later("april"), later("mei"), later("juni"),
    later("juli"), later("augustus"), later("september"), later("oktober"), later("november"), later("december"),
)  # fmt: skip
_DUTCH_SIGNS = str.maketrans(",.", ".,")
