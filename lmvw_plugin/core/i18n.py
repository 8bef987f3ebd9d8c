# SPDX-License-Identifier: GPL-2.0-or-later
"""Translation of the plugin's texts: the source language is Dutch, the plugin may install a translator.

Always translate the template, then fill it in: ``tr("Plan {name}").format(name=name)``.
"""

from collections.abc import Callable

_translate: Callable[[str], str] = str


def set_translator(translate: Callable[[str], str]) -> None:
    """Install the function that turns a Dutch source text into the language of the screen."""
    global _translate
    _translate = translate


def tr(text: str) -> str:
    """The text in the language of the screen; the Dutch source text when there is no translation."""
    return _translate(text)


def several(count: int, one: str, more: str) -> str:
    """A number with its word: ``1 fout``, ``1.200 fouten``."""
    return f"{count:,} ".replace(",", ".") + tr(one if count == 1 else more)
