# SPDX-License-Identifier: GPL-2.0-or-later
"""Why two names that resemble each other are not the same, in words.

A sentence part holds ``{left}`` and ``{right}`` where the names of the two sources belong.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from ...i18n import joined, tr
from . import forms


def slot(side: str) -> str:
    """The placeholder of a source's name."""
    return "{" + side + "}"


def _sides(left: str, right: str) -> tuple[tuple[str, str], ...]:
    return ((slot("left"), left), (slot("right"), right))


def explain(kind: str, left: str, right: str) -> str:
    """One kind of difference in words."""
    return {
        "white": _explain_white,
        "invisible": _explain_invisible,
        "dash": _explain_signs,
        "quote": _explain_signs,
        "ligature": _explain_letters,
        "script": _explain_letters,
        "mojibake": _explain_mojibake,
        "entity": _explain_written,
        "escape": _explain_written,
        "unicode": _explain_unicode,
    }.get(kind, _explain_plain)(kind, left, right)


def _explain_plain(kind: str, left: str, right: str) -> str:
    return {
        "case": tr("hoofdletters en kleine letters verschillen"),
        "accent": tr("de accenten op de letters verschillen"),
        "punctuation": tr("leestekens of spaties verschillen"),
    }[kind]


def _explain_white(kind: str, left: str, right: str) -> str:
    complaints = {where: tuple(forms.white_complaints(name)) for where, name in _sides(left, right)}
    extra = [
        tr("in {where} staat {what}").format(where=where, what=joined(what))
        for (where, what), other in zip(complaints.items(), reversed(complaints.values()), strict=True)
        if what and what != other
    ]
    return joined(extra) or tr("de spaties verschillen")


def _explain_invisible(kind: str, left: str, right: str) -> str:
    complaints = [(where, tuple(forms.invisible_complaints(name))) for where, name in _sides(left, right)]
    return joined([tr("in {where} staat {what}").format(where=where, what=joined(what)) for where, what in complaints if what])


def _explain_signs(kind: str, left: str, right: str) -> str:
    """Dashes or quotes: the first place where they are not the same."""
    fold = dict(forms.FOLDS)[kind]
    signs = [[c for c in name if c in "-'\"" or fold(c) != c] for name in (left, right)]
    pair = next(((a, b) for a, b in zip(*signs, strict=False) if a != b and fold(a) == fold(b)), None)
    what = tr("het streepje") if kind == "dash" else tr("de apostrof of het aanhalingsteken")
    if pair is None:
        return tr("{what} verschilt").format(what=what)
    return tr("{what} is in {left} {a} en in {right} {b}").format(
        what=what,
        left=slot("left"),
        right=slot("right"),
        a=f"‘{pair[0]}’ ({forms.code(pair[0])})",
        b=f"‘{pair[1]}’ ({forms.code(pair[1])})",
    )


def _explain_letters(kind: str, left: str, right: str) -> str:
    fold = dict(forms.FOLDS)[kind]
    parts = []
    for (where, name), other in zip(_sides(left, right), (right, left), strict=True):
        odd = [c for c in dict.fromkeys(name) if fold(c) != c and c not in other]
        for character in odd[:2]:
            if kind == "script":
                template = tr("in {where} staat een {script} letter ({code}) die op de gewone ‘{plain}’ lijkt")
            else:
                template = tr("in {where} staat ‘{plain}’ als één bijzonder teken ({code})")
            script = {"CYRILLIC": tr("cyrillische"), "GREEK": tr("griekse")}.get(
                unicodedata.name(character, "").split(" ")[0], tr("vreemde")
            )
            parts.append(template.format(where=where, script=script, code=forms.code(character), plain=fold(character)))
    return joined(parts) or tr("er staan letters in die alleen op elkaar lijken")


def _explain_mojibake(kind: str, left: str, right: str) -> str:
    where = next(slot for slot, name in _sides(left, right) if forms.fold_mojibake(name) != name)
    return tr("in {where} zijn letters met een accent verkeerd ingelezen (UTF-8 als Windows-1252)").format(where=where)


def _explain_written(kind: str, left: str, right: str) -> str:
    """Characters that a program wrote as a code, and another did not turn back."""
    fold = dict(forms.FOLDS)[kind]
    where = joined([slot for slot, name in _sides(left, right) if fold(name) != name])
    if kind == "entity":
        return tr("in {where} staat een teken als code van een webpagina, zoals ‘&amp;’ voor ‘&’").format(where=where)
    return tr("in {where} staat een teken als code van Excel, zoals ‘_x000D_’ voor een regeleinde").format(where=where)


def _explain_unicode(kind: str, left: str, right: str) -> str:
    where = [slot for slot, name in _sides(left, right) if forms.fold_unicode(name) != name]
    return tr("in {where} is een letter met accent als twee losse tekens opgeslagen").format(where=joined(where))


_MOST = 100  # letters of a name in a sentence


def quoted(name: str) -> str:
    """A name between quotes, with what cannot be seen written out; of a text that is too long for a name, the beginning."""
    shown = forms.visible(name)
    return f"‘{shown}’" if len(name) <= _MOST else tr("‘{start}…’ ({n} tekens)").format(start=forms.visible(name[:_MOST]), n=len(name))


def filled(reasons: Sequence[str], left: str, right: str) -> str:
    """The reasons with the sources' names; names of plans in them may hold braces, so no ``format``."""
    return joined([forms.visible(reason).replace("{left}", left).replace("{right}", right) for reason in reasons])
