# SPDX-License-Identifier: GPL-2.0-or-later
"""A municipality is understood as people and files write it; where a name stands for more, the sentence names them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmvw_plugin.core.basisset.codelists import gemeenten
from lmvw_plugin.core.basisset.gemeenten import gemeenten_of, one_gemeente
from lmvw_plugin.core.errors import LmvwError

EVERY = sorted(gemeenten().values(), key=lambda one: one.code)
AROUND = ("{}", " {} ", "Gemeente {}", "gemeente {}", "Gem. {}", "gem {}", "Gem.{}", "{} (gemeente)", "{}, gemeente")


@given(st.sampled_from(EVERY), st.sampled_from(AROUND), st.sampled_from((str, str.upper, str.lower)))
def test_every_name_is_found_in_every_dress(one, around, case):
    assert gemeenten_of(case(around.format(one.name))) == (one,)
    assert one in gemeenten_of(case(around.format(one.name.split(" (")[0])))


@given(st.sampled_from(EVERY))
def test_every_code_is_found_in_every_dress(one):
    number = int(one.code[2:])
    for text in (one.code, one.code.lower(), f" {one.code} ", str(number), f"{number:04}", f"GM{number}", f"{number}.0"):
        assert gemeenten_of(text) == (one,)
        assert one_gemeente(text) == one


@pytest.mark.parametrize(("text", "code"), [
    ("Den Haag", "GM0518"), ("'s-Gravenhage", "GM0518"), ("’s Gravenhage", "GM0518"), ("DEN HAAG", "GM0518"), ("Gemeente Den Haag", "GM0518"),
    ("Hengelo", "GM0164"), ("Hengelo (Ov)", "GM0164"), ("Hengelo Overijssel", "GM0164"), ("Laren", "GM0417"), ("Laren NH", "GM0417"), ("479", "GM0479"),
    ("Gem. Zaanstad", "GM0479"), ("Bergen NH", "GM0373"), ("Bergen (Limburg)", "GM0893"), ("Bergen (N-H)", "GM0373"), ("Den Bosch", "GM0796"),
    ("Sudwest Fryslan", "GM1900"), ("Nuenen", "GM0820"), ("Rijswijk", "GM0603"),
])  # fmt: skip
def test_what_people_write(text, code):
    assert one_gemeente(text).code == code


@pytest.mark.parametrize(("text", "said"), [
    ("Bergen", "‘Bergen’ kan Bergen (NH.) (GM0373) of Bergen (L.) (GM0893) zijn"), ("Heemskerck", "Bedoelt u Heemskerk (GM0396)?"),
    ("GM0000", "Gemeente ‘GM0000’ is onbekend"), ("", "Gemeente ‘’ is onbekend"), ("Gem.", "is onbekend"), ("PV27", "is onbekend"),
    ("47900", "is onbekend"), ("(L.)", "is onbekend"),
])  # fmt: skip
def test_what_is_not_clear_is_asked_with_the_choices(text, said):
    with pytest.raises(LmvwError) as caught:
        one_gemeente(text)
    assert said in str(caught.value)
