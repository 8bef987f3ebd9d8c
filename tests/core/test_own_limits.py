# SPDX-License-Identifier: GPL-2.0-or-later
"""Price limits that the municipality states itself, where no official figure is."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.basisset.prices.euros import read_euro
from lmvw_plugin.core.basisset.prices.limits import PriceLimits, price_limits, stated
from lmvw_plugin.core.basisset.prices.own_limits import AMOUNT, EXTRA, SOURCE, YEAR, NotALimit, Typed, read_rows
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
    verdicts = {(one.segment, one.year, bool(one.on)): limits.verdict(one) for one in limits.known()}
    assert verdicts["sociale_huur", 2026, True] == "telt niet: de officiële grens gaat voor"
    assert verdicts["betaalbare_koop", 2025, False] == "telt niet: uw eigen opgave gaat voor"
    others = {key: said for key, said in verdicts.items() if key not in (("sociale_huur", 2026, True), ("betaalbare_koop", 2025, False))}
    assert others == {key: f"telt voor {key[1]}" for key in others}
    assert [one for one in limits.all() if (one.segment, one.year) in (("sociale_huur", 2026), ("betaalbare_koop", 2025))] == [
        buy, price_limits()["sociale_huur", 2026]]  # fmt: skip


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


def test_a_limit_of_an_earlier_version_has_the_surcharge_of_the_basisset():
    """It was kept without a surcharge: nobody could state another."""
    text = '[{"jaar": 2025, "segment": "middenhuur", "grens": "1184.82", "bron": "x", "door": "y", "op": "2026-03-04"}]'
    assert PriceLimits.from_json(text) == PriceLimits((stated("middenhuur", 2025, Decimal("1184.82"), "x", "y", DAY),))
    none = PriceLimits((stated("middenhuur", 2025, Decimal("1184.82"), "x", "y", DAY, Decimal(0)),))
    assert PriceLimits.from_json(none.to_json()) == none
    assert none.text("middenhuur", 2025) == "In 2025 t/m € 1.184,82 (eigen opgave van de gemeente)."


def test_a_surcharge_of_its_own_is_said_as_it_is_written():
    limits = PriceLimits((stated("middenhuur", 2027, Decimal(1200), "x", "y", DAY, Decimal("7.5")),))
    assert limits.label("middenhuur", 2027) == "t/m € 1.200 in 2027, of +7,5%, eigen opgave"
    assert limits.surcharge("middenhuur", 2027) == "Middenhuur telt ook t/m € 1.290 (plus 7,5%) als de bouw start voor 1 januari 2028."


def test_what_was_edited_is_all_that_changes_elsewhere():
    """In the plan file a colleague may have changed something meanwhile, and the user's own list has other years."""
    rent = stated("middenhuur", 2025, Decimal(1184), "x", "y", DAY)
    later, other = replace(BUY, amount=Decimal(425_000)), replace(rent, amount=Decimal(1190))
    before = PriceLimits((BUY, rent))
    assert before.after(before, before) == before
    assert PriceLimits((BUY, other)).after(before, PriceLimits((later, rent))) == PriceLimits((other, later))
    assert PriceLimits((BUY, other)).after(before, PriceLimits((rent,))) == PriceLimits((other,))
    assert PriceLimits().after(PriceLimits(), PriceLimits((BUY,))) == PriceLimits((BUY,))


def test_what_is_stated_elsewhere_is_offered_where_it_would_count_and_is_not_stated_so():
    official = stated("sociale_huur", 2026, Decimal(940), "x", "y", DAY)
    mine = PriceLimits((BUY, official))
    assert PriceLimits().lacking(mine) == [BUY]
    assert PriceLimits((replace(BUY, by="Z", source="elders"),)).lacking(mine) == []
    assert PriceLimits((replace(BUY, amount=Decimal(400_000)),)).lacking(mine) == [BUY]


# -- as it is typed -------------------------------------------------------------------------------------------------------------------


def typed(year="2026", segment="betaalbare_koop", amount="420.000", extra="", source="Brief", before=None):
    return Typed(year, segment, amount, extra, source, before)


@pytest.mark.parametrize(
    ("year", "segment"), [("2026", "betaalbare_koop"), ("2025", "middenhuur"), ("2031", "sociale_huur"), ("2024", "sociale_huur")]
)
def test_a_row_of_any_year_is_a_limit(year, segment):
    near = max((one for one in price_limits().values() if one.segment == segment), key=lambda one: one.year)
    found = typed(year, segment, str(near.amount).replace(".", ","), "").read("Wonen", DAY)
    assert (found.year, found.segment, found.amount, found.surcharge, found.by, found.on) == (
        int(year),
        segment,
        near.amount,
        0,
        "Wonen",
        DAY,
    )
    assert PriceLimits((found,)).known().count(found) == 1


