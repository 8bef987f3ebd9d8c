# SPDX-License-Identifier: GPL-2.0-or-later
"""What a page of a report is made of, where paper is narrow."""

from lmvw_plugin.core.reporting import html


def test_only_a_word_that_is_too_long_for_paper_may_be_broken():
    page = html.table(("Wie", "SHA-256"), [("gemeente", "ab" * 32)])
    assert '<td>gemeente</td><td class="lang">' in page


def test_a_new_line_in_a_value_is_one_on_the_page_and_a_sign_is_not_a_tag():
    assert "<td>a<br>&lt;b&gt;</td>" in html.table(("x",), [("a\n<b>",)])


def test_sentences_have_most_of_the_room_and_a_few_words_stay_on_one_line():
    remedy = "Dit aantal blijft staan. Verlaag het als hiervan voor 1 juli 2026 iets is opgeleverd."
    page = html.table(("Plan", "Bron", "Nu", "Waarom"), [("Havenkwartier fase 2", "Excel-bestand", 4, remedy)], (2,))
    assert '<th scope="col" style="width: 61%">Waarom</th>' in page
    assert '<td class="kort">Excel-bestand</td>' in page and "<td>Havenkwartier fase 2</td>" in page
    assert '<th scope="col" class="n">Nu</th>' in page and '<td class="n">4</td>' in page
    both = html.table(("Bevinding", "Wat u kunt doen"), [(remedy, remedy)])
    assert both.count("width: 50%") == 2
