# SPDX-License-Identifier: GPL-2.0-or-later
"""Foreign values: read exactly, or left empty with a reason; never a guess."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmvw_plugin.core.basisset.codelists import code_list
from lmvw_plugin.core.basisset.fields import BY_NAME
from lmvw_plugin.core.basisset.values import amount, as_text, read_value, seen_text, whole_number
from lmvw_plugin.core.importing.formats.tally import Tally
from lmvw_plugin.core.keys import key
from tests.conftest import PEILDATUM

STATUS, COUNT, TYPE, YESNO = (BY_NAME[name] for name in ("planstatus", "bruto_totaal", "plantype", "vertrouwelijk"))

# Spellings of real files: EIB 2020, Monitor Plancapaciteit, Zuid-Holland, Gelderland, Zeeland, DIWI (uitwisselformaten 1.2).
REAL_STATUSES = {
    "1A Onherroepelijk": "1A",
    "1A onherroepelijke": "1A",
    "1B onhr + uitwerkingsplicht": "1B",
    "1B onher. met uitwerkingsplicht": "1B",
    "1B Onherroepelijk, uitwerkingsplicht": "1B",
    "1C onhr + wijzigingsbevoegdheid": "1C",
    "1C onher. met wijzigingsbevoegdheid": "1C",
    "2A Vastgesteld plan/besluit": "2A",
    "2B vastgesteld + Uitwerkingsplicht": "2B",
    "2C vastgesteld + Wijzigingebevoegdheid": "2C",
    "3 plan/besluit in voorbereiding": "3",
    "4A potentiele locatie in visie": "4A",
    "4B potentiele locatie optie": "4B",
    "4B Optie": "4B",
    "2 vastgesteld plan/besluit": None,
    "4 potentiele woninbouwlocatie": None,
    "Status onbekend": None,
    "Onbekend": None,
    "hard": None,
    "zacht": None,
    "1A. Onherroepelijk": "1A",
    "1C. Onherroepelijk, wijzigingsbevoegdheid": "1C",
    "3. In voorbereiding": "3",
    "4A. Visie": "4A",
    "4B. Idee": "4B",
    "4B. Optie": "4B",
    "4a Opgenomen in de visie": "4A",
    "4b Niet opgenomen in de visie": "4B",
    "2b Vastgesteld uitwerking nodig": "2B",
    "5A. Ambtelijk met locatie": "5A",
    "5B. Ambtelijk zonder locatie": "5B",
}


@pytest.mark.parametrize(("text", "code"), REAL_STATUSES.items())
def test_real_status_spellings_are_read_by_their_code(text, code):
    reading = read_value(STATUS, text)
    assert reading.value == code
    assert bool(reading.problem) == (code is None)


@pytest.mark.parametrize("raw", ["1A", "1a", " 2 B ", "3", 3, 3.0])
def test_bare_status_codes(raw):
    assert read_value(STATUS, raw).value in code_list("planstatus")


@pytest.mark.parametrize("raw", ["3A", "13", "1AB", "11A", "30", "1D", "2", "A1", "5C", 2, 1.5, True])
def test_what_only_looks_like_a_status_stays_empty(raw):
    reading = read_value(STATUS, raw)
    assert reading.value is None
    assert reading.problem


@pytest.mark.parametrize(("raw", "number"), [(0, 0), (12, 12), (12.0, 12), ("12", 12), (" 0 ", 0), ("99999999", 99999999)])
def test_whole_numbers_are_taken_over(raw, number):
    value = read_value(COUNT, raw).value
    assert value == number
    assert type(value) is int


@pytest.mark.parametrize(
    "raw",
    ["12,5", "1.234", "1,234", "12 st.", "ca. 40", "-", "twaalf", "-3", -3, 12.5, "12.0", "1e3", "012", "0x10", "½", "１２", "٣",
     True, False, "12 (was 14)", "10-12", "1 200", float("nan"), float("inf"), date(2026, 1, 1), datetime(2026, 1, 1), "1_000",
     "9999999999", 100_000_000, "100000000", 3_000_000_000, 1e20, "1A2", -3_000_000_000,
     "12\0", "9" * 5000, "1\ufeff2"],
)  # fmt: skip
def test_what_is_no_exact_number_never_becomes_one(raw):
    reading = read_value(COUNT, raw)
    assert reading.value is None
    assert reading.problem


@given(st.one_of(st.text(), st.floats(), st.booleans(), st.dates(), st.integers()))
def test_a_count_is_what_stood_there_or_nothing(raw):
    value = read_value(COUNT, raw).value
    if value is not None:
        assert type(value) is int
        assert not isinstance(raw, bool)
        assert value >= 0
        assert (raw.strip() == str(value)) if isinstance(raw, str) else raw == value


@pytest.mark.parametrize(("raw", "number"), [(-52, 52), (-52.0, 52), (0, 0)])
def test_a_turned_sign_gives_positive_demolition(raw, number):
    assert read_value(COUNT, raw, negated=True).value == number


def test_a_positive_number_in_a_negative_column_stays_empty():
    reading = read_value(COUNT, 5, negated=True)
    assert reading.value is None
    assert "ander teken" in reading.problem


@pytest.mark.parametrize("field", [STATUS, COUNT, TYPE, YESNO, BY_NAME["toelichting"]], ids=lambda field: field.name)
@pytest.mark.parametrize("raw", [None, "", "   "])
def test_an_empty_source_is_no_value_and_no_problem(field, raw):
    reading = read_value(field, raw)
    assert (reading.value, reading.problem) == (None, None)


@pytest.mark.parametrize(("raw", "answer"), [("ja", True), ("JA", True), (" Nee ", False), (True, True), (False, False), (1, True),
                                             (0, False), ("WAAR", True), ("n", False)])  # fmt: skip
def test_yes_and_no(raw, answer):
    assert read_value(YESNO, raw).value is answer


@pytest.mark.parametrize("raw", ["misschien", "onbekend", 2, "?", "ja/nee", "deels"])
def test_what_is_neither_yes_nor_no_stays_empty(raw):
    reading = read_value(YESNO, raw)
    assert reading.value is None
    assert reading.problem


@pytest.mark.parametrize(("raw", "code"), [("Uitbreiding uitleg", "uitbreiding_uitleg"), ("pand_transformatie", "pand_transformatie"),
                                           ("Pand Transformatie", "pand_transformatie"), ("VERDICHTING", "verdichting")])  # fmt: skip
def test_plantype_by_code_or_label(raw, code):
    assert read_value(TYPE, raw).value == code


@pytest.mark.parametrize("raw", ["Sloop/nieuwbouw (woningen)", "Uitleg", "Transformatie", "Functieverandering Kantoren", "Onbekend"])
def test_older_plantypes_are_not_guessed(raw):
    reading = read_value(TYPE, raw)
    assert reading.value is None
    assert reading.problem


@given(st.text(st.characters(exclude_characters="\0\ufeff"), min_size=1).filter(str.strip))
def test_text_is_taken_over_exactly(text):
    assert read_value(BY_NAME["toelichting"], text).value == text


def test_names_that_excel_stored_as_numbers():
    assert as_text(7.0) == "7"
    assert as_text(7) == "7"
    assert as_text(" 007 ") == " 007 "


def test_key_forgets_case_accents_and_punctuation():
    assert key("Geclusterd 55+") == key("geclusterd_55PLUS")
    assert key("Café-naam") == "cafenaam"


@pytest.mark.parametrize(("raw", "why"), [
    ("12,5", "geen heel getal"), (12.5, "geen heel getal"), ("1.234", "zonder punt"), ("1,234", "zonder komma"), ("12 st.", "tekst naast het getal"),
    ("ca. 40", "schatting"), ("± 40", "schatting"), ("-", "geen’ of ‘onbekend"), ("n.v.t.", "geen’ of ‘onbekend"), ("twaalf", "in cijfers"),
    (3_000_000_000, "te groot"), (1e20, "te groot"), ("100000000", "te groot"), ("12345678901", "te groot"),
    ("01-02-2026", "datum"), (date(2026, 1, 1), "datum"), (-3, "negatief"), ("-3", "negatief"), ("10-12", "bereik"), ("1 200", "spatie"), ("{}", "geen getal"),
])  # fmt: skip
def test_each_kind_of_text_gets_its_own_finding(raw, why):
    reading = read_value(COUNT, raw)
    assert reading.value is None
    assert why in reading.problem


@pytest.mark.parametrize(
    ("raw", "number"), [(3, 3), (-3, -3), (3.0, 3), (3.5, 0), ("-3", -3), ("12", 12), ("12,5", 0), (True, 0), (None, 0), ("ca. 40", 0)]
)
def test_amounts_for_totals(raw, number):
    assert amount(raw) == number


@pytest.mark.parametrize("raw", ["1A/2A", "2B of 2C", "1A, 2b", "4A (was 4B)", "3 / 2A", "2A t/m 2C"])
def test_a_text_that_names_more_codes_is_no_answer(raw):
    reading = read_value(STATUS, raw)
    assert reading.value is None
    assert "meer dan één statuscode" in reading.problem


@pytest.mark.parametrize(
    ("raw", "code"), [("2A 2a vastgesteld", "2A"), ("3 plan fase 2", "3"), ("1A (fase A2)", "1A"), ("4B blok 12B3", "4B")]
)
def test_words_that_only_look_like_a_second_code_do_not_count(raw, code):
    assert read_value(STATUS, raw).value == code


SPACES = st.text(st.sampled_from(" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u2007\u2028\u3000\ufeff\0\u200b+_"), max_size=3)


@given(SPACES, st.integers(-(10**12), 10**12), SPACES)
def test_white_space_of_any_kind_around_a_number_is_read_alike_everywhere(before, number, after):
    raw = f"{before}{number}{after}"
    reading, meant = read_value(COUNT, raw), whole_number(raw)
    assert amount(raw) == (meant or 0)
    assert meant in (None, number)
    assert (meant is None) == (not raw.strip().removeprefix("-").isdigit() or abs(number) > 999_999_999)
    assert reading.value == (meant if meant is not None and 0 <= meant <= 99_999_999 else None)
    assert Tally(PEILDATUM).number(raw, "kolom", "bruto_totaal") == reading.value


@pytest.mark.parametrize("text", ["Haven\0", "\ufeffHaven", "\0\ufeffHaven", "\ufeff\ufeffHa\0ven"])
def test_characters_that_a_plan_file_cannot_keep_are_left_out_and_said(text):
    reading = read_value(BY_NAME["toelichting"], text)
    assert reading.value == "Haven"
    assert "onzichtbare teken U+" in reading.problem
    assert "[U+" in seen_text(text)
