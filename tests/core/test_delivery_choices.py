# SPDX-License-Identifier: GPL-2.0-or-later
"""Art. 8 travels with confidential plans; what stays at home is named nowhere; the workbook's formulas have their value."""

import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.delivering import delivery as d
from lmvw_plugin.core.delivering import sheets as s
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan


@pytest.mark.parametrize("choice", [True, False, None])
def test_art_8_stands_with_each_confidential_plan(choice):
    plans = [consistent_plan(plannaam="open"), consistent_plan(plannaam="dicht", vertrouwelijk=True, planstatus="3")]
    delivery = d.make_delivery(plans, MARKERWAARD, PEILDATUM, aggregates=choice)
    assert [row[-1] for row in delivery.values()] == [None, choice]
    assert len(delivery.rows) == 2
    assert delivery.confidential == 1
    assert ("art. 8" in d.readme(delivery, "1")) is bool(choice)


def test_check_columns_say_what_the_rules_say():
    plans = [consistent_plan(), consistent_plan(bruto_jaar01=9, sloop_jaar02=None), consistent_plan(vervallen=True)]
    rows = list(s.sheets(d.make_delivery(plans, MARKERWAARD, PEILDATUM), [])[s.PLANNEN].rows())
    names = list(rows[s.HEADER_ROWS - 1])
    checks = [[row[names.index(name)].value for name in s.CHECKS] for row in rows[s.HEADER_ROWS :]]
    assert checks == [[16, 0, 0, 0, 0, "ja"], [16, 1, -4, 0, 0, "nee"], ["", "", "", "", "", "ja"]]
    totals = dict(zip(names, rows[1], strict=True))
    assert totals["bruto_totaal"].value == 40
    assert totals["bruto_totaal"].text == "SUBTOTAL(109,H5:H7)"
    assert {len(row) for row in rows} == {s.WIDTH}


AUTUMN = Peildatum.parse("2026-07-01")


def explanation(peildatum, letter):
    delivery = d.make_delivery([consistent_plan(), consistent_plan(vervallen=True)], MARKERWAARD, peildatum)
    return dict(row[:2] for row in s.sheets(delivery, [], letter=letter)[s.TOELICHTING].rows())


@pytest.mark.parametrize(("letter", "answer", "why"), [
    (s.Letter(rest_capacity=True), "ja", None),
    (s.Letter(rest_capacity=False, rest_why="De stand van 1 januari."), "nee", "De stand van 1 januari."),
    (s.Letter(), "niet beantwoord", None),
])  # fmt: skip
def test_in_autumn_the_sheet_says_whether_it_is_rest_capacity(letter, answer, why):
    """Invultip 3."""
    rows = explanation(AUTUMN, letter)
    assert rows["Gaat het om restcapaciteit? (Invultip 3)"] == answer
    assert rows.get("Wat is er dan geleverd?") == why
    assert "Gaat het om restcapaciteit? (Invultip 3)" not in explanation(PEILDATUM, letter)


def test_the_sheet_names_the_province_and_the_extraction_and_its_netto_is_that_of_its_own_rows():
    rows = explanation(AUTUMN, s.Letter(rest_capacity=False, rest_why="x"))
    assert rows["Provincie"] == MARKERWAARD.provincie
    assert rows["Levering"] == "najaarslevering, extractie 1 oktober 2026"
    labels, netto = list(rows), rows["Netto totaal"]
    places = labels.index("Bruto totaal") + 1, labels.index("Sloop totaal") + 1
    assert (netto.text, netto.value) == ("B{}-B{}".format(*places), 16)


@pytest.mark.parametrize(("peildatum", "words"), [
    (PEILDATUM, "In 2026 t/m € 1.228,07, en t/m € 1.350,87 (plus 10%) als de bouw start voor 1 januari 2028."),
    (Peildatum.parse("2027-01-01"), "De grens van 2027 is niet bekend."),
])  # fmt: skip
def test_the_definitions_say_what_decides_and_the_limits_of_the_year(peildatum, words):
    rows = list(s.sheets(d.make_delivery([consistent_plan()], MARKERWAARD, peildatum), [])[s.DEFINITIES].rows())
    meaning = {row[0]: row[4] for row in rows}
    assert meaning["huur_midden_markt"] == f"{b.BY_NAME['huur_midden_markt'].definition} {words}"
    assert "Woonkeur 6" in meaning["zorggeschikt"]
    limits = {row[1]: row[2:] for row in rows if row[0] == "prijsgrens"}
    assert limits["Betaalbare koop 2025"][0] == "nog niet officieel"
    assert limits["Middenhuur 2026"][2].endswith("als de bouw start voor 1 januari 2028.")
    assert "Betaalbare koop 2026" not in limits


def test_columns_are_named_like_a_spreadsheet():
    assert [s.letters(place) for place in (1, 26, 27, 52, 53, 703)] == ["A", "Z", "AA", "AZ", "BA", "AAA"]
    assert (s.COLUMN["plannummer"], s.COLUMN["plannaam"]) == ("A", "B")
    assert len(set(s.COLUMN.values())) == len(b.COLUMNS) + 1
