# SPDX-License-Identifier: GPL-2.0-or-later
"""The peildatum: two a year, and the twenty years they report."""

from datetime import date

import pytest

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.i18n import day_of


@pytest.mark.parametrize("text", ["2026-01-01", "2026-07-01"])
def test_twenty_years_are_ten_years_and_two_periods(text):
    spans = [Peildatum.parse(text).span(slot) for slot in range(12)]
    assert spans == [(year, year) for year in range(2026, 2036)] + [(2036, 2040), (2041, 2045)]


def test_name_of_the_delivery():
    assert Peildatum.parse("2026-01-01").delivery_name == "voorjaarslevering"
    assert Peildatum.parse(" 2026-07-01T00:00:00").delivery_name == "najaarslevering"
    assert str(Peildatum.parse("2026-07-01")) == "2026-07-01"


def test_each_delivery_has_its_extraction():
    """Dataprotocol art. 10.a and 10.b; the question of Invultip 3 is asked in autumn."""
    spring, autumn = Peildatum.parse("2026-01-01"), Peildatum.parse("2026-07-01")
    assert spring.delivery_words == "voorjaarslevering, extractie 1 april 2026"
    assert autumn.delivery_words == "najaarslevering, extractie 1 oktober 2026"
    assert (spring.asks_rest_capacity, autumn.asks_rest_capacity) == (False, True)


@pytest.mark.parametrize("text", ["2026-01-02", "2026-02-01", "2026-12-31", "2026-07-31", "2024-02-29"])
def test_another_day_does_not_exist(text):
    with pytest.raises(LmvwError, match=f"Peildatum {day_of(text)} bestaat niet in de LMVW; kies 1 januari of 1 juli"):
        Peildatum.parse(text)


@pytest.mark.parametrize("text", ["", "2026", "01-01-2026", "2026-02-30", "januari", "2026-13-01"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(LmvwError, match="is geen datum; schrijf de peildatum als jjjj-mm-dd"):
        Peildatum.parse(text)


@pytest.mark.parametrize(
    ("today", "expected"),
    [((2026, 1, 1), "2026-01-01"), ((2026, 6, 30), "2026-01-01"), ((2026, 7, 1), "2026-07-01"), ((2026, 12, 31), "2026-07-01")],
)
def test_current_is_the_latest_one_that_has_begun(today, expected):
    assert str(Peildatum.current(date(*today))) == expected