@pytest.mark.parametrize(("row", "column", "words"), [
    (typed(amount="405"), AMOUNT,
     "Betaalbare koop 2026: € 405 kan niet kloppen, want de grens van 2025 is € 405.000. Bedoelt u € 405.000?"),
    (typed(amount="4.050.000"), AMOUNT, "Bedoelt u € 405.000?"),
    (typed(amount="932,93"), AMOUNT, "€ 932,93 kan niet kloppen, want de grens van 2025 is € 405.000."),
    (typed(segment="sociale_huur", amount="420.000"), AMOUNT, "€ 420.000 kan niet kloppen, want de grens van 2026 is € 932,93."),
    (typed(segment="middenhuur", year="2025", amount="118.482"), AMOUNT, "Bedoelt u € 1.184,82?"),
    (typed(amount="veel"), AMOUNT, "Betaalbare koop 2026: ‘veel’ is geen bedrag; schrijf het als 405.000 of 1.228,07."),
    (typed(amount=""), AMOUNT, "Betaalbare koop 2026: het bedrag ontbreekt."),
    (typed(source=" "), SOURCE, "Betaalbare koop 2026: geef bij het bedrag ook de bron op."),
    (typed(year="26"), YEAR, "‘26’ is geen jaar van een levering; schrijf 2020 tot en met 2050."),
    (typed(year="²"), YEAR, "is geen jaar"), (typed(year="9" * 5000), YEAR, "is geen jaar"), (typed(year="-2026"), YEAR, "is geen jaar"),
    (typed(extra="10"), EXTRA, "Betaalbare koop 2026: de Basisset kent hier geen opslag; maak die cel leeg."),
    (typed(segment="middenhuur", amount="1.184,82", extra="tien"), EXTRA, "Middenhuur 2026: ‘tien’ is geen opslag"),
    (typed(segment="middenhuur", amount="1.184,82", extra="nan"), EXTRA, "is geen opslag"),
    (typed(segment="middenhuur", amount="1.184,82", extra="1000"), EXTRA, "is geen opslag"),
])  # fmt: skip
def test_a_row_that_cannot_be_a_limit_says_why_and_where(row, column, words):
    with pytest.raises(NotALimit, match=re.escape(words)) as caught:
        row.read("Wonen", DAY)
    assert caught.value.column == column


def test_every_limit_that_is_known_is_likely_in_the_years_around_it():
    for one in price_limits().values():
        for year in (one.year - 1, one.year, one.year + 1):
            assert typed(str(year), one.segment, str(one.amount).replace(".", ",")).read("Wonen", DAY).amount == one.amount


def test_a_row_that_waits_is_no_statement_and_one_that_is_half_is_asked_on():
    assert Typed.asked(2026, "betaalbare_koop").read("", DAY) is None
    assert Typed.asked(2025, "middenhuur") == typed("2025", "middenhuur", "", "10", "")
    with pytest.raises(NotALimit, match="het bedrag ontbreekt"):
        typed(amount="").read("Wonen", DAY)
    with pytest.raises(NotALimit, match="‘Opgegeven door’"):
        typed().read(" ", DAY)


def test_a_surcharge_that_nobody_typed_goes_with_the_segment():
    row = Typed.asked(2025, "betaalbare_koop").with_segment("middenhuur")
    assert (row.extra, row.with_segment("sociale_huur").extra) == ("10", "")
    assert replace(row, extra="5").with_segment("sociale_huur").extra == "5"  # typed: it is for the user to say


def test_who_stated_a_limit_is_not_typed_over_by_who_changes_another():
    """Name and day are of each limit: they were those of whoever touched the page last."""
    rent = stated("middenhuur", 2025, Decimal("1184.82"), "Tabel", "B. Smit", DAY)
    rows = {0: Typed.of(BUY), 1: replace(Typed.of(rent), amount="1.190")}
    said, wrong = read_rows(rows, "C. Bos", date(2026, 5, 1))
    assert wrong == {}
    assert said[0] == BUY
    assert (said[1].by, said[1].on, said[1].amount) == ("C. Bos", date(2026, 5, 1), Decimal(1190))


def test_a_limit_is_stated_once():
    said, wrong = read_rows({3: typed(amount="420.000"), 4: typed(year="2027"), 5: typed(amount="410.000")}, "Wonen", DAY)
    words = "Betaalbare koop 2026 staat er meer dan één keer: in rij 4 (€ 420.000) en in rij 6 (€ 410.000); verwijder wat niet geldt."
    assert (list(said), {number: str(error) for number, error in wrong.items()}) == ([4], {3: words, 5: words})


@pytest.mark.parametrize(("text", "amount"), [
    ("405000", "405000"), ("€ 405.000", "405000"), ("1.228,07", "1228.07"), ("900,5", "900.5"), ("  ", None), ("1.234.567", "1234567"),
    ("405.000,00", "405000"), ("EUR 405000", "405000"), ("405.000 euro", "405000"), ("€ 405.000,-", "405000"), ("405000,--", "405000"),
    ("405 000", "405000"), ("€\u00a01.228,07", "1228.07"), ("eur900,07", "900.07"), ("405.000,–", "405000"),
])  # fmt: skip
def test_an_amount_is_read_as_people_write_it(text, amount):
    assert read_euro(text) == (Decimal(amount) if amount else None)


@pytest.mark.parametrize(
    "text", ["405.00", "1,228.07", "veel", "-3", "0", "1.228,075", "40500000000", ".5", "4,0,5", "²", "405.000,-5", "405,-,-", "40500,000"]
)
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
