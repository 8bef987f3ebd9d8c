# SPDX-License-Identifier: GPL-2.0-or-later
"""Price limits that the municipality states itself, where no official figure is."""

from datetime import date
from decimal import Decimal

import pytest

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.basisset.pricelimits import PriceLimits, read_euro, stated
from lmvw_plugin.core.delivering import sheets as s
from lmvw_plugin.core.delivering.delivery import make_delivery
from lmvw_plugin.core.errors import LmvwError
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan

DAY = date(2026, 3, 4)
BUY = stated("betaalbare_koop", 2026, Decimal(420_000), "Brief van 3 maart", "A. de Boer", DAY)


def test_an_own_limit_is_used_and_says_that_it_is_one():
    limits = PriceLimits((BUY,))
    assert limits.label("betaalbare_koop", 2026) == "t/m € 420.000 in 2026, eigen opgave"
    assert limits.text("betaalbare_koop", 2026) == "In 2026 t/m € 420.000 (eigen opgave van de gemeente)."
    assert (limits.unknown(2026), PriceLimits().unknown(2026)) == ([], ["betaalbare_koop"])
    assert limits.label("betaalbare_koop", 2027) == "grens 2027 niet bekend"


def test_an_official_figure_goes_before_it_and_one_that_is_not_official_behind_it():
    rent, buy = (stated(segment, year, Decimal(1), "x", "y", DAY) for segment, year in (("sociale_huur", 2026), ("betaalbare_koop", 2025)))
    limits = PriceLimits((rent, buy))
    assert limits.label("sociale_huur", 2026) == "t/m € 932,93 in 2026"
    assert limits.label("betaalbare_koop", 2025) == "t/m € 1 in 2025, eigen opgave"
    assert (limits.asked(2026), limits.asked(2025)) == (["betaalbare_koop"], ["betaalbare_koop", "middenhuur"])


def test_the_surcharge_of_the_basisset_comes_on_top_of_an_own_limit_too():
    limits = PriceLimits((stated("middenhuur", 2025, Decimal("1184.82"), "x", "y", DAY),))
    assert limits.surcharge("middenhuur", 2025) == "Middenhuur telt ook t/m € 1.303,30 (plus 10%) als de bouw start voor 1 januari 2028."
    assert limits.at("middenhuur", 2025).started_before == date(2028, 1, 1)


def test_what_is_written_is_read_and_what_is_damaged_is_asked_again():
    limits = PriceLimits((BUY, stated("middenhuur", 2025, Decimal("1184.82"), "‘Tabel’", "x", DAY)))
    assert PriceLimits.from_json(limits.to_json()) == limits
    assert PriceLimits().to_json() == ""
    for text in ("", "[", "{}", "[1]", '[{"segment": "betaalbare_koop"}]', limits.to_json().replace("420000", "veel"), "[" * 100_000):
        assert PriceLimits.from_json(text) == PriceLimits()


def test_another_statement_of_a_year_leaves_the_other_years():
    other = stated("middenhuur", 2025, Decimal(1), "x", "y", DAY)
    assert PriceLimits((BUY, other)).with_own(2026, ()) == PriceLimits((other,))


@pytest.mark.parametrize(("text", "amount"), [
    ("405000", "405000"), ("€ 405.000", "405000"), ("1.228,07", "1228.07"), ("900,5", "900.5"), ("  ", None), ("1.234.567", "1234567"),
])  # fmt: skip
def test_an_amount_is_read_as_people_write_it(text, amount):
    assert read_euro(text) == (Decimal(amount) if amount else None)


@pytest.mark.parametrize("text", ["405.00", "1,228.07", "veel", "-3", "0", "1.228,075", "40500000000", ".5", "4,0,5", "²"])
def test_an_amount_that_can_be_read_two_ways_is_refused(text):
    with pytest.raises(LmvwError, match="is geen bedrag; schrijf het als"):
        read_euro(text)


def test_the_workbook_marks_it_and_names_its_source_but_not_who_stated_it():
    delivery = make_delivery([consistent_plan()], MARKERWAARD, PEILDATUM, limits=PriceLimits((BUY,)))
    rows = list(s.sheets(delivery, [])[s.DEFINITIES].rows())
    (found,) = (row for row in rows if row[1] == "Betaalbare koop 2026")
    assert found == (
        "prijsgrens", "Betaalbare koop 2026", "eigen opgave", None, "In 2026 t/m € 420.000 (eigen opgave van de gemeente).",
        "Eigen opgave van de gemeente, 4 maart 2026: Brief van 3 maart",
    )  # fmt: skip
    assert next(row for row in rows if row[0] == "koop_betaalbaar")[4].endswith("(eigen opgave van de gemeente).")
    assert not any("Boer" in str(cell) for row in rows for cell in row)


def test_a_later_year_is_not_filled_with_an_own_limit():
    delivery = make_delivery([consistent_plan()], MARKERWAARD, Peildatum.parse("2027-01-01"), limits=PriceLimits((BUY,)))
    rows = {row[0]: row[4] for row in s.sheets(delivery, [])[s.DEFINITIES].rows()}
    assert rows["koop_betaalbaar"].endswith("De grens van 2027 is niet bekend.")
