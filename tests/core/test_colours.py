# SPDX-License-Identifier: GPL-2.0-or-later
"""Letters of ours read on their ground (WCAG 2.1 AA, 4.5 to 1; marks 3 to 1), in windows of any theme and in reports."""

import re

import pytest

from lmvw_plugin.core import colours
from lmvw_plugin.core.basisset.codelists import code_list
from lmvw_plugin.core.colours import AA, contrast
from lmvw_plugin.core.reporting import charts
from lmvw_plugin.core.reporting.html import page

MARK = 3.0
VERDICTS = (colours.GOOD, colours.BUSY, colours.WRONG, colours.NOTE)
HEX = re.compile(r"#[0-9a-f]{6}")


def rules():
    """What the style of a report says, per selector."""
    style = re.search(r"<style>(.*?)</style>", page("Titel", "", [], False), re.DOTALL)[1].split("@media")[0]
    return {
        selector.strip(): dict(re.findall(r"([\w-]+): ([^;}]+)", said)) for selector, said in re.findall(r"([^{}]+)\{([^{}]*)\}", style)
    }


def test_what_a_contrast_is():
    assert AA == 4.5
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", VERDICTS)
def test_a_mark_brings_letters_and_ground(ground):
    behind, letters = HEX.findall(colours.marked(ground))
    assert behind == ground
    assert contrast(behind, letters) >= AA


def test_a_report_says_its_own_ground_so_that_a_dark_browser_does_not_choose_it():
    body = rules()["body"]
    assert contrast(body["background"], body["color"]) >= AA


def test_all_letters_of_a_report_read_on_paper_and_on_a_panel():
    letters = {said["color"] for said in rules().values() if "color" in said} | {rules()["svg text"]["fill"]}
    assert len(letters) >= 6
    for colour in letters:
        for ground in (colours.PAPER, colours.PANEL):
            assert contrast(colour, ground) >= AA, (colour, ground)


def test_the_edge_that_tells_how_a_panel_is_meant_is_seen():
    edges = {HEX.search(said[name])[0] for said in rules().values() for name in ("border-left", "border-color") if name in said}
    assert edges == set(VERDICTS)
    for edge in edges:
        assert contrast(edge, colours.PANEL) >= MARK
        assert contrast(edge, colours.PAPER) >= MARK


@pytest.mark.parametrize(
    "outline", [colours.LAND_EDGE, colours.BOUNDARY, *(line for _, line in (colours.COMPLETE, colours.UNFINISHED, colours.FAULTY))]
)
def test_outlines_on_the_map_are_seen_on_paper(outline):
    assert contrast(outline, colours.PAPER) >= MARK


@pytest.mark.parametrize(
    ("ground", "letters"), [colours.ROW_UNSUMMED, colours.ROW_UNFINISHED, colours.ROW_WRONG, colours.ROW_DOUBTFUL, colours.ROW_AT_REST]
)
def test_rows_of_the_table_bring_both(ground, letters):
    assert contrast(ground, letters) >= AA


def lines_on_the_map():
    """Every line around a plan, by what it says: of each code in the lists, of each size, and of each outcome."""
    yield from ((f"planstatus {code.code}", colours.KINDS[code.kind][1]) for code in code_list("planstatus").values())
    yield from ((f"plantype {code.code}", colours.OUTLINE) for code in code_list("plantype").values())
    yield "bruto", colours.SIZES_LINE
    yield "nog niet ingevuld", colours.UNKNOWN_LINE
    yield from {"compleet": colours.COMPLETE[1], "onaf": colours.UNFINISHED[1], "fout": colours.FAULTY[1]}.items()
    yield from {"gerealiseerd": colours.BUILT[1], "vervallen": colours.DROPPED[1], "taart": colours.LETTERS}.items()


def test_whatever_the_fill_of_a_plan_its_line_is_seen_on_paper():
    """Fills may be pale: what tells a plan from the map is its line."""
    faint = {name: round(contrast(line, colours.PAPER), 2) for name, line in lines_on_the_map() if contrast(line, colours.PAPER) < MARK}
    assert not faint


def test_names_on_the_map_read_on_their_halo_and_a_bar_of_a_chart_has_a_line_that_is_seen():
    for letters in (colours.LETTERS, colours.LETTERS_AT_REST):
        assert contrast(letters, colours.PAPER) >= AA
    drawn = charts.bars("Hardheid", [("Hard", 3, charts.HARD), ("Zacht", 2, charts.SOFT), ("Overig", 1, charts.OTHER)])
    bars = re.findall(r"<rect [^>]*>", drawn)
    assert len(bars) == 3
    for bar in bars:
        assert contrast(re.search(r'stroke="(#\w{6})"', bar)[1], colours.PAPER) >= MARK
