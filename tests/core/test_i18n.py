# SPDX-License-Identifier: GPL-2.0-or-later
"""Which language a text is in: that of the screen, Dutch in a document, and both at the same time."""

import threading
from datetime import date, datetime

import pytest

from lmvw_plugin.core import i18n
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.i18n import in_dutch, several, tr

ENGLISH = {"plan": "plan", "plannen": "plans", "‘{path}’ is vol ({reason}).": "‘{path}’ is full ({reason}).", "te klein": "too small"}


@pytest.fixture(autouse=True)
def english():
    i18n.set_translator(lambda text: ENGLISH.get(text, text))
    yield
    i18n.set_translator(str)


def test_a_document_is_dutch_while_the_screen_is_not():
    assert several(1200, "plan", "plannen") == "1,200 plans"
    with in_dutch():
        assert several(1200, "plan", "plannen") == "1.200 plannen"
    assert several(1, "plan", "plannen") == "1 plan"


def test_a_day_is_written_as_people_write_it():
    i18n.set_translator({"januari": "January"}.get)
    assert i18n.day(date(2026, 1, 1)) == "1 January 2026"
    with in_dutch():
        assert i18n.moment(datetime(2026, 1, 1, 9, 5)) == "1 januari 2026, 09:05"
        assert [i18n.day_of(text) for text in ("2026-12-31", "", "gisteren")] == ["31 december 2026", "", "gisteren"]


def test_a_document_in_the_background_leaves_the_screen_alone():
    writing, seen = threading.Event(), threading.Event()
    said = []

    @in_dutch()
    def write():
        writing.set()
        seen.wait(10)
        said.append(tr("plannen"))

    thread = threading.Thread(target=write)
    thread.start()
    assert writing.wait(10)
    assert tr("plannen") == "plans"
    seen.set()
    thread.join()
    assert said == ["plannen"]


def test_what_goes_wrong_in_a_document_is_read_on_the_screen():
    with pytest.raises(LmvwError) as caught, in_dutch():
        raise LmvwError(tr("‘{path}’ is vol ({reason}).").format(path="D:", reason=tr("te klein")))
    assert str(caught.value) == "‘D:’ is full (too small)."
    with in_dutch():
        assert str(caught.value) == "‘D:’ is vol (te klein)."


def test_it_is_over_when_it_fails():
    with pytest.raises(ValueError, match="x"), in_dutch():
        raise ValueError("x")
    assert not i18n.is_dutch()


def test_without_a_translation_a_text_is_what_was_written():
    i18n.set_translator(str)
    with in_dutch():
        assert type(tr("plannen")) is str
    assert (several(1200, "plan", "plannen"), i18n.number(0.5, 2)) == ("1.200 plannen", "0,50")


def test_a_large_whole_number_is_written_to_the_last_digit():
    with in_dutch():
        assert i18n.number(2**62 + 7) == "4.611.686.018.427.387.911"
        assert i18n.number(-1_234_567) == "-1.234.567"
    assert i18n.number(2**62 + 7) == "4,611,686,018,427,387,911"


@pytest.mark.parametrize(("parts", "said"), [([], ""), (["S4"], "S4"), (["S4", "S5"], "S4 en S5"), (["S4", "S5", "S6"], "S4, S5 en S6")])
def test_what_is_named_together_has_one_and(parts, said):
    assert i18n.joined(parts) == said
