# SPDX-License-Identifier: GPL-2.0-or-later
"""Reports as one HTML file that prints well and fetches nothing."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape
from string import Template

from .. import colours as c
from ..feedback import breathing
from ..i18n import is_dutch, tr

_STYLE = Template("""
body { font: 15px/1.45 "Open Sans", "Segoe UI", Arial, sans-serif; color: $ink; background: $paper; max-width: 60em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: x-large; margin-bottom: .2em; } h2 { font-size: large; margin-top: 2em; border-bottom: 1px solid $rule; }
h3 { font-size: medium; margin: 1.4em 0 .3em; }
table { border-collapse: collapse; width: 100%; margin: .6em 0; }
td, th { text-align: left; vertical-align: top; padding: .3em .6em; border-bottom: 1px solid $rule; }
th { background: $panel; } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
.fout { color: $wrong; } .waarschuwing { color: $busy; } .info { color: $note; } .goed { color: $good; }
.kaart { background: $panel; border-left: 6px solid $note; padding: .7em 1em; } .kaart.fout { border-color: $wrong; color: $ink; }
.kaart.waarschuwing { border-color: $busy; color: $ink; } .kaart.goed { border-color: $good; color: $ink; }
.lang { overflow-wrap: anywhere; } .kort { white-space: nowrap; }
.stil { color: $quiet; font-size: small; }
figure { margin: 0; } svg { width: 100%; height: auto; margin: .6em 0; } svg text { fill: $label; }
img { width: 100%; border: 1px solid $rule; margin: .6em 0; }
.sleutel i { display: inline-block; width: .8em; height: .8em; margin: 0 .3em 0 1em; vertical-align: -.05em; border: 1px solid $quiet; }
.nummers { columns: 3; font-size: small; margin: .4em 0; padding-left: 2.4em; overflow-wrap: break-word; }
@page { size: A4; margin: 15mm; }
@media print { figure, svg, img, .kaart { break-inside: avoid; } thead { display: table-header-group; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; } td, th { padding: .25em .4em; }
  h2, h3, h2 + p, h3 + p { break-after: avoid; }
  tr, li { break-inside: avoid; } p, li { orphans: 3; widows: 3; } }
