# SPDX-License-Identifier: GPL-2.0-or-later
"""Every colour of ours, stated once. None of them ever says something that a word, sign or line pattern does not say as well.

The four of a verdict are dark enough to be letters on white and ground under white letters: at least 4.5 to 1, what WCAG 2.1
asks at level AA (success criterion 1.4.3). A form of QGIS may be light or dark, so there they are the ground.
"""

from __future__ import annotations

AA = 4.5  # the least contrast of letters and ground
PAPER, INK = "#ffffff", "#222222"
GOOD, BUSY, WRONG, NOTE = "#1b6e35", "#8a5a00", "#a50f15", "#08519c"
# Of a report, on PAPER or on PANEL: words in between, and thin lines that only divide.
PANEL, QUIET, LABEL, RULE = "#f3f5f7", "#5f5f5f", "#333333", "#cccccc"
# Lines and surfaces that are not of a plan: the municipality on the map, the little map of a report, QGIS's elevation profiles.
BOUNDARY, LAND, LAND_EDGE, PROFILE = "#5b2a86", "#f7f7f5", "#8a8a8a", "#3182bd"

# Ground and line of a kind of planstatus; the colour of one code is in its code list. Blue against orange stays apart with every common
# colour blindness.
KINDS = {"hard": ("#3182bd", "#08306b"), "zacht": ("#f18f3b", "#7f2704"), "eigen": ("#bdbdbd", "#737373")}
# After Okabe and Ito's palette, made to stay apart with every common colour blindness, and each of another lightness: apart in grey too.
SEGMENTS, OTHER_SEGMENT, UNKNOWN_SEGMENT = ("#ffc857", "#004c80", "#56b4e9"), "#737373", "#f0f0f0"
SIZES = ("#f2f0f7", "#cbc9e2", "#9e9ac8", "#756bb1", "#54278f")
SIZES_LINE = "#3f007d"

# On the map: ground and outline. Line patterns say the same.
COMPLETE, UNFINISHED, FAULTY = ("#0072b2", "#08306b"), ("#f0e442", "#7a6f00"), ("#d55e00", "#7f2704")
TO_FILL = ("#fdf2cc", "#7a6f00")  # as empty as its row in the table
BUILT, DROPPED, CHANGED = ("#c7e0c4", "#7a9a76"), ("#f0f0f0", "#8a8a8a"), "#d9d9d9"
PLAIN, OUTLINE, UNKNOWN_LINE = "#e8e8e8", "#4d4d4d", "#d73027"
LETTERS, LETTERS_AT_REST = "#252525", "#707070"  # on a white halo

# The row of a plan in the table: ground and letters.
ROW_UNSUMMED, ROW_UNFINISHED = ("#f8d0c8", "#202020"), ("#fdf2cc", "#202020")
ROW_WRONG, ROW_DOUBTFUL = ("#f4b183", "#5c1a00"), ("#f7ec8a", "#4a4300")
ROW_AT_REST = ("#e8e8e8", "#595959")


def marked(ground: str) -> str:
    """The style of words that bring their own ground: they read as well in a dark theme as in a light one."""
    return f"background-color:{ground};color:{PAPER}"


def contrast(first: str, second: str) -> float:
    """WCAG 2.1: the ratio of relative luminances of two colours ``#rrggbb``."""
    channels = ([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)] for colour in (first, second))
    linear = ([part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts] for parts in channels)
    dark, light = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in linear)
    return (light + 0.05) / (dark + 0.05)
