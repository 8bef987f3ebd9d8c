# SPDX-License-Identifier: GPL-2.0-or-later
"""Charts of the report as SVG inside the page: they print sharp, fetch nothing, and the numbers stand beside the bars."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from .. import colours, i18n

HARD, SOFT, OTHER = (colours.KINDS[kind][0] for kind in ("hard", "zacht", "eigen"))
SUMMED = colours.SIZES[3]  # confidential plans together
SLOOP = "url(#sloop)"  # hatched: a plain grey is hard's blue on a black-and-white print
_HATCH = (
    '<defs><pattern id="sloop" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" '
    f'fill="#fff"></rect><rect width="3" height="6" fill="{colours.KINDS["eigen"][1]}"></rect></pattern></defs>'
)

_WIDTH, _HEIGHT = 900, 314
_TOP, _BOTTOM, _LEFT = 24, 56, 10
_ROW, _LABEL, _NUMBER = 30, 300, 110


def number(value: int) -> str:
    """A number with the separators of the language."""
    return i18n.number(value)


def share(part: int, whole: int) -> str:
    """A share in per cent with one decimal."""
    return f"{i18n.number(100 * part / whole, 1)}%"


def columns(
    title: str, labels: Sequence[str], series: Sequence[tuple[str, str, Sequence[int]]], below: tuple[str, str, Sequence[int]],
    years: Sequence[int],
) -> str:  # fmt: skip
    """Stacked columns with their sum on top, and one series below the line.

    A column of several years is as high as its mean year, so that it is no peak among single years.

    :param title: what it shows, for who cannot see it; the numbers follow it.
    :param series: name, colour and a value per label.
    :param years: how many years each label stands for.
    """
    sums = [sum(values) for values in zip(*(values for _, _, values in series), strict=True)]
    high = max(1.0, *(total / span for total, span in zip(sums, years, strict=True)))
    low = max(0.0, *(total / span for total, span in zip(below[2], years, strict=True)))
    scale = (_HEIGHT - _TOP - _BOTTOM - (18 if low else 0)) / (high + low)
    zero, step = _TOP + high * scale, (_WIDTH - 2 * _LEFT) / max(1, len(labels))
    parts = [_HATCH]
    for index, label in enumerate(labels):
        span = years[index]
        x, y, wide = _LEFT + index * step + step * 0.14, zero, step * 0.72
        for name, colour, values in series:
            if values[index]:
                y -= values[index] / span * scale
                parts.append(
                    _bar(x, y, wide, values[index] / span * scale, colour, f"{_on_one_line(label)}, {name}: {number(values[index])}")
                )
        if sums[index]:
            parts.append(_text(x + wide / 2, y - 5, number(sums[index]), "middle"))
        if below[2][index]:
            parts.append(
                _bar(
                    x, zero, wide, below[2][index] / span * scale, below[1], f"{_on_one_line(label)}, {below[0]}: {number(below[2][index])}"
                )
            )
            parts.append(_text(x + wide / 2, zero + below[2][index] / span * scale + 13, f"-{number(below[2][index])}", "middle"))
        for line, words in enumerate(label.split("\n")):  # a period does not fit beside another on one line
            parts.append(_text(x + wide / 2, _HEIGHT - 40 + 14 * line, words, "middle"))
    parts.append(f'<line x1="{_LEFT}" y1="{zero:.1f}" x2="{_WIDTH - _LEFT}" y2="{zero:.1f}" stroke="#444"></line>')
    x = float(_LEFT)
    for name, colour, _ in (*series, below):
        parts.append(_bar(x, _HEIGHT - 12, 11, 11, colour, name))
        parts.append(_text(x + 16, _HEIGHT - 2, name, "start"))
        x += 36 + 7.5 * len(name)
    told = [f"{_on_one_line(label)}: {sums[index]}, {below[0]} {below[2][index]}" for index, label in enumerate(labels)]
    return _svg(_HEIGHT, parts, title, told)


def bars(title: str, rows: Sequence[tuple[str, int, str]]) -> str:
    """One bar per row with its number and share.

    :param title: what it shows, for who cannot see it; the numbers follow it.
    :param rows: label, value and colour.
    """
    whole, largest = sum(value for _, value, _ in rows), max([value for _, value, _ in rows] + [1])
    parts = []
    for index, (label, value, colour) in enumerate(rows):
        y = index * _ROW
        wide = value / largest * (_WIDTH - _LABEL - _NUMBER)
        parts.append(_text(_LABEL - 10, y + 20, label, "end"))
        parts.append(_bar(_LABEL, y + 5, wide, _ROW - 10, colour, label))
        share = f" ({100 * value / whole:.0f}%)" if whole else ""
        parts.append(_text(_LABEL + wide + 8, y + 20, f"{number(value)}{share}", "start"))
    return _svg(_ROW * len(rows) + 6, parts, title, [f"{label}: {number(value)}" for label, value, _ in rows])


def _bar(x: float, y: float, wide: float, high: float, colour: str, title: str) -> str:
    """With a line around it: a pale bar alone would not be seen by everyone."""
    rectangle = f'x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}"'
    return f'<rect {rectangle} fill="{colour}" stroke="{colours.INK}" stroke-width="0.7"><title>{escape(title)}</title></rect>'


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def _on_one_line(label: str) -> str:
    return label.replace("\n", " ")


def _svg(high: int, parts: Sequence[str], title: str, told: Sequence[str]) -> str:
    name = escape(f"{title}. {'; '.join(told)}.")
    return f'<svg viewBox="0 0 {_WIDTH} {high}" role="img" aria-label="{name}" font-size="13">' + "".join(parts) + "</svg>"