""").substitute(
    ink=c.INK, paper=c.PAPER, panel=c.PANEL, quiet=c.QUIET, label=c.LABEL, rule=c.RULE, good=c.GOOD, busy=c.BUSY, wrong=c.WRONG, note=c.NOTE
)

_SENTENCE, _WORDS = 70, 16  # letters: a sentence gets room, and a few words stay on one line
_FOR_SENTENCES, _FOR_ANOTHER = 55, 13  # per cent of a table: sentences at least, and any other column
_LONG = re.compile(r"\S{30}")  # such a word, as a file name or a SHA-256, may be broken: else it pushes a table off the paper
_NUMERIC = ' class="n"'
_BREAKS = re.compile(r"[ -]")


CONFIDENTIAL = "VERTROUWELIJK"  # in the name of a file and in its first words; the same in every language


def page(title: str, subtitle: str, body: Iterable[str], confidential: bool) -> str:
    """A whole page; the parts of the body are HTML already.

    :param confidential: it was made of confidential plans (``rules.plans.is_secret``), which it then says first.
    """
    language = "nl" if is_dutch() else "en"
    if confidential:
        title, body = f"{title} ({CONFIDENTIAL})", [card("fout", strong(escape(only_for_some()))), *body]
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head><meta charset="utf-8"><title>{escape(title)}</title>\n<style>{_STYLE}</style></head>\n'
        f'<body>\n<main>\n<h1>{escape(title)}</h1>\n<p class="stil">{escape(subtitle)}</p>\n'
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    )


def only_for_some() -> str:
    """What is said first of whatever was made of confidential plans, and who may see those (Dataprotocol art. 14)."""
    return tr(
        "{word}: hierin staan vertrouwelijke plannen. Deel dit alleen met wie die mag zien; voor anderen is er de openbare versie."
    ).format(word=CONFIDENTIAL)


def heading(text: str, level: int = 2) -> str:
    """A heading."""
    return f"<h{level}>{escape(text)}</h{level}>"


def paragraph(text: str, css: str = "") -> str:
    """A paragraph of plain text."""
    return f'<p class="{css}">{escape(text)}</p>' if css else f"<p>{escape(text)}</p>"


def paragraphs(text: str) -> str:
    """A paragraph of each line of plain text."""
    return "".join(map(paragraph, text.splitlines()))


def table(header: Sequence[str], rows: Iterable[Sequence[object]], numeric: Iterable[int] = ()) -> str:
    """A table of plain values; the numeric columns are set to the right, and a new line in a value is one on the page.

    The header is a ``thead``, which a browser repeats on every page that it prints. Columns with sentences have most of the room.
    """
    right, held = set(numeric), list(breathing(rows))
    wordy = [index for index in range(len(header)) if any(len(str(row[index])) > _SENTENCE for row in held)]
    share = max(_FOR_SENTENCES, 100 - _FOR_ANOTHER * (len(header) - len(wordy)))
    room = f' style="width: {share // len(wordy)}%"' if wordy else ""

    def css(index: int, text: str) -> str:
        if index in right:
            return _NUMERIC
        return ' class="lang"' if _LONG.search(text) else ' class="kort"' if len(text) <= _WORDS and _BREAKS.search(text) else ""

    head = "".join(
        f'<th scope="col"{_NUMERIC if index in right else ""}{room if index in wordy else ""}>{escape(words)}</th>'
        for index, words in enumerate(header)
    )
    texts = (["" if value is None else str(value) for value in row] for row in breathing(held))
    body = (
        "".join(f"<td{css(index, text)}>{escape(text).replace(chr(10), BREAK)}</td>" for index, text in enumerate(row)) for row in texts
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(f'<tr>{cells}</tr>' for cells in body)}</tbody></table>"


# -- pieces of text: what they are given is HTML already -----------------------------------------------------------------

SPACE, BREAK = "&nbsp;", "<br>"


def strong(inner: str) -> str:
    """Words that matter most."""
    return f"<b>{inner}</b>"


def aside(inner: str) -> str:
    """Words that are said beside the rest."""
    return f"<i>{inner}</i>"


def lines(*parts: str) -> str:
    """One under the other, the empty ones left out."""
    return BREAK.join(filter(None, parts))


def tinted(style: str, inner: str) -> str:
    """Words in colours of their own."""
    return f'<span style="{style}">{inner}</span>'


def card(css: str, *parts: str) -> str:
    """The verdict above a report, in lines."""
    return f'<div class="kaart {css}">{lines(*parts)}</div>'


def line(inner: str) -> str:
    """A paragraph."""
    return f"<p>{inner}</p>"


def link(address: str, words: str) -> str:
    """Plain words that lead to an address."""
    return f'<a href="{escape(address)}">{escape(words)}</a>'


def tip(title: str, words: str) -> str:
    """What appears beside the pointer: a title, and lines of plain words under it."""
    return lines(strong(escape(title)), *map(escape, words.splitlines()))


def amounts(rows: Iterable[tuple[str, str]]) -> str:
    """Plain words with their numbers behind them, for a window."""
    cells = "".join(f"<tr><td>{escape(words)}{SPACE * 2}</td><td align='right'>{strong(escape(value))}</td></tr>" for words, value in rows)
    return f"<table>{cells}</table>"


def rows_in(text: str) -> int:
    """How many rows the tables of a page have."""
    return text.count("<tr")


def picture(png: bytes, words: str) -> str:
    """A picture inside the page, with words for who cannot see it."""
    return f'<img alt="{escape(words)}" src="data:image/png;base64,{b64encode(png).decode("ascii")}">'


def figure(*parts: str) -> str:
    """A drawing with its key, together on one page."""
    return f"<figure>{''.join(parts)}</figure>"


def key(entries: Iterable[tuple[str, str]]) -> str:
    """What the colours mean: pairs of colour and words."""
    return (
        '<p class="sleutel stil">' + "".join(f'<i style="background: {colour}"></i>{escape(words)}' for colour, words in entries) + "</p>"
    )


def numbered(entries: Iterable[tuple[int, str]]) -> str:
    """Plain words with a number of their own, in columns."""
    items = "".join(f'<li value="{number}">{escape(words)}</li>' for number, words in entries)
    return f'<ol class="nummers">{items}</ol>'


def bullets(texts: Iterable[str], css: str = "") -> str:
    """A list of plain texts."""
    return f'<ul class="{css}">{_items(texts)}</ul>' if css else f"<ul>{_items(texts)}</ul>"


def steps(texts: Iterable[str]) -> str:
    """A numbered list of plain texts."""
    return f"<ol>{_items(texts)}</ol>"


def _items(texts: Iterable[str]) -> str:
    return "".join(f"<li>{escape(text)}</li>" for text in texts)
