# SPDX-License-Identifier: GPL-2.0-or-later
"""What a page of a report is made of, where paper is narrow."""

from lmvw_plugin.core.reporting import html


def test_only_a_word_that_is_too_long_for_paper_may_be_broken():
    page = html.table(("Wie", "SHA-256"), [("gemeente", "ab" * 32)])
    assert '<td>gemeente</td><td class="lang">' in page


def test_a_new_line_in_a_value_is_one_on_the_page_and_a_sign_is_not_a_tag():
    assert "<td>a<br>&lt;b&gt;</td>" in html.table(("x",), [("a\n<b>",)])
